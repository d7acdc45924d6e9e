"""A checked draft to read: what something is told of is marked by underline, sign and number, and colour repeats it.

The draft is a stranger's text. All of it goes through `Markup.format`, which escapes it, and the browser's side cleans
what it is given once more; so nothing in a draft can become markup.
"""

from collections.abc import Collection, Iterable

from markupsafe import Markup

from evidence.dashboard.checked import Checked, Mark, Part
from evidence.dashboard.drawn import how_sure
from evidence.dashboard.links import claim_link, study_link
from evidence.dashboard.marks import verdict_mark
from evidence.drafts.report import CheckedSentence, Level
from evidence.drafts.rulebook import RULEBOOK
from evidence.export.report import marked
from evidence.export.visible import visible
from evidence.library import Library

__all__ = [
    "LEVELS",
    "card",
    "coverage",
    "finding",
    "grounds",
    "legend",
    "level_words",
    "rewrite",
    "text",
    "with_references",
]

LEVELS = {Level.ERROR: "✕", Level.WARNING: "!", Level.NOTE: "i"}
"""The levels that a finding can have, the gravest first, each with its sign."""

_NONE = Markup("")


def level_words(level: Level, count: int) -> str:
    """How many findings of a level: `✕ 3 errors`."""
    return f"{LEVELS[level]} {count} {level.value}{'' if count == 1 else 's'}"


def text(checked: Checked, part: Part, shown: Collection[Mark]) -> Markup:
    """A part of the draft, paragraph by paragraph; the findings in `shown` are marked and lead to their cards."""
    paragraphs: list[list[Markup]] = []
    end = -1
    for sentence in part.sentences:
        if end < 0 or "\n" in checked.draft.prose[end : sentence.start]:
            paragraphs.append([])
        paragraphs[-1].append(_sentence(sentence, [mark for mark in shown if mark.sentence is sentence]))
        end = sentence.end
    return Markup('<div class="ev-draft">{}</div>').format(
        _joined(Markup("<p>{}</p>").format(Markup(" ").join(paragraph)) for paragraph in paragraphs)
    )


def _sentence(sentence: CheckedSentence, marks: list[Mark]) -> Markup:
    if not marks:
        unread = sentence.skipped or sentence.ignored or not (sentence.matches or sentence.findings)
        return Markup('<span class="{}">{}</span>').format("ev-unread" if unread else "ev-read", visible(sentence.text))
    level = max((mark.finding.level for mark in marks), key=lambda level: level.gravity)
    pieces = list(marked(sentence)) if sentence.matches else [(visible(sentence.text), True)]
    words = _joined(_piece(piece, inside, level) for piece, inside in pieces)
    return words + _joined(map(_badge, marks))


def _piece(piece: str, inside: bool, level: Level) -> Markup:
    return Markup('<mark class="ev-mark ev-{}">{}</mark>').format(level, piece) if inside else Markup.escape(piece)


def _badge(mark: Mark) -> Markup:
    level = mark.finding.level
    return Markup('<a class="ev-badge ev-{}" id="m{}" href="#f{}" aria-label="Finding {}, {}"><b>{}</b>{}</a>').format(
        level, mark.number, mark.number, mark.number, level, LEVELS[level], mark.number
    )


def legend() -> Markup:
    """What the underlines and signs mean."""
    marks = (
        Markup('<span class="ev-{}"><b class="ev-sign">{}</b><mark class="ev-mark ev-{}">{}</mark></span>').format(
            level, sign, level, level
        )
        for level, sign in LEVELS.items()
    )
    unread = Markup('<span class="ev-unread">grey: not in this library, so not checked</span>')
    return Markup('<p class="ev-legend">{} {}</p>').format(Markup(" ").join(marks), unread)


def finding(mark: Mark, library: Library) -> Markup:
    """The head of a finding's card: the level, what is wrong, and the claim with verdict and certainty."""
    told, level = mark.finding, mark.finding.level
    head = Markup('<h3><b class="ev-sign" aria-hidden="true">{}</b>{} · {}: {}</h3>').format(
        LEVELS[level], mark.number, level.value.capitalize(), RULEBOOK[told.rule].reason
    )
    body = Markup('<blockquote class="ev-quote">{}</blockquote><p>{}</p>').format(
        visible(mark.words), visible(told.message)
    )
    return Markup('<div class="ev-finding ev-{}" id="f{}">{}{}{}</div>').format(
        level, mark.number, head, body, _claim(told.claim, library)
    )


