"""What each number of `evidence.drafts.features` counts when a sentence is compared with a claim.

Written by `python -m benchmarks.train_matching`; do not edit by hand. A conditional logistic regression on the 3711
sentences of the development set (3012 that make a claim, 699 that make none of this library's): the score of a
claim is the sum of its numbers times these weights plus `BIAS`, and "none" scores 0. A sentence is matched when the
best score reaches `THRESHOLD`, which is set by hand from the table in docs/benchmarks.md.
"""

__all__ = ["BIAS", "THRESHOLD", "WEIGHTS"]

WEIGHTS = {
    "answered": 2.461,
    "concepts_alike": 2.419,
    "likelier_concepts": 0.036,
    "likelier_words": 0.118,
    "ranked": 5.068,
    "things": 0.435,
    "unknown": -1.255,
    "unknown_words": 0.308,
    "both": 1.312,
    "statement": 3.722,
    "statement_weighed": -1.071,
    "no_intervention": -0.368,
    "added_intervention": -0.509,
    "replaced_intervention": -0.736,
    "strange": -1.202,
    "unusual": -2.798,
    "strange_site": -1.061,
    "site_missing": -1.275,
    "numbers_missing": -4.135,
}
BIAS = -8.976
THRESHOLD = 0.3
