"""A real decision, annotated by hand: one seat outside the government decided it."""

import json

import pandas as pd
import pytest

from analytics.lines import Tally, count, lines, serving_seats
from pipeline.settings import ROOT

ANNOTATED = ROOT.parent / "shared" / "gold" / "004_02371675939a916f.json"


@pytest.mark.skipif(not ANNOTATED.exists(), reason=f"{ANNOTATED} saknas")
def test_the_seats_of_a_real_decision() -> None:
    document = json.loads(ANNOTATED.read_text("utf-8"))
    attendance = pd.DataFrame(document["attendance"]).assign(items=None)
    positions = pd.DataFrame(row for row in document["positions"] if row["case"] == "10")

    table = lines(
        positions,
        seats=serving_seats(attendance, number="10"),
        governing=("S", "V", "MP"),
    )

    assert count(table) == Tally(seats_for=7, seats_against=6, unrecorded=0, margin=1)
    assert set(table.loc[table["side"] == "for", "party"]) == {"S", "V", "MP", "SD"}
    assert set(table.loc[table["side"] == "against", "party"]) == {"L", "M", "C"}
    assert table.loc[table["tipped"], ["party", "seats"]].to_numpy().tolist() == [["SD", 1]]
