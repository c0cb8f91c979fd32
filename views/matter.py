"""The parts of the case page: the decision, the two lines and who decided, the words."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from analytics.lines import tallies
from pipeline.models import Case, Document, Position, Statement, Vote
from pipeline.words import DecidedBy, Stance
from reports.choice import Choice
from reports.order import in_order
from views import correcting, data, links
from views.colours import STANCE_SIGNS
from views.data import Snapshot
from views.formats import day, either, given, number, records, whole
from views.language import plural, text, word
from views.lists import decision_cards, title_of
from views.markup import anchor, facts, party, safe, show, tag
from views.quotes import position_cards, proposal_cards, statement_cards

SIDES = ("for", "against", "abstained", "not_participating", "split", "remark", "silent")
UNSPOKEN = (Stance.SILENT, Stance.ABSENT)
SUGGESTED = 5


def heading(case: Case, document: Document | None, made: pd.DataFrame) -> None:
    """Title, body, date, dnr, outcome, how decided, and the points of the decision. The day
    leads to the meeting where the first of the decisions ``made`` was taken."""
    place = document.municipality if document else None
    about = facts(
        [
            safe(place),
            safe(case.body),
            _day(case, made[made["own"]], given(place)),
            safe(f"§ {case.number}" if case.number.isdigit() else ""),
            safe(text("case.reference", reference=case.reference) if case.reference else ""),
            correcting.way("cases", case.case_id),
        ]
    )
    tags = "".join(
        [
            tag(word("item_type", case.item_type)),
            tag(word("outcome", case.outcome)),
            tag(word("decided_by", case.decided_by)),
        ]
    )
    way = anchor(
        links.source(case.document_id, start=case.start, end=case.end),
        safe(text("quote.open")),
    )
    title = title_of({"title": case.title, "number": case.number})
    show(
        f'<header class="sp-case"><h1>{safe(title)}</h1>'
        f'<p class="sp-where">{about} · {way}</p><p class="sp-tags">{tags}</p></header>'
    )
    if case.decision:
        points = "".join(f"<li>{safe(point)}</li>" for point in case.decision)
        show(
            f'<section class="sp-points"><h2>{safe(text("case.decision"))}</h2>'
            f"<ol>{points}</ol></section>"
        )


def _day(case: Case, made: pd.DataFrame, municipality: str) -> str:
    shown = safe(day(case.date))
    if made.empty or not shown:
        return shown
    date, body = (given(made[name].iloc[0]) for name in ("date", "body"))
    return anchor(links.meeting(date, body, municipality), shown, name=text("case.meeting"))


def suggestions(snapshot: Snapshot) -> None:
    """The latest contested decisions, for a reader who came without a case."""
    latest = data.first_decisions(snapshot, Choice(contested=True), SUGGESTED)
    if len(latest):
        show(f"<h2>{safe(text('case.latest'))}</h2>")
        decision_cards(records(latest))


def two_lines(snapshot: Snapshot, case: Case) -> None:
    """For each body: the parties for and against, with seats where known, and who decided."""
    sides = data.case_lines(snapshot, case.case_id)
    for row in records(data.case_decisions(snapshot, case.case_id)):
        here = sides[sides["decision"] == row["decision"]]
        if len(here):
            show_lines(here, given(row["decided_by"]) or None, given(row["body"]))


def proposals(snapshot: Snapshot, case: Case) -> None:
    """What was proposed before the meeting, where it is not word for word what was decided."""
    printed = [
        one
        for one in data.case_proposals(snapshot, case.case_id)
        if not one.parties and not one.persons and tuple(one.points) != tuple(case.decision)
    ]
    if printed:
        cards = proposal_cards(printed, case.document_id)
        show(f"<h2>{safe(text('case.proposals'))}</h2>{cards}")


def votes(snapshot: Snapshot, case: Case) -> None:
    """Each vote with what Ja and Nej meant, and the figures."""
    found = data.case_votes(snapshot, case.case_id)
    if found:
        cards = "".join(_vote(one, case.document_id) for one in found)
        show(f"<h2>{safe(text('case.votes'))}</h2>{cards}")


def evidence(positions: list[Position], statements: list[Statement]) -> None:
    """Every recorded position with its quote, then every statement in full."""
    recorded = [one for one in positions if one.stance not in UNSPOKEN]
    if recorded:
        order = in_order(one.party for one in recorded)
        stances = list(STANCE_SIGNS)
        ranked = sorted(
            recorded,
            key=lambda one: (
                one.body or "",
                stances.index(one.stance),
                order.index(one.party),
            ),
        )
        show(f"<h2>{safe(text('case.positions'))}</h2>{position_cards(ranked)}")
    if statements:
        show(f"<h2>{safe(text('case.statements'))}</h2>{statement_cards(statements)}")


def verdict(
    table: pd.DataFrame, decided_by: str | None, tally: Mapping[Any, Any] | None = None
) -> str:
    """Who decided: "7 platser mot 6; SD:s enda plats avgjorde." Empty if unknown. ``tally`` is
    the decision's of ``analytics.lines.tallies``, where many are counted at once."""
    counted = tally or records(tallies(table))[0]
    seats_for, against = int(counted["seats_for"]), int(counted["seats_against"])
    if not seats_for or not against:
        return ""
    figures = text("lines.seats", seats_for=number(seats_for), against=number(against))
    return f"{figures}{_decider(table, counted, decided_by)}."


