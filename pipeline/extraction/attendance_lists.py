"""The lists at the top of minutes: which lines stand under which heading."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from pipeline.extraction.attendance_table import NAME, Heading
from pipeline.extraction.outline import Line, lines_of
from pipeline.language.party_names import LETTERS
from pipeline.models import Span, Text
from pipeline.words import MEMBERS, Role

# Headings of the lists; the role of those below, and whether they were there.
_GROUPS: tuple[tuple[re.Pattern[str], Role | None, bool], ...] = tuple(
    (re.compile(forms), role, present)
    for forms, role, present in (
        (
            r"(?:närvarande,? )?(?:ej|icke|inte)[ -](?:tjänstgörande|beslutande)"
            r"(?: ersättare)?|ej närvarande tjänstgörande ersättare|"
            r"(?:närvarande |övriga |\w*irektionens )?"
            r"ersättare(?: \(?(?:ej|icke) tjänstgörande\)?| närvarande| som (?:inte|ej) "
            r"tjänstgör(?:de)?)?",
            Role.ERSÄTTARE,
            True,
        ),
        (
            r"(?:frånvarande|förhindrade|ej närvarande) ersättare|ersättare frånvarande",
            Role.ERSÄTTARE,
            False,
        ),
        (
            r"tjänstgörande(?: ersättare)?|beslutande ersättare|"
            r"ersättare som tjänstgör(?:de)?",
            Role.TJÄNSTGÖRANDE_ERSÄTTARE,
            True,
        ),
        (
            r"(?:frånvarande|förhindrade|anmält förhinder|förhinder|förfall|(?:ej|inte) "
            r"närvarande)(?: ledam(?:öter|ot)| förtroendevalda)?",
            Role.LEDAMOT,
            False,
        ),
        (
            r"(?:närvarande |beslutande |tjänstgörande |\w*irektionens )?ledam(?:öter|ot)|"
            r"beslutande(?: ledamöter)?(?: och ersättare)?|närvarande(?: beslutande)?|"
            r"närvarolista|deltagare|"
            r"(?:närvarande )?ledamöter och (?:tjänstgörande )?ersättare",
            Role.LEDAMOT,
            True,
        ),
        (
            r"tjänste(?:personer|män|man)(?: och sekreterare)?|(?:övriga |närvarande "
            r")?tjänstepersoner|förvaltningen|sekreterare|föredragande(?: "
            r"tjänstepersoner)?",
            Role.TJÄNSTEPERSON,
            True,
        ),
        (
            r"(?:övriga?|andra)(?: (?:närvarande|deltagare|deltagande|personer))*|"
            r"därutöver|dessutom(?: närvarande)?|"
            r"insynsplats(?:er)?|personalföreträdare|fackliga (?:företrädare|"
            r"representanter)",
            Role.ÖVRIG,
            True,
        ),
    )
)
STOP = re.compile(
    r"^(?:§\s*\d+\b|justering|justerade? |plats och tid för justering|underskrifter|"
    r"(?:ärende|innehålls)(?:lista|förteckning)|anslag|bevis|(?:utses|utsedda?)?\s*(?:till|att)\s+juster\w+|"
    r"juster(?:are|ande)\b|val av justerare|paragrafer|föredragningslista|dagordning)",
    re.IGNORECASE,
)
# "Eva Ek (S)", "Bo Alm (Viks Bästa)"; an office in brackets is no party
_LOCAL = (
    r"(?!(?i:\w*(?:ordf|ersätt|tjänst|ledamot|direktör|chef|sekreterare|strateg|ekonom|distans|"
    r"digital|teams|länk|frånvar|närvar|jurist|utredar|vice|via|del|kl|från|till|ej)))"
    r"[A-ZÅÄÖ][a-zåäö]{2,}(?:[ ](?:för[ ])?[A-ZÅÄÖ][a-zåäö]{2,}){0,3}"
)
PERSON = re.compile(
    rf"(?P<name>{NAME})[ \t]*\(\s*(?:(?P<party>{LETTERS}|-|–)|(?P<local>{_LOCAL}))\s*\)"
)
# Labels that stand before a name as its role and open no list.
_OWN_ROLE = frozenset({"ledamot", "sekreterare", "närvarande", "förvaltningen"})
# "ersätter Bo Alm (M)", "§§ 4-9" at the start of a line: the line above goes on.
_GOES_ON = re.compile(
    r"(?:\(?(?:ersätter|ersättare\s+för|tjänstgör(?:ande)?\s+för|i\s*stället\s+för|för)\s+[A-ZÅÄÖ]|"
    r"§+\s*\d+(?:\s*[-–,]\s*\d+)*\s*(?:,|$)|(?:fr|t)\.?\s?o\.?\s?m\.?\s*§)"
)

# "Eva Ek (S), tjänstgörande ersättare för" above the name of the member
_FOR_WHOM = re.compile(r"\b(?:för|ersätter)$")


@dataclass(frozen=True, slots=True)
class Group:
    """The people below a heading: their role, whether they were there, and the party that a
    heading of its own gives them. ``bare``: their names stand without letters; ``local``:
    local parties that stand behind them by their names."""

    role: Role | None
    present: bool
    party: str | None = None
    bare: bool = False
    local: frozenset[str] = frozenset()


_SOME = 3  # so many members named make a list
_ELSEWHERE = re.compile(
    r"\b(?:se|enligt|framgår\s+av)\s+(?:(?:bifogad|separat|särskild|nedanstående)\s+)?"
    r"(?:förteckning|bilaga|bilagd|närvaro|upprop|tjänstgörings)\w*",
    re.IGNORECASE,
)


def listed_elsewhere(text: Text, end: int) -> bool:
    """Whether the list at the top sends the reader to another, which is not printed below it
    there: whom it names are not all."""
    label, sent, below = None, False, 0
    for line in lines_of(text.content, Span(0, end)):
        opened = opens(line)
        label = opened[0] if opened else (label if not STOP.match(line.text) else None)
        here = opened[1].text if opened else line.text
        if label and label.role in MEMBERS:
            sent = sent or bool(_ELSEWHERE.match(here))
            below += sent and len(PERSON.findall(here))
    return sent and below < _SOME


def serving_substitutes(lines: Sequence[Line]) -> int | None:
    """Where the list below "Ersättare" begins whose people serve: the one among those who
    decide, where further down other substitutes stand among others present."""
    lists = [opened for line in lines if (opened := opens(line) or labelled(line, None))]
    roles = [group.role for group, _ in lists if group.present]
    named = [role for role in roles if role in (Role.ERSÄTTARE, Role.ÖVRIG, Role.LEDAMOT)]
    told = [Role.LEDAMOT, Role.ERSÄTTARE, Role.ÖVRIG, Role.ERSÄTTARE]
    if [r for n, r in enumerate(named) if n == 0 or named[n - 1] != r][:4] != told:
        return None
    return next(rest.start for group, rest in lists if group.role == Role.ERSÄTTARE)


def headings_above(content: str, end: int) -> dict[int, Heading]:
    """What the heading of a list says of those below it, by where the next line begins."""
    lines = [line for line in lines_of(content, Span(0, end)) if line.text]
    opened = ((opens(above), below) for above, below in pairwise(lines))
    return {
        below.start: Heading(one[0].role, one[0].present)
        for one, below in opened
        if one and not one[1].text
    }


# A heading of other words for those who are there without serving.
_NOT_SERVING = re.compile(
    r"[a-zåäö ]{0,30}\b(?:ej|icke|inte)\b[a-zåäö ]{0,30}\bersättare\b[a-zåäö ]{0,20}"
)


def opens(line: Line) -> tuple[Group, Line] | None:
    """The list a line opens, and what is left of the line after its heading."""
    head, rest = _head(line.text)
    bare = " ".join(head.replace(",", " ").split()).casefold()
    left = Line(line.end - len(rest.lstrip()), line.end, rest.strip())
    for pattern, role, present in _GROUPS:
        if pattern.fullmatch(bare):
            # "Närvarande      Ledamöter      Eva Ek (S)"
            return (left.text and opens(left)) or (Group(role, present), left)
    return (Group(Role.ERSÄTTARE, True), left) if _NOT_SERVING.fullmatch(bare) else None


# "ersättare      Bo Alm (M)" below "Tjänstgörande      Eva Ek (S)"
_LABEL_GOES_ON = re.compile(r"(?-i:[a-zåäö])+[ \t]{2,}(?=[A-ZÅÄÖ])")


def labelled(line: Line, group: Group | None) -> tuple[Group, Line] | None:
    """The list that the first words of a line open: "Beslutande ledamöter Eva Ek (S), …"."""
    if group and _LABEL_GOES_ON.match(line.text):
        return group, line
    gaps = list(re.finditer(r"(?<=\S)[ \t]+(?=[A-ZÅÄÖ])", line.text[:60]))
    for words in reversed(gaps):
        bare = " ".join(line.text[: words.start()].split()).casefold()
        inner = Line(line.start + words.end(), line.end, line.text[words.end() :])
        # "Övriga deltagande Ersättare: Eva Ek (S), …"
        if _label(bare) and (within := opens(inner)):
            return within
        lone = bare in _OWN_ROLE or (bare == "ersättare" and group and not group.present)
        if lone or not PERSON.match(line.text, words.end()):
            continue
        for pattern, role, present in _GROUPS:
            labels = re.fullmatch(rf"(?:beslutande\s+)?(?:{pattern.pattern})", bare)
            if labels:
                rest = line.text[words.end() :]
                start = line.start + words.end()
                return Group(role, present), Line(start, line.end, rest)
    return None


def _label(bare: str) -> bool:
    """Whether some words, in lower case, are the label of a list."""
    return any(pattern.fullmatch(bare) for pattern, _, _ in _GROUPS)


def parted(content: str, lines: list[Line]) -> list[Line]:
    """The lines with lists side by side ("Ledamöter      Ersättare" above two columns) one
    after the other."""
    parted: list[Line] = []
    heads: list[tuple[int, Line]] = []
    below: list[Line] = []
    for line in lines:
        cells = _cells_of(content, line)
        side_by_side = len(cells) > 1 and all(opens(cell) for _, cell in cells)
        if side_by_side or opens(line) or STOP.match(line.text) or len(line.text) > _WIDE:
            parted += _below_heads(content, heads, below)
            heads, below = (cells if side_by_side else []), []
            parted += [] if side_by_side else [line]
        else:
            (below if heads else parted).append(line)
    return parted + _below_heads(content, heads, below)


def _below_heads(
    content: str, heads: Sequence[tuple[int, Line]], below: Sequence[Line]
) -> list[Line]:
    """Each of several heads on one line with its list: the column below it, or, of as many
    lists that empty lines part, its own."""
    blocks = _blocks(content, below)
    rows = [_cells_of(content, line) for line in below]
    if len(blocks) == len(heads) > 1 and all(len(row) == 1 for row in rows):
        return [
            one
            for (_, head), block in zip(heads, blocks, strict=True)
            for one in (head, *block)
        ]
    columns = [(place, [head]) for place, head in heads]
    for place, cell in (cell for row in rows for cell in row):
        min(columns, key=lambda column: abs(column[0] - place))[1].append(cell)
    return [one for _, column in columns for one in column]


def _blocks(content: str, lines: Sequence[Line]) -> list[list[Line]]:
    """Lines that no empty line parts."""
    blocks: list[list[Line]] = []
    for line in lines:
        last = blocks[-1][-1].end if blocks else 0
        if blocks and content.count("\n", last, line.start) < _APART:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


_APART = 2  # line ends, with an empty line between them
_WIDE = 160


def _cells_of(content: str, line: Line) -> list[tuple[int, Line]]:
    """What wide spaces part on a line, each with how far in it begins."""
    begin = content.rfind("\n", 0, line.start) + 1
    return [
        (
            line.start + match.start() - begin,
            Line(line.start + match.start(), line.start + match.end(), match[0]),
        )
        for match in re.finditer(r"\S+(?:[ \n]\S+)*", line.text)
    ]


def joined(content: str, end: int, tabled: set[int]) -> list[Line]:
    """The lines outside tables, with those that go on a line above joined to it."""
    lines: list[Line] = []
    printed = (one for one in lines_of(content, Span(0, end)) if one.text)
    kept = _out_of_tables([one for one in printed if one.start not in tabled])
    roles_first = _roles_first(kept)
    for line in kept:
        above = lines[-1] if lines else None
        goes_on = _GOES_ON.match(line.text) or (above and _runs_on(above, line))
        goes_on = goes_on or (above and _FOR_WHOM.search(above.text))
        titled = roles_first and above and _CHAIRS.fullmatch(above.text) and _named(line)
        if above and (titled or (goes_on and PERSON.search(above.text))):
            whole = content[above.start : line.end].replace("\n", " ")
            lines[-1] = Line(above.start, line.end, whole)
        else:
            lines.append(line)
    return lines


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
    columns: list[list[Line]] = []
    for cells in map(_bar_cells, rows):
        filled = [cell for cell in cells if cell.text]
        labels = [cell for cell in filled if opens(cell)]
        if len(labels) > 1 and labels == filled:
            yield from _one_by_one(columns)
            columns = [[cell] for cell in cells]
        elif columns and not labels and len(cells) == len(columns):
            for column, cell in zip(columns, cells, strict=True):
                column.append(cell)
        elif labels[:1] == filled[:1] or (filled and STOP.match(filled[0].text)):
            opened = bool(labels)
            yield from filled[:1]
            yield from _beside(filled)
        elif opened:
            yield from _people_of(filled)
    yield from _one_by_one(columns)


def _beside(cells: Sequence[Line]) -> Iterable[Line]:
    """Whom a label, the first cell of a row, names; officials without their office too:
    "| Sekreterare | Eva Ek |"."""
    opened, named = opens(cells[0]), cells[1:]
    official = opened is not None and opened[0].role == Role.TJÄNSTEPERSON
    alone = official and all(re.fullmatch(NAME, cell.text) for cell in named)
    return named if alone else _people_of(named)


def _one_by_one(columns: Iterable[Sequence[Line]]) -> Iterator[Line]:
    return (cell for column in columns for cell in column if cell.text)


def _bar_cells(row: Line) -> list[Line]:
    """The cells between the bars of a row, empty ones too."""
    cells = re.finditer(r"(?<=\|)[^|]*(?=\|)", row.text)
    places = [(m.start() + len(m[0]) - len(m[0].lstrip()), m[0].strip()) for m in cells]
    return [
        Line(row.start + place, row.start + place + len(text), text) for place, text in places
    ]


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


def _runs_on(above: Line, line: Line) -> bool:
    """Whether names in running text, parted by commas, go on below: "…, Bo Alm (M), 2:e
    vice" above "ordförande, Ulf Li (C)"."""
    running = len(re.findall(r"\),\s", above.text)) > 1 and "  " not in above.text
    ended = above.text.endswith((")", ".", ":")) or opens(line) or labelled(line, None)
    return running and not ended


def unmarked(line: Line) -> Line:
    """A list item without its mark."""
    mark = re.match(r"(?:[-–•*]|\d{1,2}[.)]?)\s+(?=[A-ZÅÄÖ])|\*(?=[A-ZÅÄÖ])", line.text)
    if mark is None:
        return line
    return Line(line.start + mark.end(), line.end, line.text[mark.end() :])


def _head(text: str) -> tuple[str, str]:
    """A label and what follows it: after a colon, or in the next column."""
    columns = re.match(
        r"(?P<head>[A-ZÅÄÖ][a-zåäö ]+?)(?::\s*|\s{3,}|\t+)(?P<rest>\S.*)$", text
    )
    if columns:
        return columns["head"], columns["rest"]
    return text.rstrip(":"), ""
