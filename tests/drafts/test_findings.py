from dataclasses import replace

import pytest

import evidence
from evidence.drafts.findings import citable, judge
from evidence.drafts.report import Level, Match, Polarity
from evidence.drafts.rewrites import rewrites
from evidence.drafts.rulebook import RULEBOOK
from evidence.drafts.support import is_advice, judge_support
from evidence.drafts.wording import heard
from evidence.model import Certainty, Design, Integrity, IntegrityCheck, Kind, Rating, Size, Start, Verdict

PLAIN = "Kneading loosens stiff elbows."
CAN = "Kneading can loosen stiff elbows."
MAY = "Kneading may loosen stiff elbows."
OPEN = "It is not known whether kneading loosens stiff elbows."
PROVES = "Kneading always loosens stiff elbows."
NOT = "Kneading does not loosen stiff elbows."
UNPROVEN = "There is no evidence that kneading loosens stiff elbows."
MAY_NOT = "Kneading might not loosen stiff elbows."

ASSERTED = [
    ("supported", "high", PLAIN, "supported", "note"),
    ("supported", "high", PROVES, "stronger-than-evidence", "warning"),
    ("supported", "high", OPEN, "weaker-than-evidence", "note"),
    ("supported", "moderate", PLAIN, "stronger-than-evidence", "note"),
    ("supported", "moderate", PROVES, "stronger-than-evidence", "warning"),
    ("supported", "moderate", CAN, "supported", "note"),
    ("supported", "low", PLAIN, "stronger-than-evidence", "warning"),
    ("supported", "low", CAN, "stronger-than-evidence", "note"),
    ("supported", "low", MAY, "supported", "note"),
    ("supported", "very_low", OPEN, "supported", "note"),
    ("partly_supported", "high", PLAIN, "partly-supported", "warning"),
    ("partly_supported", "moderate", PLAIN, "stronger-than-evidence", "warning"),
    ("partly_supported", "low", PLAIN, "stronger-than-evidence", "warning"),
    ("partly_supported", "low", MAY, "partly-supported", "note"),
    ("contradicted", "high", MAY, "contradicted", "error"),
    ("contradicted", "moderate", PLAIN, "contradicted", "error"),
    ("contradicted", "low", PLAIN, "contradicted", "error"),
    ("contradicted", "low", CAN, "contradicted", "error"),
    ("contradicted", "low", MAY, "contradicted", "warning"),
    ("contradicted", "very_low", PLAIN, "contradicted", "warning"),
    ("conflicting", "low", PLAIN, "stronger-than-evidence", "warning"),
    ("conflicting", "low", MAY, "honest-wording", "note"),
    ("insufficient", "very_low", PLAIN, "stronger-than-evidence", "warning"),
    ("insufficient", "very_low", CAN, "stronger-than-evidence", "warning"),
    ("insufficient", "very_low", MAY, "stronger-than-evidence", "note"),
    ("insufficient", "very_low", OPEN, "honest-wording", "note"),
    ("no_evidence_found", None, PLAIN, "stronger-than-evidence", "warning"),
    ("no_evidence_found", None, OPEN, "honest-wording", "note"),
    ("unverifiable", None, PLAIN, "unverifiable", "error"),
    ("unverifiable", None, MAY, "unverifiable", "error"),
    ("not_checkable", None, PLAIN, "not-checkable", "note"),
]
DENIED = [
    ("supported", "high", NOT, "denies-supported", "error"),
    ("supported", "moderate", NOT, "denies-supported", "error"),
    ("supported", "moderate", UNPROVEN, "denies-supported", "warning"),
    ("supported", "low", NOT, "denies-supported", "warning"),
    ("supported", "low", UNPROVEN, "denies-supported", "note"),
    ("partly_supported", "low", NOT, "denies-supported", "warning"),
    ("partly_supported", "low", MAY_NOT, "denies-supported", "note"),
    ("contradicted", "low", NOT, "agrees", "note"),
    ("contradicted", "very_low", NOT, "agrees", "note"),
    ("contradicted", "low", "It is proven that kneading does not help.", "stronger-than-evidence", "warning"),
    ("conflicting", "low", NOT, "stronger-than-evidence", "warning"),
    ("insufficient", "very_low", NOT, "stronger-than-evidence", "warning"),
    ("insufficient", "very_low", UNPROVEN, "honest-wording", "note"),
    ("insufficient", "very_low", MAY_NOT, "honest-wording", "note"),
    ("no_evidence_found", None, UNPROVEN, "honest-wording", "note"),
    ("unverifiable", None, UNPROVEN, "agrees", "note"),
    ("not_checkable", None, NOT, "not-checkable", "note"),
]


@pytest.fixture
def told(library_of, claim_of):
    def tell(verdict, certainty, text, polarity=Polarity.ASSERTS, **changes):
        claim = claim_of(verdict=Verdict(verdict), certainty=certainty and Certainty(certainty), **changes)
        match = Match(claim.id, 0.9, polarity, (), 0, len(text))
        return judge(match, heard(text), library_of(claims=[claim]))

    return tell


@pytest.mark.parametrize(("verdict", "certainty", "text", "rule", "level"), ASSERTED)
def test_an_assertion_is_judged_by_verdict_certainty_and_wording(told, verdict, certainty, text, rule, level):
    finding = told(verdict, certainty, text)

    assert (finding.rule, finding.level) == (rule, level)


