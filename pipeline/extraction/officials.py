"""What officials write for a body to decide on: no party's words, and nobody's decision.

Their proposal is not what the body decided; body and date are those of the paper itself.
"""

import re

from pipeline.extraction.meeting import BODY, body_line, nominative
from pipeline.language.dates import find_dates, first_date

_OPENING = 400
_TOP = 1_200
_DATE_LINE = 40
# "Lövsta kommun   TJÄNSTESKRIVELSE 1 (3)", "Tjänsteutlåtande"
_OFFICIAL = re.compile(
    r"^\W*tjänste(?:manna)?(?:skrivelse|utlåtande)\b|"
    r"\b(?-i:TJÄNSTE)(?:MANNA)?(?:SKRIVELSE|UTLÅTANDE)\b|"
    r"[ \t]{2,}tjänste(?:manna)?(?:skrivelse|utlåtande)[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_PREPARED = re.compile(r"^\W*handläggare\b", re.IGNORECASE | re.MULTILINE)
_NEAR = 2_000
_DATED = re.compile(r"\bdatum\s*:?\s*(?P<date>[^\n]*(?:\n[^\n]*)?)", re.IGNORECASE)
_PROPOSAL = re.compile(
    r"^\W*förslag\s+till\s+(?:beslut|yttrande)\b.*$", re.IGNORECASE | re.MULTILINE
)


def written_by_official(content: str) -> bool:
    """Whether the top of a document calls it the officials' own, or names who prepared the
    proposal in it."""
    if _OFFICIAL.search(content[:_OPENING]):
        return True
    prepared = _PREPARED.search(content[:_OPENING])
    return bool(prepared and _PROPOSAL.search(content, 0, _NEAR))


def paper_date(content: str) -> str | None:
    """The date in the head of a paper: behind its label, else alone on a line."""
    top = content[:_TOP]
    for match in _DATED.finditer(top):
        if date := first_date(match["date"]):
            return date
    for cell in re.split(r"\n|[ \t]{3,}", top):
        dates = find_dates(cell)
        if dates and len(cell.strip()) < _DATE_LINE:
            return dates[0][1]
    return None


# "Hamnnämndens yttrande över motion", "Remissvar från hamnnämnden"
_ANSWERS = re.compile(
    r"^\W*(?P<body>[A-ZÅÄÖ][\wåäö, -]{2,60}?(?:nämnden|styrelsen|utskottet))s\s+"
    r"(?:yttrande|remissvar|svar)\s+(?:över|på|avseende|angående)\b",
    re.MULTILINE,
)
_ANSWER_LABEL = re.compile(
    r"^\W*(?:yttrande|remissvar)\b|[ \t]{3,}(?:yttrande|remissvar)\W*$", re.I | re.M
)


def answering_body(content: str) -> str | None:
    """The body whose answer to a referral a paper is: by its title, or the first that stands
    at the top of a paper labelled so and is not addressed."""
    titled = _ANSWERS.search(content[:_TOP])
    if titled:
        return nominative(titled["body"])
    if not _ANSWER_LABEL.search(content[:_OPENING]):
        return None
    cells = re.split(r"\n|[ \t]{3,}", content[:_OPENING])
    return next((body for cell in cells if (body := body_line(cell))), None)


def proposed_body(content: str) -> str | None:
    """Whose decision is proposed: who decides by the proposal, else who is addressed."""
    proposal = _PROPOSAL.search(content)
    words = content[proposal.end() :][:200] if proposal else ""
    words = re.sub(r"^[\W\d]*(?:I\s+)?", "", words)  # "I hamnnämnden:" above the points
    named = BODY.match(words[:1].upper() + words[1:])
    if named:
        return nominative(named[0])
    lines = content[:_TOP].splitlines()
    return next(
        (body for line in lines if (body := body_line(line.removeprefix("Till ")))), None
    )
