"""Acts that the text tells of and no row came of, and why: where a form may be unknown."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extraction.clauses import Clause, clauses
from pipeline.extraction.context import Context
from pipeline.extraction.elsewhere import retold
from pipeline.extraction.outline import Section
from pipeline.extraction.statements import OPENERS
from pipeline.models import Position, Statement, Vote

Row = Statement | Position | Vote
# Sections that are there for an act; of such a one without any, the form is unknown.
_FOR_ACTS = frozenset(
    {
        *("yrkande", "votering", "reservation", "särskilt uttalande", "särskilt yttrande"),
        *("protokollsanteckning", "ersättaryttrande", "jäv", "deltar ej"),
    }
)


# "Ingen reserverar sig.", "Inga yrkanden"
_NOBODY = re.compile(r"ing(?:en|a|et)\b[^.\n]{0,80}\.?", re.IGNORECASE)
# "Vid behandlingen av ärendet yttrar sig …": who spoke
_SPOKE = re.compile(r"[^.:]{0,120}\byttra(?:r|de)\s+sig\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unread:
    """An act by its name in acts.toml, who did it, its words, and why it became no row."""

    act: str
    who: tuple[str, ...]
    words: str
    why: str


def is_read(part: Section) -> bool:
    """Whether acts are looked for in a section."""
    return bool(OPENERS.get(part.kind))


def unread_acts(
    context: Context, parts: Sequence[Section], rows: Sequence[Row]
) -> Iterator[Unread]:
    """Acts of somebody named, anywhere in a matter, that are in none of its ``rows``."""
    for part in parts:
        for clause in clauses(context, part.start, part.end):
            who = clause.persons or clause.parties
            if who and not any(_holds(row, clause, context.content) for row in rows):
                words = context.content[clause.start : clause.end]
                yield Unread(clause.act, who, words, _why(context, part, clause))


def without_acts(
    context: Context, parts: Sequence[Section], rows: Sequence[Row]
) -> Iterator[Section]:
    """Sections for acts, with text, that none of the ``rows`` of the matter came from."""
    for part in parts:
        text = context.content[part.start : part.end].strip()
        nothing = _NOBODY.fullmatch(text) or _SPOKE.match(text)
        if part.kind in _FOR_ACTS and text and not nothing:
            places = [(row.start, row.end) for row in rows]
            if not any(_overlap(part, *place) for place in places):
                yield part


def _overlap(part: Section, start: int | None, end: int | None) -> bool:
    return start is not None and end is not None and start < part.end and part.start < end


def _holds(row: Row, clause: Clause, content: str) -> bool:
    """Whether a row has the words of a clause, or those that it leads to."""
    if isinstance(row, Vote) and clause.act in ("röstar", "avstår"):
        return True
    if row.start is None or row.end is None:
        return False
    if row.start < clause.end:
        return clause.start < row.end
    return not content[clause.end : row.start].strip(" \n:.,")


def _why(context: Context, part: Section, clause: Clause) -> str:
    if not is_read(part):
        return f"står under ”{part.label}”"
    if retold(context, part, clause.start):
        return "återger ett annat möte"
    if clause.act == "yttrar sig":
        return "säger bara att någon talade"
    return "blev ingen egen rad; stämmer det inte är formen okänd för programmet"
