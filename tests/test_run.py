"""From files to a published store: what is read, skipped, replaced, and what fails."""

import os
import re
import threading
import zipfile
from pathlib import Path

import pytest

from pipeline import ledger, run
from pipeline.errors import StoreError
from pipeline.ledger import Progress, Summary
from pipeline.models import Extraction
from pipeline.storage.lock import writing
from pipeline.storage.publishing import Published
from tests import fake_process
from tests.stores import rows

TITLES = "SELECT title FROM documents ORDER BY title"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    return made


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store"


@pytest.fixture(autouse=True)
def _process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "process", fake_process.process)


def _write(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text, "utf-8")


def _counts(summary: Summary) -> dict[str, int]:
    return {
        "read": summary.read,
        "skipped": summary.skipped,
        "replaced": summary.replaced,
        "failed": len(summary.failed),
        "documents": summary.documents,
    }


def _expected(**counts: int) -> dict[str, int]:
    return {"read": 0, "skipped": 0, "replaced": 0, "failed": 0, "documents": 0, **counts}


def test_unchanged_is_skipped_and_changed_is_replaced_as_a_whole(
    folder: Path, store: Path
) -> None:
    _write(folder, a="ett", b="två med anmärkning")
    first = run.ingest([folder], store=store)
    assert _counts(first) == _expected(read=2, documents=2)
    assert (first.findings, first.snapshot) == (1, 1)

    again = run.ingest([folder], store=store)
    assert _counts(again) == _expected(skipped=2, documents=2)
    assert (again.findings, again.snapshot) == (0, 1)

    _write(folder, b="två, rättad", c="tre")
    changed = run.ingest([folder], store=store)
    assert _counts(changed) == _expected(read=2, skipped=1, replaced=1, documents=3)
    assert rows(store, TITLES) == [("ett",), ("tre",), ("två, rättad",)]


def test_same_bytes_under_two_names_are_one_document(folder: Path, store: Path) -> None:
    _write(folder, a="ett", b="ett")
    assert _counts(run.ingest([folder], store=store)) == _expected(
        read=1, skipped=1, documents=1
    )
    _write(folder, a="annat")
    changed = run.ingest([folder], store=store)
    assert _counts(changed) == _expected(read=1, skipped=1, replaced=1, documents=2)
    assert rows(store, TITLES) == [("annat",), ("ett",)]


def test_document_that_goes_back_to_what_it_was_is_not_read_again(
    folder: Path, store: Path
) -> None:
    for text in ("ett", "annat"):
        _write(folder, a=text)
        run.ingest([folder], store=store)
    _write(folder, a="ett")
    back = run.ingest([folder], store=store)
    assert _counts(back) == _expected(skipped=1, replaced=1, documents=1)
    assert rows(store, TITLES) == [("ett",)]


def test_vanished_file_keeps_its_document(folder: Path, store: Path) -> None:
    _write(folder, a="ett", b="två")
    run.ingest([folder], store=store)
    (folder / "a.md").unlink()
    assert run.ingest([folder], store=store).documents == 2


@pytest.mark.parametrize(
    ("trouble", "reason"),
    [
        (fake_process.UNREADABLE, r"a\.md: går inte att läsa\.$"),
        (
            fake_process.WRONG,
            r"oväntat fel i .*a\.md: ValueError: något som ingen hade tänkt på$",
        ),
    ],
)
def test_failure_is_told_once_per_run_and_cleared_by_success(
    folder: Path, store: Path, trouble: str, reason: str
) -> None:
    _write(folder, a=trouble, b="två")
    first = run.ingest([folder], store=store)
    assert _counts(first) == _expected(read=1, failed=1, documents=1)
    ((told,),) = rows(store, "SELECT reason FROM failures")
    assert re.search(reason, told)
    assert told == first.failed[0].reason

    again = run.ingest([folder], store=store)
    assert _counts(again) == _expected(skipped=1, failed=1, documents=1)
    assert again.snapshot == first.snapshot

    _write(folder, a="ett")
    assert _counts(run.ingest([folder], store=store)) == _expected(
        read=1, skipped=1, documents=2
    )
    assert rows(store, "FROM failures") == []


def test_failure_keeps_what_the_file_gave_before(folder: Path, store: Path) -> None:
    _write(folder, a="ett")
    run.ingest([folder], store=store)
    _write(folder, a=fake_process.UNREADABLE)
    assert _counts(run.ingest([folder], store=store)) == _expected(failed=1, documents=1)


def test_same_unreadable_bytes_fail_under_each_name(folder: Path, store: Path) -> None:
    _write(folder, a=fake_process.UNREADABLE, b=fake_process.UNREADABLE)
    failed = run.ingest([folder], store=store).failed
    assert [Path(failure.source).name for failure in failed] == ["a.md", "b.md"]


def test_source_that_cannot_be_found_is_a_failure(folder: Path, store: Path) -> None:
    _write(folder, a="ett")
    summary = run.ingest([folder, folder / "finns-inte.pdf"], store=store)
    assert _counts(summary) == _expected(read=1, failed=1, documents=1)
    assert "finns-inte.pdf" in summary.failed[0].reason
    assert rows(store, "FROM failures") == []  # nothing would ever clear it


def test_slow_document_is_given_up(
    folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "MAX_SECONDS", 1)
    _write(folder, a=fake_process.HANGS, b="två")
    summary = run.ingest([folder], store=store)
    assert _counts(summary) == _expected(read=1, failed=1, documents=1)
    assert "tog mer än 1 sekunder" in summary.failed[0].reason


