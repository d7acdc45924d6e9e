"""Text from records, fit for a place that reads Markdown: labels, headings and messages of Streamlit."""

import re

__all__ = ["plain"]

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&])")


def plain(text: str) -> str:
    """`text` on one line, so that it shows as it is: no emphasis, formula, directive or tag."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
