"""The logic of Find, Claim and Export, run as a reader would use them."""

import json
import re
from dataclasses import replace
from datetime import date
from html import unescape
from shutil import rmtree

import pytest

pytest.importorskip("streamlit", reason="the extra `app` is not installed")

from markdown_it import MarkdownIt

from evidence.dashboard import data
from evidence.dashboard.examples import examples
from evidence.dashboard.markdown import plain
from evidence.dashboard.marks import bias_letter
from evidence.dashboard.parts import said_at
from evidence.errors import UnreadableLibrary
from evidence.export import cite
from evidence.filters import Filter, Order, at_least, select
from evidence.model import Certainty, Integrity, IntegrityCheck, RiskOfBias, RiskOfBiasTool, Topic
from evidence.store.save import save

CLAIM = "kneading-loosens-elbows"


def count(claims, real):
    return f"{len(claims)} of {len(real.claims)} claims"


def labels(app, kind="download_button"):
    return [element.proto.label for element in app.get(kind)]


def test_the_first_page_shows_every_claim_and_three_ways_to_begin(open_page, shown, real):
    app = open_page()

    assert not app.exception
    assert app.title[0].value == "What do the studies say?"
    assert count(real.claims, real) in shown(app)
    readers = [
        button.label.split(":")[0].rstrip("\\") for button in app.button if (button.key or "").startswith("example-")
    ]
    assert readers == ["Researcher", "Writer", "Citer"]


def test_each_example_finds_something(open_page, shown, real):
    for example in examples(real):
        app = open_page()
        app.button(key=f"example-{example.reader}").click().run()

        assert not app.exception
        assert f">0 of {len(real.claims)} claims" not in shown(app)
        assert app.query_params


def test_a_linked_view_opens_as_it_was(open_page, shown, real):
    app = open_page(verdict=["insufficient"], at_least=["very_low"], q=["massage"], sort=["studies"], view=["table"])
    wanted = Filter(words="massage", verdict=("insufficient",), certainty=at_least(Certainty.VERY_LOW))
    found = select(real, wanted, Order.STUDIES).claims

    assert count(found, real) in shown(app)
    assert app.text_input(key="q").value == "massage"
    first = re.search(r'<tbody.*?<th scope="row"[^>]*><a[^>]*>(.*?)</a>', shown(app), re.DOTALL)[1]
    assert unescape(first) == found[0].statement


def test_what_the_address_says_amiss_is_told(open_page, shown, real):
    app = open_page(verdict=["nonsense"], page=["9999999999"])

    assert not app.exception
    assert "nonsense" in app.warning[-1].value
    assert count(real.claims, real) in shown(app)


def test_every_facet_counts_what_its_choice_would_show(open_page, real):
    app = open_page(verdict=["insufficient"])
    told = {facet["name"]: facet["values"] for facet in facets_of(app)}
    low = next(value for value in told["at_least"] if value["value"] == Certainty.LOW)
    wanted = Filter(verdict=("insufficient",), certainty=at_least(Certainty.LOW))

    assert told.keys() == {"at_least", "verdict", "topic", "article", "kind", "design", "searched", "review"}
    assert low["label"].endswith(" low")
    assert low["count"] == len(select(real, wanted).claims)
    assert [value["value"] for value in told["verdict"] if value["chosen"]] == ["insufficient"]


def facets_of(app):
    """What the browser is told of the facets."""
    (found,) = (one.proto for one in app.get("bidi_component") if one.proto.component_name == "evidence_facets")
    return json.loads(found.json)["facets"]


def test_search_says_what_else_it_looked_for(open_page, shown):
    assert "oedema (also" in shown(open_page(q=["oedema"]))


def offers(app):
    """What can be dropped when nothing was found: the buttons by their labels."""
    return {one.label.replace("\\", ""): one for one in app.button if (one.key or "").startswith("drop-")}


def test_no_result_offers_only_what_brings_claims_back_and_drops_it(open_page, shown, library_of):
    app = open_page("claims", library_of(), q=["zebra"], verdict=["supported"])

    assert app.info[0].value == "No claim fits all of this. Leave something out, and some do:"
    assert list(offers(app)) == ["Without “zebra”: 1 claim"]
    offers(app)["Without “zebra”: 1 claim"].click().run()
    assert "1 of 1 claims" in shown(app)
    assert app.query_params["verdict"] in ("supported", ["supported"])


