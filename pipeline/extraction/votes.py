"""Votes: what Ja and Nej meant, the figures, and who voted how.

A vote is found by its proposition ("Ja för …, Nej för …"), by its figures, or by named
ballots, in the order of the text. Figures that are not printed are counted from the names,
if there are names; a figure and a count that disagree are a finding, and the printed figure
stands."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.extraction.ballots import ballots as ballots_in
from pipeline.extraction.context import Context
from pipeline.extraction.figures import (
    absent,
    abstained,
    figure_behind_names,
    figures,
    figures_behind_meaning,
    won_by,
)
from pipeline.extraction.marked_lists import marked_lists
from pipeline.extraction.other_voters import with_others
from pipeline.extraction.outline import Section
from pipeline.extraction.party_votes import PartyRow, party_votes, sums
from pipeline.extraction.propositions import meanings, propositions
from pipeline.extraction.ties import cast_for
from pipeline.extraction.vote_kinds import about, vote_kind
from pipeline.models import Span
from pipeline.words import Choice, VoteKind, VoteMethod

_APPENDIX = re.compile(r"\bbilaga\s+(?P<n>\d+|[A-ZÅÄÖ])\b", re.I)
_CASTING = re.compile(
    r"\butslags(?:röst|givande)|\bröst(?:en)?\s+fäll\w+\s+avgör|"
    r"\bavgör(?:s\s+av)?\s+ordförandens\s+röst\b|\bordförandens\s+röst\s+avgör|"
    r"\bgäller\s+(?:den\s+)?(?:mening\w*\s+som\s+)?ordförandens?\s+(?:mening|biträder)",
    re.I,
)
_LOT = re.compile(r"\blott(?:ning|en|ningen|as)\b", re.I)
_MINORITY = re.compile(r"\bminoritets(?:återremiss|bordläggning|beslut)", re.I)
# "Omröstningslista § 7" above names
_LIST = re.compile(r"(?:omröstnings|voterings)lista\b", re.IGNORECASE)
# Without any of these no figures are told: neither who voted what, nor how many.
_MAY_TELL = re.compile(r"nej|röst|avst|frånv|utfall|nedlagd|blank|\bja\b")
_TWO = 2
BallotRow = tuple[str, str | None, Choice]
Lists = dict[str, tuple[BallotRow, ...]]


@dataclass(frozen=True, slots=True)
class Count:
    """One vote before it gets its id. Figures are as printed, else counted from the names.
    ``parties`` is what whole parties chose, where it is told so."""

    span: Span
    kind: VoteKind
    yes_means: str | None
    no_means: str | None
    yes: int | None
    no: int | None
    abstain: int | None
    absent: int | None
    outcome: str | None
    decided_by: VoteMethod | None
    appendix: str | None
    ballots: tuple[tuple[str, str | None, Choice], ...] = ()
    parties: tuple[PartyRow, ...] = ()
    finding: str | None = None


def counts(
    context: Context,
    sections: list[Section],
    lists: Lists | None = None,
    own: Sequence[tuple[BallotRow, ...]] = (),
) -> list[Count]:
    """The votes of one matter, in the order of the text. ``lists`` are the ballots that
    appendices print, by the appendix's name; ``own`` those told to be of this
    matter."""
    spoken = [
        s for s in sections if s.kind not in ("bakgrund", "slut", "förslag", "reservation")
    ]
    if not spoken:
        return []
    spans = [Span(s.start, s.end) for s in spoken]
    found = []
    for piece in _pieces(context.content, spans):
        count = _count(context, piece, _label_at(sections, piece[0].start))
        if count is not None:
            found.append(_with_list(_ended(context, count, sections), lists or {}))
    listed = [s for s in sections if _LIST.match(s.label)]
    found = _only_votes(context.content, found, listed)
    votes = [_with_list_above(context, one, spoken) for one in found]
    votes = _side_by_side(context, votes, spans)
    return _with_own(votes, own)


def _with_own(votes: list[Count], own: Sequence[tuple[BallotRow, ...]]) -> list[Count]:
    """The votes with the names of the matter's lists: of one for its only vote, and of several
    where each adds up."""
    if len(votes) == len(own) == 1 and not sided(votes[0].ballots):
        finding = mismatch(votes[0].yes, votes[0].no, own[0])
        return [replace(votes[0], ballots=own[0], finding=finding)]
    fitting = [[rows for rows in own if not mismatch(v.yes, v.no, rows)] for v in votes]
    if len(votes) == len(own):
        fitting = [[rows] * (rows in fit) for rows, fit in zip(own, fitting, strict=True)]
    return [
        replace(vote, ballots=fit[0]) if len(fit) == 1 and not sided(vote.ballots) else vote
        for vote, fit in zip(votes, fitting, strict=True)
    ]


def _side_by_side(context: Context, votes: list[Count], spans: Sequence[Span]) -> list[Count]:
    """The votes with the names of one list that tells them all, a column for each ("Omr 1",
    "Omr 2"), where each adds up."""
    if len(votes) < _TWO or any(sided(one.ballots) for one in votes):
        return votes
    text = "\n".join(span.of(context.content) for span in spans)
    listed = [tuple(rows) for _, rows in sorted(marked_lists(context, text).items())]
    fits = len(listed) == len(votes) and not any(
        mismatch(one.yes, one.no, rows) for one, rows in zip(votes, listed, strict=True)
    )
    if not fits:
        return votes
    return [replace(one, ballots=rows) for one, rows in zip(votes, listed, strict=True)]


def _ended(context: Context, count: Count, sections: list[Section]) -> Count:
    """The vote up to the first heading below its result that opens something else."""
    for section in sections:
        span = Span(count.span.start, section.heading.start)
        inside = span.start < span.end < count.span.end and section.kind not in _OF_VOTES
        if inside and None not in _figures(
            span.of(context.content), ballots_in(context, span)
        ):
            told = span.of(context.content).rstrip()
            return replace(count, span=Span(span.start, span.start + len(told)))
    return count


# Headings below which a vote may go on.
_OF_VOTES = frozenset({"votering", "okänd", "beslut"})


def _with_list_above(context: Context, count: Count, spoken: list[Section]) -> Count:
    """A vote whose names stand above its proposition, where they add up to its figures."""
    if sided(count.ballots):
        return count
    start = next((s.start for s in spoken if s.start <= count.span.start < s.end), None)
    above = ballots_in(context, Span(start, count.span.start)) if start is not None else ()
    if not above or mismatch(count.yes, count.no, above):
        return count
    return replace(count, ballots=above)


def _pieces(content: str, spans: list[Span]) -> list[tuple[Span, re.Match[str] | None]]:
    """The stretches that hold one vote each: from one proposition to the next."""
    pieces: list[tuple[Span, re.Match[str] | None]] = []
    for span in _adjoining(spans):
        marks = propositions(content, span)
        starts = [m.start() for m in marks]
        if not marks:
            pieces.append((span, None))
        for place, mark in enumerate(marks):
            end = starts[place + 1] if place + 1 < len(marks) else span.end
            pieces.append((Span(mark.start(), end), mark))
    return pieces


def _adjoining(spans: list[Span]) -> list[Span]:
    """Sections that follow each other as one stretch (only headings stand between)."""
    joined: list[Span] = []
    for span in spans:
        if joined and span.start - joined[-1].end < 120:
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _label_at(sections: list[Section], offset: int) -> str:
    labels = [s.label for s in sections if s.heading.start <= offset < max(s.end, s.start + 1)]
    return labels[-1].casefold() if labels else ""


@dataclass(frozen=True, slots=True)
class _Cast:
    """What was cast in one vote: the figures, and who cast what."""

    yes: int
    no: int
    abstain: int | None
    ballots: tuple[BallotRow, ...]
    parties: tuple[PartyRow, ...]
    doubt: str | None


def _cast(context: Context, span: Span, proposition: str) -> _Cast | None:
    """What a proposition, or the words below it, tell that was cast; None without any
    figures."""
    after = span.of(context.content)
    ballots, parties = ballots_in(context, span), party_votes(context, span)
    summed = sums(parties)
    yes, no = _figures(after, ballots)
    if summed and (yes is None or no is None):
        yes, no = summed[Choice.JA], summed[Choice.NEJ]
    if yes is None or no is None:
        yes, no = figures_behind_meaning(proposition)
    if yes is None or no is None:
        return None
    if summed and (summed[Choice.JA], summed[Choice.NEJ]) != (yes, no):
        parties = ()
    ballots = with_others(context, after, ballots, {Choice.JA: yes, Choice.NEJ: no})
    doubt = mismatch(yes, no, ballots) if sided(ballots) else None
    counted = None if doubt else _counted(ballots, Choice.AVSTÅR)
    abstain = abstained(after) or counted
    if summed and abstain is None:
        abstain = summed[Choice.AVSTÅR] or None
    return _Cast(yes, no, abstain, ballots, parties, doubt)


def _count(
    context: Context, piece: tuple[Span, re.Match[str] | None], label: str
) -> Count | None:
    span, proposition = piece
    below = Span(proposition.end() if proposition else span.start, span.end)
    after = below.of(context.content)
    if proposition is None and not _MAY_TELL.search(after.casefold()):
        return None
    cast = _cast(context, below, proposition[0] if proposition else "")
    if cast is None:
        return None
    yes_means, no_means = meanings(proposition, after)
    above = context.content[max(0, span.start - 500) : span.start]
    kind = vote_kind(about(yes_means, no_means), label, above)
    outcome, method = _result(cast.yes, cast.no, after, kind)
    if method == VoteMethod.UTSLAGSRÖST:
        outcome = cast_for(after, {"ja": yes_means, "nej": no_means}, cast.ballots)
    appendix = _APPENDIX.search(after)
    return Count(
        span=_used(context.content, span),
        kind=kind,
        yes_means=yes_means,
        no_means=no_means,
        yes=cast.yes,
        no=cast.no,
        abstain=cast.abstain,
        absent=absent(after),
        outcome=outcome,
        decided_by=method,
        appendix=appendix["n"] if appendix else None,
        ballots=cast.ballots,
        parties=cast.parties,
        finding=cast.doubt,
    )


def _with_list(count: Count, lists: Lists) -> Count:
    """The vote with the names of its appendix, where the minutes print none."""
    listed = lists.get(count.appendix or "")
    if sided(count.ballots) or not listed:
        return count
    return replace(count, ballots=listed, finding=mismatch(count.yes, count.no, listed))


def _used(content: str, span: Span) -> Span:
    """The stretch without the white space at its end."""
    return Span(span.start, span.start + len(span.of(content).rstrip()))


def _figures(text: str, ballots: Sequence[BallotRow]) -> tuple[int | None, int | None]:
    """Ja and Nej as printed; else counted from the names; else what "sju röster mot sex"
    says."""
    if printed := figures(text):
        return printed
    yes, no = (
        counted if told is None else told
        for choice in (Choice.JA, Choice.NEJ)
        for told, counted in [(figure_behind_names(text, choice), _counted(ballots, choice))]
    )
    if yes is not None and no is not None:
        return yes, no
    return won_by(text) or (None, None)


def _counted(ballots: Sequence[BallotRow], choice: Choice) -> int | None:
    return Counter(c for _, _, c in ballots).get(choice)


def _result(
    yes: int, no: int, text: str, kind: VoteKind
) -> tuple[str | None, VoteMethod | None]:
    if _MINORITY.search(text) and kind in (VoteKind.ÅTERREMISS, VoteKind.BORDLÄGGNING):
        return ("ja" if yes < no else "nej"), VoteMethod.MINORITET
    if yes != no:
        return ("ja" if yes > no else "nej"), VoteMethod.MAJORITET
    if _LOT.search(text):
        return None, VoteMethod.LOTTNING
    if _CASTING.search(text):
        return None, VoteMethod.UTSLAGSRÖST
    return None, None


def sided(ballots: Sequence[BallotRow]) -> bool:
    """Whether anybody is named for a side, and not only those who abstained."""
    return any(choice in (Choice.JA, Choice.NEJ) for _, _, choice in ballots)


def mismatch(
    yes: int | None, no: int | None, ballots: tuple[tuple[str, str | None, Choice], ...]
) -> str | None:
    """What is to be said of ballots that do not add up to the figures; None where they do."""
    if not ballots:
        return None
    counted = (_counted(ballots, Choice.JA) or 0, _counted(ballots, Choice.NEJ) or 0)
    if counted == (yes, no):
        return None
    return f"{yes} ja och {no} nej anges, men {counted[0]} ja och {counted[1]} nej kan räknas"


def _only_votes(content: str, found: Sequence[Count], lists: Sequence[Section]) -> list[Count]:
    """Without those that only tell again of the vote above them; ``lists`` are the sections
    that lists of names head."""
    result: list[Count] = []
    for one in found:
        if result and _again(content, result[-1], one, lists):
            result[-1] = _named_below(result[-1], one)
        else:
            result.append(one)
    return result


def _again(content: str, vote: Count, one: Count, lists: Sequence[Section]) -> bool:
    """Whether what looks like a vote is the one above it: of no proposition of its own, with
    the same figures or the names that the other lacks; or a list that opens with what Ja and
    Nej meant."""
    same = (one.yes, one.no) == (vote.yes, vote.no)
    start = one.span.start
    if one.yes_means is not None:
        above = [content[s.start : start] for s in lists if s.start <= start]
        return same and any(not text.strip() for text in above)
    listed = any(start < s.end and s.start < one.span.end for s in lists)
    return same or (listed and not sided(vote.ballots))


def _named_below(vote: Count, again: Count) -> Count:
    """A vote with the names that stand apart below it, where those add up and its own do not;
    where neither does, that is a finding."""
    if not sided(again.ballots) or (sided(vote.ballots) and not vote.finding):
        return vote
    finding = again.finding or mismatch(vote.yes, vote.no, again.ballots)
    if finding:
        return replace(vote, finding=vote.finding or finding)
    return replace(vote, ballots=again.ballots, finding=None)
