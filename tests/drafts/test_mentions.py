import pytest

from evidence.drafts.mentions import is_mention


@pytest.mark.parametrize(
    "text",
    [
        "The Importance of Massage for Sore Knees",
        "Techniques and Tips",
        "How Massage Helps the Knee",
        "In this post I will show you how a masseur works.",
        "Here are some ways to relax:",
        "There are several techniques that anyone can learn.",
        "Press firmly on the arch with your thumbs.",
        "Arch press: use your knuckles on the sole.",
        "First, gently rotate each ankle three times.",
    ],
)
def test_what_only_names_things_is_a_mention(text):
    assert is_mention(text)


@pytest.mark.parametrize(
    "text",
    [
        "Massage relieves knee pain.",
        "Massage Relieves Knee Pain",
        "Why does the knee hurt?",
        "When the feet are rubbed, sleep comes sooner.",
        "Rub your feet and you will sleep better.",
        "Rotate each toe to release tension.",
        "Press the sole: it takes the pain away.",
        "Use of painkillers falls with massage.",
        "",
    ],
)
def test_what_claims_something_is_none(text):
    assert not is_mention(text)
