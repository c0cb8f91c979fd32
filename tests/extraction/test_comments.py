"""Papers that parties hand in to be put with the minutes."""

import pytest

from pipeline.extraction import extract
from pipeline.extraction.comments import comment_act
from pipeline.extraction.kind import kind_of
from pipeline.models import Extraction
from tests.extraction.texts import text

WORDS = "Hamnen behöver ingen brygga. Bo Tegel (S) har fel."


def read(content: str) -> Extraction:
    return extract(text(content), document_id="d1", source="papper.txt")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        # a letterhead in columns
        (f"Liberalerna     Reservation\nTallvik     2021-03-04\n\n{WORDS}", "skrivelse"),
        (f"Hamnnämnden      Yrkande\n                 (L, M)\n\n{WORDS}", "skrivelse"),
        (f"Protokollsanteckning KS 2021-03-04 ärende 6\n\n{WORDS}", "skrivelse"),
        (f"Röstförklaring från Liberalerna\n\n{WORDS}", "skrivelse"),
        ("Yttrande\n\nHamnnämnden har inget att invända.", "övrigt"),
        # "yttrande" of parties, and of a board that was asked about a motion
        (f"Hamnnämnden\n\nYttrande             L, M\n\n2021-03-04       Ärende nr 4\n\n"
         f"Yttrande angående – Motion om bryggor\n\n{WORDS}", "skrivelse"),
        (f"Hamnnämnden\n\nYttrande 2021-03-04\n(L)\n\n{WORDS}", "skrivelse"),
        (f"Hamnnämnden\n\nYttrande\n\nYttrande angående motion av Siv Ryd (L) om bryggor\n\n"
         f"{WORDS}", "utlåtande"),
        (f"Liberalerna\nNämndinitiativ till hamnnämnden\n\n{WORDS}", "skrivelse"),
        (f"Budgetförslag från Liberalerna i Tallvik\n\n{WORDS}", "skrivelse"),
        # what a party answers, and what a board does
        (f"Liberalerna Tallvik\nRemissvar      2021-03-04\n\n{WORDS}", "skrivelse"),
        (f"Hamnnämnden\nRemissvar      2021-03-04\n\n{WORDS}", "övrigt"),
        # the paragraph of the minutes that a comment belongs to
        (f"Särskilt yttrande\n\nHamnnämnden\n§ 4 Ny brygga\n\n{WORDS}", "skrivelse"),
        # minutes have such headings, and decide
        (f"Hamnnämnden 2021-03-04\n\nNy brygga\n\nYrkande\n{WORDS}\n\nBeslut\nNämnden avslår.",
         "övrigt"),
        # what is told about a motion is no motion
        ("Beslut i hamnen\n\nNämnden sa ja till en brygga. Liberalerna reserverade sig.\n\n"
         "Motion om kajen avslogs\n\nDen fick nej.", "övrigt"),
    ],
)  # fmt: skip
def test_kind_of_comments(content: str, kind: str) -> None:
    assert kind_of(text(content)) == kind


def test_the_answer_of_a_party_that_was_asked() -> None:
    found = read(
        "Liberalerna Tallvik\nKommunfullmäktigegruppen\n\nRemissvar      2021-03-04\n\nTill "
        "kommunstyrelsen\n\nYttrande över hamnplan, dnr KS 2021/7\n\nLiberalerna vill att "
        "bryggan stryks ur planen.\n\nFör Liberalerna Tallvik\n\nSiv Ryd, gruppledare\n"
    )
    (said,) = found.statements
    assert (said.act, said.parties, said.persons) == ("remissvar", ("L",), ("Siv Ryd",))
    assert said.text == "Liberalerna vill att bryggan stryks ur planen."
    assert found.cases[0].title == "Yttrande över hamnplan"
    assert not found.positions


@pytest.mark.parametrize(
    ("heading", "act"),
    [
        ("Liberalerna          Skriftlig reservation", "reservation"),
        ("Budgetreservation från Liberalerna", "reservation"),
        ("Gemensamt särskilt yttrande", "särskilt yttrande"),
        ("Röstförklaring (L)", "särskilt yttrande"),
        ("Remissvar", "remissvar"),
        ("Tilläggsyrkande", "yrkande"),
        ("Yttrande till protokollet", "särskilt yttrande"),
        ("Ersättaryttrande", "ersättaryttrande"),
        ("| Ändringsyrkande | 2021-03-04 |", "yrkande"),
        ("Ledamotsinitiativ", "skrivelse"),
        ("Skrivelse om bryggor", None),
        ("Svar på yrkande", None),
    ],
)
def test_comment_act(heading: str, act: str | None) -> None:
    assert comment_act(heading) == act


