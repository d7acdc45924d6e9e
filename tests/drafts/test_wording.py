"""How sure sentences sound.

The order of the verbs is that which readers gave them: Adams et al., J Exp Psychol Appl 2017;23:1-14 (direct cause >
can cause > might cause, linked, associated with).
"""

import tomllib

import pytest

from evidence.drafts.wording import Strength, allowed, heard
from evidence.model import Certainty

SOUNDS = [
    ("It is very uncertain whether massage releases endorphins.", Strength.OPEN),
    ("Nobody knows whether massage helps.", Strength.OPEN),
    ("There is no good evidence that massage helps.", Strength.OPEN),
    ("Massage has not been shown to release endorphins.", Strength.OPEN),
    ("Whether it works remains to be seen.", Strength.OPEN),
    ("Massage might reduce pain.", Strength.POSSIBLE),
    ("May massage reduce pain, as some hope.", Strength.POSSIBLE),
    ("Massage is linked to less pain.", Strength.POSSIBLE),
    ("Massage is associated with less pain.", Strength.POSSIBLE),
    ("Massage seems to reduce pain.", Strength.POSSIBLE),
    ("Massage can reduce pain.", Strength.LIKELY),
    ("Massage probably reduces pain.", Strength.LIKELY),
    ("Massage is likely to reduce pain.", Strength.LIKELY),
    ("Massage reduces pain.", Strength.PLAIN),
    ("Massage will reduce pain.", Strength.PLAIN),
    ("Massage helps to reduce pain.", Strength.PLAIN),
    ("Massage cannot reduce pain.", Strength.PLAIN),
    ("Massage is more likely to be enjoyed than surgery and reduces pain.", Strength.PLAIN),
    ("Every May massage reduces pain.", Strength.PLAIN),
    ("Massage breaks up scars that may have formed.", Strength.PLAIN),
    ("Massage releases endorphins, which can dull pain.", Strength.PLAIN),
    ("Massage, which is cheap, may release endorphins.", Strength.POSSIBLE),
    ("Massage has the potential to reduce pain.", Strength.POSSIBLE),
    ("Massage reduces potential harm every time you walk.", Strength.PLAIN),
    ("Massage proves its worth against pain.", Strength.ABSOLUTE),
    ("Massage always reduces pain.", Strength.ABSOLUTE),
    ("Massage is guaranteed to reduce pain.", Strength.ABSOLUTE),
    ("Massage cures knee pain for good.", Strength.ABSOLUTE),
    ("Massage is 100% effective.", Strength.ABSOLUTE),
    ("Massage may cure knee pain.", Strength.POSSIBLE),
    ("Massage has not been proven to reduce pain.", Strength.OPEN),
]


@pytest.mark.parametrize(("text", "strength"), SOUNDS)
def test_a_sentence_sounds_as_sure_as_readers_take_it(text, strength):
    assert heard(text).strength is strength


def test_the_scale_has_the_order_that_readers_gave():
    texts = ["might cause", "can cause", "causes"]

    assert sorted(texts, key=lambda verb: heard(f"Massage {verb} relief.").strength) == texts


@pytest.mark.parametrize(
    ("text", "part", "strength"),
    [
        ("Massage reduces pain and may improve sleep.", "may improve sleep", Strength.POSSIBLE),
        ("Massage reduces pain and may improve sleep.", "Massage reduces pain", Strength.PLAIN),
        ("Massage may ease pain, improve sleep and calm.", "improve sleep", Strength.POSSIBLE),
        ("Massage eases pain, but nobody knows whether it improves sleep.", "Massage eases pain", Strength.PLAIN),
        ("Massage eases pain, but nobody knows whether it improves sleep.", "it improves sleep", Strength.OPEN),
        ("Although it may feel odd, massage eases pain.", "massage eases pain", Strength.PLAIN),
        ("While some people may doubt it; massage eases pain.", "massage eases pain", Strength.PLAIN),
        ("It calms, which can prevent damage.", "prevent damage", Strength.LIKELY),
        ("It calms, which can prevent damage.", "It calms", Strength.PLAIN),
        ("It can calm, and perhaps it cures pain.", "it cures pain", Strength.POSSIBLE),
    ],
)
def test_a_part_of_a_sentence_has_the_hedge_that_governs_it(text, part, strength):
    start = text.index(part)

    assert heard(text, start, start + len(part)).strength is strength


def test_the_words_that_make_it_so_are_told():
    assert heard("Massage can reduce pain.").words == "can"
    assert heard("Massage reduces pain.").words == ""


@pytest.mark.parametrize(
    ("certainty", "strength"),
    [
        # GRADE guidelines 26: "results in", "likely results in", "may result in"; very low: very uncertain.
        (Certainty.HIGH, heard("Massage results in less pain.").strength),
        (Certainty.MODERATE, heard("Massage likely results in less pain.").strength),
        (Certainty.LOW, heard("Massage may result in less pain.").strength),
        (Certainty.VERY_LOW, heard("It is very uncertain whether massage reduces pain.").strength),
        (None, Strength.OPEN),
    ],
)
def test_a_certainty_allows_the_words_that_grade_gives_it(certainty, strength):
    assert allowed(certainty) == strength


def development(root):
    for path in sorted((root / "tests/development").glob("*.toml")):
        yield from tomllib.loads(path.read_text(encoding="utf-8"))["sentences"]


def test_hedged_sentences_of_the_development_set_sound_hedged_and_no_others(root):
    told = [one for one in development(root) if one.get("polarity") == "asserts" and one["kind"] != "near_miss"]
    right = [one for one in told if (heard(one["text"]).strength < Strength.PLAIN) == (one["strength"] == "hedged")]

    assert len(told) > 300
    assert len(right) >= 0.97 * len(told)


def test_every_exact_wording_of_the_library_is_allowed_by_its_own_certainty(real):
    """The scale and the rules over the data must agree on what a certainty allows."""
    loud = [
        claim.id
        for claim in real.claims.values()
        if claim.certainty and heard(claim.wording.exact).strength > max(allowed(claim.certainty), Strength.POSSIBLE)
    ]

    assert len(loud) <= 0.02 * len(real.claims), loud
