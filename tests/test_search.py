from dataclasses import replace

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


def test_a_statement_that_has_the_words_comes_before_any_number_of_phrasings(library_of, claim_of):
    both = "Oil warms."
    everywhere = claim_of("a", statement="Oil helps.", answer=both, phrasings=(both,))
    everywhere = replace(everywhere, question=replace(everywhere.question, intervention=both, outcome=both))
    only_there = claim_of("z", statement=both, answer="Nobody knows.", phrasings=())

    assert found(library_of(claims=[everywhere, only_there]), "oil warms") == ["z", "a"]


def test_the_readers_own_word_in_a_statement_comes_before_one_that_means_the_same(library_of, claim_of):
    names = {"a": "Kneading helps.", "b": "Petrissage helps."}
    library = library_of(claims=[claim_of(id, statement=statement) for id, statement in names.items()])

    assert found(library, "petrissage") == ["b", "a"]
    assert found(library, "kneading") == ["a", "b"]


def test_a_rare_word_weighs_more_than_a_common_one(library_of, claim_of):
    fillers = [claim_of(f"filler-{place}", statement="Elbows.") for place in range(9)]
    common, rare = claim_of("a", statement="Elbows.", answer="Oil helps."), claim_of("z", statement="Oil helps.")
    library = library_of(claims=[*fillers, common, rare])

    assert found(library, "elbow oil") == ["z", "a"]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("sleep", "foot-massage-improves-sleep"),
        ("natural painkillers", "massage-releases-endorphins"),
    ],
)
def test_what_a_reader_looks_for_stands_first_in_the_library_that_ships(real, words, first):
    assert found(real, words)[0] == first


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


def test_what_phrasings_name_in_passing_counts_only_where_nothing_else_is_found(library_of, claim_of):
    often = tuple(f"Kneading number {number} calms the elbow." for number in range(30))
    told = claim_of("told", phrasings=(*often, "After my holiday with swollen ankles kneading freed my elbow."))
    swelling = claim_of("swelling", statement="Ankles are swollen after a holiday.", phrasings=often)

    assert found(library_of(claims=[told, swelling]), "swollen") == ["swelling"]
    assert found(library_of(claims=[told]), "swollen") == ["told"]
    assert found(library_of(claims=[told, swelling]), "calms") == ["swelling", "told"]
