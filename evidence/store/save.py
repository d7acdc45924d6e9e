"""A library → its files in canonical form, each written whole or not at all."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from evidence.counting import counted
from evidence.errors import CannotWrite
from evidence.library import Library
from evidence.model import Article, Concept, Heading, Intervention, Threshold, Topic
from evidence.problems import Problem, Where
from evidence.store.articles import LISTS, render_list
from evidence.store.claims import claim_file, render_claim
from evidence.store.studies import BIB, render_appraisal, render_bib, study_file

__all__ = ["canonical_files", "misformatted", "save", "write_bytes", "write_text"]


def canonical_files(library: Library) -> Mapping[str, str]:
    """Every file of a library in canonical form: its place relative to the library's folder, and its text."""
    files = {claim_file(claim): render_claim(claim) for claim in library.all_claims.values()}
    files |= {study_file(key): render_appraisal(study) for key, study in library.studies.items()}
    files[BIB] = render_bib(study.reference for study in library.studies.values())
    files[LISTS[Article][0]] = render_list(Article, library.articles.values())
    files[LISTS[Topic][0]] = render_list(Topic, library.topics.values())
    files[LISTS[Concept][0]] = render_list(Concept, library.concepts)
    if library.headings:
        files[LISTS[Heading][0]] = render_list(Heading, library.headings)
    if library.interventions:
        files[LISTS[Intervention][0]] = render_list(Intervention, library.interventions)
    if library.thresholds:
        files[LISTS[Threshold][0]] = render_list(Threshold, library.thresholds)
    return files


def save(library: Library, folder: Path) -> tuple[str, ...]:
    """Write a library's files in canonical form below `folder`; those that are so already are not touched.

    Returns:
        The files that were written.

    Raises:
        CannotWrite: when the library has problems (a record that was not read would be lost), or a file cannot be
            written.
    """
    if library.problems:
        found = counted(len(library.problems), "problem")
        raise CannotWrite(f"{found} must be mended first: see evidence validate.")
    changed = {file: text for file, text in canonical_files(library).items() if _current(folder / file) != text}
    for file, text in changed.items():
        write_text(folder / file, text)
    return tuple(sorted(changed))


def _current(path: Path) -> str | None:
    return path.read_bytes().decode("utf-8", errors="replace") if path.exists() else None


def write_text(path: Path, text: str) -> None:
    """Write `text` as UTF-8 to `path`, whole or not at all: a new file is moved over the old one.

    Raises:
        CannotWrite: when the folder or the file cannot be written; the old file is then untouched.
    """
    write_bytes(path, text.encode())


def write_bytes(path: Path, content: bytes) -> None:
    """Write `content` to `path`, whole or not at all: a new file is moved over the old one.

    Raises:
        CannotWrite: when the folder or the file cannot be written; the old file is then untouched.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(content)
        temporary.replace(path)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink()
        raise CannotWrite(f"Cannot write {path}: {error.strerror or error}.") from error


def misformatted(library: Library, folder: Path) -> tuple[Problem, ...]:
    """The files of `library` in `folder` that are not in canonical form."""
    return tuple(
        Problem(Where(file), "canonical-form", "is not in canonical form; run: evidence format")
        for file, text in canonical_files(library).items()
        if (folder / file).exists() and _current(folder / file) != text and file not in _broken(library)
    )


def _broken(library: Library) -> frozenset[str]:
    """Files that were not read whole: what they should look like is not known.

    The bibliography is one of them when an appraisal was not read: its entry is then not in the library.
    """
    files = frozenset(problem.where.file for problem in library.problems)
    return files | {BIB} if any(file.startswith("studies/") for file in files) else files
