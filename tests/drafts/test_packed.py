from hypothesis import given
from hypothesis import strategies as st

from evidence.drafts.packed import UNIT, at, one_in, packed, unpacked, whole

_ROWS = st.integers(1, 9).flatmap(
    lambda count: st.lists(st.lists(st.floats(0, 100), min_size=count, max_size=count), min_size=1, max_size=9)
)


@given(_ROWS)
def test_a_sum_of_rows_holds_the_sums_of_their_numbers(rows):
    together, count = sum(map(packed, rows)), len(rows[0])

    sums = [sum(column) for column in zip(*rows, strict=True)]
    assert all(abs(units / UNIT - wanted) < 1e-3 for units, wanted in zip(unpacked(together, count), sums, strict=True))
    assert [at(together, place) for place in range(count)] == unpacked(together, count)


@given(st.sets(st.integers(0, 8)), st.floats(0, 1000))
def test_places_times_a_number_hold_it_there_and_nothing_elsewhere(places, number):
    marked = sum(one_in(place) for place in places)

    assert unpacked(marked * whole(number), 9) == [whole(number) * (place in places) for place in range(9)]
