"""A report on its way to the council: every act with the body and date it belongs to."""

import pytest

from pipeline.extraction import extract
from pipeline.models import Extraction
from tests.extraction.texts import text

HEAD = """Utlåtande 2021:14

Nya bryggor och längre kajer behövs snarast i hamnen

Motion av Siv Ryd (L) om bryggornas framtid efter vintern

Dnr KS 2021/17-3

"""
REPORT = (
    HEAD
    + """Förslag till beslut

Kommunstyrelsen föreslår att kommunfullmäktige beslutar följande.

Motionen avslås.

Föredragande kommunalråd Berit Sjöholm (S)

Ärendet

Motionären vill att det byggs fler bryggor i hamnen.

Beredning

Ärendet har remitterats till Hamnnämnden och Kajrådet. Kajrådet har inte svarat.

Hamnnämnden

Hamnnämnden beslutade vid sitt sammanträde den 4 mars 2021 följande. Vi avstyrker motionen.

Reservation av Göran Ek (M)

Bryggor behövs i hamnen. Vi vill bifalla motionen.

Föredragande kommunalrådets synpunkter

Det finns redan bryggor nog. Jag avstyrker därför motionen.

Kommunalrådsberedningen tillstyrker förslaget.

Reservation av Göran Ek (M)

Likalydande med reservationen av Moderaterna i Hamnnämnden.

Särskilt uttalande av Tore Gran (SD)

Vi hade gärna sett en utredning om bryggor först.

Kommunstyrelsen delar beredningens uppfattning.

Ersättaryttrande av Nils Ask (KD)

Om jag hade haft rösträtt hade jag stött motionen.

Reservation av Siv Ryd (L)

Vi vill bifalla motionen, den är klok.

Tallvik den 5 maj 2021
"""
)


def read(content: str) -> Extraction:
    return extract(text(content), document_id="d1", source="utlatande.txt")


def test_the_case_of_a_report() -> None:
    found = read(REPORT)
    (case,) = found.cases
    assert found.document.kind == "utlåtande"
    assert (case.reference, case.body, case.date) == (
        "KS 2021/17",
        "Kommunstyrelsen",
        "2021-05-05",
    )
    assert (case.item_type, case.outcome, case.decided_by) == ("motion", "avslag", None)
    assert case.decision == ("Motionen avslås.",)
    assert case.title == "Motion av Siv Ryd (L) om bryggornas framtid efter vintern"


@pytest.mark.parametrize(
    ("number", "act", "party", "body", "date", "words"),
    [
        # what the motion asks belongs to no body
        (1, "motion", "L", None, None, "Motionären vill"),
        (
            2,
            "föredragandes synpunkter",
            "S",
            "Kommunalrådsberedningen",
            None,
            "Det finns redan",
        ),
        (3, "reservation", "M", "Hamnnämnden", "2021-03-04", "Bryggor behövs"),
        (4, "reservation", "M", "Kommunalrådsberedningen", None, "Likalydande"),
        (5, "särskilt uttalande", "SD", "Kommunalrådsberedningen", None, "Vi hade gärna"),
        (6, "ersättaryttrande", "KD", "Kommunstyrelsen", "2021-05-05", "Om jag"),
        (7, "reservation", "L", "Kommunstyrelsen", "2021-05-05", "Vi vill bifalla"),
    ],
)
def test_every_act_has_its_body_and_date(
    number: int, act: str, party: str, body: str | None, date: str | None, words: str
) -> None:
    row = read(REPORT).statements[number - 1]
    assert row.statement_id == f"d1:1:s{number}"
    assert (row.act, row.parties, row.body, row.date) == (act, (party,), body, date)
    assert row.text.startswith(words)


def test_the_presenter_behind_a_colon() -> None:
    told = "Föredragande kommunalråd: Berit Sjöholm (S)"
    found = read(REPORT.replace("Föredragande kommunalråd Berit Sjöholm (S)", told))
    assert [(s.parties, s.text) for s in found.statements] == [
        (s.parties, s.text) for s in read(REPORT).statements
    ]


