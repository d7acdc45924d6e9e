"""Whether recorded figures stand in an abstract."""

from dataclasses import replace

import pytest

from evidence.registries.abstracts import missing_figures, recorded_figures

CASES = [
    ("0.70", "a risk ratio of 0.70 (0.5 to 0.9)", True),
    ("0.70", "a risk ratio of 0.7", False),
    ("0.70", "a risk ratio of .70", True),
    ("0.70", "a risk ratio of 0·70", True),
    ("-8.16", "a fall of 8.16 points", True),
    ("-8.16", "a change of −8.16 points", True),
    ("8.16", "18.16 or 8.161", False),
    ("<0.001", "(P<0.001)", True),
    ("<.001", "(p < 0.001)", True),
    ("<0.001", "(P = 0.001)", False),
    ("0.001", "(P < 0.001)", False),
    ("<0.05", "p less than .05", True),
    ("1292", "1,292 adults", True),
    ("1292", "1 292 adults", True),
    ("68", "Sixty-eight adults", True),
    ("122", "One hundred and twenty-two adults", True),
    ("122", "One hundred twenty-two adults", True),
    ("12", "twelve weeks", True),
    ("80", "eighteen adults", False),
    ("5", "fivefold", False),
]


@pytest.mark.parametrize(("figure", "abstract", "found"), CASES)
def test_a_figure_is_found_digit_by_digit(study_of, figure, abstract, found):
    appraisal = study_of(participants=None).appraisal
    result = replace(appraisal.results[0], estimate=figure, low="", high="")
    appraisal = replace(appraisal, results=(result,))

    assert [one.field for one in missing_figures(appraisal, abstract)] == ([] if found else ["results[1].estimate"])


def test_every_recorded_figure_is_looked_for(study_of):
    fields = [one.field for one in recorded_figures(study_of().appraisal)]

    assert fields == ["participants", "results[1].estimate", "results[1].low", "results[1].high"]


def test_the_real_library_has_no_figure_that_cannot_be_looked_for(real):
    for study in real.studies.values():
        figures = recorded_figures(study.appraisal)
        abstract = " ; ".join(one.figure for one in figures)

        assert missing_figures(study.appraisal, abstract) == (), study.key
