from datetime import date

import pytest

from evidence.errors import UnknownId
from evidence.model import Withdrawal


def test_look_ups_go_both_ways(library_of):
    library = library_of()
    claim = library.claim("kneading-loosens-elbows")

    assert [study.key for study in library.studies_of(claim)] == ["miller2020kneading"]
    assert library.claims_citing("miller2020kneading") == (claim,)
    assert library.claims_in("000_elbow") == (claim,)


def test_an_article_is_found_by_how_its_id_begins(library_of):
    assert library_of().article("000").id == "000_elbow"


def test_a_misspelt_id_offers_the_nearest(library_of):
    with pytest.raises(UnknownId) as error:
        library_of().claim("kneading-losens-elbow")

    assert error.value.nearest == ("kneading-loosens-elbows",)
    assert "Did you mean kneading-loosens-elbows?" in str(error.value)


def test_a_part_of_an_id_offers_those_that_hold_it(library_of):
    with pytest.raises(UnknownId) as error:
        library_of().claim("elbow")

    assert "kneading-loosens-elbows" in error.value.nearest


def test_a_citation_that_leads_nowhere_is_passed_over(library_of):
    library = library_of(studies=[])

    assert library.studies_of(library.claim("kneading-loosens-elbows")) == ()


def test_a_withdrawn_claim_is_kept_but_not_counted(library_of, claim_of):
    withdrawn = claim_of(withdrawn=Withdrawal(on=date(2026, 11, 21), reason="Said twice."))
    library = library_of(claims=[withdrawn])

    assert library.claim(withdrawn.id) is withdrawn
    assert not library.claims
    assert not library.claims_citing("miller2020kneading")


def test_claims_come_in_the_order_of_their_topics(library_of, claim_of):
    library = library_of(claims=[claim_of("b", topic="unknown"), claim_of("z"), claim_of("c")])

    assert list(library.claims) == ["c", "z", "b"]


def test_a_library_cannot_be_changed(library_of):
    library = library_of()

    with pytest.raises(TypeError):
        library.claims["x"] = library.claim("kneading-loosens-elbows")
    with pytest.raises(AttributeError):
        library.studies = {}
