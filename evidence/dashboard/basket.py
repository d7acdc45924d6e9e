"""The basket: the studies that a reader ticked on any page, to be exported together; it lasts a session."""

from collections.abc import Container, Iterable

import streamlit as st

from evidence.dashboard.markdown import plain
from evidence.model import Study

__all__ = ["add", "add_button", "can_undo", "clear", "fill", "forget", "keys", "remove", "tick", "undo"]

_KEYS = "basket.keys"
_BEFORE = "basket.before"
_HELP = "Collects references from several searches and pages; the page Export then has them all, in every format."


def keys() -> tuple[str, ...]:
    """The keys of the studies in the basket, in the order in which they came."""
    basket: tuple[str, ...] = st.session_state.get(_KEYS, ())
    return basket


def fill(keys: Iterable[str]) -> None:
    """Let the basket hold these and no others; `undo` brings back what was in it."""
    wanted = tuple(dict.fromkeys(keys))
    st.session_state[_BEFORE] = st.session_state.get(_KEYS, ())
    st.session_state[_KEYS] = wanted


def add(more: Iterable[str]) -> None:
    """Put studies into the basket, each once."""
    fill((*keys(), *more))


def remove(key: str) -> None:
    """Take one study out."""
    fill(one for one in keys() if one != key)


def clear() -> None:
    """Empty the basket."""
    fill(())


def forget(known: Container[str]) -> None:
    """Take out what is not among the `known` keys, also of what can be brought back: the files were read again."""
    for place in (_KEYS, _BEFORE):
        held: tuple[str, ...] = st.session_state.get(place, ())
        if any(key not in known for key in held):
            st.session_state[place] = tuple(key for key in held if key in known)


def undo() -> None:
    """Bring back what was in the basket before it was last changed."""
    fill(st.session_state.get(_BEFORE, ()))


def can_undo() -> bool:
    """Whether there is anything to bring back."""
    return bool(st.session_state.get(_BEFORE, ()) != keys())


def tick(study: Study, place: str = "", label: str = "") -> None:
    """A box that puts a study into the basket or takes it out; `place` tells apart several boxes of one study."""
    key = f"tick-{place}-{study.key}"
    st.session_state[key] = study.key in keys()
    st.checkbox(label or plain(study.reference.label), key=key, on_change=_ticked, args=(study.key, key))


def add_button(studies: Iterable[Study], place: str = "") -> None:
    """A button that puts all of these studies into the basket; it says how many are not yet in it."""
    wanted = [study.key for study in studies]
    new = set(wanted).difference(keys())
    label = f"Add {len(new)} to the basket" if new else "All in the basket"
    st.button(label, key=f"basket-{place}", on_click=add, args=(wanted,), disabled=not new, type="tertiary", help=_HELP)


def _ticked(study: str, box: str) -> None:
    if st.session_state[box]:
        add([study])
    else:
        remove(study)
