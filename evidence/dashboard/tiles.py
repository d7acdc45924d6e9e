"""Claims as tiles: the verdict's sign with the dots of its certainty, each a link that says in words what it shows."""

from collections.abc import Iterable

from markupsafe import Markup

from evidence.dashboard.links import link
from evidence.dashboard.marks import verdict_mark, verdict_sign
from evidence.model import Claim, Verdict
from evidence.plots.signs import WORST_FIRST, claim_tip, pips, worst_first

__all__ = ["by_verdict", "legend", "tile"]

# The sign's area grows with the number of studies, so its side grows with the root; in rem.
_LEAST, _STEP, _MOST = 0.8, 0.25, 1.9
# Fonts draw these smaller than the other signs.
_SMALL = {Verdict.SUPPORTED, Verdict.PARTLY_SUPPORTED, Verdict.CONTRADICTED, Verdict.CONFLICTING}
_LARGER = 1.35


def tile(claim: Claim) -> Markup:
    """One claim; larger where more studies are cited."""
    count = len({citation.study for citation in claim.citations})
    size = min(_MOST, _LEAST + _STEP * count**0.5) * (_LARGER if claim.verdict in _SMALL else 1)
    inside = Markup(
        '<span class="ev-sized" style="font-size:{:.2f}rem">{}</span><span class="ev-pips" aria-hidden="true">{}</span>'
        '<span class="ev-hidden">{}</span>'
    ).format(size, verdict_sign(claim.verdict), pips(claim.certainty), claim_tip(claim))
    return Markup('<span class="ev-tile" title="{}">{}</span>').format(
        claim_tip(claim), link("claim", inside, {"id": claim.id})
    )


def by_verdict(claims: Iterable[Claim]) -> Markup:
    """Claims as one row of tiles a verdict, the worst first, each with how many there are."""
    ordered = sorted(claims, key=worst_first)
    groups = {verdict: [claim for claim in ordered if claim.verdict is verdict] for verdict in WORST_FIRST}
    rows = (
        Markup("<div><dt>{}<strong>{}</strong></dt><dd>{}</dd></div>").format(
            verdict_mark(verdict), len(group), _joined(map(tile, group))
        )
        for verdict, group in groups.items()
        if group
    )
    return Markup('<dl class="ev-card">{}</dl>').format(_joined(rows))


def legend() -> Markup:
    """What signs and dots mean."""
    signs = Markup(" ").join(
        Markup("<span>{} {}</span>").format(verdict_sign(verdict), verdict.words) for verdict in Verdict
    )
    return Markup(
        '<p class="ev-signs">{}<span>●○○○ very low to ●●●● high certainty</span>'
        "<span>the larger the sign, the more studies</span></p>"
    ).format(signs)


def _joined(pieces: Iterable[Markup]) -> Markup:
    return Markup("").join(pieces)
