"""Check a draft: what a writer is shown, takes away, and is told when there is nothing to read."""

import json
from html import unescape
from html.parser import HTMLParser
from io import BytesIO
from threading import Event

import pytest

pytest.importorskip("streamlit", reason="the extra `app` is not installed")

from fpdf import FPDF
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.dashboard import marked
from evidence.dashboard.checked import Checked
from evidence.dashboard.longdrafts import sentences_in
from evidence.drafts.check import check
from evidence.drafts.draft import Draft
from evidence.drafts.markup import draft_of
from evidence.export import cite
from evidence.export.annotated import annotated
from evidence.export.visible import visible
from evidence.store.drafts import draft_of_bytes

DRAFT = "Kneading certainly loosens stiff elbows. The shop opens at nine.\n\nRubbing frees the elbow."


@pytest.fixture
def write(open_page, library_of):
    """The page after a text was pasted and checked."""

    def paste(text, library=None, **parameters):
        app = open_page("check", library or library_of(), **parameters)
        app.text_area[0].set_value(text)
        return app.button(key=button_key(app)).click().run()

    return paste


def button_key(app):
    (key,) = (button.key for button in app.button if button.label == "Check this text")
    return key


def drop(app, name, data):
    app.file_uploader[0].set_value((name, data, "application/octet-stream"))
    return app.run()


def plain(app, shown):
    return unescape(shown(app))


def test_an_empty_page_invites_and_promises(open_page, shown, library_of):
    app = open_page("check", library_of())

    assert not app.exception
    assert app.title[0].value == "Check a draft"
    assert "Nothing you paste leaves this computer" in shown(app)
    assert [header.value for header in app.header] == []


def test_a_pasted_text_is_shown_with_its_findings(write, shown, library_of):
    library = library_of()
    app = write(DRAFT, library)
    text = plain(app, shown)
    (first, *_) = Checked.of(draft_of(DRAFT), library).marks

    assert [header.value for header in app.header] == ["Pasted text", "The text", "Findings"]
    assert first.finding.message in text
    assert "moderate certainty" in text
    for reason in first.why:
        assert reason in text


def test_a_rewrite_is_copied_with_its_references_as_the_writer_likes_them(write, shown):
    app = write(DRAFT)
    rewrites = {
        "names": "Kneading probably helps (Miller and van der Berg 2020).",
        "keys": "Kneading probably helps [@miller2020kneading].",
        "none": "Kneading probably helps.",
    }
    for how, told in rewrites.items():
        app.segmented_control(key="refs").set_value(how).run()

        assert f"<b>Everyday:</b> {told}</p>" in shown(app)
    assert app.query_params["refs"] in ("none", ["none"])


def test_what_was_looked_at_is_said_in_words(write, shown, library_of):
    library = library_of()
    counted = check(DRAFT, library).coverage
    text = plain(write(DRAFT, library), shown)

    assert f"<strong>{counted.sentences} sentences:</strong>" in text
    assert f"{counted.matched} made a claim that this library knows" in text
    assert f"{counted.not_in_library} not in this library: not checked" in text


def test_sentences_that_were_not_checked_are_listed_and_grey(write, shown, library_of):
    count = check(DRAFT, library_of()).coverage.not_in_library
    app = write(DRAFT)

    assert '<span class="ev-unread">The shop opens at nine.</span>' in shown(app)
    assert [expander.label for expander in app.expander] == [f"Not in this library, not checked ({count})"]


def test_a_level_can_be_shown_alone_and_stands_in_the_address(write, shown, library_of):
    levels = {mark.finding.level for mark in Checked.of(draft_of(DRAFT), library_of()).marks}
    app = write(DRAFT)
    app.pills(key="level").set_value(["error"]).run()

    assert levels
    assert "error" not in levels
    assert "Nothing was found here" in shown(app)
    assert 'class="ev-badge' not in shown(app)
    assert app.query_params["level"] in ("error", ["error"])


