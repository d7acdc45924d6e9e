"""A folder → a library."""

from pathlib import Path

from evidence.errors import UnreadableLibrary
from evidence.library import Library
from evidence.model import Article, Concept, Heading, Intervention, Threshold, Topic
from evidence.store.articles import LISTS, read_list
from evidence.store.claims import read_claims
from evidence.store.shipped import shipped
from evidence.store.strays import stray_files
from evidence.store.studies import BIB, read_studies

__all__ = ["load"]


def load(path: str | Path | None = None) -> Library:
    """Read the library in the folder `path`, or the one that ships with the package.

    Loading is total: a record that cannot be read is left out, hides no other, and every fault of it stands in the
    library's `problems`.

    Raises:
        UnreadableLibrary: when `path` is not a folder, or nothing in it looks like a library.
    """
    folder = Path(path) if path is not None else shipped("data")
    _assert_is_library(folder)
    articles, article_problems = read_list(Article, folder)
    topics, topic_problems = read_list(Topic, folder)
    concepts, concept_problems = read_list(Concept, folder)
    headings, heading_problems = read_list(Heading, folder)
    interventions, intervention_problems = read_list(Intervention, folder)
    thresholds, threshold_problems = read_list(Threshold, folder)
    claims, claim_problems = read_claims(folder)
    strays = stray_files(folder)
    studies, study_problems = read_studies(folder)
    return Library.of(
        articles=articles,
        topics=topics,
        claims=claims,
        studies=studies,
        concepts=concepts,
        headings=headings,
        interventions=interventions,
        thresholds=thresholds,
        problems=(
            *article_problems,
            *topic_problems,
            *concept_problems,
            *heading_problems,
            *intervention_problems,
            *threshold_problems,
            *claim_problems,
            *study_problems,
            *strays,
        ),
    )


def _assert_is_library(folder: Path) -> None:
    if not folder.is_dir():
        raise UnreadableLibrary(f"{folder} is not a folder. Give the folder of a library with --library.")
    parts = ["claims", "studies", BIB, *(file for file, _ in LISTS.values())]
    if not any((folder / part).exists() for part in parts):
        raise UnreadableLibrary(f"{folder} holds no library: none of {', '.join(parts)} is in it.")
