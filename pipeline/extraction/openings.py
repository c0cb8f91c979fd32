"""How a paper opens: what it is, its title, and where the words of its author begin.

A heading may tell it all ("Motion av Eva Ek (S) om bryggor"). Else the title stands alone
below, after lines that only say whose paper it is, to whom and under which number.
"""

import re
from collections.abc import Iterator

from pipeline.extraction.comments import COMMENT, HEADED, PARTIES_ALONE, QUESTION, lettered
from pipeline.extraction.context import folded
from pipeline.extraction.meeting import body_line
from pipeline.extraction.outline import Line, lines_of
from pipeline.extraction.run_on import title_end
from pipeline.extraction.signatures import party_line
from pipeline.extraction.titles import REFERENCE, bare_reference, without_reference
from pipeline.language.dates import find_dates
from pipeline.language.mention import Mention
from pipeline.language.mentions import find_people
from pipeline.models import Span
from pipeline.reference import table

_TOP = 4_000
_PAPER = rf"(?:motion|interpellation|{QUESTION}|skrivelse)"
# A line that announces a paper and goes on: "Svar på interpellation av …".
_ANNOUNCES = re.compile(
    rf"^[\W_]*(?:nr\s+\d+\.?\s+)?(?:(?:ärende|ämne)\s*:\s*)?(?:(?:svar\s+på|yttrande\s+över|en)\s+)*"
    rf"(?:{_PAPER}(?:en)?\b[ \t]*(?=\S)|interpellationssvar\s+[-–:]\s+(?=[A-ZÅÄÖ]))",
    re.I,
)
_LABEL = re.compile(rf"^[\W_]*{_PAPER}(?:\s+till\s+\w*fullmäktige)?[\W_]*$", re.I)
_SUBJECT = re.compile(
    r"\b(?:om|angående|rörande|gällande|avseende|ang\.)\s+(?P<subject>.+?)\s*$", re.I | re.S
)
# "Initiativärende – Fler bryggor", "Reservation ärende 12: Fler bryggor"
_OF_COMMENT = re.compile(rf"^\W*{COMMENT}\s*(?:[–:-]\s+)?", re.I)
# A date at the right edge of a heading
_DATED = re.compile(r"[ \t]{3,}\d{4}-\d\d-\d\d\s*$")
_BARE_LABEL = 14
_MAX_TITLE = 160
_DATE_LINE = 40
# Lines above the words that are no part of them, and those that name the subject.
_PRELIMINARY = re.compile(
    rf"^(?:{'|'.join(table('papers')['above'])})[\s:.*#|]*$", re.IGNORECASE
)
_TOPIC = tuple(re.compile(rf"^{form}$", re.IGNORECASE) for form in table("papers")["topic"])
# "Motion: Fler bryggor", "Motion till kommunfullmäktige i Vik – Fler bryggor"
_AFTER_COLON = re.compile(
    rf"^[\W_]*(?:svar\s+på\s+|yttrande\s+över\s+)?(?:{_PAPER}|interpellationssvar)"
    r"(?:\s*\([A-ZÅÄÖ]{1,4}\))?(?:\s+(?:till|från|av)\s+[^:–-]{3,60})?(?:\s*:|\s+[–-])\s+"
    r"(?!(?:ställd|till|från|av)\s)(?P<subject>\S.{3,}?)\s*$",
    re.IGNORECASE | re.DOTALL,
)
# "Motion (L) Fler bryggor", "Motion ”Fler bryggor”"
_PLAIN = re.compile(
    rf"^[\W_]*(?i:{_PAPER})\s+(?:\([A-ZÅÄÖ]{{1,4}}\)\s+)?(?!(?i:till|av|från|om|nr|ang|angående|rörande|gällande)\b)"
    r"[”\"“]?(?P<subject>[A-ZÅÄÖ][^\n”\"]{5,}?)[”\"]?\s*$"
)


