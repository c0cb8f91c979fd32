"""Corrections: applied and withdrawn; kept over re-runs, and never silently lost."""

from pathlib import Path
from typing import Any

import pytest

from pipeline.corrections import Correction
from pipeline.models import Extraction
from pipeline.storage.corrections import apply, propose, reject, withdraw
from pipeline.storage.publishing import republish
from tests.builders import case, document, extraction, position, statement
from tests.storage.correcting import (
    ADD,
    CHANGE,
    NEW,
    REMOVE,
    WHO,
    corrected,
    draft,
    read,
    shared,
    store,
    told,
)
from tests.stores import add, rows

__all__ = ["shared", "store"]


@pytest.mark.parametrize(
    ("table", "row", "new", "shown"),
    [
        ("cases", "d1:1", {"title": "Bryggan i hamnen"}, "Bryggan i hamnen"),
        ("cases", "d1:1", {"outcome": "avslag"}, "avslag"),
        ("cases", "d1:1", {"outcome": None}, None),
        ("cases", "d1:1", {"decided_by": "votering"}, "votering"),
        ("cases", "d1:1", {"item_type": "motion"}, "motion"),
        ("cases", "d1:1", {"topics": ["trafik"]}, ["trafik"]),
        ("positions", "d1:1:M", {"stance": "abstained"}, "abstained"),
        ("statements", "d1:1:s1", {"parties": ["M", "KD"]}, ["M", "KD"]),
        ("statements", "d1:1:s1", {"persons": []}, []),
        ("statements", "d1:1:s1", {"act": "yrkande"}, "yrkande"),
        ("attendance", "d1:Göran Ek", {"party": "KD"}, "KD"),
        ("attendance", "d1:Göran Ek", {"party": None}, None),
        ("attendance", "d1:Göran Ek", {"role": "ersättare"}, "ersättare"),
        ("documents", "d1", {"body": "Fiskenämnden"}, "Fiskenämnden"),
        ("documents", "d1", {"date": "2021-04-04"}, "2021-04-04"),
        ("documents", "d1", {"municipality": "Granby"}, "Granby"),
        ("documents", "d1", {"kind": "protokollsutdrag"}, "protokollsutdrag"),
    ],
)
def test_changed_value_shows_and_goes_back_when_withdrawn(
    store: Path, table: str, row: str, new: dict[str, Any], shown: Any
) -> None:
    (column,) = new
    query = f"SELECT {column} FROM {table}"
    before = rows(store, query)
    record = corrected(store, draft(table, row, new))
    assert (shown,) in rows(store, query)
    assert len(rows(store, query)) == len(before)
    assert told(store) == (True, None)
    withdraw(store, record.correction_id, **WHO)
    republish(store)
    assert rows(store, query) == before
    assert rows(store, "SELECT state, applied FROM corrections") == [("ångrad", False)]


def test_proposed_and_rejected_corrections_change_nothing_but_are_told(store: Path) -> None:
    record = propose(store, draft("positions", "d1:1:M", {"stance": "for"}))
    republish(store)
    stance = "SELECT stance FROM positions WHERE party = 'M'"
    assert rows(store, stance) == [("against",)]
    assert rows(store, "SELECT state, applied FROM corrections") == [("föreslagen", False)]
    reject(store, record.correction_id, **WHO)
    republish(store)
    assert rows(store, stance) == [("against",)]
    assert rows(store, "SELECT state, decision_reason FROM corrections") == [
        ("avvisad", "läst fel")
    ]


@pytest.mark.parametrize(
    ("table", "row", "left"),
    [("positions", "d1:1:M", ["S"]), ("statements", "d1:1:s1", ["M", "S"])],
)
def test_removed_row_is_gone(store: Path, table: str, row: str, left: list[str]) -> None:
    corrected(store, draft(table, row, operation=REMOVE))
    assert rows(store, f"SELECT count(*) FROM {table} WHERE starts_with('{row}', 'd1')")
    assert rows(store, "SELECT list(party) FROM positions") == [(left,)]


