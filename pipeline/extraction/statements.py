"""Statements: what was moved, reserved, remarked, with who and the exact words.

A section is cut into entries. An entry opens with a clause in which somebody acts ("Eva Ek (S)
yrkade …", "Reservation av Eva Ek (S)") and holds what follows until the next one. What the
heading and the signers' line say is left out of the words; where nothing else stands, the line
itself is the statement.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from pipeline.extraction.clauses import Clause, clauses
from pipeline.extraction.context import (
    Context,
    mentioned,
)
from pipeline.extraction.elsewhere import reserved_elsewhere, retold
from pipeline.extraction.entry import Entry, with_substitute
from pipeline.extraction.headed import OWN_ACT, PLAIN, headed
from pipeline.extraction.labels import chained, moved_by, remarked_by, reserved_by
from pipeline.extraction.leads import backs, moves, quoted_below, within, without_quote
from pipeline.extraction.outline import Section
from pipeline.extraction.wording import points, words_of
from pipeline.models import Span
from pipeline.words import Act

# Which acts may open an entry in which kind of section. Background, agenda and dispatch
# sections have none: what they name was done elsewhere.
_COMMENTS = frozenset(
    {"särskilt uttalande", "särskilt yttrande", "protokollsanteckning", "ersättaryttrande"}
)
_ALL = frozenset({"yrkande", "reservation", "instämmande"}) | _COMMENTS
_OWN = frozenset({"reservation", "instämmande", "anför"}) | _COMMENTS
# Acts that end an entry without opening one of their own.
_BREAKS = frozenset({"deltar ej", "jäv", "yttrar sig"})
OPENERS: dict[str, frozenset[str]] = {
    "början": _ALL,
    "okänd": _ALL,
    "frågor": _ALL | {"fråga"},
    "beslut": _ALL | {"förslag"},
    "överläggning": _ALL | {"förslag"},
    "yrkande": _ALL | {"förslag"},
    "beslutsgång": _ALL | {"förslag"},
    "votering": _ALL,
    "jäv": _ALL,
    "deltar ej": _ALL,
    "reservation": frozenset({"reservation", "anför"}) | _COMMENTS,
    "särskilt uttalande": _OWN,
    "särskilt yttrande": _OWN,
    "protokollsanteckning": _OWN,
    "ersättaryttrande": _OWN,
    "skrivelse": frozenset(),
}
_ELSEWHERE = re.compile(
    r"^[,.\s]*(?:se|enligt)\s+(?:reservationer|särskilda|protokoll(?!sbilag)|nedan)",
    re.IGNORECASE,
)
HYPOTHETICAL = re.compile(
    r"\bom\s+(?:jag|hon|han|hen|de|vi)\s+(?:hade\s+)?(?:fått|haft|få)\b|"
    r"\b(?:hade|skulle)\b[^.]{0,60}\bom\s+\w+\s+(?:hade\s+)?(?:tjänstgjort|haft|fått)\b|"
    r"\bi det fall\b[^.]{0,40}\bhaft rösträtt|\bhaft\s+(?:rösträtt|yrkanderätt)|"
    r"\bom\s+(?:jag|vi)(?:,?\s+om\s+vi)?\s+(?:hade\s+)?tjänstgjort",
    re.IGNORECASE,
)


def entries(context: Context, section: Section) -> list[Entry]:
    """The entries of one section, in order."""
    section = _as_used(context, section)
    openers = OPENERS.get(section.kind)
    if openers is None:
        return []
    spoken = _spoken(context, section, {*openers, *_BREAKS})
    leads = _leads(context, section, [c for c in spoken if c.act in openers])
    leads = [without_quote(context.content, one) for one in leads]
    breaks = [c.start for c in spoken if c.act in _BREAKS and c.actors]
    signed = headed(context, section, min([*breaks, *(x.start for x in leads), section.end]))
    result: list[Entry | None] = [*signed]
    backing = [
        n for n in range(1, len(leads)) if backs(context.content, *leads[n - 1 : n + 1])
    ]
    for place, lead in enumerate(leads):
        same = place + 1 < len(leads) and leads[place + 1].start == lead.start
        same = same or place in backing
        if place + 1 in backing:
            lead = replace(lead, end=leads[place + 1].end)
        after = [x.start for x in leads[place + 1 :]] + breaks + [section.end]
        end = lead.end if same else min(edge for edge in after if edge >= lead.end)
        entry = _entry(context, section, lead, end)
        result.append(entry and _joining(context, entry, result))
    return [one for one in result if one is not None]


# What is joined after it was made: "SD ansluter sig till yttrandet."
_MADE = {
    Act.SÄRSKILT_YTTRANDE: "yttrande",
    Act.SÄRSKILT_UTTALANDE: "uttalande",
    Act.PROTOKOLLSANTECKNING: "anteckning",
}


def _joining(context: Context, entry: Entry, earlier: Sequence[Entry | None]) -> Entry:
    """An entry that joins the comment told right before it is a comment as well."""
    last = next((one for one in reversed(earlier) if one), None)
    if last is None or entry.kind != "instämmande" or entry.act != Act.YRKANDE:
        return entry
    joins = last.act in _MADE and _MADE[last.act] in entry.span.of(context.content)
    return replace(entry, act=last.act) if joins else entry


def _as_used(context: Context, section: Section) -> Section:
    """A section as its words show it: under "Yttranden" some print comments, others who
    spoke and what they moved."""
    moved = PLAIN.fullmatch(section.label) and re.search(
        r"\byrka(?:r|de)\b", context.content[section.start : section.end]
    )
    return replace(section, kind="överläggning") if moved else section


def _spoken(context: Context, section: Section, acts: set[str]) -> list[Clause]:
    """The clauses of a section; under a heading for proposals also those without a verb."""
    verbal = clauses(context, section.start, section.end, acts)
    spoken = [one for clause in verbal for one in chained(context, clause)]
    if section.kind == "yrkande":
        alone = moved_by(context, section.start, section.end)
        verbs: Collection[str] = ("yrkande", "förslag", "instämmande")
    elif "anför" in acts:
        worded = section.kind != "reservation"  # there "Liberalerna anför:" is one of several
        alone, verbs = remarked_by(context, section.start, section.end, told=worded), acts
    else:
        return spoken
    if section.kind == "reservation":
        alone += reserved_by(context, section.start, section.end)
    told = [c for c in spoken if c.act in verbs and c.actors]
    alone = [one for one in alone if not any(one.start <= c.start < one.end for c in told)]
    return sorted([*spoken, *alone], key=lambda c: c.start)


def _leads(context: Context, section: Section, found: list[Clause]) -> list[Clause]:
    """The clauses that open an entry.

    Words quoted inside an entry ("Därför reserverar vi oss") name nobody and open none; nor
    does a second verb of the same sentence about the same act, nor a clause inside a text
    that a noun heading ("Reservation av …") opened."""
    leads: list[Clause] = []
    for clause in found:
        last = leads[-1] if leads else None
        if _opens(context, section, clause) and not (last and _goes_on(context, last, clause)):
            leads.append(clause)
    return leads


def _opens(context: Context, section: Section, clause: Clause) -> bool:
    """Whether a clause can open an entry: somebody known acts in it, at this meeting."""
    known = bool(clause.persons or clause.parties)
    proposes = clause.act != "förslag" or moves(context.content, section, clause)
    heard = clause.place != "earlier" or section.kind in _HEARD
    if not (known and proposes and heard) or reserved_elsewhere(context, clause):
        return False
    told = section.kind in ("början", "okänd", "överläggning")
    return not (told and retold(context, section, clause.start))


def _goes_on(context: Context, last: Clause, clause: Clause) -> bool:
    """Whether a clause stands in what the one before it opens."""
    content = context.content
    if last.start <= clause.start < last.end and _same_act(last, clause):
        return True
    headed_text = last.place == "after" and clause.place != "after" and _inside(context, last)
    return headed_text or quoted_below(content, last, clause) or within(content, last, clause)


# Where "hon" is who spoke at the meeting, and nobody a motion or a report tells of.
_HEARD = ("yrkande", "överläggning", "beslutsgång")


_MOVING = {"yrkande", "förslag"}


def _same_act(one: Clause, other: Clause) -> bool:
    both = {one.act, other.act}
    return len(both) == 1 or both <= _COMMENTS | {"instämmande"} or both == _MOVING


def _inside(context: Context, lead: Clause) -> bool:
    """A noun heading that stands alone on its line opens a text; in a sentence it does not."""
    tail = context.content[lead.said : lead.end].strip()
    return lead.act != "yrkande" and (
        not tail or bool(re.fullmatch(r"(?:enligt\s+)?följande[.:]?|:", tail))
    )


def _entry(context: Context, section: Section, lead: Clause, end: int) -> Entry | None:
    content = context.content
    if lead.place == "after" and _ELSEWHERE.match(content[lead.said : lead.end]):
        return None  # "Reservation av Eva Ek (S), se Reservationer m.m."
    act = _act_of(section, lead, content[lead.start : end])
    span = words_of(content, lead, end, act)
    persons, parties = _speakers(context, lead, act)
    entry = Entry(
        act=act,
        persons=persons,
        parties=parties,
        span=span,
        lead=Span(lead.start, lead.end),
        kind=lead.act,
        endorses=_endorsed(context, lead),
        points=points(span.of(content)),
    )
    return with_substitute(context, entry)


_HANDED_IN = re.compile(
    r"\b(?:yttrande|protokollsanteckning|uttalande|reservation)\w*\s+från\s+", re.IGNORECASE
)


def _speakers(
    context: Context, lead: Clause, act: Act
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who a statement is by: those who act, unless they hand it in for named parties
    ("inkommer med ett yttrande från S och V")."""
    words = context.content[lead.said : lead.end]
    handed = _HANDED_IN.search(words) if act in _HANDED_ACTS and lead.persons else None
    if handed is None:
        return lead.persons, lead.parties
    listed = mentioned(context, words[handed.end() :])
    if not listed or listed[0].start > 0 or listed[0].name:
        return lead.persons, lead.parties
    return lead.persons, listed[0].parties


