import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.drafts.polarity import polarity, towards
from evidence.drafts.report import Polarity

SENTENCES = [
    ("asserts", "Massage raises blood flow."),
    ("asserts", "Massage not only raises blood flow, it also feels good."),
    ("asserts", "No doubt massage raises blood flow."),
    ("asserts", "It is not true that massage does not raise blood flow."),
    ("asserts", "Nobody can deny that massage raises blood flow."),
    ("asserts", "Studies say that massage raises blood flow."),
    ("asserts", "Women with regular massage have better blood flow than women without."),
    ("asserts", "I think that massage raises blood flow."),
    ("asserts", "Nothing raises blood flow as well as massage."),
    ("asserts", "Massage relieves pain without drugs."),
    ("asserts", "After a massage people are free of pain."),
    ("asserts", "There is little doubt that massage raises blood flow."),
    ("asserts", "It cannot be disputed that massage raises blood flow."),
    ("asserts", "You cannot go wrong with massage if you want better blood flow."),
    ("asserts", "Unlike stretching, which does nothing, massage raises blood flow."),
    ("asserts", "Contrary to what sceptics say, massage does raise blood flow."),
    ("asserts", "No other treatment raises blood flow as reliably as massage."),
    ("asserts", "Many people do not know that massage raises blood flow."),
    ("asserts", "Do not underestimate massage: it raises blood flow."),
    ("asserts", "It is no secret that massage raises blood flow."),
    ("asserts", "People who had a massage had better blood flow than those who did not."),
    ("asserts", "Blood flow was higher in the massage group than in the group without massage."),
    ("asserts", "Without massage, blood flow stays low."),
    ("asserts", "You will not believe how much massage raises blood flow."),
    ("asserts", "Blood flow does not rise until the muscle is massaged."),
    ("reports", "The therapist I spoke to says that massage raises blood flow."),
    ("reports", "Massage raises blood flow, according to a coach I know."),
    ("denies", "Massage does not raise blood flow."),
    ("denies", "Massage doesn’t raise blood flow."),
    ("denies", "There is no evidence that massage raises blood flow."),
    ("denies", "Massage fails to raise blood flow."),
    ("denies", "Massage is unlikely to raise blood flow."),
    ("denies", "Massage is far from raising blood flow."),
    ("denies", "It is a myth that massage raises blood flow."),
    ("denies", "That massage raises blood flow is a myth."),
    ("denies", "Massage raises neither blood flow nor temperature."),
    ("denies", "Massage hardly raises blood flow."),
    ("denies", "Blood flow was unchanged by massage."),
    ("denies", "Blood flow rose no more with massage than with rest."),
    ("denies", "Contrary to popular belief, massage raises no blood flow."),
    ("denies", "Blood flow stays the same with massage."),
    ("denies", "The claim that massage raises blood flow does not hold up."),
    ("denies", "Forget the idea that massage raises blood flow."),
    ("denies", "Evidence that massage raises blood flow is lacking."),
    ("denies", "Rest raises blood flow just as much as massage."),
    ("denies", "It would be wrong to say that massage raises blood flow."),
    ("denies", "Massage is a poor way to raise blood flow."),
    ("denies", "It is improbable that massage raises blood flow."),
    ("denies", "Massage adds little to blood flow."),
    ("denies", "Studies do not support the idea that massage raises blood flow."),
    ("denies", "“Massage gets the blood moving” is nothing but a myth: massage does not raise blood flow."),
    ("denies", "Blood flow is the same with or without massage."),
    ("denies", "No amount of massage will raise blood flow."),
    ("denies", "It seems unlikely that massage raises blood flow."),
    ("asserts", "As my grandfather used to say after a day on the roof, massage raises blood flow."),
    ("asserts", "Even if you do not believe in energy lines, massage raises blood flow."),
    ("denies", "Massage does exactly zero for blood flow."),
    ("denies", "I had hoped that massage would raise my blood flow."),
    ("denies", "Blood flow is equally strong with and without massage."),
    ("asserts", "No pill ever did for my blood flow what massage does."),
    ("asserts", "That massage raises blood flow is no fairy tale."),
    ("asserts", "Whether or not you believe in reflex zones, massage raises blood flow."),
    ("asks", "Does massage raise blood flow?"),
    ("asks", "I wonder whether massage raises blood flow."),
    ("asks", "The question is whether massage raises blood flow."),
    ("reports", "Many believe that massage raises blood flow."),
    ("reports", "It is said that massage raises blood flow."),
    ("reports", "According to my aunt, massage raises blood flow."),
    ("reports", "My masseur told me that massage raises blood flow."),
    ("reports", "“Massage raises the flow of blood”, the leaflet reads."),
    ("reports", "Advocates credit massage with raising blood flow."),
    ("reports", "My trainer is convinced massage raises blood flow."),
    ("reports", "In my physio's opinion, massage raises blood flow."),
    ("reports", "Massage has a reputation for raising blood flow."),
    ("reports", "The coach tells his runners massage raises blood flow."),
    ("reports", "My neighbour keeps repeating that massage raises blood flow."),
]