# "Motion: Fler bryggor | Liberalerna i Tallvik", as a page of the web is called
# "…, inlämnad av Eva Ek (S) och Bo Alm (M)" behind the subject
_HANDED_IN = re.compile(
    r",?\s+(?:inlämna[dt]|väckt|ingiven|framställd)\s+av\s.{3,160}\((?:[A-ZÅÄÖ]{1,4}|-)\)\s*$",
    re.IGNORECASE,
)
_SITE = re.compile(r"\s+\|\s+[^|]{3,60}$")


def paper_heading(content: str) -> Span:
    """The stretch that says what the paper is and by whom: the line that announces it with
    its paragraph, else a label alone on its line, else the first paragraph."""
    lines = [x for x in lines_of(content, Span(0, min(len(content), _TOP))) if x.text]
    announcing = [x for x in lines if _ANNOUNCES.match(x.text) and len(x.text) > _BARE_LABEL]
    if announcing:
        line = _below_subject(announcing)
        run_on = title_end(line.text)
        return Span(line.start, line.start + run_on if run_on else _heading_end(content, line))
    for form in (_LABEL, HEADED):
        label = next((x for x in lines if any(form.match(cell) for cell in cells(x))), None)
        if label:
            label = _without_text(label)
            return Span(label.start, label.end)
    return _paragraph_with_word(content)


def _below_subject(announcing: list[Line]) -> Line:
    """The first line that announces a paper; in a letter the heading of the paper itself
    stands below the letter's subject ("Ämne: Motion om …")."""
    first, *others = announcing
    if not topic_of(first):
        return first
    headings = (x for x in others if _announces_again([x]) and not topic_of(x))
    return next(headings, first)


def _heading_end(content: str, line: Line) -> int:
    """A heading goes on to the end of its paragraph, or to a line that is no part of it."""
    end = line.end
    for following in lines_of(content, Span(min(line.end + 1, len(content)), len(content))):
        if not following.text or preliminary(following):
            break
        end = following.end
    return end


def _paragraph_with_word(content: str) -> Span:
    for match in re.finditer(r"\S(?:.|\n(?!\s*\n))*", content[:_TOP]):
        words = match[0].casefold()
        if re.search(rf"\b{_PAPER}\b", words) and len(words) > _BARE_LABEL:
            return Span(*match.span())
    first = re.search(r"\S(?:.|\n(?!\s*\n))*", content)
    return Span(*first.span()) if first else Span(0, 0)


def subject(heading: str) -> str | None:
    """The subject of the paper: what stands after a colon, "om" or "angående" in its
    heading."""
    flat = _HANDED_IN.sub("", _SITE.sub("", folded(_DATED.sub("", heading))))
    comment = _OF_COMMENT.match(flat) if HEADED.match(flat) else None
    if comment:
        rest = flat[comment.end() :]
        about = (topic_of(Line(0, len(x), x)) for x in (rest, flat) if rest)
        topic = next(filter(None, about), None)
        if topic or not rest or comment[0].rstrip()[-1:] in ":–-":
            return topic or (rest if rest and not find_dates(rest) else None)
    told = _AFTER_COLON.match(flat) or _PLAIN.match(flat)
    if told and not only_people(told["subject"]):
        return told["subject"]
    named = REFERENCE.search(flat)
    flat = flat[: named.start()].strip() if named else flat
    after_names = (
        flat[flat.rfind(")") + 1 :]
        if re.search(r"\)\s+(?:om|angående|rörande|gällande|avseende)\b", flat)
        else flat
    )
    match = _SUBJECT.search(after_names)
    return match["subject"].rstrip(".| ") if match else None


