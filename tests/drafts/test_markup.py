"""What of a text is the writer's own prose, and where it stands."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from evidence.drafts import inline
from evidence.drafts.markup import draft_of
from evidence.sentences import paragraphs


def read(text, kind="markdown"):
    """The paragraphs of a draft's prose, with runs of blanks as one."""
    return [" ".join(paragraph.text.split()) for paragraph in paragraphs(draft_of(text, kind=kind).prose)]


MARKDOWN = {
    "headings": ("# One #\n## Two\nThree\n=====\nFour\n---\n#hash", ["One", "Two", "Three", "Four", "#hash"]),
    "a wrapped paragraph is one": ("Massage\nhelps.\n\nMore.", ["Massage helps.", "More."]),
    "a hard break ends it": ("One  \nTwo\\\nThree", ["One", "Two", "Three"]),
    "wrapped with CRLF": ("Massage\r\nhelps.\r\n\r\nMore.", ["Massage helps.", "More."]),
    "wrapped with lone CR": ("Massage\rhelps.\r\rMore.", ["Massage helps.", "More."]),
    "fenced code": ("A\n```py\nx = 1\n\n# no\n```\nB", ["A", "B"]),
    "fenced code with tildes holds backticks": ("~~~~\n```\n~~~\n~~~~\nB", ["B"]),
    "a fence that is not closed": ("A\n\n```\nB", ["A"]),
    "indented code": ("A\n\n    code\n\n\tcode\n\nB", ["A", "B"]),
    "an indented line of a paragraph": ("A\n        b", ["A b"]),
    "code": ("A `b` c ``d ` e`` f ` g", ["A c f ` g"]),
    "a backslash does not hide a closing mark": ("a `b\\` c", ["a c"]),
    "an escaped mark": (r"2 \* 3 \`a\`", ["2 * 3 `a `"]),
    "emphasis": ("**Massage** _helps_ ***you***.", ["Massage helps you ."]),
    "emphasis within a word": ("un*believ*able **mas**sage", ["unbelievable massage"]),
    "stars and underscores that mark nothing": ("2*3 * 4 a_b_c", ["2*3 * 4 a_b_c"]),
    "struck out": ("A ~~no~~ yes ~b~", ["A yes ~b~"]),
    "links": ("See [the *text*](http://a.b/c_(d) 'Title') and [more][ref] now", ["See the text and more now"]),
    "a link within a word": ("[massage](u)s", ["massages"]),
    "link definitions": ("A\n\n[ref]: http://a.b 'T'\n\nB", ["A", "B"]),
    "images": ("A ![alt [b](c)](d.png) e ![f][g]", ["A e"]),
    "addresses": ("A http://a.b/c?d=e, www.a.b (https://a.b/c_(d)). <mailto:a@b.c> doi:10.1/x", ["A , ( )."]),
    "a DOI": ("See 10.1000/xyz123.", ["See ."]),
    "tags": ("A <b>bold</b> un<i>do</i> <span title='a > b'>c</span> <br> d", ["A bold undo c", "d"]),
    "elements that are no prose": ("A <code>b</code> <sup>1</sup> c <del>d</del>", ["A c"]),
    "a tag in words": ("the <code> tag\n\nand `x` <b", ["the tag", "and <b"]),
    "an element over paragraphs": ("A\n\n<blockquote>\n\nB\n\n</blockquote>\n\nC", ["A", "C"]),
    "script and preformatted text": ("<script>\na\n\nb\n</script>\n<pre>\n\nc</pre> d\n\ne", ["d", "e"]),
    "comments": ("A <!-- b --> c\n<!--\n\nd\n\n-->\ne", ["A c", "e"]),
    "a comment that is not closed is read": ("A <!-- b\n\n<!-- c", ["A <!-- b", "<!-- c"]),
    "less-than": ("p < 0.05 and n <100 > 3", ["p < 0.05 and n <100 > 3"]),
    "entities": ("&uuml;ber&nbsp;all &amp; &unknown; a&shy;b &#8217;", ["über all & &unknown; ab ’"]),
    "quotations": ("A\n\n> b\nlazy\n\nC\n> d\n# E", ["A", "C", "E"]),
    "front matter in YAML": ("---\ntitle: A b\n---\nC", ["C"]),
    "front matter in TOML": ("+++\na = 1\n+++\nC", ["C"]),
    "a rule at the start is no front matter": ("---\n\nA\n\n---\n\nB", ["A", "B"]),
    "front matter that is not closed": ("---\ntitle: A\n\nB", ["title: A", "B"]),
    "lists": ("- a\n  b\n* c\n1. d\n2) e\n- [x] f\n• g", ["a b", "c", "d", "e", "f", "g"]),
    "a comment ends a list": ("- a\n\n<!-- b -->\n\n    code", ["a"]),
    "nested lists": ("- a\n    - b\n\n      c\n\n          code\n- - d", ["a", "b", "c", "d"]),
    "a wrapped number is no list": ("It was in\n1986. A year.", ["It was in 1986. A year."]),
    "fenced code in a list": ("1. a\n   ```\n   b\n   ```\n   c", ["a", "c"]),
    "tables": ("| A | B |\n|:--|---|\n| c | d \\| e |\nf | g\n\nh | i", ["A", "B", "c", "d | e", "f", "g", "h | i"]),
    "footnotes": ("A[^1] b.\n\n[^1]: Note\n    goes on.", ["A b.", "Note goes on."]),
    "citations": ("A [@key, p. 3; -@b] b [see @c]. D [1, 3–5].", ["A b . D ."]),
    "definition lists": ("Term\n: What it is", ["Term", "What it is"]),
    "attributes": ("# A {#id .class}\n\n::: note\nb [c]{.small}\n:::", ["A", "b c"]),
    "typographic quotations are prose": (
        "He says “massage heals all wounds”.",
        ["He says “massage heals all wounds”."],
    ),
    "zero-width characters": ("mas\u200bsa\u00adge\u2060 \ufeffhelps", ["massage helps"]),
    "marks of direction": ("\u202emassage\u202c heals", ["massage heals"]),
    "control characters": ("a\0b\x07c\fd\u2028\u2028e", ["a b c d", "e"]),
    "nothing": ("", []),
}


