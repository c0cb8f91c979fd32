"""The planted leads of the demo that votes and stances over time are to find, and three
figures of a real council counted by hand."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from analytics.cohesion import breaks, cohesion
from analytics.shifts import kept_words, shifts
from analytics.timeline import timeline
from analytics.votes import margins
from pipeline.run import ingest
from pipeline.settings import ROOT
from pipeline.storage.snapshot import open_snapshot
from reports import patterns
from reports.choice import Choice
from reports.lead_links import beside_earlier

COUNCIL = ROOT.parent / "shared" / "corpus" / "goteborg-kf-2024-08-22.txt"


@pytest.fixture(scope="module")
def demo(demo_store: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with open_snapshot(demo_store) as connection:
        yield connection


def read(connection: duckdb.DuckDBPyConnection, query: str) -> pd.DataFrame:
    return connection.execute(query, Choice().parameters()).df()


@pytest.fixture(scope="module")
def said(demo: duckdb.DuckDBPyConnection) -> tuple[pd.DataFrame, pd.DataFrame]:
    return read(demo, patterns.timeline(also=patterns.COMPARED)), read(demo, patterns.ASKED)


@pytest.fixture(scope="module")
def compared(said: tuple[pd.DataFrame, pd.DataFrame]) -> pd.DataFrame:
    return beside_earlier(*said)


@pytest.mark.parametrize(
    ("party", "first", "second", "link", "place_changed"),
    [
        # c-byter-sida: for bringing it in, for doing away with it; it governed both times
        ("C", ("2021-05-03", "valfrihet"), ("2023-10-30", "valfrihet"), "title", False),
        # s-löfte-sörlida: the title names no direction, the decided points do
        ("S", ("2022-05-02", "Sörlida"), ("2025-05-05", "Sörlida"), "title", True),
        # sd-släpper-fram-budget: the yearly budget, in opposition both times
        ("SD", ("2019-10-28", "Budget"), ("2021-11-01", "Budget"), "title", False),
        # m-ändrar-sig-snö: a proposal that M saw fall, and later stood behind
        ("M", ("2019-04-09", "snöröjning"), ("2024-10-28", "snöröjning"), "proposal", True),
    ],
)
def test_planted_shifts_are_found_with_two_quotes(
    compared: pd.DataFrame,
    party: str,
    first: tuple[str, str],
    second: tuple[str, str],
    link: str,
    place_changed: bool,
) -> None:
    table = shifts(compared)

    own = table[table["party"] == party].astype({"first_day": str, "second_day": str})
    found = own[(own["first_day"] == first[0]) & (own["second_day"] == second[0])]
    row = found.iloc[0]
    assert first[1] in row["first_title"]
    assert second[1] in row["second_title"]
    assert row["first_quote"]
    assert row["second_quote"]
    assert (row["link"], bool(row["place_changed"])) == (link, place_changed)


def test_no_shift_is_found_where_none_was_planted(compared: pd.DataFrame) -> None:
    """All shifts that are no yearly matters, read beside their documents."""
    table = shifts(compared)

    issues = table.loc[~table["recurring"].astype(bool), ["party", "second_title"]]
    assert sorted(set(issues.itertuples(index=False, name=None))) == [
        ("C", "Avgiftsfri kulturskola"),
        ("C", "Avveckling av valfrihetssystemet i hemtjänsten"),
        ("C", "Ändrad turordning för snöröjning"),
        ("KD", "Nedläggning av Sörlida skola"),
        ("M", "Ändrad turordning för snöröjning"),
        ("MP", "Nedläggning av Sörlida skola"),
        ("S", "Nedläggning av Sörlida skola"),
    ]


def test_a_promise_kept_is_no_shift(compared: pd.DataFrame) -> None:
    """Against a higher fee in opposition, for no fee when governing: s-löfte-kulturskola."""
    table = kept_words(compared)

    own = table[(table["party"] == "S") & (table["second_title"] == "Avgiftsfri kulturskola")]
    assert own[["first_title", "first_wish", "second_wish"]].to_numpy().tolist() == [
        ["Höjda avgifter i kulturskolan", -1, 1]
    ]


def test_the_same_motion_with_another_fate(compared: pd.DataFrame) -> None:
    """solceller: MP wanted it both times, and only the second was granted."""
    own = compared[
        (compared["party"] == "MP") & compared["second_title"].str.contains("solceller")
    ]
    columns = ["first_outcome", "second_outcome", "opposite"]
    assert own[columns].to_numpy().tolist() == [["avslag", "bifall", False]]


def test_a_broken_tax_promise_is_read_in_the_timeline(
    said: tuple[pd.DataFrame, pd.DataFrame],
) -> None:
    """c-skattelöfte: C is for both budgets, so no shift is told; its own words stand there."""
    own = timeline(said[0], party="C", words="skatt").astype({"day": str})

    told = own[own["source"] == "statement"].set_index("day")["quote"]
    assert "oförändrad skatt" in " ".join(told["2022-12-06":"2022-12-19"])  # type: ignore[misc]
    assert "höjningen" in " ".join(told["2023-10-10":"2023-10-30"])  # type: ignore[misc]


def test_two_members_break_their_partys_line(demo: duckdb.DuckDBPyConnection) -> None:
    """m-splittrat-vindkraft: three yes, two no; the others were absent."""
    ballots = read(demo, patterns.BALLOTS)

    broke = breaks(ballots).astype({"day": str})
    assert broke[["day", "party", "choice", "line"]].to_numpy().tolist() == [
        ["2020-10-26", "M", "nej", "ja"],
        ["2020-10-26", "M", "nej", "ja"],
    ]
    table = cohesion(ballots)
    split = table[table["breakers"] > 0].iloc[0]
    assert split["rice"] == pytest.approx(1 / 5)
    assert split["agreement_index"] == pytest.approx((3 - (5 - 3) / 2) / 5)


@pytest.mark.skipif(not COUNCIL.exists(), reason=f"{COUNCIL} saknas")
def test_three_figures_of_a_real_council_counted_by_hand(tmp_path: Path) -> None:
    """From the lists in appendices 2 (§ 306), 6 (§ 310) and 13 (§ 315, the first vote)."""
    ingest([COUNCIL], store=tmp_path / "store")
    with open_snapshot(tmp_path / "store") as connection:
        ballots, votes = (read(connection, q) for q in (patterns.BALLOTS, patterns.VOTES))

    assert len(votes) == 15
    ends = {":306:v1": "SD", ":310:v1": "L", ":315:v1": "S"}
    table = cohesion(ballots)
    found = {
        end: table[table["vote_id"].str.endswith(end) & (table["party"] == party)].iloc[0]
        for end, party in ends.items()
    }
    # nine no and nobody else
    assert (found[":306:v1"]["rice"], found[":306:v1"]["no"]) == (1.0, 9)
    # five who all abstained: no Rice to tell, but united
    assert pd.isna(found[":310:v1"]["rice"])
    assert (found[":310:v1"]["agreement_index"], found[":310:v1"]["abstain"]) == (1.0, 5)
    assert (found[":315:v1"]["line"], found[":315:v1"]["abstain"]) == ("avstår", 22)
    close = margins(votes).set_index("vote_id").filter(regex=":320:", axis=0).iloc[0]
    # 40 yes, 38 no, 3 abstain
    assert (close["margin"], close["close"]) == (2, True)
    assert close["abstention"] == pytest.approx(3 / 81)
