import pytest

import evidence
from evidence.drafts.drift import drift

REST = "\n\nMassage can reduce muscle soreness after exercise.\n"


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ("Massage may release endorphins.", "Massage releases endorphins.", ["stronger"]),
        ("Massage releases endorphins.", "Massage may release endorphins.", ["weaker"]),
        ("Massage releases endorphins.", "Massage does not release endorphins.", ["turned"]),
        ("The bus is late.", "Massage releases endorphins.", ["new"]),
        ("Massage releases endorphins.", "The bus is late.", ["gone"]),
        ("Massage releases endorphins.", "Massage releases endorphins.", []),
        ("Massage may release endorphins.", "Does massage release endorphins?", ["gone"]),
        ("Massage may release endorphins. Massage releases endorphins.", "Massage releases endorphins.", []),
        (
            "Massage releases endorphins. A rub releases endorphins.",
            "Massage may release endorphins. A rub releases endorphins.",
            ["weaker"],
        ),
        (
            "Massage releases endorphins. A rub releases endorphins.",
            "Massage releases endorphins. A rub does not release endorphins.",
            ["turned"],
        ),
        ("Massage may release endorphins.", "Massage may release endorphins. A rub releases endorphins.", ["stronger"]),
        ("Massage releases endorphins.", "Massage releases endorphins. A rub may release endorphins.", []),
    ],
)
def test_a_change_of_a_claim_is_named(real, before, after, changes):
    found = drift(evidence.check(before + REST, real), evidence.check(after + REST, real))

    assert [change.drift for change in found] == changes
    assert {change.claim for change in found} <= {"massage-releases-endorphins"}


def test_a_draft_does_not_drift_from_itself(real, root):
    report = evidence.check((root / "tests/drafts/planted.md").read_text(), real)

    assert drift(report, report) == ()


def test_both_sentences_are_shown(real):
    (change,) = drift(
        evidence.check("Massage may release endorphins.", real), evidence.check("Massage releases endorphins.", real)
    )

    assert change.to_dict()["before"]["text"] == "Massage may release endorphins."
    assert change.to_dict()["after"]["text"] == "Massage releases endorphins."
