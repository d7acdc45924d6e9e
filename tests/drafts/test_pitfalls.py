import pytest

from evidence.drafts.pitfalls import PITFALLS, judge_wording
from evidence.drafts.sources import names_source

# For each pitfall sentences that must be caught, and sentences that must be left alone.
CATCHES = {
    "cause-from-correlation": [
        "Flat feet are associated with knee pain, so arch supports will spare your knees.",
        "People who get regular massages have less pain, which proves that massage prevents it.",
        "Weak hips are linked to sore knees and therefore cause them.",
        "Runners who stretch report fewer injuries; this shows that stretching protects the knee.",
    ],
    "animals-to-people": [
        "Massage speeded up healing in rabbits, so it will do the same for your knee.",
        "In mice, kneading switched off inflammation, which means that people can stop taking pills.",
        "The oil killed inflamed cells in test tubes and therefore helps patients with arthritis.",
        "Rats ran further after the treatment, and the same goes for humans.",
    ],
    "unnamed-research": [
        "Studies show that foot massage lowers stress.",
        "A significant body of research indicates that massage helps.",
        "Several controlled clinical trials have measured the benefits.",
        "Experts agree that reflexology works.",
        "It is clinically proven to ease pain.",
        "According to research, the knee follows the hip.",
        "A recent study at a sports clinic found that runners recovered faster.",
        "Foot massage is also known to improve sleep.",
        "Science has long confirmed what grandmothers knew.",
    ],
    "unsourced-statistic": [
        "Weekly massage led to 62% fewer knee pain episodes.",
        "Nine out of ten patients sleep better after a foot massage.",
        "Foot massage doubles recovery: muscles heal three times faster.",
        "Around 80 per cent of people with knee pain get better by themselves.",
    ],
    "no-side-effects": [
        "Massage has no side effects.",
        "It is a natural remedy without any side effects.",
        "The treatment is completely safe.",
        "Reflexology is entirely free of adverse effects.",
        "This is a risk-free way to treat your knee.",
        "There is no risk at all.",
    ],
    "toxins": [
        "Massage flushes toxins out of the muscles.",
        "A foot bath will detox your body overnight.",
        "It assists the lymph in the removal of cellular waste products.",
        "Toxic build-up in the joints only grows with time.",
        "Kneading releases metabolic waste from tired legs.",
        "Toxins get trapped in the knee.",
    ],
}

LEAVES = {
    "cause-from-correlation": [
        "Flat feet are associated with knee pain, but that does not mean that they cause it.",
        "Weak hips are linked to sore knees; nobody knows which comes first.",
        "People who run have stronger legs.",
        "A massage was so pleasant that it will be repeated.",
        "Pain is more common in older people, so studies may differ by age.",
    ],
    "animals-to-people": [
        "Massage speeded up healing in rabbits; whether it does so in people is unknown.",
        "In mice it calmed inflammation, but mice are not people.",
        "Dogs need walks, so put on your shoes.",
        "Our laboratory is open to visitors.",
        "The drug was tested in animals before it was given to volunteers.",
    ],
    "unnamed-research": [
        "Perlman et al. 2019 found that massage eased pain.",
        "Studies show less pain ([Perlman 2019](https://doi.org/10.1007/s11606-018-4763-5)).",
        "A trial found less stiffness [@perlman2019efficacy].",
        "No studies show that massage cures arthritis.",
        "Few trials have reported harms.",
        "More research is needed before anyone recommends it.",
        "Researchers at Duke University reported a modest effect.",
        "Do studies show that it works?",
        "She studies physiotherapy in Leeds.",
        "The trial of the former minister begins on Monday.",
        "Perlman's team found less pain after eight weeks.",
    ],
    "unsourced-statistic": [
        "In one trial pain fell by 30% (Perlman et al. 2019).",
        "Massage eased pain in 24% of patients [@perlman2019efficacy].",
        "Rub in a cream with 5 % menthol twice a day; 5%-menthol gel works too.",
        "Sales of candles rose by 20%.",
        "The socks are made of 100% cotton and warm your feet.",
        "Do 80% of people really have flat feet?",
        "For sore knees, raising your cadence by 10 percent is enough.",
        "One in the morning and one in the evening.",
    ],
    "no-side-effects": [
        "Massage is not free of side effects.",
        "No treatment is without risk.",
        "It spares you the trip to the doctor without the side effects of painkillers.",
        "Is it safe for everyone?",
        "The trial reported no adverse events in either group.",
        "Smoking is a risk factor.",
        "Keep the oil in a safe place.",
    ],
    "toxins": [
        "The liver and the kidneys remove toxins from the blood.",
        "Injections of botulinum toxin relax the muscle.",
        "There is no evidence that massage removes toxins.",
        "Massage does not flush toxins out of the body.",
        "He went through drug detox last year.",
        "Do not waste your time.",
        "The council clears household waste on Mondays.",
    ],
}

NAMES = {pitfall.name for pitfall in PITFALLS}


def rules(text):
    return {finding.rule for finding in judge_wording(text, lambda: names_source(text))}


def cases(table):
    return [pytest.param(name, text, id=f"{name}: {text}") for name, texts in table.items() for text in texts]


@pytest.mark.parametrize(("name", "text"), cases(CATCHES))
def test_a_pitfall_catches_what_it_is_there_for(name, text):
    assert name in rules(text)


@pytest.mark.parametrize(("name", "text"), cases(LEAVES))
def test_a_pitfall_leaves_honest_sentences_alone(name, text):
    assert name not in rules(text)


def test_every_pitfall_has_examples_of_both_kinds_a_reason_and_an_authority():
    assert set(CATCHES) == set(LEAVES) == NAMES
    assert all(pitfall.reason.endswith(".") and pitfall.authority for pitfall in PITFALLS)


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_question_is_never_caught(name):
    for text in CATCHES[name]:
        assert name not in rules(text.rstrip(".") + "?")


def test_a_message_quotes_the_words_but_never_a_whole_paragraph():
    text = "Flat feet are associated with " + "very " * 20 + "sore knees, so they cause them."
    (finding,) = judge_wording(text, lambda: False)

    assert len(finding.message) < 200
    assert finding.message.startswith("“associated with very")
