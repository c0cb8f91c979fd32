"""The same party in power and in opposition on the same topic."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import pandas as pd

from reports.order import in_order
from views import links, rates
from views.counted import Counted
from views.filters import topic_name
from views.formats import capital, given, records, sorting_key
from views.language import text
from views.lists import by_decision, case_cell, chips
from views.markup import anchor, party, safe, show, stance, table
from views.rates import share_cells

EVERY = "all"
ROLES = ("inside", "outside", "unknown")


def tenure_table(counted: Counted) -> None:
    """Per party, over all topics and per topic: the share against while it governed and while
    it did not; ``counted`` is of the report ``tenure``."""
    tenure = counted.rows
    found: dict[tuple[str, str], dict[bool, dict[str, Any]]] = {}
    for row in records(tenure):
        place = (row["party"], given(row["topic"]))
        found.setdefault(place, {})[bool(row["governing"])] = row
    order = {letters: place for place, letters in enumerate(in_order(tenure["party"]))}
    names = {code: topic(code) for code in {code for _, code in found}}
    ordered = sorted(
        found, key=lambda key: (order[key[0]], key[1] and sorting_key(names[key[1]]))
    )
    several = len(names) > 1
    headings = [text("tenure.party"), *([text("tenure.topic")] if several else [])]
    for role in ("governing", "opposition"):
        headings += [text(f"tenure.{role}"), text("tenure.against"), rates.interval_name()]
    show(
        table(
            list(map(safe, headings)),
            [
                _row(key, found[key], counted, called=names[key[1]], several=several)
                for key in ordered
            ],
            caption=text("tenure.caption"),
            kind="sp-numbers sp-stacked" + (" sp-tenure" if several else ""),
            labels=rates.labels(headings[1:]),
        )
    )


def behind_table(rows: pd.DataFrame, *, shown: int) -> None:
    """The decisions behind, each once with where the parties in and outside power stood;
    ``rows`` is of the report ``tenure_rows``."""
    there = {_role(governing) for governing in rows["governing"].unique()}
    roles = [role for role in ROLES if role in there]
    show(
        table(
            [safe(text("tenure.case")), *(safe(capital(text(f"tenure.{r}"))) for r in roles)],
            [_behind(own, roles) for own in by_decision(rows, shown=shown)],
            caption=text("tenure.behind", n=len(rows)),
            kind="sp-reading sp-stacked",
        )
    )


def _row(
    key: tuple[str, str],
    roles: dict[bool, dict[str, Any]],
    counted: Counted,
    *,
    called: str,
    several: bool,
) -> list[str]:
    letters, about = key
    address = links.href("majority", view="tenure", who=letters, about=about or None)
    name = text("tenure.open", party=letters, topic=called)
    opened = anchor(address, party(letters), name=name)
    told = f"<span>{safe(called)}</span>" if about else f"<b>{safe(called)}</b>"
    cells = [
        cell
        for role in (True, False)
        for cell in share_cells(roles.get(role), "dissent", n=partial(counted.link, count="n"))
    ]
    return [opened, *([told] if several else []), *cells]


def called(row: Mapping[str, Any], count: str) -> str:
    """What a figure of the report ``tenure`` is called."""
    role = text("tenure.inside" if row["governing"] else "tenure.outside")
    return f"{row['party']}, {role}, {topic(given(row['topic']))}"


def topic(code: str) -> str:
    """What a topic is called; "" and EVERY are all of them."""
    return topic_name(code) if code not in ("", EVERY) else text("tenure.every")


def topic_order(code: str) -> str:
    """Orders topics by what they are called."""
    return sorting_key(topic(code))


def _role(governing: object) -> str:
    known = given(governing)
    if not known:
        return "unknown"
    return "inside" if known == "True" else "outside"


def _behind(own: list[dict[str, Any]], roles: list[str]) -> list[str]:
    found = {row["party"]: row for row in own}
    stood = [
        (_role(found[one]["governing"]), f"{party(one)}{stance(found[one]['stance'])}")
        for one in in_order(found)
    ]
    return [
        case_cell(own[0]),
        *(chips(told for role, told in stood if role == wanted) for wanted in roles),
    ]
