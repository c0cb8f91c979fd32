"""The two lines of one decision: which parties stood where, with how many seats, and who
decided.

Seats are the members who served when the decision was taken: counted from the attendance, or
from the ballots of the vote that settled it. Where the minutes do not tell, nothing is said.
"""

import re
from dataclasses import dataclass

import pandas as pd

from pipeline.words import SERVING

UNRECORDED = ("silent", "remark", "split")
ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Tally:
    """Seats for and against the decision, and seats of parties without a recorded side.

    ``margin`` is seats for minus seats against; None when some serving seat has no recorded
    side, because then the margin is not known.
    """

    seats_for: int
    seats_against: int
    unrecorded: int
    margin: int | None


def serving_seats(attendance: pd.DataFrame, *, number: str) -> pd.DataFrame:
    """Seats per party at paragraph ``number``; columns ``party``, ``seats``.

    ``attendance`` has ``party``, ``role``, ``present`` and ``items`` ("§§ 72-99": served only
    for these). Empty when nobody is listed, or when a serving member's party is not known:
    then no party's share of the seats is.
    """
    serving = attendance[attendance["present"] & attendance["role"].isin(SERVING)]
    there = serving[[_includes(items, number) for items in serving["items"]]]
    if there.empty or there["party"].isna().any():
        return pd.DataFrame(
            {"party": pd.Series(dtype="str"), "seats": pd.Series(dtype="Int64")}
        )
    seats = there.groupby("party").size().rename("seats").astype("Int64")
    return seats.reset_index()


def voted_seats(ballots: pd.DataFrame, *, winner: str) -> pd.DataFrame:
    """Seats per party and side in a vote won by ``winner`` ("ja" or "nej").

    ``ballots`` has ``party`` and ``choice``. Columns: ``party``, ``side``, ``seats``; absent
    members are left out.
    """
    loser = {"ja": "nej", "nej": "ja"}[winner]
    sides = {
        winner: "for",
        loser: "against",
        "avstår": "abstained",
        "deltar ej": "not_participating",
    }
    known = ballots.dropna(subset="party")
    known = known.assign(side=known["choice"].map(sides)).dropna(subset="side")
    seats = known.groupby(["party", "side"]).size().rename("seats").astype("Int64")
    return seats.reset_index()


def lines(
    positions: pd.DataFrame,
    *,
    seats: pd.DataFrame,
    votes: pd.DataFrame | None = None,
    governing: tuple[str, ...] = (),
) -> pd.DataFrame:
    """One row per party and side: ``party``, ``side``, ``seats``, ``decisive``, ``tipped``.

    ``positions`` has ``party`` and ``stance``; ``seats`` comes from ``serving_seats`` and
    ``votes``, where there was a roll call, from ``voted_seats`` and goes before it. Parties
    that served without a recorded position get the side "silent". ``seats`` is missing where
    unknown. ``decisive``: had the party changed sides, the outcome would have been another.
    ``tipped``: decisive and outside the governing parties, with a governing party on its side.
    """
    if votes is not None and not votes.empty:
        table = _by_ballots(positions, votes)
    else:
        table = _by_attendance(positions, seats)
    tally = count(table)
    decisive = _decisive(table, tally.margin)
    outside = ~table["party"].isin(governing)
    with_government = (table["party"].isin(governing) & (table["side"] == "for")).any()
    return table.assign(decisive=decisive, tipped=decisive & outside & bool(with_government))


def count(table: pd.DataFrame) -> Tally:
    """The seats of each line; ``table`` has ``side`` and ``seats``."""
    by_side = table.groupby("side")["seats"].sum(min_count=1)
    sums = {side: int(value) for side, value in by_side.items() if pd.notna(value)}
    seats_for, seats_against = sums.get("for", 0), sums.get("against", 0)
    unrecorded = sum(sums.get(side, 0) for side in UNRECORDED)
    known = table.loc[table["side"] != ABSENT, "seats"].notna().all()
    settled = bool(known) and unrecorded == 0 and seats_for > 0
    margin = seats_for - seats_against if settled else None
    return Tally(seats_for, seats_against, unrecorded, margin)


def _by_attendance(positions: pd.DataFrame, seats: pd.DataFrame) -> pd.DataFrame:
    table = positions[["party", "stance"]].rename(columns={"stance": "side"})
    if seats.empty:
        return table.assign(seats=pd.array([pd.NA] * len(table), dtype="Int64"))
    table = table.merge(seats, on="party", how="outer")
    return table.assign(side=table["side"].fillna("silent"))


def _by_ballots(positions: pd.DataFrame, votes: pd.DataFrame) -> pd.DataFrame:
    """The ballots' sides, and the recorded sides that no ballot of the party shows.

    A party that moved a losing proposal and then abstained stands against, with no seat there.
    """
    recorded = positions[["party", "stance"]].rename(columns={"stance": "side"})
    recorded = recorded[~recorded["side"].isin([*UNRECORDED, ABSENT])]
    rest = recorded.merge(votes[["party", "side"]], how="left", indicator=True)
    rest = rest[rest["_merge"] == "left_only"].drop(columns="_merge").assign(seats=0)
    return pd.concat([votes, rest.astype({"seats": "Int64"})], ignore_index=True)


def _decisive(table: pd.DataFrame, margin: int | None) -> pd.Series:
    if margin is None or margin <= 0:
        return pd.Series(False, index=table.index)
    # A party that changes sides takes its seats off one line and adds them to the other.
    return (
        ((table["side"] == "for") & (2 * table["seats"] > margin)).fillna(False).astype(bool)
    )


def _includes(items: object, number: str) -> bool:
    """Whether "§§ 72-99, 101" covers paragraph ``number``; everything does when nothing is
    said.
    """
    if not isinstance(items, str) or not items or not number.isdigit():
        return True
    spans = re.findall(r"(\d+)(?:\s*[-–]\s*(\d+))?", items)
    return any(int(first) <= int(number) <= int(last or first) for first, last in spans)
