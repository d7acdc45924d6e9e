"""What holds of every plot: it tells the records, nothing is cut or overlaps, and no text of a record breaks it."""

import subprocess
import sys
from collections import Counter
from dataclasses import replace
from xml.etree import ElementTree

import pytest
import vl_convert

from evidence.errors import MissingExtra, NothingToDraw
from evidence.library import Library
from evidence.model import Design
from evidence.plots import (
    PictureFormat,
    Theme,
    best,
    effect_direction,
    evidence_map,
    forest,
    render,
    report_card,
    risk_of_bias,
    wording_against_evidence,
)
from evidence.plots.drawing import Align, Label, Line, Sign
from evidence.plots.lettering import width_of
from evidence.plots.theme import Ink

OF_CLAIMS = (forest, effect_direction, risk_of_bias, best)
OF_ARTICLES = (report_card, wording_against_evidence)
SVG = "{http://www.w3.org/2000/svg}"


def drawn(library, functions=(*OF_CLAIMS[:3], *OF_ARTICLES)):
    """Every plot that a library has."""
    yield evidence_map(library)
    for function in functions:
        for id in library.articles if function in OF_ARTICLES else library.claims:
            try:
                yield function(library, id)
            except NothingToDraw:
                continue


def box(label):
    """Left, top, right and bottom of a label."""
    wide = width_of(label.text, label.size, is_bold=label.is_bold)
    left = {Align.LEFT: label.x, Align.CENTER: label.x - wide / 2, Align.RIGHT: label.x - wide}[label.align]
    return left, label.y - label.size * 0.45, left + wide, label.y + label.size * 0.45


@pytest.fixture(scope="module")
def plots(real):
    return list(drawn(real))


def test_every_claim_has_its_plots_or_an_answer_why_not(real):
    for claim in real.claims.values():
        studies = real.studies_of(claim)
        primary = [
            citation
            for citation in claim.citations
            if citation.study in real.studies
            and not real.studies[citation.study].appraisal.design.is_synthesis
            and any(map(real.studies[citation.study].result, citation.results))
        ]
        expected = {risk_of_bias: bool(studies), effect_direction: bool(primary)}
        for function, is_there in expected.items():
            if is_there:
                assert function(real, claim.id).data
            else:
                with pytest.raises(NothingToDraw, match=claim.id):
                    function(real, claim.id)


def test_rows_have_the_same_keys_and_every_plot_says_what_it_is(plots):
    for plot in plots:
        assert len({tuple(row) for row in plot.data}) == 1
        assert plot.title
        assert plot.description.endswith(".")
        assert len(plot.text.splitlines()) > 1


def test_no_label_leaves_the_drawing(plots):
    for plot in plots:
        for label in plot.drawing.parts:
            if isinstance(label, Label):
                left, top, right, bottom = box(label)
                assert left >= -12, label
                assert right <= plot.drawing.width + 12, label
                assert top >= -12, label
                assert bottom <= plot.drawing.height + 12, label


def test_no_label_lies_on_another(plots):
    for plot in plots:
        boxes = sorted((box(label), label.text) for label in plot.drawing.parts if isinstance(label, Label))
        rows = [(left, top, right, bottom, text) for (left, top, right, bottom), text in boxes if text.strip()]
        for place, (left, top, right, bottom, text) in enumerate(rows):
            for other in rows[place + 1 :]:
                if other[0] >= right - 3:
                    break
                assert other[1] >= bottom or other[3] <= top, (plot.title, text, other[4], left)


def test_every_sign_of_a_record_has_words_and_its_id(plots, real):
    for plot in plots:
        known = real.claims if plot.drawing.records == "claim" else real.studies
        signs = [part for part in plot.drawing.parts if isinstance(part, Sign) and part.record]
        assert signs
        assert {sign.record for sign in signs} <= known.keys()
        assert {str(row[plot.drawing.records]) for row in plot.data} - {""} == {sign.record for sign in signs}
        assert all(sign.tip for sign in signs)


HOSTILE = (
    "<script>alert(1)</script>",
    "]]> & < > \" '",
    "\x00\x08\x0b\x1f\x7f",
    "\u202eevil\u202c",
    "\ufffe\uffff",
    "two\nlines\ttab",
    "=HYPERLINK(1)",
    "datum.x ? 1 : 2",
    "☃" * 400,
    "W" * 5000,
    "",
    " ",
)


@pytest.fixture(params=HOSTILE, ids=range(len(HOSTILE)))
def hostile(request, drawable):
    """A library in which every text that a plot shows is hostile."""
    text = request.param
    library = drawable(
        {"outcome": text or "x", "time": "4 weeks"}, {"outcome": text or "x", "time": "4 weeks"}, names=[text, text]
    )
    claim = replace(library.claims["kneading-loosens-elbows"], statement=text)
    claim = replace(claim, question=replace(claim.question, intervention=text, comparator=text, outcome=text))
    article = replace(library.articles["000_elbow"], title=text, publisher=text)
    topic = replace(library.topics["elbows"], title=text)
    studies = [
        replace(
            study,
            appraisal=replace(study.appraisal, risk_of_bias=replace(study.appraisal.risk_of_bias, reason=text)),
        )
        for study in library.studies.values()
    ]
    return Library.of(claims=[claim], articles=[article], topics=[topic], studies=studies, concepts=library.concepts)


