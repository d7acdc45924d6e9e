"""Each plot beside the forest: what its rows and its words say of the records."""

import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.drafts.wording import Strength
from evidence.errors import NothingToDraw, UnknownId
from evidence.model import (
    Certainty,
    Concept,
    Directness,
    Heading,
    Intervention,
    Mode,
    RiskOfBias,
    RiskOfBiasTool,
    Slot,
    Verdict,
)
from evidence.plots import effect_direction, evidence_map, report_card, risk_of_bias, wording_against_evidence
from evidence.plots.bias import Light, light
from evidence.plots.drawing import Label
from evidence.plots.grid import OTHER, OTHER_ROW, grid_of, outcome_of
from evidence.plots.lettering import cut, width_of, wrap
from evidence.plots.numerals import percent, printed
from evidence.plots.signs import WORST_FIRST, worst_first
from evidence.plots.sounding import may_sound, sounds
from evidence.synthesis import directions

CLAIM = "kneading-loosens-elbows"


# report card


def test_a_report_card_counts_every_claim_of_its_article_once(real):
    for id in real.articles:
        plot = report_card(real, id)
        claims = real.claims_in(id)
        assert Counter(row["claim"] for row in plot.data) == Counter(claim.id for claim in claims)
        told = dict(re.findall(r"^(\w[\w ]+): (\d+)\.$", plot.text, re.MULTILINE))
        expected = Counter(claim.verdict.words.capitalize() for claim in claims)
        assert told == {words: str(count) for words, count in expected.items()}
        assert f"Of {len(claims)} claims, {expected['Supported']} supported" in plot.description


def test_a_report_card_begins_with_the_worst(real):
    for id in real.articles:
        places = [WORST_FIRST.index(Verdict(row["verdict"])) for row in report_card(real, id).data]
        assert places == sorted(places)


def test_the_surer_the_worse_of_what_is_contradicted_and_the_better_of_what_is_supported(claim_of):
    def order(verdict):
        claims = [claim_of(f"c{level}", verdict=verdict, certainty=Certainty.of_level(level)) for level in (1, 4, 2)]
        return [claim.certainty.level for claim in sorted(claims, key=worst_first)]

    assert order(Verdict.CONTRADICTED) == [4, 2, 1]
    assert order(Verdict.SUPPORTED) == [1, 2, 4]


def test_every_verdict_has_its_place():
    assert sorted(WORST_FIRST) == sorted(Verdict)


@pytest.mark.parametrize("plot", [report_card, wording_against_evidence])
def test_an_article_without_claims_has_no_card(library_of, plot):
    with pytest.raises(NothingToDraw, match="Elbows, freed"):
        plot(library_of(claims=[]), "000")
    with pytest.raises(UnknownId):
        plot(library_of(), "999")


# wording against evidence


@pytest.mark.parametrize(
    ("mode", "phrase", "strength"),
    [
        (Mode.ASSERTED, "frees the elbow", Strength.PLAIN),
        (Mode.ASSERTED, "always frees the elbow", Strength.ABSOLUTE),
        (Mode.ASSERTED, "may free the elbow", Strength.PLAIN),
        (Mode.HEDGED, "may free the elbow", Strength.POSSIBLE),
        (Mode.HEDGED, "can free the elbow", Strength.LIKELY),
        (Mode.HEDGED, "frees the elbow", Strength.POSSIBLE),
        (Mode.HEDGED, "it is unclear whether it frees", Strength.OPEN),
    ],
)
def test_an_appearance_sounds_as_its_mode_and_its_phrase_say(claim_of, mode, phrase, strength):
    (seen,) = claim_of().appearances

    assert sounds(replace(seen, mode=mode, phrase=phrase)) is strength


@pytest.mark.parametrize(
    ("verdict", "certainty", "strength"),
    [
        (Verdict.SUPPORTED, Certainty.HIGH, Strength.PLAIN),
        (Verdict.SUPPORTED, Certainty.MODERATE, Strength.LIKELY),
        (Verdict.PARTLY_SUPPORTED, Certainty.LOW, Strength.POSSIBLE),
        (Verdict.SUPPORTED, Certainty.VERY_LOW, Strength.OPEN),
        (Verdict.CONTRADICTED, Certainty.HIGH, Strength.OPEN),
        (Verdict.CONFLICTING, Certainty.MODERATE, Strength.OPEN),
        (Verdict.NO_EVIDENCE_FOUND, None, Strength.OPEN),
        (Verdict.UNVERIFIABLE, None, Strength.OPEN),
        (Verdict.NOT_CHECKABLE, None, None),
    ],
)
def test_a_claim_may_sound_as_sure_as_the_evidence_for_it(claim_of, verdict, certainty, strength):
    assert may_sound(claim_of(verdict=verdict, certainty=certainty)) is strength


