"""Records with defaults, so that a test names only what it is about.

Every builder takes the fields of its record as keywords. ``extraction`` fills in the ids of
the document that its rows belong to, when the rows were built without saying.
"""

from dataclasses import replace
from typing import Any

from pipeline.models import (
    Attendance,
    Ballot,
    Case,
    CaseTopic,
    Demand,
    Document,
    Extraction,
    Position,
    Proposal,
    Referral,
    Statement,
    Vote,
)
from pipeline.reference import extractor_version

DOCUMENT_ID = "d1"
CASE_ID = "d1:1"


def document(**fields: Any) -> Document:
    """A protocol of an invented board."""
    defaults: dict[str, Any] = {
        "document_id": DOCUMENT_ID,
        "source": "protokoll.md",
        "kind": "protokoll",
        "title": "Protokoll från hamnnämnden",
        "municipality": "Tallvik",
        "body": "Hamnnämnden",
        "date": "2021-03-04",
        "reference": None,
        "pages": None,
        "text": "Hamnnämnden beslutar att bygga en ny brygga.",
        "extractor_version": extractor_version(),
    }
    return Document(**{**defaults, **fields})


def attendance(**fields: Any) -> Attendance:
    """A member who was there."""
    defaults: dict[str, Any] = {
        "document_id": DOCUMENT_ID,
        "name": "Berit Sjöholm",
        "party": "S",
        "role": "ledamot",
        "present": True,
    }
    return Attendance(**{**defaults, **fields})


def case(**fields: Any) -> Case:
    """A proposal that the board adopted without dissent."""
    defaults: dict[str, Any] = {
        "case_id": CASE_ID,
        "document_id": DOCUMENT_ID,
        "number": "1",
        "title": "Ny brygga i gästhamnen",
        "reference": "HN 2021/17",
        "body": "Hamnnämnden",
        "date": "2021-03-04",
        "item_type": "förslag",
        "outcome": "bifall",
        "decided_by": "enhälligt",
        "decision": ("bygga en ny brygga",),
    }
    return Case(**{**defaults, **fields})


def proposal(**fields: Any) -> Proposal:
    """The officials' proposal, adopted."""
    defaults: dict[str, Any] = {
        "proposal_id": "d1:1:p1",
        "case_id": CASE_ID,
        "label": "förvaltningens förslag",
        "persons": (),
        "parties": (),
        "points": ("bygga en ny brygga",),
        "text": "bygga en ny brygga",
        "start": 25,
        "end": 43,
        "adopted": True,
    }
    return Proposal(**{**defaults, **fields})


def statement(**fields: Any) -> Statement:
    """A reservation by one member of one party."""
    defaults: dict[str, Any] = {
        "statement_id": "d1:1:s1",
        "document_id": DOCUMENT_ID,
        "case_id": CASE_ID,
        "body": "Hamnnämnden",
        "date": "2021-03-04",
        "act": "reservation",
        "parties": ("M",),
        "persons": ("Göran Ek",),
        "text": "Bryggan är för dyr.",
        "start": 0,
        "end": 11,
    }
    return Statement(**{**defaults, **fields})


def demand(**fields: Any) -> Demand:
    """A demand in the reservation."""
    defaults: dict[str, Any] = {
        "demand_id": "d1:1:s1:d1",
        "document_id": DOCUMENT_ID,
        "case_id": CASE_ID,
        "statement_id": "d1:1:s1",
        "body": "Hamnnämnden",
        "date": "2021-03-04",
        "kind": "krav",
        "quote": "Vi vill att bryggan byggs i trä.",
        "start": 0,
        "end": 11,
    }
    return Demand(**{**defaults, **fields})


def position(**fields: Any) -> Position:
    """The position that the reservation gives its party."""
    defaults: dict[str, Any] = {
        "position_id": "d1:1:M",
        "document_id": DOCUMENT_ID,
        "case_id": CASE_ID,
        "body": "Hamnnämnden",
        "date": "2021-03-04",
        "party": "M",
        "stance": "against",
        "basis": "reservation",
        "persons": ("Göran Ek",),
        "statement_id": "d1:1:s1",
        "quote": "Hamnnämnden",
        "start": 0,
        "end": 11,
    }
    return Position(**{**defaults, **fields})


def vote(**fields: Any) -> Vote:
    """A main vote, carried."""
    defaults: dict[str, Any] = {
        "vote_id": "d1:1:v1",
        "case_id": CASE_ID,
        "order": 1,
        "kind": "huvudvotering",
        "yes_means": "bifall till förslaget",
        "no_means": "avslag på förslaget",
        "yes": 7,
        "no": 4,
        "abstain": 0,
        "absent": 0,
        "outcome": "ja",
        "decided_by": "majoritet",
        "appendix": None,
        "start": 0,
        "end": 11,
    }
    return Vote(**{**defaults, **fields})


def ballot(**fields: Any) -> Ballot:
    """One member's Ja."""
    defaults: dict[str, Any] = {
        "vote_id": "d1:1:v1",
        "name": "Berit Sjöholm",
        "party": "S",
        "choice": "ja",
    }
    return Ballot(**{**defaults, **fields})


def referral(**fields: Any) -> Referral:
    """An instance that answered in favour."""
    defaults: dict[str, Any] = {
        "document_id": DOCUMENT_ID,
        "case_id": CASE_ID,
        "instance": "Fritidsnämnden",
        "date": "2021-01-12",
        "response": "svar",
        "stance": "positiv",
    }
    return Referral(**{**defaults, **fields})


def case_topic(**fields: Any) -> CaseTopic:
    """What the case is about, by the word that told."""
    defaults: dict[str, Any] = {
        "case_id": CASE_ID,
        "topic": "fritid",
        "rank": 1,
        "score": 12.0,
        "words": ("gästhamnen",),
    }
    return CaseTopic(**{**defaults, **fields})


def extraction(base: Document | None = None, **rows: Any) -> Extraction:
    """The rows of one document; rows built with the default document take the id of ``base``.

    Every id of a row that begins with the default document's id is moved to ``base`` likewise,
    so that two extractions built from the same defaults never share a key.
    """
    base = base or document()
    moved = {
        table: tuple(_moved(row, to=base.document_id) for row in records)
        for table, records in rows.items()
    }
    return Extraction(document=base, **moved)


def _moved(row: Any, *, to: str) -> Any:
    keys = {name for name in type(row).__dataclass_fields__ if name.endswith("_id")}
    changes = {
        name: to + value.removeprefix(DOCUMENT_ID)
        for name in keys
        if (value := getattr(row, name)) is not None
        and (value == DOCUMENT_ID or value.startswith(DOCUMENT_ID + ":"))
    }
    return replace(row, **changes)
