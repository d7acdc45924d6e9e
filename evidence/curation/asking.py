"""Ask every registry for one work; a registry that fails is *not checked* and stops no other."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from evidence.errors import NotAnswered
from evidence.registries.records import Registry, Sought, Source, Work

__all__ = ["Reply", "ask"]


@dataclass(frozen=True, slots=True)
class Reply:
    """What one registry said: its works, none where it knows none, or why it could not be asked (`failure`)."""

    source: Source
    works: tuple[Work, ...] = ()
    failure: str = ""


def ask(registries: Iterable[Registry], sought: Sought) -> tuple[Reply, ...]:
    """The replies of all, in order.

    A registry that found nothing by what is known is asked again by the identifiers that others gave for the same one.
    """
    registries = tuple(registries)
    replies = [_reply(registry, sought) for registry in registries]
    fuller = _with_identifiers(sought, replies)
    if fuller == sought:
        return tuple(replies)
    return tuple(
        reply if reply.works or reply.failure else _reply(registry, fuller)
        for registry, reply in zip(registries, replies, strict=True)
    )


def _reply(registry: Registry, sought: Sought) -> Reply:
    try:
        return Reply(registry.source, registry.find(sought))
    except NotAnswered as error:
        return Reply(registry.source, failure=error.reason)


def _with_identifiers(sought: Sought, replies: list[Reply]) -> Sought:
    """`sought` with what the works found by its own identifiers add; works found by title may be others."""
    if not sought.has_identifier:
        return sought
    for work in (work for reply in replies for work in reply.works):
        sought = replace(
            sought,
            doi=sought.doi or work.doi,
            pmid=sought.pmid or work.pmid,
            pmcid=sought.pmcid or work.pmcid,
        )
    return sought
