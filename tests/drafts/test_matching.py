import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.drafts.features import NAMES
from evidence.drafts.matching import Matcher
from evidence.drafts.retrieval import Bm25
from evidence.drafts.weights import WEIGHTS
from evidence.library import Library


@pytest.fixture(scope="module")
def matcher(real):
    return Matcher(real)


def claims(matcher, sentence, before=""):
    return [match.claim for match in matcher.match(sentence, before)]


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("A rub-down floods the body with natural painkillers.", "massage-releases-endorphins"),
        ("Massage does not raise blood flow.", "massage-increases-blood-flow"),
        ("Massage does not bring lasting relief of knee pain.", "massage-gives-no-lasting-relief-of-knee-pain"),
        ("Weak hips lead to knee pain.", "hip-weakness-leads-to-knee-pain"),
        ("A foot rub takes away headaches.", "foot-massage-relieves-headache"),
        ("Foot massage relieves knee pain.", "foot-massage-relieves-knee-pain"),
        ("Studies show that foot massage relieves knee pain.", "foot-massage-relieves-knee-pain"),
        ("Does Foot Massage Help Knee Pain?", "foot-massage-relieves-knee-pain"),
        ("A foot rub in the afternoon gives you back your energy.", "foot-massage-boosts-energy"),
        (
            "Massage relieved pain in 97% of people with knee osteoarthritis.",
            "massage-relieves-knee-pain-in-osteoarthritis",
        ),
    ],
)
def test_a_sentence_is_matched_to_the_claim_that_says_the_same(matcher, sentence, claim):
    assert claims(matcher, sentence)[0] == claim


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "…",
        "The train was late again.",
        "Vitamin D strengthens bones.",
        "Massage calms fussy babies.",
        "Acupuncture releases endorphins.",
        "Massage lowers cholesterol.",
        "Yoga releases endorphins.",
        "A long swim floods the body with endorphins.",
        "A warm-up improves performance in most sports.",
        "Motion control shoes have been around for decades.",
        "A glass of beetroot juice improves sprint times and endurance.",
        "Magnesium tablets relax cramped calf muscles at night.",
        "Turmeric reduces inflammation in the joints.",
        "Meditation reduces stress and anxiety.",
        "Coffee boosts energy and fights fatigue.",
        "Ice calms a frozen shoulder.",
        "Massage of the shoulder relieves a frozen shoulder.",
        "Massage improves sleep in premature babies.",
        "It comes with different headings, backed by a table of contents.",
        "Understanding Foot Massage",
        "In this chapter we look at massage, knee pain and sleep.",
        "Rub the soles with both thumbs, starting at the heel.",
    ],
)
def test_what_the_library_does_not_hold_is_left_alone(matcher, sentence):
    assert claims(matcher, sentence) == []


def test_a_further_claim_on_a_treatment_is_made_only_where_one_is_named(matcher):
    sentence = "Knee pain makes it hard to walk, climb stairs and enjoy life."

    assert claims(matcher, sentence) == ["knee-pain-limits-mobility-and-quality-of-life"]


def test_each_piece_of_a_sentence_finds_its_claim_at_its_place(matcher):
    sentence = "Massage improves circulation, reduces swelling and releases endorphins."
    found = {match.claim: sentence[match.start : match.end] for match in matcher.match(sentence)}

    assert found == {
        "massage-increases-blood-flow": "Massage improves circulation",
        "massage-reduces-swelling": "reduces swelling",
        "massage-releases-endorphins": "releases endorphins",
    }


def test_a_list_is_found_to_its_end(matcher):
    sentence = "People find relief from headaches, back pain, and even digestive trouble through foot massage."

    assert set(claims(matcher, sentence)) >= {
        "foot-massage-relieves-headache",
        "foot-massage-relieves-digestive-problems",
    }


def test_it_takes_its_subject_from_the_text_before(matcher):
    assert claims(matcher, "It also releases endorphins.") == []
    assert claims(matcher, "It also releases endorphins.", "Massage is old.") == ["massage-releases-endorphins"]


def test_a_match_says_why(matcher):
    (match,) = matcher.match("A rub-down releases happy hormones.")

    assert "“rub-down” = massage" in match.why
    assert "“happy hormones” = endorphins" in match.why
    assert "outcome agrees: endorphins" in match.why
    assert "population not stated (claim: adults)" in match.why


def test_the_nearest_are_told_when_nothing_matches(matcher):
    sentence = "Yoga releases endorphins."

    assert "massage-releases-endorphins" in matcher.nearest(sentence)
    assert len(matcher.nearest(sentence)) <= 3


def test_a_library_without_claims_or_words_matches_nothing():
    assert Matcher(Library.of()).match("Massage releases endorphins.") == ()


def test_another_topic_needs_no_other_weights(library_of):
    assert claims(Matcher(library_of()), "Kneading loosens a stiff elbow.") == ["kneading-loosens-elbows"]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.text(max_size=200))
def test_matches_lie_in_the_sentence_and_name_no_claim_twice(matcher, sentence, before):
    found = matcher.match(sentence, before)

    assert all(0 <= match.start < match.end <= len(sentence) and 0 <= match.probability <= 1 for match in found)
    assert len({match.claim for match in found}) == len(found)
    assert found == matcher.match(sentence, before)


def test_every_number_has_a_weight():
    assert list(WEIGHTS) == list(NAMES)


def test_bm25_gives_the_scores_of_its_formula():
    # By hand: three documents, mean length 2; "a" in two of them, "b" in one.
    index = Bm25([{"a": 1, "b": 1}, {"a": 2}, {"c": 2}], k1=1.2, b=0.75)

    assert index.top(["a", "b"], 3) == [
        (0, pytest.approx(0.47000 + 0.98083, abs=1e-4)),
        (1, pytest.approx(0.64625, abs=1e-4)),
    ]


@given(
    st.lists(st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 3)), max_size=8),
    st.sets(st.sampled_from("abcdef")),
)
def test_all_documents_at_once_give_what_an_inverted_index_gives(documents, tokens):
    at_once = dict(Bm25(documents).top(tokens, 5))
    one_by_one = dict(Bm25(documents, few=-1).top(tokens, 8))  # as for a library of many claims

    assert all(one_by_one[place] == pytest.approx(score, abs=1e-3) for place, score in at_once.items())
    assert len(at_once) == min(5, len(one_by_one))


@pytest.mark.parametrize(
    "sentence",
    [
        "If the money won't stretch to ten sessions, cheer up: massage raises blood flow.",
        "On the ward, where nobody gets a rest, massage raises blood flow.",
        "Massage raises blood flow (nobody reads what stands here).",
        "I had no time and no money, but massage raised the blood flow in my leg.",
        "Although nobody has asked for it, massage raises blood flow.",
        "Massage raises blood flow, even if you never come again.",
        "The scan may show nothing at all, and still massage raises blood flow.",
        "Since nobody has a minute to spare, massage raises blood flow at once.",
        "Most people never think of it, but massage raises blood flow.",
        "Plenty of people hear that there is nothing wrong, and in fact massage raises blood flow in the leg.",
    ],
)
def test_a_negation_beside_the_words_that_met_denies_nothing(matcher, sentence):
    found = {match.claim: match.polarity for match in matcher.match(sentence)}

    assert found["massage-increases-blood-flow"] == "asserts"


def test_a_heading_without_a_subject_takes_that_of_the_text_before(matcher):
    before = "Massage is popular with people whose knees hurt.\n\n"

    assert claims(matcher, "Reducing Inflammation and Swelling", before)[0] == "massage-reduces-inflammation"
