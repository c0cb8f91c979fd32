"""Remarks that only the list of a matter's documents names: "Yttrande från S, V och MP".

A paper in the list is no act at the meeting by itself; where the same parties' paper is
printed right below the minutes, it was handed in with them.
"""

import re
from collections.abc import Iterator, Sequence

from pipeline.extraction.context import Context, mentioned
from pipeline.extraction.entry import Entry
from pipeline.extraction.outline import Section
from pipeline.extraction.printed import Paper
from pipeline.models import Span
from pipeline.words import Act

_DOCUMENTS = re.compile(r"handling|underlag|bilag", re.IGNORECASE)
_LISTED = re.compile(
    # alone on its line, or after a number or another paper on the same line
    r"(?:^[ \t]*(?:(?:\d+\.|[-–•])[ \t]*)?|(?<=\s)\d{1,2}\.[ \t]+|"
    r"(?<=[\d.)][ \t])(?-i:(?=[YSP])))"
    r"(?:skriftligt[ \t]+)?"
    r"(?P<act>(?:särskilt[ \t]+)?yttrande|särskilt[ \t]+uttalande|protokollsanteckning)"
    r"[ \t]+(?P<who>(?:från[ \t]|(?-i:[A-ZÅÄÖ]{1,4})(?=,|[ \t]))[^\n]+)",
    re.IGNORECASE | re.MULTILINE,
)
_ACTS = {
    "yttrande": Act.SÄRSKILT_YTTRANDE,
    "särskilt yttrande": Act.SÄRSKILT_YTTRANDE,
    "särskilt uttalande": Act.SÄRSKILT_UTTALANDE,
    "protokollsanteckning": Act.PROTOKOLLSANTECKNING,
}


def handed_in(
    context: Context,
    parts: Sequence[Section],
    found: Sequence[Entry],
    printed: Sequence[Paper],
) -> Iterator[Entry]:
    """The remarks listed among a matter's documents and printed below, that nothing found in
    the minutes records."""
    recorded = {(entry.act, frozenset(entry.parties)) for entry in found}
    for part in parts:
        if not _DOCUMENTS.match(part.label):
            continue
        for listed in _LISTED.finditer(context.content, part.start, part.end):
            act = _ACTS[" ".join(listed["act"].casefold().split())]
            parties = _parties(context, listed["who"])
            own = [one for one in printed if act in one.acts and one.parties == {*parties}]
            if len(own) == 1 and not {(a, own[0].parties) for a in own[0].acts} & recorded:
                lead = Span(listed.start(), listed.end())
                yield Entry(act, (), parties, own[0].span, lead, act)


def _parties(context: Context, who: str) -> tuple[str, ...]:
    """The parties a listed paper is from: they are named right after "från"."""
    said = who if who[:4].casefold() == "från" else f"från {who}"
    found: list[str] = []
    edge = len("från")
    for one in mentioned(context, said):
        if one.name or not _JOINS.fullmatch(said, edge, one.start):
            break
        found += one.parties
        edge = one.end
    return tuple(dict.fromkeys(found))


_JOINS = re.compile(r"\s*\(?\s*|\s*(?:,|och|samt)\s*")
