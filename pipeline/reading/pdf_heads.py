"""Running heads, feet and page numbers of PDF pages, told by place and repetition."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.reading.pdf_page import PageContent
from pipeline.reading.rows import Row
from pipeline.reading.running import page_number

ZONE = 0.2  # of the page height: where heads and feet may stand
DEPTH = 6  # rows
SAME_PLACE = 4.0  # points
DIGITS = re.compile(r"\d+")
BLANKS = re.compile(r"[\s_]+")
SECTION = re.compile(r"§")
BARE = re.compile(r"\d{1,4}$")
# What the first head may say that the document says nowhere else: the place, the body, the
# date, the dnr.
TELLING = re.compile(
    r"nämnd|styrelse|fullmäktige|utskott|beredning|protokoll|\bdnr\b|diarie"
    r"|\b(?:kommun|stad|region)\b"
    r"|\d{4}-\d\d-\d\d|\b\d{1,2} (?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Edge:
    """A row near the top or the bottom of a page; ``page`` counts from 0, ``key`` is its
    words, whatever the digits."""

    page: int
    row: Row
    top: bool
    key: str


def without_heads(pages: Sequence[tuple[PageContent, list[Row]]]) -> list[list[Row]]:
    """The rows of each page without running heads, feet and page numbers.

    A head is kept once, on the page where it first stands, when it tells the body or the date.
    """
    edges = [[*_edges(place, page, rows)] for place, (page, rows) in enumerate(pages)]
    repeated = _repeated([edge for page in edges for edge in page], len(pages))
    step = _number_step([edge for page in edges for edge in page], len(pages))
    told: set[str] = set()
    kept: list[list[Row]] = []
    for (_, rows), page in zip(pages, edges, strict=True):
        removed: set[int] = set()
        for top in (True, False):
            for edge in page:
                if edge.top != top:
                    continue
                if not _is_head(edge, repeated, step):
                    break
                if not (top and edge.key not in told and TELLING.search(edge.row.text)):
                    removed.add(id(edge.row))
                told.add(edge.key)
        kept.append([row for row in rows if id(row) not in removed])
    return kept


def _edges(place: int, page: PageContent, rows: Sequence[Row]) -> Iterator[_Edge]:
    """The outermost rows, from the edge inwards."""
    zone = ZONE * (page.top - page.bottom)
    ordered = sorted(rows, key=lambda row: -row.y)
    for row in ordered[:DEPTH]:
        if row.y > page.top - zone:
            yield _Edge(place, row, True, _key(row))
    for row in reversed(ordered[-DEPTH:]):
        if row.y < page.bottom + zone:
            yield _Edge(place, row, False, _key(row))


def _key(row: Row) -> str:
    return DIGITS.sub("#", BLANKS.sub(" ", row.text).strip().casefold())


def _repeated(edges: Sequence[_Edge], pages: int) -> set[tuple[str, int]]:
    """Words that stand at the same height on at least half of the pages, with that height."""
    heights: dict[str, dict[float, set[int]]] = defaultdict(lambda: defaultdict(set))
    for edge in edges:
        heights[edge.key][edge.row.y].add(edge.page)
    least = max(2, (pages + 1) // 2)
    return {
        (key, round(y))
        for key, pages_at in heights.items()
        if sum(map(len, pages_at.values())) >= least
        for y in pages_at
        if len(_pages_near(pages_at, y)) >= least
    }


def _pages_near(pages_at: Mapping[float, set[int]], height: float) -> set[int]:
    near = (on for y, on in pages_at.items() if abs(y - height) <= SAME_PLACE)
    return set[int]().union(*near)


def _number_step(edges: Sequence[_Edge], pages: int) -> int | None:
    """What to add to the page to get the bare number printed on it; None without numbers."""
    steps: dict[int, set[int]] = defaultdict(set)
    for edge in edges:
        if BARE.match(edge.row.text.strip()):
            steps[int(edge.row.text) - edge.page].add(edge.page)
    step, on = max(steps.items(), key=lambda item: len(item[1]), default=(None, set[int]()))
    return step if len(on) >= max(2, pages // 2) else None


def _is_head(edge: _Edge, repeated: set[tuple[str, int]], step: int | None) -> bool:
    text = edge.row.text.strip()
    if page_number(text) is not None:
        return True
    if BARE.match(text):
        return step is not None and int(text) - edge.page == step
    return (edge.key, round(edge.row.y)) in repeated and not SECTION.search(text)
