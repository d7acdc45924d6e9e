"""docs/rules.md lists every rule with its reason, those of reading the files included."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence.rules import GROUPS
from evidence.store.records import READING_RULES

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
DOCUMENTED = dict(re.findall(r"^\| `([a-z-]+)` \| (.+) \|$", DOCUMENT, re.MULTILINE))


def rules_of_reading() -> Iterator[str]:
    """The names that the store and the bibliography give their problems, read off the code."""
    for folder in ("store", "bibtex"):
        for path in sorted((ROOT / "evidence" / folder).glob("*.py")):
            yield from names_in(ast.parse(path.read_text(encoding="utf-8")))


def names_in(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="Problem"), args=[_, ast.Constant(value=str(name)), *_]):
                yield name
            case ast.ClassDef(name="BibRule"):
                yield from (line.value.value for line in node.body if isinstance(line, ast.Assign))


@pytest.mark.parametrize("group", GROUPS)
def test_every_rule_stands_in_its_group_with_its_reason(group):
    section = DOCUMENT.partition(f"\n## {group.capitalize()}\n")[2].partition("\n## ")[0]

    for rule in GROUPS[group]:
        assert f"| `{rule.name}` | {rule.reason} |" in section


def test_what_reading_can_tell_is_documented():
    assert {name: DOCUMENTED.get(name) for name in READING_RULES} == READING_RULES
    assert set(rules_of_reading()) - DOCUMENTED.keys() == set()


def test_nothing_is_documented_that_is_no_rule():
    known = {rule.name for rules in GROUPS.values() for rule in rules} | set(rules_of_reading()) | READING_RULES.keys()

    assert DOCUMENTED.keys() - known == set()
