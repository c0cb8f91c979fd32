"""The Swedish pipeline: a blank spaCy tokenizer and components of our own.

``parse`` gives a ``Doc`` whose sentences are set and whose acts lie in ``doc.spans["acts"]``,
labelled with the name and the place of the pattern (acts.toml). It is run on the stretches of
a document where somebody may act, not on whole documents: finding structure with regular
expressions is a hundred times faster than tokenizing."""

import re
from collections.abc import Container
from functools import cache
from typing import Any

import spacy
from spacy.attrs import LOWER
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc

from pipeline.reference import table

_ENDS = frozenset(".?!…")
_CLOSERS = frozenset({'"', "”", "»", ")", "’", "'", "“"})
_LIST_MARK = re.compile(r"(?:[-•–*]|\d{1,2}[.)]|[a-zåäö][.)]|[A-ZÅÄÖ][.)])$")


@Language.component("standpunkt_sentences")
def sentences(doc: Doc) -> Doc:
    """Sentences end at a stop, an empty line, or a line that a list item follows."""
    for place, token in enumerate(doc):
        token.is_sent_start = place == 0 or _begins(doc, place)
    return doc


def _begins(doc: Doc, place: int) -> bool:
    token, before = doc[place], doc[place - 1]
    if token.is_space:
        return False
    if before.is_space:
        if before.text.count("\n") > 1:
            return not _goes_on(doc, place)
        if "\n" in before.text and _list_item(doc, place):
            return True
        before = doc[max(place - 2, 0)]
        if "\n" in doc[place - 1].text and before.text == ":":
            return True
    if before.text in _CLOSERS and place > 1:
        before = doc[max(before.i - 1, 0)]
    return before.text in _ENDS and not token.text[0].islower() and token.text not in _CLOSERS


def _goes_on(doc: Doc, place: int) -> bool:
    """A sentence torn by a page break goes on in lower case after a line without a stop."""
    last = doc[max(place - 2, 0)]
    inside = doc[place].text[0].islower() or doc[place].text == "("
    return inside and last.text not in _ENDS and last.text != ":"


def _list_item(doc: Doc, place: int) -> bool:
    mark = doc[place].text
    if place + 1 < len(doc) and doc[place + 1].text in (".", ")"):
        mark += doc[place + 1].text
    return bool(_LIST_MARK.match(mark))


@Language.factory("standpunkt_acts")
class Acts:
    """Spans of the words that make a sentence an act (acts.toml)."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.acts = [
            _Act(nlp, f"{row['name']}/{row['place']}", words)
            for row in table("acts")["act"]
            for words in row["patterns"]
        ]

    def __call__(self, doc: Doc) -> Doc:
        """Add ``doc.spans["acts"]``: of overlapping matches the first act listed wins."""
        present = set(doc.to_array(LOWER).tolist())
        matches = [
            span
            for act in self.acts
            if act.may_match(present)
            for span in act.matcher(doc, as_spans=True)
            if "\n\n" not in span.text
        ]
        doc.spans["acts"] = sorted(spacy.util.filter_spans(matches), key=lambda s: s.start)
        return doc


class _Act:
    """One pattern. Its matcher is slow, so the words it cannot do without are looked for
    first."""

    def __init__(self, nlp: Language, label: str, words: str) -> None:
        self.matcher = Matcher(nlp.vocab)
        self.matcher.add(label, [_pattern(words)])
        self.needed = [
            {nlp.vocab.strings.add(word) for word in choice} for choice in _needed(words)
        ]

    def may_match(self, present: set[int]) -> bool:
        """Whether a text has a word for every place of the pattern."""
        return not any(choice.isdisjoint(present) for choice in self.needed)


def may_act(text: str, acts: Container[str]) -> bool:
    """Whether a text can hold one of these acts at all: much faster than to parse it."""
    present = set(re.findall(r"\w+", text.lower()))
    return any(
        not any(choice.isdisjoint(present) for choice in needed)
        for name, needed in _needed_by_act()
        if name in acts
    )


@cache
def _needed_by_act() -> list[tuple[str, list[frozenset[str]]]]:
    return [
        (row["name"], _needed(words))
        for row in table("acts")["act"]
        for words in row["patterns"]
    ]


def _needed(words: str) -> list[frozenset[str]]:
    return [frozenset(word.split("|")) for word in words.split() if not word.startswith("*")]


def _pattern(words: str) -> list[dict[str, Any]]:
    """A Matcher pattern from the notation of acts.toml."""
    return [_token(word) for word in words.split()]


def _token(word: str) -> dict[str, Any]:
    if word.startswith("*"):
        return {"TEXT": {"NOT_IN": [".", ":", ";"]}, "OP": f"{{0,{word[1:]}}}"}
    return {"LOWER": {"IN": word.split("|")}}


@cache
def swedish() -> Language:
    """The pipeline, made once per process."""
    nlp = spacy.blank("sv")
    tokenizer: Any = nlp.tokenizer
    for word in ("F!", "f!", "m.fl"):
        tokenizer.add_special_case(word, [{"ORTH": word}])
    nlp.add_pipe("standpunkt_sentences")
    nlp.add_pipe("standpunkt_acts")
    nlp.max_length = 10_000_000
    return nlp


def parse(text: str) -> Doc:
    """The text with sentences and acts."""
    nlp = swedish()
    doc = nlp.make_doc(text)
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc
