"""Stands beside their nearest earlier ones, compared with a plain second way."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.issues import issues
from analytics.likeness import alike_among, alike_pairs
from analytics.proposals import proposals
from analytics.shifts import comparisons, kept_words, shifts
from analytics.stands import stands
from tests.analytics import plain_shifts

DIRECTIONS = {
    "more": ["bygg"],
    "less": ["riv"],
    "free": ["avgiftsfri"],
    "fee": ["avgift"],
    "unclear": ["änd"],
    "form": ["om", "att", "i", "motion"],
}
TITLES = (
    "Bygga hamnen i Tallvik",
    "Riva hamnen i Tallvik",
    "Hamnens framtid",
    "Budget 2031",
    "Budget 2032",
    "Avgift i hamnen",
    "Motion om båtbryggan",
    "Ändra hamnplanen",
)
TEXTS = (
    "att måla varje brygga före vintern",
    "att måla varje bryggan före vintern",
    "att riva båthuset vid bryggan före vintern",
    "enligt förslag från nämnden",
)
WORDS = st.lists(st.text("abcåäö", min_size=1, max_size=8), max_size=5).map(tuple)


def table(decisions: list[dict[str, Any]]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tables of decisions with stances (by party), and what was decided and moved."""
    rows, asked = [], []
    for number, one in enumerate(decisions):
        day = pd.Timestamp("2031-01-01") + pd.Timedelta(days=one.get("day", number))
        about = {
            "decision": number,
            "matter": one.get("matter", number),
            "rank": one.get("rank", 3),
            "day": day,
            "municipality": one.get("place", "Tallvik"),
            "title": one["title"],
            "item_type": "motion" if "Motion" in (one["title"] or "") else "förslag",
        }
        for party, stance in one["stances"].items():
            governing = one.get("governing", {}).get(party)
            rows.append({**about, "party": party, "stance": stance, "governing": governing})
            rows[-1] |= {"outcome": one.get("outcome", "bifall"), "quote": f"{party} {number}"}
        decided = {"kind": "decision", "adopted": one.get("outcome", "bifall") == "bifall"}
        asked.append({**decided, "parties": [], "text": one.get("text", one["title"])})
        asked[-1] |= {"decision": number}
        for party, text in one.get("fell", {}).items():
            fell = {"kind": "proposal", "adopted": False, "parties": [party], "text": text}
            asked.append({**fell, "decision": number})
    fixed = {
        "source": "position",
        "act": "yrkande",
        "vote_kind": None,
        "page": 1,
        "body": "KF",
    }
    made = pd.DataFrame(rows).assign(**fixed, document_id="d", start=0, end=1)
    made["governing"] = made["governing"].astype("boolean")
    return made.assign(id=range(len(made))), pd.DataFrame(asked)


def compared(rows: pd.DataFrame, asked: pd.DataFrame) -> pd.DataFrame:
    stood, about = stands(rows), issues(rows, asked, DIRECTIONS)
    return comparisons(rows, stood, about, proposals(stood, asked, DIRECTIONS))


def ends(found: pd.DataFrame) -> list[tuple[Any, ...]]:
    names = ["party", "first_decision", "second_decision", "link", "opposite"]
    return [tuple(row) for row in found[names].to_numpy().tolist()]


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        # for one thing, then for its opposite
        (
            [
                {"title": "Bygga hamnen", "stances": {"S": "for", "M": "against"}},
                {"title": "Riva hamnen", "stances": {"S": "for", "M": "for"}},
            ],
            [("M", 0, 1, "title", False), ("S", 0, 1, "title", True)],
        ),
        # nothing earlier that day is earlier
        (
            [
                {"title": "Bygga hamnen", "stances": {"S": "for"}, "day": 1},
                {"title": "Riva hamnen", "stances": {"S": "for"}, "day": 1},
            ],
            [],
        ),
        # another municipality's party is another party
        (
            [
                {"title": "Bygga hamnen", "stances": {"S": "for"}, "place": "Granby"},
                {"title": "Riva hamnen", "stances": {"S": "for"}},
            ],
            [],
        ),
        # the same matter again, whatever it is called
        (
            [
                {"title": "Ändra hamnen", "stances": {"S": "for"}, "matter": 7},
                {"title": "Ändra hamnen", "stances": {"S": "against"}, "matter": 7},
            ],
            [("S", 0, 1, "matter", True)],
        ),
        # the nearest of two
        (
            [
                {"title": "Bygga hamnen", "stances": {"S": "for"}},
                {"title": "Riva hamnen", "stances": {"S": "against"}},
                {"title": "Bygga hamnen", "stances": {"S": "for"}},
            ],
            [("S", 0, 1, "title", False), ("S", 1, 2, "title", False)],
        ),
        # matters without a title are not alike
        (
            [
                {"title": None, "stances": {"S": "for"}, "text": "a"},
                {"title": None, "stances": {"S": "against"}, "text": "b"},
            ],
            [],
        ),
        # a proposal that fell, and was adopted in another matter
        (
            [
                {
                    "title": "Vinterplan",
                    "stances": {"S": "against"},
                    "fell": {"S": "att måla varje brygga före vintern"},
                },
                {
                    "title": "Budget 2031",
                    "stances": {"S": "for"},
                    "text": "att måla varje bryggan före vintern",
                },
            ],
            [("S", 0, 1, "proposal", False)],
        ),
        # of what the title and a proposal tell, that it turned round
        (
            [
                {"title": "Bygga hamnen", "stances": {"S": "against"}},
                {
                    "title": "Vinterplan",
                    "stances": {"S": "against"},
                    "fell": {"S": "att måla varje brygga före vintern"},
                },
                {
                    "title": "Bygga hamnen",
                    "stances": {"S": "against"},
                    "text": "att måla varje bryggan före vintern",
                },
            ],
            [("S", 1, 2, "proposal", True)],
        ),
    ],
)
def test_comparisons(decisions: list[dict[str, Any]], expected: list[tuple[Any, ...]]) -> None:
    found = compared(*table(decisions))

    assert sorted(ends(found)) == expected
    assert sorted(ends(shifts(found))) == [pair for pair in expected if pair[-1]]


