"""Papers printed after minutes: the reservation or yttrande that an act only says was
handed in.

"Antecknar som yttrande en skrivelse" records an act; its words stand on a page of their own,
under a head such as "Yttrande  Socialdemokraterna, Vänsterpartiet". A paper belongs to the
recorded act of the same kind by the same parties; where there is no such act, or more than
one, it is left alone.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.extraction.context import Context, folded, mentioned, party_of, trimmed
from pipeline.extraction.meeting import body_line
from pipeline.extraction.rows import Matter
from pipeline.extraction.run_on import title_end
from pipeline.extraction.signatures import party_line
from pipeline.extraction.wording import without_signers
from pipeline.language.dates import find_dates
from pipeline.language.mentions import find_people
from pipeline.language.party_names import known_letters
from pipeline.models import Case, Span, Statement
from pipeline.words import Act

_REMARKED = frozenset({Act.PROTOKOLLSANTECKNING, Act.SÄRSKILT_YTTRANDE, Act.ERSÄTTARYTTRANDE})
_KINDS: tuple[tuple[str, frozenset[Act]], ...] = (
    ("reservation", frozenset({Act.RESERVATION})),
    ("mening", frozenset({Act.RESERVATION})),
    ("anteckning", _REMARKED),
    ("uttalande", frozenset({Act.SÄRSKILT_UTTALANDE, Act.ERSÄTTARYTTRANDE})),
    ("yttrande", _REMARKED),
    ("yrkande", frozenset()),
)
_HEAD = re.compile(
    r"^[ \t]*(?:(?:protokolls)?bilaga[ \t]+(?:nr[ \t]+)?(?P<name>§[ \t]*\d+|\w{1,3})"
    r"[ \t:.,–-]+)?"
    r"(?P<kind>(?:särskilt\s+)?yttrande|särskilt\s+uttalande|\w*yrkande|"
    r"(?:skriftlig\s+)?reservation|(?:avvikande|skiljaktig)\s+mening|protokollsanteckning|"
    r"anteckning(?=[ \t]+från\b))\b(?P<rest>[^\n]*)$",
    re.IGNORECASE | re.MULTILINE,
)
_ABOUT = re.compile(r"^\s*(?:angående|över|gällande|avseende|rörande)\b", re.IGNORECASE)
_TEXT = re.compile(
    r"\b(?:Yttrandet|Yrkandet|Reservationen|Motivering|Förslag till "
    r"beslut)\b:?\s+(?=[A-ZÅÄÖ\d])"
)
_ENDS = re.compile(
    r"^[ \t]*(?:utdrag\s+ur\s+protokoll|protokollsutdrag|tjänsteutlåtande|remissvar|"
    r"bilaga\s+\w{1,3}$|protokollsbilaga\s+\d{1,3}\b)",
    re.IGNORECASE | re.MULTILINE,
)
_RECORDED = 45
_LINE = 70  # characters
_MIN_WORDS = 15
_FEW_WORDS = 6


@dataclass(frozen=True, slots=True)
class Paper:
    """A printed paper: which acts it can belong to, by which parties, its words, the dates
    in its head, the number of the appendix that it is, and what stands above its words."""

    acts: frozenset[Act]
    parties: frozenset[str]
    span: Span
    dates: frozenset[str] = frozenset()
    appendix: str | None = None
    top: str = ""


def papers(context: Context, region: Span) -> list[Paper]:
    """The papers printed in a stretch that follows minutes."""
    heads = list(_opening(context.content, region))
    ends = [head.start() for head in heads[1:]] + [region.end]
    found = [
        _paper(context, head, Span(head.start(), end))
        for head, end in zip(heads, ends[: len(heads)], strict=True)
    ]
    return [one for one in found if one is not None]


def _opening(content: str, region: Span) -> Iterator[re.Match[str]]:
    """The first head of each paper: a second one, with its subject, stands a few lines
    below."""
    last: re.Match[str] | None = None
    before: re.Match[str] | None = None
    for match in _HEAD.finditer(content, region.start, region.end):
        if match["rest"].rstrip().endswith((".", ":")) and not _ABOUT.match(match["rest"]):
            continue
        between = content[last.end() : match.start()] if last else ""
        repeats = before is not None and _repeats(content, before, match)
        before = match
        if last and (repeats or len(between.split()) < _MIN_WORDS):
            continue
        last = match
        yield match


def _repeats(content: str, before: re.Match[str], head: re.Match[str]) -> bool:
    """Whether a head alone on its line stands right below one with the subject."""
    between = content[before.end() : head.start()]
    return not (head["rest"] or between.strip()) and bool(_ABOUT.match(before["rest"]))


def _paper(context: Context, head: re.Match[str], span: Span) -> Paper | None:
    content = context.content
    about = next(
        (m for m in _HEAD.finditer(content, span.start, span.end) if _ABOUT.match(m["rest"])),
        None,
    )
    text = _words(content, Span(about.start() if about else head.end(), span.end))
    if text is None:
        return None
    top = content[head.start() : min(about.start() if about else text.start, text.start)]
    beside = _party_above(content, head.start()) if about and not top else ()
    parties = next(
        (
            found
            for words in (_OF_MATTER.sub("", top), head["rest"].strip(), text.of(content)[:80])
            if (found := _parties(context, words) or frozenset(party_line(words)))
        ),
        frozenset(beside)
        or _signers(text.of(content))
        or _signers(content[text.end : span.end][:_SIGNATURE]),
    )
    kind = head["kind"].casefold()
    acts = next((acts for word, acts in _KINDS if word in kind), frozenset())
    number = _APPENDIX.search(content[: head.start()])
    appendix = head["name"] or (number["name"] if number else None)
    if not (parties or appendix):
        return None
    above = folded(
        f"{number['of'] or '' if number else ''} {content[head.start() : text.start]}"
    )
    return Paper(acts, parties, text, _dates(top), appendix, above)


# "§ 92 Motion av Eva Ek (M) om bryggor": the matter, and not whose paper it is
_OF_MATTER = re.compile(r"^[ \t]*§[ \t]*\d+[ \t]+\S[^\n]*(?:\n[ \t]*\S[^\n]*)*", re.MULTILINE)


def _party_above(content: str, place: int) -> tuple[str, ...]:
    """The parties that stand alone on the line above a head."""
    return party_line(content[:place].rstrip().rsplit("\n", 1)[-1])


# "Bilaga 2" on the line above the head of a paper, or above "Nämnden 2031-05-04, § 7" there
_APPENDIX = re.compile(
    r"^[ \t]*(?:protokolls?)?bilaga\s+(?:nr\s+)?(?P<name>§\s*\d+|\w{1,3})"
    r"(?P<of>[ \t]+till[ \t]+§[ \t]*\d+|(?=[ \t]*\n)\s*[^\n§]{0,60}§[ \t]*\d+)?[ \t]*\n\s*\Z",
    re.IGNORECASE | re.MULTILINE,
)
_SIGNATURE = 200


def _words(content: str, span: Span) -> Span | None:
    """A paper's words: from its first full paragraph, or from "Yttrandet", to the next page of
    somebody else."""
    end = _ENDS.search(content, span.start, span.end)
    stop = end.start() if end else span.end
    marked = _TEXT.search(content, span.start, stop)
    start = marked.end() if marked else _run_on(content, Span(span.start, stop))
    start = start or _first_paragraph(content, Span(span.start, stop))
    if start is None:
        return None
    text = trimmed(content, start, _before_next_body(content, start, stop))
    text = _without_office(content, text) if end and text.end < stop <= end.start() else text
    text = without_signers(content, text)
    return text if _says(text.of(content)) else None


def _says(text: str) -> bool:
    """Whether a text is long enough for a paper's words, or a short one of whole sentences."""
    least = _FEW_WORDS if text.rstrip()[-1:] in (".", "!", "?", "”") else _MIN_WORDS
    return len(text.split()) >= least


