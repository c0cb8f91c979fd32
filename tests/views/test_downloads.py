"""Every table that a page hands out is a report, and ``standpunkt analyse`` gives the same
rows under the same choice."""

import csv
import io
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from typer.testing import CliRunner

from pipeline import cli
from pipeline.storage.snapshot import open_snapshot
from reports.catalogue import REPORTS
from reports.choice import Choice
from reports.files import file_of
from tests.views.test_pages import show
from views import data, downloads

FILTERS = {"municipality": "--municipality", "body": "--body", "start": "--from"}
FILTERS |= {"end": "--to", "topic": "--topic", "item_type": "--item-type", "words": "--words"}
ONE_OF = {"VOTE": "votes", "PERSON": "people", "DOCUMENT": "documents"}
"""A row of a table, by what stands for it below."""

PARTS: list[tuple[str, dict[str, str], set[str]]] = [
    ("issues", {"part": "topics", "municipality": "Lindvattna"}, {"topics", "dissent"}),
    ("issues", {"part": "stances", "body": "Kommunfullmäktige"}, {"stances", "counts"}),
    ("issues", {"part": "words", "party": "S"}, {"words"}),
    ("issues", {"part": "demands"}, {"demands", "demands_over_time"}),
    ("issues", {"part": "criticism"}, set()),
    ("search", {"search": "skola"}, {"hits"}),
    ("parties", {"from": "2023-01-01"}, {"party_overview"}),
    ("parties", {"which": "S"}, {"party_topics", "party_positions"}),
    ("parties", {"which": "S", "tab": "allies"}, {"agreement", "party_joint"}),
    (
        "parties",
        {"which": "S", "tab": "proposals"},
        {"own_proposals", "own_proposal_rows", "party_dissent", "party_dissent_rows"},
    ),
    ("parties", {"which": "S", "tab": "timeline"}, {"timeline", "shifts"}),
    ("parties", {"which": "S", "tab": "demands"}, {"party_demands"}),
    ("agreement", {"view": "matrix", "silence": "true"}, {"pair"}),
    ("agreement", {"view": "pairs", "contested": "false"}, {"agreement"}),
    ("agreement", {"view": "groups"}, {"governing_means", "means"}),
    ("agreement", {"view": "blocs"}, {"tree"}),
    ("agreement", {"view": "signed"}, {"joint", "signed"}),
    ("agreement", {"view": "signed", "by": "person"}, {"network", "signed"}),
    (
        "agreement",
        {"view": "pair", "first": "M", "second": "S", "part": "äldreomsorg"},
        {"pair_over_time", "agreement_by", "pair_by"},
    ),
    ("agreement", {"view": "compare", "supports": "S"}, {"compare"}),
    ("majority", {"view": "lines"}, {"wordings"}),
    ("majority", {"view": "gap"}, {"gap", "gap_rows"}),
    ("majority", {"view": "crossings", "who": "S"}, {"crossing_rates", "crossings"}),
    ("majority", {"view": "power"}, {"power", "majority", "influence", "deciding"}),
    ("majority", {"view": "tenure"}, {"tenure", "tenure_rows"}),
    ("votes", {"view": "parties", "behind": "breakers.votes|S|"}, {"breaker_rows"}),
    ("parties", {"which": "S", "stance": "every"}, {"party_positions"}),
    ("votes", {"view": "list"}, {"votes"}),
    (
        "votes",
        {"view": "time"},
        {"vote_periods", "conflict_series", "break_tests", "conflict"},
    ),
    (
        "votes",
        {"view": "time", "behind": "conflict.n|Lindvattna|Kommunfullmäktige|dissent"},
        {"conflict_rows"},
    ),
    ("votes", {"view": "time", "period": "2023-01-01"}, {"vote_period_rows"}),
    ("votes", {"view": "parties", "of": "S"}, {"cohesion", "breakers", "vote_parties"}),
    ("votes", {"vote": "VOTE"}, {"vote_parties", "ballots"}),
    ("people", {}, {"people_overview"}),
    ("people", {"person": "PERSON"}, {"people_roles", "people_meetings"}),
    ("sources", {"view": "coverage"}, {"ledger"}),
    ("sources", {"view": "documents"}, {"documents"}),
    ("sources", {"view": "accuracy"}, {"accuracy"}),
    ("meetings", {}, {"latest_meetings"}),
]
"""A page, what its address asks for, and reports that it hands out then, among others."""

