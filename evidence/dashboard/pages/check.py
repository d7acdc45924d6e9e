"""Check a draft: what it says is held, sentence by sentence, against what the studies say."""

from collections.abc import Sequence
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from evidence.counting import counted
from evidence.dashboard import address, basket, marked, takeaway
from evidence.dashboard import data as shared
from evidence.dashboard.checked import Checked, Mark, Part
from evidence.dashboard.links import claim_link
from evidence.dashboard.longdrafts import LONG, Waiting, sentences_in, start
from evidence.dashboard.parts import disclaimer, listing, plain, problems_note, show, text_html
from evidence.dashboard.sample import SAMPLE
from evidence.drafts.draft import Draft
from evidence.drafts.ignores import faults
from evidence.drafts.report import CheckedSentence, Level
from evidence.errors import EvidenceError, UnreadableDraft
from evidence.export.leading import leading
from evidence.export.report import is_unmatched
from evidence.export.visible import visible
from evidence.library import Library
from evidence.store.drafts import draft_of_bytes

_CHECKED = "check.checked"
_FAILED = "check.failed"
_FILE = "check.file"
_READY = "check.ready"
_WAITING = "check.waiting"
_EXAMPLE = "Example text"
_AT_ONCE = 20
_MOST_BYTES = 2 * 1024 * 1024
_REFERENCES = {"names": "author and year", "keys": "[@key]", "none": "no reference"}
_VIEW = address.View(
    many={"level": tuple(level.value for level in marked.LEVELS)},
    one={"refs": tuple(_REFERENCES), "example": ("", "yes")},
)


def page() -> None:
    """The box to paste into, then the marked text beside its findings."""
    library = shared.library()
    _VIEW.read()
    st.html(Path(marked.__file__).with_suffix(".css"))
    st.title("Check a draft", anchor=False)
    text_html(
        "Paste a text about health, or drop a file. Every sentence is held against the claims of this library: "
        "what holds, what is overstated, what nobody knows, and what you may write instead.",
        "ev-lead",
    )
    text_html("🔒 Nothing you paste leaves this computer. It is forgotten when you close the page.")
    problems_note(library)
    _draw_input(library)
    if message := st.session_state.get(_FAILED):
        st.error(plain(message))
    if _WAITING in st.session_state:
        _draw_waiting()
    elif checked := st.session_state.get(_CHECKED):
        _draw_checked(checked)
    _VIEW.write()
    disclaimer()


def _draw_input(library: Library) -> None:
    with st.container(key="check-input"):
        left, right = st.columns([3, 2], gap="large")
        with left, st.form("check.form", border=False):
            text = st.text_area("Your text", key="check.text", height=180, persist_state="session")
            pressed = st.form_submit_button("Check this text", type="primary")
        with right:
            file = st.file_uploader("Or a file: md, txt, html, docx or pdf, up to 2 MB", key="check.upload")
            if st.button("Show me an example"):
                st.session_state["example"] = "yes"
    if pressed:
        _take((text or "").encode(), "Pasted text", library)
    elif file is not None and file.file_id != st.session_state.get(_FILE):
        st.session_state[_FILE] = file.file_id
        _take(file.getvalue(), file.name, library)
    _follow_address(library)


def _follow_address(library: Library) -> None:
    """Show the example exactly where the address asks for it, so that the link, back and forward hold."""
    checked = st.session_state.get(_CHECKED)
    is_example = checked is not None and checked.draft.name == _EXAMPLE
    if st.session_state["example"] and not is_example:
        _take(SAMPLE.encode(), _EXAMPLE, library)
    elif is_example and not st.session_state["example"]:
        del st.session_state[_CHECKED]


