"""What the papers of the Riksdag have in common: whom they address and how they are numbered.

The Riksdag takes the place of a municipality in the tables.
"""

import re

from pipeline.words import Outcome

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
_TOP = 3_000
_BILL = r"(?:proposition(?:en)?|regeringens\s+förslag|framställning(?:en)?|lagförslag(?:et)?)"


def addressed(content: str) -> bool:
    """Whether a paper is addressed to the Riksdag: by its heading, or by what it proposes."""
    return bool(_ADDRESSED.search(content[:_TOP]))


def report_number(content: str) -> str | None:
    """ "2021/22 : HaU3" at the top of a document → "2021/22:HaU3"."""
    return _closed_up(_REPORT.search(content[:_TOP]))


def motion_number(content: str) -> str | None:
    """ "2021/22:1470" at the beginning of a line at the top of a motion."""
    return _closed_up(_MOTION.search(content[:_TOP]))


def _closed_up(match: re.Match[str] | None) -> str | None:
    return f"{match['session']}:{match['number']}" if match else None


def only_motions(text: str) -> bool:
    """Whether a committee's proposal is about motions and no bill."""
    return bool(re.search(r"\bmotion", text)) and not re.search(_BILL, text, re.I)


def proposed_outcome(text: str) -> Outcome | None:
    """What a committee proposes: the bill's fate where there is a bill, else the motions'."""
    if re.search(rf"\bbifaller\s+(?:riksdagen\s+)?delvis\b[^.;]{{0,80}}?{_BILL}", text, re.I):
        return Outcome.DELVIS_BIFALL
    if re.search(rf"\bavslår\s+(?:riksdagen\s+)?{_BILL}", text, re.I):
        return Outcome.AVSLAG
    if re.search(rf"\b(?:antar|bifaller|godkänner|bemyndigar)\b[^.;]*?{_BILL}", text, re.I):
        return Outcome.BIFALL
    if re.search(r"\blägger\b.{0,200}?\btill\s+handlingarna\b", text, re.I):
        return Outcome.NOTERAD
    return _fate_of_motions(text)


def _fate_of_motions(text: str) -> Outcome | None:
    granted = bool(re.search(r"\bbifaller\b|\bställer\s+sig\s+bakom\b", text, re.I))
    refused = bool(re.search(r"\bavslår\b", text, re.I))
    if re.search(r"\bdelvis\b", text) or (granted and refused):
        return Outcome.DELVIS_BIFALL
    if re.search(r"\b(?:antar|godkänner|bemyndigar|anvisar)\b", text, re.I) or granted:
        return Outcome.BIFALL
    return Outcome.AVSLAG if refused else None
