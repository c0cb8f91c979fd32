"""Who is named: people with their party, and parties by letters or by word."""

import re
from bisect import bisect_left
from collections.abc import Mapping

from pipeline.language.mention import Mention, merge
from pipeline.language.names import fold
from pipeline.language.party_mentions import GAP, find_parties
from pipeline.language.party_names import LETTERS, canonical, known_letters
from pipeline.reference import table

# A word of a name, or an initial with its stop; at the end of a line a stop ends a sentence.
# The capital stands first, so that a search tries nothing but capitals.
_CAPITAL = r"[A-ZÀ-ÖØ-ÞŠŽČ]"
_TITLE = (
    rf"{_CAPITAL}(?:(?<!\w.)\.(?![^\S\n]*\n)|[\w'’´]*"
    # "Eva- Lena", where a line was broken
    r"(?:-(?:[ ](?=[A-ZÅÄÖ][a-zåäö]))?[\w'’]+)*)"
)
_LINK = r"(?:von|van|der|den|de|del|della|af|ben|bin|ibn|al|el|la|le|da|dos|zu|ter)"
_SPACE = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)"

# "Ole-Jörgen Persson m.fl. (M)", "Gun Larsson (-)", "Anne-Lie Elfvén (båda L)"
_FULL = rf"{_TITLE}(?:{_SPACE}(?:{_LINK}|{_TITLE})){{1,5}}"
_PERSON = re.compile(
    rf"(?P<name>{_TITLE}(?:{_SPACE}(?:{_LINK}|{_TITLE})){{1,5}})"
    rf"(?P<others>,?{_SPACE}m\.?\s?fl\.?|\s+med\s+flera)?(?:,?[ \t]ersättare|,)?\s{{0,4}}"
    rf"\(\s*(?P<party>{LETTERS}|-|–)\s*\)"
)
_PLAIN_NAME = re.compile(rf"\b{_TITLE}(?:[^\S\n]+(?:{_LINK}|{_TITLE})|\n{_TITLE}){{1,3}}")

# Words that stand before a name and are no part of it.
NOT_NAMES = frozenset(table("words")["before_names"].split())
_ROLE_WORDS = frozenset(
    {"gruppledare", "ledamot", "ordförande", "ersättare", "kommunalråd", "oppositionsråd"}
    | {"regionråd", "borgarråd"}
)
# "nämndordförande", "skolborgarrådet"
_COMPOUND_ROLE = re.compile(
    r"\w+(?:ordföranden?|(?:borgar|kommunal|region|oppositions)råd(?:et)?)"
)
# Which of two vice chairs is meant, no list tells.
_CHAIR = re.compile(
    r"\b(?=[af12vmo])(?P<nth>(?:andr[ae]|först[ae]|[12](?::[ae])?)\s+(?=vice))?"
    r"(?P<vice>vice\s+)?(?:mötes)?(?:ordföranden?\b|ordf\.(?=\s))(?!\s+jämte\s)"
    rf"(?:\s+\((?P<party>{LETTERS})\))?",
    re.IGNORECASE,
)


# "Sune Ek, Bo Ek och Maj Ek (samtliga S)", "Bo Ek, Maj Ek (båda S) och Eva Alm (V)": the party
# closes the list.
_SHARED = re.compile(
    rf"(?P<list>{_FULL}(?:,{_SPACE}{_FULL})*(?:{_SPACE}(?:och|samt)|,){_SPACE}{_FULL}){GAP}"
    rf"\((?P<both>båda)?(?:alla|samtliga)?\s+(?P<party>{LETTERS})\)"
)
_MAY_SHARE = re.compile(r"\((?:båda)?(?:alla|samtliga)?\s")


# "Eva Ek, SD, yrkar": letters between commas, of a party that all know.
_COMMAS = r",[^\S\n]+(?P<party>[A-ZÅÄÖ]{1,3}!?),"
_BETWEEN_COMMAS = re.compile(
    rf"(?P<name>{_FULL})(?P<others>){_COMMAS}(?=\s+[a-zåäö]|\s*$)", re.MULTILINE
)
_MAY_STAND_BETWEEN = re.compile(_COMMAS)