def test_every_appearance_is_counted_once(real):
    for id in real.articles:
        plot = wording_against_evidence(real, id)
        seen = Counter(claim.id for claim in real.claims.values() for one in claim.appearances if one.article == id)
        assert Counter({row["claim"]: 0 for row in plot.data}).keys() == seen.keys()
        assert sum(row["appearances"] for row in plot.data) == seen.total()
        checkable = [row for row in plot.data if row["may_sound"]]
        over = sum(row["appearances"] for row in checkable if row["steps_too_sure"])
        total = sum(row["appearances"] for row in checkable)
        assert f"{over} of {total} appearances sound surer" in plot.text


def test_the_greatest_overstatement_comes_first(real):
    for id in real.articles:
        steps = [row["steps_too_sure"] or 0 for row in wording_against_evidence(real, id).data]
        assert steps == sorted(steps, reverse=True)


# risk of bias


@pytest.mark.parametrize(
    ("tool", "judgement", "expected"),
    [
        (RiskOfBiasTool.ROB2, "low", Light.LOW),
        (RiskOfBiasTool.ROB2, "Some concerns", Light.SOME),
        (RiskOfBiasTool.ROB2, "high", Light.HIGH),
        (RiskOfBiasTool.ROBINS_I, "moderate", Light.SOME),
        (RiskOfBiasTool.ROBINS_I, "serious", Light.HIGH),
        (RiskOfBiasTool.ROBINS_I, "critical", Light.CRITICAL),
        (RiskOfBiasTool.AMSTAR2, "high", Light.LOW),
        (RiskOfBiasTool.AMSTAR2, "low", Light.HIGH),
        (RiskOfBiasTool.AMSTAR2, "critically low", Light.CRITICAL),
        (RiskOfBiasTool.PEDRO, "6/10", Light.SCORE),
        (RiskOfBiasTool.PEDRO, "good", Light.OWN_WORDS),
        (RiskOfBiasTool.OTHER, "fair, 12 of 16", Light.OWN_WORDS),
        (RiskOfBiasTool.NOT_ASSESSED, "", Light.NOT_ASSESSED),
        (RiskOfBiasTool.NOT_ASSESSED, "low", Light.NOT_ASSESSED),
    ],
)
def test_a_judgement_becomes_the_light_of_its_tool(study_of, tool, judgement, expected):
    assert light(study_of(risk_of_bias=RiskOfBias(tool=tool, judgement=judgement))) is expected


def test_no_light_looks_like_not_assessed_but_not_assessed():
    assert len({one.letter for one in Light}) == len(Light)
    assert len({one.words for one in Light}) == len(Light)


def test_lights_stand_for_the_studies_in_the_order_of_the_citations(real):
    for claim in real.claims.values():
        if studies := real.studies_of(claim):
            plot = risk_of_bias(real, claim.id)
            assert [row["study"] for row in plot.data] == [study.key for study in studies]
            counts = Counter(row["light"] for row in plot.data)
            for one, count in counts.items():
                assert f"{count} {Light(one).words}" in plot.description


# effect direction


def test_directions_are_those_of_the_synthesis(real):
    for claim in real.claims.values():
        found = directions(claim, real)
        if not found.studies:
            continue
        plot = effect_direction(real, claim.id)
        assert [row["direction"] for row in plot.data] == [study.direction.value for study in found.studies]
        counting = [row["direction"] for row in plot.data if row["counts"] == "true"]
        told = f"{counting.count('better')} better, {counting.count('worse')} worse"
        assert told in plot.text
        assert told in plot.description


def test_a_study_that_is_not_counted_stands_in_brackets(drawable):
    plot = effect_direction(drawable({}, directness=Directness(comparator="sham")), CLAIM)

    assert [part.text for part in plot.drawing.parts if isinstance(part, Label)].count("(") == 1
    assert "0 better, 0 worse" in plot.text
    assert "Not counted" in plot.text


# evidence map


def test_the_map_has_every_claim_once_and_names_every_empty_cell(real):
    plot = evidence_map(real)

    assert Counter(row["claim"] for row in plot.data) == Counter(list(real.claims))
    cells = Counter((row["intervention"], row["outcome"]) for row in plot.data)
    rows, outcomes = ({cell[axis] for cell in cells} for axis in (0, 1))
    empty = [line.split(": ", 1)[1].rstrip(".").split("; ") for line in plot.text.splitlines() if "No claim on" in line]
    assert sum(map(len, empty)) == len(rows) * len(outcomes) - len(cells)
    assert f"{sum(map(len, empty))} of {len(rows) * len(outcomes)} cells are empty." in plot.text
    for claim in real.claims.values():
        assert claim.statement in plot.text


