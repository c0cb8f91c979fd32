"""``python -m benchmarks``: every figure measured in one run, on this machine.

A ratio says how this program compares with the plainest way to touch the same bytes, so it
means the same on another machine; seconds and memory do not.
"""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import (
    agreement,
    blocs,
    dashboard,
    detailed,
    extraction,
    first_chart,
    leads,
    majority,
    pages,
    patterns,
    reads,
    sayings,
    search,
    snapshot,
    unchanged,
    workers,
)
from benchmarks.material import demo_files, demo_texts, large_texts
from benchmarks.records import Comparison, Cost
from pipeline.run import ingest

LARGE = 10
COPIES = 16
KNOWN_FILES = 500
KNOWN_BYTES = 400_000
SNAPSHOT_DOCUMENTS = 20_000
POSITIONS = 1_000_000
STATEMENTS = 200_000

Results = Iterator[Comparison | Cost]
Measure = Callable[[Path, argparse.Namespace], Results]


def main() -> None:
    """Measure and print, one line per benchmark as it is done."""
    options = _options()
    _say(f"{platform.machine()}, {os.cpu_count()} kärnor, Python {platform.python_version()}")
    _say("kvot = första tiden / andra tiden, uppmätta i samma körning\n")
    with tempfile.TemporaryDirectory() as folder:
        for name in options.only or PARTS:
            for result in PARTS[name](Path(folder), options):
                _say(_line(result))


def _of_reading(_: Path, __: argparse.Namespace) -> Results:
    yield extraction.measure(demo_texts(), what="text till rader, demo / spaCys tokenisering")
    yield extraction.measure(
        large_texts(LARGE), what="text till rader, långa / spaCys tokenisering"
    )
    papers = [path.read_bytes() for path in demo_files() if path.suffix == ".pdf"]
    yield pages.measure(papers, what="PDF till text, demo / pypdfium2:s textanrop")
    yield pages.measure(
        [pages.joined(papers * LARGE)], what="PDF till text, lång / pypdfium2:s textanrop"
    )


def _of_runs(folder: Path, _: argparse.Namespace) -> Results:
    yield unchanged.measure(
        KNOWN_FILES, KNOWN_BYTES, folder / "known", what="oförändrade filer / hashning"
    )
    yield workers.measure(
        [text for text in large_texts(1) for _ in range(COPIES)],
        folder / "workers",
        what="en process / två",
    )


def _of_snapshot(folder: Path, options: argparse.Namespace) -> Results:
    store = folder / "snapshot"
    yield snapshot.measure(options.documents, store, what="ögonblicksbild")
    yield from reads.measure(store)


def _of_store(_: Path, options: argparse.Namespace) -> Results:
    return reads.measure(options.store) if options.store else iter(())


def _of_search(folder: Path, _: argparse.Namespace) -> Results:
    return search.measure(STATEMENTS, folder / "search", what="sökning")


def _of_dashboard(folder: Path, options: argparse.Namespace) -> Results:
    store = options.store or folder / "dashboard"
    if not options.store:
        detailed.fill(store, options.positions // detailed.POSITIONS)
    yield from dashboard.measure(store)


def _of_first_charts(folder: Path, _: argparse.Namespace) -> Results:
    store = folder / "first_charts"
    ingest(demo_files(), store=store)
    return first_chart.measure(store)


def _of_leads(_: Path, options: argparse.Namespace) -> Results:
    yield leads.measure(options.positions, what="uppslag")


def _counted(measure: Callable[[int], Results]) -> Measure:
    return lambda _, options: measure(options.positions)


PARTS: dict[str, Measure] = {
    "reading": _of_reading,
    "runs": _of_runs,
    "snapshot": _of_snapshot,
    "reads": _of_store,
    "search": _of_search,
    "agreement": _counted(agreement.measure),
    "blocs": _counted(blocs.measure),
    "majority": _counted(majority.measure),
    "patterns": _counted(patterns.measure),
    "sayings": _counted(sayings.measure),
    "leads": _of_leads,
    "dashboard": _of_dashboard,
    "first_charts": _of_first_charts,
}
"""What can be measured, in order."""


def _line(result: Comparison | Cost) -> str:
    met = "nått" if result.reached else "inte nått"
    if isinstance(result, Cost):
        limit = f"   mål högst {result.target:.2g} s: {met}" if result.target else ""
        peak = f", högst {result.peak_bytes / 1e6:.0f} MB" if result.peak_bytes else ""
        amount = f"{result.amount} {result.unit}"
        return f"{result.what:46} {result.seconds:8.2f} s{limit} ({amount}{peak})"
    limit = f"{'minst' if result.at_least else 'högst'} {result.target}"
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
    parser.add_argument(
        "--positions",
        type=int,
        default=POSITIONS,
        metavar="ANTAL",
        help="påhittade ståndpunkter som analyserna mäts på",
    )
    parser.add_argument(
        "--only",
        action="append",
        choices=list(PARTS),
        help="bara en del; kan anges flera gånger",
    )
    parser.add_argument(
        "--store",
        type=Path,
        metavar="MAPP",
        help="ett lager vars läsningar mäts, utöver ögonblicksbildens; sidorna mäts på det i"
        " stället för på ett påhittat",
    )
    return parser.parse_args()


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
