"""What a proposal asks for, and whether that is what the body decided.

A wish is read from the words of an yrkande, of a voteringsproposition, or of the sentence in
which the chair finds what was decided; all three speak the same language.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from pipeline.extraction.context import Context, mentioned, party_of, resolve_mention
from pipeline.extraction.denial import affirmed
from pipeline.extraction.makers import maker_before, named_groups
from pipeline.extraction.refusals import refused_points
from pipeline.extraction.surnames import owners_by_surname
from pipeline.language.mention import Mention, merge

_WHOSE = (
    r"(?:\w*förvaltning(?:en)?s|\w*kontorets|\w*bolagets|\w*förbundets|\w*kansliets|vd:?s|"
    r"\w*styrelsens|\w*nämndens|\w*utskottets|"
    r"\w*borgarråde[tn]s|"
    r"\w*beredningens|föredragandes?|liggande|föreliggande|framlagda?|ordförandens?|"
    r"presidi(?:ets|ums)|"
    r"tjänsteskrivelsens|majoritetens|(?:de\s+)?styrande\s+parti(?:er|ernas?)s?|"
    r"kommunalrådets|regionrådets|\w*(?:direktör|chef|handläggar)ens|"
    r"\w*ledning(?:en)?s|\w*irektionens|\w*delegationens|tjänstem(?:anna|ännens)|förvaltnings)"
)
_BASE = re.compile(
    rf"\b{_WHOSE}\s+(?:\w+\s+)?(?:\w*förslag|tjänsteutlåtande|yttrande|hemställan)\w*|"
    rf"\btjänsteutlåtandets?\b(?:\s+förslag)?|"
    r"(?<!\bett\s)\bförslag\s+till\s+beslut\b(?!\s+om\b)|"
    r"\b(?:besluts|plan|grund|remiss|tjänste)?förslaget\b(?!\s+(?:från|av|om|i(?!\s+(?:dess|sin|alla|övrigt)\b))\b)|\b(?:det\s+)?(?:utsända|"
    r"ursprungliga)\s+förslaget|\bhuvudförslaget|"
    # "Fjordalliansens förslag, som också är styrelsens"
    rf"\bsom\s+(?:också|även|tillika)\s+är\s+{_WHOSE}",
    re.IGNORECASE,
)
_MOTION = re.compile(r"\bmotion(?:en|ens|erna|ernas)?\b", re.IGNORECASE)
# What else is put to the body, and its own proposal answers.
_REQUEST = re.compile(
    r"\b(?:\w*initiativ(?:et|ärende(?:t)?)?|medborgarförslag(?:et)?|e-förslag(?:et)?|ansökan|hemställan|begäran|"
    r"framställan|framställningen)\b",
    re.IGNORECASE,
)
# "avslag på förvaltningens förslag att tillstyrka motionen": the motion only tells which
# proposal.
_BASE_ON_MOTION = re.compile(
    rf"(?:{_BASE.pattern})\s+(?:om\s+)?att\s+\w+\s+(?:{_MOTION.pattern})", re.IGNORECASE
)
# "att nämnden inte tar ställning till motionen": neither for nor against it
_ASIDE = re.compile(
    rf"{_BASE_ON_MOTION.pattern}|\b(?:inte|ej)\s+(?:ska\s+)?ta[rs]?\s+ställning\b|"
    r"\bta[rs]?\s+(?:inte|ej)\s+ställning\b",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"\b(?:\w*yrkande(?:t|na|n|ts)?|\w*förslag(?:et|en)?|yttrande(?:t|na)?|tillägg(?:et)?|"
    r"komplettering(?:en|ar)?)\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:(?:det|sitt|sina|de)?\s*eg(?:et|na|en)|sitt\s+partis)\s+(?:\w*yrkande|\w*förslag)",
    re.IGNORECASE,
)
_REMIT = re.compile(
    r"\b(?:minoritets)?återremi(?!ssyrkande)\w*|\b(?:bifall|tillstyrk\w*|biträd\w*|stöd\w*|"
    r"instäm\w*|anslut\w*\s+sig|ställ\w*\s+sig\s+bakom)\b[^.]{0,30}\båterremissyrkande",
    re.IGNORECASE,
)
_TABLE = re.compile(r"\b(?:minoritets)?bordlägg\w*", re.IGNORECASE)
_TODAY = re.compile(
    r"\b(?:avgör\w*|behandlas?)\b[^.]{0,60}(?:i\s?dag|dagens\s+sammanträde)|"
    r"\bavgörande\s+i\s?dag",
    re.IGNORECASE,
)
_ANSWERED = re.compile(r"\bbesvarad\w*|\bbesvaras\b", re.IGNORECASE)
_PLUS = (
    r"bif(?:all(?:its|it|er|a|s)?|ölls?)|tillstyrk\w*|enligt|i enlighet "
    r"med|godkänn\w*|anta(?:r|s|gits)?\b|ställ\w+ sig bakom"
)
_MINUS = r"avsl(?:ag(?:its)?|å[sr]?|ogs?)|avstyrk\w*|emot\b"
_SIGN = re.compile(rf"\b(?:(?P<plus>{_PLUS})|(?P<minus>{_MINUS}))", re.IGNORECASE)
# "kommunstyrelsens förslag att avslå motionen": what the proposal itself says.
_WHAT_IT_SAYS = re.compile(
    r"^\s*(?:till\s+beslut\s+)?(?:om\s+)?(?:att\s+)?(?:att|om)\s+$", re.IGNORECASE
)
_STOP = re.compile(r"(?<!fl)\.\s|;")
_ADDITION = re.compile(r"\btillägg", re.IGNORECASE)


# "bifall till förslaget med ändringen att …": another proposal than the one before the body
CHANGED = re.compile(
    r"\bmed\s+(?:(?:den|det|de|följande|föreslagen|en|ett|dessa|nedanstående)\s+)?"
    r"(?:\w+\s+)?(?:(?-i:[A-ZÅÄÖ])\w+s?\s+)?(?:\([A-ZÅÄÖ]{1,4}\)\s+)?"
    r"(?:ändring|justering|undantag|revidering|korrigering|strykning|komplettering)\w*|"
    # "att redovisningen lämnas i maj, i övrigt bifall till förslaget"
    r"\bi\s+övrigt\s+(?:bifall|enligt)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A proposal named by whose it is. ``changed``: the one before the body with changes, so
    that it has not lost where that one was adopted; or a paper that is only referred to."""

    sign: int
    parties: frozenset[str]
    persons: tuple[str, ...]
    addition: bool = False
    own: bool = False
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for. Signs are +1 (adopt), -1 (reject), 0 (not named). ``bare``: it is not
    said what is to be granted or rejected. ``request``: an initiative or an application.
    ``refused``: the points of the proposal that are to be left out."""

    base: int = 0
    motion: int = 0
    request: int = 0
    answered: bool = False
    remit: bool = False
    table: bool = False
    today: bool = False
    bare: bool = False
    references: tuple[Reference, ...] = ()
    refused: frozenset[str] = frozenset()
    text: str = field(default="", compare=False)


@lru_cache(maxsize=64)
def wish(context: Context, text: str) -> Wish:
    """Read a wish from words."""
    text = affirmed(text)
    papers = _references(context, text)
    masked = _masked(text, papers)
    base = _first_sign(text, _BASE, masked)
    if _FURTHER.search(text) and not _SIGN.search(text):
        base = 0  # "att förslaget inte ska beredas vidare": that of an inhabitant
    return Wish(
        base=base,
        motion=0 if _ASIDE.search(text) else _first_sign(text, _MOTION, masked),
        request=0 if base and not _REFUSED_AS_PROPOSED.search(text) else request_sign(text),
        answered=bool(_ANSWERED.search(text)),
        remit=_wanted(_REMIT, text),
        table=_wanted(_TABLE, text),
        today=bool(_TODAY.search(text)) or _unwanted(text),
        references=tuple(reference for _, reference in papers),
        refused=refused_points(text),
        text=text,
    )


# "att ansökan avslås i enlighet med kontorets förslag": it tells both
_ASKED = r"(?:ansökan|begäran|hemställan|framställan|initiativet|medborgarförslaget)"
_AS_PROPOSED = r"(?:enligt|i\s+enlighet\s+med)\b"
_REFUSED_AS_PROPOSED = re.compile(
    rf"\b{_ASKED}\s+(?:\w+\s+)?(?:avslås|bifalls|beviljas)\s+{_AS_PROPOSED}|"
    rf"\b(?:avslag\s+på|bifall\s+till)\s+{_ASKED}\s+{_AS_PROPOSED}",
    re.IGNORECASE,
)
_UNWANTED = re.compile(r"\b(?:avslag|avslå\w*|inte|ej)\b[^.,;]{0,40}$", re.IGNORECASE)


def puts_off(words: str) -> bool:
    """Whether to send the matter back or to table it is what is asked for."""
    return _wanted(_REMIT, words) or _wanted(_TABLE, words)


_PUT_OFF = re.compile(r"\b(?:återremi|bordlägg)\w*", re.IGNORECASE)


def _unwanted(text: str) -> bool:
    """Whether to put the matter off is asked to be refused."""
    match = _PUT_OFF.search(text)
    return match is not None and bool(_UNWANTED.search(text[: match.start()]))


def _wanted(pattern: re.Pattern[str], text: str) -> bool:
    """Whether something is asked for, and not asked to be refused."""
    match = pattern.search(text)
    return match is not None and not _UNWANTED.search(text[: match.start()])


def sign_at(text: str, start: int, end: int) -> int:
    """The sign of a target in a text, +1 (adopt) or -1 (reject): the nearest word before it,
    else the nearest after it."""
    before = list(_SIGN.finditer(text, 0, start))
    stops = [m.start() for m in _STOP.finditer(text, 0, start)]
    clause = stops[-1] if stops else -1
    near = [m for m in before if m.start() > clause]
    after = _SIGN.search(text, end, end + 120)
    if after and _WHAT_IT_SAYS.search(text[end : after.start()]):
        after = None
    apart = near and start - near[-1].end() > 60 or _CLAUSE.search(text, 0, start)
    if near and not (after and _passive(after[0]) and apart):
        return 1 if near[-1]["plus"] else -1
    if after:
        return 1 if after["plus"] else -1
    return 1


# "bifall till yrkandet om att | förslaget avslås"
_CLAUSE = re.compile(r"\batt\s+\Z", re.IGNORECASE)


def _passive(word: str) -> bool:
    return word.casefold().endswith(("s", "its"))


def _first_sign(text: str, target: re.Pattern[str], masked: list[tuple[int, int]]) -> int:
    for match in target.finditer(text):
        if not any(start <= match.start() < end for start, end in masked):
            return sign_at(text, match.start(), match.end())
    return 0


def _masked(
    text: str, papers: list[tuple[tuple[int, int], Reference]]
) -> list[tuple[int, int]]:
    """Where a base or a motion is named only as a place or part of another proposal's name."""
    beside = [match.span() for match in _BESIDE.finditer(text)]
    return [*beside, *(span for span, reference in papers if not reference.own)]