@pytest.mark.parametrize(
    ("content", "body", "title", "said"),
    [
        # authors and party in the letterhead
        (f"Reservation\n2021-03-04\nHamnnämnden\nDnr HN 2021/17\n\nSiv Ryd m.fl. (L)\n"
         f"Göran Ek m.fl. (M)\n\nÄrende 7\nNy brygga\n\n{WORDS}\n",
         "Hamnnämnden", "Ny brygga", ("reservation", ("Siv Ryd", "Göran Ek"), ("L", "M"))),
        (f"Nämndinitiativ till hamn- och kajnämnden\n\nNy brygga\n\n{WORDS}\n\nSiv Ryd (L)\n",
         "Hamn- och kajnämnden", "Ny brygga", ("skrivelse", ("Siv Ryd",), ("L",))),
        (f"Ersättaryttrande\n\nHamnnämnden 2021-03-04\nÄrende 6 Ny brygga\nSiv Ryd (L)\n\n"
         f"{WORDS}\n",
         "Hamnnämnden", "Ny brygga", ("ersättaryttrande", ("Siv Ryd",), ("L",))),
        (f"Reservation från oppositionen\n"
         f"Hamn- och kajnämnden den 4 mars 2021, ärende 5: Ny brygga\n\n{WORDS}\n\n"
         f"Siv Ryd (L)\n",
         "Hamn- och kajnämnden", "Ny brygga", ("reservation", ("Siv Ryd",), ("L",))),
        # only parties, in a column
        (f"Hamnnämnden        Yrkande\n                   (M, L)\n"
         f"                   2021-03-04\n                   Ärende 2.1.7\n\n"
         f"Yrkande angående ny brygga\n\nFörslag till beslut\n\n{WORDS}\n",
         "Hamnnämnden", "ny brygga", ("yrkande", (), ("M", "L"))),
        # the matter stands above the label
        (f"Hamnnämnden i Tallvik, 2021-03-04\nÄrende nr 04\nNy brygga i hamnen\nHN-2021-17\n\n"
         f"Reservation\n\n{WORDS}\n\nSiv Ryd (L) med instämmande av Göran Ek (L)\n",
         "Hamnnämnden", "Ny brygga i hamnen",
         ("reservation", ("Siv Ryd", "Göran Ek"), ("L",))),
        # the party in the heading, its speaker below
        (f"Röstförklaring från Liberalerna\n"
         f"Kommunfullmäktige den 4 mars 2021, ärende 11, Ny brygga\n\n{WORDS}\n\nSiv Ryd\n",
         "Kommunfullmäktige", "Ny brygga", ("särskilt yttrande", ("Siv Ryd",), ("L",))),
        (f"Protokollsanteckning KSAU 2021-03-04 ärende 6\n\n{WORDS}\n\n"
         f"Siv Ryd (L)\nGöran Ek (M)\n",
         "Kommunstyrelsens arbetsutskott", None,
         ("protokollsanteckning", ("Siv Ryd", "Göran Ek"), ("L", "M"))),
        (f"Nämndinitiativ till hamnnämnden\n\nNy brygga\n\n{WORDS}\n\n"
         f"Gruppledare Siv Ryd\nLiberalerna\n",
         "Hamnnämnden", "Ny brygga", ("skrivelse", ("Siv Ryd",), ("L",))),
        (f"Avvikande mening\n\nHamnnämnden 2021-03-04\n§ 55 Ny brygga\n\n{WORDS}\n\n"
         f"För Alliansen\nSiv Ryd (L)\nGöran Ek (M)\n",
         "Hamnnämnden", "Ny brygga", ("reservation", ("Siv Ryd", "Göran Ek"), ("L", "M"))),
        # the date of the meeting stands below
        (f"Reservation ärende 12 – Ny brygga\n\n{WORDS}\n\nHamnnämnden den 4 mars 2021\n"
         f"För Liberalerna\nSiv Ryd\n",
         "Hamnnämnden", "Ny brygga", ("reservation", ("Siv Ryd",), ("L",))),
        (f"Nämnden för hamnens framtid\n\nInitiativärende – Ny brygga\n\n{WORDS}\n\n"
         f"Siv Ryd\nLiberalerna\n",
         "Nämnden för hamnens framtid", "Ny brygga", ("skrivelse", ("Siv Ryd",), ("L",))),
        # a party's "yttrande": its letters stand below the word
        (f"Hamnnämnden                    Yttrande\n                               (L)\n"
         f"                               Ärende 2\n\n"
         f"Yttrande angående ny brygga\n\n{WORDS}\n",
         "Hamnnämnden", "ny brygga", ("särskilt yttrande", (), ("L",))),
        (f"Återremissyrkande\n\nHamnnämnden 2021-03-04\nÄrende 15 Ny brygga\n\n{WORDS}\n\n"
         f"Liberalerna           Moderaterna\nSiv Ryd               Göran Ek\n",
         "Hamnnämnden", "Ny brygga", ("yrkande", ("Siv Ryd", "Göran Ek"), ("L", "M"))),
        # the words go on where the heading ends, as texts do that have lost their layout
        (f"Hamnnämnden\n\nYrkande               L, M\n\n2021-03-04\n\n"
         f"Yrkande angående – Motion av Bo Tegel (S) om fler bryggor Förslag till beslut "
         f"I hamnnämnden och kommunfullmäktige:\n\n{WORDS}\n",
         "Hamnnämnden", "Motion av Bo Tegel (S) om fler bryggor",
         ("yrkande", (), ("L", "M"))),
        (f"Hamnnämnden\n\nYttrande             Liberalerna, Moderaterna\n\n"
         f"2021-03-04           Ärende nr 15\n\n"
         f"Yttrande angående – Motion om bryggor Yttrandet {WORDS}\n",
         "Hamnnämnden", "Motion om bryggor", ("särskilt yttrande", (), ("L", "M"))),
        # "Yrkande om återremiss" is what it is, not what it is about
        (f"Hamnnämnden\n\nYrkande om återremiss\n2021-03-04          L, M\nÄrende 2.1.8\n\n"
         f"Återremissyrkande angående hamnens bryggor\n\nFörslag till beslut\n"
         f"I hamnnämnden:\n\n{WORDS}\n",
         "Hamnnämnden", "hamnens bryggor", ("yrkande", (), ("L", "M"))),
        # the parties stand below the number of the matter, or in a second heading
        (f"Hamnnämnden\n\nYrkande\n2021-03-04\n\nÄrende 6\n\n(V) (MP) (S)\n\n"
         f"Yrkande om hamnens bryggor\n\n{WORDS}\n",
         "Hamnnämnden", "hamnens bryggor", ("yrkande", (), ("V", "MP", "S"))),
        (f"Yttrande – Hamnnämnden 2021-03-04, ärende 2.1.9\n\n"
         f"Yttrande från Liberalerna angående hamnens bryggor\n\n{WORDS}\n",
         "Hamnnämnden", "hamnens bryggor", ("särskilt yttrande", (), ("L",))),
        # the meeting and the matter in the heading itself
        (f"Skriftlig reservation mot beslut i hamnnämnden 2021-03-04 § 88 ”Ny brygga”\n\n"
         f"{WORDS}\n\nLiberalerna Tallvik\nSiv Ryd\n",
         "Hamnnämnden", "Ny brygga", ("reservation", ("Siv Ryd",), ("L",))),
        (f"Kommunfullmäktige\n\nProtokollsanteckning till ärende 14, Mål och budget, "
         f"kommunfullmäktiges sammanträde 2021-03-04\n\n{WORDS}\n\n"
         f"Liberalerna i Tallvik genom Siv Ryd\n",
         "Kommunfullmäktige", "Mål och budget",
         ("protokollsanteckning", ("Siv Ryd",), ("L",))),
        (f"Hamnnämnden\n\nTilläggsyrkande M L KD\nDatum: 2021-03-04\n"
         f"Ärende 15. Kajen vid Tallgatan\n\nFörslag till beslut\n{WORDS}\n",
         "Hamnnämnden", "Kajen vid Tallgatan", ("yrkande", (), ("M", "L", "KD"))),
        (f"Reservation till förmån för eget yrkande\n\n"
         f"Hamnnämndens sammanträde den 4 mars 2021\nPunkt 14. Ny brygga\n\n{WORDS}\n\n"
         f"Siv Ryd (L)\n",
         "Hamnnämnden", "Ny brygga", ("reservation", ("Siv Ryd",), ("L",))),
        (f"Särskilt yttrande KF 2021-03-04, § 135, Ny brygga\n\n"
         f"Liberalerna lämnar följande särskilda yttrande:\n\n{WORDS}\n\nSiv Ryd (L)\n",
         "Kommunfullmäktige", "Ny brygga", ("särskilt yttrande", ("Siv Ryd",), ("L",))),
        (f"Till protokollet\n\nHamnnämnden 2021-03-04, § 77\n\n"
         f"Anteckning till protokollet från Liberalerna\n\n{WORDS}\n\n/Siv Ryd (L)\n",
         "Hamnnämnden", None, ("protokollsanteckning", ("Siv Ryd",), ("L",))),
        # nobody says whose it is
        (f"Reservation\n\nHamnnämnden 2021-03-04\n\nNy brygga\n\n{WORDS}\n",
         "Hamnnämnden", "Ny brygga", None),
    ],
)  # fmt: skip
def test_whose_comment_it_is(
    content: str,
    body: str,
    title: str | None,
    said: tuple[str, tuple[str, ...], tuple[str, ...]] | None,
) -> None:
    found = read(content)
    (case,) = found.cases
    assert (case.body, case.title) == (body, title)
    rows = [(str(r.act), r.persons, r.parties) for r in found.statements]
    assert rows == ([said] if said else [])
    assert all(row.body == body and row.text == WORDS for row in found.statements if said)
    assert found.positions == ()


