"""The Swedish pipeline: a blank spaCy tokenizer and components of our own.

``parse`` gives a ``Doc`` whose sentences are set, whose mentions of people and parties lie
in ``doc.spans["mentions"]`` with their ``Mention`` in ``doc.user_data``, and whose acts lie
in ``doc.spans["acts"]`` labelled with the name and the place of the pattern (acts.toml). It
is run on the stretches of a document where somebody acts, not on whole documents: finding
structure with regular expressions is a hundred times faster than tokenizing."""

import re
from functools import cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc, Span

from pipeline.language import mentions
from pipeline.language.mentions import Mention
from pipeline.reference import table

Roster = dict[str, str | None]

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


@Language.component("standpunkt_mentions")
def find_mentions(doc: Doc) -> Doc:
    """People, parties and the chair, as spans with their ``Mention`` beside."""
    text, roster = doc.text, doc.user_data.get("roster", {})
    letters = doc.user_data.get("letters") or mentions.known_letters()
    people = mentions.find_people(text)
    named = mentions.find_listed_names(text, people, roster)
    everyone = mentions.merge(people, named, mentions.find_surnames(text, roster))
    found = mentions.merge(
        everyone, mentions.find_parties(text, letters), mentions.find_roles(text)
    )
    spans = [doc.char_span(one.start, one.end, alignment_mode="expand") for one in found]
    doc.spans["mentions"] = [span for span in spans if span is not None]
    doc.user_data["mentions"] = found
    return doc


@Language.factory("standpunkt_acts")
class Acts:
    """Spans of the words that make a sentence an act (acts.toml)."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.matcher = Matcher(nlp.vocab)
        for row in table("acts")["act"]:
            self.matcher.add(
                f"{row['name']}/{row['place']}", [_pattern(p) for p in row["patterns"]]
            )

    def __call__(self, doc: Doc) -> Doc:
        """Add ``doc.spans["acts"]``: of overlapping matches the first act listed wins."""
        matches = [
            Span(doc, start, end, label=key)
            for key, start, end in self.matcher(doc)
            if "\n\n" not in doc[start:end].text
        ]
        doc.spans["acts"] = sorted(spacy.util.filter_spans(matches), key=lambda s: s.start)
        return doc


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
    nlp.add_pipe("standpunkt_mentions")
    nlp.add_pipe("standpunkt_acts")
    nlp.max_length = 10_000_000
    return nlp


def parse(text: str, roster: Roster, letters: frozenset[str]) -> Doc:
    """The text with sentences, mentions and acts.

    ``roster`` maps folded names known in the document to party letters; ``letters`` are the
    letter combinations that mean a party here.
    """
    nlp = swedish()
    doc = nlp.make_doc(text)
    doc.user_data["roster"] = roster
    doc.user_data["letters"] = letters
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def mentions_of(doc: Doc) -> list[Mention]:
    """The mentions found by ``parse``, in order."""
    found: list[Mention] = doc.user_data["mentions"]
    return found
