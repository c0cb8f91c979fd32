"""One worker process, beside two, over the same documents."""

from collections.abc import Sequence
from pathlib import Path

from benchmarks.records import Comparison
from benchmarks.timing import seconds
from pipeline.run import ingest

TARGET = 1.7


def measure(texts: Sequence[str], folder: Path, *, what: str) -> Comparison:
    """A whole ingest with one worker (first) and with two (second), start-up and tables in.

    Writes the files and two stores in ``folder``.
    """
    papers = folder / "papers"
    papers.mkdir(parents=True)
    for number, text in enumerate(texts):
        (papers / f"{number:05}.txt").write_text(f"{text}\n{number}\n", "utf-8")
    two, one = (_ingest(papers, folder, workers=number) for number in (2, 1))
    megabytes = sum(path.stat().st_size for path in papers.iterdir()) / 1e6
    return Comparison(what, one, two, megabytes, "MB", TARGET, at_least=True)


def _ingest(papers: Path, folder: Path, *, workers: int) -> float:
    store = folder / f"store-{workers}"
    return seconds(lambda: ingest([papers], store=store, workers=workers))
