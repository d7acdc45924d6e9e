"""What each number of `evidence.drafts.features` counts when a sentence is compared with a claim.

Written by `python -m benchmarks.train_matching`; do not edit by hand. A conditional logistic regression on the 3711
sentences of the development set (3012 that make a claim, 699 that make none of this library's): the score of a
claim is the sum of its numbers times these weights plus `BIAS`, and "none" scores 0. A sentence is matched when the
best score reaches `THRESHOLD`, which is set by hand from the table in docs/benchmarks.md.
"""

__all__ = ["BIAS", "THRESHOLD", "WEIGHTS"]

WEIGHTS = {
    "answered": 2.628,
    "concepts_alike": 3.296,
    "likelier": 0.12,
    "ranked": 5.145,
    "things": 0.428,
    "unknown": -2.142,
    "unknown_words": 0.455,
    "both": 1.252,
    "statement": 3.639,
    "statement_weighed": -0.994,
    "no_intervention": -0.311,
    "added_intervention": -0.58,
    "replaced_intervention": -0.084,
    "strange": -1.124,
    "unusual": -2.591,
    "strange_site": -1.121,
    "site_missing": -1.194,
    "numbers_missing": -3.918,
}
BIAS = -9.806
THRESHOLD = 0.3
