"""When a registry speaks of the work that a reference names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.model import Name
from evidence.registries.agreement import TitleMatch, normal_title, same_author, title_forms, title_match

EXACT, NONE = TitleMatch.EXACT, TitleMatch.NONE
LONG = "Massage for osteoarthritis of the knee"


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Massage for Pain", "massage for pain."),
        ("Massage for pain", "RETRACTED: Massage for pain"),
        ("Massage for pain", "RETRACTED ARTICLE: Massage for pain"),
        ("Massage for pain", "[Retracted] Massage for pain"),
        ("Massage for pain", "WITHDRAWN: Massage for pain"),
        ("Effect of CO2 on knees", "Effect of CO<sub>2</sub> on knees"),
        ("Effect of CO2 on knees", "Effect of CO 2 on knees"),
        ("Effect of CO2 on knees", "Effect of CO₂ on knees"),
        ("β-endorphin and massage", "Beta-endorphin and massage"),
        ("Pain in <i>Homo</i> &amp; others", "Pain in Homo and others"),
        ("Meta-analysis of foot care", "Meta analysis of foot care"),
        ("Meta‐analysis of foot care", "Meta-analysis of foot care"),
        ("Wärme und Fußmassage", "Warme und Fussmassage"),
        ("What’s in a foot? “Nothing”", 'What\'s in a foot? "Nothing"'),
        ("Short-term effects", "Short–term  effects"),
    ],
)
def test_spellings_of_one_title_are_one(ours, theirs):
    assert title_match(ours, theirs) is EXACT
    assert title_match(theirs, ours) is EXACT


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Vitamin C for the common cold in adults", "Vitamin D for the common cold in adults"),
        ("Effects of type 1 diabetes on feet", "Effects of type 2 diabetes on feet"),
        ("Effects in patients aged <65 years", "Effects in patients aged >65 years"),
        ("Massage of CD4+ cells in mice", "Massage of CD4 cells in mice"),
        ("A dose of 1.5 mg for knees", "A dose of 15 mg for knees"),
        ("Hypertension and massage", "Hypotension and massage"),
        ("Massage increases blood flow", "Massage decreases blood flow"),
        ("Omega-3 for sore knees", "Omega-6 for sore knees"),
        ("Massage for pain", "Retraction: Massage for pain"),
        ("Massage for pain", "Retraction notice to “Massage for pain”"),
        ("Massage for pain", "Erratum to: Massage for pain"),
        ("Massage for pain", "Correction: Massage for pain"),
        ("Massage for pain in men", "Massage for pain"),
        (f"{LONG}: protocol of a trial", f"{LONG}: results of a trial"),
        (f"{LONG}. Part 1", f"{LONG}. Part 2"),
        ("Foot massage", "Foot massage: a randomised trial in nursing homes"),  # names a topic, not a work
        ("", ""),
        ("", "Massage for pain"),
    ],
)
def test_near_twins_are_two(ours, theirs):
    assert title_match(ours, theirs) is NONE
    assert title_match(theirs, ours) is NONE


@pytest.mark.parametrize("mark", [": ", ". ", " - ", " – ", "—", "? ", "; "])
def test_a_title_without_its_subtitle_is_said_to_be_cut(mark):
    whole = f"{LONG}{mark}a randomised trial"

    assert title_match(LONG, whole) is TitleMatch.REFERENCE_CUT
    assert title_match(whole, LONG) is TitleMatch.REGISTRY_CUT
    assert title_forms(LONG) & title_forms(whole)


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        (Name(family="Miller", given="Ada"), Name(family="Miller", given="A."), True),
        (Name(family="Miller", given="Ada"), Name(family="MILLER", given=""), True),
        (Name(family="Miller", given="Ada"), Name(family="Miller", given="Bea"), False),
        (Name(family="Miller", given="Ada"), Name(family="Millar", given="Ada"), False),
        (Name(family="Müller", given="Ada"), Name(family="Mueller", given="Ada"), True),
        (Name(family="Müller", given="Ada"), Name(family="Muller", given="Ada"), True),
        (Name(family="Sørensen", given="P"), Name(family="Soerensen", given="P"), True),
        (Name(family="Berg", given="J", particle="van der"), Name(family="Berg", given="J"), True),
        (Name(family="Berg", given="J", particle="van der"), Name(family="van der Berg", given="J"), True),
        (Name(family="García López", given="Á"), Name(family="Garcia-Lopez", given="Ana"), True),
        (Name(family="Miller", given="Ada"), Name(literal="Ada Mary Miller"), True),
        (Name(family="Miller", given="Ada"), Name(literal="Miller A"), True),
        (Name(family="Miller", given="Ada"), Name(literal="Bea Miller"), False),
        (Name(family="Smith", given="John"), Name(literal="John Goldsmith"), False),
        (Name(family="Berg", given="J", particle="van der"), Name(literal="Jo van der Berg"), True),
        (Name(literal="Elbow Study Group"), Name(literal="ELBOW study group"), True),
        (Name(literal="Elbow Study Group"), Name(literal="Knee Study Group"), False),
        (Name(literal="Abourazzak"), Name(family="Abourazzak", given="F E"), True),
        (Name(literal="Abourazzak"), Name(family="Harzy", given="T"), False),
    ],
)
def test_names_of_one_person(ours, theirs, same):
    assert same_author(ours, theirs) is same
    assert same_author(theirs, ours) is same


@given(st.text(max_size=60), st.text(max_size=60))
def test_matching_is_total_and_the_same_from_both_sides(ours, theirs):
    mirrored = {TitleMatch.REFERENCE_CUT: TitleMatch.REGISTRY_CUT, TitleMatch.REGISTRY_CUT: TitleMatch.REFERENCE_CUT}
    match = title_match(ours, theirs)

    assert mirrored.get(title_match(theirs, ours), title_match(theirs, ours)) is match
    assert match is NONE or title_forms(ours) & title_forms(theirs)


@given(st.text(max_size=60))
def test_a_normal_title_holds_only_letters_figures_and_blanks_between_figures(text):
    normal = normal_title(text)

    assert normal == normal.strip()
    assert all(char.isalnum() or char == " " for char in normal)
