"""References → a `.bib` file."""

import pytest

from evidence.bibtex import Dialect, read
from evidence.errors import InvalidIdentifier
from evidence.export.bibtex import bibtex
from evidence.export.cited import Cited
from evidence.model import Reference


def _reference(key: str) -> Cited:
    return Cited(Reference(key=key, type="misc", title="Title"))


def test_entries_are_sorted_and_parted_by_a_blank_line() -> None:
    text = bibtex([_reference("b2020x"), _reference("a2020x")], Dialect.STORED)
    assert text == "@misc{a2020x,\n  title = {Title},\n}\n\n@misc{b2020x,\n  title = {Title},\n}\n"


def test_no_references_make_an_empty_file() -> None:
    assert bibtex([], Dialect.BIBLATEX) == ""


def test_order_given_makes_no_difference() -> None:
    references = [_reference(f"{letter}2020x") for letter in "cab"]
    assert bibtex(references, Dialect.CLASSIC) == bibtex(reversed(references), Dialect.CLASSIC)


def test_file_is_read_back() -> None:
    references = tuple(_reference(f"{letter}2020x") for letter in "abc")
    assert read(bibtex(references, Dialect.STORED)) == (tuple(one.reference for one in references), ())


def test_key_that_cannot_be_cited_is_refused() -> None:
    with pytest.raises(InvalidIdentifier):
        bibtex([_reference("a b")], Dialect.CLASSIC)
