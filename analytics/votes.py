"""Votes and how close they were.

``votes`` has one row per vote: ``vote_id``, ``decision``, ``matter``, ``rank``, ``day``,
``main``, ``yes``, ``no``, ``abstain``, ``absent`` (missing where unknown) and what else the
reader wants to see, such as ``title``, ``yes_means`` and ``no_means``.
"""

import numpy as np
import pandas as pd

from analytics.matters import last_of_matter
from analytics.periods import Step, period_starts
from analytics.sampling import HIDDEN_BELOW, levels, wilson
from analytics.series import stretch_starts

CLOSE = 0.1
"""A vote is close when the margin is at most this share of the yes and no, or one vote."""


def margins(votes: pd.DataFrame, *, close: float = CLOSE) -> pd.DataFrame:
    """The votes with both numbers known, and: ``cast`` (yes + no), ``margin`` (|yes − no|),
    ``relative`` (margin / cast), ``abstention`` (abstain / (cast + abstain)), ``turnout``
    ((cast + abstain) / (cast + abstain + absent)) and ``close``.

    Abstention and turnout are missing where the minutes do not tell who abstained or was
    absent.
    """
    known = votes[votes["yes"].notna() & votes["no"].notna()]
    yes, no, abstain, absent = (
        known[name].astype("Float64").to_numpy(dtype=float, na_value=np.nan)
        for name in ("yes", "no", "abstain", "absent")
    )
    cast, margin = yes + no, np.abs(yes - no)
    some, voters = np.where(cast > 0, cast, np.nan), cast + abstain
    return known.assign(
        cast=cast.astype(int),
        margin=margin.astype(int),
        relative=margin / some,
        abstention=abstain / np.where(voters > 0, voters, np.nan),
        turnout=voters / np.where(voters + absent > 0, voters + absent, np.nan),
        close=(cast > 0) & (margin <= np.maximum(1, close * cast)),
    )


def closest(votes: pd.DataFrame, *, most: int = 20) -> pd.DataFrame:
    """The closest votes: the smallest margin first, then the smallest share of the cast, then
    the newest."""
    table = margins(votes)
    order = ["margin", "relative", "day", "vote_id"]
    return table.sort_values(order, ascending=[True, True, False, True]).head(most)


def over_time(
    votes: pd.DataFrame,
    step: Step,
    breaks: pd.DataFrame | None = None,
    *,
    close: float = CLOSE,
) -> pd.DataFrame:
    """Main votes per period, a matter counted once: ``period``, ``n``, ``median_margin``,
    ``median_relative``, ``close`` (number), ``share``, ``low``, ``high`` (95 % Wilson) and
    ``level``.

    With ``breaks`` (``analytics.breaks.breaks``) no figure runs across one: a period with a
    break in it is two rows, the second from the day of the break.
    Medians and shares are missing when ``level`` is "few"; undated votes are left out. The
    rows behind: ``counted``.
    """
    return over_time_of(counted(votes, step, breaks, close=close))


def over_time_of(rows: pd.DataFrame) -> pd.DataFrame:
    """``over_time`` of votes that are ``counted``."""
    made = rows.groupby("period").agg(
        n=("margin", "size"),
        median_margin=("margin", "median"),
        median_relative=("relative", "median"),
        close=("close", "sum"),
    )
    table = made.astype({"median_margin": float, "close": int}).reset_index()
    low, high = wilson(table["close"], table["n"])
    enough = table["n"] >= HIDDEN_BELOW
    return table.assign(
        median_margin=table["median_margin"].where(enough),
        median_relative=table["median_relative"].where(enough),
        share=(table["close"] / table["n"]).where(enough),
        low=low,
        high=high,
        level=levels(table["n"]),
    )


def abstentions(
    votes: pd.DataFrame, step: Step, breaks: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Main votes per period as in ``over_time``: ``period``, ``told`` (those whose minutes
    tell how many abstained) and ``with_abstentions`` (those where
    somebody did)."""
    return abstentions_of(counted(votes, step, breaks))


def abstentions_of(rows: pd.DataFrame) -> pd.DataFrame:
    """``abstentions`` of votes that are ``counted``."""
    told = rows[rows["abstention"].notna()]
    some = told.assign(some=told["abstention"] > 0).groupby("period")["some"]
    return some.agg(told="size", with_abstentions="sum").reset_index()


def counted(
    votes: pd.DataFrame,
    step: Step,
    breaks: pd.DataFrame | None = None,
    *,
    close: float = CLOSE,
) -> pd.DataFrame:
    """The votes behind ``over_time``, with margins and ``period``: the main vote in the
    highest, last body of each matter."""
    rows = votes[votes["main"].astype(bool) & votes["day"].notna()]
    table = margins(last_of_matter(rows), close=close)
    days = table["day"]
    period = (
        period_starts(days, step) if breaks is None else stretch_starts(days, breaks, step)
    )
    return table.assign(period=period).dropna(subset="period")
