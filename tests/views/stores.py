"""Small stores for the dashboard: a decision whose two lines are known, and others."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from pipeline.models import Attendance, Document, Extraction, Failure, Position, Statement
from tests import builders
from tests.stores import add

TEXT = (
    "Hamnnämnden i Tallvik\n\n"
    "§ 1 Ny brygga i gästhamnen\n\n"
    "Berit Sjöholm (S) yrkar bifall till förslaget.\n\n"
    "Göran Ek (M) och Lisa Holm (L) reserverar sig mot beslutet: bryggan är för dyr.\n"
)
MOVED = "Berit Sjöholm (S) yrkar bifall till förslaget."
RESERVED = "Göran Ek (M) och Lisa Holm (L) reserverar sig mot beslutet: bryggan är för dyr."
SEATS = {"S": 3, "V": 1, "M": 2, "L": 1}


def divided_meeting(document_id: str = "d1", **fields: Any) -> Extraction:
    """A board where S and V (4 seats) carry a decision against M and L (3 seats)."""
    document = builders.document(
        document_id=document_id, source=f"{document_id}.md", text=TEXT, page_starts=(0, 54)
    )
    base = replace(document, **fields)
    meeting = {"body": base.body, "date": base.date}
    case = builders.case(
        reference=f"HN {document_id}", decided_by="acklamation", start=27, end=51, **meeting
    )
    return builders.extraction(
        base,
        cases=[case],
        attendance=_board(),
        statements=[
            _statement("s1", "yrkande", ("S", "V"), MOVED, meeting),
            _statement("s2", "reservation", ("M", "L"), RESERVED, meeting),
        ],
        positions=[_position(party, meeting) for party in SEATS],
    )


def quiet_meeting(document_id: str = "d1") -> Extraction:
    """A board that decided without a word of dissent."""
    base = _named(document_id)
    return builders.extraction(base, cases=[builders.case()])


def question(document_id: str = "d1") -> Extraction:
    """An interpellation: words, and nothing decided."""
    base = replace(_named(document_id), kind="interpellation")
    case = builders.case(
        item_type="interpellation", outcome=None, decided_by=None, decision=()
    )
    return builders.extraction(base, cases=[case])


def many_meetings(store: Path) -> Path:
    """Twelve meetings of two boards over two years, and a file that could not be read."""
    meetings = [
        divided_meeting(
            f"d{number}",
            date=f"20{21 + number // 6}-{number % 6 + 1:02d}-04",
            body="Hamnnämnden" if number % 2 else "Kommunfullmäktige",
        )
        for number in range(12)
    ]
    failed = Failure("skannat.pdf", "skannat.pdf: sidorna är bilder utan text.")
    return add(store, *meetings, failures=[failed])


def _named(document_id: str) -> Document:
    return builders.document(document_id=document_id, source=f"{document_id}.md")


def _board() -> list[Attendance]:
    return [
        builders.attendance(name=f"{party} Ledamot {number}", party=party)
        for party, number_of in SEATS.items()
        for number in range(number_of)
    ]


def _statement(
    name: str, act: str, parties: tuple[str, ...], quote: str, meeting: dict[str, str | None]
) -> Statement:
    start = TEXT.index(quote)
    return builders.statement(
        statement_id=f"d1:1:{name}",
        act=act,
        parties=parties,
        persons=("Berit Sjöholm",),
        text=quote,
        start=start,
        end=start + len(quote),
        page=2,
        joint=True,
        **meeting,
    )


def _position(party: str, meeting: dict[str, str | None]) -> Position:
    carried = party in ("S", "V")
    quote = MOVED if carried else RESERVED
    start = TEXT.index(quote)
    return builders.position(
        position_id=f"d1:1:{party}",
        party=party,
        stance="for" if carried else "against",
        basis="yrkande" if carried else "reservation",
        statement_id="d1:1:s1" if carried else "d1:1:s2",
        quote=quote,
        start=start,
        end=start + len(quote),
        page=2,
        **meeting,
    )
