"""The pages' logic, run as a reader would use them."""

import pytest

pytest.importorskip("streamlit", reason="the extra `app` is not installed")

from streamlit.testing.v1 import AppTest

from evidence.dashboard.parts import plain, said_at
from evidence.filters import Filter, certainties, select

FRAME = "app.py"


@pytest.fixture
def app(root, monkeypatch):
    monkeypatch.chdir(root)
    monkeypatch.delenv("EVIDENCE_LIBRARY", raising=False)

    def start(**parameters):
        test = AppTest.from_file(str(root / FRAME), default_timeout=60)
        for name, value in parameters.items():
            test.query_params[name] = value
        return test.run()

    return start


def shown(app):
    return " ".join(element.proto.body for element in app.get("html"))


def test_the_first_page_shows_every_claim(app, real):
    page = app()

    assert not page.exception
    assert page.title[0].value == "What do the studies say?"
    assert f"{len(real.claims)} of {len(real.claims)} claims" in shown(page)


def test_a_choice_narrows_the_list_and_stands_in_the_address(app, real):
    page = app()
    page.pills(key="verdict").set_value(["contradicted"]).run()
    count = len(select(real, Filter(verdict=("contradicted",))).claims)

    assert f"{count} of {len(real.claims)} claims" in shown(page)
    assert page.query_params["verdict"] in ("contradicted", ["contradicted"])


def test_a_linked_view_opens_as_it_was(app, real):
    page = app(verdict=["insufficient"], certainty=["very_low"], q=["massage"])
    wanted = Filter(words="massage", verdict=("insufficient",), certainty=certainties("very_low"))
    count = len(select(real, wanted).claims)

    assert f"{count} of {len(real.claims)} claims" in shown(page)
    assert page.text_input(key="q").value == "massage"


def test_what_the_address_says_amiss_is_told(app, real):
    page = app(verdict=["nonsense"])

    assert not page.exception
    assert "nonsense" in page.warning[0].value
    assert f"{len(real.claims)} of {len(real.claims)} claims" in shown(page)


def test_search_says_what_else_it_looked_for(app):
    page = app(q=["oedema"])

    assert "swelling" in shown(page)


def test_no_result_tells_what_each_choice_costs(app):
    page = app(q=["zebra"], verdict=["supported"])

    assert page.info[0].value == "No claim fits all of this."
    assert "Without “zebra”" in shown(page)


def test_clear_all_brings_everything_back(app, real):
    page = app(q=["zebra"])
    page.button[0].click().run()

    assert f"{len(real.claims)} of {len(real.claims)} claims" in shown(page)


def test_downloads_carry_their_count(app, real):
    page = app(topic=["foot-massage"])
    found = select(real, Filter(topic=("foot-massage",))).claims
    keys = {study.key for claim in found for study in real.studies_of(claim)}
    labels = [button.proto.label for button in page.get("download_button")]

    assert labels == [f"Download {len(found)} claims (CSV)", f"Export {len(keys)} references (BibTeX)"]


@pytest.fixture
def claim_page(root, monkeypatch):
    monkeypatch.chdir(root)

    def start(id):
        test = AppTest.from_file(str(root / FRAME), default_timeout=60)
        test.query_params["id"] = id
        test.switch_page("evidence/dashboard/pages/claim.py")
        test.query_params["id"] = id
        return test.run()

    return start


def test_a_claim_page_tells_answer_wording_receipt_and_citations(claim_page, real):
    claim = real.claim("massage-releases-endorphins")
    page = claim_page(claim.id)
    code = [element.value for element in page.code]

    assert not page.exception
    assert claim.answer in shown(page).replace("&#x27;", "'")
    assert code[:2] == [claim.wording.exact, claim.wording.everyday]
    assert code[-1].count("@") >= len(real.studies_of(claim))
    assert "receipt SHA-256" in shown(page)


def test_every_claim_has_a_page(claim_page, real):
    for id in real.claims:
        assert not claim_page(id).exception


def test_a_misspelt_claim_offers_the_nearest(claim_page):
    page = claim_page("massage-release-endorphins")

    assert page.title[0].value == "No such claim"
    assert "massage-releases-endorphins" in shown(page)


HOSTILE = [
    "1*2*3",
    "$x_1$ and $y$",
    ":red[loud]",
    "<b>bold</b>",
    "_under_ `code`",
    "[link](x)",
    "a:material/home:",
    "~~no~~",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_for_markdown_comes_out_as_it_is(text):
    escaped = plain(text)

    assert escaped.replace("\\", "") == text
    for mark in "*$[]<>_`~:":
        assert escaped.count("\\" + mark) == text.count(mark)


def test_the_link_to_an_article_opens_at_the_phrase(library_of):
    article = library_of().article("000")

    assert said_at(article, "well-known, 62% & more") == (
        "https://elbows.example/freed#:~:text=well%2Dknown%2C%2062%25%20%26%20more"
    )
