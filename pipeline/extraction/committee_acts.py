"""Reservations and separate opinions in the reports of parliamentary committees.

Each is printed below its heading, which names the point and the parties, and the line of its
signers; its words end where the next heading stands. Headings in the list of contents have no
signers below them.
"""

import re
from collections.abc import Mapping

from pipeline.extraction.context import folded, trimmed
from pipeline.extraction.entry import Entry
from pipeline.extraction.members import MEMBER, members
from pipeline.extraction.parliament import BARS, ON_POINTS, point_numbers
from pipeline.extraction.wording import points
from pipeline.language.party_names import LETTERS
from pipeline.models import Span
from pipeline.words import Act

_SIGNERS = rf"{MEMBER}(?:(?:\s*,\s*|\s+(?:och|samt)\s+){MEMBER})*"
_ON_POINT = rf",?\s+{ON_POINTS}(?:\s+i\s+denna\s+del)?"
_OPENS = r"reservation(?:er)?|särskil(?:t|da)\s+yttranden?"
# "3. Bryggor, punkt 2 (S, M)" with "av Eva Ek (S) och Bo Ek (M)." or "Eva Ek (S) anför:" below
_ACT = re.compile(
    rf"^{BARS}(?!(?i:{_OPENS}){BARS}\n)(?:\d{{1,3}}[ \t]*\.{BARS}(?:\n\s*)?)?"
    rf"(?P<title>[^\n|]{{3,300}}?(?:\n[^\n|]{{1,200}}?)??)(?:{_ON_POINT})?"
    rf"(?:\s*[–-]\s*motiveringen)?\s*\([A-Za-zÅÄÖåäö!, –-]{{1,60}}\)"
    rf"(?:\s*[–-]\s*delvis)?{BARS}\n\s*{BARS}"
    rf"(?:av\s+(?P<signers>{_SIGNERS})\s*\.?|(?P<speakers>{_SIGNERS})\s+anför\s*:){BARS}$",
    re.MULTILINE,
)
_PARTY = rf"(?:{LETTERS}|[-–])"
# A numbered row that is laid out as such a heading, whatever stands below it: what is said
# above it ends there.
_HEADING = re.compile(
    rf"^[ \t]*\|[ \t]*\d{{1,3}}[ \t]*\.[ \t]*\|[^\n|]+\({_PARTY}(?:,\s*{_PARTY})*\)"
    r"(?:\s*[–-]\s*delvis)?[ \t]*\|[ \t]*$",
    re.MULTILINE,
)
_SECTION = re.compile(
    rf"^{BARS}(?P<word>{_OPENS}|bilag(?:a|or)"
    rf"(?:\s+\d+)?(?:[.:]?\s+(?:förteckning|regeringens|utskottets)\b[^\n]*)?|"
    rf"förteckning\s+över\s+behandlade\s+förslag){BARS}$",
    re.MULTILINE | re.IGNORECASE,
)
_ACTS = {"r": Act.RESERVATION, "s": Act.SÄRSKILT_YTTRANDE}


def acts(
    content: str, titles: Mapping[str, str], signed: int | None
) -> list[tuple[tuple[str, ...], Entry]]:
    """The acts below the place where a report is signed (None: it is not), each with the
    numbers of the points it is about. Those of another committee's statement, an appendix,
    are not this committee's."""
    printed = _SECTION.finditer(content, signed or 0)
    sections = [m for m in printed if not m["word"].isupper()]  # no heads of pages
    appended = (m.start() for m in sections if m["word"][0].casefold() not in _ACTS)
    last = next(appended, len(content)) if signed else len(content)
    headings = list(_ACT.finditer(content, signed or 0, last))
    rows = _HEADING.finditer(content, signed or 0)
    edges = sorted(m.start() for m in [*sections, *headings, *rows])
    found = []
    for heading in headings:
        above = [m["word"][0].casefold() for m in sections if m.start() < heading.start()]
        act = _ACTS.get(above[-1]) if above else None
        if act:
            end = next((edge for edge in edges if edge >= heading.end()), len(content))
            about = point_numbers(heading["points"]) or _titled(titles, heading["title"])
            found.append((about, _entry(content, act, heading, end)))
    return found


def _titled(titles: Mapping[str, str], title: str) -> tuple[str, ...]:
    """The point that a heading without a number names by its title, else the first."""
    called = folded(title).casefold()
    named = [n for n, one in titles.items() if folded(one).casefold() == called]
    return tuple((named or [*titles])[:1])


def _entry(content: str, act: Act, heading: re.Match[str], end: int) -> Entry:
    group = "signers" if heading["signers"] else "speakers"
    signed = list(members(content, Span(*heading.span(group))))
    words = trimmed(content, heading.end(), end)
    return Entry(
        act,
        tuple(dict.fromkeys(name for name, _, _ in signed)),
        tuple(dict.fromkeys(party for _, party, _ in signed if party)),
        words,
        trimmed(content, heading.start(), heading.end()),
        act,
        points=points(words.of(content)),
    )
