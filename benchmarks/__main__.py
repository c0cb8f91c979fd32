"""``python -m benchmarks``: every figure measured in one run, on this machine.

A ratio says how this program compares with the plainest way to touch the same bytes, so it
means the same on another machine; seconds and memory do not.
"""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import (
    agreement,
    blocs,
    dashboard,
    detailed,
    extraction,
    leads,
    majority,
    pages,
    patterns,
    search,
    snapshot,
    unchanged,
    workers,
)
from benchmarks.material import demo_files, demo_texts, large_texts
from benchmarks.records import Comparison, Cost

LARGE = 10
COPIES = 16
KNOWN_FILES = 500
KNOWN_BYTES = 400_000
SNAPSHOT_DOCUMENTS = 20_000
POSITIONS = 1_000_000
STATEMENTS = 200_000


def main() -> None:
    """Measure and print, one line per benchmark as it is done."""
    options = _options()
    _say(f"{platform.machine()}, {os.cpu_count()} kärnor, Python {platform.python_version()}")
    _say("kvot = första tiden / andra tiden, uppmätta i samma körning\n")
    with tempfile.TemporaryDirectory() as folder:
        for result in _results(Path(folder), options.documents):
            _say(_line(result))


def _results(folder: Path, documents: int) -> Iterator[Comparison | Cost]:
    yield from _of_reading()
    yield unchanged.measure(
        KNOWN_FILES, KNOWN_BYTES, folder / "known", what="oförändrade filer / hashning"
    )
    yield workers.measure(
        [text for text in large_texts(1) for _ in range(COPIES)],
        folder / "workers",
        what="en process / två",
    )
    yield snapshot.measure(documents, folder / "snapshot", what="ögonblicksbild")
    yield from _of_agreement()
    yield from search.measure(STATEMENTS, folder / "search", what="sökning")
    yield from majority.measure(POSITIONS)
    detailed.fill(folder / "dashboard", POSITIONS // detailed.POSITIONS)
    yield from dashboard.measure(folder / "dashboard")


def _of_reading() -> Iterator[Comparison]:
    yield extraction.measure(demo_texts(), what="text till rader, demo / spaCys tokenisering")
    yield extraction.measure(
        large_texts(LARGE), what="text till rader, långa / spaCys tokenisering"
    )
    papers = [path.read_bytes() for path in demo_files() if path.suffix == ".pdf"]
    yield pages.measure(papers, what="PDF till text, demo / pypdfium2:s textanrop")
    yield pages.measure(
        [pages.joined(papers * LARGE)], what="PDF till text, lång / pypdfium2:s textanrop"
    )


def _of_agreement() -> Iterator[Cost]:
    yield agreement.measure(POSITIONS, what="samsyn, omstridda beslut")
    yield agreement.measure(POSITIONS, what="samsyn, alla beslut", contested_only=False)
    yield from blocs.measure(POSITIONS)
    yield patterns.measure_cohesion(POSITIONS, what="sammanhållning")
    yield patterns.measure_dissent(POSITIONS, what="avvikande meningar")
    yield patterns.measure_series(POSITIONS, what="serier och ledtrådar")
    yield leads.measure(POSITIONS, what="uppslag")


def _line(result: Comparison | Cost) -> str:
    if isinstance(result, Cost):
        peak = f", högst {result.peak_bytes / 1e6:.0f} MB" if result.peak_bytes else ""
        met = "nått" if result.reached else "inte nått"
        limit = f"   mål högst {result.target:.2g} s: {met}" if result.target else ""
        amount = f"{result.amount} {result.unit}"
        return f"{result.what:46} {result.seconds:8.2f} s{limit} ({amount}{peak})"
    limit = f"{'minst' if result.at_least else 'högst'} {result.target}"
    met = "nått" if result.reached else "inte nått"
    return (
        f"{result.what:46} {result.ratio:8.2f}   mål {limit}: {met} "
        f"({result.first:.2f} s / {result.second:.2f} s, {result.amount:.4g} {result.unit})"
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--documents",
        type=int,
        default=SNAPSHOT_DOCUMENTS,
        metavar="ANTAL",
        help="påhittade dokument i ögonblicksbilden",
    )
    return parser.parse_args()


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
