"""Clauses in which somebody acts: who, what act, and where the words begin and end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from pipeline.extraction.context import Context, resolve_mention
from pipeline.language.mentions import Mention
from pipeline.language.swedish import mentions_of, parse
from pipeline.reference import table

# What may stand between a name and its verb, or between two names of one list (words.toml).
_BETWEEN = re.compile(
    rf"(?:[\s,;:()/•-]|\b(?:{'|'.join(table('words')['between'].split(chr(10))).strip('|')})(?!\w))*",
    re.IGNORECASE,
)
_WITH_SUPPORT = re.compile(
    r"(?:med\s+)?(?:instämmande|bifall|stöd)\s+(?:av|från)\s*$|\bå\s*$|"
    r"\bför\s+partigrupp(?:en|erna)?\s*$|"
    r"\btillsammans\s+med\s*$",
    re.IGNORECASE,
)
# "bifall till yrkandet från S med instämmande av V": V stands behind the paper, not the act.
_OBJECT = re.compile(r"\b\w*(?:yrkande|förslag|yttrande)\w*\s+(?:från|av)\b", re.IGNORECASE)
_NEGATED = re.compile(r"\b(?:inte|ej|aldrig)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clause:
    """Somebody acting, in one sentence. Offsets are into the document's text.

    ``act`` is the name in acts.toml; ``place`` tells whether a verb or a noun shows it.
    ``start`` is the sentence's start, ``said`` where the words begin after the names,
    ``end`` the sentence's end.
    """

    act: str
    place: str
    actors: tuple[Mention, ...]
    start: int
    said: int
    end: int
    trigger: str = ""

    @property
    def persons(self) -> tuple[str, ...]:
        """Names of the acting people, in order, once each."""
        return tuple(dict.fromkeys(one.name for one in self.actors if one.name))

    @property
    def parties(self) -> tuple[str, ...]:
        """Parties of the acting, in order, once each."""
        return tuple(dict.fromkeys(party for one in self.actors for party in one.parties))


def clauses(context: Context, start: int, end: int) -> list[Clause]:
    """All clauses of a stretch in which somebody named acts, in order."""
    offset = start
    doc = parse(context.content[start:end], context.roster, context.letters)
    return [
        clause
        for sentence in doc.sents
        for clause in _of_sentence(context, doc, sentence, offset)
    ]


# "Eva Ek (S) och Bo Alm (M): Bifall till motionen", "Eva Ek (S), avslag": who and what.
_LABELLED = re.compile(
    r"^[ \t]*(?P<who>[^\s:](?:[^:\n]|\n(?!\s*\n)){3,400}?)"
    r"(?::[ \t]*\n?[ \t]*|,?[ \t]+(?=bifall(?!\s+av\b)|avslag|återremiss|bordläggning))"
    r"(?P<said>(?:i\s+första\s+hand\s+)?(?:bifall|avslag|återremi|bordlägg|besvara|"
    r"tillägg|ändring|yrk\w+\s+(?:bifall|avslag)|att\s)[^\n]*(?:\n[ \t]*(?-i:[a-zåäö(])[^\n:]*"
    r"(?=\n|\Z))*)",
    re.IGNORECASE | re.MULTILINE,
)


def labelled(context: Context, start: int, end: int) -> list[Clause]:
    """What is moved without a verb, under a heading for it: names, a colon, the proposal."""
    found = []
    for match in _LABELLED.finditer(context.content, start, end):
        doc = parse(match["who"], context.roster, context.letters)
        actors = _list_before(doc.text, len(doc.text), mentions_of(doc))
        if actors and _BETWEEN.fullmatch(doc.text[: actors[0].start]):
            who = tuple(resolve_mention(context, one) for one in actors)
            found.append(
                Clause("yrkande", "subject", who, match.start("who"), *match.span("said"))
            )
    return found


def _of_sentence(context: Context, doc: Doc, sentence: Span, offset: int) -> Iterator[Clause]:
    named = [m for m in mentions_of(doc) if sentence.start_char <= m.start < sentence.end_char]
    stop = offset + sentence.start_char + len(sentence.text.rstrip())
    acts = [act for act in doc.spans["acts"] if sentence.start <= act.start < sentence.end]
    for place, act in enumerate(acts):
        name, _, where = act.label_.partition("/")
        actors, said = _actors(doc, sentence, act, (named, where))
        if not actors or (where == "after" and not _heads(doc, sentence, act)):
            continue
        later = [a.start_char for a in acts[place + 1 :] if a.label_ == act.label_]
        support = _supporters(doc, named, act, min(later, default=sentence.end_char))
        actors += support
        if support and where == "subject":
            said = max(said, support[-1].end)
        start = sentence.start_char + _indent(sentence.text)
        yield Clause(
            act=name,
            place=where,
            actors=tuple(resolve_mention(context, one) for one in dict.fromkeys(actors)),
            start=offset + start,
            said=offset + max(start, said),
            end=stop,
            trigger=act.text.casefold(),
        )


def _indent(text: str) -> int:
    """How much white space a sentence begins with."""
    return len(text) - len(text.lstrip())


def _actors(
    doc: Doc, sentence: Span, act: Span, known: tuple[list[Mention], str]
) -> tuple[list[Mention], int]:
    """Who acts, and where the words begin after their names."""
    named, where = known
    if where == "after":
        after = _list_after(doc.text, act.end_char, named)
        return after, after[-1].end if after else act.end_char
    before = _list_before(doc.text, act.start_char, named)
    if before:
        return before, act.start_char
    inside = [m for m in named if act.start_char < m.start and m.end <= act.end_char]
    if inside:
        return inside, sentence.start_char
    if any(m.start < act.start_char for m in named) and not _opens_inverted(
        doc.text[sentence.start_char : act.start_char]
    ):
        return [], act.start_char
    return _list_after(doc.text, act.end_char, named), sentence.start_char


_HEAD_WORDS = 3


def _heads(doc: Doc, sentence: Span, act: Span) -> bool:
    """A noun ("Reservation av …") is an act only where it opens its sentence or its line."""
    before = doc.text[sentence.start_char : act.start_char].rsplit("\n", 1)[-1]
    return len(before.split()) < _HEAD_WORDS


def _opens_inverted(before: str) -> bool:
    """ "Vidare yrkar …", "Med anledning av jäv har …": few words, none of them a subject."""
    return len(before.split()) <= 6


def _list_before(text: str, verb: int, named: list[Mention]) -> list[Mention]:
    """The list of names that ends at the verb, with those who support them."""
    listed: list[Mention] = []
    edge = verb
    for one in reversed([m for m in named if m.end <= verb]):
        if not _BETWEEN.fullmatch(_WITH_SUPPORT.sub("", text[one.end : edge])):
            break
        listed.insert(0, one)
        edge = one.start
    return _without_empty_role(text, listed)


def _is_support(text: str, one: Mention) -> bool:
    return bool(_WITH_SUPPORT.search(text[max(0, one.start - 40) : one.start]))


def _list_after(text: str, start: int, named: list[Mention]) -> list[Mention]:
    """The list of names that begins right after the act's words."""
    listed: list[Mention] = []
    edge = start
    for one in (m for m in named if m.start >= start):
        gap = text[edge : one.start]
        alone = listed and not listed[-1].role and not _joins(gap)
        if not _BETWEEN.fullmatch(gap) or alone:
            break
        listed.append(one)
        edge = one.end
    return _without_empty_role(text, listed)


