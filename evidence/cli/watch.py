"""`evidence watch`."""

from argparse import Namespace

from evidence.cli.exits import Exit
from evidence.cli.library import open_library
from evidence.cli.network import open_network, with_progress
from evidence.cli.output import print_json, say
from evidence.cli.terminal import Columns, print_table
from evidence.counting import counted
from evidence.curation.watch import Candidate, joined, watch
from evidence.registries import EuropePmc, PubMed

__all__ = ["run"]

_COLUMNS: Columns = {
    "kind": {"no_wrap": True},
    "year": {},
    "title": {"overflow": "fold"},
    "identifier": {"overflow": "fold"},
    "claims": {"overflow": "fold"},
}


def run(arguments: Namespace) -> Exit:
    """List what is new for the claims asked for."""
    library = open_library(arguments.library)
    claims = [library.claim(id) for id in dict.fromkeys(arguments.claims)] or list(library.claims.values())
    http = open_network()
    watched = list(with_progress(watch(library, claims, EuropePmc(http), PubMed(http)), len(claims), "searching"))
    candidates = joined(watched)
    if arguments.format == "json":
        print_json([one.to_dict() for one in candidates])
    else:
        print_table(_COLUMNS, map(_row, candidates))
    for one in watched:
        for remark in (*one.cut, *(f"not searched: {failure}" for failure in one.failures)):
            say(f"{one.claim}: {remark}")
    unsearched = sum(bool(one.failures) for one in watched)
    found, searched = counted(len(candidates), "candidate"), counted(len(claims), "claim")
    say(f"{found} for {searched}; {unsearched} not searched everywhere")
    return Exit.NETWORK if unsearched else Exit.FINE


def _row(one: Candidate) -> tuple[str, ...]:
    work = one.work
    year = str(max(work.years)) if work.years else ""
    identifier = work.doi or (f"PMID {work.pmid}" if work.pmid else work.pmcid or work.address)
    return one.likely.words, year, work.title, identifier, ", ".join(one.claims)
