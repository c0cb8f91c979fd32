"""What is kept between reruns is the same for all, and nobody can change it for others."""

from pathlib import Path

import duckdb
import pandas as pd

from views.caching import cursor, shared


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
