"""Who won a vote: by number, by the chair's vote, by lot, or by the right of a minority."""

import re
from collections.abc import Mapping

from pipeline.words import VoteKind, VoteMethod

_CASTING = re.compile(r"\butslags(?:röst|givande)|\bröst(?:en)?\s+fäll\w+\s+avgör", re.I)
_LOT = re.compile(r"\blott(?:ning|en|ningen|as)\b", re.I)
_MINORITY = re.compile(r"\bminoritets(?:återremiss|bordläggning|beslut)", re.I)


def who_won(
    yes: int, no: int, text: str, kind: VoteKind
) -> tuple[str | None, VoteMethod | None]:
    """The side that won, and how, by the figures and the ``text`` below the proposition; what
    neither tells is None. A minority sends a matter back although it has fewer votes."""
    if _MINORITY.search(text) and kind in (VoteKind.ÅTERREMISS, VoteKind.BORDLÄGGNING):
        return ("ja" if yes < no else "nej"), VoteMethod.MINORITET
    if yes != no:
        return ("ja" if yes > no else "nej"), VoteMethod.MAJORITET
    if _LOT.search(text):
        return None, VoteMethod.LOTTNING
    if _CASTING.search(text):
        return _casting_outcome(text), VoteMethod.UTSLAGSRÖST
    return None, None


def _casting_outcome(text: str) -> str | None:
    """What the chair's casting vote was, when the minutes say it outright."""
    match = re.search(r"utslagsröst[^.]{0,80}?\b(ja|nej)\b", text, re.I)
    return match[1].casefold() if match else None


# "Ordförandens röst är utslagsgivande och nämnden avslår därmed tilläggsyrkandet."
_DECISIVE = re.compile(
    r"\butslag[^.]{0,120}?\b(?P<does>bif|avsl)\w*\s+(?:därmed\s+)?(?P<what>\w*(?:yrkand"
    r"et|förslaget|motionen))\b",
    re.IGNORECASE,
)


def cast_for(text: str, sides: Mapping[str, str | None]) -> str | None:
    """The side that the chair's vote decided for, where both are about what it decided on:
    "avslag på" it and "bifall till" it."""
    told = _DECISIVE.search(text)
    about = told["what"].casefold() if told else ""
    asked = {
        side: re.match(
            rf"(?:att\s+)?(bif|avsl)\w*\s+(?:på\s+|till\s+)?{about}\b", words or "", re.I
        )
        for side, words in sides.items()
    }
    does = {side: match[1].casefold() for side, match in asked.items() if match}
    if told is None or set(does.values()) != {"bif", "avsl"}:
        return None
    return next(side for side, what in does.items() if what == told["does"].casefold())
