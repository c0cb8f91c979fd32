"""Named ballots: who voted how, from a table, columns, lists or sentences."""

import re
from itertools import takewhile

from pipeline.extraction.ballot_rows import paired_ballots, row_ballots
from pipeline.extraction.clauses import Clause, clauses
from pipeline.extraction.context import Context, mentioned, resolve_mention
from pipeline.extraction.marked_lists import marked_lists
from pipeline.language.mention import Mention
from pipeline.language.numbers import NUMBER
from pipeline.models import Span
from pipeline.words import Choice

# "5 Ja-röster: Eva Ek (S), …", "Fem ledamöter röstar Nej: …", "En ledamot avstår: …"
_LISTED = re.compile(
    rf"(?:^|\n|(?<=[.:]\s)|(?<=röstning\s)|(?<=otering\s)|(?<=esultat\s)|(?<=avges\s)|"
    rf"(?<=avgavs\s)|(?<=\smed\s)|(?<=\)\soch\s)|(?<=\),\soch\s)|(?<=samt\s)|(?<=mot\s)|(?<=röstar\s)|"
    rf"(?<=röstade\s))[ \t]*"
    rf"(?:följande[^.:\n]{{0,60}}|(?:{NUMBER}\s+)?(?:ledam[oö]t(?:er)?\s+)?(?:som\s+)?)"
    rf"(?:(?:röstar|röstade|röstande)\s+)?"
    rf"(?P<choice>ja|nej|avstår|avstod|avstående|frånvarande|nedlagda?(?=\s+röst))"
    rf"(?:[\s-]*(?:röst(?:er)?|proposition(?:en)?))?(?:\s+(?:röstar|röstade|"
    rf"från\s+att\s+rösta))?"
    rf"(?:\s+{NUMBER}\s+ledam[oö]t(?:er)?(?=\s*:))?"
    rf"(?:\s*\(\d+\))?(?:\s*:(?!\s*\d)|"
    rf"(?<=röst|ster)\s+från\s+(?=(?-i:[A-ZÅÄÖ])[\w-]+\s(?-i:[A-ZÅÄÖ]))|"
    rf"\s+(?:avges|avgavs|avlämnas|lämnas|lämnades|"
    rf"läggs)\s+av\b"
    rf"\s*:?|\s*\((?=(?-i:[A-ZÅÄÖ])[\w-]+\s(?-i:[A-ZÅÄÖ]))|"
    rf"\s+(?:avger|avgav)(?:\s*:|(?=\s+(?-i:[A-ZÅÄÖ])))|(?:(?<=röster)|(?<=röst)|(?<=rösta)),\s+(?:avgivna\s+av\s+|avgiven\s+av\s+|nämligen\s+)?"
    rf"(?=(?-i:[A-ZÅÄÖ])[\w-]+\s(?-i:[A-ZÅÄÖ])[\w-]+\s*\())",
    re.I,
)
_NAME = r"(?-i:[A-ZÅÄÖ])[\w'’-]+(?:[ \t](?-i:[A-ZÅÄÖ])[\w'’-]+)+"
_LISTS = rf"(?:(?:\d{{1,2}}[.)]|[-–•*])[ \t]+)?{_NAME}[ \t]*(?:\(|,|\n|\b(?:och|samt)\b|\Z)"
# "Röster för Nej" or "Ja-röster (4)" above names, "JA, för avslag: Eva Ek, …", and, where the
# sentence goes on, "Ja röstade Eva Ek (S), nej röstade Bo Alm (M)"
_HEADED = re.compile(
    rf"^[ \t]*(?:följande\s+)?(?:ledam[oö]t(?:er)?\s+)?(?:röst(?:er|ar|ade)\s+)?(?:för\s+)?"
    rf"(?P<choice>ja|nej|avstår|avstod|avstående)(?:[\s-]*röst(?:er|ar|ade)?)?"
    rf"(?:\s+från\s+att\s+rösta)?(?:\s*\((?:bifall|avslag|återremiss)[^()\n]*\))?(?:,?\s*\(?{NUMBER}\)?(?:\s+(?:st\b|stycken|röster))?)?"
    rf"(?:,?\s+(?:till|för)\s[^:\n]{{3,120}})?[ \t]*(?::|\n)\s*(?={_LISTS})|"
    rf"(?:^|(?<=[,.:]\s)|(?<=och\s)|(?<=samt\s)|(?<=medan\s))(?P<said>ja|nej)\s+"
    rf"röst(?:ar|ade)\s+(?={_NAME}[ \t]*(?:\(|,|\b(?:och|samt)\b))",
    re.IGNORECASE | re.MULTILINE,
)
_VOTES = r"(?:avst(?:år|od)|röst(?:ar|ade))\b"
# Where a list of names ends that goes on in running text.
_SENTENCE_END = re.compile(
    r"(?<=[)a-zåäö])\.(?=\s|$)|"
    # "…, och Eva Ek (S) avstod", "… och Eva Ek (S) avstod"
    rf",\s+(?:och|samt)\s+(?=[^.:\n]{{4,200}}?\s{_VOTES})|,?\s+medan\s|"
    rf"\s(?:och|samt)\s+(?={_NAME}(?:\s\([^()]{{1,6}}\))?\s{_VOTES})|"
    r"(?<=\))\s+(?=(?:beslut|bifall|avsl)(?:ar|er|år)\b)|"
    r"(?<=\))[ \t]*\n(?=[A-ZÅÄÖ]\w+\s(?!(?:von|van|de|af|och)\s)[a-zåäö])"
)


