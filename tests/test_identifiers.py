import pytest

from evidence.errors import InvalidIdentifier
from evidence.identifiers import citation_key, doi, pmcid, pmid, slug

NORMAL_FORMS = [
    (doi, "10.1007/s11606-018-4763-5", "10.1007/s11606-018-4763-5"),
    (doi, "https://doi.org/10.1007/S11606-018-4763-5", "10.1007/s11606-018-4763-5"),
    (doi, " doi:10.1016/0306-3623(89)90200-0 ", "10.1016/0306-3623(89)90200-0"),
    (doi, "10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2", None),
    (doi, "http://dx.doi.org/10.1000%2Fabc", "10.1000/abc"),
    (doi, "doi.org/10.1000/abc", "10.1000/abc"),
    (doi, "DOI 10.1000/abc", "10.1000/abc"),
    (doi, "doi: https://doi.org/10.1000/abc", "10.1000/abc"),
    (pmid, "PMID: 30543021", "30543021"),
    (pmid, "30543021", "30543021"),
    (pmcid, "6420526", "PMC6420526"),
    (pmcid, "PMC6420526", "PMC6420526"),
    (slug, "massage-raises-flow", "massage-raises-flow"),
    (citation_key, "perlman2019efficacy", "perlman2019efficacy"),
]


@pytest.mark.parametrize(("normalise", "text", "expected"), NORMAL_FORMS)
def test_identifiers_come_out_in_normal_form_and_stay_so(normalise, text, expected):
    normal = normalise(text)

    assert normal == (expected or text.lower())
    assert normalise(normal) == normal


@pytest.mark.parametrize(
    ("normalise", "text"),
    [
        (doi, "11.1000/abc"),
        (doi, "10.1/abc"),
        (doi, "10.1000/"),
        (doi, "10.1000/abc."),
        (doi, "10.1000/a bc"),
        (doi, "see 10.1000/abc"),
        (doi, "doi10.1000/abc"),
        (pmid, "0123"),
        (pmid, "123456789"),
        (pmid, "PMC6420526"),
        (pmcid, "PMC-6420526"),
        (slug, "Massage"),
        (slug, "massage--flow"),
        (slug, "massage_flow"),
        (citation_key, "Perlman2019efficacy"),
        (citation_key, "perlman2019"),
        (citation_key, "müller2019x"),
    ],
)
def test_what_is_no_identifier_is_refused_with_its_text(normalise, text):
    with pytest.raises(InvalidIdentifier) as error:
        normalise(text)

    assert repr(text) in str(error.value)
