"""Several papers one after another in one file: no act goes to the wrong author."""

import pytest

from pipeline.extraction import extract
from tests.extraction.texts import text

BRIDGES = "Hamnen har få bryggor.\n\nVi yrkar\natt bryggor byggs\n\n"
QUAY = "Kajen är smutsig.\n\nJag yrkar\natt kajen sopas\n\n"
BATH = "Badet är dyrt.\n\n1. Blir badet gratis?\n\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            f"Motion av Siv Ryd (L) om bryggor\n\n{BRIDGES}Siv Ryd (L)\n\n"
            f"Motion av Tore Gran (SD) om kajen\n\n{QUAY}Tore Gran (SD)\n",
            [("bryggor", "motion", "L"), ("kajen", "motion", "SD")],
        ),
        # labels alone, each below a signature
        (
            f"Motion\n\nFler bryggor\n\n{BRIDGES}Siv Ryd (L)\n\n"
            f"Motion\n\nSopning av kajen\n\n{QUAY}Tore Gran (SD)\n",
            [("Fler bryggor", "motion", "L"), ("Sopning av kajen", "motion", "SD")],
        ),
        # a motion and a question
        (
            f"Motion av Siv Ryd (L) om bryggor\n\n{BRIDGES}Siv Ryd (L)\n\n"
            f"Interpellation av Ulla Rask (V) till Bo Tegel (S) om badet\n\n{BATH}"
            "Ulla Rask (V)\n",
            [("bryggor", "motion", "L"), ("badet", "interpellation", "V")],
        ),
        # answers to two people
        (
            "Svar på interpellation från Siv Ryd (L) om bryggor\n\nDet blir två.\n\n"
            "Bo Tegel (S)\n\nSvar på interpellation från Tore Gran (SD) om kajen\n\n"
            "Den sopas.\n\nGöran Ek (M)\n",
            [
                ("bryggor", "interpellation", "L"),
                ("bryggor", "interpellationssvar", "S"),
                ("kajen", "interpellation", "SD"),
                ("kajen", "interpellationssvar", "M"),
            ],
        ),
        # the same paper: its heading on the next page, and another that it speaks of
        (
            f"Motion av Siv Ryd (L) om bryggor\n\nHamnen är liten.\n\n"
            f"Motion av Siv Ryd (L) om bryggor\n\n{BRIDGES}Siv Ryd (L)\n",
            [("bryggor", "motion", "L")],
        ),
        (
            f"Motion av Siv Ryd (L) om bryggor\n\n"
            f"Motion från Göran Ek (M) om bryggor avslogs i fjol.\n\n{BRIDGES}Siv Ryd (L)\n",
            [("bryggor", "motion", "L")],
        ),
    ],
)
def test_papers_one_after_another(content: str, said: list[tuple[str, str, str]]) -> None:
    found = extract(text(content), document_id="d1", source="papper.txt")
    titles = {case.case_id: case.title for case in found.cases}
    rows = [
        (titles[row.case_id or ""], str(row.act), " ".join(row.parties))
        for row in found.statements
    ]
    assert rows == said
    assert found.positions == ()
    for row in found.statements:
        assert row.text == content[row.start : row.end]


def test_a_file_of_several_papers_says_so() -> None:
    one = f"Motion av Siv Ryd (L) om bryggor\n\n{BRIDGES}Siv Ryd (L)\n\n"
    other = f"Motion av Tore Gran (SD) om kajen\n\n{QUAY}Tore Gran (SD)\n"
    several = extract(text(one + other), document_id="d1", source="papper.txt")
    assert any("2 handlingar" in told for told in several.document.findings)
    alone = extract(text(one), document_id="d1", source="papper.txt")
    assert not any("handlingar" in told for told in alone.document.findings)


def _handling(number: int, author: str, about: str, decision: str) -> str:
    return (
        f"Handling 2021 nr {number}\n\nSvar på motion av {author} om {about}\n\n"
        f"Kommunstyrelsens beslut\n\nMotionen {decision}.\n\n"
        f"Yrkanden i kommunstyrelsen\n\n{author} yrkar bifall till motionen.\n\n"
        f"Reservation\n\n{author} reserverar sig mot beslutet.\n\n"
    )


def test_acts_of_a_second_matter_are_not_the_firsts() -> None:
    first = _handling(12, "Siv Ryd (L)", "bryggor", "avslås")
    both = first + _handling(13, "Tore Gran (SD)", "kajen", "bifalls")
    alone, bundle = (
        extract(text(content), document_id="d1", source="handling.txt")
        for content in (first, both)
    )
    assert [case.title for case in bundle.cases] == [case.title for case in alone.cases]
    assert [(row.party, row.stance) for row in bundle.positions] == [
        (row.party, row.stance) for row in alone.positions
    ]
    assert bundle.statements == alone.statements
    assert bundle.document.text == both
    assert any("bara det första" in told for told in bundle.document.findings)
    assert not any("bara det första" in told for told in alone.document.findings)


