"""Mean agreement of a party and of groups, and how sure it is."""

from collections import Counter, defaultdict
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics import resampling
from analytics.means import (
    governing_decisions,
    governing_means,
    group_means,
    party_decisions,
    party_means,
)
from analytics.resampling import BLOCKS, design
from analytics.sides import gathered
from tests.analytics.councils import (
    QUICK,
    TABLES,
    Tables,
    slow_counted,
    slow_points,
    tables,
)


def votes(**sides: str) -> dict[str, Any]:
    """A decision by these sides."""
    return {"stances": sides}


def test_a_partys_mean_counts_every_other_party_alike() -> None:
    # M stands with S in 10 of 10 and with V in 5 of 20; L has too little to compare with
    made = tables(
        *[votes(M="for", S="for", V="for")] * 5,
        *[votes(M="for", S="for", V="against")] * 5,
        *[votes(M="for", V="against")] * 10,
        *[votes(M="for", L="for")] * 9,
    )

    found = party_means(*made).set_index("party")

    assert found.loc["M", ["pairs", "left_out", "n", "mean"]].tolist() == [2, 1, 20, 0.625]
    assert found.loc["M", "low"] < 0.625 < found.loc["M", "high"]
    assert found.loc["M", "level"] == "uncertain"
    assert found.loc["L", ["pairs", "left_out", "n"]].tolist() == [0, 1, 0]
    assert found.loc["L", ["mean", "low", "high"]].isna().all()


def test_parties_that_always_agree_have_no_width() -> None:
    found = party_means(*tables(*[votes(M="for", S="for")] * 12))

    assert found[["mean", "low", "high"]].to_numpy().tolist() == [[1.0] * 3] * 2


def test_the_interval_draws_matters_and_not_points() -> None:
    """For means whole cases are drawn (mistake 6): ten parties that all move together are no
    more than one case a matter, so the interval is that of the matters."""
    rng = np.random.default_rng(4)
    sides = ["for" if one else "against" for one in rng.random(60) < 0.5]
    pairs = [votes(A="for", B=side) for side in sides]
    many = [votes(A="for", **dict.fromkeys("BDEFGHIJK", side)) for side in sides]

    few, wide = (
        party_means(*tables(*held)).set_index("party").loc["A"] for held in (pairs, many)
    )

    assert wide["mean"] == pytest.approx(few["mean"])
    assert wide["high"] - wide["low"] == pytest.approx(few["high"] - few["low"], abs=0.02)
    assert 0.2 < wide["high"] - wide["low"] < 0.3  # 2 × 1.96 × √(¼ / 60) is 0.253


def test_means_within_and_between_groups() -> None:
    made = tables(
        *[votes(S="for", V="for", M="against", L="against") | {"joint": ("M", "L")}] * 8,
        *[votes(S="for", V="against", M="against", L="for")] * 4,
    )

    found = group_means(*made, first=("S", "V"), second=("M", "L")).set_index("relation")

    assert found["mean"].to_dict() == pytest.approx(
        {"first": 8 / 12, "second": 8 / 12, "between": (4 / 12) / 4}
    )
    assert found["pairs"].to_dict() == {"first": 1, "second": 1, "between": 4}
    assert found["n"].to_dict() == dict.fromkeys(("first", "second", "between"), 12)


def test_a_party_counts_on_the_side_where_it_stood_at_the_time() -> None:
    """A majority can change inside a series (mistake 10): C is first outside, then inside."""
    made = tables(
        *[votes(S="for", C="against") | {"governing": ("S",)}] * 10,
        *[votes(S="for", C="for") | {"governing": ("S", "C")}] * 11,
        *[votes(S="for", C="for") | {"governing": None}] * 12,
    )

    found = governing_means(*made).set_index("relation")

    assert found["n"].to_dict() == {"first": 11, "second": 0, "between": 10}
    assert found["mean"].fillna(-1).to_dict() == {"first": 1.0, "second": -1, "between": 0.0}


