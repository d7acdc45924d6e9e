"""The source articles' texts, where they are at hand."""

import os
from collections.abc import Mapping
from pathlib import Path

from evidence.library import Library

__all__ = ["article_texts", "sources_folder"]

_DEFAULT = Path("../shared/sources")


def sources_folder() -> Path | None:
    """The folder that `EVIDENCE_SOURCES` names, else `../shared/sources` from here; None when there is none."""
    folder = Path(os.environ.get("EVIDENCE_SOURCES") or _DEFAULT)
    return folder if folder.is_dir() else None


def article_texts(library: Library, folder: Path | None) -> Mapping[str, str]:
    """The text of each article that `folder` holds, by the article's id; the texts do not ship with the project."""
    if folder is None:
        return {}
    paths = {id: folder / f"{id}.txt" for id in library.articles}
    return {id: path.read_bytes().decode("utf-8") for id, path in paths.items() if path.is_file()}