@pytest.mark.parametrize(
    ("words", "points"),
    [
        ("1. Bryggan byggs.\n2. Kajen sopas.\n\nYrkandet\nTvå skäl:\n- den är kort\n- och hal",
         ("Bryggan byggs.", "Kajen sopas.")),
        ("1. Bryggan byggs.\n\nYrkandet Hamnen är liten:\n- den är kort", ("Bryggan byggs.",)),
        ("Ärendet återremitteras.\n\nYrkandet\nDet är oklart.", ("Ärendet återremitteras.",)),
        ("Yrkandet är enkelt. Vi vill\natt bryggan byggs", ("att bryggan byggs",)),
    ],
)  # fmt: skip
def test_the_points_stand_above_the_reasons(words: str, points: tuple[str, ...]) -> None:
    head = "Hamnnämnden\n\nYrkande       L\n\nYrkande angående bryggor\n\n"
    found = read(f"{head}Förslag till beslut\nI hamnnämnden:\n{words}\n")
    assert [(row.parties, row.points) for row in found.statements] == [(("L",), points)]
    assert found.cases[0].outcome is None


def test_the_number_of_a_matter_in_the_diary() -> None:
    head = "Hamnnämnden\n\nTilläggsyrkande            L\n\nÄrende nr: HN-2021-00145\n\n"
    found = read(f"{head}Yrkande angående – Motion om bryggor.\n\n{WORDS}\n")
    assert (found.document.reference, found.cases[0].title) == (
        "HN-2021-00145",
        "Motion om bryggor",
    )