def test_behind_a_mean_are_the_decisions_of_its_pairs() -> None:
    made = tables(
        *[votes(M="for", S="for", V="for") | {"governing": ("M",)}] * 10,
        *[votes(M="for", V="against") | {"governing": ("M",)}] * 10,
        *[votes(M="for", L="for") | {"governing": ("M", "L")}] * 9,
    )
    found = gathered(*made)

    assert party_decisions(found, "S").tolist() == list(range(10))
    assert party_decisions(found, "M").tolist() == list(range(20))
    assert party_decisions(found, "L").tolist() == party_decisions(found, "Z").tolist() == []
    assert governing_decisions(found, "second").tolist() == list(range(10))
    assert governing_decisions(found, "between").tolist() == list(range(20))
    assert governing_decisions(found, "first").tolist() == []


@QUICK
@given(TABLES)
def test_behind_every_mean_are_as_many_decisions_as_it_tells(made: Tables) -> None:
    many = repeated(made, 10)
    found = gathered(*many)

    for row in party_means(*many).to_dict("records"):
        assert len(party_decisions(found, row["party"])) == row["n"]
    for row in governing_means(*many).to_dict("records"):
        assert len(governing_decisions(found, row["relation"])) == row["n"]


def test_without_decisions_nothing_is_said() -> None:
    nothing = tables(votes(M="silent"))

    assert party_means(*nothing).empty
    assert governing_means(*nothing)["mean"].isna().all()


def test_many_matters_are_drawn_in_blocks_of_equal_weight() -> None:
    made = design(3 * BLOCKS + 1, resamples=20)
    members = made.members[made.members < 3 * BLOCKS + 1]

    assert sorted(members) == list(range(3 * BLOCKS + 1))
    assert made.members.shape == (BLOCKS, 4)
    rows, _ = np.nonzero(made.members < 3 * BLOCKS + 1)
    assert (made.block[members] == rows).all()
    assert (made.weight.sum(axis=1) == BLOCKS).all()


def test_blocks_give_the_same_width_as_single_matters() -> None:
    rng = np.random.default_rng(5)
    sides = rng.random(3 * BLOCKS) < 0.3
    made = tables(*(votes(A="for", B="for" if one else "against") for one in sides))

    found = party_means(*made).iloc[0]

    width = 2 * 1.96 * (found["mean"] * (1 - found["mean"]) / len(sides)) ** 0.5
    assert found["high"] - found["low"] == pytest.approx(width, rel=0.12)


@QUICK
@given(TABLES, st.integers(5, 12))
def test_means_are_what_a_slow_count_says(made: Tables, times: int) -> None:
    many = repeated(made, times)
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    relations: dict[tuple[str, str, str], list[int]] = defaultdict(lambda: [0, 0])
    governs = {
        (row["decision"], row["party"]): row["governing"]
        for row in many.stances.to_dict("records")
    }
    for row, first, second, _, agree in slow_points(many):
        sides = [governs[row["decision"], party] for party in (first, second)]
        where = [counts[first, second]]
        if not any(pd.isna(side) for side in sides):
            name = "between" if sides[0] != sides[1] else "first" if sides[0] else "second"
            where.append(relations[name, first, second])
        for cell in where:
            cell[0] += 1
            cell[1] += agree

    for row in party_means(*many).to_dict("records"):
        shares = [a / n for pair, (n, a) in counts.items() if row["party"] in pair and n >= 10]
        assert row["pairs"] == len(shares)
        assert row["mean"] == pytest.approx(np.mean(shares) if shares else np.nan, nan_ok=True)
        assert not shares or 0 <= row["low"] <= row["high"] <= 1
    for row in governing_means(*many).to_dict("records"):
        cells = [cell for key, cell in relations.items() if key[0] == row["relation"]]
        shares = [a / n for n, a in cells if n >= 10]
        assert (row["pairs"], row["left_out"]) == (len(shares), len(cells) - len(shares))
        assert row["mean"] == pytest.approx(np.mean(shares) if shares else np.nan, nan_ok=True)


@QUICK
@given(TABLES, st.randoms(use_true_random=False))
def test_means_do_not_depend_on_the_order_of_rows(made: Tables, random: Any) -> None:
    many = repeated(made, 10)
    order = list(range(len(many.stances)))
    random.shuffle(order)

    mixed = party_means(many.stances.iloc[order], many.alternatives)
    pd.testing.assert_frame_equal(mixed, party_means(*many))


