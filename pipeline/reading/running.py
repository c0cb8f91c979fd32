"""Page numbers and running heads in plain text, and sentences that a page break cut in two."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.reading.assembly import Line

Numbered = list[tuple[str, int | None]]

# Example: "4 (90)", "Sida 4 av 12", "Sid. 4(12)"
OF_TOTAL = re.compile(
    r"^[ \t]*(?:sid(?:a|an|\.)?[ \t]*:?[ \t]*)?(\d{1,4})[ \t]*"
    r"(?:\([ \t]*(\d{1,4})[ \t]*\)|av[ \t]+(\d{1,4}))[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
# Example: "Sida 4", "- 4 -", "4/12"
NUMBERED = re.compile(
    r"^(?:sid(?:a|an|\.)?\s*:?\s*(\d{1,4})|[-–]\s*(\d{1,4})\s*[-–]|(\d{1,4})\s*/\s*\d{1,4})$",
    re.IGNORECASE,
)
BARE = re.compile(r"^(\d{1,4})$")
# Example: "Protokollsutdrag Sammanträdesdatum: 2024-02-05", perhaps with more words glued on
DATED = re.compile(
    r"[ \t]*((?:[^\W\d_][^.:]{0,60}?[ ])?Sammanträdesdatum:?[ ]*\d{4}-\d\d-\d\d)"
    r"(?:[ ]+(\S.*))?$"
)
SECTION = re.compile(r"\s*§")
# A vote in a list of ballots: many pages can end in the same one.
BALLOT = re.compile(r"(?:^|\s)(?:ja|nej|avstår|frånvarande)$", re.IGNORECASE)
WINDOW = 4  # lines on either side of a page number or date that may belong to a running head
REPEATS = 4
MOST = 0.6  # share of the pages
LONGEST_NUMBER = 30
# A bare body name, such as "Kommunstyrelsen"
BODY = re.compile(
    r"[^\d.,:;]*(?:nämnd|styrelse|fullmäktige|utskott|beredning)[^\d.,:;]*$", re.IGNORECASE
)
PROTOCOL = re.compile(r"\s*Protokoll(?:\s+nr)?\s+\d+\s*$", re.IGNORECASE)
BODY_WINDOW = 16  # headings of the page may stand between the body and the date

LONG_LINE = 60
SENTENCE_END = (".", ":", ";", "?", "!", "”", '"')
# A sentence cannot end with these words.
DANGLING = re.compile(
    r"(?:,|\b(?:och|samt|eller|av|i|på|för|med|till|den|det|de|ett|en|som|att|om|från|vid|mellan"
    r"|enligt|under|inom|genom|mot|är|har|ska))$"
)
LIST_MARK = re.compile(r"(?:-|\d{1,3}[.)]|[A-Za-zÅÄÖåäö][.)])\s")


def page_number(text: str) -> int | None:
    """The number that a line printed for counting pages bears; None for any other line."""
    found = OF_TOTAL.match(text) or NUMBERED.match(text)
    return int(next(group for group in found.groups() if group)) if found else None


def without_running_heads(text: str) -> tuple[Numbered, list[int]]:
    """Raw lines with their pages, without page numbers and repeated heads, and all pages.

    Form feeds and lines such as "4 (90)" count as page breaks. The first of a repeated head is
    kept, for the body and the date stand in it.
    """
    pages = _form_feed_pages(text) if "\f" in text else _numbered_pages(text)
    rows: Numbered = [(line, number) for number, lines in pages for line in lines]
    anchors = [place for place, (line, _) in enumerate(rows) if _is_anchor(line)]
    if anchors:
        dated = [place for place in anchors if DATED.match(rows[place][0])]
        rows = _head_first(_without_heads(rows, anchors), dated)
    return rows, [number for number, _ in pages if number is not None]


def _head_first(rows: Numbered, dated: Sequence[int]) -> Numbered:
    """``rows`` without the gaps in sentences that a head tore, and with the dated head that is
    kept at the top where it tears one: that of the first page is not printed, or left out."""
    left_out = [place for place in dated if not rows[place][0].strip()]
    moved = _tearing_head(rows, [place for place in dated if place not in left_out])
    torn = [place for place in left_out if _tears(rows, place, 0)] + moved[-1:]
    gaps = {gap for place in torn for gap in _gap(rows, place, {*moved})}
    page = rows[0][1]
    top = [*((rows[place][0], page) for place in moved), ("", page)] if moved else []
    return top + [row for n, row in enumerate(rows) if n not in gaps and n not in moved]


def _tearing_head(rows: Numbered, kept: Sequence[int]) -> list[int]:
    """The places of the first dated head of minutes that is kept, from the body to the date,
    where it tears a sentence; else none."""
    above = [*_walk(rows, kept[0], -1)] if kept else []
    named = (n for n, place in enumerate(above) if BODY.match(rows[place][0]))
    head = above[: 1 + next(named, WINDOW)]
    minutes = any(PROTOCOL.match(rows[place][0]) for place in head)
    torn = minutes and len(above) > len(head) and _tears(rows, kept[0], len(head))
    return [*reversed(head), kept[0]] if torn else []


def _tears(rows: Numbered, place: int, head: int) -> bool:
    """Whether a sentence goes on from the line above a head, so many lines further up, to the
    one below it."""
    above = [rows[n][0].strip() for n in _walk(rows, place, -1)][head:]
    after = next((rows[n][0].strip() for n in _walk(rows, place, 1)), "")
    if not above or above[0].endswith(SENTENCE_END) or SECTION.match(after):
        return False
    return len(above[0]) >= LONG_LINE or bool(DANGLING.search(above[0]))


def _gap(rows: Numbered, place: int, head: set[int]) -> Iterator[int]:
    """The empty lines around a place, and those of the head that stands there."""
    for step in (-1, 1):
        near = place
        while 0 <= near < len(rows) and (near in head or not rows[near][0].strip()):
            yield near
            near += step


def lines_without_heads(lines: Sequence[Line]) -> list[Line]:
    """``lines`` without the heads that a converter left between the paragraphs of a document
    that was printed once."""
    anchors = [place for place, line in enumerate(lines) if _is_anchor(line.text)]
    if not anchors:
        return list(lines)
    rows = _without_heads([(line.text, line.page) for line in lines], anchors)
    kept: list[Line] = []
    left_out = False
    for line, (text, _) in zip(lines, rows, strict=True):
        if text == line.text:
            kept.append(replace(line, gap=True) if left_out else line)
        elif text:
            kept.append(Line(text, gap=True, page=line.page))
        left_out = not text
    return kept


def _form_feed_pages(text: str) -> list[tuple[int | None, list[str]]]:
    """Pages between form feeds, numbered as they print it, else in order."""
    chunks = [chunk.split("\n") for chunk in text.split("\f")]
    if len(chunks) > 1 and not any(line.strip() for line in chunks[-1]):
        chunks.pop()
    printed = _printed_numbers(chunks)
    known = [(place, number) for place, number in enumerate(printed) if number is not None]
    first = known[0][1] - known[0][0] if known else 1
    numbers: list[int] = []
    for place, number in enumerate(printed):
        expected = numbers[-1] + 1 if numbers else max(first, 1)
        numbers.append(number if number is not None and number >= expected else expected)
        if place and numbers[-1] <= numbers[-2]:
            numbers[-1] = numbers[-2] + 1
    return list(zip(numbers, chunks, strict=True))


def _printed_numbers(chunks: Sequence[list[str]]) -> list[int | None]:
    """The number at the edge of each chunk; a bare one counts when it runs with the others."""
    printed = [
        next((n for line in _edges(chunk) if (n := page_number(line)) is not None), None)
        for chunk in chunks
    ]
    bare = [
        (place, int(found[1]), line)
        for place, chunk in enumerate(chunks)
        for line in _edges(chunk, depth=1)
        if (found := BARE.match(line))
    ]
    steps = Counter(number - place for place, number, _ in bare).most_common(1)
    if any(number is not None for number in printed) or not steps:
        return printed
    step, count = steps[0]
    if count < max(3, len(chunks) // 2):
        return printed
    for place, number, line in bare:
        if number - place == step and printed[place] is None:
            printed[place] = number
            _drop_edge(chunks[place], line)
    return printed


def _edges(lines: Sequence[str], *, depth: int = 3) -> list[str]:
    """The outermost lines with text, the last ones first."""
    filled = [line.strip() for line in lines if line.strip()]
    return [*reversed(filled[-depth:]), *filled[:depth]]


def _drop_edge(lines: list[str], text: str) -> None:
    places = [place for place, line in enumerate(lines) if line.strip()]
    for place in (places[-1], places[0]):
        if lines[place].strip() == text:
            lines[place] = ""
            return


def _numbered_pages(text: str) -> list[tuple[int | None, list[str]]]:
    """Pages between lines such as "4 (90)"; one page without a number when there are none."""
    found = list(OF_TOTAL.finditer(text))
    numbers = [int(match[1]) for match in found]
    total = {match[2] or match[3] for match in found}
    in_turn = all(after - before == 1 for before, after in pairwise(numbers))
    if len(found) < 2 or len(total) > 1 or not in_turn:
        return [(None, text.split("\n"))]
    cuts = _cuts(text, found)
    first = numbers[0] if cuts[0] == 0 and len(cuts) == len(found) else numbers[0] - 1
    if not text[: found[0].start()].strip() or cuts[0] == 0 and _is_footer(text, found):
        first = numbers[0]
    ends = [*cuts[1:], len(text)]
    return [
        (first + place, text[start:end].split("\n"))
        for place, (start, end) in enumerate(zip(cuts, ends, strict=True))
    ]


def _is_footer(text: str, found: Sequence[re.Match[str]]) -> bool:
    """Whether the number stands at the end of its page."""
    before, after = text[: found[0].start()].strip(), text[found[-1].end() :].strip()
    return bool(before) and (not after or found[0][1] == "1")


def _cuts(text: str, found: Sequence[re.Match[str]]) -> list[int]:
    """Where the pages begin."""
    if _is_footer(text, found):
        ends = [match.end() for match in found]
        return [0, *(end for end in ends if text[end:].strip())]
    starts = [match.start() for match in found]
    return [0, *starts[1:]] if not text[: starts[0]].strip() else [0, *starts]


def _is_anchor(line: str) -> bool:
    """Whether a page number or a dated head stands on ``line``; most lines need no pattern."""
    if "Sammanträdesdatum" in line:
        return bool(DATED.match(line))
    text = line.strip()
    ends_in_number = text[-1:].isdigit() or text[-1:] in (")", "-", "–")
    return ends_in_number and len(text) < LONGEST_NUMBER and page_number(text) is not None


def _without_heads(rows: Numbered, anchors: Sequence[int]) -> Numbered:
    """``rows`` with empty lines where page numbers and repeated heads stood."""
    numbers = {place for place in anchors if not DATED.match(rows[place][0])}
    if len(numbers) < 2:
        numbers = set()
    removed = dict.fromkeys(numbers, "")
    removed |= _repeated_dates(rows, [place for place in anchors if place not in numbers])
    removed |= _repeated_neighbours(rows, anchors, removed)
    return [(removed.get(place, line), page) for place, (line, page) in enumerate(rows)]


def _repeated_dates(rows: Numbered, anchors: Sequence[int]) -> dict[int, str]:
    """Date lines that say again what the one before said, under the same line.

    Where one line stands above most of the dates, a heading of the page may stand there too;
    where all are the same, and of no two bodies, whatever the page begins with.
    """
    dated = [(place, found) for place in anchors if (found := DATED.match(rows[place][0]))]
    above = {place: next(iter(_walk(rows, place, -1)), None) for place, _ in dated}
    heads = {
        place: ("" if (line := above[place]) is None else rows[line][0].strip(), found[1])
        for place, found in dated
    }
    common = {
        date
        for (_, date), count in Counter(heads.values()).items()
        if count >= max(REPEATS, MOST * sum(head[1] == date for head in heads.values()))
    }
    bodies = {line for line, _ in heads.values() if BODY.match(line)}
    alone = len({date for _, date in heads.values()}) == 1 and len(bodies) < 2
    removed: dict[int, str] = {}
    for (before, _), (place, found) in pairwise(dated):
        same, line = heads[before] == heads[place], above[place]
        if same or alone or (heads[before][1] == found[1] and found[1] in common):
            removed[place] = found[2] or ""
            if same and line is not None:
                removed[line] = ""
                removed |= _same_body(rows, before, line)
    return removed


def _same_body(rows: Numbered, before: int, line: int) -> dict[int, str]:
    """The body's name above a head's last line, where the head before has it too."""
    known = {rows[place][0].strip() for place in _walk(rows, before, -1)}
    body = next(_walk(rows, line, -1, most=1), None)
    told = "" if body is None else rows[body][0].strip()
    return {body: ""} if body is not None and BODY.match(told) and told in known else {}


def _repeated_neighbours(
    rows: Numbered, anchors: Sequence[int], removed: dict[int, str]
) -> dict[int, str]:
    """Lines that stand beside most page numbers or dates; not the first of each."""
    walks = [(place, [*_walk(rows, place, -1)]) for place in anchors]
    walks += [(p, [*_walk(rows, p, 1)]) for p in anchors if not DATED.match(rows[p][0])]
    # The page tells which lines are beside the same head; without pages each head counts.
    beside = {
        (rows[place][1] or place, rows[near][0].strip())
        for place, near_by in walks
        for near in near_by
    }
    around = [near_by for _, near_by in walks]
    seen = Counter(text for _, text in beside)
    least = max(REPEATS, int(MOST * len({unit for unit, _ in beside})))
    first: dict[str, int] = {}
    for place in sorted({place for places in around for place in places}):
        first.setdefault(rows[place][0].strip(), place)
    found: dict[int, str] = {}
    for places in around:
        for place in places:
            text = rows[place][0].strip()
            if place in removed or place in anchors:
                continue
            if seen[text] < least or SECTION.match(text) or BALLOT.search(text):
                break
            if place != first[text]:
                found[place] = ""
    bodies = {text for text, count in seen.items() if count >= least and BODY.match(text)}
    return found | _stray_bodies(rows, anchors, bodies)


def _stray_bodies(rows: Numbered, anchors: Sequence[int], bodies: set[str]) -> dict[int, str]:
    """The body's name further above a date: other lines of the page stand in between."""
    found: dict[int, str] = {}
    if not bodies:
        return found
    dated = [place for place in anchors if DATED.match(rows[place][0])]
    for place in dated[1:]:
        above = _walk(rows, place, -1, most=BODY_WINDOW)
        nearest = next((p for p in above if rows[p][0].strip() in bodies), None)
        if nearest is not None:
            found[nearest] = ""
    return found