def test_every_file_is_what_the_command_writes(library_of):
    library = library_of()
    draft = draft_of(DRAFT, "my draft.md")
    files = {file.name: file.make() for file in Checked.of(draft, library).files}

    assert list(files) == [
        "my-draft.cited.md",
        "my-draft.bib",
        "my-draft.report.html",
        "my-draft.report.md",
        "my-draft.report.json",
        "my-draft.sarif",
    ]
    assert files["my-draft.cited.md"] == annotated(draft, check(draft, library), library)
    assert files["my-draft.bib"] == cite(library, ["miller2020kneading"])
    assert json.loads(files["my-draft.report.json"]) == check(draft, library).to_dict()
    assert json.loads(files["my-draft.sarif"])["version"] == "2.1.0"


@pytest.mark.parametrize("name", ["../../etc/passwd", "…", "", 'a"b<c>.md', "CON.txt"])
def test_a_name_of_a_draft_is_fit_for_a_file(library_of, name):
    for file in Checked.of(draft_of(DRAFT, name), library_of()).files:
        assert not set(file.name) & set('/\\"<>:|?*')
        assert not file.name.startswith(".")


def image_only_pdf():
    document = FPDF()
    document.add_page()
    document.rect(10, 10, 50, 50)
    return bytes(document.output())


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("scan.pdf", image_only_pdf(), "probably scanned"),
        ("old.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "Word document of the old kind"),
        ("broken.docx", b"PK\x03\x04 nothing here", "broken.docx"),
        ("big.txt", b"word " * 500_000, "larger than 2 MB"),
        ("empty.md", b"  \n", "there is nothing in it yet"),
        ("code.md", b"```\nrm -rf\n```\n", "no prose was found in it"),
    ],
)
def test_what_cannot_be_read_is_told_and_nothing_is_lost(write, shown, name, data, told):
    app = drop(write(DRAFT), name, data)

    assert not app.exception
    assert told in app.error[0].value.replace("\\", "")
    assert "Pasted text" in [header.value for header in app.header]
    assert app.text_area[0].value == DRAFT


def test_an_empty_box_is_told(write):
    app = write("")

    assert "there is nothing in it yet" in app.error[0].value.replace("\\", "")


def test_a_fault_is_forgotten_once_a_text_was_read(write):
    app = write("")
    app.text_area[0].set_value(DRAFT)
    app.button(key=button_key(app)).click().run()

    assert not app.error


def word_file(text):
    from docx import Document

    document = Document()
    document.add_paragraph(text)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def pdf_file(text):
    document = FPDF()
    document.add_page()
    document.set_font("helvetica", size=12)
    document.multi_cell(0, 8, text)
    return bytes(document.output())


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("draft.md", DRAFT.encode()),
        ("draft.txt", DRAFT.encode()),
        ("draft.html", f"<p>{DRAFT}</p>".encode()),
        ("draft.docx", word_file(DRAFT)),
        ("draft.pdf", pdf_file(DRAFT)),
        ("named-wrongly.txt", word_file(DRAFT)),
    ],
)
def test_every_kind_of_file_is_read_by_its_content(open_page, shown, library_of, name, data):
    app = drop(open_page("check", library_of()), name, data)

    assert app.header[0].value.replace("\\", "") == name
    assert "Kneading probably loosens stiff elbows" in plain(app, shown)


def test_the_example_opens_by_its_address_and_goes_with_it(open_page, shown, real):
    app = open_page("check", example=["yes"])

    assert app.header[0].value == "Example text"
    app.query_params.pop("example")
    app.run()
    assert not app.header


def test_the_text_is_in_no_address(write):
    app = write("Kneading loosens stiff elbows, says the secret draft.")

    assert "secret" not in str(dict(app.query_params))


def test_a_comment_that_ignores_nothing_is_told(write):
    app = write(f"<!-- evidence: ignore -->\n\n{DRAFT}")

    assert any("Line 1" in warning.value.replace("\\", "") for warning in app.warning)