# "i tillägg till nämndens förslag": beside it, whatever becomes of it
_BESIDE = re.compile(r"\bi\s+tillägg\s+till\s+[^.:,]{3,60}?förslag\w*", re.IGNORECASE)


# "avslås med hänvisning till yttrandet från S": why, and no proposal to be adopted
_BECAUSE_OF = re.compile(r"\bmed\s+hänvisning\s+till\s+(?:ett\s+|det\s+)?\Z", re.IGNORECASE)


# "förslag 2)", "yrkande nr 2"
_NUMBER = re.compile(r"\s+(?:nr\.?\s*|nummer\s+)?(\d)\b")


def _references(context: Context, text: str) -> list[tuple[tuple[int, int], Reference]]:
    """Proposals named by whose they are: "yrkandet från S, V och MP", "Bo Eks yrkande"."""
    chairs = [*_chairs_own(context, text)]
    taken = {place for (_, place), _ in chairs}
    papers = [m for m in _PAPER.finditer(text) if m.end() not in taken]
    named = [resolve_mention(context, m) for m in mentioned(context, text)] if papers else []
    named = merge(named, [*owners_by_surname(context, text)] if papers else [])
    named = sorted([*named, *named_groups(text)], key=lambda one: one.start)
    found = [*_own_proposals(text)]
    for paper in papers:
        if any(start <= paper.start() < end for (start, end), _ in found):
            continue
        if owned := _owned(context, text, paper, named):
            found.append(owned)
    return sorted([*found, *chairs], key=lambda pair: pair[0])


