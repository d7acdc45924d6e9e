"""What each number of `evidence.drafts.features` counts when a sentence is compared with a claim.

Written by `python -m benchmarks.train_matching`; do not edit by hand. A conditional logistic regression on the 4051
sentences of the development set (3092 that make a claim, 959 that make none of this library's): the score of a
claim is the sum of its numbers times these weights plus `BIAS`, and "none" scores 0. A sentence is matched when the
best score reaches `THRESHOLD`, which is set by hand from the table in docs/benchmarks.md.
"""

__all__ = ["BIAS", "THRESHOLD", "WEIGHTS"]

WEIGHTS = {
    "answered": 2.486,
    "concepts_alike": 3.268,
    "likelier": 0.127,
    "ranked": 4.949,
    "things": 0.461,
    "unknown": -2.006,
    "unknown_words": 0.408,
    "both": 1.292,
    "statement": 3.776,
    "statement_weighed": -1.081,
    "no_intervention": -0.314,
    "added_intervention": -0.617,
    "replaced_intervention": -0.221,
    "strange": -0.966,
    "unusual": -2.628,
    "strange_site": -1.075,
    "site_missing": -1.245,
    "numbers_missing": -3.888,
}
BIAS = -9.817
THRESHOLD = 1.0
