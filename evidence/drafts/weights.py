"""What each number of `evidence.drafts.features` counts when a sentence is compared with a claim.

Written by `python -m benchmarks.train_matching`; do not edit by hand. A conditional logistic regression on the 3851
sentences of the development set (3012 that make a claim, 839 that make none of this library's): the score of a
claim is the sum of its numbers times these weights plus `BIAS`, and "none" scores 0. A sentence is matched when the
best score reaches `THRESHOLD`, which is set by hand from the table in docs/benchmarks.md.
"""

__all__ = ["BIAS", "THRESHOLD", "WEIGHTS"]

WEIGHTS = {
    "answered": 2.535,
    "concepts_alike": 3.252,
    "likelier": 0.122,
    "ranked": 5.028,
    "things": 0.435,
    "unknown": -2.115,
    "unknown_words": 0.43,
    "both": 1.272,
    "statement": 3.677,
    "statement_weighed": -1.036,
    "no_intervention": -0.321,
    "added_intervention": -0.589,
    "replaced_intervention": -0.195,
    "strange": -1.058,
    "unusual": -2.66,
    "strange_site": -1.085,
    "site_missing": -1.257,
    "numbers_missing": -3.864,
}
BIAS = -9.703
THRESHOLD = 1.0