def _joins(gap: str) -> bool:
    """Two names belong to one list only with a comma or an "och" between them."""
    return bool(re.search(r",|\boch\b|\bsamt\b|/|ordförande|ledamot|ersättar", gap))


def _without_empty_role(text: str, listed: list[Mention]) -> list[Mention]:
    """ "Ordföranden Eva Ek (S)" is one person: the role goes where a name follows at once."""
    return [
        one
        for place, one in enumerate(listed)
        if not (
            one.role
            and place + 1 < len(listed)
            and not text[one.end : listed[place + 1].start].strip()
        )
    ]


def _supporters(doc: Doc, named: list[Mention], act: Span, end: int) -> list[Mention]:
    """ "med instämmande av S, V och MP", "å KD och M vägnar": they act too."""
    text = doc.text
    found: list[Mention] = []
    for one in named:
        inside = act.start_char <= one.start < end
        own = not _OBJECT.search(text[act.end_char : one.start])
        if inside and (own and _is_support(text, one) or _continues(text, found, one)):
            found.append(one)
    return found


def _continues(text: str, found: list[Mention], one: Mention) -> bool:
    gap = text[found[-1].end : one.start] if found else "x"
    return bool(found) and bool(re.fullmatch(r"\s*(?:,|och|samt)\s*(?:och\s+)?", gap))


def negated(text: str) -> bool:
    """Whether a clause says that something was not done."""
    return bool(_NEGATED.search(text))
