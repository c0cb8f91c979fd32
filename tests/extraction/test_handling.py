"""Papers to the council: the debate they retell, and where they print the motion."""

import pytest

from pipeline.extraction import extract
from pipeline.extraction.handling import printed_motion
from tests.extraction.texts import text

TITLE = "Motion av Siv Ryd (L) och Tore Gran (SD) om en brygga för alla"
WORDS = " ".join(f"Bryggan ska vara öppen dag {day}." for day in range(12))
AUTHORS = ("Siv Ryd", "Tore Gran")


@pytest.mark.parametrize(
    ("content", "motion"),
    [
        # below its heading, above its authors
        (f"{TITLE}\n\n{WORDS}\n\nSiv Ryd (L)   Tore Gran (SD)", WORDS),
        # glued to its heading
        (f"{TITLE} {WORDS}\n\nSiv Ryd (L)   Tore Gran (SD)", WORDS),
        # below its number on the same line
        (f"Handling 2021 nr 9 {TITLE}\n\n{WORDS}\n\nSiv Ryd (L)   Tore Gran (SD)", WORDS),
        # retold before it is printed
        (
            f"{TITLE}\n\nKort sagt.\n\n{TITLE}\n\n{WORDS}\n\nSiv Ryd (L), Tore Gran (SD)",
            WORDS,
        ),
        # an extract that names the motion, and the signers of a reservation below
        (f"{TITLE}\n\nGöran Ek (M) yrkar avslag. {WORDS}\n\nGöran Ek (M)", None),
        # nobody signs
        (f"{TITLE}\n\n{WORDS}", None),
        # too short to be a motion
        (f"{TITLE}\n\nVi vill ha en brygga.\n\nSiv Ryd (L), Tore Gran (SD)", None),
    ],
)
def test_printed_motion(content: str, motion: str | None) -> None:
    span = printed_motion(content, 0, TITLE, AUTHORS)
    assert (span.of(content) if span else None) == motion


HANDLING = """Kommunfullmäktige

Handling 2021 nr 7

Ny brygga i gästhamnen Till Tallviks kommunfullmäktige

Kommunstyrelsens förslag Kommunstyrelsen tillstyrker yrkande från S och V den 3 mars 2021 och \
föreslår att kommunfullmäktige beslutar:

1. Hamnnämnden får i uppdrag att bygga bryggan.

Vid behandlingen av ärendet i kommunstyrelsen förekom skiljaktiga meningar:

Berit Sjöholm (S) och Ulla Rask (V) yrkade bifall till yrkande från S och V den 3 mars 2021.

Göran Ek (M) yrkade bifall till stadsledningskontorets förslag och avslag på \
yrkande från S och V.

Kommunstyrelsen beslutade {how} att tillstyrka yrkande från S och V den 3 mars 2021.

Göran Ek (M) reserverade sig mot beslutet.

Tallvik den 4 mars 2021 Tallviks kommunstyrelse

Berit Sjöholm

Diarienummer KS 2021/17
"""


@pytest.mark.parametrize(
    ("how", "decided_by"),
    [("efter omröstning (7-6)", "votering"), ("utan omröstning", "acklamation")],
)
def test_the_debate_of_the_board(how: str, decided_by: str) -> None:
    found = extract(text(HANDLING.format(how=how)), document_id="d1", source="handling.txt")
    (case,) = found.cases
    assert (case.title, case.decided_by) == ("Ny brygga i gästhamnen", decided_by)
    stood = {row.party: row.stance for row in found.positions}
    assert stood == {"S": "for", "V": "for", "M": "against"}


BROKEN = """Kommunfullmäktige

Handling 2021 nr 7

Ny brygga i gästhamnen
Till Tallviks kommunfullmäktige

Kommunstyrelsens förslag
Kommunstyrelsen tillstyrker stadsledningskontorets förslag i tjänsteutlåtande den
1 mars 2021 och föreslår att kommunfullmäktige beslutar:

Hamnnämnden får i uppdrag att bygga bryggan.

Vid behandling av ärendet i kommunstyrelsen förekom skiljaktiga meningar:

Tore Gran (SD) yrkade bifall till tilläggsyrkande från SD den 2 mars 2021.

Ordföranden Berit Sjöholm (S) yrkade bifall till stadsledningskontorets förslag och
avslag på tilläggsyrkande från SD den 2 mars 2021.

Kommunstyrelsen beslutade först att bifalla stadsledningskontorets förslag.

Vid omröstning beträffande bifall respektive avslag på tilläggsyrkandet från SD röstade
Göran Ek (M), Ulla Rask (V) och ordföranden Berit Sjöholm (S) för avslag.

Tore Gran (SD) röstade för bifall.

Siv Ryd (L) avstod från att rösta.

Kommunstyrelsen beslutade med tre röster mot en att avslå tilläggsyrkandet från SD.

Siv Ryd (L) deltog inte i beslutet.

Tallvik den 4 mars 2021
Tallviks kommunstyrelse

Berit Sjöholm

Diarienummer KS 2021/17
"""


def test_a_debate_whose_lines_are_broken_with_a_vote_told_in_sentences() -> None:
    found = extract(text(BROKEN), document_id="d1", source="handling.txt")
    (case,) = found.cases
    assert (case.outcome, case.decided_by) == ("bifall", "votering")
    (vote,) = found.votes
    assert (vote.kind, vote.yes, vote.no, vote.abstain) == ("tilläggsyrkande", 3, 1, 1)
    assert [row.parties for row in found.statements] == [("SD",), ("S",)]
    stood = {row.party: row.stance for row in found.positions}
    for_it = dict.fromkeys(("S", "M", "V"), "for")
    assert stood == for_it | {"SD": "against", "L": "not_participating"}


@pytest.mark.parametrize(
    ("debate", "stances"),
    [
        # nobody moved anything else
        ("", {"V": "for", "S": "for"}),
        (
            "Vid behandling av ärendet i kommunstyrelsen antecknade representanterna från M, "
            "L, D och KD som yttrande en skrivelse från den 3 mars 2021.\n\n",
            {
                "V": "for",
                "S": "for",
                "M": "remark",
                "L": "remark",
                "D": "remark",
                "KD": "remark",
            },
        ),
    ],
)
def test_a_paper_on_which_the_board_was_of_one_mind(
    debate: str, stances: dict[str, str]
) -> None:
    content = (
        "Kommunfullmäktige\n\nHandling 2021 nr 9\n\nYttrande över motion av Siv Ryd (L) om "
        "fler bryggor Till Tallviks kommunfullmäktige\n\n"
        "Kommunstyrelsens förslag Kommunstyrelsen "
        "tillstyrker yrkande från V och S den 3 mars 2021 och föreslår att kommunfullmäktige "
        "beslutar:\n\n1. Hamnnämnden får i uppdrag att se över bryggorna. 2. Motionen anses "
        f"därmed besvarad.\n\n{debate}Tallvik den 4 mars 2021 Tallviks kommunstyrelse\n\n"
        "Eva Ek\n\nBo Alm\n"
    )
    found = extract(text(content), document_id="d1", source="handling.txt")
    assert (found.document.body, found.document.date) == ("Kommunstyrelsen", "2021-03-04")
    (case,) = found.cases
    assert (case.outcome, case.decided_by) == ("besvarad", "enhälligt")
    assert {row.party: row.stance for row in found.positions} == stances
