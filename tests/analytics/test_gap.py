"""How far apart the governing parties and the others stood, on decisions counted by hand."""

from itertools import combinations
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.gap import distances, gap_over_time
from tests.analytics.decided import Board, stances

QUICK = settings(max_examples=30, deadline=None)
NOTHING = pd.DataFrame({"decision": [], "party": [], "alternative": []}, dtype=int)
MANDATE = "2020-10-15"
LATER = "2021-01-05"


def decided(count: int, *, mandates: dict[int, str | None] | None = None) -> pd.DataFrame:
    given_mandates = mandates or {}
    rows = [(number, 2, given_mandates.get(number, MANDATE)) for number in range(count)]
    return pd.DataFrame(rows, columns=["decision", "governing_parties", "mandate"])


def behind(*rows: tuple[int, str, int]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["decision", "party", "alternative"])
    return table.astype({"decision": int, "alternative": int})


@pytest.mark.parametrize(
    ("board", "alternatives", "gap", "unity"),
    [
        # all of one against none of the other, which has one alternative
        (
            {"S": "governing/for", "V": "governing/for", "M": "against", "L": "against"},
            [(0, "M", 1), (0, "L", 1)],
            1.0,
            1.0,
        ),
        # both dissent, each for something else
        (
            {"S": "governing/for", "V": "governing/for", "M": "against", "L": "against"},
            [(0, "M", 1), (0, "L", 2)],
            1.0,
            0.0,
        ),
        # 1/1 - 1/3; one pair of three together
        (
            {"S": "governing/for", "M": "against", "L": "against", "C": "for"},
            [(0, "M", 1), (0, "L", 1)],
            2 / 3,
            1 / 3,
        ),
        # 1/2 - 2/2: the others carried it with half of the governing parties
        (
            {"S": "governing/for", "V": "governing/against", "M": "for", "L": "for"},
            [],
            -0.5,
            1.0,
        ),
        # one of four others is on record: it does not stand for them all
        (
            {
                "S": "governing/for",
                "M": "against",
                "L": "silent",
                "C": "silent",
                "KD": "silent",
            },
            [],
            None,
            None,
        ),
        # abstaining is a side of its own
        (
            {"S": "governing/for", "M": "abstained", "L": "abstained", "C": "against"},
            [],
            1.0,
            1 / 3,
        ),
    ],
)
def test_gap_and_unity(
    board: Board, alternatives: list[Any], gap: float | None, unity: float | None
) -> None:
    board = board if "V" in board else {**board, "V": "governing/absent"}
    (row,) = distances(stances(board), behind(*alternatives), decided(1)).to_dict("records")

    for name, expected in (("gap", gap), ("unity", unity)):
        if expected is None:
            assert pd.isna(row[name])
        else:
            assert row[name] == pytest.approx(expected)


def test_silence_counts_as_support_only_when_asked_for() -> None:
    board = {"S": "governing/for", "V": "governing/for", "M": "against", "L": "silent"}
    table = stances(board), NOTHING, decided(1)

    assert distances(*table)["gap"].isna().all()
    assert distances(*table, silence=True)["gap"].tolist() == [0.5]


APART = {"S": "governing/for", "V": "governing/for", "M": "against", "L": "against"}
TOGETHER = {"S": "governing/for", "V": "governing/for", "M": "for", "L": "for"}


def test_a_series_breaks_where_the_majority_changed() -> None:
    """Mistake 10: a majority can change inside a series."""
    boards = [APART] * 12 + [TOGETHER] * 11
    table = decided(23, mandates=dict.fromkeys(range(12, 23), LATER))
    joint = behind(*[(n, party, n) for n in range(23) for party in ("M", "L")])
    found = gap_over_time(stances(*boards), joint, table)

    assert found["segment"].tolist() == [0, 1]
    assert found["period"].tolist() == [2021, 2021]
    assert found["mandate"].tolist() == [MANDATE, LATER]
    assert found["n_gap"].tolist() == [12, 11]
    assert found["gap"].tolist() == [1.0, 0.0]
    assert found[["gap_low", "gap_high"]].to_numpy().tolist() == [[1.0, 1.0], [0.0, 0.0]]
    assert found["unity"].tolist() == [1.0, 1.0]


def test_a_series_breaks_where_it_is_told_to() -> None:
    found = gap_over_time(
        stances(*[APART] * 20),
        NOTHING,
        decided(20),
        breaks={"Tallvik": ["2021-01-11"]},
        by_year=False,
    )

    assert found["n_gap"].tolist() == [10, 10]
    assert found["segment"].tolist() == [0, 1]


def test_an_election_breaks_the_series_of_its_own_municipality_alone() -> None:
    """Mistake 10: in Granby the same parties govern after the election; in Tallvik a new
    majority followed on it and is the break."""
    boards, places = [APART] * 40, ["Granby", "Tallvik"] * 20
    known = {"Granby": ["2021-01-21"], "Näset": ["2021-01-05"]}

    found = gap_over_time(
        stances(*boards, municipality=places),
        NOTHING,
        decided(40),
        breaks=known,
        by_year=False,
    )

    assert found[["municipality", "segment", "n_gap"]].to_numpy().tolist() == [
        ["Granby", 0, 10],
        ["Granby", 1, 10],
        ["Tallvik", 0, 20],
    ]


