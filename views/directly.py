"""What a search names outright, above what it finds: cases, meetings and people."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from views import links
from views.formats import capital, day, given, records, short_day
from views.language import text
from views.markup import anchor, facts, safe, show


def directly(rows: pd.DataFrame) -> None:
    """The rows of ``reports.lookup``, each with the way to it."""
    if rows.empty:
        return
    several = rows["municipality"].nunique() > 1
    items = "".join(f"<li>{_item(row, several=several)}</li>" for row in records(rows))
    heading = safe(text("search.directly"))
    show(f'<section class="sp-directly"><h2>{heading}</h2><ul>{items}</ul></section>')


def _item(row: Mapping[str, Any], *, several: bool) -> str:
    make = {"case": _case, "meeting": _meeting, "person": _person}
    way, about = make[row["sort"]](row)
    told = facts([*map(safe, about), safe(row["municipality"] if several else "")])
    return f'{way}<span class="sp-where">{told}</span>'


def _case(row: Mapping[str, Any]) -> tuple[str, list[str]]:
    number = given(row["number"])
    name = capital(given(row["title"])) or text("case.untitled", number=number)
    reference = given(row["reference"])
    return anchor(links.case(row["id"]), safe(name)), [
        f"§ {number}" if number.isdigit() else "",
        short_day(row["date"]),
        given(row["body"]),
        text("case.reference", reference=reference) if reference else "",
    ]


def _meeting(row: Mapping[str, Any]) -> tuple[str, list[str]]:
    body, date = given(row["body"]), given(row["date"])
    name = f"{body or text('coverage.unknown_body')} {day(date)}"
    way = links.meeting(date, body, given(row["municipality"]))
    return anchor(way, safe(name)), [text("search.meeting")]


def _person(row: Mapping[str, Any]) -> tuple[str, list[str]]:
    return anchor(links.person(row["id"]), safe(row["title"])), [text("search.person")]
