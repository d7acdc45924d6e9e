import pytest

from evidence.drafts.context import Before, carried, in_context, refers_back
from evidence.drafts.slots import Lexicon, held
from evidence.drafts.spans import pieces
from evidence.words import stems, words


@pytest.fixture(scope="module")
def lexicon(real):
    return Lexicon.of(real.concepts)


def cut(sentence, lexicon):
    return [sentence[piece.start : piece.end] for piece in pieces(sentence, list(words(sentence)), lexicon)][1:]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "Massage improves circulation, reduces swelling and releases endorphins.",
            ["Massage improves circulation", "reduces swelling", "releases endorphins"],
        ),
        (
            "It helps against headaches, back pain and insomnia.",
            ["against headaches", "back pain", "insomnia"],
        ),
        ("Massage eases pain but does not reduce swelling.", ["Massage eases pain", "but does not reduce swelling"]),
        ("Massage lowers stress and anxiety.", []),
        ("Hips, feet and core work together.", []),
        ("", []),
    ],
)
def test_a_piece_is_what_makes_a_claim_of_its_own(lexicon, sentence, wanted):
    assert cut(sentence, lexicon) == wanted


def test_every_piece_is_read_with_the_subject_of_its_sentence(lexicon):
    sentence = "A rub-down improves circulation, reduces swelling and releases endorphins."

    for piece in pieces(sentence, list(words(sentence)), lexicon):
        named = held(lexicon.said(tuple(word.stem for word in piece.words))).named
        assert "massage" in {concept.id for concept in lexicon.named(named)}


@pytest.mark.parametrize(
    ("sentence", "back"),
    [
        ("It also lowers stress.", True),
        ("This technique lowers stress.", True),
        ("When these areas fail, the knee hurts.", True),
        ("Additionally, regular sessions help.", True),
        ("Massage lowers stress.", False),
        ("Italy is warm.", False),
    ],
)
def test_words_that_point_back_are_known(sentence, back):
    assert refers_back(sentence) is back


@pytest.mark.parametrize(
    ("sentence", "before", "subject"),
    [
        ("It lowers stress.", "Yoga is popular. Foot massage is older than yoga.", ["foot", "massag"]),
        ("It lowers stress.", "Unlike yoga, massage is old.", ["massag"]),
        (
            "These approaches lower stress.",
            "Some like yoga. Others like massage or acupuncture.",
            ["massag", "acupunctur"],
        ),
        ("It lowers stress.", "All about massage\nRelieving what hurts\n", ["massag"]),
        ("Stress is lower.", "Massage is old.", []),
    ],
)
def test_it_stands_for_what_the_last_sentence_about_a_treatment_begins_with(lexicon, sentence, before, subject):
    assert [word.stem for word in carried(sentence, Before.of(before), lexicon).words] == subject


def test_a_heading_is_read_with_the_headings_above_it():
    prose = "All about massage\n\nYoga is popular. It is old. Many like it.\n\nRelieving stress\n\nIt does.\n"
    before = {sentence.text: before for sentence, before in in_context(prose)}

    assert before["Relieving stress"] == (("It is old.", "Many like it.", "All about massage"), ())
    assert before["It does."] == (("Many like it.", "Relieving stress"), ())
    assert before["Many like it."] == ((), ("Yoga is popular.", "It is old."))
    assert before["All about massage"] == ((), ())


@pytest.mark.parametrize(
    ("before", "places"),
    [
        ("Massage of the knee is old. ", ["knee"]),
        ("Massage of the knee is old.\n", []),
        ("All about the knee\n\n", ["knee"]),
        ("All about the hip\nMassage of the knee is old. ", ["knee", "hip"]),
    ],
)
def test_the_place_is_that_of_the_paragraph_and_its_heading(lexicon, before, places):
    subject = carried("Sleep matters.", Before.of(before), lexicon)

    assert [concept.id for concept in lexicon.named(subject.topic)] == places


def test_a_sentence_with_its_own_subject_takes_over_only_the_place(lexicon):
    subject = carried("Sleep matters.", Before.of("Massage of the knee is old."), lexicon)

    assert subject.words == ()
    assert [concept.id for concept in lexicon.named(subject.topic)] == ["knee"]


@pytest.mark.parametrize(
    ("text", "holds", "lacks"),
    [
        ("natural painkillers", "endorphins", "pain-medicine"),
        ("massaging your feet", "foot-massage", "swelling"),
        ("stress hormones", "cortisol", "joint-load"),
    ],
)
def test_the_longest_term_wins(lexicon, text, holds, lacks):
    named = {concept.id for concept in lexicon.named(held(lexicon.said(stems(text))).named)}

    assert holds in named
    assert lacks not in named


def test_a_kind_of_massage_is_massage_besides(lexicon):
    found = held(lexicon.said(stems("foot massage")))

    assert {"massage", "foot"} <= {concept.id for concept in lexicon.named(found.broader)}
