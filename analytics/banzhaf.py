"""How much the seats of each party could decide: Banzhaf's count of swings.

Banzhaf, J. F. (1965), Weighted voting doesn't work: a mathematical analysis, Rutgers Law
Review 19. The measure swings / divisions is Penrose's (1946).
"""

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.lines import codes, runs, words
from analytics.packing import columns, different, packed

NO_PART = ("not_participating", "absent")

Numbers = npt.NDArray[np.int64]
Counts = npt.NDArray[np.float64]


def banzhaf(table: pd.DataFrame) -> pd.DataFrame:
    """One row per decision and party with seats: ``decision``, ``party``, ``seats``,
    ``swings``, ``open``, ``divisions`` and ``power`` (swings / divisions).

    ``table`` is that of ``analytics.lines.lines``. Among the parties that took part, every way
    in which the *other* parties can divide into two sides is one of ``divisions`` =
    2^(parties - 1). It is a swing when the party, with all its seats, carries the vote by
    joining one side and loses it by joining the other. Where one of the two ends in a tie the
    chair would settle it, nobody knows how: ``open``, and no swing. Decisions where
    somebody's seats are not known are left out.
    """
    rows = _seated(table)
    _, place = runs(rows["decision"].to_numpy())
    boards, which = different(packed(rows["seats"].to_numpy(), place))
    made, left_open = swings(boards)
    at = which[place], columns(place)
    divisions = 2.0 ** (np.bincount(place)[place] - 1)
    return rows.assign(
        swings=made[at], open=left_open[at], divisions=divisions, power=made[at] / divisions
    )


def swings(boards: Numbers) -> tuple[Counts, Counts]:
    """For boards (a row each, the seats of a party per column, 0 for no party): how many
    divisions of the others each party swings, and how many it leaves open through a tie.

    Counted by how many ways the others can gather each number of seats, so that the work grows
    with seats and not with 2^parties.
    """
    made, left_open = np.zeros(boards.shape), np.zeros(boards.shape)
    whole = boards.sum(axis=1, keepdims=True)
    lead = 2 * np.arange(whole.max(initial=0) + 1) - whole
    for party in range(boards.shape[1]):
        own = 2 * boards[:, [party]]
        ways = _ways(np.delete(boards, party, axis=1), lead.shape[1])
        made[:, party] = (ways * ((lead < 0) & (lead + own > 0))).sum(axis=1)
        ties = (lead == 0) | (lead + own == 0)
        left_open[:, party] = (ways * (ties & (own > 0))).sum(axis=1)
    return made, left_open


def _ways(seats: Numbers, amounts: int) -> Counts:
    """In how many ways the parties of each board can gather 0, 1, 2 … seats."""
    ways = np.zeros((len(seats), amounts))
    ways[:, :1] = 1
    for column in seats.T:
        taking = np.arange(amounts) - column[:, None]
        more = np.take_along_axis(ways, np.maximum(taking, 0), axis=1)
        # a party without seats is no party: it does not double the ways
        ways = ways + np.where((taking >= 0) & (column[:, None] > 0), more, 0)
    return ways


def _seated(table: pd.DataFrame) -> pd.DataFrame:
    """The seats of each party that took part, whatever sides they were on."""
    there = table[~table["side"].isin(NO_PART)]
    unknown = there.loc[there["seats"].isna(), "decision"].unique()
    there = there[~there["decision"].isin(unknown) & (there["seats"].fillna(0) > 0)]
    among = words(there["party"])
    owner = there["decision"].to_numpy(dtype=np.int64) * max(len(among), 1)
    every, place = runs(owner + codes(there["party"], among))
    seats = np.bincount(place, weights=there["seats"].to_numpy(dtype=np.float64))
    decision, party = np.divmod(every, max(len(among), 1))
    return pd.DataFrame(
        {
            "decision": decision,
            "party": pd.Categorical.from_codes(party, among),
            "seats": seats.astype(np.int64),
        }
    )