def _take(data: bytes, name: str, library: Library) -> None:
    """Check what was handed in and keep the result for the session; what was there before stays if this fails."""
    state = st.session_state
    try:
        with st.spinner("Reading the draft …", show_time=True):
            draft = _draft(data, name)
    except EvidenceError as error:
        state[_FAILED] = str(error)
        return
    state["example"] = "yes" if name == _EXAMPLE else ""
    state.pop(_FAILED, None)
    state.pop(_WAITING, None)
    state.pop(_READY, None)
    if sentences_in(draft) > LONG:
        state[_WAITING] = start(draft, library, Checked.of)
        return
    with st.spinner(f"Checking {counted(sentences_in(draft), 'sentence')} …", show_time=True):
        state[_CHECKED] = Checked.of(draft, library)


def _draft(data: bytes, name: str) -> Draft:
    """What was handed in, if there is prose in it."""
    if not data.strip():
        raise UnreadableDraft(f"{name}: there is nothing in it yet. Paste a text, or choose a file.")
    if len(data) > _MOST_BYTES:
        raise UnreadableDraft(f"{name}: is larger than 2 MB. Check it in parts.")
    draft = draft_of_bytes(data, name)
    if not sentences_in(draft):
        raise UnreadableDraft(
            f"{name}: no prose was found in it, so nothing was checked. Code, quotations and addresses are left out."
        )
    return draft


@st.fragment(run_every=1)
def _draw_waiting() -> None:
    """What is being done for a long draft; once it is done, its result."""
    waiting: Waiting | None = st.session_state.get(_WAITING)
    if waiting is None:
        return
    if waiting.result.done():
        del st.session_state[_WAITING]
        st.session_state[_CHECKED] = waiting.result.result()
        st.rerun()
    show(
        Markup(
            '<p class="ev-text">Checking {} of {}, for {} so far. You may read other pages meanwhile; the result will '
            'be here.</p><progress aria-label="The draft is being checked"></progress>'
        ).format(counted(waiting.sentences, "sentence"), visible(waiting.name), counted(waiting.seconds, "second"))
    )
    if st.button("Do not wait for it"):
        waiting.result.cancel()
        del st.session_state[_WAITING]
        st.rerun()


def _draw_checked(checked: Checked) -> None:
    st.header(plain(checked.draft.name), anchor=False)
    show(marked.coverage(checked))
    for warning in _warnings(checked):
        st.warning(plain(warning))
    _draw_files(checked)
    part = _chosen_part(checked)
    shown = _chosen_marks(part)
    left, right = st.columns(2, gap="large")
    with left, st.container(key="marked-text"):
        st.header("The text", anchor=False)
        show(marked.legend())
        show(marked.text(checked, part, shown))
    with right:
        st.header("Findings", anchor=False)
        if not shown:
            text_html("Nothing was found here. That a sentence has no finding does not mean that it is true.")
        _draw_findings(shown, checked.library)
    _draw_rest(part, checked.library)


def _warnings(checked: Checked) -> list[str]:
    found = [f"Line {checked.draft.place(one.start).line}: the comment {one.message}." for one in faults(checked.draft)]
    if checked.report.approximate:
        found.append("The text was taken out of its file; headings, lists and line ends are approximate.")
    return found


def _draw_files(checked: Checked) -> None:
    with st.container(horizontal=True):
        for file in checked.files[:2]:
            takeaway.download(file.label, file.make, file.name, file.mime)
        with st.popover("More reports"):
            for file in checked.files[2:]:
                takeaway.download(file.label, file.make, file.name, file.mime)
        takeaway.copy_link()
        takeaway.print_page()
    text_html("The link opens this page without your text: what you pasted is in no address.", "ev-quiet")


def _chosen_part(checked: Checked) -> Part:
    """The stretch of the draft that is looked at; short drafts have only one."""
    count = len(checked.parts)
    if count == 1:
        return checked.parts[0]
    text_html(f"A long draft, shown in {count} parts.")
    return checked.parts[st.pagination(count, key="check.part") - 1]


