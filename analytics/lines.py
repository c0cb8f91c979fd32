"""The two lines of a decision: which parties stood where, with how many seats, and who
decided.

``stances`` has ``decision``, ``party``, ``stance`` and ``governing`` (missing where it is not
known who governed); ``seats`` has ``decision``, ``party``, ``side``, ``seats`` and
``by_ballots``, for the decisions whose serving members are known. Words may be categories.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

UNRECORDED = ("silent", "remark", "split")
ABSENT = "absent"

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Keys:
    """Decision, party and side of a row as one whole number, which sorts and joins faster
    than words."""

    parties: "pd.Index[str]"
    sides: "pd.Index[str]"

    def owners(self, table: pd.DataFrame) -> Numbers:
        """Decision and party of each row."""
        decision = table["decision"].to_numpy(dtype=np.int64)
        return decision * len(self.parties) + codes(table["party"], self.parties)

    def of(self, owners: Numbers, side: pd.Series) -> Numbers:
        """Decision, party and side of each row, given its owner and its side."""
        return owners * len(self.sides) + codes(side, self.sides)


def lines(stances: pd.DataFrame, seats: pd.DataFrame) -> pd.DataFrame:
    """One row per decision, party and side, in that order: ``decision``, ``party``, ``side``
    (categories), ``seats``, ``governing``, ``margin``, ``decisive``, ``tipped``.

    ``seats`` is missing where unknown; ``margin`` (seats for minus seats against) where some
    serving seat has no recorded side. ``decisive``: had the party changed sides, the outcome
    would have been another. ``tipped``: decisive and known to be outside the governing
    parties, with a governing party on its side.
    """
    table = _placed(stances, seats)
    every, place = runs(table["decision"].to_numpy())
    margin = tallies(table)["margin"].reindex(every).array[place]
    ours = (table["side"] == "for").to_numpy()
    against = (table["seats"].array * 2 > margin) & (margin > 0)
    decisive = ours & against.to_numpy(dtype=bool, na_value=False)
    governs = table["governing"].array.to_numpy(dtype=bool, na_value=False)
    outside = ~governs & table["governing"].notna().to_numpy()
    helped = np.bincount(place, weights=governs & ours, minlength=len(every)) > 0
    return table.assign(
        margin=margin, decisive=decisive, tipped=decisive & outside & helped[place]
    )


def tallies(table: pd.DataFrame) -> pd.DataFrame:
    """Seats of each line, by ``decision``: ``seats_for``, ``seats_against``, ``unrecorded``
    and ``margin``; ``table`` has ``decision``, ``side`` and ``seats``.

    ``margin`` is missing when seats are unknown or without a recorded side.
    """
    counted = _kept(table, (table["side"] != ABSENT).to_numpy())
    known = counted["seats"].notna().to_numpy()
    seats = counted["seats"].to_numpy(dtype=np.int64, na_value=0)
    every, place = runs(counted["decision"].to_numpy())

    def total(rows: npt.ArrayLike) -> Numbers:
        weights = np.asarray(rows, dtype=np.float64)  # whole numbers stay exact up to 2**53
        return np.bincount(place, weights=weights, minlength=len(every)).astype(np.int64)

    side = counted["side"]
    given, refused = (total(np.where(side == word, seats, 0)) for word in ("for", "against"))
    unrecorded = total(np.where(side.isin(UNRECORDED), seats, 0))
    open_ended = (total(~known) > 0) | (unrecorded > 0) | (given == 0)
    return pd.DataFrame(
        {
            "seats_for": given,
            "seats_against": refused,
            "unrecorded": unrecorded,
            "margin": pd.arrays.IntegerArray(given - refused, open_ended),
        },
        index=pd.Index(every, name="decision"),
    )


def runs(decisions: npt.NDArray[np.int64]) -> tuple[Numbers, Numbers]:
    """The different numbers in order, and for each row its place among them."""
    if _falls(decisions):
        every, place = np.unique(decisions, return_inverse=True)
        return every, place
    changes = np.ones(len(decisions), dtype=bool)
    np.not_equal(decisions[1:], decisions[:-1], out=changes[1:])
    return decisions[changes], np.cumsum(changes) - 1


def words(*columns: pd.Series) -> "pd.Index[str]":
    """All words of several columns, in order."""
    named = (column.astype("category").cat.categories for column in columns)
    return pd.Index(sorted({str(word) for some in named for word in some}), dtype=object)


def codes(column: pd.Series, among: "pd.Index[str]") -> Numbers:
    """For each row the place of its word; -1 for a word that is not there."""
    own = column.astype("category").cat
    place = np.append(among.get_indexer(own.categories.astype(object)), -1)
    return place[own.codes.to_numpy()].astype(np.int64)


def _falls(numbers: Numbers) -> bool:
    """Whether the numbers are out of order somewhere."""
    return bool((numbers[1:] < numbers[:-1]).any())


def _placed(stances: pd.DataFrame, seats: pd.DataFrame) -> pd.DataFrame:
    """Every recorded side with its seats, and the seats of those without one.

    Where ballots are known, a recorded side that no ballot of the party shows has no seat: a
    party that moved a losing proposal and then abstained stands against, with nobody there.
    """
    keys = Keys(
        words(stances["party"], seats["party"]), words(stances["stance"], seats["side"])
    )
    stated = keys.of(keys.owners(stances), stances["stance"])
    seated = keys.of(keys.owners(seats), seats["side"])
    every, place = _different(np.concatenate([stated, seated]))
    stood, sat = place[: len(stated)], place[len(stated) :]
    owner, side = np.divmod(every, max(len(keys.sides), 1))
    decision, party = np.divmod(owner, max(len(keys.parties), 1))
    number = _spread(seats["seats"].astype("Int64").array, sat, len(every))
    unseated = _voted(decision, seats) & number.isna()
    number[unseated] = 0
    _, own = runs(owner)
    governing = _spread(stances["governing"].astype("boolean").array, own[stood], len(every))
    table = pd.DataFrame(
        {
            "decision": decision,
            "party": pd.Categorical.from_codes(party, keys.parties),
            "side": pd.Categorical.from_codes(side, keys.sides),
            "seats": number,
            "governing": governing[own],
        }
    )
    known = np.zeros(len(every), dtype=bool)
    known[stood[(stances["stance"] != ABSENT).to_numpy()]] = True
    known[sat] = True
    nobody = unseated & table["side"].isin(UNRECORDED).to_numpy()
    return _kept(table, known & ~nobody).reset_index(drop=True)


def _kept(table: pd.DataFrame, chosen: npt.NDArray[np.bool_]) -> pd.DataFrame:
    """The chosen rows; all of them without copying."""
    return table if chosen.all() else table[chosen]


def _different(numbers: Numbers) -> tuple[Numbers, Numbers]:
    """The different numbers in order, and for each one its place among them."""
    # two runs in order are merged; numpy's own unique would hash them, ten times slower
    order = np.argsort(numbers, kind="stable")
    ordered = numbers[order]
    changes = np.ones(len(numbers), dtype=bool)
    np.not_equal(ordered[1:], ordered[:-1], out=changes[1:])
    place = np.empty(len(numbers), dtype=np.int64)
    place[order] = np.cumsum(changes) - 1
    return ordered[changes], place


def _voted(decision: Numbers, seats: pd.DataFrame) -> npt.NDArray[np.bool_]:
    """Where the seats are those of ballots."""
    by_ballots = seats["by_ballots"].to_numpy(dtype=bool)
    return np.isin(decision, seats["decision"].to_numpy()[by_ballots])


def _spread(
    values: pd.api.extensions.ExtensionArray, place: Numbers, size: int
) -> pd.api.extensions.ExtensionArray:
    """So many values, each given one in its place and the others missing."""
    known = np.full(size, -1)
    known[place] = np.arange(len(place))
    return values.take(known, allow_fill=True)
