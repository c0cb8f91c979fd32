"""Joint acts with a text per party: which words are whose."""

import pytest

from pipeline.extraction import extract
from tests.extraction.texts import ADOPTED, BOARD, read_matter, recorded, text

JOINT = "Reservation\nSiv Ryd (L), Göran Ek (M) och Ulla Rask (V) reserverar sig mot beslutet"
DEAR, SHORT, WRONG = "Kajen är för dyr.", "Kajen borde vara lång.", "Kajen ligger i lä."


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            f"{JOINT} enligt följande:\n\nLiberalerna och Moderaterna: {DEAR}\n\n"
            f"Vänsterpartiet: {SHORT}\n",
            [("L M", DEAR), ("V", SHORT)],
        ),
        (
            f"{JOINT}.\n\nL:s reservation:\n{DEAR}\n\nM:s reservation:\n{SHORT}\n\n"
            f"V:s reservation:\n{WRONG}\n",
            [("L", DEAR), ("M", SHORT), ("V", WRONG)],
        ),
        (
            f"{JOINT} med var sin motivering.\n\nSiv Ryd (L):\n{DEAR}\n\nGöran Ek (M):\n"
            f"{SHORT}\n\nUlla Rask (V):\n{WRONG}\n",
            [("L", DEAR), ("M", SHORT), ("V", WRONG)],
        ),
        (
            f"{JOINT}.\n\nLiberalerna anför: {DEAR}\nModeraterna anför: {SHORT}\n",
            [
                ("L", DEAR),
                ("M", SHORT),
                (
                    "V",
                    "Siv Ryd (L), Göran Ek (M) och Ulla Rask (V) reserverar sig mot beslutet.",
                ),
            ],
        ),
        # the record of it, and a heading for each
        (
            f"{JOINT} skriftligt.\n\nReservation från Liberalerna\n{DEAR}\n\n"
            f"Reservation från Moderaterna\n{SHORT}\n\n"
            f"Reservation från Vänsterpartiet\n{WRONG}\n",
            [("L", DEAR), ("M", SHORT), ("V", WRONG)],
        ),
        # one text of all: what it says of somebody, or of others than those who act
        (
            f"{JOINT}.\n\nVi anser följande. {DEAR}\n\nLiberalerna: {SHORT}\n\n"
            f"Moderaterna: {WRONG}\n",
            [
                (
                    "L M V",
                    f"Vi anser följande. {DEAR}\n\nLiberalerna: {SHORT}\n\n"
                    f"Moderaterna: {WRONG}",
                )
            ],
        ),
        (
            f"{JOINT}.\n\nLiberalerna: {DEAR}\n\nSocialdemokraterna: {SHORT}\n",
            [("L M V", f"Liberalerna: {DEAR}\n\nSocialdemokraterna: {SHORT}")],
        ),
    ],
)
def test_whose_words_are_whose(content: str, expected: list[tuple[str, str]]) -> None:
    read = read_matter(ADOPTED + content, *BOARD)
    rows = [(" ".join(row.parties), row.text) for row in read.statements]
    assert rows == expected
    assert {recorded(read)[party] for party in "LMV"} == {("against", "reservation")}


def test_a_paper_of_each_printed_below() -> None:
    long = "och det har den alltid varit så länge någon av oss kan minnas här i hamnen"
    content = (
        "Hamnnämnden\nUtdrag ur protokoll 2021-03-04\n\n§ 4 Ny kaj\n\nBeslut\n"
        "Nämnden bygger en kaj.\n\nReservation\nL och V reserverar sig, bilaga 1-2.\n\n"
        "Vid protokollet\nLena Vik\n\n"
        f"Bilaga 1\n\nReservation Liberalerna\n\n{DEAR[:-1]} {long}.\n\nSiv Ryd (L)\n\n"
        f"Bilaga 2\n\nReservation Vänsterpartiet\n\n{SHORT[:-1]} {long}.\n\nUlla Rask (V)\n"
    )
    found = extract(text(content), document_id="d1", source="utdrag.txt")
    texts = {row.statement_id: (row.parties, row.text) for row in found.statements}
    assert [texts[row.statement_id or ""] for row in found.positions] == [
        (("L",), f"{DEAR[:-1]} {long}."),
        (("V",), f"{SHORT[:-1]} {long}."),
    ]
