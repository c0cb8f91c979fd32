"""Reports that retell the executive's debate and append the extracts of those who were asked.

"Vid behandlingen av ärendet i kommunstyrelsen förekom skiljaktiga meningar: …" is a round of
its own, with the date of the signature; each appended extract is another.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from os.path import commonprefix

from pipeline.extraction.cases import Item
from pipeline.extraction.context import Context, trimmed
from pipeline.extraction.extracts import Extract, extracts
from pipeline.extraction.matter import matter
from pipeline.extraction.minutes import matters_of
from pipeline.extraction.printed import papers, with_papers
from pipeline.extraction.retold import Round, told_decision
from pipeline.extraction.rows import Matter
from pipeline.language.dates import first_date
from pipeline.language.mention import Mention
from pipeline.language.mentions import find_people
from pipeline.models import Case, Span

_DEBATE = re.compile(
    r"^[ \t]*Vid\s+behandling(?:en)?\s+av\s+ärendet\s+i\s+(?P<body>\w+)\s+"
    r"(?:förekom\s+skiljaktiga\s+meningar|(?=antecknade\b))",
    re.IGNORECASE | re.MULTILINE,
)
_PROPOSES = re.compile(
    r"^[ \t]*(?:\w+styrelsens\s+förslag\s+)?(?P<body>\w+styrelsen)\s+(?:(?:tillstyrker|"
    r"bifaller)\s+[^.]"
    r"{3,250}?\s+och\s+)?föreslår\s+att\s+\w+fullmäktige\s+beslutar",
    re.IGNORECASE | re.MULTILINE,
)
_SIGNED = re.compile(
    r"^[ \t]*[A-ZÅÄÖ][\wåäö-]+[ \t]+den\s+(?P<date>\d{1,2}\s+[a-zåäö]+\s+\d{4})\b",
    re.MULTILINE,
)
_MOTION = re.compile(
    r"^[ \t]*(?:Handling\s+\d{4}\s+nr\s+\d+\s+)?(?P<heading>Motion\s+av\s+[^\n]{10,})$",
    re.MULTILINE,
)
_NAMES_ONLY = re.compile(
    r"^(?:[A-ZÅÄÖ][\w-]+(?:\s+[A-ZÅÄÖ][\w-]+){1,3}\s*\([A-ZÅÄÖ]{1,4}\)[\s,]*)+$"
)
_MIN_WORDS = 20
# Of a title, so much must stand in a heading for the rest of the line to be the text.
_MOST = 0.7


def rounds(
    context: Context, case: Case, told: Sequence[Round]
) -> tuple[list[Matter], list[Extract]]:
    """The rounds a report retells, the executive's first, and the extracts they came from:
    a debate, rounds ``told`` under headings of their own, appended extracts."""
    found = extracts(context.content)
    own = _debated(context, case)
    blank = replace(context, body=None, date=None)
    headed = [] if own or found else [_round(context, case, one) for one in told]
    return [*([own] if own else []), *headed, *matters_of(blank, found)], found


def _round(context: Context, case: Case, told: Round) -> Matter:
    """One body's round, read as a matter of its minutes."""
    span = told.span
    item = Item(case.number, case.title, case.reference, span.start, span.end, span.start)
    own = replace(context, body=told.body, date=told.date)
    proposed = case.decision if told.body.endswith("styrelsen") else ()
    return matter(own, item, {}, told_decision(span, proposed))


def debated_on(content: str) -> tuple[str, str | None] | None:
    """The body whose debate is retold, or that signs its proposal, and its date; None when
    there is none."""
    proposed = _PROPOSES.search(content)
    signed = _SIGNED.search(content, proposed.end()) if proposed else None
    by_board = signed and re.search(r"styrelse\b", content[signed.end() :].split("\n", 1)[0])
    match = _DEBATE.search(content) or (proposed if by_board else None)
    if match is None:
        return None
    signed = _SIGNED.search(content, match.end())
    return match["body"][:1].upper() + match["body"][1:], first_date(
        signed["date"]
    ) if signed else None


