"""A `.bib` file → references, and every fault in it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.bibtex import BibRule, Dialect, read, render
from evidence.model import Name, Reference

BEFORE = "@article{a2020x,\n  title = {One},\n  year = {2020},\n}\n\n"
AFTER = "\n@article{b2020x,\n  title = {Two},\n  year = {2020},\n}\n"
_DEEP = r"\emph{" * 3000 + "x" + "}" * 3000


@pytest.mark.parametrize(
    ("entry", "rule", "where"),
    [
        ("@article{k,\n  title = {x}\n  year = {2020},\n}", BibRule.MISSING_COMMA, "k.title"),
        ("@article{k, title = {x} year = {2020}}", BibRule.MISSING_COMMA, "k.title"),
        ("@article{k, year = 2020 title = {x}}", BibRule.MISSING_COMMA, "k.year"),
        ("@article{k,\n  title = {x,\n  year = {2020}},\n}", BibRule.MISSING_COMMA, "k.title"),
        (
            "@article{k,\n  title = {x\n@article{ghost, title={g}}\n more},\n  year = {2020},\n}",
            BibRule.GHOST_ENTRY,
            "line 8",
        ),
        ("@article{k,\n  title = {x,\n  year = {2020},\n}", BibRule.SYNTAX, "line 6"),
        ("@article{k,\n  title = {x},\n  year = {2020},\n", BibRule.SYNTAX, "line 6"),
        ("@article{k,\n  title {x},\n}", BibRule.SYNTAX, "line 6"),
        ("@article{\n  title = {x},\n}", BibRule.SYNTAX, "line 6"),
        ('@article{k, title = "x, year = {2020}}', BibRule.SYNTAX, "line 6"),
        ("@article{k, title = {x}},\n  year = {2020},\n}", BibRule.BRACES, "line 6"),
        ("@article{k, title = {x}}\n  year = {2020}", BibRule.BRACES, "line 7"),
        ("@comment{ @article{k,\n title={x}}\n}", BibRule.HIDDEN_ENTRY, "line 6"),
        ("@comment{\n@article{k,\n title={x}}\n}", BibRule.SYNTAX, "line 6"),
        ("@article k,\n title={x},\n}", BibRule.HIDDEN_ENTRY, "line 6"),
        ("@ article {k,\n title={x},\n}", BibRule.HIDDEN_ENTRY, "line 6"),
        ("@article\n{k,\n title={x},\n}", BibRule.HIDDEN_ENTRY, "line 6"),
        ("@article{A2020x,\n title={x}\n}", BibRule.DUPLICATE_KEY, "line 6"),
        ("@article{a2020x,\n title={x}\n}", BibRule.DUPLICATE_KEY, "line 6"),
        ("@article{a b,\n title={x}\n}", BibRule.KEY, "line 6"),
        ("@article{,\n title={x}\n}", BibRule.KEY, "line 6"),
        ("@article{k,\n title={x},\n title={y}\n}", BibRule.DUPLICATE_FIELD, "k.title"),
        ("@article{k,\n title={x},\n Title={y}\n}", BibRule.DUPLICATE_FIELD, "k.title"),
        ('@article{k, title = {x} # " y"}', BibRule.VALUE, "k.title"),
        ('@article{k, title = "x" # " y"}', BibRule.VALUE, "k.title"),
        ('@article{k, title={x}, month = "10~" # jan}', BibRule.VALUE, "k.month"),
        ("@string{j={J}}\n@article{k, title={x}, journal=j}", BibRule.VALUE, "k.journal"),
        (r"@article{k, title = {a \} b}, year={2020}}", BibRule.BRACES, "k.title"),
        ("@article{k, title={x}, author={Smith, J, Jr, PhD}}", BibRule.NAME, "k.author"),
        ("@article{k, title={x}, author={A, B and and C, D}}", BibRule.NAME, "k.author"),
        (f"@article{{k, title={{{_DEEP}}}}}", BibRule.LATEX, "k.title"),
    ],
)
def test_faulty_entry_is_told_and_hides_no_other(entry: str, rule: BibRule, where: str) -> None:
    references, problems = read(f"{BEFORE}{entry}\n{AFTER}", "lib.bib")
    assert {"a2020x", "b2020x"} <= {one.key for one in references}
    assert "ghost" not in {one.key for one in references}
    assert (rule, "lib.bib", where) in {(one.rule, one.where.file, one.where.field) for one in problems}


@pytest.mark.parametrize(
    ("entry", "rule", "hint"),
    [
        ("@artcle{k, title={x}}", BibRule.TYPE, "did you mean article?"),
        ("@patent{k, title={x}}", BibRule.TYPE, "data/README.md"),
        ("@article{k, title={x}, jornal={J}}", BibRule.FIELD, "did you mean journal?"),
        ("@article{k, title={x}, keywords={J}}", BibRule.FIELD, "data/README.md"),
        (r"@article{k, title={x}, journal={\foo J}}", BibRule.LATEX, r"\foo"),
    ],
)
def test_what_is_not_known_is_told_and_the_entry_read(entry: str, rule: BibRule, hint: str) -> None:
    (reference,), (problem,) = read(entry)
    assert (reference.key, reference.title, problem.rule) == ("k", "x", rule)
    assert hint in problem.message


def test_handwritten_entry() -> None:
    text = r"""% exported by hand
