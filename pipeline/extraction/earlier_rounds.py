"""Rounds in other bodies that minutes print above what happened at the meeting itself.

"Kommunstyrelsen 2024-05-28 § 102" opens such a round, with headings of its own; "Dagens
sammanträde" closes the last of them. Without both, whose round it is cannot be told.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

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
    return max(found, default=None)


def _of_today(label: str, body: str) -> bool:
    told = _TODAY.fullmatch(label)
    named = told and (told["body"] or told["moved"])
    return told is not None and (not named or named.casefold() == body.casefold())


def _is_own(named: re.Match[str], body: str, date: str | None) -> bool:
    return named["body"].casefold() == body.casefold() and first_date(named[0]) == date


def _first_round(
    content: str, parts: Sequence[Section], today: int, own: tuple[str, str | None]
) -> int | None:
    """Where the first round of another body opens, with acts of its own below it."""
    for part in parts:
        told = _TODAY.fullmatch(part.label)
        starts = [part.heading.start] if told and not _of_today(part.label, own[0]) else []
        for line in lines_of(content, Span(part.start, min(part.end, today))):
            named = _ROUND.fullmatch(line.text)
            starts += [line.start] if named and not _is_own(named, *own) else []
        if starts:
            return starts[0] if _acts_between(parts, starts[0], today) else None
    return None


def _acts_between(parts: Sequence[Section], start: int, end: int) -> bool:
    return any(start < part.heading.start < end and part.kind in _ACTS for part in parts)
