"""Tables of ballots that have lost their line ends: "Ledamot   Ja   Nej Eva Ek (S)   X Bo …".

Each row still begins with a name; how far behind it the mark stands tells the column. A name
that went over two lines goes on behind its mark: "Eva Ekman   nej (M)".
"""

import re
from collections.abc import Iterator

from pipeline.extraction.context import Context, mentioned, resolve_mention
from pipeline.language.mention import Mention
from pipeline.words import Choice

_CHOICES = {"ja": Choice.JA, "nej": Choice.NEJ, "avstår": Choice.AVSTÅR}
_HEAD = re.compile(
    r"\bledam(?:ot|öter)[ ]{3,}ja[ ]{2,}nej(?:[ ]{2,}avstår)?[ ]+(?=(?-i:[A-ZÅÄÖ]))",
    re.IGNORECASE,
)
# "Ja-röst      Nej-röst": the names stand in columns below
_PAIRED = re.compile(
    r"^[ \t|]*ja(?:-?röst(?:er)?)?(?:[ ]{3,}|[ \t]*[|\t][ \t]*)nej(?:-?röst(?:er)?)?"
    r"(?:(?:[ ]{3,}|[ \t]*[|\t][ \t]*)avst\w*)?[ \t|]*$",
    re.IGNORECASE | re.MULTILINE,
)
_CELL = re.compile(r"[^\s|](?:[^\n|\t]*?[^\s|])??(?=[ ]{2,}|[ \t]*[|\t]|[ \t]*$)")
_RULE = re.compile(r"[\s|:-]*")
_NAME = re.compile(r"(?:[A-ZÅÄÖ][^\d:;()]{3,60}\([A-ZÅÄÖ]{1,4}\)(?:,? och |, | |$))+")
_WORD = re.compile(r"\b(?:ja|nej|avstår)\b", re.IGNORECASE)
_ROW = re.compile(r"(?P<who>\S.*?)[ ]{3,}(?P<mark>X|(?i:ja|nej|avstår))(?=\s|$)")
# "(M) Siv Ryd (V)": how the name above went on, before the next
_WENT_ON = re.compile(r"(?P<rest>[^()]*\([^()]{1,4}\))[ ]*")
_PARTY = re.compile(r"\([^()]{1,4}\)\s*$")


def row_ballots(context: Context, text: str) -> list[tuple[Mention, Choice]]:
    """Who voted how by the tables in a stretch whose rows stand on one line."""
    rows = (row for head in _HEAD.finditer(text) for row in _rows(text, head))
    found = ((mentioned(context, name), choice) for name, choice in rows)
    return [
        (resolve_mention(context, people[0]), choice)
        for people, choice in found
        if len(people) == 1 and people[0].name
    ]


def paired_ballots(context: Context, text: str) -> list[tuple[Mention, Choice]]:
    """Who voted how by names in columns below "Ja-röst" and "Nej-röst"."""
    found: list[tuple[Mention, Choice]] = []
    for head in _PAIRED.finditer(text):
        columns = {_place(m): _choice_of(m[0]) for m in _CELL.finditer(head[0])}
        for line in text[head.end() :].lstrip("\n").split("\n"):
            cells = list(_CELL.finditer(line))
            if not _RULE.fullmatch(line) and not all(_NAME.fullmatch(m[0]) for m in cells):
                break
            for cell in cells:
                near = min(columns, key=lambda place: abs(place - _place(cell)))
                named = mentioned(context, cell[0])
                people = [resolve_mention(context, one) for one in named if one.name]
                found += [(one, columns[near]) for one in people]
    return found


def _place(cell: re.Match[str]) -> int:
    """How far in a cell stands: by characters, or by bars."""
    line = cell.string
    return line.count("|", 0, cell.start()) if "|" in line else cell.start()


def _choice_of(word: str) -> Choice:
    return (
        Choice.JA
        if word[:2].casefold() == "ja"
        else _CHOICES.get(word[:3].casefold(), Choice.AVSTÅR)
    )


def _rows(text: str, head: re.Match[str]) -> Iterator[tuple[str, Choice]]:
    columns = {m.start() - head.start(): _CHOICES[m[0].casefold()] for m in _words(head)}
    line = text[head.end() :].split("\n", 1)[0]
    name, choice = "", Choice.JA
    end = 0
    for row in _ROW.finditer(line):
        begins = row.start("who")
        went_on = _WENT_ON.match(line, begins) if name and not _PARTY.search(name) else None
        if went_on:
            name, begins = f"{name} {went_on['rest']}", went_on.end()
        if name:
            yield name, choice
        name, end = line[begins : row.end("who")].strip(), row.end()
        choice = _choice(row, begins, columns)
    rest = "" if _PARTY.search(name) else line[end:]
    if name:
        yield f"{name} {rest}".strip(), choice


def _words(head: re.Match[str]) -> Iterator[re.Match[str]]:
    return _WORD.finditer(head.string, head.start(), head.end())


def _choice(row: re.Match[str], begins: int, columns: dict[int, Choice]) -> Choice:
    """The choice that a mark says, or below which it stands."""
    said = _CHOICES.get(row["mark"].casefold())
    place = row.start("mark") - begins
    return said or columns[min(columns, key=lambda column: abs(column - place))]
