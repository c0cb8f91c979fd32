"""Reports of a region's own committee."""

import pytest

from pipeline.extraction.committee_report import of_the_riksdag
from tests.extraction.test_extract import read

REPORT = """REGION TALLMARK
Hamnutskottet

BETÄNKANDE                                    2021-05-03
                                              Dnr RS 2021/0912

Till regionfullmäktige

Motion av Siv Ryd (L) och Göran Ek (M) om bryggor

Utskottets förslag till beslut
Regionfullmäktige beslutar att avslå motionen.

Ärendet
Siv Ryd (L) och Göran Ek (M) vill ha fler bryggor.

Yrkanden i utskottet
Siv Ryd (L) yrkade bifall till motionen.
Ulla Rask (V) yrkade avslag på motionen.

Utskottet beslutade enligt Ulla Rasks (V) yrkande.

Reservation
Mot utskottets beslut reserverade sig Siv Ryd (L) och Göran Ek (M):
Vi vill att bryggor finns i hela länet. De som finns är alla fulla redan i maj.

För hamnutskottet

Ulla Rask            Per Ask
ordförande           sekreterare
"""


def test_a_report_is_one_matter_of_its_committee() -> None:
    found = read(REPORT)
    assert (found.document.kind, found.document.body) == ("betänkande", "Hamnutskottet")
    (case,) = found.cases
    assert case.title == "Motion av Siv Ryd (L) och Göran Ek (M) om bryggor"
    assert (case.outcome, case.decision) == (
        "avslag",
        ("Regionfullmäktige beslutar att avslå motionen.",),
    )
    stood = {p.party: str(p.stance) for p in found.positions}
    assert stood == {"L": "against", "V": "for", "M": "against"}
    (text,) = [s.text for s in found.statements if s.act == "reservation"]
    assert text == (
        "Vi vill att bryggor finns i hela länet. De som finns är alla fulla redan i maj."
    )


@pytest.mark.parametrize(
    ("content", "national"),
    [
        (REPORT, False),
        ("Hamnutskottets betänkande\n2021/22:HaU3\n", True),
        ("Betänkande\n\nUtskottets förslag till riksdagsbeslut\n", True),
    ],
)
def test_the_reports_of_the_riksdag_are_others(content: str, national: bool) -> None:
    assert of_the_riksdag(content) == national
