"""Extracts from minutes: each with its own body and date, alone or several in one file.

An extract opens with "Utdrag ur protokoll" (the page head repeats it) and closes where it is
signed. What follows a signature is an appendix, a covering letter, or the next body's extract.
"""

import re
from dataclasses import dataclass, replace

from pipeline.extraction.meeting import BODY, body_line, nominative
from pipeline.language.dates import first_date
from pipeline.models import Span

_HEAD = re.compile(
    r"^[ \t]*(?:utdrag\s+ur\s+protokoll|protokollsutdrag)\b(?!\s*(?:et|sbest|skickas|"
    r"sänds|till)\b)"
    r"(?P<rest>[^\n]*(?:\n[ \t]*sammanträdesdatum[^\n]*)?)",
    re.IGNORECASE | re.MULTILINE,
)
_SIGNED = re.compile(
    r"^[ \t]*(?:vid\s+protokollet|dag\s+för\s+justering|rätt\s+utdraget|justering\s+den\b|"
    r"ordförande\s{3,}justerande|protokollsutdragets\s+riktighet|utdragsbestyrkande)",
    re.IGNORECASE | re.MULTILINE,
)
_SENT = re.compile(r"^[ \t]*protokollsutdrag\s+skickas\s+till\b[^\n]*", re.I | re.M)
# The same head at the top of a later page, up to its date: what follows on the line is text.
_PAGE_HEAD = re.compile(
    r"\n[^\n]{0,60}\n\s*(?:utdrag\s+ur\s+protokoll|protokollsutdrag)\b(?![ "
    r"\t]*(?:skickas|sänds|till)\b)"
    r"[^\n]{0,60}?(?:sammanträdesdatum\s*:?\s*(?:\d{4}-\d\d-\d\d|<[^>\n]*>)|(?=\n))\s*|"
    r"\n[ \t]*\[[A-ZÅÄÖ][^\]\n]{3,40}\][ \t]*\n\s*",
    re.IGNORECASE,
)
_MAX_BODY = 60
_MAX_HEAD = 300


@dataclass(frozen=True, slots=True)
class Extract:
    """The minutes of one body about one or more matters. Unknown body and date are None."""

    body: str | None
    date: str | None
    span: Span


def extracts(content: str) -> list[Extract]:
    """The extracts of a document in order; none when it is no extract and holds none."""
    found: list[Extract] = []
    heads = [
        _opened(content, match)
        for match in _HEAD.finditer(content)
        if not (_named_only(content, match) or _within(content, match))
    ]
    for place, head in enumerate(heads):
        after = heads[place + 1].span.start if place + 1 < len(heads) else len(content)
        end = _signed(content, head.span.end, after)
        last = found[-1] if found else None
        if last and goes_on(last, head) and last.span.end == head.span.start:
            found[-1] = replace(
                last, date=last.date or head.date, span=Span(last.span.start, end)
            )
        else:
            found.append(replace(head, span=Span(head.span.start, end)))
    return found


def _within(content: str, match: re.Match[str]) -> bool:
    """Whether a line goes on with a sentence: "… bifoga⏎protokollsutdrag och motionen"."""
    above = content[: match.start()].rsplit("\n", 2)[-2:-1]
    return match[0].lstrip()[:1].islower() and any(line.strip() for line in above)


def _named_only(content: str, match: re.Match[str]) -> bool:
    """Whether a line only names an extract, in a list of papers: no matter is below it before
    the next such line or the signatures."""
    if not _FROM_BODY.match(match["rest"]):
        return False
    after = _HEAD.search(content, match.end())
    end = _signed(content, match.end(), after.start() if after else len(content))
    return not _MATTER.search(content, match.end(), end)


# "Protokollsutdrag från arbetsutskottet 2019-04-02"
_FROM_BODY = re.compile(r"\s+från\s", re.IGNORECASE)
_MATTER = re.compile(
    r"^[ \t]*(?:[Dd]el[ \t]+av[ \t]+|[A-ZÅÄÖ]\w{0,4}[ \t]+)?§[ \t]*\d", re.MULTILINE
)