@comment{jabref-meta: databaseType:bibtex;}
@ARTICLE(Day1987,
  Author = "D{\"a}y, James A. and {World Health Organization} and others",
  TITLE = {The {HIV} \& pain
     trial},
  year = 1987, month = jul,
  pages = {213--217}, doi = {10.1000/a\_b},
  url = {https://example.org/~x_y%20z#a}
)
"""
    assert read(text) == (
        (
            Reference(
                key="Day1987",
                type="article",
                title="The HIV & pain trial",
                authors=(Name(family="Däy", given="James A."), Name(literal="World Health Organization")),
                et_al=True,
                year="1987",
                month="7",
                pages="213-217",
                doi="10.1000/a_b",
                url="https://example.org/~x_y%20z#a",
            ),
        ),
        (),
    )


def test_windows_line_ends_and_byte_order_mark() -> None:
    text = "\ufeff" + BEFORE.replace("One", "One\nmore").replace("\n", "\r\n")
    (reference,), problems = read(text)
    assert (reference.title, problems) == ("One more", ())


def test_at_sign_within_a_line_is_text() -> None:
    (reference,), problems = read("@misc{k, title = {a @article{x} b\n@home}}")
    assert (reference.title, problems) == ("a @articlex b @home", ())


def test_entry_that_percent_comments_out_is_read_as_bibtex_does() -> None:
    assert [one.key for one in read("%@misc{k, title = {x}}")[0]] == ["k"]


def test_message_names_the_first_of_two_keys() -> None:
    _, (problem,) = read(f"{BEFORE}@misc{{A2020X, title = {{x}}}}")
    assert "line 1" in problem.message
    assert "a2020x" in problem.message


def test_nothing_in_nothing() -> None:
    assert read("") == ((), ())


def test_every_rule_has_its_own_name() -> None:
    assert all(rule.startswith("bib-") for rule in BibRule)


@settings(max_examples=300)
@given(st.text(max_size=40) | st.text(alphabet='@{}(),="#\\\n ak1%', max_size=40))
def test_reading_never_fails(text: str) -> None:
    read(text)


_THREE = "\n".join(
    render(
        Reference(
            key=f"{letter}2020x", type="article", title="A trial", authors=(Name(family="Day", given="J"),), year="2020"
        ),
        Dialect.STORED,
    )
    for letter in "abc"
)


@settings(max_examples=300)
@given(st.integers(0, len(_THREE) - 1), st.sampled_from(["", *'{}",=@#(\n']), st.booleans())
def test_no_slip_of_the_pen_loses_an_entry(place: int, slip: str, instead: bool) -> None:
    """One character too many, too few or wrong: all three entries are read, or something is told."""
    references, problems = read(_THREE[:place] + slip + _THREE[place + instead :])
    assert len(references) >= 2
    assert problems or len(references) == 3
    intact = read(_THREE)[0]
    if not problems:
        changed = [new for new, old in zip(references, intact, strict=True) if new != old]
        assert len(changed) <= 1


def test_line_of_a_problem_is_that_of_its_block() -> None:
    _, problems = read(f"{BEFORE}\n\n@misc{{k, title}}\n{AFTER}")
    assert re.fullmatch(r"line 8", problems[0].where.field)
