"""Clauses in which somebody acts: who, what act, and where the words begin and end."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Span

from pipeline.extraction.context import Context, mentioned, resolve_mention
from pipeline.extraction.listed import (
    BETWEEN,
    continues,
    is_support,
    list_after,
    list_before,
    list_below,
)
from pipeline.extraction.undone import undone
from pipeline.language.mention import Mention
from pipeline.language.swedish import may_act, parse

# "yrkar, för Moderaternas och Liberalernas grupper, …", "å Vänsterpartiets vägnar …", "för
# Samlingen (M, C och L)"
_FOR_GROUP = re.compile(r"[\s,]*för\s+(?:hela\s+)?(?:[A-ZÅÄÖ]\w+(?:\s\w+)?\s+\()?")
_ON_BEHALF = re.compile(
    r"(?:s\b)?\s*(?:\w*grupp(?:en|er|erna)?|vägnar|räkning)\b[\s,]*|\)", re.IGNORECASE
)
# "bifall till yrkandet från S med instämmande av V": V stands behind the paper, not the act.
_OBJECT = re.compile(
    r"\b\w*(?:yrkande|förslag|yttrande)\w*\s+(?:från\b|av\b|(?-i:[A-ZÅÄÖ]{1,4})(?=,|\s))",
    re.IGNORECASE,
)
# "Eva Ek (S) yrkar avslag och lämnar ett yttrande": one subject, two verbs
_SHARED = frozenset(
    {
        *("yrkande", "reservation", "särskilt uttalande", "särskilt yttrande"),
        *("protokollsanteckning", "ersättaryttrande", "återtar"),
    }
)
_AND_DOES = re.compile(r"\b(?:och|men|samt|utan)(?:\s+(?:vill|begär|att|även))?\s*\Z")


@dataclass(frozen=True, slots=True)
class Clause:
    """Somebody acting, in one sentence. Offsets are into the document's text.

    ``act`` is the name in acts.toml, ``place`` where the sentence names who acts: "earlier"
    where it says only "hon" and the paragraph has named one person before it, "below" where
    they are listed on the lines after it.
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


def clauses(
    context: Context, start: int, end: int, acts: Collection[str] | None = None
) -> list[Clause]:
    """The clauses of a stretch in which somebody named acts, in order.

    ``acts`` are names in acts.toml; without them every act counts.
    """
    text = context.content[start:end]
    if acts and not may_act(text, frozenset(acts)):
        return []
    doc = parse(text)
    found = list(doc.spans["acts"])
    named = mentioned(context, text) if found else ()
    told = [_Sentence(text, one, found, named) for one in doc.sents] if found else []
    return [
        clause
        for sentence in told
        if sentence.acts
        for piece in _parts(sentence)
        for clause in _of_sentence(context, piece, start, _last_named(sentence, named))
        if not acts or clause.act in acts
    ]


class _Sentence:
    """A sentence with its acts and those named in it. Offsets are into the whole ``text``."""

    def __init__(
        self, text: str, span: Span, acts: list[Span], named: Sequence[Mention]
    ) -> None:
        self.text = text
        self.start, self.end = span.start_char, span.end_char
        self.acts = acts[_first(acts, span.start) : _first(acts, span.end)]
        self.named = named[_first(named, self.start) : _first(named, self.end)]
        self.below = list_below(text, self.end, named) if self.acts else []

    def part(self, start: int, end: int) -> "_Sentence":
        """A stretch of the sentence, as a sentence of its own."""
        made = copy(self)
        made.start, made.end = start, end
        made.acts = [a for a in self.acts if start <= a.start_char < end]
        made.named = [one for one in self.named if start <= one.start < end]
        return made

    @property
    def words(self) -> str:
        """What the sentence says."""
        return self.text[self.start : self.end]


def _first(placed: Sequence[Span] | Sequence[Mention], start: int) -> int:
    """The place of the first of these, in order, that begins at ``start`` or later."""
    return bisect_left(placed, start, key=lambda one: one.start)


