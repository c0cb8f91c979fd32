"""The same demand known again."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.resolution.demands import DemandKey, group_demands

QUICK = settings(max_examples=30, deadline=None)


def key(number: int, quote: str, **fields: object) -> DemandKey:
    given_ = {
        "parties": ("S",),
        "kind": "krav",
        "negated": False,
        "date": f"2021-0{number}-01",
    }
    return DemandKey(demand_id=f"d{number}", quote=quote, **{**given_, **fields})  # type: ignore[arg-type]


BUS = "Vi vill att bussen till Alvik går varje halvtimme."


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (key(2, "Vi vill att bussen till Alvik går varje halvtimme"), True),
        (key(2, "att bussen till Alvik går varje halvtimme."), True),
        (key(2, "Vi vill att bussen till\nAlvik går var halvtimme."), True),
        (key(2, BUS, parties=("V", "S")), True),
        (key(2, BUS, parties=("V",)), False),
        (key(2, BUS, parties=()), False),
        (key(2, BUS, kind="stöd"), False),
        (key(2, BUS, negated=True), False),
        (key(2, "Vi vill att simhallen i Alvik öppnar varje söndag."), False),
    ],
)
def test_a_demand_is_known_again(other: DemandKey, same: bool) -> None:
    groups = group_demands([key(1, BUS), other], "Tallvik")
    assert (groups["d1"] == groups["d2"]) is same


def test_other_figures_are_another_demand() -> None:
    fee = "Vi vill att avgiften för en båtplats höjs till {} kronor per år."
    groups = group_demands([key(1, fee.format(500)), key(2, fee.format(900))], "Tallvik")
    assert groups["d1"] != groups["d2"]


def test_a_group_keeps_its_id_when_later_demands_are_added() -> None:
    first = group_demands([key(1, BUS), key(2, BUS)], "Tallvik")
    later = group_demands([key(3, BUS), key(1, BUS), key(2, BUS)], "Tallvik")
    assert {first["d1"]} == set(first.values()) == set(later.values())
    assert first["d1"] != group_demands([key(1, BUS)], "Näset")["d1"]


def test_a_large_block_is_not_compared_pair_by_pair() -> None:
    keys = [DemandKey(f"d{n:04}", ("S",), "krav", False, BUS) for n in range(1500)]
    assert len(set(group_demands(keys, "Tallvik").values())) == 1


@QUICK
@given(
    st.lists(st.sampled_from([BUS, "Nej.", "Skolan måste få nya lärare i höst."]), max_size=8)
)
def test_every_demand_gets_a_group(quotes: list[str]) -> None:
    keys = [key(number, quote) for number, quote in enumerate(quotes)]
    assert set(group_demands(keys, None)) == {one.demand_id for one in keys}
