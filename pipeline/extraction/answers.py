"""An answer with the interpellation it answers printed after it in the same document.

Both papers carry the same heading but for its first words. Where a heading runs into the text
below it (no line end survived), the words that both headings share are the heading.
"""

import re
from dataclasses import dataclass, replace

from pipeline.extraction.context import Context, folded, party_of, trimmed
from pipeline.extraction.openings import preliminary
from pipeline.extraction.outline import lines_of
from pipeline.extraction.statements import Entry, points
from pipeline.language.mentions import LETTERS, Mention, canonical, find_people
from pipeline.models import Span
from pipeline.words import Act

_OPENS = re.compile(r"^[\W_]*(?:enkel\s+)?(?:interpellation|fråga)\b(?=[ \t]+\S)", re.I | re.M)
_WORD = re.compile(r"\b(?:interpellation|fråga)\b", re.I)
_ABOUT = re.compile(r"\b(?:om|angående|rörande|gällande|avseende)\s+\S", re.I)
_HEAD = 600
_ASKER = 200
_NAME = r"[A-ZÅÄÖ][\w-]+(?:[ \t]+(?:(?:von|af|de)[ \t]+)?[A-ZÅÄÖ][\w-]+){1,3}"
# "… till gagn. Eva Ek, kommunalråd" at the end of a paper, with or without line ends
_SIGNED = re.compile(
    rf"(?:(?<=[.!?”\"])\s+|^[ \t]*)(?P<name>{_NAME})(?:\s*\((?P<party>{LETTERS})\))?"
    r"(?:[ \t]*[,\n]\s*[^\n.?!]{3,80})?\s*\Z",
    re.MULTILINE,
)
_PLACE_LINE = re.compile(r"\n[ \t]*[A-ZÅÄÖ][^\n]{2,40}\d{4}(?:-\d\d-\d\d)?[ \t]*\Z")


@dataclass(frozen=True, slots=True)
class Exchange:
    """An answer and the interpellation printed after it: the heading of the first, and the
    two acts."""

    heading: Span
    entries: tuple[Entry, ...]


def exchange(context: Context, heading: Span) -> Exchange | None:
    """Both papers of a document that holds an answer and then its interpellation; None when
    no interpellation is printed after the answer."""
    content = context.content
    asker = next(iter(find_people(content[heading.start : heading.start + _ASKER])), None)
    second = _second_heading(content, heading, asker)
    if asker is None or second is None:
        return None
    shared = _shared(content, heading.start, second)
    if shared is None:
        return None
    answer, signed = _signed(content, Span(shared[0], _before_heading(content, second)))
    asked, _ = _signed(content, Span(shared[1], len(content)))
    entries = [_entry(content, Act.INTERPELLATION, asker, asked)]
    if signed:
        party = signed.parties or tuple(p for p in [party_of(context, signed.name or "")] if p)
        answerer = replace(signed, parties=party)
        entries.append(_entry(content, Act.INTERPELLATIONSSVAR, answerer, answer))
    return Exchange(Span(heading.start, shared[0]), tuple(entries))


def _second_heading(content: str, heading: Span, asker: Mention | None) -> int | None:
    """Where the interpellation begins: a line that opens with the word and names the
    asker."""
    for match in _OPENS.finditer(content, heading.start + 1):
        named = find_people(content[match.start() : match.start() + _ASKER])
        if asker and named and named[0].name == asker.name:
            return match.start()
    return None


def _shared(content: str, first: int, second: int) -> tuple[int, int] | None:
    """Where the headings end that two papers share, word for word; None when what they share
    says no subject."""
    words = [_words(content, place) for place in (first, second)]
    length = 0
    for one, other in zip(*words, strict=False):
        if one[0].casefold().strip(".,:") != other[0].casefold().strip(".,:"):
            break
        length += 1
    if not length:
        return None
    ends = words[0][length - 1].end(), words[1][length - 1].end()
    return ends if _ABOUT.search(content[second : ends[1]]) else None


def _words(content: str, start: int) -> list[re.Match[str]]:
    """The words of a heading from "interpellation" on, and of what follows it."""
    opening = _WORD.search(content, start, start + _HEAD)
    begins = opening.start() if opening else start
    return list(re.finditer(r"\S+", content[: begins + _HEAD]))[
        len(re.findall(r"\S+", content[:begins])) :
    ]


def _before_heading(content: str, heading: int) -> int:
    """Where the first paper ends: above the lines that only lead to the second heading."""
    end = heading
    for line in reversed(list(lines_of(content, Span(0, heading)))):
        if line.text and not preliminary(line):
            return line.end
        end = line.start
    return end


def _signed(content: str, span: Span) -> tuple[Span, Mention | None]:
    """The words of a paper without the signature, and who signed."""
    whole = trimmed(content, span.start, span.end)
    match = _SIGNED.search(whole.of(content))
    if match is None:
        return whole, None
    party = canonical(match["party"]) if match["party"] else None
    end = whole.start + match.start()
    words = trimmed(content, whole.start, end)
    dated = _PLACE_LINE.search(words.of(content))
    if dated:
        words = trimmed(content, words.start, words.start + dated.start())
    name = folded(match["name"])
    return words, Mention(end, whole.end, name, (party,) if party else ())


def _entry(content: str, act: Act, who: Mention, span: Span) -> Entry:
    text = span.of(content)
    bullets = tuple(folded(one) for one in re.split(r"[•▪]", text)[1:])
    listed = bullets if act == Act.INTERPELLATION and len(bullets) > 1 else points(text)
    return Entry(act, (who.name or "",), who.parties, span, span, act, points=listed)