# "Hon yrkar", "Därför yrkar han"
_PRONOUN = r"(?:han|hon|hen|denne)\b"
_PRONOUN_BEFORE = re.compile(rf"\W*{_PRONOUN}(?:\s+\w+){{0,2}}\s+\Z", re.IGNORECASE)
_PRONOUN_AFTER = re.compile(rf"\s+{_PRONOUN}", re.IGNORECASE)


def _last_named(sentence: _Sentence, named: Sequence[Mention]) -> Mention | None:
    """Whom a sentence can mean by "hon": the last one that its paragraph names before it,
    where that is who opened a sentence."""
    place = _first(named, sentence.start)
    if not place:
        return None
    last = named[place - 1]
    between = sentence.text[last.end : sentence.start]
    opens = _opens_line(sentence.text, last.start)
    return last if opens and "\n\n" not in between else None


def _opens_line(text: str, place: int) -> bool:
    """Whether a sentence or a line opens at a place."""
    before = text[:place].rstrip()
    gap = text[len(before) : place]
    return not before or "\n" in gap or (before[-1] in ".:!?" and bool(gap))


def _by_pronoun(sentence: _Sentence, act: Span) -> int | None:
    """Where the words begin in a sentence that tells who acts by a pronoun alone."""
    before = sentence.text[sentence.start : act.start_char]
    if _PRONOUN_BEFORE.match(before):
        return act.start_char
    after = _PRONOUN_AFTER.match(sentence.text, act.end_char)
    return sentence.start if after and _opens_inverted(before) else None


def _of_sentence(
    context: Context, sentence: _Sentence, offset: int, earlier: Mention | None
) -> Iterator[Clause]:
    subject: list[Mention] = []
    for act in sentence.acts:
        name, _, where = act.label_.partition("/")
        name = "instämmande" if name == "yrkande" and _as_another(sentence, act) else name
        actors, said = _actors(sentence, act, where)
        if not actors and earlier and where == "subject":
            told = _by_pronoun(sentence, act)
            if told is not None:
                actors, said, where = [earlier], told, "earlier"
        shared = not actors and where == "subject" and _shares(sentence, act, name)
        actors = list(subject) or _opening(sentence, act) if shared else actors
        subject = actors if where in ("subject", "earlier") else subject
        if not actors or not _is_done(sentence, act, name, actors[0]):
            continue
        where = "below" if actors == sentence.below else where
        if name == "reservation":
            subject = []  # what is handed in with it is part of it
        support = _supporters(sentence, act)
        actors += support
        if where == "subject" and name != "reservation":
            said = max(said, _behind(sentence.text, support))
        start = act.start_char if shared else sentence.start + _indent(sentence.words)
        yield Clause(
            act=name,
            place=where,
            actors=tuple(resolve_mention(context, one) for one in dict.fromkeys(actors)),
            start=offset + start,
            said=offset + max(start, said),
            end=offset + _end(sentence, act, actors[0], where),
            trigger=act.text.casefold(),
        )


def _is_done(sentence: _Sentence, act: Span, name: str, first: Mention) -> bool:
    """Whether those named, the ``first`` of whom is given, are said to act."""
    if act.label_.endswith("/after") and not _heads(sentence, act):
        return False
    return not undone(
        sentence.text, name, (act.start_char, act.end_char), (sentence.start, first.start)
    )


def _behind(text: str, support: Sequence[Mention]) -> int:
    """Where the words go on behind those who support whoever acts."""
    if not support or _through(text, support[0]):
        return 0
    beyond = _ON_BEHALF.match(text, support[-1].end)
    return beyond.end() if beyond else support[-1].end


_AS = re.compile(
    r"\s+(?:i\s+enlighet\s+med|enligt|som|såsom|lika(?:dant)?\s+som|detsamma\s+som)\s+\Z"
)


