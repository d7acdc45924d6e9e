"""What each number of `evidence.drafts.features` counts when a sentence is compared with a claim.

Written by `python -m benchmarks.train_matching`; do not edit by hand. A conditional logistic regression on the
1199 sentences of the development set (907 that make a claim, 292 that make none of this library's): the score
of a claim is the sum of its numbers times these weights plus `BIAS`, and "none" scores 0. A sentence is matched when the
best score reaches `THRESHOLD`, which is set by hand from the table in docs/benchmarks.md.
"""

__all__ = ["BIAS", "THRESHOLD", "WEIGHTS"]

WEIGHTS = {
    "similar": -2.668,
    "answered": 7.37,
    "concepts_alike": 0.911,
    "concepts_answered": 4.705,
    "concepts_covered": 1.855,
    "met": 4.091,
    "met_concepts": -3.318,
    "ranked": 6.601,
    "unknown": -7.237,
    "unknown_words": 0.847,
    "exposure": -2.188,
    "exposure_weighed": 1.645,
    "exposure_missing": -1.151,
    "outcome_missing": -0.203,
    "both": 3.097,
    "statement": 7.875,
    "statement_weighed": -5.709,
    "narrower": -0.655,
    "replaced_intervention": -1.836,
    "other_population": -0.726,
    "other_outcome": -2.269,
    "other_direction": -0.417,
    "strange_site": -3.241,
    "strange_population": 0.159,
    "strange_outcome": 0.084,
    "site_missing": -1.186,
    "other_numbers": -3.525,
    "numbers_missing": -2.834,
}
BIAS = -20.008
THRESHOLD = 0.0
