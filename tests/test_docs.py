"""The documentation says what the program does."""

import dataclasses
import re
import shlex
import typing
from datetime import date

import pytest

from evidence.cli import main
from evidence.cli.arguments import parser
from evidence.model import (
    Appraisal,
    Article,
    Claim,
    Concept,
    Heading,
    Reference,
    Threshold,
    ThresholdKind,
    Topic,
    study_terms,
    terms,
)
from evidence.model.record import Record
from evidence.rows import ARTICLE_COLUMNS, CLAIM_COLUMNS, STUDY_COLUMNS
from evidence.rules import validate
from evidence.schemas import COMMANDS, schema
from evidence.store import load


def fields(type_: type) -> set[str]:
    """The names of all fields of a record and of the records in it."""
    names = set()
    for field in dataclasses.fields(type_):
        names.add(field.name)
        for part in typing.get_args(field.type) or (field.type,):
            if isinstance(part, type) and issubclass(part, Record):
                names |= fields(part)
    return names


IN_PATHS = {"id", "topic"}


@pytest.mark.parametrize("type_", [Claim, Appraisal, Article, Topic, Concept, Heading, Threshold, Reference])
def test_every_field_of_the_data_is_explained(root, type_):
    text = (root / "data/README.md").read_text()
    words = set(re.findall(r"[a-z_]+", " ".join(re.findall(r"`[^`]+`|```.*?```", text, re.DOTALL))))
    written = (
        {"authors": "author", "et_al": "others", "key": "article", "type": "article"} if type_ is Reference else {}
    )

    assert {written.get(name, name) for name in fields(type_)} - IN_PATHS - words - {"others"} == set()


LISTS = [getattr(module, name) for module in (terms, study_terms) for name in module.__all__ if name != "Term"]
LISTS.append(ThresholdKind)


@pytest.mark.parametrize("terms", LISTS)
def test_every_word_of_a_closed_list_is_explained(root, terms):
    text = (root / "data/README.md").read_text()

    assert [term.value for term in terms if f"`{term.value}`" not in text] == []


def commands():
    return parser()._subparsers._group_actions[0].choices.items()


@pytest.mark.parametrize(("name", "command"), commands())
def test_every_command_and_option_is_documented(root, name, command):
    text = (root / "docs/commands.md").read_text()

    assert f"`evidence {name}" in text
    for action in command._actions:
        for option in action.option_strings:
            if option.startswith("--") and option != "--help":
                assert option in text


@pytest.mark.parametrize("command", COMMANDS)
def test_every_field_of_the_json_is_documented(root, command):
    text = (root / "docs/json.md").read_text()
    made = schema(command)
    properties = {
        name
        for part in (made, *made.get("$defs", {}).values())
        for name in part.get("properties", {})
        if part is not None
    }

    assert {name for name in properties if f"`{name}`" not in text} - {"domain", "levels", "reason"} == set()


@pytest.mark.parametrize("column", [*CLAIM_COLUMNS, *STUDY_COLUMNS, *ARTICLE_COLUMNS])
def test_every_column_is_documented(root, column):
    assert f"`{column}`" in (root / "docs/json.md").read_text()


def test_the_templates_in_the_data_readme_make_a_library_without_problems(root, tmp_path):
    text = (root / "data/README.md").read_text()
    claim, study, threshold = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    (bib,) = re.findall(r"```bibtex\n(.*?)```", text, re.DOTALL)
    (tmp_path / "claims/examples").mkdir(parents=True)
    (tmp_path / "studies").mkdir()
    (tmp_path / "claims/examples/kneading-raises-beta-endorphin.toml").write_text(claim)
    (tmp_path / "studies/doe2020kneading.toml").write_text(study)
    (tmp_path / "thresholds.toml").write_text(threshold)
    (tmp_path / "studies.bib").write_text(bib)
    (tmp_path / "topics.toml").write_text('[[topics]]\nid = "examples"\ntitle = "Examples"\nline = "To copy."\n')
    (tmp_path / "articles.toml").write_text(
        '[[articles]]\nid = "000_example"\ntitle = "An article"\ntitle_from = "text"\npublisher = "example.org"\n'
        'address = "https://example.org/a"\nread_on = 2026-11-21\n'
        f'digest = "{"0" * 64}"\n'
    )

    assert [str(problem) for problem in validate(load(tmp_path), today=date(2026, 11, 22))] == []


def markdown(root):
    return [path for folder in (".", "docs", "docs/decisions", "data") for path in (root / folder).glob("*.md")]


def test_every_link_within_the_documentation_leads_somewhere(root):
    for path in markdown(root):
        for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text()):
            assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_the_commands_in_the_readme_are_those_of_the_program(root):
    used = re.findall(r"^evidence (\w+)", (root / "README.md").read_text(), re.MULTILINE)

    assert set(used) <= {name for name, _ in commands()}


def examples(root):
    shell = re.findall(r"^evidence [^#\n>]+", (root / "README.md").read_text(), re.MULTILINE)
    helped = [line.strip() for _, command in commands() for line in command.epilog.splitlines()[1:]]
    return sorted({re.split(r" {2,}| > ", line)[0].strip() for line in [*shell, *helped]})


SAFE = ("claims", "show", "studies", "articles", "cite", "pool", "hinge", "plot")


def test_examples_of_looking_things_up_work_and_find_something(root, capsys):
    tried = [
        words
        for words in map(shlex.split, examples(root))
        if words[1] in SAFE and not {"-o", "--output", "--draft"} & set(words)
    ]
    for words in tried:
        assert main(words[1:]) == 0, words
        out, err = capsys.readouterr()
        assert out.strip(), words
        assert not re.search(r"^0 of", err, re.MULTILINE), words
    assert len(tried) > 10


def test_every_decision_is_listed(root):
    folder = root / "docs/decisions"
    listed = set(re.findall(r"\]\(([^)]+)\)", (folder / "README.md").read_text()))

    assert listed == {path.name for path in folder.glob("[0-9]*.md")}
