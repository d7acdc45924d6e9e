"""Which way each study points, where figures cannot be put on one scale: Synthesis Without Meta-analysis."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evidence.errors import NothingToDraw
from evidence.library import Library
from evidence.model import Claim, Stance, Study
from evidence.plots.drawing import Align, Box, Label, Line, Part, Shape, Sign
from evidence.plots.frame import SMALL, framed, paragraph
from evidence.plots.lettering import cut
from evidence.plots.plot import Plot
from evidence.plots.theme import Ink, Theme
from evidence.rows import Cell
from evidence.synthesis.direction import Direction, Directions, StudyDirection, directions
from evidence.synthesis.pools import named_results
from evidence.synthesis.thresholds import weighed

__all__ = ["effect_direction"]

_WIDTH = 860
_ROW, _HEAD = 40, 30
_PEOPLE, _ARROW, _RESULTS, _STANCE = 372, 450, 520, 690
_MOST_RESULTS = 8
_SIGNS = {
    Direction.BETTER: (Shape.UP, Ink.HOLDS, True),
    Direction.WORSE: (Shape.DOWN, Ink.FAILS, True),
    Direction.SPLIT: (Shape.LEFT_RIGHT, Ink.MIXED, True),
    Direction.NOT_TOLD: (Shape.CIRCLE, Ink.OPEN, False),
}


@dataclass(frozen=True, slots=True)
class _Row:
    """A study with all its reports, and how the claim's citations say that they bear on it.

    `matters` says of each result that can be held against a threshold what it comes to.
    """

    found: StudyDirection
    reports: tuple[Study, ...]
    stances: tuple[Stance, ...]
    matters: tuple[str, ...]

    @property
    def study(self) -> Study:
        return self.reports[0]

    @property
    def people(self) -> int | None:
        return max((one.appraisal.participants or 0 for one in self.reports), default=0) or None

    @property
    def label(self) -> str:
        return " + ".join(one.reference.label for one in self.reports)

    @property
    def stance(self) -> str:
        return ", ".join(stance.words for stance in self.stances)


def effect_direction(library: Library, claim_id: str, *, theme: Theme = Theme.LIGHT) -> Plot:
    """An arrow for each primary study of a claim, and the sign test; `data` has one row a study.

    Up is better for who gets what the claim asks about, by the side of the estimates, significant or not (Campbell et
    al., BMJ 2020;368:l6890). Reviews are left out: they count these studies again.

    Raises:
        UnknownId: when there is no such claim.
        NothingToDraw: when no citation of it names a result of a primary study.
    """
    claim = library.claim(claim_id)
    found = directions(claim, library)
    if not found.studies:
        raise NothingToDraw(
            f"No citation of {claim.id} names a result of a primary study, so no direction can be told."
        )
    rows = [_row(one, claim, library) for one in found.studies]
    verdict = _sign_test(found)
    notes = (verdict, _left_out(claim, library), _key())
    drawing = framed(
        _body(rows),
        width=_WIDTH,
        height=_HEAD + _ROW * len(rows),
        records="study",
        title=claim.statement,
        subtitle="Effect direction: which way each primary study points, significant or not",
        notes=[note for note in notes if note],
    )
    return Plot(
        title=f"Effect direction: {claim.statement}",
        description=f"An arrow for each of {len(rows)} primary studies. {verdict}",
        text="\n".join([f"Effect direction: {claim.statement}", *map(_line, rows), *filter(None, notes)]),
        data=tuple(_data(row, claim) for row in rows),
        drawing=drawing,
        theme=Theme(theme),
    )


def _row(found: StudyDirection, claim: Claim, library: Library) -> _Row:
    stances = (citation.stance for citation in claim.citations if citation.study in found.studies)
    named = (one.result for one in named_results(claim, library) if one.study.key in found.studies)
    matters = [f"{one.outcome}: {words}" for one in named if (words := weighed(one, library))]
    reports = tuple(library.studies[key] for key in found.studies)
    return _Row(found, reports, tuple(dict.fromkeys(stances)), tuple(matters))


def _sign_test(found: Directions) -> str:
    test = found.sign_test
    told = f"{test.better} better, {test.worse} worse"
    if test.p is None:
        return f"{told}: no study that counts points one way, so there is no sign test."
    return f"{told}; sign test p = {test.p:.3f}: the chance of so uneven a split if both ways were as likely."


def _left_out(claim: Claim, library: Library) -> str:
    reviews = [study for study in library.studies_of(claim) if study.appraisal.design.is_synthesis]
    if not reviews:
        return ""
    return f"Left out, as they count studies again: {', '.join(study.reference.label for study in reviews)}."


def _key() -> str:
    return (
        "Up: better for who gets what the claim asks about; down: worse; both ways: its results are split; circle: the "
        "record does not tell a side. In brackets: comparator or outcome differ from the claim’s, so it is not counted."
    )


def _body(rows: Sequence[_Row]) -> Iterator[Part]:
    heads = ((0, "Study", Align.LEFT), (_PEOPLE, "People", Align.RIGHT), (_ARROW, "Direction", Align.CENTER))
    for x, text, align in (*heads, (_RESULTS, "Its results", Align.LEFT), (_STANCE, "Towards the claim", Align.LEFT)):
        yield Label(x, 12, text, SMALL, align, Ink.QUIET, is_bold=True)
    yield Line(0, _HEAD - 4, _WIDTH, _HEAD - 4)
    for place, row in enumerate(rows):
        yield from _drawn(row, _HEAD + _ROW * place, is_striped=bool(place % 2))


def _drawn(row: _Row, top: float, *, is_striped: bool) -> Iterator[Part]:
    y, room = top + _ROW / 2, _PEOPLE - 60
    if is_striped:
        yield Box(-6, top, _WIDTH + 6, top + _ROW)
    yield Label(0, y - 8, cut(row.label, 13, room), 13)
    yield Label(0, y + 9, cut(row.study.appraisal.design.words, SMALL, room), SMALL, ink=Ink.QUIET)
    yield Label(_PEOPLE, y, f"{row.people:,}" if row.people else "–", 13, Align.RIGHT)
    yield _sign(row.found.direction, _ARROW, y, 22, tip=_line(row), record=row.study.key)
    if not row.found.counts:
        yield Label(_ARROW - 24, y, "(", 20, Align.CENTER)
        yield Label(_ARROW + 24, y, ")", 20, Align.CENTER)
    for place, result in enumerate(row.found.results[:_MOST_RESULTS]):
        yield _sign(result, _RESULTS + 8 + 17 * place, y, 11, tip=result.words, record=row.study.key)
    if more := len(row.found.results) - _MOST_RESULTS:
        yield Label(_RESULTS + 17 * _MOST_RESULTS + 2, y, f"+{more}" if more > 0 else "", SMALL)
    yield from paragraph(_STANCE, y, row.stance, 13, _WIDTH - _STANCE, lines=1)


def _sign(direction: Direction, x: float, y: float, size: float, *, tip: str, record: str) -> Sign:
    shape, ink, is_filled = _SIGNS[direction]
    return Sign(x, y, shape, size, ink, is_filled, tip=tip, record=record)


def _line(row: _Row) -> str:
    counts = Counter(result.words for result in row.found.results)
    results = ", ".join(f"{count} {words}" for words, count in counts.items())
    people = f", {row.people:,} people" if row.people else ""
    apart = "" if row.found.counts else " Not counted: comparator or outcome differ from the claim’s."
    return (
        f"{row.label}, {row.study.appraisal.design.words}{people}: {row.found.direction.words}. "
        f"Its results: {results}. Towards the claim: {row.stance}.{apart}"
        f"{''.join(f' {words[0].upper()}{words[1:]}.' for words in row.matters)}"
    )


def _data(row: _Row, claim: Claim) -> dict[str, Cell]:
    return {
        "claim": claim.id,
        "study": row.study.key,
        "reports": "; ".join(row.found.studies),
        "label": row.label,
        "design": row.study.appraisal.design.value,
        "participants": row.people,
        "direction": row.found.direction.value,
        "counts": str(row.found.counts).lower(),
        "results": "; ".join(result.value for result in row.found.results),
        "stance": "; ".join(stance.value for stance in row.stances),
        "matters": "; ".join(row.matters),
    }
