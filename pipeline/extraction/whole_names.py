"""People whose national party stands beside them by its whole name, without letters."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from pipeline.language.names import fold
from pipeline.models import Attendance
from pipeline.reference import parties

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
    for match in _beside().finditer(content):
        name = " ".join((match["name"] or match["listed"]).split())
        if not _lists_parties(name):
            yield name, letters_of(match["party"] or match["member"])


def _lists_parties(name: str) -> bool:
    """ "Yttrande Vänsterpartiet, Miljöpartiet": no name stands before the second."""
    words = name.casefold().split()
    return any(" ".join(words[place:]) in _letters() for place in range(len(words)))


def with_whole_names(content: str, rows: Iterable[Attendance]) -> tuple[Attendance, ...]:
    """Rows of people without letters, with the one party they stand beside."""
    beside: dict[str, set[str]] = defaultdict(set)
    for name, party in wholly_named(content):
        beside[fold(name)].add(party)
    sure = {name: next(iter(some)) for name, some in beside.items() if len(some) == 1}
    return tuple(replace(row, party=row.party or sure.get(fold(row.name))) for row in rows)


_WHOLE = re.compile(r"(?:erna|partiet|gröna|initiativ)\Z")


@cache
def _letters() -> dict[str, str]:
    return {
        word: one.short
        for one in parties()
        for word in (one.name.casefold(), *one.words)
        if one.municipality is None and _WHOLE.search(word)
    }


@cache
def _beside() -> re.Pattern[str]:
    longest_first = sorted(_letters(), key=len, reverse=True)
    party = f"(?i:{'|'.join(map(re.escape, longest_first))})"
    return re.compile(
        rf"(?:\b{_NAME}[^\S\n]+\((?P<party>{party})\)|"
        rf"^[ \t]*(?:(?:[-–•*]|\d{{1,2}}[.)])[ \t]+)?{_NAME.replace('<name>', '<listed>')},"
        rf"[^\S\n]+(?P<member>{party})(?!\w|,?\s+(?:(?:och|samt)\s+)?(?:{party})\b))",
        re.MULTILINE,
    )
