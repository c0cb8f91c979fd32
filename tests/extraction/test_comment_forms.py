"""Remarks and reservations in forms of their own: who made them, in what words."""

import pytest

from pipeline.extraction import extract
from tests.extraction.texts import ADOPTED, BOARD, computed, minutes, read_matter, text


@pytest.mark.parametrize(
    ("told", "said"),
    [
        # a party by its name, with a verb, a colon or a label
        (
            "Protokollsanteckning\nLiberalerna vill till protokollet anföra: Kajen är dyr.\n",
            [("protokollsanteckning", "L", "Kajen är dyr.")],
        ),
        (
            "Protokollsanteckningar\nSiv Ryd (L) vill till protokollet föra följande:\nKajen "
            "är "
            "alldeles för dyr.\n",
            [("protokollsanteckning", "L", "Kajen är alldeles för dyr.")],
        ),
        (
            "Särskilt yttrande\nLiberalerna: Kajen är dyr.\n\nModeraterna lämnar följande "
            "yttrande.\nBryggan borde ha målats.\n",
            [
                ("särskilt yttrande", "L", "Kajen är dyr."),
                ("särskilt yttrande", "M", "Bryggan borde ha målats."),
            ],
        ),
        (
            "Särskilda yttranden\nSärskilt yttrande från Liberalerna och Moderaterna\nKajen "
            "är "
            "för dyr.\n\nVänsterpartiets särskilda yttrande\nBryggan borde ha målats.\n",
            [
                ("särskilt yttrande", "L M", "Kajen är för dyr."),
                ("särskilt yttrande", "V", "Bryggan borde ha målats."),
            ],
        ),
        # told to the minutes, by who serves and by who does not
        (
            "Protokollsanteckning\nL-gruppen anmäler följande protokollsanteckning: Kajen är "
            "dyr.\nNils Ask (KD), ej tjänstgörande ersättare, anmäler till protokollet att "
            "Kristdemokraterna stöder planen.\n",
            [
                ("protokollsanteckning", "L", "Kajen är dyr."),
                (
                    "ersättaryttrande",
                    "KD",
                    "anmäler till protokollet att Kristdemokraterna stöder planen.",
                ),
            ],
        ),
        # what is recorded, and the written words of it below
        (
            "Reservation\nLiberalerna reserverar sig mot beslutet.\n\nLiberalernas "
            "skriftliga reservation:\nVi anser att kajen blir alldeles för dyr för de som "
            "bor i hamnen.\n",
            [
                (
                    "reservation",
                    "L",
                    "Vi anser att kajen blir alldeles för dyr för de som bor i hamnen.",
                )
            ],
        ),
        # bare signers with their letters beside
        ("Reservation\nSiv Ryd, L.\n", [("reservation", "L", "Siv Ryd, L.")]),
        # who did not serve
        (
            "Ersättarnas mening\nKarl Hed (C) anmäler att han, om han hade tjänstgjort, "
            "skulle ha "
            "yrkat avslag.\n",
            [
                (
                    "ersättaryttrande",
                    "C",
                    "anmäler att han, om han hade tjänstgjort, skulle ha yrkat avslag.",
                )
            ],
        ),
        # what is to be handed in, by others than those above; and who joins in
        (
            "Reservationer och särskilda yttranden\nTore Gran (SD) reserverar sig mot "
            "beslutet.\n\n"
            "Moderaterna och Liberalerna avser inkomma med ett särskilt yttrande.\n",
            [
                ("reservation", "SD", "reserverar sig mot beslutet."),
                ("särskilt yttrande", "M L", "avser inkomma med ett särskilt yttrande."),
            ],
        ),
        (
            "Särskilt yttrande\nGöran Ek (M) inkommer med särskilt yttrande, bilaga 4. Siv "
            "Ryd (L) "
            "ansluter sig till yttrandet.\n",
            [
                ("särskilt yttrande", "M", "inkommer med särskilt yttrande, bilaga 4."),
                ("särskilt yttrande", "L", "ansluter sig till yttrandet."),
            ],
        ),
        # a label that names nobody is none
        ("Protokollsanteckning\nKajen: den är dyr.\n", []),
    ],
)
def test_who_said_what(told: str, said: list[tuple[str, str, str]]) -> None:
    read = read_matter(ADOPTED + told, *BOARD)
    assert [(r.act, " ".join(r.parties), r.text) for r in read.statements] == said


def test_a_party_named_in_what_could_not_be_read_was_not_silent() -> None:
    read = read_matter(
        f"{ADOPTED}Protokollsanteckning\nKajen är dyr, menar de i Liberalerna.\n", *BOARD
    )
    assert read.statements == ()
    assert "L" not in computed(read)
    assert "S" in computed(read)


def test_a_note_printed_after_the_minutes() -> None:
    words = (
        "Kajen är för dyr och vi ser med oro på att kostnaden växer för tredje året i rad "
        "utan "
        "att något åtgärdas."
    )
    content = minutes(
        f"§ 1 Ny kaj\n\n{ADOPTED}Anteckning\nLiberalerna lämnar en anteckning till "
        f"protokollet "
        f"enligt bilaga.\n\nBilaga 1\n\nAnteckning från Liberalerna\n\n{words}\n\nSiv Ryd "
        f"(L)\n"
    )
    found = extract(text(content), document_id="d1", source="protokoll.txt")
    assert [(row.parties, row.text) for row in found.statements] == [(("L",), words)]