def _own_proposals(text: str) -> Iterator[tuple[tuple[int, int], Reference]]:
    """Proposals named as one's own: "sitt eget yrkande"."""
    for match in _OWN.finditer(text):
        yield match.span(), Reference(sign_at(text, *match.span()), frozenset(), (), own=True)


def _owned(
    context: Context, text: str, paper: re.Match[str], named: list[Mention]
) -> tuple[tuple[int, int], Reference] | None:
    """A proposal with those whose it is: named beside it, or known by its number or by the
    body it is of."""
    owners, span = _owners(text, paper, named)
    if not owners and (number := _NUMBER.match(text, paper.end())):
        owners, span = list(context.numbered.get(number[1], ())), number.end()
    whose = maker_before(text, paper) if context.makers else None
    if not owners and whose:
        owners = list(context.makers.get(str(whose.lastgroup), ()))
    if not owners:
        return None
    begins = min(
        [paper.start(), *(one.start for one in owners if 0 < one.end <= paper.start())]
    )
    reference = Reference(
        sign_at(text, begins, paper.end()),
        frozenset(p for one in owners for p in one.parties),
        tuple(one.name for one in owners if one.name),
        addition=bool(_ADDITION.search(paper[0])),
        changed=bool(_BECAUSE_OF.search(text, 0, paper.start())),
    )
    return (whose.start() if whose else paper.start(), span), reference


