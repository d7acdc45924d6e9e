"""What each number of `evidence.drafts.features` counts when a sentence is compared with a claim.

Written by `python -m benchmarks.train_matching`; do not edit by hand. A conditional logistic regression on the 3511
sentences of the development set (2812 that make a claim, 699 that make none of this library's): the score of a
claim is the sum of its numbers times these weights plus `BIAS`, and "none" scores 0. A sentence is matched when the
best score reaches `THRESHOLD`, which is set by hand from the table in docs/benchmarks.md.
"""

__all__ = ["BIAS", "THRESHOLD", "WEIGHTS"]

WEIGHTS = {
    "answered": 2.394,
    "concepts_alike": 2.368,
    "likelier_concepts": 0.039,
    "likelier_words": 0.12,
    "ranked": 5.102,
    "things": 0.431,
    "unknown": -1.158,
    "unknown_words": 0.306,
    "both": 1.295,
    "statement": 3.595,
    "statement_weighed": -1.055,
    "no_intervention": -0.302,
    "added_intervention": -0.482,
    "replaced_intervention": -0.724,
    "strange": -1.257,
    "unusual": -2.64,
    "strange_site": -1.0,
    "site_missing": -1.246,
    "numbers_missing": -4.07,
}
BIAS = -9.05
THRESHOLD = 0.3
