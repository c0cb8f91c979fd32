"""The matters of minutes: where each begins and ends, its number, title, dnr and type."""

import re
from dataclasses import dataclass, replace

from pipeline.extraction.context import folded
from pipeline.extraction.outline import Line, heading_kind, lines_of
from pipeline.extraction.run_on import title_end
from pipeline.extraction.titles import (
    BARE_REFERENCE,
    KNOWN,
    LABEL,
    REFERENCE,
    reference_below,
    taken_reference,
    title_lines,
    title_of,
    without_sentences,
)
from pipeline.models import Span, Text

# "Del av § 4 Ny brygga", "§ 4 (del av)", "§ 4, del 2"; "Del av § 4 justeras" is a sentence
_PART = r"(?:del\s+av\s+(?=§\s*\d+[\s.:–-]*(?:$|(?-i:[A-ZÅÄÖ]))))?"
_PARTED = r"(?:,?\s*\(?\bdel\s+(?:av|\d{1,2})\b\)?(?=[\s.:–-]*(?:$|(?-i:[A-ZÅÄÖ]))))?"
_ITEM = re.compile(
    r"^(?:(?:paragraf|ärende|[A-ZÅÄÖ][a-zåäöA-ZÅÄÖ]{0,4}|"
    rf"(?-i:[A-ZÅÄÖ]\w{{1,3}}[ \t]+[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{{1,3}}))\s+)?{_PART}§\s*"
    rf"(?P<number>\d{{1,4}}(?:\s?[a-z]\b)?)(?:/\d{{2,4}})?{_PARTED}"
    rf"(?!\s*,(?!\s*(?:(?:{LABEL})\s*)?[A-ZÅÄÖ]{{0,4}}\d*[-/ ]?\d+/\d\d)|\s*[-–—]\s*§?\s*\d|"
    r"[\d/]|:\d):?\.?(?P<rest>.*)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Item:
    """One matter in the text: from its § to the next; ``body_start`` is where its title
    ends."""

    number: str
    title: str | None
    reference: str | None
    start: int
    end: int
    body_start: int


# The number that another body gave the matter: "Au § 84".
_ELSEWHERE = re.compile(r"^(?:[A-ZÅÄÖ][A-Za-zåäöÅÄÖ]{0,5}[ \t]+§+[ \t]*\d+[ \t,;/]*)+")
# "§ 55      § 58" above the columns of a list of ballots
_COLUMNS = re.compile(r"(?:[ \t]*§[ \t]*\d+)+[ \t]*")
# "§ 97 Upprop .......... 3" in a list of contents
_LEADERS = re.compile(r"(?:\.[ \t]?){4,}[ \t]*\d*[ \t]*$")
# above the first § of a list of contents
_CONTENTS = re.compile(
    r"(?:innehålls|ärende)?(?:lista|förteckning)|innehåll|dagordning|föredragningslista|ärenden",
    re.IGNORECASE,
)
# "den 26 februari 2025," above the § of that decision: a sentence goes on.
_TORN = (",\n", ", \n")
# Fewer letters above a § are no title.
_LEAST = 8
# "Svar på motion om … § 27, 0188/24 Beslut": the title stands before the §.
_TITLED = re.compile(
    rf"§\s*(?P<number>\d{{1,4}}),?\s+(?:(?:{LABEL})\b\.?\s*:?\s*)?"
    rf"(?P<reference>(?-i:{'|'.join(KNOWN['leading'])})|"
    r"(?:[A-ZÅÄÖ]{1,4}\d*[-/ ])?\d+[-\d]*/\d{2,4})(?=\s|$)",
    re.IGNORECASE,
)


def items(text: Text, span: Span | None = None) -> list[Item]:
    """The matters of a document, or of a stretch of it, in order.

    A number printed twice (in a list of contents, or on a page of signatures) is kept once,
    where most text stands.
    """
    span = span or Span(0, len(text.content))
    starts = (
        _starts(text, span, _ITEM)
        or _starts(text, span, _IN_WORDS)
        or _numbered(_starts(text, span, _BODY_FIRST))
        or _numbered(_starts(text, span, _NUMBER_FIRST))
    )
    found = {item.number: item for item in _titled(text, span)}
    for place, (line, match) in enumerate(starts):
        end = starts[place + 1][0].start if place + 1 < len(starts) else span.end
        item = _item(text, line, match, end)
        known = found.get(item.number)
        if known is None or item.end - item.start > known.end - known.start:
            found[item.number] = item
    return _in_sequence(text, sorted(found.values(), key=lambda item: item.start))


# "Paragraf 33 Mötets öppnande", where nothing has a §
_IN_WORDS = re.compile(
    r"^[Pp]aragraf\s+(?P<number>\d{1,4})\b(?!\s*[-–,])[:.]?(?P<rest>(?:\s+[A-ZÅÄÖ].*)?)$"
)
# "Kommunstyrelsen § 33", where no § stands first; alone it names an earlier round
_BODY_FIRST = re.compile(
    r"^[A-ZÅÄÖ][\w -]*(?:fullmäktige|styrelsen?|nämnden?|utskottet?|beredningen)\s+§\s*"
    r"(?P<number>\d{1,4})(?:/\d{2,4})?(?P<rest>(?:[.:]?\s+[A-ZÅÄÖ].*)?)$"
)
# "33 § Mötets öppnande", and where nothing has a §: "33. Mötets öppnande"
_NUMBER_FIRST = re.compile(
    r"^(?P<number>\d{1,4})(?:\s?§:?|\.)\s+(?P<rest>[A-ZÅÄÖ][^\n]{3,150}?[^.,;:\s])$"
)
_SOME = 3
_Start = tuple[Line, re.Match[str]]


def _starts(text: Text, span: Span, form: re.Pattern[str]) -> list[_Start]:
    """The lines at which matters begin."""
    found = [
        (line, match)
        for line in lines_of(text.content, span)
        if (match := form.match(line.text))
        and not _listed(match["rest"])
        and not text.content[: line.start].endswith(_TORN)
    ]
    kept: list[_Start] = []
    for one in found:
        if not (kept and _of_earlier_round(kept[-1][0].text, one[0].text)):
            kept.append(one)
    return kept


def _of_earlier_round(heading: str, line: str) -> bool:
    """Whether a line, "Au § 86", only begins the round that the heading of a matter already
    names: "Sn § 52  Au § 86"."""
    bare = " ".join(line.split())
    return len(bare) > _LEAST // 2 and bare in " ".join(heading.split())[1:]


def _numbered(found: list[_Start]) -> list[_Start]:
    """Those of several headings in a row that are numbered one after the other."""
    kept: list[_Start] = []
    for one in found:
        if not kept or int(one[1]["number"]) == int(kept[-1][1]["number"]) + 1:
            kept.append(one)
    return kept if len(kept) >= _SOME else []


def _in_sequence(text: Text, found: list[Item]) -> list[Item]:
    """The matters, without a § of another text that one of them quotes: its number is not
    between those of its neighbours, and nothing is decided below it."""
    kept: list[Item] = []
    for place, item in enumerate(found):
        after = found[place + 1] if place + 1 < len(found) else None
        if kept and after and _astray(kept[-1], item, after) and not _decides(text, item):
            kept[-1] = replace(kept[-1], end=item.end)
        else:
            kept.append(item)
    return kept


def _astray(last: Item, item: Item, after: Item) -> bool:
    before, number, following = (int(re.sub(r"\D", "", x.number)) for x in (last, item, after))
    return before < following and not before <= number <= following


def _decides(text: Text, item: Item) -> bool:
    below = lines_of(text.content, Span(item.body_start, item.end))
    return any(heading_kind(line) == "beslut" for line in below)


def _listed(rest: str) -> bool:
    """Whether what follows a § shows that no matter begins: columns, or a list of contents."""
    return bool(_COLUMNS.fullmatch(rest) or _LEADERS.search(rest))


# "5 Sida 5 (41) Ks" before a §, and the title behind it up to a heading
_PAGE = re.compile(r"(?:\d+ )?Sida \d+ ?\(\d+\)(?: \w{1,4})?", re.IGNORECASE)
_AHEAD = re.compile(
    r"\s*(?P<title>[A-ZÅÄÖ][^.]{4,150}?)\s+(?=(?:[A-ZÅÄÖ][\wåäö-]*s )?[Bb]eslut\b|"
    r"Yrkande|Ärende|Sammanfattning|Bakgrund)"
)


def _titled(text: Text, span: Span) -> list[Item]:
    """Matters whose title stands before their §, in the same or the paragraph above."""
    marks = [
        (m, _title_start(text.content, m))
        for m in _TITLED.finditer(text.content, span.start, span.end)
    ]
    # "KS § 50  Au § 84  Dnr …" numbers one matter in two bodies.
    marks = [
        (m, start)
        for m, start in marks
        if start < m.start() and "§" not in text.content[start : m.start()]
    ]
    result = []
    for place, (match, start) in enumerate(marks):
        end = marks[place + 1][1] if place + 1 < len(marks) else span.end
        title, body = folded(text.content[start : match.start()]).strip(" ,:"), match.end()
        if _CONTENTS.fullmatch(title):
            continue
        if _PAGE.fullmatch(title):  # lines are lost: the title follows
            ahead = _AHEAD.match(text.content, match.end(), end)
            title = folded(ahead["title"]) if ahead else ""
            body = ahead.end() if ahead else body
        result.append(
            Item(match["number"], title or None, match["reference"], start, end, body)
        )
    longest: dict[str, Item] = {}
    for item in result:
        if (
            item.number not in longest
            or item.end - item.start > longest[item.number].end - longest[item.number].start
        ):
            longest[item.number] = item
    return list(longest.values())


def _title_start(content: str, mark: re.Match[str]) -> int:
    """Where the paragraph that ends at the § begins, or the one above a § that has nothing
    but its dnr before a heading; the § itself when it opens its matter."""
    before = mark.start()
    start = _paragraph_start(content, before)
    if len(content[start:before].strip()) >= _LEAST:
        return start
    above = _paragraph_start(content, len(content[:before].rstrip()))
    line = content[above:before].strip()
    is_title = len(line) >= _LEAST and "\n" not in line and not line.endswith((".", ":", ")"))
    return above if is_title and _opens_with_heading(content, mark.end()) else before


def _paragraph_start(content: str, before: int) -> int:
    head = content[:before]
    start = head.rfind("\n\n") + 2 if "\n\n" in head else 0
    return start + len(head[start:]) - len(head[start:].lstrip())


def _opens_with_heading(content: str, start: int) -> bool:
    """Nothing more on the line, and the next one is a heading of a matter."""
    rest, _, below = content[start : start + 400].partition("\n")
    following = below.strip().split("\n", 1)[0].strip()
    return not rest.strip() and bool(heading_kind(Line(0, len(following), following)))


def _item(text: Text, line: Line, match: re.Match[str], end: int) -> Item:
    rest_start = line.end - len(match["rest"])
    line, run_on = _cut(line, rest_start)
    rest = _ELSEWHERE.sub("", text.content[rest_start : line.end].strip(" \t–-:.,"))
    reference, rest = taken_reference(rest)
    lines: list[Line] = []
    if rest:
        lines.append(Line(rest_start, line.end, rest))
    place = line.end
    below = Span(place, place if run_on else end)
    for current, title_over in title_lines(text, below, rest):
        if title_over:
            break
        current, run_on = _cut(current, current.start)
        found = REFERENCE.search(current.text) or BARE_REFERENCE.match(current.text)
        if found:
            reference = reference or found["reference"]
            left = current.text[: found.start()].strip(" (,")
            if left:
                lines.append(Line(current.start, current.end, left))
            place = current.end
            if lines:
                break
            continue
        if current.text:
            lines.append(current)
            place = current.end
        if run_on:
            break
    lines, place = without_sentences(lines, place)
    title, trailing = title_of(lines)
    reference = reference or trailing or reference_below(text, place, end)
    return Item(match["number"].replace(" ", ""), title, reference, line.start, end, place)


def _cut(line: Line, begins: int) -> tuple[Line, bool]:
    """A line up to the end of the title that its text follows, and whether it is cut."""
    end = title_end(line.text[begins - line.start :])
    if end is None:
        return line, False
    return Line(line.start, begins + end, line.text[: begins - line.start + end]), True
