import pytest

pytest.importorskip("pandas", reason="the extra `tables` is not installed")

from evidence import tables


@pytest.mark.parametrize("name", tables.__all__)
def test_every_table_of_the_shipped_library_has_rows_and_no_mixed_columns(real, name):
    frame = getattr(tables, name)(real)

    assert len(frame) > 0
    assert {str(dtype) for dtype in frame.dtypes} <= {"string", "Int64", "datetime64[ns]"}


def test_one_row_for_each_record(real):
    assert len(tables.claims(real)) == len(real.claims)
    assert len(tables.citations(real)) == sum(len(claim.citations) for claim in real.claims.values())
    assert len(tables.results(real)) == sum(len(study.appraisal.results) for study in real.studies.values())


def test_identifiers_and_figures_stay_text(library_of):
    library = library_of()

    assert tables.results(library)["estimate"].tolist() == ["-4.0"]
    assert tables.studies(library)["doi"].tolist() == ["10.1000/miller2020kneading"]


def test_a_missing_number_is_missing_and_not_zero(library_of, study_of):
    frame = tables.studies(library_of(studies=[study_of(participants=None)]))

    assert frame["participants"].isna().tolist() == [True]


def test_a_missing_certainty_is_missing(library_of, claim_of):
    frame = tables.claims(library_of(claims=[claim_of(certainty=None)]))

    assert frame["certainty"].isna().tolist() == [True]
