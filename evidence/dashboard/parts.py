"""Drawing that pages share. Text from records reaches the page only through `plain`, `text_html` or `st.text`."""

import re
from html import escape
from urllib.parse import quote

import streamlit as st

from evidence.dashboard import routes
from evidence.library import Library
from evidence.model import Article, Claim, Stance, Study, Verdict

__all__ = [
    "DISCLAIMER",
    "STYLE",
    "certainty_html",
    "claim_link",
    "plain",
    "problems_note",
    "said_at",
    "stance_html",
    "study_links",
    "style",
    "text_html",
    "verdict_html",
]

DISCLAIMER = (
    "General information from published studies, read by machine and not reviewed by a clinician. Not medical advice."
)

# Shape and word carry the meaning; colour only repeats it.
_VERDICT_SHAPES = {
    Verdict.SUPPORTED: ("▲", "holds"),
    Verdict.PARTLY_SUPPORTED: ("△", "holds"),
    Verdict.CONTRADICTED: ("▼", "fails"),
    Verdict.CONFLICTING: ("◆", "mixed"),
    Verdict.INSUFFICIENT: ("◇", "open"),
    Verdict.NO_EVIDENCE_FOUND: ("○", "open"),
    Verdict.UNVERIFIABLE: ("✕", "fails"),
    Verdict.NOT_CHECKABLE: ("–", "open"),
}
_STANCE_SHAPES = {
    Stance.SUPPORTS: ("▲", "holds"),
    Stance.CONTRADICTS: ("▼", "fails"),
    Stance.MIXED: ("◆", "mixed"),
    Stance.INCONCLUSIVE: ("◇", "open"),
}

# Contrast of each pair against both themes' grounds is at least 4.5:1 (WCAG 2.2, 1.4.3).
STYLE = """
<style>
.ev-tag {display: inline-block; padding: .05rem .5rem; margin: 0 .4rem .1rem 0; border: 1.5px solid;
  border-radius: .6rem; font-weight: 600; white-space: nowrap;}
.ev-holds {color: light-dark(#1d5c2e, #8fd3a0);} .ev-fails {color: light-dark(#8c2318, #f3a79d);}
.ev-mixed {color: light-dark(#7a4700, #f0c078);} .ev-open {color: light-dark(#3f4a55, #c3ccd5);}
.ev-certainty {white-space: nowrap; letter-spacing: .02em;}
.ev-text, .ev-quiet, .ev-answer {margin: .15rem 0;}
.ev-narrow {display: none;}
[data-testid="stMainBlockContainer"] {padding-top: 4rem;}
[data-testid="stPageLink-NavLink"] {padding-left: 0; padding-right: 0;}
[data-testid="stPageLink-NavLink"] p, [data-testid="stPageLink-NavLink"] span {
  white-space: normal; overflow: visible; font-size: 1.1rem; line-height: 1.35; text-decoration: underline;
  text-decoration-thickness: 1px; text-underline-offset: .2em;}
.ev-quiet, .ev-text {overflow-wrap: anywhere;}
a:focus-visible, button:focus-visible, [role="button"]:focus-visible {
  outline: 3px solid light-dark(#1f5f8b, #7fb8e0) !important; outline-offset: 2px;}
/* A closed panel is out of sight, so it is out of the keyboard's way too. */
[data-testid="stSidebar"][aria-expanded="false"] {visibility: hidden;}
@media (max-width: 767px) {.ev-narrow {display: block;}}
.ev-answer {font-size: 1.2rem; line-height: 1.45; max-width: 46rem;}
.ev-text {max-width: 46rem;}
.ev-quiet {opacity: .86; font-size: .93rem;}
@media print {
  header, [data-testid="stSidebar"], [data-testid="stToolbar"], .stDownloadButton {display: none !important;}
}
</style>
"""


def style() -> None:
    """Put the page's style sheet in place; once a page."""
    st.html(STYLE)


def plain(text: str) -> str:
    """`text` for a place that reads Markdown, so that it shows as it is: no emphasis, formula, directive or tag."""
    return re.sub(r"([\\`*_{}\[\]()<>#+\-.!|~$:&])", r"\\\1", " ".join(text.split()))


def text_html(text: str, kind: str = "ev-text") -> None:
    """A paragraph of text as it is, in a style of `STYLE`."""
    st.html(f'<p class="{kind}">{escape(text)}</p>')


def verdict_html(claim: Claim) -> str:
    """The verdict as a tag with shape and word."""
    shape, kind = _VERDICT_SHAPES[claim.verdict]
    return f'<span class="ev-tag ev-{kind}"><span aria-hidden="true">{shape}</span> {claim.verdict.words}</span>'


def stance_html(stance: Stance) -> str:
    """A stance as a tag with shape and word."""
    shape, kind = _STANCE_SHAPES[stance]
    return f'<span class="ev-tag ev-{kind}"><span aria-hidden="true">{shape}</span> {stance.words}</span>'


def certainty_html(claim: Claim) -> str:
    """The certainty as symbol and word; says so when there is none."""
    if claim.certainty is None:
        return '<span class="ev-certainty">not rated</span>'
    symbol = f'<span aria-hidden="true">{claim.certainty.symbol}</span>'
    return f'<span class="ev-certainty">{symbol} {claim.certainty.words} certainty</span>'


def claim_link(claim: Claim) -> None:
    """A claim's statement as a link to its page."""
    st.page_link(routes.claim(), label=f"**{plain(claim.statement)}**", query_params={"id": claim.id})


def said_at(article: Article, phrase: str) -> str:
    """The address that opens an article at a phrase (URL text fragment, WICG Scroll To Text Fragment)."""
    return f"{article.address}#:~:text={quote(phrase, safe='').replace('-', '%2D')}"


def study_links(study: Study) -> str:
    """Links to a study's pages, as HTML: where it was read when it has no identifier."""
    links = (study.reference.links or {"Page read": study.appraisal.checks[0].url}).items()
    return " · ".join(f'<a href="{escape(address)}" target="_blank">{place}</a>' for place, address in links)


def problems_note(library: Library) -> None:
    """Say how many problems the data have, if any: what could not be read is never shown as fine."""
    if library.problems:
        st.warning(
            f"{len(library.problems)} problem(s) in the data; records that they touch are left out. "
            "`evidence validate` lists them.",
            icon="⚠️",
        )
