"""Markdown, plain text or HTML → a Draft: what in it is the writer's own prose.

`Draft.text` is the text as given, but that a lone carriage return is a line feed, so that lines count as editors count
them. In `Draft.prose`, of the same length, a line is a paragraph, a heading, a list item or a cell of a table: a line
end within a paragraph is a blank, and a tag or a bar that ends one is a line break. Typographic quotations within a
sentence stay prose: they are often the claim itself, and polarity tells whether the writer asserts or reports them.
"""

from evidence.drafts import blocks, wrapped
from evidence.drafts.characters import closed_up, one_line_end, plain
from evidence.drafts.draft import Draft
from evidence.drafts.ignores import ignores
from evidence.drafts.inline import Kind, masked

__all__ = ["Kind", "draft_of"]


def draft_of(text: str, name: str = "draft", kind: Kind = "markdown") -> Draft:
    """The draft that a text is. Takes time linear in its length, whatever is in it."""
    text = one_line_end(text)
    paragraphs, comments = masked(_one_paragraph_a_line(plain(text), kind), kind)
    prose = closed_up(paragraphs)
    return Draft(text, prose, name, ignores(text, prose, comments))


def _one_paragraph_a_line(text: str, kind: Kind) -> str:
    match kind:
        case "markdown":
            return blocks.one_paragraph_a_line(text)
        case "text":
            return wrapped.one_paragraph_a_line(text)
        case "html":
            return text.replace("\r", " ").replace("\n", " ")
