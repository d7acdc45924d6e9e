"""Files and the standard input → drafts: every kind, and every way in which a file can be broken."""

import contextlib
import io
import sys
import zipfile

import docx
import pypdf
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from fpdf import FPDF
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence.cli.exits import Exit, exit_for
from evidence.errors import MissingExtra, UnreadableDraft
from evidence.sentences import paragraphs
from evidence.store import limits, pdf
from evidence.store.drafts import read_draft


@pytest.fixture
def draft_in(tmp_path):
    """The draft in a file of this name that holds these bytes."""

    def read(data, name="draft.md"):
        path = tmp_path / name
        path.write_bytes(data)
        return read_draft(path)

    return read


def prose(draft):
    return [" ".join(paragraph.text.split()) for paragraph in paragraphs(draft.prose)]


def word_file(*, body=lambda document: None):
    document = docx.Document()
    body(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def pdf_file(*pages, width=120):
    document = FPDF()
    document.set_font("Helvetica", size=12)
    for page in pages:
        document.add_page()
        document.multi_cell(width, 6, page)
    return bytes(document.output())


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"# A\n\n*b*", "draft.md", ["A", "b"]),
        (b"# A *b*", "draft.txt", ["# A *b*"]),
        (b"# A *b*\n\nC", "draft", ["A b", "C"]),
        (b"A\nb", "draft", ["A", "b"]),
        (b"A<br>b", "draft.htm", ["A", "b"]),
        (b"<!doctype html>\n<p>A\n<p>b", "draft.md", ["A", "b"]),
        (b"", "draft.md", []),
        (b"\xef\xbb\xbf# A", "draft.md", ["A"]),
        ("# Ä 🦵".encode("utf-16"), "draft.md", ["Ä 🦵"]),
        (b"\xfe\xff" + "# Ä".encode("utf-16-be"), "draft.md", ["Ä"]),
        ("# Ä".encode("utf-32"), "draft.md", ["Ä"]),
    ],
)
def test_a_text_file_is_read_as_what_it_is(draft_in, data, name, expected):
    draft = draft_in(data, name)

    assert prose(draft) == expected
    assert draft.name.endswith(name)
    assert not draft.approximate


def test_the_standard_input_is_read(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("## Ä\n\nb".encode()), encoding="ascii"))
    draft = read_draft("-")

    assert (prose(draft), draft.name) == (["Ä", "b"], "standard input")


def test_a_byte_order_mark_takes_no_column(draft_in):
    draft = draft_in(b"\xef\xbb\xbfknee")

    assert draft.place(draft.text.index("knee")) == (1, 1)


@pytest.mark.parametrize(
    ("data", "name", "told"),
    [
        ("Ä\nédema é".encode() + b" caf\xe9", "a.md", "line 2, column 12: byte 16, 0xE9, is not UTF-8 .*'é'.*iconv"),
        (b"a\xff", "a.md", "line 1, column 2: byte 1, 0xFF"),
        (b"\xef\xbb\xbfa\x81", "a.md", "line 1, column 2: byte 4, 0x81, is not UTF-8. Save"),
        (b"\xff\xfea", "a.md", "UTF-16-LE at byte 2"),
        ("knee pain".encode("utf-16-le"), "a.md", "UTF-16 without a byte order mark"),
        (b"a" * (limits.MOST_TEXT + 1), "a.md", "longer than 10 MB"),
        (b"\xd0\xcf\x11\xe0 and so on", "a.doc", "old kind or one with a password"),
        (b"{\\rtf1 a}", "a.rtf", "RTF"),
        (b"PK\x03\x04 and so on", "a.docx", "broken zip archive"),
        (b"%PDF-1.7 and so on", "a.pdf", "no sound PDF"),
    ],
)
def test_what_cannot_be_read_is_told_with_how_to_mend_it(draft_in, data, name, told):
    with pytest.raises(UnreadableDraft, match=told) as raised:
        draft_in(data, name)

    assert name in str(raised.value)
    assert exit_for(raised.value) is Exit.UNREADABLE


def test_a_missing_file_and_a_folder_are_told(tmp_path):
    with pytest.raises(UnreadableDraft, match="No such file"):
        read_draft(tmp_path / "none.md")
    with pytest.raises(UnreadableDraft, match="directory"):
        read_draft(tmp_path)
    with pytest.raises(UnreadableDraft, match="cannot be read"):
        read_draft("a\0b")


