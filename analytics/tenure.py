"""One party in power and in opposition, on the same topic."""

import numpy as np
import pandas as pd

from analytics.agreement import counted
from analytics.matters import codes_of, first_of
from analytics.sampling import HIDDEN_BELOW, levels, wilson

KEYS = ["party", "topic", "governing"]
TOOK_PART = ("for", "against", "abstained", "split", "remark", "not_participating", "silent")


def tenure(stances: pd.DataFrame, *, contested_only: bool = True) -> pd.DataFrame:
    """How a party stood while it governed and while it did not, per topic; ``topic`` is
    missing in the rows over all topics.

    Columns: ``party``, ``topic``, ``governing``, ``n`` (matters where it took part, each once,
    in the highest and last body), ``for``, ``against``, ``abstained``; ``dissent`` (against /
    n; missing when ``level`` is "few"), ``low``, ``high`` (95 % Wilson), ``level``; ``both``
    (enough both in power and out of it to set side by side) and ``unknown`` (matters of that
    party and topic left out because who governed is not known). That nothing is recorded
    counts as no dissent, never as support. ``stances`` is as in ``analytics.agreement``.
    """
    return tenure_of(tenure_rows(stances, contested_only=contested_only))


def tenure_of(rows: pd.DataFrame) -> pd.DataFrame:
    """``tenure`` of the rows behind it."""
    topics = rows[rows["topic"].notna()]
    found = pd.concat([_counted(rows.assign(topic=None)), _counted(topics)])
    low, high = wilson(found["against"], found["n"])
    enough = found["n"] >= HIDDEN_BELOW
    share = (found["against"] / found["n"]).where(enough)
    made = found.assign(dissent=share, low=low, high=high, level=levels(found["n"]))
    ready = enough.groupby([found["party"], found["topic"]], dropna=False).transform("sum")
    return made.assign(both=ready == 2).reset_index(drop=True)


def tenure_rows(stances: pd.DataFrame, *, contested_only: bool = True) -> pd.DataFrame:
    """The rows behind ``tenure``: ``decision``, ``party``, ``topic``, ``stance``,
    ``governing``."""
    once = counted(stances, contested_only=contested_only)["decision"].unique()
    here = stances["decision"].isin(once) & stances["stance"].isin(TOOK_PART)
    return stances.loc[here, ["decision", "party", "topic", "stance", "governing"]]


def _counted(rows: pd.DataFrame) -> pd.DataFrame:
    group = codes_of(rows, KEYS)
    single = rows[KEYS].take(first_of(group)).astype({"party": object, "topic": object})
    counts = {
        side: np.bincount(group[rows["stance"] == side], minlength=len(single))
        for side in ("for", "against", "abstained")
    }
    table = single.assign(n=np.bincount(group, minlength=len(single)), **counts)
    left_out = table[table["governing"].isna()].set_index(KEYS[:2])["n"]
    known = table.dropna(subset="governing").astype({"governing": bool})
    found = known.sort_values(KEYS, ignore_index=True)
    unknown = left_out.reindex(pd.MultiIndex.from_frame(found[KEYS[:2]])).fillna(0)
    return found.assign(unknown=unknown.astype(int).to_numpy())