def _as_another(sentence: _Sentence, act: Span) -> bool:
    """ "Siv Ryd (L) yrkar som Bo Alm": what another moves, and nothing of one's own."""
    text = sentence.text
    return any(_AS.fullmatch(text, act.end_char, one.start) for one in sentence.named)


# "Bo Alm (M), som yrkar avslag, Eva Ek (S), som instämmer": each says something of its own.
_WHO = re.compile(r",?\s+(?:som|vilk(?:en|a))\s+(?:\w+\s+)?(?=yrka|instäm|föresl|biträd)")
_LOOSE = re.compile(r"[\s,;]*(?:\b(?:samt|och|medan))?[\s,]*\Z")


# "… och ledamöterna från M reserverar sig", ", medan Bo Alm (M) yrkar avslag"
_AND = r"(?:och|samt|medan)\b"
_ANOTHER = re.compile(
    rf"(?:(?:[,;]\s+)?\b{_AND}|[,;])\s+(?P<role>(?:(?!{_AND})\w+\s+){{0,3}})\Z"
)


def _parts(sentence: _Sentence) -> list[_Sentence]:
    """A sentence in parts, one for each person of whom a relative clause tells an act, and
    one for each who acts after somebody else did."""
    text = sentence.text
    told = {one.start for one in sentence.named if one.name and _WHO.match(text, one.end)}
    cuts = sorted(told | set(_other_subjects(sentence)))
    if not cuts:
        return [sentence]
    edges = [sentence.start, *cuts, sentence.end]
    parts = []
    for start, end in pairwise(edges):
        loose = _LOOSE.search(text, start, end) if end < sentence.end else None
        parts.append(sentence.part(start, loose.start() if loose else end))
    return [one for one in parts if one.acts]


def _other_subjects(sentence: _Sentence) -> Iterator[int]:
    """Where others than those who acted first begin to act: "Eva Ek (S) yrkar bifall och Bo
    Alm (M) yrkar avslag"."""
    own = [a for a in sentence.acts if a.label_.partition("/")[0] in {*_SHARED, "förslag"}]
    acted = (a for a in own if _actors(sentence, a, a.label_.partition("/")[2])[0])
    begun = next((a.end_char for a in acted), sentence.end)
    for act in own:
        listed = list_before(sentence.text, act.start_char, sentence.named)
        # "bifall till yrkandet från S och Bo Alm (M) yrkar": the letters are another's
        named = next((place for place, one in enumerate(listed) if one.name), 0)
        for one in dict.fromkeys([*listed[:1], *listed[named : named + 1]]):
            another = _ANOTHER.search(sentence.text, sentence.start, one.start)
            if another and begun <= another.start() and _BARE(another["role"]):
                yield another.start("role")
                break


_BARE = BETWEEN.fullmatch


_FINITE = re.compile(
    r"(?:yrkar|yrkade|föreslår|föreslog|reserverar|reserverade)\b", re.IGNORECASE
)


def _opening(sentence: _Sentence, act: Span) -> list[Mention]:
    """Those who open the sentence, where nobody else is named before what they do at last:
    "Eva Ek (S) fann kalkylen svag och yrkade återremiss"."""
    before = [one for one in sentence.named if one.end <= act.start_char]
    opening = list_after(sentence.text, sentence.start, sentence.named)
    alone = bool(opening) and len(before) == len(opening)
    return opening if alone and _FINITE.match(act.text) else []


def _shares(sentence: _Sentence, act: Span, name: str) -> bool:
    """Whether a verb goes on with what the subject of the one before it does."""
    goes_on = _AND_DOES.search(sentence.text, sentence.start, act.start_char)
    return name in _SHARED and goes_on is not None


def _indent(text: str) -> int:
    """How much white space a sentence begins with."""
    return len(text) - len(text.lstrip())


