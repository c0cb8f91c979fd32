"""People whose party stands beside them by its whole name, without letters."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from pipeline.language.names import fold
from pipeline.models import Attendance
from pipeline.reference import parties
from pipeline.words import SERVING, Role

_WORD = r"[A-ZÀ-ÖØ-ÞŠŽČ][\w'’´-]+"
_NAME = (
    rf"(?P<name>{_WORD}(?:[^\S\n]+(?:von|van|de|af|al|el)(?=\s))?(?:[^\S\n]+{_WORD}){{1,3}})"
)


def letters_of(name: str) -> str:
    """The letters of a national party by its whole name; any other name as it is."""
    bare = " ".join(name.split()).casefold()
    return _letters().get(bare, name)


def wholly_named(content: str) -> Iterator[tuple[str, str]]:
    """Names with the letters of the party beside them: "Eva Ek (Moderaterna)", and "Eva Ek,
    Moderaterna" where a line begins so. Of several parties in a row none is the person's."""
    for match in _all_beside(content):
        name = " ".join((match["name"] or match["listed"]).split())
        if not _lists_parties(name):
            yield name, letters_of(match["party"] or match["member"])


def _lists_parties(name: str) -> bool:
    """ "Yttrande Vänsterpartiet, Miljöpartiet": no name stands before the second."""
    words = name.casefold().split()
    return any(" ".join(words[place:]) in _letters() for place in range(len(words)))


# "Ola Fält, Framtid Åkerö", and "…, för Rolf Strid" behind it
_LOCALLY = re.compile(
    rf"^[ \t]*(?:(?:[-–•*]|\d{{1,2}}[.)])[ \t]+)?{_NAME},[^\S\n]+"
    rf"(?P<party>{_WORD}(?:[^\S\n]+(?:för[^\S\n]+)?{_WORD}){{0,3}})"
    r"(?=[ \t]*(?:$|[,;§]|\(\D))",
    re.MULTILINE,
)
_OFFICE = re.compile(r"(?:sekreterare|chef|direktör|ordförande|ledamot|ersättare)\b", re.I)
_SEVERAL = 2


def locally_named(content: str) -> dict[str, str]:
    """Folded names with the local party beside each in a list where national ones stand so
    too. Several people must stand beside it: one could be an official or a guest."""
    national = [m for m in _all_beside(content) if m["member"]]
    if len(national) < _SEVERAL:
        return {}
    listed: dict[str, str] = {}
    for match in _LOCALLY.finditer(content):
        party = " ".join(match["party"].split())
        if party.casefold() not in _letters() and not _OFFICE.search(party):
            listed[fold(" ".join(match["name"].split()))] = party
    times = Counter(listed.values())
    return {name: party for name, party in listed.items() if times[party] >= _SEVERAL}


def with_whole_names(content: str, rows: Iterable[Attendance]) -> tuple[Attendance, ...]:
    """Rows of people without letters, with the one party they stand beside; a local one only
    those who may serve."""
    beside: dict[str, set[str]] = defaultdict(set)
    for name, party in wholly_named(content):
        beside[fold(name)].add(party)
    sure = {name: next(iter(some)) for name, some in beside.items() if len(some) == 1}
    local = locally_named(content)
    return tuple(
        replace(row, party=row.party or sure.get(fold(row.name)) or _local(row, local))
        for row in rows
    )


def _local(row: Attendance, local: Mapping[str, str]) -> str | None:
    seated = row.role in SERVING or row.role == Role.ERSÄTTARE
    return local.get(fold(row.name)) if seated else None


_WHOLE = re.compile(r"(?:erna|partiet|gröna|initiativ)\Z")


@cache
def _letters() -> dict[str, str]:
    return {
        word: one.short
        for one in parties()
        for word in (one.name.casefold(), *one.words)
        if one.municipality is None and _WHOLE.search(word)
    }


def _all_beside(content: str) -> Iterable[re.Match[str]]:
    # Few documents have any party where it would stand: to try every name would cost more.
    return _beside().finditer(content) if _party_beside().search(content) else ()


@cache
def _any_party() -> str:
    longest_first = sorted(_letters(), key=len, reverse=True)
    return f"(?i:{'|'.join(map(re.escape, longest_first))})"


@cache
def _party_beside() -> re.Pattern[str]:
    return re.compile(rf"(?:\(|,[^\S\n]+){_any_party()}")


@cache
def _beside() -> re.Pattern[str]:
    party = _any_party()
    return re.compile(
        rf"(?:\b{_NAME}[^\S\n]+\((?P<party>{party})\)|"
        rf"^[ \t]*(?:(?:[-–•*]|\d{{1,2}}[.)])[ \t]+)?{_NAME.replace('<name>', '<listed>')},"
        rf"[^\S\n]+(?P<member>{party})(?!\w|,?\s+(?:(?:och|samt)\s+)?(?:{party})\b))",
        re.MULTILINE,
    )
