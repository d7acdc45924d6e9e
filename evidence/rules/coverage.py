"""Nothing that an article says is passed over: each sentence is a claim, or no claim with a reason."""

from collections import Counter
from collections.abc import Iterator

from evidence.coverage import coverage, places_of_claims
from evidence.model import Article, NotClaim, NotClaimReason
from evidence.rules.rule import Fault, FieldFault, Inspection, Rule, article_at, each_article
from evidence.sentences import digest, paragraphs, sentences

__all__ = ["RULES"]


def _accounted(inspection: Inspection) -> Iterator[Fault]:
    for article in inspection.library.articles.values():
        for paragraph, sentence in coverage(article, inspection.library).unaccounted:
            where = f"paragraph {paragraph}, sentence {sentence}"
            message = f"{where} is neither a claim nor listed as none; add an appearance to a claim, or a reason here"
            yield article_at(article.id, "not_claims"), message


def _one_account(inspection: Inspection) -> Iterator[Fault]:
    for article in inspection.library.articles.values():
        claimed = dict(places_of_claims(article, inspection.library))
        listed = Counter((passed.paragraph, passed.sentence) for passed in article.not_claims)
        for place, count in listed.items():
            where = f"paragraph {place[0]}, sentence {place[1]}"
            if place in claimed:
                message = f"{where} is listed as no claim, and {claimed[place]} appears there; take one of the two out"
                yield article_at(article.id, "not_claims"), message
            if count > 1:
                yield article_at(article.id, "not_claims"), f"{where} is listed {count} times; keep one"


def _within(article: Article) -> Iterator[FieldFault]:
    if article.not_claims and not article.sentences:
        yield "sentences", "is empty; write the number of sentences of each paragraph, so that none is passed over"
    for place, passed in enumerate(article.not_claims, 1):
        if article.sentences and not _is_in(article, (passed.paragraph, passed.sentence)):
            where = f"paragraph {passed.paragraph}, sentence {passed.sentence}"
            yield f"not_claims[{place}]", f"there is no {where} by the numbers in sentences; mend the one or the other"


def _is_in(article: Article, place: tuple[int, ...]) -> bool:
    match place:
        case (paragraph, sentence):
            return 1 <= paragraph <= len(article.sentences) and 1 <= sentence <= article.sentences[paragraph - 1]
    return False


def _restated(article: Article) -> Iterator[FieldFault]:
    for place, passed in enumerate(article.not_claims, 1):
        if (passed.reason is NotClaimReason.RESTATEMENT) != bool(passed.restates):
            yield (
                f"not_claims[{place}].restates",
                "goes with the reason restatement, and only with it; name the paragraph and sentence said again",
            )
        elif passed.restates and not _says_again(article, passed):
            yield f"not_claims[{place}].restates", f"{list(passed.restates)} is no other sentence of this article"


def _says_again(article: Article, passed: NotClaim) -> bool:
    return _is_in(article, passed.restates) and passed.restates != (passed.paragraph, passed.sentence)


def _counts(inspection: Inspection) -> Iterator[Fault]:
    for article in inspection.library.articles.values():
        text = inspection.texts.get(article.id)
        if text is None or not article.sentences:
            continue
        counted = tuple(len(list(sentences(line.text))) for line in paragraphs(text))
        if counted != article.sentences:
            yield article_at(article.id, "sentences"), f"are {list(counted)} in the text at hand; write these numbers"


def _digests(inspection: Inspection) -> Iterator[Fault]:
    for article in inspection.library.articles.values():
        text = inspection.texts.get(article.id)
        for place, passed in enumerate(article.not_claims if text else (), 1):
            actual = _digest_at(text or "", passed)
            if actual and actual != passed.digest:
                yield (
                    article_at(article.id, f"not_claims[{place}].digest"),
                    f"is not that of the sentence there ({actual}); mend the place or the digest",
                )


def _digest_at(text: str, passed: NotClaim) -> str:
    lines = [line.text for line in paragraphs(text)]
    found = list(sentences(lines[passed.paragraph - 1])) if 1 <= passed.paragraph <= len(lines) else []
    return digest(found[passed.sentence - 1].text) if 1 <= passed.sentence <= len(found) else ""


RULES = (
    Rule("sentence-accounted", "A sentence of which nothing is said may be the one that matters.", _accounted),
    Rule("sentence-one-account", "A sentence cannot both claim something and claim nothing.", _one_account),
    Rule("not-claim-place", "A place that is not there excuses nothing.", each_article(_within)),
    Rule("not-claim-restates", "What is said again was judged where it was said first.", each_article(_restated)),
    Rule("sentences-counted", "Only a right count shows that none is missing.", _counts),
    Rule("not-claim-digest", "A digest that fits proves that this sentence was meant.", _digests),
)
