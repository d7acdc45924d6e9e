"""What each number of `evidence.drafts.features` counts when a sentence is compared with a claim.

Written by `python -m benchmarks.train_matching`; do not edit by hand. A conditional logistic regression on the 3511
sentences of the development set (2812 that make a claim, 699 that make none of this library's): the score of a
claim is the sum of its numbers times these weights plus `BIAS`, and "none" scores 0. A sentence is matched when the
best score reaches `THRESHOLD`, which is set by hand from the table in docs/benchmarks.md.
"""

__all__ = ["BIAS", "THRESHOLD", "WEIGHTS"]

WEIGHTS = {
    "answered": 2.361,
    "concepts_alike": 2.421,
    "likelier_concepts": 0.036,
    "likelier_words": 0.12,
    "ranked": 5.027,
    "things": 0.433,
    "unknown": -1.236,
    "unknown_words": 0.316,
    "both": 1.313,
    "statement": 3.707,
    "statement_weighed": -1.093,
    "no_intervention": -0.313,
    "added_intervention": -0.494,
    "replaced_intervention": -0.734,
    "strange": -1.345,
    "unusual": -2.637,
    "strange_site": -0.987,
    "site_missing": -1.235,
    "numbers_missing": -4.087,
}
BIAS = -8.99
THRESHOLD = 0.3