# "ordförandens yrkande"
_CHAIRS = re.compile(r"\bordförandens\s+(?:eget\s+)?\w*yrkande\w*", re.IGNORECASE)


def _chairs_own(context: Context, text: str) -> Iterator[tuple[tuple[int, int], Reference]]:
    """What the chair moved, where it is known who that is."""
    if context.chair is None:
        return
    party = party_of(context, context.chair)
    for match in _CHAIRS.finditer(text):
        sign = sign_at(text, match.start(), match.end())
        owner = frozenset([party] if party else [])
        own = Reference(sign, owner, (context.chair,), bool(_ADDITION.search(match[0])))
        yield match.span(), own


def _owners(
    text: str, paper: re.Match[str], named: list[Mention]
) -> tuple[list[Mention], int]:
    """Whose paper it is: named right after ("yrkandet från …") or in the genitive before."""
    after: list[Mention] = []
    edge = paper.end()
    for one in (m for m in named if m.start >= paper.end()):
        gap = text[edge : one.start]
        joined = (
            r"\s*(?:\([\w ]+\))?\s*(?:från|av|enligt|för)?\s*"
            if not after
            else r"[\s,()]*(?:och|samt|med instämmande av)?\s*(?:från\s+)?"
        )
        if not re.fullmatch(joined, gap):
            break
        after.append(one)
        edge = one.end
    if after:
        return after, edge
    before = [m for m in named if m.end <= paper.start()]
    if before and _BY_ROLE.fullmatch(text, before[-1].start, paper.start()):
        return [], paper.end()  # "prövar ordföranden tilläggsyrkandet": who puts it
    if before and re.fullmatch(
        r"-?[\s’']*(?:s\b)?\s*(?:m\.?\s?fl\.?|med fleras?)?\s*"
        r"(?:(?:skriftliga|gemensamma|muntliga|egna|reviderade|framlagda)\s+)*",
        text[before[-1].end : paper.start()],
    ):
        return _listed_before(text, before), paper.end()
    return [], paper.end()


_BY_ROLE = re.compile(r"(?:mötes)?(?:ordföranden?|ordf\.)\s*", re.IGNORECASE)


def _listed_before(text: str, before: list[Mention]) -> list[Mention]:
    """The last of some names with those it is listed with: "Liberalernas och Centerns"."""
    listed = [before[-1]]
    for one in reversed(before[:-1]):
        if not re.fullmatch(r"\s*(?:,|och|samt)\s*", text[one.end : listed[0].start]):
            break
        listed.insert(0, one)
    return listed


# "inte bereda förslaget vidare", "ska beredas vidare": what becomes of an initiative
_FURTHER = re.compile(
    r"(?P<no>\b(?:inte|ej)\s+(?:ska\s+)?)?\bbered\w*(?P<not>\s+(?:inte|ej))?\s(?:[^.;:]{0,60}\s)?vidare\b",
    re.IGNORECASE,
)


def request_sign(text: str) -> int:
    """What a text says of an initiative or an application: +1 granted, -1 refused, 0
    neither."""
    text = affirmed(text)
    if further := _FURTHER.search(text):
        return -1 if further["no"] or further["not"] else 1
    for sentence in re.split(r"(?<=[.;])\s|\n", text):
        sign = _SIGN.search(sentence) if _REQUEST.search(sentence) else None
        if sign:
            return 1 if sign["plus"] else -1
    return 0
