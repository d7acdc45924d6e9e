"""The words of this project, read from the glossary that stands in `docs`."""

import re
from collections.abc import Mapping
from functools import cache

from evidence.store import shipped

__all__ = ["glossary"]

_ROW = re.compile(r"^\| (?!word \|)(?P<word>[^|]+?) \| (?P<meaning>.+?) \|$", re.MULTILINE)


@cache
def glossary() -> Mapping[str, str]:
    """Each word with its meaning, in the order of the file; nothing where the file did not ship."""
    path = shipped("docs/glossary.md")
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    return {row["word"]: row["meaning"].replace("`", "") for row in _ROW.finditer(text)}
