"""A real meeting, counted by hand: one seat outside the government decided § 10.

Struck-out members counted out and serving substitutes in, the attendance list of 14 December
2022 gives S 3, V 2, MP 1 and SD 1, who moved what was adopted, against M 4 (one of them in a
seat of KD's), L 1 and C 1, who reserved themselves: 7 to 6.
"""

import pytest

from analytics.banzhaf import banzhaf
from analytics.lines import tallies
from analytics.majority import crossings, standings
from analytics.opposition import groups
from analytics.power import deciders, margins, turning_sets
from pipeline.settings import ROOT
from tests.analytics.reading import Read, read_documents

MINUTES = ROOT.parent / "shared" / "seeds" / "004_02371675939a916f.txt"
SEATS = {"C": 1, "L": 1, "M": 4, "MP": 1, "S": 3, "SD": 1, "V": 2}

pytestmark = pytest.mark.skipif(not MINUTES.exists(), reason=f"{MINUTES} saknas")


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Read:
    return read_documents(tmp_path_factory.mktemp("store"), [MINUTES])


@pytest.fixture(scope="module")
def tenth(read: Read) -> int:
    return read.number("Redovisning av budgetuppdraget", "2022-12-14")


def test_the_seats_of_a_real_decision(read: Read, tenth: int) -> None:
    here = read.lines[read.lines["decision"] == tenth]
    tally = tallies(here).loc[tenth]

    assert dict(zip(here["party"], here["seats"], strict=True)) == SEATS
    assert set(here.loc[here["side"] == "for", "party"]) == {"S", "V", "MP", "SD"}
    assert set(here.loc[here["side"] == "against", "party"]) == {"L", "M", "C"}
    assert tally.tolist() == [7, 6, 0, 1]


def test_who_decided_it(read: Read, tenth: int) -> None:
    closest = margins(read.lines, read.decided).set_index("decision").loc[tenth]
    alone = deciders(read.lines, read.decided)
    alone = alone[alone["decision"] == tenth]
    sets = turning_sets(read.lines, read.decided)

    assert closest.tolist() == [7, 6, 1, "majority", True]
    assert dict(zip(alone["party"], alone["role"], strict=True)) == {
        "MP": "governing",
        "S": "governing",
        "SD": "tipped",
        "V": "governing",
    }
    # each of the four alone; no set of several is a smallest one
    assert sets.loc[sets["decision"] == tenth, "set"].tolist() == [0, 1, 2, 3]


def test_the_swings_of_its_board(read: Read, tenth: int) -> None:
    """Of 13 seats 7 win. M (4) swings the divisions of the others that have 3 to 6 of their 9
    seats, S (3) 4 to 6 of 10, V (2) 5 or 6 of 11, each party of one seat 6 of 12."""
    found = banzhaf(read.lines)
    found = found[found["decision"] == tenth]

    assert dict(zip(found["party"], found["swings"], strict=True)) == {
        "C": 8,
        "L": 8,
        "M": 40,
        "MP": 8,
        "S": 24,
        "SD": 8,
        "V": 20,
    }
    assert set(found["open"]) == {0}


def test_both_lines_and_their_words(read: Read, tenth: int) -> None:
    row = standings(read.stances, read.decided).set_index("decision").loc[tenth]
    crossed = crossings(read.stances, read.decided)
    joint = groups(read.stances, read.alternatives)
    texts = read.wordings[read.wordings["decision"] == tenth]
    wanted = texts[texts["line"] == "alternative"]

    assert row[["majority", "opposition", "line", "won"]].tolist() == [
        "for",
        "divided",
        "for",
        "majority",
    ]
    assert crossed.loc[
        crossed["decision"] == tenth, ["party", "kind"]
    ].to_numpy().tolist() == [["SD", "joined"]]
    assert joint.loc[joint["decision"] == tenth, "group"].tolist() == [0, 0, 0]
    assert texts["line"].tolist()[:2] == ["decision", "adopted"]
    assert [list(parties) for parties in wanted["parties"]] == [["C", "L", "M"]] * 2
