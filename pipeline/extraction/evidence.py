"""What the record says of each party in one decision, and which of it counts."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.extraction.clauses import Clause, clauses
from pipeline.extraction.context import (
    Context,
    attended,
    has_serving_member,
    mentioned,
    resolve_mention,
)
from pipeline.extraction.elsewhere import retold
from pipeline.extraction.entry import Entry
from pipeline.extraction.outline import Section
from pipeline.extraction.polls import tells_of
from pipeline.extraction.positions import Evidence, seats
from pipeline.extraction.refusals import points_named
from pipeline.extraction.votes import Count, sided
from pipeline.language.names import same_person
from pipeline.models import Ballot, Span, Statement, Vote
from pipeline.words import SERVING, Act, Basis, Choice, Outcome, VoteKind, VoteMethod

REMARKS = {
    Act.SÄRSKILT_UTTALANDE: Basis.SÄRSKILT_UTTALANDE,
    Act.SÄRSKILT_YTTRANDE: Basis.SÄRSKILT_YTTRANDE,
    Act.PROTOKOLLSANTECKNING: Basis.PROTOKOLLSANTECKNING,
}


def unseated(entry: Entry, counted: Sequence[Count]) -> Entry:
    """A comment by people who are not among those a complete list of ballots names: they do
    not serve, so it is an ersättaryttrande."""
    whole = [c.ballots for c in counted if sided(c.ballots) and not c.finding]
    voters = [name for listed in whole for name, _, _ in listed]
    comment = entry.act in REMARKS and entry.persons
    if not voters or not comment or entry.by_substitute:
        return entry
    seated = any(same_person(name, voter) for name in entry.persons for voter in voters)
    return entry if seated else replace(entry, act=Act.ERSÄTTARYTTRANDE, by_substitute=True)


def evidence_of(
    context: Context,
    parts: Sequence[Section],
    acts: tuple[Sequence[Entry], Sequence[bool | None], Sequence[Statement]],
    *,
    points: int = 0,
) -> list[Evidence]:
    """What is said of each party by the acts, with their verdicts and rows, and by those who
    stay out. ``points`` is how many the decision has."""
    found: list[Evidence] = []
    moved = _moved_something(acts)
    for entry, won, row in zip(*acts, strict=True):
        what, basis = _what(entry, won)
        if what is None or basis is None or entry.by_substitute:
            continue
        kept = [p for p in entry.parties if what != "remark" or p not in moved]
        plain = entry.moves and _PLAIN.search(entry.span.of(context.content)) is not None
        told = (entry.lead, entry.persons, row.statement_id)
        found += [Evidence(party, what, basis, *told, plain=plain) for party in kept]
    return found + _abstentions(context, parts, points)


# "yrkar avslag på förslaget", and no change, addition or other proposal
_PLAIN = re.compile(
    r"\A\W*(?:yrka\w*\s+|föresl\w+\s+)?(?:också\s+|även\s+)?(?:bifall|avslag)\s+"
    r"(?:till|på)\s+[^.,;]{0,80}?(?:förslag|motionen)\w*\W*\Z",
    re.IGNORECASE,
)


def _moved_something(
    acts: tuple[Sequence[Entry], Sequence[bool | None], Sequence[Statement]],
) -> set[str]:
    """Parties that moved what nothing is told of: they did more than comment."""
    return {
        party
        for entry, won, _ in zip(*acts, strict=True)
        if entry.moves and won is None and not entry.by_substitute
        for party in entry.parties
    }


def acts_aside(
    context: Context, parts: Sequence[Section], found: Sequence[Entry]
) -> list[Span]:
    """Where members act among the words of a decision, each at the beginning of a line."""
    spans = [Span(one.lead.start, max(one.lead.end, one.span.end)) for one in found]
    for part in (part for part in parts if part.kind == "beslut"):
        for clause in clauses(context, part.start, part.end):
            if clause.act in ("deltar ej", "jäv"):
                spans.append(Span(clause.start, clause.end))
    kept: list[Span] = []
    for one in sorted(spans, key=lambda span: span.start):
        follows = kept and not context.content[kept[-1].end : one.start].strip()
        if follows or _begins_a_line(context.content, one.start):
            kept.append(one)
    return kept


def _begins_a_line(content: str, place: int) -> bool:
    return not content[content.rfind("\n", 0, place) + 1 : place].strip(" \t-–•")


def _what(entry: Entry, won: bool | None) -> tuple[str | None, Basis | None]:
    if entry.act == Act.RESERVATION:
        return "reservation", Basis.RESERVATION
    if entry.act == Act.YRKANDE and won is not None:
        return ("moved won" if won else "moved lost"), Basis.YRKANDE
    remark = REMARKS.get(entry.act)
    return ("remark", remark) if remark else (None, None)


_ABSTAINING = ("deltar ej", "jäv")
_ORDINAL = r"(?:första|andra|tredje|fjärde|femte|sjätte|sjunde|sista)"
# "i punkt 4", "vad gäller att-sats 2", "i den andra punkten", "i den del som avser priset"
_ONE_POINT = re.compile(
    r"\b(?:besluts?|del)?punkt(?:en|erna)?s?\s+(?:nr\.?\s*)?\d|\b(?:besluts|del)punkt|"
    rf"\batt[-–\s]?sats|\bstrecksats|\b{_ORDINAL}\s+(?:punkt|stycke)|"
    r"\bi\s+(?:den|de)\s+del(?:en|ar|arna)?\b|(?<!övriga )\bdelar?\s+av\s+beslutet",
    re.IGNORECASE,
)


def of_one_point(words: str, points: int = 0) -> bool:
    """Whether an act is said to be about a point of the decision, not about all ``points``."""
    every = {str(number) for number in range(1, points + 1)}
    whole = len(every) > 1 and points_named(words) == every
    return not whole and bool(_ONE_POINT.search(words))


def _abstentions(context: Context, parts: Sequence[Section], points: int) -> list[Evidence]:
    """Who does not take part in the decision, and who is disqualified."""
    found = []
    for clause in staying_out(context, parts):
        words = context.content[clause.start : clause.end]
        if of_one_point(words, points):
            continue
        biased = clause.act == "jäv" or bool(re.search(r"\bjäv", words, re.I))
        what, basis = ("jäv", Basis.JÄV) if biased else ("deltar ej", Basis.DELTAR_EJ)
        span = Span(clause.start, clause.end)
        found += [
            Evidence(
                party,
                what,
                basis,
                span,
                _of_party(clause, party) if biased else clause.persons,
            )
            for party in clause.parties
            if not (biased and _others_serve(context, clause.persons, party))
        ]
    return found


def _of_party(clause: Clause, party: str) -> tuple[str, ...]:
    """Those of one party among the people who act."""
    own = (one.name for one in clause.actors if one.name and party in one.parties)
    return tuple(dict.fromkeys(own))


def _others_serve(context: Context, persons: Sequence[str], party: str) -> bool:
    """Whether a party has members serving in a matter whose list already leaves out those of
    its people who are disqualified ("ej § 66")."""
    rows = [row for name in persons if (row := attended(context, name)) and row.party == party]
    away = bool(rows) and not any(row.present and row.role in SERVING for row in rows)
    return away and has_serving_member(context, party) is True


def out_of_one_point(context: Context, parts: Sequence[Section]) -> set[str]:
    """Parties that stay out of a point of the decision, which tells nothing of the rest."""
    return {
        party
        for clause in staying_out(context, parts)
        if of_one_point(context.content[clause.start : clause.end])
        for party in clause.parties
    }


def staying_out(context: Context, parts: Sequence[Section]) -> Iterator[Clause]:
    """Who does not take part, or is disqualified, sentence by sentence."""
    for part in parts:
        if part.kind not in ("slut", "förslag"):
            for clause in clauses(context, part.start, part.end, _ABSTAINING):
                if not retold(context, part, clause.start):
                    yield clause
        if part.kind in _ABSTAINING:
            yield from _names_alone(context, part)


_BETWEEN_NAMES = re.compile(r"(?:[\s,.;•-]|\b(?:och|samt|ledamöterna|från)\b)*", re.IGNORECASE)


def _names_alone(context: Context, part: Section) -> Iterator[Clause]:
    """Those whose names are all that stands below a heading for staying out."""
    text = context.content[part.start : part.end]
    named = mentioned(context, text)
    edges = [(0, 0), *((one.start, one.end) for one in named), (len(text), len(text))]
    gaps = (text[end:start] for (_, end), (start, _) in pairwise(edges))
    if named and all(_BETWEEN_NAMES.fullmatch(gap) for gap in gaps):
        actors = tuple(resolve_mention(context, one) for one in named)
        yield Clause(part.kind, "below", actors, part.start, part.start, part.end)


def telling_vote(votes: Sequence[Vote], outcome: Outcome | None) -> Vote | None:
    """The vote that shows where the parties stood: the main vote, else the last one on an
    addition, or on a remittal or a tabling that became the ``outcome``: a vote to decide today
    tells nothing of what was then decided."""
    mains = [v for v in votes if v.kind == VoteKind.HUVUDVOTERING]
    others = [v for v in votes if v.kind != VoteKind.FÖRBEREDANDE and tells_of(v, outcome)]
    minority = [v for v in votes if v.decided_by == VoteMethod.MINORITET]
    chosen = minority or mains or others
    return chosen[-1] if chosen and chosen[-1].outcome else None


def telling(
    content: str,
    evidence: list[Evidence],
    main: Vote | None,
    cast: list[Evidence],
    aside: bool,
) -> list[Evidence]:
    """What counts beside the vote ``main``, whose ballots say ``cast``.

    Proposals on the substance did not lose where the matter was only sent back or tabled
    (``aside``), but those to decide it today did; and where a vote was held whose names are
    not known, a comment is not all that a party did.
    """
    dropped = {"remark"} if main is not None and not names_sides(cast) else set()
    kept = [one for one in evidence if one.what not in dropped]
    if main is not None and aside:
        kept = [
            one
            for one in kept
            if one.what != "moved lost" or _TODAY.search(one.span.of(content))
        ]
    return kept + cast


def names_sides(cast: Sequence[Evidence]) -> bool:
    """Whether ballots tell who voted for what, and not only who abstained."""
    return any(one.what != "abstained" for one in cast)


# "att ärendet avgörs idag", "avslag på återremissyrkandet"
_TODAY = re.compile(
    r"\bavgör\w*|\bavsl(?:ag|å)\w*\s+(?:på\s+)?(?:\w+\s+){0,2}(?:återremi|bordlägg)",
    re.IGNORECASE,
)


def voted(
    main: Vote | None, votes: Sequence[Vote], ballots: Sequence[Ballot]
) -> list[Evidence]:
    """What each ballot of the telling vote says of its party; nothing of a party that was on
    the other side in the main vote on another point of the decision."""
    if main is None:
        return []
    told = _of_vote(main, ballots)
    elsewhere = [_of_vote(vote, ballots) for vote in votes if _on_another_point(vote, main)]
    turned = {
        party
        for found in elsewhere
        for party in {one.party for one in found}
        if {one.what for one in found if one.party == party}
        != {one.what for one in told if one.party == party}
    }
    return [one for one in told if one.party not in turned]


def _on_another_point(vote: Vote, main: Vote) -> bool:
    """Whether a main vote is about another point than ``main``: the same was put twice, or
    points are named. In a row of counter-proposals each vote puts something else."""
    if (
        vote == main
        or not vote.kind == main.kind == VoteKind.HUVUDVOTERING
        or not vote.outcome
    ):
        return False
    same = (vote.yes_means, vote.no_means) == (main.yes_means, main.no_means)
    return same or all(of_one_point(one.yes_means or "") for one in (vote, main))


def _of_vote(vote: Vote, ballots: Sequence[Ballot]) -> list[Evidence]:
    span = Span(vote.start, vote.end)
    sides = {vote.outcome: "voted for", Choice.AVSTÅR.value: "abstained"}
    found = []
    for ballot in (b for b in ballots if b.vote_id == vote.vote_id):
        against = "voted against" if ballot.choice in (Choice.JA, Choice.NEJ) else None
        what = sides.get(ballot.choice, against)
        if what and ballot.party:
            who = (ballot.name,) if ballot.name else ()
            found.append(
                Evidence(ballot.party, what, Basis.VOTERING, span, who, vote=vote.vote_id)
            )
    return found


def serving_of(
    context: Context, ballots: Sequence[Ballot], main: Vote | None
) -> Counter[str] | None:
    """Serving members per party: from the attendance list, with those who voted all the same,
    else from a complete ballot."""
    listed = seats((b.party, Choice(b.choice)) for b in _whole_list(main, ballots))
    if not any(row.role in SERVING for row in context.attendance):
        return listed
    present = Counter(
        row.party
        for row in context.attendance
        if row.party and row.present and row.role in SERVING
    )
    return present | listed if listed else present


def _whole_list(main: Vote | None, ballots: Sequence[Ballot]) -> list[Ballot]:
    """The ballots of a vote, where they are as many as were counted."""
    if main is None:
        return []
    listed = [b for b in ballots if b.vote_id == main.vote_id]
    printed = (main.yes or 0) + (main.no or 0) + (main.abstain or 0)
    return listed if len(listed) == printed else []


def among_voters(
    evidence: list[Evidence], main: Vote | None, ballots: Sequence[Ballot]
) -> list[Evidence]:
    """The evidence without remarks that nobody is said to have made, by parties of no voter,
    where all voters are named: such a party voted under a name without letters, or has
    nobody serving."""
    listed = {one.party for one in _whole_list(main, ballots)}
    return [
        one
        for one in evidence
        if one.what != "remark" or one.persons or not listed or one.party in listed
    ]
