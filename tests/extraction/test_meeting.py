"""Which body met, where and when."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extraction.meeting import (
    meeting_body,
    meeting_date,
    municipality_of,
    named_alone,
    nominative,
    signing_date,
)

FAR = "Löptext om vågor. " * 30


@pytest.mark.parametrize(
    ("content", "date"),
    [
        # the field for it
        ("Sammanträdesdatum: 2021-03-04", "2021-03-04"),
        ("Sammanträdesdatum\n4 mars 2021", "2021-03-04"),
        ("Sammanträdesdag 2021-03-04", "2021-03-04"),
        # below the number of the page and an empty line
        ("Sammanträdesdatum   1(9)\n\nHamnnämnden   2021-03-04\n", "2021-03-04"),
        # which beats the other dates of the first page
        ("Justerat 2021-03-10\nSammanträdesdatum 2021-03-04", "2021-03-04"),
        ("Utskrivet 2021-03-09\n\nSammanträde 2021-03-04", "2021-03-04"),
        # the line that names the meeting
        ("Protokoll fört vid möte den 4 mars 2021", "2021-03-04"),
        ("Sammanträde onsdagen den 4 mars 2021 kl. 18", "2021-03-04"),
        # the field for time and place
        ("Tid: 2021-03-04 kl. 13", "2021-03-04"),
        ("Tid och plats\n2021-03-04, Rådhuset", "2021-03-04"),
        ("Datum 2021-03-04", "2021-03-04"),
        # any date at the top
        ("Hamnnämnden 2021-03-04", "2021-03-04"),
        # no year, no date
        ("Sammanträde i mars", None),
        ("", None),
    ],
)
def test_meeting_date(content: str, date: str | None) -> None:
    assert meeting_date(content) == date


@pytest.mark.parametrize(
    ("content", "body"),
    [
        ("Protokoll fört vid hamnnämndens sammanträde", "Hamnnämnden"),
        ("Protokoll från kommunfullmäktiges möte", "Kommunfullmäktige"),
        ("Protokoll för tekniska utskottet i Tallvik", "Tekniska utskottet"),
        ("Hamnnämnden Sammanträdesprotokoll\n\nVik", "Hamnnämnden"),
        ("Samordningsförbundet Tallsam\nStyrelseprotokoll", "Samordningsförbundet Tallsam"),
        # a committee below the board that it is of
        (
            "Barn- och hamnnämnden\nArbetsutskottet   PROTOKOLL\n\nArbetsutskottet beslutar\n",
            "Barn- och hamnnämndens arbetsutskott",
        ),
        # a company, by its name; but not one that a board of the municipality speaks of
        ("Tallviks Hamn AB\nStyrelseprotokoll nr 5\n", "Tallviks Hamn AB"),
        ("AB Tallhem           PROTOKOLL\n         Styrelsesammanträde 4", "AB Tallhem"),
        (
            "Protokoll fört vid styrelsemöte i Tallviks Energi och Vatten AB, 2021-03-04",
            "Tallviks Energi och Vatten AB",
        ),
        (
            "Protokoll fört vid styrelsemöte\nmed Stiftelsen Tallviks Museum\n2021-03-04",
            "Stiftelsen Tallviks Museum",
        ),
        ("Bolag: Tallviks Hamn AB (publ)\nProtokoll nr 3, styrelsemöte", "Tallviks Hamn AB"),
        ("Kommunstyrelsen\nProtokoll\n\nStyrelsemöte i Tallviks Hamn AB", "Kommunstyrelsen"),
        ("Hamnnämnden\nProtokoll\n\nTallviks Hamn AB\n", "Hamnnämnden"),
        # alone on a line
        ("Hamnnämnden\nProtokoll", "Hamnnämnden"),
        ("Tallviks kommun\nKommunstyrelsen\n2021", "Kommunstyrelsen"),
        ("Nämnden för hamn och farleder\nProtokoll", "Nämnden för hamn och farleder"),
        ("Socialnämnd Norr\nProtokoll", "Socialnämnd Norr"),
        ("Stadsdelsnämnden Västra\nProtokoll", "Stadsdelsnämnden Västra"),
        ("Barn- och ungdomsnämnden\n", "Barn- och ungdomsnämnden"),
        ("Miljö, hamn och byggnadsnämnden", "Miljö, hamn och byggnadsnämnden"),
        # a committee of a board is not the board
        ("Kommunstyrelsens arbetsutskott\nProtokoll", "Kommunstyrelsens arbetsutskott"),
        # with the name of the paper, date or page on its line
        ("Protokoll Barn- och hamnnämnden 2021-03-04\n", "Barn- och hamnnämnden"),
        ("Hamnnämnden                 Sammanträdesdatum    4 (9)", "Hamnnämnden"),
        ("Hamnnämnden 1 (8)\nProtokoll", "Hamnnämnden"),
        ("Hamnnämnden i Tallvik 2021-03-04, § 140", "Hamnnämnden"),
        ("HAMNNÄMNDEN\nPROTOKOLL", "Hamnnämnden"),
        ("Tallviks kommunfullmäktige   Protokoll 2021:3\n", "Kommunfullmäktige"),
        ("Nämnd/Styrelse Hamnnämnden\nSammanträdesdatum 2021-03-04", "Hamnnämnden"),
        ("Organ: Kommunstyrelsens arbetsutskott", "Kommunstyrelsens arbetsutskott"),
        # whose committee it is, by the sentences in which it acts
        (
            "Instans: Arbetsutskottet 2019-2022 Sammanträdesdatum: 2021-03-04\n\n"
            "Hamnnämndens arbetsutskott tar bort punkten.\n\nBeslutet skickas till\n"
            "Kajnämnden",
            "Hamnnämndens arbetsutskott",
        ),
        # names of several words
        ("Tekniska utskottet\nProtokoll 2021", "Tekniska utskottet"),
        ("Hamnnämndens allmänna utskott\n2021-03-04", "Hamnnämndens allmänna utskott"),
        ("Programnämnd hamn och farleder\nProtokoll", "Programnämnd hamn och farleder"),
        # with the place it is in, and in running text
        ("Protokoll\nKommunfullmäktige i Tallvik\n", "Kommunfullmäktige"),
        ("| Tallviks kommun Barn- och hamnnämnden | Protokoll |", "Barn- och hamnnämnden"),
        ("Kommunfullmäktige 2021-03-04\nYrkanden i kommunfullmäktige", "Kommunfullmäktige"),
        ("Tallviks Stad Kommunstyrelsen\nProtokoll", "Kommunstyrelsen"),
        # a heading that names bodies is none
        ("Kommunstyrelsen\nÅrsrapport för kommunstyrelsen\n", "Kommunstyrelsen"),
        ("Årsrapport för kommunstyrelsen\nKommunstyrelsen\n", "Kommunstyrelsen"),
        (
            "Hamnnämnden 4 (9)\nHamnnämndens förslag till beslut i kommunfullmäktige",
            "Hamnnämnden",
        ),
        # of a federation of municipalities
        ("Protokoll\nDirektionen\n", "Direktionen"),
        ("Direktionens protokoll 4 mars 2021\n\nNärvarande", "Direktionen"),
        # in running text at the very top
        ("Vi i hamnnämnden hälsar", "Hamnnämnden"),
        ("Hej", None),
        ("", None),
    ],
)
def test_meeting_body(content: str, body: str | None) -> None:
    assert meeting_body(content) == body


@pytest.mark.parametrize(
    ("printed", "body"),
    [
        ("socialnämndens", "Socialnämnden"),
        ("kommunfullmäktiges", "Kommunfullmäktige"),
        ("Hamnutskottets", "Hamnutskottet"),
        ("Socialnämnd Norr", "Socialnämnd Norr"),
        ("Socialnämnd", "Socialnämnden"),
        ("  tekniska\nnämnden", "Tekniska nämnden"),
    ],
)
def test_nominative(printed: str, body: str) -> None:
    assert nominative(printed) == body


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("Göteborgs Stad", "Göteborg"),
        ("Falu kommun och Faluns kommun", "Falun"),
        ("FALU KOMMUN", "Falun"),
        ("HALMSTAD\nKOMMUNFULLMÄKTIGE       PROTOKOLL", "Halmstad"),
        # words that any municipality is called by
        ("Kajen är bra. En kommun behöver den. En kommun utan kaj är ingen kommun.", None),
        ("Lindvattna kommun", "Lindvattna"),
        ("Upplands Väsby kommun", "Upplands Väsby"),
        # a name that ends in s
        ("Borås kommun", "Borås"),
        ("Borås stads hamn", "Borås"),
        ("Tallfors kommun\nHamnnämnden", "Tallfors"),
        ("Viknäs kommun\nHamnnämnden", "Viknäs"),
        # two as often: none stands out; one more often: that one
        ("Göteborgs stad och Borås stad", None),
        ("Göteborgs stad, Borås stad, Göteborgs stad", "Göteborg"),
        # on no list: at the very top, or twice
        ("Tallviks kommun\nHamnnämnden", "Tallvik"),
        (FAR + "Tallviks kommun", None),
        (FAR + "Tallviks kommun och Tallviks kommun", "Tallvik"),
        # beside the date of the signature
        ("Tallvik den 4 mars 2021\n", "Tallvik"),
        ("Region Norrsjö", "Region Norrsjö"),
        # in capitals, and by its council
        ("TÄBY KOMMUN\n", "Täby"),
        ("UPPLANDS VÄSBY KOMMUN\n", "Upplands Väsby"),
        ("Motion till kommunfullmäktige i Falun", "Falun"),
        # a building is no municipality
        ("Möte i Mariestads kommunhus", None),
        ("Hamnnämnden i Tallvik", None),
        # a council, a branch of a party, a line of its own: where nothing else tells
        ("Södertälje kommunfullmäktige den 4 mars 2021", "Södertälje"),
        ("Miljöpartiet de gröna i Linköping\nYrkande", "Linköping"),
        ("Centerpartiet Falun\nYrkande", "Falun"),
        ("Eva Ek (S)\nLedamot\nBorås\n", "Borås"),
        ("Centerpartiet Falun\n\nBorås\n", None),
        ("Centerpartiet Tallvik\nYrkande", None),
        # but the place of a meeting tells, and a paper's date or a member's name does not
        ("Plats och tid    Mariestads kommunhus, klockan 9", "Mariestad"),
        ("Handlingar\nTjänsteskrivelse den 4 mars 2021\n", None),
        ("Ledamöter\nYlva Stads (V)\nYlva Stads (V)\n", None),
        # a region's letterhead says more than the place of the signature
        (
            "REGION TALLMARK      INTERPELLATION\n\nÅrgång\n\nUppsala den 4 maj 2021",
            "Region Tallmark",
        ),
        ("Remiss från Region Tallmark\n\nUppsala kommun", "Uppsala"),
        ("Till\nRegion Tallmark\n\nYttrande från Uppsala kommun", "Uppsala"),
        # the next line is no part of a name
        ("Region Tallmark\nInterpellation\n\nRegion Tallmark", "Region Tallmark"),
        ("ALMTRÄSK KOMMUN\nMotion", "Almträsk"),
        ("Kommunfullmäktige den 4 mars 2021", None),
        ("Måndagen den 12 juni 2023\n", None),
        ("Stockholms kommunfullmäktige   Protokoll", "Stockholm"),
        # a genitive in capitals, where the name stands without it too
        ("TALLVIKS KOMMUN\nProtokoll\n\nMöte i Tallvik", "Tallvik"),
        ("TALLNÄS KOMMUN\nProtokoll", "Tallnäs"),
        # regions and counties by other names
        ("VÄSTRA TALLMARKSREGIONEN\nProtokoll", "Västra Tallmarksregionen"),
        ("TALLMARKS LÄNS LANDSTING   Protokoll", "Tallmarks läns landsting"),
        ("", None),
        # a name that ends so keeps its s; the head in capitals beside small letters
        ("Sandnäs kommun\nProtokoll", "Sandnäs"),
        ("VIKHULTS KOMMUN\nProtokoll\nVikhults kommun", "Vikhult"),
    ],
)
def test_municipality_of(content: str, place: str | None) -> None:
    assert municipality_of(content) == place


@pytest.mark.parametrize(
    ("content", "date"),
    [
        ("Vik den 5 januari 2022", "2022-01-05"),
        ("Vik, den 5 januari 2022", "2022-01-05"),
        ("Tallvik 2021-03-04", "2021-03-04"),
        # signed last counts
        ("Tallvik den 1 maj 2021\n\nTallvik den 4 maj 2021", "2021-05-04"),
        ("i dag den 4 maj 2021", None),
        ("Remisstid den 4 maj 2021", None),
        ("", None),
    ],
)
def test_signing_date(content: str, date: str | None) -> None:
    assert signing_date(content) == date


@settings(max_examples=40, deadline=None)
@given(st.text("Tallviks kommun stad nämnden 2021-03-04\n§", max_size=120))
def test_meeting_never_raises(content: str) -> None:
    place = municipality_of(content)
    assert place is None or place in content
    assert meeting_date(content) is None or meeting_date(content).startswith("20")
    assert meeting_body(content) is None or meeting_body(content)[0].isupper()


@pytest.mark.parametrize(
    ("around", "place"),
    [
        ("Socialnämnden - Lindvattna kommun", "Lindvattna"),
        ("Sida 3 (41) Lindvattna kommun\nLindvattna kommun | Politik", "Lindvattna"),
        # two, or none that is one
        ("Lindvattna kommun och Ekerö kommun", None),
        ("Startsida | Kommun och politik", None),
        ("", None),
    ],
)
def test_municipality_beside_a_document(around: str, place: str | None) -> None:
    assert named_alone(around) == place
