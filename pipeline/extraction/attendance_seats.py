"""Who was there, row by row in the tables at the top of minutes.

What a row leaves open is left out: a mark that may be the member's or the substitute's, a
table without any mark.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.extraction.attendance_table import (
    CHAIR,
    IN_CELL,
    NAME,
    VICE,
    Cell,
    Heading,
    Table,
    tables,
    votes_of,
)
from pipeline.extraction.ranges import items_of
from pipeline.extraction.whole_names import letters_of
from pipeline.language.party_names import LETTERS, canonical
from pipeline.models import Attendance
from pipeline.words import Role

_PRESENT = frozenset({"x", "ja", "n", "när", "närv", "närvarande", "1", "t", "tj", "✓"})
_ABSENT = frozenset({"", "-", "–", "—", "0", "f", "frv", "frånv", "frånvarande", "nej", "ej"})
_SERVING = frozenset({"t", "tj"})
_WORDS = {"närvarande": "närv", "tjänstgörande": "t"}
_ALL = frozenset({"samtliga", "alla", "samtliga paragrafer", "alla paragrafer"})
_SEAT_ROLES = (
    (VICE, Role.VICE_ORDFÖRANDE),
    (CHAIR, Role.ORDFÖRANDE),
    (re.compile(r"(?<!ej )(?<!icke )tjänstgörande", re.I), Role.TJÄNSTGÖRANDE_ERSÄTTARE),
    (re.compile(r"ersättare", re.I), Role.ERSÄTTARE),
    (re.compile(r"ledam(?:ot|öter)", re.I), Role.LEDAMOT),
    (re.compile(r"direktör|chef|sekreterare|jurist", re.I), Role.TJÄNSTEPERSON),
)


@dataclass(frozen=True, slots=True)
class _Told:
    """What is known of somebody besides the row: whether they were there, the headings in the
    table and above it, and whether its marks tell who serves."""

    present: bool | None
    section: str
    marks_serving: bool
    heading: Heading | None


def table_attendance(
    document_id: str,
    content: str,
    end: int,
    headings: Mapping[int, Heading] | None = None,
) -> tuple[list[Attendance], set[int]]:
    """The people of the tables before offset ``end``, and the starts of the tables' lines.
    ``headings`` are of lists, by the start of the line below each: there a table of names and
    parties tells who was there without a mark."""
    found: list[Attendance] = []
    taken: set[int] = set()
    for table in tables(content, end, headings or {}):
        found += _people(document_id, table)
        taken |= table.lines
    return found, taken


def _people(document_id: str, table: Table) -> list[Attendance]:
    """The people of a table, if any of its marks says that somebody was there."""
    columns = table.columns
    marks = {_mark(row, key) for row, _ in table.rows for key in ("mark", "substitute_mark")}
    shared = "mark" in columns and "substitute" in columns and "substitute_mark" not in columns
    shared = shared and columns["mark"] > columns["substitute"]
    noted = "aside" in columns and _noted(table)
    unmarked = not {"mark", "absent", "away"} & columns.keys()
    seats = unmarked and table.names_serving and bool(table.heading and table.heading.present)
    if "substitute" in columns and unmarked and not (noted or seats):
        return []  # seats, or two lists side by side
    if "mark" in columns and not any(
        mark in _PRESENT or mark.startswith("§") for mark in marks
    ):
        return []
    found: list[Attendance] = []
    for row, section in table.rows:
        present = _seated(row) if seats and not noted else _present(row, columns)
        beside = "substitute" in row and bool(row["substitute"].text)
        if beside and present and shared:
            continue
        if table.heading and not table.heading.present and "mark" not in columns:
            present = False
        told = _Told(present, section, bool(_SERVING & marks), table.heading)
        found += _member(document_id, row, told)
        found += _beside(document_id, row, present)
    return found


# A note beside a member who was not there, and one that only names the chairs
_NOT_THERE = re.compile(
    r"\b(?:frånvarande|frånv|förhindrad|förhinder|förfall|ej närvarande)\b", re.IGNORECASE
)
_CHAIR_NOTE = re.compile(r"(?:\S{1,6} )?(?:v(?:ice|\.) )?ordf(?:örande)?\.?", re.IGNORECASE)


def _noted(table: Table) -> bool:
    """Whether notes tell who was not there: beside one at least, or nobody sat in a member's
    place."""
    seated = any("substitute" in row and row["substitute"].text for row, _ in table.rows)
    return not seated or any(_noted_away(row) for row, _ in table.rows)


def _noted_away(row: Mapping[str, Cell]) -> bool:
    """Whether a note says that somebody was away all the time."""
    note = row["aside"].text if "aside" in row else ""
    return bool(_NOT_THERE.search(note)) and not items_of(note)


def _mark(row: Mapping[str, Cell], key: str) -> str:
    """What a cell marks: of "Ja, tjänstgör för Bo Alm" the first word."""
    mark = row[key].text.casefold().strip(". ") if key in row else ""
    first = re.split(r",|\s(?=§)", mark)[0].strip()
    return _WORDS.get(first, first if first in ("ja", "nej", "x") else mark)


def _present(row: Mapping[str, Cell], columns: Mapping[str, int]) -> bool | None:
    """Whether the row's person was there; None when the row does not tell."""
    mark, absent = _mark(row, "mark"), _mark(row, "absent")
    if "away" in columns:
        return _mark(row, "away") not in _ALL
    if (votes := votes_of(columns)) and (not mark or mark not in _ABSENT):
        voted = any(_mark(row, key) in _PRESENT for key in votes)
        return True if voted and not absent else None
    if absent:
        return False if absent in _PRESENT | {"f", "frånvarande"} and not mark else None
    if "mark" not in columns:
        return not _noted_away(row)
    if mark in _PRESENT or mark.startswith("§"):
        return True
    unmarked = mark in _ABSENT and (mark or "absent" not in columns)
    return False if unmarked else None


