"""What the tests at breaks, and the hints, are made of: as many matters as they say."""

import pandas as pd
import pytest

from analytics.beside import beside_breaks, beside_hints
from analytics.series import break_tests, hints

BREAKS = pd.DataFrame(
    {
        "day": pd.to_datetime(["2019-01-15", "2022-01-01"]),
        "settled": pd.to_datetime(["2019-01-15", "2022-01-01"]),
        "kind": ["majority", "election"],
    }
)


def level(begins: str, months: int, hits: int) -> pd.DataFrame:
    """Ten matters a month, some of them hits."""
    days = [day for day in pd.date_range(begins, periods=months, freq="MS") for _ in range(10)]
    return pd.DataFrame({"day": days, "value": [i % 10 < hits for i in range(len(days))]})


def matters() -> pd.DataFrame:
    """Little conflict, much, and both again; a break in the month where the middle begins, one
    after all of it, and one matter without a day."""
    made = [
        *(level("2018-06-01", 8, 1), level("2019-02-01", 8, 9)),
        *(level("2019-10-01", 8, 1), level("2020-06-01", 8, 9)),
    ]
    undated = pd.DataFrame({"day": [pd.NaT], "value": [True]})
    rows = pd.concat([*made, undated], ignore_index=True)
    return rows.assign(decision=range(len(rows)))


@pytest.mark.parametrize(("what", "several"), [("tests", 1), ("hints", 2)])
def test_either_side_has_as_many_matters_as_it_says(what: str, several: int) -> None:
    rows = matters()
    if what == "tests":
        figures, behind = break_tests(rows, BREAKS), beside_breaks(rows, BREAKS)
    else:
        figures = hints(rows, BREAKS)
        behind = beside_hints(rows, BREAKS, figures)

    assert len(figures) == several
    for row in figures.to_dict("records"):
        for side in ("before", "after"):
            own = behind[(behind["broken"] == row["day"]) & (behind["beside"] == side)]
            assert len(own) == row[f"n_{side}"]
            assert own["value"].mean() == pytest.approx(row[side])


def test_without_breaks_there_is_nothing_beside_them() -> None:
    rows = matters()

    assert beside_breaks(rows, BREAKS.iloc[:0]).empty
    assert beside_hints(rows, BREAKS, hints(rows.head(3), BREAKS)).empty