def test_position_outlives_its_removed_statement_without_pointing_at_it(store: Path) -> None:
    corrected(store, draft("statements", "d1:1:s1", operation=REMOVE))
    assert rows(store, "FROM statements") == []
    assert rows(store, "SELECT stance, quote, statement_id FROM positions LIMIT 1") == [
        ("against", "Hamnnämnden", None)
    ]


def test_new_position_stands_beside_its_case_with_its_place_in_the_text(store: Path) -> None:
    later = document(document_id="d2", source="b.md", date="2022-01-01")
    add(store, extraction(later, cases=[case(case_id="d2:1")], positions=[position()]))
    corrected(store, draft("positions", "d1:1", NEW, ADD))
    assert rows(store, 'SELECT position_id, body, date, quote, start, "end" FROM positions')[
        2
    ] == ("d1:1:Hamnnämnden:KD", "Hamnnämnden", "2021-03-04", "en ny brygga", 31, 43)
    assert told(store) == (True, None)


@pytest.mark.parametrize("stance", ["silent", "absent"])
def test_new_position_takes_the_place_of_a_computed_one(tmp_path: Path, stance: str) -> None:
    computed = position(party="KD", stance=stance, basis="närvaro")
    store = add(tmp_path / "store", read(positions=[computed]))
    corrected(store, draft("positions", "d1:1", NEW, ADD))
    assert rows(store, "SELECT party, stance FROM positions") == [("KD", "against")]


def test_order_of_rows_stays(tmp_path: Path) -> None:
    several = [statement(statement_id=f"d1:1:s{n}", start=n) for n in range(5)]
    store = add(tmp_path / "store", read(statements=several))
    corrected(store, draft("statements", "d1:1:s1", {"parties": ["KD"]}))
    assert rows(store, "SELECT start FROM statements") == [(n,) for n in range(5)]


def test_parties_of_a_statement_do_not_change_positions(store: Path) -> None:
    before = rows(store, "FROM positions")
    corrected(store, draft("statements", "d1:1:s1", {"parties": ["KD", "M"]}))
    assert rows(store, "SELECT parties, joint FROM statements") == [(["KD", "M"], True)]
    assert rows(store, "FROM positions") == before


def test_rows_follow_the_date_and_body_of_their_document(tmp_path: Path) -> None:
    elsewhere = statement(statement_id="d1:1:s2", date="2020-01-01", body="Fiskenämnden")
    store = add(tmp_path / "store", read(statements=[statement(), elsewhere]))
    corrected(store, draft("documents", "d1", {"date": "2021-03-05"}))
    assert rows(store, "SELECT date FROM cases") == [("2021-03-05",)]
    assert rows(store, "SELECT date FROM positions") == [("2021-03-05",)] * 2
    assert rows(store, "SELECT date FROM statements") == [("2021-03-05",), ("2020-01-01",)]


def test_people_belong_to_the_corrected_municipality(store: Path) -> None:
    corrected(store, draft("documents", "d1", {"municipality": "Granby"}))
    assert rows(store, "SELECT DISTINCT municipality FROM people") == [("Granby",)]


def test_mandate_is_added_and_ended(store: Path) -> None:
    new = {"start": "2022-10-17", "governing": ["S", "V"], "source": "protokoll"}
    corrected(store, draft("mandates", "Tallvik", new, ADD))
    mandates = "SELECT start, \"end\", governing FROM mandates WHERE municipality = 'Tallvik'"
    assert rows(store, mandates) == [("2022-10-17", None, ["S", "V"])]
    ended = draft("mandates", "Tallvik:2022-10-17", {"end": "2024-01-01"})
    corrected(store, ended, when="2024-05-02T10:00:00")
    assert rows(store, mandates) == [("2022-10-17", "2024-01-01", ["S", "V"])]


