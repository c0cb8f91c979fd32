"""Votes that a report retells in sentences: "Vid omröstning röstade Eva Ek (S) för avslag. Bo
Alm (M) röstade för bifall." The side told first is Ja, as a rule that of the chair."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extraction.ballots import named_in
from pipeline.extraction.context import Context, folded
from pipeline.extraction.outline import Section
from pipeline.extraction.vote_kinds import vote_kind
from pipeline.extraction.votes import Count, mismatch
from pipeline.language.numbers import NUMBER, number
from pipeline.models import Span
from pipeline.words import Choice, VoteMethod

_SIDE = r"(?:bifall|avslag|återremiss|bordläggning|att\b|ärendets)[^.]{0,200}?"
_TOLD = re.compile(
    rf"\bVid\s+(?:\w+\s+)?omröstning(?P<about>[^.]{{0,200}}?)\s+röstade\s+(?P<ja>[^.]{{5,900}}?)"
    rf"\s+för\s+(?P<yes>{_SIDE})\.\s+(?P<nej>[^.]{{5,900}}?)\s+röstade\s+för\s+(?P<no>{_SIDE})\."
    r"(?:\s+(?P<avstår>[^.]{5,900}?)\s+avstod\s+från\s+att\s+rösta\.)?"
    rf"(?:\s+\w+\s+beslutade\s+med\s+(?P<won>{NUMBER})\s+röster\s+mot\s+(?P<lost>{NUMBER}))?",
    re.IGNORECASE,
)
# "beträffande bifall respektive avslag på tilläggsyrkandet från M"
_ABOUT = re.compile(
    r"\b(?:bifall|avslag)\s+respektive\s+(?:bifall|avslag)\s+(?:på|till)\s+(?P<what>.+)",
    re.IGNORECASE | re.DOTALL,
)
_BARE = re.compile(r"(?P<minus>avslag)|bifall", re.IGNORECASE)


def told_votes(context: Context, parts: Sequence[Section]) -> list[Count]:
    """The votes that sentences tell, in order; none whose sides are not both named."""
    return [count for part in parts for count in _of_part(context, part)]


def _of_part(context: Context, part: Section) -> Iterator[Count]:
    for told in _TOLD.finditer(context.content, part.start, part.end):
        # "ordföranden Eva Ek (S)" is named twice: by role and by name
        ballots = tuple(
            {
                one.name: (one.name, one.parties[0] if one.parties else None, choice)
                for choice in (Choice.JA, Choice.NEJ, Choice.AVSTÅR)
                for one in named_in(context, told[choice.value] or "")
                if one.name
            }.values()
        )
        yes, no, abstain = (
            sum(1 for _, _, chosen in ballots if chosen == choice)
            for choice in (Choice.JA, Choice.NEJ, Choice.AVSTÅR)
        )
        printed = _printed(told, yes > no) or (yes, no)
        meant = [_meant(told["about"], told[side]) for side in ("yes", "no")]
        if not yes or not no:
            continue
        yield Count(
            span=Span(told.start(), told.end()),
            kind=vote_kind(" ".join(meant), "", ""),
            yes_means=meant[0],
            no_means=meant[1],
            yes=printed[0],
            no=printed[1],
            abstain=abstain or None,
            absent=None,
            outcome=None if yes == no else "ja" if yes > no else "nej",
            decided_by=None if yes == no else VoteMethod.MAJORITET,
            appendix=None,
            ballots=ballots,
            finding=mismatch(*printed, ballots),
        )


def _printed(told: re.Match[str], first_won: bool) -> tuple[int | None, int | None] | None:
    """The figures for Ja and Nej, where the decision tells them: the winner's come first."""
    if told["won"] is None:
        return None
    won, lost = number(told["won"]), number(told["lost"])
    return (won, lost) if first_won else (lost, won)


def _meant(about: str, side: str) -> str:
    """What a side wanted, with what it was about where only "bifall" or "avslag" is told."""
    bare, named = _BARE.fullmatch(side.strip()), _ABOUT.search(about)
    if bare is None or named is None:
        return folded(side)
    return folded(f"{bare[0]} {'på' if bare['minus'] else 'till'} {named['what']}")
