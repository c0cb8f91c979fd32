"""Rounds in other bodies that minutes print above what happened at the meeting itself.

"Kommunstyrelsen 2024-05-28 § 102" opens such a round, with headings of its own; "Dagens
sammanträde" closes the last of them. So do the names of both bodies, each alone on the line
above a heading such as "Yrkanden". Without both, whose round it is cannot be told.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.extraction.outline import Section, lines_of
from pipeline.language.dates import first_date
from pipeline.models import Span

_BODY = (
    r"(?P<body>(?:[A-ZÅÄÖ][\wåäö]+\s)?(?:[A-ZÅÄÖ][\wåäö]*(?:-,?\s(?:och\s)?[\wåäö]+)?)?(?:styrelse|nämnd|utskott|fullmäktige|beredning)"
    r"(?:ns?|ens?|ets?|s)?(?:\s[\wåäö]*(?:utskott|beredning|presidium)(?:et|en)?)?)"
)
_DAY = r"(?:den\s+)?(?:\d{4}-\d\d-\d\d|\d{1,2}\s+[a-zåäö]{3,9}\s+\d{4})"
_ITEM = r"§+\s*\d{1,4}(?:/\d{2,4})?"
_ROUND = re.compile(
    rf"{_BODY}[s,:]?\s+(?:(?:beslut|behandling|sammanträde)\s+)?"
    rf"(?:{_DAY}(?:,?\s*{_ITEM})?|{_ITEM},?\s*{_DAY})[.:]?",
    re.IGNORECASE,
)
_TODAY = re.compile(
    r"(?:dagens|aktuellt)\s+(?:sammanträde|möte|behandling)\b.*|"
    r"(?P<body>\w+)s\s+(?:behandling|överläggning)\b.*|"
    r"(?P<moved>\w*(?:fullmäktige|styrelsen|nämnden|utskottet|beredningen))s\s+"
    r"besluts(?:ordning|gång)",
    re.IGNORECASE,
)
# "Arbetsutskottet" alone on its line
_ALONE = re.compile(_BODY, re.IGNORECASE)
_ACTS = frozenset({"yrkande", "reservation", "votering", "beslutsgång", "överläggning"})


def without_earlier_rounds(
    content: str, parts: Sequence[Section], body: str | None, date: str | None
) -> list[Section]:
    """The sections, those of rounds in other bodies as background."""
    today = _today(content, parts, body or "", date)
    opens = _first_round(content, parts, today, (body or "", date)) if today else None
    return [
        replace(part, kind="bakgrund")
        if opens is not None and opens <= part.heading.start < (today or 0)
        else part
        for part in parts
    ]


def _today(content: str, parts: Sequence[Section], body: str, date: str | None) -> int | None:
    """Where the last heading stands below which this meeting is told."""
    found = [part.heading.start for part in parts if _of_today(part.label, body)]
    for part in parts:
        for line in lines_of(content, Span(part.start, part.end)):
            named = _ROUND.fullmatch(line.text)
            if named and _is_own(named, body, date):
                found.append(line.start)
    found += [start for start, named in _named_above(content, parts) if _same(named, body)]
    return max(found, default=None)


def _named_above(content: str, parts: Sequence[Section]) -> Iterator[tuple[int, str]]:
    """Where a body's name stands alone right above the heading of an act, and the name."""
    for part, below in pairwise(parts):
        lines = [line for line in lines_of(content, Span(part.start, part.end)) if line.text]
        named = _ALONE.fullmatch(lines[-1].text) if lines and below.kind in _ACTS else None
        if named:
            yield lines[-1].start, named["body"]


def _same(named: str, body: str) -> bool:
    return named.casefold() == body.casefold()


def _of_today(label: str, body: str) -> bool:
    told = _TODAY.fullmatch(label)
    named = told and (told["body"] or told["moved"])
    return told is not None and (not named or _same(named, body))


def _is_own(named: re.Match[str], body: str, date: str | None) -> bool:
    return _same(named["body"], body) and first_date(named[0]) == date


def _first_round(
    content: str, parts: Sequence[Section], today: int, own: tuple[str, str | None]
) -> int | None:
    """Where the first round of another body opens, with acts of its own below it."""
    first = min(_openings(content, parts, today, own), default=today)
    return first if _acts_between(parts, first, today) else None


def _openings(
    content: str, parts: Sequence[Section], today: int, own: tuple[str, str | None]
) -> Iterator[int]:
    """Where rounds of other bodies open above ``today``."""
    named_above = _named_above(content, parts)
    yield from (at for at, named in named_above if at < today and not _same(named, own[0]))
    for part in parts:
        if _TODAY.fullmatch(part.label) and not _of_today(part.label, own[0]):
            yield part.heading.start
        for line in lines_of(content, Span(part.start, min(part.end, today))):
            named = _ROUND.fullmatch(line.text)
            if named and not _is_own(named, *own):
                yield line.start


def _acts_between(parts: Sequence[Section], start: int, end: int) -> bool:
    return any(start < part.heading.start < end and part.kind in _ACTS for part in parts)
