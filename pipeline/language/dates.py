"""Swedish dates in words and figures."""

import re
from calendar import monthrange

MONTHS = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
]
_TENS = [
    "första",
    "andra",
    "tredje",
    "fjärde",
    "femte",
    "sjätte",
    "sjunde",
    "åttonde",
    "nionde",
]
_ORDINALS = [
    *_TENS,
    "tionde",
    "elfte",
    "tolfte",
    "trettonde",
    "fjortonde",
    "femtonde",
    "sextonde",
    "sjuttonde",
    "artonde",
    "nittonde",
    "tjugonde",
    *(f"tjugo{one}" for one in _TENS),
    "trettionde",
    "trettioförsta",
]
_ISO = re.compile(r"\b((?:19|20)\d{2})-(0[1-9]|1[0-2])-([0-2]\d|3[01])\b")
_WORDS = re.compile(
    rf"\b(\d{{1,2}}|{'|'.join(_ORDINALS)})(?::[ae])?\s+({'|'.join(MONTHS)})\s+((?:19|20)\d{{2}})\b",
    re.IGNORECASE,
)


def find_dates(text: str) -> list[tuple[int, str]]:
    """Every full date in a text as (offset, ISO date), in order."""
    found = [(m.start(), m[0]) for m in _ISO.finditer(text)]
    for m in _WORDS.finditer(text):
        month = MONTHS.index(m[2].lower()) + 1
        found.append((m.start(), f"{m[3]}-{month:02d}-{_day(m[1]):02d}"))
    return sorted((place, date) for place, date in found if _exists(date))


def _day(figures: str) -> int:
    return int(figures) if figures.isdigit() else _ORDINALS.index(figures.lower()) + 1


def _exists(iso: str) -> bool:
    """Whether a date is one ("2021-03-45" is not)."""
    year, month, day = (int(part) for part in iso.split("-"))
    return 1 <= day <= monthrange(year, month)[1]


def first_date(text: str) -> str | None:
    """The first full date in a text."""
    dates = find_dates(text)
    return dates[0][1] if dates else None
