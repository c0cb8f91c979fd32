"""Whether what was asked for is what the body decided."""

import re
from dataclasses import dataclass

from pipeline.extraction.wishes import Reference, Wish
from pipeline.language.names import same_person
from pipeline.words import Outcome


@dataclass(frozen=True, slots=True)
class Contest:
    """What is known of a decision, to hold wishes against.

    ``base`` is +1 when the proposal before the body was adopted, -1 when it lost, 0 unknown.
    ``won`` and ``lost`` are the other proposals that did. ``changed``: what was adopted
    departs from the proposal in some point, so that a proposal nothing is told of may be
    in it. ``request`` is what became of an initiative or an application in the words of the
    decision: +1 granted, -1 refused, 0 not told; ``found``: so does the chair, of all that
    was put. ``unclear``: what won is named without whose
    it is. ``refused`` are its points that were left out; None when nothing is told of them.
    ``addition`` is +1 or -1 where the one addition that was voted on, called only that, won or
    lost. ``decided`` are the points of the decision, ``groups`` the names that parties bear
    together whose proposals are said to have won.
    """

    outcome: Outcome | None
    is_motion: bool
    base: int = 0
    won: tuple[Reference, ...] = ()
    lost: tuple[Reference, ...] = ()
    changed: bool = False
    request: int = 0
    found: bool = False
    unclear: bool = False
    refused: frozenset[str] | None = None
    addition: int = 0
    decided: tuple[str, ...] = ()
    groups: frozenset[str] = frozenset()


def matches(reference: Reference, parties: frozenset[str], persons: tuple[str, ...]) -> bool:
    """Whether a reference means the proposal of these parties or people."""
    for one in reference.persons:
        if any(same_person(one, other) or _by_surname(one, other) for other in persons):
            return True
    return bool(reference.parties) and not reference.persons and reference.parties == parties


def _by_surname(one: str, other: str) -> bool:
    """Whether one of two names is the surname of the other: two Eks are not the same."""
    return (" " not in one or " " not in other) and one.split()[-1] == other.split()[-1]


def verdicts(asked: Wish, owner: Reference, contest: Contest) -> list[bool]:
    """For each part of a wish that can be judged, whether it is what was decided."""
    if asked.refused and not contest.is_motion:
        return _points_verdict(asked, owner, contest)
    if asked.refused and contest.refused:
        return [True] if asked.refused == contest.refused else []
    result: list[bool] = []
    if asked.remit:
        result.append(contest.outcome == Outcome.ÅTERREMISS)
    if asked.today and contest.outcome in (Outcome.ÅTERREMISS, Outcome.BORDLÄGGNING):
        result.append(False)
    if asked.table:
        result.append(contest.outcome == Outcome.BORDLÄGGNING)
    whole = asked.base < 0 or not contest.refused
    if asked.base and contest.base and whole:
        # who moved that nothing be adopted lost to a change of the proposal as well
        changed = asked.base < 0 and contest.outcome == Outcome.DELVIS_BIFALL
        result.append(asked.base == contest.base and not changed)
    if _refuses_what_won(asked, owner, contest):
        result.append(False)
    if asked.request and contest.request and not _other_amount(asked, contest):
        result.append(asked.request == contest.request)
    result += _motion_verdict(asked, contest)
    adopted = [r for r in asked.references if r.sign > 0]
    told = [one for r in adopted for one in _reference_verdict(r, owner, contest)]
    if asked.remit and contest.outcome == Outcome.ÅTERREMISS and told:
        result.remove(True)  # sent back on the grounds of one paper, not of another
    result += told
    if result or adopted:
        return result  # to reject others' proposals beside one's own is not what is moved
    return [
        one
        for reference in asked.references
        for one in _reference_verdict(reference, owner, contest)
    ]


# "att badhuset inte byggs": to refuse, in words of one's own
_NO = re.compile(r"\b(?:inte|ej|ingen|inga|inget|avsl\w+|avst\w+|avbryt\w*)\b", re.IGNORECASE)


def _refuses_what_won(asked: Wish, owner: Reference, contest: Contest) -> bool:
    """Whether nothing was to be adopted, and another's proposal was."""
    others = [one for one in contest.won if not one.addition and not _same(owner, one)]
    own = len(others) < len(contest.won)
    adopted = contest.outcome == Outcome.BIFALL and bool(contest.decided)
    refused = any(_NO.search(point) for point in contest.decided)
    unknown = asked.base < 0 and not contest.base and not contest.is_motion
    return unknown and bool(others) and not own and adopted and not refused


def _other_amount(asked: Wish, contest: Contest) -> bool:
    """Whether an amount was asked for that the decision does not name."""
    decided = {number for point in contest.decided for number in re.findall(r"\d+", point)}
    return (
        asked.request > 0
        and bool(decided)
        and not decided >= {*re.findall(r"\d+", asked.text)}
    )


def _points_verdict(asked: Wish, owner: Reference, contest: Contest) -> list[bool]:
    """Whether the points that were to be left out were."""
    if any(_same(owner, one) for one in contest.won):
        return [True]
    if any(_same(owner, one) for one in contest.lost):
        return [False]
    if contest.refused is None:
        return []
    if asked.refused <= contest.refused:
        return [True]
    return [] if asked.refused & contest.refused else [False]


# "att-sats ett anses besvarad och att-sats två bifalls"
_POINT = r"(?:att-?sats\w*|punkt\w*|motionens\s+\w+\s+förslag)"
_GRANTED_TOO = re.compile(
    rf"\bbifall(?:a|er)?\s+(?:till\s+)?(?:\w+\s+)?{_POINT}|"
    rf"\b{_POINT}[^.;]{{0,30}}?\bbif(?:alles|allas|alls|alla)\b",
    re.IGNORECASE,
)


def _motion_verdict(asked: Wish, contest: Contest) -> list[bool]:
    if not contest.is_motion or contest.outcome is None:
        return []
    if asked.answered:
        if not _GRANTED_TOO.search(asked.text):
            return [contest.outcome == Outcome.BESVARAD]
        return [] if contest.outcome == Outcome.DELVIS_BIFALL else [False]
    if not asked.motion or contest.outcome in (
        Outcome.ÅTERREMISS,
        Outcome.BORDLÄGGNING,
        Outcome.ÖVRIGT,
    ):
        return []
    if contest.outcome == Outcome.DELVIS_BIFALL:
        return []
    wanted = Outcome.BIFALL if asked.motion > 0 else Outcome.AVSLAG
    return [contest.outcome == wanted]


def _reference_verdict(reference: Reference, owner: Reference, contest: Contest) -> list[bool]:
    meant = owner if reference.own else reference
    won = any(_same(meant, other) for other in contest.won)
    if not won and any(meant.parties & other.parties for other in contest.won):
        return []  # a party's own among those that won together: not told
    lost = any(_same(meant, other) for other in contest.lost)
    if reference.changed or (contest.changed and reference.own):
        return [won] if won or lost else []
    decided = bool(contest.won) or contest.base > 0 or contest.found
    if reference.addition and contest.addition and not (won or lost):
        return [contest.addition == reference.sign]
    if reference.sign < 0:
        return [not won] if lost or decided else []
    if won:
        return [True]
    return [False] if lost or decided else []


def _same(one: Reference, other: Reference) -> bool:
    return matches(other, one.parties, one.persons) or matches(
        one, other.parties, other.persons
    )