def test_ignored_sentences_are_listed_with_their_reason(write, shown):
    app = write("<!-- evidence: ignore a quotation -->\n\nKneading certainly loosens stiff elbows.")

    assert "1 of them ignored, as the draft asks" in plain(app, shown)
    assert "(a quotation)" in plain(app, shown)
    assert "Nothing was found here" in shown(app)


def test_a_long_draft_comes_in_parts_and_keeps_its_numbers(library_of):
    checked = Checked.of(draft_of("Kneading certainly loosens stiff elbows.\n\n" * 100), library_of())
    numbers = [mark.number for part in checked.parts for mark in part.marks]

    assert len(checked.parts) > 1
    assert numbers == list(range(1, len(checked.marks) + 1))
    assert tuple(one for part in checked.parts for one in part.sentences) == checked.report.sentences


def test_the_second_part_of_a_long_draft_can_be_turned_to(write, shown):
    app = write("Kneading certainly loosens stiff elbows.\n\n" * 100)
    app.get("pagination")[0].set_value(2).run()

    assert 'id="f61"' in shown(app)
    assert 'id="f1"' not in shown(app)


def with_buttons(app):
    """How many findings have buttons to copy a rewrite."""
    return sum("Copy everyday" in one.proto.json for one in app.get("bidi_component"))


def test_the_first_findings_have_buttons_and_the_others_get_them_when_asked(write, shown):
    app = write("Kneading certainly loosens stiff elbows.\n\n" * 45)
    rewrite = "<b>Everyday:</b> Kneading probably helps (Miller and van der Berg 2020).</p>"
    drawn = [f'id="f{number}"' for number in range(1, 46)]
    assert with_buttons(app) == 20

    for label, count in (("Give the next 20 their buttons", 40), ("Give the next 5 their buttons", 45)):
        assert all(one in shown(app) for one in drawn)
        assert shown(app).count(rewrite) == 45
        app.button(key="check.more").click().run()
        assert with_buttons(app) == count, label
    assert not [button for button in app.button if button.key == "check.more"]


def test_a_new_draft_begins_with_the_first_findings(write):
    app = write("Kneading certainly loosens stiff elbows.\n\n" * 45)
    app.button(key="check.more").click().run()
    app.text_area[0].set_value("Kneading certainly loosens stiff elbows.\n\n" * 44)
    app.button(key=button_key(app)).click().run()

    assert with_buttons(app) == 20


class Reader(HTMLParser):
    """What a browser would make of markup: its elements, and its text."""

    def __init__(self):
        super().__init__()
        self.elements = set()
        self.attributes = set()
        self.said = []

    def handle_starttag(self, tag, attrs):
        self.elements.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data):
        self.said.append(data)

    def handle_comment(self, data):
        raise AssertionError(f"a comment: {data}")

    handle_decl = handle_pi = unknown_decl = handle_comment


def read(markup):
    reader = Reader()
    reader.feed(str(markup))
    reader.close()
    return reader


TEXT_ELEMENTS = {"div", "p", "span", "mark", "a", "b"}
CARD_ELEMENTS = TEXT_ELEMENTS | {"h3", "blockquote", "br", "details", "summary", "ul", "li"}
ATTRIBUTES = {"class", "id", "href", "aria-label", "aria-hidden", "target"}

PIECES = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    '"><b id="f1">',
    "' onmouseover='alert(1)",
    "</span></mark></p></div>",
    "<!-- a comment",
    "<!DOCTYPE html>",
    "<?php ?>",
    "<![CDATA[x]]>",
    "&lt;b&gt; &#60;i&#62; &amp;",
    "{0} {} {name!r} %s %(x)s",
    "javascript:alert(1)",
    "$x_1$ :red[x] `y` **z**",
    "\x00\x1b[31m\u202e\u200b",
    "<style>*{display:none}</style>",
    "<a href=//evil.example>x</a>",
    "<iframe src=//evil.example></iframe>",
    "<math><mtext></mtext></math>",
    "<base href=//evil.example>",
]
FRAMES = [
    "{} certainly loosens stiff elbows.",
    "Kneading certainly {} loosens stiff elbows.",
    "Kneading certainly loosens stiff elbows {}.",
    "{}",
    "Is it {}? Kneading loosens stiff elbows.",
    "# {}\n\nKneading loosens stiff elbows.",
    "- {}\n- Kneading loosens stiff elbows.",
    "“{}” said nobody, and kneading cures stiff elbows.",
    "Studies show {} that kneading loosens stiff elbows.",
    "<!-- evidence: ignore {} -->\n\nKneading loosens stiff elbows.",
]
HOSTILE = [frame.replace("{}", piece) for frame in FRAMES for piece in PIECES]


