"""The planted leads come out when the demo's own documents are read, high in the list."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analytics.leads import leads
from demo.facts import facts
from demo.generate import papers
from pipeline.storage.snapshot import open_snapshot
from reports.choice import Choice
from reports.reader import Reader

# Planted lead, the kind that shows it, and how far down the list it may stand.
PLANTED = [
    ("majoriteten-delad-väg", "divided_majority", 5),
    ("minoritet", "minority", 12),
    ("v-och-sd", "unlikely_allies", 12),
    ("m-splittrat-vindkraft", "divided_party", 12),
    ("frånvaro-avgör", "absence_decided", 15),
    ("frånvaro-avgör", "opposition_won", 15),
    ("utslagsröst", "casting_vote", 20),
    ("splittrad-majoritet", "divided_majority", 20),
    ("v-mot-egen-majoritet", "rising_dissent", 25),
    ("sd-avgör", "opposition_won", 40),
    ("v-mot-egen-majoritet", "left_partners", 60),
    ("en-rösts-övervikt", "close_vote", 80),
]
# Leads of changed positions need the table of shifts, here from what the makers know.
SHIFTED = [
    ("s-löfte-sörlida", "S", "reversed_in_power", 12),
    ("s-löfte-kulturskola", "S", "reversed_in_power", 12),
    ("m-ändrar-sig-snö", "M", "reversed_in_power", 12),
]


@pytest.fixture(scope="module")
def reader(demo_store: Path) -> Any:
    with open_snapshot(demo_store) as connection:
        yield Reader(connection, Choice())


@pytest.fixture(scope="module")
def planted(reader: Reader) -> dict[str, list[int]]:
    """The decisions of each planted lead, in order of time."""
    sources = reader.documents.set_index("document_id")["source"].map(
        lambda name: Path(name).name
    )
    table = reader.decisions.sort_values("decision")
    place = table["document_id"].map(sources) + " " + table["number"]
    by_place = table.groupby(place)["decision"].apply(list).to_dict()
    return {
        lead["key"]: [
            number
            for case in lead["cases"]
            for number in by_place.get(f"{case['source']} {case['case']}", [])
        ]
        for lead in facts(papers())["leads"]  # type: ignore[attr-defined]
    }


def ranks(table: pd.DataFrame, kind: str, decisions: list[int]) -> list[int]:
    """The places, from 1, of the leads of a kind that rest on some of the decisions."""
    rests = table["decisions"].map(lambda behind: not set(behind).isdisjoint(decisions))
    return [int(place) + 1 for place in table.index[rests & (table["kind"] == kind)]]


@pytest.fixture(scope="module")
def table(reader: Reader) -> pd.DataFrame:
    return leads(reader.decisions, reader.stances, reader.alternatives, reader.seats)


@pytest.mark.parametrize(("key", "kind", "within"), PLANTED)
def test_a_planted_lead_is_found(
    table: pd.DataFrame, planted: dict[str, list[int]], key: str, kind: str, within: int
) -> None:
    assert min(ranks(table, kind, planted[key]), default=1000) <= within


@pytest.mark.parametrize(("key", "party", "kind", "within"), SHIFTED)
def test_a_planted_change_is_found_when_shifts_are_given(
    reader: Reader,
    planted: dict[str, list[int]],
    key: str,
    party: str,
    kind: str,
    within: int,
) -> None:
    pairs = [(planted[name][0], planted[name][-1], letter) for name, letter, *_ in SHIFTED]
    shifts = pd.DataFrame(pairs, columns=["decision_before", "decision_after", "party"])
    found = leads(
        reader.decisions, reader.stances, reader.alternatives, reader.seats, shifts=shifts
    )

    places = ranks(found, kind, planted[key][-1:])
    assert min(places, default=1000) <= within
    assert found.loc[places[0] - 1, "parties"] == [party]


def test_the_planted_alliance_names_both_parties(
    table: pd.DataFrame, planted: dict[str, list[int]]
) -> None:
    (place,) = ranks(table, "unlikely_allies", planted["v-och-sd"])
    assert table.loc[place - 1, "parties"] == ["SD", "V"]
    assert table.loc[place - 1, "k"] == 0
