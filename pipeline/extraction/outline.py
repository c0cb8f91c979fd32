"""The outline of a stretch of text: its headings, and what stands below each.

Headings are recognised by their words (headings.toml), because plain text has no layout;
layout only adds headings whose words we do not know.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from pipeline.extraction.whose import OF_WHOM
from pipeline.models import Span, Text
from pipeline.reference import table

MAX_HEADING = 100
_SENTENCE_ENDS = '.:!?”"'
_SPACE = " \t\u00a0"


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its line end; offsets are into the document's text."""

    start: int
    end: int
    text: str

    @property
    def bare(self) -> str:
        """The line as headings are compared: lower case, single spaces, no closing colon."""
        return " ".join(self.text.split()).rstrip(":").casefold()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the text up to the next one. ``kind`` is from headings.toml,
    "okänd" for a heading only its layout shows, or "början" for text before any heading.
    ``label`` is the heading as printed."""

    kind: str
    label: str
    heading: Span
    start: int
    end: int


def lines_of(content: str, span: Span) -> Iterator[Line]:
    """The lines of a stretch, blank ones included, without surrounding spaces."""
    place = span.start
    while place < span.end:
        stop = content.find("\n", place, span.end)
        stop = span.end if stop == -1 else stop
        raw = content[place:stop]
        left = len(raw) - len(raw.lstrip(_SPACE))
        yield Line(place + left, place + len(raw.rstrip(_SPACE)), raw.strip(_SPACE))
        place = stop + 1


@cache
def _forms() -> tuple[tuple[str, str], ...]:
    """The kinds of headings, each with a pattern of its forms, in their order."""
    return tuple((row["kind"], "|".join(row["forms"])) for row in table("headings")["heading"])


@cache
def _any_form() -> re.Pattern[str]:
    """All forms at once, a group for each kind: most lines are no heading."""
    return re.compile("|".join(f"(?P<k{n}>{forms})" for n, (_, forms) in enumerate(_forms())))


@cache
def _openings() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, _opening(forms, kind)) for kind, forms in _forms())


def _opening(forms: str, kind: str) -> re.Pattern[str]:
    """A heading with its text on the same line: "Yrkanden Eva Ek (S) yrkar …"; "Skickas till:
    sökanden" goes on in lower case."""
    rest = r"(?::?\s+(?=[A-ZÅÄÖ\d”\"•(-])" + (r"|:\s+(?=[a-zåäö]))" if kind == "slut" else ")")
    return re.compile(rf"(?P<head>(?i:{forms}))(?:\s*\([\w ]+\))?{rest}")


# "Reservation (S)", "Yrkanden [bilaga]"
_IN_BRACKETS = re.compile(
    r"(?:[\s,/&]*(?:\boch\s+)?(?:\([\wåäö, ]+\)|\[[a-zåäö, ]{1,20}\]))+$"
)
_NUMBER_BEFORE = re.compile(r"^[§\d.]+\s+(?=\D)")


def heading_kind(line: Line) -> str | None:
    """What stands below a line, if the line is a heading by its words."""
    if not line.text or len(line.text) > MAX_HEADING or _unfinished(line.text):
        return None
    if line.text[0].islower():
        return None  # a line of running text
    bare = line.bare
    if bare.endswith((")", "]")):
        bare = _IN_BRACKETS.sub("", bare)
    bare = _NUMBER_BEFORE.sub("", bare)
    # "Reservation/Särskilt yttrande", "Yrkanden/Förslag"
    named = [_kind_of(part) or (part == "förslag" and part) for part in bare.split("/")]
    if whose := OF_WHOM.fullmatch(line.text):
        return _kind_of(whose["act"].casefold())
    return _kind_of(bare) or (named[0] or None if len(named) > 1 and all(named) else None)


@lru_cache(maxsize=1_000)
def _kind_of(bare: str) -> str | None:
    found = _any_form().fullmatch(bare)
    return _forms()[int(str(found.lastgroup)[1:])][0] if found else None