def test_mandate_that_overlaps_another_is_not_applied(store: Path) -> None:
    new = {"start": "2022-10-17", "governing": ["S"], "source": "protokoll"}
    corrected(store, draft("mandates", "Tallvik", new, ADD))
    corrected(store, draft("mandates", "Tallvik", {**new, "start": "2023-01"}, ADD))
    assert rows(store, "SELECT applied FROM corrections ORDER BY applied") == [
        (False,),
        (True,),
    ]
    assert len(rows(store, "FROM mandates WHERE municipality = 'Tallvik'")) == 1


def _renumbered() -> Extraction:
    first = statement(text="Ett annat inlägg.")
    return read(statements=[first, statement(statement_id="d1:1:s2", start=5)])


@pytest.mark.parametrize(
    ("made", "again", "finding"),
    [
        # read anew, the same row is there
        (draft("positions", "d1:1:M", {"stance": "for"}), read(), None),
        # the number of a statement has shifted
        (draft("statements", "d1:1:s1", {"act": "yrkande"}), _renumbered(), None),
        # the row is gone
        (
            draft("positions", "d1:1:M", {"stance": "for"}),
            read(positions=[]),
            "raden d1:1:M i positions finns inte",
        ),
        # the row reads otherwise
        (
            draft("positions", "d1:1:M", {"stance": "for"}),
            read(positions=[position(stance="split")]),
            "stance är nu split, men var against när rättelsen skrevs",
        ),
        # the row has been read rightly since
        (
            draft("positions", "d1:1:M", {"stance": "for"}),
            read(positions=[position(stance="for")]),
            "raden läses nu redan så ur dokumentet; ångra rättelsen",
        ),
        # what was to be removed is another row now
        (
            draft("positions", "d1:1:M", operation=REMOVE),
            read(positions=[position(basis="votering")]),
            "basis är nu votering, men var reservation när rättelsen skrevs",
        ),
        # two statements that cannot be told apart
        (
            draft("statements", "d1:1:s1", {"act": "yrkande"}),
            read(
                statements=[
                    statement(start=7),
                    statement(statement_id="d1:1:s2", start=8),
                ]
            ),
            "raden d1:1:s1 i statements finns inte",
        ),
        # a new position whose matter, or whose words, are no longer there, or that is read now
        (
            draft("positions", "d1:1", NEW, ADD),
            read(cases=[]),
            "ärendet d1:1 finns inte",
        ),
        (
            draft("positions", "d1:1", NEW, ADD),
            read(document=document(text="Tomt.")),
            "citatet står inte längre på sin plats i dokumentet",
        ),
        (
            draft("positions", "d1:1", NEW, ADD),
            read(positions=[position(party="KD")]),
            "KD har redan en ställning i ärendet",
        ),
    ],
)
def test_correction_is_kept_when_a_document_is_read_anew_or_says_why_not(
    store: Path, made: Correction, again: Extraction, finding: str | None
) -> None:
    record = corrected(store, made)
    add(store, again)
    if finding is None:
        assert told(store) == (True, None)
        return
    expected = f"rättelsen {record.correction_id} träffar inte längre: {finding}"
    assert told(store) == (False, expected)
    assert rows(store, "SELECT findings FROM documents") == [([expected],)]


def test_correction_of_a_document_that_is_gone_is_still_told(store: Path) -> None:
    corrected(store, draft("cases", "d1:1", {"title": "Ny"}))
    add(store, extraction(document(document_id="d2")))
    applied, finding = told(store)
    assert not applied
    assert "träffar inte längre" in (finding or "")


def test_corrections_take_effect_in_the_order_of_their_decisions(store: Path) -> None:
    for minute, title in enumerate(("Ett", "Två", "Tre")):
        when = {**WHO, "when": f"2024-05-01T10:0{minute}:00"}
        made = Correction("cases", "d1:1", CHANGE, {"title": title}, **when)
        apply(store, propose(store, made).correction_id, **when)
        republish(store)
    assert rows(store, "SELECT title FROM cases") == [("Tre",)]
    assert rows(store, "SELECT DISTINCT applied FROM corrections") == [(True,)]
