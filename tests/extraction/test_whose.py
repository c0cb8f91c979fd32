"""Words below a heading that tells whose they are."""

import pytest

from tests.extraction.texts import ADOPTED, BOARD, read_matter, recorded

WORDS = "Bryggan behövs för att alla båtar ska få plats i hamnen.\n"


@pytest.mark.parametrize(
    ("heading", "act", "parties", "persons"),
    [
        ("Reservation från Liberalerna", "reservation", ("L",), ()),
        ("Reservation av Siv Ryd (L)", "reservation", ("L",), ("Siv Ryd",)),
        ("Protokollsanteckning från M och L", "protokollsanteckning", ("M", "L"), ()),
        ("Särskilt yttrande från SD", "särskilt yttrande", ("SD",), ()),
    ],
)
def test_words_below_a_heading_with_whose_they_are(
    heading: str, act: str, parties: tuple[str, ...], persons: tuple[str, ...]
) -> None:
    # below the background, where nothing is said at the meeting
    read = read_matter(f"{ADOPTED}Bakgrund\nBryggan är gammal.\n\n{heading}\n{WORDS}", *BOARD)
    (said,) = read.statements
    assert (said.act, said.parties, said.persons) == (act, parties, persons)
    assert said.text == WORDS.strip()
    against = {one for one, (stance, _) in recorded(read).items() if stance == "against"}
    assert against == (set(parties) if act == "reservation" else set())
