"""`evidence studies`."""

from argparse import Namespace
from collections.abc import Iterable

from evidence.cli.arguments import DESIGN_GROUPS
from evidence.cli.exits import Exit
from evidence.cli.library import open_library
from evidence.cli.listings import deliver
from evidence.cli.output import say
from evidence.cli.terminal import Columns, print_table
from evidence.library import Library
from evidence.listing import study_entry
from evidence.model import Design, Study
from evidence.rows import STUDY_COLUMNS, study_row

__all__ = ["run"]

_COLUMNS: Columns = {
    "study": {},
    "key": {"no_wrap": True, "overflow": "ignore"},
    "design": {},
    "people": {"justify": "right"},
    "claims": {"justify": "right"},
    "integrity": {},
}


def run(arguments: Namespace) -> Exit:
    """List the studies of the designs asked for."""
    library = open_library(arguments.library)
    designs = _designs(arguments.design)
    studies = [study for study in library.studies.values() if study.appraisal.design in designs]
    return deliver(
        arguments,
        entries=(study_entry(study, library) for study in studies),
        rows=(study_row(study, library) for study in studies),
        columns=STUDY_COLUMNS,
        show=lambda: _print(studies, library),
    )


def _designs(names: Iterable[str]) -> frozenset[Design]:
    wanted = [design for name in names for design in DESIGN_GROUPS.get(name) or (Design(name),)]
    return frozenset(wanted or Design)


def _print(studies: list[Study], library: Library) -> None:
    print_table(_COLUMNS, (_row(study, library) for study in studies))
    say(f"{len(studies)} of {len(library.studies)} studies")


def _row(study: Study, library: Library) -> tuple[str, ...]:
    appraisal = study.appraisal
    people = "" if appraisal.participants is None else f"{appraisal.participants:,}"
    claims = str(len(library.claims_citing(study.key)))
    return (
        study.reference.label,
        study.key,
        appraisal.design.words,
        people,
        claims,
        appraisal.integrity.status.words,
    )