_CHOICES = {
    "ja": Choice.JA,
    "nej": Choice.NEJ,
    "avstår": Choice.AVSTÅR,
    "avst": Choice.AVSTÅR,
    "avstående": Choice.AVSTÅR,
    "avstod": Choice.AVSTÅR,
    "frånvarande": Choice.FRÅNVARANDE,
    "frånv": Choice.FRÅNVARANDE,
    "blankt": Choice.AVSTÅR,
    "nedlagd": Choice.AVSTÅR,
    "nedlagda": Choice.AVSTÅR,
}


_ROW = re.compile(r"^\|(?P<cells>.+)\|[ \t]*$", re.MULTILINE)


def ballots(context: Context, span: Span) -> tuple[tuple[str, str | None, Choice], ...]:
    """Named ballots, from a table, from lists, or from sentences; once per name."""
    text = span.of(context.content)
    found = (
        _tabled(context, text)
        or _row_lists(context, text)
        or _dashed_ballots(context, text)
        or _column_ballots(context, text)
        or _worded_ballots(context, text, _SOME)
        or paired_ballots(context, text)
        or row_ballots(context, text)
    )
    if not found and not _lost(text):
        marked = marked_lists(context, text)
        rows = next(iter(marked.values())) if len(marked) == 1 else []
        found = [(Mention(0, 0, n, (p,) if p else ()), choice) for n, p, choice in rows]
    if not found:
        found = _listed_ballots(context, text)
        named = {one.name for one, _ in found}
        found += [
            (one, choice)
            for one, choice in _spoken_ballots(context, span)
            if not named or (choice == Choice.AVSTÅR and one.name not in named)
        ]
    by_name = {one.name: (one, choice) for one, choice in found if one.name}
    return tuple(
        (name, one.parties[0] if one.parties else None, choice)
        for name, (one, choice) in by_name.items()
    )


# "Eva Ek (S) – ja"
_DASHED = re.compile(
    r"^(?P<who>[^\n|:]{5,60}\))[ \t]*[-–:][ \t]*(?P<choice>ja|nej|avstår|frånvarande)[ "
    r"\t.]*$",
    re.I | re.M,
)


_COLUMN_HEAD = re.compile(r"^[^\n|]*\bJa\b[ \t]{2,}Nej\b[^\n]*$", re.M)


_MARK = re.compile(r"(?<=\s)[Xx×](?=\s|$)")


def _dashed_ballots(context: Context, text: str) -> list[tuple[Mention, Choice]]:
    return [
        (one, _CHOICES[match["choice"].casefold()])
        for match in _DASHED.finditer(text)
        for one in named_in(context, match["who"])[:1]
    ]


def _column_ballots(context: Context, text: str) -> list[tuple[Mention, Choice]]:
    """Names with a mark below Ja, Nej or Avstår in columns of spaces."""
    head = _COLUMN_HEAD.search(text)
    if head is None:
        return []
    columns = {
        m.start(): _CHOICES[m[0].casefold()]
        for m in re.finditer(r"\b(?:Ja|Nej|Avstår)\b", head[0])
    }
    rows = []
    for line in text[head.end() :].split("\n"):
        marks, people = list(_MARK.finditer(line)), named_in(context, line)
        if len(marks) == 1 and len(people) == 1:
            rows.append((people[0], marks[0].start()))
    marked = _shifted({mark for _, mark in rows}, columns)
    return [(one, marked[mark]) for one, mark in rows] if marked else []


_ABOVE = 120  # letters above a list, where its paragraph stands


def _lost(text: str) -> bool:
    """Whether the words for the choices stand alone on a line, with no paragraph above it:
    how far in they stood is not known."""
    head = _COLUMN_HEAD.search(text)
    return bool(
        head
        and head[0].startswith("Ja")
        and "§" not in text[max(0, head.start() - _ABOVE) : head.start()]
    )