def repeated(made: Tables, times: int) -> Tables:
    """The same decisions over and over, as other matters."""
    shifts = {"decision": 100, "matter": 100, "alternative": 10_000}

    def moved(table: pd.DataFrame, turn: int) -> pd.DataFrame:
        return table.assign(
            **{name: table[name] + turn * by for name, by in shifts.items() if name in table}
        )

    copies = [[moved(table, turn) for turn in range(times)] for table in made]
    return Tables(*(pd.concat(parts, ignore_index=True) for parts in copies))


def test_smaller_floats_add_up_to_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    made = tables(*[votes(M="for", S="for", V="against"), votes(M="for", S="against")] * 40)
    small = party_means(*made)
    monkeypatch.setattr(resampling, "EXACT", 0)
    design.cache_clear()

    large = party_means(*made)

    assert design(80).weight.dtype == np.float64
    pd.testing.assert_frame_equal(small, large, rtol=0, atol=0)
    design.cache_clear()


Point = tuple[int, str, str, bool]


def slow_mean(points: list[Point], times: list[int], used: list[tuple[str, str]]) -> float:
    """The mean over pairs of their shares, each decision counted so many times."""
    shares = []
    for pair in used:
        own = [(times[d], agree) for d, one, two, agree in points if (one, two) == pair]
        n = sum(weight for weight, _ in own)
        shares += [sum(weight for weight, agree in own if agree) / n] if n else []
    return sum(shares) / len(shares) if shares else float("nan")


def slow_figures(points: list[Point], several: int, draws: int) -> dict[str, Any]:
    """A row of means and its interval, decision by decision and draw by draw."""
    pairs = Counter((one, two) for _, one, two, _ in points)
    used = [pair for pair, n in pairs.items() if n >= 10]
    drawn = design(several, resamples=draws).weight.astype(int).tolist()
    means_ = [slow_mean(points, times, used) for times in drawn[1:]]
    low, high = np.nanquantile(means_, [0.025, 0.975]) if used else (np.nan, np.nan)
    n = len({d for d, one, two, _ in points if (one, two) in used})
    mean = slow_mean(points, [1] * several, used)
    left_out = len(pairs) - len(used)
    return {"pairs": len(used), "left_out": left_out, "n": n, "mean": mean, "low": low} | {
        "high": high
    }


@QUICK
@given(TABLES, st.integers(5, 12), st.permutations("CLMSV"), st.booleans())
def test_means_of_groups_and_their_intervals_are_what_a_slow_count_says(
    made: Tables, times: int, letters: list[str], silence: bool
) -> None:
    many, one, two = repeated(made, times), letters[:2], letters[2:4]
    told = [*slow_points(many, silence=silence)]
    numbers = sorted({*slow_counted(many.stances, silence=silence)})
    points = [(numbers.index(row["decision"]), a, b, agree) for row, a, b, _, agree in told]
    parts: dict[str, list[Point]] = {
        "first": [p for p in points if {p[1], p[2]} <= {*one}],
        "second": [p for p in points if {p[1], p[2]} <= {*two}],
        "between": [p for p in points if {p[1] in one, p[2] in one} == {True, False}],
    }
    parts["between"] = [p for p in parts["between"] if {p[1], p[2]} <= {*one, *two}]
    how: dict[str, Any] = {"silence": silence, "resamples": 20}

    found = group_means(*many, first=one, second=two, **how).set_index("relation")
    each = party_means(*many, **how).set_index("party")

    assert found.index.tolist() == [*parts]
    for name, own in parts.items():
        slow = slow_figures(own, len(numbers), 20)
        assert found.loc[name, [*slow]].tolist() == pytest.approx(
            [*slow.values()], nan_ok=True
        )
    for party in each.index:
        own = [point for point in points if party in point[1:3]]
        slow = slow_figures(own, len(numbers), 20)
        assert each.loc[party, [*slow]].tolist() == pytest.approx(
            [*slow.values()], nan_ok=True
        )
