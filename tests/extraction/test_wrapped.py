"""Lines that only the width of a page broke: read as the whole lines that they were."""

import re
from dataclasses import replace

import pytest

from pipeline.extraction import extract
from pipeline.extraction.wrapped import with_whole_lines
from pipeline.models import Extraction, Span
from tests.extraction.texts import text

FILLER = "Hamnen är gammal och bryggan behöver lagas innan sommarens båtar kommer in.\n" * 60
MINUTES = f"""Hamnnämnden

Protokoll 2031-05-04

§ 7 Ny brygga

{FILLER}
Beslut

Hamnnämnden godkänner förslaget om en ny brygga i den inre hamnen.

Siv Ryd (L), Tore Gran (SD) och tjänstgörande ersättaren Ulla Rask (V) deltar inte i beslutet.

Yrkanden

Bo Tegel (S) yrkar med instämmande av Göran Ek (M) och Maja Lind (C) bifall till förslaget.

Reservation

Ada Sund (KD) reserverar sig mot beslutet till förmån för sitt yrkande om en kortare brygga.
"""


@pytest.mark.parametrize(
    ("above", "below", "one"),
    [
        ("Siv Ryd (L), Tore Gran (SD) och den tjänstgörande Ulla Rask (V) deltar",
         "inte i beslutet.", True),
        ("Vid upprop röstar följande ledamöter ja: Siv Ryd (L), Ulla Rask (V) och Johanna",
         "Hultqvist (S).", True),
        # a new sentence, a list, a heading, a matter, and a line that was short
        ("Siv Ryd (L), Tore Gran (SD) och Ulla Rask (V) deltar inte i detta beslut i dag.",
         "Bo Tegel (S) yrkar bifall.", False),
        ("Nämnden beslutar för sin del och utan att höra någon annan nämnd i kommunen",
         "1. godkänna förslaget", False),
        ("Nämnden beslutar för sin del och utan att höra någon annan nämnd i kommunen",
         "att godkänna förslaget\natt sända det till fullmäktige", False),
        ("Det är välkommet att partierna nu allesammans lyfter hur angeläget det är",
         "att bryggan lagas.", True),
        ("Förslag till en ny brygga i den inre hamnen med plats för båtar från hela länet",
         "Reservationer", False),
        ("Förslag till en ny brygga i den inre hamnen med plats för båtar från hela länet",
         "§ 8 Kajen", False),
        ("Siv Ryd (L), ordförande", "Tore Gran (SD)", False),
    ],
)  # fmt: skip
def test_where_a_sentence_goes_on(above: str, below: str, *, one: bool) -> None:
    whole = with_whole_lines(text(f"{FILLER}\n{above}\n{below}\n")).content
    assert (f"{above} {below}" in whole) is one
    assert len(whole) == len(f"{FILLER}\n{above}\n{below}\n")


def test_text_in_short_lines_is_left_alone() -> None:
    words = "Siv Ryd (L), ordförande\noch ledamot\nTore Gran (SD)\n" * 9
    assert with_whole_lines(text(words)).content == words


def test_a_heading_and_its_text_stay_apart() -> None:
    heading = "Förslag till en ny brygga i den inre hamnen med plats för båtar från hela länet"
    printed = text(f"{heading}\noch till en ny kaj\n\n{FILLER}")
    apart = replace(printed, headings=(Span(0, len(heading)),))
    assert with_whole_lines(printed).content.startswith(f"{heading} och")
    assert with_whole_lines(apart).content.startswith(f"{heading}\noch")


def _rows(content: str) -> list[tuple[object, ...]]:
    found: Extraction = extract(text(content), document_id="d1", source="protokoll.txt")
    said = [(row.act, row.parties, " ".join(row.text.split())) for row in found.statements]
    for row in found.statements:
        assert row.text == content[row.start : row.end]
    return [*said, *((row.party, row.stance, row.basis) for row in found.positions)]


def test_a_line_end_anywhere_changes_no_row() -> None:
    expected = _rows(MINUTES)
    assert len(expected) == 9
    acts = MINUTES.index("Siv Ryd")
    for space in re.finditer(r"(?<=\S) (?=\S)", MINUTES[acts:]):
        place = acts + space.start()
        before = MINUTES[:place].rpartition("\n")[2]
        if len(before) >= 60 and not before.endswith("Reservation"):
            assert _rows(f"{MINUTES[:place]}\n{MINUTES[place + 1 :]}") == expected, before