def test_nothing_said_gives_the_same_columns() -> None:
    rows, asked = table([{"title": "Bygga hamnen", "stances": {"S": "for"}}])

    found = compared(rows.iloc[:0], asked.iloc[:0])
    assert found.empty
    assert list(found) == list(compared(rows, asked))


def test_kept_words_need_a_known_change_of_place() -> None:
    one = {"title": "Bygga hamnen", "stances": {"S": "for", "M": "for", "V": "for"}}
    before, after = {"S": False, "M": True}, {"S": True, "M": True, "V": True}
    decisions = [{**one, "governing": before}, {**one, "governing": after}]

    assert ends(kept_words(compared(*table(decisions)))) == [("S", 0, 1, "title", False)]


DECISION = st.fixed_dictionaries(
    {
        "title": st.sampled_from(TITLES),
        "stances": st.dictionaries(
            st.sampled_from("SMV"), st.sampled_from(["for", "against", "remark"]), min_size=1
        ),
        "outcome": st.sampled_from(["bifall", "avslag", "besvarad"]),
        "day": st.integers(0, 9),
        "matter": st.integers(0, 8),
        "rank": st.integers(0, 3),
        "text": st.sampled_from(TEXTS),
        "fell": st.dictionaries(st.sampled_from("SM"), st.sampled_from(TEXTS), max_size=1),
        "governing": st.dictionaries(st.sampled_from("SM"), st.booleans()),
    }
)


@settings(max_examples=100, deadline=None)
@given(st.lists(DECISION, min_size=1, max_size=14), st.booleans())
def test_the_same_as_pair_by_pair(decisions: list[dict[str, Any]], two: bool) -> None:
    for one in decisions:
        # a matter is of one municipality
        one["place"] = "Granby" if two and one["matter"] % 2 else "Tallvik"
    rows, asked = table(decisions)

    found = compared(rows, asked)
    names = ["municipality", "party", "second_decision", "first_decision", "second_decision"]
    names += ["link", "opposite", "first_wish", "second_wish"]
    told = {tuple(row) for row in found[names].to_numpy().tolist()}
    assert told == plain_shifts.comparisons(rows, asked, DIRECTIONS)


@given(st.lists(WORDS, max_size=12), st.floats(0, 100))
def test_alike_pairs_as_one_by_one(texts: list[tuple[str, ...]], like: float) -> None:
    one, two, share = alike_pairs(texts, like=like)

    found = dict(zip(zip(one, two, strict=True), share, strict=True))
    plain = plain_shifts.alike(dict(enumerate(texts)), like)
    certain = {pair: value for pair, value in plain.items() if abs(value - like) > 1e-6}
    assert {pair for pair in certain if pair[0] < pair[1]} <= found.keys() <= plain.keys()
    assert all(found[pair] == pytest.approx(plain[pair]) for pair in found)


@pytest.mark.parametrize(
    ("first", "second", "share"),
    [
        (("hamnar",), ("hamnat",), 500 / 6),
        (("hamnar",), ("hamna",), 1000 / 11),
        # the same letters in another order
        (("hamnar", "brygga"), ("hamnar", "bryagg"), (600 + 500) / 12),
    ],
)
def test_what_is_just_alike_enough_is_found(
    first: tuple[str, ...], second: tuple[str, ...], share: float
) -> None:
    for like, found in ((share - 1e-6, 1), (share + 1e-6, 0)):
        assert len(alike_pairs([first, second], like=like)[0]) == found


def test_what_stands_for_several_is_alike_to_itself() -> None:
    counts, alone = np.array([2, 1], dtype=np.int64), np.zeros(2, dtype=np.int64)
    one, two, _ = alike_among(
        [("hamnen",), ("parken",)], np.arange(2), like=75, counts=counts, within=alone
    )

    assert (one.tolist(), two.tolist()) == ([0], [0])
