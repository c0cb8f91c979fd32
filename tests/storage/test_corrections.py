"""Corrections: proposed, applied, withdrawn; kept over re-runs, and never silently lost."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline.corrections import Correction, CorrectionRecord, Operation, State
from pipeline.errors import StoreError, UsageError
from pipeline.models import Extraction
from pipeline.storage import corrections, layout
from pipeline.storage.corrections import apply, propose, read_corrections, reject, withdraw
from pipeline.storage.lock import writing
from pipeline.storage.publishing import republish
from tests.builders import attendance, case, document, extraction, position, statement
from tests.stores import add, rows

WHO: dict[str, str] = {"who": "Ada Lund", "when": "2024-05-01T10:00:00", "why": "läst fel"}
CHANGE, REMOVE, ADD = Operation.CHANGE, Operation.REMOVE, Operation.ADD


def draft(table: str, row: str, new: Any = None, operation: Operation = CHANGE) -> Correction:
    return Correction(table, row, operation, new or {}, **WHO)


def read(**fields: Any) -> Extraction:
    """A document with a row of every table that can be corrected."""
    tables: dict[str, Any] = {
        "attendance": [attendance(), attendance(name="Göran Ek", party="M")],
        "cases": [case()],
        "statements": [statement()],
        "positions": [position(), position(position_id="d1:1:S", party="S", stance="for")],
    }
    made = fields.pop("document", document())
    return extraction(made, **{**tables, **fields})


@pytest.fixture(autouse=True)
def shared(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The folder of shared corrections, empty."""
    folder = tmp_path / "shared"
    folder.mkdir()
    monkeypatch.setattr(corrections, "shared_corrections", lambda: folder)
    return folder


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return add(tmp_path / "store", read())


def corrected(store: Path, made: Correction, **said: str) -> CorrectionRecord:
    """Propose, apply and show a correction."""
    record = apply(store, propose(store, made).correction_id, **{**WHO, **said})
    republish(store)
    return record


def told(store: Path) -> tuple[bool, str | None]:
    """Whether the one correction of a store was applied, and why not."""
    ((applied, finding),) = rows(store, "SELECT applied, finding FROM corrections")
    return applied, finding


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


NEW = {"party": "KD", "stance": "against", "basis": "yrkande", "quote": "en ny brygga"}


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


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (draft("cases", "d9:1", {"title": "Ny"}), "Det finns ingen rad d9:1 i cases"),
        (draft("votes", "d1:1:v1", {"yes": 3}), "Tabellen votes kan inte rättas"),
        (draft("cases", "d1:1", {"number": "2"}), "Kolumnen number i cases kan inte rättas"),
        (draft("cases", "d1:1", {"outcome": "ja"}), "Okänt värde för outcome: ja"),
        (draft("cases", "d1:1", {"item_type": None}), "item_type får inte vara tomt"),
        (draft("cases", "d1:1", {"topics": "hamn"}), "topics har fel form"),
        (draft("cases", "d1:1", {"topics": None}), "topics ska vara en lista"),
        (
            draft("cases", "d1:1", {"topics": ["trafik", "hamn"]}),
            "Okänt värde för topics: hamn; välj bland ",
        ),
        (draft("cases", "d1:1", {}), "Ange kolumnen och det nya värdet"),
        (draft("cases", "d1:1", {"outcome": "bifall"}), "har redan det värdet"),
        (draft("positions", "d1:1:M", {"stance": "silent"}), "Okänt värde för stance"),
        (draft("attendance", "d1:Göran Ek", {"party": "XX"}), "Okänt parti: XX"),
        (draft("documents", "d1", {"date": "4 mars"}), "ska vara ett datum"),
        (draft("documents", "d1", {"date": "2021-03"}), "ska vara ett datum"),
        (draft("cases", "d1:1", operation=REMOVE), "kan inte tas bort"),
        (draft("cases", "d1:1", {"title": "Ny"}, ADD), "kan inte läggas till"),
        (draft("positions", "d9", NEW, ADD), "Det finns inget ärende d9"),
        (
            draft("positions", "d1:1", {**NEW, "quote": "En ny brygga"}, ADD),
            "Citatet står inte ordagrant",
        ),
        (
            draft("positions", "d1:1", {**NEW, "quote": "n"}, ADD),
            "Citatet står på flera ställen",
        ),
        (draft("positions", "d1:1", {**NEW, "start": 3}, ADD), "börjar inte vid tecken 3"),
        (
            draft("positions", "d1:1", {**NEW, "basis": "närvaro"}, ADD),
            "Okänt värde för basis",
        ),
        (draft("positions", "d1:1", {"quote": "brygga"}, ADD), "saknar party, stance, basis"),
        (
            draft("mandates", "Tallvik", {"start": "2022", "governing": ["S"]}, ADD),
            "ska vara ett datum",
        ),
        (
            draft("mandates", "Tallvik", {"start": "2022-10-17", "governing": ["S"]}, ADD),
            "saknar source",
        ),
        (
            replace(draft("cases", "d1:1", {"title": "Ny"}), why=" "),
            "Rättelsen saknar skäl",
        ),
    ],
)
def test_what_makes_no_sense_is_refused_in_one_sentence(
    store: Path, made: Correction, told: str
) -> None:
    with pytest.raises(UsageError, match=told):
        propose(store, made)
    assert read_corrections(store) == ()


