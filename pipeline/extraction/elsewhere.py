"""What the text tells of other meetings than the one it is the minutes of."""

import re

from pipeline.extraction.clauses import Clause
from pipeline.extraction.context import Context
from pipeline.extraction.outline import Section
from pipeline.language.dates import find_dates

_EARLIER = re.compile(
    r"\b(?:beslutade|beslöt|sammanträde|behandlade|föreslagit)|§\s*\d+", re.IGNORECASE
)


def retold(context: Context, section: Section, offset: int) -> bool:
    """Whether the paragraph at an offset of a section tells of another meeting: it gives
    another date, with a decision, a meeting or an item number."""
    start = max(section.start, context.content.rfind("\n\n", 0, offset) + 1)
    stop = context.content.find("\n\n", offset, section.end)
    paragraph = context.content[start : stop if stop > 0 else section.end]
    dates = {date for _, date in find_dates(paragraph)}
    return bool(dates - {context.date}) and bool(_EARLIER.search(paragraph))


_BODY = r"i\s+(?:\w+\s+)?(?P<{}>\w*(?:nämnden|styrelsen|utskottet|beredningen|fullmäktige))\b"
# "som reserverade sig i nämnden", "i nämnden reserverade sig", told in the council
_IN_BODY = re.compile(
    rf"reserverade\s+sig\s+(?:\w+\s+)?{_BODY.format('after')}|"
    rf"\b{_BODY.format('before')}\s+reserverade\s+sig",
    re.IGNORECASE,
)


def reserved_elsewhere(context: Context, clause: Clause) -> bool:
    """Whether a reservation was made in another body than the one that meets."""
    told = _IN_BODY.search(context.content, clause.start, clause.end)
    if clause.act != "reservation" or told is None:
        return False
    body = (told["after"] or told["before"]).casefold()
    return body not in (context.body or body).casefold()