@pytest.mark.parametrize(
    ("words", "closing", "act"),
    [
        (WORDS, "Siv Ryd (L), ersättare\nMaj Ek (L), ersättare", "ersättaryttrande"),
        (WORDS, "Siv Ryd (L), tjänstgörande ersättare", "reservation"),
        (WORDS, "Siv Ryd (L), ersättare\nMaj Ek (L), ledamot", "reservation"),
        ("Om jag hade fått rösta hade jag röstat nej.", "Siv Ryd (L)", "ersättaryttrande"),
    ],
)
def test_substitutes_on_a_paper_of_their_own(words: str, closing: str, act: str) -> None:
    found = read(f"Reservation\n\nHamnnämnden 2021-03-04\n\n{words}\n\n{closing}\n")
    (row,) = found.statements
    assert (row.act, row.by_substitute) == (act, act == "ersättaryttrande")


@pytest.mark.parametrize(
    ("label", "words", "stood"),
    [
        ("Reservation", "Därför reserverar vi oss mot beslutet.",
         [("L", "against", "reservation")]),
        ("Reservation", "Vi reserverar oss till förmån för vårt förslag.",
         [("L", "against", "reservation")]),
        ("Reservation", "Vi hade velat se ett annat beslut.", []),
        ("Yrkande", "Vi reserverar oss mot beslutet.", []),
    ],
)  # fmt: skip
def test_a_written_reservation_is_a_position(
    label: str, words: str, stood: list[tuple[str, str, str]]
) -> None:
    found = read(f"{label}\n\nHamnnämnden 2021-03-04\n\n{WORDS}\n\n{words}\n\nSiv Ryd (L)\n")
    rows = [(r.party, str(r.stance), str(r.basis)) for r in found.positions]
    assert rows == stood
    assert all(row.quote == words for row in found.positions)
