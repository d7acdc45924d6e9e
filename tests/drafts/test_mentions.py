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
        "The Benefits of Knee Massage for Athletes",
        "The relief provided by foot massage",
        "The benefits of foot massage extend far beyond the spa.",
        "Massage is a technique that involves pressure and strokes.",
        "Reflexology is a technique in which pressure is put on points of the feet.",
        "Massage therapy targets the muscles around the knee.",
        "Regular sessions offer runners a wide range of benefits.",
        "Take sports that involve the knee, for instance.",
        "In this video I'll show you how to rub your calves.",
        "Sixty adults were randomly assigned to weekly massage or to usual care.",
        "A foot massage of 45 minutes costs 55 euros.",
        "Thirty adults with sore knees were allotted either to massage or to a waiting list.",
        "We recruited sixty adults with sore knees and assigned them at random to massage or rest.",
        "Plantar fasciitis is another matter.",
        "See a doctor if the knee locks or gives way.",
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
        "Benefits of Foot Massage for Pain Relief",
        "Here are some ways it can help with pain:",
        "Massage is a therapy that relieves pain.",
        "Massage targets the muscles to ease knee pain.",
        "Massage involves no pills.",
        "Massage involves neither drugs nor needles.",
        "Those who were randomly assigned to massage had less pain.",
        "Warm water on the feet makes tight muscles let go.",
        "Ask for a massage, because it makes the exercises work better.",
        "Show me a sore knee and I'll show you tight hamstrings.",
        "",
    ],
)
def test_what_claims_something_is_none(text):
    assert not is_mention(text)
