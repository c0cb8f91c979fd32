"""Cues: the words that make a sentence a demand, support, criticism, concern or question.

Patterns are rows of ``data/reference/demands.toml`` over dictionary forms. Only paragraphs
that hold a word of theirs are tokenized, since most of a text holds none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Doc, Span

from pipeline.language.lemmas import lemma
from pipeline.language.patterns import Among, Patterns, Step, Word, pattern
from pipeline.language.swedish import sentences, swedish
from pipeline.reference import table

# "det behövas ses över", "behöver stärkas": an infinitive in the passive.
_PASSIVE = re.compile(r"\w{2,}(?:[aå]s|ses|ges)$")
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
    words = [Word(token.text, token.lower_, token.lemma_) for token in sentence]
    present = {form for word in words for form in (word.lower, word.lemma)}
    found = [
        Cue(sentence.start + start, sentence.start + end, **row)
        for one, row in _patterns().that_may_match(present)
        for start, end in one.find(words)
    ]
    return sorted(found, key=lambda cue: (cue.start, -cue.end))


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
def _patterns() -> Patterns[dict[str, Any]]:
    """The patterns of demands.toml, each with its row."""
    return Patterns(
        (
            pattern(words, _step, stops=".:;,"),
            {key: row[key] for key in row if key != "patterns"},
        )
        for row in table("demands")["cue"]
        for words in row["patterns"]
    )


def _step(word: str) -> Step:
    if word == "@passiv":
        return _is_passive
    if word.startswith("="):
        return Among("lower", frozenset(word[1:].split("|")))
    words = word.split("|")
    # "välkomna" is the form of an adjective, too: both readings stand for the word
    return Among("lemma", frozenset({*words, *(lemma(one, compounds=False) for one in words)}))


def _is_passive(word: Word) -> bool:
    return bool(_PASSIVE.match(word.lower))
