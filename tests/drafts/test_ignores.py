"""Comments by which a writer says what not to be told of."""

import pytest

from evidence.drafts.ignores import faults
from evidence.drafts.markup import draft_of

COVERED = {
    "alone, the paragraph after": ("A.\n\n<!-- evidence: ignore why -->\nB. C\nd.\n\nE.", [("why", "B. C\nd.")]),
    "alone, with a blank line": ("<!-- evidence: ignore why -->\n\nB.\n\nC.", [("why", "B.")]),
    "before a sentence": ("A. <!-- evidence: ignore why --> B b. C.", [("why", "B b.")]),
    "at the start of a line of text": ("<!-- evidence: ignore why --> B. C.", [("why", "B.")]),
    "within a sentence, all of it": (
        "A. B <!-- evidence: ignore why --> b. C.",
        [("why", "B <!-- evidence: ignore why --> b.")],
    ),
    "a list item": ("- A\n- <!-- evidence: ignore why --> B\n- C", [("why", "B")]),
    "alone before an item": ("- A\n\n<!-- evidence: ignore why -->\n- B\n- C", [("why", "B")]),
    "a long reason over lines": ("<!-- evidence: ignore why\n  and how -->\nB.", [("why and how", "B.")]),
    "two before one paragraph": (
        "<!-- evidence: ignore a -->\n<!-- evidence: ignore b -->\nB.",
        [("a", "B."), ("b", "B.")],
    ),
    "a region": (
        "A.\n\n<!-- evidence: ignore-start why -->\nB.\n\nC.\n<!-- evidence: ignore-end -->\nD.",
        [("why", "<!-- evidence: ignore-start why -->\nB.\n\nC.\n<!-- evidence: ignore-end -->")],
    ),
    "no blanks": ("<!--evidence:ignore why-->\nB.", [("why", "B.")]),
    "in code": ("`<!-- evidence: ignore why -->` B.\n\n```\n<!-- evidence: ignore why -->\n```\nC.", []),
    "other comments": ("<!-- evidence: see there -->\nB. <!-- ignore why --> C.", []),
}


@pytest.mark.parametrize("case", COVERED)
def test_what_an_ignore_covers(case):
    text, covered = COVERED[case]
    draft = draft_of(text)

    assert [(ignore.reason, draft.text[ignore.start : ignore.end].strip()) for ignore in draft.ignores] == covered
    assert faults(draft) == ()


@pytest.mark.parametrize("kind", ["html", "text"])
def test_ignores_in_other_kinds(kind):
    draft = draft_of("<p>A. <!-- evidence: ignore why --> Bb. C.</p>", kind=kind)

    assert [(ignore.reason, draft.text[ignore.start : ignore.end]) for ignore in draft.ignores] == [("why", "Bb.")]


def test_an_ignore_between_html_paragraphs_covers_the_next():
    draft = draft_of("<p>A.</p><!-- evidence: ignore why --><p>B. C.</p><p>D.</p>", kind="html")

    assert [draft.text[ignore.start : ignore.end].strip() for ignore in draft.ignores] == ["B. C."]


FAULTY = {
    "no reason": ("A.\n\n<!-- evidence: ignore -->\nB.", 3, "without a reason"),
    "a region without a reason": ("<!-- evidence: ignore-start -->\nB.", 1, "without a reason"),
    "a region that is not ended": ("A.\n\n<!-- evidence: ignore-start why -->\nB.", 3, "not ended"),
    "an end without a start": ("A.\n<!-- evidence: ignore-end -->", 2, "ends nothing"),
    "nothing after it": ("A.\n\nB. <!-- evidence: ignore why -->\n\nC.", 3, "before no sentence"),
    "the end of the draft": ("A.\n\n<!-- evidence: ignore why -->\n", 3, "before no sentence"),
    "another word": ("<!-- evidence: ignore-next why -->\nB.", 1, "'ignore-next' means nothing"),
}


@pytest.mark.parametrize("case", FAULTY)
def test_an_ignore_that_cannot_be_followed_is_told_and_ignores_nothing(case):
    text, line, message = FAULTY[case]
    draft = draft_of(text)

    ((told, start, end),) = faults(draft)

    assert message in told
    assert draft.place(start).line == line
    assert draft.text[start:end].startswith("<!--")
    assert draft.text[start:end].endswith("-->")
    assert not any(ignore.reason for ignore in draft.ignores)


def test_a_second_start_is_told_and_the_first_holds():
    start = "<!-- evidence: ignore-start why -->\n"
    draft = draft_of(f"{start}A.\n\n{start}B.\n\n<!-- evidence: ignore-end -->\nC.")

    assert [ignore.reason for ignore in draft.ignores] == ["why", ""]
    assert len(faults(draft)) == 1
