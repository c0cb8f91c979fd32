"""Statements: what was moved, reserved, remarked, with who and the exact words.

A section is cut into entries. An entry opens with a clause in which somebody acts ("Eva Ek (S)
yrkade …", "Reservation av Eva Ek (S)") and holds what follows until the next one. What the
heading and the signers' line say is left out of the words; where nothing else stands, the line
itself is the statement.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from pipeline.extraction.clauses import Clause, clauses
from pipeline.extraction.context import (
    Context,
    has_serving_member,
    mentioned,
    resolve_mention,
    serves,
    trimmed,
)
from pipeline.extraction.elsewhere import reserved_elsewhere, retold
from pipeline.extraction.labels import chained, moved_by, remarked_by, reserved_by
from pipeline.extraction.leads import backs, moves, quoted_below, without_quote
from pipeline.extraction.outline import Section
from pipeline.extraction.wording import below, points, words_of
from pipeline.language.mention import Mention
from pipeline.language.party_names import canonical
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
    "beslut": _ALL,
    "överläggning": _ALL | {"förslag"},
    "yrkande": _ALL | {"förslag"},
    "beslutsgång": _ALL,
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
_OWN_ACT = {
    "reservation": Act.RESERVATION,
    "särskilt uttalande": Act.SÄRSKILT_UTTALANDE,
    "särskilt yttrande": Act.SÄRSKILT_YTTRANDE,
    "protokollsanteckning": Act.PROTOKOLLSANTECKNING,
    "ersättaryttrande": Act.ERSÄTTARYTTRANDE,
    "skrivelse": Act.SKRIVELSE,
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


@dataclass(frozen=True, slots=True)
class Entry:
    """One act before it gets its id: who, which act, and the span of the words."""

    act: Act
    persons: tuple[str, ...]
    parties: tuple[str, ...]
    span: Span
    lead: Span
    kind: str
    by_substitute: bool = False
    endorses: tuple[str, ...] = ()
    points: tuple[str, ...] = ()


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
    signed = _headed(context, section, min([*breaks, *(x.start for x in leads), section.end]))
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
        result.append(_entry(context, section, lead, end))
    return [one for one in result if one is not None]


_PLAIN = re.compile(r"yttranden?", re.IGNORECASE)


def _as_used(context: Context, section: Section) -> Section:
    """A section as its words show it: under "Yttranden" some print comments, others who
    spoke and what they moved."""
    moved = _PLAIN.fullmatch(section.label) and re.search(
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
        alone, verbs = remarked_by(context, section.start, section.end), acts
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
        if not (clause.persons or clause.parties):
            continue
        last = leads[-1] if leads else None
        if last and last.start <= clause.start < last.end and _same_act(last, clause):
            continue
        if (
            last
            and last.place == "after"
            and clause.place != "after"
            and _inside(context, last)
        ):
            continue
        if clause.act == "förslag" and not moves(context.content, section, clause):
            continue
        if last and quoted_below(context.content, last, clause):
            continue
        if section.kind in ("början", "okänd", "överläggning") and retold(
            context, section, clause.start
        ):
            continue
        if reserved_elsewhere(context, clause):
            continue
        if clause.place == "earlier" and section.kind not in _HEARD:
            continue
        leads.append(clause)
    return leads


# Where "hon" is who spoke at the meeting, and nobody a motion or a report tells of.
_HEARD = ("yrkande", "överläggning", "beslutsgång")


def _same_act(one: Clause, other: Clause) -> bool:
    return one.act == other.act or {one.act, other.act} <= _COMMENTS | {"instämmande"}


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
    return _substitute(context, entry)


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


def _act_of(section: Section, lead: Clause, text: str) -> Act:
    if lead.act in ("förslag", "yrkande"):
        return Act.YRKANDE
    if lead.act in ("instämmande", "anför"):
        return _OWN_ACT.get(section.kind, Act.YRKANDE)
    if lead.act == "reservation":
        return Act.RESERVATION
    if section.kind == "ersättaryttrande" or HYPOTHETICAL.search(text):
        return Act.ERSÄTTARYTTRANDE
    if section.kind == "särskilt uttalande" and lead.act == "särskilt yttrande":
        return Act.SÄRSKILT_UTTALANDE
    labelled = re.match("särskil", section.label, re.IGNORECASE)
    if labelled and lead.act == "protokollsanteckning" and not _NOTE.search(lead.trigger):
        return _OWN_ACT[section.kind]  # "får till protokollet anteckna", below its heading
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


def _substitute(context: Context, entry: Entry) -> Entry:
    """A comment by somebody who does not serve is an ersättaryttrande, whatever its
    heading."""
    if entry.act == Act.ERSÄTTARYTTRANDE:
        return replace(entry, by_substitute=True)
    serving = [serves(context, name) for name in entry.persons]
    nobody = bool(serving) and all(one is False for one in serving)
    unseated = (
        not entry.persons
        and entry.parties
        and all(has_serving_member(context, party) is False for party in entry.parties)
    )
    if not (nobody or unseated) or entry.act == Act.SKRIVELSE:
        return entry
    return replace(
        entry, act=Act.ERSÄTTARYTTRANDE if nobody else entry.act, by_substitute=True
    )


def _headed(context: Context, section: Section, end: int) -> list[Entry]:
    """A section whose heading is the act and whose text begins with bare signers; it ends
    where somebody does something else."""
    act = _OWN_ACT.get(section.kind)
    if act is None:
        return []
    span = trimmed(context.content, section.start, end)
    opening = _signers(context, span) or _letters_alone(context, span)
    if not opening:
        return _of_label(context, section, act, end)
    signers, after = opening
    words = below(context.content, after, end)
    if words is None and _PLAIN.fullmatch(section.label):
        return []  # "Yttranden" above a list of those who spoke
    words = words or trimmed(context.content, span.start, after)
    parties = tuple(dict.fromkeys(p for one in signers for p in one.parties))
    persons = tuple(dict.fromkeys(one.name for one in signers if one.name))
    entry = Entry(
        act,
        persons,
        parties,
        words,
        Span(span.start, after),
        section.kind,
        points=points(words.of(context.content)),
    )
    return [_substitute(context, entry)]


# "Reservation (V)", "Särskilt yttrande (M, KD)", "Yttrande (M), (KD)": whose it is
_BRACKETS = re.compile(r"[(\[]([^()\[\]]+)[)\]]")
_LABEL_PARTIES = re.compile(rf"(?:\s*(?:,|/|&|och)?\s*{_BRACKETS.pattern})+$")


# The title of the matter once more, above the words.
_TITLED = re.compile(r"\s*[A-ZÅÄÖ][^\n]{10,140}[^.:;,!?\n]\n(?=[ \t]*[A-ZÅÄÖ]\w*\s)")


def _of_label(context: Context, section: Section, act: Act, end: int) -> list[Entry]:
    """The text below a heading that names the parties it is by, and perhaps who signed it."""
    letters = _labelled(context, section.label)
    titled = _TITLED.match(context.content, section.start, end)
    start = titled.end() if titled else section.start
    words = below(context.content, start, end) if letters else None
    if words is None or end < section.end:
        return []
    parties = tuple(dict.fromkeys(letters))
    signed = mentioned(context, context.content[words.end : end])
    persons = tuple(dict.fromkeys(one.name for one in signed if one.name))
    lead = Span(section.heading.start, section.heading.end)
    told_points = points(words.of(context.content))
    entry = Entry(act, persons, parties, words, lead, section.kind, points=told_points)
    return [_substitute(context, entry)]


def _labelled(context: Context, label: str) -> list[str]:
    """The parties in brackets at the end of a heading, by letters or by name; none where
    anything else stands there."""
    told = _LABEL_PARTIES.search(label)
    pieces = (
        re.split(r",\s*|\s+och\s+|/", ", ".join(_BRACKETS.findall(told[0]))) if told else []
    )
    found = [_party(context, one.strip()) for one in pieces]
    return [one for one in found if one] if all(found) else []


def _party(context: Context, word: str) -> str | None:
    """The party that a word means, by its letters or its name."""
    if word in context.letters:
        return canonical(word)
    named = mentioned(context, word)
    whole = len(named) == 1 and named[0].end - named[0].start == len(word)
    return named[0].parties[0] if whole and not named[0].name and named[0].parties else None


def _letters_alone(context: Context, span: Span) -> tuple[list[Mention], int] | None:
    """The parties whose letters are all that stands on the first line below a heading, or
    beside it."""
    line = span.of(context.content).partition("\n")[0]
    words = re.split(r"\s*[,/]\s*|\s+(?:och\s+)?", line.strip(" .:"))
    if not {*words} <= context.letters:
        return None
    parties = tuple(party for one in words if (party := canonical(one)))
    return [Mention(0, len(line), None, parties)], span.start + len(line)


# What a list of those who reserve themselves says of how.
_HOW = (
    r"\b(?:skriftlig|muntlig|blank)\w*(?:\s+reservation\w*)?|"
    r"\(?\b(?:se\s+)?bilaga\s+\w{1,3}\b\)?"
)
_TAIL = re.compile(rf"(?:[\s,.:]|{_HOW})*?(?:\n|$)", re.IGNORECASE)


# "Följande ledamöter reserverar sig mot beslutet:"
_FOLLOWING = re.compile(r"(?:följande|nedanstående)\s[^\n:]{3,80}:", re.IGNORECASE)


def _signers(context: Context, span: Span) -> tuple[list[Mention], int] | None:
    """The names a section opens with, and where they end; None when it opens otherwise."""
    text = span.of(context.content)
    listed: list[Mention] = []
    edge = 0
    opening = _FOLLOWING.match(text)
    for one in mentioned(context, text):
        if not listed and opening and one.start >= opening.end():
            edge = opening.end()
        gap = text[edge : one.start]
        if not re.fullmatch(
            rf"(?:[\s,;:•-]|\boch\b|\bsamt\b|\bledamöterna\b|\bfrån\b|{_HOW})*", gap, re.I
        ):
            break
        listed.append(resolve_mention(context, one))
        edge = one.end
    if not listed or not (tail := _TAIL.match(text, edge)):
        return None
    return listed, span.start + tail.end()
