"""What a reader wants first: the verdict, how sure it is, the answer, and what may be printed."""

import streamlit as st
from markupsafe import Markup

from evidence.dashboard import links, marks, parts, takeaway
from evidence.library import Library
from evidence.model import Appearance, Claim
from evidence.suspension import Suspension, suspension

__all__ = ["draw_answer", "draw_limits", "draw_said", "draw_wording"]


def draw_answer(claim: Claim, library: Library) -> None:
    """Title, warnings, verdict and certainty apart, and the answer."""
    topic = library.topics.get(claim.topic)
    if topic:
        trail = (links.link("claims", "Find"), links.link("claims", topic.title, {"topic": topic.id}))
        parts.show(Markup('<nav class="ev-quiet" aria-label="Where this is">{} › {}</nav>').format(*trail))
    st.title(parts.plain(claim.statement), anchor=False)
    _draw_sayers(claim, library)
    if claim.withdrawn:
        _warn("This record was withdrawn", f"On {claim.withdrawn.on}: {claim.withdrawn.reason}")
    fallen = suspension(claim, library)
    if fallen:
        _draw_suspension(fallen)
    _draw_marks(claim, fallen)
    parts.text_html(claim.answer, "ev-answer")
    parts.text_html(claim.summary)


def _draw_sayers(claim: Claim, library: Library) -> None:
    """Which articles say so, each a link that opens the article where it first does."""
    seen: dict[str, list[Appearance]] = {}
    for one in claim.appearances:
        seen.setdefault(one.article, []).append(one)
    sayers = [
        Markup('<a href="{}" target="_blank">{}</a>{}').format(
            parts.said_at(article, places[0].phrase), article.publisher, f" ({len(places)} times)" * (len(places) > 1)
        )
        for id, places in seen.items()
        if (article := library.articles.get(id))
    ]
    if sayers:
        parts.show(Markup('<p class="ev-quiet">Said by {}</p>').format(Markup(" · ").join(sayers)))


def _draw_suspension(fallen: Suspension) -> None:
    _warn(
        "The rating is suspended",
        fallen.reason,
        Markup("Before: {} After: no rating until somebody has judged the evidence anew without it.").format(
            marks.certainty_mark(fallen.before)
        ),
    )


def _warn(heading: str, *lines: str | Markup) -> None:
    told = Markup("").join(Markup("<p>{}</p>").format(line) for line in lines)
    parts.show(Markup('<div class="ev-warn" role="note"><p><strong>{}</strong></p>{}</div>').format(heading, told))


def _draw_marks(claim: Claim, fallen: Suspension | None) -> None:
    certainty = marks.suspended_mark() if fallen else marks.certainty_mark(claim.certainty, explained=True)
    told: list[tuple[str, str | Markup]] = [
        ("Which way the evidence points", marks.verdict_mark(claim.verdict, explained=True)),
        ("How sure that is", certainty),
    ]
    if claim.size:
        told.append(("How large the effect is", claim.size.words))
    pairs = Markup("").join(Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(*pair) for pair in told)
    how = links.link("method", "How verdict and certainty are made")
    parts.show(Markup('<dl class="ev-pair">{}</dl><p class="ev-quiet">{}</p>').format(pairs, how))


def draw_wording(claim: Claim) -> None:
    """The sentences that may be printed, each with a button to copy it."""
    st.header("What you may write", anchor=False)
    for name, heading, sentence in (
        ("exact", "For a careful reader", claim.wording.exact),
        ("everyday", "For everybody", claim.wording.everyday),
    ):
        with st.container(gap="xsmall"):
            quote = Markup('<p class="ev-quiet">{}</p><blockquote class="ev-quote">{}</blockquote>')
            parts.show(quote.format(heading, sentence))
            takeaway.copy_text(sentence, name, "Copy this sentence")


def draw_limits(claim: Claim, library: Library) -> None:
    """What must not be read into it, harms, and what articles say against it."""
    for heading, text in (("What this does not say", claim.does_not_say), ("Harms", claim.harms)):
        if text:
            st.header(heading, anchor=False)
            parts.show(Markup('<p class="ev-text">{}</p>').format(links.with_studies(text, library)))
    opposed = [library.all_claims[id] for id in claim.opposes if id in library.all_claims]
    if opposed:
        st.header("Articles also say the opposite", anchor=False)
        line = Markup("{}<br>{}{}")
        parts.listing(
            line.format(links.claim_link(one), marks.verdict_mark(one.verdict), marks.certainty_mark(one.certainty))
            for one in opposed
        )


def draw_said(claim: Claim, library: Library) -> None:
    """Where the articles make the claim; a link opens the article at the phrase."""
    st.header("Where it was said", anchor=False)
    lines = []
    for seen in claim.appearances:
        article = library.articles.get(seen.article)
        where = f"paragraph {seen.paragraph}, sentence {seen.sentence}, {seen.mode.words}"
        if article is None:
            lines.append(Markup("“{}” — {}, {}").format(seen.phrase, seen.article, where))
            continue
        quote = Markup('<a href="{}" target="_blank">“{}”</a>').format(parts.said_at(article, seen.phrase), seen.phrase)
        lines.append(Markup("{} — {}, {} ({})").format(quote, links.article_link(article), article.publisher, where))
    parts.listing(lines)
