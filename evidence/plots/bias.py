"""Traffic lights for the risk of bias of a claim's studies: a letter in each, colour only repeats it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from evidence.errors import NothingToDraw
from evidence.library import Library
from evidence.model import Claim, RiskOfBias, RiskOfBiasTool, Study
from evidence.plots.drawing import Align, Box, Label, Line, Part, Shape, Sign
from evidence.plots.frame import SMALL, framed, paragraph, short_label
from evidence.plots.lettering import cut
from evidence.plots.plot import Plot
from evidence.plots.signs import studies_words
from evidence.plots.theme import Ink, Theme
from evidence.rows import Cell
from evidence.synthesis.scales import pedro_score

__all__ = ["Light", "light", "risk_of_bias"]

_WIDTH = 860
_ROW, _LINE, _HEAD = 40, 15, 30
_LIGHT, _TOOL, _WHY = 340, 376, 520


class Light(StrEnum):
    """What a judgement comes to, whatever the tool's words for it."""

    LOW = "low"
    SOME = "some"
    HIGH = "high"
    CRITICAL = "critical"
    SCORE = "score"
    OWN_WORDS = "own_words"
    NOT_ASSESSED = "not_assessed"

    @property
    def words(self) -> str:
        """The light as it is shown to a reader."""
        return _WORDS[self]

    @property
    def letter(self) -> str:
        """The letter in the light; a score shows its figure instead."""
        return _LETTERS.get(self, "")


_WORDS = {
    Light.LOW: "low risk",
    Light.SOME: "some concerns or moderate risk",
    Light.HIGH: "high or serious risk",
    Light.CRITICAL: "critical risk",
    Light.SCORE: "a score out of ten",
    Light.OWN_WORDS: "judged in words of its own",
    Light.NOT_ASSESSED: "not assessed",
}
_LETTERS = {
    Light.LOW: "L",
    Light.SOME: "S",
    Light.HIGH: "H",
    Light.CRITICAL: "C",
    Light.OWN_WORDS: "W",
    Light.NOT_ASSESSED: "?",
}
_SIGNS = {
    Light.LOW: (Shape.CIRCLE, Ink.HOLDS, True),
    Light.SOME: (Shape.CIRCLE, Ink.MIXED, True),
    Light.HIGH: (Shape.CIRCLE, Ink.FAILS, True),
    Light.CRITICAL: (Shape.SQUARE, Ink.FAILS, True),
    Light.SCORE: (Shape.SQUARE, Ink.TEXT, False),
    Light.OWN_WORDS: (Shape.CIRCLE, Ink.TEXT, False),
    Light.NOT_ASSESSED: (Shape.CIRCLE, Ink.OPEN, False),
}
_RISK = {
    "low": Light.LOW,
    "some concerns": Light.SOME,
    "moderate": Light.SOME,
    "unclear": Light.SOME,
    "high": Light.HIGH,
    "serious": Light.HIGH,
    "critical": Light.CRITICAL,
}
# AMSTAR 2 tells the confidence in a review, not its risk.
_CONFIDENCE = {"high": Light.LOW, "moderate": Light.SOME, "low": Light.HIGH, "critically low": Light.CRITICAL}
_TOOLS = {
    RiskOfBiasTool.ROB2: "RoB 2",
    RiskOfBiasTool.ROBINS_I: "ROBINS-I",
    RiskOfBiasTool.AMSTAR2: "AMSTAR 2, confidence",
    RiskOfBiasTool.PEDRO: "PEDro score",
    RiskOfBiasTool.OTHER: "another tool",
    RiskOfBiasTool.NOT_ASSESSED: "not assessed",
}


@dataclass(frozen=True, slots=True)
class _Row:
    study: Study
    light: Light

    @property
    def bias(self) -> RiskOfBias:
        return self.study.appraisal.risk_of_bias

    @property
    def letter(self) -> str:
        score = pedro_score(self.study)
        return f"{score:g}" if self.light is Light.SCORE and score is not None else self.light.letter


def light(study: Study) -> Light:
    """What the judgement in a study's record comes to; words that no list here has stay the tool's own."""
    bias = study.appraisal.risk_of_bias
    if bias.tool is RiskOfBiasTool.NOT_ASSESSED:
        return Light.NOT_ASSESSED
    if pedro_score(study) is not None:
        return Light.SCORE
    known: Mapping[str, Light] = _CONFIDENCE if bias.tool is RiskOfBiasTool.AMSTAR2 else _RISK
    return known.get(bias.judgement.strip().casefold(), Light.OWN_WORDS)


