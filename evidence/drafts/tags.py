"""What HTML's elements mean for prose: which end a paragraph, and which hold something else than the writer's prose."""

import re
from functools import cache

__all__ = ["ATTRIBUTES", "BREAKING", "SILENT_BLOCKS", "SILENT_PHRASES", "closing_tag"]

SILENT_BLOCKS = frozenset(
    """
    audio blockquote button canvas head iframe math nav noscript object pre script select style svg template textarea
    video
    """.split()
)
"""Elements that stand by themselves and whose content is not prose, or is somebody else's."""

SILENT_PHRASES = frozenset("code del kbd s samp strike sup".split())
"""Elements within a paragraph whose content is not read: code, deleted words, and marks of notes."""

BREAKING = (
    frozenset(
        """
    address article aside body br caption center dd details dialog div dl dt fieldset figcaption figure footer form
    frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol optgroup option p search section summary
    table tbody td tfoot th thead title tr ul
    """.split()
    )
    | SILENT_BLOCKS
)
"""Elements at whose tags a paragraph ends."""

# Quoted values may hold ">"; a "<" in one is left to the loose reading, so that no value is sought through the file.
ATTRIBUTES = r"""(?:[^"'<>\n] | "[^"<\n]*+" | '[^'<\n]*+')*+"""
"""The inside of a tag after its name, as a pattern (verbose)."""


@cache
def closing_tag(name: str) -> re.Pattern[str]:
    """What ends the element `name`."""
    return re.compile(rf"</{re.escape(name)}\s*+>", re.IGNORECASE)
