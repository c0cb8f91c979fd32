"""Leads that rest on more than stances: a position that a party has changed or kept, a
proposal that came back, a seat that was empty.

``links`` have ``kind`` (a key of LINKED), ``decision_after`` (that shows it),
``decision_before`` (that it is compared with, or missing), ``party``, ``other`` (on the other
side, or missing) and ``phrase`` (what it is about in the document's words, or missing).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from analytics.ground import Ground
from analytics.lead_kinds import Sightings, margins
from analytics.surprise import Marks

COLUMNS = ("kind", "decision_before", "decision_after", "party", "other", "phrase")


@dataclass(frozen=True, slots=True)
class Link:
    """What a kind is measured against: the other contested matters ``within`` ("whole",
    "by_mandate" or "by_body"; see ``Ground``), of each party or of all; or only votes whose
    margin is known."""

    within: str
    of_party: bool = False
    votes: bool = False


LINKED = {
    "changed_position": Link("whole", of_party=True),
    "reversed_in_power": Link("whole", of_party=True),
    "against_own_words": Link("whole", of_party=True),
    "kept_promise": Link("by_mandate"),
    "new_outcome": Link("whole"),
    "absence_decided": Link("by_body", votes=True),
}


def linked(ground: Ground, links: pd.DataFrame) -> Iterator[Sightings]:
    """What the links tell, kind by kind and where it is of a party party by party."""
    row, column = ground.places(links.rename(columns={"decision_after": "decision"}))
    for kind, link in LINKED.items():
        here = (row >= 0) & (links["kind"] == kind).to_numpy(dtype=bool)
        within = getattr(ground, link.within)
        if not link.of_party:
            did = _marked(ground, row[here])
            known = margins(ground)[1] if link.votes and did.any() else ground.contested
            yield Sightings(kind, known | did, did, within)
            continue
        taken = ground.took("for", "against", "abstained")
        for party in np.unique(column[here & (column >= 0)]).tolist():
            did = _marked(ground, row[here & (column == party)])
            yield Sightings(kind, taken[party] | did, did, within, (party,))


def with_links(
    lead: dict[str, Any], links: pd.DataFrame, days: "pd.Series[Any]"
) -> dict[str, Any]:
    """A lead of a linked kind with what its links tell: the parties, those on the other side,
    the words, and the decisions that it is compared with among those behind; ``earlier`` is
    the last day of those."""
    if lead["kind"] not in LINKED:
        return lead
    rows = links[
        (links["kind"] == lead["kind"]) & links["decision_after"].isin(lead["decisions"])
    ]
    if LINKED[lead["kind"]].of_party:
        rows = rows[rows["party"].astype(str) == lead["parties"][0]]
    before = sorted(set(rows["decision_before"].dropna().astype(int)) - {*lead["decisions"]})
    earlier = days.reindex(before).dropna()
    parties = _named(rows["party"])
    told = {
        "parties": parties,
        "decisions": [*before, *lead["decisions"]],
        "earlier": earlier.max() if len(earlier) else None,
        "phrase": ", ".join(_named(rows["phrase"])) or None,
    }
    others = _named(rows["other"]) or _without(lead["others"], parties)
    return lead | told | {"others": others}


def _marked(ground: Ground, rows: Any) -> Marks:
    made = np.zeros(len(ground.table), dtype=bool)
    made[rows] = True
    return made


def _named(column: "pd.Series[Any]") -> list[str]:
    return sorted(set(column.dropna().astype(str)))


def _without(names: list[str], left_out: list[str]) -> list[str]:
    return [name for name in names if name not in left_out]