_ASKEW = 2


def _shifted(marks: set[int], columns: dict[int, Choice]) -> dict[int, Choice]:
    """The choice that each mark stands below. The words of a line of their own have lost how
    far in they stood: then the one shift by which every mark has its word; none where several
    do."""
    shifts = {0} if min(columns) else {mark - place for mark in marks for place in columns}
    told = []
    for shift in shifts:
        near = {m: min(columns, key=lambda place: abs(place + shift - m)) for m in marks}
        if shift == 0 or all(abs(near[m] + shift - m) <= _ASKEW for m in marks):
            found = {mark: columns[place] for mark, place in near.items()}
            told += [found] if found not in told else []
    return told[0] if len(told) == 1 else {}


# "Eva Ek   S   Ja", where tabs are lost "Eva Ek S Ja"; "Eva Ek   S   Norra   Ja"
_WORDED = re.compile(
    r"^[ \t]*(?P<name>[A-ZÅÄÖ][^\n|:(]{3,50}?)[ \t]*(?:[\t ]+|,[ ]|\()"
    r"(?P<party>[A-ZÅÄÖ]{1,4})\)?"
    r"[ \t]+(?:(?<=[ \t]{2})\w[\w-]*(?: [\w-]+){0,2}[ \t]{2,})?"
    r"(?P<choice>(?i:ja|nej|avstår|avstod|frånvarande))[ \t.]*$",
    re.MULTILINE,
)
_SOME = 3


def _worded_ballots(context: Context, text: str, least: int) -> list[tuple[Mention, Choice]]:
    """Lines of a name, a party and the choice itself, where at least so many are."""
    lines = [m for m in _WORDED.finditer(text) if m["party"] in context.letters]
    found = [
        (people[0], _CHOICES[match["choice"].casefold()])
        for match in lines
        if (people := named_in(context, f"{match['name']} ({match['party']})"))
    ]
    return found if len(found) >= least else []


def _listed_ballots(context: Context, text: str) -> list[tuple[Mention, Choice]]:
    """ "Ja-röster: Eva Ek (S), …" """
    marks = _marks(text)
    found = []
    for place, (_, begins, choice) in enumerate(marks):
        end = marks[place + 1][0] if place + 1 < len(marks) else len(text)
        listed = _first_list(text[begins:end].strip())
        listed = _SENTENCE_END.split(listed, maxsplit=1)[0]
        found += [(one, choice) for one in named_in(context, listed)]
    return found


def _marks(text: str) -> list[tuple[int, int, Choice]]:
    """The words that open a list of names: where they begin and end, and the choice."""
    listed = [(m.start(), m.end(), m["choice"]) for m in _LISTED.finditer(text)]
    headed = [(m.start(), m.end(), m["choice"] or m["said"]) for m in _HEADED.finditer(text)]
    apart = [
        h for h in headed if not any(h[0] < end and start < h[1] for start, end, _ in listed)
    ]
    return sorted(
        (start, end, _CHOICES[word.casefold()]) for start, end, word in listed + apart
    )


# A paragraph of one name: "Eva Ek (S)", "1. Eva Ek (S)"
_ONE_NAME = re.compile(rf"(?:\d{{1,2}}[.)]\s+)?{_NAME}[ \t]*\([^()\n]{{1,6}}\)[,;]?")


def _first_list(text: str) -> str:
    """The names up to the end of the paragraph, or each in a paragraph of its own."""
    first, *rest = re.split(r"\n\s*\n", text)
    if _ONE_NAME.fullmatch(first.strip()):
        below = takewhile(lambda one: _ONE_NAME.fullmatch(one.strip()), rest)
        return "\n".join([first, *below])
    return first


def named_in(context: Context, text: str) -> list[Mention]:
    """The people named in a text, and the chair by role, as they are known."""
    named = (one for one in mentioned(context, text) if one.name or one.role)
    return [resolve_mention(context, one) for one in named]


# Words above the columns of a list, which nobody says
_HEADS = re.compile(r"^[^\n]*\bja[ \t|]+nej\b(?:[ \t|]+avst\w*\.?)?[^\w\n]*$", re.I | re.M)


def _spoken_ballots(context: Context, span: Span) -> list[tuple[Mention, Choice]]:
    """ "Eva Ek (S) och Bo Ek (M) röstar ja (2)." """
    found: list[tuple[Mention, Choice]] = []
    if _HEADS.search(span.of(context.content)):
        return found
    for clause in clauses(context, span.start, span.end, ("röstar", "avstår")):
        choice = _spoken_choice(clause.act, _said_after(context.content, clause))
        if choice:
            found += [(one, choice) for one in clause.actors if one.name]
    return found


