"""References on a page: in the format that the reader chooses, to copy and to save."""

from collections.abc import Iterable

import streamlit as st

from evidence.dashboard import parts, takeaway
from evidence.dashboard.address import View
from evidence.errors import MissingExtra
from evidence.export import CitationFormat, cite, left_out
from evidence.library import Library

__all__ = ["VIEW", "references"]

VIEW = View(one={"format": tuple(CitationFormat)}, flag=("notes", "fallen"))
"""The choices of `references` in the page's address: `format`, `notes`, `fallen`."""

_NAMES = {
    CitationFormat.BIBTEX: ("BibTeX", "bib", "application/x-bibtex"),
    CitationFormat.BIBLATEX: ("biblatex", "bib", "application/x-bibtex"),
    CitationFormat.CSL_JSON: ("CSL-JSON", "json", "application/vnd.citationstyles.csl+json"),
    CitationFormat.RIS: ("RIS", "ris", "application/x-research-info-systems"),
    CitationFormat.APA: ("APA", "txt", "text/plain"),
    CitationFormat.VANCOUVER: ("Vancouver", "txt", "text/plain"),
    CitationFormat.AMA: ("AMA", "txt", "text/plain"),
    CitationFormat.CHICAGO: ("Chicago", "txt", "text/plain"),
}


def references(library: Library, ids: Iterable[str], file_name: str) -> None:
    """The references behind `ids` (claims or studies), with all that can be chosen about them."""
    ids = tuple(ids)
    VIEW.read()
    fallen = left_out(library, ids)
    st.segmented_control("Format", list(_NAMES), key="format", format_func=lambda one: _NAMES[one][0], required=True)
    with st.container(horizontal=True):
        st.checkbox("With notes on what each study shows", key="notes")
        if fallen:
            st.checkbox("Take in what no longer stands, with a warning", key="fallen")
    VIEW.write()
    for key, reason in fallen.items():
        taken = "taken in with a warning" if st.session_state["fallen"] else "left out"
        parts.text_html(f"{key} is {taken}: {reason}")
    _draw(library, ids, file_name)


def _draw(library: Library, ids: tuple[str, ...], file_name: str) -> None:
    state = st.session_state
    name, ending, mime = _NAMES[CitationFormat(state["format"])]
    try:
        text = cite(library, ids, state["format"], state["notes"], bool(state.get("fallen")))
    except MissingExtra as missing:
        st.info(parts.plain(str(missing)))
        return
    if not text.strip():
        parts.text_html("There is nothing to cite.")
        return
    with st.container(horizontal=True):
        takeaway.download(f"Download {name}", text, f"{file_name}.{ending}", mime)
        takeaway.copy_text(text, "references", f"Copy {name}")
    parts.code(text, "References")
