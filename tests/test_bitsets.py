from hypothesis import given
from hypothesis import strategies as st

from evidence.bitsets import bits, places

PLACES = st.sets(st.integers(min_value=0, max_value=400))


@given(PLACES)
def test_what_goes_in_comes_out_in_order(chosen):
    assert list(places(bits(chosen))) == sorted(chosen)


@given(PLACES, PLACES)
def test_and_or_and_counting_are_those_of_sets(one, other):
    assert set(places(bits(one) & bits(other))) == one & other
    assert set(places(bits(one) | bits(other))) == one | other
    assert bits(one).bit_count() == len(one)