@pytest.mark.parametrize(
    ("told", "whole"),
    [
        # a sentence that names a paper at the end of its line: as a PDF breaks lines
        ("Frågan om kajen och dess skick har väckts i kommunfullmäktige,\n", True),
        ("Kommunfullmäktige\n", False),
        ("", False),
    ],
)
def test_a_number_at_the_end_of_a_sentence_begins_no_matter(told: str, whole: bool) -> None:
    first = _handling(12, "Siv Ryd (L)", "bryggor", "avslås")
    content = first + told + _handling(13, "Tore Gran (SD)", "kajen", "bifalls")
    found = extract(text(content), document_id="d1", source="handling.txt")
    assert any("bara det första" in one for one in found.document.findings) is not whole


def test_comments_of_several_matters_in_one_file() -> None:
    content = (
        "Reservationer och särskilda yttranden\nHamnnämnden\n2021-03-04\n\n"
        "Bilaga till § 4, Ny brygga\n\nReservation\nVi reserverar oss mot beslutet att bygga "
        "en brygga i hamnen. Den är för kort.\n\nSiv Ryd (L)\n\n"
        "Särskilt yttrande\nBryggan är bra för hela hamnen.\n\nUlla Rask (V)\n\n"
        "Bilaga till § 5, Längre kaj\n\nSärskilt yttrande\nKajen är bra för hela "
        "hamnen.\n\nGöran Ek (M)\n"
    )
    found = extract(text(content), document_id="d1", source="p.txt")
    assert [(s.act, s.parties, s.body) for s in found.statements] == [
        ("reservation", ("L",), "Hamnnämnden"),
        ("särskilt yttrande", ("V",), "Hamnnämnden"),
        ("särskilt yttrande", ("M",), "Hamnnämnden"),
    ]
    assert [(p.party, p.stance) for p in found.positions] == [("L", "against")]


def test_reservations_of_one_meeting_each_below_its_matter() -> None:
    content = (
        "Reservationer vid kommunfullmäktiges möte i Tallvik den 4 mars 2021\n\n"
        "Ärende 7 Ny brygga\n\nRESERVATION\n\nBryggan är för dyr och ligger fel.\n\n"
        "Siv Ryd (L)     Göran Ek (M)\n\n"
        "Ärende 9 Kajen\n\nRESERVATION\n\nVänsterpartiet reserverar sig mot beslutet. "
        "Kajen är allas.\n\nUlla Rask (V)\n"
    )
    found = extract(text(content), document_id="d1", source="papper.txt")
    assert found.document.municipality == "Tallvik"
    assert [(c.number, c.title, c.body) for c in found.cases] == [
        ("7", "Ny brygga", "Kommunfullmäktige"),
        ("9", "Kajen", "Kommunfullmäktige"),
    ]
    assert [(s.act, s.parties) for s in found.statements] == [
        ("reservation", ("L", "M")),
        ("reservation", ("V",)),
    ]
    assert {p.party for p in found.positions} == {"V"}


ATTACHED = """Tallviks kommun
Hamnnämnden 2021-03-04
Ärende 4, dnr HN 2021-0017

Reservation

Försäljning av bryggan

Moderaterna reserverar sig mot nämndens beslut att sälja bryggan. Den är värd mer.

Göran Ek (M)

Bilaga 1

Yrkande, Moderaterna och Liberalerna

Hamnnämnden föreslås besluta

att bryggan värderas

Göran Ek (M)
Siv Ryd (L)

Bilaga 2

Reservation, Sverigedemokraterna

Sverigedemokraterna reserverar sig också mot nämndens beslut. Bryggan ska inte säljas.

Tore Gran (SD)
"""


def test_appendices_by_other_parties_are_in_the_same_matter() -> None:
    found = extract(text(ATTACHED), document_id="d1", source="papper.txt")
    (case,) = found.cases
    assert (case.reference, case.title) == ("HN 2021-0017", "Försäljning av bryggan")
    assert [(row.act, row.parties) for row in found.statements] == [
        ("reservation", ("M",)),
        ("yrkande", ("M", "L")),
        ("reservation", ("SD",)),
    ]
    assert {row.case_id for row in found.statements} == {case.case_id}
    assert len({row.statement_id for row in found.statements}) == 3
    assert {row.party: row.stance for row in found.positions} == {
        "M": "against",
        "SD": "against",
    }
