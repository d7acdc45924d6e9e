"""The author field ↔ names."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.bibtex.latex import clean
from evidence.bibtex.names import read_authors, render_authors
from evidence.model import Name

_WORDS = (
    st.text(alphabet="aAbBéøŁ王 ,-.'&{}\\~andothers$", max_size=12).map(clean) | st.text(max_size=8).map(clean)
).filter(bool)
_PARTICLES = st.lists(st.sampled_from(["van", "der", "de", "la", "d'", "é"]), max_size=2).map(" ".join)
_NAMES = (
    st.builds(Name, family=_WORDS, given=_WORDS, suffix=_WORDS | st.just(""))
    | st.builds(Name, family=_WORDS, given=_WORDS, particle=_PARTICLES)
    | st.builds(Name, literal=_WORDS)
)


@settings(max_examples=300)
@given(st.lists(_NAMES, max_size=3).map(tuple), st.booleans(), st.booleans())
def test_names_come_back(names: tuple[Name, ...], et_al: bool, ascii: bool) -> None:
    assert read_authors(render_authors(names, et_al=et_al, ascii=ascii)) == (names, et_al)


@pytest.mark.parametrize(
    ("latex", "name"),
    [
        ("Perlman, Adam", Name(family="Perlman", given="Adam")),
        ("Fogerite, Susan Gould", Name(family="Fogerite", given="Susan Gould")),
        ("van der Windt, D. A.", Name(family="Windt", given="D. A.", particle="van der")),
        ("King, Jr, Martin L.", Name(family="King", given="Martin L.", suffix="Jr")),
        (r"M{\"u}ller, {\'E}ric", Name(family="Müller", given="Éric")),
        ("{Barnes and Noble, Inc.}", Name(literal="Barnes and Noble, Inc.")),
        ("{Ortega y Gasset}, Jos{\\'e}", Name(family="Ortega y Gasset", given="José")),
        ("{al-Farsi}, Ali", Name(family="al-Farsi", given="Ali")),
        ("王, 小明", Name(family="王", given="小明")),
    ],
)
def test_canonical_form(latex: str, name: Name) -> None:
    assert read_authors(latex) == ((name,), False)
    assert render_authors((name,), et_al=False, ascii="\\" in latex) == latex or not latex.isascii()


@pytest.mark.parametrize(
    ("latex", "name"),
    [
        ("Adam Perlman", Name(family="Perlman", given="Adam")),
        ("Ludwig van Beethoven", Name(family="Beethoven", given="Ludwig", particle="van")),
        ("De la Fontaine, Jean", Name(family="De la Fontaine", given="Jean")),
        ("Ortega y Gasset, José", Name(family="Ortega y Gasset", given="José")),
        ("Van den Berg, A", Name(family="Van den Berg", given="A")),
        ("Plato", Name(literal="Plato")),
    ],
)
def test_other_forms_are_read(latex: str, name: Name) -> None:
    assert read_authors(latex) == ((name,), False)


def test_several_names() -> None:
    value = "Day, J AND {World Health Organization}\nand \\'Emile Zola and others"
    names, et_al = read_authors(value)
    assert [str(name) for name in names] == ["Day J", "World Health Organization", "Zola É"]
    assert et_al


def test_no_names() -> None:
    assert read_authors("") == ((), False)
    assert read_authors("others") == ((), True)
    assert render_authors((), et_al=False, ascii=False) == ""


def test_name_without_given_name_is_written_as_a_body() -> None:
    assert render_authors((Name(family="Gogh", particle="van"),), et_al=False, ascii=False) == "{van Gogh}"


@pytest.mark.parametrize("value", ["A and and B", "Smith, J, Jr, PhD", "Smith,"])
def test_what_is_no_name_is_told(value: str) -> None:
    with pytest.raises(ValueError, match=r"name"):
        read_authors(value)
