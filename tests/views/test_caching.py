"""What is kept between reruns is the same for all, and nobody can change it for others."""

import gc
from pathlib import Path

import duckdb
import pandas as pd

from views.caching import Shelf, cursor, settle, shared


def test_a_kept_table_is_read_once_and_nobody_changes_it_for_others() -> None:
    read = []

    @shared(2)
    def table(name: str) -> pd.DataFrame:
        read.append(name)
        return pd.DataFrame({"party": ["S", "M"]})

    first = table("a")
    first.loc[0, "party"] = "V"
    first["n"] = 1

    assert table("a").to_dict("list") == {"party": ["S", "M"]}
    assert read == ["a"]


def test_a_changed_file_is_opened_anew(tmp_path: Path) -> None:
    path = tmp_path / "1" / "a" / "b.duckdb"
    path.parent.mkdir(parents=True)
    found = []
    for changed in (1, 2):
        written = tmp_path / f"{changed}.duckdb"
        with duckdb.connect(written) as writer:
            writer.execute(f"CREATE TABLE number AS SELECT {changed} AS value")
        written.replace(path)
        with cursor(str(path), changed) as reader:
            found += reader.execute("FROM number").fetchall()

    assert found == [(1,), (2,)]


def test_a_shelf_makes_room_by_forgetting_what_was_asked_for_longest_ago() -> None:
    table = pd.DataFrame({"n": range(100)})
    shelf = Shelf(room=int(2.5 * table.memory_usage().sum()))
    for key in ("a", "b"):
        shelf[key] = table
    assert shelf["a"] is table
    shelf["c"] = table

    assert list(shelf) == ["a", "c"]
    assert shelf.get("b") is None
    shelf["a"] = table.head(10)
    del shelf["c"]
    assert [len(shelf[key]) for key in shelf] == [10]


def test_what_a_page_has_loaded_is_left_to_stand() -> None:
    settle("a page that nobody has seen")
    try:
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
