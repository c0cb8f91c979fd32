"""What won and what lost in one decision, gathered from everything that says so."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.extraction.context import Context
from pipeline.extraction.decisions import Decision
from pipeline.extraction.findings import CHAIRS_PROPOSAL, findings
from pipeline.extraction.outline import Section
from pipeline.extraction.refusals import refused_papers, refused_points
from pipeline.extraction.same_words import LEAST
from pipeline.extraction.the_paper import paper_sign
from pipeline.extraction.unnamed import (
    Moved,
    adds,
    by_its_words,
    groups_named,
    names_unnamed,
    resolved,
)
from pipeline.extraction.verdicts import Contest, matches
from pipeline.extraction.votes import Count
from pipeline.extraction.wishes import CHANGED, Reference, Wish, request_sign, wish
from pipeline.words import Outcome, VoteKind

# "dock utgår punkt 2"
_LEFT_OUT = re.compile(r"\butgår\b", re.IGNORECASE)
# "enligt förslaget med följande tillägg"
_ADDED = re.compile(r"\bmed\s+(?:[\w()]+\s+){0,5}tillägg", re.IGNORECASE)


def contest_of(
    context: Context,
    sections: Sequence[Section],
    decision: Decision | None,
    *,
    counts: Sequence[Count],
    outcome: Outcome | None,
    is_motion: bool,
    moved: Sequence[Moved] = (),
) -> Contest:
    """The contest of one matter. The main vote overrules the chair's finding; the
    decision's own words ("Enligt yrkande från S:") overrule both."""
    told = _told(context, sections, counts, moved)
    won = [asked for asked, sign in told if sign > 0]
    if all(asked == Wish() for asked in won):
        won += _granted(context, decision) or _decided(decision, moved)
    lost = [one for asked, sign in told if sign < 0 for one in _positive(asked)]
    main = _main(counts)
    sides = _sides(context, main, is_motion=is_motion) if main else (None, None)
    winner, loser = (side and by_its_words(side, moved) for side in sides)
    won = [winner] if winner else won if loser is None else []
    lost += _positive(loser) if loser else []
    rejecting = ([winner] if winner else []) if main else won
    refused = refused_papers(decision.text) if decision else []
    rejecting = [*rejecting, *(resolved(wish(context, words), moved) for words in refused)]
    lost += [reference for asked in rejecting for reference in _rejected(asked)]
    if decision and decision.follows:
        won = [_followed(wish(context, "enligt " + decision.follows), won, loser), *won]
    references = tuple(r for asked in won for r in _positive(asked))
    base = _base(won, loser)
    return Contest(
        outcome=outcome,
        is_motion=is_motion,
        base=base,
        won=references,
        lost=tuple(r for r in lost if r not in references),
        changed=decision is not None and _departs(decision.text),
        request=_request(decision, told),
        found=any(asked.request and not asked.references for asked, _ in told),
        unclear=any(names_unnamed(asked) and not adds(asked) for asked, _ in told),
        refused=_refused(won, loser, decision, base=base),
        decided=_without_wishes(decision.points) if decision else (),
        groups=groups_named(
            [one.text for one in won] + [*(decision.points if decision else ())]
        ),
        addition=_voted_addition(counts),
    )


_SENTENCE = re.compile(r"(?<=\.)\s+(?=[A-ZÅÄÖ])")
_MOVES = re.compile(r"\byrka(?:r|de|t)\b", re.IGNORECASE)


def _without_wishes(points: Sequence[str]) -> tuple[str, ...]:
    """The points without sentences that tell what was moved, as a matter told in running text
    has them: what was moved there was not decided for that."""
    kept = (
        " ".join(one for one in _SENTENCE.split(point) if not _MOVES.search(one))
        for point in points
    )
    return tuple(point for point in kept if point)


def _request(decision: Decision | None, told: Sequence[tuple[Wish, int]]) -> int:
    """What became of an initiative or an application, by the decision, else by what the chair
    found."""
    found = {asked.request * sign for asked, sign in told if asked.request}
    alone = found.pop() if len(found) == 1 else 0
    return (request_sign(decision.text) if decision else 0) or alone


# "att bifalla Eva Eks yrkande"
_GRANTS = re.compile(
    r"\b(?:bifall(?:a|er|es)|bif(?:öll|ölls|alls))\s+(?P<what>[^.;\n]{2,80}?yrkande\w*)", re.I
)

# "med Bo Alms ändring"
_WITH = re.compile(
    r"\bmed\s+(?P<whose>[A-ZÅÄÖ][^.;:\n]{2,60}s)\s+(?:\w+\s+)?(?P<what>tillägg|ändring)(?:en|ar|et)?\b"
)

