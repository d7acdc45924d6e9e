"""`articles.toml` with the sentences that claim nothing, written and read back."""

from dataclasses import replace

import pytest

from evidence.model import Article, NotClaim, NotClaimReason, Topic
from evidence.store.articles import read_list, render_list


@pytest.mark.parametrize("count", [0, 1, 30])
def test_what_is_written_is_read_back_whole(tmp_path, library_of, count):
    (article,) = library_of().articles.values()
    passed = tuple(
        NotClaim(
            paragraph=place,
            sentence=1,
            digest=f"{place:064}",
            reason=NotClaimReason.RESTATEMENT if place % 2 else NotClaimReason.HEADING,
            restates=(place + 1, 1) if place % 2 else (),
        )
        for place in range(1, count + 1)
    )
    articles = (
        replace(article, sentences=(1,) * count, not_claims=passed),
        replace(article, id="001_other", title="[[x]] = [y]"),
    )
    (tmp_path / "articles.toml").write_text(render_list(Article, articles), encoding="utf-8")

    assert read_list(Article, tmp_path) == (articles, ())


def test_each_record_has_its_heading(library_of):
    text = render_list(Topic, [*library_of().topics.values()] * 2)

    assert text.count("[[topics]]\n") == 2
