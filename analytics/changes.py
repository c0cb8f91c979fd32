"""What two stands of a party on one issue tell a journalist, as links for
``analytics.lead_links``: a position changed, a promise kept, a proposal that came back.

``compared`` are rows of ``analytics.shifts.comparisons``.
"""

import pandas as pd

from analytics.issues import unnumbered
from analytics.lead_links import COLUMNS

LEAST_DAYS = 180
"""Two matters decided closer together than this may be one on its way."""
KEYS = ("municipality", "party")


def links(compared: pd.DataFrame, decisions: pd.DataFrame) -> pd.DataFrame:
    """Everything below, one after the other. ``decisions`` has ``decision`` and
    ``mandate``."""
    came_back = new_outcomes(compared)
    told = [changes(compared, decisions), came_back, kept_promises(compared)]
    found = pd.concat(told, ignore_index=True)
    twice = found["kind"].eq("kept_promise") & found["decision_after"].isin(
        came_back["decision_after"]
    )
    kept: pd.DataFrame = found[~twice].reset_index(drop=True)
    return kept


def changes(compared: pd.DataFrame, decisions: pd.DataFrame) -> pd.DataFrame:
    """Where a party wanted one thing and later its opposite: "reversed_in_power" where it came
    to govern or ceased to, else "changed_position".

    That a party wants another budget when others govern is no news, nor that it does so every
    year: of yearly matters only those of one known mandate stay, and of them the first of each
    party and issue.
    """
    found = compared[compared["opposite"].astype(bool)]
    mandate = decisions.set_index("decision")["mandate"].astype(object)
    before, after = (found[f"{side}_decision"].map(mandate) for side in ("first", "second"))
    issue = found["second_title"].map(unnumbered)
    yearly = found["recurring"].astype(bool)
    # a missing mandate is like no other
    same = yearly & (before == after).fillna(False).astype(bool)
    told = found.assign(issue=issue, mandate=before)[same]
    first = told.drop_duplicates([*KEYS, "issue", "mandate"]).index
    kept = found[~yearly | found.index.isin(first)]
    crossed = kept["place_changed"].fillna(False).astype(bool)
    kind = crossed.map({True: "reversed_in_power", False: "changed_position"})
    return _links(kept, kind)


def kept_promises(compared: pd.DataFrame) -> pd.DataFrame:
    """Where a party was against the decision while in opposition, and later as governing for
    one that goes the way it wanted."""
    opposed = compared["first_governing"].astype("boolean") == False  # noqa: E712
    governs = compared["second_governing"].astype("boolean") == True  # noqa: E712
    came = (opposed & governs).fillna(False).astype(bool)
    return _links(compared[came & _fell_then_won(compared)], "kept_promise")


def new_outcomes(compared: pd.DataFrame) -> pd.DataFrame:
    """Where what a party wanted fell, and was decided when it was proposed anew."""
    wanted = (compared["first_wish"] == 1) & (compared["second_wish"] == 1)
    first, second = (pd.to_datetime(compared[f"{side}_day"]) for side in ("first", "second"))
    apart = (second - first).dt.days >= LEAST_DAYS
    other = compared["first_matter"] != compared["second_matter"]
    anew = wanted.fillna(False).astype(bool) & apart & other
    return _links(compared[anew & _fell_then_won(compared)], "new_outcome")


def _fell_then_won(compared: pd.DataFrame) -> pd.Series:
    """The same wish, against the first decision and for the second, in no yearly matter."""
    lost, won = compared["first_stance"] == "against", compared["second_stance"] == "for"
    aside = compared["opposite"].astype(bool) | compared["recurring"].astype(bool)
    made: pd.Series = (lost & won).astype(bool) & ~aside
    return made


def _links(rows: pd.DataFrame, kind: "str | pd.Series") -> pd.DataFrame:
    names = {"first_decision": "decision_before", "second_decision": "decision_after"}
    found = rows.rename(columns=names).assign(kind=kind, other=None, phrase=None)
    return found[list(COLUMNS)].reset_index(drop=True)