# beside the proposal before the body, of which it says nothing
_ADDS = re.compile(r"\btilläggs?yrkande|\bändringsyrkande", re.IGNORECASE)


def _granted(context: Context, decision: Decision | None) -> list[Wish]:
    """Whose proposal the decision itself says that it grants."""
    grants = _GRANTS.search(decision.text) if decision else None
    change = _WITH.search(decision.text) if decision else None
    if change and not grants:
        asked = wish(context, f"bifall till {change['whose']} {change['what']}syrkande")
        return [replace(asked, base=0)] if asked.references else []
    asked = wish(context, "bifall till " + grants["what"]) if grants else Wish()
    return (
        [replace(asked, base=0)] if asked.references and not _ADDS.search(asked.text) else []
    )


def _decided(decision: Decision | None, moved: Sequence[Moved]) -> list[Wish]:
    """Whose proposal the decision repeats, where nothing tells whose won."""
    points = decision.points if decision else ()
    told = (by_its_words(Wish(text=point), moved, LEAST) for point in points)
    return [asked for asked in told if asked.references]


def _followed(asked: Wish, won: Sequence[Wish], loser: Wish | None) -> Wish:
    """What the decision follows: the proposal before the body with a change of somebody's is
    not that proposal, where the change won over it."""
    changed = any(one.references and not one.base for one in won)
    over = changed if loser is None else loser.base > 0
    return replace(asked, base=0) if over and CHANGED.search(asked.text) else asked


def _told(
    context: Context,
    sections: Sequence[Section],
    counts: Sequence[Count],
    moved: Sequence[Moved],
) -> list[tuple[Wish, int]]:
    """What the chair found, or the body stood behind, each with what became of it."""
    chair = _chair(context)
    unread = not counts or any(_untold(one) for one in counts)
    gang = gang_of(context, sections)
    texts = [_unread_vote(text) for text in gang] if unread else gang
    if chair and _moved_own(chair, moved):
        texts = [CHAIRS_PROPOSAL.sub("ordförandens yrkande", text) for text in texts]
    return [
        (_of_the_paper(by_its_words(resolved(asked, moved), moved)), sign)
        for text in texts
        for asked, sign in findings(context, text, chair)
    ]


def _of_the_paper(asked: Wish) -> Wish:
    """ "finner att planen antas", where nobody moved that in words of their own."""
    return replace(asked, base=paper_sign(asked.text)) if asked == Wish() else asked


def _moved_own(chair: Reference, moved: Sequence[Moved]) -> bool:
    """Whether the chair moved a proposal in words of their own, and nobody calls the one
    before the body the chair's."""
    return any(
        asked == Wish(text=asked.text) and matches(chair, owner.parties, owner.persons)
        for owner, asked in moved
    ) and not any(CHAIRS_PROPOSAL.search(asked.text) for _, asked in moved)


def _refused(
    won: Sequence[Wish], loser: Wish | None, decision: Decision | None, *, base: int
) -> frozenset[str] | None:
    """The points that were left out; None where nothing tells whether any was."""
    points = frozenset(point for asked in won for point in asked.refused)
    points |= refused_points(decision.text) if decision else frozenset()
    whole = base > 0 and not (decision and _departs(decision.text))
    return points if points or whole or (loser and loser.refused) else None


# "avslå tilläggsyrkandet"
_ADDED_ONE = r"tillägg(?:et|s(?:yrkandet|förslaget))"
_ADDITION = re.compile(
    rf"(?P<does>bif|avsl)\w*\s+(?:på\s+|till\s+)?{_ADDED_ONE}|"
    rf"{_ADDED_ONE}\s+(?:\w+\s+)?(?P<done>bif|avsl)",
    re.IGNORECASE,
)


def _voted_addition(counts: Sequence[Count]) -> int:
    """What the one vote on an addition made of it."""
    votes = [c for c in counts if c.kind == VoteKind.TILLÄGGSYRKANDE and c.outcome]
    if len(votes) != 1:
        return 0
    won = votes[0].yes_means if votes[0].outcome == "ja" else votes[0].no_means
    told = _ADDITION.search(won or "")
    return (
        0 if told is None else 1 if (told["does"] or told["done"]).casefold() == "bif" else -1
    )


def _departs(decided: str) -> bool:
    """Whether a decision departs from the proposal that it adopts."""
    return any(pattern.search(decided) for pattern in (CHANGED, _LEFT_OUT, _ADDED))