@pytest.mark.parametrize("case", MARKDOWN)
def test_the_prose_of_markdown(case):
    text, prose = MARKDOWN[case]

    assert read(text) == prose


TEXT = {
    "each line is a paragraph": ("What it does\nMassage helps.\n\nMore.", ["What it does", "Massage helps.", "More."]),
    "marks of Markdown are text": ("# a *b* `c` [d](e)", ["# a *b* `c` [d](e)"]),
    "addresses and references": ("A [1]. See https://a.b/c.", ["A . See ."]),
    "quoted mail": ("> Massage heals.\n\nNo.", ["No."]),
    "wrapped lines": (
        "Massage of the knee has been studied in trials of adults\nwho had pain\n\nNext",
        ["Massage of the knee has been studied in trials of adults who had pain", "Next"],
    ),
    "a wrapped list": (
        "- Massage of the knee has been studied in trials of older\n  adults\n- Rest",
        ["Massage of the knee has been studied in trials of older adults", "Rest"],
    ),
    "lines longer than any editor wraps": (f"{'word ' * 30}\nNext", [("word " * 30).strip(), "Next"]),
}


@pytest.mark.parametrize("case", TEXT)
def test_the_prose_of_plain_text(case):
    text, prose = TEXT[case]

    assert read(text, "text") == prose


