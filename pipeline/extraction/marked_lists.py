"""Lists of names with a mark below Ja, Nej or Avstår, in columns of spaces or between bars.

A list tells one vote, or several side by side, each below its paragraph: "§ 55    § 58" above
"Ja Nej Avst   Ja Nej Avst".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import TypeVar

from pipeline.extraction.context import Context
from pipeline.language.party_names import LETTERS, canonical
from pipeline.words import Choice

_CHOICES = {
    "ja": Choice.JA,
    "nej": Choice.NEJ,
    "avst": Choice.AVSTÅR,
    "avstår": Choice.AVSTÅR,
    "frånv": Choice.FRÅNVARANDE,
    "frånvarande": Choice.FRÅNVARANDE,
}
_WORDS = re.compile(r"\b(?P<choice>ja|nej|avst(?:år)?|frånv(?:arande)?)\b\.?", re.IGNORECASE)
# Other columns cut short, whose stop ends no sentence.
_SHORT = re.compile(r"\b(?:närv|tjg|ers|nr|anm)\.", re.IGNORECASE)
_NO = re.compile(r"(?:^|[\s|])nej(?:$|[\s|])", re.IGNORECASE)
# "§ 55", and "Omr 1" or "Votering 2" where one matter has several
_SECTION = re.compile(
    r"(?:§|\b(?:omr(?:östning)?|vot(?:ering)?)\b\.?)\s*(?P<number>\d{1,4})", re.IGNORECASE
)
_MARK = re.compile(r"(?<![\w(])[Xx×1](?![\w)])")
CELL = re.compile(r"[^\s|](?:[^\n|\t]*?[^\s|])??(?=[ ]{2,}|\s*[|\t]|\s*$)")
_NAME = re.compile(
    r"(?P<name>[A-ZÀ-ÖØ-Þ][\w'’-]*\.?(?:\s+(?:von|van|de|af|al|el)\b|\s+[A-ZÀ-ÖØ-Þ][\w'’-]*\.?){1,5})"
    rf"(?:\s*\((?P<party>{LETTERS}|-)\))?"
)
_ASKEW = 5
_BELOW = 3  # lines that may stand between the paragraphs and the words for the choices

Edges = tuple[int, int]  # how far in the word of a column begins and ends
Ballots = list[tuple[str, str | None, Choice]]
Listed = TypeVar("Listed", bound=Sequence[tuple[str, str | None, Choice]])


@dataclass(slots=True)
class _Head:
    """The columns of a list: how far in each choice stands, with the paragraph above it.
    ``lettered``: one is for the party, ``seated``: one is for who sat in a member's place."""

    columns: list[tuple[Edges, Choice, str]] = field(default_factory=list)
    lettered: bool = False
    seated: bool = False


def marked_lists(context: Context, content: str) -> dict[str, Ballots]:
    """Who voted how by each list in a stretch of text, by the number of its paragraph (""
    where none stands above it). Another list of the same paragraph, which begins with the same
    name, is "55 (2)"."""
    found: dict[str, Ballots] = {}
    if not _NO.search(content):
        return found
    head: _Head | None = None
    above: list[str] = []
    for line in content.split("\n"):
        made = _head(line, above[-_BELOW:])
        if made is not None:
            lettered, seated = (bool(p.search(line)) for p in (_LETTERED, _SEATED))
            head = replace(made, lettered=lettered, seated=seated)
        elif head is not None:
            for number, row in _row(context, line, head):
                _add(found, number, row)
        above.append(line)
    return found


def _add(found: dict[str, Ballots], number: str, row: tuple[str, str | None, Choice]) -> None:
    """Add a row to the list of a paragraph that it belongs to, the last one so far."""
    lists = own_lists(found, number)
    again = bool(lists) and lists[-1][0][0] == row[0]
    key = f"{number} ({len(lists) + 1})" if again else [number, *_keys(found, number)][-1]
    found.setdefault(key, []).append(row)


def _keys(found: Mapping[str, Listed], number: str) -> list[str]:
    return [key for key in found if key == number or key.startswith(f"{number} (")]


def own_lists(found: Mapping[str, Listed], number: str) -> list[Listed]:
    """The lists of one paragraph, in order."""
    return [found[key] for key in _keys(found, number)]


def _head(line: str, above: Sequence[str]) -> _Head | None:
    """The columns that a line names: Ja and Nej at least, with hardly anything beside."""
    words = list(_WORDS.finditer(line))
    said = {m["choice"].casefold() for m in words}
    if not {"ja", "nej"} <= said:
        return None
    rest = _SHORT.sub("", _WORDS.sub("", _SECTION.sub("", line)))
    if re.search(r"\d|[.:]\s|\boch\b", rest):
        return None
    if _FLAT.search(line):
        return None
    if beside := list(_SECTION.finditer(line)):
        return _headed_beside(line, words, beside)
    sections = next((s for x in reversed(above) if (s := list(_SECTION.finditer(x)))), [])
    # The words of a line of their own have lost how far in they stood: below the first §.
    shift = _cell_start(sections[0]) if sections and words[0].start() == 0 else 0
    places = [(m, _edges(line, m, shift)) for m in words]
    turns = _turns(words)
    if sections and turns[-1] == len(sections):
        numbers = [sections[turn - 1]["number"] for turn in turns]
    else:
        numbers = [_section_at(at, sections) for _, (at, _) in places]
    return _Head([(at, _choice(m), n) for (m, at), n in zip(places, numbers, strict=True)])


