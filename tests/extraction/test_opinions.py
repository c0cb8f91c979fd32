"""What a table tells that those asked for an opinion thought."""

import pytest

from pipeline.extraction.opinions import opinions

ASKED = ["Hamnnämnden", "Nämnden för kaj och brygga", "Nämnden för lek", "Tallviks Hus AB"]


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (
            "Instans        Beslut        Skäl\nHamnnämnden    Tillstyrker   Kajen är bra.\n"
            "Nämnden för lek    Avstyrker   Kajen är dyr.",
            {"Hamnnämnden": "positiv", "Nämnden för lek": "negativ"},
        ),
        # with bars, in lines, and behind what stands above
        ("| Hamnnämnden | Anses besvarad | Bra. |", {"Hamnnämnden": "neutral"}),
        ("Hamnnämnden\nTar inte ställning\nBra.", {"Hamnnämnden": "neutral"}),
        ("Beslut   Skäl Tallviks Hus AB   Avstyrker", {"Tallviks Hus AB": "negativ"}),
        # who gave none
        ("| Hamnnämnden | Inget svar | |", {"Hamnnämnden": "unanswered"}),
        ("Hamnnämnden     Avstår", {"Hamnnämnden": "declined"}),
        # names that go on in the next line of a narrow cell
        (
            "Nämnden för    Tillstyrker   Kajen är bra, men lek\nkaj och brygga      dyr.\n"
            "Nämnden för    Avstyrker     Kajen är dyr.\nlek",
            {"Nämnden för lek": "negativ"},
        ),
        (
            "Nämnden för    Tillstyrker   Kajen är bra, men\nkaj och brygga     dyr.\n",
            {"Nämnden för kaj och brygga": "positiv"},
        ),
        # two that cannot be told apart, in part, both ways, or not in a table
        ("Nämnden för    Tillstyrker   Om kaj och brygga, och om lek.", {}),
        ("Hamnnämnden    Tillstyrker delvis", {}),
        ("Hamnnämnden   Tillstyrker\nSkäl\nHamnnämnden   Avstyrker", {}),
        ("Kontoret föreslår att hamnnämnden\ntillstyrker motionen.", {}),
        ("Fiskarna    Tillstyrker", {}),
    ],
)
def test_opinions(table: str, told: dict[str, str]) -> None:
    assert opinions(table, ASKED) == told
