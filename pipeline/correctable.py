"""What can be corrected, and with what: tables, columns, closed words.

Reads only what it is given; which parties and topics there are is told by the caller.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from pipeline.corrections import Correction, Operation, Values
from pipeline.errors import UsageError
from pipeline.words import Act, Basis, DecidedBy, ItemType, Kind, Outcome, Role, Stance

COMPUTED_STANCES = frozenset({Stance.SILENT, Stance.ABSENT})
"""Worked out from who was there, never recorded; so never entered by hand."""


@dataclass(frozen=True, slots=True)
class Form:
    """What a column's value must be. ``words``: one of these. ``many``: a list of such.
    ``day``: a date; ``month``: or a month, where no day is known. ``empty``: may be left
    out."""

    words: frozenset[str] = frozenset()
    party: bool = False
    topic: bool = False
    many: bool = False
    day: bool = False
    month: bool = False
    number: bool = False
    empty: bool = False


@dataclass(frozen=True, slots=True)
class Correctable:
    """The columns of a table that may be changed, those that a new row has, and those that
    tell whether a row to be removed is still the one that was meant."""

    changed: dict[str, Form]
    added: dict[str, Form]
    known_by: tuple[str, ...] = ()


def _words(kind: type[StrEnum], *, empty: bool = False, but: Collection[str] = ()) -> Form:
    return Form(words=frozenset(kind) - frozenset(but), empty=empty)


_TEXT, _FREE = Form(), Form(empty=True)
_TEXTS, _PARTIES = Form(many=True, empty=True), Form(many=True, party=True, empty=True)
_OPEN_DAY, _OFFSET = Form(day=True, empty=True), Form(number=True)
_START, _END = Form(day=True, month=True), Form(day=True, month=True, empty=True)
_STANCE = _words(Stance, but=COMPUTED_STANCES)

CORRECTABLE = {
    "documents": Correctable(
        changed={
            "municipality": _FREE,
            "body": _FREE,
            "date": _OPEN_DAY,
            "kind": _words(Kind),
        },
        added={},
    ),
    "attendance": Correctable(
        changed={"party": Form(party=True, empty=True), "role": _words(Role)}, added={}
    ),
    "cases": Correctable(
        changed={
            "title": _FREE,
            "item_type": _words(ItemType),
            "outcome": _words(Outcome, empty=True),
            "decided_by": _words(DecidedBy, empty=True),
            "topics": Form(topic=True, many=True, empty=True),
        },
        added={},
    ),
    "statements": Correctable(
        changed={"act": _words(Act), "parties": _PARTIES, "persons": _TEXTS},
        added={},
        known_by=("act", "parties"),
    ),
    "positions": Correctable(
        changed={"stance": _STANCE},
        added={
            "document_id": _TEXT,
            "case_id": _TEXT,
            "body": _FREE,
            "date": _OPEN_DAY,
            "party": Form(party=True),
            "stance": _STANCE,
            "basis": _words(Basis, but=(Basis.NÄRVARO,)),
            "persons": _TEXTS,
            "quote": _TEXT,
            "start": _OFFSET,
            "end": _OFFSET,
        },
        known_by=("stance", "basis", "quote"),
    ),
    "mandates": Correctable(
        changed={"end": _END},
        added={
            "municipality": _TEXT,
            "start": _START,
            "end": _END,
            "governing": Form(many=True, party=True),
            "supporting": _PARTIES,
            "source": _TEXT,
        },
        known_by=("end", "governing"),
    ),
}
"""Every table that can be corrected."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a value can name: the parties known where the row belongs, and the topics."""

    letters: Collection[str]
    topics: Collection[str]


def check(correction: Correction, known: Known) -> None:
    """Raise UsageError, in one sentence, unless the correction can be made."""
    for name in ("who", "when", "why"):
        if not getattr(correction, name).strip():
            raise UsageError(f"Rättelsen saknar {_SAID[name]}; ange det.")
    _check_operation(correction)
    forms = _forms(correction)
    for column, value in correction.new.items():
        if column not in forms:
            raise UsageError(
                f"Kolumnen {column} i {correction.table} kan inte rättas; välj bland"
                f" {', '.join(forms)}."
            )
        _check_value(column, value, forms[column], known)
    _check_whole(correction)