def _said_after(content: str, clause: Clause) -> str:
    """What stands by the verb: after it, or after the names that follow it ("röstar A, B
    ja")."""
    words = content[clause.said : clause.end].casefold()
    last = clause.persons[-1].casefold() if clause.persons else ""
    place = words.rfind(last) if last and clause.said == clause.start else -1
    after = words[place + len(last) :][:40] if place >= 0 else ""
    return after if re.search(r"\b(?:ja|nej)\b", after) else words[:80]


def _spoken_choice(act: str, tail: str) -> Choice | None:
    if act == "avstår":
        return Choice.AVSTÅR
    match = re.search(r"\b(ja|nej|blankt)\b", tail)
    return _CHOICES[match[1]] if match else None


def _tabled(context: Context, text: str) -> list[tuple[Mention, Choice]]:
    """The ballots of a table, and of rows of it that a conversion left outside."""
    found = _table_ballots(context, text)
    named = {one.name for one, _ in found}
    outside = _worded_ballots(context, text, 1) if found else []
    return found + [(one, choice) for one, choice in outside if one.name not in named]


# "| Ja (bifall) | Eva Ek (S), Bo Alm (M) |": a row for each choice
_ROW_LIST = re.compile(
    r"^\|[ ]*(?P<choice>ja|nej|avstår|avstod|frånvarande)\b[^|\n]*\|(?:[ ]*\d+[ ]*\|)?"
    r"(?P<who>[^|\n]*)\|",
    re.IGNORECASE | re.MULTILINE,
)


def _row_lists(context: Context, text: str) -> list[tuple[Mention, Choice]]:
    return [
        (one, _CHOICES[row["choice"].casefold()])
        for row in _ROW_LIST.finditer(text)
        for one in named_in(context, row["who"])
    ]


def _table_ballots(context: Context, text: str) -> list[tuple[Mention, Choice]]:
    """A table with a name in each row and a mark under Ja, Nej or Avstår, or the word
    itself."""
    rows = [[cell.strip() for cell in m["cells"].split("|")] for m in _ROW.finditer(text)]
    rows = [part for row in rows for part in _side_by_side(row)]
    header = next((row for row in rows if {"ja", "nej"} <= {*map(_headed, row)}), None)
    seated = next((n for n, c in enumerate(header or ()) if c.casefold() == "ersättare"), None)
    found = []
    for row in rows:
        named = _named_cells(context, row)
        if seated and len(row) > seated and row is not header:
            named = f"{row[seated]} {named[named.find('(') :]}" if row[seated] else named
        people = named_in(context, named)
        choice = _row_choice(row, header)
        if len(people) == 1 and choice:
            found.append((people[0], choice))
    return found


def _side_by_side(row: list[str]) -> list[list[str]]:
    """The rows of tables that stand side by side, parted by an empty cell: a name, a party
    and a choice each."""
    parts = [row[:_OF_ONE], row[_OF_ONE + 1 :]]
    apart = len(row) == 2 * _OF_ONE + 1 and not row[_OF_ONE] and all(row[_OF_ONE + 1 :])
    return parts if apart else [row]


_OF_ONE = 3


def _named_cells(context: Context, row: list[str]) -> str:
    """The name of a row as running text would print it: "Eva Ek (S)"."""
    if len(row) > 1 and row[1].strip("()").upper() in context.letters:
        return f"{row[0]} ({row[1].strip('()')})"
    return row[0]


def _row_choice(row: list[str], header: list[str] | None) -> Choice | None:
    words = [_CHOICES[c.casefold()] for c in row if c.casefold() in _CHOICES]
    if words:
        return words[0] if len(words) == 1 and row is not header else None
    if header is None or len(row) != len(header):
        return None
    marked = [
        _CHOICES.get(_headed(name) or "")
        for name, cell in zip(header, row, strict=True)
        if cell.casefold() in ("x", "1", "✓", "✗", "×")
    ]
    return marked[0] if len(marked) == 1 else None


# "Ja, förvaltningens förslag", "Avst.", and "Avst år" where a narrow cell broke it
_HEAD_CELL = re.compile(
    r"(?P<ja>ja\b)(?![-\w])|(?P<nej>nej\b)(?![-\w])|(?P<avstår>avst)|(?P<frånvarande>frånv)",
    re.IGNORECASE,
)


def _headed(cell: str) -> str | None:
    """The choice that the head of a column names; None where it names none."""
    named = _HEAD_CELL.match(cell)
    return named.lastgroup if named else None
