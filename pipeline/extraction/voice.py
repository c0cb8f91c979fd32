"""Whose words a clause is: the signer's own, somebody else's, or somebody's who is reported.

There is no trained parser of Swedish to ask. In a main clause the subject stands right before
the finite verb or right after it; a subordinate clause is opened by a word of a closed list
and holds its first finite verb. That is enough in most clauses; the rest is left out.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Span, Token

from pipeline.models import Statement
from pipeline.reference import parties, table
from pipeline.words import Act


@dataclass(frozen=True, slots=True)
class Voice:
    """Who signs: the pattern of the words they call themselves."""

    own: re.Pattern[str]


def voice_of(statement: Statement) -> Voice:
    """ "Vi", the parties by name, "vi i Centerpartiet"; "jag" where one person signs."""
    movers = statement.act == Act.MOTION
    return _voice(frozenset(statement.parties), len(statement.persons) == 1, movers)


@cache
def _voice(letters: frozenset[str], alone: bool, movers: bool) -> Voice:
    own = _words("own")
    names = [*own["together"], *(own["alone"] if alone else ())]
    names += own["movers"] if movers else []
    named = _party_names(letters)
    party = rf"(?:{'|'.join(named)})(?:\s+i\s+[A-ZÅÄÖ]\w+)?" if named else r"(?!)"
    together = rf"(?:{'|'.join(names)})(?:\s+(?:(?:i|inom|från)\s+)?{party})?"
    one = rf"(?:{together}|{party})"
    return Voice(re.compile(rf"\b{one}(?:\s*(?:,|och|samt)\s+{one})*\b", re.IGNORECASE))


def _party_names(letters: frozenset[str]) -> tuple[str, ...]:
    words = {
        word.casefold()
        for party in parties()
        if party.short in letters
        for word in (party.name, *party.words)
    }
    return tuple(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _words(section: str) -> dict[str, Any]:
    found: dict[str, Any] = table("demands")[section]
    return found


@cache
def _listed(section: str, key: str) -> frozenset[str]:
    return frozenset(_words(section)[key].split())


def spans_of(sentence: Span, pattern: re.Pattern[str]) -> list[Span]:
    """The stretches of a sentence that a pattern names, as tokens."""
    found = (
        sentence.char_span(match.start(), match.end())
        for match in pattern.finditer(sentence.text)
    )
    return [span for span in found if span is not None]


def is_subject(sentence: Span, verb: int, subjects: Iterable[Span]) -> bool:
    """Whether one of ``subjects`` stands beside the verb, with only adverbs or auxiliaries in
    between; "oss", a genitive or an object after another subject do not."""
    before, after = verb - 1, verb + 1
    while before > sentence.start and _between(sentence.doc[before]):
        before -= 1
    while after < sentence.end - 1 and _adverb(sentence.doc[after]):
        after += 1
    return any(
        span.end - 1 == before or (span.start == after and _inverted(sentence, verb))
        for span in subjects
    )


def _adverb(token: Token) -> bool:
    return token.lower_ in _listed("own", "adverbs")


def _between(token: Token) -> bool:
    return _adverb(token) or token.lower_ in _listed("own", "auxiliaries")


def _inverted(sentence: Span, verb: int) -> bool:
    """Something stands before the verb, in a main clause of its own: "Därför vill vi"."""
    return opener(sentence, verb) is None


def is_past(token: Token) -> bool:
    """A finite verb in the past tense: what was once wanted."""
    return bool(re.search(_words("own")["past"], token.lower_))


def is_speech(sentence: Span, verb: int) -> bool:
    """ "vi vill tacka": the verb only says that something is said."""
    rest = sentence.doc[verb + 1 : min(verb + 6, sentence.end)]
    later = [
        t for t in rest if not (_adverb(t) or t.lower_ in {"vi", "jag", "i", "övrigt", "även"})
    ]
    return bool(later) and bool({later[0].lemma_, later[0].lower_} & _listed("own", "speech"))


def opener(sentence: Span, verb: int) -> Token | None:
    """The word that opens the subordinate clause a verb stands in; None in a main clause.

    A clause that already has its finite verb is over, save one with "att": what follows may
    still be what somebody is told to think.
    """
    finite = False
    for place in range(verb - 1, sentence.start - 1, -1):
        token = sentence.doc[place]
        if token.text in ":;" or _turns(sentence, place):
            return None
        if _opens(sentence, place):
            if not finite or (token.lower_ == "att" and _governed(sentence, place)):
                return token
            finite = False
        finite = finite or _finite(token)
    return None


def _turns(sentence: Span, place: int) -> bool:
    """ ", men …": a main clause of its own."""
    before = sentence.doc[place - 1].text if place > sentence.start else ""
    return before == "," and sentence.doc[place].lower_ in {"men", "utan"}


def _opens(sentence: Span, place: int) -> bool:
    """Not "att" with an infinitive, "såväl som", nor a preposition ("förslaget om skolan")."""
    word = sentence.doc[place].lower_
    if word not in _listed("reported", "openers"):
        return False
    rest = sentence.doc[place + 1 : min(place + 9, sentence.end)]
    if word == "att":
        return not (len(rest) and _infinitive(rest[0]))
    return word != "om" or place == sentence.start or any(_finite(t) for t in rest)


def _governed(sentence: Span, place: int) -> bool:
    """An att-clause after "anser", "visar"; not "för att", "trots att", nor a subject."""
    before = sentence.doc[place - 1].lower_ if place > sentence.start else ""
    return bool(before) and before not in _listed("reported", "not_told")


def _finite(token: Token) -> bool:
    """Whether a word looks like a finite verb in the present or the past."""
    if token.lower_ in _listed("own", "modals"):
        return True
    verbal = token.lemma_ != token.lower_ and token.lemma_[-1:] in "aåäöeoy"
    return verbal and bool(re.search(r"(?:[aeåäöu]r|ade|dde|tte|kte|[ns]de)$", token.lower_))


def _infinitive(token: Token) -> bool:
    word = token.lower_
    return (
        token.lemma_ in {word, word.removesuffix("s")}
        and word.removesuffix("s")[-1:] in "aåäö"
    )


def is_reported(sentence: Span, verb: int, own: list[Span]) -> bool:
    """Whether a clause without a subject of its own tells what others say, or what would be.

    A main clause is the signer's; so is an att-clause that the signer's opinion governs, or
    "Det är viktigt att …".
    """
    before = sentence.doc[sentence.start : verb].text
    if _according(before, own):
        return True
    opened = opener(sentence, verb)
    if opened is None:
        return False
    if opened.lower_ != "att":
        return True
    governing = sentence.doc[sentence.start : opened.i]
    return not (_own_opinion(governing, own) or _impersonal(governing.text))


def _own_opinion(governing: Span, own: list[Span]) -> bool:
    return any(
        token.lemma_ in _listed("own", "opinions") and is_subject(governing, token.i, own)
        for token in governing
    )


def _impersonal(text: str) -> bool:
    return bool(
        re.match(rf"(?:\w+\s+)?(?:{_words('reported')['impersonal']})", text, re.IGNORECASE)
    )


def _according(before: str, own: list[Span]) -> bool:
    told = "|".join(_words("reported")["according"])
    match = re.search(rf"\b(?:{told})\b(?P<rest>.*)", before, re.IGNORECASE | re.DOTALL)
    if match is None:
        return False
    mine = _listed("own", "possessives")
    named = [span.text.casefold() for span in own]
    words = match["rest"].casefold().split()
    close = before[max(0, match.start() - 60) : match.end()].casefold()
    own_word = bool(words) and (
        words[0] in mine or any(match["rest"].casefold().strip().startswith(n) for n in named)
    )
    return not (own_word or any(name in close for name in named))


def is_negated(sentence: Span, start: int, end: int) -> bool:
    """Whether a "no" stands with the words from ``start`` to ``end``, in the same clause."""
    doc = sentence.doc
    near = list(range(max(sentence.start, start - 2), end))
    edge = end if doc[end - 1].lower_ != "att" else sentence.end
    for place in range(edge, min(end + 4, sentence.end)):
        if doc[place].text in ",;:" or doc[place].lower_ in {"att", "som", "och", "men"}:
            break
        near.append(place)
    return any(_denies(sentence, place) for place in near)


def _denies(sentence: Span, place: int) -> bool:
    after = sentence.doc[place + 1].lower_ if place + 1 < sentence.end else ""
    but = after in _listed("negation", "but")
    return sentence.doc[place].lower_ in _listed("negation", "words") and not but


def governor_denies(sentence: Span, verb: int) -> bool:
    """ "Vi anser inte att …": the no stands with the verb that governs the clause."""
    opened = opener(sentence, verb)
    if opened is None or opened.lower_ != "att":
        return False
    return any(
        _denies(sentence, i) for i in range(max(sentence.start, opened.i - 4), opened.i)
    )


def denies_first_clause(sentence: Span) -> bool:
    """Whether a "no" stands in the first clause, before a comma or another clause."""
    begun = False
    for token in sentence:
        if token.text in ",;:" or token.lower_ == "som" or (begun and token.lower_ == "att"):
            return False
        begun = begun or token.is_alpha
        if _denies(sentence, token.i):
            return True
    return False


def holds_main_clause(sentence: Span) -> bool:
    """ "Att bo nära är viktigt" is a sentence, "att höja avgiften" is none."""
    return any(
        token.lower_ in _listed("own", "modals") and opener(sentence, token.i) is None
        for token in sentence
    ) and any(_infinitive(token) for token in sentence[1:2])


def is_state(sentence: Span, verb: Token) -> bool:
    """ "måste i dag åka", "behöver ofta vänta": how it is, not how it should be."""
    reported = _words("reported")
    text = f" {sentence.text.casefold()} "
    return verb.lower_ in reported["today_verbs"] and any(
        f" {words} " in text for words in reported["today"]
    )


_QUOTES = re.compile(r"[\"”“»«]")


def is_quoted(text: str, offset: int) -> bool:
    """Whether an offset lies between quotation marks, unless they hold the whole text."""
    whole = bool(_QUOTES.match(text.lstrip()))
    alone = whole and len(_QUOTES.findall(text)) <= 1 + text.rstrip().endswith(tuple('"”»«“'))
    return not alone and len(_QUOTES.findall(text[:offset])) % 2 == 1
