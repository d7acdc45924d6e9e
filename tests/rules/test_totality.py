"""No record, however odd, makes a rule fail."""

from dataclasses import fields, is_dataclass, replace
from enum import Enum

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

ODD = [
    "",
    " ",
    "0",
    "-",
    "<",
    "nan",
    "inf",
    "1e999",
    "9" * 400,
    "1" * 15,
    "-0.0",
    "1.0",
    "\u0661",
    "\ud800",
    "\0",
    "a;b",
    "https://[",
]
LIGHT = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def with_texts(value, text):
    """A record with every free text in it replaced by what `text` gives; closed lists stay."""
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return text()
    if isinstance(value, tuple):
        return tuple(with_texts(item, text) for item in value)
    if is_dataclass(value):
        return replace(value, **{field.name: with_texts(getattr(value, field.name), text) for field in fields(value)})
    return value


def with_results(records, **figures):
    results = tuple(replace(result, **figures) for result in records.studies[0].appraisal.results)
    return records.study(results=results)


def with_every_text(records, text):
    return replace(
        records,
        article_=with_texts(records.article_, text),
        topics=with_texts(records.topics, text),
        concepts=with_texts(records.concepts, text),
        headings=with_texts(records.headings, text),
        interventions=with_texts(records.interventions, text),
        thresholds=with_texts(records.thresholds, text),
        claims=with_texts(records.claims, text),
        studies=with_texts(records.studies, text),
    )


@pytest.mark.parametrize("odd", ODD, ids=ascii)
def test_one_odd_text_in_every_field_is_reported(sound, odd):
    assert with_every_text(sound, lambda: odd).problems


@given(data=st.data())
@LIGHT
def test_any_texts_in_all_fields_raise_nothing(sound, data):
    any_text = st.one_of(
        st.sampled_from(ODD), st.text(max_size=12), st.from_regex(r"[<>]?-?[0-9]{1,4}(\.[0-9]{1,3})?", fullmatch=True)
    )

    assert isinstance(with_every_text(sound, lambda: data.draw(any_text)).problems, tuple)


@given(
    figures=st.fixed_dictionaries(
        {
            name: st.one_of(st.sampled_from(ODD), st.decimals(-2, 2, places=2).map(str))
            for name in ("estimate", "low", "high", "p", "n_intervention", "n_comparator")
        }
    ),
    level=st.sampled_from(["95", "50", "99.99", "100", "0", ""]),
)
@LIGHT
def test_any_figures_of_any_measure_raise_nothing(sound, figures, level):
    for measure in type(sound.studies[0].appraisal.results[0].measure):
        records = with_results(sound, measure=measure, level=level, **figures)

        assert isinstance(records.problems, tuple)
