"""Files that lie among the records and are none."""

from pathlib import Path

from evidence.problems import Problem, Where

__all__ = ["stray_files"]


def stray_files(folder: Path) -> tuple[Problem, ...]:
    """The files below claims/ and studies/ that no reader takes for a record: a misspelt ending, a folder too deep."""
    claims = (path for path in sorted((folder / "claims").rglob("*")) if path.suffix != ".toml")
    studies = (path for path in sorted((folder / "studies").rglob("*")) if not _is_study(path, folder))
    return tuple(
        Problem(Where(path.relative_to(folder).as_posix()), "stray-file", "is not read as a record; rename or move it")
        for path in (*claims, *studies)
        if path.is_file() and not path.name.startswith(".")
    )


def _is_study(path: Path, folder: Path) -> bool:
    return path.suffix == ".toml" and path.parent == folder / "studies"