@pytest.mark.parametrize(("verdict", "certainty", "text", "rule", "level"), DENIED)
def test_a_denial_is_judged_the_other_way_round(told, verdict, certainty, text, rule, level):
    finding = told(verdict, certainty, text, Polarity.DENIES)

    assert (finding.rule, finding.level) == (rule, level)


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_is_judged_and_every_rule_is_in_the_book(told, verdict):
    certainty = "low" if verdict.is_rated else None
    for polarity in (Polarity.ASSERTS, Polarity.DENIES, Polarity.REPORTS):
        finding = told(verdict, certainty, PLAIN, polarity)
        assert finding.level.gravity <= RULEBOOK[finding.rule].level.gravity
        assert finding.cite == ("miller2020kneading",)


@pytest.mark.parametrize("verdict", Verdict)
def test_asking_is_never_told_of_and_reporting_is_a_note_at_most(told, verdict):
    assert told(verdict, None, PLAIN, Polarity.ASKS) is None
    assert told(verdict, None, PROVES, Polarity.REPORTS).level is Level.NOTE


def test_surer_wording_is_never_judged_milder(told):
    """A law: with everything else the same, saying it more surely cannot lower the level of an assertion."""
    for verdict in set(Verdict) - {Verdict.SUPPORTED}:
        for certainty in Certainty if verdict.is_rated else [None]:
            levels = [told(verdict, certainty, text).level.gravity for text in (OPEN, MAY, CAN, PLAIN)]
            assert levels == sorted(levels), (verdict, certainty)


def test_surer_evidence_is_never_judged_harsher_for_what_it_supports(told):
    for text in (MAY, CAN, PLAIN, PROVES):
        levels = [told("supported", certainty, text).level.gravity for certainty in Certainty]
        assert levels == sorted(levels), text


def test_the_message_gives_the_words_the_status_and_the_answer(told):
    message = told("insufficient", "very_low", CAN).message

    assert message.startswith("Said with “can”; the studies are too few or too indirect to tell (very low certainty): ")
    assert message.endswith("Kneading probably loosens stiff elbows.")


def test_rewrites_are_the_wording_of_the_claim(told):
    assert told("supported", "moderate", PLAIN).rewrites == (
        "Kneading probably reduces stiffness.",
        "Kneading probably helps.",
    )
    assert told("supported", "moderate", CAN).rewrites == ()


@pytest.mark.parametrize(
    ("size", "exact"),
    [
        (Size.SMALL, "Kneading probably reduces stiffness (the effect is small)."),
        (Size.UNCLEAR, "Kneading probably reduces stiffness."),
        (None, "Kneading probably reduces stiffness."),
    ],
)
def test_a_known_size_is_told_where_the_wording_leaves_it_out(claim_of, size, exact):
    assert rewrites(claim_of(size=size))[0] == exact


def test_a_wording_that_tells_the_size_is_left_as_it_is(claim_of):
    claim = claim_of(size=Size.SMALL)
    claim = replace(claim, wording=replace(claim.wording, exact="Kneading probably reduces stiffness slightly."))

    assert rewrites(claim)[0] == "Kneading probably reduces stiffness slightly."


def test_a_retracted_study_is_not_to_be_cited(library_of, study_of):
    gone = study_of(integrity=IntegrityCheck(status=Integrity.RETRACTED))
    library = library_of(studies=[gone])

    assert citable(library.claim("kneading-loosens-elbows"), library) == ()


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("You should knead your elbow daily.", True),
        ("Massage your feet before bed.", True),
        ("To relieve pain, rub the sole firmly.", True),
        ("Athletes must stretch.", True),
        ("We strongly recommend kneading.", True),
        ("It's important to breathe into the belly.", True),
        ("For stiff elbows, it’s recommended to knead.", True),
        ("Kneading loosens elbows.", False),
        ("Massage therapy improves circulation.", False),
        ("Massage of the knee eases pain.", False),
        ("Massage reduces pain, and rest does too.", False),
        ("Massage prevents injuries.", False),
        ("He trains every day.", False),
    ],
)
def test_advice_is_told_from_statements(text, is_so):
    assert is_advice(text) is is_so


def rules(text, claim, library):
    return [finding.rule for finding in judge_support(text, claim, heard(text), library)]


def test_advice_needs_evidence(library_of, claim_of):
    unknown = claim_of(verdict=Verdict.INSUFFICIENT, certainty=Certainty.VERY_LOW)
    text = "You should knead your elbows."

    assert rules(text, unknown, library_of(claims=[unknown])) == ["advice-without-evidence"]
    assert rules(text, claim_of(), library_of()) == []


def test_a_cause_needs_more_than_watching(library_of, claim_of):
    watched = claim_of(kind=Kind.CAUSE, rating=Rating(start=Start.OBSERVATIONAL_STUDIES))
    library = library_of(claims=[watched])

    assert rules("Weak grips cause stiff elbows.", watched, library) == ["cause-from-correlation"]
    assert rules("Stiff elbows come from weak grips.", watched, library) == ["cause-from-correlation"]
    assert rules("Weak grips go with stiff elbows.", watched, library) == []
    assert rules("Weak grips may cause stiff elbows.", watched, library) == []


def test_animals_are_not_people(library_of, study_of):
    library = library_of(studies=[study_of(design=Design.ANIMAL)])
    claim = library.claim("kneading-loosens-elbows")

    assert rules(PLAIN, claim, library) == ["animals-to-people"]
    assert rules("Kneading loosened the elbows of rats.", claim, library) == []


def test_a_promise_denied_by_a_claim_is_told_as_the_opposite_of_it(real):
    found = evidence.check("Massage cures knee pain for good.", real).sentences[0].findings[0]

    assert found.claim == "massage-gives-no-lasting-relief-of-knee-pain"
    assert found.message.startswith(f"Says the opposite of “{real.claims[found.claim].statement.rstrip('.')}”;")
