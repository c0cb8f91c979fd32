"""How parties hold together in named votes, and who leaves the line most often."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from reports.choice import Choice
from reports.order import in_order
from views import arrival, behind, data, downloads, frame, links, paging
from views.counted import Counted
from views.data import Snapshot
from views.evidence import position
from views.formats import (
    decimal,
    given,
    interval,
    number,
    percent,
    records,
    whole,
)
from views.held import held
from views.language import text
from views.lists import title_of
from views.markup import among, anchor, party, safe, show, table

VIEW = {"view": "parties"}
MEASURES = {"rice": "rice", "agreement_index": "index"}
"""The measures of cohesion, and the columns where they stand."""


def unity(snapshot: Snapshot, choice: Choice) -> None:
    """Cohesion per party, the people who left the line, and the votes behind a figure."""
    means = data.report(snapshot, choice, "cohesion")
    if means.empty:
        frame.explain(text("votes.none_main"), text("votes.none_main_how"))
        return
    if not means["n"].any():
        frame.explain(text("votes.none_united"), text("votes.none_united_how"))
        return
    people = data.report(snapshot, choice, "breakers")
    counted = _breakers(snapshot, choice, people)
    show(f"<h2>{safe(text('votes.cohesion'))}</h2>{_means(means, counted)}")
    downloads.table(snapshot, "cohesion", means)
    frame.method("votes.method_cohesion", "votes.method_mean")
    letters = arrival.known("of", set(means["party"]))
    for one in letters[-1:]:
        _party_behind(snapshot, choice, one)
    show(f"<h2>{safe(text('votes.people'))}</h2>")
    _people(people, counted)
    if not letters:
        _person_behind(snapshot, choice)


def _breakers(snapshot: Snapshot, choice: Choice, people: pd.DataFrame) -> Counted:
    """Who left the line how often: figures of people, and of all of a party's."""
    parties = pd.DataFrame({"party": people["party"].unique(), "name": None})
    told = pd.concat([people, parties]) if len(people) else people
    about = snapshot, choice, "breakers", told, "votes", _called
    return Counted(*about, way=VIEW)


def _called(row: Mapping[str, Any], count: str) -> str:
    who = ", ".join(filter(None, (given(row["name"]), given(row["party"]))))
    return f"{who}, {text(f'votes.called_{count}')}"


def _means(means: pd.DataFrame, people: Counted) -> str:
    rows = {
        letters: own.set_index("measure").to_dict("index")
        for letters, own in means.groupby("party")
    }
    told = [letters for letters in in_order(rows) if rows[letters]["agreement_index"]["n"]]
    names = ("party", "rice", "index", "n", "broke_count")
    shown = table(
        [safe(text(f"votes.column_{name}")) for name in names],
        [_mean_row(letters, rows[letters], people) for letters in told],
        caption=text("votes.cohesion"),
        kind="sp-united sp-stacked",
    )
    return shown + _untold([letters for letters in in_order(rows) if letters not in told])


def _untold(letters: list[str]) -> str:
    """The parties of which there is nothing to tell, each as a link to its votes."""
    if not letters:
        return ""
    ways = [
        anchor(
            links.href("votes", **VIEW, of=one),
            party(one),
            name=text("votes.open_party", party=one),
        )
        for one in letters
    ]
    said = safe(text("votes.never_three"))
    return f'<p class="sp-quiet">{said} {"".join(ways)}</p>'


def _mean_row(
    letters: str, found: Mapping[Any, Mapping[Any, Any]], people: Counted
) -> list[str]:
    rice, index = found["rice"], found["agreement_index"]
    way = links.href("votes", **VIEW, of=letters)
    name = text("votes.open_party", party=letters)
    counts = [_opening(letters, code, number(found[code]["n"])) for code in MEASURES]
    every = {"party": letters, "name": None, "votes": rice["cast"], "breaks": rice["breaks"]}
    breaks, cast = people.link(every, "breaks"), people.link(every, "votes")
    broke = text("votes.broke_of", breaks=breaks, cast=cast)
    return [
        anchor(way, party(letters), name=name),
        _mean(rice),
        _mean(index),
        among(" / ".join(counts)),
        among(broke) if rice["cast"] else "–",
    ]


