"""Three views to begin with, one for each kind of reader, taken from the library that is shown."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from evidence.filters import Filter, at_least, select
from evidence.library import Library
from evidence.model import Certainty, Slot, Verdict

__all__ = ["Example", "examples"]

_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Example:
    """A view: for whom, what is asked, and what the widgets then hold."""

    reader: str
    asks: str
    choices: dict[str, Any] = field(default_factory=dict)


@lru_cache(maxsize=2)
def examples(library: Library) -> tuple[Example, ...]:
    """At most three examples; each of them finds something."""
    return tuple(filter(None, (_researcher(library), _writer(library), _citer(library))))


def _researcher(library: Library) -> Example | None:
    verdict = Verdict.CONTRADICTED
    for certainty in Certainty:
        if select(library, Filter(verdict=(verdict,), certainty=at_least(certainty))).claims:
            choices = {"verdict": [verdict.value], "at_least": certainty.value}
            return Example("Researcher", f"what is {verdict.words}?", choices)
    return None


def _writer(library: Library) -> Example | None:
    asked = next(_often_claimed(library), None)
    return Example("Writer", f"what may I say about {asked}?", {"q": asked}) if asked else None


def _often_claimed(library: Library) -> Iterator[str]:
    """Outcomes by the plainest of their names, those on which there are several claims."""
    for concept in library.concepts:
        if concept.slot is Slot.OUTCOME and len(select(library, Filter(words=concept.label)).claims) >= _FEWEST:
            yield concept.label


def _citer(library: Library) -> Example | None:
    counted = {topic: len(select(library, Filter(topic=(topic,))).claims) for topic in library.topics}
    topic = min((topic for topic, count in counted.items() if count), key=counted.__getitem__, default=None)
    if topic is None:
        return None
    asks = f"references on {library.topics[topic].title}"
    return Example("Citer", asks, {"topic": [topic], "view": "references"})
