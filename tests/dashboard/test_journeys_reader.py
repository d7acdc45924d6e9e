"""What a reader takes from tables and from the map, with mouse, keyboard and paper, in a real Chromium."""

import csv
import re
import unicodedata

import pytest

pytest.importorskip("playwright.sync_api", reason="the extra `test` is not installed")
pytest.importorskip("streamlit", reason="the extra `app` is not installed")

from chromium import drawn, opened
from playwright.sync_api import expect

from evidence.plots.grid import grid_of

CLAIM = "massage-relieves-knee-pain-in-osteoarthritis"


def head_and_length(table):
    return table.locator("thead th").all_inner_texts(), table.locator("tbody tr").count()


def test_every_table_of_a_claim_can_be_taken_away(page, tmp_path):
    opened(page, f"/claim?id={CLAIM}")
    for folded in ("The answer without each study", "The same evidence on other scales", "searches, the last on"):
        page.get_by_text(folded).click()
    buttons = page.get_by_role("button", name="This table (CSV)")
    page.get_by_role("table", name="Search log").wait_for()
    drawn(page)
    tables = [one for one in page.get_by_role("table").all() if one.locator("caption").count()]
    tables = [one for one in tables if one.locator("caption").inner_text() != "Studies that bear on this claim"]
    assert buttons.count() == len(tables) == 4

    for place, table in enumerate(tables):
        with page.expect_download() as download:
            buttons.nth(place).click()
        file = tmp_path / download.value.suggested_filename
        download.value.save_as(file)
        first, *rows = csv.reader(file.open(encoding="utf-8"))
        heads, length = head_and_length(table)
        assert file.name.startswith(CLAIM)
        assert [one.capitalize() for one in first] == [one.capitalize() for one in heads]
        assert len(rows) == length
        assert not any("<" in cell for row in rows for cell in row)


def test_the_map_is_gone_through_by_keyboard_and_a_cell_leads_to_its_claims(page, real):
    grid = grid_of(list(real.claims.values()), real)
    opened(page, "/map")
    page.get_by_role("button", name="Print").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Claims by intervention or exposure and outcome")).to_be_focused()
    page.keyboard.press("Tab")
    first = next(claims for claims in grid.cells.values() if claims)
    expect(page.locator(":focus")).to_have_text(f"{len(first)} claims")
    page.keyboard.press("Enter")
    page.get_by_text(f"{len(first)} of {len(real.claims)} claims").wait_for()
    page.go_back()
    page.get_by_role("heading", name="Where nothing is").wait_for()


@pytest.mark.parametrize("page", [(390, "light")], indirect=True)
def test_on_a_narrow_screen_the_map_is_read_downwards(page, real):
    grid = grid_of(list(real.claims.values()), real)
    opened(page, "/map")
    frame = page.locator(".ev-map")

    assert frame.evaluate("e => e.scrollWidth <= e.clientWidth")
    assert frame.locator("td:visible").count() == len(grid.cells) - len(grid.empty)
    assert frame.locator("tbody th").all_inner_texts() == list(grid.rows)


def test_a_printed_map_has_every_row_and_column(page, real, tmp_path):
    pypdf = pytest.importorskip("pypdf")
    grid = grid_of(list(real.claims.values()), real)
    opened(page, "/map")
    page.pdf(path=tmp_path / "map.pdf")
    printed = "".join(sheet.extract_text() for sheet in pypdf.PdfReader(tmp_path / "map.pdf").pages)
    text = re.sub(r"\s+", "", unicodedata.normalize("NFKC", printed))

    for title in (*grid.rows, *grid.outcomes):
        assert re.sub(r"\s+", "", title) in text
    assert "Copylink" not in text


# Every visible text of its own, with its colour, that would be too faint on white paper (WCAG 2.2, contrast 4.5 to 1).
FAINT = """() => {
  const part = (value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const light = (colour) => {
    const [red, green, blue] = colour.match(/[\\d.]+/g).map(Number);
    return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
  };
  const texts = [...document.querySelectorAll("[data-testid=stMain] :not(svg *)")].filter((one) =>
    one.checkVisibility() && [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()));
  return texts.map((one) => [one.textContent.slice(0, 40), getComputedStyle(one).color])
    .filter(([, colour]) => 1.05 / (light(colour) + 0.05) < 4.5);
}"""


@pytest.mark.parametrize("page", [(1280, "dark")], indirect=True)
@pytest.mark.parametrize("path", [f"/claim?id={CLAIM}", "/map", "/check?example=yes", "/quality"])
def test_what_was_dark_on_the_screen_can_be_read_on_white_paper(page, path):
    opened(page, path)
    page.get_by_role("button", name="Copy link").wait_for()
    page.emulate_media(media="print", color_scheme="dark")

    assert page.locator(".ev-text:visible").count()
    assert page.evaluate(FAINT) == []
