import pytest

from evidence.model import Measure, Name, Reference


@pytest.mark.parametrize(
    ("given", "initials"),
    [("Adam", "A"), ("Susan Gould", "SG"), ("Jean-Paul", "JP"), ("K. D.", "KD"), ("KL", "KL"), ("IOAN", "I"), ("", "")],
)
def test_initials_are_the_first_letters_of_the_given_names(given, initials):
    assert Name(family="Doe", given=given).initials == initials


@pytest.mark.parametrize(
    ("families", "label"),
    [
        ([], "“A title” 2020"),
        (["Doe"], "Doe 2020"),
        (["Doe", "Roe"], "Doe and Roe 2020"),
        (["Doe", "Roe", "Poe"], "Doe et al. 2020"),
    ],
)
def test_a_label_names_who_and_when(families, label):
    authors = tuple(Name(family=family) for family in families)

    assert Reference(key="x", type="article", title="A title", year="2020", authors=authors).label == label


def test_no_effect_is_one_for_ratios_and_zero_for_differences():
    assert [measure.no_effect for measure in (Measure.RR, Measure.MD, Measure.PERCENT)] == [1.0, 0.0, None]
