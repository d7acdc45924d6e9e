"""Appearances lead to the very sentence; what needs the article's text is looked at where it is at hand."""

import hashlib
import unicodedata
from collections.abc import Iterator

from evidence.model import Appearance, Claim
from evidence.rules.rule import Fault, FieldFault, Inspection, Rule, article_at, claim_at, each_claim
from evidence.sentences import digest, paragraphs, sentences

__all__ = ["RULES"]

_MOST_WORDS = 10


def _phrase(claim: Claim) -> Iterator[FieldFault]:
    for place, appearance in enumerate(claim.appearances, 1):
        if not appearance.phrase.strip():
            yield f"appearances[{place}].phrase", "is empty; quote a few words of the sentence, so that it can be found"


def _phrase_length(claim: Claim) -> Iterator[FieldFault]:
    for place, appearance in enumerate(claim.appearances, 1):
        count = len(appearance.phrase.split())
        if count > _MOST_WORDS:
            yield (
                f"appearances[{place}].phrase",
                f"quotes {count} words; the text is not ours, quote {_MOST_WORDS} at most",
            )


def _sentence(appearance: Appearance, text: str) -> str | None:
    """The sentence at the place that an appearance names; None when the text has no such place."""
    lines = [span.text for span in paragraphs(text)]
    if not 1 <= appearance.paragraph <= len(lines):
        return None
    found = [span.text for span in sentences(lines[appearance.paragraph - 1])]
    return found[appearance.sentence - 1] if 1 <= appearance.sentence <= len(found) else None


def _at_hand(inspection: Inspection) -> Iterator[tuple[Claim, str, Appearance, str | None]]:
    """Each appearance in a text at hand: its claim, its field, itself, and the sentence to which it leads."""
    for claim in inspection.library.claims.values():
        for place, appearance in enumerate(claim.appearances, 1):
            if text := inspection.texts.get(appearance.article):
                yield claim, f"appearances[{place}]", appearance, _sentence(appearance, text)


def _place(inspection: Inspection) -> Iterator[Fault]:
    for claim, field, appearance, sentence in _at_hand(inspection):
        if sentence is None:
            where = f"paragraph {appearance.paragraph}, sentence {appearance.sentence}"
            yield (
                claim_at(claim, field),
                f"{appearance.article} has no {where}; count lines that are not blank, from one",
            )


def _digest(inspection: Inspection) -> Iterator[Fault]:
    for claim, field, appearance, sentence in _at_hand(inspection):
        if sentence is not None and digest(sentence) != appearance.digest:
            begins = " ".join(sentence.split()[:5])
            message = (
                f"is not that of the sentence there ({begins} …, {digest(sentence)}); mend the place or the digest"
            )
            yield claim_at(claim, f"{field}.digest"), message


def _quoted(inspection: Inspection) -> Iterator[Fault]:
    for claim, field, appearance, sentence in _at_hand(inspection):
        if sentence is not None and _folded(appearance.phrase) not in _folded(sentence):
            message = f"{appearance.phrase!r} is not in that sentence; quote it sign by sign, or mend the place"
            yield claim_at(claim, f"{field}.phrase"), message


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _article_digest(inspection: Inspection) -> Iterator[Fault]:
    for id, article in inspection.library.articles.items():
        text = inspection.texts.get(id)
        actual = hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest() if text is not None else article.digest
        if actual != article.digest:
            message = (
                f"{article.digest!r} is not that of the text at hand, {actual}; read it anew and mend its appearances"
            )
            yield article_at(id, "digest"), message


RULES = (
    Rule("phrase-present", "A few quoted words let a reader find the sentence.", each_claim(_phrase)),
    Rule(
        "phrase-length",
        "The articles belong to their publishers; ten words find a place, more copy it.",
        each_claim(_phrase_length),
    ),
    Rule("appearance-place", "A place that is not there shows the claim to nobody.", _place),
    Rule("appearance-digest", "A digest that fits proves that this sentence was meant.", _digest),
    Rule("phrase-in-sentence", "Words that do not stand there are put into somebody's mouth.", _quoted),
    Rule("article-digest", "A changed text may no longer say what is held against it.", _article_digest),
)