def _walk(rows: Numbered, place: int, step: int, *, most: int = WINDOW) -> Iterator[int]:
    """Up to ``most`` places of lines with text, away from ``place``."""
    left, place = most, place + step
    while left and 0 <= place < len(rows):
        if rows[place][0].strip():
            yield place
            left -= 1
        place += step


def close_page_breaks(lines: Iterable[Line]) -> list[Line]:
    """``lines`` without the gaps that only a page break put into the middle of a sentence."""
    closed: list[Line] = []
    for line in lines:
        if closed and line.gap and runs_on(closed[-1], line):
            line = replace(line, gap=False, continues=True)
        closed.append(line)
    return closed


def runs_on(before: Line, after: Line, *, paged: bool = False) -> bool:
    """Whether the sentence that ``before`` leaves open goes on in ``after``; ``paged`` says
    that the two are known to stand on two pages."""
    if before.heading or after.heading or before.struck or after.struck:
        return False
    if before.text.endswith(SENTENCE_END) or "|" in (before.text[0], after.text[0]):
        return False
    paged = paged or before.page != after.page
    if LIST_MARK.match(after.text) or (after.text.startswith("att ") and not paged):
        return False
    lower, dangling = after.text[0].islower(), bool(DANGLING.search(before.text))
    if paged or len(before.text) >= LONG_LINE:
        return lower or dangling
    return lower and dangling