def find_mentions(
    text: str, roster: Mapping[str, str | None], letters: frozenset[str]
) -> list[Mention]:
    """Everybody named in a text, in order: people, parties, and the chair by role.

    ``roster`` maps folded names known in the document to party letters; ``letters`` are the
    letter combinations that mean a party here.
    """
    people = find_people(text)
    listed = find_listed_names(text, people, roster)
    everyone = merge(people, listed, find_surnames(text, roster))
    return merge(everyone, find_parties(text, letters), find_roles(text))


def find_people(text: str) -> list[Mention]:
    """People with a party in parentheses, or between commas, in order."""
    # Few texts have what stands behind the names of these: trying every name would cost more.
    shared = _SHARED.finditer(text) if _MAY_SHARE.search(text) else ()
    between = _BETWEEN_COMMAS.finditer(text) if _MAY_STAND_BETWEEN.search(text) else ()
    found = [one for match in shared for one in _sharing(match)]
    alone = [one for match in _PERSON.finditer(text) for one in _people_of(match)]
    commas = [
        one
        for match in between
        if match["party"] in known_letters()
        for one in _people_of(match)
    ]
    return merge(found, alone, commas)


def _sharing(match: re.Match[str]) -> list[Mention]:
    party = canonical(match["party"])
    names = list(re.finditer(rf"{_FULL}", match["list"]))
    names = names[-2:] if match["both"] else names
    result = []
    for place, one in enumerate(names):
        name, shift = _strip_words(one[0])
        start = match.start("list") + one.start() + shift
        end = match.end() if place == len(names) - 1 else match.start("list") + one.end()
        result.append(Mention(start, end, " ".join(name.split()), (party,) if party else ()))
    return [one for one in result if one.name and " " in one.name]


# "yrkandet från V och S. Eva Ek (M) yrkar": the letter is a party, and no initial of hers
_PARTY_ABOVE = re.compile(
    r"(?:(?<=[A-ZÅÄÖ]\soch\s)|(?<=[A-ZÅÄÖ]\ssamt\s)|(?<=från\s))[A-ZÅÄÖ]\.\s+"
    r"(?=[A-ZÅÄÖ]\S*\s+[A-ZÅÄÖ])"
)


# "B. Eva Ek (M) yrkar", where proposals are listed by letters, and no initial of hers
_LISTED = re.compile(r"(?:(?<=\n)|(?<![\s\S]))[A-F]\.\s+(?=[A-ZÅÄÖ][a-zåäö]\S*\s+[A-ZÅÄÖ])")


def _people_of(match: re.Match[str]) -> list[Mention]:
    name, shift = _strip_words(match["name"])
    start = match.start("name") + shift
    if letter := _PARTY_ABOVE.match(match.string, start):
        name, start = match.string[letter.end() : start + len(name)], letter.end()
    if label := _LISTED.match(match.string, start):
        name, start = match.string[label.end() : start + len(name)], label.end()
    name = _without_role(name)
    if len(name.split()) < 2 or _PLACE.fullmatch(name):
        return []
    party = canonical(match["party"])
    person = Mention(
        start=start,
        end=match.end(),
        name=" ".join(name.split()).replace("- ", "-"),
        parties=(party,) if party else (),
        others=bool(match["others"]),
    )
    return [person]


_FIRST_WORD = re.compile(r"[\w:.-]+\s+")


def _strip_words(name: str) -> tuple[str, int]:
    """The name without roles and sentence openers before it, and how much was cut."""
    shift = 0
    while True:
        head = _FIRST_WORD.match(name, shift)
        if head is None or not _is_no_name(head[0].strip().rstrip(".").casefold()):
            return name[shift:], shift
        shift = head.end()


def _is_no_name(word: str) -> bool:
    return word in NOT_NAMES or bool(_COMPOUND_ROLE.fullmatch(word))


def _without_role(name: str) -> str:
    """ "Eva Ek Gruppledare (S)", where the role stood on a line of its own."""
    words = name.split()
    while words and _is_role(words[-1].casefold()):
        words.pop()
    return " ".join(words)


def _is_role(word: str) -> bool:
    return word in _ROLE_WORDS or bool(_COMPOUND_ROLE.fullmatch(word))


