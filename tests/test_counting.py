"""Numbers with their nouns."""

import re

import pytest

from evidence.counting import counted


@pytest.mark.parametrize(("number", "told"), [(0, "0 errors"), (1, "1 error"), (2, "2 errors"), (1204, "1,204 errors")])
def test_a_noun_goes_with_its_number(number, told):
    assert counted(number, "error") == told


def test_no_message_leaves_the_plural_to_the_reader(root):
    texts = {path: path.read_text(encoding="utf-8") for path in (root / "evidence").rglob("*.py")}
    told = [str(path.relative_to(root)) for path, text in texts.items() if re.search(r"\} \w+\(s\)", text)]

    assert set(told) <= {"evidence/dashboard/parts.py"}
