"""What cannot be read fails alone, and by its own name."""

from pathlib import Path

from pipeline.run import ingest


def test_a_link_to_itself_fails_alone(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "ring.txt").symlink_to("ring.txt")
    (papers / "protokoll.txt").write_text(
        "Protokoll\n§ 1 Bryggan\nNämnden beslutar.\n", "utf-8"
    )

    summary = ingest([papers], store=tmp_path / "store")

    assert [failure.source for failure in summary.failed] == [str(papers / "ring.txt")]
    assert summary.documents == 1


def test_files_that_are_the_same_fail_each_by_its_own_name(tmp_path: Path) -> None:
    empty = [tmp_path / name for name in ("a.docx", "b.txt")]
    for path in empty:
        path.write_bytes(b"")

    summary = ingest(empty, store=tmp_path / "store")

    told = sorted(failure.reason.split(":")[0] for failure in summary.failed)
    assert told == list(map(str, empty))
