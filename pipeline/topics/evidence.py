"""What the words of a matter say for each topic."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.topics.lexicon import Weights, fits, lexicon

NAME_SHARE = 0.5
"""What remains of the points of a word that is a name in the middle of a sentence, or an
office: "Hagaparken" is a place before it is a park."""

# "Exploateringsnämnden", "socialdirektören": who acts, before it is what is done.
_OFFICE = re.compile(r"\w(?:nämnd|förvaltning|direktör|utskott|kontor)(?:e[nr]|et|s|na)*$")
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*-?")
# Persons with their party, and whom a question is put to: they say nothing of the matter.
_PERSON = re.compile(
    r"(?:[A-ZÅÄÖÉ][\w’'-]+ (?:(?:al|ben|de|del|der|von|af) )?){1,4}\([A-ZÅÄÖa-zåäö]{1,4}\)"
)
_ASKED = re.compile(r"\btill \w+(?:s|ns) (?:vice )?ordförande\b")
# What kind of paper it is: "medborgarförslag om …" is not about such proposals.
_PAPER = re.compile(
    r"\b(?:[Mm]edborgar|[Ee]-?)förslag(?:et)?(?=\s*(?:[,:;–\"”/-]|\d|nr|om|angående|gällande|från))"
)
# With whom: "i samverkan med näringslivet" is not about business.
_PARTNER = re.compile(
    r"\b(?:tillsammans|i sam(?:verkan|arbete)) med \w+(?:, \w+)*(?: och \w+)?"
)
# A board that is named after what it does: so is every matter that it has.
_BOARD = re.compile(r"\b[Nn]ämnden? för (?:\w+, )*\w+(?: och \w+)?")
_BEFORE_SENTENCE = frozenset('.:;!?\n–—-•*”"»')


@dataclass(frozen=True, slots=True)
class Hit:
    """A word or phrase, as it stands in lower case, with the entry that it fits and its
    points by topic."""

    word: str
    entry: str
    points: Weights


def plain(title: str) -> str:
    """A title without the people, partners, papers and boards in it; one all in capitals
    comes in lower case."""
    shown = title.lower() if title.isupper() else title
    for unsaying in (_PERSON, _ASKED, _PAPER, _PARTNER, _BOARD):
        shown = unsaying.sub(" ", shown)
    return shown


def hits(content: str) -> Iterator[Hit]:
    """The words and phrases of a text that speak for or against topics, in its order."""
    lowered = content.lower()
    known, done = lexicon(), 0
    for token in _TOKEN.finditer(lowered):
        start, word = token.start(), token.group()
        if start < done:
            continue
        phrase, weights = known.phrase_at(lowered, start, word)
        if phrase:
            done = start + len(phrase)
            yield Hit(phrase, phrase, weights)
            continue
        for entry, points in fits(word):
            said = entry == word or not (_is_name(content, start) or _OFFICE.search(word))
            yield Hit(word.rstrip("-"), entry, points if said else _named(points))


def _named(points: Weights) -> Weights:
    return {topic: value * NAME_SHARE for topic, value in points.items()}


def _is_name(content: str, start: int) -> bool:
    """A capital inside a sentence, and not the first of several (LSS)."""
    if not content[start].isupper() or content[start : start + 2].isupper():
        return False
    before = content[max(0, start - 4) : start].rstrip(" (")[-1:]
    return bool(before) and before not in _BEFORE_SENTENCE


def distinct(content: str) -> tuple[Hit, ...]:
    """The first hit of each entry: a word said twice is no stronger."""
    found: dict[str, Hit] = {}
    for hit in hits(content):
        found.setdefault(hit.entry, hit)
    return tuple(found.values())