def _run_on(content: str, span: Span) -> int | None:
    """Where the words begin inside a long heading line."""
    line = span.of(content).split("\n", 1)[0]
    if not _HEAD.match(line) or len(line.split()) < 2 * _MIN_WORDS:
        return None
    end = title_end(line)
    return span.start + end + 1 if end else None


def _first_paragraph(content: str, span: Span) -> int | None:
    paragraphs = re.finditer(r"\S(?:.|\n(?!\s*\n))*", span.of(content))
    spoken = (
        m for m in paragraphs if _says(_OF_MATTER.sub("", m[0])) and not _HEAD.match(m[0])
    )
    first = next(spoken, None)
    return span.start + first.start() if first else None


def _before_next_body(content: str, start: int, stop: int) -> int:
    """Up to a line that names a body alone, or signers alone: what follows is another page."""
    place = start
    for line in content[start:stop].split("\n"):
        if line.strip() and (body_line(line) or _only_names(line)):
            return place
        place += len(line) + 1
    return stop


def _without_office(content: str, text: Span) -> Span:
    """A text without the office named on the last line, whose paper begins below it."""
    above, _, last = text.of(content).rpartition("\n\n")
    office = above and len(last) < _LINE and not last.endswith((".", "!", "?", "”"))
    return trimmed(content, text.start, text.start + len(above)) if office else text


def _only_names(line: str) -> bool:
    people = find_people(line)
    return bool(people) and not re.search(r"\b[a-zåäö]{3,}\b", line)


def _parties(context: Context, text: str) -> frozenset[str]:
    letters = text.split()
    if len(letters) > 1 and set(letters) <= known_letters():
        return frozenset(letters)  # "KD M L"
    found = mentioned(context, f"från {text}")
    return frozenset(p for one in found if not one.name for p in one.parties)


def _signers(text: str) -> frozenset[str]:
    return frozenset(p for one in find_people(text[-200:]) for p in one.parties)


