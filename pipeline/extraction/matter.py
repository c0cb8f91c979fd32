"""One matter, whole: its case row, proposals, statements, votes and positions."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extraction.backing import named_by
from pipeline.extraction.cases import Item
from pipeline.extraction.context import Context, mentioned, resolve_mention
from pipeline.extraction.decisions import decision_of
from pipeline.extraction.evidence import (
    among_voters,
    evidence_of,
    names_sides,
    out_of_one_point,
    serving_of,
    staying_out,
    telling,
    telling_vote,
    voted,
)
from pipeline.extraction.followers import endorsed, put_aside, referred, taken_as_one
from pipeline.extraction.groups import acts_as_group
from pipeline.extraction.heard import Decider, Heard, heard_in
from pipeline.extraction.item_types import item_type
from pipeline.extraction.judgement import asked_of, contested, judge, judged_contest
from pipeline.extraction.numbered import with_makers, with_numbers
from pipeline.extraction.outline import Section
from pipeline.extraction.party_votes import sums
from pipeline.extraction.polls import ASIDE, minority, vote_rows
from pipeline.extraction.positions import Evidence, standings
from pipeline.extraction.printed import Paper
from pipeline.extraction.proposals import moved_rows, printed_rows
from pipeline.extraction.questions import ASKED
from pipeline.extraction.rows import (
    Matter,
    position_rows,
    silent_rows,
    statement_rows,
)
from pipeline.extraction.settlement import (
    after_a_vote,
    by_a_third,
    decided_by,
    drawn,
    secret_ballot,
)
from pipeline.extraction.unread import Row, without_acts
from pipeline.extraction.verdicts import Contest
from pipeline.extraction.votes import Count, Lists, sided
from pipeline.models import Ballot, Case, Position, Vote
from pipeline.words import DecidedBy, ItemType, Outcome, VoteKind


def matter(
    context: Context,
    item: Item,
    lists: Lists,
    decide: Decider = decision_of,
    printed: Sequence[Paper] = (),
) -> Matter:
    """Read one matter of minutes. ``context.body`` and ``context.date`` are the meeting's;
    ``lists`` the ballots printed in appendices; ``decide`` finds the decision; ``printed`` are
    papers below the minutes of this matter alone."""
    heard = heard_in(context, item, lists, decide, printed)
    context = with_makers(with_numbers(context, heard.entries), heard.entries)
    weighed = _weighed(context, heard)
    case_id = f"{context.document_id[:16]}:{item.number}"
    votes, ballots = vote_rows(context, case_id, weighed.counted, weighed.contest)
    statements = statement_rows(context, case_id, heard.entries)
    case = _case(context, heard, weighed, votes)
    acts = (heard.entries, weighed.judged, statements)
    said = evidence_of(context, heard.parts, acts, points=len(case.decision))
    if _unread_vote(context, heard, weighed):
        said = [one for one in said if one.what != "remark"]  # who voted did more than that
    findings = _findings(context, heard.parts, (*statements, *votes), weighed.counted)
    return Matter(
        case=case,
        proposals=(
            *moved_rows(case_id, heard.entries, weighed.judged, statements),
            *printed_rows(context, case_id, heard.parts, heard.decision, weighed.contest),
        ),
        statements=statements,
        positions=_positions(
            context,
            case,
            said + named_by(context, heard.decision),
            votes=votes,
            ballots=_sure(ballots, votes, weighed.counted),
            outcome=weighed.contest.outcome,
            moved=_movers(context, heard, statements),
            unnamed=_unnamed(context, heard, weighed, statements),
        ),
        votes=votes,
        ballots=ballots,
        findings=tuple(f"§ {item.number}: {finding}" for finding in findings),
    )


@dataclass(frozen=True, slots=True)
class _Weighed:
    """What became of what was moved: the contest, what was counted in it, the verdict on each
    entry, and whether there was anything to decide between."""

    contest: Contest
    counted: list[Count]
    judged: Sequence[bool | None]
    contested: bool


def _weighed(context: Context, heard: Heard) -> _Weighed:
    found, parts, title = heard.entries, heard.parts, heard.item.title
    kind = item_type(title)
    wanted = asked_of(context, found, is_motion=kind == ItemType.MOTION)
    moved = [one for one in wanted if one is not None]
    known = (heard.counted, kind, title)
    contest = judged_contest(context, parts, heard.decision, known=known, moved=moved)
    verdicts = [judge(e, one, contest) for e, one in zip(found, wanted, strict=True)]
    verdicts = taken_as_one(context, parts, referred(found, verdicts, moved), wanted)
    judged = put_aside(found, wanted, endorsed(context, found, verdicts), contest)
    put = contested(context, parts, judged, moved)
    return _Weighed(contest, minority(heard.counted, contest), judged, put)


def _movers(context: Context, heard: Heard, statements: Sequence[Row]) -> set[str]:
    """The parties that moved or said something, or of which it is not known that they did
    not: none of them was silent."""
    own = (e for e in heard.entries if not e.by_substitute and e.kind != ASKED)
    return (
        {party for entry in own for party in entry.parties}
        | out_of_one_point(context, heard.parts)
        | _named_unread(context, heard.parts, statements)
    )


def _unnamed(
    context: Context, heard: Heard, weighed: _Weighed, statements: Sequence[Row]
) -> bool:
    """Whether parties whose names are not known acted: then nobody is known as silent."""
    return (
        acts_as_group(heard.text)
        or (not weighed.counted and after_a_vote(heard.text))
        or _unread_wishes(context, heard.parts, statements)
        or any(one.parties and not sums(one.parties) for one in weighed.counted)
    )


def _unread_vote(context: Context, heard: Heard, weighed: _Weighed) -> bool:
    """Whether a vote was held that could not be read."""
    told = (
        context.content[part.start : part.end]
        for part in heard.parts
        if part.kind == "votering"
    )
    return not weighed.counted and any(
        text.strip() and not _NO_VOTE.search(text) for text in told
    )


_NO_VOTE = re.compile(r"\b(?:ingen|inte|ej)\b", re.IGNORECASE)


def _how(heard: Heard, weighed: _Weighed, votes: Sequence[Vote]) -> str | None:
    """How the matter was decided."""
    contested = weighed.contested
    if not votes and contested and after_a_vote(heard.text):
        return DecidedBy.VOTERING
    if not votes and secret_ballot(heard.text) and drawn(heard.text):
        return DecidedBy.LOTTNING
    if not votes and by_a_third(heard.text, weighed.contest.outcome):
        return DecidedBy.MINORITET
    return decided_by(
        votes,
        contested=contested,
        unnamed=acts_as_group(heard.text),
        closed=secret_ballot(heard.text),
    )


def _sure(
    ballots: Sequence[Ballot], votes: Sequence[Vote], counted: Sequence[Count]
) -> list[Ballot]:
    """The ballots of votes whose names add up to the printed figures: others say nothing sure
    of any party. Nameless ones stand for votes that are told by party."""
    told = list(zip(votes, counted, strict=True))
    doubtful = {vote.vote_id for vote, one in told if one.finding}
    # What whole parties chose, as many times as they have members who did.
    nameless = [
        Ballot(vote.vote_id, "", party, choice)
        for vote, one in told
        if not sided(one.ballots)
        for party, choice, times in one.parties
        for _ in range(times or 1)
    ]
    return [one for one in ballots if one.vote_id not in doubtful] + nameless


def _case(context: Context, heard: Heard, weighed: _Weighed, votes: Sequence[Vote]) -> Case:
    item, decision = heard.item, heard.decision
    outcome = weighed.contest.outcome
    return Case(
        case_id=f"{context.document_id[:16]}:{item.number}",
        document_id=context.document_id,
        number=item.number,
        title=item.title,
        reference=item.reference,
        body=context.body,
        date=context.date,
        item_type=item_type(item.title),
        outcome=outcome,
        decided_by=_how(heard, weighed, votes) if outcome else None,
        decision=decision.points if decision else (),
        start=item.start,
        end=item.end,
    )


def _positions(
    context: Context,
    case: Case,
    said: list[Evidence],
    *,
    votes: Sequence[Vote],
    ballots: Sequence[Ballot],
    outcome: Outcome | None,
    moved: set[str],
    unnamed: bool,
) -> tuple[Position, ...]:
    """Where the parties stood; the silent ones too, unless a vote was held or a group acted
    whose names are not known."""
    main = telling_vote(votes, outcome)
    cast = voted(main, votes, ballots)
    aside = outcome in ASIDE.values()
    evidence = telling(context.content, said, main, cast, aside=aside)
    serving = serving_of(context, ballots, main)
    evidence = among_voters(evidence, main, ballots) if serving is None else evidence
    stood = standings(evidence, serving=serving, voted=main is not None)
    rows = position_rows(context, case, stood)
    named = {one.vote_id for one in ballots}
    unread = main is None and any(
        vote.kind == VoteKind.HUVUDVOTERING or vote.vote_id not in named for vote in votes
    )
    if (main is not None and not names_sides(cast)) or unread or unnamed:
        return rows
    # Who moved something whose fate is not told took no position that is known, and was not
    # silent.
    heard = moved | {row.party for row in rows} | {one.party for one in ballots if one.party}
    return rows + silent_rows(context, case, heard)


# Who stays out gives a row only when nobody else of the party decides.
_MAY_LEAVE_NOTHING = ("jäv", "deltar ej")


def _unread_wishes(context: Context, parts: Sequence[Section], rows: Sequence[Row]) -> bool:
    """Whether something was moved that could not be read: then nobody is known as silent."""
    return any(part.kind == "yrkande" for part in without_acts(context, parts, rows))


def _named_unread(context: Context, parts: Sequence[Section], rows: Sequence[Row]) -> set[str]:
    """Parties named below headings for acts that could not be read: they were not silent."""
    return {
        party
        for part in without_acts(context, parts, rows)
        if part.kind not in _MAY_LEAVE_NOTHING
        for one in mentioned(context, context.content[part.start : part.end])
        for party in resolve_mention(context, one).parties
    }


def _findings(
    context: Context, parts: Sequence[Section], rows: Sequence[Row], counted: Sequence[Count]
) -> Iterator[str]:
    """What is doubtful in a matter, or was not understood."""
    yield from (count.finding for count in counted if count.finding)
    for part in without_acts(context, parts, rows):
        if part.kind in _MAY_LEAVE_NOTHING or any(staying_out(context, [part])):
            continue
        if part.kind != "votering":
            yield f"text under ”{part.label}” som inte kunde läsas som handling"
        elif not counted:
            yield f"text under ”{part.label}” utan siffror eller namn"
