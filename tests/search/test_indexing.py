"""The index of a snapshot: grown from the former one, the same as one built anew."""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
import tantivy

from pipeline.errors import StoreError
from pipeline.models import Extraction
from pipeline.search import Query, SearchIndex, all_rows, indexing, search
from pipeline.search.indexing import update
from pipeline.storage import layout
from pipeline.storage.lock import writing
from pipeline.storage.parts import append
from pipeline.storage.publishing import publish
from pipeline.storage.schema import SourceRecord
from pipeline.storage.snapshot import open_search
from tests.builders import case, document, extraction, position, statement
from tests.stores import add


def _said(name: str, text: str, **fields: Any) -> Extraction:
    base = document(document_id=name, source=fields.pop("source", f"{name}.md"))
    return extraction(base, cases=[case()], statements=[statement(text=text, **fields)])


def _hits(index: SearchIndex, words: str = "") -> set[tuple[Any, ...]]:
    return {
        (row.key, row.what, row.text, row.stance, row.party)
        for row in all_rows(index, Query(words))
    }


def _rebuilt(store: Path, folder: Path) -> SearchIndex:
    number = layout.published_number(store) or 0
    update(folder, database=layout.database_path(store, number))
    return SearchIndex(folder)


def test_grown_index_finds_what_a_rebuilt_one_finds(tmp_path: Path) -> None:
    store = tmp_path / "store"
    add(store, _said("a", "En ny brygga."), _said("b", "Bryggor och båtar."))
    # another file in place of a, a new party, and a document that is read anew with a position
    add(store, _said("c", "Hamnens kran.", source="a.md"))
    stand = position()
    add(
        store,
        extraction(
            document(document_id="b", source="b.md"),
            cases=[case()],
            statements=[statement(text="Bryggor och båtar.")],
            positions=[stand],
        ),
        _said("d", "Båthus vid bryggan.", parties=("L",)),
    )
    grown, rebuilt = open_search(store), _rebuilt(store, tmp_path / "anew")
    assert _hits(grown) == _hits(rebuilt)
    assert {key for key, *_ in _hits(grown, "vad:inlägg")} == {"b:1:s1", "c:1:s1", "d:1:s1"}
    for words in ("brygga", "båt", "hamn", "parti:M ställning:mot", "brygga båt"):
        ours, anew = search(grown, Query(words)), search(rebuilt, Query(words))
        assert (ours.total, ours.facets) == (anew.total, anew.facets)


def test_only_what_changed_is_written_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(tmp_path, _said("a", "En ny brygga."), _said("b", "Bryggor."))
    written: list[str] = []

    def noted(entry: dict[str, Any]) -> tantivy.Document:
        written.append(entry["key"])
        return indexed(entry)

    indexed = indexing.indexed
    monkeypatch.setattr(indexing, "indexed", noted)
    add(tmp_path, _said("c", "Hamnens kran."))
    assert set(written) == {"c:1", "c:1:s1"}


def test_index_begins_as_links(tmp_path: Path) -> None:
    add(tmp_path, _said("a", "En ny brygga."))
    add(tmp_path, _said("b", "Hamnens kran."))
    first, second = (layout.search_folder(tmp_path, number) for number in (1, 2))
    shared = {path.name for path in first.iterdir()} & {path.name for path in second.iterdir()}
    assert any((first / name).samefile(second / name) for name in shared)
    assert not (first / "meta.json").samefile(second / "meta.json")


def test_without_links_the_files_are_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: Any) -> None:
        raise OSError("no links here")

    add(tmp_path, _said("a", "En ny brygga."))
    monkeypatch.setattr(os, "link", refused)
    add(tmp_path, _said("b", "Hamnens kran."))
    assert search(open_search(tmp_path), Query("brygga vad:inlägg")).total == 1


def test_open_index_stays_as_it_was(tmp_path: Path) -> None:
    add(tmp_path, _said("a", "En ny brygga."))
    before = open_search(tmp_path)
    for name in "bcd":  # the folder it was opened in is gone after this
        add(tmp_path, _said(name, "En brygga till."))
    assert not layout.search_folder(tmp_path, 1).exists()
    assert len(_hits(before, "brygga vad:inlägg")) == 1
    assert len(_hits(open_search(tmp_path), "brygga vad:inlägg")) == 4


@pytest.mark.parametrize("damage", ["contents", "version", "folder", "meta"])
def test_damaged_former_index_is_built_anew(
    tmp_path: Path, damage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(tmp_path, _said("a", "En ny brygga."))
    folder = layout.search_folder(tmp_path, 1)
    if damage == "contents":
        (folder / "contents.json").write_text("{", "utf-8")
    elif damage == "version":
        monkeypatch.setattr(indexing, "VERSION", "another")
    elif damage == "meta":
        (folder / "meta.json").write_text("{}", "utf-8")
    else:
        shutil.rmtree(folder)
    add(tmp_path, _said("b", "Bryggor."))
    assert len(_hits(open_search(tmp_path), "brygga vad:inlägg")) == 2


def test_changed_words_known_beforehand_are_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(tmp_path, _said("a", "En ny brygga."))
    monkeypatch.setattr(indexing, "VERSION", "another")
    with writing(tmp_path):
        assert publish(tmp_path).number == 2


def test_full_disk_is_told_and_the_old_index_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise OSError("No space left on device")

    add(tmp_path, _said("a", "En ny brygga."))
    monkeypatch.setattr(indexing, "_write", full)
    with pytest.raises(StoreError, match="kunde inte byggas"):
        add(tmp_path, _said("b", "Bryggor."))
    assert len(_hits(open_search(tmp_path), "brygga vad:inlägg")) == 1


def test_missing_index_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="inget sökindex"):
        SearchIndex(tmp_path)


def test_store_without_anything(tmp_path: Path) -> None:
    with writing(tmp_path):
        publish(tmp_path)
    assert search(open_search(tmp_path), Query("brygga")).total == 0


def test_watch_gives_what_came_after(tmp_path: Path) -> None:
    add(tmp_path, _said("a", "En ny brygga."))
    add(tmp_path, _said("b", "Bryggor."))
    # a is read anew with other words: the document is not new
    add(tmp_path, _said("a", "En ny och dyr brygga."))
    index = open_search(tmp_path)
    found = {
        since: {row.document_id for row in all_rows(index, Query("brygga", since=since))}
        for since in (0, 1, 2, 3)
    }
    assert found == {0: {"a", "b"}, 1: {"b"}, 2: set(), 3: set()}
    assert index.snapshot == 3


def test_nothing_new_is_an_answer(tmp_path: Path) -> None:
    add(tmp_path, _said("a", "En ny brygga."))
    hits = search(open_search(tmp_path), Query("brygga kran bruggan", since=0))
    assert (hits.total, hits.corrected, hits.loosened) == (0, (), False)


def test_document_that_was_gone_is_not_new(tmp_path: Path) -> None:
    add(tmp_path, _said("a", "En brygga."))
    add(tmp_path, _said("b", "Bryggor.", source="a.md"))
    with writing(tmp_path):
        append(tmp_path, (), [SourceRecord("/a.md", "a.md", "a", None)], municipality=None)
        publish(tmp_path)
    rows = list(all_rows(open_search(tmp_path), Query("brygga vad:inlägg")))
    assert [(row.document_id, row.arrival) for row in rows] == [("a", 1)]
