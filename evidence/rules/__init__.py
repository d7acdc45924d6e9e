"""Small rules over a library's own data: each with its reason, its faults told with their place and remedy."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from evidence.library import Library
from evidence.problems import Problem
from evidence.rules import (
    articles,
    chains,
    citations,
    concepts,
    coverage,
    dates,
    figures,
    headings,
    identifiers,
    numbers,
    presence,
    ratings,
    references,
    results,
    studies,
    thresholds,
    wording,
)
from evidence.rules import (
    texts as texts_,
)
from evidence.rules.rule import Inspection, Rule

__all__ = ["ALL", "GROUPS", "Inspection", "Rule", "validate"]

GROUPS: Mapping[str, tuple[Rule, ...]] = MappingProxyType(
    {
        "identifiers": identifiers.RULES,
        "presence": presence.RULES,
        "references": references.RULES,
        "chains": chains.RULES,
        "dates": dates.RULES,
        "figures": figures.RULES,
        "results": results.RULES,
        "studies": studies.RULES,
        "citations": citations.RULES,
        "ratings": ratings.RULES,
        "wording": wording.RULES,
        "numbers": numbers.RULES,
        "articles": articles.RULES,
        "coverage": coverage.RULES,
        "thresholds": thresholds.RULES,
        "concepts": concepts.RULES,
        "headings": headings.RULES,
        "texts": texts_.RULES,
    }
)
"""The rules by what they are about, as `docs/rules.md` lists them."""

ALL: tuple[Rule, ...] = tuple(rule for rules in GROUPS.values() for rule in rules)
"""Every rule."""


def validate(library: Library, *, today: date, texts: Mapping[str, str] = MappingProxyType({})) -> tuple[Problem, ...]:
    """Every fault of a library: those found in reading it and those of all rules, in the order of their places.

    Rules on the articles' sentences look only at `texts`, by article id; no record, however odd, makes a rule fail.
    """
    inspection = Inspection(library, today, texts)
    found = (problem for rule in ALL for problem in rule.problems(inspection))
    return tuple(sorted((*library.problems, *found)))
