"""Interpellations and questions printed in minutes."""

import pytest

from tests.extraction.texts import BOARD, computed, read_matter

ASKED = (
    "Siv Ryd (L) har lämnat in följande interpellation till nämndens ordförande Berit Sjöholm "
    "(S):\n\n”Flera bryggor är stängda.\n1. Hur många?\n2. När öppnas de?”\n\n"
)
ANSWERED = "Ordföranden Berit Sjöholm (S) lämnar följande svar:\n\n”Tack. Tre är stängda.”\n\n"
DEBATE = (
    "Debatt\nGöran Ek (M) menar att det är sent.\n\nBeslut\nInterpellationen är besvarad.\n"
)


@pytest.mark.parametrize(
    ("content", "title", "said"),
    [
        (
            ASKED + ANSWERED + DEBATE,
            "Interpellation om bryggor",
            [
                (
                    "interpellation",
                    "L",
                    "Flera bryggor är stängda.\n1. Hur många?\n2. När öppnas de?",
                ),
                ("interpellationssvar", "S", "Tack. Tre är stängda."),
            ],
        ),
        # in one sentence, up to where somebody else speaks
        (
            "Siv Ryd (L) har ställt en enkel fråga till Göran Ek (M): Hur många bryggor är "
            "det?\n"
            "Göran Ek (M) svarar att det är tre.\n",
            "Enkel fråga om bryggor",
            [("fråga", "L", "Hur många bryggor är det?")],
        ),
        (
            "Siv Ryd (L) har ställt en enkel fråga till Göran Ek (M): Hur många bryggor är "
            "det?\nGöran Ek (M) svarar:\n- Det är tre bryggor i hamnen.\n",
            "Enkel fråga om bryggor",
            [
                ("fråga", "L", "Hur många bryggor är det?"),
                ("interpellationssvar", "M", "- Det är tre bryggor i hamnen."),
            ],
        ),
        # the questions of an interpellation are it
        (
            "Siv Ryd (L) har ställt följande frågor:\n1. Hur många bryggor är det?\n"
            "2. När öppnas de?\n",
            "Interpellation till Göran Ek (M) om bryggor",
            [("interpellation", "L", "1. Hur många bryggor är det?\n2. När öppnas de?")],
        ),
        # who asks stands in the title, and the answer below a heading
        (
            "Beslut\nInterpellationen är besvarad.\n\nInterpellationens frågor\nHur många "
            "bryggor är det?\nNär öppnas de?\n\nSvar av hamnrådet Göran Ek (M)\nDet är tre. "
            "De öppnas i maj.\n\nI överläggningen deltar Siv Ryd (L) och Göran Ek (M).\n",
            "Interpellation av Siv Ryd (L) till hamnrådet\nGöran Ek (M) om bryggor",
            [
                ("interpellation", "L", "Hur många bryggor är det?\nNär öppnas de?"),
                ("interpellationssvar", "M", "Det är tre. De öppnas i maj."),
            ],
        ),
        (
            "Frågan ställs till nämndens ordförande Berit Sjöholm (S):\n"
            "När öppnas bryggorna i hamnen?\nFrågan besvaras muntligt.\n\n"
            "Beslut\nFrågan är besvarad.\n",
            "Fråga av Siv Ryd (L) om bryggor",
            [("fråga", "L", "När öppnas bryggorna i hamnen?")],
        ),
        # nobody is named in the title
        (
            "Frågan ställs till nämndens ordförande Berit Sjöholm (S):\n"
            "När öppnas bryggorna i hamnen?\n\nBeslut\nFrågan är besvarad.\n",
            "Fråga om bryggor",
            [],
        ),
        # announced by several, and told in a sentence of its own
        (
            "Siv Ryd (L) och Göran Ek (M) har anmält en interpellation, ställd till nämndens "
            "ordförande\nBerit Sjöholm (S). Frågorna i interpellationen är:\n- Hur "
            "många bryggor "
            "är det?\n- När öppnas de?\nInterpellationen har besvarats skriftligt.\n",
            "Svar på interpellation om bryggor",
            [("interpellation", "L M", "- Hur många bryggor är det?\n- När öppnas de?")],
        ),
        # that it was asked is no text of it
        (
            "Siv Ryd (L) har lämnat en interpellation till Göran Ek (M).\n",
            "Interpellation om bryggor",
            [],
        ),
        # a letter that is announced
        (
            "Siv Ryd (L) har lämnat in en skrivelse med följande lydelse:\n\nBåtar sjunker "
            "vid kajen. Vi ber om en redovisning.\n\nBeslut\nNämnden antecknar skrivelsen.\n",
            "Anmälan av skrivelse om båtar",
            [("skrivelse", "L", "Båtar sjunker vid kajen. Vi ber om en redovisning.")],
        ),
        # in a matter that is none
        (ASKED, "Ny brygga", []),
    ],
)
def test_what_was_asked_and_answered(
    content: str, title: str, said: list[tuple[str, str, str]]
) -> None:
    read = read_matter(content, *BOARD, title=title)
    assert [(str(s.act), " ".join(s.parties), s.text) for s in read.statements] == said
    assert not [p for p in read.positions if p.basis != "närvaro"]


def test_the_points_of_an_interpellation_and_who_was_silent() -> None:
    read = read_matter(ASKED + ANSWERED + DEBATE, *BOARD, title="Interpellation om bryggor")
    assert read.statements[0].points == ("Hur många?", "När öppnas de?")
    assert computed(read)["L"] == "silent"
