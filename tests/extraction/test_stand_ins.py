"""Substitutes who serve in a single matter."""

import pytest

from pipeline.extraction import extract
from pipeline.extraction.cases import Item
from pipeline.extraction.stand_ins import with_stand_ins
from tests.extraction.texts import minutes, seat, text

THERE = tuple(
    map(
        seat,
        (
            "Berit Sjöholm (S) ordförande",
            "Göran Ek (M)",
            "Nils Ask (M) ersättare",
            "Ulla Rask (V) ersättare",
        ),
    )
)
BIASED = "Göran Ek (M) anmäler jäv."


@pytest.mark.parametrize(
    ("content", "served"),
    [
        (f"{BIASED} Nils Ask (M) tjänstgör i hans ställe.", {"Nils Ask": "Göran Ek"}),
        (f"Jäv\n{BIASED} I hans ställe inträder Nils Ask (M).", {"Nils Ask": "Göran Ek"}),
        (
            "Göran Ek (M) är jävig och ersätts av\nUlla Rask (V) under ärendet.",
            {"Ulla Rask": "Göran Ek"},
        ),
        (f"{BIASED} Nils Ask (M) trädde inte in.", {}),
        (f"{BIASED} Nils Ask (M) tjänstgör inte i hans ställe.", {}),
        # not because of bias, in another paragraph, and of two
        ("Nils Ask (M) tjänstgör för Göran Ek (M).", {}),
        (f"{BIASED}\n\nNils Ask (M) tjänstgör som sekreterare.", {}),
        (f"{BIASED} Nils Ask (M) tjänstgör efter samråd med Ulla Rask (V).", {}),
        # who is no member has nobody to be replaced by
        ("Ulla Rask (V) anmäler jäv. Nils Ask (M) tjänstgör.", {}),
    ],
)
def test_who_serves_for_somebody_disqualified(content: str, served: dict[str, str]) -> None:
    item = Item("7", "Ny brygga", None, 0, len(content), 0)
    rows = with_stand_ins(THERE, content, [item])
    found = {row.name: row.substitutes_for for row in rows if row.substitutes_for}
    assert found == served
    assert {row.items for row in rows if row.substitutes_for} <= {"§ 7"}


def test_several_matters_for_the_same_member() -> None:
    content = f"{BIASED} Nils Ask (M) tjänstgör i hans ställe."
    matters = [Item(number, "Ny brygga", None, 0, len(content), 0) for number in ("7", "9")]
    assert with_stand_ins(THERE, content, matters)[2].items == "§§ 7, 9"


def test_who_serves_in_a_matter_reserves_themselves_there_only() -> None:
    reserved = "Reservation\nNils Ask (KD) reserverar sig mot beslutet."
    content = minutes(
        "§ 1 Ny brygga\n\nJäv\nSiv Ryd (L) anmäler jäv. Nils Ask (KD) tjänstgör i hennes "
        f"ställe.\n\nBeslut\nNämnden bygger bryggan.\n\n{reserved}",
        f"§ 2 Ny kaj\n\nBeslut\nNämnden bygger kajen.\n\n{reserved}",
    )
    found = extract(text(content), document_id="d" * 20, source="protokoll.txt")
    assert [str(row.act) for row in found.statements] == ["reservation", "ersättaryttrande"]
    stood = {
        (row.case_id[-1], row.party): str(row.stance)
        for row in found.positions
        if row.basis != "närvaro"
    }
    assert stood == {("1", "KD"): "against", ("1", "L"): "not_participating"}