def test_few_matters_have_no_figure_and_the_unknown_are_counted() -> None:
    unsure = {party: text.replace("governing", "unknown") for party, text in APART.items()}
    unsure = {
        party: text if "/" in text else f"unknown/{text}" for party, text in unsure.items()
    }
    boards = [APART] * 9 + [unsure] * 2
    found = gap_over_time(stances(*boards), NOTHING, decided(11))

    assert found[["n_gap", "gap_level", "unknown"]].to_numpy().tolist() == [[9, "few", 2]]
    assert found[["gap", "gap_low", "gap_high", "unity"]].isna().all(axis=None)


def test_no_decisions_give_no_series() -> None:
    assert gap_over_time(stances(), NOTHING, decided(0)).empty


TEXT = st.builds(
    "{}/{}".format,
    st.sampled_from(["governing", "outside"]),
    st.sampled_from(["for", "against", "abstained", "silent", "split"]),
)
SOME = st.lists(st.dictionaries(st.sampled_from("SMLCVK"), TEXT, min_size=2), max_size=5)


@QUICK
@given(SOME)
def test_the_gap_is_the_difference_of_two_shares(boards: list[Board]) -> None:
    found = distances(stances(*boards), NOTHING, decided(len(boards)))

    for row in found.to_dict("records"):
        said = [text.split("/") for text in boards[row["decision"]].values()]
        shares = []
        for block in ("governing", "outside"):
            there = [stance for known, stance in said if known == block]
            sides = [one for one in there if one in ("for", "against", "abstained")]
            present = len(there)
            if block == "governing" and "silent" not in [stance for _, stance in said]:
                present = max(present, 2)
            enough = sides and 2 * len(sides) > present
            shares.append(sides.count("for") / len(sides) if enough else None)
        if None in shares:
            assert pd.isna(row["gap"])
        else:
            assert row["gap"] == pytest.approx(shares[0] - shares[1])
        assert pd.isna(row["unity"]) or 0 <= row["unity"] <= 1


BEHIND = st.lists(
    st.tuples(st.integers(0, 4), st.sampled_from("SMLCVK"), st.integers(0, 2)), max_size=10
)


def slow_unity(board: Board, texts: dict[str, set[int]]) -> float | None:
    """The share of the pairs of other parties that stood together, pair by pair."""
    said = {party: text.split("/") for party, text in board.items()}
    others = {p: s for p, (known, s) in said.items() if known == "outside"}
    sided = [p for p in sorted(others) if others[p] in ("for", "against", "abstained")]
    if len(sided) < 2:
        return None
    against = [p for p in sided if others[p] == "against"]
    near = {p: {p} for p in against}
    for _ in against:  # those whom a third holds together
        for one, two in combinations(against, 2):
            if any(texts[a] & texts[b] for a in near[one] for b in near[two]):
                near[one] |= near[two]
                near[two] |= near[one]
    pairs = list(combinations(sided, 2))
    together = [
        two in near[one] if one in near and two in near else others[one] == others[two]
        for one, two in pairs
    ]
    return sum(together) / len(pairs)


@QUICK
@given(SOME, BEHIND, st.randoms(use_true_random=False))
def test_unity_is_what_a_slow_look_at_pairs_says(
    boards: list[Board], held: list[tuple[int, str, int]], random: Any
) -> None:
    made, texts = stances(*boards), behind(*held)
    order = list(range(len(made)))
    random.shuffle(order)
    found = distances(made.iloc[order], texts, decided(len(boards)))

    for row in found.to_dict("records"):
        own = {p: {t for d, q, t in held if (d, q) == (row["decision"], p)} for p in "SMLCVK"}
        expected = slow_unity(boards[row["decision"]], own)
        assert (
            row["unity"] == pytest.approx(expected)
            if expected is not None
            else pd.isna(row["unity"])
        )


@QUICK
@given(SOME, st.sampled_from([2, 5, 12]))
def test_a_series_is_the_mean_of_its_matters(boards: list[Board], times: int) -> None:
    many = boards * times
    mandates = {n: LATER for n in range(len(many)) if n % 3 == 0}
    given_ = stances(*many), NOTHING, decided(len(many), mandates=mandates)

    rows = distances(*given_).set_index("decision")
    found = gap_over_time(*given_, by_year=False)

    for row in found.to_dict("records"):
        own = rows[
            [(LATER if n in mandates else MANDATE) == row["mandate"] for n in rows.index]
        ]
        for name in ("gap", "unity"):
            values = own[name].dropna()
            assert row[f"n_{name}"] == len(values)
            assert pd.isna(row[name]) == (len(values) < 10)
            if len(values) >= 10:
                assert row[name] == pytest.approx(values.mean())
                assert row[f"{name}_low"] <= row[name] + 1e-9
                assert row[name] <= row[f"{name}_high"] + 1e-9
    assert found["n_gap"].sum() == rows["gap"].notna().sum()
