"""What each number of `evidence.drafts.features` counts when a sentence is compared with a claim.

Written by `python -m benchmarks.train_matching`; do not edit by hand. A conditional logistic regression on the 2628
sentences of the development set (2137 that make a claim, 491 that make none of this library's): the score of a
claim is the sum of its numbers times these weights plus `BIAS`, and "none" scores 0. A sentence is matched when the
best score reaches `THRESHOLD`, which is set by hand from the table in docs/benchmarks.md.
"""

__all__ = ["BIAS", "THRESHOLD", "WEIGHTS"]

WEIGHTS = {
    "answered": 2.91,
    "concepts_alike": 2.529,
    "likelier_concepts": 0.028,
    "likelier_words": 0.113,
    "ranked": 5.07,
    "things": 0.442,
    "unknown": -1.455,
    "unknown_words": 0.403,
    "both": 1.29,
    "statement": 3.729,
    "statement_weighed": -1.428,
    "no_intervention": -0.359,
    "added_intervention": -0.409,
    "replaced_intervention": -0.728,
    "strange": -1.146,
    "unusual": -2.818,
    "strange_site": -1.089,
    "site_missing": -1.25,
    "numbers_missing": -3.34,
}
BIAS = -9.184
THRESHOLD = 0.1
