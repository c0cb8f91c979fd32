"""Substitutes who serve in a single matter, as the matter tells: "Bo Alm (M) anmäler jäv. Eva
Ek (M) tjänstgör i hans ställe."
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extraction.attendance_lists import PERSON
from pipeline.extraction.cases import Item
from pipeline.language.names import same_person
from pipeline.models import Attendance
from pipeline.words import MEMBERS, Role

_BIASED = re.compile(r"\bjäv", re.IGNORECASE)
_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")
_SERVES = re.compile(
    r"\b(?:tjänstgör|tjänstgjorde|inträder|inträdde|träder\s+in|trädde\s+in|går\s+in|gick\s+in|"
    r"ersätter|ersatte|ersätts|ersattes)\b(?!\s+(?:inte|ej)\b)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?]+")
_Pair = tuple[Attendance, Attendance]


def with_stand_ins(
    rows: tuple[Attendance, ...], content: str, matters: Sequence[Item]
) -> tuple[Attendance, ...]:
    """The people who were there, substitutes who sat for one disqualified member with that
    member's name and the matters: "§ 7", "§§ 7, 9"."""
    served: dict[str, list[tuple[str, str]]] = {}
    for item in matters:
        for substitute, member in _pairs(rows, content[item.start : item.end]):
            served.setdefault(substitute.name, []).append((member.name, item.number))
    return tuple(_seated(row, served.get(row.name, [])) for row in rows)


def _seated(row: Attendance, told: Sequence[tuple[str, str]]) -> Attendance:
    """A substitute who sat for the member told of; as listed where several are."""
    numbers = list(dict.fromkeys(number for _, number in told if number.isdecimal()))
    if len({member for member, _ in told}) != 1 or not numbers:
        return row
    items = f"{'§§' if len(numbers) > 1 else '§'} {', '.join(numbers)}"
    role = Role.TJÄNSTGÖRANDE_ERSÄTTARE
    return replace(row, role=role, substitutes_for=told[0][0], items=items)


def _pairs(rows: Sequence[Attendance], content: str) -> Iterator[_Pair]:
    """The one substitute and the one member of each paragraph that tells of somebody
    disqualified, where it says that the substitute serves."""
    for paragraph in _PARAGRAPH.finditer(content):
        text = paragraph[0]
        if not _BIASED.search(text) or not _SERVES.search(text):
            continue
        named = [_listed(rows, match["name"]) for match in PERSON.finditer(text)]
        people = list(dict.fromkeys(named))
        members = [one for one in people if one and one.role in MEMBERS]
        seated = [one for one in people if one and _may_serve(one) and _told(text, one.name)]
        if len(people) == 2 and len(members) == len(seated) == 1:
            yield seated[0], members[0]


def _listed(rows: Sequence[Attendance], name: str) -> Attendance | None:
    found = [row for row in rows if same_person(row.name, " ".join(name.split()))]
    return found[0] if len(found) == 1 else None


def _may_serve(row: Attendance) -> bool:
    return row.present and row.role == Role.ERSÄTTARE and not row.substitutes_for


def _told(text: str, name: str) -> bool:
    """Whether the sentence that names somebody says that somebody serves."""
    return any(
        name in " ".join(one[0].split()) and _SERVES.search(one[0])
        for one in _SENTENCE.finditer(text)
    )
