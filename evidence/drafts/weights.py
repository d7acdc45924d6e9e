"""What each number of `evidence.drafts.features` counts when a sentence is compared with a claim.

Written by `python -m benchmarks.train_matching`; do not edit by hand. A conditional logistic regression on the 2043
sentences of the development set (1671 that make a claim, 372 that make none of this library's): the score of a
claim is the sum of its numbers times these weights plus `BIAS`, and "none" scores 0. A sentence is matched when the
best score reaches `THRESHOLD`, which is set by hand from the table in docs/benchmarks.md.
"""

__all__ = ["BIAS", "THRESHOLD", "WEIGHTS"]

WEIGHTS = {
    "answered": 3.508,
    "concepts_alike": 2.457,
    "met": 2.121,
    "met_concepts": -1.407,
    "ranked": 6.016,
    "unknown": -3.909,
    "unknown_words": 0.79,
    "both": 1.802,
    "statement": 4.786,
    "statement_weighed": -1.606,
    "replaced_intervention": -1.451,
    "strange": -3.719,
    "strange_site": -1.421,
    "site_missing": -1.362,
    "numbers_missing": -4.244,
}
BIAS = -12.284
THRESHOLD = 0.4
