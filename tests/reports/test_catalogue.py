"""Every report by its name: documented columns, plain tables, clear refusals."""

import pickle
from collections.abc import Iterator

import duckdb
import pandas as pd
import pytest

from pipeline.errors import UsageError
from pipeline.storage.snapshot import open_snapshot
from reports import catalogue
from reports.cells import columns, printed
from reports.choice import Choice
from reports.files import file_of
from reports.reader import Reader
from reports.report import Option, Report
from tests.views.stores import many_meetings

PERSON = ("roles", "meetings", "substitutions", "signed", "votes")
NEEDED = {
    **{f"people_{name}": {"person": "nobody"} for name in PERSON},
    **{name: {"pair": ("S", "M")} for name in ("pair", "pair_by", "pair_over_time", "signed")},
    **dict.fromkeys(("compare", "compare_share"), {"supports": ("S",), "against": ("M",)}),
    "group_means": {"first": ("S", "V"), "second": ("M", "L")},
}
NAMES = sorted(catalogue.REPORTS)


@pytest.fixture(scope="module")
def connection(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[duckdb.DuckDBPyConnection]:
    with open_snapshot(many_meetings(tmp_path_factory.mktemp("store"))) as opened:
        yield opened


@pytest.fixture
def reader(connection: duckdb.DuckDBPyConnection) -> Reader:
    return Reader(connection, Choice(contested=True))


@pytest.mark.parametrize("name", NAMES)
def test_a_report_has_its_documented_columns_and_is_plain(name: str, reader: Reader) -> None:
    report = catalogue.REPORTS[name]
    table = catalogue.make(name, reader, **NEEDED.get(name, {}))
    documented = len(report.columns)

    assert tuple(table.columns[:documented]) == report.columns
    assert report.per_party == (len(table.columns) > documented)
    assert not table.select_dtypes("category").shape[1]
    pd.testing.assert_frame_equal(pickle.loads(pickle.dumps(table)), table)


OPTIONS = [
    (report.name, option.name, value)
    for report in catalogue.REPORTS.values()
    for option in report.options
    for value in (option.values or ((True, False) if option.default in (True, False) else ()))
]


@pytest.mark.parametrize("municipality", [None, "Ingenstans"])
@pytest.mark.parametrize(("name", "option", "value"), OPTIONS)
def test_a_report_can_be_made_with_each_value_and_of_nothing(
    name: str,
    option: str,
    value: object,
    municipality: str | None,
    connection: duckdb.DuckDBPyConnection,
) -> None:
    reader = Reader(connection, Choice(municipality=municipality))
    table = catalogue.make(name, reader, **{**NEEDED.get(name, {}), option: value})
    documented = catalogue.REPORTS[name].columns
    assert tuple(table.columns[: len(documented)]) == documented


@pytest.mark.parametrize("name", NAMES)
def test_a_report_says_what_it_is_and_leads_to_its_rows(name: str) -> None:
    report = catalogue.REPORTS[name]

    assert report.sv.endswith(".")
    assert report.en.endswith(".")
    assert report.behind is None or report.behind in catalogue.REPORTS
    assert set(report.shown) <= set(report.columns)
    assert set(report.columns) <= set(columns())


def test_no_column_is_explained_in_vain() -> None:
    used = {name for report in catalogue.REPORTS.values() for name in report.columns}
    assert set(columns()) == used


@pytest.mark.parametrize("name", NAMES)
def test_a_report_can_be_printed_without_keys(name: str, reader: Reader) -> None:
    report = catalogue.REPORTS[name]
    table = catalogue.make(name, reader, **NEEDED.get(name, {}))
    told = printed(report, table)

    assert len(told.rows) == len(table)
    assert not {"case_id", "document_id"} & set(told.headings)
    assert not any(cell in ("nan", "None", "<NA>") for row in told.rows for cell in row)


def test_figures_are_written_as_in_swedish(reader: Reader) -> None:
    table = catalogue.make("agreement", reader)
    told = printed(catalogue.named("agreement"), table)

    assert told.rows[0][:5] == [
        "L",
        "M",
        "12",
        "100\N{NO-BREAK SPACE}%",
        "76–100\N{NO-BREAK SPACE}%",
    ]


def test_an_agreement_and_the_decisions_behind_it_count_the_same(reader: Reader) -> None:
    pairs = catalogue.make("agreement", reader).set_index(["first", "second"])
    behind = catalogue.make("pair", reader, pair=("M", "S"))

    assert len(behind) == pairs.loc[("M", "S"), "n"] == 12
    assert behind["case_id"].notna().all()


@pytest.mark.parametrize(
    ("name", "options", "told"),
    [
        ("nothing", {}, "Ingen tabell heter nothing"),
        ("agreement", {"colour": 1}, "inget val colour"),
        ("pair", {"pair": ("S",)}, "Ange två partier"),
        ("leads", {"language": "fi"}, "välj något av sv, en"),
    ],
)
def test_wrong_use_is_told_in_a_sentence(
    reader: Reader, name: str, options: dict[str, object], told: str
) -> None:
    with pytest.raises(UsageError, match=told):
        catalogue.make(name, reader, **options)


@pytest.mark.parametrize(
    ("default", "written", "value"),
    [(True, "nej", False), ((), "S, M", ("S", "M")), (5, "7", 7), (0.5, "0.25", 0.25)],
)
def test_an_option_is_read_by_the_type_of_its_default(
    default: object, written: str, value: object
) -> None:
    assert Option("x", default, "", "").read(written) == value


def test_an_option_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(UsageError, match="x kan inte vara många"):
        Option("x", 5, "ett antal.", "").read("många")


def test_a_table_is_read_once(reader: Reader) -> None:
    assert reader.stances is reader.stances
    assert reader.widened(contested=False).stances is not reader.stances


def test_a_table_that_was_turned_round_can_be_saved(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DuckDB does not read numbers that lie backwards in memory."""

    def backwards(_: Reader) -> pd.DataFrame:
        return pd.DataFrame({"n": [1, 2], "share": [0.5, None]}).iloc[::-1]

    turned = Report("turned", "Vänd.", "Turned.", ("n", "share"), backwards)
    monkeypatch.setitem(catalogue.REPORTS, "turned", turned)

    made = file_of(catalogue.make("turned", reader), "csv").decode()
    assert made.splitlines() == ["n,share", "2,", "1,0.5"]
