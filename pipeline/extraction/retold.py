"""Rounds of a matter that a paper to the council tells under headings of their own.

"Kommunstyrelsens behandling 2021-04-06" or "Arbetsutskottet den 23 mars 2021 § 14" opens what
happened there; yrkanden, propositions and reservations stand below as in minutes.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extraction.context import folded
from pipeline.extraction.decisions import Decision, decision_of
from pipeline.extraction.heard import Decider
from pipeline.extraction.meeting import SHORT_BODIES, nominative
from pipeline.extraction.outline import MAX_HEADING, Line, Section, heading_kind, lines_of
from pipeline.language.dates import find_dates
from pipeline.models import Span

_DATE = r"(?:\d{4}-\d\d-\d\d|\d{1,2}\s+[a-zåäö]{3,9}\s+\d{4})"
_PLACE = rf"(?:,?\s*(?:den\s+|vid\s+sammanträde(?:t)?\s+(?:den\s+)?)?{_DATE}|,?\s*§+\s*\d+)"
_BODY = (
    r"(?P<body>[A-ZÅÄÖ](?:[\w,-]|\s(?=[\wåäö]))*?"
    r"(?:nämnden|styrelsen|utskott(?:et)?|fullmäktige|beredningen|(?<=\s)AU)|"
    rf"{'|'.join(SHORT_BODIES)})"
)
_BODY_IN = _BODY.replace("[A-ZÅÄÖ]", r"\w", 1)
# "Kommunstyrelsens behandling", "Behandling i kommunstyrelsen den 6 april 2021"
_TREATED = re.compile(
    rf"^{_BODY}:?s?\s+(?:behandling|handläggning|överläggning)(?:en)?(?:\s+av\s+ärendet)?"
    rf"(?P<rest>(?:{_PLACE}){{0,2}})\W*$"
)
_TREATED_IN = re.compile(
    rf"^(?:Tidigare\s+)?(?:[Bb]ehandling|[Hh]andläggning)(?:en)?\s+i\s+{_BODY_IN}"
    rf"(?P<rest>(?:{_PLACE}){{0,2}})\W*$"
)
# "Kommunstyrelsen behandlade ärendet 2021-04-06, § 14."
_TREATS = re.compile(
    rf"^{_BODY}\s+behandla(?:r|de)\s+ärendet(?P<rest>(?:{_PLACE}){{1,2}})\W*$"
)
# "Kommunstyrelsens beslut den 6 april 2021", "Arbetsutskottet 2021-03-23 § 14"
_MET = re.compile(
    rf"^{_BODY}(?P<says>:?s\s+(?:beslut|sammanträde|yttrande|protokoll))?"
    rf"(?P<rest>(?:{_PLACE}){{1,2}})\W*$"
)
_ACTS = re.compile(
    r"\)\s+(?:m\.?\s?fl\.?\s+)?(?:(?:med\s+instämmande\s+av\b[^.\n]{3,90}\s)?yrkar|yrkade|reserverar|reserverade|"
    r"deltar|deltog|röstar|röstade|föreslår|lämnar|lämnade|inkommer|anmäler)\b"
)
_TOLD_ON = 250
_LETTERHEAD = 300
_MIN_HEADS = 2


# A line that opens a round, with the body and the date it tells.
Head = tuple[Line, tuple[str, str | None]]


@dataclass(frozen=True, slots=True)
class Round:
    """What one body did with the matter, and when; ``span`` is what stands below the
    heading."""

    body: str
    date: str | None
    heading: Span
    span: Span


def retold(content: str) -> list[Round]:
    """The rounds a paper tells, in order. None when no party acts in any, or when a body has
    two: then the paper is about several matters."""
    listed = _listed(content)
    heads = [
        (line, found)
        for line in lines_of(content, Span(0, len(content)))
        if line.text and (found := _head(content, line) or listed.get(line.text))
    ]
    heads = [pair for pair in heads if not course_line(pair[0].text)]
    firsts = [None, *heads]
    heads = [
        pair
        for before, pair in zip(firsts, heads, strict=False)
        if before is None or not _again(content, before, pair)
    ]
    edges = [*(line.start for line, _ in heads[1:]), len(content)]
    told = [
        Round(
            body, date, Span(line.start, line.end), Span(line.end, _end(content, line, edge))
        )
        for (line, (body, date)), edge in zip(heads, edges, strict=False)
    ]
    acting = [one for one in told if _ACTS.search(one.span.of(content))]
    told = [one for one in told if one in acting or one.heading.start > _LETTERHEAD]
    held = Counter(one.body for one in told)
    return told if acting and max(held.values()) == 1 else []


def _again(content: str, first: Head, second: Head) -> bool:
    """Whether a heading's first sentence opens the same round: "Styrelsens behandling", below
    it "Styrelsen behandlade ärendet 2021-04-06"."""
    between = content[first[0].end : second[0].start]
    return first[1][0] == second[1][0] and not between.strip()


def _listed(content: str) -> dict[str, tuple[str, str | None]]:
    """The bodies of the list at the top, as a heading names them, with their dates."""
    found: dict[str, tuple[str, str | None]] = {}
    for text in course(content):
        body = SHORT_BODIES.get(re.split(r"[\s§]", text)[0].upper())
        dates = find_dates(text)
        if body and dates:
            found[body] = (body, dates[0][1])
    return found


def executive_round(rounds: Sequence[Round]) -> tuple[str, str | None] | None:
    """Body and date of the round that a paper to the council comes from: the council's own
    where it is told, else the executive board's."""
    highest = ("fullmäktige", "styrelsen")
    boards = [one for end in highest for one in rounds if one.body.endswith(end)]
    return (boards[0].body, boards[0].date) if boards else None


