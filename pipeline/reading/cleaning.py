"""Characters made plain: marks nobody can see, odd spaces, ligatures, personal numbers."""

import re
import unicodedata
from datetime import date

NOTHING = dict.fromkeys(
    [
        *range(0x20),
        *range(0x7F, 0xA0),
        0x00AD,
        0x061C,
        0x2060,
        0xFEFF,
        0xFFFE,
        0xFFFF,
        *range(0x200B, 0x2010),
    ]
    + [*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xD800, 0xE000)]
)
SPACE = dict.fromkeys(
    [0x09, 0x0B, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000]
)
LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
TABLE: dict[int, str | None] = (
    NOTHING | dict.fromkeys(SPACE, " ") | LIGATURES | {0x2011: "-", 0x2010: "-", 0xF0B7: "•"}
)
# Anything outside printable Latin-1 and the Swedish text's own marks is worth a translation.
UNUSUAL = re.compile(r"[^ -~\xa1-\xac\xae-\u01ff–—’‘”“„…€●•]")
# "a" + combining ring, as macOS writes å.
COMBINING = re.compile(r"[\u0300-\u036f]")

# Signs that are list marks at the start of a line
BULLET = re.compile(r"[•▪■◦‣∙·][ ]*(?=\S)|●[ ]+(?=\S)")
DASH = re.compile(r"[–—][ ]+(?=\S)")
ENDS_CLAUSE = (".", ":", ";", ",", "?", "!")

# Example: "19811218-9876", "811218-9876", "811218+9876", "198112189876"
TEN_DIGITS = re.compile(r"\d{6}[-–+]?\d{4}")
PERSONAL_NUMBER = re.compile(r"(?<![\d-])(?:\d\d)?(\d\d)(\d\d)(\d\d)[-–+]?(\d{4})(?!\d|-\d)")
MASK = "●"


def composed(text: str) -> str:
    """``text`` in composed letters: "å" is one character."""
    if unicodedata.is_normalized("NFC", text) or not COMBINING.search(text):
        return text
    return unicodedata.normalize("NFC", text)


def clean(text: str) -> str:
    """``text`` in composed letters, plain spaces and printable characters only."""
    if text.isascii() and text.isprintable():
        return text
    text = composed(text)
    return text.translate(TABLE) if UNUSUAL.search(text) else text


def listed(text: str, previous: str) -> str:
    """``text`` with "- " for its list mark; a dash in a running text stays a dash."""
    if found := BULLET.match(text):
        return "- " + text[found.end() :]
    starts_list = not previous or previous.startswith("- ") or previous.endswith(ENDS_CLAUSE)
    if starts_list and (found := DASH.match(text)):
        return "- " + text[found.end() :]
    return text


def printable(name: str) -> str:
    """``name`` on one line, with a replacement mark for what cannot be shown."""
    if name.isprintable():
        return name
    return "".join(char if char.isprintable() else "\ufffd" for char in name)


def mask_personal_numbers(text: str) -> tuple[str, int]:
    """``text`` with every valid personal identity number masked, same length, and how many."""
    if not TEN_DIGITS.search(text):
        return text, 0
    masked = 0

    def mask(match: re.Match[str]) -> str:
        nonlocal masked
        if not _is_personal_number(match):
            return match.group()
        masked += 1
        return MASK * len(match.group())

    return PERSONAL_NUMBER.sub(mask, text), masked


def _is_personal_number(match: re.Match[str]) -> bool:
    """A date (or date + 60) with a right check digit; a company number has no month."""
    year, month, day, serial = match.groups()
    written = match.group()
    if len(written) == 10 or (len(written) == 12 and written[:2] not in ("18", "19", "20")):
        return False
    if len(written) == 13 and written[:2] not in ("18", "19", "20"):
        return False
    return _is_date(int(month), int(day) % 60) and _check_digit(year + month + day + serial)


def _is_date(month: int, day: int) -> bool:
    try:
        date(2000, month, day)
    except ValueError:
        return False
    return True


def _check_digit(digits: str) -> bool:
    """Luhn's rule."""
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(value - 9 * (value > 9) for value in doubled) % 10 == 0
