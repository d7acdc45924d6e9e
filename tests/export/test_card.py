from datetime import date
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from evidence.export.card import claim_html, claim_markdown
from evidence.model import Integrity, IntegrityCheck
from evidence.rating import receipt

CLAIM = "kneading-loosens-elbows"
HOSTILE = "<script>x</script> *a* [b](c) $d$ & <img src=e>"


class Text(HTMLParser):
    """What a browser shows of a page, and the tags that it meets."""

    def __init__(self):
        super().__init__()
        self.text, self.tags = "", set()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)

    def handle_data(self, data):
        self.text += data


def read(html):
    parser = Text()
    parser.feed(html)
    return parser


@pytest.fixture
def texts(library_of):
    """A claim's card as a reader sees it: from Markdown by a second opinion, and from HTML."""

    def make(**changes):
        library = library_of(**changes)
        claim = library.claim(CLAIM)
        rendered = MarkdownIt().render(claim_markdown(claim, library))
        return read(rendered).text, read(claim_html(claim, library)).text

    return make


def test_both_forms_tell_answer_wording_studies_receipt_searches_and_references(texts, library_of):
    claim = library_of().claim(CLAIM)
    for text in texts():
        for told in (
            claim.statement,
            claim.answer,
            claim.verdict.meaning,
            claim.wording.exact,
            claim.wording.everyday,
            "MD -4.0 points (95% CI -6.0 to -2.0)",
            receipt(claim.rating).digest,
            "“kneading elbow”",
            "https://doi.org/10.1000/miller2020kneading",
            "Not medical advice",
        ):
            assert told in text


def test_a_suspended_rating_is_told_before_the_verdict(texts, study_of):
    gone = IntegrityCheck(status=Integrity.RETRACTED, on=date(2026, 11, 20), source="Crossref")
    for text in texts(studies=[study_of(integrity=gone)]):
        assert 0 < text.index("RATING SUSPENDED") < text.index("Verdict:")


def test_hostile_text_stays_text(library_of, claim_of):
    library = library_of(claims=[claim_of(statement=HOSTILE, answer=HOSTILE, does_not_say=HOSTILE)])
    claim = library.claim(CLAIM)
    page = read(claim_html(claim, library))
    markdown = MarkdownIt().render(claim_markdown(claim, library))

    assert page.text.count(HOSTILE) == 4  # also in the title
    assert page.tags.isdisjoint({"script", "img", "a"})
    assert read(markdown).text.count(HOSTILE) == 3
    assert read(markdown).tags.isdisjoint({"script", "img", "a", "em"})
