"""How much conflict there is, and how far parties get with what they propose.

All tables have ``decision``, ``matter``, ``rank`` and ``day``, and whatever they are to be
told apart ``by``: ``body``, ``topic``, ``series`` (budget, motion, förslag …), ``period``.
A matter counts once, in its highest and last body; by body, once in each body. Every result
has the columns ``by`` and ``hits``, ``n``, ``share`` (missing when ``level`` is "few"),
``low``, ``high`` (95 % Wilson) and ``level``; ``behind`` gives the rows of a figure.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from analytics.matters import codes_of, first_of, last_of_matter
from analytics.sampling import HIDDEN_BELOW, levels, wilson

VOTES = ("votering", "utslagsröst", "lottning", "minoritet")
OUTSIDE = ("absent", "not_participating")
OUTCOMES = ("bifall", "delvis bifall", "avslag", "besvarad")
OTHER = "annat"
PENDING = ("återremiss", "bordläggning")
COUNCIL = 3
PLACES = ("body", "municipality")


def conflict_level(decisions: pd.DataFrame, by: Sequence[str] = ()) -> pd.DataFrame:
    """Share of decisions with dissent, with a vote, and contested: a row per ``measure``.

    ``decisions`` has ``dissent``, ``contested`` (bool) and ``decided_by``; the share voted is
    of the decisions where it is known how they were decided.
    """
    return conflict_level_of(counted(decisions, by), by)


def conflict_level_of(rows: pd.DataFrame, by: Sequence[str] = ()) -> pd.DataFrame:
    """``conflict_level`` of decisions that are ``counted``."""
    known = rows[rows["decided_by"].notna()]
    parts = {
        "dissent": shares(rows, rows["dissent"], by),
        "voted": shares(known, known["decided_by"].isin(VOTES), by),
        "contested": shares(rows, rows["contested"], by),
    }
    tables = [table.assign(measure=name) for name, table in parts.items()]
    return pd.concat(tables, ignore_index=True)


def dissent_rate(
    stances: pd.DataFrame, by: Sequence[str] = ("party", "governing")
) -> pd.DataFrame:
    """Share of the decisions that a party took part in where it was against.

    By default each party is told apart from itself by whether it governed (missing: not
    known): the rate measures being in opposition, so parties are not to be ranked by it.
    Absence and standing aside are not taking part.
    """
    rows = party_rows(stances, by)
    return shares(rows, rows["stance"] == "against", by)


def party_rows(stances: pd.DataFrame, by: Sequence[str] = ("party",)) -> pd.DataFrame:
    """The rows behind ``dissent_rate``: where parties took part, each matter once a party."""
    taken = stances[~stances["stance"].isin(OUTSIDE)]
    return last_of_matter(taken, ["party", *_places(by)])


def win_rate(
    proposals: pd.DataFrame, by: Sequence[str] = ("party",), *, own: bool = True
) -> pd.DataFrame:
    """Share adopted of the proposals that were decided; ``proposals`` has a row per proposal
    and party, with ``own`` and ``adopted`` (missing: not told).

    ``own`` proposals ask for something of their own; the rest only ask for "bifall" or
    "avslag" to what others proposed, and are counted instead when it is false.
    """
    rows = proposal_rows(proposals, by, own=own)
    return shares(rows, rows["adopted"].astype(bool), by)


def proposal_rows(
    proposals: pd.DataFrame, by: Sequence[str] = ("party",), *, own: bool = True
) -> pd.DataFrame:
    """The rows behind ``win_rate``: a party's proposals count in the last body that decided
    on any of them in the matter."""
    decided = proposals["adopted"].notna() & (proposals["own"].astype(bool) == own)
    return last_of_matter(proposals[decided], ["party", *_places(by)])


def motion_outcomes(motions: pd.DataFrame, by: Sequence[str] = ("party",)) -> pd.DataFrame:
    """What became of motions: a row per ``outcome`` ("bifall", "delvis bifall", "avslag",
    "besvarad", "annat"), with ``n`` motions in all.

    ``motions`` has a row per decision on a motion and party behind it, with ``outcome``. Only
    the council decides on motions; what lower bodies advised is not counted, nor a motion that
    was put off or sent back and has not returned.
    """
    rows = motion_rows(motions, by)
    tables = [
        shares(rows, rows["result"] == outcome, by).assign(outcome=outcome)
        for outcome in (*OUTCOMES, OTHER)
    ]
    return pd.concat(tables, ignore_index=True)


def motion_rows(motions: pd.DataFrame, by: Sequence[str] = ("party",)) -> pd.DataFrame:
    """The rows behind ``motion_outcomes``, with ``result``: the council's last word."""
    outcome = motions["outcome"]
    settled = motions[(motions["rank"] == COUNCIL) & outcome.notna() & ~outcome.isin(PENDING)]
    rows = last_of_matter(settled, ["party", *_places(by)])
    outcome = rows["outcome"].astype(object)
    return rows.assign(result=outcome.where(outcome.isin(OUTCOMES), OTHER))


def counted(decisions: pd.DataFrame, by: Sequence[str] = ()) -> pd.DataFrame:
    """The decisions behind ``conflict_level``."""
    return last_of_matter(decisions, _places(by))


def behind(rows: pd.DataFrame, figure: Mapping[str, object]) -> pd.DataFrame:
    """The rows of one figure: those with its values in the columns that ``rows`` has too."""
    kept = np.ones(len(rows), dtype=bool)
    for column, value in figure.items():
        same = rows[column].isna() if pd.isna(value) else rows[column] == value  # type: ignore[call-overload]
        kept &= same.fillna(False).to_numpy(dtype=bool)
    return rows[kept]


def shares(rows: pd.DataFrame, hit: pd.Series, by: Sequence[str]) -> pd.DataFrame:
    """How many of the rows are hits, one row per combination of ``by``."""
    group = codes_of(rows, by)
    n = np.bincount(group)
    hits = np.bincount(group, weights=np.asarray(hit, dtype=float)).astype(int)
    table = rows[list(by)].iloc[first_of(group)].reset_index(drop=True)
    low, high = wilson(hits, n)
    share = pd.Series(hits / np.maximum(n, 1)).where(n >= HIDDEN_BELOW)
    return table.assign(hits=hits, n=n, share=share, low=low, high=high, level=levels(n))


def _places(by: Sequence[str]) -> list[str]:
    return [place for place in PLACES if place in by]
