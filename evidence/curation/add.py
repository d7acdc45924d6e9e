"""A new study from the registries: the entry, and an appraisal for the curator to fill in."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from evidence.curation.asking import Reply, ask
from evidence.curation.entries import Shelf, propose_key
from evidence.curation.recording import check_of_copy, integrity_of
from evidence.curation.reports import Opinion, Outcome
from evidence.curation.verify import opinions_of, outcome_of
from evidence.errors import InvalidIdentifier, NotAdded, NotAnswered
from evidence.identifiers import doi, pmcid, pmid
from evidence.model import Reference
from evidence.registries.agreement import bare_title
from evidence.registries.integrity import Standing, standing
from evidence.registries.records import Registry, Sought, Source, Work

__all__ = ["Added", "add", "sought_by"]

# Whose words are taken where several have them: Crossref has full names, PubMed no typesetter's marks.
_PREFERRED = (Source.CROSSREF, Source.PUBMED, Source.EUROPE_PMC, Source.OPENALEX)


@dataclass(frozen=True, slots=True)
class Added:
    """A study that was added: its reference, whether it stands, the registries' own types, the files written."""

    reference: Reference
    standing: Standing
    kinds: tuple[str, ...]
    opinions: tuple[Opinion, ...]
    files: tuple[str, ...]


def sought_by(text: str) -> Sought:
    """What a DOI, a PMID or a PMCID asks for.

    Raises:
        InvalidIdentifier: when `text` is none of them.
    """
    forms: tuple[tuple[str, Callable[[str], str]], ...] = (("doi", doi), ("pmid", pmid), ("pmcid", pmcid))
    for name, normal in forms:
        try:
            return Sought(**{name: normal(text)})
        except InvalidIdentifier:
            continue
    raise InvalidIdentifier(f"{text!r} is no DOI (10.1007/…), no PMID (30543021) and no PMCID (PMC6420526)")


def add(folder: Path, text: str, registries: Iterable[Registry], today: date) -> Added:
    """Add the study that `text` identifies to the library in `folder`.

    Raises:
        InvalidIdentifier: when `text` identifies nothing.
        NotAdded: when it is there already, is a notice, or when no two registries agree on it.
        NotAnswered: when too few registries could be asked to know.
        CannotWrite: when the bibliography has problems, or a file cannot be written.
    """
    sought = sought_by(text)
    shelf = Shelf(folder)
    _refuse_held(shelf, Reference(key="", type="", title="", doi=sought.doi, pmid=sought.pmid, pmcid=sought.pmcid))
    replies = ask(registries, sought)
    reference = _merged(replies, text)
    _refuse_held(shelf, reference)
    opinions = opinions_of(reference, replies)
    _assert_agreed(text, reference, opinions)
    reference = replace(reference, key=propose_key(reference, shelf.keys))
    works = [one.work for one in opinions if one.outcome is Outcome.AGREES and one.work]
    stands = standing(works)
    checks = tuple(check_of_copy(work, reference) for work in works)
    shelf.put(reference, integrity_of(stands, today), checks)
    kinds = tuple({kind.lower().replace("-", " "): kind for work in works for kind in work.kinds}.values())
    return Added(reference, stands, kinds, opinions, shelf.write())


def _refuse_held(shelf: Shelf, reference: Reference) -> None:
    if there := shelf.held(reference):
        raise NotAdded(f"It is there already as {there[0]} ({there[1]}). Nothing was written.")


def _merged(replies: Iterable[Reply], text: str) -> Reference:
    """One reference from all works found; each field from the first registry that has it."""
    replies = tuple(replies)
    works = sorted((work for reply in replies for work in reply.works), key=lambda one: _PREFERRED.index(one.source))
    if not works:
        raise _unknown(replies, text)
    first = works[0]

    def of_all(name: str) -> str:
        return next((got for work in works if (got := str(getattr(work, name)))), "")

    in_book, in_journal = first.type == "incollection", first.type == "article"
    return Reference(
        key="",
        type=first.type,
        title=bare_title(max((work.title for work in works[:2]), key=len) if _is_cut(works) else first.title),
        authors=next((work.authors for work in works if work.authors), ()),
        year=str(max(first.years)) if first.years else "",
        journal="" if in_book else of_all("journal"),
        booktitle=of_all("journal") if in_book else "",
        publisher="" if in_journal else of_all("publisher"),
        month=of_all("month"),
        volume=of_all("volume"),
        number=of_all("number"),
        pages=of_all("pages"),
        doi=of_all("doi"),
        pmid=of_all("pmid"),
        pmcid=of_all("pmcid"),
    )


def _is_cut(works: list[Work]) -> bool:
    """Whether the second registry has the first one's title with its subtitle."""
    short, long = (bare_title(work.title).casefold() for work in (works * 2)[:2])
    return long.startswith(short) and long != short


def _unknown(replies: Iterable[Reply], text: str) -> NotAdded | NotAnswered:
    failed = [reply for reply in replies if reply.failure]
    if failed:
        return NotAnswered(failed[0].source.words, failed[0].failure)
    return NotAdded(f"No registry knows {text}. Look whether it is copied whole; nothing was written.")


def _assert_agreed(text: str, reference: Reference, opinions: tuple[Opinion, ...]) -> None:
    outcome, faults = outcome_of(reference, opinions)
    told = "; ".join(faults)
    match outcome:
        case Outcome.AGREES:
            return
        case Outcome.NOT_CHECKED:
            failed = next(one for one in opinions if one.outcome is Outcome.NOT_CHECKED)
            raise NotAnswered(failed.source.words, f"{failed.faults[0]}, and fewer than two others know {text}")
        case _:
            raise NotAdded(f"The registries do not agree on {text}: {told}. Nothing was written; read the page itself.")
