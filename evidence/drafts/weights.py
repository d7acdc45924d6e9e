"""What each number of `evidence.drafts.features` counts when a sentence is compared with a claim.

Written by `python -m benchmarks.train_matching`; do not edit by hand. A conditional logistic regression on the 3851
sentences of the development set (3012 that make a claim, 839 that make none of this library's): the score of a
claim is the sum of its numbers times these weights plus `BIAS`, and "none" scores 0. A sentence is matched when the
best score reaches `THRESHOLD`, which is set by hand from the table in docs/benchmarks.md.
"""

__all__ = ["BIAS", "THRESHOLD", "WEIGHTS"]

WEIGHTS = {
    "answered": 2.561,
    "concepts_alike": 3.242,
    "likelier": 0.122,
    "ranked": 5.034,
    "things": 0.432,
    "unknown": -2.065,
    "unknown_words": 0.422,
    "both": 1.266,
    "statement": 3.657,
    "statement_weighed": -1.023,
    "no_intervention": -0.326,
    "added_intervention": -0.593,
    "replaced_intervention": -0.138,
    "strange": -1.052,
    "unusual": -2.65,
    "strange_site": -1.088,
    "site_missing": -1.266,
    "numbers_missing": -3.861,
}
BIAS = -9.696
THRESHOLD = 1.0