def _opening(letters: str, code: str, count: str) -> str:
    """A count of a party, as a link to the votes or the ballots behind it."""
    column = text(f"votes.column_{MEASURES[code]}")
    way = links.href("votes", **VIEW, of=letters, figure=code)
    return behind.opens(way, count, about=f"{column}, {letters}")


def _mean(row: Mapping[Any, Any]) -> str:
    if not row["n"]:
        return "–"
    if row["level"] == "few":
        return f'<span class="sp-quiet">{safe(text("votes.few"))}</span>'
    told = decimal(row["mean"])
    told = f"({told})" if row["level"] == "uncertain" else told
    spread = f"{decimal(row['low'])}–{decimal(row['high'])}"
    return f'{told} <span class="sp-quiet">{spread}</span>'


def _party_behind(snapshot: Snapshot, choice: Choice, letters: str) -> None:
    rows = data.report(snapshot, choice, "vote_parties", counted_only=True)
    own = rows[rows["party"] == letters]
    figure = ["", *arrival.known("figure", MEASURES)][-1]
    heading = text("votes.party_votes", party=letters, n=len(own))
    if figure in MEASURES:
        own = own[own[figure].notna()]
        name = MEASURES[figure]
        measure = text(f"votes.column_{name}")
        heading = text("votes.mean_votes", party=letters, n=len(own), measure=measure)
    behind.listed(snapshot, "vote_parties", own, heading=heading, table=_votes)


def _votes(rows: pd.DataFrame) -> str:
    names = ("vote", "yes", "no", "abstain", "rice", "index", "broke_count")
    return table(
        [safe(text(f"votes.column_{name}")) for name in names],
        [_vote_row(row) for row in records(rows)],
        caption=text("votes.cohesion"),
        kind="sp-united sp-stacked",
    )


def _vote_row(row: Mapping[str, Any]) -> list[str]:
    return [
        _vote(row),
        *(number(whole(row[name])) for name in ("yes", "no", "abstain")),
        decimal(row["rice"]),
        decimal(row["agreement_index"]),
        number(whole(row["breakers"])),
    ]


def _people(people: pd.DataFrame, counted: Counted) -> None:
    told = people[(people["level"] != "few") & (people["breaks"] > 0)]
    if told.empty:
        show(f"<p>{safe(text('votes.no_people'))}</p>")
    else:
        names = ("person", "broke_share", "interval", "broke_count", "n")
        show(
            table(
                [safe(text(f"votes.column_{name}")) for name in names],
                [
                    _person_row(row, counted)
                    for row in records(told.head(paging.limit("people")))
                ],
                caption=text("votes.people"),
                kind="sp-united sp-stacked",
            )
        )
        paging.more("people", len(told))
    downloads.table(counted.snapshot, "breakers", people)
    frame.method("votes.method_people")
    counted.behind()


def _person_row(row: Mapping[str, Any], counted: Counted) -> list[str]:
    way = links.href("votes", **VIEW, person=row["name"])
    share = percent(row["share"])
    return [
        f"{party(row['party'])} {anchor(way, safe(row['name']))}",
        safe(f"({share})" if row["level"] == "uncertain" else share),
        safe(interval(row["low"], row["high"])),
        counted.link(row, "breaks"),
        counted.link(row, "votes"),
    ]


def _person_behind(snapshot: Snapshot, choice: Choice) -> None:
    """The ballots against the line of the person whom the address names."""
    if "person" not in st.query_params:
        return
    rows = data.report(snapshot, choice, "line_breaks")
    asked = arrival.known("person", set(rows["name"]))
    if not asked:
        return
    name = asked[-1]
    own = rows[rows["name"] == name]
    caption = text("votes.person_votes", name=name, n=len(own))
    names = ("vote", "choice", "line")
    show(
        f"<h3>{safe(caption)}</h3>"
        + table(
            [safe(text(f"votes.column_{name}")) for name in names],
            [
                [_vote(row), position(row["choice"]), position(row["line"])]
                for row in records(own)
            ],
            caption=caption,
            kind="sp-votes sp-stacked",
        )
    )
    downloads.table(snapshot, "line_breaks", own)


def _vote(row: Mapping[str, Any]) -> str:
    where = held(row)
    title = anchor(links.vote(row["vote_id"]), safe(title_of(row)))
    return f'<span class="sp-clamp">{title}</span><span class="sp-where">{where}</span>'
