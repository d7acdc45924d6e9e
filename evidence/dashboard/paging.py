"""Turning the pages of a long list; the number of the page is the parameter `page` of the address."""

import streamlit as st

__all__ = ["here", "turn"]

_PAGE = "page"


def here(count: int) -> int:
    """The page that is shown, from 1 to `count`."""
    wanted: int = st.session_state.get(_PAGE, 1)
    return min(max(1, wanted), max(1, count))


def turn(count: int) -> None:
    """The pages to choose from, where there is more than one."""
    if count > 1:
        # A key of its own for each page: the widget is given its place as default, not through its state.
        key = f"pages-{here(count)}"
        st.pagination(count, default=here(count), key=key, on_change=_turned, args=(key,))


def _turned(key: str) -> None:
    st.session_state[_PAGE] = st.session_state[key]