@pytest.mark.parametrize("stance", ["silent", "absent"])
def test_computed_position_is_not_changed_by_hand(tmp_path: Path, stance: str) -> None:
    store = add(tmp_path / "store", read(positions=[position(stance=stance)]))
    with pytest.raises(UsageError, match="uträknad ur närvaron"):
        propose(store, draft("positions", "d1:1:M", {"stance": "for"}))


def test_letters_of_a_party_seen_in_the_municipality_are_known(tmp_path: Path) -> None:
    seen = [attendance(), attendance(name="Siv Ask", party="HP")]
    store = add(tmp_path / "store", read(attendance=seen))
    corrected(store, draft("statements", "d1:1:s1", {"parties": ["HP"]}))
    assert rows(store, "SELECT parties FROM statements") == [(["HP"],)]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ([apply], apply),
        ([apply], reject),
        ([reject], apply),
        ([reject], withdraw),
        ([apply, withdraw], withdraw),
        ([withdraw], apply),
    ],
)
def test_a_decision_follows_only_on_certain_states(
    store: Path, first: list[Any], then: Any
) -> None:
    record = propose(store, draft("cases", "d1:1", {"title": "Ny"}))
    for step in first:
        step(store, record.correction_id, **WHO)
    with pytest.raises(UsageError, match="kan inte bli"):
        then(store, record.correction_id, **WHO)


def test_unknown_correction_is_told(store: Path) -> None:
    with pytest.raises(UsageError, match="Det finns ingen rättelse abc"):
        apply(store, "abc", **WHO)


def test_history_is_never_rewritten(store: Path) -> None:
    record = propose(store, draft("cases", "d1:1", {"title": "Ny"}))
    path = layout.corrections_folder(store) / f"{record.correction_id}.jsonl"
    proposed = path.read_text("utf-8")
    apply(store, record.correction_id, **WHO)
    withdraw(store, record.correction_id, **WHO)
    assert path.read_text("utf-8").startswith(proposed)
    assert [json.loads(line)["state"] for line in path.read_text("utf-8").splitlines()] == [
        "föreslagen",
        "tillämpad",
        "ångrad",
    ]
    (read_back,) = read_corrections(store)
    assert read_back.state == State.WITHDRAWN
    assert read_back.correction == record.correction


def test_second_writer_is_told_who_holds_the_store(store: Path) -> None:
    with writing(store), pytest.raises(StoreError, match="skrivs just nu av"):
        propose(store, draft("cases", "d1:1", {"title": "Ny"}))
    assert read_corrections(store) == ()


def test_shared_correction_holds_and_can_be_withdrawn_in_a_store(
    store: Path, shared: Path
) -> None:
    record = apply(
        store,
        propose(store, draft("cases", "d1:1", {"title": "Ny"})).correction_id,
        **WHO,
    )
    name = f"{record.correction_id}.jsonl"
    (layout.corrections_folder(store) / name).rename(shared / name)
    republish(store)
    assert rows(store, "SELECT title FROM cases") == [("Ny",)]
    assert rows(store, "SELECT shared FROM corrections") == [(True,)]
    withdraw(store, record.correction_id, **WHO)
    republish(store)
    assert rows(store, "SELECT title FROM cases") == [("Ny brygga i gästhamnen",)]
    assert len((shared / name).read_text("utf-8").splitlines()) == 2


@pytest.mark.parametrize(
    "content",
    [
        "not json",
        "[1]",
        '{"state": "föreslagen"}',
        '{"state": "tillämpad", "who": "A", "when": "2024", "why": "b"}',
        '{"state": "okänd"}',
        '{"state": "föreslagen", "table": 3, "row": "x", "operation": "ändra", "who": "A",'
        ' "when": "2024", "why": "b"}',
    ],
)
def test_broken_file_is_told_and_stops_nothing(store: Path, content: str) -> None:
    folder = layout.corrections_folder(store)
    folder.mkdir()
    (folder / "trasig.jsonl").write_text(content, "utf-8")
    republish(store)
    ((source, reason),) = rows(store, "FROM failures")
    assert source.endswith("trasig.jsonl")
    assert "rättelsen går inte att läsa" in reason
    assert rows(store, "SELECT failures, corrections FROM meta") == [(1, 0)]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("table", "meta"),
        ("new", {"stance": "kanske"}),
        ("new", {"position_id": "d1"}),
        ("old", {}),
        ("old", {"1; DROP TABLE cases": 1}),
        ("operation", "ta bort"),
        ("operation", "lägg till"),
    ],
)
def test_file_written_by_hand_is_checked_before_it_is_applied(
    store: Path, field: str, value: Any
) -> None:
    record = apply(
        store,
        propose(store, draft("positions", "d1:1:M", {"stance": "for"})).correction_id,
        **WHO,
    )
    path = layout.corrections_folder(store) / f"{record.correction_id}.jsonl"
    first, *rest = path.read_text("utf-8").splitlines()
    line = {**json.loads(first), field: value}
    path.write_text("\n".join([json.dumps(line), *rest]), "utf-8")
    republish(store)
    applied, finding = told(store)
    assert not applied and finding
    assert rows(store, "SELECT stance FROM positions") == [("against",), ("for",)]