HTML = {
    "paragraphs": ("<p>One\ntwo</p><p>Three<br>four</p>", ["One two", "Three", "four"]),
    "phrases": ("<p>A <em>b</em> <a href='x>y' title=\"z\">c</a>s</p>", ["A b cs"]),
    "what is not shown": ("<head><title>T</title></head><style>a{}</style><script>if (a<b) c</script><p>D", ["D"]),
    "what is not prose": ("<nav>a</nav><pre>b</pre><p>C <code>d</code><blockquote><p>e</blockquote>", ["C"]),
    "lists and tables": ("<ul><li>a<li>b</ul><table><tr><td>c<td>d</table>", ["a", "b", "c", "d"]),
    "entities": ("<p>don&#8217;t &amp; &uuml;ber", ["don’t & über"]),
    "quoted phrases": ("<p>He says <q>yes</q>.", ['He says "yes" .']),
    "a value with a less-than": ('<p title="a<b">c', ["c"]),
    "a tag that is not closed": ("a <b", ["a <b"]),
    "declarations": ("<!DOCTYPE html><?xml a?><p>b", ["b"]),
    "comments": ("<p>a<!-- <p>b</p> -->c", ["ac"]),
    "an element that is not closed is read": ("<p>a</p><nav>b", ["a", "b"]),
}


@pytest.mark.parametrize("case", HTML)
def test_the_prose_of_html(case):
    text, prose = HTML[case]

    assert read(text, "html") == prose


def word_places(draft, word):
    return [draft.place(found.start()) for found in re.finditer(word, draft.prose)]


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("# A\n\nSee [the](http://x.y) **knee**.", "markdown", (3, 25)),
        ("A\r\n\r\n- b\r\n  knee", "markdown", (4, 3)),
        ("A\r\rknee", "markdown", (3, 1)),
        ("a\u200bb `c` 🦵 knee", "markdown", (1, 11)),
        ("<p>a\n<b>x</b> &amp; knee", "html", (2, 16)),
        ("<p>a\r\n\r\nknee", "html", (3, 1)),
        ("a\n\n  knee", "text", (3, 3)),
    ],
)
def test_words_stand_where_they_stand_in_the_text(text, kind, place):
    assert word_places(draft_of(text, kind=kind), "knee") == [place]


MARKUP = st.text(st.sampled_from(list("ab *_`~<>!-[](){}#|\\\"'&;:/.=+1\n\r\t\0\u200b\u202eé🦵")), max_size=80)
WHOLE = st.lists(
    st.sampled_from(
        "<!-- --> ignore evidence: ``` ~~~ <code> </code> <pre> </pre> [a](b) ![ ]( --- +++ |-|-| http:// & >".split()
    )
    | st.sampled_from(["\n", "\n\n", "    ", "a: b\n", " reason ", "Word. Word"]),
    max_size=40,
).map("".join)


@given(MARKUP | WHOLE, st.sampled_from(["markdown", "text", "html"]))
def test_prose_has_the_length_of_the_text_and_no_unseen_characters(text, kind):
    draft = draft_of(text, kind=kind)

    assert len(draft.prose) == len(draft.text) == len(text)
    assert not set(draft.prose) & set("\0\u200b\u202e")
    assert all(0 <= ignore.start < ignore.end <= len(text) for ignore in draft.ignores)


@given(st.text(st.sampled_from("abc dé.,;\n"), max_size=60))
def test_plain_words_stay_where_they_are(text):
    draft = draft_of(text)

    assert [found.span() for found in re.finditer(r"\S+", draft.prose)] == [
        found.span() for found in re.finditer(r"\S+", text)
    ]


WORDS = st.lists(st.sampled_from("knee massage helps some people often".split()), min_size=1, max_size=6).map(" ".join)
PHRASES = st.one_of(
    WORDS,
    WORDS.map("**{}**".format),
    WORDS.map("_{}_".format),
    WORDS.map("`{}`".format),
    WORDS.map("[{}](http://a.b 'c')".format),
    WORDS.map("![{}](d.png)".format),
    WORDS.map("<em>{}</em>".format),
)
LINES = st.lists(PHRASES, min_size=1, max_size=4).map(" ".join)
TEXTS = st.lists(LINES, min_size=1, max_size=3).map("\n".join)


