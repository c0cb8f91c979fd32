"""The two lines of a decision: which parties stood where, with how many seats, and who
decided.

``stances`` has ``decision``, ``party``, ``stance`` and ``governing`` (missing where it is not
known who governed); ``seats`` has ``decision``, ``party``, ``side``, ``seats`` and
``by_ballots``, for the decisions whose serving members are known. Words may be categories.
"""

import pandas as pd

UNRECORDED = ("silent", "remark", "split")
ABSENT = "absent"
KEYS = ["decision", "party", "side"]


def lines(stances: pd.DataFrame, seats: pd.DataFrame) -> pd.DataFrame:
    """One row per decision, party and side: ``decision``, ``party``, ``side``, ``seats``,
    ``governing``, ``margin``, ``decisive``, ``tipped``.

    ``seats`` is missing where unknown; ``margin`` (seats for minus seats against) where some
    serving seat has no recorded side. ``decisive``: had the party changed sides, the outcome
    would have been another. ``tipped``: decisive and outside the governing parties, with a
    governing party on its side.
    """
    table = _placed(stances, seats)
    margin = table["decision"].map(tallies(table)["margin"])
    decisive = (table["side"] == "for") & (2 * table["seats"] > margin) & (margin > 0)
    decisive = decisive.fillna(False).astype(bool)
    governs = table["governing"].astype("boolean").fillna(False).astype(bool)
    helped = table.loc[governs & (table["side"] == "for"), "decision"]
    tipped = decisive & ~governs & table["decision"].isin(helped)
    return table.assign(margin=margin, decisive=decisive, tipped=tipped)


def tallies(table: pd.DataFrame) -> pd.DataFrame:
    """Seats of each line, by ``decision``: ``seats_for``, ``seats_against``, ``unrecorded``
    and ``margin``; ``table`` has ``decision``, ``side`` and ``seats``.

    ``margin`` is missing when seats are unknown or without a recorded side.
    """
    counted = table[table["side"] != ABSENT]
    seats = counted["seats"].fillna(0).astype("int64")
    side = counted["side"]
    known = counted["seats"].notna()
    sums = pd.DataFrame(
        {
            "decision": counted["decision"],
            "seats_for": seats.where(side == "for", 0),
            "seats_against": seats.where(side == "against", 0),
            "unrecorded": seats.where(side.isin(UNRECORDED), 0),
            "unknown": (~known).astype("int64"),
        }
    )
    made = sums.groupby("decision").sum()
    margin = (made["seats_for"] - made["seats_against"]).astype("Int64")
    settled = (made["unknown"] == 0) & (made["unrecorded"] == 0) & (made["seats_for"] > 0)
    return made.drop(columns="unknown").assign(margin=margin.where(settled))


def _placed(stances: pd.DataFrame, seats: pd.DataFrame) -> pd.DataFrame:
    """Every recorded side with its seats, and the seats of those without one.

    Where ballots are known, a recorded side that no ballot of the party shows has no seat: a
    party that moved a losing proposal and then abstained stands against, with nobody there.
    """
    plain = {"party": str, "side": str}
    sides = stances.rename(columns={"stance": "side"}).astype(plain)
    table = sides.loc[sides["side"] != ABSENT, KEYS].merge(
        seats.astype(plain), on=KEYS, how="outer"
    )
    voted = table["decision"].isin(seats.loc[seats["by_ballots"].astype(bool), "decision"])
    unseated = voted & table["seats"].isna()
    table = table.assign(seats=table["seats"].astype("Int64").mask(unseated, 0))
    table = table[~(unseated & table["side"].isin(UNRECORDED))]
    governing = sides[["decision", "party", "governing"]].drop_duplicates()
    return table[[*KEYS, "seats"]].merge(governing, on=["decision", "party"], how="left")
