"""Lists of names beside the words of an act: who acts, and who joins them."""

import re
from collections.abc import Sequence

from pipeline.language.mention import Mention
from pipeline.reference import table

# What may stand between a name and its verb, or between two names of one list (words.toml).
BETWEEN = re.compile(
    rf"(?:[\s,;:()/•-]|\b(?:{'|'.join(table('words')['between'].split(chr(10))).strip('|')}"
    rf")(?!\w))*",
    re.IGNORECASE,
)
_WITH_SUPPORT = re.compile(
    r"(?:med\s+)?(?:instämmande|bifall|stöd|medhåll)\s+(?:av|från)\s*"
    r"(?:\w*(?:råde[tn]|ledamoten|ledamöterna|ersättar(?:en|na)|ordföranden?)\s+)?$|"
    r"\b(?:instämda?|biträd(?:s|es|d|da)|(?:under)?stö(?:ds|ddes|dd|tt))\s+av\s*$|\bå\s*$|"
    r"\bför\s+partigrupp(?:en|erna)?\s*$|"
    r"(?:\btillsammans|\bi\s+likhet|^)\s*\bmed\s*$|\bgenom\s*$|"
    r",?\s+vilket\s+(?:även|också)\s*$",
    re.IGNORECASE,
)
# "Eva Ek (S), som instämmer"
_WHO = re.compile(r"(?:^|\n|\s),?\s*som\s+$", re.IGNORECASE)


# "Moderaterna i Tallvik reserverar sig", "Vänsterpartiet Tallvik yrkar"
_OF_PLACE = re.compile(r"\s+(?:i\s+)?[A-ZÅÄÖ][\w-]+(?=\s+[a-zåäö])")


def _behind(text: str, one: Mention) -> int:
    """Where somebody named ends, with the place that a party is of."""
    place = None if one.name or one.role else _OF_PLACE.match(text, one.end)
    return place.end() if place else one.end


def list_before(text: str, verb: int, named: Sequence[Mention]) -> list[Mention]:
    """The list of names that ends at the verb, with those who support them."""
    listed: list[Mention] = []
    edge = verb
    for one in reversed([m for m in named if m.end <= verb]):
        told = text[min(_behind(text, one), edge) : edge]
        if not BETWEEN.fullmatch(_WHO.sub("", _WITH_SUPPORT.sub("", told))):
            break
        listed.insert(0, one)
        edge = one.start
    return _without_empty_role(text, listed)


# up to the verb of a list of names: "Eva Ek (S) och Bo Alm (M) yrkar"
_MOVES = re.compile(
    r"(?:\s*(?:,|och|samt)\s+[^,.;]{2,40}?\([A-ZÅÄÖ]{1,4}\))*\s+(?:har\s+)?"
    r"(?:yrka|föresl|lagt|lade|lämna)"
)


def is_support(text: str, one: Mention) -> bool:
    """Whether somebody is named as joining those who act."""
    before = text[max(0, one.start - 40) : one.start]
    # "med den ändring som Eva Ek (S) yrkar": whose it is, not who joins
    told = before.rstrip().endswith("som") and _MOVES.match(text, one.end)
    return bool(_WITH_SUPPORT.search(before)) and not told


def list_after(text: str, start: int, named: Sequence[Mention]) -> list[Mention]:
    """The list of names that begins right after the act's words."""
    listed: list[Mention] = []
    edge = start
    for one in (m for m in named if m.start >= start):
        gap = text[edge : one.start]
        alone = listed and not listed[-1].role and not _joins(gap)
        if not BETWEEN.fullmatch(gap) or (alone and not _on_its_line(text, one)):
            break
        listed.append(one)
        edge = one.end
    return _without_empty_role(text, listed)


def list_below(text: str, end: int, named: Sequence[Mention]) -> list[Mention]:
    """The names that stand below a sentence that ends with a colon, and nothing else with
    them: "Följande deltar inte i beslutet:" above one name a line."""
    if not text[:end].rstrip().endswith(":"):
        return []
    listed: list[Mention] = []
    for one in (m for m in named if m.start >= end):
        if not BETWEEN.fullmatch(text[end : one.start]):
            break
        listed.append(one)
        end = one.end
    return listed if _REST.match(text, end) else []


# what may stand behind the last name of a line
_REST = re.compile(r"[ \t.,;]*(?:\n|\Z)")
_BULLET = re.compile(r"[ \t]*(?:[-–•*][ \t]*)?")


def _on_its_line(text: str, one: Mention) -> bool:
    """Whether a name is all that its line holds."""
    begins = text.rfind("\n", 0, one.start) + 1
    alone = _BULLET.fullmatch(text, begins, one.start) and _REST.match(text, one.end)
    return begins > 0 and alone is not None


def _joins(gap: str) -> bool:
    """Two names belong to one list only with a comma or an "och" between them."""
    return bool(re.search(r",|\boch\b|\bsamt\b|/|ordförande|ledamot|ersättar", gap))


def _without_empty_role(text: str, listed: list[Mention]) -> list[Mention]:
    """ "Ordföranden Eva Ek (S)" is one person: the role goes where a name follows at once."""
    return [
        one
        for place, one in enumerate(listed)
        if not (
            one.role
            and place + 1 < len(listed)
            and not text[one.end : listed[place + 1].start].strip()
        )
    ]


def continues(text: str, found: list[Mention], one: Mention) -> bool:
    """Whether a name goes on with the list of those found."""
    gap = text[found[-1].end : one.start] if found else "x"
    return bool(found) and bool(re.fullmatch(r"\s*(?:,|och|samt)\s*(?:och\s+)?", gap))
