"""What parted the parties at a meeting, told in a few plain lines a matter: to paste."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from reports.choice import Choice
from reports.citations import citation
from reports.order import in_order
from views import data, links, matter
from views.data import Snapshot
from views.formats import capital, day, given, number, records, whole
from views.language import language, text, texts, word
from views.lists import title_of

SIDES = ("for", "against", "other")
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Parted:
    """A contested decision (a row of ``reports.agenda``), who decided it in a sentence, its
    votes and the words on both sides (rows of ``votes`` and ``wordings``)."""

    row: Row
    verdict: str
    votes: list[Row]
    words: pd.DataFrame


def parted(snapshot: Snapshot, rows: Sequence[Row]) -> list[Parted]:
    """The contested ones of a meeting's decisions, with what is told of each."""
    chosen = [row for row in rows if row["contested"]]
    if not chosen:
        return []
    first = chosen[0]
    held = Choice(
        municipality=given(first["municipality"]) or None,
        body=given(first["body"]) or None,
        start=given(first["date"]),
        end=given(first["date"]),
        contested=True,
    )
    votes = records(data.report(snapshot, held, "votes"))
    words = data.report(snapshot, held, "wordings")
    lines = data.named_lines(snapshot, tuple(row["decision"] for row in chosen))
    return [
        Parted(
            row,
            _verdict(lines[lines["decision"] == row["decision"]], row),
            [vote for vote in reversed(votes) if vote["decision"] == row["decision"]],
            words[words["decision"] == row["decision"]],
        )
        for row in chosen
    ]


def heading(row: Row) -> str:
    """ "Kommunfullmäktige 4 maj 2026": what the meeting of a decision is called."""
    return f"{given(row['body']) or text('coverage.unknown_body')} {day(row['date'])}"


def paragraph(row: Row) -> str:
    """ "§ 39"; empty where the matter has no such number."""
    written = given(row["number"])
    return f"§ {written}" if written.isdigit() else ""


def result(vote: Row) -> str:
    """ "11 ja, 10 nej, 1 avstod"; empty where the minutes print no figures."""
    counts = {name: vote[name] for name in ("yes", "no", "abstain") if given(vote[name])}
    kept = {name: whole(value) for name, value in counts.items() if whole(value)}
    return ", ".join(text(f"votes.{name}", count=number(n)) for name, n in kept.items())


def brief(snapshot: Snapshot, matters: Sequence[Parted]) -> str:
    """All of them as plain text, each with its source and the address of the case."""
    told = [_told(snapshot, one) for one in matters]
    return "\n\n".join([heading(matters[0].row), *told]) if matters else ""


def _told(snapshot: Snapshot, one: Parted) -> str:
    row = one.row
    head = " ".join(part for part in (paragraph(row), title_of(row)) if part)
    votes = [
        text("meetings.vote", kind=word("vote_kind", vote["kind"]), result=result(vote))
        for vote in one.votes
        if result(vote)
    ]
    decided = text("meetings.decided_so", points=_points(row)) if _points(row) else ""
    lines = [head, decided, _sides(row), one.verdict, *(f"{capital(vote)}." for vote in votes)]
    return "\n".join(line for line in [*lines, _source(snapshot, row)] if line)


def _sides(row: Row) -> str:
    told = [
        text("meetings.side", side=text(f"lines.{side}"), parties=", ".join(in_order(letters)))
        for side in SIDES
        if isinstance(letters := row[f"parties_{side}"], Iterable) and len(list(letters))
    ]
    return " ".join(told)


def _points(row: Row) -> str:
    points = row["points"]
    return " ".join(points) if isinstance(points, Iterable) else ""


def _source(snapshot: Snapshot, row: Row) -> str:
    case = data.case(snapshot, row["case_id"])
    document = data.document(snapshot, row["document_id"])
    if case is None or document is None:
        return ""
    address = links.permanent("case", case=case.case_id)
    cited = citation(case, document, texts(language()), address=address)
    return text("meetings.source", citation=cited)


def _verdict(lines: pd.DataFrame, row: Row) -> str:
    return matter.verdict(lines, given(row["decided_by"]) or None) if len(lines) else ""
