"""For which matters somebody was there: "§§ 72-99", "fr.o.m. § 5", "ej § 9"."""

import re

_RANGE = (
    r"\d[\d\s,–—-]*(?:(?:och|samt)\s+(?:§+\s*)?\d+(?:\s*[–—-]\s*\d+)?)?"
    r"(?:\s*(?:del\s+av|§)\s*\d+)*"
)
_FROM = r"(?:fr\.?\s?o\.?\s?m\.?|från\s+och\s+med|from)"
_UNTIL = r"(?:t\.?\s?o\.?\s?m\.?|till\s+och\s+med|tom)"
_ITEMS = re.compile(
    rf"(?:(?P<word>(?:{_FROM}|{_UNTIL}|ej|efter|före|från|till)(?:\s+(?:under|på))?)\s+)?"
    rf"(?P<range>§+\s*{_RANGE}(?:,?\s*{_UNTIL}\s*§*\s*\d+)?)",
    re.IGNORECASE,
)
# "163-170" or "170" where a paragraph sign is left out; no time, no date, no page.
_BARE = re.compile(
    r"^[\s,(]*(?P<range>\d{1,3}\s*[-–]\s*\d{1,3}(?:\s*,\s*\d{1,3}(?:\s*[-–]\s*\d{1,3})?)*|"
    r"\d{2,3})(?=[\s,;)]*$|[,;)]\s)"
)
_AWAY = re.compile(
    r"\b(?:jäv\w*|frånvarande|(?:ej|inte)\s+(?:närvarande|deltagit|tjänstgörande)|deltar\s+(?:ej|inte)|"
    r"deltog\s+(?:ej|inte))\b",
    re.IGNORECASE,
)
_CAME = re.compile(r"\b(?:anlän\w+|anlände|ankom\w*|kom|inträd\w+|närvarande\s+från)\b", re.I)
# "t.o.m. kl. 15.00, § 7", "från kl 14.10, § 7"
_CLOCK = r"\s*(?:kl(?:ockan)?\.?\s*)?\d{1,2}[.:]\d\d\s*[,(]?\s*(?:del\s+av\s+)?$"
_CLOCK_FROM = re.compile(rf"(?:{_FROM}|\bfrån){_CLOCK}", re.IGNORECASE)
_CLOCK_UNTIL = re.compile(rf"(?:{_UNTIL}|\btill){_CLOCK}", re.IGNORECASE)
_LEFT = re.compile(r"\b(?:lämna\w+|avvek|avviker|utgick|gick|avgick)\b", re.IGNORECASE)


def items_of(note: str, replacing: bool = False) -> str | None:
    """The range that a note beside a name prints, with a word that tells how to read it:
    "jäv § 9" is "ej § 9", "anlände kl. 18.30, § 4" is "fr.o.m. § 4". None where none is
    printed. ``replacing``: the note follows the name of a member somebody serves for, where
    a bare number is a matter too."""
    match = _ITEMS.search(note)
    if match is None:
        bare = _BARE.match(note)
        several = bare and re.search(r"[-–]", bare["range"])
        return bare["range"] if bare and (several or replacing) else None
    whole = " ".join(match["range"].split())
    printed = whole.rstrip(" ,-–—")
    word = " ".join((match["word"] or "").split())
    alone = printed.lstrip("§ ").isdecimal()
    told = _told(note[: match.start()], word.casefold(), alone=alone)
    if not told and not word and whole[-1] in "-–—":
        told = "fr.o.m."
    return " ".join(part for part in (told or word, printed) if part)


def _told(before: str, word: str, *, alone: bool) -> str | None:
    """How a range is to be read by what is told before it."""
    if _AWAY.search(before):
        return "ej"
    if _LEFT.search(before):
        return "t.o.m." if word == "efter" else "före"
    if _CAME.search(before) and not word:
        return "fr.o.m."
    if alone and not word and _CLOCK_FROM.search(before):
        return "fr.o.m."
    if alone and not word and _CLOCK_UNTIL.search(before):
        return "t.o.m."
    return {"från": "fr.o.m.", "till": "t.o.m."}.get(word)


_NUMBERS = re.compile(r"(\d+)(?:\s*[-–—]\s*§*\s*(\d+))?")
_FIRST = re.compile(rf"{_FROM}\s*§", re.IGNORECASE)
_LAST = re.compile(rf"{_UNTIL}\s*§*\s*(?P<number>\d+)", re.IGNORECASE)


def within(items: str, number: int) -> bool:
    """Whether a printed range holds a matter; "ej § 14" holds all others."""
    ranges = [(int(a), int(b or a)) for a, b in _NUMBERS.findall(items)]
    first, last = ranges[0][0], _LAST.search(items)
    word = items.casefold()
    if word.startswith("efter"):
        return number > ranges[-1][1]
    if word.startswith("före"):
        return number < first
    if _FIRST.match(items):
        return first <= number and (last is None or number <= int(last["number"]))
    if last:
        return number <= int(last["number"]) and (last.start() == 0 or number >= first)
    inside = any(low <= number <= high for low, high in ranges)
    return not inside if word.startswith("ej") else inside
