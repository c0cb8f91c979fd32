"""People in office: the list to search in, and the parts of one person's page."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from reports.choice import Choice
from views import data, downloads, frame, links, paging, parties, sayings
from views.data import Snapshot
from views.formats import given, number, records, short_day, whole
from views.held import held
from views.language import plural, text, word
from views.lists import case_link
from views.markup import STACKED, anchor, facts, party, safe, show, table, tag

Row = Mapping[str, object]
PLAIN = f"sp-plain {STACKED}"


def search(rows: pd.DataFrame) -> pd.DataFrame:
    """The people of which any spelling holds what is searched for."""
    written = st.text_input(text("people.search"), key="name", bind="query-params")
    sought = (written or "").strip().casefold()
    spelled = rows["name_variants"].map(lambda names: "\n".join(names).casefold())
    return rows[spelled.map(lambda names: sought in names).astype(bool)]


def listing(rows: pd.DataFrame) -> None:
    """Name, party periods, roles, statements signed and meetings attended."""
    several = rows["municipality"].nunique(dropna=False) > 1
    names = ("name", "roles", "statements", "attended")
    show(
        table(
            [safe(text(f"people.{name}")) for name in names],
            [_row(row, several=several) for row in records(rows)],
            caption=text("people.caption"),
            kind="sp-numbers sp-people sp-stacked",
        )
    )


def heading(person: Row) -> None:
    """Name, party periods, municipality, and other spellings."""
    others = [str(name) for name in _listed(person["name_variants"]) if name != person["name"]]
    spelled = text("people.also", names=", ".join(others)) if others else ""
    about = facts([_periods(person), safe(person["municipality"]), safe(spelled)])
    show(f'<header class="sp-head"><h2>{safe(person["name"])}</h2><p>{about}</p></header>')


def roles(snapshot: Snapshot, choice: Choice, person: str) -> None:
    """Roles over time, body by body."""
    rows = data.report(snapshot, choice, "people_roles", person=person)
    show(f"<h2>{safe(text('people.roles_over_time'))}</h2>")
    if rows.empty:
        show(f'<p class="sp-quiet">{safe(text("people.no_roles"))}</p>')
        return
    headings = [
        safe(text(f"people.{name}")) for name in ("body", "role", "period", "attended")
    ]
    cells = [
        [safe(row["body"]), safe(row["role"]), safe(_span(row)), _of(row)]
        for row in records(rows)
    ]
    show(table(headings, cells, caption=text("people.roles_over_time"), kind=PLAIN))
    downloads.table(snapshot, "people_roles", rows)


def attendance(snapshot: Snapshot, choice: Choice, row: Row) -> None:
    """At how many of the meetings that list the person they were, and which."""
    show(f"<h2>{safe(text('people.attendance'))}</h2>")
    if not whole(row["listed"]):
        show(f'<p class="sp-quiet">{safe(text("people.no_roles"))}</p>')
        return
    counted = {**row, "hits": row["present"], "n": row["listed"]}
    hits, n, share, spread = parties.figures(counted, few="people.few")
    said = safe(text("people.present_at", hits=hits, n=n))
    show(f"<p>{said} · {facts([share, safe(spread)])}</p>")
    rows = data.report(snapshot, choice, "people_meetings", person=str(row["person_id"]))
    if len(rows):
        with st.expander(plural("people.meetings", len(rows))):
            _meetings(rows.head(paging.limit("people_meetings")))
            paging.more("people_meetings", len(rows))
            downloads.table(snapshot, "people_meetings", rows)
    frame.method("method.attendance")


def substitutions(snapshot: Snapshot, choice: Choice, person: str) -> None:
    """Whom the person served for, and who served for the person."""
    rows = data.report(snapshot, choice, "people_substitutions", person=person)
    if rows.empty:
        return
    show(f"<h2>{safe(text('people.substitutions'))}</h2>")
    headings = [
        safe(text(f"people.{name}")) for name in ("direction", "body", "period", "times")
    ]
    cells = [
        [_replaced(row), safe(row["body"]), safe(_span(row)), number(whole(row["n"]))]
        for row in records(rows)
    ]
    show(table(headings, cells, caption=text("people.substitutions"), kind=PLAIN))
    downloads.table(snapshot, "people_substitutions", rows)


def votes(snapshot: Snapshot, choice: Choice, person: str) -> None:
    """Named votes, and how often they went against the party's line."""
    rows = data.report(snapshot, choice, "people_votes", person=person)
    if rows.empty:
        return
    show(f"<h2>{safe(text('people.votes'))}</h2>")
    shares = data.report(snapshot, choice, "people_breaks", person=person)
    counted = shares.assign(hits=shares["breaks"], n=shares["votes"])
    counted = counted.assign(label=[party(letters) for letters in shares["party"]])
    if len(counted):
        parties.share_table(counted, "label", caption=text("people.breaks"))
    headings = [safe(text("stance_table.case"))]
    headings += [safe(text(f"people.{name}")) for name in ("vote", "line")]
    shown = records(rows.head(paging.limit("people_votes")))
    cells = [[_case(row), _choice(row), _line(row)] for row in shown]
    show(table(headings, cells, caption=text("people.votes"), kind=PLAIN))
    paging.more("people_votes", len(rows))
    downloads.table(snapshot, "people_votes", rows)
    frame.method("method.breaks")