OLDER = """Utlåtande Dnr KS 2021/17

Motion av Siv Ryd (L) om bryggor

Beredning

Ärendet har remitterats till hamnnämnden.

Hamnnämnden

Hamnnämnden beslutade vid sitt sammanträde den 4 mars 2021 att avstyrka motionen.

Reservation anfördes av Göran Ek (M) enligt följande.

Bryggor behövs.

Särskilt uttalande gjordes av Tore Gran (SD) enligt följande.

Vi hade gärna sett en plan.

Hamnkontorets tjänsteutlåtande daterat den 1 februari 2021 har i huvudsak följande lydelse.

Kontoret har inget att invända.

Kommunstyrelsen

Reservation anfördes av Siv Ryd (L) enligt följande.

Vi vill bifalla motionen.
"""


def test_acts_told_in_the_passive_stand_under_their_own_body() -> None:
    found = read(OLDER)
    rows = [r for r in found.statements if r.act != "motion"]
    assert [(r.act, r.parties, r.body, r.date) for r in rows] == [
        ("reservation", ("M",), "Hamnnämnden", "2021-03-04"),
        ("särskilt uttalande", ("SD",), "Hamnnämnden", "2021-03-04"),
        ("reservation", ("L",), "Kommunstyrelsen", None),
    ]
    # what the officials write is nobody's statement
    assert rows[1].text == "Vi hade gärna sett en plan."
    # the date of an earlier round is not the report's
    assert found.document.date is None


def test_the_same_words_as_in_an_earlier_round() -> None:
    rows = read(REPORT).statements
    assert [row.same_as for row in rows if row.same_as] == ["d1:1:s3"]
    assert rows[3].same_as == "d1:1:s3"


def test_positions_by_body() -> None:
    found = {(p.body, p.party): p.stance for p in read(REPORT).positions}
    assert found == {
        ("Hamnnämnden", "M"): "against",
        ("Kommunalrådsberedningen", "M"): "against",
        ("Kommunalrådsberedningen", "SD"): "remark",
        ("Kommunstyrelsen", "L"): "against",
    }


def test_referrals_of_a_report() -> None:
    found = [(r.instance, r.response, r.stance, r.date) for r in read(REPORT).referrals]
    assert found == [
        ("Hamnnämnden", "svar", "negativ", "2021-03-04"),
        ("Kajrådet", "inte svarat", None, None),
    ]


@pytest.mark.parametrize(
    "told",
    [
        # an account in running text is no act of its own
        "Förvaltningen minns att det fanns en reservation av Göran Ek (M) i fjol.",
        "Motionären yrkar att bryggan målas.",
    ],
)
def test_what_is_told_is_no_act(told: str) -> None:
    content = (
        f"{HEAD}Ärendet\n\nDet gäller bryggor.\n\nKommunstyrelsen delar detta.\n\n{told}\n"
    )
    assert [row.act for row in read(content).statements] == ["motion"]


def test_the_executive_debate_retold() -> None:
    content = (
        HEAD
        + """Kommunstyrelsen föreslår att kommunfullmäktige beslutar

Motionen avslås.

Vid behandlingen av ärendet i kommunstyrelsen förekom skiljaktiga meningar:

Siv Ryd (L) yrkar bifall till motionen.

Berit Sjöholm (S) yrkar avslag på motionen.

Ordföranden ställer yrkandena mot varandra och finner att motionen avslås.

Siv Ryd (L) reserverar sig mot beslutet.

Tallvik den 5 maj 2021
"""
    )
    found = read(content)
    assert {(s.body, s.date) for s in found.statements if s.act != "motion"} == {
        ("Kommunstyrelsen", "2021-05-05")
    }
    assert {p.party: (p.stance, p.basis) for p in found.positions} == {
        "L": ("against", "reservation"),
        "S": ("for", "yrkande"),
    }
    assert [c.outcome for c in found.cases] == ["avslag"]


def test_a_short_title() -> None:
    content = REPORT.replace(
        HEAD, "Utlåtande 2021:14\n\nNya bryggor i hamnen\n\nDnr KS 2021/17\n\n"
    )
    assert [c.title for c in read(content).cases] == ["Nya bryggor i hamnen"]


