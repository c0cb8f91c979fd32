"""One vote: what Ja and Nej meant, the figures, who voted how, and who left the line."""

from collections.abc import Mapping, Sequence
from textwrap import shorten
from typing import Any

import pandas as pd

from reports.choice import Choice
from reports.order import in_order
from views import asked as address
from views import data, downloads, frame, links
from views.data import Snapshot
from views.figure import draw as draw_chart
from views.formats import day, decimal, given, number, records, whole
from views.language import plural, text, word
from views.lists import title_of
from views.markup import anchor, count, facts, party, safe, show, table, tag
from views.quotes import quoted
from views.seats import CHOICES, CODES, figure, sign

SEATS = "seats"
LONGEST_TITLE = 58
"""In the chart, in characters: what a phone has room for."""


def one_vote(snapshot: Snapshot, vote_id: str) -> None:
    """The whole of a vote; where its address leads to none, that."""
    vote = data.vote(snapshot, vote_id)
    back = anchor(links.href("votes"), safe(text("votes.all")))
    show(f'<p class="sp-where">← {back}</p>')
    if vote is None:
        frame.explain(text("votes.no_vote"), text("votes.no_vote_how"))
        return
    _heading(vote)
    if not vote["ballots"]:
        frame.explain(text("votes.unnamed"), text("votes.unnamed_how"))
        return
    ballots = data.report(snapshot, Choice(), "ballots", vote=vote_id)
    parties = data.report(snapshot, Choice(), "vote_parties", vote=vote_id)
    draw(snapshot, vote, ballots)
    _breakers(ballots)
    show(f"<h2>{safe(text('votes.by_party'))}</h2>{_party_table(parties)}")
    downloads.table(snapshot, "vote_parties", parties)
    frame.method("votes.method_cohesion")
    show(f"<h2>{safe(text('votes.by_name'))}</h2>{_roll(ballots)}")
    downloads.table(snapshot, "ballots", ballots)


def draw(snapshot: Snapshot, vote: Mapping[str, Any], ballots: pd.DataFrame) -> None:
    """The seat plot with its title, what is counted and the source."""
    about = shorten(title_of(vote), LONGEST_TITLE, placeholder=" …")
    where = ", ".join(filter(None, [given(vote["body"]), day(vote["date"])]))
    place = f"{safe(about)}<br>{safe(where)}"
    figures = {"n": number(len(ballots)), "tally": _tally(vote)}
    title, note = text("votes.plot"), text("votes.plot_note", place=place, **figures)
    which = str(vote["vote_id"])
    draw_chart(snapshot, figure(ballots), name=SEATS, title=title, note=note, vote=which)


def draw_seats(snapshot: Snapshot, choice: Choice) -> None:
    """The seat plot of the vote that the address names."""
    vote_id = address.asked().get("vote") or ""
    vote = data.vote(snapshot, vote_id)
    if vote is None or not vote["ballots"]:
        frame.explain(text("votes.no_vote"), text("votes.no_vote_how"))
        return
    show(f'<h3 class="sp-clamp">{safe(title_of(vote))}</h3>')
    draw(snapshot, vote, data.report(snapshot, Choice(), "ballots", vote=vote_id))


def _heading(vote: Mapping[str, Any]) -> None:
    address = links.source(vote["document_id"], start=vote["start"], end=vote["end"])
    about = facts(
        [
            safe(vote["municipality"]),
            safe(vote["body"]),
            safe(day(vote["date"])),
            anchor(links.case(vote["case_id"]), safe(text("votes.case"))),
            anchor(address, safe(text("quote.open"))),
        ]
    )
    kind = word("vote_kind", vote["kind"])
    tags = tag(kind[:1].upper() + kind[1:]) + tag(word("vote_method", vote["decided_by"]))
    show(
        f'<header class="sp-case sp-vote"><h2>{safe(title_of(vote))}</h2>'
        f'<p class="sp-where">{about}</p><p class="sp-tags">{tags}</p>'
        f'<p class="sp-verdict">{safe(_tally(vote))}</p>{_meaning(vote)}{_mismatch(vote)}'
        f"{quoted(vote['quote'])}</header>"
    )


def _meaning(vote: Mapping[str, Any]) -> str:
    rows = "".join(
        f"<dt>{sign(choice)} {safe(word('vote_outcome', choice))}</dt>"
        f"<dd>{safe(given(vote[name]) or text('votes.unknown'))}</dd>"
        for choice, name in (("ja", "yes_means"), ("nej", "no_means"))
    )
    return f'<dl class="sp-meaning">{rows}</dl>'


