"""Stance over time on an issue: what a party wanted, moved and said, in order.

``rows`` has one row per position and statement of a party: ``decision``, ``matter``, ``rank``,
``day``, ``municipality``, ``body``, ``title``, ``item_type``, ``outcome``, ``party``,
``governing``, ``source`` ("position" or "statement"), ``act``, ``stance``, ``vote_kind``,
``quote``, ``document_id``, ``start``, ``end``, ``page``, ``id``.
"""

from collections.abc import Collection

import pandas as pd

from analytics.wishes import wishes

ORDER = ["day", "rank", "decision", "party", "source", "start", "id"]


def timeline(
    rows: pd.DataFrame,
    *,
    party: str | None = None,
    words: str | None = None,
    decisions: Collection[int] | None = None,
) -> pd.DataFrame:
    """A party's positions, yrkanden and statements on an issue in order, with ``wish`` (+1 it
    wanted the matter, -1 it did not, missing: cannot be told).

    ``words`` are looked for in titles and in what was said, ``decisions`` are ids.
    """
    found = rows.assign(wish=wishes(rows))
    if party is not None:
        found = found[found["party"] == party]
    if decisions is not None:
        found = found[found["decision"].isin(list(decisions))]
    if words is not None:
        said = found["title"].fillna("") + "\n" + found["quote"].fillna("")
        found = found[said.str.lower().str.contains(words.lower(), regex=False)]
    return found.sort_values(ORDER)
