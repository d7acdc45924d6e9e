from datetime import date

import pytest

from evidence.cli import main
from evidence.model import Integrity, IntegrityCheck
from evidence.store import save


@pytest.mark.parametrize("status", [Integrity.RETRACTED, Integrity.CONCERN])
def test_show_says_before_the_verdict_that_a_rating_is_suspended(capsys, tmp_path, library_of, study_of, status):
    check = IntegrityCheck(status=status, on=date(2026, 11, 20), source="Crossref")
    save(library_of(studies=[study_of(integrity=check)]), tmp_path)
    code = main(["show", "kneading-loosens-elbows", "--library", str(tmp_path)])
    out = capsys.readouterr().out

    assert code == 0
    assert out.index("RATING SUSPENDED  before: moderate certainty; after: none") < out.index("SUPPORTED")
    assert "Miller and van der Berg 2020" in out
