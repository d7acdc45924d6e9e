"""What of a registry's record stands in a check: what was found there, and nothing else."""

from datetime import date

from evidence.curation.recording import check_of, check_of_copy
from evidence.model import Name, Reference
from evidence.registries import Source
from evidence.registries.records import Work

WORK = Work(
    source=Source.PUBMED,
    on=date(2026, 11, 21),
    address="https://pubmed.ncbi.nlm.nih.gov/30000001/",
    title="Kneading for stiff elbows",
    authors=(Name(family="Miller", given="Ada"),),
    years=(2020,),
    journal="Journal of Elbows",
    volume="34",
    pages="379-386",
    pmid="30000001",
)


def reference(**changes):
    return Reference(key="k", type="article", title=WORK.title, **changes)


def test_a_check_names_what_was_compared_and_what_identifies():
    assert check_of(WORK).fields == ("title", "authors", "year", "pmid")


def test_a_copied_field_is_named_where_it_was_copied_from():
    made = check_of_copy(WORK, reference(journal="Journal of Elbows", volume="34", number="3", pages="379-390"))

    assert made.fields == ("title", "authors", "year", "pmid", "journal", "volume")


def test_the_book_is_what_the_registry_calls_the_journal():
    made = check_of_copy(WORK, reference(booktitle="Journal of Elbows"))

    assert made.fields[-1] == "booktitle"
