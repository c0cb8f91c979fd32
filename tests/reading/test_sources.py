"""Finding files: folders, archives, odd names, things that are not there."""

import os
from pathlib import Path

import pytest

from pipeline.errors import ReadingError
from pipeline.reading import sources
from pipeline.reading.sources import Source, find_sources, load
from tests.reading.files import docx, zipped


def names(paths: list[Path], root: Path) -> list[str]:
    found, _ = find_sources(paths)
    return [source.name.removeprefix(f"{root}/") for source in found]


def test_folders_are_walked_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", ".dold", "README.md", "c/d.pdf", ".git/e.txt", "~$a.docx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("hej")
    assert names([tmp_path], tmp_path) == ["a.md", "b.txt", "c/d.pdf"]


def test_files_are_found_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("hej")
    assert names([tmp_path / "a.txt", tmp_path], tmp_path) == ["a.txt"]


def test_archives_are_looked_into(tmp_path: Path) -> None:
    inner = zipped({"x.txt": b"x"})
    members = {
        "b.txt": b"b",
        "mapp/å.txt": b"a",
        ".dold": b"",
        "README.txt": b"",
        "in.zip": inner,
    }
    (tmp_path / "arkiv.zip").write_bytes(zipped(members))
    (tmp_path / "brev.docx").write_bytes(docx("Hej"))
    found, failures = find_sources([tmp_path])
    assert [source.member for source in found] == ["b.txt", "in.zip", "mapp/å.txt", None]
    assert failures == []
    assert load(found[0]) == b"b"


def test_archive_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MOST_MEMBERS", 1)
    (tmp_path / "a.zip").write_bytes(zipped({"a.txt": b"a", "b.txt": b"b"}))
    found, failures = find_sources([tmp_path / "a.zip"])
    assert found == []
    assert "för stort" in failures[0].reason


def test_swollen_member_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"a.txt": bytes(20 * 1024 * 1024)}))
    found, _ = find_sources([tmp_path / "a.zip"])
    with pytest.raises(ReadingError, match="orimligt mycket"):
        load(found[0])


def test_missing_path_is_a_failure(tmp_path: Path) -> None:
    found, failures = find_sources([tmp_path / "borta.pdf"])
    assert found == []
    assert "finns inte" in failures[0].reason


@pytest.mark.parametrize("name", ["ny\nrad.txt", "😀.txt", os.fsdecode(b"\xff\xfe.txt")])
def test_odd_names(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("hej")
    found, _ = find_sources([tmp_path])
    assert found[0].name.isprintable()
    assert found[0].name.encode()
    assert load(found[0]) == b"hej"


def test_vanished_file_and_dangling_link(tmp_path: Path) -> None:
    (tmp_path / "länk.txt").symlink_to(tmp_path / "borta.txt")
    (tmp_path / "a.txt").write_text("hej")
    found, _ = find_sources([tmp_path])
    (tmp_path / "a.txt").unlink()
    for source in found:
        with pytest.raises(ReadingError, match="finns inte"):
            load(source)


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("hej")

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(ReadingError, match="läsrättighet saknas"):
        load(Source("a.txt", tmp_path / "a.txt"))


def test_size_is_checked_before_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "stor.pdf"
    with path.open("wb") as file:
        file.truncate(300 * 1024 * 1024)
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail("was read"))
    with pytest.raises(ReadingError, match="300 MB"):
        load(Source("stor.pdf", path))


def test_special_files_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rör")
    with pytest.raises(ReadingError, match="ingen vanlig fil"):
        load(Source("rör", tmp_path / "rör"))
