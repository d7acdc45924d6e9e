"""Whom to name behind a sentence: of all the studies that a finding cites the few that carry what is said."""

from dataclasses import astuple

from evidence.bodies import NEEDED
from evidence.drafts.report import Finding, Report
from evidence.library import Library
from evidence.model import Citation, Claim, Design

__all__ = ["leading", "needed"]

_MOST = 3
_RANKS = {design: rank for rank, design in enumerate(Design)}


def leading(finding: Finding, library: Library) -> tuple[str, ...]:
    """The keys of at most three studies that a finding cites: what a reader takes in; the report lists them all.

    First one for each stance that the claim's verdict needs, so that a conflict is shown with both its sides; then
    those that ask the claim's own question, the more filtered design first; among equals the record's order.
    """
    keys = tuple(key for key in finding.cite if key in library.studies)
    claim = library.all_claims.get(finding.claim)
    if claim is None or len(keys) <= _MOST:
        return keys[:_MOST]
    cited = _citations(claim)
    ordered = sorted(keys, key=lambda key: (_differs(cited.get(key)), _RANKS[library.studies[key].appraisal.design]))
    needed = [
        next((key for key in ordered if key in cited and cited[key].stance in group), ordered[0])
        for group in NEEDED.get(claim.verdict, ())
    ]
    wanted = {stance for group in NEEDED.get(claim.verdict, ()) for stance in group}
    pointing = [key for key in ordered if key in cited and cited[key].stance in wanted]
    return tuple(dict.fromkeys([*needed, *pointing, *ordered]))[:_MOST]


def _citations(claim: Claim) -> dict[str, Citation]:
    """By study; of two of one study the first."""
    return {citation.study: citation for citation in reversed(claim.citations)}


def _differs(citation: Citation | None) -> bool:
    """Whether a study asks another question than the claim in any part."""
    return citation is None or any(astuple(citation.directness))


def needed(report: Report, library: Library) -> tuple[str, ...]:
    """The keys that `annotated` puts into a checked draft, or would had the writer not done so already, sorted."""
    told = (sentence for sentence in report.sentences if not sentence.ignored)
    return tuple(sorted({key for one in told for finding in one.findings for key in leading(finding, library)}))
