"""What each number of `evidence.drafts.features` counts when a sentence is compared with a claim.

Written by `python -m benchmarks.train_matching`; do not edit by hand. A conditional logistic regression on the 3711
sentences of the development set (3012 that make a claim, 699 that make none of this library's): the score of a
claim is the sum of its numbers times these weights plus `BIAS`, and "none" scores 0. A sentence is matched when the
best score reaches `THRESHOLD`, which is set by hand from the table in docs/benchmarks.md.
"""

__all__ = ["BIAS", "THRESHOLD", "WEIGHTS"]

WEIGHTS = {
    "answered": 2.417,
    "concepts_alike": 2.409,
    "likelier_concepts": 0.034,
    "likelier_words": 0.119,
    "ranked": 5.085,
    "things": 0.421,
    "unknown": -1.437,
    "unknown_words": 0.338,
    "both": 1.283,
    "statement": 3.972,
    "statement_weighed": -1.174,
    "no_intervention": -0.334,
    "added_intervention": -0.505,
    "replaced_intervention": -0.694,
    "strange": -1.213,
    "unusual": -2.842,
    "strange_site": -1.039,
    "site_missing": -1.222,
    "numbers_missing": -4.122,
}
BIAS = -9.022
THRESHOLD = 0.3
