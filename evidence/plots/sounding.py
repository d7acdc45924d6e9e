"""How sure an article sounds, against how sure one can be: one row a claim that it makes.

Only from what records hold: the mode in which an article puts a claim, and the cues in the quoted phrase. The articles'
sentences are not at hand here; `evidence check` hears those.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from evidence.drafts.wording import Strength, allowed, heard
from evidence.errors import NothingToDraw
from evidence.library import Library
from evidence.model import Appearance, Article, Claim, Mode, Verdict
from evidence.plots.drawing import Align, Box, Label, Line, Part, Shape, Sign
from evidence.plots.frame import SMALL, framed, paragraph
from evidence.plots.plot import Plot
from evidence.plots.signs import rating_words, verdict_sign, worst_first
from evidence.plots.theme import Ink, Theme
from evidence.rows import Cell

__all__ = ["may_sound", "sounds", "wording_against_evidence"]

_WIDTH = 900
_LINE, _HEAD = 16, 46
_SCALE_FROM, _STEP = 560, 76
_SAID = {
    Strength.OPEN: "is not known",
    Strength.POSSIBLE: "may",
    Strength.LIKELY: "probably",
    Strength.PLAIN: "does",
    Strength.ABSOLUTE: "always does",
}
_ASSERTABLE = {Verdict.SUPPORTED, Verdict.PARTLY_SUPPORTED}


@dataclass(frozen=True, slots=True)
class _Row:
    """A claim, one strength in which an article puts it, and how often it does so."""

    claim: Claim
    sounds: Strength
    may: Strength | None
    times: int

    @property
    def gap(self) -> int:
        """How many steps surer it sounds than the evidence allows."""
        return self.sounds - self.may if self.may is not None else 0


def sounds(seen: Appearance) -> Strength:
    """How sure an appearance sounds: by the cues in its phrase, within what its mode says of the whole sentence."""
    by_phrase = heard(seen.phrase).strength
    if seen.mode is Mode.ASSERTED:
        return max(Strength.PLAIN, by_phrase)
    return by_phrase if by_phrase < Strength.PLAIN else Strength.POSSIBLE


def may_sound(claim: Claim) -> Strength | None:
    """The surest that a claim may be asserted: by its certainty where the evidence is for it, else it stays open.

    None where it cannot be checked: then no evidence says how sure it may sound.
    """
    if claim.verdict is Verdict.NOT_CHECKABLE:
        return None
    return allowed(claim.certainty) if claim.verdict in _ASSERTABLE else Strength.OPEN


def wording_against_evidence(library: Library, article_id: str, *, theme: Theme = Theme.LIGHT) -> Plot:
    """How sure an article sounds on each claim, and how sure it may; `data` has one row a claim and strength.

    Raises:
        UnknownId: when there is no such article.
        NothingToDraw: when no claim of the library appears in it.
    """
    article = library.article(article_id)
    rows = sorted(_rows(library, article), key=lambda row: (-row.gap, *worst_first(row.claim), -row.sounds))
    if not rows:
        raise NothingToDraw(f"No claim of this library appears in {article.title!r}, so its wording has no measure.")
    headline = _headline(rows)
    body, height = _body(rows)
    drawing = framed(
        body,
        width=_WIDTH,
        height=height,
        records="claim",
        title=article.title,
        subtitle=f"Wording against evidence. {headline}",
        notes=(_KEY,),
    )
    return Plot(
        title=f"Wording against evidence: {article.title}",
        description=f"For each claim of {article.title!r}: how sure it sounds and how sure it may. {headline}",
        text="\n".join([f"Wording against evidence: “{article.title}”.", headline, *map(_line, rows)]),
        data=tuple(_data(row, article) for row in rows),
        drawing=drawing,
        theme=Theme(theme),
    )


_KEY = (
    "Square: how sure it sounds, from the mode and the quoted phrase of each appearance (×2: twice so). Hollow circle: "
    "the surest that the evidence allows; what it does not support stays open. No circle: it cannot be checked."
)


def _rows(library: Library, article: Article) -> Iterator[_Row]:
    for claim in library.claims_in(article.id):
        counts = Counter(sounds(seen) for seen in claim.appearances if seen.article == article.id)
        for strength, times in sorted(counts.items(), reverse=True):
            yield _Row(claim, strength, may_sound(claim), times)


def _headline(rows: Sequence[_Row]) -> str:
    measured = [row for row in rows if row.may is not None]
    total, over = _times(measured), _times(row for row in measured if row.gap > 0)
    other = _times(rows) - total
    apart = f" {other} cannot be checked." if other else ""
    return f"{over} of {total} appearances sound surer than the evidence allows.{apart}"


def _times(rows: Iterable[_Row]) -> int:
    return sum(row.times for row in rows)


def _body(rows: Sequence[_Row]) -> tuple[list[Part], float]:
    parts: list[Part] = []
    y = float(_HEAD)
    for place, row in enumerate(rows):
        statement = paragraph(24, 0, row.claim.statement, 12, _SCALE_FROM - 72)
        height = _LINE * len(statement) + 12
        if place % 2:
            parts.append(Box(-6, y, _WIDTH + 6, y + height))
        first = y + height / 2 - _LINE * (len(statement) - 1) / 2
        parts += [replace(line, y=first + _LINE * place) for place, line in enumerate(statement)]
        parts += _marks(row, y + height / 2)
        y += height
    for strength, words in _SAID.items():
        parts.append(Label(_x(strength), 20, words, SMALL, Align.CENTER, Ink.QUIET, is_bold=True))
        parts.insert(0, Line(_x(strength), _HEAD - 12, _x(strength), y))
    return parts, y


def _x(strength: Strength) -> float:
    return _SCALE_FROM + _STEP * strength


def _marks(row: _Row, y: float) -> Iterator[Part]:
    ink = Ink.FAILS if row.gap > 0 else Ink.HOLDS if row.may is not None else Ink.OPEN
    yield verdict_sign(row.claim.verdict, 8, y, 12, tip=_line(row), record=row.claim.id)
    if row.may is not None:
        yield Line(_x(row.may), y, _x(row.sounds), y, ink, 3)
        yield Sign(_x(row.may), y, Shape.CIRCLE, 15, Ink.TEXT, False, tip=_line(row), record=row.claim.id)
    yield Sign(_x(row.sounds), y, Shape.SQUARE, 9, ink, True, tip=_line(row), record=row.claim.id)
    if row.times > 1:
        yield Label(_x(row.sounds) + 9, y, f"×{row.times}", SMALL, ink=ink)


def _line(row: _Row) -> str:
    often = "once" if row.times == 1 else f"{row.times} times"
    rating = rating_words(row.claim)
    if row.may is None:
        return f"{row.claim.statement} Sounds like “{_SAID[row.sounds]}” ({often}); {rating}, so nothing measures it."
    steps = f"{row.gap} {'step' if row.gap == 1 else 'steps'} too sure" if row.gap > 0 else "not too sure"
    may = f"may sound like “{_SAID[row.may]}” at most ({rating})"
    return f"{row.claim.statement} Sounds like “{_SAID[row.sounds]}” ({often}); {may}: {steps}."


def _data(row: _Row, article: Article) -> dict[str, Cell]:
    return {
        "article": article.id,
        "claim": row.claim.id,
        "statement": row.claim.statement,
        "verdict": row.claim.verdict.value,
        "certainty": row.claim.certainty.value if row.claim.certainty else None,
        "sounds": row.sounds.name.lower(),
        "may_sound": row.may.name.lower() if row.may is not None else None,
        "steps_too_sure": max(row.gap, 0) if row.may is not None else None,
        "appearances": row.times,
    }
