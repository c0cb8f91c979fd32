"""Demands: what a party wants, supports, criticises, fears or asks, sentence by sentence.

A sentence of a statement counts where its words are the signer's own. An att-sats of what is
moved counts as a whole. What only says what becomes of a paper ("yrkar bifall till motionen")
is left to ``proposals`` and ``positions``. A substitute's opinion is nobody's demand.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Span as Sentence

from pipeline.extraction.addressees import addressee, addressees
from pipeline.extraction.context import Context, folded
from pipeline.extraction.quotes import items, shortened, without_mark
from pipeline.extraction.voice import (
    Voice,
    denies_first_clause,
    governor_denies,
    holds_main_clause,
    is_negated,
    is_past,
    is_quoted,
    is_reported,
    is_speech,
    is_state,
    is_subject,
    opener,
    spans_of,
    voice_of,
)
from pipeline.language.cues import Cue, find_cues, paragraphs
from pipeline.models import Demand, Span, Statement
from pipeline.reference import table
from pipeline.words import Act, DemandKind

_MOVING = frozenset({Act.YRKANDE, Act.MOTION, Act.RESERVATION, Act.SKRIVELSE})
_POINTED = frozenset({Act.YRKANDE, Act.MOTION})
_SILENT = frozenset({Act.ERSÄTTARYTTRANDE, Act.REMISSVAR})
_ATT = re.compile(r"att\s", re.IGNORECASE)
_MOVED = re.compile(r"(?:yrkar|yrkade|yrkat|föreslår|föreslog|föreslås)\s", re.IGNORECASE)
_FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """A statement under reading."""

    context: Context
    statement: Statement
    voice: Voice


@dataclass(frozen=True, slots=True)
class Finding:
    """The kind of a sentence, and where in it the words are that say so."""

    kind: DemandKind
    negated: bool = False
    cue: int = 0


@dataclass(frozen=True, slots=True)
class Said:
    """What one sentence says, before it is a row."""

    kind: DemandKind
    span: Span
    negated: bool = False
    addressee: str | None = None


def demands(context: Context, statements: Sequence[Statement]) -> tuple[Demand, ...]:
    """The demands of a document's statements, in the order of the statements."""
    return tuple(
        _row(context, statement, number, said)
        for statement in statements
        if statement.act not in _SILENT and (statement.parties or statement.persons)
        for number, said in enumerate(said_in(context, statement), 1)
    )


def _row(context: Context, statement: Statement, number: int, said: Said) -> Demand:
    start, end = statement.start + said.span.start, statement.start + said.span.end
    return Demand(
        demand_id=f"{statement.statement_id}:d{number}",
        document_id=statement.document_id,
        case_id=statement.case_id,
        statement_id=statement.statement_id,
        body=statement.body,
        date=statement.date,
        kind=said.kind,
        quote=said.span.of(statement.text),
        start=start,
        end=end,
        addressee=said.addressee,
        negated=said.negated,
        page=context.text.page_at(start),
    )


def said_in(context: Context, statement: Statement) -> Iterator[Said]:
    """What the sentences of one statement say, offsets into its text."""
    reading = Reading(context, statement, voice_of(statement))
    for offset, doc in paragraphs(statement.text):
        for sentence in doc.sents:
            for part in _parts(sentence):
                said = _said(reading, part, offset + part.start_char)
                if said:
                    yield _placed(said, offset + part.start_char)


def _parts(sentence: Sentence) -> Iterator[Sentence]:
    for piece in items(sentence.text):
        start, end = sentence.start_char + piece.start, sentence.start_char + piece.end
        part = sentence.doc.char_span(start, end, alignment_mode="contract")
        if part is not None:
            yield part


def _placed(said: Said, offset: int) -> Said:
    """The same with offsets into the statement."""
    return replace(said, span=Span(said.span.start + offset, said.span.end + offset))


def _said(reading: Reading, part: Sentence, offset: int) -> Said | None:
    """What a sentence says; ``offset`` is where its text begins in the statement."""
    span = without_mark(part.text, Span(0, len(part.text)))
    words = span.of(part.text)
    if len(words.split()) < _FEWEST_WORDS or _formal().search(words):
        return None
    if words.endswith("?"):
        quoted = is_quoted(reading.statement.text, offset + span.start)
        return None if quoted else _found(reading, part, span, Finding(DemandKind.FRÅGA))
    if _is_moved(reading.statement, part, span):
        return _moved(reading, part, span)
    return _cued(reading, part, span, offset)


