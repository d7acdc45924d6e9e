"""How well and how fast sentences are matched to claims.

Run it from the checkout: `python -m benchmarks.matching`. It prints docs/benchmarks.md, "Matching". The articles are
judged where their texts are at hand (`../shared/sources`, or the folder that EVIDENCE_SOURCES names); with `--articles`
only they are, and each sentence that is missed, or matched without a record, is printed to be read.
"""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from random import Random
from statistics import median

import evidence
from benchmarks.development import (
    FOLDS,
    Sentence,
    Table,
    bare,
    cross_validated,
    masked,
    sentences,
    tabled,
    training,
    without_near_copies,
)
from evidence.drafts.context import Before, in_context
from evidence.drafts.core import core
from evidence.drafts.index import Index
from evidence.drafts.matching import Matcher
from evidence.drafts.mentions import is_mention
from evidence.drafts.polarity import towards
from evidence.drafts.report import Polarity
from evidence.drafts.spans import Piece
from evidence.drafts.weights import THRESHOLD
from evidence.library import Library
from evidence.sentences import paragraphs
from evidence.sentences import sentences as split
from evidence.store.texts import article_texts, sources_folder

_MANY = 100_000
_RUNS = 9
# Chance for the words made unknown in the test; the training has others.
_SEED = 9


def main() -> None:
    """Measure and print."""
    library, labelled = evidence.load(), sentences()
    if "--articles" in sys.argv:
        print("\n".join(_articles(library, told=True)))
        return
    print(f"{len(labelled)} sentences, {len(library.claims)} claims, {FOLDS} folds by claim.\n")
    print("| phrasings | right claim first | matched, and rightly | matched wrongly | health and prose | near misses |")
    print("|---|---|---|---|---|---|")
    trained, far = training(library, labelled), without_near_copies(library, labelled, 0.3)
    for name, judged in (
        ("all", tabled(library, labelled)),
        ("without near copies of the sentences", tabled(far, labelled)),
        ("the same, a third of the sentence's other words unknown", tabled(far, masked(library, labelled, _SEED))),
        ("none, statement and question alone", tabled(bare(library), labelled)),
    ):
        print(f"| {name} | {' | '.join(_quality(trained, judged))} |")
    print(f"\nPolarity right: {_polarity(library, labelled):.1%}.")
    for line in (*_articles(library), *_speed(library)):
        print(line)


def _quality(trained: list[Table], tables: list[Table]) -> Iterator[str]:
    judged = [(table, _best(table, scores)) for table, scores in cross_validated(trained, tables)]
    making = [(right, score) for table, (right, score) in judged if table.sentence.claim]
    yield _share(right for right, _ in making)
    yield _share(right and score >= THRESHOLD for right, score in making)
    yield _share(not right and score >= THRESHOLD for right, score in making)
    for kinds in (("health", "prose"), ("near_miss",)):
        yield _share(score >= THRESHOLD for table, (_, score) in judged if table.sentence.kind in kinds)


def _best(table: Table, scores: Iterable[float]) -> tuple[bool, float]:
    ranked = sorted(zip(scores, table.right, strict=True), key=lambda one: -one[0])
    if not ranked or is_mention(table.sentence.text):
        return False, float("-inf")
    return bool(ranked[0][1]), float(ranked[0][0])


def _share(found: Iterable[bool]) -> str:
    values = list(found)
    return f"{sum(values) / len(values):.1%}"


def _polarity(library: Library, labelled: list[Sentence]) -> float:
    index = Index(library)
    profiles = {profile.claim.id: profile for profile in index.profiles}

    def judged(one: Sentence) -> Polarity:
        words = tuple(index.words(one.text))
        piece = Piece(words[0].start, words[-1].end, words)
        span = core(one.text, piece, profiles[one.claim], index.lexicon) or (0, len(one.text))
        return towards(library.claims[one.claim], one.text, span)

    right = [judged(one) == one.polarity for one in labelled if one.claim in library.claims]
    return sum(right) / len(right)


