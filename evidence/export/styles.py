"""The journal styles, and what must be mended because citeproc-py leaves out some of CSL: each mend with its reason."""

import re
from collections.abc import Mapping
from enum import StrEnum
from itertools import groupby
from typing import Any

from evidence.export.csl import OTHERS

__all__ = ["Style", "mend_style", "mended", "prepared"]


class Style(StrEnum):
    """A journal style, by the name of its file among the styles of citationstyles.org."""

    APA = "apa"
    """Publication Manual of the American Psychological Association, 7th edition."""
    VANCOUVER = "nlm-citation-sequence"
    """Citing Medicine, 2nd edition, which the ICMJE's recommendations (Vancouver) refer to."""
    AMA = "american-medical-association"
    """AMA Manual of Style, 11th edition."""
    CHICAGO = "chicago-author-date"
    """Chicago Manual of Style, 18th edition, author and date."""

    @property
    def is_numbered(self) -> bool:
        """Whether references stand in the order in which they are cited, with a number."""
        return self in {Style.VANCOUVER, Style.AMA}


_CSL = "{http://purl.org/net/xbiblio/csl}"
_ET_AL = "\ufdd0"  # never in a text: `clean` takes it out
_ET_AL_AS_AUTHOR = re.compile(rf",?(?: &| and| …)? {_ET_AL}\.?")
# Words that title case would spoil: µg, p, α-tocopherol.
_ODD_WORD = re.compile(r"(?<!\S)(?:(?!a(?!\w))[^\W\d_](?![\w’'-])|[^\x00-\x7f“‘(]\S*)")
_SUBTITLE = re.compile(r"(?<=[:.?!] )[a-z](?=[a-z]*(?:\W|$))")
_PAGES = re.compile(r"(\d+)-(\d+)")
_HYPHEN = re.compile("[\u2010\u2011]")  # the signs that Unicode calls hyphens, beside that of ASCII
# Capitals as long as this are a run of initials, as PubMed prints them.
_LONGEST_RUN = 3


def mend_style(root: Any, style: Style) -> None:
    """Say in a style (the root of its XML) what citeproc-py does not read, in words that it does."""
    root.attrib.pop("initialize-with")  # it spoils hyphens and runs of initials; `prepared` makes them
    if style is Style.VANCOUVER:
        root.attrib.pop("page-range-format")  # it makes 1–0 of 1-10; `prepared` shortens
    for date in root.iter(f"{_CSL}date"):
        if date.get("form") and not date.get("delimiter"):
            date.set("delimiter", " ")  # it forgets the delimiter of a localised date: 2019May


def prepared(item: Mapping[str, Any], style: Style) -> dict[str, Any]:
    """A CSL-JSON item as citeproc-py should get it."""
    kept = {variable: value for variable, value in item.items() if variable not in ("citation-key", "note", "language")}
    if "author" in kept:
        kept["author"] = [{"literal": _ET_AL} if name == OTHERS else _spelled(name, style) for name in kept["author"]]
    if style is Style.VANCOUVER and "page" in kept:
        kept["page"] = _shortest(kept["page"])
    if style is Style.CHICAGO:
        kept["title"] = _headline(item.get("title", ""), item.get("language", "en"))
    return kept


def _shortest(pages: str) -> str:
    """`379-86`: of the last page only what differs, as Citing Medicine (chapter 1, "Pagination") has it."""
    range_ = _PAGES.fullmatch(pages)
    if not range_ or len(range_[1]) != len(range_[2]):
        return pages
    first, last = range_.groups()
    start = next((place for place in range(len(last)) if first[place] != last[place]), 0)
    return f"{first}-{last[start:]}"


def _headline(title: str, language: str) -> str:
    """A title of which citeproc-py's title case spoils nothing; one in another language stays as it is."""
    if language != "en":
        return f'<span class="nocase">{title}</span>'
    title = _SUBTITLE.sub(lambda letter: letter[0].upper(), title)
    return _ODD_WORD.sub(r'<span class="nocase">\g<0></span>', title)


def _spelled(name: dict[str, str], style: Style) -> dict[str, str]:
    """A name with its given names as the style prints them, so that citeproc-py makes no initials of its own.

    It keeps `K` alone of `KL`, and takes a small letter behind a hyphen for a particle: `J.-. mi .` for Ju-mi. APA
    keeps hyphens (`J.-m.`), the numbered styles have neither hyphen nor full stop (`JM`), Chicago prints names whole.
    """
    if "given" not in name:
        return name
    words = _HYPHEN.sub("-", name["given"]).replace(".-", "-").replace(".", " ").split()
    if style.is_numbered:
        groups = groupby(map(_letters, words), str.isupper)
        return {**name, "given": " ".join(("" if initials else " ").join(group) for initials, group in groups)}
    return {**name, "given": " ".join(map(_whole if style is Style.CHICAGO else _stopped, words))}


def _whole(word: str) -> str:
    return "-".join(" ".join(f"{letter}." for letter in part) if _is_run(part) else part for part in word.split("-"))


def _stopped(word: str) -> str:
    initials = _initials(word)
    return "-".join(" ".join(f"{letter}." for letter in part) for part in initials) if initials else word


def _letters(word: str) -> str:
    return "".join(_initials(word)).upper() or word


def _initials(word: str) -> list[str]:
    """The initials of each part between hyphens; none for a particle (`de`) and a script without capitals."""
    parts = [part if _is_run(part) else next(filter(_has_case, part), "") for part in word.split("-")]
    found = list(filter(None, parts))
    return [] if not found or found[0].islower() else found


def _has_case(letter: str) -> bool:
    return letter.isupper() or (letter.islower() and letter.upper() != letter)


def _is_run(word: str) -> bool:
    return word.isalpha() and word.isupper() and len(word) <= _LONGEST_RUN


def mended(line: str, item: Mapping[str, Any], style: Style) -> str:
    """A line of citeproc-py's as it should have been."""
    line = _ET_AL_AS_AUTHOR.sub(lambda found: _et_al(line[: found.start()], style), line)
    line = re.sub(r"^(\d+\.)(?=\S)", r"\1 ", line)  # the space after a number is a matter of layout to it
    if "edition" not in item:
        line = re.sub(r"(?<=[.?!”]) Edition\.", "", line)  # it prints the label of what is not there
    if style is Style.CHICAGO:
        line = re.sub(r"([.?!]?)”([.,])", lambda end: f"{end[1] or end[2]}”", line)  # punctuation inside the quotes
    line = re.sub(r"\bRetrieved (?=https?:)", "", line)  # it prints the word without the day that belongs to it
    line = re.sub(r"([?!])\.(?=\s|$)", r"\1", line)  # no full stop after another mark that ends a sentence
    return " ".join((line if "author" in item else _titled_once(line, item.get("title", ""))).split())


def _et_al(names: str, style: Style) -> str:
    """`Kim et al.`, but after a comma, within names or between them, and in numbered styles, `Kim, J., et al.`."""
    return ", et al." if style.is_numbered or "," in names else " et al."


def _titled_once(line: str, title: str) -> str:
    """A title that stands in the place of the author is not printed again; citeproc-py does it."""
    plain = re.escape(title.rstrip(".?!"))
    return re.sub(rf"({plain}.*?)“?{plain}[.?!]*”?", r"\1", line, count=1, flags=re.IGNORECASE) if plain else line
