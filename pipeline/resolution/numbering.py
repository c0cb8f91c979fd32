"""Which paragraphs of a body's minutes are missing, as its numbering through the year tells.

Most bodies number their paragraphs (§) from 1 at New Year on. Where minutes end at § 40 and
the next begin at § 58, somebody decided §§ 41-57, and no document here says what. Some bodies
begin anew at every meeting, and reading can go wrong, so a gap is told only where the
numbering is seen to run on:

1. Minutes speak only if their own numbers hang together: at least two, and no fewer than half
   of those from the first to the last. Of other minutes nothing is known, and no gap is told
   next to them.
2. Two neighbours in one calendar year contradict a running number when the later does not
   begin above the end of the earlier. A year with a contradiction tells no gaps, and a body
   with more than one contradiction in ten pairs tells none at all.
3. The number is seen to run when some minutes begin just where those before ended, or when at
   least two pairs of whole minutes rise without contradiction.
4. What is missing from New Year on is told only where the number is seen to start over: some
   year begins below the end of an earlier one.

Extracts are places in the numbering, but no evidence of how it runs.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

_LEAST_HELD = 0.5
_LEAST_RISING = 2
_PAIRS_PER_CONTRADICTION = 10

_NUMBER = re.compile(r"\d{1,4}")
# "§§ 41-57", "§ 41 – § 57", "§ 41"
_PRINTED = re.compile(r"§+\s*(?P<first>\d{1,4})(?:\s*[-–—]\s*§?\s*(?P<last>\d{1,4}))?")


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """The paragraphs of a meeting. ``first`` and ``last`` are None when what was read does
    not hang together; ``widest`` is the stretch its own text lays claim to. ``whole``: from
    minutes, not an extract."""

    date: str
    whole: bool
    first: int | None
    last: int | None
    widest: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Missing:
    """Paragraphs that nobody here has, after one date (None: New Year) and before another."""

    after_date: str | None
    before_date: str
    first: int
    last: int


def paragraphs(
    date: str, *, whole: bool, numbers: Iterable[str], printed: Iterable[str]
) -> Paragraphs:
    """What the matters of a meeting, and the § signs in its text, say of its numbers.

    The text is taken at its word where it claims more than was read: "§§ 41-57" on the front
    page, or the very next number.
    """
    read = {int(match[0]) for number in numbers if (match := _NUMBER.match(number))}
    least = 2 if whole else 1
    if len(read) < least or len(read) < _LEAST_HELD * (max(read) - min(read) + 1):
        return Paragraphs(date, whole, None, None)
    first, last = min(read), max(read)
    return Paragraphs(date, whole, first, last, _widest(first, last, printed))


def _widest(first: int, last: int, printed: Iterable[str]) -> tuple[int, int]:
    claims = [match for one in printed if (match := _PRINTED.match(one))]
    single = {int(claim["first"]) for claim in claims}
    low, high = first, last
    for claim in claims:
        if claim["last"] and int(claim["first"]) <= first and int(claim["last"]) >= last:
            low, high = min(low, int(claim["first"])), max(high, int(claim["last"]))
    while low - 1 in single:
        low -= 1
    while high + 1 in single:
        high += 1
    return low, high


def missing(meetings: Sequence[Paragraphs]) -> tuple[Missing, ...]:
    """The gaps in the numbering of one body, from all its meetings here, in any order."""
    days = groupby(sorted(meetings, key=_date), _date)
    held = [_of_day(date, list(rows)) for date, rows in days]
    years = [list(rows) for _, rows in groupby(held, lambda one: one.date[:4])]
    if not _runs(years):
        return ()
    told: list[Missing] = []
    for year in years:
        if any(_contradict(*pair) for pair in _pairs(year)):
            continue
        if _starts_over(years):
            told += _from_new_year(year[0])
        told += [gap for pair in _pairs(year) for gap in _between(*pair)]
    return tuple(told)


def _date(one: Paragraphs) -> str:
    return one.date


def _of_day(date: str, rows: Sequence[Paragraphs]) -> Paragraphs:
    """The documents of one day as one; not understood as soon as one of them is not."""
    known = [(one.first, one.last, one.widest) for one in rows if one.first is not None]
    whole = any(one.whole for one in rows)
    if len(known) < len(rows):
        return Paragraphs(date, whole, None, None)
    return Paragraphs(
        date,
        whole,
        min(first for first, _, _ in known),
        max(last or 0 for _, last, _ in known),
        (min(wide[0] for _, _, wide in known), max(wide[1] for _, _, wide in known)),
    )


Pair = tuple[Paragraphs, Paragraphs]


def _pairs(year: Sequence[Paragraphs]) -> list[Pair]:
    return [(a, b) for a, b in pairwise(year) if a.first is not None and b.first is not None]


def _contradict(before: Paragraphs, after: Paragraphs) -> bool:
    return (after.first or 0) <= (before.last or 0)


def _runs(years: Sequence[Sequence[Paragraphs]]) -> bool:
    """Whether the number is seen to run on through the year."""
    pairs = [pair for year in years for pair in _pairs(year)]
    against = sum(_contradict(*pair) for pair in pairs)
    if against * _PAIRS_PER_CONTRADICTION > len(pairs):
        return False
    rising = [(a, b) for a, b in pairs if a.whole and b.whole and not _contradict(a, b)]
    joined = any(b.first == (a.last or 0) + 1 for a, b in rising)
    return joined or len(rising) >= _LEAST_RISING


def _starts_over(years: Sequence[Sequence[Paragraphs]]) -> bool:
    """Whether some year is seen to begin below the end of an earlier one."""
    highest = 0
    for year in years:
        known = [one for one in year if one.first is not None]
        if known and (known[0].first or 0) <= highest:
            return True
        highest = max([highest, *(one.last or 0 for one in known)])
    return False


def _from_new_year(first: Paragraphs) -> list[Missing]:
    if first.first is None or first.widest[0] <= 1:
        return []
    return [Missing(None, first.date, 1, first.widest[0] - 1)]


def _between(before: Paragraphs, after: Paragraphs) -> list[Missing]:
    first, last = before.widest[1] + 1, after.widest[0] - 1
    return [Missing(before.date, after.date, first, last)] if first <= last else []
