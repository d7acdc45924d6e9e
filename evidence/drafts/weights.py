"""What each number of `evidence.drafts.features` counts when a sentence is compared with a claim.

Written by `python -m benchmarks.train_matching`; do not edit by hand. A conditional logistic regression on the 3711
sentences of the development set (3012 that make a claim, 699 that make none of this library's): the score of a
claim is the sum of its numbers times these weights plus `BIAS`, and "none" scores 0. A sentence is matched when the
best score reaches `THRESHOLD`, which is set by hand from the table in docs/benchmarks.md.
"""

__all__ = ["BIAS", "THRESHOLD", "WEIGHTS"]

WEIGHTS = {
    "answered": 2.416,
    "concepts_alike": 2.406,
    "likelier_concepts": 0.035,
    "likelier_words": 0.119,
    "ranked": 5.082,
    "things": 0.419,
    "unknown": -1.428,
    "unknown_words": 0.338,
    "both": 1.283,
    "statement": 3.954,
    "statement_weighed": -1.173,
    "no_intervention": -0.335,
    "added_intervention": -0.503,
    "replaced_intervention": -0.693,
    "strange": -1.197,
    "unusual": -2.849,
    "strange_site": -1.04,
    "site_missing": -1.234,
    "numbers_missing": -4.121,
}
BIAS = -9.006
THRESHOLD = 0.3
