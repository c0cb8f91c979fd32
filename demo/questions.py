"""Interpellationer, questions and letters, and their items on an agenda."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from demo.people import split_label
from demo.records import Block, Meeting, Section
from demo.sections import heading
from demo.truth import case, statement
from demo.wording import series, style

FILE = Path(__file__).parent / "matters" / "fragor.toml"


@dataclass(frozen=True)
class Interpellation:
    """A question in writing from a member to a chair, with the answer."""

    dnr: str
    author: str
    to: str
    to_role: str
    subject: str
    asked: str
    at: str
    documents: dict[str, str]
    spoke: list[str]
    text: str
    questions: list[str]
    answer: str

    @property
    def title(self) -> str:
        """The heading of the item and the document."""
        return (
            f"Interpellation av {self.author} till {self.to_role} {self.to} om {self.subject}"
        )


@cache
def _file() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


@cache
def interpellations() -> tuple[Interpellation, ...]:
    """Every interpellation."""
    return tuple(
        Interpellation(**{**row, "text": row["text"].strip(), "answer": row["answer"].strip()})
        for row in _file()["interpellation"]
    )


def signer(label: str) -> tuple[list[str], list[str]]:
    """``"Anna Ek (S)"`` as a list of parties and a list of names."""
    name, party = split_label(label)
    return [party] if party else [], [name]


def _item(meeting: Meeting, number: str, found: Interpellation) -> Section:
    words = style(meeting)
    decided = [
        Block("head", words["decision_heading"]),
        Block("text", "Interpellationen förklaras besvarad."),
    ]
    told = [
        Block("head", words["background_heading"]),
        Block("text", f"{found.to_role.capitalize()} {found.to} lämnar ett skriftligt svar."),
        Block("text", f"I debatten yttrar sig {series(found.spoke)}."),
    ]
    return Section(
        blocks=(*heading(meeting, number, found.title, found.dnr), *decided, *told),
        case=case(
            number,
            found.title,
            found.dnr,
            outcome="besvarad",
            decided_by="enhälligt",
            body=meeting.body_name,
            date=meeting.date,
        ),
    )


def _question(meeting: Meeting, number: str, row: dict[str, str]) -> Section:
    parties, persons = signer(row["by"])
    blocks = [
        *heading(meeting, number, row["title"], None),
        Block("text", f"{row['by']} {row['text']}"),
        Block("text", row["told"]),
    ]
    said = statement(
        number,
        "fråga",
        [row["text"]],
        parties=parties,
        persons=persons,
        body=meeting.body_name,
    )
    return Section(
        blocks=tuple(blocks),
        case=case(
            number,
            row["title"],
            None,
            outcome=None,
            decided_by=None,
            body=meeting.body_name,
            date=meeting.date,
        ),
        statements=(said,),
    )


def _letter(meeting: Meeting, number: str, row: dict[str, str]) -> Section:
    parties, persons = signer(row["by"])
    words = style(meeting)
    blocks = [
        *heading(meeting, number, row["title"], None),
        Block("head", words["decision_heading"]),
        Block("text", "Nämnden antecknar skrivelsen till protokollet."),
        Block("head", words["background_heading"]),
        Block("text", f"{row['by']} har lämnat in en skrivelse med följande lydelse:"),
        Block("quote", row["text"]),
    ]
    said = statement(
        number,
        "skrivelse",
        [row["text"]],
        parties=parties,
        persons=persons,
        body=meeting.body_name,
    )
    return Section(
        blocks=tuple(blocks),
        case=case(
            number,
            row["title"],
            None,
            outcome="noterad",
            decided_by="enhälligt",
            body=meeting.body_name,
            date=meeting.date,
        ),
        statements=(said,),
    )


def question_items(meeting: Meeting, first: int) -> tuple[Section, ...]:
    """Items of interpellationer, questions and letters at a meeting, from § ``first``."""
    found = [(_item, each) for each in interpellations() if each.at == meeting.code]
    rows = [(_question, row) for row in _file()["question"] if row["at"] == meeting.code]
    rows += [(_letter, row) for row in _file()["letter"] if row["at"] == meeting.code]
    sections: list[Section] = []
    for make, each in found:
        sections.append(make(meeting, str(first + len(sections)), each))
    for make_row, row in rows:
        sections.append(make_row(meeting, str(first + len(sections)), row))
    return tuple(sections)


def question_count(meeting: Meeting) -> int:
    """How many items ``question_items`` makes."""
    return len(question_items(meeting, 1))