_HANDED_ACTS = frozenset(
    {Act.SÄRSKILT_YTTRANDE, Act.SÄRSKILT_UTTALANDE, Act.PROTOKOLLSANTECKNING}
)


_NOTE = re.compile(r"\b(?:protokolls)?anteckning", re.IGNORECASE)
# "Eva Ek (V), ej tjänstgörande ersättare, antecknar"
_AS_STAND_IN = re.compile(r"[^.:\n]{3,60}\),\s+(?:ej|icke|inte)\s+tjänstgörande\b", re.I).match


def _act_of(section: Section, lead: Clause, text: str) -> Act:
    if lead.act in ("förslag", "yrkande"):
        return Act.YRKANDE
    comments = section.kind in _COMMENTS and lead.act == "anför"
    if lead.act == "reservation":
        return Act.RESERVATION
    if lead.act in ("instämmande", "anför") and not comments:
        return OWN_ACT.get(section.kind, Act.YRKANDE)
    if section.kind == "ersättaryttrande" or HYPOTHETICAL.search(text) or _AS_STAND_IN(text):
        return Act.ERSÄTTARYTTRANDE
    if comments:
        return OWN_ACT[section.kind]
    if section.kind == "särskilt uttalande" and lead.act == "särskilt yttrande":
        return Act.SÄRSKILT_UTTALANDE
    labelled = re.match("särskil", section.label, re.IGNORECASE)
    if labelled and lead.act == "protokollsanteckning" and not _NOTE.search(lead.trigger):
        return OWN_ACT[section.kind]  # "får till protokollet anteckna", below its heading
    return Act(lead.act)


def _endorsed(context: Context, lead: Clause) -> tuple[str, ...]:
    """Parties whose statement is joined: "ställde sig bakom Socialdemokraternas uttalande"."""
    if lead.act != "instämmande":
        return ()
    named = [
        one
        for one in mentioned(context, context.content[lead.said : lead.end])
        if (
            one.name not in lead.persons if one.name else not {*one.parties} <= {*lead.parties}
        )
    ]
    return tuple(dict.fromkeys(party for one in named for party in one.parties))
