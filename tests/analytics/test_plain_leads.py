"""Leads against a slow second implementation, and what must never change them."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.lead_links import LINKED
from analytics.leads import KIND_NAMES, leads
from tests.analytics.plain_leads import plain_leads

PARTIES = ("C", "L", "M", "S", "SD", "V")
STANCES = ("for", "against", "abstained", "split", "silent", "remark", "absent")
WAYS = ("acklamation", "votering", "utslagsröst", "lottning", "minoritet", "enhälligt")
Tables = dict[str, list[dict[str, Any]]]


def tables(seed: int, *, size: int = 90) -> Tables:
    """Random decisions of two municipalities, where blocs mostly hold together."""
    random = np.random.default_rng(seed)
    made: Tables = {name: [] for name in ("decisions", "stances", "alternatives", "seats")}
    for number in range(size):
        late = number > size * 6 // 7  # the last year, when conflict grows
        quiet = 0.1 if late else 0.35
        odds = [0.2, 0.4, 0.05, 0.05, 0.05]
        way = str(random.choice(WAYS, p=[*(np.array(odds) / 0.75 * (1 - quiet)), quiet]))
        day = pd.Timestamp("2018-11-01") + pd.Timedelta(days=int(2500 * number / size))
        here = "Tallvik" if random.random() < 0.7 else "Granby"
        mandate = str(2018 + 3 * (day.year > 2020)) if here == "Tallvik" else None
        made["decisions"].append(
            {
                **{"decision": number, "matter": int(random.integers(size * 4 // 5))},
                **{"rank": int(random.integers(4)), "day": day, "municipality": here},
                **{"body": str(random.choice(["KF", "KS"])), "mandate": mandate},
                **{"topic": random.choice(["skola", "vård", None]), "decided_by": way},
                "contested": way != "enhälligt",
            }
        )
        turned = random.random() < 0.3
        for place, party in enumerate(PARTIES):
            if random.random() < 0.1:
                continue
            usual = "for" if (place < 3) != turned else "against"
            usual = "against" if late and party == "M" else usual
            stance = usual if random.random() < 0.75 else str(random.choice(STANCES))
            row = {"decision": number, "party": party}
            governs = place < 3 if mandate else None
            made["stances"].append(row | {"stance": stance, "governing": governs})
            made["seats"].append(row | {"side": stance, "seats": int(random.integers(1, 4))})
            if stance == "against":
                behind = int(random.integers(2)) + 2 * number
                made["alternatives"].append(row | {"alternative": behind})
    made["links"] = [
        {
            **{"kind": kind, "decision_after": int(random.integers(size)), "other": None},
            **{"party": str(random.choice(PARTIES)), "phrase": None, "decision_before": None},
        }
        for kind in (*LINKED, *LINKED)
    ]
    return made


def frames(given: Tables) -> dict[str, pd.DataFrame]:
    made = {name: pd.DataFrame(rows) for name, rows in given.items()}
    made["stances"]["governing"] = made["stances"]["governing"].astype("boolean")
    return made


def found(frames_: dict[str, pd.DataFrame], **options: Any) -> set[tuple[Any, ...]]:
    own = {name: frames_[name] for name in ("decisions", "stances", "alternatives", "seats")}
    table = leads(**own, links=frames_["links"], most=100_000, **options)
    return {_plain(row) for row in table.to_dict("records")}


def _plain(row: dict[Any, Any]) -> tuple[Any, ...]:
    """As ``plain_leads``, where only some kinds are of parties of their own."""
    subject = KINDS_OF_PARTIES.get(row["kind"], False)
    lead = (
        row["kind"],
        tuple(row["parties"]) if subject else (),
        row["decision"],
        tuple(row["decisions"]),
        *(int(row[name]) for name in ("k", "n")),
    )
    return lead if pd.isna(row["now_n"]) else (*lead, int(row["now_k"]), int(row["now_n"]))


KINDS_OF_PARTIES = {
    **dict.fromkeys(
        ("unlikely_allies", "allies_apart", "left_partners", "divided_party"), True
    ),
    **dict.fromkeys(("rising_dissent", "rising_between"), True),
    **{kind: link.of_party for kind, link in LINKED.items()},
}


@pytest.mark.parametrize("least", [3, 10])
@pytest.mark.parametrize("seed", range(12))
def test_leads_are_those_of_dictionaries_and_loops(seed: int, least: int) -> None:
    given = tables(seed)
    assert found(frames(given), least_history=least) == plain_leads(given, least=least)


def test_the_random_tables_hold_every_kind() -> None:
    seen = {lead[0] for seed in range(12) for lead in plain_leads(tables(seed), least=3)}
    assert seen == set(KIND_NAMES)


@settings(max_examples=15, deadline=None)
@given(st.integers(100, 10_000), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(seed: int, random: Any) -> None:
    plain = frames(tables(seed, size=50))
    mixed = {
        name: table.sample(frac=1, random_state=random.randrange(2**31), ignore_index=True)
        for name, table in plain.items()
    }
    assert found(plain, least_history=3) == found(mixed, least_history=3)


@settings(max_examples=10, deadline=None)
@given(st.integers(100, 10_000))
def test_silence_told_twice_and_parties_that_never_spoke_change_nothing(seed: int) -> None:
    plain = frames(tables(seed, size=50))
    stances = plain["stances"]
    again = stances[stances["stance"] == "silent"]
    absent = stances.drop_duplicates("decision").assign(party="Z", stance="absent")
    more = plain | {"stances": pd.concat([stances, again, absent], ignore_index=True)}
    assert found(more, least_history=3) == found(plain, least_history=3)


@settings(max_examples=10, deadline=None)
@given(st.integers(100, 10_000))
def test_a_party_that_shares_no_decision_is_in_no_pair(seed: int) -> None:
    plain = frames(tables(seed, size=60))
    even = plain["stances"]["decision"] % 2 == 0
    apart = (plain["stances"]["party"] == "V") & even | (
        plain["stances"]["party"] == "S"
    ) & ~even
    told = found(plain | {"stances": plain["stances"][~apart]}, least_history=3)
    assert not [lead for lead in told if lead[1] == ("S", "V")]


@settings(max_examples=10, deadline=None)
@given(st.integers(100, 10_000), st.integers(3, 20))
def test_no_lead_is_below_its_least_history(seed: int, least: int) -> None:
    plain = frames(tables(seed, size=60))
    assert all(lead[5] >= least for lead in found(plain, least_history=least))


@settings(max_examples=10, deadline=None)
@given(st.integers(100, 10_000), st.integers(0, 2500))
def test_since_takes_away_and_never_adds_but_what_has_risen(seed: int, days: int) -> None:
    plain = frames(tables(seed, size=60))
    since = (pd.Timestamp("2018-11-01") + pd.Timedelta(days=days)).strftime("%Y-%m-%d")
    late = {
        row["decision"]
        for row in plain["decisions"].to_dict("records")
        if row["day"] >= pd.Timestamp(since)
    }
    whole = {lead for lead in found(plain, least_history=3) if len(lead) == 6}
    told = {lead for lead in found(plain, least_history=3, since=since) if len(lead) == 6}
    pairs = ("unlikely_allies", "allies_apart")
    assert {one for one in told if one[0] not in pairs} == {
        one for one in whole if one[2] in late and one[0] not in pairs
    }
    assert {one[2] for one in told} <= late
