"""Cues: the words that make a sentence a demand, support, criticism, concern or question.

Patterns are rows of ``data/reference/demands.toml`` over dictionary forms. Only paragraphs
that hold a word of theirs are tokenized, since most of a text holds none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.matcher import Matcher
from spacy.tokens import Doc, Span

from pipeline.language.lemmas import lemma
from pipeline.language.swedish import sentences, swedish
from pipeline.reference import table

# "det behövas ses över", "behöver stärkas": an infinitive in the passive.
_PASSIVE = r"^\w{2,}(?:[aå]s|ses|ges)$"
_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern found: tokens ``start`` to ``end`` of the Doc, what they say, whose subject
    they need. ``unwanted``: the words themselves say no ("motsätter oss"). ``denied``: they
    say something only beside a no ("inte rimligt")."""

    start: int
    end: int
    kind: str
    subject: str
    unwanted: bool = False
    denied: bool = False


def paragraphs(text: str) -> Iterator[tuple[int, Doc]]:
    """Paragraphs in which there may be a cue, each with its offset, tokenized with sentences
    and dictionary forms."""
    for match in _PARAGRAPH.finditer(text):
        if _may_hold().search(match[0]):
            yield match.start(), _read(match[0])


def find_cues(sentence: Span) -> list[Cue]:
    """The cues of a sentence in order; the longest first where several begin at a word."""
    words = {form for token in sentence for form in (token.lower_, token.lemma_)}
    found = [
        Cue(sentence.start + start, sentence.start + end, **pattern.row)
        for pattern in _patterns()
        # a matcher of all patterns would try each of them at every word
        if all(not needed.isdisjoint(words) for needed in pattern.needed)
        for _, start, end in pattern.matcher(sentence)
    ]
    return sorted(found, key=lambda cue: (cue.start, -cue.end))


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A pattern's matcher, the words it cannot do without, and its row."""

    matcher: Matcher
    needed: tuple[frozenset[str], ...]
    row: dict[str, Any]


def _read(text: str) -> Doc:
    doc = swedish().make_doc(text)
    sentences(doc)
    for token in doc:
        token.lemma_ = lemma(token.lower_, compounds=False)
    return doc


@cache
def _may_hold() -> re.Pattern[str]:
    words = "|".join(map(re.escape, table("demands")["begins"]["words"].split()))
    return re.compile(rf"\b(?:{words})|\?|^\W*(?:\d+\W+)?att\s", re.IGNORECASE | re.MULTILINE)


@cache
def _patterns() -> tuple[_Pattern, ...]:
    return tuple(
        _pattern(words.split(), {key: row[key] for key in row if key != "patterns"})
        for row in table("demands")["cue"]
        for words in row["patterns"]
    )


def _pattern(words: list[str], row: dict[str, Any]) -> _Pattern:
    matcher = Matcher(swedish().vocab)
    tokens = [_token(word) for word in words]
    matcher.add("cue", [tokens])
    forms = (next(iter(token.values())) for token in tokens if "OP" not in token)
    return _Pattern(matcher, tuple(frozenset(one["IN"]) for one in forms if "IN" in one), row)


def _token(word: str) -> dict[str, Any]:
    if word.startswith("*"):
        return {"TEXT": {"NOT_IN": [".", ":", ";", ","]}, "OP": f"{{0,{word[1:]}}}"}
    if word == "@passiv":
        return {"LOWER": {"REGEX": _PASSIVE}}
    if word.startswith("="):
        return {"LOWER": {"IN": word[1:].split("|")}}
    words = word.split("|")
    # "välkomna" is the form of an adjective, too: both readings stand for the word
    return {"LEMMA": {"IN": sorted({*words, *(lemma(one, compounds=False) for one in words)})}}
