"""Votes told by party: a table with a row for each, a list, or "S, V och MP röstar ja"."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.extraction.clauses import clauses
from pipeline.extraction.context import Context
from pipeline.language.party_mentions import find_parties
from pipeline.language.party_names import canonical, known_letters
from pipeline.models import Span
from pipeline.words import Choice

# A party, what it chose, and how many of its members did (None: not told).
PartyRow = tuple[str, Choice, int | None]

_CHOICES = {
    "ja": Choice.JA,
    "nej": Choice.NEJ,
    "avst": Choice.AVSTÅR,
    "frånv": Choice.FRÅNVARANDE,
}
_WORD = r"(?P<choice>ja|nej|avst|frånv)(?:år|od|ående|arande)?\.?(?:-?röst(?:er)?)?"
_HEADED = re.compile(rf"\b{_WORD}(?![\w-])", re.IGNORECASE)
# "Ja (31): S 24, V 7", "Nej: M, KD och SD (28)"
_LISTED = re.compile(
    rf"^[ \t]*{_WORD}[ \t]*(?:\(?\d+\)?)?[ \t]*:[ \t]*(?P<list>[^\n]+)$", re.I | re.M
)
# "Ja-röst avges av S, V och MP."
_GIVEN = re.compile(
    rf"\b{_WORD}[ \t]+(?:(?:avges|avgavs|lämnas|lämnades|läggs|lades)[ \t]+av|från)\b[ \t]*:?"
    r"[ \t]*(?P<list>[^.\n]+?)"
    r"(?=[ \t]+(?:mot|och|samt)[ \t]+\d|[ \t]+[a-zåäö]+(?:ar|er|år)\b|[.\n]|\Z)",
    re.IGNORECASE,
)
# "8 ja-röster (S, M, SD)", "Ja-röster: 8 (S, M, SD)"
_IN_BRACKETS = re.compile(
    rf"\b{_WORD}[ \t]*(?::[ \t]*\d+[ \t]*)?\((?P<list>[^()\n]+)\)", re.IGNORECASE
)
# "S: 12 ja", "M: 9 nej, 1 avstår"
_CHOSE = r"\d+[ \t]+(?:ja|nej|avst|frånv)\w*"
_PER_PARTY = re.compile(
    rf"^[ \t]*(?:[-–•][ \t]*)?(?P<party>[^\d\n:]{{1,40}}?)[ \t]*[:–-]?[ \t]+"
    rf"(?P<rest>{_CHOSE}(?:,?[ \t]+(?:och[ \t]+)?{_CHOSE})*)[ \t.]*$",
    re.IGNORECASE | re.MULTILINE,
)
_FIGURE = re.compile(r"(?P<n>\d+)[ \t]+(?P<choice>ja|nej|avst|frånv)", re.IGNORECASE)
# "Ja röstar samtliga ledamöter för S (24) och V (7)."
_EVERYBODY = re.compile(
    rf"\b{_WORD}[ \t]+röst(?:ar|ade)\s+(?:samtliga|alla)\s+ledam\w+\s+(?:för|från|i)\s+"
    r"(?P<list>[^.]+)",
    re.IGNORECASE,
)
_ONE = re.compile(r"(?P<party>\D+?)[ \t]*(?:\(?(?P<n>\d+)\)?)?")
_TOTAL = re.compile(r"\W*(?:totalt?|summa|resultat|antal)\W*", re.IGNORECASE)
_CELLS = re.compile(r"[ \t]*\|[ \t]*|[ \t]{2,}|\t")
_STAYS_OUT = re.compile(r"\bdelta", re.IGNORECASE)


def party_votes(context: Context, span: Span) -> tuple[PartyRow, ...]:
    """What parties chose, as far as a stretch tells it of whole parties."""
    text = span.of(context.content)
    if tabled := _tabled(context, text) or _by_line(context, text):
        return tuple(tabled)
    listed = _listed(context, text)
    told = {party for party, _, _ in listed}
    # "8 ja-röster (S, V). SD avstår.": beside a list only those who abstain are told, where
    # nothing is summed
    beside = [] if sums(listed) else _spoken(context, span)
    return (
        *listed,
        *(
            row
            for row in beside
            if not listed or (row[1] == Choice.AVSTÅR and row[0] not in told)
        ),
    )


def sums(rows: Sequence[PartyRow]) -> Counter[Choice] | None:
    """How many chose what; None where the number of some party is not told."""
    if not rows or any(n is None for _, _, n in rows):
        return None
    total: Counter[Choice] = Counter()
    for _, choice, n in rows:
        total[choice] += n or 0
    return total


def _tabled(context: Context, text: str) -> list[PartyRow]:
    """A table of figures, a row for each party below the words for the choices; nothing where
    it does not add up to its last row."""
    head: list[Choice] = []
    above = ""
    found: list[PartyRow] = []
    for line in text.split("\n"):
        named = _choices_of(line)
        if named:
            head, above = named, line
            continue
        cells = _CELLS.split(line.strip().strip("|").strip())
        figures = [cell.strip("–-") or "0" for cell in cells[1 : len(head) + 1]]
        if 0 < len(figures) < len(head):
            figures = _below(above, line)
            if not figures and _party(context, cells[0]):
                return []
        if len(figures) < max(len(head), 1) or not all(map(str.isdecimal, figures)):
            continue
        row = dict(zip(head, map(int, figures), strict=True))
        if _TOTAL.fullmatch(cells[0]):
            return found if sums(found) == +Counter(row) else []
        party = _party(context, cells[0])
        found += [(party or "", choice, n) for choice, n in row.items() if n]
    return found if all(party for party, _, _ in found) else []


def _by_line(context: Context, text: str) -> list[PartyRow]:
    """Lines of a party with its figures, where several follow."""
    if not _FIGURE.search(text):
        return []
    rows = [
        (party, _CHOICES[figure["choice"].casefold()], int(figure["n"]))
        for line in _PER_PARTY.finditer(text)
        if (party := _party(context, line["party"]))
        for figure in _FIGURE.finditer(line["rest"])
    ]
    return [row for row in rows if row[2]] if len(rows) > 1 else []


def _below(head: str, line: str) -> list[str]:
    """The figures of a line that leaves cells empty, by the word that each stands below; none
    where two stand below the same, or the words have lost how far in they stood."""
    words = [match.start() for match in _HEADED.finditer(head)]
    found: dict[int, str] = {}
    for match in re.finditer(r"(?<=\s)\d+(?=\s|$)", line):
        place = min(range(len(words)), key=lambda at: abs(words[at] - match.start()))
        if place in found or not words[0] or "|" in line:
            return []
        found[place] = match[0]
    return [found.get(place, "0") for place in range(len(words))] if found else []


def _choices_of(line: str) -> list[Choice]:
    """The choices that the head of a table names: Ja and Nej at least."""
    named = [_CHOICES[m["choice"].casefold()] for m in _HEADED.finditer(line)]
    head = {Choice.JA, Choice.NEJ} <= set(named) and not re.search(r"\d|[.:]", line)
    return named if head and len(named) == len(set(named)) else []


def _listed(context: Context, text: str) -> list[PartyRow]:
    return [
        row
        for pattern in (_LISTED, _GIVEN, _EVERYBODY, _IN_BRACKETS)
        for match in pattern.finditer(text)
        for row in _of_list(context, match)
    ]


def _of_list(context: Context, match: re.Match[str]) -> list[PartyRow]:
    """The parties of a list that names nothing else."""
    choice = _CHOICES[match["choice"].casefold()]
    pieces = re.split(r",\s*|;\s*|\s+(?:och|samt)\s+", match["list"].strip(" ."))
    named = [_ONE.fullmatch(piece.strip()) for piece in pieces]
    rows = [
        (party, choice, int(one["n"]) if one["n"] else None)
        for one in named
        if one and (party := _party(context, one["party"]))
    ]
    told = [row for row in rows if row[2] is not None]
    # "M, KD och SD (28)": the figure is that of all of them.
    if len(rows) != len(pieces) or (told and len(told) < len(rows) > 1):
        rows = [(p, c, None) for p, c, _ in rows] if len(rows) == len(pieces) else []
    return rows


def _spoken(context: Context, span: Span) -> Iterator[PartyRow]:
    """ "Moderaterna röstar nej", "S och V avstår från att rösta" """
    for clause in clauses(context, span.start, span.end, ("röstar", "avstår")):
        words = context.content[clause.said : clause.end].casefold()[:80]
        chosen = re.search(r"\b(ja|nej)\b", words)
        if _STAYS_OUT.search(words) or (clause.act == "röstar" and not chosen):
            continue
        choice = _CHOICES[chosen[1]] if clause.act == "röstar" and chosen else Choice.AVSTÅR
        for one in clause.actors:
            if one.name is None:
                yield from ((party, choice, None) for party in one.parties)


def _party(context: Context, words: str) -> str | None:
    """The party that words name, and nothing else: "S", "Moderaterna (M)", "Vårt Ås"."""
    bare = words.strip(" ()*")
    if bare.upper() in context.letters | known_letters():
        return canonical(bare)
    if bare.casefold() in context.local:
        return context.local[bare.casefold()]
    bare = re.sub(r"\s\([A-ZÅÄÖ]{1,4}\)\s*$", "", words)
    named, left = find_parties(bare, known_letters()), bare
    for one in reversed(named):
        left = left[: one.start] + left[one.end :]
    parties = {party for one in named for party in one.parties}
    return parties.pop() if len(parties) == 1 and not re.search(r"\w", left) else None
