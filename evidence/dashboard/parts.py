"""Drawing that pages share. Text from records reaches the page only through `show`, `text_html`, `plain` or `st.code`.

Markup is a `markupsafe.Markup`, whose `format` escapes whatever is put in: text cannot become markup by an oversight.
"""

from collections.abc import Iterable, Sequence
from urllib.parse import quote

import streamlit as st
from markupsafe import Markup

from evidence.counting import counted
from evidence.dashboard.markdown import plain
from evidence.dashboard.takeaway import download_csv
from evidence.library import Library
from evidence.model import Article, Design, Study

__all__ = [
    "DISCLAIMER",
    "Cell",
    "code",
    "disclaimer",
    "listing",
    "people",
    "plain",
    "problems_note",
    "reference_links",
    "said_at",
    "show",
    "table",
    "text_html",
]

DISCLAIMER = (
    "General information from published studies, read by machine and not reviewed by a clinician. Not medical advice."
)

Cell = str | int | Markup

_MOST_COLUMNS = 3


def show(markup: Markup) -> None:
    """Put markup on the page. A plain string is refused by the type: make it with `Markup("…{}…").format(text)`."""
    st.html(markup)


def text_html(text: str, kind: str = "ev-text") -> None:
    """A paragraph of text as it is, in a style of the sheet: `ev-text`, `ev-quiet`, `ev-answer`, `ev-lead`."""
    show(Markup('<p class="{}">{}</p>').format(kind, text))


def disclaimer() -> None:
    """The line at the foot of every page."""
    text_html(DISCLAIMER, "ev-quiet")


def listing(items: Iterable[str | Markup], *, ordered: bool = False) -> None:
    """A list; text is shown as it is."""
    name = "ol" if ordered else "ul"
    lines = Markup("").join(Markup("<li>{}</li>").format(item) for item in items)
    show(Markup('<{} class="ev-list">{}</{}>').format(name, lines, name))


def table(
    headings: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    caption: str,
    *,
    wide: Iterable[str] = (),
    file_name: str = "",
) -> None:
    """A real table with a caption. The first cell of a row heads it; whole numbers stand to the right.

    With a `file_name` (one a page) a button below saves the table as it is read here, as CSV.

    `wide` columns hold prose. Where the page is narrow, a table of up to three columns scrolls in its own frame, and a
    row of a wider one becomes a block, each cell after its heading.
    """
    prose, rows = set(wide), list(rows)
    head = Markup("").join(
        Markup('<th scope="col" role="columnheader" class="{}">{}</th>').format(
            "ev-wide" if one in prose else "", _title(one)
        )
        for one in headings
    )
    body = Markup("").join(Markup('<tr role="row">{}</tr>').format(_row(row, headings)) for row in rows)
    kind = "ev-scroll ev-stack" if len(headings) > _MOST_COLUMNS else "ev-scroll"
    show(
        Markup(
            '<div class="{}" role="region" tabindex="0" aria-label="{}"><table class="ev-table" role="table">'
            '<caption>{}</caption><thead role="rowgroup"><tr role="row">{}</tr></thead>'
            '<tbody role="rowgroup">{}</tbody></table></div>'
        ).format(kind, caption, caption, head, body)
    )
    if file_name:
        download_csv("This table (CSV)", [dict(zip(headings, map(_text, row), strict=True)) for row in rows], file_name)


def _title(heading: str) -> str:
    """A heading with a capital, wherever it is written."""
    return f"{heading[:1].upper()}{heading[1:]}"


def _text(cell: Cell) -> str | int:
    return cell.striptags() if isinstance(cell, Markup) else cell


def _row(row: Sequence[Cell], headings: Sequence[str]) -> Markup:
    cells = (_cell(value, heading) for value, heading in zip(row[1:], headings[1:], strict=True))
    return Markup('<th scope="row" role="rowheader">{}</th>{}').format(row[0], Markup("").join(cells))


def _cell(value: Cell, heading: str) -> Markup:
    kind, shown = ("ev-number", f"{value:,}") if isinstance(value, int) else ("", value)
    return Markup('<td role="cell" class="{}" data-label="{}">{}</td>').format(kind, _title(heading), shown)


def code(text: str, label: str) -> None:
    """A text as a machine reads it; a long one scrolls in its frame, which the keyboard reaches."""
    show(Markup('<pre class="ev-code" tabindex="0" role="region" aria-label="{}">{}</pre>').format(label, text))


def said_at(article: Article, phrase: str) -> str:
    """The address that opens an article at a phrase (URL text fragment, WICG Scroll To Text Fragment)."""
    return f"{article.address}#:~:text={quote(phrase, safe='').replace('-', '%2D')}"


def reference_links(study: Study) -> Markup:
    """Links to a study's pages elsewhere; where it was read when it has no identifier."""
    pages = (study.reference.links or {"Page read": study.appraisal.checks[0].url}).items()
    links = (Markup('<a href="{}" target="_blank">{}</a>').format(address, place) for place, address in pages)
    return Markup(" · ").join(links)


def people(study: Study) -> Cell:
    """How many took part, for a column of people; animals, and what a laboratory counts, are not taken for people.

    Empty where it was not stated.
    """
    appraisal = study.appraisal
    if appraisal.participants is None:
        return ""
    return appraisal.counted if appraisal.design in {Design.ANIMAL, Design.LABORATORY} else appraisal.participants


def problems_note(library: Library) -> None:
    """Say how many problems the data have, if any: what could not be read is never shown as fine."""
    if library.problems:
        st.warning(
            f"{counted(len(library.problems), 'problem')} in the data; records that are touched are left out. "
            "The page *Data quality* lists them.",
            icon="⚠️",
        )
