"""Heads and feet of pages that stand in the middle of the text, told by their words alone.

Repetition tells a running head in a long document (``running``, ``pdf_heads``). In a short
one, or where a converter tore it apart, only its words do: "Justerandes sign", a municipality
with "SAMMANTRÄDESPROTOKOLL", a body with its date, "Sida 4 (12)", "§ 91 forts.".
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.reading.assembly import Line
from pipeline.reading.running import runs_on

_SIGNS = (
    r"(?:(?:ordförande(?:n?s)?|justerande(?:n?s)?|justerare(?:n?s)?|justerarnas|sekreterarens?|"
    r"protokoll?s?justerar(?:es?|ens|nas)?|ordf|sekr|just)\.?[ ]*)?"
    r"sign(?:atur(?:er)?)?[.:]?"
)
# Example: "Justerandes sign        Utdragsbestyrkande"
_FOOT = re.compile(
    rf"{_SIGNS}(?:[\s_.|:/-]+(?:{_SIGNS}|utdragsbestyrkande|utdraget\s+bestyrks|"
    rf"exp(?:edierat)?))*[\s_.|:/-]*",
    re.IGNORECASE,
)
# Example: "Justerande      Justerande      Utdragsbestyrkande"
_FEET = re.compile(
    r"(?:(?:ordförande|justerande|justerare|sekreterare)[ \t]{2,}){1,4}"
    r"utdragsbestyrkande[\s_.:|-]*",
    re.IGNORECASE,
)
# "Utdragsbestyrkande", and the lines to sign on below a foot: "________   ________"
_CERTIFIED = re.compile(r"utdragsbestyrkande[\s_.:|-]*|_{5,}(?:\s+_{5,})*", re.IGNORECASE)
_MONTH = (
    "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
)
_DATE = rf"\d{{4}}-\d\d-\d\d|\d{{1,2}} (?:{_MONTH}) \d{{4}}"
_WORD = r"[A-ZÅÄÖa-zåäö-]+"
_TOKEN = re.compile(
    r"(?P<place>(?-i:[A-ZÅÄÖ])[\wÅÄÖåäö-]+(?: [\wåäö-]+)? (?:kommun|stad)\b|"
    r"Region [\wåäö]+(?: [\wåäö]+)?)|"
    r"(?P<extract>protokollsutdrag|utdrag ur protokoll)|"
    r"(?P<minutes>(?:sammanträdes|besluts|närvaro)?protokoll)|"
    r"(?P<label>(?:sammanträdes|mötes)datum:?|datum:?)|"
    rf"(?P<date>{_DATE})|"
    r"(?P<page>(?:(?:sid(?:a|an|nr)?|blad(?:nr)?|page)\.?:?\s*(?:nr\.?)?\s*)?\d{1,4}\s*"
    r"(?:\(\s*\d{1,4}\s*\)|av\s+\d{1,4})|(?<=\s)\d{1,2}/\d{1,2}$|(?:sid(?:a|an|nr)?|blad(?:nr)?)\.?:?\s*(?:nr\.?)?\s*\d{1,4})|"
    r"(?P<name>(?:sid(?:a|an|nr)?|blad(?:nr)?)\.?:?)|"
    rf"(?P<body>(?:(?-i:[A-ZÅÄÖ]){_WORD},? (?:{_WORD}, )?(?:och|samt) )?"
    r"[\wåäö-]*(?:nämnden?|styrelsen?|fullmäktige|utskottet?|beredningen?)"
    r"(?:s [\wåäö]*(?:utskott|beredning|presidium)(?:et|en)?)?"
    r"(?: i (?-i:[A-ZÅÄÖ])[\wåäö-]+(?: kommun| stad)?)?)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\s|,–-]*")
_SECTION = re.compile(r"(?:[A-Za-zÅÄÖåäö]{1,5}\.?\s+)?§\s*(?P<number>\d{1,4})\b(?!\s*[-–—,])")
_TOP = 12  # lines: what stands above them is the top of the document
_LONGEST = 160
_MATTER_LINES = 4  # below its § a matter has at least so many, an entry of contents has not
_CONTINUED = re.compile(
    r"(?:[A-ZÅÄÖa-zåäö]{1,5}\.?\s+)?§+\s*\d{1,4}[a-z]?\s*[,:(–-]*\s*(?:[\w/:-]*\d\s+)?"
    r"\(?forts(?:\.|ättning|\b).*|"
    r"\(?forts(?:\.|ättning)?\)?\s*(?:från\s+)?(?:[A-ZÅÄÖa-zåäö]{1,5}\.?\s+)?§+\s*\d{1,4}\b.{0,120}|"
    r"\(?forts(?:\.|ättning)?(?:\s+(?:på\s+)?nästa\s+sida)?\)?\.?",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Run:
    """Lines of one head or foot: how many, and what they say."""

    length: int
    said: dict[str, set[str]]

    @property
    def certain(self) -> bool:
        """Whether the words can only be those of a page, not a heading of the text."""
        kinds = self.said.keys()
        if kinds & {"foot", "page"} or {"label", "date"} <= kinds:
            return True
        return "minutes" in kinds and bool(kinds & {"place", "body", "date"})

    @property
    def later_page(self) -> bool:
        """Whether the page has a number, and not that of a first one."""
        numbers = [re.search(r"\d+", page) for page in self.said.get("page", ())]
        return any(found is not None and int(found[0]) > 1 for found in numbers)


def without_residue(lines: Sequence[Line]) -> list[Line]:
    """``lines`` without heads and feet of pages, but for the first head: the body and the date
    stand in it, as in each one that tells of another meeting. A sentence that a page tore is
    joined."""
    kept: list[Line] = []
    known = _told_at_top(lines)
    repeated = _repeated(lines)
    place, torn, begun = 0, False, any(known.values())
    section: tuple[str, Line | None] = ("", None)
    below, dated = 0, False
    while place < len(lines):
        run = _run_at(lines, place, repeated)
        if run is not None and run.certain:
            new = _is_new(run, known, begun=begun) or (place < _TOP and not section[0])
            new = new or ("label" in run.said and not dated)
            dated = dated or "label" in run.said
            begun = begun or bool(run.said.keys() - {"foot"})
            if new:
                kept += _without_feet(lines[place : place + run.length])
            torn = torn or not new
            place += run.length
            continue
        line = lines[place]
        marked = "§" in line.text or "orts" in line.text
        found = _SECTION.match(line.text) if marked else None
        same = found and found["number"] == section[0] and below >= _MATTER_LINES
        same = same and not (kept and _OF_BALLOTS.match(kept[-1].text))
        again = same and (torn or _on_a_later_page(line, section[1]))
        if again or (marked and _CONTINUED.fullmatch(line.text)):
            torn, place = True, place + 1
            continue
        kept.append(_joined(kept, line) if torn else line)
        section, below = ((found["number"], line), 0) if found else (section, below + 1)
        torn, place = False, place + 1
    return kept


# a list of ballots that goes on over the page, below its § again
_OF_BALLOTS = re.compile(r"\s*(?:voterings|omröstnings)lista\b", re.IGNORECASE)


def _on_a_later_page(line: Line, above: Line | None) -> bool:
    """Whether a line is that of a matter, printed again at the head of a later page."""
    if above is None or None in (line.page, above.page) or line.text != above.text:
        return False
    return line.page != above.page


# Lines with the number of the page, the same but for it: "Tallvik   PROTOKOLL   4 (12)"
_OF_TOTAL = re.compile(r"\b\d{1,4}\s*(?:\(\s*\d{1,4}\s*\)|av\s+\d{1,4})")
_REPEATS = 3


def _repeated(lines: Sequence[Line]) -> frozenset[str]:
    """The heads and feet that only repetition tells, without the number of the page."""
    times = Counter(masked for line in lines if (masked := _numberless(line.text)))
    return frozenset(text for text, n in times.items() if n >= _REPEATS)


def _numberless(text: str) -> str | None:
    """A line with its page number struck out; None where it has none."""
    if len(text) > _LONGEST or not ("(" in text or "av" in text):
        return None
    bare, n = _OF_TOTAL.subn("#", text)
    return " ".join(bare.split()) if n == 1 else None


def _told_at_top(lines: Sequence[Line]) -> dict[str, set[str]]:
    """The bodies and dates that stand alone on lines at the top of the document."""
    known: dict[str, set[str]] = {"date": set(), "body": set()}
    for line in lines[:_TOP]:
        said = _said(line.text) or {}
        for key in known:
            known[key] |= said.get(key, set())
    return known


def _joined(kept: Sequence[Line], line: Line) -> Line:
    """The first line below a page break: part of the sentence above it, or apart from it."""
    if kept and runs_on(kept[-1], line, paged=True):
        return replace(line, gap=False, continues=True)
    return replace(line, gap=True)


def _is_new(run: _Run, known: dict[str, set[str]], *, begun: bool) -> bool:
    """Whether a head is the first, or tells of another meeting; it is known from then on."""
    told = {key: run.said.get(key, set()) - known[key] for key in known}
    for key, values in told.items():
        known[key] |= values
    only_foot = run.said.keys() <= {"foot"}
    if "extract" in run.said and not run.later_page:
        return True  # the extract of another matter may follow the one that was signed
    return not only_foot and (not begun or any(told.values()))


def _without_feet(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if not _FOOT.fullmatch(line.text)]


def _run_at(lines: Sequence[Line], start: int, repeated: frozenset[str]) -> _Run | None:
    """The lines from ``start`` on that say nothing but what heads and feet say."""
    said: dict[str, set[str]] = {}
    place = start
    while place < len(lines):
        here = _said(lines[place].text)
        if here is None and _numberless(lines[place].text) in repeated:
            here = {"page": set(_OF_TOTAL.findall(lines[place].text))}
        if here is None or (
            place > start and _CERTIFIED.fullmatch(lines[place].text) and not said
        ):
            break
        for key, values in here.items():
            said.setdefault(key, set()).update(values)
        place += 1
    return _Run(place - start, said) if place > start else None


def _said(text: str) -> dict[str, set[str]] | None:
    """What a line of a head or foot says, by kind; None for any other line."""
    if len(text) > _LONGEST or text[:1].islower():
        return None
    if _FOOT.fullmatch(text) or _FEET.fullmatch(text):
        return {"foot": set()}
    if _CERTIFIED.fullmatch(text):
        return {}
    said: dict[str, set[str]] = {}
    place = 0
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None or match.lastgroup is None:
            return None
        end = _BETWEEN.match(text, match.end())
        stop = end.end() if end else match.end()
        if stop == match.end() and stop < len(text):
            return None
        words = " ".join(match[0].casefold().split())
        said.setdefault(match.lastgroup, set()).add(words.partition(" i ")[0])
        place = stop
    return said