_VOTE_ASKED = re.compile(
    r"\b(?:votering|omröstning|rösträkning)\w*\s+(?:begär|verkställ|genomför)\w*|"
    r"\bbegär\w*\s+(?:\w+\s+)?(?:votering|omröstning)",
    re.IGNORECASE,
)


def _untold(count: Count) -> bool:
    """Whether a main vote does not tell what it decided."""
    told = count.outcome and count.yes_means
    return count.kind == VoteKind.HUVUDVOTERING and not told


def _unread_vote(text: str) -> str:
    """The text from where a vote was asked for that nobody could read: what the chair had
    found before it may have been turned."""
    asked = list(_VOTE_ASKED.finditer(text))
    return text[asked[-1].end() :] if asked else text


def with_movers(contest: Contest, moved: Sequence[Moved]) -> Contest:
    """The contest, told also by what the winner or the loser named by the chair had moved:
    "det egna yrkandet" of a chair who moved the proposal before the body is that proposal; and
    if another's proposal won, the one before the body, where somebody moved it, lost."""
    signs = {
        asked.base * sign
        for references, sign in ((contest.won, 1), (contest.lost, -1))
        for reference in references
        if not reference.addition
        for owner, asked in moved
        if asked.base and matches(reference, owner.parties, owner.persons)
    }
    if len(signs) == 1:
        return replace(contest, base=signs.pop())
    others = any(not reference.addition for reference in contest.won)
    if not signs and not contest.base and others and any(asked.base > 0 for _, asked in moved):
        return replace(contest, base=-1)
    return contest


def _chair(context: Context) -> Reference | None:
    return Reference(1, frozenset(), (context.chair,)) if context.chair else None


# Where a chair's finding stands.
_GANG = (
    *("beslutsgång", "överläggning", "votering"),
    *("yrkande", "okänd", "beslut", "början"),
)


def gang_of(context: Context, sections: Iterable[Section]) -> list[str]:
    """The texts in which a chair's finding can stand."""
    return [context.content[s.start : s.end] for s in sections if s.kind in _GANG]


def _main(counts: Sequence[Count]) -> Count | None:
    """The vote on the substance: the last main vote, else none."""
    mains = [c for c in counts if c.kind == VoteKind.HUVUDVOTERING and c.outcome]
    return mains[-1] if mains else None


_BARE = re.compile(r"\W*(?:(?P<plus>bifall)|avslag)\W*", re.IGNORECASE)


_OF_WHAT = re.compile(
    r"\b(?:bifall|avslag)\w*\s+(?:till|på|av)\s+(?P<what>.+)", re.I | re.DOTALL
)


def sides_of(count: Count) -> tuple[str | None, str | None]:
    """What Ja and Nej mean; of a bare "bifall" beside "avslag på tillägget", to what."""
    yes, no = count.yes_means, count.no_means
    return _whole(yes, no), _whole(no, yes)


def _whole(side: str | None, other: str | None) -> str | None:
    bare, told = _BARE.fullmatch(side or ""), _OF_WHAT.search(other or "")
    if not (bare and told):
        return side
    return f"bifall till {told['what']}" if bare["plus"] else f"avslag på {told['what']}"


def side_wish(context: Context, words: str, *, is_motion: bool) -> Wish:
    """What one side of a vote wants; "bifall" alone means the proposal before the body, but
    for a motion, where it can be either."""
    asked = wish(context, words)
    bare = None if is_motion else _BARE.fullmatch(words)
    return replace(asked, base=1 if bare["plus"] else -1) if bare else asked


def _sides(
    context: Context, main: Count, *, is_motion: bool
) -> tuple[Wish | None, Wish | None]:
    """The wishes of the winning and of the losing side of a vote."""
    yes, no = (
        side_wish(context, words, is_motion=is_motion) if words else None
        for words in sides_of(main)
    )
    return (yes, no) if main.outcome == "ja" else (no, yes)


def _positive(asked: Wish) -> list[Reference]:
    return [r for r in asked.references if r.sign > 0 and (r.parties or r.persons)]


def _rejected(asked: Wish) -> list[Reference]:
    return [
        Reference(1, r.parties, r.persons, r.addition)
        for r in asked.references
        if r.sign < 0 and (r.parties or r.persons)
    ]


def _base(won: list[Wish], loser: Wish | None) -> int:
    """Whether the proposal before the body was adopted."""
    if any(asked.base > 0 for asked in won):
        return 1
    if loser is not None and loser.base > 0:
        return -1
    if any(asked.base < 0 for asked in won):
        return -1
    return 0