def below_heading(content: str, heading: Span, *, titled: bool) -> tuple[str | None, int]:
    """The title that stands alone below a heading (only sought when the heading has none),
    and where the words of the paper begin."""
    title: list[str] = []
    place = heading.end
    above = None if titled else _title_above(content, heading)
    for block in _blocks(content, Span(heading.end, len(content))):
        named = _without_text(block[0])
        topic = topic_of(named)
        if topic and not titled and not title:
            title = [topic]
            place = named.end
            if named != block[0]:
                break
        elif (
            preliminary(block[0])
            or topic
            or _repeats(block, heading.of(content))
            or _announces_again(block)
        ):
            place = block[-1].end
        elif (
            not titled
            and not title
            and not above
            and _reads_as_title(block, content[block[-1].end :])
        ):
            title = [line.text for line in block]
            place = block[-1].end
        else:
            break
    said = without_reference(folded(" ".join(title)))
    return (_without_lead(said) or above), _below_labels(content, place)


# "Förslag till beslut I nämnden och kommunfullmäktige:", "Yttrandet": what a text stands under
_LABELS = re.compile(
    r"(?:\s*(?:Förslag till beslut|Yrkandet|Yttrandet|Reservationen)\b:?(?=\s+[A-ZÅÄÖ\d•-]))?"
    r"(?:\s*I\s+(?:[\w-]+\s+){0,3}?\w*(?:styrelsen|nämnd|nämnden|fullmäktige|utskottet)\b"
    r"[^.:\n]{0,60}:(?=\s))?"
    # "Liberalerna lämnar följande reservation:"
    r"(?:\s*[^.:\n]{3,160}\b(?:lämnar|avger|lägger|inkommer\s+med|antecknar|anteckna|anför)\s+"
    r"följande(?:\s+\w+)?(?:\s+(?:\w*reservation|yttrande|anteckning|\w*yrkande|uttalande))?:"
    r"(?=\s))?"
)


def _below_labels(content: str, place: int) -> int:
    labels = _LABELS.match(content, place)
    return labels.end() if labels else place


def _without_text(line: Line) -> Line:
    """A line that its text follows on, cut where the text begins."""
    end = title_end(line.text)
    return Line(line.start, line.start + end, line.text[:end]) if end else line


def _title_above(content: str, heading: Span) -> str | None:
    """The title that stands alone above the label of a comment, between meeting and number."""
    if not HEADED.match(heading.of(content)):
        return None
    lines = [x for x in lines_of(content, Span(0, heading.start)) if x.text]
    topics = [topic for line in lines if (topic := topic_of(line))]
    spoken = topics or [x.text for x in lines if not preliminary(x) and len(x.text) > 8]
    return without_reference(spoken[0]) if len(spoken) == 1 else None


def _without_lead(title: str) -> str:
    """ "Om fler bryggor" → "fler bryggor"."""
    match = re.match(r"(?:om|angående|rörande|gällande|avseende)\s+(?=\S)", title, re.I)
    return title[match.end() :] if match else title


def _repeats(block: list[Line], heading: str) -> bool:
    """Whether a paragraph is the heading once more."""
    return len(block) == 1 and _SITE.sub("", folded(heading)) == folded(block[0].text)


def _announces_again(block: list[Line]) -> bool:
    """A line that says once more whose paper it is and to whom, or an address of two lines."""
    text = " ".join(line.text for line in block)
    if len(block) == 1:
        stops = text[-1] in ".?" and not only_people(_PUT_BY.sub("", text).rstrip("."))
        return bool(_ANNOUNCES.match(text)) and len(text) < _MAX_TITLE and not stops
    return len(block) == 2 and bool(_ADDRESSED.match(text))


# "Interpellation från Eva Ek (L) till nämndens ordförande Bo Alm (S)."
_PUT_BY = re.compile(rf"^\W*{_PAPER}\s+(?:från|av)\s+|\s+till\s+.*", re.IGNORECASE)
_ADDRESSED = re.compile(
    r"till\s+(?:\S+\s+){0,5}(?:ordförande\w*|\w*råd(?:et)?|\w+(?:nämnden|styrelsen))\b[^.:?]{0,60}$",
    re.IGNORECASE,
)


