"""Every figure has exactly as many rows behind it as it says."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.storage.snapshot import open_snapshot
from reports.behind import way
from reports.catalogue import REPORTS, make
from reports.choice import Choice
from reports.reader import Reader

OPENING = sorted(name for name, report in REPORTS.items() if report.counts)
COUNTING = [
    {},
    {"contested_only": False},
    {"silence": True},
    {"contested_only": False, "silence": True},
    {"budgets": True},
    {"by_year": False},
    {"main": False},
    {"measure": "voted"},
    {"measure": "contested"},
]
"""What a page can be asked to count."""
MADE = [
    (name, options)
    for name in OPENING
    for options in COUNTING
    if options.keys() <= {option.name for option in REPORTS[name].options}
]


@pytest.fixture(scope="module")
def reader(demo_store: Path) -> Iterator[Reader]:
    with open_snapshot(demo_store) as connection:
        yield Reader(connection, Choice(), shelf={})


@pytest.mark.parametrize(("name", "options"), MADE)
def test_a_figure_has_as_many_rows_as_it_says(
    name: str, options: dict[str, bool], reader: Reader
) -> None:
    figures = make(name, reader, **options)
    behind: dict[tuple[object, ...], object] = {}

    wrong = []
    for row in figures.to_dict("records"):
        for count in REPORTS[name].counts:
            found = way(name, row, count, **options)
            asked = (found.report, *sorted(found.options.items()))
            if asked not in behind:
                behind[asked] = make(found.report, reader, **found.options)
            rows = found.taken(behind[asked])
            if len(rows) != row[count] or rows.astype(str).duplicated().any():
                wrong.append((row, count, len(rows)))

    assert not wrong
