"""Who signed a paper, and for which party: the lines below its last words.

A party may stand beside a name ("Eva Ek (S)", "Eva Ek, Centerpartiet"), on a line of its own
above or below it ("För Centerpartiets fullmäktigegrupp"), or only in the letterhead. A name in
the paper's running text never signs it.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.extraction.context import Context, folded, party_of
from pipeline.extraction.outline import Line, lines_of
from pipeline.language.dates import find_dates
from pipeline.language.mention import Mention
from pipeline.language.mentions import find_people
from pipeline.language.party_mentions import find_parties
from pipeline.language.party_names import LETTERS, known_letters
from pipeline.models import Span
from pipeline.reference import table

_MAX_LINE = 110
_DATE_LINE = 60
_LINES_AFTER = 8
NAME = (
    r"[A-ZÅÄÖÉ][\w’'-]*[a-zåäöé](?:\s+(?:(?:von|af|de|van|der)\s+|[A-ZÅÄÖ]\.\s*)?"
    r"[A-ZÅÄÖÉ][\w’'-]*[a-zåäöé]){1,2}"
)
# "Röstförklaring från Liberalerna"
_FROM = re.compile(r"^\W*[\wåäö]+\s+(?:från|av)\s+")
# "Eva Ek, Bo Alm och Siv Ryd": after a comma only where a whole name follows.
_BETWEEN_NAMES = re.compile(rf",?\s+(?:och|samt)\s+(?=[A-ZÅÄÖ])|,\s+(?={NAME}\s*(?:,|$))")
_WORD = r"[A-ZÅÄÖÉ][\w’'-]*[a-zåäöé]"
# Two or three people in columns that lost their space.
_NAMES_ROW = re.compile(rf"^(?:{_WORD}\s+{_WORD}\s+){{1,2}}{_WORD}\s+{_WORD}$")
# "Liberalerna genom Eva Ek och Bo Alm", "Liberalerna: Eva Ek"
_THROUGH = re.compile(r"^(?P<party>.{3,60}?)\s*(?:\bgenom\b|:)\s*\S")
_ROLES = rf"(?:{'|'.join(table('papers')['roles'])})"
ROLE = re.compile(
    rf"(?<!\w)(?:\w+(?:nämndens|styrelsens|utskottets|fullmäktiges)\s+)?{_ROLES}(?!\w)",
    re.IGNORECASE,
)
_FOOTNOTE = re.compile(
    r"^\[\d+\]\s|^\d{1,2}\s+(?:https?:|www\.|(?!Att\b)[A-ZÅÄÖ][^?]*(?:,|\b\d{4}\b)[^?]*$)|"
    r"^\W*(?:sid(?:a|an)?\s*)?\d+\s*(?:\(\d+\)|av\s+\d+)?\W*$"
)
_ADDRESS = re.compile(r"@|\bwww\.|^\W*(?:tel(?:efon)?|mobil|e-post|box\s\d)\b", re.IGNORECASE)
_GREETING = re.compile(
    rf"^(?:{'|'.join(table('papers')['below'])})[\s.:,/!]*$|^[\s._*…-]+$", re.IGNORECASE
)
_PLACE_AND_DATE = re.compile(
    r"^(?:[A-ZÅÄÖ][\wåäö-]+(?:\s[A-ZÅÄÖ][\wåäö-]+){0,2}[,.:]?\s+)?(?:den\s+)?(?:\d{1,2}\s*(?:/|\.)\s*\d{1,2}[\s-]+"
    r"(?:19|20)\d\d|\d{1,2}[:e]*\s+\w+\s+\d{4}|\d{4}-\d\d-\d\d|\d{4}[./]\d\d[./]\d\d|\d{6}|"
    r"i\s+\w+\s+\d{4}|[a-zåäö]+\s+(?:19|20)\d\d)[\s*_|]*$"
)
# What may stand beside a party's name on a line of its own.
_BESIDE_PARTY = re.compile(
    rf"\b(?:{'|'.join(table('papers')['beside_party'])})\b|[\s,.:;/&|()–-]+", re.IGNORECASE
)
# "Eva Ek", "Eva Ek, gruppledare", "Eva Ek (Centerpartiet)", "Eva Ek/Centerpartiet"
_SIGNED = re.compile(
    rf"^(?P<name>{NAME})\s*(?:\((?P<party>[^)]{{1,40}})\)|(?P<rest>[,/–-]\s*.{{1,60}}|\s{_ROLES}.*)?)"
    rf"(?P<after>[\s,]*(?:{_ROLES}.*|[A-ZÅÄÖ]?[\w åäö]{{3,50}})?)$"
)
# "Gruppledare Eva Ek", "Hamnnämndens ordförande, Eva Ek, Centerpartiet"
_ROLE_BEFORE = re.compile(
    rf"^(?:\w+(?:nämndens|styrelsens|utskottets|fullmäktiges)\s+)?{_ROLES},?\s+"
    r"(?=(?-i:[A-ZÅÄÖ])[\w’'-]+\s+(?-i:[A-ZÅÄÖ]))",
    re.IGNORECASE,
)
_ROLE_LINE = re.compile(
    rf"^(?:(?:(?:[1-3]:[ae]|förste|andre|vice|v\.|\w+(?:nämndens|styrelsens|utskottets|"
    rf"fullmäktiges))\s+)*{_ROLES}"
    r"(?:\s+(?:i|för|på)\s+[\w åäöÅÄÖ-]+|[\s,]*\(?[\w åäöÅÄÖ!-]*\)?)?\s*){1,3}$",
    re.IGNORECASE,
)
NO_NAME = re.compile(rf"(?:{'|'.join(table('papers')['no_name'])})s?\b", re.IGNORECASE)
# "Hamnens Vänner", "Kajernas Folk": a group, and nobody's name
_OF_GROUP = re.compile(r"(?!Clemens|Laurens)\w{3,}(?:ens|ets|rnas)\s")


@dataclass(frozen=True, slots=True)
class Signature:
    """The lines a paper closes with, who signed, and the parties they signed for. Parties
    that stand on a line of their own count for all; ``signers`` carry the party each has."""

    span: Span
    signers: tuple[Mention, ...]
    parties: tuple[str, ...]


def signature(context: Context, start: int, end: int | None = None) -> Signature | None:
    """The signature of a paper whose words begin at ``start`` and that ends at ``end``; None
    when its last lines name nobody."""
    end = len(context.content) if end is None else end
    lines = [x for x in lines_of(context.content, Span(start, end)) if x.text]
    printed = Counter(folded(x) for x in context.content.splitlines())
    while lines and _below_signature(lines[-1], printed):
        lines.pop()
    for _ in range(_LINES_AFTER):
        closing = _closing(lines)
        signed = _signed(context, closing, start)
        if any(one.name or one.parties for one in signed):
            if _only_a_name(signed, closing) and not (
                _first_person(context.content, start, end)
                or party_of(context, signed[0].name or "")
            ):
                return None
            break
        if not lines or not _may_follow(lines[-1]):
            return None
        lines.pop()
    else:
        return None
    people = _with_parties(signed)
    own = tuple(dict.fromkeys(p for one in signed for p in one.parties))
    return Signature(Span(closing[0].start, closing[-1].end), tuple(people), own)


def _only_a_name(signed: list[Mention], closing: list[Line]) -> bool:
    """Whether two words with capitals are all of a signature: they may be a place."""
    return len(signed) == 1 and len(closing) == 1 and not signed[0].parties


def _first_person(content: str, start: int, end: int) -> bool:
    """Whether one person speaks in a paper, or its letterhead names a party."""
    one = re.search(r"\b(?:jag|mig|undertecknad)\b", content[start:end], re.IGNORECASE)
    above = (_FROM.sub("", x.text) for x in lines_of(content, Span(0, start)))
    return bool(one or any(party_line(text) for text in above))


def _closing(lines: list[Line]) -> list[Line]:
    """The lines at the end that a paper is signed with, from the first that tells anything."""
    closing: list[Line] = []
    for line in reversed(lines):
        if not _closes(line):
            break
        closing.insert(0, line)
    while closing and not (_tells(closing[0]) or _opens(closing[0])):
        closing.pop(0)
    return closing


def _opens(line: Line) -> bool:
    """Whether a signature may begin with a line that names nobody: a role, a group."""
    group = _OF_GROUP.match(line.text) and len(line.text.split()) == 2
    return bool(_ROLE_LINE.match(line.text) or (group and _LOCAL.match(line.text)))


def _may_follow(line: Line) -> bool:
    """Whether a line may be what a page of the web puts below a paper: short, no sentence."""
    text = line.text
    return len(text) < _DATE_LINE and not re.search(r"[.?;:]$|\batt\b|^\d+[.)]", text)


def _below_signature(line: Line, printed: Counter[str]) -> bool:
    """A footnote, an address, or the foot of every page."""
    again = printed[folded(line.text)] > 1 and not (party_line(line.text) or _opens(line))
    foot = again and not any(True for _ in _names(line))
    return bool(foot or _FOOTNOTE.match(line.text) or _ADDRESS.search(line.text))


def _closes(line: Line) -> bool:
    """Whether a line can stand below a paper's last words: a name, a party, a role, a date."""
    text = line.text
    if len(folded(text)) > _MAX_LINE or re.search(r"[?;]$|^[-–•]|\batt\s", text):
        return False
    return bool(_tells(line) or _ROLE_LINE.match(text) or _LOCAL.match(text))