def _blocks(content: str, span: Span) -> Iterator[list[Line]]:
    """Lines that stand together; a preliminary line is a block of its own."""
    block: list[Line] = []
    for line in lines_of(content, span):
        topic = topic_of(_without_text(line))
        alone = bool(line.text) and (preliminary(line) or topic is not None)
        if block and (alone or not line.text):
            yield block
            block = []
        if alone:
            yield [line]
        elif line.text:
            block.append(line)
    if block:
        yield block


def preliminary(line: Line) -> bool:
    """A line that says whose paper it is, to whom, when or under which number; such is a row
    of a table, as a letterhead is set."""
    if _ROW.match(line.text):
        return True
    parts = cells(line)
    if len(parts) > 1:
        return any(preliminary(Line(0, len(part), part)) for part in parts)
    bare = line.text.strip("#* ")
    dated = len(bare) < _DATE_LINE and bool(find_dates(bare))
    return bool(
        _PRELIMINARY.match(bare)
        or (REFERENCE.match(bare) and len(bare) < _DATE_LINE)
        or bare_reference(bare)
        or body_line(bare)
        or dated
        or only_people(bare)
        or party_line(bare)
        or PARTIES_ALONE.match(bare)
    )


_ROW = re.compile(r"^\|.*\|$")
_COLUMNS = re.compile(r"[ \t]{3,}")
# "INTERPELLATION 2021-03-04" in a cell of its own
_CELL_DATE = re.compile(r"\s+\d{4}-\d\d-\d\d$")


def cells(line: Line) -> list[str]:
    """The cells of a row of a table, without their dates, or of a line set in columns; of any
    other line the line."""
    if not _ROW.match(line.text):
        return _COLUMNS.split(line.text)
    return [_CELL_DATE.sub("", cell.strip()) for cell in line.text.strip("|").split("|")]


def topic_of(line: Line) -> str | None:
    """The subject that a line of its own names: "Ämne: bryggor"."""
    bare = line.text.strip("#* ")
    found = next((match for form in _TOPIC if (match := form.match(bare))), None)
    about = found["subject"].strip('–-”" ') if found else ""
    about = about if len(about) <= _MAX_TITLE else ""
    return about if about and not preliminary(Line(0, len(about), about)) else None


def letterhead(content: str, begins: int) -> tuple[str, ...]:
    """The parties of lines of their own above the words of a paper."""
    lines = lines_of(content, Span(0, begins))
    every = [cell for line in lines for cell in cells(line) if cell]
    return tuple(dict.fromkeys(p for one in every for p in party_line(one))) or lettered(every)


def listed_alone(content: str, begins: int) -> list[Mention]:
    """The people of lines above the words that name nobody else."""
    lines = lines_of(content, Span(0, begins))
    cut = (cell for line in lines for cell in cells(line) if only_people(cell))
    return [one for cell in cut for one in find_people(cell)]


def only_people(text: str) -> bool:
    """A line of nothing but people with their parties, as in a table of signatures."""
    people = find_people(text)
    rest = text
    for one in reversed(people):
        rest = rest[: one.start] + rest[one.end :]
    return bool(people) and not re.sub(r"[|,;•–\s-]|\b(?:och|samt|m\.?\s?fl\.?)\b", "", rest)


def _reads_as_title(block: list[Line], after: str) -> bool:
    """A short paragraph without a stop; a question is one where others are put below it."""
    text = " ".join(line.text for line in block)
    asks = text.endswith("?") and len(block) == 1 and "?" in after
    return (
        len(block) <= 2
        and len(text) <= _MAX_TITLE
        and text[0].isupper()
        and not re.search(r"[.,:;]$|\b[a-zåäö]+[.!?]\s+[A-ZÅÄÖ]", text)
        and (asks or not text.endswith("?"))
    )
