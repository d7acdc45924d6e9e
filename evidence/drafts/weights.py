"""What each number of `evidence.drafts.features` counts when a sentence is compared with a claim.

Written by `python -m benchmarks.train_matching`; do not edit by hand. A conditional logistic regression on the 3711
sentences of the development set (3012 that make a claim, 699 that make none of this library's): the score of a
claim is the sum of its numbers times these weights plus `BIAS`, and "none" scores 0. A sentence is matched when the
best score reaches `THRESHOLD`, which is set by hand from the table in docs/benchmarks.md.
"""

__all__ = ["BIAS", "THRESHOLD", "WEIGHTS"]

WEIGHTS = {
    "answered": 2.57,
    "concepts_alike": 3.257,
    "likelier": 0.116,
    "ranked": 5.194,
    "things": 0.451,
    "unknown": -1.96,
    "unknown_words": 0.425,
    "both": 1.282,
    "statement": 3.7,
    "statement_weighed": -1.127,
    "no_intervention": -0.314,
    "added_intervention": -0.513,
    "replaced_intervention": -0.676,
    "strange": -1.105,
    "unusual": -2.775,
    "strange_site": -1.098,
    "site_missing": -1.187,
    "numbers_missing": -3.931,
}
BIAS = -9.82
THRESHOLD = 0.3