def test_no_text_of_a_record_breaks_a_picture(hostile):
    pictures = list(drawn(hostile))
    assert len(pictures) == 6
    for plot in pictures:
        tree = ElementTree.fromstring(render(plot, "svg"))
        assert tree.tag == f"{SVG}svg"
        assert not list(tree.iter(f"{SVG}script"))


def test_a_picture_shows_a_text_as_it_is(drawable):
    library = drawable({}, {}, names=["<b>O’Hara & Søn</b>", "Ωmega"])

    texts = [
        text.text
        for text in ElementTree.fromstring(render(best(library, "kneading-loosens-elbows"), "svg")).iter(f"{SVG}text")
    ]

    assert any("<b>O’Hara & Søn</b> 2001" in (text or "") for text in texts)
    assert any("Ωmega 2002" in (text or "") for text in texts)


BEGINNINGS = {"svg": b"<svg", "pdf": b"%PDF-", "png": b"\x89PNG\r\n\x1a\n"}


@pytest.mark.parametrize("format", PictureFormat)
@pytest.mark.parametrize("theme", Theme)
def test_a_picture_file_is_of_its_kind(drawable, format, theme):
    plot = best(drawable({}, {}), "kneading-loosens-elbows", theme=theme)

    content = render(plot, format)

    assert content.startswith(BEGINNINGS[format])
    # PDF names its parts anew each time; the others are the same to the byte.
    assert format is PictureFormat.PDF or render(plot, format) == content


def test_a_picture_names_no_other_place(real):
    svg = render(evidence_map(real), "svg").decode()

    assert "href" not in svg
    assert {word for word in svg.replace('"', " ").split() if "://" in word} <= {
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/1999/xlink",
    }


def test_the_chart_is_altair_s_with_a_selection_named_as_what_it_shows(drawable):
    library = drawable({}, {})

    for plot, noun in ((best(library, "kneading-loosens-elbows"), "study"), (evidence_map(library), "claim")):
        spec = plot.chart.to_dict()
        assert [(param["name"], param["select"]["fields"]) for param in spec["params"]] == [(noun, [noun])]
        assert spec["description"].startswith(plot.title)
        # Altair has lost a selection inside a layer before, and a lost one breaks the chart only when it is drawn.
        assert vl_convert.vegalite_to_svg(spec) == render(plot, "svg").decode()


def test_padding_is_told_side_by_side_as_streamlit_wants_it(drawable):
    # Streamlit 1.67 writes `padding.bottom`, which a single number has not.
    assert set(evidence_map(drawable({})).spec["padding"]) == {"left", "top", "right", "bottom"}


@pytest.mark.parametrize(
    ("missing", "use"),
    [("altair", lambda plot: plot.chart), ("vl_convert", lambda plot: render(plot, "svg"))],
)
def test_what_is_not_installed_is_named_with_the_way_to_install_it(drawable, monkeypatch, missing, use):
    plot = best(drawable({}, {}), "kneading-loosens-elbows")
    monkeypatch.setitem(sys.modules, missing, None)

    with pytest.raises(MissingExtra, match=r"pip install -e '\.\[figures\]'"):
        use(plot)


TELL = """
import hashlib, json, sys
import evidence, evidence.plots as plots
library = evidence.load()
assert not {"altair", "vl_convert", "pandas", "streamlit"} & sys.modules.keys()
claim = next(iter(library.claims))
told = [plots.evidence_map(library), plots.risk_of_bias(library, claim)]
told += [plot(library, id) for plot in (plots.report_card, plots.wording_against_evidence) for id in library.articles]
assert not {"altair", "vl_convert", "pandas"} & sys.modules.keys()
print(hashlib.sha256(json.dumps([[plot.text, plot.data, plot.spec] for plot in told]).encode()).hexdigest())
"""


def test_plots_are_the_same_whatever_the_seed_and_take_nothing_beyond_the_core():
    digests = set()
    for seed in ("0", "1"):
        done = subprocess.run(
            [sys.executable, "-c", TELL], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        digests.add(done.stdout)
    assert len(digests) == 1


def luminance(colour):
    """Relative luminance of a colour (WCAG 2.2, definition)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first, second):
    bright, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("ink", [ink for ink in Ink if ink not in {Ink.GROUND, Ink.BAND, Ink.RULE}])
def test_every_ink_can_be_read_on_ground_and_band(theme, ink):
    # 4.5:1 is what WCAG 2.2, 1.4.3 (AA) asks of text; signs need 3:1 (1.4.11).
    assert contrast(theme.colour(ink), theme.colour(Ink.GROUND)) >= 4.5
    assert contrast(theme.colour(ink), theme.colour(Ink.BAND)) >= 4.5


def test_both_grounds_show_the_same_parts(real):
    light, dark = (evidence_map(real, theme=theme) for theme in Theme)

    assert light.drawing == dark.drawing
    assert light.spec["background"] != dark.spec["background"]


def test_lines_and_signs_stay_within_the_drawing(plots):
    for plot in plots:
        for part in plot.drawing.parts:
            if isinstance(part, Line | Sign):
                assert -14 <= part.x <= plot.drawing.width + 14, (plot.title, part)
                assert -14 <= part.y <= plot.drawing.height + 14, (plot.title, part)


def test_designs_of_the_real_library_are_told_as_words(plots):
    told = Counter(row["design"] for plot in plots for row in plot.data if row.get("design"))

    assert told.keys() <= {design.value for design in Design}
