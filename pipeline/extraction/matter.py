"""One matter, whole: its case row, proposals, statements, votes and positions."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.extraction.backing import behind, named_by
from pipeline.extraction.cases import Item, item_type
from pipeline.extraction.context import Context, mentioned, resolve_mention
from pipeline.extraction.decisions import Decision, decision_of, of_this_body
from pipeline.extraction.evidence import (
    acts_aside,
    evidence_of,
    out_of_one_point,
    serving_of,
    staying_out,
    telling,
    telling_vote,
    unseated,
    voted,
)
from pipeline.extraction.groups import acts_as_group
from pipeline.extraction.handed_in import handed_in
from pipeline.extraction.judgement import (
    asked_of,
    contested,
    endorsed,
    judge,
    judged_contest,
    referred,
    taken_as_one,
)
from pipeline.extraction.marked_lists import own_lists
from pipeline.extraction.numbered import with_numbers
from pipeline.extraction.outline import Section, asked, own_rounds, sections
from pipeline.extraction.party_votes import sums
from pipeline.extraction.polls import ASIDE, minority, vote_rows
from pipeline.extraction.positions import Evidence, standings
from pipeline.extraction.printed import Paper, with_written
from pipeline.extraction.questions import ASKED, questions
from pipeline.extraction.rows import (
    Matter,
    position_rows,
    proposal_rows,
    silent_rows,
    statement_rows,
)
from pipeline.extraction.settlement import (
    after_a_vote,
    by_a_third,
    decided_by,
    secret_ballot,
)
from pipeline.extraction.statements import Entry, entries
from pipeline.extraction.told_votes import told_votes
from pipeline.extraction.unread import Row, without_acts
from pipeline.extraction.verdicts import Contest
from pipeline.extraction.votes import Count, Lists, counts
from pipeline.extraction.withdrawals import taken_back
from pipeline.models import Ballot, Case, Position, Span, Vote
from pipeline.words import DecidedBy, ItemType, VoteKind

# From the text, its sections and what stands aside in them to the decision.
Decider = Callable[[str, Sequence[Section], Sequence[Span]], Decision | None]


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
    heard = _heard(context, item, lists, decide, printed)
    found, parts = heard.entries, heard.parts
    context = with_numbers(context, found)
    kind = item_type(item.title)
    motion = kind == ItemType.MOTION
    asked_for = asked_of(context, found, is_motion=motion)
    moved = [one for one in asked_for if one is not None]
    known = (heard.counted, kind, item.title)
    contest = judged_contest(context, parts, heard.decision, known=known, moved=moved)
    counted = minority(heard.counted, contest)
    case_id = f"{context.document_id[:16]}:{item.number}"
    votes, ballots = vote_rows(context, case_id, counted, contest)
    verdicts = [judge(e, one, contest) for e, one in zip(found, asked_for, strict=True)]
    verdicts = taken_as_one(context, parts, referred(found, verdicts, moved), asked_for)
    judged = taken_back(context, parts, found, endorsed(found, verdicts))
    statements = statement_rows(context, case_id, found)
    put = contested(context, parts, judged, moved)
    case = _case(context, heard, contest, _how(heard, votes, contest, contested=put))
    said = evidence_of(context, parts, (found, judged, statements))
    positions = _positions(
        context,
        case,
        said + named_by(context, heard.decision),
        votes=votes,
        ballots=_sure(ballots, votes, counted),
        contest=contest,
        moved={p for e in found if not e.by_substitute and e.kind != ASKED for p in e.parties}
        | out_of_one_point(context, parts)
        | _named_unread(context, parts, statements),
        unnamed=acts_as_group(heard.text)
        or _unread_wishes(context, parts, statements)
        or any(one.parties and not sums(one.parties) for one in counted),
    )
    findings = _findings(context, parts, (*statements, *votes), counted)
    return Matter(
        case=case,
        proposals=proposal_rows(case_id, found, judged, statements),
        statements=statements,
        positions=positions,
        votes=votes,
        ballots=ballots,
        findings=tuple(f"§ {item.number}: {finding}" for finding in findings),
    )


@dataclass(frozen=True, slots=True)
class _Heard:
    """What stands in a matter, before it is told what became of it: the whole ``text``, its
    parts, what was moved and said, the decision, and what was counted."""

    item: Item
    text: str
    parts: Sequence[Section]
    entries: list[Entry]
    decision: Decision | None
    counted: list[Count]


# Matters in which a paper by members is printed below who hands it in.
_PUT = (ItemType.INTERPELLATION, ItemType.FRÅGA, ItemType.SKRIVELSE, ItemType.ANMÄLAN)


def _heard(
    context: Context, item: Item, lists: Lists, decide: Decider, printed: Sequence[Paper]
) -> _Heard:
    headed = sections(context.text, Span(item.body_start, item.end))
    parts = own_rounds(context.content, headed, context.body)
    parts = asked(context.content, item.title, parts)
    alone = own_lists(lists, f"§ {item.number}")
    told = told_votes(context, parts)
    counted = told or counts(context, parts, lists, alone)
    acts = (entry for part in parts for entry in entries(context, part))
    found = [unseated(entry, counted) for entry in acts if not _cast(entry, told)]
    found = with_written(context, found)
    found += handed_in(context, parts, found, printed)
    own = of_this_body(parts, context.body)
    decision = decide(context.content, own, acts_aside(context, parts, found))
    found += behind(context, decision, found)
    if item_type(item.title) in _PUT:
        put = questions(context, parts)
        found += put
        # What is asked, with no decision told, is none.
        span = decision.span if decision else Span(0, 0)
        if any(span.start <= one.lead.start < span.end for one in put):
            decision = None
    text = context.content[item.start : item.end]
    return _Heard(item, text, parts, found, decision, counted)


def _cast(entry: Entry, told: Sequence[Count]) -> bool:
    """Whether an entry stands in a vote told in a sentence: "Eva Ek (S) för avslag"."""
    return any(one.span.start <= entry.lead.start < one.span.end for one in told)


def _how(
    heard: _Heard, votes: Sequence[Vote], contest: Contest, *, contested: bool
) -> str | None:
    """How the matter was decided."""
    if not votes and contested and after_a_vote(heard.text):
        return DecidedBy.VOTERING
    if not votes and by_a_third(heard.text, contest.outcome):
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
        if not one.ballots
        for party, choice, times in one.parties
        for _ in range(times or 1)
    ]
    return [one for one in ballots if one.vote_id not in doubtful] + nameless


def _case(context: Context, heard: _Heard, contest: Contest, how: str | None) -> Case:
    item, decision = heard.item, heard.decision
    return Case(
        case_id=f"{context.document_id[:16]}:{item.number}",
        document_id=context.document_id,
        number=item.number,
        title=item.title,
        reference=item.reference,
        body=context.body,
        date=context.date,
        item_type=item_type(item.title),
        outcome=contest.outcome,
        decided_by=how if contest.outcome else None,
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
    contest: Contest,
    moved: set[str],
    unnamed: bool,
) -> tuple[Position, ...]:
    """Where the parties stood; the silent ones too, unless a vote was held or a group acted
    whose names are not known."""
    main = telling_vote(votes, contest.outcome)
    cast = voted(main, votes, ballots)
    aside = contest.outcome in ASIDE.values()
    evidence = telling(context.content, said, main, cast, aside=aside)
    serving = serving_of(context, ballots, main)
    stood = standings(evidence, serving=serving, voted=main is not None)
    rows = position_rows(context, case, stood)
    named = {one.vote_id for one in ballots}
    unread = main is None and any(
        vote.kind == VoteKind.HUVUDVOTERING or vote.vote_id not in named for vote in votes
    )
    if (main is not None and not cast) or unread or unnamed:
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
