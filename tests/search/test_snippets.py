"""The stretch of a text that is shown."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.search.snippets import Piece, hit_test, snippet
from pipeline.search.syntax import read

LONG = "Ett ord om annat. " * 40 + "Sedan bryggan och hamnen. " + "Åter annat sagt. " * 40


def test_window_holds_the_hits() -> None:
    pieces = snippet(LONG, hit_test(read("brygga hamn")))
    assert [piece.text for piece in pieces if piece.is_hit] == ["bryggan", "hamnen"]
    assert pieces[0] == Piece("… ")
    assert pieces[-1] == Piece(" …")
    assert sum(len(piece.text) for piece in pieces) < 260


def test_a_window_begins_and_ends_between_words() -> None:
    pieces = snippet(LONG, hit_test(read("hamn")), length=60)
    shown = "".join(piece.text for piece in pieces).removeprefix("… ").removesuffix(" …")
    assert f" {shown}" in LONG
    assert LONG[LONG.index(shown) + len(shown)] in " ."


def test_related_words_are_marked() -> None:
    pieces = snippet("Om flytten av kiosken.", hit_test(read("flytta")))
    assert [piece.text for piece in pieces if piece.is_hit] == ["flytten"]


def test_without_hits_the_beginning() -> None:
    pieces = snippet(LONG, hit_test(()))
    assert pieces[0].text.startswith("Ett ord om annat.")
    assert len(pieces) == 2


@given(st.text(max_size=400), st.integers(10, 100))
def test_pieces_are_of_the_text(text: str, length: int) -> None:
    pieces = snippet(text, hit_test(read("a 0")), length=length)
    shown = "".join(piece.text for piece in pieces)
    assert shown.removeprefix("… ").removesuffix(" …") in text or "…" in text
