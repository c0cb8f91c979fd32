"""A path that no system call can follow is one failed source, not the end of the run."""

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
