"""What each number of `evidence.drafts.features` counts when a sentence is compared with a claim.

Written by `python -m benchmarks.train_matching`; do not edit by hand. A conditional logistic regression on the 2628
sentences of the development set (2137 that make a claim, 491 that make none of this library's): the score of a
claim is the sum of its numbers times these weights plus `BIAS`, and "none" scores 0. A sentence is matched when the
best score reaches `THRESHOLD`, which is set by hand from the table in docs/benchmarks.md.
"""

__all__ = ["BIAS", "THRESHOLD", "WEIGHTS"]

WEIGHTS = {
    "answered": 2.907,
    "concepts_alike": 2.526,
    "likelier_concepts": 0.03,
    "likelier_words": 0.114,
    "ranked": 5.016,
    "things": 0.45,
    "unknown": -1.405,
    "unknown_words": 0.394,
    "both": 1.308,
    "statement": 3.688,
    "statement_weighed": -1.395,
    "no_intervention": -0.351,
    "added_intervention": -0.402,
    "replaced_intervention": -0.744,
    "strange": -1.218,
    "unusual": -2.755,
    "strange_site": -1.087,
    "site_missing": -1.216,
    "numbers_missing": -3.365,
}
BIAS = -9.176
THRESHOLD = 0.1
