"""What each number of `evidence.drafts.features` counts when a sentence is compared with a claim.

Written by `python -m benchmarks.train_matching`; do not edit by hand. A conditional logistic regression on the 3236
sentences of the development set (2607 that make a claim, 629 that make none of this library's): the score of a
claim is the sum of its numbers times these weights plus `BIAS`, and "none" scores 0. A sentence is matched when the
best score reaches `THRESHOLD`, which is set by hand from the table in docs/benchmarks.md.
"""

__all__ = ["BIAS", "THRESHOLD", "WEIGHTS"]

WEIGHTS = {
    "answered": 2.507,
    "concepts_alike": 2.336,
    "likelier_concepts": 0.041,
    "likelier_words": 0.123,
    "ranked": 4.932,
    "things": 0.43,
    "unknown": -1.253,
    "unknown_words": 0.332,
    "both": 1.312,
    "statement": 3.591,
    "statement_weighed": -1.129,
    "no_intervention": -0.332,
    "added_intervention": -0.441,
    "replaced_intervention": -0.709,
    "strange": -1.218,
    "unusual": -2.754,
    "strange_site": -0.97,
    "site_missing": -1.246,
    "numbers_missing": -4.269,
}
BIAS = -8.86
THRESHOLD = 0.1
