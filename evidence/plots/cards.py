"""How an article does: its claims by verdict and certainty, the worst first."""

from collections.abc import Iterable, Iterator, Sequence

from evidence.errors import NothingToDraw
from evidence.library import Library
from evidence.model import Article, Certainty, Claim, Verdict
from evidence.plots.drawing import Align, Label, Line, Part
from evidence.plots.frame import framed
from evidence.plots.plot import Plot
from evidence.plots.signs import WORST_FIRST, certainty_key, claim_signs, rating_words, studies_of, worst_first
from evidence.plots.theme import Theme
from evidence.rows import Cell

__all__ = ["report_card"]

_WIDTH = 760
_LEFT, _SLOT, _ROW = 190, 38, 48
_A_ROW = (_WIDTH - _LEFT) // _SLOT
_SURE = 3


def report_card(library: Library, article_id: str, *, theme: Theme = Theme.LIGHT) -> Plot:
    """The claims of an article as signs, one row a verdict, the worst first; `data` has one row a claim.

    Raises:
        UnknownId: when there is no such article.
        NothingToDraw: when no claim of the library appears in it.
    """
    article = library.article(article_id)
    claims = sorted(library.claims_in(article.id), key=worst_first)
    if not claims:
        raise NothingToDraw(f"No claim of this library appears in {article.title!r}, so it has no report card.")
    groups = _grouped(claims)
    headline = _headline(claims)
    body, height = _body(groups)
    subtitle = f"{article.publisher}. {headline}"
    drawing = framed(body, width=_WIDTH, height=height, records="claim", title=article.title, subtitle=subtitle)
    return Plot(
        title=f"Report card: {article.title}",
        description=f"The claims of {article.title!r} by verdict, the worst first. {headline}",
        text=_text(article, headline, groups),
        data=tuple(_row(article, claim) for claim in claims),
        drawing=drawing,
        theme=Theme(theme),
    )


def _grouped(claims: Sequence[Claim]) -> dict[Verdict, list[Claim]]:
    found = {verdict: [claim for claim in claims if claim.verdict is verdict] for verdict in WORST_FIRST}
    return {verdict: group for verdict, group in found.items() if group}


def _headline(claims: Sequence[Claim]) -> str:
    """How many claims hold, wholly or in part, and of how many one can be at least moderately sure."""
    whole = [claim for claim in claims if claim.verdict is Verdict.SUPPORTED]
    part = [claim for claim in claims if claim.verdict is Verdict.PARTLY_SUPPORTED]
    sure = [claim for claim in (*whole, *part) if claim.certainty and claim.certainty.level >= _SURE]
    at_least = Certainty.of_level(_SURE).words
    return (
        f"Of {len(claims)} claims, {len(whole)} supported and {len(part)} partly supported, "
        f"{len(sure) or 'none'} of these with {at_least} certainty or more."
    )


def _body(groups: dict[Verdict, list[Claim]]) -> tuple[list[Part], float]:
    parts: list[Part] = []
    y = 0.0
    for verdict, claims in groups.items():
        rows = [claims[start : start + _A_ROW] for start in range(0, len(claims), _A_ROW)]
        parts += [
            Line(0, y, _WIDTH, y),
            Label(0, y + 22, verdict.words, 13, is_bold=True),
            Label(_LEFT - 34, y + 22, str(len(claims)), 15, Align.RIGHT, is_bold=True),
            *_signs(rows, y),
        ]
        y += _ROW * len(rows)
    parts.append(Line(0, y, _WIDTH, y))
    return [*parts, certainty_key(y + 18)], y + 24


def _signs(rows: Iterable[Sequence[Claim]], top: float) -> Iterator[Part]:
    for row, claims in enumerate(rows):
        for place, claim in enumerate(claims):
            yield from claim_signs(claim, _LEFT + _SLOT * place, top + _ROW * row + 18, 20)


def _text(article: Article, headline: str, groups: dict[Verdict, list[Claim]]) -> str:
    lines = [f"Report card of “{article.title}”, {article.publisher}.", headline]
    for verdict, claims in groups.items():
        lines.append(f"{verdict.words.capitalize()}: {len(claims)}.")
        lines += [f"  {claim.statement} {rating_words(claim).capitalize()}." for claim in claims]
    return "\n".join(lines)


def _row(article: Article, claim: Claim) -> dict[str, Cell]:
    return {
        "article": article.id,
        "claim": claim.id,
        "statement": claim.statement,
        "verdict": claim.verdict.value,
        "certainty": claim.certainty.value if claim.certainty else None,
        "studies": studies_of(claim),
    }
