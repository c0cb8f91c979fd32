"""Who was there, by a table at the top of minutes: in bars, or in columns of spaces.

A table is read only where its columns tell who was there. What a row leaves open is left out:
a mark that may be the member's or the substitute's, a table without any mark.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.extraction.outline import Line, lines_of
from pipeline.extraction.ranges import items_of
from pipeline.extraction.whole_names import letters_of
from pipeline.language.party_names import LETTERS, canonical
from pipeline.models import Attendance, Span
from pipeline.words import Role

_WORD = r"[A-ZÀ-ÖØ-ÞŠŽČ][\w'’´]*(?:-[\w'’]+)*\.?"
_LINK = r"(?:von|van|der|den|de|del|della|af|ben|bin|ibn|al|el|la|le|da|dos|zu)"
NAME = rf"{_WORD}(?:[ \t]+(?:{_LINK}|{_WORD})){{1,5}}"
VICE = re.compile(r"\b(?:vice|v\.?)\s*ordf", re.IGNORECASE)
CHAIR = re.compile(r"\bordf(?:örande)?\b\.?", re.IGNORECASE)

_COLUMNS = {
    "name": r"(?:namn|person|(?:ordinarie )?ledam(?:ot|öter)|ordinarie)(?: \([\w ]+\))?",
    "party": r"parti",
    "role": r"uppdrag|roll|befattning|funktion",
    # "Kl. 13:00-18:15": there all that time
    "mark": r"närvar\w*|när\w*|deltar|(?:kl\.? ?|tid:? )?\d\d?[.:]\d\d ?[-–] ?\d\d?[.:]\d\d",
    "absent": r"frånv\w*|ej närv\w*",
    # for which matters a member was away, and the substitute beside served
    "away": r"frånv\w* (?:under )?(?:följande|§+|paragraf\w*)(?: paragrafer)?",
    "for": r"tjänstgör för|ersätter|ersättare för|i stället för|istället för",
    "substitute": r"(?:(?:tjänstgörande|tjg\.?|tj\.?) )?(?:ersättare|ers)",
    "items": r"§+|paragraf\w*",
    "aside": r"avvikande tid|anm(?:ärkning(?:ar)?)?|jäv",
    "voted": r"(?:(?:om)?(?:röstning|votering)\s*)?§+\s*\d+",
    "vote": r"ja|nej|avst\w*",
    "seat": r"nr|plats|stol",
}
_REPEATED = {"party": "substitute_party", "mark": "substitute_mark"}
_TELLING = frozenset({"mark", "absent", "role", "substitute", "for"})
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
_SECTION = re.compile(
    r"(?:ej |icke )?(?:tjänstgörande |beslutande |närvarande )?(?:ledamöter|ersättare):?", re.I
)
_SIDE_BY_SIDE = re.compile(r"ledamöter:?", re.IGNORECASE)
_ASKEW = 3
# The words below the paragraphs of several votes: "Ja  Nej  Avst  Ja Nej Avst".
_VOTE = re.compile(r"(?:(?:ja|nej|avst\w*)\.?\s*)+", re.I)
_IN_CELL = re.compile(rf"(?P<name>{NAME})(?:\s*\(\s*(?P<party>{LETTERS}|-|–)\s*\))?")


@dataclass(frozen=True, slots=True)
class _Cell:
    """What stands in a cell, where in the document, and how far in on its line."""

    text: str
    start: int
    column: int


@dataclass(slots=True)
class _Table:
    """A table while it is read: its columns by what they say (a number, or how far in they
    begin), and its rows with the heading they stand under."""

    columns: Mapping[str, int]
    barred: bool
    rows: list[tuple[dict[str, _Cell], str]] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)
    section: str = ""


def table_attendance(
    document_id: str, content: str, end: int
) -> tuple[list[Attendance], set[int]]:
    """The people of the tables before offset ``end``, and the starts of the tables' lines."""
    found: list[Attendance] = []
    taken: set[int] = set()
    for table in _tables(content, end):
        found += _people(document_id, table)
        taken |= table.lines
    return found, taken


def _tables(content: str, end: int) -> list[_Table]:
    tables: list[_Table] = []
    table: _Table | None = None
    section: Line | None = None
    for line in lines_of(content, Span(0, end)):
        if not line.text:
            continue
        cells = _cells(content, line)
        if table and not table.barred and _SECTION.fullmatch(line.text):
            section = line
            continue
        barred = line.text.startswith("|")
        header = _header(cells, barred=barred)
        if header:
            table = _Table(header, barred, lines={line.start})
            tables.append(table)
        elif table and not barred and _goes_on(cells, table):
            table.lines.add(line.start)
        elif table and table.barred == barred and (barred or _fits(cells, table)):
            if section:  # a heading inside the table, for the table goes on below it
                table.section, section = section.text, None
                table.lines.add(line.start)
            table.lines.add(line.start)
            _add(table, cells)
        else:
            table = section = None
    return tables


