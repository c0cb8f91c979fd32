"""Decisions in which some parties stood on one side and others on the other."""

from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.comparison import compare, match_share
from tests.analytics.councils import QUICK, TABLES, Tables, slow_counted, tables

SPLIT = {"stances": {"M": "against", "S": "for", "V": "for"}}


@pytest.mark.parametrize(
    ("stances", "asked", "match"),
    [
        ({"M": "against", "S": "for", "V": "for"}, {}, [True]),
        ({"M": "for", "S": "for", "V": "for"}, {}, [False]),
        ({"M": "abstained", "S": "for", "V": "for"}, {}, [False]),
        # V has no side, so nothing is known
        ({"M": "against", "S": "for", "V": "silent"}, {}, []),
        ({"M": "against", "S": "for", "V": "silent"}, {"silence": True}, [True]),
        ({"M": "against", "S": "for"}, {}, []),
    ],
)
def test_compare_tells_matches_from_the_rest(
    stances: dict[str, str], asked: dict[str, Any], match: list[bool]
) -> None:
    found = compare(
        tables({"stances": stances}).stances, supports=("S", "V"), against=("M",), **asked
    )

    assert found["match"].tolist() == match


def test_compare_finds_who_abstained() -> None:
    made = tables({"stances": {"M": "abstained", "S": "for"}})

    assert compare(made.stances, abstained=("M",), supports=("S",))["match"].tolist() == [True]


def test_a_matter_is_found_once_unless_every_step_is_asked_for() -> None:
    """One matter passes through many bodies (mistake 8)."""
    made = tables(SPLIT | {"matter": 4}, SPLIT | {"matter": 4, "rank": 3})

    asked: dict[str, Any] = {"supports": ("S",), "against": ("M",)}
    assert compare(made.stances, **asked)["decision"].tolist() == [1]
    assert compare(made.stances, **asked, every_step=True)["decision"].tolist() == [0, 1]


def test_the_share_of_matches_has_its_n_and_interval() -> None:
    """Below ten the figure is hidden (mistake 6)."""
    asked: dict[str, Any] = {"supports": ("S",), "against": ("M",)}
    few, enough = (
        match_share(compare(tables(*[SPLIT] * several).stances, **asked)).iloc[0]
        for several in (9, 10)
    )
    nobody = match_share(compare(tables(SPLIT).stances, supports=("KD",))).iloc[0]

    assert (few["n"], few["level"], enough["level"]) == (9, "few", "uncertain")
    assert few.isna()["share"] and enough["share"] == 1
    assert (nobody["n"], nobody["agree"], nobody["level"]) == (0, 0, "few")


@QUICK
@given(TABLES, st.permutations("CLMSV"), st.integers(0, 2), st.booleans())
def test_compare_is_what_a_slow_search_says(
    made: Tables, letters: list[str], cut: int, silence: bool
) -> None:
    supports, against = letters[:cut], letters[cut : cut + 1]
    slow = {}
    for decision, rows in slow_counted(made.stances, silence=silence).items():
        if {*supports, *against} <= set(rows):
            going = {"for", "silent"} if silence else {"for"}
            slow[decision] = all(rows[one]["stance"] in going for one in supports) and all(
                rows[one]["stance"] == "against" for one in against
            )

    found = compare(made.stances, supports=supports, against=against, silence=silence)

    assert dict(zip(found["decision"], found["match"], strict=True)) == slow


@QUICK
@given(st.lists(st.booleans(), max_size=40))
def test_the_share_of_matches_is_what_a_slow_count_says(match: list[bool]) -> None:
    hits, n = sum(match), len(match)

    (found,) = match_share(pd.DataFrame({"match": pd.Series(match, dtype=bool)})).to_dict(
        "records"
    )

    assert (found["n"], found["agree"]) == (n, hits)
    assert found["level"] == ("few" if n < 10 else "uncertain" if n < 30 else "firm")
    if n < 10:
        assert pd.isna(found["share"])
    else:
        assert found["share"] == pytest.approx(hits / n)
    # Wilson's limits are the roots of n (hits / n - x)² = 1.96² x (1 - x)
    for limit in (found["low"], found["high"]) if n else ():
        off = n * (hits / n - limit) ** 2 - 1.959964**2 * limit * (1 - limit)
        assert off == pytest.approx(0, abs=1e-9)
