"""Papers by one author: motions, interpellations, questions, answers, letters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.extraction.answers import Exchange, answer_below, answered, entry, exchange
from pipeline.extraction.attached import in_one_matter, stands_attached
from pipeline.extraction.authors import announced, titled
from pipeline.extraction.bundle import bundled, moved
from pipeline.extraction.comments import (
    QUESTION,
    as_substitute,
    comment_act,
    meeting_of,
    reserved,
)
from pipeline.extraction.context import Context, folded, gather, trimmed
from pipeline.extraction.entry import Entry
from pipeline.extraction.meeting import signing_date
from pipeline.extraction.municipality import municipality_of
from pipeline.extraction.openings import (
    below_heading,
    letterhead,
    listed_alone,
    paper_heading,
    subject,
)
from pipeline.extraction.parliament import PARLIAMENT, addressed, motion_number
from pipeline.extraction.positions import standings
from pipeline.extraction.rows import Matter, position_rows, statement_rows
from pipeline.extraction.signatures import (
    Signature,
    signature,
    signed_date,
    signers_with_party,
)
from pipeline.extraction.titles import REFERENCE, bare_reference
from pipeline.language.dates import find_dates
from pipeline.language.mention import Mention
from pipeline.models import Case, Span
from pipeline.words import Act, ItemType, Kind

_HANDLING = re.compile(r"\bhandling\s+(?:nr\s+)?(?P<number>\d{4}(?:\s+nr\s+|:)\d+)", re.I)
_TOP = 1_200
_ASKS = re.compile(rf"^\W*(?:svar\s+på\s+)?(?:en\s+)?{QUESTION}\b", re.I | re.M)
_ITEM = {
    Kind.MOTION: ItemType.MOTION,
    Kind.INTERPELLATION: ItemType.INTERPELLATION,
    Kind.INTERPELLATIONSSVAR: ItemType.INTERPELLATION,
    Kind.SKRIVELSE: ItemType.SKRIVELSE,
}
_ACT = {
    Kind.MOTION: Act.MOTION,
    Kind.INTERPELLATION: Act.INTERPELLATION,
    Kind.SKRIVELSE: Act.SKRIVELSE,
}


def paper(context: Context, kind: Kind, source: str) -> tuple[Context, list[Matter]]:
    """The matter of a paper, with what its author says; for an answer also the questions.
    A letter that is answered below its answer is left out. Of several papers in one file
    each is read by itself; the document's body and date are those of the first."""
    whole = context.text
    sent = _FORWARDED.search(whole.content)
    if sent:
        cut = replace(whole, content=whole.content[: sent.start()])
        context = replace(context, text=cut)
    papers = bundled(context, kind)
    if len(papers) == 1:
        context, matters = _paper(context, kind)
        return replace(context, text=whole), matters
    read: list[tuple[tuple[Context, list[Matter]], Span]] = []
    for number, (one, span) in enumerate(papers, 1):
        alone = _alone(context, span)
        if read and one == Kind.SKRIVELSE:  # handed in to the same meeting
            alone = replace(alone, body=read[0][0][0].body, date=read[0][0][0].date)
        read.append((_paper(alone, one, number), span))
    matters = in_one_matter(
        (moved(one, span.start, context), _attached(context, span, one))
        for (_, found), span in read
        for one in found
    )
    told = f"filen rymmer {len(papers)} handlingar efter varandra: de lästes var för sig"
    first = read[0][0][0]
    return replace(first, text=whole, findings=(*context.findings, told)), matters


def _attached(context: Context, span: Span, found: Matter) -> bool:
    """Whether a paper is an appendix to the one above it and names no matter."""
    unnumbered = found.case.number == context.document_id[:8]
    return unnumbered and stands_attached(context.content, span)


def _alone(context: Context, span: Span) -> Context:
    """One paper of a file as a document: who is named with which party is known from it."""
    return gather(context.document_id, replace(context.text, content=span.of(context.content)))


