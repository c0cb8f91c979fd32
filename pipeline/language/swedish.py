"""The Swedish pipeline: a blank spaCy tokenizer and components of our own.

``parse`` gives a ``Doc`` whose sentences are set and whose acts lie in ``doc.spans["acts"]``,
labelled with the name and the place of the pattern (acts.toml). It is run on the stretches of
a document where somebody may act, not on whole documents: finding structure with regular
expressions is a hundred times faster than tokenizing."""

import re
from functools import cache, lru_cache
from typing import Any

import numpy as np
import spacy
from spacy.attrs import ORTH, SENT_START
from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.language.patterns import Among, Patterns, Word, pattern
from pipeline.reference import table

_ENDS = frozenset(".?!…")
# What the tokenizer takes for an abbreviation, at the end of many sentences.
_UNITS = frozenset({"kr.", "tkr.", "mkr.", "mnkr.", "st.", "m.m.", "mm.", "osv.", "etc."})
_QUOTES = frozenset({'"', "”", "»"})
_CLOSERS = frozenset({'"', "”", "»", ")", "’", "'", "“"})
_LIST_MARK = re.compile(r"(?:[-•–*]|\d{1,2}[.)]|[a-zåäö][.)]|[A-ZÅÄÖ][.)])$")


@Language.component("standpunkt_sentences")
def sentences(doc: Doc) -> Doc:
    """Sentences end at a stop, an empty line, or a line that a list item follows."""
    words = [word.text for word in words_of(doc)]
    starts = [1 if n == 0 or _begins(doc, words, n) else -1 for n in range(len(words))]
    column: Any = np.array(starts, dtype=np.int64).astype(np.uint64)
    # set one by one, each would look through the whole document for annotations
    doc.from_array([SENT_START], column)
    return doc


def words_of(doc: Doc) -> list[Word]:
    """The tokens as words, without the objects that a look at each token would make."""
    numbers: Any = doc.to_array([ORTH])
    return [_word(number) for number in numbers.tolist()]


@lru_cache(maxsize=100_000)
def _word(number: int) -> Word:
    text = swedish().vocab.strings[number]
    return Word(text, text.lower())


def _begins(doc: Doc, words: list[str], place: int) -> bool:
    word, above = words[place], words[place - 1]
    if word.isspace():
        return False
    last = place - 1
    if above.isspace():
        if above.count("\n") > 1:
            return not _goes_on(words, place)
        if "\n" in above and _list_item(words, place):
            return True
        last = max(place - 2, 0)
        new_line = "\n" in above
        if new_line and (words[last] == ":" or _moves_anew(doc, place, words[last])):
            return True
    if word[0].islower():
        return False
    if words[last] in _CLOSERS and place > 1:
        last = max(last - 1, 0)
    ends = (
        words[last] in _ENDS
        or _ends_in_unit(words[last].lower(), word)
        or _ends_in_letter(words, last, place)
        or _ends_in_point(words, last)
    )
    return ends and not (word in _CLOSERS and not _opens_quote(words, place))


def _ends_in_unit(before: str, following: str) -> bool:
    """Whether "kr." or "m.m." ends a sentence: a word with a capital follows."""
    return before in _UNITS and following[:1].isupper()


def _opens_quote(words: list[str], place: int) -> bool:
    """Whether a mark that may close words opens some: a line begins with it, and a capital
    follows."""
    after = words[place + 1] if place + 1 < len(words) else ""
    return words[place] in _QUOTES and "\n" in words[place - 1] and after[:1].isupper()


_LETTER = re.compile(r"[A-ZÅÄÖ]\.")
_LETTERS = re.compile(r"[A-ZÅÄÖ]{1,4}")
_POINT = re.compile(r"[a-zåäö]\.")
_NAMES_PAPER = frozenset({"bilaga", "bil", "protokollsbilaga", "alternativ"})
_NAMES_POINT = frozenset({"och", "samt", "punkt", "punkten", "under", "i", "-", "–"})