def _tells(line: Line) -> bool:
    return bool(
        _GREETING.match(line.text)
        or (_PLACE_AND_DATE.match(line.text) and len(line.text) < _DATE_LINE)
        or party_line(line.text)
        or _NAMES_ROW.match(line.text)
        or any(True for _ in _names(line))
    )


# A party that is on no list, below the name of who signs for it.
_LOCAL = re.compile(r"^[A-ZÅÄÖ][\wåäö-]+(?:\s+[\wåäöÅÄÖ-]+){0,3}$")


def party_line(text: str) -> tuple[str, ...]:
    """The parties of a line that names nothing else: "Vänsterpartiet Almsta"."""
    bare = folded(text.strip("#*_| "))
    if len(bare) > _DATE_LINE + 30 or bare.endswith((".", ":", "?")):
        return ()
    named = [one for one in find_parties(bare, known_letters()) if one.parties]
    rest = bare
    for one in reversed(named):
        rest = rest[: one.start] + " " + rest[one.end :]
    rest = re.sub(r"\(\s*(?:" + LETTERS + r")\s*\)", " ", rest)
    if not named or len(rest.split()) > 5 or _BESIDE_PARTY.sub("", rest).strip():
        return ()
    return tuple(dict.fromkeys(p for one in named for p in one.parties))