# "-----Ursprungligt meddelande-----", or a second head of a letter
_FORWARDED = re.compile(
    r"^\W*-{2,}\s*(?:ursprungligt|vidarebefordrat|original)\s+(?:meddelande|message)|"
    r"(?<=\S\n\n)(?:Från|From):[^\n]*\n(?:Skickat|Datum|Sent|Till):",
    re.I | re.M,
)


def _paper(context: Context, kind: Kind, number: int = 1) -> tuple[Context, list[Matter]]:
    if kind == Kind.INTERPELLATIONSSVAR:
        known = titled(context.content, paper_heading(context.content))
        context = replace(context, roster={**context.roster, **known})
    laid = _layout(context, kind)
    context = _placed(context, kind, laid)
    case = _case(context, kind, laid, number)
    rows = statement_rows(context, case.case_id, _told(context, kind, laid))
    if kind != Kind.SKRIVELSE:
        rows = tuple(replace(row, body=None) for row in rows)
    stood = position_rows(context, case, standings(reserved(rows), serving=None, voted=False))
    return context, [Matter(case, statements=rows, positions=stood)]


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where a paper has what: its heading, the title, the ``words``, who signed them; where an
    answer is printed below a question, or a question below its answer, and both papers where
    they are told apart. ``content`` ends where another paper begins."""

    content: str
    heading: Span
    title: str | None
    words: Span
    signed: Signature | None
    answer: int | None
    asked: int | None
    both: Exchange | None


def _layout(context: Context, kind: Kind) -> _Layout:
    content = context.content
    heading = paper_heading(content)
    answers = kind == Kind.INTERPELLATIONSSVAR
    both = exchange(context, heading) if answers else None
    heading = both.heading if both else heading
    title = subject(heading.of(content))
    below, begins = below_heading(content, heading, titled=title is not None)
    answer = answer_below(content, begins) if kind == Kind.INTERPELLATION else None
    asked = _asked_below(context, begins) if answers and both is None else None
    content = content[:asked]
    end = _end(content[:answer], begins)
    signed = signature(context, begins, end)
    words = Span(begins, end)
    return _Layout(content, heading, title or below, words, signed, answer, asked, both)


def _placed(context: Context, kind: Kind, laid: _Layout) -> Context:
    """The day of the paper, and whom it is put to."""
    content, begins = laid.content, laid.words.start
    return replace(
        context,
        date=_date(content[: laid.answer], laid.signed, begins) or context.date,
        body=_body(content, kind, begins) or context.body,
        municipality=PARLIAMENT if addressed(content[:_TOP]) else _addressed_place(content),
    )


def _case(context: Context, kind: Kind, laid: _Layout, number: int) -> Case:
    content = laid.content
    parliament = context.municipality == PARLIAMENT
    reference = motion_number(content) if parliament else _reference(content)
    handling = _HANDLING.search(content)
    told = folded(handling["number"]) if handling else context.document_id[:8]
    return Case(
        case_id=f"{context.document_id[:16]}:{number}",
        document_id=context.document_id,
        number=reference or _numbered(content, laid.words.start) or told,
        title=laid.title,
        reference=reference,
        body=context.body,
        date=context.date,
        item_type=_item(content, laid.heading, kind),
        start=0,
        end=len(content),
    )


# "Ärende 7 Ny brygga" above the label of a comment
_NUMBERED = re.compile(
    r"^\W*(?:ärende(?:\s+nr)?|§)\s*(?P<number>\d{1,4})\b", re.IGNORECASE | re.MULTILINE
)


def _numbered(content: str, begins: int) -> str | None:
    """The number of the matter that stands above the words of a comment."""
    opens = _NUMBERED.search(content, 0, begins) if comment_act(content[:begins]) else None
    return opens["number"] if opens else None


def _told(context: Context, kind: Kind, laid: _Layout) -> list[Entry]:
    """What the paper says, with the answer or the question that stands below it."""
    said = laid.both.entries if laid.both else _said(context, kind, laid)
    found = list(said)
    if laid.answer is not None:
        found += _answer(context, laid.answer)
    return _with_question(context, laid.asked, found) if laid.asked is not None else found


def _answer(context: Context, place: int) -> Iterator[Entry]:
    """The answer printed below an interpellation: what stands above it is blanked, so that
    offsets stay."""
    text = context.text
    below = replace(text, content=" " * place + text.content[place:])
    context = replace(context, text=below)
    alone = paper_heading(below.content[place:])
    heading = Span(place + alone.start, place + alone.end)
    titled = subject(heading.of(below.content)) is not None
    _, begins = below_heading(below.content, heading, titled=titled)
    said = answered(context, heading, begins, signature(context, begins))
    yield from (one for one in said if one.act == Act.INTERPELLATIONSSVAR)


# "INTERPELLATION   2021-03-04", "Interpellation till nämndens ordförande" alone on its line,
# below the signature of an answer
_QUESTION_PAPER = re.compile(
    rf"^[ \t]*(?:interpellation|{QUESTION})"
    r"(?:[ \t]*(?:\d{4}-\d\d-\d\d)?|[ \t]+till[ \t]+[^\n.:?]{3,80})[ \t]*$",
    re.I | re.M,
)


def _asked_below(context: Context, begins: int) -> int | None:
    """Where the paper begins that is answered, if it is printed below a signed answer."""
    match = _QUESTION_PAPER.search(context.content, begins)
    signed = match and signature(context, begins, match.start())
    return match.start() if match and signed else None


def _with_question(context: Context, place: int, found: list[Entry]) -> list[Entry]:
    """The acts of an answer, with the interpellation in the words of its own paper, where the
    one who asked has signed it."""
    below = Span(place, len(context.content))
    alone = _alone(context, below)
    heading = paper_heading(alone.content)
    titled = subject(heading.of(alone.content)) is not None
    _, begins = below_heading(alone.content, heading, titled=titled)
    signed = signature(alone, begins)
    if signed is None or signed.span.start <= begins:
        return found
    names = {one.name for one in signed.signers}
    words = trimmed(context.content, place + begins, place + signed.span.start)
    asked = (Act.INTERPELLATION, Act.FRÅGA)
    if not any(one.act in asked for one in found):
        act = _asked_as(alone.content, heading, Act.INTERPELLATION)
        return [entry(act, list(signed.signers), words, context.content), *found]
    return [
        entry(one.act, _who(one), words, context.content)
        if one.act in asked and {*one.persons} & names
        else one
        for one in found
    ]


def _who(one: Entry) -> list[Mention]:
    """Those an act is by, as they were named."""
    return [Mention(0, 0, name, one.parties) for name in one.persons]


# "Kommunfullmäktige 2021-03-04 § 4": what was decided, noted below the paper
_NOTED = re.compile(
    r"^[ \t]*(?:\w*fullmäktige|\w*styrelsen|KF|KS)s?\b[^\n]{0,60}§[ \t]*\d+"
    r"(?:[^\n]{0,20}|[ ,]*beslut:[^\n]{0,80})$|"
    r"^\W*(?:protokollsutdrag|utdrag\s+ur\s+protokoll)\b[^\n]{0,60}$|"
    r"^\W*(?:\w+(?:nämndens|styrelsens|utskottets|förvaltningens|kontorets)\s+"
    r"(?:yttrande|svar|bedömning|synpunkter)|(?:yttrande\s+över|svar\s+på)\s+motion\w*|"
    r"tjänsteskrivelse|remissvar)\b[^\n.]{0,60}$",
    re.I | re.M,
)


def _end(content: str, begins: int) -> int:
    """Where a paper ends: above the note of what a body decided about it."""
    noted = _NOTED.search(content, begins)
    return noted.start() if noted else len(content)


def _item(content: str, heading: Span, kind: Kind) -> ItemType:
    asks = kind in (Kind.INTERPELLATION, Kind.INTERPELLATIONSSVAR)
    if asks and _ASKS.search(content[: heading.end]):
        return ItemType.FRÅGA
    return _ITEM.get(kind, ItemType.FÖRSLAG)


def _reference(content: str) -> str | None:
    match = REFERENCE.search(content[:3_000])
    return folded(match["reference"]) if match else bare_reference(content)


def _date(content: str, signed: Signature | None, begins: int) -> str | None:
    """The date of the signature, else the only one that stands above the words, else one on
    a line of its own at the top or the bottom."""
    written = signing_date(content) or (signed_date(signed, content) if signed else None)
    above = {date for _, date in find_dates(content[:begins])}
    if written or len(above) == 1:
        return written or above.pop()
    lines = [line for line in content.splitlines() if line.strip()]
    for line in [*lines[:4], *lines[-4:]]:
        dates = find_dates(line)
        if dates and len(line.strip()) < 40:
            return dates[0][1]
    return None


def _addressed_place(content: str) -> str | None:
    """The municipality whose council a paper is addressed to, where nothing else tells."""
    match = re.search(
        r"\b(?:[Kk]ommunf|[Ff])ullmäktige(?:s\s+(?:sammanträde|möte))?\s+i\s+"
        r"(?P<name>[A-ZÅÄÖ][\wåäö-]+)",
        content[:_TOP],
    )
    if match is None or municipality_of(content):
        return None
    return match["name"]


def _body(content: str, kind: Kind, begins: int) -> str | None:
    """Interpellations are put to the council: named, or understood from a commissioner. A
    comment is handed in to the body that its head names."""
    if kind == Kind.SKRIVELSE and (
        comment_act(content[:begins]) or meeting_of(content, begins)
    ):
        return meeting_of(content, begins)
    named = re.search(r"\b((?:kommun|region)fullmäktige)s?\b", content[:1_200], re.I)
    if named:
        return named[1].capitalize()
    if re.search(r"\bKF\b", content[:begins]):
        return "Kommunfullmäktige"
    council = re.search(
        r"\btill\W+(?:\w*borgarråd|kommunalråd|kommunstyrelsens)", content[:1_200], re.I
    )
    return "Kommunfullmäktige" if council and kind != Kind.MOTION else None


def _said(context: Context, kind: Kind, laid: _Layout) -> Iterator[Entry]:
    heading, words, signed = laid.heading, laid.words, laid.signed
    content, begins, act = context.content, words.start, _ACT.get(kind)
    if kind == Kind.INTERPELLATIONSSVAR:
        yield from answered(context, heading, begins, signed)
        return
    authors = announced(content, heading, begins)
    if not authors and not signed and act != Act.INTERPELLATION:
        authors = listed_alone(content, begins)
    if signed and (not authors or any(one.others or not one.name for one in authors)):
        alone = tuple(p for one in authors if not one.name for p in one.parties)
        named = signers_with_party(context, signed, letterhead(content, begins) or alone)
        authors = named if any(one.parties or one.name for one in named) else authors
    elif not authors:
        authors = [Mention(0, 0, None, tuple(letterhead(content, begins)))]
    span = trimmed(content, begins, signed.span.start if signed else words.end)
    if act and span.end > span.start and any(one.name or one.parties for one in authors):
        said = entry(_asked_as(content, heading, act), authors, span, content)
        closing = signed.span.of(content) if signed else ""
        yield as_substitute(said, span.of(content), closing)


def _asked_as(content: str, heading: Span, act: Act) -> Act:
    """A question is put like an interpellation, and a reservation handed in on a paper of its
    own like a letter; each is an act of its own."""
    if act == Act.SKRIVELSE:
        return comment_act(content[: heading.end]) or act
    question = act == Act.INTERPELLATION and _ASKS.search(content[: heading.end])
    return Act.FRÅGA if question else act