def risk_of_bias(library: Library, claim_id: str, *, theme: Theme = Theme.LIGHT) -> Plot:
    """A light for each study of a claim, in the order of its citations; `data` has one row a study.

    Raises:
        UnknownId: when there is no such claim.
        NothingToDraw: when it cites no study.
    """
    claim = library.claim(claim_id)
    rows = [_Row(study, light(study)) for study in library.studies_of(claim)]
    if not rows:
        raise NothingToDraw(f"{claim.id} cites no study, so there is no risk of bias to show.")
    counted = _counted(rows)
    body, height = _body(rows)
    drawing = framed(
        body,
        width=_WIDTH,
        height=height,
        records="study",
        title=claim.statement,
        subtitle=f"Risk of bias of {studies_words(len(rows))}: {counted}",
        notes=(_key(rows),),
    )
    return Plot(
        title=f"Risk of bias: {claim.statement}",
        description=f"A light for each of {studies_words(len(rows))}: {counted}.",
        text="\n".join(
            [f"Risk of bias: {claim.statement}", f"{studies_words(len(rows))}: {counted}.", *map(_line, rows)]
        ),
        data=tuple(_data(row, claim) for row in rows),
        drawing=drawing,
        theme=Theme(theme),
    )


def _counted(rows: Sequence[_Row]) -> str:
    counts = Counter(row.light for row in rows)
    return ", ".join(f"{counts[one]} {one.words}" for one in Light if counts[one])


def _key(rows: Sequence[_Row]) -> str:
    shown = {row.light for row in rows}
    parts = [f"{one.letter or 'a figure'}: {one.words}" for one in Light if one in shown]
    return f"{' · '.join(parts)}. Not assessed is not low."


def _body(rows: Sequence[_Row]) -> tuple[list[Part], float]:
    heads = ((0, "Study", Align.LEFT), (_LIGHT, "Risk", Align.CENTER), (_TOOL, "Tool, its words", Align.LEFT))
    parts: list[Part] = [
        Label(x, 12, text, SMALL, align, Ink.QUIET, is_bold=True)
        for x, text, align in (*heads, (_WHY, "Why", Align.LEFT))
    ]
    parts.append(Line(0, _HEAD - 4, _WIDTH, _HEAD - 4))
    y = float(_HEAD)
    for place, row in enumerate(rows):
        why = paragraph(_WHY, 0, row.bias.reason, SMALL, _WIDTH - _WHY, ink=Ink.QUIET)
        height = max(_ROW, len(why) * _LINE + 12)
        if place % 2:
            parts.append(Box(-6, y, _WIDTH + 6, y + height))
        first = y + (height - _LINE * (len(why) - 1)) / 2
        parts += [replace(line, y=first + _LINE * place) for place, line in enumerate(why)]
        parts += _drawn(row, y + height / 2)
        y += height
    return parts, y


def _drawn(row: _Row, y: float) -> Iterator[Part]:
    room = _LIGHT - 40
    shape, ink, is_filled = _SIGNS[row.light]
    is_open = row.light is Light.NOT_ASSESSED
    yield Label(0, y - 8, short_label(row.study.reference, 13, room), 13)
    yield Label(0, y + 9, cut(row.study.appraisal.design.words, SMALL, room), SMALL, ink=Ink.QUIET)
    yield Sign(_LIGHT, y, shape, 25, ink, is_filled, is_dashed=is_open, tip=_line(row), record=row.study.key)
    yield Label(_LIGHT, y, row.letter, 13, Align.CENTER, Ink.GROUND if is_filled else ink, is_bold=True)
    yield Label(_TOOL, y - 8 if row.bias.judgement else y, cut(_TOOLS[row.bias.tool], 12, _WHY - _TOOL - 12), 12)
    yield Label(_TOOL, y + 9, cut(row.bias.judgement, SMALL, _WHY - _TOOL - 12), SMALL, ink=Ink.QUIET)


def _line(row: _Row) -> str:
    judged = f", in its own words “{row.bias.judgement}”" if row.bias.judgement else ""
    tool = "" if row.light is Light.NOT_ASSESSED else f" by {_TOOLS[row.bias.tool]}{judged}"
    reason = f" {row.bias.reason}" if row.bias.reason else ""
    label, design = row.study.reference.label, row.study.appraisal.design.words
    return f"{label}, {design}: {row.light.words}{tool}.{reason}"


def _data(row: _Row, claim: Claim) -> dict[str, Cell]:
    return {
        "claim": claim.id,
        "study": row.study.key,
        "label": row.study.reference.label,
        "design": row.study.appraisal.design.value,
        "light": row.light.value,
        "tool": row.bias.tool.value,
        "judgement": row.bias.judgement,
        "source": row.bias.source,
        "reason": row.bias.reason,
    }
