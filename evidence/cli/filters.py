"""The words that narrow down claims, as a filter."""

from argparse import Namespace

from evidence.filters import Filter, certainties
from evidence.library import Library

__all__ = ["filter_from", "narrows"]


def narrows(arguments: Namespace) -> bool:
    """Whether any of the words was said."""
    words = (arguments.search, arguments.certainty, arguments.verdict, arguments.topic, arguments.article)
    return any((*words, arguments.kind))


def filter_from(arguments: Namespace, library: Library) -> Filter:
    """The filter that the words describe.

    Raises:
        InvalidFilter: when a certainty is none.
        UnknownId: when there is no such topic or article.
    """
    return Filter(
        words=arguments.search,
        certainty=certainties(arguments.certainty) if arguments.certainty else (),
        verdict=tuple(arguments.verdict),
        topic=tuple(library.topic(id).id for id in arguments.topic),
        article=tuple(library.article(id).id for id in arguments.article),
        kind=tuple(arguments.kind),
    )