def grounds(mark: Mark, library: Library) -> Markup:
    """The foot of a finding's card: whom to cite, why it was found, and the way back to the text."""
    back = Markup('<p class="ev-quiet"><a href="#m{}">Back to the text</a></p>').format(mark.number)
    return Markup('<div class="ev-finding">{}{}{}</div>').format(_cited(mark.finding.cite, library), _why(mark), back)


def rewrite(kind: str, told: str) -> Markup:
    """What may be written instead."""
    return Markup('<p class="ev-rewrite"><b>{}:</b> {}</p>').format(kind, told)


def card(mark: Mark, rewrites: Iterable[tuple[str, str]], library: Library) -> Markup:
    """The whole card of a finding, without buttons."""
    return Markup('<div class="ev-plain ev-{}">{}{}{}</div>').format(
        mark.finding.level,
        finding(mark, library),
        _joined(rewrite(kind, told) for kind, told in rewrites),
        grounds(mark, library),
    )


def _claim(id: str, library: Library) -> Markup:
    claim = library.all_claims.get(id)
    if claim is None:
        return _NONE
    return Markup("<p>Claim: {}<br>{}{}</p>").format(
        claim_link(claim), verdict_mark(claim.verdict), how_sure(claim, library)
    )


def _why(mark: Mark) -> Markup:
    rule = mark.finding.rule
    reasons = [visible(reason) for reason in mark.why]
    return Markup('<details><summary>Why this is told</summary><ul class="ev-list">{}</ul></details>').format(
        _items([*reasons, f"Rule “{rule}”, after: {RULEBOOK[rule].authority}"])
    )


def _cited(keys: Iterable[str], library: Library) -> Markup:
    links = [study_link(library.studies[key]) for key in keys if key in library.studies]
    return Markup("<p>References: {}</p>").format(Markup(" · ").join(links)) if links else _NONE


def with_references(rewrite: str, keys: Iterable[str], how: str, library: Library) -> str:
    """A rewrite with its references at its end: as `names` (Miller 2020), as `keys` ([@miller2020]) or none."""
    studies = [library.studies[key] for key in keys if key in library.studies]
    if how == "none" or not studies:
        return rewrite
    if how == "keys":
        cited = f"[{'; '.join(f'@{study.key}' for study in studies)}]"
    else:
        cited = f"({'; '.join(study.reference.label for study in studies)})"
    stem = rewrite.rstrip(".")
    return f"{stem} {cited}{rewrite[len(stem) :]}"


def coverage(checked: Checked) -> Markup:
    """How much of the draft was looked at: a strip of as many parts, and the same in words."""
    counted = checked.report.coverage
    counts = {
        "matched": (counted.matched, "made a claim that this library knows"),
        "unknown": (counted.not_in_library, "not in this library: not checked"),
        "skipped": (counted.skipped, "skipped: no sentences"),
    }
    strip = _joined(
        Markup('<span class="ev-c-{}" style="flex-grow:{}"></span>').format(kind, count)
        for kind, (count, _) in counts.items()
        if count
    )
    told = [Markup('<b class="ev-c-{}"></b>{} {}').format(kind, *told) for kind, told in counts.items() if told[0]]
    if counted.ignored:
        told.append(Markup("{} of them ignored, as the draft asks").format(counted.ignored))
    return Markup(
        '<div class="ev-strip" aria-hidden="true">{}</div><p class="ev-strip-words"><strong>{} {}:</strong> {}.</p>'
    ).format(strip, counted.sentences, "sentence" if counted.sentences == 1 else "sentences", Markup(" · ").join(told))


def _items(items: Iterable[str | Markup]) -> Markup:
    return _joined(Markup("<li>{}</li>").format(item) for item in items)


def _joined(pieces: Iterable[Markup]) -> Markup:
    return _NONE.join(pieces)
