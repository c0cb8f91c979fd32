"""What a document is, from how it opens."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extraction.kind import kind_of
from pipeline.words import Kind
from tests.extraction.texts import minutes, text


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("Sammanträdesprotokoll\nHamnnämnden\n\n§ 1 Upprop\n\n§ 2 Brygga", "protokoll"),
        ("Protokoll nr 4\nvid möte i hamnen", "protokoll"),
        ("§ 1 Upprop\n\n§ 2 Brygga", "protokoll"),
        ("§ 1 Upprop", "protokoll"),
        ("TALLVIKS KOMMUN  PROTOKOLL  1(4)\n\nHn § 1\nUpprop\n\nHn § 2\nBrygga", "protokoll"),
        # minutes name the reports they decide on
        (
            "Stockholms kommunfullmäktige   Protokoll 2023:7\n\n§ 1\nBryggor\n(Utlåtande "
            "2023:88)\n\n§ 2\nHamnar",
            "protokoll",
        ),
        # minutes name motions and interpellations
        ("Hamnnämnden\n\n§ 1 Motion om bryggor\n\n§ 2 Interpellation", "protokoll"),
        (minutes("§ 1 Motion om brygga\n\nBeslut\nNämnden avslår."), "protokoll"),
        ("Direktionens protokoll 4 mars 2021\n\n33 § Mötets öppnande", "protokoll"),
        ("Hamnnämnden\nUtdrag ur protokoll 2021-03-04\n§ 4 Brygga", "protokollsutdrag"),
        ("Protokollsutdrag\n\n§ 4 Brygga", "protokollsutdrag"),
        ("Utlåtande 2021:14\n\nBryggor", "utlåtande"),
        ("Utlåtande nr 14", "utlåtande"),
        ("Utlåtande Dnr KS 2021/17\n\nMotion av Eva Ek (S)", "utlåtande"),
        ("Handling 2021 nr 4", "utlåtande"),
        ("Föredragande borgarråd Eva Ek", "utlåtande"),
        ("Brygga i hamnen\n\nRemissammanställning\n\nÄrendet", "utlåtande"),
        # an answer names its interpellation
        ("Svar på interpellation från Eva Ek (S)", "interpellationssvar"),
        ("Svar på en enkel fråga från Eva Ek (S)", "interpellationssvar"),
        ("Interpellation till kommunalrådet", "interpellation"),
        ("Interpellationssvar\nDatum: 2021-03-04", "interpellationssvar"),
        # a question is put like an interpellation
        ("Enkel fråga till kommunalrådet", "interpellation"),
        # an extract about an interpellation, an answer or a motion
        (
            "Protokollsutdrag\nHamnnämnden\n\n§ 4\nInterpellation om bryggor",
            "protokollsutdrag",
        ),
        ("Protokollsutdrag\n\n§ 4\nSvar på interpellation om bryggor", "protokollsutdrag"),
        ("Sammanträdesprotokoll\n\n§ 4\nInterpellation om bryggor", "protokoll"),
        ("Sammanträdesprotokoll\n\n§ 4\nMotion om bryggor", "protokoll"),
        ("Reservation\n\nHamnen behöver ingen brygga.", "skrivelse"),
        (
            "Reservation mot nämndens beslut att min interpellation är besvarad.\n\n"
            "Ordföranden sa: ”Som svar på fråga ett kan jag inget säga.”",
            "skrivelse",
        ),
        # what officials write names motions
        ("Tallviks kommun   TJÄNSTESKRIVELSE\n\nMotion, Eva Ek (S)", "utlåtande"),
        ("Svar på motion om bryggor\n\nMotion, Eva Ek (S)", "utlåtande"),
        ("Motion av Eva Ek (S) om bryggor", "motion"),
        ("MOTION\n\nBryggor åt alla", "motion"),
        ("Skrivelse\n\nEva Ek (S)", "skrivelse"),
        ("Betänkande 2021/22:HaU3", "betänkande"),
        ("Hamnutskottets betänkande\n2021/22:HaU3", "betänkande"),
        ("Voteringslista\nEva Ek", "voteringslista"),
        ("Votering § 4", "voteringslista"),
        # minutes that have lost their lines
        (
            "1 Sida 1 (4) Plats och tid Bollsta, kl. 9 2 Sida 2 (4) ANSLAG/BEVIS "
            "Protokollet är justerat. Organ Hamnnämnden",
            "protokoll",
        ),
        # nothing says what it is
        ("Anteckningar från ett kaffe", "övrigt"),
        ("Vi protokollförde ingenting", "övrigt"),
        ("", "övrigt"),
    ],
)
def test_kind_of(content: str, kind: str) -> None:
    assert kind_of(text(content)) == kind


@pytest.mark.parametrize(
    ("around", "kind"),
    [
        ("Hamnnämnden Protokollsutdrag\nSammanträdesdatum: 2021-03-04", "protokollsutdrag"),
        ("Tallviks stad 1 (4)\nUtdrag ur protokoll", "protokollsutdrag"),
        ("Hamnnämnden Protokoll\nSammanträdesdatum: 2021-03-04", "protokoll"),
        ("Start | Politik | Protokollsutdrag", "protokoll"),
    ],
)
def test_an_extract_by_the_heads_of_its_pages(around: str, kind: str) -> None:
    content = "§ 1 Brygga\n\nBeslut\nBryggan byggs.\n\n§ 2 Kaj"
    assert kind_of(replace(text(content), around=around)) == kind


def test_a_report_with_extracts_behind_it_is_a_report() -> None:
    report = text("Handling 2021 nr 4\n\nHamnstyrelsens förslag\n\n§ 1 Brygga")
    assert kind_of(replace(report, around="Hamnnämnden Protokollsutdrag")) == Kind.UTLÅTANDE


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=200))
def test_every_text_is_of_some_kind(content: str) -> None:
    assert kind_of(text(content)) in Kind
