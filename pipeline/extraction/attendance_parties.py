"""Lists of members without letters after the names: the party stands above them as a heading,
or nowhere."""

import re

from pipeline.extraction.attendance_lists import Group
from pipeline.extraction.attendance_table import NAME
from pipeline.extraction.outline import Line
from pipeline.language.party_mentions import find_parties
from pipeline.language.party_names import LETTERS, canonical, known_letters
from pipeline.words import MEMBERS, Role

_LISTED = frozenset({*MEMBERS, Role.TJÄNSTGÖRANDE_ERSÄTTARE, Role.ERSÄTTARE})
# "Moderaterna (M), 5 mandat", "För Centerpartiet:"
_BESIDE = re.compile(
    rf"(?:för\s+)?(?:\s*\((?:{LETTERS})\))?[\s,:–-]*(?:\d+\s*(?:mandat|ledamöter|platser))?[\s:]*",
    re.IGNORECASE,
)
_LOCAL = re.compile(
    rf"[A-ZÅÄÖ][\wåäö -]*(?:partiet|listan|demokraterna|samling(?:en)?|framtid|alternativet)"
    rf"(?:\s+[A-ZÅÄÖ][\wåäö-]+)?\s*"
    rf"\((?P<party>{LETTERS})\)[\s:]*"
)
_WORDS = (
    r"ordförande|ordf|vice|v|ledamot|tjänstgör(?:ande)?|tjg?|ersätter|ersätts|ersättare|ers|för|istället|"
    r"i|stället|ej|from|tom|fr|o|m|t|kl|till|från|och|med|del|av|närvarande|frånvarande|"
    r"förste|andre|första|andra|e|anmält|förhinder|via|distans|digitalt|på|deltar|deltog"
)
_ALONE = re.compile(
    rf"(?:^|(?<=[,;]\s)|(?<=\soch\s)|(?<=ordförande\s)|(?<=\sersätts\sav\s))(?P<name>{NAME}?)"
    rf"(?:,?\s+(?P<party>{'|'.join(sorted(known_letters()))})(?!\w))?"
    rf"(?=\s*(?:$|[,;(§–-]|och\s|kl\b|t\.?o\.?m|fr\.?\s?o\.?m|tjänstgör|ersätter|för\s|"
    r"(?:\d:[ea]\s|förste\s|andre\s)?(?:vice\s|v\.?\s?)?ordf|tj(?:g\b|\.|\s)|ers\b|ledamot\b))"
)
_ROLE = re.compile(
    r"(?:(?:\d:e|förste|andre|första|andra)\s)?(?:vice\sordförande\s)?", re.IGNORECASE
)
_OFFICE = re.compile(
    r"\w*(?:sekreterare|chef|direktör|justerare|revisor|underskrifter?|salen)\b", re.IGNORECASE
)
_RUNNING = re.compile(rf"\b(?!(?:{_WORDS})\b)[a-zåäö]+")


# "S Eva Ek, ordförande", "(S) Eva Ek": the letters stand before the name
_LETTERS_FIRST = re.compile(
    r"^[ \t]*\(?(?P<party>[A-ZÅÄÖ]{1,4})\)?[ \t]+"
    rf"(?={NAME}[ \t]*(?:$|[,(§]|tj|ers|för[ \t]|[ \t]{{2,}}(?:\d:[ea][ \t]|vice|ordf|led)))",
    re.MULTILINE,
)
_MOST_LETTERS = 4


def letters_first(top: str) -> re.Pattern[str] | None:
    """The form of lines that begin with the letters of a party, where several of those known
    to all stand so."""
    found = [m["party"] for m in _LETTERS_FIRST.finditer(top)]
    known = [one for one in found if one in known_letters()]
    return _LETTERS_FIRST if len(known) >= _MOST_LETTERS else None


def without_letters(words: str) -> tuple[str, str | None]:
    """A name, and the letters of a party behind it without brackets: "Bo Alm M"."""
    *name, last = words.split()
    behind = len(name) > 1 and last in known_letters()
    return (" ".join(name), canonical(last)) if behind else (" ".join(words.split()), None)


def party_heading(line: Line) -> tuple[str, Line] | None:
    """The party that a line is headed by, and what is left of the line: "Moderaterna (M):",
    "(M)", "Moderaterna: Eva Ek, Bo Alm"."""
    head, colon, rest = line.text.partition(":")
    party = _party_of(head)
    if party is None:
        return None
    rest = rest.strip()
    return party, Line(line.end - len(rest), line.end, rest if colon else "")


def _party_of(head: str) -> str | None:
    local = _LOCAL.fullmatch(head)
    if local:
        return canonical(local["party"])
    if head.strip() in known_letters():
        return canonical(head)
    named = find_parties(head, known_letters())
    if not named or named[0].start > 4:
        return None
    one = named[0]
    beside = (head[: one.start] + head[one.end :]).strip()
    return one.parties[0] if len(one.parties) == 1 and _BESIDE.fullmatch(beside) else None


# "Viks Hamn AB"; two names that a conversion put on one line
_NO_PERSON = re.compile(r".*\sAB|\S+(?:\s+[A-ZÅÄÖ]\S+){3,}")


def unlettered(line: str, group: Group) -> list[re.Match[str]]:
    """The names of a line of members that prints no letters; none where anything else stands
    there than names and what is told of members."""
    if group.role not in _LISTED or not group.bare:
        return []
    found = [
        one
        for one in _ALONE.finditer(line)
        if not (_OFFICE.match(one["name"]) or _NO_PERSON.fullmatch(one["name"]))
        and one["name"] not in group.local
    ]
    rest = re.sub(NAME, " ", line)
    opens = bool(found) and bool(_ROLE.fullmatch(line, 0, found[0].start()))
    return found if opens and not _RUNNING.search(rest) else []