def _actors(sentence: _Sentence, act: Span, where: str) -> tuple[list[Mention], int]:
    """Who acts, and where the words begin after their names."""
    text, named = sentence.text, sentence.named
    if where == "passive":
        return list_after(text, act.end_char, named), sentence.start
    if where == "after":
        after = list_after(text, act.end_char, named)
        return after, after[-1].end if after else act.end_char
    before = list_before(text, act.start_char, named)
    if before and _HANDS_TO.search(text, sentence.start, before[0].start):
        before = list_after(text, sentence.start, named)  # who does two things
    if before:
        return before, act.start_char
    inside = [m for m in named if act.start_char < m.start and m.end <= act.end_char]
    if inside:
        return inside, sentence.start
    if any(m.start < act.start_char for m in named) and not _opens_inverted(
        text[sentence.start : act.start_char]
    ):
        return [], act.start_char
    if colon := _FOLLOWING.match(text, sentence.start, sentence.end):
        return list_after(text, colon.end(), named) or [*sentence.below], act.start_char
    return list_after(text, act.end_char, named) or [*sentence.below], sentence.start


# "Eva Ek (S) lämnar över till Bo Alm (M) och yrkar avslag"
_HANDS_TO = re.compile(
    r"\b(?:lämna|överlämna|överlåt)\w*\s[^.]{0,60}\b(?:till|åt)\s+(?:\w+\s+){0,3}\Z"
)
# "Följande yrkar bifall till motionen: Eva Ek (S), …"
_FOLLOWING = re.compile(r"\s*(?:följande|nedanstående)\s[^:]{5,200}:", re.IGNORECASE)


def _end(sentence: _Sentence, act: Span, first: Mention, where: str) -> int:
    """Where the words of a clause end: with its sentence, or where those who act, the
    ``first`` of whom is given, are listed after them; what they record, with the list."""
    moves = act.label_.startswith("yrkande")
    told = sentence.text[sentence.start : act.start_char].rstrip()
    if where == "passive" and told:
        return sentence.start + len(told)
    if where == "below":
        words = sentence.start + len(sentence.words.rstrip(" \n:"))
        return words if moves else sentence.below[-1].end
    colon = _FOLLOWING.match(sentence.text, sentence.start, sentence.end)
    if moves and colon and first.start >= colon.end():
        return colon.end() - 1
    return sentence.start + len(sentence.words.rstrip())


_HEAD_WORDS = 3


def _heads(sentence: _Sentence, act: Span) -> bool:
    """A noun ("Reservation av …") is an act only where it opens its sentence or, with a
    capital, its line: "enligt⏎reservation av …" goes on with a sentence."""
    before = sentence.text[sentence.start : act.start_char]
    line = before.rsplit("\n", 1)[-1] if act.text[:1].isupper() else before
    return len(line.split()) < _HEAD_WORDS


def _opens_inverted(before: str) -> bool:
    """ "Vidare yrkar …", "Med anledning av jäv har …": few words, none of them a subject."""
    return len(before.split()) <= 6


def _supporters(sentence: _Sentence, act: Span) -> list[Mention]:
    """ "med instämmande av S, V och MP", "å KD och M vägnar": they act too, up to the next
    act of the same kind."""
    text = sentence.text
    others = (a for a in sentence.acts if a.start > act.start and a.label_ == act.label_)
    end = next((a.start_char for a in others), sentence.end)
    about = _OBJECT.search(text, act.end_char, end)
    found: list[Mention] = []
    for one in sentence.named:
        if not act.start_char <= one.start < end:
            continue
        for_group = not one.name and _FOR_GROUP.fullmatch(text[act.end_char : one.start])
        own = about is None or one.start < about.end()
        if own and (for_group or is_support(text, one)) or continues(text, found, one):
            found.append(one)
    return found


def _through(text: str, one: Mention) -> bool:
    """ "Moderaterna yrkar genom Eva Ek avslag": how it was said, and part of the words."""
    return text[: one.start].rstrip().endswith("genom")
