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
