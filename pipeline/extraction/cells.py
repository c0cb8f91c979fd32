"""Lists whose cells survive a conversion only as pieces of text: one per line, in columns,
or between bars.

A piece says by its form what it is: a seat number, a name, a party, a clock time, a word. A
name broken over two lines is put together again.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.extraction.context import folded
from pipeline.extraction.outline import lines_of
from pipeline.language.party_names import LETTERS
from pipeline.models import Span

_PIECE = re.compile(r"[^\s|](?:[^\n|\t]*?[^\s|])??(?=\s{2,}|\s*[\n|\t]|\s*$)")
_WORD = r"[A-ZÀ-ÖØ-ÞŠŽČ][\w'’´.]*(?:-[\w'’.]+)*"
_LINK = r"(?:von|van|der|den|de|del|della|af|ben|bin|ibn|al|el|la|le|da|dos|zu|ter|salem)"
_GIVEN_FIRST = re.compile(rf"{_WORD}(?:\s+(?:{_LINK}|{_WORD})){{1,5}}")
_SURNAME = rf"(?:{_LINK}\s+)*{_WORD}(?:\s+(?:{_LINK}|{_WORD})){{0,4}}"
_SURNAME_FIRST = re.compile(rf"{_SURNAME}\s*,\s*{_WORD}(?:\s+(?:{_LINK}|{_WORD})){{0,3}}")
_HALF = re.compile(rf"{_SURNAME}\s*,?")
_OPEN = re.compile(rf"{_SURNAME}\s*,")
# Letters on no list are a party all the same where they stand alone, but these are answers.
_UNKNOWN_PARTY = re.compile(r"(?!JA$|NEJ$)[A-ZÅÄÖ]{2,4}")
_SEAT = re.compile(r"(?P<seat>\d{1,3})(?:\s+(?P<rest>[^\W\d].*))?")
_TIME = re.compile(r"\d{1,2}[:.]\d\d")
_WITH_PARTY = re.compile(rf"(?P<name>.+?)\s+(?:\((?P<in>{LETTERS}|-)\)|(?P<bare>{LETTERS}))")


@dataclass(frozen=True, slots=True)
class Piece:
    """One cell. ``kind`` is "seat", "name", "party", "time" or "word"; ``line`` counts the
    lines of the list, blank ones included."""

    kind: str
    text: str
    start: int
    end: int
    line: int


def pieces(content: str, span: Span, letters: frozenset[str]) -> list[Piece]:
    """The cells of a stretch, in order; ``letters`` are what means a party here."""
    raw = [
        Piece("word", folded(m[0]), line.start + m.start(), line.start + m.end(), number)
        for number, line in enumerate(lines_of(content, span))
        for m in _PIECE.finditer(line.text)
    ]
    turned = any(_SURNAME_FIRST.fullmatch(x.text) or _OPEN.fullmatch(x.text) for x in raw)
    return [
        piece
        for whole in _joined(raw, letters, turned=turned)
        for piece in _told(whole, letters, turned=turned)
    ]


def _joined(raw: Sequence[Piece], letters: frozenset[str], *, turned: bool) -> Iterator[Piece]:
    """With names that a line end broke: "Ek Lund," + "Eva", "Ek" + "Lund, Eva"."""
    waiting: Piece | None = None
    alone = {line for line, n in Counter(piece.line for piece in raw).items() if n == 1}
    for piece in raw:
        if waiting and _continues(waiting, piece, letters, turned=turned):
            text = f"{waiting.text} {piece.text}"
            piece = replace(piece, text=text, start=waiting.start)
        elif waiting:
            yield waiting
        waiting = piece if piece.line in alone else None
        if waiting is None:
            yield piece
    if waiting:
        yield waiting


def _continues(one: Piece, other: Piece, letters: frozenset[str], *, turned: bool) -> bool:
    """Whether a cell goes on in the next line, which has no empty line before it."""
    halves = _HALF.fullmatch(one.text) and other.text.upper() not in letters
    if not halves or other.line != one.line + 1 or one.text.upper() in letters:
        return False
    if not turned:
        return bool(_GIVEN_FIRST.fullmatch(one.text) and re.fullmatch(_WORD, other.text))
    ends_open = one.text.endswith(",") and bool(_HALF.fullmatch(other.text))
    return ends_open or ("," not in one.text and bool(_SURNAME_FIRST.fullmatch(other.text)))


def _told(piece: Piece, letters: frozenset[str], *, turned: bool) -> Iterator[Piece]:
    """A cell as what it is; a seat or a party that shares a cell with a word is two."""
    named = _WITH_PARTY.fullmatch(piece.text)
    party = (named["in"] or named["bare"]) if named else None
    seat = _SEAT.fullmatch(piece.text)
    bare = piece.text.strip("()")
    if bare.upper() in letters or bare in ("-", "–") or _UNKNOWN_PARTY.fullmatch(bare):
        yield replace(piece, kind="party", text=bare)
    elif _TIME.fullmatch(piece.text):
        yield replace(piece, kind="time")
    elif seat:
        yield replace(piece, kind="seat", text=seat["seat"])
        if seat["rest"]:
            yield from _told(replace(piece, text=seat["rest"]), letters, turned=turned)
    elif named and party and party.upper() in letters and _is_name(named["name"], turned):
        yield replace(piece, kind="name", text=natural(named["name"]))
        yield replace(piece, kind="party", text=party)
    elif _is_name(piece.text, turned):
        yield replace(piece, kind="name", text=natural(piece.text))
    else:
        yield piece


def _is_name(text: str, turned: bool) -> bool:
    """In a list that turns names round only a turned name is one."""
    return bool((_SURNAME_FIRST if turned else _GIVEN_FIRST).fullmatch(text))


def natural(name: str) -> str:
    """ "Ek, Eva" → "Eva Ek"."""
    surname, comma, given = name.partition(",")
    return folded(f"{given} {surname}") if comma else folded(name)
