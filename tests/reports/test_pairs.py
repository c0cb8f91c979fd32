"""A pair over time and what was signed: dates of stretches, breaks, ways to the rows."""

from pathlib import Path

import pandas as pd
import pytest

from pipeline.errors import UsageError
from pipeline.storage.snapshot import open_snapshot
from reports import catalogue
from reports.choice import Choice
from reports.pairs import _stretches
from reports.reader import Reader
from tests.views.stores import many_meetings

TERM, NEXT = "2018-10-15", "2022-10-15"


def rows(*written: tuple[str, str, str | None]) -> pd.DataFrame:
    made = pd.DataFrame(written, columns=["period", "term", "mandate"])
    return made.apply(pd.to_datetime).astype("datetime64[us]")


@pytest.mark.parametrize(
    ("step", "periods", "told"),
    [
        (
            "year",
            [
                ("2021-01-01", TERM, None),
                ("2022-01-01", TERM, None),
                ("2022-01-01", NEXT, None),
            ],
            [
                ("2021-01-01", "2021-12-31", None),
                ("2022-01-01", "2022-10-14", None),
                ("2022-10-15", "2022-12-31", "election"),
            ],
        ),
        (
            "half",
            [("2020-01-01", TERM, "2018-10-15"), ("2020-01-01", TERM, "2020-03-02")],
            [
                ("2020-01-01", "2020-03-01", None),
                ("2020-03-02", "2020-06-30", "majority"),
            ],
        ),
        ("term", [(TERM, TERM, None)], [("2018-10-15", "2022-10-14", None)]),
        ("year", [], []),
    ],
)
def test_a_stretch_ends_with_its_period_or_at_a_break(
    step: str, periods: list[tuple[str, str, str | None]], told: list[tuple[str, ...]]
) -> None:
    made = _stretches(rows(*periods), step)  # type: ignore[arg-type]

    found = made.astype(object).where(made.notna(), None)
    assert list(found.itertuples(index=False, name=None)) == told


def test_each_figure_counts_the_rows_behind_it(tmp_path: Path) -> None:
    with open_snapshot(many_meetings(tmp_path)) as connection:
        reader = Reader(connection, Choice(contested=True))
        stretches = catalogue.make("pair_over_time", reader, pair=("M", "L"))
        behind = catalogue.make("pair", reader, pair=("L", "M"))
        topics = catalogue.make("agreement_by", reader).query("first == 'L' and second == 'M'")
        parts = catalogue.make("pair_by", reader, pair=("L", "M"))
        joint = catalogue.make("joint", reader, act="reservation").iloc[0]
        signed = catalogue.make("signed", reader, pair=("M", "L"), act="reservation")

    for row in stretches.to_dict("records"):
        assert behind["date"].between(row["start"], row["end"]).sum() == row["n"]
    assert stretches["n"].sum() == len(behind)
    assert topics["n"].sum() == len(parts)
    assert set(signed["statement_id"]) == set(joint["statements"])


@pytest.mark.parametrize(
    ("by", "slices"),
    [
        ("body", {"Hamnnämnden", "Kommunfullmäktige"}),
        ("item_type", {"förslag"}),
        ("municipality", {"Tallvik"}),
        ("half", {"2021-01-01", "2022-01-01"}),
        ("year", {"2021-01-01", "2022-01-01"}),
        ("term", {"2018-10-15"}),
    ],
)
def test_agreement_is_told_for_each_slice(by: str, slices: set[str], tmp_path: Path) -> None:
    with open_snapshot(many_meetings(tmp_path)) as connection:
        reader = Reader(connection, Choice(contested=True))
        found = catalogue.make("agreement_by", reader, by=by).query("first == 'L'")
        behind = catalogue.make("pair_by", reader, pair=("L", "M"), by=by)

    own = found[found["second"] == "M"].set_index("slice")["n"]
    assert set(own.index) == slices
    assert own.to_dict() == behind["slice"].value_counts().to_dict()


def test_a_share_of_what_was_searched_is_of_its_rows(tmp_path: Path) -> None:
    asked = {"supports": ("S",), "against": ("M",)}
    with open_snapshot(many_meetings(tmp_path)) as connection:
        reader = Reader(connection, Choice(contested=True))
        rows = catalogue.make("compare", reader, **asked)
        (share,) = catalogue.make("compare_share", reader, **asked).to_dict("records")

    assert (share["n"], share["agree"]) == (len(rows), rows["match"].sum())


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("group_means", {"first": ("S",)}),
        ("group_means", {"first": ("S",), "second": ("S", "M")}),
        ("compare_share", {"supports": ("S",), "against": ("S",)}),
        ("compare", {}),
        ("compare", {"supports": ("S",), "against": ("S",)}),
        ("pair_over_time", {"pair": ("S", "S")}),
        ("signed", {"pair": ("S",)}),
    ],
)
def test_wrong_use_is_told(name: str, options: dict[str, object], tmp_path: Path) -> None:
    with open_snapshot(many_meetings(tmp_path)) as connection:
        reader = Reader(connection, Choice())
        with pytest.raises(UsageError):
            catalogue.make(name, reader, **options)