def _goes_on(cells: Sequence[_Cell], table: _Table) -> bool:
    """Whether a line is more of the header: the words for the choices, or the rest of one."""
    rest = "away" in table.columns and [cell.text for cell in cells] == ["paragrafer"]
    return rest or all(_VOTE.fullmatch(cell.text.strip(" .")) for cell in cells)


def _cells(content: str, line: Line) -> list[_Cell]:
    """The cells of a line: between bars (empty ones too), or parted by wide spaces."""
    begin = content.rfind("\n", 0, line.start) + 1
    if line.text.startswith("|"):
        inner = re.finditer(r"[^|]+", line.text.removesuffix("|"))
        return [_cell(match, line.start, number) for number, match in enumerate(inner)]
    pieces = re.finditer(r"\S+(?: \S+)*", line.text)
    return [_cell(match, line.start, line.start + match.start() - begin) for match in pieces]


def _cell(match: re.Match[str], start: int, column: int) -> _Cell:
    left = len(match[0]) - len(match[0].lstrip())
    return _Cell(match[0].strip(), start + match.start() + left, column)


def _header(cells: Sequence[_Cell], *, barred: bool) -> dict[str, int]:
    """The columns a header names; empty when it is none of who was there. In columns of
    spaces every word must be one."""
    found: dict[str, int] = {}
    if any(re.fullmatch(NAME, cell.text) for cell in cells):
        return {}
    for cell in cells:
        bare = cell.text.casefold().strip(" .:")
        keys = (key for key, form in _COLUMNS.items() if re.fullmatch(form, bare))
        key = next(keys, None)
        if key in found and "substitute" in found:
            key = _REPEATED.get(key, key)
        if key is None and not barred:
            return {}
        if key in ("vote", "voted"):
            key += bare
            key += "§" * (key in found) * len(found)  # of another vote, side by side
        if key is not None:
            found.setdefault(key, cell.column)
    if found.keys() == {"name", "substitute"} and _SIDE_BY_SIDE.fullmatch(cells[0].text):
        return {}  # two lists; beside "Ledamot" each row is a seat
    told = "name" in found and (_TELLING & found.keys() or _votes(found))
    return found if told and (barred or len(found) > 2 or "mark" in found) else {}


def _votes(columns: Iterable[str]) -> list[str]:
    """The columns for Ja, Nej and Avstår; none where several votes stand side by side."""
    votes = [key for key in columns if key.startswith("vote")]
    return [] if any("§" in key for key in votes) else votes


def _fits(cells: Sequence[_Cell], table: _Table) -> bool:
    """Whether a line of columns is a row: it begins where the table does and says more than
    a heading, or is a heading of its own below it."""
    named = _IN_CELL.match(cells[0].text)
    alone = "away" in table.columns  # a member who was there all the time has no other cell
    told = bool(named and named["party"]) if alone else len(cells) > 1
    return told and abs(cells[0].column - min(table.columns.values())) < _ASKEW


def _add(table: _Table, cells: Sequence[_Cell]) -> None:
    by_column = {cell.column: cell for cell in cells}
    if not table.barred:
        nearest = {_nearest(cell.column, table.columns.values()): cell for cell in cells}
        if len(nearest) < len(cells):
            return  # two cells in one column: the row cannot be told apart
        by_column = nearest
    row = {key: by_column[place] for key, place in table.columns.items() if place in by_column}
    said = [cell for cell in cells if cell.text.strip(":-– ")]
    if len(said) == 1 and _SECTION.fullmatch(said[0].text):
        table.section = said[0].text
    elif "name" in row:
        table.rows.append((row, table.section))


def _nearest(column: int, places: Iterable[int]) -> int:
    return min(places, key=lambda place: abs(place - column))