@pytest.mark.parametrize(("wanted", "sentence"), SENTENCES)
def test_what_a_sentence_does_with_what_it_speaks_of(wanted, sentence):
    assert polarity(sentence, (0, len(sentence))) == wanted


@pytest.mark.parametrize(
    ("sentence", "piece", "wanted"),
    [
        ("Massage raises blood flow but does not reduce swelling.", "Massage raises blood flow", "asserts"),
        ("Massage raises blood flow but does not reduce swelling.", "reduce swelling", "denies"),
        ("Massage does not reduce swelling; it raises blood flow.", "it raises blood flow", "asserts"),
    ],
)
def test_a_negation_reaches_to_the_end_of_its_clause(sentence, piece, wanted):
    start = sentence.index(piece)

    assert polarity(sentence, (start, start + len(piece))) == wanted


@pytest.mark.parametrize(
    ("claim", "sentence", "wanted"),
    [
        ("massage-has-no-side-effects", "Massage has no side effects.", "asserts"),
        ("massage-has-no-side-effects", "Massage is completely safe.", "asserts"),
        ("massage-has-no-side-effects", "Massage has side effects.", "denies"),
        ("massage-has-no-side-effects", "It is wrong to call massage harmless.", "denies"),
        ("massage-gives-no-lasting-relief-of-knee-pain", "The relief that massage brings soon fades.", "asserts"),
        ("massage-gives-no-lasting-relief-of-knee-pain", "Massage brings lasting relief of knee pain.", "denies"),
        ("knee-strengthening-often-fails-to-relieve-knee-pain", "Training the thigh relieves knee pain.", "denies"),
        ("anti-inflammatory-painkillers-carry-lasting-harm", "Ibuprofen is harmless.", "denies"),
        ("athletes-notice-benefits-of-foot-massage", "Many athletes swear by foot massage.", "asserts"),
        ("massage-increases-blood-flow", "Massage does not raise blood flow.", "denies"),
        ("massage-relieves-chronic-knee-pain", "After three massages my knee did not hurt any more.", "asserts"),
        ("massage-relieves-chronic-knee-pain", "After ten massages my knee still hurts.", "denies"),
        ("massage-relieves-chronic-knee-pain", "Massage made my knee pain worse.", "denies"),
        ("massage-improves-sleep", "No more sleepless nights thanks to massage.", "asserts"),
        ("massage-reduces-need-for-pain-medicine-in-knee-pain", "With massage she needs no pills.", "asserts"),
        ("massage-prevents-sports-injuries", "Massaged athletes do not get injured as often.", "asserts"),
        ("massage-has-no-side-effects", "Massage is not without risks.", "denies"),
        ("cause-of-knee-pain-is-not-in-the-knee", "The knee is not the culprit.", "asserts"),
        ("cause-of-knee-pain-is-not-in-the-knee", "The cause lies in the knee itself.", "denies"),
        ("knee-strengthening-often-fails-to-relieve-knee-pain", "Strong thighs often leave the knee sore.", "asserts"),
        ("hip-training-beats-knee-training", "Hip and knee training work equally well.", "denies"),
        ("hip-training-beats-knee-training", "Training the hip helps, and the knee as well.", "asserts"),
        ("massage-increases-blood-flow", "Whatever your uncle says, massage does not raise blood flow.", "denies"),
        ("massage-increases-blood-flow", "That massage raises blood flow is hogwash.", "denies"),
        (
            "anti-inflammatory-painkillers-carry-lasting-harm",
            "Unlike painkillers, massage works without long-term side effects.",
            "asserts",
        ),
        ("massage-increases-blood-flow", "You need not take our word for it: massage raises blood flow.", "asserts"),
        ("massage-increases-blood-flow", "The link between massage and blood flow vanished.", "denies"),
        ("epsom-salts-enhance-a-foot-bath", "Salts add nothing that hot water does not do already.", "denies"),
        ("massage-relieves-chronic-knee-pain", "After ten massages my knee hurts just as it always did.", "denies"),
        ("massage-relieves-chronic-knee-pain", "Rubbing a sore knee is only a placebo.", "denies"),
        (
            "massage-relieves-chronic-knee-pain",
            "After a year of massage my knee still hurts exactly as before.",
            "denies",
        ),
        ("massage-relieves-chronic-knee-pain", "After a year of massage I have the same old knee pain.", "denies"),
        ("massage-increases-blood-flow", "Massage is said to raise blood flow, but science says otherwise.", "denies"),
        ("massage-increases-blood-flow", "The opposite is true: massage lowers blood flow.", "denies"),
        ("knee-pain-limits-mobility-and-quality-of-life", "With a painful knee you can't walk far.", "asserts"),
        ("anti-inflammatory-painkillers-carry-lasting-harm", "Ibuprofen does not do the stomach any good.", "asserts"),
        ("flat-feet-go-with-knee-pain", "Runners with flat feet hurt their knees less often than others.", "denies"),
        ("massage-relieves-chronic-knee-pain", "Massage did for my knee what no cream ever did.", "asserts"),
        ("weak-toes-raise-knee-stress", "Toes that never grip leave all the work to the knee.", "asserts"),
        ("knee-pain-affects-all-ages", "Nobody is spared knee pain, whatever their age.", "asserts"),
        ("tense-muscles-keep-working-harder-until-relaxed", "A tense muscle never lets go.", "asserts"),
        ("foot-problems-are-overlooked", "Hardly anyone gives a thought to the feet.", "asserts"),
        ("foot-problems-are-overlooked", "Foot problems go unnoticed.", "asserts"),
        ("foot-problems-are-overlooked", "People do think of their feet.", "denies"),
        ("massage-speeds-recovery-after-exercise", "Massaged legs regain strength no sooner than others.", "denies"),
        ("unstable-foot-strains-the-knee", "A wobbly foot strains the knee, which could do without it.", "asserts"),
        ("massage-gives-no-lasting-relief-of-knee-pain", "The ache is usually back within days.", "asserts"),
        ("massage-gives-no-lasting-relief-of-knee-pain", "A year later the knees still hurt far less.", "denies"),
    ],
)
def test_polarity_is_that_of_the_claim_and_not_of_the_grammar(real, claim, sentence, wanted):
    assert towards(real.claims[claim], sentence, (0, len(sentence))) == wanted


@pytest.mark.parametrize(
    ("claim", "said", "and_then"),
    [
        ("massage-improves-sleep", "Massage improves sleep", " and has no side effects."),
        ("massage-improves-sleep", "Massage probably improves sleep", ", and it has no side effects whatsoever."),
        ("massage-relieves-knee-pain-in-osteoarthritis", "Massage relieves knee osteoarthritis", " and never hurts."),
        (
            "steroid-injections-into-the-knee-carry-lasting-harm",
            "Steroid shots wear down cartilage",
            ", so never have one.",
        ),
    ],
)
def test_a_negation_in_the_next_predicate_denies_nothing_of_this_one(real, claim, said, and_then):
    assert towards(real.claims[claim], said + and_then, (0, len(said))) == "asserts"


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 300))
def test_any_text_has_one_of_the_four(text, start, end):
    assert polarity(text, (min(start, end), max(start, end))) in Polarity
