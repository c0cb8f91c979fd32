"""Which shifts are leads: of yearly matters one, and only while the same parties govern."""

from typing import Any

import pandas as pd
import pytest

from analytics.shifts import changes

MANDATES = {1: "2018", 2: "2018", 3: "2018", 4: "2022", 5: None, 6: None}


def found(*rows: tuple[int, int, str, str, bool]) -> pd.DataFrame:
    columns = ["first_decision", "second_decision", "party", "second_title", "recurring"]
    table = pd.DataFrame(rows, columns=columns)
    return table.assign(municipality="Tallvik")


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        ([], []),
        ([(1, 4, "S", "Ny skola", False)], [(1, 4, "S")]),
        # others govern another budget
        ([(1, 4, "S", "Budget 2023", True)], []),
        ([(1, 2, "S", "Budget 2020", True)], [(1, 2, "S")]),
        # for and against, year after year
        (
            [(1, 2, "S", "Budget 2020", True), (2, 3, "S", "Budget 2021", True)],
            [(1, 2, "S")],
        ),
        # another party, and another yearly matter
        (
            [
                (1, 2, "S", "Budget 2020", True),
                (1, 2, "M", "Budget 2020", True),
                (2, 3, "S", "Taxa 2021", True),
            ],
            [(1, 2, "S"), (1, 2, "M"), (2, 3, "S")],
        ),
        # the one that is left out for its mandate does not count as the first
        (
            [(3, 4, "S", "Budget 2022", True), (2, 3, "S", "Budget 2021", True)],
            [(2, 3, "S")],
        ),
        # unknown who governed: not known to be the same
        ([(5, 6, "S", "Budget 2020", True)], []),
        ([(5, 6, "S", "Ny skola", False)], [(5, 6, "S")]),
    ],
)
def test_changes(rows: list[Any], kept: list[Any]) -> None:
    decisions = pd.DataFrame({"decision": list(MANDATES), "mandate": list(MANDATES.values())})
    made = changes(found(*rows), decisions)

    assert list(made.columns) == ["decision_before", "decision_after", "party"]
    assert list(made.itertuples(index=False, name=None)) == kept