W = nsdecls("w")
TRACKED = (
    f"<w:p {W}><w:r><w:t>Massage </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del>"
    "<w:moveFrom><w:r><w:t>seldom </w:t></w:r></w:moveFrom>"
    "<w:ins><w:r><w:t>often </w:t></w:r></w:ins><w:hyperlink><w:r><w:t>helps</w:t></w:r></w:hyperlink>"
    "<w:r><w:tab/><w:t>the</w:t><w:br/><w:t>knee.</w:t></w:r></w:p>"
)
CONTROL = f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>In a control.</w:t></w:r></w:p></w:sdtContent></w:sdt>"


def a_document(document):
    document.add_heading("Massage", 1)
    sentence = document.add_paragraph("It ")
    sentence.add_run("impr").bold = True
    sentence.add_run("oves circulation.")
    document.add_paragraph("Massage cures all.", style="Intense Quote")
    document.add_paragraph("First item", style="List Bullet")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "A cell.", "Another."
    body = document.element.body
    body.insert(len(body) - 1, parse_xml(TRACKED))
    body.insert(len(body) - 1, parse_xml(CONTROL))


def test_a_word_document_is_read_as_it_shows(draft_in):
    draft = draft_in(word_file(body=a_document), "draft.docx")

    assert prose(draft) == [
        "Massage",
        "It improves circulation.",
        "First item",
        "A cell.",
        "Another.",
        "Massage often helps the",
        "knee.",
        "In a control.",
    ]
    assert "Massage cures all." in draft.text
    assert len(draft.text) == len(draft.prose)
    assert draft.approximate


def test_a_word_document_is_known_by_its_content(draft_in):
    assert prose(draft_in(word_file(body=a_document), "draft.md"))[0] == "Massage"


def test_an_ignore_in_a_word_document(draft_in):
    def body(document):
        document.add_paragraph("<!-- evidence: ignore why -->")
        document.add_paragraph("Massage heals.")

    draft = draft_in(word_file(body=body), "draft.docx")

    assert [draft.text[ignore.start : ignore.end] for ignore in draft.ignores] == ["Massage heals."]


def zip_of(**parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


BOMB = {"[Content_Types].xml": b"", "word/document.xml": b" " * (limits.MOST_BYTES + 1)}


def lying(data):
    """A zip that says of its second part that it is small."""
    size = (limits.MOST_BYTES + 1).to_bytes(4, "little")
    assert size in data
    return data.replace(size, (100).to_bytes(4, "little"))


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (zip_of(**BOMB), "more than 50 MB"),
        (lying(zip_of(**BOMB)), "broken zip|more than 50 MB"),
        (zip_of(**{"word/document.xml": b" " * (limits.MOST_MARKUP + 1)}), "20 MB of markup"),
        (zip_of(**{"xl/workbook.xml": b"", "[Content_Types].xml": b""}), "no Word document"),
        (zip_of(**{"word/document.xml": b"<a", "[Content_Types].xml": b"<a"}), "no sound Word document"),
        (word_file()[:-100], "broken zip"),
        (zip_of(**{f"word/{n}.xml": b"" for n in range(10_001)}), "more than 50 MB"),
    ],
)
def test_a_broken_or_bloated_word_document_is_told(draft_in, data, told):
    with pytest.raises(UnreadableDraft, match=told):
        draft_in(data, "a.docx")


