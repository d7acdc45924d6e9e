"""What each number of `evidence.drafts.features` counts when a sentence is compared with a claim.

Written by `python -m benchmarks.train_matching`; do not edit by hand. A conditional logistic regression on the 4051
sentences of the development set (3092 that make a claim, 959 that make none of this library's): the score of a
claim is the sum of its numbers times these weights plus `BIAS`, and "none" scores 0. A sentence is matched when the
best score reaches `THRESHOLD`, which is set by hand from the table in docs/benchmarks.md.
"""

__all__ = ["BIAS", "THRESHOLD", "WEIGHTS"]

WEIGHTS = {
    "answered": 2.396,
    "concepts_alike": 3.269,
    "likelier": 0.129,
    "ranked": 4.919,
    "things": 0.459,
    "unknown": -2.056,
    "unknown_words": 0.417,
    "both": 1.285,
    "statement": 3.773,
    "statement_weighed": -1.053,
    "no_intervention": -0.311,
    "added_intervention": -0.595,
    "replaced_intervention": -0.237,
    "strange": -0.995,
    "unusual": -2.58,
    "strange_site": -1.108,
    "site_missing": -1.233,
    "numbers_missing": -3.909,
}
BIAS = -9.771
THRESHOLD = 1.0
