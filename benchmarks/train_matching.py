"""Makes `evidence/drafts/weights.py` from the development set.

python -m benchmarks.train_matching            writes the weights
python -m benchmarks.train_matching --check    compares them with those that stand there
"""

import sys
from pathlib import Path

import evidence
from benchmarks.development import Sentence, fitted, sentences, training
from evidence.drafts.features import NAMES
from evidence.drafts.weights import BIAS, THRESHOLD, WEIGHTS

_FILE = Path(__file__).parent.parent / "evidence" / "drafts" / "weights.py"
# Optimisers on other machines stop a little elsewhere; what they may move a score by is far below what decides.
_TOLERANCE = 0.05

_HEAD = '''"""What each number of `evidence.drafts.features` counts when a sentence is compared with a claim.

Written by `python -m benchmarks.train_matching`; do not edit by hand. A conditional logistic regression on the {count}
sentences of the development set ({claims} that make a claim, {none} that make none of this library's): the score of a
claim is the sum of its numbers times these weights plus `BIAS`, and "none" scores 0. A sentence is matched when the
best score reaches `THRESHOLD`, which is set by hand from the table in docs/benchmarks.md.
"""

__all__ = ["BIAS", "THRESHOLD", "WEIGHTS"]

'''


def main() -> int:
    """Train, and write or compare; 1 when the weights that stand in the code are others."""
    labelled = sentences()
    weights, bias = fitted(training(evidence.load(), labelled))
    found = dict(zip(NAMES, (round(float(weight), 3) for weight in weights), strict=True))
    if "--check" not in sys.argv:
        _FILE.write_text(_text(labelled, found, round(bias, 3)), "utf-8")
        return 0
    moved = {name: (WEIGHTS[name], new) for name, new in found.items() if abs(new - WEIGHTS[name]) > _TOLERANCE}
    if abs(bias - BIAS) > _TOLERANCE:
        moved["BIAS"] = (BIAS, round(bias, 3))
    for name, (old, new) in moved.items():
        print(f"{name}: {old} stands in the code, training gives {new}")
    return 1 if moved else 0


def _text(labelled: list[Sentence], weights: dict[str, float], bias: float) -> str:
    claims = sum(bool(one.claim) for one in labelled)
    head = _HEAD.format(count=len(labelled), claims=claims, none=len(labelled) - claims)
    lines = "".join(f'    "{name}": {weight},\n' for name, weight in weights.items())
    return f"{head}WEIGHTS = {{\n{lines}}}\nBIAS = {bias}\nTHRESHOLD = {THRESHOLD}\n"


if __name__ == "__main__":
    sys.exit(main())
