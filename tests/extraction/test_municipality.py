"""The municipality, region or federation that a document comes from."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extraction.municipality import municipality_of, named_alone

FAR = "Löptext om vågor. " * 30


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("Göteborgs Stad", "Göteborg"),
        ("Falu kommun och Faluns kommun", "Falun"),
        ("FALU KOMMUN", "Falun"),
        ("HALMSTAD\nKOMMUNFULLMÄKTIGE       PROTOKOLL", "Halmstad"),
        # a place on no list, by the house where the meeting was held
        ("Plats och tid\nTallåsa kommunhus, kl. 13", "Tallåsa"),
        ("Plats   Sal A, Tallviks stadshus\n\nHamnen i Tallvik", "Tallvik"),
        ("Plats   Södra Tallåsa kommunhus", "Södra Tallåsa"),
        ("Plats   Gamla rådhuset\n\nMöte i Tallåsa kommunhus", None),
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
        # nor do other bodies that its matters tell of; but who is spoken of at the top does
        ("Protokoll\n\nRegion Tallmark\n\n§ 4 Kaj\nViks kommunstyrelse", "Region Tallmark"),
        # a federation of municipalities, by its letterhead
        (
            "Räddningstjänstförbundet Sjöås\nFörbundsdirektionen\n\nUppsala kommun\n"
            "Eva Ek (S)\n",
            "Räddningstjänstförbundet Sjöås",
        ),
        (
            "Kommunalförbundet Vik\nFörbundsfullmäktige\nUppsala kommun",
            "Kommunalförbundet Vik",
        ),
        ("SAMORDNINGSFÖRBUNDET VIK\nDirektionens protokoll", "Samordningsförbundet Vik"),
        (
            "Tallviks brandförsvarsförbund   Protokoll\nDirektionen",
            "Tallviks brandförsvarsförbund",
        ),
        ("Räddningstjänstförbundet Sjöås\n\nYttrande från Uppsala kommun", "Uppsala"),
        (
            "Kommunalförbundet Sjöås\nDirektionen\nTill kommunstyrelsen\nUppsala kommun",
            "Uppsala",
        ),
        # what meets or is signed on a day is no place
        ("Tallviks kommun\nSammanträde den 13 maj 2025\n", "Tallvik"),
        ("Protokoll den 13 maj 2025\nTorsdag den 13 maj 2025\n", None),
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


@settings(max_examples=40, deadline=None)
@given(st.text("Tallviks kommun stad nämnden 2021-03-04\n§", max_size=120))
def test_a_municipality_stands_in_the_document(content: str) -> None:
    place = municipality_of(content)
    assert place is None or place in content


@pytest.mark.parametrize(
    ("around", "place"),
    [
        ("Socialnämnden - Lindvattna kommun", "Lindvattna"),
        ("Sida 3 (41) Lindvattna kommun\nLindvattna kommun | Politik", "Lindvattna"),
        ("Protokoll regionstyrelsen 2021-03-04 – Region Tallmark\nSök", "Region Tallmark"),
        ("Protokoll hamnnämnden\nLänkar: Region Tallmark", None),
        # two, or none that is one
        ("Lindvattna kommun och Ekerö kommun", None),
        ("Startsida | Kommun och politik", None),
        ("", None),
    ],
)
def test_municipality_beside_a_document(around: str, place: str | None) -> None:
    assert named_alone(around) == place