def _cells(line: Line) -> Iterator[str]:
    """What stands side by side on one line: names in columns, or in a table's row."""
    yield from (cell.strip() for cell in re.split(r"\t+|\s{3,}|\|", line.text) if cell.strip())


def _names(line: Line) -> Iterator[Mention]:
    """Those who sign on a line, with the party beside the name."""
    for cell in _cells(line):
        found = find_people(cell)
        if found and _only_signers(cell, found):
            yield from (replace(one, start=line.start, end=line.end) for one in found)
            continue
        through = _THROUGH.match(cell)
        if through and len(party_line(through["party"])) == 1:
            named = named_with_party(cell)
            yield from (replace(one, start=line.start, end=line.end) for one in named)
            continue
        parts = _BETWEEN_NAMES.split(_ROLE_BEFORE.sub("", cell))
        signed = [one for part in parts if (one := _signed_name(part, line))]
        if len(signed) == len(parts):
            yield from signed


def _only_signers(cell: str, found: list[Mention]) -> bool:
    """Whether a cell holds people with their parties, and at most their roles."""
    rest = cell
    for one in reversed(found):
        rest = rest[: one.start] + rest[one.end :]
    rest = re.sub(
        r"[|,;•–\s-]|\b(?:och|samt|(?:med\s+)?instämmande\s+(?:av|från))\b", " ", rest
    ).strip()
    return not rest or (len(found) == 1 and found[0].start <= 1 and not rest.endswith("."))


def _signed_name(cell: str, line: Line) -> Mention | None:
    match = _SIGNED.match(_ROLE_BEFORE.sub("", cell.strip(" ,/")))
    if (
        match is None
        or NO_NAME.search(match["name"])
        or _OF_GROUP.match(match["name"])
        or cell.rstrip().endswith((".", ":"))
    ):
        return None
    if party_line(match["name"]):
        return None
    beside = match["party"] or match["rest"] or ""
    if match["party"] is None and match["rest"] is None and match["after"].strip():
        return None
    named = _parties_in(beside)
    letters = beside.strip(" ,/–-()")
    if not named and letters.upper() in known_letters():
        named = [letters.upper()]
    if match["rest"] and not named and not re.search(_ROLES, beside, re.I):
        return None
    parties = tuple(dict.fromkeys(named)) if len(set(named)) == 1 else ()
    return Mention(line.start, line.end, folded(match["name"]), parties)


def named_with_party(text: str) -> list[Mention]:
    """People without letters and the parties they speak for: "Liberalerna genom Eva Ek",
    "Eva Ek, Liberalerna". Several names with several parties are left apart."""
    parties = [one for one in find_parties(text, known_letters()) if one.parties]
    rest = text
    for one in reversed(parties):
        rest = rest[: one.start] + "," + rest[one.end :]
    cells = re.split(r"[,;/|()]|\b(?:genom|och|samt|för|gruppledare|ledamot)\b", rest)
    names = [
        folded(c) for c in cells if re.fullmatch(NAME, c.strip()) and not NO_NAME.search(c)
    ]
    told = tuple(dict.fromkeys(p for one in parties for p in one.parties))
    if len(told) == 1 and names:
        return [Mention(0, 0, name, told) for name in names]
    alone = [Mention(0, 0, name, ()) for name in names]
    return [*alone, *([Mention(0, 0, None, told)] if told else [])]