def _ends_in_letter(words: list[str], place: int, following: int) -> bool:
    """Whether the token "S." is a party that ends its sentence, and no initial: a list of
    parties ends in it ("från V och S."), or "från S." its line; or names a paper ("se bilaga
    B.")."""
    if place < len(("från", "S.")) or not _LETTER.fullmatch(words[place]):
        return False
    joined, listed = words[place - 1].lower(), words[place - 2]
    if joined in _NAMES_PAPER:
        return True
    if joined in ("från", "av"):
        return following > place + 1 and "\n" in words[place + 1]
    return joined in ("och", "samt") and bool(_LETTERS.fullmatch(listed))


def _ends_in_point(words: list[str], place: int) -> bool:
    """Whether the token "c." is a point of the decision that ends its sentence: "under b och
    c." """
    named = place > 0 and words[place - 1].lower() in _NAMES_POINT
    return named and _POINT.fullmatch(words[place]) is not None


def _goes_on(words: list[str], place: int) -> bool:
    """A sentence torn by a page break goes on in lower case after a line without a stop."""
    last = words[max(place - 2, 0)]
    inside = words[place][0].islower() or words[place] == "("
    return inside and last not in _ENDS and last != ":"


# Above a line that begins with who moves something the stop may be missing: not after these.
_UNFINISHED = re.compile(
    r"\W|(?:och|samt|eller|med|av|från|för|som|att|enligt|till|den|det|när|om|då)\Z", re.I
)
_MOVER = re.compile(
    r"(?:Ordföranden?\s)?(?:[A-ZÅÄÖ][\w-]+\s){2,4}\([A-ZÅÄÖ]{1,4}\)\s"
    r"(?:yrkar|föreslår)\s(?:bifall|avslag|återremiss|att)\b"
)
_MOST_OF_MOVER = 12  # tokens


def _moves_anew(doc: Doc, place: int, last: str) -> bool:
    """ "… den 5 maj 2021\\nEva Ek (S) yrkar bifall": who moves something begins the line."""
    if _UNFINISHED.match(last):
        return False
    return _MOVER.match(doc[place : place + _MOST_OF_MOVER].text) is not None


def _list_item(words: list[str], place: int) -> bool:
    mark = words[place]
    if place + 1 < len(words) and words[place + 1] in (".", ")"):
        mark += words[place + 1]
    return bool(_LIST_MARK.match(mark))


# The marks are words of some patterns: "stöder ."
_WORDS = re.compile(r"\w+|[.:]")


@Language.component("standpunkt_acts")
def acts(doc: Doc) -> Doc:
    """Add ``doc.spans["acts"]``, the words that make a sentence an act (acts.toml): of
    overlapping matches the longest, then the first act listed wins."""
    words = words_of(doc)
    present = {word.lower for word in words}
    matches = [
        Span(doc, start, end, label)
        for one, label in _acts().that_may_match(present)
        for start, end in one.find(words)
    ]
    together = [span for span in matches if "\n\n" not in span.text]
    doc.spans["acts"] = sorted(spacy.util.filter_spans(together), key=lambda s: s.start)
    return doc


def may_act(text: str, acts: frozenset[str]) -> bool:
    """Whether a text can hold one of these acts at all: much faster than to parse it."""
    return any(_acts(acts).that_may_match(_present(text)))


@lru_cache(maxsize=32)
def _present(text: str) -> frozenset[str]:
    return frozenset(_WORDS.findall(text.lower()))


@lru_cache
def _acts(names: frozenset[str] | None = None) -> Patterns[str]:
    """The patterns of acts.toml with their labels, of these acts or of all."""
    return Patterns(
        (pattern(words, _among, stops=".:;"), f"{row['name']}/{row['place']}")
        for row in table("acts")["act"]
        if names is None or row["name"] in names
        for words in row["patterns"]
    )


def _among(words: str) -> Among:
    return Among("lower", frozenset(words.split("|")))


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


@lru_cache(maxsize=32)
def parse(text: str) -> Doc:
    """The text with sentences and acts; the same stretch is asked for several acts in turn."""
    nlp = swedish()
    doc = nlp.make_doc(text)
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc
