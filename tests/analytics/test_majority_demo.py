"""What was planted in the demo about majority and opposition is found."""

from pathlib import Path

import pytest

from analytics.absence import absences
from analytics.majority import crossings, standings
from analytics.power import deciders, margins
from tests.analytics.reading import Read, read_store

WIND = "Tillstyrkan enligt miljöbalken av vindkraft", "2023-05-08"
FOOD = "Andel ekologiska livsmedel", "2025-03-20"
CARE = "Upphandling av driften vid äldreboendet", "2022-05-02"
SCHOOL = "Sörlida skolas framtid", "2022-05-02"
ROAD = "Avsiktsförklaring om förbifart", "2025-10-27"


@pytest.fixture(scope="module")
def read(demo_store: Path) -> Read:
    return read_store(demo_store)


def test_an_exchanged_seat_decided_about_wind_power(read: Read) -> None:
    found = absences(
        read.lines, read.decided, standings(read.stances, read.decided), read.absent
    ).set_index("decision")
    columns = ["party", "substitute", "side", "basis", "margin", "without", "ends"]

    row = found.loc[read.number(*WIND), columns]
    assert row.tolist() == ["MP", "M", "against", "line", 1, -1, "turned"]


def test_an_empty_seat_left_it_to_the_casting_vote(read: Read) -> None:
    number = read.number(*FOOD)
    settled = margins(read.lines, read.decided).set_index("decision")["settled"]
    found = absences(
        read.lines, read.decided, standings(read.stances, read.decided), read.absent
    ).set_index("decision")

    assert settled[number] == "casting"
    assert found.loc[number, ["party", "without", "ends"]].tolist() == ["V", 1, "untied"]
    assert found.loc[[number], "substitute"].isna().all()


def test_council_votes_by_eleven_to_ten(read: Read) -> None:
    found = margins(read.lines, read.decided).set_index("decision")
    close = found[found["close"] & (found["seats_for"] + found["seats_against"] == 21)]

    assert {tuple(row) for row in close[["seats_for", "seats_against"]].to_numpy()} == {
        (11, 10)
    }
    assert read.number(*WIND) in close.index
    # the three that were planted, and wind power
    dates = read.decisions.set_index("decision").loc[close.index, "date"]
    assert sorted(dates) == ["2022-12-19", "2023-05-08", "2025-05-05", "2025-10-27"]


def test_a_minority_put_matters_off(read: Read) -> None:
    found = margins(read.lines, read.decided).set_index("decision")["settled"]
    minority = {
        read.number("Sörlida skolas framtid", "2021-11-01"),
        read.number("Inträde i räddningstjänstförbundet", "2026-05-04"),
    }

    assert set(found.index[found == "minority"]) == minority
    won = standings(read.stances, read.decided).set_index("decision")["won"]
    assert set(won[list(minority)]) == {"opposition"}
    # a minority's right is nobody's casting seat
    assert not minority & set(deciders(read.lines, read.decided)["decision"])


@pytest.mark.parametrize("matter", [CARE, SCHOOL])
def test_sd_felled_what_the_majority_wanted(read: Read, matter: tuple[str, str]) -> None:
    number = read.number(*matter)
    won = standings(read.stances, read.decided).set_index("decision")["won"]
    alone = deciders(read.lines, read.decided)
    alone = alone[alone["decision"] == number]

    assert won[number] == "opposition"
    assert dict(zip(alone["party"], alone["role"], strict=True))["SD"] == "felled"


@pytest.mark.parametrize(
    ("title", "date"),
    [
        ("Vegetarisk dag", "2019-03-21"),
        ("Motion av Conny Malmgård (SD) och Yvonne Stråhle (SD) om tillstånd", "2020-10-26"),
        ROAD,
    ],
)
def test_governing_parties_stood_two_against_two(read: Read, title: str, date: str) -> None:
    row = standings(read.stances, read.decided).set_index("decision")
    row = row.loc[read.number(title, date)]

    assert row[["majority", "governing_for", "governing_against"]].tolist() == [
        "divided",
        2,
        2,
    ]
    assert row[["line", "won"]].isna().all()


def test_two_governing_parties_had_the_whole_opposition_with_them(read: Read) -> None:
    row = standings(read.stances, read.decided).set_index("decision").loc[read.number(*ROAD)]

    assert row["opposition"] == "for"


def test_v_left_the_majoritys_line(read: Read) -> None:
    found = crossings(read.stances, read.decided)
    left = found[(found["kind"] == "left") & (found["party"] == "V")]

    told = read.decisions.set_index("decision").loc[left["decision"], ["title", "date"]]
    assert {(title.split("(V) om ")[-1], date) for title, date in told.to_numpy()} == {
        ("fria bussresor för unga under sommaren", "2023-04-11"),
        ("fria bussresor för unga under sommaren", "2023-10-30"),
        ("Digital tillsyn nattetid som förstahandsval", "2025-03-19"),
        ("Nedläggning av Sörlida skola", "2025-04-08"),
        ("Nedläggning av Sörlida skola", "2025-05-05"),
        ("Nedläggning av dagverksamheten vid Solängen", "2026-04-14"),
        ("Biblioteksfilialen i Sörlida", "2026-04-14"),
    }


def test_v_alone_on_record_is_not_taken_for_the_majority(read: Read) -> None:
    """Only V's reservation is on record: the others' silence is no line to leave."""
    number = read.number("Digital tillsyn nattetid", "2025-04-08")
    row = standings(read.stances, read.decided).set_index("decision").loc[number]
    asked = crossings(read.stances, read.decided, silence=True)

    assert row[["governing_against", "governing_recorded"]].tolist() == [1, 1]
    assert row[["line", "won"]].isna().all()
    assert asked.loc[asked["decision"] == number, ["party", "kind"]].to_numpy().tolist()[
        -1
    ] == [
        "V",
        "left",
    ]