def _chosen_marks(part: Part) -> tuple[Mark, ...]:
    """The findings of the levels that the reader wants to see; all when none is chosen."""
    levels = [mark.finding.level for mark in part.marks]
    with st.container(horizontal=True, gap="medium"):
        chosen = st.pills(
            "Show only",
            [level.value for level in marked.LEVELS],
            key="level",
            selection_mode="multi",
            format_func=lambda level: marked.level_words(Level(level), levels.count(Level(level))),
        )
        st.segmented_control(
            "Copied rewrites carry", list(_REFERENCES), key="refs", required=True, format_func=_REFERENCES.__getitem__
        )
    return tuple(mark for mark in part.marks if not chosen or mark.finding.level in chosen)


def _draw_findings(shown: tuple[Mark, ...], library: Library) -> None:
    """The first findings with their buttons, which take a browser long to draw; the others as one piece without."""
    ready = st.session_state.get(_READY, _AT_ONCE)
    with st.container():
        for mark in shown[:ready]:
            _draw_finding(mark, library)
    if rest := shown[ready:]:
        text_html(f"From finding {rest[0].number} on, the buttons to copy and collect are left out.", "ev-quiet")
        st.button(f"Give the next {min(len(rest), _AT_ONCE)} their buttons", key="check.more", on_click=_make_ready)
        show(Markup("").join(marked.card(mark, _rewrites(mark, library), library) for mark in rest))


def _make_ready() -> None:
    st.session_state[_READY] = st.session_state.get(_READY, _AT_ONCE) + _AT_ONCE


def _draw_finding(mark: Mark, library: Library) -> None:
    with st.container(border=True, gap="small", key=f"finding-{mark.number}-{mark.finding.level}"):
        show(marked.finding(mark, library))
        for kind, told in _rewrites(mark, library):
            _draw_rewrite(mark, kind, told)
        show(marked.grounds(mark, library))
        if studies := [library.studies[key] for key in mark.finding.cite if key in library.studies]:
            basket.add_button(studies, place=f"finding-{mark.number}")


def _rewrites(mark: Mark, library: Library) -> list[tuple[str, str]]:
    """What may be written instead, each with its kind and with the references that the reader wants it to carry."""
    keys, how = leading(mark.finding, library), st.session_state["refs"]
    return [
        (kind, marked.with_references(rewrite, keys, how, library))
        for kind, rewrite in zip(("Exact", "Everyday"), mark.finding.rewrites, strict=False)
    ]


def _draw_rewrite(mark: Mark, kind: str, told: str) -> None:
    with st.container(
        horizontal=True, vertical_alignment="center", wrap=False, key=f"rewrite-{mark.number}-{kind.lower()}"
    ):
        show(marked.rewrite(kind, told))
        takeaway.copy_text(told, key=f"{mark.number}-{kind.lower()}", label=f"Copy {kind.lower()}")


def _draw_rest(part: Part, library: Library) -> None:
    """What was not checked, and why: silence about it would look like approval."""
    unknown = [one for one in part.sentences if is_unmatched(one)]
    _draw_list("Not in this library, not checked", [_unknown(one, library) for one in unknown])
    skipped = [one for one in part.sentences if one.skipped]
    _draw_list("Skipped", [f"{visible(one.text[:200])} ({one.skipped})" for one in skipped])
    ignored = [one for one in part.sentences if one.ignored]
    _draw_list("Ignored, as the draft asks", [visible(f"{one.text} ({one.ignored})") for one in ignored])


def _draw_list(title: str, items: Sequence[str | Markup]) -> None:
    if items:
        with st.expander(f"{title} ({len(items)})"):
            listing(items)


def _unknown(sentence: CheckedSentence, library: Library) -> Markup:
    near = [claim_link(library.all_claims[id]) for id in sentence.nearest if id in library.all_claims]
    nearest = Markup(' <span class="ev-quiet">Nearest: {}</span>').format(Markup(" · ").join(near)) if near else ""
    return Markup("{}{}").format(visible(sentence.text), nearest)


page()
