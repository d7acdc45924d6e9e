"""`evidence articles`."""

from argparse import Namespace

from evidence.cli.exits import Exit
from evidence.cli.library import open_library
from evidence.cli.listings import deliver
from evidence.cli.terminal import Columns, print_table
from evidence.library import Library
from evidence.listing import ArticleEntry, article_entry
from evidence.model import NotClaimReason
from evidence.rows import ARTICLE_COLUMNS, article_row

__all__ = ["run"]

_REPORT_CARD: Columns = {
    "id": {"no_wrap": True},
    "title": {"overflow": "fold"},
    "claims": {"justify": "right"},
    "by verdict": {"overflow": "fold"},
    "by certainty": {"overflow": "fold"},
}
_COVERAGE: Columns = {
    "id": {"no_wrap": True},
    **{
        heading: {"justify": "right"}
        for heading in ("sentences", "with claims", "claims", "appearances", "no claim", "unaccounted")
    },
    "why no claim": {"overflow": "fold"},
}


def run(arguments: Namespace) -> Exit:
    """List the articles: a report card each, or how their sentences are accounted for."""
    library = open_library(arguments.library)
    articles = library.articles.values()
    return deliver(
        arguments,
        entries=(article_entry(article, library) for article in articles),
        rows=(article_row(article, library) for article in articles),
        columns=ARTICLE_COLUMNS,
        show=lambda: _show(library, with_coverage=arguments.coverage),
    )


def _show(library: Library, *, with_coverage: bool) -> None:
    columns, row = (_COVERAGE, _coverage_row) if with_coverage else (_REPORT_CARD, _report_card_row)
    print_table(columns, (row(article_entry(article, library)) for article in library.articles.values()))


def _report_card_row(entry: ArticleEntry) -> tuple[str, ...]:
    counts = (_counted(entry["verdicts"]), _counted(entry["certainties"]))
    return entry["id"], entry["title"], str(entry["claim_count"]), *counts


def _coverage_row(entry: ArticleEntry) -> tuple[str, ...]:
    covered = entry["coverage"]
    passed = {NotClaimReason(reason).words: count for reason, count in covered["not_claims"].items()}
    numbers = (covered["with_claims"], entry["claim_count"], covered["appearances"], sum(passed.values()))
    counted = covered["sentences"]
    unaccounted = "not counted" if counted is None else str(len(covered["unaccounted"]))
    return entry["id"], str(counted or "not counted"), *map(str, numbers), unaccounted, _counted(passed)


def _counted(counts: dict[str, int]) -> str:
    return ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in counts.items())