def indented(text, mark):
    return mark + text.replace("\n", "\n" + " " * len(mark))


PLAIN_BLOCKS = st.one_of(
    TEXTS,
    LINES.map("## {}".format),
    TEXTS.map("> {}".format),
    WORDS.map("```\n{}\n```".format),
    WORDS.map("    {}".format),
    st.tuples(WORDS, WORDS).map(lambda cells: "| {} | x |\n|---|---|\n| {} | y |".format(*cells)),
    LINES.map("{}\n---".format),
    WORDS.map("<!-- {} -->".format),
)
# Code right after a list mark is left out: we read it, since those who write so mean a list ("-     text").
ITEMS = st.lists(PLAIN_BLOCKS, min_size=1, max_size=3).filter(lambda blocks: not blocks[0].startswith(" "))
BLOCKS = PLAIN_BLOCKS | ITEMS.map(lambda blocks: indented("\n\n".join(blocks), "- "))
DOCUMENTS = st.lists(BLOCKS, max_size=5).map("\n\n".join)


def words_by_markdown_it(text):
    """The words outside code, quotations and images, as an independent reader of CommonMark sees them."""
    depth, words = 0, []
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
        depth += token.nesting if token.type.startswith("blockquote") else 0
        if token.type == "inline" and not depth:
            for child in token.children:
                words += child.content.split() if child.type == "text" else []
    return words


@given(DOCUMENTS)
def test_the_words_are_those_that_markdown_it_reads(text):
    assert draft_of(text).prose.split() == words_by_markdown_it(text)


HOSTILE = (
    "* **a _a_ [ ![ ]( [a]( [a](b) ` `a`` ~~ < <a <!-- <a\n\" <a' </ & &a &# \\ {. ( > - 1. # | ~~~ = [^1]: [^a [a]: "
    "://a www.a 10.1000/ <code> <script> <pre> <blockquote> <q> [1, [@a] ]( ((( [x](< &lt; <! <![ http://))) : ::: [] x"
).split(" ")
BLANKS = (
    " ",
    "\t",
    "\n",
    "\r",
    "\r\n",
    "\0",
    "\u200b",
    "a\u200b",
    "\u202e",
    "> ",
    "- ",
    "- - ",
    "a\n",
    "\n=",
    "| a\n|-\n",
)
COMMENTS = (
    "<!-- evidence: ignore -->",
    "<!-- evidence: ignore r -->",
    "<!-- evidence: ignore r -->\n",
    "a <!-- evidence: ignore r --> b. C",
    "<!-- evidence: ignore-start r -->",
)


@pytest.mark.parametrize("kind", ["markdown", "text", "html"])
def test_hostile_text_is_read_in_time_that_grows_with_its_length(kind):
    """Some ten thousand of each; a method that is quadratic in one of them would hang the test."""
    for unit in (*HOSTILE, *BLANKS, *COMMENTS):
        text = unit * (50_000 // len(unit)) + "z"

        assert len(draft_of(text, kind=kind).prose) == len(text)


@pytest.mark.parametrize("kind", ["markdown", "text", "html"])
def test_a_line_of_a_million_characters(kind):
    assert draft_of("word " * 200_000 + "`" * 100_000, kind=kind).prose.startswith("word word")


def test_a_hundred_thousand_nested_marks():
    many = 100_000

    assert read("[" * many + "knee" + "](u)" * many) == ["knee"]
    assert read("> " * many + "knee") == []
    assert read("- " * many + "knee") == ["knee"]


@given(text=st.text(st.sampled_from("abwdo1i0.:/<>!?-&;#[]()*_`~{}\\@ \n"), max_size=60))
@pytest.mark.parametrize("kind", ["markdown", "text", "html"])
def test_what_is_stepped_over_as_prose_holds_no_token(kind, text):
    end = inline._PROSE[kind].match(text).end()
    token = inline._TOKENS[kind].search(text)

    assert end == (token.start() if token else len(text))
