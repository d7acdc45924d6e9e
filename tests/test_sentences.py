import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.sentences import digest, paragraphs, sentences

CASES = [
    ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
    ("It fell by 0.7 points. Good.", ["It fell by 0.7 points.", "Good."]),
    ("Drugs, e.g. NSAIDs, help. So they say.", ["Drugs, e.g. NSAIDs, help.", "So they say."]),
    ("See Smith et al. 2019 for more.", ["See Smith et al. 2019 for more."]),
    ("Dr. Miller rubs. He is kind.", ["Dr. Miller rubs.", "He is kind."]),
    ("J. S. Bach had knees. Did he?", ["J. S. Bach had knees.", "Did he?"]),
    ("Take No. 5 of it. Then rest.", ["Take No. 5 of it.", "Then rest."]),
    ("“It hurts.” She sat down.", ["“It hurts.”", "She sat down."]),
    ("Pain (all sorts.) Then relief.", ["Pain (all sorts.)", "Then relief."]),
    ("Wait … what? Yes.", ["Wait … what?", "Yes."]),
    ("Take vitamin K. Vitamin A too.", ["Take vitamin K.", "Vitamin A too."]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_paragraph_is_cut_at_the_ends_of_its_sentences(text, expected):
    assert [sentence.text for sentence in sentences(text)] == expected


def test_paragraphs_are_the_lines_with_text_without_list_marks():
    text = "Title\n\n  • First point: yes.  \r\n- second\n\n"

    assert [span.text for span in paragraphs(text)] == ["Title", "First point: yes.", "second"]


@given(st.text(alphabet="ab A.!?…\n•-\t“”") | st.text())
def test_spans_say_where_their_text_stands(text):
    for paragraph in paragraphs(text):
        assert text[paragraph.start : paragraph.end] == paragraph.text
        for sentence in sentences(paragraph.text):
            assert paragraph.text[sentence.start : sentence.end] == sentence.text


@given(st.text())
def test_no_letter_is_lost_between_sentences(text):
    joined = "".join(sentence.text for sentence in sentences(text))

    assert "".join(joined.split()) == "".join(text.split())


def test_the_digest_does_not_see_blanks_or_the_form_of_accents():
    assert digest("Caf\u00e9  au\nlait ") == digest(" Cafe\u0301 au lait")
    assert digest("a") != digest("b")
