"""A drawn sample can be drawn again by anyone, and shows a blind reader nothing of the first reading."""

import hashlib
import json

import pytest

from evidence.audit import sample
from evidence.model import Citation, Stance


@pytest.fixture
def library(library_of, claim_of, study_of):
    """Eight studies with one figure each, cited by one claim."""
    keys = [f"miller20{place}kneading" for place in range(10, 18)]
    citations = [Citation(study=key, stance=Stance.SUPPORTS, results=("stiffness-4-weeks",), why="x") for key in keys]
    return library_of(claims=[claim_of(citations=tuple(citations))], studies=[study_of(key) for key in keys])


def figures(drawn):
    return [(form["study"], form["result"]) for form in drawn["figures"]]


def test_the_lowest_hashes_of_seed_and_name_are_drawn(library):
    names = [(key, "stiffness-4-weeks") for key in library.studies]
    lots = {name: hashlib.sha256("\n".join(("2026", *name)).encode()).hexdigest() for name in names}

    assert figures(sample(library, "2026", figures=3, stances=0)) == sorted(sorted(names, key=lots.__getitem__)[:3])


def test_another_seed_draws_others(library):
    assert len({str(figures(sample(library, str(seed), figures=3, stances=0))) for seed in range(5)}) > 1


def test_a_smaller_sample_is_part_of_a_larger_one(library):
    few, many = (set(figures(sample(library, "a", figures=count, stances=0))) for count in (3, 6))

    assert few < many


def test_no_more_is_drawn_than_there_is(library):
    drawn = sample(library, "a", figures=99, stances=99)

    assert (
        (len(drawn["figures"]), len(drawn["stances"])) == (8, 8) == (drawn["figures_in_all"], drawn["stances_in_all"])
    )


def test_what_no_claim_rests_on_is_not_drawn(library_of, study_of):
    drawn = sample(library_of(studies=[study_of(), study_of("other2020kneading")]), "a", figures=9, stances=9)

    assert figures(drawn) == [("miller2020kneading", "stiffness-4-weeks")]


def test_the_forms_do_not_tell_what_was_read(library):
    told = json.dumps(sample(library, "a", figures=9, stances=9))

    for secret in ("-4.0", "-6.0", "-2.0", "fell more", "supports", 'intervention": "neither'):
        assert secret not in told