def test_the_map_shows_only_the_claims_that_it_is_given(real):
    wanted = list(real.claims.values())[:3]

    assert {row["claim"] for row in evidence_map(real, wanted).data} == {claim.id for claim in wanted}
    with pytest.raises(NothingToDraw):
        evidence_map(real, [])


def test_most_claims_of_the_real_library_have_a_heading(real):
    without = [claim for claim in real.claims.values() if outcome_of(claim, real) == OTHER]

    assert len(without) <= len(real.claims) / 5, "headings.toml lacks a place for many outcomes"


CONCEPTS = [
    Concept(id="pain", slot=Slot.OUTCOME, label="pain", terms=("pain", "ache")),
    Concept(id="back-pain", slot=Slot.OUTCOME, label="back pain", terms=("back pain",)),
    Concept(id="sleep", slot=Slot.OUTCOME, label="sleep", terms=("sleep",)),
    Concept(id="knee", slot=Slot.SITE, label="knee", terms=("knee",)),
]
HEADINGS = [
    Heading(id="hurts", title="What hurts", concepts=("pain",)),
    Heading(id="rests", title="Rest", concepts=("sleep", "back-pain")),
]


@pytest.mark.parametrize(
    ("outcome", "headings", "column"),
    [
        ("pain and sleep", HEADINGS, "What hurts"),
        ("sleep, less pain", HEADINGS, "Rest"),
        ("aches of the knee", HEADINGS, "What hurts"),
        ("back pain", HEADINGS, "Rest"),
        ("colour of the eyes", HEADINGS, OTHER),
        ("", HEADINGS, OTHER),
        ("pain of the knee", HEADINGS[1:], OTHER),
        ("knee sleep", [], "sleep"),
        ("knee", [], OTHER),
    ],
)
def test_a_claim_stands_below_the_outcome_that_it_names_first(library_of, claim_of, outcome, headings, column):
    claim = claim_of()
    claim = replace(claim, question=replace(claim.question, outcome=outcome))
    library = library_of(claims=[claim], concepts=CONCEPTS, headings=headings)

    assert outcome_of(claim, library) == column
    assert evidence_map(library).data[0]["outcome"] == column


def test_a_claim_stands_in_the_row_of_its_intervention_and_else_of_its_topic(library_of, claim_of):
    claims = [claim_of("first"), claim_of("second"), claim_of("third")]
    rows = [
        Intervention(id="rest", title="Rest", claims=("second",)),
        Intervention(id="kneading", title="Kneading", claims=("first",)),
        Intervention(id="unused", title="Unused", claims=()),
    ]
    grid = grid_of(claims, library_of(claims=claims, interventions=rows))
    by_topic = grid_of(claims, library_of(claims=claims))

    assert {claim.id: row for (row, _), cell in grid.cells.items() for claim in cell} == {
        "first": "Kneading",
        "second": "Rest",
        "third": OTHER_ROW,
    }
    assert (grid.rows, grid.rows_are) == (("Rest", "Kneading", OTHER_ROW), "intervention or exposure")
    assert (by_topic.rows, by_topic.rows_are) == (("Elbows",), "topic")


# lettering and numerals


@given(st.text(max_size=200), st.floats(20, 400))
def test_a_wrapped_text_loses_nothing_and_fits(text, room):
    lines = wrap(text, 12, room)

    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", text)
    assert all(width_of(line, 12) <= room or len(line) <= 1 for line in lines)


@given(st.text(max_size=200), st.floats(40, 400))
def test_a_cut_text_says_that_it_is_cut_and_fits(text, room):
    shown = cut(text, 12, room)

    assert shown == text or shown.endswith("…")
    assert width_of(shown, 12) <= room + 12


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0.00"), (-1.5, "−1.50"), (0.0614, "0.06"), (0.0004, "0.0004"), (12345.6, "12,346"), (float("inf"), "∞")],
)
def test_computed_numbers_have_two_decimals_and_a_true_minus(value, text):
    assert printed(value) == text


def test_a_share_that_is_not_none_is_not_shown_as_none():
    assert [percent(share) for share in (0.0001, 0.005, 0.256, 1.0)] == ["<1%", "0%", "26%", "100%"]
