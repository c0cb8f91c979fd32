"""One writer at a time."""

import os
from pathlib import Path

import pytest

from pipeline.errors import StoreError
from pipeline.storage.lock import writing


def test_second_writer_is_refused_and_told_who_holds_the_store(tmp_path: Path) -> None:
    with (
        writing(tmp_path),
        pytest.raises(StoreError, match=rf"process {os.getpid()} på datorn .+ sedan \d{{4}}-"),
        writing(tmp_path),
    ):
        pass


def test_store_is_free_after_a_writer_that_failed(tmp_path: Path) -> None:
    with pytest.raises(KeyError), writing(tmp_path):
        raise KeyError
    with writing(tmp_path):
        assert (tmp_path / "writer.json").is_file()
    assert not (tmp_path / "writer.json").exists()


def test_store_that_cannot_be_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(StoreError, match="Välj en annan mapp"), writing(tmp_path / "file"):
        pass
