"""What stands after the minutes: printed reservations, and lists of who voted how.

An appendix begins at a line "Bilaga 2" below the last matter. A list of votes is tied to its
vote by the appendix number that the minutes give; a printed text is tied to the act that says
it was handed in, by the appendix's name or by the § it names.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.extraction.context import Context, trimmed
from pipeline.extraction.marked_lists import marked_lists
from pipeline.extraction.outline import heading_kind, lines_of
from pipeline.extraction.worded_lists import worded_lists
from pipeline.language.party_names import canonical
from pipeline.models import Span, Text
from pipeline.words import Choice

_OPENS = re.compile(
    r"^(?:protokolls?)?bilaga\s+(?:nr\s+)?(?P<name>\d{1,3}|[A-ZÅÄÖ]|(?:till\s+)?§+\s*\d+)\b\.?(?P<rest>.*)$",
    re.I,
)
_CHOICES = {
    "ja": Choice.JA,
    "nej": Choice.NEJ,
    "avstår": Choice.AVSTÅR,
    "avstod": Choice.AVSTÅR,
    "frånvarande": Choice.FRÅNVARANDE,
    "frånv": Choice.FRÅNVARANDE,
    "ej närvarande": Choice.FRÅNVARANDE,
}
_CELL = re.compile(r"[^\n|\t]+?(?=\s{2,}|[\n|\t]|$)")
# "Eva Ek (S) Ja": a whole row without columns
_WHOLE_ROW = re.compile(
    rf"(?P<name>\S.*?),?\s\(?(?P<party>[^\s():,]{{1,6}})\)?[:,]?\s(?P<choice>{'|'.join(_CHOICES)})",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"^[A-ZÀ-ÖØ-ÞŠŽ][\w'’´-]*\.?(?:\s*,)?(?:\s+(?:von|van|der|de|del|af|ben|bin|al|el|la|salem)\b|\s+[A-ZÀ-ÖØ-ÞŠŽ][\w'’´-]*\.?)+$"
)
_MIN_LIST = 4


@dataclass(frozen=True, slots=True)
class Appendix:
    """An appendix by its number or letter, and where it stands."""

    name: str
    span: Span


def appendices(text: Text, start: int) -> list[Appendix]:
    """The appendices below offset ``start``, in order. The same name in a row is one appendix
    over several pages."""
    marks = [
        (line.start, match["name"])
        for line in lines_of(text.content, Span(start, len(text.content)))
        if (match := _OPENS.match(line.text)) and len(line.text) < 60 and _opens(match["rest"])
    ]
    ends = [*(offset for offset, _ in marks[1:]), len(text.content)][: len(marks)]
    return [
        Appendix(name, Span(offset, end))
        for (offset, name), end in zip(marks, ends, strict=True)
    ]


def _opens(rest: str) -> bool:
    """A heading, not a line of text that begins with the word."""
    return not re.search(r"[.]\s*$|\b(?:till protokoll|är|har|framgår)\b", rest)


# "Bilaga 1: Närvaro- och omröstningslista"
_LIST = (
    r"^[ \t]*(?:bilaga\b[^\n]{0,6}?[ \t:.–-]+)?"
    r"(?:(?:närvaro|upprops?)-?(?:lista)?[ \t]*(?:och|/|samt)[ \t]*)?(?:voterings|omröstnings)"
)
# "Voteringslista" above the ballots of several matters
_LISTS = re.compile(
    rf"{_LIST}(?:lista|listor|resultat|protokoll)\b[^\n]{{0,60}}\n\n?"
    r"(?:[^\n]*\n){0,4}?[^\n§]*§[ \t]*\d+[^\n§]*§[ \t]*\d+",
    re.IGNORECASE | re.MULTILINE,
)


# "Omröstningslista nr. 1", with the § it is about beside or below it, and the words for the
# choices
_ONE_LIST = re.compile(
    rf"{_LIST}(?:lista|protokoll)\b[^\n§]{{0,40}}(?:\n\s*)?§[ \t]*\d+[^\n]*\n"
    r"(?:[^\n]*\n){0,3}?[^\n]*\bja\b[ \t|]+nej\b",
    re.IGNORECASE | re.MULTILINE,
)


def lists_begin(text: Text) -> int:
    """Where only lists of ballots follow, each below its §, that are no matters of their own;
    else where the text ends."""
    end = len(text.content)
    first = _ONE_LIST.search(text.content)
    below = lines_of(text.content, Span(first.start(), end)) if first else ()
    goes_on = any(heading_kind(line) == "beslut" for line in below)
    return first.start() if first and not goes_on else end


def minutes_end(text: Text, last_item: int) -> int:
    """Where the minutes end: at the first appendix that opens its page or its paragraph below
    the beginning of the last matter, or at lists of ballots for several matters."""
    found = [a.span.start for a in appendices(text, last_item) if _alone(text, a)]
    others = (p.search(text.content, last_item) for p in (_LISTS, _PAPER))
    ends = [match.start() for match in others if match]
    return min([*found[:1], *ends, len(text.content)])


# "RESERVATION" alone on its line, and a few lines below it the matter: a paper of its own
_PAPER = re.compile(
    r"^[ \t]*(?:reservation|särskilt[ \t]+(?:yttrande|uttalande)|protokollsanteckning)[ \t]*\n"
    r"(?:[^\n]{0,60}\n){0,5}?[ \t]*ärende(?::[ \t]*|[ \t]+\d+[ \t:.,–-]+)[A-ZÅÄÖ]",
    re.IGNORECASE | re.MULTILINE,
)


def _alone(text: Text, appendix: Appendix) -> bool:
    """An appendix of its own: an empty line or a page begins before it, and text follows."""
    before = text.content[: appendix.span.start].rstrip(" ")
    new_page = any(page.start == appendix.span.start for page in text.pages)
    return new_page or before.endswith("\n\n")


def listed_votes(
    context: Context, appendix: Appendix
) -> tuple[tuple[str, str | None, Choice], ...]:
    """Who voted how by a list of names, parties and results, one cell after the other.

    A name that a second party follows before its result is torn (by a page or column break)
    and is left out: a list that then does not add up is not used.
    """
    content = appendix.span.of(context.content)
    if len(worded_lists(context, content)) > 1:
        return ()  # of several votes, each told by its paragraph
    found: dict[str, tuple[str | None, Choice]] = {}
    for name, party, choice in _rows(context, content):
        found.setdefault(name, (party, choice))
    if len(found) < _MIN_LIST:
        marked = marked_lists(context, content)
        return tuple(next(iter(marked.values()))) if len(marked) == 1 else ()
    return tuple((name, party, choice) for name, (party, choice) in found.items())


def _rows(context: Context, content: str) -> Iterator[tuple[str, str | None, Choice]]:
    name: str | None = None
    party: str | None = None
    for cell in _cells(context, content):
        if cell.casefold() in _CHOICES:
            if name and party:
                yield _natural(name), party, _CHOICES[cell.casefold()]
            name = party = None
        elif cell.upper() in context.letters or cell == "-":
            name, party = (None, None) if party else (name, canonical(cell))
        elif _NAME.match(cell):
            name, party = (cell, None) if not name or party else (f"{name} {cell}", None)
        elif name and party is None and re.match(r"^[A-ZÅÄÖ][\w-]+$", cell):
            name = f"{name} {cell}"


def _cells(context: Context, content: str) -> Iterator[str]:
    """The cells in order; a long name that runs into its party is two, a whole row three."""
    for match in _CELL.finditer(content):
        cell = " ".join(match[0].split())
        row = _WHOLE_ROW.fullmatch(cell)
        name, _, letters = cell.rpartition(" ")
        letters = letters.strip("()")
        if row and row["party"] in context.letters:
            yield from row.groups()
        elif letters in context.letters and _NAME.match(name):
            yield from (name, letters)
        else:
            yield cell


def _natural(name: str) -> str:
    """ "Ek, Eva" → "Eva Ek"."""
    surname, comma, given = name.partition(",")
    return f"{given.strip()} {surname.strip()}" if comma else name


def printed_text(content: str, appendix: Appendix) -> Span:
    """The words of a printed reservation: below its headings, above the signature."""
    paragraphs = [
        Span(appendix.span.start + m.start(), appendix.span.start + m.end())
        for m in re.finditer(r"\S(?:.|\n(?!\s*\n))*", appendix.span.of(content))
    ]
    spoken = [p for p in paragraphs if len(p.of(content).split()) > 8]
    if not spoken:
        return trimmed(content, appendix.span.start, appendix.span.end)
    return Span(spoken[0].start, spoken[-1].end)
