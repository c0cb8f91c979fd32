"""What a party wanted with a matter: the whole truth table, and row by row."""

from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.timeline import timeline
from analytics.wishes import ASIDE, asked_for, wish, wishes
from tests.analytics.councils import QUICK


@pytest.mark.parametrize(
    ("outcome", "stance", "asked", "wanted"),
    [
        ("bifall", "for", None, 1),
        ("bifall", "against", None, -1),
        # to be for the rejection of a motion is to be against the motion
        ("avslag", "for", None, -1),
        ("avslag", "against", None, 1),
        # own words that say the same, and words that speak against the stance
        ("avslag", "against", 1, 1),
        ("avslag", "against", -1, None),
        ("bifall", "for", -1, None),
        # against the rejection, but only for an answer or more time
        ("avslag", "against", ASIDE, None),
        ("bifall", "against", ASIDE, None),
        # first more time, then for
        ("bifall", "for", ASIDE, 1),
        # neither granted nor refused: only own words tell
        ("besvarad", "against", None, None),
        ("besvarad", "against", 1, 1),
        ("besvarad", "for", -1, -1),
        ("besvarad", "for", ASIDE, None),
        ("återremiss", "for", None, None),
        ("delvis bifall", "against", None, None),
        (None, "for", None, None),
        # no side, no wish
        ("bifall", "abstained", None, None),
        ("avslag", "remark", None, None),
        ("bifall", "split", None, None),
        ("besvarad", "abstained", 1, None),
        ("bifall", "not_participating", None, None),
        ("bifall", None, None, None),
    ],
)
def test_wish(
    outcome: str | None, stance: str | None, asked: int | None, wanted: int | None
) -> None:
    """Mistake 1: No to a proposal is not opposition to the issue."""
    assert wish(outcome, stance, asked) == wanted


@pytest.mark.parametrize(
    ("yrkanden", "asked"),
    [
        (["yrkar bifall till motionen."], 1),
        (["yrkar avslag på förslaget."], -1),
        (["yrkar att motionen ska anses besvarad."], ASIDE),
        (["yrkar återremiss", "yrkar bifall till förslaget"], 1),
        # "bifall" to a body's proposal can be a rejection of the motion
        (["yrkar bifall till kommunstyrelsens förslag."], None),
        (["yrkar bifall till motionen", "yrkar avslag på motionen"], None),
        ([], None),
    ],
)
def test_asked_for(yrkanden: list[str], asked: int | None) -> None:
    assert asked_for(yrkanden) == asked


SAID = st.fixed_dictionaries(
    {
        "decision": st.integers(0, 3),
        "matter": st.integers(0, 1),
        "rank": st.integers(0, 3),
        "day": st.sampled_from(["2021-03-04", "2022-05-06"]),
        "body": st.sampled_from(["Hamnnämnden", "Kommunstyrelsen"]),
        "party": st.sampled_from("SM"),
        "title": st.sampled_from(["Ny brygga", "Riva bryggan"]),
        "outcome": st.sampled_from(["bifall", "avslag", "besvarad", None]),
        "source": st.sampled_from(["position", "statement"]),
        "act": st.sampled_from(["yrkande", "reservation", "motion"]),
        "stance": st.sampled_from(["for", "against", "abstained"]),
        "vote_kind": st.sampled_from([None, "huvudvotering", "återremiss"]),
        "quote": st.sampled_from(
            [
                "yrkar bifall till motionen.",
                "Yrkar avslag på förslaget.",
                "yrkar återremiss.",
                "yrkar att bryggan byggs i trä.",
                None,
            ]
        ),
        "start": st.integers(0, 2),
        "id": st.text("ab", min_size=1, max_size=2),
    }
)
COLUMNS = ["decision", "matter", "rank", "day", "body", "party", "title", "outcome", "source"]
COLUMNS += ["act", "stance", "vote_kind", "quote", "start", "id"]
ROWS = st.lists(SAID, max_size=12)


def told(rows: list[dict[str, Any]]) -> pd.DataFrame:
    made = pd.DataFrame(rows, columns=COLUMNS)
    return made.astype({"day": "datetime64[us]", "matter": "int64"})


def slow_wish(row: dict[str, Any], rows: list[dict[str, Any]]) -> int | None:
    """What one row tells, after a look through all rows of the same occasion."""
    if row["source"] != "position" or row["vote_kind"] == "återremiss":
        return None
    same = ("matter", "body", "day", "party")
    moved = [
        str(other["quote"])
        for other in rows
        if other["source"] == "statement"
        and other["act"] in ("yrkande", "reservation")
        and all(other[name] == row[name] for name in same)
    ]
    return wish(row["outcome"], row["stance"], asked_for(moved))


@QUICK
@given(ROWS)
def test_wishes_are_what_a_slow_look_says(rows: list[dict[str, Any]]) -> None:
    found = wishes(told(rows))

    assert [None if pd.isna(one) else one for one in found] == [
        slow_wish(row, rows) for row in rows
    ]


@QUICK
@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_no_wish(rows: list[dict[str, Any]], random: Any) -> None:
    order = list(range(len(rows)))
    random.shuffle(order)
    mixed = told(rows).iloc[order]

    pd.testing.assert_series_equal(wishes(mixed).sort_index(), wishes(told(rows)))


@QUICK
@given(ROWS, st.sampled_from(["S", None]), st.sampled_from(["brygga", "TRÄ", None]))
def test_a_timeline_holds_what_is_asked_for_in_order(
    rows: list[dict[str, Any]], party: str | None, words: str | None
) -> None:
    found = timeline(told(rows), party=party, words=words)

    kept = [
        number
        for number, row in enumerate(rows)
        if party in (None, row["party"])
        and (words or "").lower() in f"{row['title']} {row['quote'] or ''}".lower()
    ]
    assert sorted(found.index) == kept
    names = ["day", "rank", "decision", "party", "source", "start", "id"]
    order = [tuple(row) for row in found[names].to_numpy().tolist()]
    assert order == sorted(order)
    assert found["wish"].equals(wishes(told(rows))[found.index])