def changed(data, part, change):
    """A Word file with one of its parts changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return zip_of(**{**parts, part: change(parts[part])})


def test_entities_that_multiply_are_not_expanded(draft_in):
    doctype = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "knee"}">' for n in range(10))

    def bomb(xml):
        start = xml.index(b"<w:document")
        return xml[:start] + f"<!DOCTYPE d [{doctype}]>".encode() + xml[start:].replace(b"Massage", b"&a9;", 1)

    data = changed(word_file(body=a_document), "word/document.xml", bomb)

    with contextlib.suppress(UnreadableDraft):
        assert len(draft_in(data, "a.docx").text) < 1000


def test_a_pdf_is_read_with_its_lines_joined(draft_in):
    first = (
        "Massage improves the circulation of blood and reduces swelling in the legs of run-\nners who trained hard."
        " It is a well-known fact that people like it very much.\n\n12"
    )
    draft = draft_in(pdf_file(first, "On the second page stands the same well-\nknown fact."), "draft.pdf")

    text = " ".join(prose(draft))

    assert "legs of runners who" in text
    assert "same well-known fact." in text
    assert "12" not in text
    assert draft.approximate


def test_headings_and_items_in_a_pdf_stay_apart(draft_in):
    long = "Massage improves the circulation of blood and reduces swelling in the legs of many runners. " * 3
    draft = draft_in(pdf_file(f"What it does\n{long}\n- less pain\n- more sleep\n{long}"), "draft.pdf")

    assert prose(draft)[0] == "What it does"
    assert "- less pain"[2:] in prose(draft)


def encrypted(password):
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf_file("Massage helps.")))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_a_pdf_that_opens_without_a_password_is_read(draft_in):
    assert prose(draft_in(encrypted(""), "a.pdf")) == ["Massage helps."]


def raw_pdf(*objects):
    """A PDF of these numbered objects, the first being the catalog."""
    data = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(data))
    return data + head + table + end


def stream(content, head=b""):
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (head, len(content), content)


def page_drawing(content, resources):
    return (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << %s >> >>" % resources,
        stream(content),
    )


def forms_that_double(depth):
    """A page that draws a form twice, which draws another one twice, and so on."""
    forms = [
        stream(
            b"q Q " * 200 + b"/F Do /F Do q Q",
            b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F %d 0 R >> >>" % number,
        )
        for number in range(6, 6 + depth)
    ]
    return raw_pdf(*page_drawing(b"/F Do /F Do", b"/XObject << /F 5 0 R >>"), *forms)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (pdf_file(""), "no text.*scanned"),
        (encrypted("secret"), "is encrypted"),
        (pdf_file("Massage helps.")[:200], "no sound PDF"),
        (raw_pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"), "PDF|no text"),
        (raw_pdf(*page_drawing(b"/F Do", b"/XObject << /F 4 0 R >>")), "PDF|no text"),
        (forms_that_double(40), "PDF|no text|drawing instructions"),
        (raw_pdf(*page_drawing(b"[" * 200_000, b"/Font << >>")), "PDF|no text"),
    ],
)
def test_a_pdf_that_cannot_be_read_is_told(draft_in, data, told):
    with pytest.raises(UnreadableDraft, match=told):
        draft_in(data, "a.pdf")


@pytest.mark.parametrize(("limit", "told"), [("MOST_PAGES", "1 pages"), ("_MOST_INSTRUCTIONS", "drawing")])
def test_a_pdf_beyond_a_limit_is_not_read_further(draft_in, monkeypatch, limit, told):
    monkeypatch.setattr(pdf, limit, 1)

    with pytest.raises(UnreadableDraft, match=f"more than .*{told}.*in parts"):
        draft_in(pdf_file("Massage helps.", "The knee."), "a.pdf")


SOUND = {"a.docx": word_file(body=a_document), "a.pdf": pdf_file("Massage helps the knee. " * 20)}


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(sorted(SOUND)), st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=20)), min_size=1, max_size=8)
)
def test_a_damaged_file_is_read_or_told_and_never_more(draft_in, name, damages):
    data = bytearray(SOUND[name])
    for where, damage in damages:
        start = int(where * len(data))
        data[start : start + len(damage)] = damage

    try:
        draft = draft_in(bytes(data), name)
    except UnreadableDraft as error:
        told = str(error)
    else:
        told = ""
        assert len(draft.prose) == len(draft.text)
    assert not told or name in told


@pytest.mark.parametrize("name", SOUND)
def test_text_beyond_the_limit_is_told_in_every_kind(draft_in, monkeypatch, name):
    monkeypatch.setattr(limits, "MOST_TEXT", 10)

    with pytest.raises(UnreadableDraft, match=r"longer than .* Check it in parts"):
        draft_in(SOUND[name], name)


@pytest.mark.parametrize(("name", "package"), [("a.docx", "docx"), ("a.pdf", "pypdf")])
def test_without_the_extra_it_is_told_how_to_get_it(draft_in, monkeypatch, name, package):
    monkeypatch.setitem(sys.modules, package, None)

    with pytest.raises(MissingExtra, match=r"'\.\[documents\]'"):
        draft_in(SOUND[name], name)


def test_other_kinds_do_not_need_the_extra(draft_in, monkeypatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    monkeypatch.setitem(sys.modules, "pypdf", None)

    assert prose(draft_in(b"A")) == ["A"]