def _is_moved(statement: Statement, part: Sentence, span: Span) -> bool:
    """Whether a sentence is an att-sats, or a point, of what is moved."""
    words = span.of(part.text)
    if statement.act in _POINTED and folded(words).rstrip(",;") in statement.points:
        return True
    if statement.act == Act.YRKANDE and _MOVED.match(words):
        return True
    if statement.act not in _MOVING or not _ATT.match(words):
        return False
    return words[0].islower() or span.start > 0 or not holds_main_clause(part)


def _moved(reading: Reading, part: Sentence, span: Span) -> Said | None:
    words = span.of(part.text)
    if _procedure().search(words) and not _content().search(words):
        return None
    negated = bool(_unwanted().search(words)) or denies_first_clause(part)
    return _found(reading, part, span, Finding(DemandKind.KRAV, negated=negated))


def _cued(reading: Reading, part: Sentence, span: Span, offset: int) -> Said | None:
    cues = find_cues(part)
    if not cues:
        return None
    own = spans_of(part, reading.voice.own)
    others = _others(reading, part) if any(cue.subject == "other" for cue in cues) else []
    for cue in cues:
        place = part.doc[cue.start].idx - part.start_char
        if is_quoted(reading.statement.text, offset + place):
            continue
        if not _holds(part, cue, own, others):
            continue
        finding = _finding(part, cue, span.of(part.text))
        if finding:
            return _found(reading, part, span, replace(finding, cue=place))
    return None


def _others(reading: Reading, part: Sentence) -> list[Sentence]:
    """Everybody but the signers whom a sentence names."""
    named = addressees(reading.context, reading.statement, part.text)
    spans = (part.char_span(start, end) for start, end, _ in named)
    return [span for span in spans if span is not None]


def _holds(part: Sentence, cue: Cue, own: list[Sentence], others: list[Sentence]) -> bool:
    """Whether the words of a cue are the signer's own."""
    verb = part.doc[cue.start]
    if cue.subject == "own":
        opened = opener(part, verb.i)
        if_clause = opened is not None and opened.lower_ in ("om", "ifall")
        fits = is_subject(part, verb.i, own) and not is_past(verb) and not if_clause
        return fits and not is_speech(part, verb.i)
    if is_reported(part, verb.i, own):
        return False
    if cue.subject == "other":
        return is_subject(part, verb.i, others)
    last = part.doc[cue.end - 1]
    said = last.lower_ == "att" and is_speech(part, last.i)
    return not is_state(part, verb) and not said


def _finding(part: Sentence, cue: Cue, words: str) -> Finding | None:
    """Kind and negation, or None where a "no" leaves nothing said."""
    negated = is_negated(part, cue.start, cue.end) or governor_denies(part, cue.start)
    kind = DemandKind(cue.kind)
    if cue.denied:
        return Finding(kind) if negated else None
    if kind == DemandKind.KRAV:
        unwanted = cue.unwanted or bool(_unwanted().search(words))
        return None if cue.unwanted and negated else Finding(kind, negated or unwanted)
    if kind == DemandKind.STÖD and cue.subject == "plain" and negated:
        return Finding(DemandKind.KRITIK)
    if kind in (DemandKind.STÖD, DemandKind.FRÅGA):
        return Finding(kind, negated and kind == DemandKind.STÖD)
    return None if negated else Finding(kind)


def _found(reading: Reading, part: Sentence, span: Span, finding: Finding) -> Said:
    quote = shortened(part.text, span, max(finding.cue, span.start))
    named = addressees(reading.context, reading.statement, quote.of(part.text))
    return Said(finding.kind, quote, finding.negated, addressee(named))


@cache
def _formal() -> re.Pattern[str]:
    return re.compile("|".join(table("demands")["formal"]["sentences"]), re.IGNORECASE)


@cache
def _procedure() -> re.Pattern[str]:
    return re.compile(table("demands")["formal"]["procedure"], re.IGNORECASE)


@cache
def _content() -> re.Pattern[str]:
    return re.compile(table("demands")["formal"]["content"], re.IGNORECASE)


@cache
def _unwanted() -> re.Pattern[str]:
    return re.compile(rf"\b{table('demands')['negation']['unwanted']}\b", re.IGNORECASE)
