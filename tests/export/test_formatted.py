"""References in the styles of journals.

The expected lines follow the patterns of the style guides: Publication Manual of the APA 7, ch. 10; Citing Medicine 2, ch. 1;
AMA Manual of Style 11, ch. 3; Chicago Manual of Style 18, ch. 13.
"""
# ruff: noqa: E501  a line of a bibliography is read as one

import builtins
import re

import pytest

from evidence.errors import MissingExtra
from evidence.export.cited import Cited
from evidence.export.formatted import formatted
from evidence.export.styles import Style
from evidence.model import Name, Reference

PERLMAN = Reference(
    key="perlman2019efficacy",
    type="article",
    title="Efficacy of massage for 5 µg of pain: a trial",
    authors=(
        Name(family="Perlman", given="Adam"),
        Name(family="Windt", given="DA", particle="van der"),
        Name(family="King", given="Martin L.", suffix="Jr"),
    ),
    journal="Journal of General Internal Medicine",
    year="2019",
    month="3",
    volume="34",
    number="3",
    pages="379-386",
    doi="10.1007/s11606-018-4763-5",
    pmid="30543021",
)


@pytest.mark.parametrize(
    ("style", "line"),
    [
        (
            Style.APA,
            (
                "Perlman, A., van der Windt, D. A., & King, M. L., Jr. (2019). Efficacy of massage for 5 µg of pain: a trial. "
                "Journal of General Internal Medicine, 34(3), 379–386. https://doi.org/10.1007/s11606-018-4763-5"
            ),
        ),
        (
            Style.VANCOUVER,
            (
                "1. Perlman A, van der Windt DA, King ML Jr. Efficacy of massage for 5 µg of pain: a trial. Journal of General "
                "Internal Medicine. 2019 Mar;34(3):379–86. doi:10.1007/s11606-018-4763-5 PubMed PMID: 30543021."
            ),
        ),
        (
            Style.AMA,
            (
                "1. Perlman A, van der Windt DA, King ML Jr. Efficacy of massage for 5 µg of pain: a trial. Journal of General "
                "Internal Medicine. 2019;34(3):379-386. doi:10.1007/s11606-018-4763-5"
            ),
        ),
        (
            Style.CHICAGO,
            (
                "Perlman, Adam, D. A. van der Windt, and Martin L. King Jr. 2019. “Efficacy of Massage for 5 µg of Pain: A Trial.” "
                "Journal of General Internal Medicine 34 (3): 379–86. https://doi.org/10.1007/s11606-018-4763-5."
            ),
        ),
    ],
)
def test_an_article(style, line):
    assert formatted([Cited(PERLMAN)], style) == f"{line}\n"


def one(style, **fields):
    reference = Reference(
        **{"key": "k2020x", "type": "article", "title": "Title", "journal": "J", "year": "2020", **fields}
    )
    return formatted([Cited(reference)], style).rstrip("\n")


@pytest.mark.parametrize(
    ("style", "authors", "start"),
    [
        (Style.APA, (Name(literal="Kim"),), "Kim et al. (2020)."),
        (
            Style.APA,
            (Name(family="Kim", given="J."), Name(family="Seo", given="K")),
            "Kim, J., Seo, K., et al. (2020).",
        ),
        (Style.VANCOUVER, (Name(family="Kim", given="J."),), "1. Kim J, et al. Title."),
        (Style.AMA, (Name(family="Kim", given="J."),), "1. Kim J, et al. Title."),
        (Style.CHICAGO, (Name(literal="Kim"),), "Kim et al. 2020."),
        (
            Style.CHICAGO,
            (Name(family="Kim", given="J."), Name(family="Seo", given="K")),
            "Kim, J., K. Seo, et al. 2020.",
        ),
    ],
)
def test_authors_who_are_not_named_are_et_al(style, authors, start):
    assert one(style, authors=authors, et_al=True).startswith(start)


@pytest.mark.parametrize("given", ["KL", "K.L.", "K L", "K. L."])
def test_no_initial_is_lost(given):
    assert one(Style.VANCOUVER, authors=(Name(family="Paterson", given=given),)).startswith("1. Paterson KL. ")
    assert one(Style.APA, authors=(Name(family="Bassin", given="J-P"),)).startswith("Bassin, J.-P. ")


@pytest.mark.parametrize(
    ("pages", "vancouver", "chicago"),
    [
        # Citing Medicine, chapter 1, "Pagination"; Chicago 18, §9.63.
        ("1-10", "1–10", "1–10"),
        ("379-386", "379–86", "379–86"),
        ("1100-1113", "1100–13", "1100–1113"),
        ("101-108", "101–8", "101–8"),
        ("99-104", "99–104", "99–104"),
        ("e30248", "e30248", "e30248"),
        ("S1-S10", "S1–S10", "S1–S10"),
    ],
)
def test_pages_are_shortened_without_a_change(pages, vancouver, chicago):
    assert one(Style.VANCOUVER, volume="1", pages=pages).endswith(f":{vancouver}.")
    assert one(Style.CHICAGO, volume="1", pages=pages).endswith(f" 1: {chicago}.")


@pytest.mark.parametrize("style", list(Style))
def test_a_title_without_authors_stands_once(style):
    line = one(style, title="Increase of plasma beta-endorphins")
    assert line.lower().count("increase of plasma") == 1
    assert "edition" not in line.lower()