def test_of_several_words_the_one_that_is_too_much_can_be_dropped(open_page, shown, real):
    massage = select(real, Filter(words="massage")).claims
    app = open_page(q=["massage zebra"])

    assert list(offers(app)) == [
        f"Without “zebra”: {len(massage)} claims",
        f"Without “massage zebra”: {len(real.claims)} claims",
    ]
    next(iter(offers(app).values())).click().run()
    assert count(massage, real) in shown(app)
    assert app.text_input(key="q").value == "massage"


def test_a_choice_of_several_values_is_dropped_as_one(open_page, shown, real):
    found = select(real, Filter(words="massage")).claims
    none = [claim.id for claim in real.claims.values() if claim not in found][:3]
    app = open_page(q=["massage"], claim=none)

    assert list(offers(app)) == ["Without “massage”: 3 claims", f"Without “only these 3 claims”: {len(found)} claims"]
    list(offers(app).values())[1].click().run()
    assert count(found, real) in shown(app)


def test_where_dropping_one_thing_does_not_help_it_is_said_and_all_can_be_shown(open_page, shown, real):
    other = next(claim.id for claim in real.claims.values() if claim.verdict != "supported")
    app = open_page(q=["zebra"], verdict=["supported"], claim=[other])

    assert "none would if any one word or choice were dropped" in app.info[0].value
    assert not offers(app)
    next(button for button in app.button if button.label == f"Show all {len(real.claims)} claims").click().run()
    assert count(real.claims, real) in shown(app)


def test_a_reader_is_told_what_the_best_match_is(open_page):
    order = open_page(q=["knee"]).selectbox(key="sort")

    assert order.options[0] == "best match: statement first"
    assert "own statement has your words" in order.help


def test_a_file_of_these_references_and_the_basket_for_several_searches_are_told_apart(open_page):
    app = open_page(q=["swelling"])
    export, basket = app.get("download_button")[0].proto, app.button(key="basket-found").proto

    assert export.label.endswith("references (BibTeX)")
    assert "exactly these" in export.help
    assert "several searches" in basket.help
    assert (export.type, basket.type) == ("secondary", "tertiary")


def test_clear_all_brings_everything_back(open_page, shown, real):
    app = open_page(q=["zebra"], at_least=["low"])
    next(button for button in app.button if button.label == "Clear all").click().run()

    assert count(real.claims, real) in shown(app)
    assert "at_least" not in app.query_params


def test_downloads_carry_their_count(open_page, real):
    topic = next(iter(real.topics))
    found = select(real, Filter(topic=(topic,))).claims
    keys = {study.key for claim in found for study in real.studies_of(claim)}

    assert labels(open_page(topic=[topic])) == [
        f"Export {len(keys)} references (BibTeX)",
        f"Download {len(found)} claims (CSV)",
    ]


def test_a_view_of_exactly_these_claims_can_be_linked(open_page, shown, real):
    some = list(real.claims)[:3]
    app = open_page(claim=some)

    assert count(some, real) in shown(app)
    next(button for button in app.button if button.label == "Not only these 3 claims").click().run()
    assert count(real.claims, real) in shown(app)


def test_pages_follow_each_other(open_page, shown, real):
    second = open_page(page=["2"])
    cards = re.findall(r'<h2><a class="ev-go"[^>]*>(.*?)</a>', shown(second))

    assert unescape(cards[0]) == list(real.claims.values())[20].statement


def test_a_session_goes_on_when_the_files_were_read_again_without_what_it_held(
    open_page, shown, library_of, study_of, tmp_path
):
    gone = study_of("berg2021rest")
    app = open_page("claims", library_of(studies=[study_of(), gone]), view=["references"], topic=["elbows"])
    app.checkbox(key="tick-found-miller2020kneading").check().run()
    app.switch_page("evidence/dashboard/pages/export.py").run()
    assert "@article{miller2020kneading" in references(app)

    save(library_of(topics=[], claims=[], studies=[gone]), tmp_path)
    data.read_again()
    app.run()
    assert not app.exception
    assert not references(app)
    assert "miller2020kneading" in app.warning[0].value

    app.switch_page("evidence/dashboard/pages/claims.py").run()
    assert not app.exception
    assert "1 of 1 claims" in shown(app)