# "Ledamot Ja Nej Avstår": the columns are lost
_FLAT = re.compile(r"\S ja\.? nej\b(?:\.? \w+)*\.?\s*$", re.IGNORECASE)


def _headed_beside(
    line: str, words: Sequence[re.Match[str]], sections: Sequence[re.Match[str]]
) -> _Head | None:
    """The columns of a line with the paragraph before each choice: "§ 5 Ja | § 5 Nej"."""
    numbers = [[s["number"] for s in sections if s.start() < m.start()] for m in words]
    if not all(numbers):
        return None
    columns = zip(words, numbers, strict=True)
    return _Head([(_edges(line, m), _choice(m), n[-1]) for m, n in columns])


def place_of(line: str, at: int) -> int:
    """How far in something stands: by characters, or by cells in a line of bars."""
    return line.count("|", 0, at) if _barred(line) else at


def _barred(line: str) -> bool:
    """Whether bars part the cells of a line; one alone may part anything."""
    return line.count("|") > 1


def _edges(line: str, word: re.Match[str], shift: int = 0) -> Edges:
    """How far in a word begins and ends; a cell of a line of bars is one place."""
    begins, ends = (place_of(line, at) + shift for at in word.span())
    return begins, max(begins, ends - 1)


def _apart(edges: Edges, mark: int) -> tuple[int, float]:
    """How far a mark stands from the word of a column, and from its middle."""
    begins, ends = edges
    return max(begins - mark, mark - ends, 0), abs((begins + ends) / 2 - mark)


def _turns(words: Sequence[re.Match[str]]) -> list[int]:
    """Which vote of the list each column belongs to: each begins with the same word."""
    opening = words[0]["choice"].casefold()
    return list(accumulate(m["choice"].casefold() == opening for m in words))


def _cell_start(section: re.Match[str]) -> int:
    """How far in the cell begins in which a paragraph stands: "Omröstning § 188"."""
    start = section.string.rfind("  ", 0, section.start()) + 2
    return start if "§" not in section.string[start : section.start()] else section.start()


def _choice(match: re.Match[str]) -> Choice:
    return _CHOICES[match["choice"].casefold()]


def _section_at(place: int, sections: Sequence[re.Match[str]]) -> str:
    """The paragraph that a column stands below: the last that begins before it."""
    before = [m["number"] for m in sections if _cell_start(m) <= place + _ASKEW]
    return before[-1] if before else ""


def _row(
    context: Context, line: str, head: _Head
) -> Iterator[tuple[str, tuple[str, str | None, Choice]]]:
    """What a line tells of one person: for each vote the one choice that is marked."""
    cells = [(m.start(), m[0]) for m in CELL.finditer(line)]
    who = who_in(context, [text for _, text in cells[:4]], lettered=head.lettered)
    if who is None:
        return
    if head.seated and (name := _stand_in([text for _, text in cells[1:4]])):
        who = (name, who[1])
    first = min(begins for (begins, _), _, _ in head.columns)
    marks = [place_of(line, m.start()) for m in _MARK.finditer(line)]
    near = first - (0 if _barred(line) else _ASKEW - 1)
    marks = [mark for mark in marks if mark >= near]
    chosen = [min(head.columns, key=lambda c: _apart(c[0], mark)) for mark in marks]
    for number in dict.fromkeys(section for _, _, section in head.columns):
        own = [choice for _, choice, section in chosen if section == number]
        if len(own) == 1:
            yield number, (*who, own[0])


# The column of those who sat in a member's place.
_SEATED = re.compile(r"\bersättare\b", re.IGNORECASE)


def _stand_in(cells: Sequence[str]) -> str | None:
    """Who voted in the place of the member whose line it is."""
    named = next((match for cell in cells if (match := _NAME.fullmatch(cell))), None)
    return " ".join(named["name"].split()) if named else None


# The letters of a party that the document names nowhere else, below a word for parties.
_LETTERED = re.compile(r"\bparti\b", re.IGNORECASE)
_LOCAL, _NOBODY = re.compile(r"[A-ZÅÄÖ]{1,4}!?"), re.compile(r"(?!)")


def who_in(
    context: Context, cells: Sequence[str], *, lettered: bool
) -> tuple[str, str | None] | None:
    """The name in the first cell, or behind a number; the party beside it or in the next.
    ``lettered``: a column is for the party, whose letters may stand nowhere else."""
    local = _LOCAL if lettered else _NOBODY
    for place, cell in enumerate(cells[:2]):
        named = _NAME.match(cell)
        if named is None:
            continue
        beside = cells[place + 1] if place + 1 < len(cells) else ""
        told = _party(context, beside) or local.fullmatch(beside.strip("()"))
        letters = named["party"] or (beside.strip("()") if told else None)
        return " ".join(named["name"].split()), canonical(letters) if letters else None
    return None


def _party(context: Context, cell: str) -> bool:
    return cell.strip("()").upper() in context.letters or cell == "-"
