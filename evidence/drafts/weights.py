"""What each number of `evidence.drafts.features` counts when a sentence is compared with a claim.

Written by `python -m benchmarks.train_matching`; do not edit by hand. A conditional logistic regression on the 2628
sentences of the development set (2137 that make a claim, 491 that make none of this library's): the score of a
claim is the sum of its numbers times these weights plus `BIAS`, and "none" scores 0. A sentence is matched when the
best score reaches `THRESHOLD`, which is set by hand from the table in docs/benchmarks.md.
"""

__all__ = ["BIAS", "THRESHOLD", "WEIGHTS"]

WEIGHTS = {
    "answered": 3.51,
    "concepts_alike": 2.532,
    "likelier_concepts": 0.043,
    "likelier_words": 0.107,
    "ranked": 4.513,
    "things": 0.382,
    "unknown": -2.504,
    "unknown_words": 0.597,
    "both": 1.285,
    "statement": 3.794,
    "statement_weighed": -1.732,
    "no_intervention": -0.17,
    "added_intervention": -0.703,
    "replaced_intervention": -0.675,
    "strange": -1.116,
    "unusual": -2.679,
    "strange_site": -1.593,
    "site_missing": -1.23,
    "numbers_missing": -2.276,
}
BIAS = -8.527
THRESHOLD = 0.0
