"""Local parties by their whole names, as far as the document itself ties them to letters."""

import re
from collections.abc import Collection, Iterable, Mapping

from pipeline.language.mention import Mention
from pipeline.language.names import fold
from pipeline.language.party_mentions import find_parties
from pipeline.language.party_names import LETTERS, canonical, known_letters

_WORD = r"[A-ZÅÄÖ][\wåäö-]*"
_ENDS = (
    r"(?:partiet|listan|demokraterna|samling(?:en)?|framtid|alternativet|initiativet?|väl|bästa|"
    r"intressen|folkviljan)"
)
_NAME = rf"(?:{_WORD} (?:[\wåäö]+ )?)?(?:[A-ZÅÄÖ]?[\wåäö-]*{_ENDS})"
# "Lokalpartiet i Ås", "Åslistan Väst"
_PLACE = rf"(?: (?:i |för )?{_WORD})"
# "Åpartiet (ÅP)", "Medborgerlig samling (MED)"
_GIVEN = re.compile(rf"\b(?P<name>{_NAME}{_PLACE}?) \((?P<party>{LETTERS})\)")
_MAY_BE_GIVEN = re.compile(rf"{_ENDS}{_PLACE}? \(")
_LONG = re.compile(r"\b[A-ZÅÄÖ][a-zåäö]{2,}(?:partiet|listan|demokraterna)(?=s?\b)")
_LAST = {"partiet": "P", "listan": "L", "demokraterna": "D"}


# "Förnya Ås reserverar sig", "Förnya Ås och Moderaterna reserverar sig"
_ACTING = re.compile(
    r"\b(?P<name>[A-ZÅÄÖ][a-zåäö]{2,}(?: för)?(?: [A-ZÅÄÖ][a-zåäö]+){1,2})"
    r"(?=\s+(?:(?:och|samt)\s+[^.\n]{0,60}?\s)?(?:reserverar|yrkar|deltar|avstår|instämmer|lämnar)\b)"
)


def local_parties(
    content: str, letters: Iterable[str], people: Collection[str] = ()
) -> dict[str, str]:
    """The letters of each local party whose name the document prints, by the name in lower
    case: those in parentheses behind it, else the only ones of the document that abbreviate
    it. ``people`` are folded names of those who are no party."""
    unknown = frozenset(letters) - known_letters()
    found: dict[str, set[str]] = {}
    for match in _GIVEN.finditer(content) if _MAY_BE_GIVEN.search(content) else ():
        if party := canonical(match["party"]):
            found.setdefault(match["name"].casefold(), set()).add(party)
    for name in {match[0] for match in _LONG.finditer(content)}:
        fitting = {one for one in unknown if _abbreviates(one, name)}
        if name.casefold() not in found and len(fitting) == 1:
            found[name.casefold()] = fitting
    for name in {m["name"] for m in _ACTING.finditer(content)} if unknown else ():
        fitting = {one for one in unknown if _initials(one, name)}
        if fold(name) not in people and name.casefold() not in found and len(fitting) == 1:
            found[name.casefold()] = fitting
    return {name: next(iter(some)) for name, some in found.items() if len(some) == 1}


def _initials(letters: str, name: str) -> bool:
    """Whether letters stand in this order in a name of several words, those that begin its
    words among them: "FNÅ" in "Förnya Ås"."""
    words = [word for word in name.upper().split() if word != "FÖR"]
    rest = iter("".join(words))
    begun = iter(letters)
    return (
        len(letters) > len(words)
        and letters[0] == words[0][0]
        and all(letter in rest for letter in letters)
        and all(word[0] in begun for word in words)
    )


def _abbreviates(letters: str, name: str) -> bool:
    """Whether letters stand in this order in a name, the first in its place and the last for
    its ending: "SJVP" in "Sjukvårdspartiet"; or three or more without the ending."""
    ending = next(end for end in _LAST if name.endswith(end))
    rest = iter(name.upper().removesuffix(ending.upper()))
    inside = letters[:-1] if letters[-1] == _LAST[ending] else letters
    told = len(inside) < len(letters) or len(letters) > _SHORT
    return told and letters[0] == name[0].upper() and all(letter in rest for letter in inside)


_SHORT = 2


def named_alone(parties: Iterable[str | None]) -> dict[str, str]:
    """Parties known by their names only, which stand for their letters: by the name in lower
    case."""
    return {one.casefold(): one for one in parties if one and re.search(r"[a-zåäö]", one)}


# "Åpartiet", "Eva Ek (Åpartiet)": a party all the same, whose letters nobody tells.
_UNTOLD = re.compile(
    r"(?:(?P<name>[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+){1,3}) )?"
    r"(?P<party>\(?\b[A-ZÅÄÖ][a-zåäö]*(?:partiet|listan)s?\b\)?)"
)


def find_local(text: str, names: Mapping[str, str]) -> list[Mention]:
    """Local parties named in a text, with the letters behind them; without, where nobody
    tells their letters."""
    named = _with_letters(text, names)
    if "partiet" not in text and "listan" not in text:
        return named
    untold = [
        Mention(m.start(), m.end(), m["name"], ())
        for m in _UNTOLD.finditer(text)
        if bool(m["name"]) == m["party"].startswith("(")
        and not find_parties(m["party"], known_letters())
    ]
    return [*named, *(one for one in untold if one.start not in {x.start for x in named})]


def _with_letters(text: str, names: Mapping[str, str]) -> list[Mention]:
    if not names:
        return []
    some = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    named = re.compile(rf"\b(?P<name>{some})s?\b(?:\s\({LETTERS}\))?", re.IGNORECASE)
    return [
        _beside_name(text, m, names[m["name"].casefold()])
        for m in named.finditer(text)
        # "för kommunens bästa" is no party
        if m[0][0].isupper() or names[m["name"].casefold()].isupper()
    ]


# "Eva Ek (Viks Bästa)"
_WHO = re.compile(r"(?P<who>[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+){1,3}) \(\Z")


def _beside_name(text: str, match: re.Match[str], party: str) -> Mention:
    """A party, or who stands before it where it is in brackets."""
    who = _WHO.search(text, max(0, match.start() - 60), match.start())
    if who is None or text[match.end() : match.end() + 1] != ")":
        return Mention(match.start(), match.end(), None, (party,))
    return Mention(who.start(), match.end() + 1, who["who"], (party,))
