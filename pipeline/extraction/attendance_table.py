"""The tables at the top of minutes that tell who was there: in bars, or in columns of spaces.

A table is read only where its columns tell who was there, or where it stands below the heading
of a list.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.extraction.outline import Line, lines_of
from pipeline.language.party_names import LETTERS
from pipeline.models import Span
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
    "substitute": r"(?:(?:tjänstgörande|tjg\.?|tj\.?) )?(?:ersättare|ers)|ersätts av",
    "items": r"(?:(?:närvar\w+|tjänstgör\w*|deltar)\s+(?:vid\s+)?)?(?:§+|paragraf\w*)",
    "aside": r"avvikande tid|anm(?:ärkning(?:ar)?)?|jäv|kommentar(?:er)?|notering(?:ar)?",
    "voted": r"(?:(?:om)?(?:röstning|votering)\s*)?§+\s*\d+",
    "vote": r"ja|nej|avst\w*",
    "seat": r"nr|plats|stol|kommun|valkrets",
    "title": r"titel|tjänst",
}
_LISTED = frozenset({"name", "party", "role", "for", "items", "aside", "seat", "title"})
_REPEATED = {"party": "substitute_party", "mark": "substitute_mark"}
_TELLING = frozenset({"mark", "absent", "role", "substitute", "for"})
_SECTION = re.compile(
    r"(?:ej |icke )?(?:tjänstgörande |beslutande |närvarande )?(?:ledamöter|ersättare):?", re.I
)
_SERVING_SEAT = re.compile(r"tj\S* (?:ersättare|ers)\b", re.IGNORECASE)
_SIDE_BY_SIDE = re.compile(r"ledamöter:?", re.IGNORECASE)
_ASKEW = 3
# The words below the paragraphs of several votes: "Ja  Nej  Avst  Ja Nej Avst".
_VOTE = re.compile(r"(?:(?:ja|nej|avst\w*)\.?\s*)+", re.I)
IN_CELL = re.compile(rf"(?P<name>{NAME})(?:\s*\(\s*(?P<party>{LETTERS}|-|–)\s*\))?")


@dataclass(frozen=True, slots=True)
class Heading:
    """What the heading of a list says of all below it: their role, whether they were there.
    ``above_names``: it stands in the table itself, above the names."""

    role: Role | None
    present: bool
    above_names: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, where in the document, and how far in on its line."""

    text: str
    start: int
    column: int


@dataclass(slots=True)
class Table:
    """A table while it is read: its columns by what they say (a number, or how far in they
    begin), its rows with the heading they stand under inside it, and the one above it."""

    columns: Mapping[str, int]
    barred: bool
    rows: list[tuple[dict[str, Cell], str]] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)
    section: str = ""
    heading: Heading | None = None
    names_serving: bool = False  # a column is headed "Tjänstgörande ersättare"


def tables(content: str, end: int, headings: Mapping[int, Heading]) -> list[Table]:
    """The tables before offset ``end``; ``headings`` are of lists, by the start of the line
    below each."""
    found: list[Table] = []
    table: Table | None = None
    section: Line | None = None
    for line in lines_of(content, Span(0, end)):
        if not line.text:
            continue
        cells = _cells(content, line)
        if table and not table.barred and _SECTION.fullmatch(line.text):
            section = line
            continue
        barred = line.text.startswith("|")
        heading = headings.get(line.start)
        header = _header(cells, heading, barred=barred)
        if header:
            table = Table(header, barred, lines={line.start}, heading=heading)
            table.names_serving = any(_SERVING_SEAT.match(cell.text) for cell in cells)
            found.append(table)
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
    return found


def _goes_on(cells: Sequence[Cell], table: Table) -> bool:
    """Whether a line is more of the header: the words for the choices, or the rest of one."""
    rest = "away" in table.columns and [cell.text for cell in cells] == ["paragrafer"]
    return rest or all(_VOTE.fullmatch(cell.text.strip(" .")) for cell in cells)


def _cells(content: str, line: Line) -> list[Cell]:
    """The cells of a line: between bars (empty ones too), or parted by wide spaces."""
    begin = content.rfind("\n", 0, line.start) + 1
    if line.text.startswith("|"):
        inner = re.finditer(r"[^|]+", line.text.removesuffix("|"))
        return [_cell(match, line.start, number) for number, match in enumerate(inner)]
    pieces = re.finditer(r"\S+(?: \S+)*", line.text)
    return [_cell(match, line.start, line.start + match.start() - begin) for match in pieces]


def _cell(match: re.Match[str], start: int, column: int) -> Cell:
    left = len(match[0]) - len(match[0].lstrip())
    return Cell(match[0].strip(), start + match.start() + left, column)


def _header(cells: Sequence[Cell], heading: Heading | None, *, barred: bool) -> dict[str, int]:
    """The columns a header names; empty when it is none of who was there. In columns of
    spaces every word must be one. ``heading`` is of the list that the table is."""
    found: dict[str, int] = {}
    unknown = False
    filled = [cell for cell in cells if cell.text]
    named = filled[0] if heading and heading.above_names and filled else None
    if any(re.fullmatch(NAME, cell.text) for cell in cells):
        return {}
    for cell in cells:
        bare = cell.text.casefold().strip(" .:")
        keys = (key for key, form in _COLUMNS.items() if re.fullmatch(form, bare))
        key = "name" if cell is named else next(keys, None)
        if key in found and "substitute" in found:
            key = _REPEATED.get(key, key)
        if key is None and not barred:
            return {}
        unknown = unknown or (key is None and bool(bare))
        if key in ("vote", "voted"):
            key += bare
            key += "§" * (key in found) * len(found)  # of another vote, side by side
        if key is not None:
            found.setdefault(key, cell.column)
    if found.keys() == {"name", "substitute"} and _SIDE_BY_SIDE.fullmatch(cells[0].text):
        return {}  # two lists; beside "Ledamot" each row is a seat
    listed = found.keys() <= _LISTED and bool({"party", "title"} & found.keys())
    headed = heading is not None and listed and not unknown
    told = "name" in found and (_TELLING & found.keys() or votes_of(found) or headed)
    return found if told and (barred or len(found) > 2 or "mark" in found or headed) else {}


def votes_of(columns: Iterable[str]) -> list[str]:
    """The columns for Ja, Nej and Avstår; none where several votes stand side by side."""
    votes = [key for key in columns if key.startswith("vote")]
    return [] if any("§" in key for key in votes) else votes


def _fits(cells: Sequence[Cell], table: Table) -> bool:
    """Whether a line of columns is a row: it begins where the table does and says more than
    a heading, or is a heading of its own below it."""
    named = IN_CELL.match(cells[0].text)
    alone = "away" in table.columns  # a member who was there all the time has no other cell
    told = bool(named and named["party"]) if alone else len(cells) > 1
    return told and abs(cells[0].column - min(table.columns.values())) < _ASKEW


def _add(table: Table, cells: Sequence[Cell]) -> None:
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