def _signed(context: Context, lines: list[Line], start: int) -> list[Mention]:
    """Everything the closing lines tell, in order: people, and parties without a name. What
    stands above the words too is the name of a group, not of who signs for it."""
    above = {folded(x.text) for x in lines_of(context.content, Span(0, start)) if x.text}
    above -= {text for text in above if find_people(text) or party_of(context, text)}
    told: list[Mention] = []
    for line in lines:
        names = [one for one in _names(line) if folded(line.text) not in above]
        if told and told[-1].name and _ROLE_BEFORE.match(line.text) and _nobody_new(line):
            names = []
        parties = () if any(one.parties for one in names) else party_line(line.text)
        if parties:
            names = []
            told.append(Mention(line.start, line.end, None, parties))
        elif pairs := _side_by_side(lines, line):
            told += pairs
        elif _ROLE_LINE.match(line.text) and not names:
            beside = dict.fromkeys(_parties_in(line.text))
            told += [Mention(line.start, line.end, None, (p,)) for p in beside]
        told += names
    return told


def _nobody_new(line: Line) -> bool:
    """Whether a role with two words behind it, below a name, may be that person's: the words
    name a group ("Gruppledare Hamnens Vänner")."""
    return not any(one.parties for one in _names(line))


def _parties_in(roles: str) -> list[str]:
    """The parties of a line of roles, in order: "Gruppledare (S)", "Ledamot Liberalerna"."""
    spelled = re.sub(
        rf"\(\s*({LETTERS})\s*\)",
        lambda m: "från " + m[1].upper() if m[1].upper() in known_letters() else m[0],
        roles,
    )
    return [p for one in find_parties(spelled, known_letters()) for p in one.parties]


def _side_by_side(lines: list[Line], line: Line) -> list[Mention]:
    """People in columns that lost their space: a row of names above a row of their parties.
    As many pairs of words as there are parties."""
    parties = _parties_in(line.text)
    place = lines.index(line)
    words = lines[place - 1].text.split() if place else []
    if len(parties) < 2 or len(words) != 2 * len(parties):
        return []
    if not all(re.fullmatch(_WORD, word) for word in words):
        return []
    return [
        Mention(line.start, line.end, f"{words[2 * n]} {words[2 * n + 1]}", (party,))
        for n, party in enumerate(parties)
    ]


def _with_parties(told: list[Mention]) -> list[Mention]:
    """The people, each with the one party that stands above or below the name: above where
    the closing lines begin with a party, else below."""
    above = bool(told) and told[0].name is None
    people: list[Mention] = []
    waiting: tuple[str, ...] = ()
    for one in told if above else reversed(told):
        if one.name is None:
            waiting = one.parties
        elif one.parties or len(waiting) != 1:
            people.append(one)
        else:
            people.append(replace(one, parties=waiting))
    return people if above else people[::-1]


def signers_with_party(
    context: Context, signed: Signature, letterhead: tuple[str, ...]
) -> list[Mention]:
    """Who speaks in a paper: the signers, and the parties they sign for. A party that only
    the letterhead names is that of all who have none."""
    own = signed.parties
    only = own if len(own) == 1 else letterhead if not own and len(letterhead) == 1 else ()
    people = [
        one if one.parties else replace(one, parties=_known(context, one) or only)
        for one in signed.signers
    ]
    told = {p for one in people for p in one.parties}
    more = tuple(p for p in own if p not in told)
    return [
        *people,
        *([Mention(signed.span.start, signed.span.end, None, more)] if more else []),
    ]


def _known(context: Context, one: Mention) -> tuple[str, ...]:
    party = party_of(context, one.name or "")
    return (party,) if party else ()


def signed_date(signed: Signature, content: str) -> str | None:
    """The date among the closing lines; there "4/3 2021" is the fourth of March."""
    text = _SLASHED.sub(_written_out, signed.span.of(content))
    dates = find_dates(text)
    return dates[-1][1] if dates else None


_SLASHED = re.compile(
    r"(?<![\d/])(?P<day>\d{1,2})/(?P<month>\d{1,2})[ -]+(?P<year>(?:19|20)\d\d)\b"
)


def _written_out(match: re.Match[str]) -> str:
    return f"{match['year']}-{int(match['month']):02d}-{int(match['day']):02d}"