def _seated(row: Mapping[str, Cell]) -> bool | None:
    """Whether a member was there, where the one who served instead is named beside; None
    where anything else stands there."""
    beside = row["substitute"].text.strip("-– ") if "substitute" in row else ""
    if not beside:
        return True
    return False if IN_CELL.fullmatch(beside) else None


def _member(document_id: str, row: Mapping[str, Cell], told: _Told) -> list[Attendance]:
    present = told.present
    cell, mark = row["name"], _mark(row, "mark")
    named = IN_CELL.match(cell.text)
    printed = row["party"].text if "party" in row else (named["party"] if named else None)
    party = letters_of(printed) if printed else printed
    if named is None or present is None or (party and not _is_party(party)):
        return []
    stands_in = _stands_in(row)
    note = row["aside"].text if "aside" in row else ""
    words = " ".join(
        [
            row["role"].text if "role" in row else told.section,
            cell.text[named.end() :],
            note if _CHAIR_NOTE.fullmatch(note) else "",
        ]
    )
    role = next((r for form, r in _SEAT_ROLES if form.search(words)), None)
    if mark in _SERVING or stands_in:
        role = Role.TJÄNSTGÖRANDE_ERSÄTTARE
    elif role is None and told.marks_serving and mark in ("n", "när", "närv"):
        role = Role.ERSÄTTARE  # beside "T" for who serves, "N" is there without serving
    elif role is None and told.heading and party:
        role = told.heading.role
    elif "for" in row and role is None and not {"mark", "absent"} & row.keys():
        role = Role.ERSÄTTARE  # in a list of substitutes, one who serves for nobody
    items = row["items"].text if "items" in row else ""
    return [
        Attendance(
            document_id,
            named["name"],
            _letters(party),
            role or (Role.LEDAMOT if party else Role.TJÄNSTEPERSON),
            present,
            substitutes_for=stands_in or None,
            items=items or (mark if mark.startswith("§") else _items_beside(row)),
            start=cell.start,
            end=cell.start + len(named["name"]),
        )
    ]


def _items_beside(row: Mapping[str, Cell]) -> str | None:
    """For which matters a mark, or a note beside it, says that somebody was there: "Närvarande
    §§ 4-9", "Jäv § 7"."""
    told = (row[key].text for key in ("mark", "aside") if key in row)
    return next((items for note in told if (items := items_of(note))), None)


# "Vårt Ås", where the column for the party gives its name
_PARTY_NAME = re.compile(r"[A-ZÅÄÖ][\wåäö-]{3,}(?: [\wåäö-]+){0,4}")


def _is_party(letters: str) -> bool:
    return bool(re.fullmatch(rf"{LETTERS}|-|–", letters) or _PARTY_NAME.fullmatch(letters))


def _letters(party: str | None) -> str | None:
    """The letters of a party, or its name where there are none."""
    named = party and len(party) > len("MMMM!") and _PARTY_NAME.fullmatch(party)
    return party if named or not party else canonical(party)


# "Ja, tjänstgör för Bo Alm", "Tjänstgörande ersättare för Bo Alm"; a personal substitute is
# one whether or not they serve
_FOR = re.compile(
    r"\b(?i:(?:tjänstgör(?:ande)?|tjänstgjorde|(?<!personlig )ersättare|i\s?stället)\s+för|"
    rf"ersätter|ersatte)\s+(?P<name>{NAME})"
)


def _stands_in(row: Mapping[str, Cell]) -> str:
    """Whom somebody serves for, told in a column for it, beside the mark, or as a role."""
    if "for" in row:
        named = IN_CELL.match(row["for"].text)
        return named["name"] if named else row["for"].text.strip(":-– ")
    told = (_FOR.search(row[key].text) for key in ("mark", "role", "aside") if key in row)
    return next((found["name"] for found in told if found), "")


def _beside(
    document_id: str, row: Mapping[str, Cell], present: bool | None
) -> list[Attendance]:
    """The substitute beside a member: serving where the member was not there, and of the
    member's party where no other is printed."""
    cell = row.get("substitute")
    named = IN_CELL.fullmatch(cell.text) if cell else None
    if cell is None or named is None or present is None:
        return []
    mark = _mark(row, "substitute_mark")
    own = row["substitute_party"].text if "substitute_party" in row else named["party"]
    member = IN_CELL.match(row["name"].text)
    party = own or (row["party"].text if "party" in row else member and member["party"])
    party = letters_of(party) if party else party
    apart = "substitute_mark" in row
    for_some = row["away"].text if present and "away" in row else None
    serves = not apart and (not present or bool(for_some))
    if present and not (apart or for_some):
        return []
    return [
        Attendance(
            document_id,
            named["name"],
            _letters(party),
            Role.TJÄNSTGÖRANDE_ERSÄTTARE if serves else Role.ERSÄTTARE,
            serves or mark in _PRESENT,
            substitutes_for=member["name"] if serves and member else None,
            items=f"§§ {for_some}" if for_some else None,
            start=cell.start,
            end=cell.start + len(named["name"]),
        )
    ]
