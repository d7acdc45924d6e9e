"""Text from a stranger's draft, fit to be shown."""

import re

__all__ = ["visible"]

# Controls, marks and overrides of direction, and what is drawn as nothing: they could rewrite a terminal or hide words.
_UNSEEN = re.compile("[\0-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")


def visible(text: str) -> str:
    """The text, as long as before, with blanks for line ends and tabs and `·` for all else that acts unseen."""
    return _UNSEEN.sub(lambda found: " " if found.group() in "\t\n\r\x0b\x0c\x85\u2028\u2029" else "·", text)