def _unfinished(text: str) -> bool:
    """Whether a line ends as running text does; "Reservationer m.m." and "Exp." do not."""
    return text[-1] in ".,;" and not text.endswith("m.m.") and text.casefold() != "exp."


def inline_heading(line: Line) -> tuple[str, int] | None:
    """Kind and length of a heading that its text follows on the same line.

    The heading itself must be printed with a capital, and a capital, digit or quote must
    follow.
    """
    if not line.text[:1].isupper() or not _any_form().match(line.text.casefold()):
        return None
    for kind, opening in _openings():
        match = opening.match(line.text)
        if match and match.end() < len(line.text) and _reads_as_heading(line.text, match):
            return kind, match.end()
    return None


def _reads_as_heading(text: str, match: re.Match[str]) -> bool:
    """The next word may be capital only because a heading stood before it."""
    rest = text[match.end() :]
    return not re.match(
        r"[A-ZÅÄÖ]{1,4}(?:,|\s+(?:dater|den\s+\d|\d{4}-))|"
        r"\d{4}-|\d+(?:[:/]|, [A-ZÅÄÖ])|(?:\([^()]*\)(?:,|\s|och)*)+\.?$",
        rest,
    )


def sections(text: Text, span: Span) -> list[Section]:
    """The sections of a stretch, in order; the first may be headless ("början")."""
    marks = list(_marks(text, span))
    result = []
    opening_end = marks[0][1].start if marks else span.end
    if text.content[span.start : opening_end].strip():
        start = Span(span.start, span.start)
        result += _told(text.content, Section("början", "", start, span.start, opening_end))
    for place, (kind, heading) in enumerate(marks):
        end = marks[place + 1][1].start if place + 1 < len(marks) else span.end
        label = heading.of(text.content).strip().rstrip(":")
        nested = _nested(text.content, marks[place - 1], (kind, heading)) if place else kind
        if nested != kind and _TO_DECIDE.fullmatch(label):
            label = result[-1].label
        result += _told(text.content, Section(nested, label, heading, heading.end, end))
    return result


# "Eva Ek (S) yrkar bifall" where a paragraph begins: the meeting itself, under a heading for
# the background or without one of its own.
_MOVING = (
    r"(?=(?:[Oo]rdföranden?[ \t]+)?[A-ZÅÄÖ][\w-]+(?:[ \t][A-ZÅÄÖ][\w-]*){1,3}"
    r"[ \t]\([A-ZÅÄÖ]{1,4}\)[^.:\n]{0,160}\byrkar\s+(?:bifall|avslag|återremi|bordlägg))"
)
_MOVES = re.compile(rf"\n[ \t]*\n[ \t]*{_MOVING}")
# The same right below "Motivering" or "Diskussion"; what was moved before is told elsewhere.
_OPENS_MOVING = re.compile(rf"\s*{_MOVING}")
_REASONS = re.compile(r"motivering|skäl|diskussion|inlägg|anförande|bedömning", re.IGNORECASE)


# "Under mötet föreslog Eva Ek (S) …": this meeting, where no other is told of above it.
_AT_MEETING = re.compile(
    r"(?:(?<=\n\n)|(?<=:\n)|(?<=[a-zåäö]\n)|\A)[ \t]*(?=(?:Under|Vid|På)\s+(?:dagens\s+)?"
    r"(?:mötet|sammanträdet|överläggningen)\s+(?:yrka|föresl|reserver)\w+\s+[A-ZÅÄÖ])"
)
_OTHER_MEETING = re.compile(
    r"\w+(?:nämnden|styrelsen|utskottet|fullmäktige|beredningen)\b|\d{4}-\d\d-\d\d|"
    r"\bden\s+\d{1,2}\s",
    re.IGNORECASE,
)
# Below a decision: what was moved, or what the chair did, in a paragraph of its own.
_AFTER_DECISION = re.compile(
    r"(?<=\S)\n[ \t]*\n[ \t]*(?=[A-ZÅÄÖ][\w-]+(?:[ \t][A-ZÅÄÖ][\w-]*){1,3}"
    r"(?:[ \t]\([A-ZÅÄÖ]{1,4}\))?[^.:\n]{0,120}\byrka(?:r|de)\b|"
    r"Ordföranden?\s+(?:ställ|finner\b|fann\b))"
)
_BODY = r"\w*(?:nämnden|styrelsen|utskottet|fullmäktige|irektionen)\s+"
_DECIDES = re.compile(
    rf"\s*{_BODY}(?:beslut|godkänn|anta|avslå|lägg|föreslå|noter|återremit|bordlägg)",
    re.IGNORECASE,
)


