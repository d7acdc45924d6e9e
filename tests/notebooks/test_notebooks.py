"""The notebooks run from top to bottom, and are kept so that a change of one sentence is a change of one line."""

import asyncio
import os
import re
import sys
from pathlib import Path

import pytest

try:
    import ipykernel  # noqa: F401 (the kernel, which is started by its name)
    import nbformat
    from nbclient import NotebookClient
except ImportError as missing:
    if "EVIDENCE_REQUIRE_TOOLS" in os.environ:
        raise
    pytest.skip(f"{missing.name} is not installed: pip install -e '.[test]'", allow_module_level=True)

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"
NAMES = (
    "01-filter-claims-by-evidence",
    "02-does-massage-help-knee-osteoarthritis",
    "03-what-five-articles-promise",
    "04-check-a-draft",
    "05-your-own-library",
)
METADATA = {"kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}}
# A sentence ends and another begins on the same line; `e.g. A` and `1. First` are none.
SECOND_SENTENCE = re.compile(r"(?<![.\d])[a-z)*`\]][.?!]\**\s+[A-Z]")
MACHINE = re.compile(r"/(?:home|root|Users|tmp|var|opt|work|mnt)/|[A-Z]:\\\\")
PUBLIC = {"evidence", "evidence.notebook", "evidence.plots", "evidence.synthesis", "evidence.tables"}


def notebook(name):
    return nbformat.read(FOLDER / f"{name}.ipynb", as_version=nbformat.NO_CONVERT)


def cells(name, type):
    return [cell for cell in notebook(name).cells if cell.cell_type == type]


async def _run(name, folder):
    """Run a notebook in a kernel of this Python, in a folder of its own; the kernel keeps no history."""
    client = NotebookClient(notebook(name), timeout=120, kernel_name="python3", resources=_in(folder / name))
    client.create_kernel_manager()
    client.km.kernel_spec.argv[0] = sys.executable
    return await client.async_execute(env={**os.environ, "IPYTHONDIR": str(folder / "ipython")})


def _in(folder):
    folder.mkdir()
    return {"metadata": {"path": str(folder)}}


async def _run_all(folder):
    return await asyncio.gather(*(_run(name, folder) for name in NAMES), return_exceptions=True)


@pytest.fixture(scope="module")
def executed(tmp_path_factory):
    """Every notebook executed, or what went wrong: all at once, as pytest-xdist keeps one file on one worker."""
    return dict(zip(NAMES, asyncio.run(_run_all(tmp_path_factory.mktemp("notebooks"))), strict=True))


def ran(executed, name):
    """The cells of a notebook with what they put out; raises what stopped it."""
    if isinstance(executed[name], BaseException):
        raise executed[name]
    return [cell for cell in executed[name].cells if cell.cell_type == "code"]


@pytest.mark.parametrize("name", NAMES)
def test_it_runs_from_top_to_bottom(executed, name):
    code = ran(executed, name)

    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))


@pytest.mark.parametrize("name", NAMES)
def test_it_shows_pictures_with_their_description_and_their_words(executed, name):
    pages = [
        output.data["text/html"]
        for cell in ran(executed, name)
        for output in cell.outputs
        if "text/html" in output.get("data", {})
    ]
    pictures = [page for page in pages if "<img " in page]

    assert pictures
    for page in pictures:
        assert re.search(r'<img alt="[^"]{20,}" src="data:image/svg\+xml;base64,', page)
        assert "<summary>The same in words</summary>" in page


@pytest.mark.parametrize("name", NAMES)
def test_it_tells_of_nothing_that_went_wrong(executed, name):
    streams = [one for cell in ran(executed, name) for one in cell.outputs if one.output_type == "stream"]

    assert [one.text for one in streams if one.name == "stderr"] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_path_of_a_machine_is_shown(executed, name):
    shown = [one.text for cell in ran(executed, name) for one in cell.outputs if "text" in one]

    assert [text for text in shown if MACHINE.search(text)] == []


def test_these_are_all_the_notebooks():
    assert sorted(path.stem for path in FOLDER.glob("*.ipynb")) == list(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_no_output_is_stored(name):
    for cell in cells(name, "code"):
        assert (cell.outputs, cell.execution_count) == ([], None), cell.id


@pytest.mark.parametrize("name", NAMES)
def test_the_file_holds_nothing_that_changes_by_itself(name):
    read = notebook(name)
    ids = [cell.id for cell in read.cells]

    assert read.metadata == METADATA
    assert [cell.id for cell in read.cells if cell.metadata] == []
    assert len(set(ids)) == len(ids)
    assert [id for id in ids if not re.fullmatch(r"[a-z][a-z-]*", id)] == []  # said by a person, not drawn at random
    assert (FOLDER / f"{name}.ipynb").read_text(encoding="utf-8") == f"{nbformat.writes(read)}\n"


@pytest.mark.parametrize("name", NAMES)
def test_prose_has_one_sentence_a_line(name):
    prose = [re.sub(r"```.*?```", "", cell.source, flags=re.DOTALL) for cell in cells(name, "markdown")]
    lines = [line for text in prose for line in text.splitlines()]

    assert [line for line in lines if SECOND_SENTENCE.search(line)] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_path_of_a_machine_is_in_it(name):
    assert not MACHINE.search((FOLDER / f"{name}.ipynb").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_it_uses_only_the_public_face(name):
    source = "\n".join(cell.source for cell in cells(name, "code"))
    imported = set(re.findall(r"^(?:from|import) (evidence[\w.]*)", source, re.MULTILINE))

    assert imported <= PUBLIC


@pytest.mark.parametrize("name", NAMES)
def test_prose_states_no_count_that_the_data_could_contradict(name):
    """Article numbers, percentages of a method and figures in code may stand; counts of records may not."""
    prose = "\n".join(cell.source for cell in cells(name, "markdown"))
    nouns = "claims?|studies|articles?|trials?|results?|sentences|reviews?|records?"

    assert re.findall(rf"\b\d+ (?:{nouns})\b", prose) == []


@pytest.mark.parametrize("file", ["README.md", *(f"{name}.ipynb" for name in NAMES)])
def test_every_link_leads_somewhere(file):
    text = (FOLDER / file).read_text(encoding="utf-8")

    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (FOLDER / target).exists(), target


@pytest.mark.parametrize("file", ["README.md", "notebooks/README.md"])
def test_each_is_linked(root, file):
    text = (root / file).read_text(encoding="utf-8")

    assert [name for name in NAMES if f"{name}.ipynb)" not in text] == []
