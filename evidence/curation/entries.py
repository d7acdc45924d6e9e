"""New studies: the key that is proposed, those that are there already, and the two files that a study stands in."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from evidence.bibtex import Dialect, read, render
from evidence.bibtex.latex import clean
from evidence.counting import counted
from evidence.errors import CannotWrite, InvalidIdentifier, NotAdded
from evidence.identifiers import citation_key, doi, pmcid, pmid
from evidence.model import Check, IntegrityCheck, Name, Reference
from evidence.registries.agreement import TitleMatch, folded, title_forms, title_match
from evidence.registries.records import identifier
from evidence.store.records import render as render_record
from evidence.store.save import write_text
from evidence.store.studies import BIB, render_bib, study_file

__all__ = ["FOR_THE_CURATOR", "Shelf", "normalised", "propose_key"]

FOR_THE_CURATOR = ("design", "population", "access", "risk_of_bias")
"""What no registry knows and an appraisal must have: `evidence validate` names them until they are there."""

# Words that do not tell one title from another.
_PLAIN = frozenset(
    "a an and are as at by do does for from in into is its of on or than that the their to under versus vs with".split()
)


def propose_key(reference: Reference, taken: Iterable[str]) -> str:
    """Family name of the first author, year, first distinctive word of the title that makes a key not yet taken.

    Without authors it begins with that word. Raises NotAdded when the reference gives no key.
    """
    held = {key.lower() for key in taken}
    for key in _keys(reference):
        try:
            if key not in held:
                return citation_key(key)
        except InvalidIdentifier:
            continue
    raise NotAdded(f"no citation key can be made of “{reference.title}”: it needs a year and a word in Latin letters")


def _keys(reference: Reference) -> Iterator[str]:
    words = [word for word in map(_ascii, clean(reference.title).split()) if len(word) > 1 and word not in _PLAIN]
    first = reference.authors[0] if reference.authors else Name()
    family = re.sub(r"\d", "", _ascii(first.literal or f"{first.particle}{first.family}"))
    start = family or re.sub(r"\d", "", words[0] if words else "")
    rest = words if family else words[1:]
    yield from (f"{start}{reference.year}{word}" for word in rest)
    yield from (f"{start}{reference.year}{one}{other}" for one, other in pairwise(rest))


def _ascii(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", folded(text))


class Shelf:
    """The studies of a library as files: what is there, and what is put beside it. Nothing there is overwritten."""

    def __init__(self, folder: Path) -> None:
        """Read `studies.bib`, which may be missing.

        Raises:
            CannotWrite: when it cannot be read whole: what was not read would be lost.
        """
        self.folder = folder
        self._text = (folder / BIB).read_text(encoding="utf-8") if (folder / BIB).exists() else ""
        references, problems = read(self._text)
        if problems:
            raise CannotWrite(f"{BIB} has {counted(len(problems), 'problem')} that must be mended first: {problems[0]}")
        self._old, self._new = list(references), list[tuple[Reference, str]]()
        self._by_identifier: dict[tuple[str, str], Reference] = {}
        self._by_title: dict[str, list[Reference]] = {}
        self.keys = {path.stem for path in (folder / "studies").glob("*.toml")}
        for reference in references:
            self._index(reference)

    def held(self, reference: Reference) -> tuple[str, str] | None:
        """The key under which this publication is there already, and what shows it; None when it is not.

        Two records that share an identifier are one publication; titles are asked only where they share no kind of
        identifier, and then the first author does not matter: rather ask a curator than count a study twice.
        """
        ours = dict(_identifiers(reference))
        for name, value in ours.items():
            if other := self._by_identifier.get((name, value)):
                return other.key, f"the same {name.upper()}"
        alike = (other for form in title_forms(reference.title) for other in self._by_title.get(form, ()))
        for other in alike:
            told_apart = ours.keys() & dict(_identifiers(other)).keys()
            if not told_apart and title_match(reference.title, other.title) is not TitleMatch.NONE:
                return other.key, "the same title"
        return None

    def put(self, reference: Reference, integrity: IntegrityCheck, checks: tuple[Check, ...] = ()) -> None:
        """Take a study in, to be written by `write`.

        Raises:
            CannotWrite: when its key is there already.
            InvalidIdentifier: when its key could not be cited.
        """
        if reference.key in self.keys:
            raise CannotWrite(f"{reference.key} is there already; nothing was overwritten.")
        render(reference, Dialect.STORED)
        self._new.append((reference, _skeleton(integrity, checks)))
        self._index(reference)

    def write(self) -> tuple[str, ...]:
        """Write the entries and a skeleton of each appraisal, all or none; the files that were written.

        Raises:
            CannotWrite: when one of them cannot be written; what was written before it is taken away again.
        """
        files = {study_file(reference.key): text for reference, text in self._new}
        written = []
        try:
            for file, text in files.items():
                write_text(self.folder / file, text)
                written.append(file)
            if files:
                write_text(self.folder / BIB, self._with_new())
        except BaseException:  # Ctrl-C too leaves no half of a study
            for file in written:
                (self.folder / file).unlink(missing_ok=True)
            raise
        return (BIB, *written) if files else ()

    def _with_new(self) -> str:
        """The bibliography with the new entries: in their places in a canonical file, at the end of any other."""
        new = [reference for reference, _ in self._new]
        if self._text in {"", render_bib(self._old)}:
            return render_bib([*self._old, *new])
        return f"{self._text.rstrip()}\n\n{render_bib(new)}"

    def _index(self, reference: Reference) -> None:
        self.keys.add(reference.key)
        for pair in _identifiers(reference):
            self._by_identifier[pair] = reference
        for form in title_forms(reference.title):
            self._by_title.setdefault(form, []).append(reference)


def _identifiers(reference: Reference) -> Iterator[tuple[str, str]]:
    for name, normal in (("doi", doi), ("pmid", pmid), ("pmcid", pmcid)):
        if text := identifier(normal, getattr(reference, name)):
            yield name, text


def _skeleton(integrity: IntegrityCheck, checks: tuple[Check, ...]) -> str:
    """The appraisal as far as registries know it: what is missing is missing, and no place-holder stands for it."""
    tables = [f"[integrity]\n{render_record(integrity)}", *(f"[[checks]]\n{render_record(one)}" for one in checks)]
    return "\n".join(tables)


def normalised(reference: Reference) -> Reference:
    """A reference with its identifiers in normal form; one that has none is kept as it is, for a rule to find."""
    found = dict(_identifiers(reference))
    return replace(
        reference,
        doi=found.get("doi", reference.doi),
        pmid=found.get("pmid", reference.pmid),
        pmcid=found.get("pmcid", reference.pmcid),
    )
