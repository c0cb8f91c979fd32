"""Rounds in other bodies, printed above what happened at the meeting."""

import pytest

from tests.extraction.texts import ADOPTED, BOARD, read_matter, recorded

EARLIER = (
    "Yrkande\nTore Gran (SD) yrkar avslag.\nReservation\nTore Gran (SD) reserverar sig.\n"
)
TODAY = "Yrkande\nSiv Ryd (L) yrkar avslag på förvaltningens förslag.\n"


def stood(content: str) -> dict[str, str]:
    read = read_matter(ADOPTED + content, *BOARD)
    return {party: stance for party, (stance, _) in recorded(read).items()}


@pytest.mark.parametrize(
    ("opens", "today"),
    [
        ("Arbetsutskottet 2021-02-11 § 8", "Dagens sammanträde"),
        ("Hamnnämndens arbetsutskott den 11 februari 2021, § 8", "Dagens sammanträde"),
        ("Tekniska nämnden § 8, 2021-02-11", "Hamnnämnden den 4 mars 2021"),
        ("Arbetsutskottets behandling 2021-02-11", "Hamnnämndens behandling 2021-03-04"),
        ("Arbetsutskottets beslutsordning", "Hamnnämndens beslutsordning"),
        ("Arbetsutskottets beslutsgång", "Hamnnämndens beslutsgång"),
        # their names alone above the headings
        ("Bakgrund\nKajen är gammal.\n\nArbetsutskottet", "Hamnnämnden"),
        # the same body on another day
        ("Hamnnämnden 2021-02-11 § 8", "Dagens möte"),
    ],
)
def test_what_an_earlier_round_moved_is_not_of_this_meeting(opens: str, today: str) -> None:
    assert stood(f"{opens}\n{EARLIER}\n{today}\n{TODAY}") == {"L": "against"}


@pytest.mark.parametrize(
    "content",
    [
        # the decision behind the matter, in a list of papers
        f"Beslutsunderlag\nArbetsutskottet 2021-02-11 § 8\n\n{TODAY}",
        # nothing tells where this meeting begins, or nobody acts in the earlier round
        f"Arbetsutskottet 2021-02-11 § 8\n{TODAY}",
        f"Bakgrund\nKajen är gammal.\n\nArbetsutskottet\n{TODAY}",
        f"Bakgrund\nKajen är gammal.\n\nHamnnämnden\n{TODAY}",
        f"Tidigare beslut\nArbetsutskottet 2021-02-11 § 8\n\nDagens sammanträde\n{TODAY}",
    ],
)
def test_what_is_of_this_meeting_stays(content: str) -> None:
    assert stood(content) == {"L": "against"}
