"""One matter, whole: its case row, proposals, statements, votes and positions."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.extraction.cases import Item, item_type
from pipeline.extraction.clauses import clauses
from pipeline.extraction.contest import contest_of, with_movers
from pipeline.extraction.context import Context
from pipeline.extraction.decisions import (
    Decision,
    decided_by,
    decision_of,
    outcome_of,
    put_to_the_test,
)
from pipeline.extraction.outline import Section, sections
from pipeline.extraction.positions import Evidence, Standing, seats, standings
from pipeline.extraction.statements import Entry, entries, retold
from pipeline.extraction.votes import Count, Lists, counts
from pipeline.extraction.wishes import Contest, Reference, Wish, verdicts, wish
from pipeline.language.names import same_person
from pipeline.language.swedish import mentions_of, parse
from pipeline.models import (
    SERVING,
    Act,
    Ballot,
    Basis,
    Case,
    Choice,
    ItemType,
    Outcome,
    Position,
    Proposal,
    Span,
    Stance,
    Statement,
    Vote,
    VoteKind,
    VoteMethod,
)

_REMARKS = {
    Act.SÄRSKILT_UTTALANDE: Basis.SÄRSKILT_UTTALANDE,
    Act.SÄRSKILT_YTTRANDE: Basis.SÄRSKILT_YTTRANDE,
    Act.PROTOKOLLSANTECKNING: Basis.PROTOKOLLSANTECKNING,
}


@dataclass(frozen=True, slots=True)
class Matter:
    """The rows of one matter."""

    case: Case
    proposals: tuple[Proposal, ...] = ()
    statements: tuple[Statement, ...] = ()
    positions: tuple[Position, ...] = ()
    votes: tuple[Vote, ...] = ()
    ballots: tuple[Ballot, ...] = ()
    findings: tuple[str, ...] = ()


def matter(context: Context, item: Item, lists: Lists) -> Matter:
    """Read one matter of minutes. ``context.body`` and ``context.date`` are the meeting's;
    ``lists`` the ballots printed in appendices."""
    parts = sections(context.text, Span(item.body_start, item.end))
    case_id = f"{context.document_id[:16]}:{item.number}"
    kind = item_type(item.title)
    found = [entry for part in parts for entry in entries(context, part)]
    counted = counts(context, parts, lists)
    found = [_unseated(entry, counted) for entry in found]
    decision = decision_of(context.content, parts)
    found += _behind(context, decision, found)
    moved = [_asked(context, entry) for entry in found if entry.act == Act.YRKANDE]
    contest = _contest(
        context, parts, decision, known=(counted, kind, item.title), moved=moved
    )
    statements = statement_rows(context, case_id, found)
    # Names that do not add up to the printed figures say nothing sure of any party.
    doubted = {f"{case_id}:v{order}" for order, c in enumerate(counted, 1) if c.finding}
    counted = _minority(counted, contest)
    vote_rows, ballot_rows = _vote_rows(context, case_id, counted, contest)
    contest = with_movers(
        contest, [_asked(context, entry) for entry in found if entry.act == Act.YRKANDE]
    )
    judged = [_judge(context, entry, contest) for entry in found]
    contested = _contested(context, parts, judged)
    case = Case(
        case_id=case_id,
        document_id=context.document_id,
        number=item.number,
        title=item.title,
        reference=item.reference,
        body=context.body,
        date=context.date,
        item_type=kind,
        outcome=contest.outcome,
        decided_by=decided_by(vote_rows, contested=contested) if contest.outcome else None,
        decision=decision.points if decision else (),
        start=item.start,
        end=item.end,
    )
    evidence = _evidence(context, parts, (found, judged, statements))
    evidence += _named(context, decision, contest)
    evidence += _voted(vote_rows, [b for b in ballot_rows if b.vote_id not in doubted])
    main = _telling_vote(vote_rows)
    serving = _serving(context, ballot_rows, main)
    stood = standings(evidence, serving=serving, voted=main is not None)
    positions = position_rows(context, case, stood)
    positions += silent_rows(context, case, {row.party for row in positions})
    return Matter(
        case=case,
        proposals=_proposals(case_id, found, judged, statements),
        statements=statements,
        positions=positions,
        votes=vote_rows,
        ballots=ballot_rows,
        findings=_findings(item, counted, parts, context),
    )


def _unseated(entry: Entry, counted: Sequence[Count]) -> Entry:
    """A comment by people who are not among those a complete list of ballots names: they do
    not serve, so it is an ersättaryttrande."""
    voters = [name for c in counted if c.ballots and not c.finding for name, _, _ in c.ballots]
    comment = entry.act in _REMARKS and entry.persons
    if not voters or not comment or entry.by_substitute:
        return entry
    seated = any(same_person(name, voter) for name in entry.persons for voter in voters)
    return entry if seated else replace(entry, act=Act.ERSÄTTARYTTRANDE, by_substitute=True)


def _behind(
    context: Context, decision: Decision | None, found: Sequence[Entry]
) -> list[Entry]:
    """Yrkanden that only the decision names ("Enligt yrkandena från S och V samt L:")."""
    if decision is None or not decision.follows or any(e.act == Act.YRKANDE for e in found):
        return []
    lead = Span(decision.span.start, decision.span.start + decision.text.find(":") + 1)
    doc = parse(lead.of(context.content), context.roster, context.letters)
    if "yrkande" not in doc.text.casefold():
        return []
    groups = [
        parties
        for piece in re.split(r"\bsamt\b", doc.text)
        if (parties := _parties_in(context, piece))
    ]
    return [Entry(Act.YRKANDE, (), group, lead, lead, "yrkande") for group in groups]


def _parties_in(context: Context, words: str) -> tuple[str, ...]:
    """The parties a stretch names by letters or words."""
    found = mentions_of(parse(f"från {words}", context.roster, context.letters))
    return tuple(dict.fromkeys(p for one in found if not one.name for p in one.parties))


def quoted(found: Matter, content: str) -> Matter:
    """The matter with every quote as it stands in ``content``, which may differ from what was
    read by blanked page heads."""
    return replace(
        found,
        statements=tuple(
            replace(row, text=content[row.start : row.end]) for row in found.statements
        ),
        proposals=tuple(
            replace(row, text=content[row.start : row.end]) for row in found.proposals
        ),
        positions=tuple(
            replace(row, quote=content[row.start : row.end])
            for row in found.positions
            if row.start is not None and row.end is not None
        ),
    )


def _contest(
    context: Context,
    parts: Sequence[Section],
    decision: Decision | None,
    *,
    known: tuple[list[Count], ItemType, str | None],
    moved: list[tuple[Reference, Wish]],
) -> Contest:
    """The contest, with the outcome that it itself helps to decide."""
    counted, kind, title = known
    first = outcome_of(decision, kind, title)
    motion = kind == ItemType.MOTION
    contest = contest_of(
        context, parts, decision, counts=counted, outcome=first, is_motion=motion
    )
    contest = with_movers(contest, moved)
    lost = contest.base < 0 and bool(contest.won)
    outcome = outcome_of(decision, kind, title, base_lost=lost)
    if outcome and contest.base == 0 and not contest.won:
        contest = replace(contest, base=_default_base(outcome, is_motion=motion))
    return replace(contest, outcome=outcome)


def _default_base(outcome: Outcome, *, is_motion: bool) -> int:
    """What became of the proposal before the body when no other proposal is said to have won.

    A motion that was rejected or answered was so on a proposal; one that was granted may have
    been granted against it.
    """
    if is_motion:
        return 1 if outcome in (Outcome.AVSLAG, Outcome.BESVARAD) else 0
    return 1 if outcome == Outcome.BIFALL else 0


def _judge(context: Context, entry: Entry, contest: Contest) -> bool | None:
    """Whether an yrkande is what was decided; None when that cannot be told."""
    if entry.act != Act.YRKANDE:
        return None
    if entry.lead == entry.span and not entry.persons:
        return True  # the decision itself says that it follows this yrkande
    owner, asked = _asked(context, entry)
    told = verdicts(asked, owner, contest)
    if not told and asked == Wish(text=asked.text):
        told = verdicts(replace(asked, references=(replace(owner, own=True),)), owner, contest)
    return any(told) if told else None


def _asked(context: Context, entry: Entry) -> tuple[Reference, Wish]:
    """Whose an yrkande is and what it asks; words of one's own are a proposal of one's own,
    whatever they borrow from the proposal before the body."""
    text = entry.span.of(context.content)
    owner = Reference(1, frozenset(entry.parties), entry.persons)
    asked = wish(context, text)
    own_words = len(entry.points) > 1 or (len(text.split()) > 45 and not asked.references)
    addition = bool(
        re.search(r"\btilläggs?yrkande|\btillägg\b", entry.lead.of(context.content), re.I)
    )
    if own_words and not addition:
        asked = replace(asked, base=0, references=(replace(owner, own=True),))
    return owner, asked


def _contested(context: Context, parts: Sequence[Section], judged: list[bool | None]) -> bool:
    """Whether another proposal was put: one that lost, or proposals set against each other."""
    unspoken = ("bakgrund", "slut", "förslag", "reservation")
    spoken = (context.content[s.start : s.end] for s in parts if s.kind not in unspoken)
    return False in judged or any(put_to_the_test(text) for text in spoken)


def statement_rows(
    context: Context, case_id: str, found: Sequence[Entry]
) -> tuple[Statement, ...]:
    """Rows for entries, with ids in the order of the text; endorsements tied to what they
    join."""
    rows: list[Statement] = []
    for number, entry in enumerate(found, 1):
        rows.append(
            Statement(
                statement_id=f"{case_id}:s{number}",
                document_id=context.document_id,
                case_id=case_id,
                body=context.body,
                date=context.date,
                act=entry.act,
                parties=entry.parties,
                persons=entry.persons,
                text=entry.span.of(context.content),
                start=entry.span.start,
                end=entry.span.end,
                page=context.text.page_at(entry.lead.start),
                joint=len(entry.parties) > 1,
                by_substitute=entry.by_substitute,
                endorses=tuple(
                    row.statement_id
                    for row in rows
                    if entry.endorses and set(entry.endorses) == set(row.parties)
                ),
                points=entry.points,
            )
        )
    return tuple(rows)


_ASIDE = {VoteKind.ÅTERREMISS: Outcome.ÅTERREMISS, VoteKind.BORDLÄGGNING: Outcome.BORDLÄGGNING}


def _minority(counted: list[Count], contest: Contest) -> list[Count]:
    """Votes on sending back or tabling that the smaller number won: the matter was sent
    back or tabled though more voted to decide it (one third suffices, KL 5:50)."""
    if any(c.decided_by == VoteMethod.MINORITET for c in counted):
        return counted
    return [
        replace(c, outcome="nej", decided_by=VoteMethod.MINORITET)
        if _ASIDE.get(c.kind) == contest.outcome is not None
        and c.outcome == "ja"
        and re.search(r"avgör", c.yes_means or "", re.I)
        else c
        for c in counted
    ]


def _vote_rows(
    context: Context, case_id: str, counted: Sequence[Count], contest: Contest
) -> tuple[tuple[Vote, ...], tuple[Ballot, ...]]:
    votes, ballots = [], []
    for order, count in enumerate(counted, 1):
        vote_id = f"{case_id}:v{order}"
        votes.append(
            Vote(
                vote_id,
                case_id,
                order,
                count.kind,
                count.yes_means,
                count.no_means,
                count.yes,
                count.no,
                count.abstain,
                count.absent,
                count.outcome or _tie_winner(context, count, contest),
                count.decided_by,
                count.appendix,
                count.span.start,
                count.span.end,
                context.body,
                context.date,
            )
        )
        ballots += [
            Ballot(vote_id, name, party, choice) for name, party, choice in count.ballots
        ]
    return tuple(votes), tuple(ballots)


def _tie_winner(context: Context, count: Count, contest: Contest) -> str | None:
    """The side of a tied vote whose words are what was decided."""
    sides = {"ja": count.yes_means, "nej": count.no_means}
    owner = Reference(1, frozenset(), ())
    won = [
        side
        for side, words in sides.items()
        if words and any(verdicts(wish(context, words), owner, contest))
    ]
    return won[0] if len(won) == 1 else None


def _evidence(
    context: Context,
    parts: Sequence[Section],
    acts: tuple[Sequence[Entry], Sequence[bool | None], Sequence[Statement]],
) -> list[Evidence]:
    found: list[Evidence] = []
    for entry, won, row in zip(*acts, strict=True):
        what, basis = _what(entry, won)
        if what is None or basis is None or entry.by_substitute:
            continue
        for party in entry.parties:
            found.append(
                Evidence(party, what, basis, entry.lead, entry.persons, row.statement_id)
            )
    return found + _abstentions(context, parts)


def _what(entry: Entry, won: bool | None) -> tuple[str | None, Basis | None]:
    if entry.act == Act.RESERVATION:
        return "reservation", Basis.RESERVATION
    if entry.act == Act.YRKANDE and won is not None:
        return ("moved won" if won else "moved lost"), Basis.YRKANDE
    remark = _REMARKS.get(entry.act)
    return ("remark", remark) if remark else (None, None)


def _abstentions(context: Context, parts: Sequence[Section]) -> list[Evidence]:
    """Who does not take part in the decision, and who is disqualified."""
    found = []
    for part in parts:
        if part.kind in ("slut", "förslag"):
            continue
        for clause in clauses(context, part.start, part.end):
            if clause.act not in ("deltar ej", "jäv") or retold(context, clause.start):
                continue
            words = context.content[clause.start : clause.end]
            biased = clause.act == "jäv" or bool(re.search(r"\bjäv", words, re.I))
            what, basis = ("jäv", Basis.JÄV) if biased else ("deltar ej", Basis.DELTAR_EJ)
            span = Span(clause.start, clause.end)
            found += [Evidence(p, what, basis, span, clause.persons) for p in clause.parties]
    return found


def _named(context: Context, decision: Decision | None, contest: Contest) -> list[Evidence]:
    """Parties that the decision itself names as behind it: "Enligt yrkande från C och S:"."""
    if decision is None or not decision.follows:
        return []
    named = wish(context, "enligt " + decision.follows).references
    return [
        Evidence(party, "named", Basis.YRKANDE, decision.span)
        for reference in named
        if reference.sign > 0 and not reference.persons
        for party in sorted(reference.parties)
    ]


def _telling_vote(votes: Sequence[Vote]) -> Vote | None:
    """The vote that shows where the parties stood: the main vote, else the last one on an
    addition, a remittal or a tabling."""
    mains = [v for v in votes if v.kind == VoteKind.HUVUDVOTERING]
    others = [v for v in votes if v.kind != VoteKind.FÖRBEREDANDE]
    minority = [v for v in votes if v.decided_by == VoteMethod.MINORITET]
    chosen = minority or mains or others
    return chosen[-1] if chosen and chosen[-1].outcome else None


def _voted(votes: Sequence[Vote], ballots: Sequence[Ballot]) -> list[Evidence]:
    """What each ballot of the telling vote says of its party."""
    vote = _telling_vote(votes)
    if vote is None:
        return []
    found = []
    for ballot in (b for b in ballots if b.vote_id == vote.vote_id and b.party):
        what = {
            Choice.AVSTÅR.value: "abstained",
            vote.outcome: "voted for",
        }.get(ballot.choice, "voted against" if ballot.choice in ("ja", "nej") else None)
        if what and ballot.party:
            span = Span(vote.start, vote.end)
            found.append(
                Evidence(
                    ballot.party, what, Basis.VOTERING, span, (ballot.name,), vote=vote.vote_id
                )
            )
    return found


def _serving(
    context: Context, ballots: Sequence[Ballot], main: Vote | None
) -> Counter[str] | None:
    """Serving members per party: from the attendance list, else from a complete ballot."""
    if any(row.role in SERVING for row in context.attendance):
        return Counter(
            row.party
            for row in context.attendance
            if row.party and row.present and row.role in SERVING
        )
    if main is None:
        return None
    listed = [(b.party, Choice(b.choice)) for b in ballots if b.vote_id == main.vote_id]
    printed = (main.yes or 0) + (main.no or 0) + (main.abstain or 0)
    return seats(listed) if len(listed) == printed else None


def position_rows(
    context: Context, case: Case, stood: Sequence[Standing]
) -> tuple[Position, ...]:
    """Rows for standings, with the sentence they rest on."""
    return tuple(
        Position(
            position_id=f"{case.case_id}:{case.body or ''}:{one.party}",
            document_id=case.document_id,
            case_id=case.case_id,
            body=case.body,
            date=case.date,
            party=one.party,
            stance=one.stance,
            basis=one.evidence.basis,
            persons=one.evidence.persons,
            statement_id=one.evidence.statement,
            vote_id=one.evidence.vote,
            quote=one.evidence.span.of(context.content),
            start=one.evidence.span.start,
            end=one.evidence.span.end,
            page=context.text.page_at(one.evidence.span.start),
        )
        for one in stood
    )


def silent_rows(context: Context, case: Case, known: set[str]) -> tuple[Position, ...]:
    """Parties with serving members and nothing recorded, and parties without any."""
    if case.outcome is None or case.item_type == ItemType.FORMALIA:
        return ()
    rows: dict[str, Standing] = {}
    for row in context.attendance:
        if row.party and row.party not in known and row.role in SERVING:
            serves = row.present
            stance = Stance.SILENT if serves else Stance.ABSENT
            span = Span(row.start or 0, row.end or 0)
            evidence = Evidence(row.party, "närvaro", Basis.NÄRVARO, span)
            if row.party not in rows or (serves and rows[row.party].stance == Stance.ABSENT):
                rows[row.party] = Standing(row.party, stance, evidence)
    return position_rows(context, case, list(rows.values()))


def _proposals(
    case_id: str,
    found: Sequence[Entry],
    judged: Sequence[bool | None],
    statements: Sequence[Statement],
) -> tuple[Proposal, ...]:
    return tuple(
        Proposal(
            proposal_id=f"{case_id}:p{number}",
            case_id=case_id,
            label="yrkande",
            persons=entry.persons,
            parties=entry.parties,
            points=entry.points,
            text=row.text,
            start=row.start,
            end=row.end,
            adopted=won,
        )
        for number, (entry, won, row) in enumerate(
            zip(found, judged, statements, strict=True), 1
        )
        if entry.act == Act.YRKANDE
    )


def _findings(
    item: Item, counted: Sequence[Count], parts: Sequence[Section], context: Context
) -> tuple[str, ...]:
    found = [f"§ {item.number}: {count.finding}" for count in counted if count.finding]
    for part in parts:
        text = context.content[part.start : part.end]
        if part.kind == "votering" and text.strip() and not counted:
            found.append(f"§ {item.number}: text under ”{part.label}” utan siffror eller namn")
    return tuple(found)
