"""Which body met, and when."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extraction.meeting import (
    meeting_body,
    meeting_date,
    nominative,
    signing_date,
)


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
        ("Gemensamma nämnden för hamn\nProtokoll", "Gemensamma nämnden för hamn"),
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
    assert meeting_date(content) is None or meeting_date(content).startswith("20")
    assert meeting_body(content) is None or meeting_body(content)[0].isupper()
