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
_DATED = re.compile(r"\bdatum\s*:?\s*(?P<date>[^\n]*(?:\n[^\n]*)?)", re.IGNORECASE)
_PROPOSAL = re.compile(
    r"^\W*förslag\s+till\s+(?:beslut|yttrande)\b.*$", re.IGNORECASE | re.MULTILINE
)


def written_by_official(content: str) -> bool:
    """Whether the top of a document calls it the officials' own."""
    return bool(_OFFICIAL.search(content[:_OPENING]))


def paper_date(content: str) -> str | None:
    """The date in the head of a paper: behind its label, else alone on a line."""
    top = content[:_TOP]
    for match in _DATED.finditer(top):
        if date := first_date(match["date"]):
            return date
    for line in top.splitlines():
        dates = find_dates(line)
        if dates and len(line.strip()) < _DATE_LINE:
            return dates[0][1]
    return None


def proposed_body(content: str) -> str | None:
    """Whose decision is proposed: who decides by the proposal, else who is addressed."""
    proposal = _PROPOSAL.search(content)
    words = content[proposal.end() :][:200] if proposal else ""
    named = BODY.match(re.sub(r"^[\W\d]+", "", words))
    if named:
        return nominative(named[0])
    lines = content[:_TOP].splitlines()
    return next(
        (body for line in lines if (body := body_line(line.removeprefix("Till ")))), None
    )