def held_safe(draft, library):
    """Whatever is in a draft comes out as text, and nothing but our own elements is made."""
    checked = Checked.of(draft, library)
    for part in checked.parts:
        whole = read(marked.text(checked, part, part.marks))
        said = "".join(whole.said)
        assert whole.elements <= TEXT_ELEMENTS
        assert whole.attributes <= ATTRIBUTES
        for sentence in part.sentences:
            assert visible(sentence.text) in said
        for mark in part.marks:
            told = [("Exact", marked.with_references(mark.words, mark.finding.cite, "names", library))]
            for markup in (marked.finding(mark, library), marked.card(mark, told, library)):
                card = read(markup)
                assert card.elements <= CARD_ELEMENTS
                assert card.attributes <= ATTRIBUTES


def test_two_hundred_hostile_drafts_stay_text(library_of):
    library = library_of()
    assert len(HOSTILE) == 200
    for text in HOSTILE:
        held_safe(draft_of_bytes(text.encode(), "Pasted text"), library)
        held_safe(Draft(text, text), library)  # as if nothing in it were taken for markup


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_draft_stays_text(library_of, text):
    held_safe(draft_of(f"Kneading {text} loosens stiff elbows."), library_of())


def test_a_page_of_hostile_sentences_is_drawn(write, shown):
    app = write("\n\n".join(HOSTILE[:60]))

    assert not app.exception
    assert "<script>alert(1)</script>" not in shown(app)


@pytest.fixture
def slow(monkeypatch):
    """Every draft is a long one, and none is done before the event is set."""
    begun, check_it = Event(), Checked.of

    def of(draft, library):
        assert begun.wait(60)
        return check_it(draft, library)

    monkeypatch.setattr("evidence.dashboard.longdrafts.LONG", 1)
    monkeypatch.setattr(Checked, "of", of)
    yield begun
    begun.set()


def test_a_long_draft_is_checked_while_the_page_says_what_it_does(slow, write, shown):
    app = write(DRAFT)

    assert "Checking 3 sentences of Pasted text" in shown(app)
    assert [header.value for header in app.header] == []

    slow.set()
    assert app.session_state["check.waiting"].result.result(60)
    app.run()
    assert "Checking" not in shown(app)
    assert [header.value for header in app.header] == ["Pasted text", "The text", "Findings"]


def test_nobody_has_to_wait_for_a_long_draft(slow, write, shown):
    app = write(DRAFT)
    (button,) = (one for one in app.button if one.label == "Do not wait for it")
    button.click().run()

    assert not app.exception
    assert "Checking" not in shown(app)
    assert "check.waiting" not in app.session_state


def test_a_text_that_is_pasted_meanwhile_takes_the_place_of_a_long_one(slow, write, shown, monkeypatch):
    app = write(DRAFT)
    monkeypatch.setattr("evidence.dashboard.longdrafts.LONG", 10)
    slow.set()
    app.text_area[0].set_value("Kneading loosens stiff elbows.")
    app.button(key=button_key(app)).click().run()

    assert "check.waiting" not in app.session_state
    assert "<strong>1 sentence:</strong>" in shown(app)


@pytest.mark.parametrize("text", [DRAFT, "", "One. Two!\n\n# A heading\n\n```\ncode. here.\n```\n", "# Only\n\nA line"])
def test_sentences_are_counted_as_they_are_checked(library_of, text):
    draft = draft_of(text)

    assert sentences_in(draft) == check(draft, library_of()).coverage.sentences
