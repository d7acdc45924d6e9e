"""The retrieval core on public data, as a general engine: nDCG@10 on a folder in BEIR form.

Run it from the checkout: `python -m benchmarks.retrieval FOLDER`. The folder holds `corpus.jsonl` (`_id`, `title`,
`text`), `queries.jsonl` (`_id`, `text`) and `qrels/test.tsv` (query, document, grade; a heading first). The data are no
part of this project. Scores of BM25 over stems and over character n-grams are brought to 0..1 for each query and added.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from math import log2
from pathlib import Path

from evidence.drafts.retrieval import Bm25
from evidence.words import stems

_DEPTH = 100
# Character n-grams catch other forms of a word and misspellings; words carry most of the meaning.
_GRAMS = (4, 5)
_GRAM_SHARE = 0.3


def main(folder: Path) -> None:
    """Measure and print."""
    corpus = {one["_id"]: f"{one.get('title', '')} {one['text']}" for one in _lines(folder / "corpus.jsonl")}
    queries = {one["_id"]: one["text"] for one in _lines(folder / "queries.jsonl")}
    wanted = _grades(folder / "qrels" / "test.tsv")
    ids = list(corpus)
    words = Bm25([Counter(stems(text)) for text in corpus.values()], b=0.75, few=len(corpus))
    grams = Bm25([Counter(_ngrams(text)) for text in corpus.values()], b=0.75, few=len(corpus))
    for name, share in (("words", 0.0), ("character n-grams", 1.0), ("both", _GRAM_SHARE)):
        scores = []
        for query, grades in wanted.items():
            fused = _fused(words, grams, queries[query], share)
            scores.append(ndcg([ids[place] for place in fused], grades))
        print(f"{name}: nDCG@10 {sum(scores) / len(scores):.3f} over {len(scores)} queries, {len(ids)} documents")


def ndcg(ranked: list[str], grades: Mapping[str, int], depth: int = 10) -> float:
    """Normalised discounted cumulative gain (Järvelin and Kekäläinen 2002), gains linear as in trec_eval."""
    gain = sum(grades.get(id, 0) / log2(place + 2) for place, id in enumerate(ranked[:depth]))
    best = sum(grade / log2(place + 2) for place, grade in enumerate(sorted(grades.values(), reverse=True)[:depth]))
    return gain / best if best else 0.0


def _fused(words: Bm25, grams: Bm25, query: str, share: float) -> list[int]:
    total: dict[int, float] = defaultdict(float)
    for index, tokens, weight in ((words, set(stems(query)), 1 - share), (grams, set(_ngrams(query)), share)):
        found = index.top(tokens, _DEPTH) if weight else []
        if found:
            low, high = found[-1][1], found[0][1]
            for place, score in found:
                total[place] += weight * (score - low) / ((high - low) or 1.0)
    return sorted(total, key=lambda place: (-total[place], place))


def _ngrams(text: str) -> Iterator[str]:
    for word in stems(text):
        padded = f" {word} "
        for size in _GRAMS:
            yield from (padded[start : start + size] for start in range(max(1, len(padded) - size + 1)))


def _lines(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, filter(str.strip, file))


def _grades(path: Path) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for line in path.read_text("utf-8").splitlines()[1:]:
        query, document, grade = line.split("\t")
        found[query][document] = int(grade)
    return found


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m benchmarks.retrieval FOLDER")
    main(Path(sys.argv[1]))
