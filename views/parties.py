"""One party: its head, where it stood by topic, and how its proposals fared."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pandas as pd
import streamlit as st

from reports.choice import Choice
from reports.order import in_order
from reports.party import EVERY
from views import behind, data, downloads, links
from views.data import Snapshot
from views.formats import given, interval, number, percent, records, short_day, whole
from views.held import held
from views.language import language, text, word
from views.lists import case_link
from views.markup import (
    STACKED,
    anchor,
    count,
    facts,
    legend,
    parties,
    party,
    safe,
    show,
    stance,
    table,
    tag,
)

STANCES = ("for", "against", "abstained", "split", "remark", "not_participating", "silent")
KIND = f"sp-numbers {STACKED}"
Row = Mapping[str, object]


def chosen(letters: list[str], *, usual: str | None) -> str | None:
    """The party to look at: the one chosen, else ``usual``; None while there is neither."""
    named = text("parties.of_choice", party=usual) if usual else text("parties.all")
    picked = st.selectbox(
        text("parties.which"),
        in_order(letters),
        index=None,
        placeholder=named,
        key="which",
        bind="query-params",
    )
    return str(picked) if picked else usual


def overview(snapshot: Snapshot, choice: Choice) -> None:
    """Every party with how often it took each stance; leads to the party."""
    rows = data.report(snapshot, choice, "party_overview")
    known = {str(row["party"]): row for row in records(rows)}
    headings = [safe(text("stance_table.party")), *map(stance, STANCES), "n"]
    cells = [_party_row(letters, known[letters]) for letters in in_order(known)]
    show(f'<div class="sp-wide">{legend(STANCES)}</div>')
    caption = text("parties.caption")
    show(table(headings, cells, caption=caption, kind=KIND, labels=_labels()))
    downloads.table(snapshot, "party_overview", rows)


def heading(snapshot: Snapshot, choice: Choice) -> None:
    """Letters, name, and when the party governed, with the source."""
    letters = choice.parties[0]
    everything = replace(choice, parties=())
    known = data.report(snapshot, everything, "parties")
    named = known[known["party"] == letters]
    several = named["municipality"].nunique() > 1
    names = [
        facts([safe(row["name"]), safe(given(row["municipality"]) if several else "")])
        for row in records(named)
    ]
    terms = data.report(snapshot, choice, "party_terms")
    several = terms["municipality"].nunique() > 1
    lines = "".join(f"<li>{_term(row, several=several)}</li>" for row in records(terms))
    told = f"<ul>{lines}</ul>" if lines else f"<p>{safe(text('parties.no_terms'))}</p>"
    title = " / ".join(names) or safe(letters)
    show(f'<header class="sp-head"><h2>{party(letters)} {title}</h2>{told}</header>')


def topic_table(rows: pd.DataFrame, choice: Choice) -> None:
    """Stances per topic; every count leads to the decisions behind it."""
    headings = [safe(text("parties.topic")), *map(stance, STANCES), "n"]
    cells = [_topic_row(row, choice) for row in records(rows)]
    show(f'<div class="sp-wide">{legend(STANCES)}</div>')
    kind, caption = f"{KIND} sp-topics", text("parties.topics")
    show(table(headings, cells, caption=caption, kind=kind, labels=_labels()))


def stance_links(counts: Row, letters: str, asked: str | None) -> None:
    """The stances that the list below can be narrowed down to, with how many of each."""
    silent, n = whole(counts["silent"]), whole(counts["n"])
    ways: list[tuple[str | None, str, int]] = [(None, text("parties.all_stances"), n - silent)]
    ways += [(code, word("stance", code), whole(counts[code])) for code in STANCES]
    ways.append((EVERY, text("parties.every_stance"), n))
    items = []
    for code, called, several in ways:
        label = f"{safe(called)} {number(several)}"
        if asked == code:
            items.append(f'<b aria-current="true">{label}</b>')
        elif several:
            items.append(anchor(links.party(letters, stance=code), label))
    show(f'<nav class="sp-choices">{" ".join(items)}</nav>')


def share_table(
    rows: pd.DataFrame,
    label: str,
    *,
    caption: str,
    names: tuple[str, str] = ("what", "hits"),
    link: Callable[[Row, str], str] | None = None,
) -> None:
    """Shares with their n and interval; the column ``label`` says (HTML) what each is of.
    ``names`` are the texts that head that column and the hits; ``link`` makes a link of a
    count to what it counts."""
    headings = [text(f"parties.{name}") for name in (*names, "n", "share", "interval")]
    cells = [[str(row[label]), *figures(row, link=link)] for row in records(rows)]
    show(table(list(map(safe, headings)), cells, caption=caption, kind="sp-numbers"))


def figures(
    row: Row,
    *,
    few: str = "pairs.few",
    link: Callable[[Row, str], str] | None = None,
) -> list[str]:
    """Hits, n, share and interval; no share where there are too few, but the text ``few``."""
    counts = [link(row, name) if link else number(whole(row[name])) for name in ("hits", "n")]
    if row["level"] == "few":
        return [*counts, f'<span class="sp-quiet">{safe(text(few))}</span>', ""]
    share = percent(float(str(row["share"])))
    told = f'<span class="sp-quiet">({share})</span>' if row["level"] == "uncertain" else share
    return [*counts, told, interval(max(0.0, float(str(row["low"]))), float(str(row["high"])))]


def outcome_rows(rows: pd.DataFrame, column: str) -> str:
    """Decisions with what came of each (HTML): ``column`` is "adopted", "outcome" or
    "stance"."""
    headings = [safe(text("stance_table.case")), safe(text(f"parties.{column}"))]
    cells = [[_case_cell(row), _outcome(row, column)] for row in records(rows)]
    return table(headings, cells, caption=text(f"parties.{column}_rows"), kind="sp-stances")


def place_name(governing: object) -> str:
    """What it is called to govern, not to, and when that is not known."""
    if governing is None or pd.isna(governing):  # type: ignore[call-overload]
        return text("parties.place_unknown")
    return text("parties.in_power" if governing else "parties.in_opposition")


def _labels() -> list[str]:
    """What the columns of stances are called where there is no room for a heading."""
    return [*(word("stance", code) for code in STANCES), "n"]


def _count_link(row: Row, letters: str, code: str, **way: object) -> str:
    """How often a party took a stance; leads to the decisions."""
    n = whole(row[code])
    if not n:
        return count(n)
    return anchor(links.party(letters, stance=code, **way), number(n))


def _every_link(row: Row, letters: str, **way: object) -> str:
    """In how many decisions a party took part, silent or not; leads to them."""
    address = links.party(letters, stance=EVERY, **way)
    return behind.opens(address, number(whole(row["n"])), about=f"n, {letters}")


def _party_row(letters: str, row: Row) -> list[str]:
    name = safe(row["name"])
    chip = anchor(links.party(letters), f"{party(letters)} {name}", name=letters)
    counts = [_count_link(row, letters, code) for code in STANCES]
    return [chip, *counts, _every_link(row, letters)]


def _topic_row(row: Row, choice: Choice) -> list[str]:
    code = given(row["topic"])
    english = language() == "en"
    name = given(row["name_english" if english else "name"]) or code
    label = safe(name) if code else f"<b>{safe(text('parties.all_topics'))}</b>"
    way = {"tab": None, "topic": code or None}
    letters = choice.parties[0]
    counts = [_count_link(row, letters, name, **way) for name in STANCES]
    mark = ' aria-current="true"' if (code or None) == choice.topic else ""
    link = anchor(links.party(letters, stance=None, **way), f"<span{mark}>{label}</span>")
    return [link, *counts, _every_link(row, letters, **way)]


def _term(row: Row, *, several: bool) -> str:
    until = given(row["end"])
    span = f"{short_day(row['start'])} – {short_day(until)}" if until else ""
    span = span or text("parties.since", day=short_day(row["start"]))
    others = list(row["governing"])  # type: ignore[call-overload]
    part = str(row["place"])
    place = safe(word("term", part) if until else word("term_now", part))
    source = safe(text("parties.source", source=row["source"]))
    return facts(
        [
            safe(given(row["municipality"]) if several else ""),
            f"{place} {safe(span)}",
            f"{safe(text('parties.majority'))} {parties(in_order(others))}",
            f'<span class="sp-quiet">{source}</span>',
        ]
    )


def _case_cell(row: Row) -> str:
    where = held(row)
    quote = given(row.get("quote"))
    said = f'<span class="sp-said">”{safe(quote)}”</span>' if quote else ""
    way = ""
    if quote:
        place = {"start": whole(row["start"]), "end": whole(row["end"])}
        way = anchor(
            links.source(given(row["document_id"]), **place), safe(text("quote.open"))
        )
    return f'{case_link(row)}{said}<span class="sp-where">{facts([where, way])}</span>'


def _outcome(row: Row, column: str) -> str:
    if column == "stance":
        return f"{stance(str(row[column]))} {tag(place_name(row['governing']))}"
    if column == "adopted":
        return safe(text("parties.adopted_yes" if row[column] else "parties.adopted_no"))
    return safe(word("outcome", given(row[column])))
