from hypothesis import given
from hypothesis import strategies as st

from evidence.drafts.packed import UNIT, one_in, packed, unpacked, whole

_ROWS = st.integers(1, 9).flatmap(
    lambda count: st.lists(st.lists(st.floats(0, 100), min_size=count, max_size=count), min_size=1, max_size=9)
)


@given(_ROWS)
def test_a_sum_of_rows_holds_the_sums_of_their_numbers(rows):
    count = len(rows[0])
    together = sum(packed(enumerate(row), count) for row in rows)

    sums = [sum(column) for column in zip(*rows, strict=True)]
    assert all(abs(units / UNIT - wanted) < 1e-3 for units, wanted in zip(unpacked(together, count), sums, strict=True))


@given(st.dictionaries(st.integers(0, 8), st.floats(0, 1000)))
def test_places_without_a_number_hold_zero(numbers):
    assert unpacked(packed(numbers.items(), 9), 9) == [whole(numbers.get(place, 0)) for place in range(9)]


@given(st.sets(st.integers(0, 8)), st.floats(0, 1000))
def test_places_times_a_number_hold_it_there_and_nothing_elsewhere(places, number):
    marked = sum(one_in(place) for place in places)

    assert unpacked(marked * whole(number), 9) == [whole(number) * (place in places) for place in range(9)]
