"""Interpellations and written questions of members of the Riksdag, and the answers to them.

They are numbered by session ("Interpellation 2021/22:14") and laid out alike: the title, who
asks whom, the words, and below a dotted line who signed. An answer names the number of the
question; in the record of a debate it is the first speech.
"""

import re
from dataclasses import replace

from pipeline.extraction.answers import entry
from pipeline.extraction.context import Context, folded, trimmed
from pipeline.extraction.entry import Entry
from pipeline.extraction.outline import Line, lines_of
from pipeline.extraction.parliament import BARS, PARLIAMENT
from pipeline.extraction.rows import Matter, statement_rows
from pipeline.extraction.wording import without_signers
from pipeline.language.dates import first_date
from pipeline.language.mention import Mention
from pipeline.language.mentions import find_people
from pipeline.models import Case, Span
from pipeline.words import Act, ItemType

_TOP = 1_200
_MAX_TITLE = 120
_NUMBER = r"(?P<number>(?P<first>\d{4})/(?P<second>\d{2}|2000)\s?:\s?\d+)\b"
_HEAD = re.compile(
    rf"^{BARS}(?:§\s*\d+\s+)?(?P<answers>svar\s+på\s+)?"
    rf"(?P<what>interpellation|(?:skriftlig\s+)?fråga)\s+{_NUMBER}(?![^\n]*\boch\s+\d)"
    r"(?P<rest>[^\n]*)$",
    re.IGNORECASE | re.MULTILINE,
)
_BY = re.compile(r"(?:^|\s)av\s+(?P<who>[A-ZÅÄÖ][^\n]*\([A-ZÅÄÖ]{1,3}\))", re.MULTILINE)
_TO = re.compile(
    rf"^{BARS}till\s+(?P<who>[A-ZÅÄÖ][^\n]*\([A-ZÅÄÖ]{{1,3}}\)){BARS}$",
    re.IGNORECASE | re.MULTILINE,
)
# The dotted line above the name, a row of the table of signers, or what the clerks write
_SIGNED = re.compile(
    r"^[ \t]*(?:[….·_]{3,}|Överlämnas\s+enligt\s+uppdrag|Stockholm\s+den\s+\d|"
    r"\|[ \t]*[A-ZÅÄÖ][^|\n]*\([A-ZÅÄÖ]{1,3}\)[ \t]*\|)",
    re.MULTILINE,
)
_HANDED_IN = re.compile(r"\b(?:Inlämnad|Överlämnad|Anmäld)\b[\s|:]*(?P<date>\d{4}-\d\d-\d\d)")
# "Anf. 12 Infrastruktur- och bostadsminister Bo Tegel (S):"
_SPEECH = re.compile(
    rf"^{BARS}Anf\.\s*\d+\s+(?:(?:[\w-]+\s+)*?(?:\w*[Mm]inistern?|[Ss]tatsråd(?:et)?)\s+)?"
    r"(?P<who>[^\n:]+\([A-ZÅÄÖ]{1,3}\)):?",
    re.MULTILINE,
)


def is_members_question(content: str) -> bool:
    """Whether a text is an interpellation or a question of a member of the Riksdag."""
    head = _head(content)
    return head is not None and not head["answers"]


def is_answer_to_member(content: str) -> bool:
    """Whether a text is the answer to one."""
    head = _head(content)
    return head is not None and bool(head["answers"])


def _head(content: str) -> re.Match[str] | None:
    """The line with the number, of several the first that goes on; a session ends the year
    after it began."""
    found = [
        one
        for one in _HEAD.finditer(content[:_TOP])
        if int(one["second"][-2:]) == (int(one["first"]) + 1) % 100
    ]
    return next((one for one in found if one["rest"].strip()), found[0] if found else None)


def members_question(context: Context) -> tuple[Context, list[Matter]]:
    """The one matter of the question, or of the answer, with what is asked or answered."""
    content = context.content
    head = _head(content)
    if head is None:
        return context, []
    dated = _HANDED_IN.search(content)
    signed = _SIGNED.search(content, head.end())
    closing = content[signed.start() :][:60] if signed else ""
    date = first_date(dated["date"]) if dated else first_date(closing)
    context = replace(context, municipality=PARLIAMENT, body=None, date=date)
    number = re.sub(r"\s", "", head["number"])
    title, below = _title(content, head)
    asks = "fråga" in head["what"].casefold()
    case = Case(
        case_id=f"{context.document_id[:16]}:1",
        document_id=context.document_id,
        number=number,
        title=title,
        reference=number,
        body=None,
        date=date,
        item_type=ItemType.FRÅGA if asks else ItemType.INTERPELLATION,
        start=0,
        end=len(content),
    )
    words = trimmed(content, below, signed.start() if signed else len(content))
    words = without_signers(content, words)
    said = _answer(content, words) if head["answers"] else _question(content, head, words)
    rows = statement_rows(context, case.case_id, [said] if said else [])
    return context, [Matter(case, statements=rows)]


def _title(content: str, head: re.Match[str]) -> tuple[str | None, int]:
    """The title, and where the words begin: behind the number, else above it as on a page of
    the web, else below whom the question is put to, or below the heading of an answer."""
    begins = head.end() if head["answers"] else _below_names(content, head)
    rest = _BY.split(head["rest"], maxsplit=1)[0].strip(" |#*:–-")
    if rest:
        return rest.removeprefix("om "), begins
    above = [x.text for x in lines_of(content, Span(0, head.start())) if x.text.strip("|#* ")]
    if above and not head["answers"]:
        return folded(above[-1].strip("|#* ")), begins
    below = lines_of(content, Span(begins, len(content)))
    first = next((x for x in below if x.text), Line(0, 0, ""))
    title = first.text.strip("|#* ")
    short = len(title) < _MAX_TITLE and title[-1:].isalnum()
    return (title, first.end) if short else (None, begins)


def _below_names(content: str, head: re.Match[str]) -> int:
    """Where the lines end that say who asks whom."""
    by, to = _BY.search(content, head.start()), _TO.search(content, head.end())
    return to.end() if to else by.end() if by else head.end()


def _question(content: str, head: re.Match[str], words: Span) -> Entry | None:
    by = _BY.search(content, head.start(), min(len(content), head.end() + _TOP))
    who = [one for one in find_people(by["who"]) if one.name] if by else []
    asks = "fråga" in head["what"].casefold()
    act = Act.FRÅGA if asks else Act.INTERPELLATION
    return entry(act, who, words, content) if who and words.end > words.start else None


def _answer(content: str, text: Span) -> Entry | None:
    """The answer of the minister: the first speech of a debate, else the text and who signed
    it."""
    speeches = list(_SPEECH.finditer(content, text.start))
    who = find_people(speeches[0]["who"]) if speeches else _signers(content, text.end)
    if speeches:
        stop = speeches[1].start() if len(speeches) > 1 else len(content)
        text = trimmed(content, speeches[0].end(), stop)
    named = bool(who and who[-1].name) and text.end > text.start
    return entry(Act.INTERPELLATIONSSVAR, who[-1:], text, content) if named else None


def _signers(content: str, end: int) -> list[Mention]:
    """Who signed, alone on the last line: with the party, or without."""
    last = content[end:].strip().rpartition("\n")[2].strip()
    name = re.fullmatch(r"[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+){1,2}", last)
    return find_people(last) or ([Mention(0, 0, last, ())] if name else [])
