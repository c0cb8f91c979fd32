"""Rows of the truth: what a careful reader of a document should have found in it."""

from collections.abc import Iterable, Sequence

from demo.records import MUNICIPALITY, Fact, Meeting, Paper, Seat

STARTS, ENDS, SHORT = 60, 40, 200


def first_words(text: str) -> str:
    """A short text whole, else at most sixty characters up to a whole word.

    Short sentences differ only in their last words ("… med den i socialnämnden.").
    """
    line = text.split("\n")[0]
    return line if len(text) <= SHORT else line[: STARTS + 1].rsplit(" ", 1)[0]


def last_words(text: str) -> str:
    """At most forty characters from the end, from a whole word."""
    line = text.split("\n")[-1]
    return line if len(line) <= ENDS else line[-ENDS - 1 :].split(" ", 1)[1]


def statement(
    number: str,
    act: str,
    pieces: Sequence[str],
    *,
    parties: Iterable[str],
    persons: Iterable[str],
    body: str | None,
    **more: object,
) -> Fact:
    """One statement; ``pieces`` are the printed pieces of its text, in order."""
    return {
        "case": number,
        "act": act,
        "parties": list(parties),
        "persons": list(persons),
        "body": body,
        "starts": first_words(pieces[0]),
        "ends": last_words(pieces[-1]),
        **more,
    }


def case(
    number: str,
    title: str | None,
    reference: str | None,
    *,
    outcome: str | None,
    decided_by: str | None,
    body: str | None,
    date: str | None,
) -> Fact:
    """One case."""
    return {
        "number": number,
        "title": title,
        "reference": reference,
        "outcome": outcome,
        "decided_by": decided_by,
        "body": body,
        "date": date,
    }


def attendance(seats: Iterable[Seat]) -> tuple[Fact, ...]:
    """One row per person on the list."""
    return tuple(
        {
            "name": seat.name,
            "party": seat.party,
            "role": seat.role,
            "present": seat.present,
            "substitutes_for": seat.substitutes_for,
        }
        for seat in seats
    )


def document(meeting: Meeting, *, reference: str | None = None) -> Fact:
    """What minutes, or an extract of them, say about themselves."""
    return {
        "kind": meeting.kind,
        "municipality": MUNICIPALITY,
        "body": meeting.body_name,
        "date": meeting.date,
        "reference": reference,
    }


def truth(paper: Paper) -> Fact:
    """Everything to be found in a document, in the shape of the annotated documents."""
    tables = ("statements", "positions", "votes", "ballots", "referrals")
    return {
        "source": paper.name,
        "document": paper.document,
        "attendance": list(paper.attendance),
        "cases": [section.case for section in paper.sections],
        **{
            table: [row for section in paper.sections for row in getattr(section, table)]
            for table in tables
        },
    }