def test_pool_survives_a_document_that_kills_its_worker(folder: Path, store: Path) -> None:
    texts = {f"n{number}": f"nummer {number}" for number in range(6)}
    _write(folder, dies=fake_process.DIES, wrong=fake_process.WRONG, **texts)
    summary = run.ingest([folder], store=store, workers=2)
    assert _counts(summary) == _expected(read=6, failed=2, documents=6)
    reasons = sorted(failure.reason for failure in summary.failed)
    assert "läsningen dog på vägen" in reasons[0]
    assert "oväntat fel" in reasons[1]


def test_municipality_is_kept_until_another_is_named(folder: Path, store: Path) -> None:
    _write(folder, a="ett")
    places = []
    for named in ("Tallvik", None, "Granby"):
        run.ingest([folder], store=store, municipality=named)
        places += rows(store, "SELECT municipality FROM documents")
    assert places == [("Tallvik",), ("Tallvik",), ("Granby",)]


def test_new_extractor_reads_everything_anew(
    folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(folder, a="ett")
    run.ingest([folder], store=store)
    monkeypatch.setattr(ledger, "extractor_version", lambda: "2")
    assert _counts(run.ingest([folder], store=store)) == _expected(read=1, documents=1)


def test_interruption_publishes_what_was_read(
    folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(job: run.Job) -> Extraction:
        if job.sources[0].name.endswith("b.md"):
            raise KeyboardInterrupt
        return fake_process.process(job)

    _write(folder, a="ett", b="två", c="tre")
    monkeypatch.setattr(run, "process", interrupted)
    summary = run.ingest([folder], store=store)
    assert summary.interrupted
    assert _counts(summary) == _expected(read=1, documents=1)

    monkeypatch.setattr(run, "process", fake_process.process)
    assert _counts(run.ingest([folder], store=store)) == _expected(
        read=2, skipped=1, documents=3
    )


def test_reading_stopped_before_publishing_is_published_by_the_next_run(
    folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(folder, a="ett")
    with monkeypatch.context() as patch:
        patch.setattr(ledger, "publish", lambda _: Published(0, 0, ""))
        run.ingest([folder], store=store)
    summary = run.ingest([folder], store=store)
    assert _counts(summary) == _expected(skipped=1, documents=1)
    assert rows(store, TITLES) == [("ett",)]


def test_batches_are_written_as_parts(
    folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "BATCH", 2)
    _write(folder, a="ett", b="två", c="tre")
    run.ingest([folder], store=store)
    assert rows(store, TITLES) == [("ett",), ("tre",), ("två",)]
    assert len(list((store / "extractions").glob("part-0000000[1-9].parquet"))) == 2


def test_progress_counts_every_source_and_ends_with_the_tables(
    folder: Path, store: Path
) -> None:
    _write(folder, a="ett", b=fake_process.UNREADABLE, c="ett")
    seen: list[Progress] = []
    run.ingest([folder], store=store, on_progress=seen.append)
    assert [(now.done, now.total) for now in seen] == [(1, 3), (2, 3), (3, 3), (3, 3)]
    assert [now.source is None for now in seen] == [False, False, False, True]


def test_second_writer_is_refused(folder: Path, store: Path) -> None:
    with writing(store), pytest.raises(StoreError, match="skrivs just nu av process"):
        run.ingest([folder], store=store)


def test_empty_folder_gives_an_empty_store(folder: Path, store: Path) -> None:
    assert _counts(run.ingest([folder], store=store)) == _expected()
    assert rows(store, TITLES) == []


def test_ingest_works_outside_the_main_thread(folder: Path, store: Path) -> None:
    _write(folder, a="ett")
    summaries: list[Summary] = []
    thread = threading.Thread(
        target=lambda: summaries.append(run.ingest([folder], store=store))
    )
    thread.start()
    thread.join()
    assert [summary.read for summary in summaries] == [1]


def test_file_is_the_same_by_whatever_path_it_is_named(
    folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(folder, a="ett")
    run.ingest([folder], store=store)
    monkeypatch.chdir(folder)
    _write(folder, a="annat")
    assert _counts(run.ingest([Path("a.md")], store=store)) == _expected(
        read=1, replaced=1, documents=1
    )


def test_files_of_one_name_in_two_folders_are_two(
    tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("maj", "juni"):
        (tmp_path / name).mkdir()
        _write(tmp_path / name, protokoll=name)
        monkeypatch.chdir(tmp_path / name)
        run.ingest([Path("protokoll.md")], store=store)
    assert rows(store, TITLES) == [("juni",), ("maj",)]


def test_failure_is_forgotten_when_its_file_is_gone(folder: Path, store: Path) -> None:
    _write(folder, a=fake_process.UNREADABLE, b="två")
    run.ingest([folder], store=store)
    (folder / "a.md").unlink()
    run.ingest([folder / "b.md"], store=store)
    assert len(rows(store, "FROM failures")) == 1
    run.ingest([folder], store=store)
    assert rows(store, "FROM failures") == []


def test_archive_gives_its_members(folder: Path, store: Path) -> None:
    with zipfile.ZipFile(folder / "alla.zip", "w") as archive:
        for name in ("a.md", "b.md"):
            archive.writestr(name, name)
    assert run.ingest([folder], store=store).read == 2
    assert rows(store, TITLES) == [("a.md",), ("b.md",)]


def test_file_with_an_odd_name_is_stored(folder: Path, store: Path) -> None:
    (folder / os.fsdecode(b"\xff\n[x].md")).write_text("udda")
    assert _counts(run.ingest([folder], store=store)) == _expected(read=1, documents=1)
    assert _counts(run.ingest([folder], store=store)) == _expected(skipped=1, documents=1)
