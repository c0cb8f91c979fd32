"""Corrections that make no sense, and decisions that cannot follow, in one sentence each."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline.corrections import Correction
from pipeline.errors import UsageError
from pipeline.storage.corrections import apply, propose, read_corrections, reject, withdraw
from tests.builders import attendance, position
from tests.storage.correcting import (
    ADD,
    NEW,
    REMOVE,
    WHO,
    corrected,
    draft,
    read,
    shared,
    store,
)
from tests.stores import add, rows

__all__ = ["shared", "store"]


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
