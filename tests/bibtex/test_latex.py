"""Plain text ↔ the value of a field."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.bibtex.latex import clean, enclosed, escape, unescape, unknown_commands

_TRICKY = "aeioıZø{}\\$%&#_~^-`'\"<>|@ \u0301\u0308\u0323\u0327μµ−²₂°α≤ά=\u0338ñéıﬁ;ampltgi"
TEXT = st.text(max_size=40) | st.text(alphabet=_TRICKY, max_size=25)


@settings(max_examples=400)
@given(TEXT, st.booleans())
def test_escaped_text_comes_back(text: str, ascii: bool) -> None:
    assert unescape(escape(text, ascii=ascii)) == clean(text)


@settings(max_examples=200)
@given(TEXT, st.booleans())
def test_escaped_text_cannot_end_its_value(text: str, ascii: bool) -> None:
    value = escape(text, ascii=ascii)
    assert enclosed(f"{{{value}}}")
    assert "\n" not in value
    assert unknown_commands(value) == ()


@pytest.mark.parametrize("ascii", [True, False])
def test_every_character_comes_back(ascii: bool) -> None:
    texts = [f"x{chr(code)}y" for code in range(0x3000)]
    assert [text for text in texts if unescape(escape(text, ascii=ascii)) != clean(text)] == []


@given(TEXT)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("text", "utf8", "ascii"),
    [
        ("50% & #1_a $5", r"50\% \& \#1\_a \$5", r"50\% \& \#1\_a \$5"),
        ("~ ^ \\", r"{\textasciitilde} {\textasciicircum} {\textbackslash}", None),
        ("{ }", r"{\textbraceleft} {\textbraceright}", None),
        ("a--b", "a{-}-b", None),
        ("Müller", "Müller", r"M{\"u}ller"),
        ("Šípková", "Šípková", r"{\v{S}}{\'i}pkov{\'a}"),
        ("Łódź smørrebrød ß", "Łódź smørrebrød ß", r"{\L}{\'o}d{\'z} sm{\o}rrebr{\o}d {\ss}"),
        ("ậ ǿ", "ậ ǿ", r"{\^{\d{a}}} {\'{\o}}"),
        ("α ≤ −1", "α ≤ −1", r"{\ensuremath{\alpha}} {\ensuremath{\leq}} {\ensuremath{-}}1"),
        ("5 µg", "5 µg", r"5 {\ensuremath{\mathrm{\mu}}}g"),
        ("CO₂ m²", "CO₂ m²", r"CO{\textsubscript{2}} m{\textsuperscript{2}}"),
        ("đ – ° 王 ά", "đ – ° 王 ά", "đ – ° 王 ά"),
    ],
)
def test_forms(text: str, utf8: str, ascii: str | None) -> None:
    assert escape(text, ascii=False) == utf8
    assert escape(text, ascii=True) == (ascii or utf8)


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("AT&amp;T &amp;lt;", "AT&T <"),
        ("<i>In vivo</i> 10<sup>3</sup> <jats:p>x</jats:p>", "In vivo 103 x"),
        ("p<0.05 and n>3", "p<0.05 and n>3"),
        ("soft\u00adhyphen zero\u200bwidth", "softhyphen zerowidth"),
        ("ﬁbre ﬂow", "fibre flow"),
        (" two\n lines\u00a0here ", "two lines here"),
        ("e\u0301", "é"),
        ("half \ud800 bell \x07", "half bell"),
    ],
)
def test_cleaning(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"\'e{\'e}{\'{e}}{\"o}\'{\i}{\'\i}\v S\c{c}\aa{}", "éééöííŠçå"),
        (r"{\o}re \o re \OE uvre \ss", "øre øre Œuvre ß"),
        (r"\& \% \$ \# \_ \{x\}", "& % $ # _ {x}"),
        (r"{HIV} and {{AIDS}}", "HIV and AIDS"),
        (r"a~b 5\,mg c\ d", "a b 5 mg c d"),
        (r"$\alpha$-blocker, $p<-5$, 37$^{\circ}$C", "α-blocker, p<−5, 37°C"),
        (r"H$_2$O 10$^{-3}$ 1\textsuperscript{st}", "H₂O 10⁻³ 1st"),
        (r"\emph{In vivo} {\em x} \textit{\textbf{y}}", "In vivo x y"),
        ("a -- b", "a -- b"),
        (r"costs $5", "costs $5"),
        (r"a lone } and {", "a lone } and"),
        ("\\", "\\"),
        (r"\~{} \^{}", "~ ^"),
        (r"\textperthousand", "‰"),
    ],
)
def test_handwritten_latex(latex: str, text: str) -> None:
    assert unescape(latex) == text


def test_unknown_command_stays_and_is_named() -> None:
    assert unescape(r"x \foo{bar}") == r"x \foobar"
    assert unknown_commands(r"\foo{bar} \'e \foo \bar") == (r"\foo", r"\bar")


@pytest.mark.parametrize(
    ("value", "expected"), [("{a}", True), ("{a}{b}", False), ("{a} b", False), (r"{a \} b}", False), ("", False)]
)
def test_enclosed(value: str, expected: bool) -> None:
    assert enclosed(value) is expected
