"""The title of a matter: its lines, where it ends, and the dnr in, behind or below it."""

import re
from collections.abc import Iterator

from pipeline.extraction.context import folded
from pipeline.extraction.outline import Line, heading_kind, inline_heading, lines_of
from pipeline.language.dates import find_dates
from pipeline.models import Span, Text
from pipeline.reference import table

KNOWN = table("references")
LABEL = "|".join(KNOWN["labels"])
REFERENCE = re.compile(
    rf"\b(?:{LABEL})\b\.?\s*:?\s*(?P<reference>{'|'.join(KNOWN['labelled'])})", re.IGNORECASE
)
BARE_REFERENCE = re.compile(rf"^\(?(?P<reference>{'|'.join(KNOWN['alone'])})\)?$")
_AGENDA = re.compile(r"^ärende\s+\d+\s+(?=[A-ZÅÄÖ])", re.IGNORECASE)
_TOP = 1_000


def bare_reference(content: str) -> str | None:
    """The dnr that stands alone on a line at the top of a paper, without a label; one of
    figures only could be anything."""
    lines = (
        _AGENDA.sub("", cell.strip("|*# \t"))
        for cell in re.split(r"\n|[ \t]{3,}|\t", content[:_TOP])
    )
    found = (match for line in lines if (match := BARE_REFERENCE.match(line)))
    told = (m["reference"] for m in found if not find_dates(m["reference"]))
    return next((reference for reference in told if reference[0].isalpha()), None)


_TRAILING_REFERENCE = re.compile(
    rf"\s*[(,]?\s*(?:dnr\s*)?(?P<reference>{'|'.join(KNOWN['trailing'])})\)?\s*$"
)
_LEADING_REFERENCE = re.compile(
    rf"^(?P<reference>{'|'.join(KNOWN['leading'])})\s*[:,–-]?\s+(?=[A-ZÅÄÖ”\"])"
)
# "(Utlåtande 2023:88)": the paper behind the matter, and no part of its title
_REPORT = re.compile(r"\s*\((?:utlåtande|handling|förslag)\s[^()]{0,20}\d\)$", re.IGNORECASE)
# A title that ends so goes on below.
_UNFINISHED = re.compile(
    r"(?:\b(?:av|för|om|och|till|i|med|på|från|samt|att|gällande|angående|avseende|"
    r"mellan|den|det|en|ett|enligt|under|vid|över|de|som|inom)|[-–,:])$",
    re.IGNORECASE,
)
# "§ 1 Ärendenummer", where none was filled in
_EMPTY_LABEL = re.compile(rf"(?:{LABEL})\.?\s*:?", re.IGNORECASE)
# "101", "Dpl 05"
_CLASS = re.compile(r"(?:[A-ZÅÄÖ][a-zåäö]{1,3}\.?\s*)?[\d. ]+")


def taken_reference(rest: str) -> tuple[str | None, str]:
    """A dnr on the same line as the §, and what else stands there."""
    found = (
        _LEADING_REFERENCE.match(rest) or REFERENCE.search(rest) or BARE_REFERENCE.match(rest)
    )
    if not found:
        return None, "" if _EMPTY_LABEL.fullmatch(rest) else rest
    left = (rest[: found.start()] + rest[found.end() :]).strip(" \t–-:,")
    if left[:1] == "(" or left.count("(") != left.count(")"):
        left = left.strip(" \t()–-:,")
    # What stands alone beside a dnr is the code of its class, and no title.
    return found["reference"], "" if _CLASS.fullmatch(left) else left


def title_lines(text: Text, span: Span, last: str) -> Iterator[tuple[Line, bool]]:
    """Lines that may belong to a title, each with whether the title ended before it; ``last``
    is what stands beside the §."""
    blank_after_text = False
    begun = bool(last)
    for line in lines_of(text.content, span):
        if not line.text:
            blank_after_text = begun
            continue
        kind = heading_kind(line)
        if (kind and (begun or kind == "beslut")) or (
            blank_after_text and inline_heading(line)
        ):
            yield line, True
            return
        if blank_after_text and not _goes_on(last, line.text):
            is_reference = REFERENCE.match(line.text) or BARE_REFERENCE.match(line.text)
            yield line, not is_reference
            return
        yield line, False
        numbered = REFERENCE.match(line.text) or BARE_REFERENCE.match(line.text)
        begun, last, blank_after_text = begun or not numbered, line.text, False


def _goes_on(last: str, following: str) -> bool:
    """Whether a torn title goes on: it ends in the middle of a phrase, or before letters."""
    return bool(
        _UNFINISHED.search(last) or _LETTERS_FIRST.match(following) or following[:1].islower()
    )


# "Motion från Eva Ek⏎(SD) om bryggor"
_LETTERS_FIRST = re.compile(r"\([A-ZÅÄÖ]{1,4}\)\s+[a-zåäö]")
# "Fråga 1" below "Frågestund", "Eva Ek har avsagt sig …" below "Anföranden"
_TELLS = re.compile(
    r"Fråga\s+\d+\W*$|[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+){1,2}(?:\s\([A-ZÅÄÖ]{1,4}\))?\s"
    r"(?:har|ställer|framför|yrkar|föreslår|anmäler|informerar|tackar)\b"
)


def without_sentences(lines: list[Line], place: int) -> tuple[list[Line], int]:
    """Without running text below a title: a line from which a full sentence begins."""
    for number in range(1, len(lines)):
        goes_on = _UNFINISHED.search(lines[number - 1].text)
        if _TELLS.match(lines[number].text) and not goes_on:
            return lines[:number], lines[number - 1].end
        # "Länsstyrelsen har …" begins a sentence; "Castillo (V) till …" goes on with a name.
        begins = re.match(r"[A-ZÅÄÖ][\wåäö]+ [a-zåäö]", lines[number].text) and not (
            _UNFINISHED.search(lines[number - 1].text)
        )
        if begins and re.search(
            r"[a-zåäö\d)]\.(?:\s|$)", " ".join(x.text for x in lines[number:])
        ):
            return lines[:number], lines[number - 1].end
    return lines, place


def title_of(lines: list[Line]) -> tuple[str | None, str | None]:
    joined = folded(" ".join(re.sub(r"^[-–]\s+", "", line.text) for line in lines))
    joined = _REPORT.sub("", joined)
    trailing = _TRAILING_REFERENCE.search(joined)
    if trailing:
        return joined[: trailing.start()].strip(" ,") or None, trailing["reference"]
    return joined or None, None


def reference_below(text: Text, start: int, end: int) -> str | None:
    """A dnr on a line of its own near the title."""
    for number, line in enumerate(lines_of(text.content, Span(start, end))):
        if number > 8:
            return None
        match = REFERENCE.match(line.text) or BARE_REFERENCE.match(line.text)
        if match:
            return match["reference"]
    return None


def without_reference(title: str) -> str:
    """A title without the dnr behind it."""
    return title_of([Line(0, len(title), title)])[0] or title
