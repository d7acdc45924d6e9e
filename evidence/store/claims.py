"""`claims/<topic>/<slug>.toml` ↔ claims."""

from pathlib import Path

from evidence.model import Claim
from evidence.problems import Problem, Where
from evidence.store.records import parse, read_text, record, render

__all__ = ["claim_file", "read_claim", "read_claims", "render_claim"]

# These two stand in the file's name and folder.
_IN_PATH = frozenset({"id", "topic"})


def claim_file(claim: Claim) -> str:
    """The file in which a claim stands, relative to the library's folder."""
    return f"claims/{claim.topic}/{claim.id}.toml"


def render_claim(claim: Claim) -> str:
    """A claim's file in canonical form."""
    return render(claim, leave_out=_IN_PATH)


def read_claim(text: str, file: str) -> tuple[Claim | None, tuple[Problem, ...]]:
    """One claim from the text of its file `claims/<topic>/<id>.toml`."""
    table, problems = parse(text, file)
    if table is None:
        return None, problems
    if misplaced := sorted(_IN_PATH & table.keys()):
        return None, tuple(_misplaced(file, name) for name in misplaced)
    path = Path(file)
    return record(Claim, {**table, "id": path.stem, "topic": path.parent.name}, file)


def _misplaced(file: str, name: str) -> Problem:
    return Problem(Where(file, name), "field-unknown", "stands in the file's path and not in the file; take it out")


def read_claims(folder: Path) -> tuple[tuple[Claim, ...], tuple[Problem, ...]]:
    """All claims below `folder`/claims; a broken one becomes problems and hides no other."""
    claims: list[Claim] = []
    problems: list[Problem] = []
    seen: dict[str, str] = {}
    for path in sorted((folder / "claims").rglob("*.toml")):
        file = path.relative_to(folder).as_posix()
        if len(path.relative_to(folder).parts) != 3:
            problems.append(
                Problem(Where(file), "claim-place", "must stand in claims/<topic>/<id>.toml; move it there")
            )
            continue
        text, found = read_text(path, file)
        claim, more = read_claim(text, file) if text is not None else (None, ())
        problems += [*found, *more, *_twins(path, file, seen)]
        if claim is not None and path.stem not in seen:
            claims.append(claim)
        seen.setdefault(path.stem, file)
    return tuple(claims), tuple(problems)


def _twins(path: Path, file: str, seen: dict[str, str]) -> list[Problem]:
    if path.stem not in seen:
        return []
    message = f"has the id of {seen[path.stem]}; ids are unique, rename the newer one"
    return [Problem(Where(file), "claim-id-unique", message)]
