"""A forest plot in words and in rows."""

from collections.abc import Iterator, Sequence

from evidence.model import Better, Measure
from evidence.plots.estimates import Estimate
from evidence.plots.numerals import percent, printed
from evidence.plots.panel import Block, Panel
from evidence.plots.signs import studies_words
from evidence.rows import Cell
from evidence.synthesis.pooling import Method
from evidence.synthesis.thresholds import matters, threshold_words

__all__ = [
    "block_line",
    "data_row",
    "description",
    "estimate_line",
    "forest_text",
    "measure_words",
    "notes",
    "shown_ends",
]

_MEASURES = {
    Measure.MD: "mean difference",
    Measure.SMD: "standardised mean difference",
    Measure.RR: "risk ratio",
    Measure.OR: "odds ratio",
    Measure.HR: "hazard ratio",
    Measure.IRR: "incidence rate ratio",
    Measure.RD: "risk difference",
    Measure.R: "correlation r",
    Measure.PERCENT: "share",
}
_WORKED_OUT = {"p": "p", "people": "the number of people"}


def shown_ends(ends: Sequence[float]) -> tuple[str, str, str]:
    """A pool's estimate and the ends of its interval, as they are shown."""
    value, low, high = map(printed, ends)
    return value, low, high


def measure_words(shown: Panel) -> str:
    """What the axis measures, in which unit, and which way is good."""
    kin, result = shown.kin, shown.estimates[0].named.result
    unit = ", ".join(part for part in (result.unit, result.instrument) if part) if kin.unit or kin.instrument else ""
    has_good = kin.better is not Better.NEITHER and kin.measure is not Measure.PERCENT
    good = f"; {kin.better.words} is better" if has_good else ""
    scale = ", logarithmic axis" if kin.measure.is_ratio else ""
    return f"{_MEASURES[kin.measure].capitalize()}{f' ({unit})' if unit else ''}{scale}{good}"


def description(shown: Panel) -> str:
    """The plot in a sentence or two, for who does not see it."""
    studies = len({one.named.study.key for one in shown.estimates})
    pooled = [block_line(block) for block in shown.blocks if block.pool]
    counted = f"{len(shown.estimates)} estimates of {studies_words(studies)}"
    return f"{counted} with their intervals. {' '.join(pooled) or 'They are not pooled.'}"


def estimate_line(one: Estimate, block: Block) -> str:
    """An estimate as it is read aloud."""
    study, result = one.named.study, one.named.result
    compared = f" ({result.intervention} against {result.comparator})" if result.comparator else ""
    when = f", {result.time}" if result.time else ""
    people = f"; people: {one.people.replace(' + ', ' and ')}" if one.people else ""
    share = block.share(one)
    weight = f"; weight {percent(share)}" if share is not None else ""
    return (
        f"{study.reference.label}, {study.appraisal.design.words}, {result.outcome}{when}{compared}: "
        f"{_figure(one)}{people}{weight}.{''.join(f' {remark}' for remark in _remarks(one))}"
    )


def _figure(one: Estimate) -> str:
    value, _, interval = one.figure.partition(" [")
    if not interval:
        return f"{value}, no interval"
    low, high = interval.removesuffix("]").split(", ")
    return f"{value}, {one.level}% interval from {low} to {high}"


def _remarks(one: Estimate) -> Iterator[str]:
    if one.worked_out:
        yield f"The interval was worked out from {_WORKED_OUT[one.worked_out]}."
    if one.is_turned:
        yield "Printed the other way round, and turned here."
    if one.differs:
        yield f"Answers another question: {', '.join(one.differs)} not as asked."


def block_line(block: Block) -> str:
    """A pool as it is read aloud; empty for a block that is not pooled."""
    if block.pool is None or block.ends is None or block.diamond is None:
        return ""
    value, low, high = shown_ends(block.ends)
    return (
        f"Pooled ({Method.HARTUNG_KNAPP.words}), {block.pool.title}: {value}, 95% interval from {low} to {high}; "
        f"I² {block.diamond.i2:.0f}%."
    )