def with_papers(
    context: Context, matters: Sequence[Matter], found: list[Paper]
) -> list[Matter]:
    """The matters, with the words of the acts that were only recorded."""
    rows = [row for one in matters for row in one.statements if _recorded(row)]
    cases = {row.statement_id: one.case for one in matters for row in one.statements}
    joint = _joint(rows, found)
    parts = [paper for papers in joint.values() for paper in papers]
    found = [paper for paper in found if paper not in parts]
    words: dict[str, Span] = {}
    for paper in found:
        alike = [row for row in rows if row.act in paper.acts]
        fitting = [row for row in alike if _by(row, paper)]
        sent = [row for row in fitting or alike if _sends_to(row, paper)]
        about = [row for row in fitting if _about(cases[row.statement_id], paper)]
        fitting = sent if len(sent) == 1 else about or sent or fitting
        if len(fitting) == 1 and fitting[0].statement_id not in words:
            words[fitting[0].statement_id] = paper.span
    for row in rows:
        wider = [x for x in found if _for_more(row, x) or _called_otherwise(row, x)]
        if len(wider) == 1 and wider[0].span not in words.values():
            words.setdefault(row.statement_id, wider[0].span)
    told = [
        replace(one, statements=tuple(_told(context, row, words) for row in one.statements))
        for one in matters
    ]
    return [_parted(context, one, joint) for one in told] if joint else told


def _joint(rows: Sequence[Statement], found: Sequence[Paper]) -> dict[str, list[Paper]]:
    """The papers of joint acts for which each party handed in its own, by the act they are of;
    none where a paper can be of another act."""
    alone = [
        one for one in found if not any(row.act in one.acts and _by(row, one) for row in rows)
    ]
    joint = {row.statement_id: parts for row in rows if (parts := _parts(row, alone))}
    spans = [paper.span for parts in joint.values() for paper in parts]
    return joint if len(set(spans)) == len(spans) else {}


def _parts(row: Statement, found: Sequence[Paper]) -> list[Paper]:
    parts = [one for one in found if row.act in one.acts and one.parties < {*row.parties}]
    named = sorted(party for one in parts for party in one.parties)
    return parts if named == sorted(row.parties) else []


def _parted(context: Context, one: Matter, joint: Mapping[str, list[Paper]]) -> Matter:
    """A matter with a row for each paper of a joint act, and its positions tied to them."""
    rows: list[Statement] = []
    own: dict[tuple[str | None, str], str] = {}
    for row in one.statements:
        for number, paper in enumerate(joint.get(row.statement_id, [])):
            part = _part(context, row, paper, number)
            own |= {(row.statement_id, party): part.statement_id for party in part.parties}
            rows.append(part)
        if row.statement_id not in joint:
            rows.append(row)
    stood = tuple(
        replace(x, statement_id=own.get((x.statement_id, x.party), x.statement_id))
        for x in one.positions
    )
    return replace(one, statements=tuple(rows), positions=stood)


def _part(context: Context, row: Statement, paper: Paper, number: int) -> Statement:
    parties = tuple(party for party in row.parties if party in paper.parties)
    return replace(
        row,
        statement_id=f"{row.statement_id}.{number}" if number else row.statement_id,
        parties=parties,
        persons=tuple(who for who in row.persons if party_of(context, who) in parties),
        joint=len(parties) > 1,
        text=paper.span.of(context.content),
        start=paper.span.start,
        end=paper.span.end,
    )


def _sends_to(row: Statement, paper: Paper) -> bool:
    """Whether the record names the appendix that the paper is."""
    named = rf"\b(?:protokolls?)?bilaga\s+(?:nr\s+)?{re.escape(paper.appendix or '')}\b"
    return bool(paper.appendix) and bool(re.search(named, row.text, re.IGNORECASE))


def _about(case: Case, paper: Paper) -> bool:
    """Whether the paper names the matter above its words, by its number or its title."""
    numbered = re.search(rf"§\s*{re.escape(case.number)}\b", f"{paper.appendix} {paper.top}")
    title = folded(case.title or "").casefold()
    return bool(numbered) or (len(title) > _MIN_TITLE and title in paper.top.casefold())


_MIN_TITLE = 8  # letters


def _by(row: Statement, paper: Paper) -> bool:
    return frozenset(row.parties) == paper.parties


def _for_more(row: Statement, paper: Paper) -> bool:
    """Whether a paper of a recorded act's date is by its parties and by others, who had
    nobody at the meeting."""
    by_more = frozenset(row.parties) < paper.parties and bool(row.parties)
    return row.act in paper.acts and by_more and _dated_alike(row, paper)


def _called_otherwise(row: Statement, paper: Paper) -> bool:
    """Whether "en skrivelse" of a date is the paper of it that calls itself a proposal."""
    letter = "skrivelse" in row.text and not paper.acts
    return letter and _by(row, paper) and _dated_alike(row, paper)


def _dated_alike(row: Statement, paper: Paper) -> bool:
    return bool(_dates(row.text) & paper.dates)


def _dates(text: str) -> frozenset[str]:
    return frozenset(date for _, date in find_dates(text))


def _recorded(row: Statement) -> bool:
    """Whether a statement is only the record of its being made."""
    return len(row.text.split()) <= _RECORDED


def _told(context: Context, row: Statement, words: dict[str, Span]) -> Statement:
    span = words.get(row.statement_id)
    if span is None:
        return row
    return replace(row, text=span.of(context.content), start=span.start, end=span.end)
