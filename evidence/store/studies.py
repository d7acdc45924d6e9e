"""`studies.bib` and `studies/<key>.toml` ↔ studies."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from evidence.bibtex import Dialect, read, render
from evidence.model import Appraisal, Reference, Study
from evidence.problems import Problem, Where
from evidence.store import records

__all__ = ["BIB", "read_studies", "render_appraisal", "render_bib", "study_file"]

BIB = "studies.bib"


def study_file(key: str) -> str:
    """The file with the appraisal of the study of that key, relative to the library's folder."""
    return f"studies/{key}.toml"


def render_appraisal(study: Study) -> str:
    """A study's appraisal in canonical form."""
    return records.render(study.appraisal)


def render_bib(references: Iterable[Reference]) -> str:
    """`studies.bib` in canonical form: sorted by key, one field a line, a blank line between entries."""
    entries = (render(reference, Dialect.STORED) for reference in sorted(references, key=lambda one: one.key))
    return "\n".join(entry.rstrip("\n") + "\n" for entry in entries)


def read_studies(folder: Path) -> tuple[tuple[Study, ...], tuple[Problem, ...]]:
    """All studies that have both a reference and an appraisal; whatever lacks one of them becomes a problem."""
    references, bib_problems = _read_bib(folder)
    appraisals, problems, named = _read_appraisals(folder)
    studies = tuple(
        Study(key=key, reference=references[key], appraisal=appraisals[key])
        for key in sorted(references.keys() & appraisals.keys())
    )
    return studies, (*bib_problems, *problems, *_halves(references, named))


def _read_bib(folder: Path) -> tuple[Mapping[str, Reference], tuple[Problem, ...]]:
    path = folder / BIB
    if not path.exists():
        return {}, ()
    text, problems = records.read_text(path, BIB)
    if text is None:
        return {}, problems
    references, problems = read(text, BIB)
    return {reference.key: reference for reference in references}, problems


def _read_appraisals(folder: Path) -> tuple[dict[str, Appraisal], list[Problem], set[str]]:
    appraisals: dict[str, Appraisal] = {}
    problems: list[Problem] = []
    paths = sorted((folder / "studies").glob("*.toml"))
    for path in paths:
        file = path.relative_to(folder).as_posix()
        text, found = records.read_text(path, file)
        table, faults = records.parse(text, file) if text is not None else (None, ())
        appraisal, more = records.record(Appraisal, table, file) if table is not None else (None, ())
        problems += [*found, *faults, *more]
        if appraisal is not None:
            appraisals[path.stem] = appraisal
    return appraisals, problems, {path.stem for path in paths}


def _halves(references: Mapping[str, Reference], named: set[str]) -> list[Problem]:
    lone_references = [
        Problem(Where(BIB, key), "study-appraisal", f"has no appraisal; write {study_file(key)}")
        for key in sorted(references.keys() - named)
    ]
    lone_appraisals = [
        Problem(Where(study_file(key)), "study-reference", f"has no reference; add an entry {key} to {BIB}")
        for key in sorted(named - references.keys())
    ]
    return lone_references + lone_appraisals