@pytest.mark.parametrize("style", list(Style))
def test_a_title_that_asks_ends_with_one_mark(style):
    line = one(style, title="Does it help?", authors=(Name(literal="Kim"),))
    assert "?." not in line
    assert "elp?" in line


def test_a_title_in_another_language_keeps_its_letters():
    assert "“Føttene - et hjelpemiddel.”" in one(Style.CHICAGO, title="Føttene - et hjelpemiddel", language="norwegian")


@pytest.mark.parametrize("style", list(Style))
def test_notes_follow_on_a_line_of_their_own(style):
    text = formatted([Cited(PERLMAN, warning="RETRACTED.", proof="Evidence: x.")], style)
    assert text.split("\n")[1:] == ["    RETRACTED. Evidence: x.", ""]


def test_numbered_styles_keep_the_order_and_the_others_sort():
    cited = [
        Cited(Reference(key=f"{name}2020x", type="misc", title=name, authors=(Name(literal=name),))) for name in "ba"
    ]
    assert [line[:4] for line in formatted(cited, Style.AMA).splitlines()] == ["1. b", "2. a"]
    assert [line[:1] for line in formatted(cited, Style.APA).splitlines()] == ["a", "b"]


@pytest.mark.parametrize("style", list(Style))
def test_each_hard_case_is_one_line_with_its_title_as_plain_text(style, cited_hard):
    some = [one for one in cited_hard if one.reference.key != "k2020many"][:: 30 if style is Style.CHICAGO else 10]
    lines = formatted(some, style).splitlines()

    assert len(lines) == len(some)
    text = "".join("\n".join(lines).lower().split())
    for cited in some:
        assert not cited.reference.doi or "".join(cited.reference.doi.split()) in text
    assert "\ufdd0" not in text
    assert "nocase" not in text


def test_no_references_need_no_program():
    assert formatted([], Style.APA) == ""


def test_without_the_extra_it_is_said_what_to_install(monkeypatch):
    real = builtins.__import__

    def without(name, *rest):
        if name.startswith("citeproc"):
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtra, match=r"'\.\[refs\]'"):
        formatted([Cited(PERLMAN)], Style.APA)


@pytest.mark.parametrize(
    ("given", "apa", "numbered", "chicago"),
    [
        # Publication Manual 7, §9.8 keeps the hyphen; Citing Medicine 2, ch. 1, and AMA 11, §3.7 drop it.
        ("Ju-mi", "J.-m.", "JM", "Ju-mi"),
        ("Ju\u2010mi", "J.-m.", "JM", "Ju-mi"),
        ("Jean-Pierre", "J.-P.", "JP", "Jean-Pierre"),
        ("J.-C.", "J.-C.", "JC", "J.-C."),
        ("S.-young", "S.-y.", "SY", "S.-young"),
        ("Xiao Hong", "X. H.", "XH", "Xiao Hong"),
        ("O.", "O.", "O", "O."),
        ("KL", "K. L.", "KL", "K. L."),
        ("J.P.-M.", "J. P.-M.", "JPM", "J. P.-M."),
        ("Rodrigo de Marche", "R. de M.", "R de M", "Rodrigo de Marche"),
        ("(Ray) Tom", "R. T.", "RT", "(Ray) Tom"),
        ("Éric", "É.", "É", "Éric"),
        ("小明", "小明", "小明", "小明"),
    ],
)
def test_given_names_are_as_the_style_has_them(given, apa, numbered, chicago):
    authors = (Name(family="Ahn", given=given), Name(family="Hur", given="M"))

    assert one(Style.APA, authors=authors).startswith(f"Ahn, {apa}, & Hur, M. (2020).")
    for style in (Style.VANCOUVER, Style.AMA):
        assert one(style, authors=authors).startswith(f"1. Ahn {numbered}, Hur M. Title")
    assert one(Style.CHICAGO, authors=authors).startswith(f"Ahn, {chicago}, and M. Hur. 2020.")


def test_retrieved_without_a_day_is_not_printed():
    assert one(Style.APA, authors=(Name(literal="Kim"),), year="", url="https://example.org/x").endswith(
        ". https://example.org/x"
    )


ODDITIES = {
    "two stops": r"\.\.",
    "a blank before a mark": r" [.,;:](?!\d)(?! A Randomized)",
    "two marks": r",,|;;|, ,|:\.|;\.|,\.|\.-\.|[?!]\.",
    "et al. as a name": r"& et al|and et al|… ?et al|\bet al(?!\.)|\bothers\b(?=[.,] )|\ufdd0",
    "empty brackets": r"\(\)|\[\]|“”|\( | \)",
    "a word without its day": r"Retrieved (?=URL)",
    "a number that clings": r"^\d+\.\S",
    "markup": r"nocase|</?\w+>",
}


@pytest.mark.parametrize("style", list(Style))
def test_no_reference_of_the_library_is_odd(style, real):
    lines = formatted([Cited(study.reference) for study in real.studies.values()], style).splitlines()
    texts = [re.sub(r"https?://\S+|doi:\S+", "URL", line) for line in lines]

    assert len(texts) == len(real.studies)
    found = [(what, text) for text in texts for what, odd in ODDITIES.items() if re.search(odd, text)]
    assert found == []
