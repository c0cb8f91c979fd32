"""What the papers of the Riksdag have in common: whom they address and how they are numbered.

The Riksdag takes the place of a municipality in the tables.
"""

import re

from pipeline.words import ItemType, Outcome

PARLIAMENT = "Riksdagen"
CHAMBER = "Kammaren"
# What may stand around a line that is a row of a table.
BARS = r"[ \t|#*]*"
_SESSION = r"(?P<session>\d{4}/\d{2,4})\s?:\s?"
_REPORT = re.compile(rf"\b{_SESSION}(?P<number>[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{{0,4}}\d+)\b")
_MOTION = re.compile(
    rf"^{BARS}(?:motion\s+)?{_SESSION}(?P<number>[A-Za-zÅÄÖ]{{0,4}}\d+)\b", re.M | re.I
)
_ADDRESSED = re.compile(
    rf"^{BARS}(?:\w+\s+)?till\s+riksdagen{BARS}$|^{BARS}[^\n|]{{0,40}}förslag\s+till\s+riksdagsbeslut{BARS}$",
    re.MULTILINE | re.IGNORECASE,
)
# "punkterna 2 och 4–6"
ON_POINTS = (
    r"\(?(?:punkt(?:en|erna)?|mom(?:ent(?:en)?)?\.?)\s+"
    r"(?P<points>\d[\d\s,–-]*(?:(?:och|samt)\s+\d+)?)\)?"
)
_TOP = 3_000
# "Hamnutskottets utlåtande 2021/22:HaU4" on a paper from the EU
_STATEMENT = re.compile(rf"\w+utskottet\s?s\s+utlåtande\s+{_SESSION}[A-ZÅÄÖ]")
_OPENING = 400
_BILL = r"(?:proposition(?:en)?|regeringens\s+förslag|framställning(?:en)?|lagförslag(?:et)?)"


_ADOPTS = r"\b(?:antar|godkänner|bemyndigar|anvisar|beviljar|fastställer|medger)\b"


def addressed(content: str) -> bool:
    """Whether a paper is addressed to the Riksdag: by its heading, or by what it proposes."""
    return bool(_ADDRESSED.search(content[:_TOP]))


def states_opinion(opening: str) -> bool:
    """Whether a paper opens as a committee's utlåtande, a report on a paper from the EU."""
    return bool(_STATEMENT.search(opening[:_OPENING]))


def report_number(content: str) -> str | None:
    """ "2021/22 : HaU3" at the top of a document → "2021/22:HaU3"."""
    return _closed_up(_REPORT.search(content[:_TOP]))


def motion_number(content: str) -> str | None:
    """ "2021/22:1470" at the beginning of a line at the top of a motion."""
    return _closed_up(_MOTION.search(content[:_TOP]))


def _closed_up(match: re.Match[str] | None) -> str | None:
    return f"{match['session']}:{match['number']}" if match else None


def point_numbers(printed: str | None) -> tuple[str, ...]:
    """ "2 och 4–6" → 2, 4, 5, 6."""
    found: list[str] = []
    for first, last in re.findall(r"(\d+)(?:\s*[–-]\s*(\d+))?", printed or ""):
        found += [str(n) for n in range(int(first), int(last or first) + 1)]
    return tuple(found)


def proposed_type(text: str) -> ItemType:
    """What a committee's proposal is about: a bill, a paper that is only filed, or motions."""
    filed = re.search(
        r"\blägger\s+(?P<what>skrivelse|redogörelse)[^.;]*?\btill\s+handlingarna\b", text, re.I
    )
    if filed:
        skrivelse = filed["what"].casefold() == "skrivelse"
        return ItemType.SKRIVELSE if skrivelse else ItemType.REDOVISNING
    bill = re.search(_BILL, text, re.I)
    motions = re.search(r"\bmotion", text)
    return ItemType.MOTION if motions and not bill else ItemType.FÖRSLAG


def proposed_outcome(text: str) -> Outcome | None:
    """What a committee proposes: the bill's fate where there is a bill, else the motions'."""
    in_part = re.search(rf"\bbifaller\s+(?:riksdagen\s+)?delvis\s+{_BILL}", text, re.I)
    refused = re.search(rf"\bavslår\s+(?:riksdagen\s+)?{_BILL}", text, re.I)
    granted = re.search(rf"\bbifaller\s+(?:riksdagen\s+)?{_BILL}", text, re.I)
    adopted = re.search(
        rf"\b(?:antar|bifaller|godkänner|bemyndigar)\b[^.;]*?{_BILL}", text, re.I
    )
    if in_part or (refused and granted):
        return Outcome.DELVIS_BIFALL
    if refused:
        return Outcome.AVSLAG
    if adopted:
        return Outcome.BIFALL
    if re.search(r"\blägger\b.{0,200}?\btill\s+handlingarna\b", text, re.I):
        return Outcome.NOTERAD
    return _fate_of_motions(text)


def _fate_of_motions(text: str) -> Outcome | None:
    granted = bool(re.search(r"\bbifaller\b|\bställer\s+sig\s+bakom\b", text, re.I))
    refused = bool(re.search(r"\bavslår\b", text, re.I))
    if re.search(r"\bdelvis\b", text) or (granted and refused):
        return Outcome.DELVIS_BIFALL
    if granted or re.search(_ADOPTS, text, re.I):
        return Outcome.BIFALL
    return Outcome.AVSLAG if refused else None
