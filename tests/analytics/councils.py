"""Invented decisions as the tables that analyses take, and counting them the slow way.

A decision is a dict: ``{"stances": {"S": "for"}, "joint": ["M", "L"], …}``; those in ``joint``
stand behind one alternative, every other dissenter behind one of its own.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Any, NamedTuple

import pandas as pd
from hypothesis import settings
from hypothesis import strategies as st

QUICK = settings(max_examples=25, deadline=None)
SIDES = ("for", "against", "abstained")
PARTIES = "CLMSV"


class Tables(NamedTuple):
    """What the snapshot hands out."""

    stances: pd.DataFrame
    alternatives: pd.DataFrame


def tables(*decisions: dict[str, Any], **common: Any) -> Tables:
    """The tables of some decisions; ``common`` holds for all that do not say otherwise."""
    held = [common | decision for decision in decisions]
    stances = [row for number, one in enumerate(held) for row in _stances(number, one)]
    behind = [row for number, one in enumerate(held) for row in _alternatives(number, one)]
    words = dict.fromkeys(("party", "stance", "municipality", "body", "item_type"), "category")
    days = {"day": "datetime64[us]", "mandate": "datetime64[us]", "contested": bool}
    types = words | days | {"governing": "boolean", "topic": "category"}
    return Tables(
        pd.DataFrame(stances, columns=list(_row(0, {}, "S", "for"))).astype(types),
        pd.DataFrame(behind, columns=["decision", "party", "alternative"]).astype(
            {"decision": "int64", "party": "category", "alternative": "int64"}
        ),
    )


def _stances(number: int, decision: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for party, stance in sorted(decision["stances"].items()):
        yield _row(number, decision, party, stance)


def _row(number: int, decision: dict[str, Any], party: str, stance: str) -> dict[str, Any]:
    governing = decision.get("governing")
    return {
        "decision": number,
        "matter": decision.get("matter", 1000 + number),
        "rank": decision.get("rank", 0),
        "day": decision.get("day", "2021-03-04"),
        "contested": decision.get("contested", True),
        "party": party,
        "stance": stance,
        "governing": None if governing is None else party in governing,
        "municipality": decision.get("municipality", "Tallvik"),
        "body": decision.get("body", "Hamnnämnden"),
        "item_type": decision.get("item_type", "förslag"),
        "topic": decision.get("topic"),
        "mandate": decision.get("mandate"),
    }


def _alternatives(number: int, decision: dict[str, Any]) -> Iterator[tuple[int, str, int]]:
    joint = decision.get("joint", ())
    for place, (party, stance) in enumerate(sorted(decision["stances"].items())):
        if stance == "against":
            yield number, party, number * 100 + (99 if party in joint else place)


STANCES = st.sampled_from([*SIDES, "silent", "remark", "absent"])
DECISION = st.fixed_dictionaries(
    {
        "stances": st.dictionaries(st.sampled_from(PARTIES), STANCES, min_size=1),
        "joint": st.sets(st.sampled_from(PARTIES)),
        "contested": st.booleans(),
        "matter": st.integers(0, 8),
        "rank": st.integers(0, 3),
        "day": st.sampled_from(["2018-10-14", "2018-10-15", "2021-03-04", "2022-12-01", None]),
        "body": st.sampled_from(["Hamnnämnden", "Kommunstyrelsen"]),
        "topic": st.sampled_from(["hamnar", "skolor", None]),
        "mandate": st.sampled_from(["2018-10-15", "2022-10-17", None]),
        "governing": st.sampled_from([("S", "V"), ("M",), None]),
    }
)
TABLES = st.lists(DECISION, min_size=1, max_size=14).map(lambda rows: tables(*rows))


def slow_counted(
    stances: pd.DataFrame,
    *,
    contested_only: bool = True,
    silence: bool = False,
    within: str | None = None,
) -> dict[int, dict[str, dict[str, Any]]]:
    """The rows that count, by decision and party."""
    taken = {*SIDES, "silent"} if silence else set(SIDES)
    held: dict[int, dict[str, dict[str, Any]]] = defaultdict(dict)
    for row in stances.to_dict("records"):
        if row["stance"] in taken and (row["contested"] or not contested_only):
            held[row["decision"]][row["party"]] = row
    last: dict[Any, tuple[Any, ...]] = {}
    for decision, rows in held.items():
        if len(rows) > 1:
            one = next(iter(rows.values()))
            slice_ = str(one[within]) if within else ""
            day = "" if pd.isna(one["day"]) else str(one["day"])
            place = one["rank"], day, decision
            key = one["matter"], slice_
            last[key] = max(last.get(key, (-1, "", -1)), place)
    return {decision: held[decision] for *_, decision in last.values()}


def slow_kind(one: str, two: str, *, joint: bool) -> tuple[str, bool]:
    """What kind a pair's decision is, and whether it counts as agreement."""
    if one == two == "against":
        return ("same", True) if joint else ("different", False)
    if "against" in (one, two):
        return "one", False
    if one == two and one in ("for", "abstained"):
        return "same", True
    return "neither", {one, two} <= {"for", "silent"}


def slow_points(
    given: Tables, **how: Any
) -> Iterator[tuple[dict[str, Any], str, str, str, bool]]:
    """Every counted decision and pair: a row of it, the two, the kind and the agreement."""
    behind = defaultdict(set)
    for decision, party, number in given.alternatives.itertuples(index=False):
        behind[decision, party].add(number)
    for decision, rows in sorted(slow_counted(given.stances, **how).items()):
        for first, second in combinations(sorted(rows), 2):
            joint = bool(behind[decision, first] & behind[decision, second])
            one, two = (rows[party]["stance"] for party in (first, second))
            kind, agree = slow_kind(one, two, joint=joint)
            yield rows[first], first, second, kind, agree


def slow_agreement(given: Tables, **how: Any) -> dict[tuple[str, str], dict[str, int]]:
    """The counts of ``agreement``, by pair."""
    counts: dict[tuple[str, str], dict[str, int]] = {}
    for _, first, second, kind, agree in slow_points(given, **how):
        here = counts.setdefault(
            (first, second), dict.fromkeys(("n", "same", "different", "one", "neither"), 0)
        )
        here.setdefault("agree", 0)
        here["n"] += 1
        here[kind] += 1
        here["agree"] += agree
    return counts