def _people(document_id: str, table: _Table) -> list[Attendance]:
    """The people of a table, if any of its marks says that somebody was there."""
    columns = table.columns
    marks = {_mark(row, key) for row, _ in table.rows for key in ("mark", "substitute_mark")}
    shared = "mark" in columns and "substitute" in columns and "substitute_mark" not in columns
    shared = shared and columns["mark"] > columns["substitute"]
    noted = "aside" in columns and _noted(table)
    if "substitute" in columns and not (noted or {"mark", "absent", "away"} & columns.keys()):
        return []  # seats, or two lists side by side
    if "mark" in columns and not any(
        mark in _PRESENT or mark.startswith("§") for mark in marks
    ):
        return []
    found: list[Attendance] = []
    for row, section in table.rows:
        present = _present(row, columns)
        beside = "substitute" in row and bool(row["substitute"].text)
        if beside and present and shared:
            continue
        found += _member(document_id, row, (present, section, bool(_SERVING & marks)))
        found += _beside(document_id, row, present)
    return found


# A note beside a member who was not there, and one that only names the chairs
_NOT_THERE = re.compile(
    r"\b(?:frånvarande|frånv|förhindrad|förhinder|förfall|ej närvarande)\b", re.IGNORECASE
)
_CHAIR_NOTE = re.compile(r"(?:\S{1,6} )?(?:v(?:ice|\.) )?ordf(?:örande)?\.?", re.IGNORECASE)


def _noted(table: _Table) -> bool:
    """Whether notes tell who was not there: beside one at least, or nobody sat in a member's
    place."""
    seated = any("substitute" in row and row["substitute"].text for row, _ in table.rows)
    return not seated or any(_noted_away(row) for row, _ in table.rows)


def _noted_away(row: Mapping[str, _Cell]) -> bool:
    """Whether a note says that somebody was away all the time."""
    note = row["aside"].text if "aside" in row else ""
    return bool(_NOT_THERE.search(note)) and not items_of(note)


def _mark(row: Mapping[str, _Cell], key: str) -> str:
    """What a cell marks: of "Ja, tjänstgör för Bo Alm" the first word."""
    mark = row[key].text.casefold().strip(". ") if key in row else ""
    first = re.split(r",|\s(?=§)", mark)[0].strip()
    return _WORDS.get(first, first if first in ("ja", "nej", "x") else mark)


def _present(row: Mapping[str, _Cell], columns: Mapping[str, int]) -> bool | None:
    """Whether the row's person was there; None when the row does not tell."""
    mark, absent = _mark(row, "mark"), _mark(row, "absent")
    if "away" in columns:
        return _mark(row, "away") not in _ALL
    if (votes := _votes(columns)) and (not mark or mark not in _ABSENT):
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


def _member(
    document_id: str, row: Mapping[str, _Cell], told: tuple[bool | None, str, bool]
) -> list[Attendance]:
    present, section, marks_serving = told
    cell, mark = row["name"], _mark(row, "mark")
    named = _IN_CELL.match(cell.text)
    printed = row["party"].text if "party" in row else (named["party"] if named else None)
    party = letters_of(printed) if printed else printed
    if named is None or present is None or (party and not _is_party(party)):
        return []
    stands_in = row["for"].text if "for" in row else _stands_in(row)
    note = row["aside"].text if "aside" in row else ""
    words = " ".join(
        [
            row["role"].text if "role" in row else section,
            cell.text[named.end() :],
            note if _CHAIR_NOTE.fullmatch(note) else "",
        ]
    )
    role = next((r for form, r in _SEAT_ROLES if form.search(words)), None)
    if mark in _SERVING or stands_in:
        role = Role.TJÄNSTGÖRANDE_ERSÄTTARE
    elif role is None and marks_serving and mark in ("n", "när", "närv"):
        role = Role.ERSÄTTARE  # beside "T" for who serves, "N" is there without serving
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


def _items_beside(row: Mapping[str, _Cell]) -> str | None:
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


# "Ja, tjänstgör för Bo Alm"
_FOR = re.compile(rf"\b(?:tjänstgör(?:ande)?\s+för|ersätter)\s+(?P<name>{NAME})")


def _stands_in(row: Mapping[str, _Cell]) -> str:
    """Whom somebody serves for, told beside the mark."""
    told = _FOR.search(row["mark"].text) if "mark" in row else None
    return told["name"] if told else ""


def _beside(
    document_id: str, row: Mapping[str, _Cell], present: bool | None
) -> list[Attendance]:
    """The substitute beside a member: serving where the member was not there, and of the
    member's party where no other is printed."""
    cell = row.get("substitute")
    named = _IN_CELL.fullmatch(cell.text) if cell else None
    if cell is None or named is None or present is None:
        return []
    mark = _mark(row, "substitute_mark")
    own = row["substitute_party"].text if "substitute_party" in row else named["party"]
    member = _IN_CELL.match(row["name"].text)
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
