"""`evidence articles`."""

from argparse import Namespace

from evidence.cli.exits import Exit
from evidence.cli.library import open_library
from evidence.cli.listings import deliver
from evidence.cli.output import Columns, print_table
from evidence.library import Library
from evidence.listing import article_entry
from evidence.model import Article
from evidence.rows import ARTICLE_COLUMNS, article_row

__all__ = ["run"]

_COLUMNS: Columns = {
    "id": {"no_wrap": True},
    "title": {"overflow": "fold"},
    "publisher": {"overflow": "fold"},
    "claims": {"justify": "right"},
    "by verdict": {"overflow": "fold"},
}


def run(arguments: Namespace) -> Exit:
    """List the articles."""
    library = open_library(arguments.library)
    articles = library.articles.values()
    return deliver(
        arguments,
        entries=(article_entry(article, library) for article in articles),
        rows=(article_row(article, library) for article in articles),
        columns=ARTICLE_COLUMNS,
        show=lambda: print_table(_COLUMNS, (_row(article, library) for article in articles)),
    )


def _row(article: Article, library: Library) -> tuple[str, ...]:
    entry = article_entry(article, library)
    verdicts = ", ".join(f"{count} {verdict.replace('_', ' ')}" for verdict, count in entry["verdicts"].items())
    return article.id, article.title, article.publisher, str(entry["claim_count"]), verdicts
