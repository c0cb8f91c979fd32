"""Motions of members of the Riksdag, which are all laid out alike.

A head ("Motion till riksdagen", the number, the authors, the title), the heading "Förslag till
riksdagsbeslut" with the demands below it, the reasons, and at the end the signers in a table.
A long motion numbers its headings and has a list of contents above them.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.extraction.context import Context, folded, trimmed
from pipeline.extraction.entry import Entry
from pipeline.extraction.members import MEMBER, members
from pipeline.extraction.parliament import BARS, PARLIAMENT, motion_number
from pipeline.extraction.rows import Matter, statement_rows
from pipeline.language.dates import first_date
from pipeline.language.mentions import find_people
from pipeline.models import Case, Span
from pipeline.words import Act, ItemType

_HEAD = re.compile(
    rf"\s*{BARS}motion\s+till\s+riksdagen{BARS}\s+{BARS}\d{{4}}/\d{{2,4}}\s?:\s?\w+{BARS}\s+"
    rf"{BARS}(?P<authors>av\s[^\n]+\((?:b[åa]da|alla)?[\s\w,-]+\)){BARS}\n"
    rf"\s*{BARS}(?P<title>[^\n]*[^\s|][^\n]*)",
    re.IGNORECASE,
)
_MARK = r"(?:[-–•]\s*|\d{1,3}\.\s*)?"
_PROPOSED = re.compile(
    rf"^{BARS}(?:\d+[. \t]+)?förslag\s+till\s+riksdagsbeslut{BARS}\n\s*(?={_MARK}riksdagen\b)",
    re.MULTILINE | re.IGNORECASE,
)
_DEMAND = re.compile(rf"\s*{_MARK}(?P<words>Riksdagen\b.*)", re.DOTALL)
# "| Siv Ryd (L) | Kaj Lind (L) |", row below row, with or without a rule below the first
_SIGNED = re.compile(
    rf"(?:^[ \t|]*{MEMBER}(?:[ \t|]+{MEMBER})*[ \t|]*\n\s*(?:^[ \t]*\|[ \t|:-]+\n\s*)?)+"
    r"(?=\Z|\[\d)",
    re.MULTILINE,
)
_DATED = re.compile(
    r"^[ \t|]*[A-ZÅÄÖ]\w+\s+den\s+(?P<date>\d{1,2}\s+\w+\s+\d{4})[ \t|]*$", re.M
)


def is_members_motion(content: str) -> bool:
    """Whether a text is laid out as a motion to the Riksdag."""
    return bool(_HEAD.match(content)) and bool(_PROPOSED.search(content))


def members_motion(context: Context) -> tuple[Context, list[Matter]]:
    """The one matter of a motion to the Riksdag, with what it asks for and says."""
    content = context.content
    head, proposed = _HEAD.match(content), _PROPOSED.search(content)
    if head is None or proposed is None:
        return context, []
    number = motion_number(content)
    signed = next(iter(_SIGNED.finditer(content + "\n", proposed.end())), None)
    end = signed.start() if signed else len(content)
    dated = _DATED.search(content, max(end - 200, proposed.end()), end)
    context = replace(
        context, municipality=PARLIAMENT, date=first_date(dated["date"]) if dated else None
    )
    case = Case(
        case_id=f"{context.document_id[:16]}:1",
        document_id=context.document_id,
        number=number or context.document_id[:8],
        title=folded(head["title"].strip("| #")),
        reference=number,
        body=None,
        date=context.date,
        item_type=ItemType.MOTION,
        start=0,
        end=len(content),
    )
    words = trimmed(content, proposed.end(), dated.start() if dated else end)
    who = list(_authors(content, Span(*head.span("authors")), signed))
    said = Entry(
        Act.MOTION,
        tuple(dict.fromkeys(name for name, _ in who)),
        tuple(dict.fromkeys(party for _, party in who if party)),
        words,
        Span(*head.span("authors")),
        "motion",
        points=tuple(_demands(words.of(content))),
    )
    return context, [Matter(case, statements=statement_rows(context, case.case_id, [said]))]


def _authors(
    content: str, line: Span, signed: re.Match[str] | None
) -> Iterator[tuple[str, str | None]]:
    """Who signed, each with a party; without signatures, whom the head names."""
    if signed:
        yield from ((n, p) for n, p, _ in members(content, Span(signed.start(), signed.end())))
        return
    for one in find_people(line.of(content)):
        if one.name:
            yield one.name, next(iter(one.parties), None)


def _demands(words: str) -> Iterator[str]:
    """The demands: the paragraphs at the top that say what the Riksdag is to do."""
    for paragraph in re.split(r"\n\s*\n", words):
        demand = _DEMAND.match(paragraph)
        if demand is None:
            return
        yield folded(demand["words"])
