"""Verdicts on yrkanden that others' tell: of those joined, referred to, or taken as one."""

import re
from collections.abc import Sequence

from pipeline.extraction.context import Context
from pipeline.extraction.entry import Entry
from pipeline.extraction.outline import Section
from pipeline.extraction.unnamed import Moved, grants_last
from pipeline.extraction.verdicts import Contest, matches
from pipeline.extraction.wishes import Wish
from pipeline.words import Act, Outcome

# "Hedlunds yrkande", "Hedlunds (S) yrkande", "S förslag"
_WHOSE = re.compile(
    r"\b(?P<name>[A-ZÅÄÖ][\w-]*)\s+(?:\([^()]{1,8}\)\s+)?(?:[a-zåäö]+\s+)?"
    r"(?:[a-zåäö]*yrkande|förslag)(?!\w)"
)
# "instämmer i bifallsyrkandet"
_ASKING = re.compile(r"\b(?P<asks>bifall|avslag)s(?:yrkandet|förslaget)\b", re.IGNORECASE)


def endorsed(
    context: Context, found: Sequence[Entry], judged: list[bool | None]
) -> list[bool | None]:
    """The verdicts, where an yrkande that is joined tells also that of those who join it."""
    result = list(judged)
    for place, entry in enumerate(found):
        words = entry.span.of(context.content)
        joins = entry.kind == "instämmande" or grants_last(words)
        if result[place] is not None or not joins:
            continue
        whose, asking = _WHOSE.search(words), _ASKING.search(words)
        joined = [
            result[earlier]
            for earlier, other in enumerate(found[:place])
            if other.act == entry.act == Act.YRKANDE
            and (not entry.endorses or set(entry.endorses) & set(other.parties))
            and (not whose or _moved_by(other, whose["name"]))
            and (not asking or _asks(context, other, asking["asks"]))
        ]
        if joined and not (entry.endorses or whose or asking):
            joined = joined[-1:]  # "i yrkandet": the one told right before
        if len(set(joined)) == 1:
            result[place] = joined[0]
    return result


def _asks(context: Context, entry: Entry, what: str) -> bool:
    """Whether an yrkande is one that asks for ``what``: "bifall", "avslag"."""
    return re.search(rf"\b{what}\b", entry.span.of(context.content), re.IGNORECASE) is not None


def _moved_by(entry: Entry, name: str) -> bool:
    """Whether an yrkande is by who is named by a surname or by letters alone."""
    surnames = {person.split()[-1] for person in entry.persons}
    return bool({name, name.removesuffix("s")} & {*surnames, *entry.parties})


def referred(
    found: Sequence[Entry],
    judged: list[bool | None],
    moved: Sequence[Moved],
) -> list[bool | None]:
    """The verdicts, where who moves nothing but what others move ("bifall till Bo Eks
    yrkande") wins or loses with them. ``moved`` are the owners and wishes of the yrkanden."""
    yrkanden = [place for place, entry in enumerate(found) if entry.moves]
    result = list(judged)
    for place, (_, asked) in zip(yrkanden, moved, strict=True):
        named = asked.references
        apart = any(r.sign < 0 or r.own or r.addition for r in named)
        if apart or asked != Wish(references=named):
            continue
        told = {
            judged[other]
            for other in yrkanden
            if found[other].parties != found[place].parties
            and any(
                matches(r, frozenset(found[other].parties), found[other].persons)
                for r in named
            )
        }
        if len(told) == 1:
            result[place] = told.pop()
    return result


_ASIDE = (Outcome.ÅTERREMISS, Outcome.BORDLÄGGNING)


def put_aside(
    found: Sequence[Entry],
    asked_for: Sequence[Moved | None],
    judged: list[bool | None],
    contest: Contest,
) -> list[bool | None]:
    """The verdicts, where the matter was put off as somebody moved: who only moved to adopt
    or to reject the proposal lost."""
    wishes = [asked[1] if asked else Wish() for asked in asked_for]
    movers = [
        entry.parties
        for entry, asked in zip(found, wishes, strict=True)
        if asked.remit or asked.table
    ]
    if contest.outcome not in _ASIDE or not movers:
        return judged
    joined = {party for parties in movers for party in parties}
    return [
        False if told is None and decides and not {*entry.parties} & joined else told
        for entry, decides, told in zip(
            found, (bool(w.base or w.motion) for w in wishes), judged, strict=True
        )
    ]


# "godkänner att yrkandena behandlas som ett yrkande", "att det endast finns ett förslag"
_AS_ONE = re.compile(
    r"\b(?:yrkanden(?:a)?|förslagen)\s+(?:\w+\s+)?(?:behandlas|hanteras|betraktas|ses)\s+"
    r"som\s+ett\s+(?:och\s+samma\s+|gemensamt\s+)?(?:yrkande|förslag)\b|"
    r"\bdet\s+(?:(?:endast|bara|enbart)\s+(?:finns|föreligger)|"
    r"(?:finns|föreligger)\s+(?:endast|bara|enbart))\s+ett\s+(?:yrkande|förslag)\b",
    re.IGNORECASE,
)


def taken_as_one(
    context: Context,
    parts: Sequence[Section],
    judged: list[bool | None],
    asked_for: Sequence[Moved | None],
) -> list[bool | None]:
    """The verdicts, where all that was moved was taken as one proposal and no other was put:
    then all of it is what was decided."""
    gang = " ".join(context.content[s.start : s.end] for s in parts if s.kind == "beslutsgång")
    if re.search(r"\bställ\w+\s+proposition", gang, re.I) or not _AS_ONE.search(gang):
        return judged
    return [
        told if asked is None else True for told, asked in zip(judged, asked_for, strict=True)
    ]
