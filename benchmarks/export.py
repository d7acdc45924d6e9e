"""How long 10,000 references take to be written and read, beside bibtexparser's and pybtex's own writers and readers.

Run it from the checkout: `python benchmarks/export.py`. It prints the table of docs/benchmarks.md, "References".
"""

import time
from collections.abc import Callable
from dataclasses import replace

import pybtex.database
from bibtexparser.entrypoint import parse_string, write_string

import evidence
from evidence.bibtex import Dialect, read
from evidence.export.bibtex import bibtex
from evidence.export.cited import Cited
from evidence.export.csl import csl_json
from evidence.export.ris import ris

COUNT = 10_000


def main() -> None:
    """Measure and print."""
    studies = list(evidence.load().studies.values())
    cited = [Cited(replace(studies[place % len(studies)].reference, key=f"key{place}x")) for place in range(COUNT)]
    text = bibtex(cited, Dialect.CLASSIC)
    parsed, read_by_pybtex = parse_string(text), pybtex.database.parse_string(text, "bibtex")
    seconds = {
        "export BibTeX": _seconds(lambda: bibtex(cited, Dialect.CLASSIC)),
        "export biblatex": _seconds(lambda: bibtex(cited, Dialect.BIBLATEX)),
        "export CSL-JSON": _seconds(lambda: csl_json(cited)),
        "export RIS": _seconds(lambda: ris(cited)),
        "bibtexparser writes": _seconds(lambda: write_string(parsed)),
        "pybtex writes": _seconds(lambda: read_by_pybtex.to_string("bibtex")),
        "import BibTeX": _seconds(lambda: read(text)),
        "bibtexparser reads": _seconds(lambda: parse_string(text)),
        "pybtex reads": _seconds(lambda: pybtex.database.parse_string(text, "bibtex")),
    }
    print(f"| {COUNT:,} references | seconds | to bibtexparser's | to pybtex's |\n|---|---|---|---|")
    for what, taken in seconds.items():
        verb = "reads" if what.startswith("import") or what.endswith("reads") else "writes"
        ratios = [f"{taken / seconds[f'{other} {verb}']:.2f}" for other in ("bibtexparser", "pybtex")]
        print(f"| {what} | {taken:.2f} | {' | '.join(ratios)} |")


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
