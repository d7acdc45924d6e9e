"""Whether a work still stands, told from the notices of several registries."""

from datetime import date

import pytest

from evidence.model import Integrity
from evidence.registries import Notice, NoticeKind, Source, Work
from evidence.registries.integrity import standing

CLEAR, CORRECTED, CONCERN, RETRACTED, NOT_CHECKED = (
    Integrity.CLEAR,
    Integrity.CORRECTED,
    Integrity.CONCERN,
    Integrity.RETRACTED,
    Integrity.NOT_CHECKED,
)


def work(source, *notices):
    return Work(source=source, on=date(2026, 11, 21), address="", title="x", notices=notices)


def notice(kind, year=0):
    return Notice(kind=NoticeKind(kind), on=date(year, 1, 1) if year else None)


CASES = [
    # Crossref, PubMed, OpenAlex (None: was not asked or does not know it) → status, disputed, reinstated
    ([], [], [], CLEAR, False, False),
    ([], [], None, CLEAR, False, False),
    ([], None, None, NOT_CHECKED, False, False),
    (None, None, [], NOT_CHECKED, False, False),
    (None, None, None, NOT_CHECKED, False, False),
    (["retraction"], ["retraction"], ["retraction"], RETRACTED, False, False),
    (["retraction"], [], [], RETRACTED, True, False),
    ([], [], ["retraction"], RETRACTED, True, False),
    (["retraction"], None, None, RETRACTED, False, False),
    (["concern"], ["concern"], [], CONCERN, False, False),  # OpenAlex does not tell of concerns
    (["concern"], [], [], CONCERN, True, False),
    (["correction"], [], [], CORRECTED, False, False),  # errata are listed here and not there: no dispute
    (["retraction", "reinstatement"], [], [], CORRECTED, False, True),
    (["retraction", "reinstatement"], ["retraction"], [], RETRACTED, True, True),
    (["correction", "concern", "retraction"], ["retraction"], ["retraction"], RETRACTED, False, False),
]


@pytest.mark.parametrize(("crossref", "pubmed", "openalex", "status", "disputed", "reinstated"), CASES)
def test_the_gravest_word_counts_and_dissent_is_told(crossref, pubmed, openalex, status, disputed, reinstated):
    told = zip((Source.CROSSREF, Source.PUBMED, Source.OPENALEX), (crossref, pubmed, openalex), strict=True)
    works = [work(source, *map(notice, kinds)) for source, kinds in told if kinds is not None]

    found = standing(works)

    assert (found.status, found.disputed, found.reinstated) == (status, disputed, reinstated)


@pytest.mark.parametrize(
    ("notices", "status"),
    [
        ([("retraction", 2020), ("reinstatement", 2021)], CORRECTED),
        ([("retraction", 2021), ("reinstatement", 2020)], RETRACTED),
        ([("retraction", 2019), ("reinstatement", 2020), ("retraction", 2021)], RETRACTED),
        ([("retraction", 0), ("reinstatement", 2020)], CORRECTED),
        ([("reinstatement", 0), ("retraction", 2020)], CORRECTED),
    ],
)
def test_the_last_word_counts(notices, status):
    assert standing([work(Source.CROSSREF, *(notice(*one) for one in notices))]).status is status


def test_who_says_what_is_stored_when_they_differ():
    found = standing([work(Source.CROSSREF, notice("retraction")), work(Source.PUBMED)])

    assert found.asked == "Crossref: retracted; PubMed: clear (disputed)"
