"""Corrections: decisions by people that some row should read otherwise, be gone, or be there.

A correction is a chain of records: it is proposed (föreslagen), then applied (tillämpad) or
rejected (avvisad), and may be withdrawn (ångrad). Records are only added; none is changed.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from typing import Any

Values = dict[str, Any]
"""Columns with their values: a text, a number, a list of texts, or None."""


class Operation(StrEnum):
    """What a correction does with its row."""

    CHANGE = "ändra"
    REMOVE = "ta bort"
    ADD = "lägg till"


class State(StrEnum):
    """How far a correction has come."""

    PROPOSED = "föreslagen"
    APPLIED = "tillämpad"
    REJECTED = "avvisad"
    WITHDRAWN = "ångrad"


FOLLOWING = {
    State.PROPOSED: (State.APPLIED, State.REJECTED, State.WITHDRAWN),
    State.APPLIED: (State.WITHDRAWN,),
    State.REJECTED: (),
    State.WITHDRAWN: (),
}
"""The states that may come after each."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What should be otherwise, says ``who``, ``when`` (ISO 8601), and ``why``.

    ``row`` is the id of the row in ``table``: its own where it has one, else the columns of
    its natural key joined by a colon. ``old`` are the values that the correction was made
    for (it is not applied to others), ``new`` those that should stand; an added row has only
    ``new``, a removed one only ``old``. ``anchor`` holds what finds the row again when a
    document is read anew and numbers shift.
    """

    table: str
    row: str
    operation: Operation
    new: Values
    who: str
    when: str
    why: str
    old: Values = field(default_factory=dict)
    anchor: Values = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Decision:
    """A new state for a correction, by whom, when and why."""

    state: State
    who: str
    when: str
    why: str


@dataclass(frozen=True, slots=True)
class CorrectionRecord:
    """A correction with all that was decided about it, in order. ``shared``: it came with
    the program, not from the store."""

    correction_id: str
    correction: Correction
    decisions: tuple[Decision, ...] = ()
    shared: bool = False

    @property
    def state(self) -> State:
        """The latest state."""
        return self.decisions[-1].state if self.decisions else State.PROPOSED

    @property
    def turn(self) -> tuple[str, str, str]:
        """Sorts corrections in the order in which they take effect."""
        decided = self.decisions[-1].when if self.decisions else ""
        return decided, self.correction.when, self.correction_id


def correction_id(correction: Correction) -> str:
    """An id made from what the correction says, so that a copied file is the same one."""
    return sha256(canonical(proposal_line(correction)).encode()).hexdigest()[:12]


def canonical(values: Mapping[str, Any]) -> str:
    """JSON on one line, with letters as they are and keys in order."""
    return json.dumps(values, ensure_ascii=False, sort_keys=True)


def proposal_line(correction: Correction) -> Values:
    """The first record of a correction, as it is stored."""
    return {
        "state": State.PROPOSED.value,
        "table": correction.table,
        "row": correction.row,
        "operation": correction.operation.value,
        "old": correction.old,
        "new": correction.new,
        "anchor": correction.anchor,
        "who": correction.who,
        "when": correction.when,
        "why": correction.why,
    }


def decision_line(decision: Decision) -> Values:
    """A later record of a correction, as it is stored."""
    return {
        "state": decision.state.value,
        "who": decision.who,
        "when": decision.when,
        "why": decision.why,
    }


_SIGNED = ("who", "when", "why")


def proposal_of(line: Mapping[str, Any]) -> Correction:
    """The correction that a stored first record is.

    Raises KeyError, TypeError or ValueError when it is none.
    """
    texts: Values = {name: _text(line[name]) for name in ("table", "row", *_SIGNED)}
    nested: Values = {name: dict(line.get(name) or {}) for name in ("old", "new", "anchor")}
    return Correction(operation=Operation(line["operation"]), **texts, **nested)


def decision_of(line: Mapping[str, Any]) -> Decision:
    """The decision that a stored later record is.

    Raises KeyError, TypeError or ValueError when it is none.
    """
    texts = {name: _text(line[name]) for name in _SIGNED}
    return Decision(state=State(line["state"]), **texts)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"not a text: {value!r}")
    return value
