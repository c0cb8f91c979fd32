"""Meetings as they stand in ``demo/meetings.toml``, with their attendance lists."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from demo.matters import matter, matters
from demo.people import rosters, seats
from demo.records import Matter, Meeting, Step

HERE = Path(__file__).parent


def planned(code: str) -> tuple[tuple[Matter, Step], ...]:
    """The matters that meeting ``code`` treats, in the order of the matters' files."""
    return tuple(
        (found, step) for found in matters() for step in found.steps if step.at == code
    )


def _needed(code: str) -> set[str]:
    """Parties whose substitutes speak at the meeting and so have to be there."""
    return {party for _, step in planned(code) for party, _ in step.substitutes}


def _meeting(row: dict[str, Any]) -> Meeting:
    code = row["code"]
    body = code[:2]
    roster = rosters()[body, 1 if row["date"] < "2022-10-17" else 2]
    speak = tuple(
        label.rsplit(" (", 1)[0]
        for label in roster["substitutes"]
        if any(label.endswith(f" ({party})") for party in _needed(code))
    )
    return Meeting(
        code=code,
        body=body,
        date=row["date"],
        format=row["format"],
        first_item=row["first"],
        layout=row["layout"],
        kind=row.get("kind", "protokoll"),
        partial=dict(row.get("partial", {})),
        seats=seats(
            code,
            roster,
            absent=row["absent"],
            present=speak,
            stand_ins=row.get("stand_ins", {}),
        ),
    )


@cache
def meetings() -> tuple[Meeting, ...]:
    """Every meeting, in the file's order; raises ValueError on a step without a meeting."""
    rows = tomllib.loads((HERE / "meetings.toml").read_text(encoding="utf-8"))["meeting"]
    found = tuple(_meeting(row) for row in rows)
    codes = {meeting.code for meeting in found}
    lost = {step.at for each in matters() for step in each.steps} - codes
    if lost:
        raise ValueError(f"Ärenden pekar på möten som inte finns: {', '.join(sorted(lost))}.")
    return found


def meeting(code: str) -> Meeting:
    """The meeting called ``code``; raises KeyError when there is none."""
    return {found.code: found for found in meetings()}[code]


def last_body(key: str) -> str:
    """The code of the body that a matter ends in."""
    return matter(key).steps[-1].at[:2]