def _articles(library: Library, told: bool = False) -> Iterator[str]:
    """Sentences in which a claim is recorded, and the others, matched by their text and the two before."""
    made: dict[tuple[str, int, int], set[str]] = {}
    for claim in library.claims.values():
        for seen in claim.appearances:
            made.setdefault((seen.article, seen.paragraph, seen.sentence), set()).add(claim.id)
    matcher, carrying, others = Matcher(library), [], []
    for place, text, before in _placed(article_texts(library, sources_folder())):
        found = {match.claim for match in matcher.match_carrying(text, matcher.carried(text, before))}
        wanted = made.get(place, set())
        (carrying if wanted else others).append(bool(found & wanted) if wanted else bool(found))
        if told and bool(found & wanted) != bool(wanted or found):
            yield f"{place}: {text}\n    recorded: {sorted(wanted)}\n    matched: {sorted(found)}"
    if carrying and others:
        yield f"Articles: {_share(carrying)} of {len(carrying)} sentences with a recorded claim go to it; "
        yield f"{_share(others)} of {len(others)} others are matched to some claim."
    else:
        yield "Articles: their texts are not at hand."


def _placed(texts: Iterable[str] | dict[str, str]) -> Iterator[tuple[tuple[str, int, int], str, Before]]:
    for article, text in dict(texts).items():
        lines = enumerate(paragraphs(text), 1)
        places = [(paragraph, number) for paragraph, line in lines for number, _ in enumerate(split(line.text), 1)]
        for (paragraph, number), (sentence, before) in zip(places, in_context(text), strict=True):
            yield (article, paragraph, number), sentence.text, before


def _speed(library: Library) -> Iterator[str]:
    matcher = Matcher(library)
    thousand = _thousand_words(library)
    yield f"Building the matcher: {_milliseconds(lambda: Matcher(library)):.0f} ms."
    took = _milliseconds(lambda: _match_all(matcher, thousand))
    yield f"1,000 words of claims in a row: {took:.1f} ms (median of {_RUNS})."
    prose = [one.text for one in sentences() if one.kind in ("prose", "health")]
    words = sum(len(text.split()) for text in prose)
    took = _milliseconds(lambda: _match_all(matcher, prose))
    yield f"1,000 words on other matters: {took * 1000 / words:.1f} ms."
    large = Matcher(_generated(library))
    took = _milliseconds(lambda: _match_all(large, thousand[:40])) / 40
    yield f"Against {_MANY:,} generated claims: {took:.2f} ms a sentence."


def _thousand_words(library: Library) -> list[str]:
    found: list[str] = []
    for claim in Random(0).sample(list(library.claims.values()), len(library.claims)):
        found.append(
            f"Some people notice after a week or two that, for them, {claim.statement[0].lower()}{claim.statement[1:]}"
        )
        if sum(len(text.split()) for text in found) >= 1000:
            break
    return found


def _generated(library: Library) -> Library:
    """Claims with the statements of real ones, each with some words swapped for those of others."""
    random, claims = Random(0), list(library.claims.values())
    pool = sorted({word for claim in claims for text in claim.phrasings for word in text.split()})
    made = []
    for number in range(_MANY):
        claim = claims[number % len(claims)]
        said = " ".join(random.choice(pool) if random.random() < 0.5 else word for word in claim.statement.split())
        made.append(replace(claim, id=f"{claim.id}-{number}", statement=said, phrasings=(), appearances=()))
    return Library.of(claims=made, concepts=library.concepts)


def _match_all(matcher: Matcher, texts: list[str]) -> None:
    for text in texts:
        matcher.match(text)


def _milliseconds(work: Callable[[], object]) -> float:
    def once() -> float:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    return median(once() for _ in range(_RUNS)) * 1000


if __name__ == "__main__":
    main()
