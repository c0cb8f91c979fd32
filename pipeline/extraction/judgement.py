"""What was moved in one matter, what won, and whether another proposal was put."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extraction.contest import contest_of, gang_of, with_movers
from pipeline.extraction.context import Context, folded
from pipeline.extraction.decisions import (
    Decision,
    answers_proposal,
    outcome_of,
    put_to_the_test,
)
from pipeline.extraction.entry import FOLLOWED, Entry
from pipeline.extraction.opposed import as_proposed, opposed
from pipeline.extraction.outline import Section
from pipeline.extraction.same_words import says_the_same
from pipeline.extraction.the_paper import bare_sign, paper_sign, points_sign
from pipeline.extraction.unnamed import (
    Moved,
    grants_last,
    groups_named,
    is_own,
    names_unnamed,
    of_the_last,
    resolved,
    unread,
    with_additions,
)
from pipeline.extraction.verdicts import Contest, matches, verdicts
from pipeline.extraction.votes import Count
from pipeline.extraction.wishes import CHANGED, Reference, Wish, wish
from pipeline.words import ItemType, Outcome


def judged_contest(
    context: Context,
    parts: Sequence[Section],
    decision: Decision | None,
    *,
    known: tuple[list[Count], ItemType, str | None],
    moved: list[Moved],
) -> Contest:
    """The contest, with the outcome that it itself helps to decide."""
    counted, kind, title = known
    contest = contest_of(
        context,
        parts,
        decision,
        counts=counted,
        outcome=outcome_of(decision, kind, title),
        is_motion=kind == ItemType.MOTION,
        moved=moved,
    )
    contest = _told_beside(context, parts, with_movers(contest, moved), counted, moved)
    outcome = _became(decision, kind, title, contest, moved)
    partly = outcome == Outcome.DELVIS_BIFALL and not contest.is_motion
    if partly and _as_proposed(context, parts, decision):
        outcome = Outcome.BIFALL
    if outcome and not contest.base and not _others(context, parts, contest, moved):
        agreed = not counted and _undisputed(context, parts, moved)
        asks = not answers_proposal(kind, title)
        base = _base_of(context, decision, outcome, is_motion=asks, agreed=agreed)
        refused = _refused(replace(contest, base=base), decision, moved)
        contest = replace(contest, base=base, refused=refused)
    return replace(contest, outcome=outcome)


def _told_beside(
    context: Context,
    parts: Sequence[Section],
    contest: Contest,
    counted: Sequence[Count],
    moved: list[Moved],
) -> Contest:
    """The contest, with what becomes of the proposal before the body by what else is told."""
    first = contest.outcome
    if first == Outcome.BIFALL and contest.base > 0 and _changes_a_point(contest, moved):
        return replace(contest, base=0)  # nothing is told of who moved the whole
    if contest.base:
        return contest
    if first == Outcome.AVSLAG and _to_refuse(moved):
        return replace(contest, base=1)
    if not contest.is_motion or counted:
        return contest
    texts = [asked.text for _, asked in moved if asked.base]
    told = opposed(gang_of(context, parts), first)
    return replace(contest, base=told or as_proposed(context, parts, first, texts))


def _others(
    context: Context, parts: Sequence[Section], contest: Contest, moved: Sequence[Moved]
) -> bool:
    """Whether another proposal than the one before the body may have won."""
    won = any(not one.addition for one in contest.won)
    return contest.unclear or won or _among_own(context, parts, moved)


def _refused(
    contest: Contest, decision: Decision | None, moved: Sequence[Moved]
) -> frozenset[str] | None:
    """The points that were left out: none where the whole proposal was moved against that,
    and adopted with as many points."""
    put = any(asked.base > 0 and not asked.refused for _, asked in moved)
    points = len(decision.points) if decision else 0
    kept = all(int(one) <= points for _, asked in moved for one in asked.refused)
    whole = contest.base > 0 and put and kept and not contest.changed
    return frozenset() if whole and contest.refused is None else contest.refused


def _among_own(context: Context, parts: Sequence[Section], moved: Sequence[Moved]) -> bool:
    """Whether all that was put are several members' proposals in words of their own: then
    the one before the body is none of them."""
    several = len({owner.parties for owner, _ in moved}) > 1
    own = several and all(is_own(asked) for _, asked in moved)
    return own and any(put_to_the_test(text) for text in gang_of(context, parts))


def _base_of(
    context: Context,
    decision: Decision | None,
    outcome: Outcome,
    *,
    is_motion: bool,
    agreed: bool,
) -> int:
    """What became of the proposal before the body, where only the outcome tells."""
    if agreed and outcome == Outcome.BIFALL:
        return 1
    base = _default_base(outcome, is_motion=is_motion)
    if decision and outcome == Outcome.AVSLAG and not base:
        return min(wish(context, decision.text).base, 0)  # "avslår nämndens förslag"
    return base


def _became(
    decision: Decision | None,
    kind: ItemType,
    title: str | None,
    contest: Contest,
    moved: Sequence[Moved],
) -> Outcome | None:
    """What became of the matter, by the decision and by which proposal won."""
    lost = contest.base < 0 and bool(contest.won)
    outcome = outcome_of(decision, kind, title, base_lost=lost)
    if lost and outcome == Outcome.AVSLAG and _with_changes(contest, moved):
        return Outcome.DELVIS_BIFALL
    if outcome == Outcome.AVSLAG and contest.base > 0 and answers_proposal(kind, title):
        return Outcome.BIFALL  # "enligt förvaltningens förslag att avslå ansökan"
    part = contest.refused or _changes_a_point(contest, moved)
    if outcome == Outcome.BIFALL and part and kind != ItemType.MOTION:
        return Outcome.DELVIS_BIFALL
    return outcome


def _with_changes(contest: Contest, moved: Sequence[Moved]) -> bool:
    """Whether what won is the proposal before the body with the winner's changes: some of its
    points, or another amount."""
    return any(
        asked.refused
        or any(one.changed for one in asked.references)
        or (is_own(asked) and _AMOUNT.search(asked.text))
        for asked in _of_winners(contest, moved)
    )


def _of_winners(contest: Contest, moved: Sequence[Moved]) -> Iterator[Wish]:
    """What those moved whose proposals won."""
    for owner, asked in moved:
        if any(matches(one, owner.parties, owner.persons) for one in contest.won):
            yield asked


_AMOUNT = re.compile(r"\d\s*(?:kronor|kr|tkr|mnkr|miljon(?:er)?|procent|%)", re.IGNORECASE)


# "att punkt 2 ändras till två dagar"
_A_POINT = re.compile(
    r"\b(?:punkt|att-?sats)\w*\b[^.;]{0,40}\b(?:ändra|byt|ersätt|lyd|formulera)", re.IGNORECASE
)


def _changes_a_point(contest: Contest, moved: Sequence[Moved]) -> bool:
    """Whether a change of one point won beside the rest of the proposal."""
    winners = _of_winners(contest, moved)
    return any(is_own(asked) and _A_POINT.search(asked.text) for asked in winners)


def _as_proposed(
    context: Context, parts: Sequence[Section], decision: Decision | None
) -> bool:
    """Whether the decision is word for word what was proposed before the meeting, so that a
    change it speaks of is none of the proposal."""
    decided = folded(decision.text).rstrip(".") if decision else ""
    told = (context.content[p.start : p.end] for p in parts if p.kind == "förslag")
    return bool(decided) and any(decided in folded(text) for text in told)


# "förvaltningens förslag att avslå ansökan"
_REFUSES = re.compile(
    r"\bförslag\w*\s+(?:om\s+)?att\s+(?:avslå|avstyrka|neka)\b", re.IGNORECASE
)


def _to_refuse(moved: Sequence[Moved]) -> bool:
    """Whether the proposal before the body is to refuse what was applied for."""
    return any(one.base > 0 and _REFUSES.search(one.text) for _, one in moved)


def _undisputed(context: Context, parts: Sequence[Section], moved: list[Moved]) -> bool:
    """Whether all that was moved is the proposal before the body, and nothing was put against
    it: then a motion that was granted was granted on that proposal."""
    only = bool(moved) and all(one.base > 0 and not one.references for _, one in moved)
    return only and not contested(context, parts, [], moved)


def _default_base(outcome: Outcome, *, is_motion: bool) -> int:
    """What became of the proposal before the body when no other proposal is said to have won.

    A motion that was rejected or answered was so on a proposal; one that was granted may have
    been granted against it.
    """
    if is_motion:
        return 1 if outcome in (Outcome.AVSLAG, Outcome.BESVARAD) else 0
    return 1 if outcome == Outcome.BIFALL else 0


def asked_of(
    context: Context, found: Sequence[Entry], *, is_motion: bool
) -> list[Moved | None]:
    """Whose each yrkande is and what it asks for, also where it names another's without saying
    whose; None for other acts, and for what was taken back."""
    asked = [
        asked_by(context, entry, is_motion=is_motion) if entry.moves else None
        for entry in found
    ]
    moved = with_additions([one for one in asked if one is not None])
    owners = iter(moved)
    return [
        one and _told_which(entry, next(owners), moved)
        for entry, one in zip(found, asked, strict=True)
    ]


def _told_which(entry: Entry, own: Moved, moved: Sequence[Moved]) -> Moved:
    """What is moved, with the proposal that it names without saying whose."""
    owner, asked = own
    joins = entry.kind == "instämmande" and of_the_last(asked)
    last = joins or grants_last(asked.text)
    return owner, asked if last else resolved(asked, moved)


def judge(entry: Entry, moved: Moved | None, contest: Contest) -> bool | None:
    """Whether an yrkande is what was decided; None when that cannot be told."""
    if moved is None:
        return None
    if entry.kind == FOLLOWED:
        return True
    owner, asked = moved
    if unread(asked):
        return _on_one_side(contest, owner)
    if asked == Wish() and (groups := groups_named([asked.text])):
        return _of_groups(groups, owner, contest)
    told = verdicts(asked, owner, contest)
    if asked.bare and any(matches(one, owner.parties, owner.persons) for one in contest.won):
        return True
    if not told and entry.kind != "instämmande":
        told_by = _by_whose(asked, owner, contest)
        if told_by is None and asked.motion and not _of_a_part(asked, contest):
            return _on_one_side(contest, owner)
        return told_by
    return any(told) if told else None


def _of_groups(groups: frozenset[str], owner: Reference, contest: Contest) -> bool | None:
    """What became of a proposal that is named by what a group of parties calls itself."""
    told = _on_one_side(contest, owner)
    if told is not None or groups & contest.groups:
        return told is not False
    return False if contest.groups or contest.won else None


def _on_one_side(contest: Contest, owner: Reference) -> bool | None:
    """What became of a proposal that the chair or the vote names only by who moved it."""
    won, lost = (
        any(one.persons and matches(one, owner.parties, owner.persons) for one in side)
        for side in (contest.won, contest.lost)
    )
    return won if won != lost else None


_SOME = 2  # words by which it may be that an yrkande is what was decided


def _by_whose(asked: Wish, owner: Reference, contest: Contest) -> bool | None:
    """Whether an yrkande won by what is told of whose proposals won or lost."""
    whole = _of_a_part(asked, contest)
    if any(one.changed and one.own for one in asked.references):
        return any(says_the_same(asked.text, point) for point in contest.decided) or None
    if not (whole or (asked == Wish() and not names_unnamed(asked))):
        return None
    told = verdicts(replace(asked, references=(replace(owner, own=True),)), owner, contest)
    lost = any(matches(one, owner.parties, owner.persons) for one in contest.lost)
    if not any(told) and not lost:
        if any(says_the_same(asked.text, point) for point in contest.decided):
            return True
        if told and whole and _IN_PART.search(asked.text):
            return None
        if any(says_the_same(asked.text, point, _SOME) for point in contest.decided):
            return None
    return any(told) if told else None


# "yrkar att motionens första att-sats bifalls", "att motionen bifalls delvis"
_IN_PART = re.compile(
    r"\bdelvis\b|\bi\s+övrigt\b|\batt-?\s?sats|\bpunkt|\b(?:första|andra|tredje|sista|"
    r"den)\s+del",
    re.IGNORECASE,
)


def _of_a_part(asked: Wish, contest: Contest) -> bool:
    """Whether the whole motion was moved to be granted or rejected where another's
    proposal, or the one before the body, granted a part of it."""
    parted = contest.is_motion and contest.outcome == Outcome.DELVIS_BIFALL
    named = bool(contest.won) and not contest.unclear
    return parted and bool(asked.motion) and (named or contest.base > 0)


def asked_by(context: Context, entry: Entry, *, is_motion: bool = True) -> Moved:
    """Whose an yrkande is and what it asks; words of one's own are a proposal of one's own,
    whatever they borrow from the proposal before the body. What is rejected without being
    named is the proposal before the body, or the motion; what is granted without being named
    can be either in the matter of a motion."""
    text = entry.span.of(context.content)
    owner = Reference(1, frozenset(entry.parties), entry.persons)
    asked = wish(context, text)
    if asked == Wish():
        asked = _unnamed(asked, text, is_motion=is_motion)
    own_words = len(entry.points) > 1 or (len(text.split()) > 45 and not asked.references)
    addition = bool(
        re.search(r"\btilläggs?yrkande|\btillägg\b", entry.lead.of(context.content), re.I)
    )
    theirs = any(one.sign > 0 and not one.own for one in asked.references)
    adopts = theirs or (asked.base > 0 and not asked.references)
    if adopts and CHANGED.search(text):
        asked = replace(asked, base=0, references=(replace(owner, own=True, changed=True),))
    if own_words and not addition:
        asked = replace(asked, base=0, references=(replace(owner, own=True),))
    return replace(owner, addition=addition), asked


def _unnamed(asked: Wish, text: str, *, is_motion: bool) -> Wish:
    """A wish that names no proposal, about the paper before the body."""
    bare = bare_sign(text)
    if bare and is_motion:
        return replace(asked, motion=min(bare, 0), bare=True)
    points = 0 if is_motion else points_sign(text)
    return replace(asked, base=bare or paper_sign(text) or points)


# What can be wanted and not wanted.
_EITHER = ("base", "motion", "request")


def contested(
    context: Context,
    parts: Sequence[Section],
    judged: list[bool | None],
    moved: Sequence[Moved],
) -> bool:
    """Whether another proposal was put: one that lost, or proposals set against each
    other, or some that moved what others moved to reject."""
    wishes = [asked for _, asked in moved]
    if any({1, -1} <= {getattr(one, name) for one in wishes} for name in _EITHER):
        return True
    if any(w.refused for w in wishes) and any(w.base > 0 and not w.refused for w in wishes):
        return True
    if any(w.remit or w.table for w in wishes) and any(w.today or w.base for w in wishes):
        return True
    if any(w.request < 0 and not w.base for w in wishes) and any(w.base > 0 for w in wishes):
        return True
    if {0, -1} <= {one.motion for one in wishes if one.bare}:
        return True  # "bifall" against "avslag"
    several = len({(w.base, w.motion, w.request, w.remit, w.table) for w in wishes}) > 1
    unspoken = ("bakgrund", "slut", "förslag", "reservation")
    spoken = (context.content[s.start : s.end] for s in parts if s.kind not in unspoken)
    return False in judged or any(
        put_to_the_test(text) or (several and _ON_EACH.search(text)) for text in spoken
    )


# "ställer proposition på yrkandena": on what different members want
_ON_EACH = re.compile(
    r"\bproposition(?:er)?\s+på\s+(?:(?:de|båda|olika|två)\s+){0,2}(?:yrkandena|förslagen)\b",
    re.IGNORECASE,
)