def _tally(vote: Mapping[str, Any]) -> str:
    """The printed figures and how they settled the matter, in a sentence."""
    if not given(vote["yes"]) or not given(vote["no"]):
        return text("votes.no_figures")
    figures = [text("votes.yes_no", yes=whole(vote["yes"]), no=whole(vote["no"]))]
    figures += [
        text(f"votes.{name}", count=number(whole(vote[name])))
        for name in ("abstain", "absent")
        if whole(vote[name])
    ]
    return f"{', '.join(figures)}{_settled(vote)}."


def _settled(vote: Mapping[str, Any]) -> str:
    margin = abs(whole(vote["yes"]) - whole(vote["no"]))
    side, method = word("choice", vote["outcome"]), given(vote["decided_by"])
    if method == "majoritet" and side and margin:
        return "; " + plural("votes.won_by", margin, side=side)
    if method in ("utslagsröst", "lottning", "minoritet"):
        told = text(f"votes.{CODE_OF_METHOD[method]}")
        return f"; {told}" + (f", {text('votes.won', side=side)}" if side else "")
    return f"; {text('votes.won', side=side)}" if side else ""


CODE_OF_METHOD = {"utslagsröst": "casting", "lottning": "lot", "minoritet": "minority"}


def _mismatch(vote: Mapping[str, Any]) -> str:
    """What differs between the ballots and the printed figures; empty when nothing does."""
    printed = given(vote["yes"]), given(vote["no"])
    listed = whole(vote["listed_yes"]), whole(vote["listed_no"])
    if not vote["ballots"] or not all(printed):
        return ""
    if tuple(map(whole, printed)) == listed:
        return ""
    said = text(
        "votes.mismatch",
        yes=whole(printed[0]),
        no=whole(printed[1]),
        listed_yes=listed[0],
        listed_no=listed[1],
    )
    return f'<p class="sp-warning">{safe(said)}</p>'


def _breakers(ballots: pd.DataFrame) -> None:
    broke = records(ballots[ballots["broke"]])
    show(f"<h2>{safe(text('votes.breakers'))}</h2>")
    if not broke:
        show(f"<p>{safe(text('votes.no_breakers'))}</p>")
        return
    items = "".join(f"<li>{party(row['party'])} {safe(_broke(row))}</li>" for row in broke)
    show(f'<ul class="sp-breakers">{items}</ul>')


def _broke(row: Mapping[str, Any]) -> str:
    choice, line = (word("choice", row[name]) for name in ("choice", "line"))
    return text("votes.broke", name=row["name"], choice=choice, line=line)


def _party_table(parties: pd.DataFrame) -> str:
    cast = [name for name in CODES.values() if parties[name].any()]
    names = ("party", *cast, "line", "rice", "index", "broke_count")
    headings = [safe(text(f"votes.column_{name}")) for name in names]
    rows = {row["party"]: row for row in records(parties)}
    return table(
        headings,
        [_party_row(rows[letters], cast) for letters in in_order(rows)],
        caption=text("votes.by_party_caption"),
        kind="sp-united sp-stacked",
    )


def _party_row(row: Mapping[str, Any], cast: Sequence[str]) -> list[str]:
    line = given(row["line"])
    return [
        party(row["party"]),
        *(count(whole(row[name])) for name in cast),
        f"{sign(line)} {safe(word('choice', line))}" if line else "–",
        decimal(row["rice"]),
        decimal(row["agreement_index"]),
        count(whole(row["breakers"])),
    ]


def _roll(ballots: pd.DataFrame) -> str:
    """Who voted how: a row per party, a column per vote."""
    cast = [choice for choice in CHOICES if choice in set(ballots["choice"])]
    rows = records(ballots.assign(party=ballots["party"].fillna("?")))
    headings = [f"{sign(choice)} {safe(word('choice', choice))}" for choice in cast]
    return table(
        [safe(text("votes.column_party")), *headings],
        [
            [party(letters), *(_names(rows, letters, choice) for choice in cast)]
            for letters in sorted(in_order(row["party"] for row in rows), key="?".__eq__)
        ],
        caption=text("votes.by_name"),
        kind="sp-roll sp-stacked",
        labels=[word("choice", choice) for choice in cast],
    )


def _names(rows: list[dict[str, Any]], letters: str, choice: str) -> str:
    return ", ".join(
        f"<b>{safe(row['name'])}</b>" if row["broke"] else safe(row["name"])
        for row in rows
        if (row["party"], row["choice"]) == (letters, choice)
    )
