"""The page on which the references in the basket are exported together."""

import streamlit as st
from markupsafe import Markup

from evidence.dashboard import basket, citing, data, links, marks, parts, takeaway
from evidence.library import Library

_WRITTEN = "export.written"


def page() -> None:
    """The basket, which the address can fill, and its references in every format."""
    library = data.library()
    unknown = _read(library)
    st.title("Export references", anchor=False)
    if unknown:
        st.warning(parts.plain(f"This address names studies that are not here: {', '.join(unknown)}."), icon="⚠️")
    keys = basket.keys()
    if keys:
        _draw(library, keys)
    else:
        _draw_empty(library)
    _write()
    parts.disclaimer()


def _read(library: Library) -> tuple[str, ...]:
    """Fill the basket from the address, when it is not the one that `_write` left; the keys that lead nowhere."""
    named = tuple(st.query_params.get_all("key"))
    if named and st.session_state.get(_WRITTEN) != named:
        basket.fill(key for key in named if key in library.studies)
        st.session_state[_WRITTEN] = named
        st.rerun()  # the menu, which is drawn already, shows how many are in the basket
    return tuple(key for key in named if key not in library.studies)


def _write() -> None:
    st.session_state[_WRITTEN] = basket.keys()
    if tuple(st.query_params.get_all("key")) != basket.keys():
        others = {name: st.query_params.get_all(name) for name in st.query_params if name != "key"}
        st.query_params.from_dict({**others, **({"key": list(basket.keys())} if basket.keys() else {})})


def _draw_empty(library: Library) -> None:
    parts.text_html("The basket is empty. Tick studies on any page, or fill it from a search.")
    with st.container(horizontal=True):
        st.button("Undo", on_click=basket.undo, disabled=not basket.can_undo())
        st.button(f"Take all {len(library.studies)} studies", on_click=basket.add, args=(tuple(library.studies),))
    parts.show(links.link("claims", "Find claims and their references", {"view": "references"}))


def _draw(library: Library, keys: tuple[str, ...]) -> None:
    with st.container(horizontal=True):
        takeaway.copy_link()
        takeaway.print_page()
        st.button("Undo", on_click=basket.undo, disabled=not basket.can_undo())
        st.button("Empty the basket", on_click=basket.clear)
    count = len(keys)
    st.header(f"{count} {'reference' if count == 1 else 'references'}", anchor=False)
    citing.references(library, keys, "evidence")
    st.header("In the basket", anchor=False)
    for key in keys:
        study = library.studies[key]
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button(
                "Remove",
                key=f"remove-{key}",
                on_click=basket.remove,
                args=(key,),
                help=parts.plain(study.reference.label),
            )
            parts.show(
                Markup('<p class="ev-text">{}: {} {}</p>').format(
                    links.study_link(study), study.reference.title, marks.integrity_mark(study)
                )
            )


page()