# "REGION ALMSTA", "Almsta Kommun": the head of a letter
_PLACE = re.compile(r"region\s.*|.*\s(?:kommun|stad)", re.IGNORECASE | re.DOTALL)


def find_listed_names(
    text: str, people: list[Mention], roster: Mapping[str, str | None]
) -> list[Mention]:
    """Names without a party: known from ``roster`` (folded name → letters), or "A och B
    (båda L)"."""
    taken = sorted((one.start, one.end) for one in people)
    found = []
    for match in _PLAIN_NAME.finditer(text):
        name, shift = _strip_words(match[0])
        place = _known_part(name, roster)
        if place is None:
            continue
        start = match.start() + shift + place[0]
        end = match.start() + shift + place[1]
        if _is_taken(taken, start, end):
            continue
        spelled = " ".join(text[start:end].split())
        party = (
            roster[fold(spelled)] if fold(spelled) in roster else roster[fold(spelled[:-1])]
        )
        beside = _OWN_LETTERS.match(text, end)
        if beside and (canonical(beside["party"] or "") == party or beside["name"] == party):
            end = beside.end()
        found.append(
            Mention(start, end, _nominative(spelled, roster), (party,) if party else ())
        )
    return found


# "Eva Ek, S" of somebody whose party is known
_OWN_LETTERS = re.compile(
    r",?[ \t]+(?:(?P<party>[A-ZÅÄÖ]{1,4}!?)(?![\w)])|\((?P<name>[A-ZÅÄÖ][\wåäö ]{2,30})\))"
)


def _nominative(name: str, roster: Mapping[str, str | None]) -> str:
    return name if fold(name) in roster else name[:-1]


def _known_part(name: str, roster: Mapping[str, str | None]) -> tuple[int, int] | None:
    """The longest run of words in ``name`` that is somebody on the roster."""
    words = [(m.start(), m.end()) for m in re.finditer(r"\S+", name)]
    for length in range(len(words), 1, -1):
        for first in range(len(words) - length + 1):
            start, end = words[first][0], words[first + length - 1][1]
            bare = fold(name[start:end])
            if bare in roster or (bare.endswith("s") and bare[:-1] in roster):
                return start, end
    return None


# "Ek (S)", "Ek m.fl. (S)", or "Ek yrkar" where a sentence begins: a surname stands for the
# one.
_SURNAME = re.compile(
    rf"(?={_CAPITAL})(?:"
    rf"(?P<printed>{_TITLE})(?P<others>,?\s+m\.?\s?fl\.?)?\s*\((?P<party>{LETTERS})\)|"
    rf"(?:^|(?<=[.\n] )|(?<=\n))(?P<alone>{_TITLE})(?=\s+(?:yrka|reserver|avst|deltar|lämna)))"
)


def find_surnames(text: str, roster: Mapping[str, str | None]) -> list[Mention]:
    """People named by surname only, where somebody on the roster bears it. The party is what
    is printed; without one it is left open."""
    matches = list(_SURNAME.finditer(text))
    surnames = {name.rsplit(" ", 1)[-1] for name in roster} if matches else ()
    found = []
    for match in matches:
        name = match["printed"] or match["alone"]
        if fold(name) not in surnames:
            continue
        party = canonical(match["party"]) if match["party"] else None
        start = match.start("printed") if match["printed"] else match.start("alone")
        parties_ = (party,) if party else ()
        found.append(Mention(start, match.end(), name, parties_, bool(match["others"])))
    return found


def _is_taken(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a stretch meets one of these, which are in order and meet none of the others."""
    place = bisect_left(taken, start, key=lambda one: one[1] - 1)
    return place < len(taken) and taken[place][0] < end


def find_roles(text: str) -> list[Mention]:
    """The chair and the vice chair named by role only."""
    return [
        Mention(
            *m.span(),
            None,
            _printed(m["party"]),
            role=f"{'vice ' if m['vice'] else ''}ordförande",
        )
        for m in _CHAIR.finditer(text)
        if not m["nth"]
    ]


def _printed(letters: str | None) -> tuple[str, ...]:
    """The party that some printed letters mean."""
    party = canonical(letters) if letters else None
    return (party,) if party else ()