def _decider(table: pd.DataFrame, tally: Mapping[Any, Any], decided_by: str | None) -> str:
    if decided_by == DecidedBy.MINORITET:
        return text("lines.minority")
    if decided_by == DecidedBy.LOTTNING:
        return text("lines.lot")
    if decided_by == DecidedBy.UTSLAGSRÖST:
        return text("lines.casting")
    unrecorded = int(tally["unrecorded"])
    if pd.isna(tally["margin"]):
        return plural("lines.unrecorded", unrecorded) if unrecorded else ""
    if tally["margin"] <= 0:
        return ""
    letters = table["party"].to_numpy(dtype=object)
    (tipped,) = np.nonzero(table["tipped"].to_numpy(dtype=bool))
    if len(tipped) == 1:
        seats = int(table["seats"].array[tipped[0]])
        return plural("lines.decided", seats, party=letters[tipped[0]])
    decisive = letters[table["decisive"].to_numpy(dtype=bool)]
    if not len(decisive):
        return text("lines.nobody")
    return text("lines.any", parties=either(in_order(decisive)))


def show_lines(table: pd.DataFrame, decided_by: str | None, body: str) -> None:
    """The two lines of one decision with seats and who decided."""
    sentence = verdict(table, decided_by)
    sides = "".join(_side(table, side) for side in SIDES)
    both = {"for", "against"} <= set(table["side"])
    heading = text("lines.both" if both else "lines.one", body=body or text("lines.body"))
    show(
        f'<section class="sp-two-lines"><h2>{safe(heading)}</h2>'
        f'<p class="sp-verdict">{safe(sentence)}</p>'
        f'<div class="sp-sides">{sides}</div></section>'
    )


def _side(table: pd.DataFrame, side: str) -> str:
    rows = table[table["side"] == side].set_index("party")
    if rows.empty:
        return ""
    total = rows["seats"].sum(min_count=1)
    count_of = "" if pd.isna(total) or not total else plural("lines.count", int(total))
    members = "".join(_member(rows, letters) for letters in in_order(rows.index))
    return (
        f'<div class="sp-side-box sp-box-{side}"><h3>{safe(text(f"lines.{side}"))}'
        f' <span class="sp-quiet">{safe(count_of)}</span></h3>{members}</div>'
    )


def _member(rows: pd.DataFrame, letters: str) -> str:
    return party(letters, seats=whole(rows.loc[letters, "seats"]) or None)


def _vote(vote: Vote, document_id: str) -> str:
    """What Ja and Nej meant, the figures, and the ways to the vote and to its words."""
    figures = [
        text(f"votes.{name}", count=number(value))
        for name, value in (
            ("yes", vote.yes),
            ("no", vote.no),
            ("abstain", vote.abstain),
            ("absent", vote.absent),
        )
        if value is not None
    ]
    kind = word("vote_kind", vote.kind)
    outcome = (
        text("votes.won", side=word("vote_outcome", vote.outcome)) if vote.outcome else ""
    )
    ways = [
        anchor(links.vote(vote.vote_id), safe(text("case.vote"))),
        anchor(
            links.source(document_id, start=vote.start, end=vote.end),
            safe(text("quote.open")),
        ),
    ]
    return (
        f'<article class="sp-card"><header><b>{safe(kind[:1].upper() + kind[1:])}</b>'
        f"{tag(outcome)}{tag(word('vote_method', vote.decided_by))}</header>"
        f'<dl class="sp-meaning"><dt>{safe(word("vote_outcome", "ja"))}</dt>'
        f"<dd>{safe(given(vote.yes_means) or text('votes.unknown'))}</dd>"
        f"<dt>{safe(word('vote_outcome', 'nej'))}</dt>"
        f"<dd>{safe(given(vote.no_means) or text('votes.unknown'))}</dd></dl>"
        f"<footer>{facts([*map(safe, figures), *ways])}</footer></article>"
    )