def test_a_choice_that_is_gone_since_the_files_were_read_again_is_told_and_dropped(
    open_page, shown, library_of, tmp_path
):
    library = library_of()
    app = open_page("claims", library, topic=["elbows"], at_least=["low"])
    (claim,) = library.claims.values()
    save(
        library_of(
            topics=[Topic(id="joints", title="Joints", line="Where bones meet.")],
            claims=[replace(claim, topic="joints")],
        ),
        tmp_path,
    )
    data.read_again()
    app.run()

    assert not app.exception
    assert "elbows" in app.warning[-1].value
    assert "1 of 1 claims" in shown(app)
    assert "topic" not in app.query_params
    assert app.query_params["at_least"] in ("low", ["low"])


def test_files_that_cannot_be_read_again_leave_every_session_what_it_had(open_page, shown, library_of, tmp_path):
    app = open_page("claims", library_of())
    rmtree(tmp_path)
    with pytest.raises(UnreadableLibrary):
        data.read_again()

    app.run()
    assert not app.exception
    assert "1 of 1 claims" in shown(app)


def test_ticked_studies_wait_in_the_basket(open_page, library_of, study_of):
    library = library_of(studies=[study_of(), study_of("berg2021rest")])
    app = open_page("claims", library, view=["references"])
    app.checkbox(key="tick-found-miller2020kneading").check().run()
    app.switch_page("evidence/dashboard/pages/export.py").run()

    assert not app.exception
    assert references(app) == cite(library, ["miller2020kneading"])
    assert app.query_params["key"] in ("miller2020kneading", ["miller2020kneading"])


def test_the_basket_is_filled_from_the_address_emptied_and_brought_back(open_page, library_of, study_of):
    app = open_page(
        "export", library_of(studies=[study_of(), study_of("berg2021rest")]), key=["berg2021rest", "nobody"]
    )
    assert "nobody" in app.warning[0].value

    assert "@article{berg2021rest" in references(app)
    next(button for button in app.button if button.label == "Empty the basket").click().run()
    assert not references(app)
    next(button for button in app.button if button.label == "Undo").click().run()
    assert "@article{berg2021rest" in references(app)


def references(app):
    """The references that a page shows, as they are copied; empty when it shows none."""
    found = re.search(r"<pre[^>]*>(.*)</pre>", "\n".join(one.proto.body for one in app.get("html")), re.DOTALL)
    return unescape(found[1]) if found else ""


@pytest.mark.parametrize(
    ("format", "sign"),
    [
        ("bibtex", "@article{"),
        ("biblatex", "journaltitle"),
        ("csl-json", '"citation-key"'),
        ("ris", "TY  - JOUR"),
        ("apa", "Miller, A."),
        ("vancouver", "1. Miller A"),
        ("ama", "Miller A"),
        ("chicago", "Miller, A"),
    ],
)
def test_references_come_in_each_format(open_page, library_of, format, sign):
    app = open_page("export", library_of(), key=["miller2020kneading"], format=[format], notes=["yes"])

    assert sign in references(app)
    assert CLAIM in references(app)  # the note says what it proves


@pytest.fixture
def fallen(library_of, study_of):
    gone = IntegrityCheck(status=Integrity.RETRACTED, on=date(2026, 11, 20), source="Crossref")
    return library_of(studies=[study_of(integrity=gone)])


def test_what_was_retracted_is_left_out_unless_the_reader_takes_it(open_page, shown, fallen):
    app = open_page("export", fallen, key=["miller2020kneading"])

    assert not references(app)
    assert "miller2020kneading is left out: RETRACTED" in shown(app)
    app.checkbox(key="fallen").check().run()
    assert "RETRACTED" in references(app)


