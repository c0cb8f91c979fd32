"""One party in power and in opposition."""

from collections import Counter
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.tenure import tenure, tenure_rows
from tests.analytics.decided import Board, stances

QUICK = settings(max_examples=30, deadline=None)
IN = {"S": "governing/for", "M": "against"}
OUT = {"S": "against", "M": "governing/for"}


def test_a_party_is_compared_with_itself() -> None:
    """Mistake 7: counts of reservations measure being in opposition."""
    boards = [IN] * 10 + [OUT] * 12
    found = tenure(stances(*boards, topic=["skola"] * 22))
    row = found.set_index(["party", "topic", "governing"]).sort_index()

    assert row.loc[("S", "skola", True), ["n", "for", "dissent", "both"]].tolist() == [
        10,
        10,
        0.0,
        True,
    ]
    assert row.loc[("S", "skola", False), ["n", "against", "dissent"]].tolist() == [
        12,
        12,
        1.0,
    ]


def test_topics_are_counted_apart_and_all_together() -> None:
    boards = [IN] * 10 + [OUT] * 10
    topics = ["skola"] * 10 + ["vård"] * 8 + [None] * 2
    found = tenure(stances(*boards, topic=topics))
    ours = found[found["party"] == "S"].set_index(["topic", "governing"])

    assert not ours.loc[("skola", True), "both"]
    assert ours.loc[("vård", False), "n"] == 8
    assert pd.isna(ours.loc[("vård", False), "dissent"])
    whole = found[(found["party"] == "S") & found["topic"].isna()]
    assert whole["n"].tolist() == [10, 10]
    assert whole["both"].all()


def test_silence_is_no_dissent_and_no_support() -> None:
    boards = [{"S": "governing/silent", "M": "against", "C": "for"}] * 10
    (row,) = tenure(stances(*boards)).query("party == 'S'").to_dict("records")

    assert (row["n"], row["for"], row["against"], row["dissent"]) == (10, 0, 0, 0.0)


def test_absence_is_not_counted_and_who_governed_not_guessed() -> None:
    boards = [IN, {"S": "governing/absent", "M": "against", "C": "for"}]
    unsure = {"S": "unknown/for", "M": "unknown/against"}
    (row,) = tenure(stances(*boards, unsure)).query("party == 'S'").to_dict("records")

    assert (row["n"], row["unknown"], row["level"]) == (1, 1, "few")


def test_a_matter_is_counted_once() -> None:
    """Mistake 8: one matter passes through many bodies."""
    found = tenure(stances(IN, IN, OUT, matter=[1, 1, 2], rank=[2, 3, 3]))

    assert found["n"].tolist() == [1, 1, 1, 1]


@pytest.mark.parametrize(("contested_only", "n"), [(True, 1), (False, 2)])
def test_uncontested_matters_are_counted_when_asked(contested_only: bool, n: int) -> None:
    found = tenure(stances(IN, IN, contested=[True, False]), contested_only=contested_only)

    assert set(found["n"]) == {n}


TEXT = st.builds(
    "{}/{}".format,
    st.sampled_from(["governing", "outside", "unknown"]),
    st.sampled_from(["for", "against", "abstained", "silent", "remark"]),
)
SOME = st.lists(st.dictionaries(st.sampled_from("SML"), TEXT, min_size=2), max_size=8)


@QUICK
@given(SOME)
def test_the_counts_are_those_of_a_plain_second_count(boards: list[Board]) -> None:
    expected: dict[tuple[str, bool], list[int]] = {}
    for board in boards:
        said = {party: text.split("/") for party, text in board.items()}
        if sum(stance in ("for", "against", "abstained") for _, stance in said.values()) < 2:
            continue
        for party, (known, stance) in said.items():
            if known != "unknown":
                cell = expected.setdefault((party, known == "governing"), [0, 0])
                cell[0] += 1
                cell[1] += stance == "against"
    found = tenure(stances(*boards))

    assert {
        (row["party"], row["governing"]): [row["n"], row["against"]]
        for row in found.to_dict("records")
    } == expected


@QUICK
@given(SOME, st.randoms(use_true_random=False))
def test_every_figure_counts_the_rows_behind_it(boards: list[Board], random: Any) -> None:
    rows = stances(*boards, topic=["skola", "vård", None, "vård"][: len(boards)] * 2)
    order = list(range(len(rows)))
    random.shuffle(order)

    found = tenure(rows.iloc[order])
    behind = tenure_rows(rows)

    pd.testing.assert_frame_equal(found, tenure(rows))
    for row in found.to_dict("records"):
        own = behind[
            (behind["party"] == row["party"]) & (behind["governing"] == row["governing"])
        ]
        own = own if pd.isna(row["topic"]) else own[own["topic"] == row["topic"]]
        assert len(own) == row["n"]
        assert (own["stance"] == "against").sum() == row["against"]
        assert row["for"] + row["against"] + row["abstained"] <= row["n"]
        share, near = row["against"] / row["n"], 1e-9
        assert 0 <= row["low"] <= share + near and share - near <= row["high"] <= 1


@QUICK
@given(SOME, st.lists(st.sampled_from(["skola", "vård", None]), min_size=8, max_size=8))
def test_topics_are_what_a_plain_second_count_says(
    boards: list[Board], topics: list[str | None]
) -> None:
    expected: dict[tuple[str, str | None, bool], list[int]] = {}
    left_out: Counter[tuple[str, str | None]] = Counter()
    for board, topic in zip(boards, topics, strict=False):
        said = {party: text.split("/") for party, text in board.items()}
        if sum(stance in ("for", "against", "abstained") for _, stance in said.values()) < 2:
            continue
        for party, (known, stance) in said.items():
            for about in {topic, None}:
                if known == "unknown":
                    left_out[party, about] += 1
                else:
                    key = party, about, known == "governing"
                    cell = expected.setdefault(key, [0, 0, 0, 0])
                    cell[0] += 1
                    if stance in ("for", "against", "abstained"):
                        cell[("for", "against", "abstained").index(stance) + 1] += 1

    found = tenure(stances(*boards, topic=topics[: len(boards)]))

    told = {}
    for row in found.to_dict("records"):
        about = None if pd.isna(row["topic"]) else row["topic"]
        told[row["party"], about, row["governing"]] = [
            row[name] for name in ("n", "for", "against", "abstained")
        ]
        assert row["unknown"] == left_out[row["party"], about]
        sides = [expected.get((row["party"], about, side), [0])[0] for side in (True, False)]
        assert row["both"] == (min(sides) >= 10)
    assert told == expected