# "Följande yrkanden har kommit in:", and below it who moved what.
_MOVED_BELOW = re.compile(
    r"\b(?:följande|nedanstående)[ \t]+(?:\w+[ \t]+)?(?:\w*yrkanden|"
    r"förslag)\b[^.:\n]{0,60}[.:]\s*\n"
    r"(?=\s*(?:[-–•]|\d[.)])?[ \t]*(?-i:[A-ZÅÄÖ])[^\n:]{2,120}?(?:\([a-zåäö]{1,4}\)|"
    r"erna|partiet)"
    r"[^\n:]{0,40}(?::|\byrka|\bföresl))",
    re.IGNORECASE,
)
# A decision of bullets, and below it a paragraph without one: the background, unheaded.
_BULLETED = re.compile(
    r"\s*(?:[•–-][ \t]+\S(?:[^\n]|\n(?![ \t]*\n))*\n[ \t]*\n\s*)+"
    r"(?=[^\s•–-])(?!\d)"
)
_TELLS_MOVES = frozenset({"början", "okänd", "bakgrund", "beslut", "överläggning"})


def _told(content: str, section: Section) -> list[Section]:
    """A background or a decision that goes over into what was moved at the meeting, as two
    sections."""
    below = section.kind in _TELLS_MOVES and _MOVED_BELOW.search(
        content, section.start, section.end
    )
    if below:
        place = Span(below.end(), below.end())
        moved = Section("yrkande", section.label, place, below.end(), section.end)
        return [replace(section, end=below.start()), moved]
    reasons = section.kind == "bakgrund" and _REASONS.match(section.label)
    if reasons and _OPENS_MOVING.match(content, section.start, section.end):
        return [replace(section, kind="överläggning")]
    meeting = section.kind == "bakgrund" and _AT_MEETING.search(
        content, section.start, section.end
    )
    if meeting and not _OTHER_MEETING.search(content, section.start, meeting.end()):
        place = Span(meeting.end(), meeting.end())
        told = Section("överläggning", section.label, place, meeting.end(), section.end)
        above = content[section.start : meeting.end()].strip()
        return [replace(section, end=meeting.end()), told] if above else [told]
    bullets = section.kind == "beslut" and _BULLETED.match(content, section.start, section.end)
    if bullets and not _DECIDES.match(content, bullets.end(), section.end):
        place = Span(bullets.end(), bullets.end())
        rest = Section("okänd", section.label, place, bullets.end(), section.end)
        return [replace(section, end=bullets.end()), rest]
    decides = section.kind == "beslut" or _opens_with_decision(content, section)
    pattern = _AFTER_DECISION if decides else _MOVES if section.kind == "bakgrund" else None
    moves = pattern.search(content, section.start, section.end) if pattern else None
    if moves is None or not content[section.start : moves.start() + 1].strip():
        return [section]
    place = Span(moves.end(), moves.end())
    told = Section("överläggning", section.label, place, moves.end(), section.end)
    return [replace(section, end=moves.end()), told]


def _opens_with_decision(content: str, section: Section) -> bool:
    """Whether text without a heading begins with the decision, and no other follows."""
    if section.kind != "början":
        return False
    paragraphs = re.split(r"\n[ \t]*\n", content[section.start : section.end].strip())
    told = [bool(_DECIDES.match(one)) for one in paragraphs]
    return told[0] and not any(told[1:])


