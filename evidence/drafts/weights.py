"""What each number of `evidence.drafts.features` counts when a sentence is compared with a claim.

Written by `python -m benchmarks.train_matching`; do not edit by hand. A conditional logistic regression on the 1199
sentences of the development set (907 that make a claim, 292 that make none of this library's): the score of a
claim is the sum of its numbers times these weights plus `BIAS`, and "none" scores 0. A sentence is matched when the
best score reaches `THRESHOLD`, which is set by hand from the table in docs/benchmarks.md.
"""

__all__ = ["BIAS", "THRESHOLD", "WEIGHTS"]

WEIGHTS = {
    "similar": -3.062,
    "answered": 7.897,
    "concepts_alike": 0.567,
    "concepts_answered": 5.192,
    "concepts_covered": 2.224,
    "met": 3.992,
    "met_concepts": -3.31,
    "ranked": 7.078,
    "unknown": -9.014,
    "unknown_words": 1.34,
    "exposure": -1.879,
    "exposure_weighed": 1.381,
    "exposure_missing": -0.895,
    "outcome_missing": -0.326,
    "both": 2.864,
    "statement": 7.573,
    "statement_weighed": -5.349,
    "narrower": -0.915,
    "replaced_intervention": -2.125,
    "other_population": -0.32,
    "other_outcome": -2.42,
    "other_direction": -0.646,
    "strange_site": -3.592,
    "strangers": -7.788,
    "strange_outcome": 0.007,
    "site_missing": -1.173,
    "other_numbers": -3.651,
    "numbers_missing": -2.702,
}
BIAS = -20.829
THRESHOLD = 0.3