_SAID = {"who": "vem som rättar", "when": "tidpunkt", "why": "skäl"}


def correctable(table: str) -> Correctable:
    """What can be corrected in a table; UsageError when it is nothing."""
    if table not in CORRECTABLE:
        known = ", ".join(CORRECTABLE)
        raise UsageError(f"Tabellen {table} kan inte rättas; välj bland {known}.")
    return CORRECTABLE[table]


def _forms(correction: Correction) -> dict[str, Form]:
    known = correctable(correction.table)
    return known.added if correction.operation == Operation.ADD else known.changed


def _check_operation(correction: Correction) -> None:
    known, operation = correctable(correction.table), correction.operation
    if operation == Operation.REMOVE and not known.known_by:
        raise UsageError(f"Rader i {correction.table} kan inte tas bort, bara ändras.")
    if operation == Operation.ADD and not known.added:
        raise UsageError(f"Rader i {correction.table} kan inte läggas till, bara ändras.")
    if operation == Operation.CHANGE and not correction.new:
        raise UsageError("Ange kolumnen och det nya värdet, som stance=against.")


def _check_whole(correction: Correction) -> None:
    """Whether the row of a new one is complete, and of another the values it was made
    against are told."""
    known, operation = correctable(correction.table), correction.operation
    if operation == Operation.ADD:
        _check_complete(known.added, correction.new)
    asked = {Operation.REMOVE: known.known_by, Operation.CHANGE: correction.new}
    if set(correction.old) != set(asked.get(operation, ())):
        raise UsageError("Rättelsen säger inte vilka värden den gjordes mot.")


def _check_complete(forms: dict[str, Form], row: Values) -> None:
    missing = [name for name, form in forms.items() if not form.empty and name not in row]
    if missing:
        raise UsageError(f"Den nya raden saknar {', '.join(missing)}.")


def _check_value(column: str, value: Any, form: Form, known: Known) -> None:
    if value is None or value in ("", []):
        if not form.empty:
            raise UsageError(f"Värdet för {column} får inte vara tomt.")
        if form.many and value is None:
            raise UsageError(f"Värdet för {column} ska vara en lista, om så tom.")
        return
    if form.number != isinstance(value, int) or form.many != isinstance(value, list):
        raise UsageError(f"Värdet för {column} har fel form: {value!r}.")
    for one in value if form.many else [value]:
        _check_one(column, one, form, known)


def _check_one(column: str, value: Any, form: Form, known: Known) -> None:
    words = known.topics if form.topic else form.words
    if words and value not in words:
        raise UsageError(
            f"Okänt värde för {column}: {value}; välj bland {', '.join(sorted(words))}."
        )
    if form.party and value not in known.letters:
        raise UsageError(
            f"Okänt parti: {value}; kända är {', '.join(sorted(known.letters))}. Ett lokalt"
            " parti läggs till i parties.toml."
        )
    if form.day and not _is_day(f"{value}-01" if form.month and _is_month(value) else value):
        raise UsageError(f"Värdet för {column} ska vara ett datum som 2022-10-17: {value}.")
    if not form.number and not (isinstance(value, str) and value.strip()):
        raise UsageError(f"Värdet för {column} ska vara text: {value!r}.")


def _is_month(value: Any) -> bool:
    return isinstance(value, str) and len(value) == len("2022-10")


def _is_day(value: Any) -> bool:
    try:
        return bool(date.fromisoformat(value).isoformat() == value)
    except (TypeError, ValueError):
        return False


def parsed(column: str, written: str, form: Form) -> Any:
    """A value as somebody writes it on a command line: a list with commas, nothing for
    none."""
    if form.many:
        return [part.strip() for part in written.split(",") if part.strip()]
    if form.number:
        if not written.isdecimal():
            raise UsageError(f"Värdet för {column} ska vara ett heltal: {written}.")
        return int(written)
    return written.strip() or None
