"""An answer with the interpellation it answers printed after it in the same document.

Both papers carry the same heading but for its first words. Where a heading runs into the text
below it (no line end survived), the words that both headings share are the heading.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.extraction.authors import answerer, asker
from pipeline.extraction.comments import QUESTION
from pipeline.extraction.context import Context, folded, party_of, trimmed
from pipeline.extraction.entry import Entry
from pipeline.extraction.openings import preliminary
from pipeline.extraction.outline import lines_of
from pipeline.extraction.run_on import title_end
from pipeline.extraction.signatures import Signature, party_line
from pipeline.extraction.titles import REFERENCE
from pipeline.extraction.wording import points
from pipeline.language.mention import Mention
from pipeline.language.mentions import find_people
from pipeline.language.party_names import LETTERS, canonical
from pipeline.models import Span
from pipeline.words import Act

_OPENS = re.compile(rf"^[\W_]*(?:interpellation|{QUESTION})\b(?=[ \t]+\S)", re.I | re.M)
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
_REASONS = re.compile(
    r"^\W*motivering\W*$|^\W*yrkandet\W*$|^\W*(?-i:Yrkandet)\s+(?=(?-i:[A-ZÅÄÖ]))", re.I | re.M
)
_LISTED = re.compile(
    r"\b(?:ställt|ställer)\b[^.:\n]{0,60}\bfråg(?:a|or)\b[^.:\n]{0,60}:\s*\n|"
    r"\b(?:frågat|undrat|undrar)(?:[ \t]+(?:mig|oss))?(?:[ \t]+följande)?[ \t]*\n"
    r"(?=\s*(?:[-–•]|\d[.)])[ \t])|"
    r"\bfråg(?:a|an|at|ar|or|orna)\b[^.\n]{0,60}:\s*$|\bundrar\b[^.\n]{0,40}:\s*$",
    re.I | re.M,
)
_HAS_ASKED = re.compile(
    r"^[^.\n]{0,30}\bhar\b[^.\n]{0,120}\b(?:frågat|ställt|undrat|inlämnat)\b", re.M
)
_NUMBERED = re.compile(r"^[ \t]*(?:\d{1,2}[.)]|[-–•])[ \t]+\S", re.M)
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
    named = next(iter(find_people(content[heading.start : heading.start + _ASKER])), None)
    found = _second_heading(content, heading, named)
    if found is None:
        return None
    second, asker = found
    shared = _shared(content, heading.start, second) or _apart(content, heading.start, second)
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


def _second_heading(
    content: str, heading: Span, asker: Mention | None
) -> tuple[int, Mention] | None:
    """Where the interpellation begins: a line that opens with the word and names the asker;
    and the asker as it names them."""
    for match in _OPENS.finditer(content, heading.start + 1):
        named = find_people(content[match.start() : match.start() + _ASKER])
        told = named and (named[0].name or "") in content[heading.start : match.start()]
        if named and (named[0].name == asker.name if asker else told):
            return match.start(), named[0]
    return None


def _shared(content: str, first: int, second: int) -> tuple[int, int] | None:
    """Where the headings end that two papers share, word for word; None when what they share
    says no subject."""
    words = [_words(content[:second], first), _words(content, second)]
    length = 0
    for one, other in zip(*words, strict=False):
        if one[0].casefold().strip(".,:") != other[0].casefold().strip(".,:"):
            break
        length += 1
    if not length:
        return None
    ends = words[0][length - 1].end(), words[1][length - 1].end()
    return ends if _ABOUT.search(content[second : ends[1]]) else None


def _apart(content: str, first: int, second: int) -> tuple[int, int] | None:
    """Where two headings end that say the subject in different words, each on one line with
    the text that follows it."""
    lines = [re.compile(r"\s*(?P<line>[^\n]*)").match(content, at) for at in (first, second)]
    ends = [(m.start("line"), title_end(m["line"])) for m in lines if m]
    cut = [begins + end for begins, end in ends if end]
    return (cut[0], cut[1]) if len(cut) == len(lines) else None


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
        if line.text and (_SIGNED.fullmatch(line.text) or not preliminary(line)):
            return line.end
        end = line.start
    return end


def _signed(content: str, span: Span) -> tuple[Span, Mention | None]:
    """The words of a paper without the signature, and who signed."""
    whole = trimmed(content, span.start, span.end)
    match = _SIGNED.search(whole.of(content))
    if match is None:
        return whole, None
    parties = [canonical(match["party"]) or match["party"]] if match["party"] else []
    parties = parties or [p for cell in match[0].split(",")[1:] for p in party_line(cell)]
    end = whole.start + match.start()
    words = trimmed(content, whole.start, end)
    dated = _PLACE_LINE.search(words.of(content))
    if dated:
        words = trimmed(content, words.start, words.start + dated.start())
    name = folded(match["name"])
    return words, Mention(end, whole.end, name, tuple(parties))


def _entry(content: str, act: Act, who: Mention, span: Span) -> Entry:
    text = span.of(content)
    listed = (
        points(text) if act != Act.INTERPELLATION else _questions_of(points(in_rows(text)))
    )
    return Entry(act, (who.name or "",), who.parties, span, span, act, points=listed)


_ANSWER_HEADING = re.compile(
    rf"^\W*(?:svar\s+på\s+(?:en\s+)?(?:interpellation|{QUESTION})\b|interpellationssvar\b|svar\W*$)",
    re.I | re.M,
)


def answer_below(content: str, begins: int) -> int | None:
    """Where the answer begins that is printed below the words of an interpellation."""
    match = _ANSWER_HEADING.search(content, begins)
    return match.start() if match else None


def entry(act: Act, who: list[Mention], span: Span, content: str) -> Entry:
    """What a paper says, with its points: those above the reasons where it gives any."""
    persons = tuple(dict.fromkeys(one.name for one in who if one.name))
    parties = tuple(dict.fromkeys(p for one in who for p in one.parties))
    text = span.of(content)
    return Entry(act, persons, parties, span, span, act, points=_asked(act, text))


# "… föreslår därför att kommunfullmäktige beslutar att ge nämnden i uppdrag att mäta."
_ONE_SENTENCE = re.compile(
    r"\b(?:föreslår|föreslås|yrkar|yrkas|hemställer|yrkande)\b[^.:?]*?\batt\s+(?:(?:\w+fullmäktige|fullmäktige)\s+"
    r"(?:måtte\s+|ska\s+|skall\s+)?beslutar?\s+)?(?P<point>[^.:?]{10,})(?=\.|\s*\Z)",
    re.I,
)


# "Förslag till beslut i kommunfullmäktige: Nämnden får i uppdrag att …" as the last paragraph
_PROPOSAL = re.compile(
    r"^\W*(?:förslag\s+till\s+beslut(?:\s+i\s+\w+fullmäktige)?|\w+fullmäktige\s+föreslås\s+"
    r"(?:att\s+)?besluta)\s*:?\s+(?P<point>[^\n]{20,})\s*\Z",
    re.IGNORECASE | re.MULTILINE,
)
# "… vill jag fråga: 1. Anser du …? 2. Kommer du …?"
_IN_A_ROW = re.compile(r"(?<=[:.?!])[ \t]+(?=(?P<mark>\d{1,2})[.)][ \t]+[A-ZÅÄÖ])")


def in_rows(text: str) -> str:
    """A text whose points go on in a row, with each on a line of its own."""
    text = re.sub(r"(?<=[.?!,;:])[ \t]+(?=[•▪][ \t])", "\n", text)
    place, number, rows = 0, 1, []
    begun = re.search(r"^[ \t]*1[.)][ \t]", text, re.M)
    for match in _IN_A_ROW.finditer(text, begun.end() if begun else 0):
        if int(match["mark"]) == number + bool(begun):
            rows.append(text[place : match.start()])
            place, number = match.end(), number + 1
    return "\n".join([*rows, text[place:]])


def _asked(act: Act, text: str) -> tuple[str, ...]:
    """The points of a paper: those from its first demand on. A motion that lists none asks for
    what its last demand says, an interpellation for what its lines ask."""
    text = in_rows(text)
    begins = _DEMANDS.search(text) if act == Act.MOTION else None
    listed = _proposed(text) or points(
        _DELS.sub(r"\1", text[_line_start(text, begins.start()) if begins else 0 :])
    )
    if listed:
        return _questions_of(listed) if act in (Act.INTERPELLATION, Act.FRÅGA) else listed
    if act in (Act.INTERPELLATION, Act.FRÅGA):
        return tuple(folded(one[0]) for one in _QUESTION_LINE.finditer(text))
    below = _PROPOSAL.search(text) if act == Act.MOTION else None
    if below:
        return (folded(below["point"]),)
    demands = list(_ONE_SENTENCE.finditer(text)) if act == Act.MOTION else []
    return (folded(demands[-1]["point"]),) if demands else ()


def _questions_of(listed: tuple[str, ...]) -> tuple[str, ...]:
    """What is asked among some points, where any of them is a question: others stand in a
    list that the background quotes."""
    return tuple(one for one in listed if "?" in one) or listed


def _line_start(text: str, place: int) -> int:
    return text.rfind("\n", 0, place) + 1


_DEMANDS = re.compile(r"\b(?:yrka|föreslå|hemställ|beslut|förslag|riksdagen|kräv)\w*", re.I)
_QUESTION_LINE = re.compile(r"^[ \t]*[A-ZÅÄÖ][^.?\n]{8,}\?(?=[ \t]*$)", re.M)
_DELS = re.compile(r"^([ \t]*)dels\s+(?=att\b)", re.I | re.M)


def _proposed(text: str) -> tuple[str, ...]:
    """The numbered proposals, or the only one, of a motion that gives its reasons below
    them."""
    above = _REASONS.split(text, maxsplit=1)
    if len(above) == 1 or not above[0].strip():
        return ()
    return points(above[0]) or (folded(above[0]),)


def answered(
    context: Context, heading: Span, begins: int, signed: Signature | None
) -> Iterator[Entry]:
    """The question that is answered (its words, when printed) and the answer."""
    content = context.content
    end = signed.span.start if signed else len(content)
    asking = asker(content, heading, begins) or _told_asker(content, begins)
    answering = _answering(context, heading, begins, signed, asking)
    asking = [one for one in asking if not any(one.name == other.name for other in answering)]
    questions = _questions(content, begins, end)
    body = trimmed(content, questions.end if questions else begins, end)
    body = _without_reference_line(content, body)
    opening = content[: heading.end]
    act = Act.FRÅGA if _PLAIN_QUESTION.search(opening) else Act.INTERPELLATION
    if asking and (questions or not _LETTER_HEAD.search(opening, heading.start)):
        yield entry(act, asking, questions or heading, content)
    if answering and body.end > body.start:
        yield entry(Act.INTERPELLATIONSSVAR, answering, body, content)


_LETTER_HEAD = re.compile(r"^(?:skickat|sent|datum):", re.I | re.M)
_PLAIN_QUESTION = re.compile(rf"\bsvar\s+på\s+(?:en\s+)?{QUESTION}\b", re.I)


def _told_asker(content: str, begins: int) -> list[Mention]:
    """Who has asked, by the sentence the answer opens with."""
    match = _HAS_ASKED.search(content, begins, begins + _HEAD)
    named = find_people(match[0]) if match else []
    return named[:1]


def _answering(
    context: Context,
    heading: Span,
    begins: int,
    signed: Signature | None,
    asking: list[Mention],
) -> list[Mention]:
    """Who answers: the first who signed, else who is said to above the words."""
    askers = {one.name for one in asking}
    named = [one for one in signed.signers if one.name not in askers] if signed else []
    found = named[:1] or [
        one for one in answerer(context.content, heading, begins) if one.name not in askers
    ]
    own = signed.parties if signed and len(signed.parties) == 1 else ()
    return [
        replace(one, parties=one.parties or _parties(context, one) or own) for one in found
    ]


def _parties(context: Context, one: Mention) -> tuple[str, ...]:
    party = party_of(context, one.name or "")
    return (party,) if party else ()


def _without_reference_line(content: str, span: Span) -> Span:
    first = content[span.start : span.end].split("\n", 1)
    if len(first) == 2 and REFERENCE.match(first[0].strip()):
        return trimmed(content, span.start + len(first[0]), span.end)
    return span


def _questions(content: str, start: int, end: int) -> Span | None:
    """The list of questions after "har ställt följande frågor:"."""
    match = _LISTED.search(content, start, end)
    if match is None:
        return None
    opening = trimmed(content, match.end(), end)
    if not _NUMBERED.match(content, opening.start):
        paragraph = content.find("\n\n", opening.start, end)
        return trimmed(content, opening.start, paragraph if paragraph > 0 else end)
    place = opening.start
    while True:
        stop = content.find("\n\n", place, end)
        if stop == -1:
            return trimmed(content, opening.start, end)
        after = trimmed(content, stop, end)
        if not _NUMBERED.match(content, after.start):
            return trimmed(content, opening.start, stop)
        place = after.start
