"""The `author` field ↔ names. Names are written `von Last, Jr, First`; bodies stand in braces of their own."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bibtexparser.middlewares.names import parse_single_name_into_parts

from evidence.bibtex.latex import clean, enclosed, escape, unescape
from evidence.model import Name

__all__ = ["read_authors", "render_authors"]

_COMMAND_FIRST = re.compile(r"(?<![^\s-])\{(\\text[a-z]+)\}")
# One family name, and given names with capitals, none of them `And`: every reader divides it alike.
_UNMISTAKABLE = re.compile(r"(?!.*\bA[Nn][Dd]\b)[A-Z][A-Za-z]*, [A-Z][A-Za-z]*\.?(?: [A-Z][A-Za-z]*\.?)*", re.ASCII)
_AND = re.compile(r"\sand(?=\s)", re.IGNORECASE)
_OTHERS = "others"  # BibTeX's word for et al.


def read_authors(value: str) -> tuple[tuple[Name, ...], bool]:
    """The names in an `author` field, and whether it ends with `and others`.

    `First von Last` is understood too. A name in braces, or of one word, is a body (`literal`). A particle is small
    (`van der`); one with a capital belongs to the family name, as people who write themselves so sort it.

    Raises:
        ValueError: when there is an empty name, or one with more commas than a name can have; the text says which.
    """
    names = _split(value) if value.strip() else []
    et_al = bool(names) and names[-1].lower() == _OTHERS
    return tuple(_name(name) for name in (names[:-1] if et_al else names)), et_al


def render_authors(names: Sequence[Name], *, et_al: bool, ascii: bool) -> str:
    """The value of an `author` field: `read_authors` gives the same names back."""
    written = [_render(name, ascii) for name in map(_cleaned, names) if name != Name()]
    return " and ".join([*written, _OTHERS] if et_al else written)


def _split(value: str) -> list[str]:
    """The names between each `and` outside braces. bibtexparser's own splitter misses one before a backslash."""
    if "{" not in value and "}" not in value:
        return [name.strip() for name in _AND.split(f" {value}")]
    names, depth = [""], 0
    for piece in re.findall(r"\sand(?=\s)|.", f" {value}", re.DOTALL | re.IGNORECASE):
        depth += (piece == "{") - (piece == "}")
        if len(piece) > 1 and depth == 0:
            names.append("")
        else:
            names[-1] += piece
    return [name.strip() for name in names]


def _name(latex: str) -> Name:
    if _UNMISTAKABLE.fullmatch(latex):
        family, _, given = latex.partition(", ")
        return Name(family=family, given=given)
    name = _parts(latex)
    if not name.family and not name.literal:
        raise ValueError("there is an empty name; look for a doubled `and`")
    if name.particle and not all(word[0].islower() for word in name.particle.split()):
        name = replace(name, particle="", family=f"{name.particle} {name.family}")
    return name if name.given or name.literal else Name(literal=_plain(name))


def _parts(latex: str) -> Name:
    """A name as BibTeX itself divides it (Patashnik, "BibTeXing", §4)."""
    if enclosed(latex) and not latex.startswith("{\\"):  # `{\'E}` is a letter
        return Name(literal=unescape(latex))
    parts = parse_single_name_into_parts(latex)
    given, particle, family, suffix = (
        unescape(" ".join(words)) for words in (parts.first, parts.von, parts.last, parts.jr)
    )
    return Name(given=given, particle=particle, family=family, suffix=suffix)


def _cleaned(name: Name) -> Name:
    return Name(
        family=clean(name.family),
        given=clean(name.given),
        particle=clean(name.particle),
        suffix=clean(name.suffix),
        literal=clean(name.literal),
    )


def _render(name: Name, ascii: bool) -> str:
    if name.literal or not (name.family and name.given):
        return _grouped(_escaped(name.literal or _plain(name), ascii))
    particle, family, suffix, given = (
        _escaped(part, ascii) for part in (name.particle, name.family, name.suffix, name.given)
    )
    if _UNMISTAKABLE.fullmatch(f"{name.family}, {name.given}") and not (name.particle or name.suffix):
        return f"{name.family}, {name.given}"
    # The plainest form that BibTeX divides as it was meant: `Ortega y Gasset` needs braces, `Day` does not.
    forms = (
        _joined(particle, family, suffix, given),
        _joined(particle, _grouped(family), suffix, given),
        _joined(particle, *(_grouped(part) for part in (family, suffix, given))),
    )
    safe = _joined(*(_grouped(part) for part in (particle, family, suffix, given)))
    return next((form for form in forms if _divides_into(form, name)), safe)


def _escaped(text: str, ascii: bool) -> str:
    # biber 2.18 makes initials of `{\textbraceleft}` that LaTeX cannot read, and none of `\textbraceleft{}`.
    return _COMMAND_FIRST.sub(r"\1{}", escape(text, ascii=ascii))


def _joined(particle: str, family: str, suffix: str, given: str) -> str:
    last = f"{particle} {family}" if particle else family
    return ", ".join(part for part in (last, suffix, given) if part)


def _grouped(latex: str) -> str:
    # A group that starts with a command is a letter to BibTeX.
    return latex and (f"{{{{{latex}}}}}" if latex.startswith("\\") else f"{{{latex}}}")


def _divides_into(form: str, name: Name) -> bool:
    try:
        # BibTeX, but not bibtexparser, takes `al-Farsi` for two words, the first of them a particle.
        hyphens_part = _parts(form.replace("-", " ")).particle == name.particle.replace("-", " ")
        return hyphens_part and _split(f"{form} ") == [form] and _parts(form) == name
    except ValueError:
        return False


def _plain(name: Name) -> str:
    return " ".join(part for part in (name.given, name.particle, name.family, name.suffix) if part)
