"""What each number of `evidence.drafts.features` counts when a sentence is compared with a claim.

Written by `python -m benchmarks.train_matching`; do not edit by hand. A conditional logistic regression on the 3236
sentences of the development set (2607 that make a claim, 629 that make none of this library's): the score of a
claim is the sum of its numbers times these weights plus `BIAS`, and "none" scores 0. A sentence is matched when the
best score reaches `THRESHOLD`, which is set by hand from the table in docs/benchmarks.md.
"""

__all__ = ["BIAS", "THRESHOLD", "WEIGHTS"]

WEIGHTS = {
    "answered": 2.501,
    "concepts_alike": 2.362,
    "likelier_concepts": 0.041,
    "likelier_words": 0.124,
    "ranked": 4.945,
    "things": 0.429,
    "unknown": -1.284,
    "unknown_words": 0.337,
    "both": 1.304,
    "statement": 3.604,
    "statement_weighed": -1.143,
    "no_intervention": -0.329,
    "added_intervention": -0.45,
    "replaced_intervention": -0.708,
    "strange": -1.202,
    "unusual": -2.754,
    "strange_site": -0.983,
    "site_missing": -1.241,
    "numbers_missing": -4.27,
}
BIAS = -8.887
THRESHOLD = 0.1
