"""The lines of the lists of who was there, each of them whole: those that go on below joined,
the rows of tables in bars as lines."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from pipeline.extraction.attendance_lists import PERSON, STOP, labelled, opens
from pipeline.extraction.attendance_parties import party_heading
from pipeline.extraction.attendance_table import NAME
from pipeline.extraction.outline import Line, lines_of
from pipeline.language.party_names import LETTERS, known_letters
from pipeline.models import Span
from pipeline.words import Role

# "ersätter Bo Alm (M)", "§§ 4-9" at the start of a line: the line above goes on.
_GOES_ON = re.compile(
    r"(?:\(?(?:ersätter|(?:tjänstgörande\s+)?ersättare\s+för|tjänstgör(?:ande)?\s+för|"
    r"i\s*stället\s+för|för)(?:\s+[A-ZÅÄÖ]|$)|"
    r"§+\s*\d+(?:\s*[-–,]\s*\d+)*\s*(?:,|$)|(?:fr|t)\.?\s?o\.?\s?m\.?\s*§)"
)

# "Eva Ek (S), tjänstgörande ersättare för" above the name of the member
_FOR_WHOM = re.compile(r"\b(?:för|ersätter)$")


# "Anna-Karin Lund" above "Västerberg (M)", "Bo Alm" above "(M), Ulf Li (C)"
_REST_OF_PERSON = re.compile(
    rf"(?:(?!(?i:ordf|vice|ledamot|ersätt|sekr|juster))[A-ZÅÄÖ][\w-]+\s)?\(\s*(?:{LETTERS})\s*\)"
)
_NAME_ENDS = re.compile(
    rf"(?:^|[,:]\s|\s(?:och|samt|ersätter|för)\s|\s{{3}})(?P<name>{NAME})$"
)
# "1:e vice" above "ordförande", "Eva Ek," above "kommundirektör"
_VICE_ENDS = re.compile(r"\bvice$", re.IGNORECASE)
_OFFICE_BELOW = re.compile(r"[a-zåäö]{4,}(?: [a-zåäö]+)*$")
_NAMED_LAST = re.compile(rf"(?:^|\s{{3}}){NAME},$")
# "ersättare      ersätter Bo Alm (M)" beside "Tjänstgörande      Eva Ek (S)"
_LABEL = re.compile(r"(?:[A-ZÅÄÖ][a-zåäö ]+?(?::\s+|[ \t]{3,})|[a-zåäö]+[ \t]{3,})(?=\S)")
_LABEL_ENDS = re.compile(r"[a-zåäö]+[ \t]{3,}(?=\S)")


def joined(content: str, end: int, tabled: set[int]) -> list[Line]:
    """The lines outside tables, with those that go on a line above joined to it."""
    lines: list[Line] = []
    printed = (one for one in lines_of(content, Span(0, end)) if one.text)
    kept = _out_of_tables([one for one in printed if one.start not in tabled])
    roles_first = _roles_first(kept)
    for line in kept:
        above = lines[-1] if lines else None
        titled = roles_first and above and _CHAIRS.fullmatch(above.text) and _named(line)
        below = _below_label(line)
        if above and (titled or _goes_on(content, above, below)):
            gap = " " * (below.start - line.start)
            whole = content[above.start : line.start] + gap + content[below.start : line.end]
            lines[-1] = Line(above.start, line.end, whole.replace("\n", " "))
        else:
            lines.append(line)
    return lines


def _below_label(line: Line) -> Line:
    """A line without the last word of a label that began above."""
    label = _LABEL_ENDS.match(line.text)
    cut = label.end() if label and not PERSON.match(line.text, label.end()) else 0
    return Line(line.start + cut, line.end, line.text[cut:])


def _goes_on(content: str, above: Line, line: Line) -> bool:
    """Whether a line goes on with what the one above tells of somebody."""
    if _torn(above.text, line.text) and not party_heading(line):
        return True
    if not PERSON.search(above.text):
        return False
    told = _GOES_ON.match(line.text) or _FOR_WHOM.search(above.text)
    return bool(told) or _runs_on(content, above, line)


def _torn(above: str, line: str) -> bool:
    """Whether the width of a column parts a name, or a name and the office."""
    name = _NAME_ENDS.search(above)
    if name and _REST_OF_PERSON.match(line):
        opened = opens(Line(0, len(above), above))
        return opened is None or bool(opened[1].text)
    if _VICE_ENDS.search(above) and PERSON.search(above):
        return line.casefold().startswith("ordf")
    return bool(_NAMED_LAST.search(above) and _OFFICE_BELOW.fullmatch(line))


def _out_of_tables(lines: Sequence[Line]) -> list[Line]:
    """The lines with the rows of tables as lines of lists; other tables are left out."""
    found: list[Line] = []
    for barred, rows in groupby(lines, key=lambda line: line.text.startswith("|")):
        run, headed = list(rows), bool(found) and opens(found[-1]) is not None
        found += _listed(run, headed) if barred else run
    return found


def _listed(rows: Iterable[Line], headed: bool) -> Iterator[Line]:
    """What the rows of a table list: the label of a list, or of what ends one, with what it
    labels, and people in the rows below it; lists side by side one after the other.
    ``headed``: the table stands below the heading of a list."""
    opened = headed
    in_words = False  # a header tells what the columns are: no row is read without it
    columns: list[list[Line]] = []
    for cells in map(_bar_cells, rows):
        filled = [cell for cell in cells if cell.text]
        labels = [cell for cell in filled if opens(cell)]
        if not filled:
            continue
        if len(labels) > 1 and labels == filled:
            yield from _one_by_one(columns)
            columns = [[cell] for cell in cells]
        elif columns and not labels and len(cells) == len(columns):
            for column, cell in zip(columns, cells, strict=True):
                column.append(cell)
        elif filled and (labels[:1] == filled[:1] or STOP.match(filled[0].text)):
            opened = bool(labels)
            yield from filled[:1]
            yield from _beside(filled)
        elif opened:
            in_words = in_words or not any(re.match(NAME, cell.text) for cell in filled)
            yield from _people_of(filled if in_words else _with_letters(filled))
    yield from _one_by_one(columns)


def _beside(cells: Sequence[Line]) -> Iterable[Line]:
    """Whom a label, the first cell of a row, names; officials without their office too:
    "| Sekreterare | Eva Ek |"."""
    opened, named = opens(cells[0]), cells[1:]
    official = opened is not None and opened[0].role == Role.TJÄNSTEPERSON
    alone = official and all(re.fullmatch(NAME, cell.text) for cell in named)
    return named if alone else _people_of(_with_letters(named))


def _one_by_one(columns: Iterable[Sequence[Line]]) -> Iterator[Line]:
    return (cell for column in columns for cell in column if cell.text)


def _bar_cells(row: Line) -> list[Line]:
    """The cells between the bars of a row, empty ones too."""
    cells = re.finditer(r"(?<=\|)[^|]*(?=\|)", row.text)
    places = [(m.start() + len(m[0]) - len(m[0].lstrip()), m[0].strip()) for m in cells]
    return [
        Line(row.start + place, row.start + place + len(text), text) for place, text in places
    ]


_FEWEST_LETTERS = 3  # in words beside a name; fewer are marks
_LETTERS = re.compile(
    rf"\((?:{LETTERS})\)|{'|'.join(map(re.escape, sorted(known_letters())))}"
)


def _with_letters(cells: Sequence[Line]) -> list[Line]:
    """The cells of a row, a name and the letters of a party in the next one together: "| Eva
    Ek | S |" as "Eva Ek  (S)", every character where it stands. Not where a mark stands in
    the row, for that may mean anything."""
    found = list(_joined_with_letters(cells))
    marked = any(len(cell.text) < _FEWEST_LETTERS for cell in found)
    return list(cells) if marked else found


def _joined_with_letters(cells: Sequence[Line]) -> Iterator[Line]:
    name: Line | None = None
    for cell in cells:
        if name and _LETTERS.fullmatch(cell.text):
            gap = " " * (cell.start - name.end)
            bare = not cell.text.startswith("(")
            gap, close = (gap[:-1] + "(", ")") if bare else (gap, "")
            yield Line(name.start, cell.end + len(close), name.text + gap + cell.text + close)
            name = None
            continue
        if name:
            yield name
        name = cell if re.fullmatch(NAME, cell.text) else None
        if name is None:
            yield cell
    if name:
        yield name


_WITH_OFFICE = re.compile(rf"{NAME},\s+[a-zåäö]")


def _people_of(cells: Sequence[Line]) -> Iterator[Line]:
    """The cells that name somebody, each with those behind it that go on to tell of the same
    person ("| Eva Ek (S) | ordförande |")."""
    whole: list[Line] = []
    for cell in cells:
        if PERSON.match(cell.text) or _WITH_OFFICE.match(cell.text):
            whole.append(cell)
        elif whole:
            last = whole[-1]
            gap = "," + " " * (cell.start - last.end - 1)
            whole[-1] = Line(last.start, cell.end, last.text + gap + cell.text)
        elif PERSON.search(cell.text):
            whole.append(cell)
    yield from whole


# "1:e vice ordförande" alone on its line, above or below the one who is
_CHAIRS = re.compile(
    r"(?:(?:\d:e|förste|andre|första|andra)\s)?(?:vice\s)?ordförande:?", re.IGNORECASE
)


def _roles_first(lines: list[Line]) -> bool:
    """Whether roles on lines of their own stand above those who hold them: nobody stands
    above the first."""
    places = (n for n, line in enumerate(lines) if _CHAIRS.fullmatch(line.text))
    first = next(places, 0)
    return first > 0 and (not _named(lines[first - 1]) or opens(lines[first - 1]) is not None)


def _named(line: Line) -> bool:
    return bool(re.match(NAME, line.text))


def _runs_on(content: str, above: Line, line: Line) -> bool:
    """Whether names in running text, parted by commas, go on below: "…, Bo Alm (M), 2:e
    vice" above "ordförande, Ulf Li (C)"."""
    last = content[above.start : above.end].rsplit("\n", 1)[-1].strip()
    running = len(re.findall(r"\),\s", above.text)) > 1 and "  " not in _LABEL.sub("", last, 1)
    ended = above.text.endswith((")", ".", ":")) or opens(line) or labelled(line, None)
    return bool(running and not ended)
