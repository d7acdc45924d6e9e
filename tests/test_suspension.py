from datetime import date

import pytest

from evidence.listing import full_claim_entry
from evidence.model import Certainty, Integrity, IntegrityCheck
from evidence.suspension import rated_on, suspension

CLAIM, STUDY = "kneading-loosens-elbows", "miller2020kneading"


@pytest.fixture
def library_with(library_of, study_of):
    def make(status, **changes):
        check = IntegrityCheck(status=status, on=date(2026, 11, 20), source="Crossref")
        return library_of(studies=[study_of(integrity=check)], **changes)

    return make


@pytest.mark.parametrize(
    ("status", "word"), [(Integrity.RETRACTED, "was retracted"), (Integrity.CONCERN, "expression of concern")]
)
def test_a_rating_that_rests_on_a_fallen_study_is_suspended(library_with, status, word):
    library = library_with(status)
    found = suspension(library.claim(CLAIM), library)

    assert (found.before, [study.key for study in found.studies]) == (Certainty.MODERATE, [STUDY])
    assert word in found.reason
    assert "Crossref, 2026-11-20" in found.reason


@pytest.mark.parametrize("status", [Integrity.CLEAR, Integrity.CORRECTED, Integrity.NOT_CHECKED])
def test_a_rating_on_studies_that_stand_or_were_not_checked_stands(library_with, status):
    library = library_with(status)

    assert suspension(library.claim(CLAIM), library) is None


def test_a_claim_without_a_rating_has_none_to_suspend(library_with, claim_of):
    library = library_with(Integrity.RETRACTED, claims=[claim_of(rating=None, certainty=None)])

    assert suspension(library.claim(CLAIM), library) is None
    assert rated_on(STUDY, library) == ()


def test_json_tells_of_it_and_is_null_where_the_rating_stands(library_with):
    fallen, standing = library_with(Integrity.RETRACTED), library_with(Integrity.CLEAR)

    told = full_claim_entry(fallen.claim(CLAIM), fallen)["suspended"]
    assert (told["before"], told["studies"]) == ("moderate", [STUDY])
    assert full_claim_entry(standing.claim(CLAIM), standing)["suspended"] is None