@pytest.mark.parametrize("appendix", ["bilaga 1", "bilaga"])
def test_remarks_that_are_printed_in_an_appendix(appendix: str) -> None:
    found = read(
        "Utlåtande Rotel V (Dnr KS 2021/17)\n\nNya kajer i staden\nMotion (2021:3) av Siv "
        "Ryd (L)\n\nKommunstyrelsen föreslår att kommunfullmäktige beslutar följande.\n\n"
        "Motion (2021:3) av Siv Ryd (L) om nya kajer anses besvarad.\n\n"
        "Föredragande borgarrådet Berit Sjöholm anför följande.\n\nMina synpunkter\n\n"
        "Kajer är bra.\n\nBorgarrådsberedningen tillstyrker föredragande borgarrådets "
        "förslag.\n\nRemissammanställning\n\nHamnnämnden\n\nHamnnämnden beslutade vid sitt "
        "sammanträde den 14 februari 2021 att svara.\n\nReservation anfördes av Siv Ryd "
        f"m.fl. (L), {appendix}.\n\nBilaga 1\n\nReservationer m.m.\n\nHamnnämnden\n\n"
        "Reservation anfördes av Siv Ryd m.fl. (L) enligt följande.\n\nKajer är dyra.\n"
    )
    assert [case.title for case in found.cases] == ["Nya kajer i staden"]
    said = [(s.body, s.text) for s in found.statements if s.act == "reservation"]
    assert said == [("Hamnnämnden", "Kajer är dyra.")]


def test_an_older_report_with_its_answers_last() -> None:
    found = read(
        "PM 2021:18 RVI (Dnr KS 2021/17)\n\nNya kajer i staden\nRemiss från Hamnverket\n"
        "Remisstid den 15 mars 2021\n\nBorgarrådsberedningen föreslår att kommunstyrelsen "
        "beslutar följande.\n\nRemissen anses besvarad.\n\n"
        "Föredragande borgarrådet Berit Sjöholm anför följande.\n\nBeredning\n\n"
        "Ärendet har remitterats till hamnnämnden.\n\nMina synpunkter\n\nKajer är bra.\n\n"
        "Tallvik den 1 mars 2021\n\nBERIT SJÖHOLM\n\nBilaga\nReservationer m.m.\n\n"
        "Borgarrådsberedningen tillstyrker föredragande borgarrådets förslag.\n\n"
        "Remissammanställning\n\nHamnnämnden\n\nHamnnämnden beslutade vid sitt sammanträde "
        "den 14 februari 2021 att svara.\n\nReservation anfördes av Siv Ryd m.fl. (L) enligt "
        "följande.\n\nKajer är dyra.\n"
    )
    (case,) = found.cases
    assert (case.title, case.item_type) == ("Nya kajer i staden", "remiss")
    assert case.decision == ("Remissen anses besvarad.",)
    assert [(str(s.act), s.text, s.body, s.date) for s in found.statements] == [
        ("föredragandes synpunkter", "Kajer är bra.", "Borgarrådsberedningen", None),
        ("reservation", "Kajer är dyra.", "Hamnnämnden", "2021-02-14"),
    ]


def test_names_below_a_body_are_a_signature() -> None:
    found = read(f"{HEAD}Hamnnämnden säger ja.\n\nHamnnämnden\n\nSiv Ryd (L)\nOrdförande\n")
    assert (found.statements, found.positions) == ((), ())


def test_the_title_below_a_letterhead_of_officials() -> None:
    content = (
        "TJÄNSTEUTLÅTANDE\nTallviks hamnförvaltning\nAvdelningen för kajer\nDnr H 2021/612\n"
        "2021-08-30\n\nHandläggare\nBo Alm\nTelefon: 08-11 22 33\n\nTill\nHamnnämnden\n"
        "2021-09-23\n\nNya bryggor i hamnen\n\nFörvaltningens förslag till beslut\n"
        "Nämnden bygger bryggor.\n"
    )
    assert [c.title for c in read(content).cases] == ["Nya bryggor i hamnen"]
