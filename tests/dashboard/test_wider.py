"""Where nothing is found: what may be dropped, and that nothing else helps."""

from datetime import date

import pytest

pytest.importorskip("streamlit", reason="the extra `app` is not installed")

from evidence.dashboard.wider import wider
from evidence.filters import Filter, select

DAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    "wanted",
    [
        Filter(words="zebra"),
        Filter(words="massage zebra zebra"),
        Filter(words="zebra quagga"),
        Filter(words="zebra", verdict=("supported",), design=("guideline",)),
        Filter(words="swelling", at_least=("high",), topic=("nowhere",)),
        Filter(words="the", topic=("nowhere",)),
        Filter(topic=("nowhere",), article=("nobody",)),
    ],
)
def test_exactly_what_brings_claims_back_is_offered_with_their_number(real, wanted):
    offers = wider(real, wanted, DAY)
    helps = {name for name in wanted.chosen if select(real, wanted.without(name), day=DAY).claims}

    assert not select(real, wanted, day=DAY).claims
    assert {one.name for one in offers if one.left == wanted.without(one.name)} == helps
    for one in offers:
        assert one.count == len(select(real, one.left, day=DAY).claims) > 0


def test_words_are_dropped_one_by_one_before_all_of_them(real):
    offers = wider(real, Filter(words="massage zebra"), DAY)

    assert [(one.words, one.left.words) for one in offers] == [("zebra", "massage"), ("massage zebra", "")]
