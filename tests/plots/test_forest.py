"""The forest plot: what stands on its axis and where, and what it says."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.errors import NothingToDraw, UnknownId
from evidence.model import Better, Directness, Integrity, IntegrityCheck, Measure
from evidence.plots import best, forest
from evidence.plots.axis import axis
from evidence.plots.drawing import Label, Line, Sign
from evidence.plots.theme import Ink
from evidence.results import plain
from evidence.synthesis import pool_entry

CLAIM = "kneading-loosens-elbows"
WIDE = {"estimate": "-4.0", "low": "-6.0", "high": "-2.0"}
CLOSE = {"estimate": "-1.0", "low": "-2.0", "high": "0.0"}
RATIO = {"measure": Measure.RR, "unit": "", "instrument": ""}


def signs(plot, shape="square"):
    return [part for part in plot.drawing.parts if isinstance(part, Sign) and part.shape == shape]


def diamonds(plot):
    return [part for part in plot.drawing.parts if isinstance(part, Sign) and part.shape.startswith("M-1,0L")]


def upright(plot, ink, is_dashed=False):
    return [
        part.x
        for part in plot.drawing.parts
        if isinstance(part, Line) and part.x == part.x2 and part.ink is ink and part.is_dashed is is_dashed
    ]


def labels(plot):
    return [part.text for part in plot.drawing.parts if isinstance(part, Label)]


def no_effect(plot):
    """The line of no effect is the longest of its ink."""
    lines = [part for part in plot.drawing.parts if isinstance(part, Line) and part.ink is Ink.QUIET]
    return max(lines, key=lambda line: line.y2 - line.y).x


def test_the_line_of_no_effect_stands_where_zero_is(drawable):
    plot = forest(drawable(WIDE, CLOSE), CLAIM)

    first, second = (sign.x for sign in signs(plot))
    # Two estimates, −4 and −1, give the scale; zero lies a third of their distance beyond the second.
    assert no_effect(plot) == pytest.approx(second + (second - first) / 3)


def test_equal_ratios_have_equal_lengths_and_no_effect_is_one(drawable):
    library = drawable(
        RATIO | {"estimate": "0.25", "low": "0.1", "high": "0.6"},
        RATIO | {"estimate": "0.50", "low": "0.3", "high": "0.8"},
    )

    plot = forest(library, CLAIM)

    first, second = (sign.x for sign in signs(plot))
    assert no_effect(plot) == pytest.approx(second + (second - first))


def test_the_diamond_is_the_pool_that_the_synthesis_makes(drawable):
    library = drawable(WIDE, CLOSE)
    (pooled,) = pool_entry(library.claims[CLAIM], library)["pools"]
    expected = next(one for one in pooled["estimates"] if one["method"] == "hartung_knapp")

    plot = forest(library, CLAIM)

    row = plot.data[-1]
    assert (row["row"], row["weight"]) == ("pool", 1.0)
    assert (row["estimate"], row["low"], row["high"]) == pytest.approx(
        (expected["estimate"], expected["low"], expected["high"])
    )
    assert [row["weight"] for row in plot.data[:-1]] == pytest.approx(
        [effect["weight"] for effect in pooled["effects"]]
    )
    assert len(diamonds(plot)) == 1
    assert "Pooled (random effects, REML, Hartung–Knapp)" in plot.text
    assert "Pooled" in plot.description


def test_a_diamond_reaches_from_end_to_end_of_its_interval(drawable):
    figures = ({"estimate": f"-4.{place}", "low": f"-6.{place}", "high": f"-2.{place}"} for place in (0, 2, 2, 0))
    plot = forest(drawable(*figures), CLAIM)

    (diamond,), pooled = diamonds(plot), plot.data[-1]
    first, second, _, _ = (sign.x for sign in signs(plot))
    per_point = (first - second) / 0.2
    assert diamond.size == pytest.approx((pooled["high"] - pooled["low"]) * per_point)
    assert diamond.x == pytest.approx(first + ((pooled["low"] + pooled["high"]) / 2 + 4.0) * per_point)


@pytest.mark.parametrize(
    ("second", "directness"),
    [
        (CLOSE | {"time": "2 years"}, Directness()),
        (CLOSE | {"outcome": "pain"}, Directness()),
        (CLOSE, Directness(population="children")),
    ],
)
def test_what_the_synthesis_does_not_pool_has_no_diamond_and_the_plot_says_so(drawable, second, directness):
    plot = forest(drawable(WIDE, second, directness=directness), CLAIM)

    assert diamonds(plot) == []
    assert any("No diamond" in text for text in labels(plot))
    assert "No diamond" in plot.text
    assert "not pooled" in plot.description
    assert [row["weight"] for row in plot.data] == [None, None]


def test_what_is_not_pooled_stands_hollow_beside_a_pool(drawable):
    plot = forest(drawable(WIDE, CLOSE, CLOSE | {"time": "2 years"}), CLAIM)

    assert [sign.is_filled for sign in signs(plot)] == [True, True, False]
    assert "Hollow squares are not pooled." in plot.text


@pytest.mark.parametrize(
    "other",
    [
        {"measure": Measure.SMD},
        {"unit": "degrees"},
        {"instrument": "another scale"},
        {"better": Better.HIGHER},
        {"measure": Measure.CHANGE},
        {"measure": Measure.MEAN},
        {"estimate": ""},
        {"estimate": "<4.0"},
        {"unit": "", "instrument": ""},
    ],
)
def test_results_that_agree_in_kind_with_no_other_raise_and_best_falls_back(drawable, other):
    library = drawable(WIDE, other)

    with pytest.raises(NothingToDraw, match="no forest plot"):
        forest(library, CLAIM)
    assert best(library, CLAIM).title.startswith("Effect direction")


def test_two_comparable_estimates_are_a_forest(drawable):
    assert best(drawable(WIDE, CLOSE), CLAIM).title.startswith("Forest plot")


def test_a_claim_that_is_not_there_is_named(real):
    with pytest.raises(UnknownId, match="nowhere"):
        forest(real, "nowhere")


def test_a_result_that_is_left_out_is_told_with_its_reason(drawable):
    plot = forest(drawable(WIDE, CLOSE, {"estimate": ""}, {"measure": Measure.SMD}), CLAIM)

    assert "Not in this picture: 2." in plot.text
    assert "the result that is cited has no figure of an effect" in plot.text
    assert "another measure" in plot.text


def test_a_retracted_study_is_told_and_not_drawn(drawable):
    library = drawable(WIDE, CLOSE, appraisal={"integrity": IntegrityCheck(status=Integrity.RETRACTED)})

    with pytest.raises(NothingToDraw):
        forest(library, CLAIM)


def test_a_figure_printed_the_other_way_round_is_turned_and_marked(drawable):
    turned = {"estimate": "4.0", "low": "2.0", "high": "6.0", "intervention": "rest", "comparator": "kneading"}

    plot = forest(drawable(WIDE, turned), CLAIM)

    assert [(row["estimate"], row["low"], row["high"]) for row in plot.data[:2]] == [(-4.0, -6.0, -2.0)] * 2
    assert labels(plot).count("\u22124.0 [\u22126.0, \u22122.0]") == 2
    assert [row["turned"] for row in plot.data[:2]] == ["false", "true"]
    assert "turned here" in plot.text


def test_a_turned_ratio_is_inverted(drawable):
    straight = RATIO | {"estimate": "0.5", "low": "0.2", "high": "0.8"}
    turned = RATIO | {"estimate": "2.0", "low": "1.25", "high": "5.0", "intervention": "rest", "comparator": "kneading"}

    plot = forest(drawable(straight, turned), CLAIM)

    assert (plot.data[1]["estimate"], plot.data[1]["low"], plot.data[1]["high"]) == pytest.approx((0.5, 0.2, 0.8))


def test_an_interval_that_was_not_printed_is_worked_out_and_marked(drawable):
    # Altman and Bland (BMJ 2011;343:d2090): z of p = 0.04 is 2.0537, so the standard error is 4 / 2.0537.
    by_p = {
        "estimate": "-4.0",
        "low": "",
        "high": "",
        "level": "",
        "p": "0.04",
        "n_intervention": "",
        "n_comparator": "",
    }

    plot = forest(drawable(WIDE, by_p), CLAIM)

    assert (plot.data[1]["low"], plot.data[1]["high"]) == pytest.approx((-7.8174, -0.1826), abs=1e-3)
    assert plot.data[1]["interval_from"] == "p"
    assert "worked out from p" in plot.text


def test_an_estimate_without_an_interval_is_hollow(drawable):
    bare = {"estimate": "-3.0", "low": "", "high": "", "level": "", "p": ""}

    plot = forest(drawable(WIDE, bare), CLAIM)

    assert [sign.is_filled for sign in signs(plot)] == [True, False]
    assert "no interval" in plot.text


def test_the_more_precise_estimate_has_the_larger_square(drawable):
    sharp = {"estimate": "-3.0", "low": "-3.2", "high": "-2.8", "time": "2 years"}

    first, second = signs(forest(drawable(WIDE, sharp), CLAIM))

    assert first.size < second.size


def test_a_very_long_interval_is_cut_with_an_arrow(drawable):
    endless = {"estimate": "-3.0", "low": "-900", "high": "900"}

    plot = forest(drawable(WIDE, CLOSE, endless), CLAIM)

    arrows = [sign for sign in plot.drawing.parts if isinstance(sign, Sign) and "beyond the axis" in sign.tip]
    assert len(arrows) == 2


def test_a_diamond_that_is_cut_says_so_with_arrows(drawable):
    # Two studies that disagree: the interval is twelve standard errors long (t with one degree of freedom).
    plot = forest(drawable(WIDE, {"estimate": "1.0", "low": "0.0", "high": "2.0"}), CLAIM)

    arrows = [sign for sign in plot.drawing.parts if isinstance(sign, Sign) and "beyond the axis" in sign.tip]
    assert len(arrows) == 2
    assert str(round(plot.data[-1]["high"], 2)) in plot.text


@pytest.mark.parametrize(
    ("better", "left", "right"),
    [(Better.LOWER, "favours kneading", "favours rest"), (Better.HIGHER, "favours rest", "favours kneading")],
)
def test_each_side_is_named_for_whom_it_speaks(drawable, better, left, right):
    plot = forest(drawable(*(figures | {"better": better} for figures in (WIDE, CLOSE))), CLAIM)

    assert f"◄\u00a0{left}" in labels(plot)
    assert f"{right}\u00a0►" in labels(plot)


def test_where_no_way_is_good_no_side_is_favoured(drawable):
    plot = forest(drawable(*(figures | {"better": Better.NEITHER} for figures in (WIDE, CLOSE))), CLAIM)

    assert not any("favours" in text for text in labels(plot))


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ({"estimate": "-1.0", "low": "-1.9", "high": "-0.1"}, "too small to matter"),
        ({"estimate": "-4.0", "low": "-6.0", "high": "-2.0"}, "large enough to matter"),
        ({"estimate": "-1.0", "low": "-2.5", "high": "0.5"}, "at its likeliest too small to matter"),
        ({"estimate": "-3.0", "low": "-5.0", "high": "-1.0"}, "at its likeliest large enough to matter"),
    ],
)
def test_an_estimate_is_held_against_the_smallest_change_that_matters(drawable, threshold, figures, words):
    plot = forest(drawable(figures, WIDE, thresholds=[threshold]), CLAIM)

    assert str(plot.data[0]["matters"]).startswith(words)
    assert f"A 2001, stiffness: {words}" in plot.text
    assert "Doe et al. 2020" in plot.text
    (line,) = upright(plot, Ink.MIXED, is_dashed=True)
    assert line < no_effect(plot)


def test_the_threshold_stands_on_the_good_side(drawable, threshold):
    figures = [one | {"better": Better.HIGHER} for one in (WIDE, CLOSE)]

    plot = forest(drawable(*figures, thresholds=[threshold]), CLAIM)

    (line,) = upright(plot, Ink.MIXED, is_dashed=True)
    assert line > no_effect(plot)


@pytest.mark.parametrize(
    "change",
    [{"units": ("mm",)}, {"written": ("Other Scale",)}, {"outcome": "pain"}, {"kind": "relative"}, {"threshold": "?"}],
)
def test_a_threshold_of_anything_else_is_not_used(drawable, threshold, change):
    plot = forest(drawable(WIDE, CLOSE, thresholds=[replace(threshold, **change)]), CLAIM)

    assert upright(plot, Ink.MIXED, is_dashed=True) == []
    assert {row["matters"] for row in plot.data} == {""}


def test_of_several_thresholds_the_smallest_counts(drawable, threshold):
    strict = replace(threshold, id="strict", threshold="5.0")

    plot = forest(drawable(WIDE, CLOSE, thresholds=[strict, threshold]), CLAIM)

    assert plot.data[0]["matters"] == "large enough to matter"


def test_rows_of_the_real_library_are_the_figures_in_its_records(real):
    drawn = 0
    for claim in real.claims.values():
        try:
            plot = forest(real, claim.id)
        except NothingToDraw:
            continue
        for row in plot.data:
            if row["row"] == "estimate" and row["turned"] == "false":
                result = real.studies[row["study"]].result(row["result"])
                assert row["estimate"] == float(plain(result.estimate).value)
                if row["interval_from"] == "print":
                    assert (row["low"], row["high"]) == (
                        float(plain(result.low).value),
                        float(plain(result.high).value),
                    )
        cited = [(real.studies.get(citation.study), id) for citation in claim.citations for id in citation.results]
        named = sum(1 for study, id in cited if study and study.result(id))
        told = int(plot.text.partition("Not in this picture: ")[2].partition(".")[0] or 0)
        assert sum(row["row"] == "estimate" for row in plot.data) + told == named
        drawn += 1
    assert drawn


@given(
    st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=8),
    st.lists(st.tuples(st.floats(-1e6, 1e6), st.floats(0, 1e6)), max_size=8),
    st.booleans(),
)
def test_an_axis_shows_every_estimate_between_its_ends_and_has_few_round_ticks(estimates, spans, is_ratio):
    if is_ratio:
        estimates = [math.exp(one / 1e5) for one in estimates]
        spans = [(math.exp(middle / 1e5), abs(width) / 1e5) for middle, width in spans]
        intervals = [(middle * math.exp(-width), middle * math.exp(width)) for middle, width in spans]
    else:
        intervals = [(middle - width, middle + width) for middle, width in spans]

    scale = axis(100, 400, estimates, intervals, is_ratio=is_ratio)

    assert all(scale.holds(one) for one in estimates)
    assert all(100 <= scale.x(one) <= 400 for one in (*estimates, *(end for pair in intervals for end in pair)))
    assert 1 <= len(scale.ticks) <= 8
    assert all(scale.low <= tick <= scale.high for tick in scale.ticks)
    assert list(scale.ticks) == sorted(set(scale.ticks))
    ordered = sorted(estimates)
    assert [scale.x(one) for one in ordered] == sorted(scale.x(one) for one in ordered)
