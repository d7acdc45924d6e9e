"""A page's choices in its address, so that a view can be linked, reloaded, and reached by back and forward."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

__all__ = ["View", "enter"]

_PAGE = "address.page"
_WRITTEN = "address.written"
_ON = "yes"


def enter(page: str) -> None:
    """Before a page is drawn: forget what was written, if it was another page, whose widgets Streamlit forgets too."""
    if st.session_state.get(_PAGE) != page:
        st.session_state[_PAGE] = page
        st.session_state[_WRITTEN] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The widgets of a page whose values stand in its address; a widget's key is the parameter's name.

    `many` has the known values of each widget that holds a list, `one` those of each that holds one value, the first
    being the value that the address leaves out ("" where nothing is chosen); `text` names those that hold free text,
    `number` those that hold a whole number from 1 on, which the address leaves out, `flag` those that are on or off.
    """

    many: Mapping[str, Iterable[str]] = field(default_factory=dict)
    one: Mapping[str, Sequence[str]] = field(default_factory=dict)
    text: Sequence[str] = ()
    number: Sequence[str] = ()
    flag: Sequence[str] = ()

    def read(self) -> tuple[str, ...]:
        """Before the widgets are drawn: give them the address's values, when it is not the one that `write` left.

        They get them too when one holds a value that there was and is no more, since the files were read again.

        Returns:
            The values of the address that are not known, which a reader should be told of.
        """
        # Not bind="query-params": that writes the label, and ours hold counts that change.
        now = {name: st.query_params.get_all(name) for name in self._names}
        is_other = st.session_state.get(_WRITTEN) != now or any(map(self._holds_unknown, self._names))
        for name in self._names:
            # Streamlit forgets a widget that was not drawn the last time; the others hold what the reader just chose.
            if is_other or name not in st.session_state:
                st.session_state[name] = self._value(name, now[name])
        known = {name: set(values) for name, values in {**self.many, **self.one}.items()} if is_other else {}
        return tuple(value for name, values in known.items() for value in now[name] if value not in values)

    def _holds_unknown(self, name: str) -> bool:
        chosen = self._chosen(name)
        return bool(chosen) and not {*chosen} <= {*{**self.many, **self.one}.get(name, chosen)}

    def _value(self, name: str, said: list[str]) -> Any:
        """What a widget holds when the address says this."""
        if name in self.many:
            known = set(self.many[name])
            return [value for value in said if value in known]
        if name in self.one:
            known = set(self.one[name])
            return next((value for value in said if value in known), self.one[name][0]) or None
        if name in self.number:
            return max(1, int(next(filter(_is_number, said), "1")))
        return said == [_ON] if name in self.flag else (said or [""])[0]

    def write(self) -> None:
        """After the widgets are drawn: put their values into the address, beside the parameters of others."""
        wanted = {name: self._chosen(name) for name in self._names}
        if {name: st.query_params.get_all(name) for name in self._names} != wanted:
            others = {name: st.query_params.get_all(name) for name in st.query_params if name not in wanted}
            st.query_params.from_dict({**others, **{name: values for name, values in wanted.items() if values}})
        st.session_state[_WRITTEN] = wanted

    @property
    def _names(self) -> tuple[str, ...]:
        return (*self.many, *self.one, *self.text, *self.number, *self.flag)

    def _chosen(self, name: str) -> list[str]:
        value = st.session_state.get(name)
        if name in self.many:
            return list(value or ())
        if name in self.number:
            return [str(value)] if value and value > 1 else []
        if name in self.flag:
            return [_ON] if value else []
        return [value] if value and not (name in self.one and value == self.one[name][0]) else []


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 7