Table = tuple[str, pd.DataFrame]
Asked = tuple[str, Choice, dict[str, Any]]


@pytest.fixture
def handed(monkeypatch: pytest.MonkeyPatch) -> list[Table]:
    """The tables that pages hand out, as they are asked for."""
    found: list[Table] = []

    def later(
        _: object,
        name: str,
        rows: Callable[[], pd.DataFrame],
        *,
        count: int,
        place: str = "",
    ) -> None:
        found.append((name, rows()))
        assert count == len(found[-1][1])

    monkeypatch.setattr(downloads, "later", later)
    return found


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Asked]:
    """The reports that pages read, with the choice and the options of each."""
    found: list[Asked] = []
    report = data.report

    def told(
        snapshot: data.Snapshot, choice: Choice, name: str, **options: Any
    ) -> pd.DataFrame:
        found.append((name, choice, options))
        return report(snapshot, choice, name, **options)

    monkeypatch.setattr(data, "report", told)
    return found


@pytest.mark.parametrize(("page", "query", "names"), PARTS)
def test_the_command_line_gives_the_rows_of_every_table(
    page: str,
    query: dict[str, str],
    names: set[str],
    demo_store: Path,
    handed: list[Table],
    asked: list[Asked],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("STANDPUNKT_STORE", str(demo_store))

    app = show(page, **{key: _known(value, demo_store) for key, value in query.items()})

    assert not app.exception
    assert names <= {name for name, _ in handed}
    for name, rows in handed:
        columns = REPORTS[name].columns
        assert tuple(rows.columns[: len(columns)]) == columns
        held = _counted(file_of(rows, "csv"))
        same = [one for one in reversed(asked) if one[0] == name]
        assert any(held <= _told(demo_store, tmp_path, *one) for one in same), name


def _known(value: str, store: Path) -> str:
    if value not in ONE_OF:
        return value
    with open_snapshot(store) as connection:
        found = connection.execute(f"SELECT min({value.lower()}_id) FROM {ONE_OF[value]}")
        return str(found.fetchall()[0][0])


def _told(
    store: Path, folder: Path, name: str, choice: Choice, options: dict[str, Any]
) -> Counter[tuple[str, ...]]:
    """What ``standpunkt analyse`` writes under the same choice."""
    out = folder / "told.csv"
    words = ["analyse", name, "--store", str(store), "--format", "csv", "--out", str(out)]
    words += ["--contested" if choice.contested else "--all"]
    words += [word for party in choice.parties for word in ("--party", party)]
    for field, switch in FILTERS.items():
        value = getattr(choice, field)
        words += [switch, value] if value is not None else []
    for option, value in options.items():
        words += ["--set", f"{option}={_written(value)}"] if value is not None else []
    result = CliRunner().invoke(cli.app, words)
    assert result.exit_code == 0, result.output
    return _counted(out.read_bytes())


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nej"
    return ",".join(value) if isinstance(value, tuple) else str(value)


def _counted(file: bytes) -> Counter[tuple[str, ...]]:
    """How often each row stands in a CSV file, its headings too; but for the mark of what is
    invented, which the command line adds."""
    rows = csv.reader(io.StringIO(file.decode("utf-8-sig"), newline=""))
    headings = next(rows)
    kept = len(headings) - (headings[-1] == "invented")
    return Counter(tuple(row[:kept]) for row in (headings, *rows))