def opens_round(content: str, line: Line) -> bool:
    """Whether a line is the heading of a round."""
    return bool(line.text and _head(content, line))


def _head(content: str, line: Line) -> tuple[str, str | None] | None:
    """The body and the date of a heading that opens a round. A body with nothing but a date
    does where a heading of minutes stands below it."""
    if len(line.text) > MAX_HEADING:
        return None
    treated = next(
        (m for form in (_TREATED, _TREATED_IN, _TREATS) if (m := form.match(line.text))), None
    )
    met = None if treated else _MET.match(line.text)
    if met and not (met["says"] or "§" in met["rest"] or _headed_below(content, line.end)):
        return None
    match = treated or met
    if match is None:
        return None
    dates = find_dates(match["rest"]) or find_dates(
        _first_sentence(content[line.end : line.end + _TOLD_ON])
    )
    body = SHORT_BODIES.get(match["body"]) or nominative(match["body"])
    return body, dates[0][1] if dates else None


def _first_sentence(below: str) -> str:
    """ "Kommunstyrelsen behandlade ärendet den 6 april 2021 § 14." """
    first = re.match(r"\s*[^\n]*(?:\n[^\n]+)?", below)
    told = re.search(r"\b(?:behandla|besluta|sammanträd)\w*[^.]*", first[0] if first else "")
    return told[0] if told else ""


def _headed_below(content: str, place: int) -> bool:
    below = next((x for x in lines_of(content, Span(place, len(content))) if x.text), None)
    return below is not None and heading_kind(below) in ("yrkande", "beslut", "beslutsgång")


def _end(content: str, line: Line, edge: int) -> int:
    """A round ends where the next begins, or where it is told who gets the decision."""
    for one in lines_of(content, Span(line.end, edge)):
        if heading_kind(one) == "slut" or re.match(
            r"(?i)(?:besluts)?underlag$|bilagor$", one.bare
        ):
            return one.start
    return edge


_COURSE = re.compile(
    rf"^(?:{'|'.join(SHORT_BODIES)}|[A-ZÅÄÖ][\w]{{1,5}})\s*§\s*\d+\s+(?:{_DATE})?$"
)


def course_line(text: str) -> bool:
    """A line of the list at the top that says where the matter was: "KS § 14  2021-04-06"."""
    return bool(_COURSE.match(" ".join(text.split())))


def course(content: str) -> Iterator[str]:
    """The lines of a list at the top that says where the matter was; one alone is none."""
    lines = [x.text for x in lines_of(content, Span(0, min(len(content), 1_500))) if x.text]
    run: list[str] = []
    for text in [*lines, ""]:
        if course_line(text):
            run.append(text)
            continue
        if len(run) >= _MIN_HEADS:
            yield from run
        run = []


# "… finner att styrelsen beslutar avslå motionen", "Nämnden avstyrkte motionen"
_DECIDES = re.compile(
    r"\bfinner\b[^.\n]{0,40}?\batt\s+(?P<found>(?:[^.\n]|\n(?!\n))+)|"
    r"(?:^|\.\s)[ \t]*(?P<decided>"
    r"(?:[\w, -]{0,60}(?:[Nn]ämnden|styrelsen|[Uu]tskottet)|Styrelsen)\s+"
    r"(?:beslut\w+|föreslår|föreslog|tillstyrk\w+|avstyrk\w+|avsl[åo]\w*|bif[aö]ll\w*|"
    r"god\w+|anser|ansåg)\s"
    r"(?:[^.\n]|\n(?!\n))+)",
    re.MULTILINE,
)


def last_decision(content: str, span: Span) -> Decision | None:
    """The last sentence of a stretch that says what a body decides."""
    told = list(_DECIDES.finditer(content, span.start, span.end))
    if not told:
        return None
    group = "found" if told[-1]["found"] else "decided"
    words = told[-1][group]
    return Decision(Span(*told[-1].span(group)), words, (folded(words),))


def told_decision(span: Span, proposed: Sequence[str]) -> Decider:
    """How to find what a round decided: below its heading, else by the last sentence that
    says so, else what the paper proposes as that body's own."""

    def decide(
        content: str, sections: Sequence[Section], aside: Sequence[Span]
    ) -> Decision | None:
        if any(s.kind == "beslut" for s in sections):
            return decision_of(content, sections, aside)
        own = Decision(span, "\n".join(proposed), tuple(proposed)) if proposed else None
        return last_decision(content, span) or own

    return decide
