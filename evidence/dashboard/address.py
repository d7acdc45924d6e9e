"""The filter in the page's address, so that a view can be linked, reloaded, and reached by back and forward."""

from collections.abc import Iterable, Mapping

import streamlit as st

__all__ = ["read", "write"]

_WRITTEN = "address.written"


def read(options: Mapping[str, Iterable[str]], words: str) -> tuple[str, ...]:
    """Before the widgets are drawn: give them the address's values, when it is not the one that `write` left.

    `options` has the known values of each list-valued parameter (others are ignored); `words` names the one that is
    free text. The state of a widget has the parameter's name as its key.

    Returns:
        The values of the address that are not known, which a reader should be told of.
    """
    # Not bind="query-params": that writes the label, and ours hold counts that change.
    now = {name: st.query_params.get_all(name) for name in [*options, words]}
    # Streamlit forgets the widgets of a page that was left, hence the second condition.
    if st.session_state.get(_WRITTEN) == now and words in st.session_state:
        return ()
    for name, known in options.items():
        st.session_state[name] = [value for value in now[name] if value in set(known)]
    st.session_state[words] = (now[words] or [""])[0]
    return tuple(value for name, known in options.items() for value in now[name] if value not in set(known))


def write(values: Mapping[str, Iterable[str]]) -> None:
    """After the widgets are drawn: put their values into the address, empty ones left out."""
    wanted = {name: [value for value in chosen if value] for name, chosen in values.items()}
    if {name: st.query_params.get_all(name) for name in wanted} != wanted:
        st.query_params.from_dict({name: chosen for name, chosen in wanted.items() if chosen})
    st.session_state[_WRITTEN] = wanted
