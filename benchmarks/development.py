"""The development set, and what the matcher's rows of numbers look like on it."""

import tomllib
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path
from zlib import crc32

import numpy as np
from scipy.optimize import minimize

from evidence.drafts.features import NAMES
from evidence.drafts.index import Index
from evidence.drafts.matching import CANDIDATES
from evidence.library import Library
from evidence.words import stems, words

__all__ = [
    "FOLDS",
    "Sentence",
    "Table",
    "bare",
    "cross_validated",
    "fitted",
    "masked",
    "sentences",
    "tabled",
    "training",
    "without_near_copies",
]

_FOLDER = Path(__file__).parent.parent / "tests" / "development"
FOLDS = 8
# Where a model is trained: seeds of the words that are made unknown; none of them is that of a test.
_SEEDS = (1, 2)
# How many of the words that neither a claim's statement or question nor a concept's name holds are made unknown. At
# this share, sentences of the set were as hard as sentences that nobody here had seen (docs/benchmarks.md).
_UNKNOWN = 0.35
# How strongly weights are held near zero, in units of standardised numbers; quality hardly depends on it.
_RIDGE = 0.0005


@dataclass(frozen=True)
class Sentence:
    """A labelled sentence. `right` are the claims that it makes, `claim` the first; empty when it makes none.

    Sentences of one `group` are never in the training of a model that judges one of them.
    """

    text: str
    kind: str
    claim: str = ""
    right: frozenset[str] = frozenset()
    polarity: str = ""
    group: str = ""


def sentences(folder: Path = _FOLDER) -> list[Sentence]:
    """All sentences of the development set, in the order of its files."""
    found = [
        one for path in sorted(folder.glob("*.toml")) for one in tomllib.loads(path.read_text("utf-8"))["sentences"]
    ]
    return [
        Sentence(
            one["text"],
            one["kind"],
            one.get("claim", ""),
            frozenset([one["claim"], *one.get("others", [])] if one.get("claim") else []),
            one.get("polarity", ""),
            one.get("claim", one["text"]),
        )
        for one in found
    ]


def without_near_copies(library: Library, labelled: Sequence[Sentence], shared: float = 0.5) -> Library:
    """The library without the phrasings that share half of their stems, or more, with a labelled sentence (Jaccard)."""
    known = [frozenset(stems(one.text)) for one in labelled]

    def is_copy(phrasing: str) -> bool:
        own = frozenset(stems(phrasing))
        return any(len(own & one) >= shared * len(own | one) for one in known)

    claims = [
        replace(claim, phrasings=tuple(phrasing for phrasing in claim.phrasings if not is_copy(phrasing)))
        for claim in library.claims.values()
    ]
    return Library.of(claims=claims, concepts=library.concepts)


def bare(library: Library) -> Library:
    """The library without any phrasing."""
    claims = [replace(claim, phrasings=()) for claim in library.claims.values()]
    return Library.of(claims=claims, concepts=library.concepts)


def masked(library: Library, labelled: Sequence[Sentence], seed: int) -> list[Sentence]:
    """The sentences with some of their words made into words that nobody knows; which ones is chance, by `seed`.

    Words of statements and questions, and the names of concepts, stay: those a sentence about a claim would use.
    """
    kept = {stem for text in _core(library) for stem in stems(text)}
    return [replace(one, text=_masked(one.text, kept, seed)) for one in labelled]


def _core(library: Library) -> Iterator[str]:
    for claim in library.claims.values():
        yield from (claim.statement, claim.question.population, claim.question.intervention, claim.question.outcome)
    for concept in library.concepts:
        yield from (concept.label, concept.terms[0])


def _masked(text: str, kept: Set[str], seed: int) -> str:
    begins = text[:20]
    for word in reversed([*words(text)]):
        chance = crc32(f"{seed}:{begins}:{word.stem}".encode()) % 1000 / 1000
        if word.stem not in kept and chance < _UNKNOWN:
            text = f"{text[: word.start]}zq{text[word.start :]}"
    return text


@dataclass(frozen=True)
class Table:
    """The candidates of one sentence, their rows, and which of them are right."""

    sentence: Sentence
    claims: list[str]
    rows: np.ndarray
    right: np.ndarray


def tabled(library: Library, labelled: Sequence[Sentence]) -> list[Table]:
    """A table for each sentence, read as one piece."""
    index = Index(library)
    return [_table(index, one) for one in labelled]


def training(library: Library, labelled: Sequence[Sentence]) -> list[Table]:
    """What a model is fitted to: the sentences as new ones look, so that it trusts no wording that it happens to know.

    Near copies are taken out of the library; two further times some words are made unknown; once all phrasings go.
    """
    far = without_near_copies(library, labelled, 0.3)
    variants = [labelled, *(masked(library, labelled, seed) for seed in _SEEDS)]
    tables = [table for variant in variants for table in tabled(far, variant)]
    return tables + tabled(bare(library), labelled)


def _table(index: Index, sentence: Sentence) -> Table:
    found = index.rows(index.read(sentence.text, index.words(sentence.text)), CANDIDATES)
    claims = [index.profiles[place].claim.id for place, _ in found]
    rows = np.array([row for _, row in found]).reshape(len(found), len(NAMES))
    return Table(sentence, claims, rows, np.array([claim in sentence.right for claim in claims], dtype=bool))


def fitted(tables: Sequence[Table]) -> tuple[np.ndarray, float]:
    """The weights, and the bias, that make right claims likeliest: a conditional logistic regression.

    Each sentence chooses among its candidates and "none of them", whose score is 0. Sentences whose right claim is not
    among the candidates count as "none".
    """
    rows = np.vstack([table.rows for table in tables])
    right = np.concatenate([table.right for table in tables]).astype(float)
    group = np.repeat(np.arange(len(tables)), [len(table.rows) for table in tables])
    mean, spread = rows.mean(0), rows.std(0) + 1e-9
    scaled = np.hstack([(rows - mean) / spread, np.ones((len(rows), 1))])
    none = np.ones(len(tables))
    none[group[right > 0]] = 0.0

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        likely = np.exp(np.clip(scaled @ weights, -30, 30))
        total = 1 + np.bincount(group, likely, len(tables))
        good = none + np.bincount(group, likely * right, len(tables))
        slope = scaled.T @ (likely / total[group] - likely * right / good[group]) / len(tables)
        held = np.append(weights[:-1], 0.0)
        return (np.log(total) - np.log(good)).mean() + _RIDGE / 2 * held @ held, slope + _RIDGE * held

    found = minimize(loss, np.zeros(scaled.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 2000}).x
    weights = found[:-1] / spread
    return weights, float(found[-1] - mean @ weights)


def cross_validated(trained: Sequence[Table], judged: Sequence[Table]) -> Iterator[tuple[Table, np.ndarray]]:
    """Each table with the scores of a model that has seen no sentence about the same claim."""
    own, others = _folds(judged), _folds(trained)
    for fold in range(FOLDS):
        weights, bias = fitted([table for table, other in zip(trained, others, strict=True) if other != fold])
        for place in np.flatnonzero(own == fold):
            yield judged[place], judged[place].rows @ weights + bias


def _folds(tables: Sequence[Table]) -> np.ndarray:
    return np.array([crc32(one.sentence.group.encode()) % FOLDS for one in tables])