def goes_on(one: Extract, other: Extract) -> bool:
    """Whether a later head is of the same minutes; a field left unfilled in it does not
    count."""
    return other.body in (None, one.body) and other.date in (None, one.date)


def _opened(content: str, match: re.Match[str]) -> Extract:
    start, above = _line_above(content, match.start())
    rest = match["rest"]
    body = BODY.search(rest)
    whole = rest.strip() and not _GOES_ON.search(rest)
    below = "" if whole else _lines_below(content, match.end())
    named = body[0] if body else _body_name(above, content, match.end()) or _named_in(below)
    rest = rest if first_date(rest) else rest + below
    begins = start if named and named in above else match.start()
    return Extract(
        nominative(named) if named else None, first_date(rest), Span(begins, match.end())
    )


# "Utdrag ur protokoll fört vid sammanträde med"
_GOES_ON = re.compile(r"\b(?:med|vid|för|från|i)\s*\Z", re.IGNORECASE)


def _lines_below(content: str, after: int) -> str:
    """The head of an extract whose body and date stand on the lines below its first: up to
    the first matter."""
    head = content[after : after + _MAX_HEAD]
    return re.split(r"\n[ \t]*§|\n[ \t]*\n(?=[^\n]{90})", head, maxsplit=1)[0]


def _named_in(head: str) -> str | None:
    """The body that stands alone on a line of a head."""
    cells = (cell for line in head.splitlines() for cell in re.split(r"\s{2,}|\t", line))
    return next((body for cell in cells if (body := body_line(cell))), None)


def _line_above(content: str, before: int) -> tuple[int, str]:
    text = content[:before].rstrip()
    start = text.rfind("\n") + 1
    line = text[start:].strip()
    return (start, line) if len(line) <= _MAX_BODY else (before, "")


# "Tallviks Hamn AB", "Tallviks Stadshus AB - Styrelsen"
_COMPANY = re.compile(
    r"(?P<name>(?:[A-ZÅÄÖ][\wåäö&.-]*[ ]|&[ ]){1,5}AB|[A-ZÅÄÖ]\w+[ ]AB(?:[ ][A-ZÅÄÖ]\w+){1,2})"
    r"(?:\s+[-–]\s+[Ss]tyrelsen)?"
)


def _body_name(above: str, content: str, after: int) -> str | None:
    """The body in the line above an extract's head: whole, or short for a name in the text."""
    bare = above.strip(" []")
    alone = body_line(bare)
    company = _COMPANY.fullmatch(bare)
    if alone is None and company:
        return company["name"]
    if alone:
        return alone
    if not re.fullmatch(r"[A-ZÅÄÖ][\wåäö -]{2,40}", bare):
        return None
    near = content[after : after + 3_000]
    full = re.search(
        rf"\b[Nn]ämnden\s+för\s+{re.escape(bare)}\b|\b{re.escape(bare)}s?nämnden\b", near, re.I
    )
    return full[0] if full else None


def _signed(content: str, start: int, limit: int) -> int:
    """Where the extract is signed; its page head is repeated later when it is not yet. One
    that nobody signs ends where it is told who gets it."""
    match = _SIGNED.search(content, start, limit)
    sent = None if match else _SENT.search(content, start, limit)
    return match.start() if match else sent.end() if sent else limit


def without_page_heads(content: str, span: Span) -> str:
    """The content with the page heads inside an extract blanked, of the same length, so that a
    sentence they tear is whole and every offset still holds."""
    first = _HEAD.search(content, span.start, span.end)
    pieces, place = [], 0
    for match in _PAGE_HEAD.finditer(content, first.end() if first else span.start, span.end):
        blank = " " * len(match[0])
        if _begins_anew(content, match):
            blank = "\n" + blank[2:] + "\n"
        pieces += [content[place : match.start()], blank]
        place = match.end()
    return "".join([*pieces, content[place:]])


def _begins_anew(content: str, match: re.Match[str]) -> bool:
    """Whether what follows a page head is a sentence or a heading of its own."""
    before = content[: match.start()].rstrip()
    return before[-1:] in '.:?!”"' or content[match.end() : match.end() + 1].isupper()
