"""Stance over time on an issue: what a party wanted, moved and said, in order.

``rows`` has one row per position and statement of a party, in any order: ``decision``,
``matter``, ``rank``, ``day``, ``body``, ``title``, ``outcome``, ``party``, ``source``
("position" or "statement"), ``act``, ``stance``, ``vote_kind``, ``quote``, ``document_id``,
``start``, ``end``, ``page``, ``id``. Those that ``analytics.shifts`` compares have
``municipality``, ``item_type`` and ``governing`` too.
"""

from collections.abc import Collection

import numpy as np
import pandas as pd

from analytics.matters import Codes, codes_of
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
    return found.take(_in_order(found))


def _in_order(rows: pd.DataFrame) -> Codes:
    """The places of the rows in ``ORDER``; ids are compared only where all else is equal."""
    known = ORDER[:-1]
    same = codes_of(pd.DataFrame({name: _ranks(rows[name]) for name in known}), known)
    tied = (np.bincount(same) > 1)[same]
    number = np.zeros(len(rows), dtype=np.int64)
    number[tied] = _ranks(rows["id"][tied])
    return np.lexsort((number, same))


def _ranks(column: pd.Series) -> Codes:
    """The values as whole numbers in their order; what is missing comes last."""
    codes, every = pd.factorize(column, sort=True)
    return np.where(codes < 0, len(every), codes)
