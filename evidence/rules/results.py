"""A result says where it stands and what it means, and fits the study about it."""

from collections.abc import Iterator

from evidence.model import Better, Design, Favours, Read, Result, Study
from evidence.results import is_significant, plain, side
from evidence.rules.rule import FieldFault, Rule, each_result, each_study

__all__ = ["RULES"]

# Where each person is in one group only, so that groups add up. Not so in crossover and within-person designs.
_PARALLEL_TRIALS = {Design.RANDOMISED_TRIAL, Design.NON_RANDOMISED_TRIAL}
_PARALLEL = _PARALLEL_TRIALS | {Design.COHORT, Design.CASE_CONTROL}


def _placed(result: Result) -> Iterator[FieldFault]:
    if not result.where.strip():
        yield "where", f"is empty for {result.id}; say where the result stands: abstract, results, Table 2"
    if not result.finding.strip():
        yield "finding", f"is empty for {result.id}; say in one sentence of our own what was found"


def _narrative(result: Result) -> Iterator[FieldFault]:
    has_numbers = result.estimate or result.low or result.high or result.p
    if not has_numbers and not result.narrative:
        yield "narrative", f"is empty although {result.id} has no numbers; say why it has none"
    if result.estimate and result.narrative:
        yield "narrative", f"{result.narrative!r} stands beside the estimate {result.estimate}; take one of them out"


def _favours(result: Result) -> Iterator[FieldFault]:
    if result.better is Better.NEITHER or result.favours is Favours.NOT_APPLICABLE:
        return
    allowed = _allowed(is_significant(result), side(result))
    if result.favours not in allowed:
        words = " or ".join(favours.value for favours in Favours if favours in allowed)
        yield (
            "favours",
            (
                f"is {result.favours.value}, but {result.figure} with {result.better.value} being better "
                f"speaks for {words}; mend favours, better or the figures"
            ),
        )


def _allowed(significant: bool | None, by_sign: Favours | None) -> set[Favours]:
    sides = {by_sign} if by_sign else {Favours.INTERVENTION, Favours.COMPARATOR}
    if significant is None:
        return sides | {Favours.NEITHER}
    return sides if significant else {Favours.NEITHER}


def _groups(study: Study) -> Iterator[FieldFault]:
    total = study.appraisal.participants
    if total is None or study.appraisal.design not in _PARALLEL_TRIALS:
        return
    for place, result in enumerate(study.appraisal.results, 1):
        groups = [plain(result.n_intervention), plain(result.n_comparator)]
        people = sum(group.value for group in groups if group)
        if people > total:
            yield f"results[{place}].n_intervention", f"with n_comparator makes {people} people, {_MORE_THAN} {total}"


def _arms(study: Study) -> Iterator[FieldFault]:
    total = study.appraisal.participants
    people = sum(arm.participants or 0 for arm in study.appraisal.arms)
    if total is not None and people > total and study.appraisal.design in _PARALLEL:
        yield "arms", f"together have {people} people, {_MORE_THAN} {total}"


_MORE_THAN = (
    "leave the groups' numbers out if each person (or knee) counts in several, else mend one of them: participants is"
)


def _read_twice(study: Study) -> Iterator[FieldFault]:
    if any(check.reading == 2 for check in study.appraisal.checks):
        return
    for place, result in enumerate(study.appraisal.results, 1):
        if result.read is Read.TWICE:
            yield f"results[{place}].read", "is twice, but no check is of reading 2; add that check or write once"


RULES = (
    Rule("result-placed", "A figure that cannot be found again on the page cannot be checked.", each_result(_placed)),
    Rule(
        "narrative-or-numbers",
        "A result without numbers says so, and why; one with numbers has nothing to excuse.",
        each_result(_narrative),
    ),
    Rule("favours-matches-figures", "A sign turned round turns a harm into a benefit.", each_result(_favours)),
    Rule("groups-within-participants", "A trial analyses no more people than it had.", each_study(_groups)),
    Rule("arms-within-participants", "Arms are parts of the whole.", each_study(_arms)),
    Rule("result-read-twice", "A second reading leaves a trace: the page and the day.", each_study(_read_twice)),
)
