"""Plain text ↔ the value of a BibTeX field.

Two forms are written: UTF-8 (accents as they are) and ASCII (accents as commands, for old styles). Only commands that
bibtex, biber, pandoc and LaTeX without packages all know are written; a character that has none of these stays as it
is. Many more are read.
"""

import html
import re
import unicodedata
from collections import deque
from contextlib import suppress

from pylatexenc.latexencode import get_builtin_uni2latex_dict  # type: ignore[import-untyped]

__all__ = ["clean", "enclosed", "encode", "escape", "unescape", "unknown_commands"]

# What Crossref sends inside titles.
_TAG = re.compile(
    r"</?(?:(?:jats|mml):[\w-]+|i|b|u|em|strong|sub|sup|scp?|ovl|tt|font|span|italic|bold)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)
# Soft hyphen, zero-width, marks of direction, half surrogates, non-characters: none can be seen, all trip some reader.
_INVISIBLE = re.compile(
    "[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
_LIGATURE = re.compile("[\ufb00-\ufb06]")

_SPECIALS = {char: f"\\{char}" for char in "&%$#_"} | {
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    "\\": r"{\textbackslash}",
    # Never `\{`: BibTeX counts it as a brace.
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
}
_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", '"': "\u0308", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "r": "\u030a", "c": "\u0327", "k": "\u0328", "d": "\u0323",
    "b": "\u0331",
}  # fmt: skip
_ACCENT_OF = {mark: command for command, mark in _ACCENTS.items()}
_LETTERS = {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE"}
_DOTLESS = {"ı": "i", "ȷ": "j"}
# Left as they are because pandoc drops their commands without a word: đ ð þ ŋ – — ° ® ™ € • † « ½ and their like.
_MARKS = {"‘": "textquoteleft", "’": "textquoteright", "“": "textquotedblleft", "”": "textquotedblright"} | {
    "…": "ldots", "§": "S", "¶": "P", "©": "copyright", "£": "pounds",
}  # fmt: skip
_MATH = {
    "≤": r"\leq", "≥": r"\geq", "≠": r"\neq", "≈": r"\approx", "≡": r"\equiv", "±": r"\pm", "∓": r"\mp", "×": r"\times",
    "÷": r"\div", "−": "-", "⋅": r"\cdot", "∼": r"\sim", "∝": r"\propto", "∞": r"\infty", "→": r"\rightarrow",
    "←": r"\leftarrow", "↔": r"\leftrightarrow", "↑": r"\uparrow", "↓": r"\downarrow", "≪": r"\ll", "≫": r"\gg",
    # The micro sign is upright, the letter is not. The last three come out as other glyphs from TeX's oldest fonts.
    "µ": r"\mathrm{\mu}", "<": "<", ">": ">", "|": "|",
}  # fmt: skip
_SUPERSCRIPTS = dict(zip("0123456789+-∘", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻°", strict=True))
_SUBSCRIPTS = dict(zip("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋", strict=True))

_COMMAND_OF_BUILTIN = re.compile(r"(?:\\ensuremath\{)?\\([A-Za-z]+)\}?")
_BUILTIN: dict[str, str] = {
    chr(code): match[1]
    for code, latex in get_builtin_uni2latex_dict().items()
    if (match := _COMMAND_OF_BUILTIN.fullmatch(latex))
}
_GREEK = {char: f"\\{command}" for char, command in _BUILTIN.items() if "Α" <= char <= "ω" or char in "ϑϕϖϱϵ"}
_ASCII = (
    {char: f"{{\\{command}}}" for char, command in (_LETTERS | _DOTLESS | _MARKS).items()}
    | {char: f"{{\\ensuremath{{{latex}}}}}" for char, latex in (_GREEK | _MATH).items()}
    | {char: f"{{\\textsuperscript{{{plain}}}}}" for plain, char in _SUPERSCRIPTS.items() if char != "°"}
    | {char: f"{{\\textsubscript{{{plain}}}}}" for plain, char in _SUBSCRIPTS.items()}
    | _SPECIALS
)

# Signs that stand for themselves everywhere, no two blanks or hyphens together and no blank at an end.
_PLAIN = re.compile(r"(?:[A-Za-z0-9,.:;?!()/'+*=-]+(?: (?! )|\Z))*(?<! )")
_PLAIN_BUT_BLANKS = re.compile(r"(?:[A-Za-z0-9,.:;?!()/'+*= ]|-(?!-))*")
_CLUSTER = re.compile("-{2,}|.[\u0300-\u036f]*", re.DOTALL)


def clean(text: str) -> str:
    """`text` in NFC, without markup, entities, invisible characters and ligatures, on one line with single blanks."""
    if _PLAIN.fullmatch(text):
        return text  # most text is; the long way gives the same, ten times slower
    while (cleaned := _cleaned(text)) != text:  # Crossref also holds `&amp;lt;`
        text = cleaned
    return text


def _cleaned(text: str) -> str:
    text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), _TAG.sub("", text))
    text = _LIGATURE.sub(lambda ligature: unicodedata.normalize("NFKC", ligature[0]), _INVISIBLE.sub("", text))
    text = " ".join(text.split())
    return unicodedata.normalize("NFC", "".join(char for char in text if unicodedata.category(char) != "Cc"))


def escape(text: str, *, ascii: bool) -> str:
    """`text`, cleaned, as the value of a field, without the braces around it; in ASCII form or in UTF-8.

    In both forms no character of `text` can end the value, start a command or start a comment; none is lost.
    """
    return encode(clean(text), ascii=ascii)


def encode(text: str, *, ascii: bool) -> str:
    """`escape` for a piece of text that is clean already; blanks at its ends stay."""
    if _PLAIN_BUT_BLANKS.fullmatch(text):
        return text
    one = _encode_ascii if ascii else _encode
    return "".join(_unligated(cluster) or one(cluster) for cluster in _CLUSTER.findall(text))


def _unligated(cluster: str) -> str:
    """A run of hyphens so that TeX does not draw a dash for it; empty for anything else."""
    return "{-}" * (len(cluster) - 1) + "-" if cluster.startswith("--") else ""


def _encode(cluster: str, table: dict[str, str] = _SPECIALS) -> str:
    return table.get(cluster[0], cluster[0]) + cluster[1:]


def _encode_ascii(cluster: str) -> str:
    if cluster in _ASCII:
        return _ASCII[cluster]
    letter, *marks = list(unicodedata.normalize("NFD", cluster))
    accented = letter in _LETTERS or (letter.isascii() and letter.isalpha())
    if not (marks and accented and _ACCENT_OF.keys() >= set(marks)):
        return _encode(cluster, _ASCII)
    latex = _ASCII.get(letter, letter)
    for mark in marks:
        latex = _accent(_ACCENT_OF[mark], latex)
    return latex


def _accent(command: str, letter: str) -> str:
    if command.isalpha():
        return f"{{\\{command}{letter}}}" if letter.startswith("{") else f"{{\\{command}{{{letter}}}}}"
    return f"{{\\{command}{letter}}}"


# A run of letters that mean nothing to LaTeX is one token.
_TOKEN = re.compile(r"\\[A-Za-z]+\s*|\\.|[^\\{}$~^_-]+|.", re.DOTALL)
_BRACE = re.compile("[{}]")
_SPACES = set(" ,;:\\\n\t")
# Commands that change how their argument looks, or nothing that a reader of text would miss.
_WRAPPERS = {
    "emph", "textit", "textbf", "textrm", "textsc", "textsf", "textsl", "texttt", "textup", "textnormal", "text",
    "mbox", "ensuremath", "uline", "underline", "mathit", "mathbf", "mathsf", "mathcal", "mathbb", "bibstring",
    "enquote", "url",
}  # fmt: skip
_SWITCHES = {
    "em", "it", "bf", "rm", "sc", "sf", "sl", "tt", "itshape", "bfseries", "scshape", "upshape", "normalfont",
    "protect", "relax", "/", "-", "!",
}  # fmt: skip
_SYMBOLS = (
    {command: char for char, command in reversed(_BUILTIN.items())}
    | {command: char for char, command in (_LETTERS | _DOTLESS | _MARKS).items()}
    | {latex[1:]: char for char, latex in (_GREEK | _MATH).items() if latex.startswith("\\")}
    | {latex[2:-1]: char for char, latex in _SPECIALS.items() if latex.startswith("{")}
    | {char: char for char in "&%$#_{}"}
    | {"aa": "å", "AA": "Å", "dots": "…", "le": "≤", "ge": "≥", "ne": "≠", "to": "→", "lbrace": "{", "rbrace": "}"}
)


def unescape(value: str) -> str:
    """The plain text of a field's `value` (without the braces around it), in either form or as people write LaTeX.

    Braces that protect capitals go, `--` stays, and a command that is not known stays as it is written (see
    `unknown_commands`). `unescape(escape(text, ascii=…)) == clean(text)`.

    Raises:
        RecursionError: when commands stand within commands some hundreds deep.
    """
    return clean(_Reader(value).run())


def enclosed(value: str) -> bool:
    r"""Whether the brace that `value` starts with is closed by its last character, as BibTeX counts: `\{` is one."""
    depth = 0
    for brace in _BRACE.finditer(value):
        depth += 1 if brace[0] == "{" else -1
        if depth <= 0:
            return value.startswith("{") and brace.end() == len(value)
    return False


def unknown_commands(value: str) -> tuple[str, ...]:
    """The commands in a field's `value` that `unescape` does not know, each once, in the order met."""
    if "\\" not in value:
        return ()
    reader = _Reader(value)
    with suppress(RecursionError):  # `unescape` raises it too, and is heard
        reader.run()
    return tuple(dict.fromkeys(reader.unknown))


class _Reader:
    """Reads LaTeX from left to right, one token after another; takes anything, balanced or not."""

    def __init__(self, value: str) -> None:
        self._tokens = deque(_TOKEN.findall(value))
        self.unknown: list[str] = []

    def run(self, end: str = "", math: bool = False) -> str:
        """The text up to the token `end`, which is taken too, or to the end of the value."""
        parts = []
        while self._tokens and self._tokens[0] != end:
            parts.append(self._next(math))
        if self._tokens:
            self._tokens.popleft()
        return "".join(parts)

    def _next(self, math: bool) -> str:
        token: str = self._tokens.popleft()
        match token:
            case "{":
                return self.run("}", math)
            case "$" if not math and "$" in self._tokens:
                return self.run("$", math=True)
            case "~":
                return " "
            case "^" | "_" | "-" as sign if math:
                return "−" if sign == "-" else self._script(_SUPERSCRIPTS if sign == "^" else _SUBSCRIPTS)
        return self._command(token, math) if len(token) > 1 and token[0] == "\\" else token

    def _argument(self, math: bool = False) -> str:
        """What a command acts on: the next group, command or letter."""
        token = ""
        while self._tokens and not token:
            token = self._tokens.popleft().lstrip()
        if not token:
            return ""
        letters = token if token[0] != "\\" else ""
        self._tokens.extendleft([letters[1:], letters[0]] if len(letters) > 1 else [token])
        return self._next(math)

    def _script(self, forms: dict[str, str]) -> str:
        text = self._argument()
        return "".join(forms[char] for char in text) if forms.keys() >= set(text) else text

    def _command(self, token: str, math: bool) -> str:
        name = token[1:].rstrip() or " "
        if name in _ACCENTS:
            return _accented(self._argument(), _ACCENTS[name]) or name
        if name in _WRAPPERS:
            return self._argument(math or name == "ensuremath")
        if name == "mathrm":
            return self._argument(math=True).replace("μ", "µ")
        if name in ("textsuperscript", "textsubscript"):
            return self._script(_SUPERSCRIPTS if name == "textsuperscript" else _SUBSCRIPTS)
        return self._symbol(name, token)

    def _symbol(self, name: str, token: str) -> str:
        if name in _SPACES:
            return " "
        if name in _SWITCHES:
            return ""
        if name not in _SYMBOLS:
            self.unknown.append(f"\\{name}")
        return _SYMBOLS.get(name, token)


def _accented(text: str, mark: str) -> str:
    """`text` with the mark on its first letter, over marks that are there already."""
    if not text:
        return ""
    first = _CLUSTER.findall(text)[0]
    return unicodedata.normalize("NFC", _DOTLESS.get(first, first) + mark) + text[len(first) :]
