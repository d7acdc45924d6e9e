"""The words of the commands that curate a library: verify, add, watch, import."""

import argparse
from pathlib import Path

from evidence.cli.words import Commands, add_command, format_option

__all__ = ["BEGINNING", "CURATION"]

_ASKS = "It asks Crossref, PubMed, Europe PMC and OpenAlex over the network; docs/registries.md says how."


def _verify(commands: "Commands[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    command = add_command(
        commands,
        "verify",
        f"Hold studies against the registries: the reference, whether it still stands, its figures. {_ASKS}",
        "evidence verify                                every study",
        "evidence verify perlman2019efficacy --format json",
        "evidence verify --write --library my-library   store checks and integrity, with the day",
    )
    command.add_argument("studies", nargs="*", metavar="KEY", help="citation keys; all studies without any")
    command.add_argument("--write", action="store_true", help="store what was found in the library's files")
    format_option(command, "table", "json")
    return command


def _add(commands: "Commands[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    command = add_command(
        commands,
        "add",
        f"Add a study from the registries: the .bib entry, and an appraisal to fill in. {_ASKS}",
        "evidence add 10.1007/s11606-018-4763-5 --library my-library",
        "evidence add 30543021",
        "evidence add PMC6420526",
    )
    command.add_argument("identifier", metavar="DOI|PMID|PMCID", help="as it is printed, or its address")
    return command


def _watch(commands: "Commands[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    command = add_command(
        commands,
        "watch",
        "Run each claim's logged searches again in Europe PMC and PubMed, since the day of its last one, and list what "
        "is new: systematic reviews first, then trials.",
        "evidence watch",
        "evidence watch massage-releases-endorphins --format json",
    )
    command.add_argument("claims", nargs="*", metavar="CLAIM", help="ids of claims; all claims without any")
    format_option(command, "table", "json")
    return command


def _import(commands: "Commands[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    command = add_command(
        commands,
        "import",
        "Take the references of a BibTeX, RIS or CSL-JSON file into a library (--library), and report every entry that "
        "could not be taken. The format is told by the content; nothing is asked over the network.",
        "evidence import zotero.bib --library my-library",
        "evidence import export.ris --library my-library",
    )
    command.add_argument("file", metavar="FILE", type=Path, help="the file of references, in UTF-8")
    command.set_defaults(command="importing")  # `import` is no name for a module
    return command


def _init(commands: "Commands[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    command = add_command(
        commands,
        "init",
        "Start a new library: an empty folder with its files, one topic, and a page that explains every field.",
        "evidence init my-library",
        "evidence import zotero.bib --library my-library",
        "evidence validate my-library",
    )
    command.add_argument("folder", metavar="DIR", type=Path, help="a new or an empty folder")
    return command


def _sentences(commands: "Commands[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    command = add_command(
        commands,
        "sentences",
        "Print the sentences of an article's text with the places and digests that its records need.",
        "evidence sentences article.txt",
        "evidence sentences article.txt --format json",
    )
    command.add_argument("file", metavar="FILE", type=Path, help="the article's text, in UTF-8")
    format_option(command, "text", "json")
    return command


# Those of a library, and those that need none.
CURATION = (_verify, _add, _watch, _import)
BEGINNING = (_init, _sentences)