def test_a_claim_that_rests_on_a_retracted_study_says_first_that_its_rating_is_suspended(open_page, shown, fallen):
    text = shown(open_page("claim", fallen, id=CLAIM))

    assert "The rating is suspended" in text
    assert "Miller and van der Berg 2020 was retracted (Crossref, 2026-11-20)" in text
    assert re.search("Before: .*moderate certainty.* After: no rating", text)
    assert text.index("The rating is suspended") < text.index("Which way the evidence points")
    assert "rating suspended" in shown(open_page("claims", fallen))


def test_a_claim_tells_answer_wording_studies_receipt_and_references(open_page, shown, library_of):
    library = library_of()
    claim = library.claim(CLAIM)
    app = open_page("claim", library, id=CLAIM)
    text = unescape(shown(app))

    assert not app.exception
    for told in (claim.answer, claim.summary, claim.wording.exact, claim.wording.everyday, claim.verdict.meaning):
        assert told in text
    assert "receipt SHA-256" in text
    assert "stiffness; kneading minus rest: MD -4.0 points (95% CI -6.0 to -2.0)" in text
    assert "https://elbows.example/freed#:~:text=frees" in text
    headings = [header.value for header in app.header]
    assert headings == [
        "What you may write",
        "Which study carries this answer",
        "Studies (1)",
        "How sure, and why",
        "Where it was said",
        "How it was searched",
        "History",
        "Cite",
    ]
    assert "It hangs on Miller and van der Berg 2020" in text
    assert f"{CLAIM}.html" not in text
    assert {"This page (HTML)", "This page (Markdown)", "Receipt (JSON)", "Studies (CSV)", "Download BibTeX"} <= set(
        labels(app)
    )
    assert labels(app).count("This table (CSV)") == 4  # without each study, other scales, receipt, searches


def test_a_chain_shows_its_weakest_link(open_page, shown, library_of, claim_of):
    weak = claim_of("weak-link", certainty=None, rating=None, verdict="no_evidence_found", citations=())
    chain = claim_of("the-chain", kind="chain", chain=(CLAIM, "weak-link"))
    text = shown(open_page("claim", library_of(claims=[claim_of(), weak, chain]), id="the-chain"))

    assert re.search("weak-link.*the weakest link", text)


def test_every_claim_of_the_library_that_ships_has_a_page(open_page, real):
    for id in list(real.claims)[::9]:
        assert not open_page("claim", id=id).exception


def test_a_misspelt_claim_offers_the_nearest(open_page, shown, library_of):
    app = open_page("claim", library_of(), id="kneading-loosen-elbow")

    assert app.title[0].value == "No such claim"
    assert f"claim?id={CLAIM}" in shown(app)


HOSTILE = [
    "1*2*3",
    "$x_1$ and $y$",
    ":red[loud]",
    "<b>bold</b>",
    "_under_ `code`",
    "[link](x)",
    "a:material/home:",
    "~~no~~",
    "# no heading",
    "- no item",
    "1. no number",
    "![no](picture)",
    "&lt; & &amp;",
    "back\\slash",
    "https://no.link",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_for_markdown_comes_out_as_it_is(text):
    escaped = plain(text)
    (paragraph,) = [token for token in MarkdownIt().parse(escaped) if token.type == "inline"]

    assert "".join(child.content for child in paragraph.children) == text
    for mark in "*$[]<>_`~:":
        assert escaped.count("\\" + mark) == text.count(mark)  # Streamlit's own marks, which plain Markdown lacks


def test_the_link_to_an_article_opens_at_the_phrase(library_of):
    article = library_of().article("000")

    assert said_at(article, "well-known, 62% & more") == (
        "https://elbows.example/freed#:~:text=well%2Dknown%2C%2062%25%20%26%20more"
    )


@pytest.mark.parametrize(
    ("tool", "judgement", "letter"),
    [
        (RiskOfBiasTool.ROB2, "some concerns", "S"),
        (RiskOfBiasTool.ROB2, "high", "H"),
        (RiskOfBiasTool.PEDRO, "6/10", "6/10"),
        (RiskOfBiasTool.NOT_ASSESSED, "", "–"),
    ],
)
def test_risk_of_bias_is_a_letter_or_a_score(study_of, tool, judgement, letter):
    study = study_of(risk_of_bias=RiskOfBias(tool=tool, judgement=judgement, reason="Nobody looked."))

    assert bias_letter(study) == letter