_QUESTIONS = re.compile(
    r"(?:övriga|ledamöternas|politikernas)\s+frågor\b|"
    r"(?P<one>(?:svar\s+på\s+)?(?:enkel\s+|skriftlig\s+|muntlig\s+)?fråga\b)",
    re.IGNORECASE,
)
_DECIDED = re.compile(r"\bbeslut|\bgodkänn|\buppdra|\btill handlingarna\b", re.IGNORECASE)


def asked(content: str, title: str | None, parts: list[Section]) -> list[Section]:
    """The sections of a matter for members' questions: what they asked. Among all kinds of
    questions nothing is decided; about a single one it is decided that it may be put."""
    told = "".join(content[part.start : part.end] for part in parts)
    questions = _QUESTIONS.match(title or "")
    if questions is None or not questions["one"] and _DECIDED.search(told):
        return parts
    return [
        replace(part, kind="frågor") if part.kind in ("början", "okänd") else part
        for part in parts
    ]


_TO_THE_COUNCIL = re.compile(
    r"(?:[\w, -]+ )?förslag till (?:kommun|region)(?:fullmäktige|styrelsen)\W*", re.IGNORECASE
)


# "Kommunstyrelsen beslutar att", above the points
_TO_DECIDE = re.compile(
    r"(?!.*\bföreslår\b)(?:\S+ ){1,5}?beslutar?(?: att| följande)?\W*", re.IGNORECASE
)


def _nested(content: str, above: tuple[str, Span], below: tuple[str, Span]) -> str:
    """The kind of a heading by the one right above it: "Förslag till kommunfullmäktige" below
    "Beslut" is what was decided, below "Förslag till beslut" what was proposed; so is "Nämnden
    beslutar att" there."""
    kinds = {above[0], below[0]} == {"beslut", "förslag"}
    empty = not content[above[1].end : below[1].start].strip(" :\n\t")
    head = below[1].of(content)
    opens = _TO_THE_COUNCIL.fullmatch(head) or (
        above[0] == "förslag" and _TO_DECIDE.fullmatch(head)
    )
    return above[0] if kinds and empty and opens else below[0]


def _marks(text: Text, span: Span) -> Iterator[tuple[str, Span]]:
    """Headings in order, with the stretch they take up."""
    laid_out = {h.start for h in text.headings if span.start <= h.start < span.end}
    apart = True  # a blank line or the end of a sentence stands above
    said, above = "", ""
    for line in lines_of(text.content, span):
        if not line.text:
            apart = True
            continue
        kind = heading_kind(line)
        if kind == "beslut" and said in _SAID and _wanted(line, above):
            kind = None
        said, above = kind or said, line.text
        inline = None if kind or not apart else inline_heading(line)
        if kind:
            yield kind, Span(line.start, line.end)
        elif inline:
            yield inline[0], Span(line.start, line.start + inline[1])
            rest = Line(line.start + inline[1], line.end, line.text[inline[1] :])
            second = heading_kind(rest)
            if second:
                yield second, Span(rest.start, rest.end)
        elif line.start in laid_out and _could_be_heading(line):
            yield "okänd", Span(line.start, line.end)
        apart = line.text[-1] in _SENTENCE_ENDS


# Sections whose text may itself print what should be decided.
_SAID = frozenset(
    {"reservation", "särskilt uttalande", "särskilt yttrande", "ersättaryttrande"}
)
_OPENS_TEXT = re.compile(r"(?::|\bföljande\.?)\Z", re.IGNORECASE)
_DECIDES_THAT = re.compile(
    r"\S+(?: \S+){0,4}? (?:beslutar|beslutade|föreslår)\b", re.IGNORECASE
)


def _wanted(line: Line, above: str) -> bool:
    """Whether "Nämnden beslutar", right below who reserves themselves, begins their words."""
    return bool(_OPENS_TEXT.search(above) and _DECIDES_THAT.match(line.text))


def _could_be_heading(line: Line) -> bool:
    return len(line.text) <= MAX_HEADING and line.text[-1] not in ".?!,:"