def signed(snapshot: Snapshot, choice: Choice, person: str) -> None:
    """What the person signed, with quotes and the way to the case."""
    rows = data.report(snapshot, choice, "people_signed", person=person)
    show(f"<h2>{safe(text('people.signed'))}</h2>")
    if rows.empty:
        show(f'<p class="sp-quiet">{safe(text("people.nothing_signed"))}</p>')
        return
    show(f'<p class="sp-selection">{safe(plural("count.sayings", len(rows)))}</p>')
    sayings.cards(rows.head(paging.limit("people_signed")), sayings.of_act)
    paging.more("people_signed", len(rows))
    downloads.table(snapshot, "people_signed", rows)
    frame.method("method.signed")


def _row(row: Row, *, several: bool) -> list[str]:
    name = anchor(links.person(str(row["person_id"])), safe(row["name"]))
    where = facts([_periods(row), safe(given(row["municipality"]) if several else "")])
    held = safe(", ".join(map(str, _listed(row["roles"]))))
    held = f'<span class="sp-quiet">{held}</span>' if held else ""
    count = number(whole(row["statements"]))
    label = f'{name}<span class="sp-where">{where}</span>'
    return [label, held, count, _of(row)]


def _of(row: Row) -> str:
    """Present of listed: "25 av 26"."""
    listed = whole(row["listed"])
    told = text("people.of", hits=number(whole(row["present"])), n=number(listed))
    return safe(told if listed else "–")


def _periods(row: Row) -> str:
    known = zip(*(_listed(row[name]) for name in ("parties", "since", "until")), strict=True)
    return " ".join(
        f"{anchor(links.party(str(letters)), party(str(letters)))}{safe(_years(since, until))}"
        for letters, since, until in known
    )


def _years(since: object, until: object) -> str:
    first, last = given(since)[:4], given(until)[:4]
    return first if first == last else f"{first}–{last}"


def _span(row: Row) -> str:
    first, last = short_day(row["first"]), short_day(row["last"])
    return first if first == last else f"{first} – {last}"


def _meetings(rows: pd.DataFrame) -> None:
    headings = [safe(text(f"people.{name}")) for name in ("meeting", "role", "present")]
    cells = [[_meeting(row), _role(row), _present(row)] for row in records(rows)]
    show(table(headings, cells, caption=text("people.attendance"), kind=PLAIN))


def _meeting(row: Row) -> str:
    place = (
        {"start": whole(row["start"]), "end": whole(row["end"])} if given(row["end"]) else {}
    )
    way = links.source(given(row["document_id"]), **place)
    return anchor(way, held(row))


def _role(row: Row) -> str:
    served = given(row["substitutes_for"])
    return facts(
        [safe(row["role"]), safe(text("people.served_for", name=served) if served else "")]
    )


def _present(row: Row) -> str:
    items = given(row["items"])
    told = text("people.was_there" if row["present"] is True else "people.was_absent")
    return safe(f"{told} ({items})" if items else told)


def _replaced(row: Row) -> str:
    name, key = safe(row["name"]), given(row["person_id"])
    who = anchor(links.person(key), name) if key else name
    return f"{safe(word('substitution', str(row['direction'])))} {who}"


def _case(row: Row) -> str:
    where = held(row)
    return f'{case_link(row)}<span class="sp-where">{where}</span>'


def _choice(row: Row) -> str:
    means = given(row["means"])
    told = f'<span class="sp-where">{safe(means)}</span>' if means else ""
    return f"<b>{safe(word('ballot', str(row['choice'])))}</b>{told}"


def _line(row: Row) -> str:
    if not given(row["line"]):
        return f'<span class="sp-quiet">{safe(text("people.no_line"))}</span>'
    broke = tag(text("people.broke")) if row["broke"] is True else ""
    return f"{safe(word('ballot', str(row['line'])))} {broke}"


def _listed(value: object) -> list[object]:
    return list(value) if hasattr(value, "__iter__") else []
