"""The planted leads come out when the demo's own documents are read, high in the list."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analytics.changes import links
from demo.facts import facts
from demo.generate import papers
from pipeline.storage.snapshot import open_snapshot
from reports import catalogue, patterns
from reports.choice import Choice
from reports.lead_links import beside_earlier, compared
from reports.reader import Reader

# Planted lead, the kind that shows it, and how far down the list it may stand.
PLANTED = [
    ("majoriteten-delad-väg", "divided_majority", 10),
    ("minoritet", "minority", 12),
    ("v-och-sd", "unlikely_allies", 12),
    ("m-splittrat-vindkraft", "divided_party", 15),
    ("frånvaro-avgör", "absence_decided", 18),
    ("frånvaro-avgör", "opposition_won", 15),
    ("utslagsröst", "casting_vote", 30),
    ("splittrad-majoritet", "divided_majority", 30),
    ("v-mot-egen-majoritet", "rising_dissent", 35),
    ("sd-avgör", "opposition_won", 40),
    ("v-mot-egen-majoritet", "left_partners", 60),
    ("en-rösts-övervikt", "close_vote", 80),
]
CHANGED = [
    ("s-löfte-sörlida", "S", "reversed_in_power", 5),
    ("m-ändrar-sig-snö", "M", "reversed_in_power", 5),
    ("sd-släpper-fram-budget", "SD", "changed_position", 5),
    ("c-byter-sida", "C", "changed_position", 25),
]


CHANGES = ("changed_position", "reversed_in_power")
TOLD = [
    ("s-löfte-kulturskola", ["MP", "S", "V"], "kept_promise", 25),
    ("solceller", ["MP", "V"], "new_outcome", 25),
    ("c-skattelöfte", ["C"], "against_own_words", 5),
]


@pytest.fixture(scope="module")
def reader(demo_store: Path) -> Any:
    with open_snapshot(demo_store) as connection:
        yield Reader(connection, Choice(contested=False))


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
    return catalogue.make("leads", reader, since=None, language="sv")


@pytest.mark.parametrize(("key", "kind", "within"), PLANTED)
def test_a_planted_lead_is_found(
    table: pd.DataFrame, planted: dict[str, list[int]], key: str, kind: str, within: int
) -> None:
    assert min(ranks(table, kind, planted[key]), default=1000) <= within


@pytest.mark.parametrize(("key", "party", "kind", "within"), CHANGED)
def test_a_planted_change_is_found_with_the_decision_before(
    table: pd.DataFrame,
    planted: dict[str, list[int]],
    key: str,
    party: str,
    kind: str,
    within: int,
) -> None:
    places = ranks(table, kind, planted[key][-1:])
    own = [place for place in places if table.loc[place - 1, "parties"] == [party]]
    assert min(own, default=1000) <= within
    assert table.loc[own[0] - 1, "decisions"][0] in planted[key][:-1]


@pytest.mark.parametrize(("key", "parties", "kind", "within"), TOLD)
def test_a_planted_promise_or_proposal_is_found_with_what_it_is_compared_with(
    table: pd.DataFrame,
    planted: dict[str, list[int]],
    key: str,
    parties: list[str],
    kind: str,
    within: int,
) -> None:
    (place,) = ranks(table, kind, planted[key])
    lead = table.loc[place - 1]
    assert place <= within
    assert lead["parties"] == parties
    assert {lead["decisions"][0], lead["decision"]} <= set(planted[key])


def test_every_planted_lead_is_asked_for() -> None:
    planted = {lead["key"] for lead in facts(papers())["leads"]}  # type: ignore[attr-defined]
    assert {row[0] for row in (*PLANTED, *CHANGED, *TOLD)} == planted


def test_no_promise_or_proposal_is_found_where_there_was_none(table: pd.DataFrame) -> None:
    """All of them, read beside their documents."""
    told = table[table["kind"].isin(["kept_promise", "new_outcome", "against_own_words"])]
    parties = told["parties"].map("".join)
    assert sorted(zip(told["kind"], parties, told["title"], strict=True)) == [
        ("against_own_words", "C", "Budget 2024 med plan för 2025–2026"),
        ("kept_promise", "MPSV", "Avgiftsfri kulturskola"),
        ("kept_promise", "MPSV", "Avveckling av valfrihetssystemet i hemtjänsten"),
        ("new_outcome", "CLM", "Nedläggning av Sörlida skola"),
        (
            "new_outcome",
            "MPV",
            "Motion av Tove Granlid (MP) om solceller på kommunens tak",
        ),
        ("new_outcome", "SV", "Ändrad turordning för snöröjning"),
    ]


def test_what_is_read_for_links_leaves_none_of_them_out(reader: Reader) -> None:
    """The same as from the whole timeline, which is many times more to read."""
    given = reader.choice.parameters()
    said = reader.table(patterns.timeline(also=patterns.COMPARED), given)
    whole = beside_earlier(said, reader.table(patterns.ASKED, given))
    columns = ["kind", "party", "decision_before", "decision_after"]
    expected, made = (
        sorted(table[columns].itertuples(index=False, name=None))
        for table in (links(whole, reader.decisions), compared(reader))
    )
    assert made == expected
    assert made


def test_yearly_matters_do_not_flood_the_leads(table: pd.DataFrame) -> None:
    """Eight parties changed sides on the budget when others came to govern: no news."""
    changed = table[table["kind"].isin(CHANGES)]
    parties = changed["parties"].map("".join)
    assert sorted(zip(parties, changed["title"], strict=True)) == [
        ("C", "Avgiftsfri kulturskola"),
        ("C", "Avveckling av valfrihetssystemet i hemtjänsten"),
        ("C", "Ändrad turordning för snöröjning"),
        ("KD", "Nedläggning av Sörlida skola"),
        ("M", "Ändrad turordning för snöröjning"),
        ("MP", "Nedläggning av Sörlida skola"),
        ("S", "Nedläggning av Sörlida skola"),
        ("SD", "Budget 2022 med plan för 2023–2024"),
    ]


def test_the_planted_alliance_names_both_parties(
    table: pd.DataFrame, planted: dict[str, list[int]]
) -> None:
    (place,) = ranks(table, "unlikely_allies", planted["v-och-sd"])
    assert table.loc[place - 1, "parties"] == ["SD", "V"]
    assert table.loc[place - 1, "k"] == 0
