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
    another date, with a decision, a meeting or an item number, or, in the background, tells
    what another body did."""
    content = context.content
    start = max(section.start, content.rfind("\n\n", 0, offset) + 1)
    stop = content.find("\n\n", offset, section.end)
    stop = stop if stop > 0 else section.end
    alone = _ALONE.match(content, offset, stop) if _begins(content, offset) else None
    paragraph = content[offset : alone.end()] if alone else content[start:stop]
    if section.kind == "bakgrund" and _of_another_body(context, content[start:offset]):
        return True
    dates = {date for _, date in find_dates(paragraph)}
    return bool(dates - {context.date}) and bool(_EARLIER.search(paragraph))


# "Arbetsutskottet behandlade ärendet", "Vid nämndens sammanträde"
_MET = re.compile(
    r"\b(?P<body>\w*(?:nämnd|styrelse|utskott|beredning|fullmäktige))(?:en|et|n)?(?:"
    r"\s+(?:behandlade|beslutade|beslöt|sammanträdde|ajournerade)|s\s+(?:sammanträde|möte|"
    r"behandling|beslut))\b",
    re.IGNORECASE,
)


def _of_another_body(context: Context, told: str) -> bool:
    """Whether the last meeting told of is that of another body than the one that meets."""
    met = list(_MET.finditer(told))
    own = (context.body or "").casefold()
    return bool(met and own) and met[-1]["body"].casefold() not in own


# "Eva Ek (S) yrkar att …", a sentence on lines of its own and in the present tense
_ALONE = re.compile(r"[^.:]{0,160}?\byrkar\b[^.]*\.", re.IGNORECASE)


def _begins(content: str, offset: int) -> bool:
    """Whether a sentence begins at an offset, at the beginning of a line."""
    above = content[:offset].rstrip(" \t")
    return above.endswith("\n") and above.rstrip()[-1:] in (".", ":", "?")


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
