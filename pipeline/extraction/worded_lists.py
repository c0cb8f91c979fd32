"""Lists of names with a column for each vote, in which the choice itself stands: "Namn  Parti
§ 55  § 58 huvudomröstning" above "Eva Ek  S  Ja  Avstår"."""

import re
from collections.abc import Iterator

from pipeline.extraction.context import Context
from pipeline.extraction.marked_lists import CELL, Ballots, place_of, who_in
from pipeline.words import Choice

_CHOICES = {
    "ja": Choice.JA,
    "nej": Choice.NEJ,
    "avst": Choice.AVSTÅR,
    "avstår": Choice.AVSTÅR,
    "avstod": Choice.AVSTÅR,
    "frånv": Choice.FRÅNVARANDE,
    "frånvarande": Choice.FRÅNVARANDE,
}
_NAMES = re.compile(r"(?:för- och efter)?namn|ledam(?:ot|öter)(?:/ersättare)?", re.IGNORECASE)
# "§ 55", "Omröstning § 55", "§ 58 huvudomröstning"
_VOTE = re.compile(
    r"(?:(?:om)?(?:röstning|votering)(?:en)?\s+)?§\s*(?P<number>\d{1,4})\b[^§]*", re.IGNORECASE
)
_ASKEW = 5

Columns = list[tuple[int, str]]  # how far in a vote stands, and the key of its list


def worded_lists(context: Context, content: str) -> dict[str, Ballots]:
    """Who voted how by each column of the lists in a stretch of text, by the number of its
    paragraph; a second column of the same paragraph is "58 (2)"."""
    found: dict[str, Ballots] = {}
    columns: Columns = []
    for line in content.split("\n"):
        if headed := _columns(line):
            columns = headed
        elif columns:
            for key, row in _row(context, line, columns):
                found.setdefault(key, []).append(row)
    return found


def _columns(line: str) -> Columns:
    """The votes that a head of names names, one or several of each paragraph."""
    cells = list(CELL.finditer(line))
    if not any(_NAMES.fullmatch(cell[0]) for cell in cells[:2]):
        return []
    found: Columns = []
    for cell in cells:
        if vote := _VOTE.fullmatch(cell[0]):
            own = [key for _, key in found if key.split()[0] == vote["number"]]
            key = f"{vote['number']} ({len(own) + 1})" if own else vote["number"]
            found.append((place_of(line, cell.start()), key))
    return found


def _row(
    context: Context, line: str, columns: Columns
) -> Iterator[tuple[str, tuple[str, str | None, Choice]]]:
    """What a line tells of one person: for each vote the choice in its column."""
    cells = list(CELL.finditer(line))
    who = who_in(context, [cell[0] for cell in cells[:4]], lettered=True)
    if who is None:
        return
    for cell in cells:
        choice = _CHOICES.get(cell[0].casefold().strip(" ."))
        place = place_of(line, cell.start())
        near, key = min(columns, key=lambda column: abs(column[0] - place))
        if choice and abs(near - place) <= (0 if line.count("|") > 1 else _ASKEW):
            yield key, (*who, choice)