def forest_text(shown: Panel) -> str:
    """The whole plot in words, line by line."""
    lines = [f"Forest plot: {shown.claim.statement}", f"{measure_words(shown)}."]
    for block in shown.blocks:
        lines += [estimate_line(one, block) for one in block.estimates]
        lines += filter(None, [block_line(block)])
    lines += notes(shown)
    lines += [_weighed(one, shown) for one in shown.estimates if _matters(one, shown)]
    if shown.not_shown:
        lines.append(f"Not in this picture: {len(shown.not_shown)}.")
        lines += [
            f"  {one.named.study.reference.label}, {one.named.result.outcome}: {one.reason}." for one in shown.not_shown
        ]
    return "\n".join(lines)


def _matters(one: Estimate, shown: Panel) -> str:
    """Whether an estimate is large enough to matter, in words; empty where no threshold is known."""
    return matters(one.value, one.low, one.high, shown.threshold) if shown.threshold else ""


def _weighed(one: Estimate, shown: Panel) -> str:
    return f"{one.named.study.reference.label}, {one.named.result.outcome}: {_matters(one, shown)}."


def notes(shown: Panel) -> list[str]:
    """What stands below the plot: what the signs mean, why nothing is pooled, which change matters and who says so."""
    estimates = shown.estimates
    conditional = {
        "Squares are larger where the weight in the pool is.": shown.is_pooled,
        "Squares are larger where the estimate is more precise.": not shown.is_pooled,
        "Hollow squares are not pooled.": any(block.is_left_out for block in shown.blocks),
        "Hollow squares have no interval.": any(
            one.low is None for block in shown.blocks if not block.is_left_out for one in block.estimates
        ),
        "No diamond: no two studies here answer the claim’s question with the same outcome, unit and window of time.": (
            not shown.is_pooled
        ),
        "* The interval was not printed; it is worked out from p or from the number of people.": any(
            one.worked_out for one in estimates
        ),
        "† Population, intervention, comparator or outcome are not as the claim asks.": any(
            one.differs for one in estimates
        ),
        "‡ Printed the other way round, and turned here.": any(one.is_turned for one in estimates),
    }
    found = [note for note, holds in conditional.items() if holds]
    return [*found, threshold_words(shown.threshold)] if shown.threshold else found


def data_row(one: Estimate | None, block: Block, shown: Panel) -> dict[str, Cell]:
    """An estimate, or (None) the block's pool, as a row."""
    return _common(block, shown) | (_estimate_cells(one, block, shown) if one else _pool_cells(block))


def _common(block: Block, shown: Panel) -> dict[str, Cell]:
    first = block.estimates[0].named.result
    return {
        "claim": shown.claim.id,
        "row": "pool",
        "study": "",
        "result": "",
        "label": "pooled",
        "design": "",
        "outcome": first.outcome,
        "time": "",
        "measure": shown.kin.measure.value,
        "unit": first.unit if shown.kin.unit else "",
        "estimate": None,
        "low": None,
        "high": None,
        "level": "95",
        "interval_from": "",
        "turned": "",
        "people": "",
        "weight": None,
        "matters": "",
    }


def _pool_cells(block: Block) -> dict[str, Cell]:
    value, low, high = block.ends or (None, None, None)
    return {"estimate": value, "low": low, "high": high, "interval_from": "pool", "weight": 1.0}


def _estimate_cells(one: Estimate, block: Block, shown: Panel) -> dict[str, Cell]:
    study, result = one.named.study, one.named.result
    return {
        "row": "estimate",
        "study": study.key,
        "result": result.id,
        "label": study.reference.label,
        "design": study.appraisal.design.value,
        "outcome": result.outcome,
        "time": result.time,
        "estimate": one.value,
        "low": one.low,
        "high": one.high,
        "level": one.level,
        "interval_from": one.worked_out or ("print" if one.low is not None else ""),
        "turned": str(one.is_turned).lower(),
        "people": one.people,
        "weight": block.share(one),
        "matters": _matters(one, shown),
    }
