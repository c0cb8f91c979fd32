"""Votes that a report retells in sentences: "Vid omröstning röstade Eva Ek (S) för avslag. Bo
Alm (M) röstade för bifall." The side told first is Ja, as a rule that of the chair."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

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
_SIDES = r"(?!att\s+rösta)[^.,:]{4,120}?"
_CAST = r"[^.]{5,900}?"
_FOR = r"röst(?:ar|ade|at)\s+för"
# "Eva Ek (S) röstar för avslag. Bo Alm (M) röstar för bifall.", and the side first: "För
# avslag röstar Eva Ek (S). För bifall röstar Bo Alm (M)."
_BEGINS = r"(?:^|(?<=[.:]\s))[ \t]*"
_ABSTAIN = rf"(?:\s+(?P<avstår>{_CAST})\s+avst(?:år|od)(?:\s+från\s+att\s+rösta)?\.)?"
_BY_SIDE = (
    re.compile(
        rf"{_BEGINS}(?P<ja>{_CAST})\s+{_FOR}\s+(?P<yes>{_SIDES})"
        rf"(?:\.\s+|,?\s+(?:och|medan)\s+)(?P<nej>{_CAST})\s+{_FOR}\s+(?P<no>{_SIDES})\."
        rf"{_ABSTAIN}",
        re.MULTILINE,
    ),
    re.compile(
        rf"{_BEGINS}För\s+(?P<yes>{_SIDES})\s+röst(?:ar|ade)\s+(?P<ja>{_CAST})"
        rf"(?:\.\s+F|,?\s+(?:och|medan)\s+f)ör\s+(?P<no>{_SIDES})\s+röst(?:ar|ade)\s+"
        rf"(?P<nej>{_CAST})\.{_ABSTAIN}",
        re.MULTILINE,
    ),
)
# "5 röster för avslag och 2 röster för bifall", "röstar 5 för avslag och 2 för bifall"
_SUMMED = re.compile(
    rf"\b(?:(?P<ja>{NUMBER})\s+(?:röster|ledamöter\s+röst(?:ar|ade))|"
    rf"röst(?:ar|ade)\s+(?P<first>{NUMBER})(?:\s+ledamöter)?)"
    rf"\s+för\s+(?P<yes>{_SIDES})(?:,|\s*,?\s+(?:och|mot|medan|samt))\s+(?P<nej>{NUMBER})\s+"
    rf"(?:(?:röster|ledamöter)\s+)?(?:röst(?:ar|ade)\s+)?för\s+(?P<no>{_SIDES})[.\n]",
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
    return [count for part in parts for count in _of_part(context, part, _TOLD)]


def votes_by_side(context: Context, parts: Sequence[Section]) -> list[Count]:
    """The votes of this meeting that tell who was for what, or how many, without Ja and
    Nej."""
    own = [part for part in parts if part.kind in _OF_THE_MEETING]
    named = [
        count
        for part in own
        for form in _BY_SIDE
        for count in _of_part(context, part, form)
        if sum((count.yes or 0, count.no or 0)) >= _SOME
    ]
    return named or [count for part in own for count in _summed(context, part)]


def _summed(context: Context, part: Section) -> Iterator[Count]:
    for told in _SUMMED.finditer(context.content, part.start, part.end):
        yes, no = number(told["ja"] or told["first"]), number(told["nej"])
        meant = (folded(told["yes"]), folded(told["no"]))
        yield _vote(Span(told.start(), told.end()), meant, (yes, no))


_OF_THE_MEETING = frozenset({"votering", "beslutsgång", "överläggning", "yrkande", "okänd"})
_SOME = 3


def _of_part(context: Context, part: Section, form: re.Pattern[str]) -> Iterator[Count]:
    for told in form.finditer(context.content, part.start, part.end):
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
        known = told.groupdict()
        printed = _printed(known, yes > no) or (yes, no)
        meant = [_meant(known.get("about") or "", told[side]) for side in ("yes", "no")]
        if not yes or not no:
            continue
        vote = _vote(Span(told.start(), told.end()), meant, (yes, no))
        finding = mismatch(*printed, ballots)
        yield replace(
            vote,
            yes=printed[0],
            no=printed[1],
            abstain=abstain or None,
            ballots=ballots,
            finding=finding,
        )


def _vote(span: Span, meant: Sequence[str], figures: tuple[int | None, int | None]) -> Count:
    """A vote that was won by the larger figure."""
    yes, no = (figure or 0 for figure in figures)
    return Count(
        span=span,
        kind=vote_kind(" ".join(meant), "", ""),
        yes_means=meant[0],
        no_means=meant[1],
        yes=yes,
        no=no,
        abstain=None,
        absent=None,
        outcome=None if yes == no else "ja" if yes > no else "nej",
        decided_by=None if yes == no else VoteMethod.MAJORITET,
        appendix=None,
    )


def _printed(
    told: Mapping[str, str | None], first_won: bool
) -> tuple[int | None, int | None] | None:
    """The figures for Ja and Nej, where the decision tells them: the winner's come first."""
    if not told.get("won"):
        return None
    won, lost = number(told["won"] or ""), number(told["lost"] or "")
    return (won, lost) if first_won else (lost, won)


def _meant(about: str, side: str) -> str:
    """What a side wanted, with what it was about where only "bifall" or "avslag" is told."""
    bare, named = _BARE.fullmatch(side.strip()), _ABOUT.search(about)
    if bare is None or named is None:
        return folded(side)
    return folded(f"{bare[0]} {'på' if bare['minus'] else 'till'} {named['what']}")