def _debated(context: Context, case: Case) -> Matter | None:
    """The executive's own round, from its proposal to the signature."""
    told = debated_on(context.content)
    debate = _DEBATE.search(context.content) or _PROPOSES.search(context.content)
    if debate is None or told is None:
        return None
    proposal = _PROPOSES.search(context.content, 0, debate.end())
    start = proposal.start() if proposal else debate.start()
    signed = _SIGNED.search(context.content, debate.end())
    end = signed.start() if signed else len(context.content)
    item = Item(case.number, case.title, case.reference, start, end, start)
    own = matter(replace(context, body=told[0], date=told[1]), item, {})
    after = [piece.span.start for piece in extracts(context.content) if piece.span.start > end]
    printed = papers(context, Span(end, min(after, default=len(context.content))))
    return with_papers(context, [own], printed)[0]


def printed_motion(
    content: str, after: int, title: str, authors: tuple[str, ...]
) -> Span | None:
    """The motion itself, where a report prints it last: below its heading, which may be
    glued to the text, and above a line with the names of its authors."""
    for heading in reversed(list(_MOTION.finditer(content, after))):
        span = _above_names(content, _below_title(heading, title), authors)
        if span and len(span.of(content).split()) >= _MIN_WORDS:
            return span
    return None


# "Eva Ek (S) har i en motion föreslagit …", "I en motion från Eva Ek (S) föreslås …"
_TELLS = re.compile(
    r"^[ \t]*(?:I\s+en\s+motion\b[^.\n]{0,60}\b(?:av|från)\s+)?"
    r"(?P<who>[A-ZÅÄÖ][^.\n]{4,120}?\))"
    r"(?:[^.:]{0,60}?\bi\s+(?:en\s+|sin\s+)?motion(?:en)?\b|"
    r"[^.:]{0,60}?\b(?:in)?(?:lämna[tr]|lämnade|kommit|kom|väckt|"
    r"väckte)\b[^.:]{0,50}?\bmotion\b)",
    re.MULTILINE,
)
# "Kontoret konstaterar …": what others say of it in the same paragraph
_ANSWERS = re.compile(
    r"(?<=[.!?])\s+\w*(?:[Ff]örvaltningen|[Kk]ontoret|[Nn]ämnden|styrelsen)\b"
)
_LISTED = re.compile(
    r"(?:\s*\n[ \t]*(?:[-–•]\s*|\d+[.)]\s*)?att\s[^\n]+(?:\n[ \t]*(?!att\b)\S[^\n]*)*)+"
)


def told_motion(content: str, authors: Sequence[Mention]) -> tuple[list[Mention], Span]:
    """The paragraph that sums a motion up, with the list below it, and who put it: those the
    title names, where it does, and they alone."""
    for match in _TELLS.finditer(content):
        people = find_people(match[0][match.start("who") - match.start() :])
        if not people or people[0].start > 1:
            continue
        if authors and {one.name for one in authors} != {one.name for one in people}:
            continue
        paragraph = content.find("\n\n", match.end())
        end = len(content) if paragraph < 0 else paragraph
        answered = _ANSWERS.search(content, match.end(), end)
        end = answered.start() if answered else end
        listed = _LISTED.match(content, end)
        return people, trimmed(content, match.start(), listed.end() if listed else end)
    return [], Span(0, 0)


def _below_title(heading: re.Match[str], title: str) -> int:
    """Where the text begins: after what the heading shares with the title, in whole words."""
    line = heading["heading"]
    shared = len(commonprefix([line.casefold(), title.casefold()]))
    if shared < len(title) * _MOST or shared == len(line.rstrip()):
        return heading.end()
    whole = shared if line[shared].isspace() else line.rfind(" ", 0, shared)
    return heading.end() - len(line) + whole


def _above_names(content: str, start: int, authors: tuple[str, ...]) -> Span | None:
    """Up to the first line of nothing but names with their parties, if the authors' own."""
    place = start
    for line in content[start:].split("\n"):
        if _NAMES_ONLY.match(line.strip()):
            own = any(name in line for name in authors)
            return trimmed(content, start, place) if own else None
        place += len(line) + 1
    return None
