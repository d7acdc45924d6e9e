import pytest

from evidence.search import search


def found(library, words):
    return [claim.id for claim in search(library, words).claims]


@pytest.mark.parametrize(
    "words",
    [
        "kneading",
        "Petrissage",
        "rigid joint",
        "petrissage for a rigid joint",
        "loosened",
        "stiff elbows",
        "does it loosen?",
        "",
    ],
)
def test_lay_and_medical_words_find_the_claim(library_of, words):
    assert found(library_of(), words) == ["kneading-loosens-elbows"]


@pytest.mark.parametrize("words", ["knee", "kneading ankle", "elb", "joint"])
def test_every_word_must_be_found_and_whole(library_of, words):
    assert found(library_of(), words) == []


def test_it_tells_what_else_it_looked_for(library_of):
    (part,) = search(library_of(), "petrissage").parts

    assert (part.words, part.also) == ("petrissage", ("kneading",))


def test_a_match_in_the_statement_comes_before_one_in_the_answer(library_of, claim_of):
    in_answer = claim_of("a-first-by-name", statement="Rest helps.", answer="Kneading was not compared.", phrasings=())
    library = library_of(claims=[in_answer, claim_of("z-last-by-name")])

    assert found(library, "kneading")[0] == "z-last-by-name"


def test_a_match_never_runs_over_from_one_phrasing_into_the_next(library_of, claim_of):
    library = library_of(claims=[claim_of(phrasings=("It frees a rigid", "joint of the arm"))])

    assert found(library, "rigid joint") == ["kneading-loosens-elbows"]  # through the vocabulary: stiff
    assert found(library, "frees a rigid arm bone") == []


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        ("natural painkillers", "massage-releases-endorphins"),
        ("puffy knee", "massage-reduces-swelling"),
        ("oedema", "massage-reduces-swelling"),
        ("beta-endorphin", "massage-releases-endorphins"),
        ("perfusion", "massage-increases-blood-flow"),
    ],
)
def test_the_shipped_vocabulary_finds_claims_by_lay_and_medical_words(real, words, claim):
    assert claim in found(real, words)
