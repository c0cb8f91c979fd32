from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from evaluation.score import Score, differences, score
from tests.evaluation import examples

Rows = dict[str, list[dict[str, Any]]]


def by_table(scores: tuple[Score, ...]) -> dict[str, Score]:
    return {row.table: row for row in scores}


def counts(tables: Rows, gold: Path, table: str) -> tuple[int, int, int]:
    row = by_table(score(tables, gold))[table]
    return row.hits, row.found, row.true


def test_rows_that_repeat_the_annotation_score_one_everywhere(tmp_path: Path) -> None:
    gold = examples.write(tmp_path / "gold")
    scores = score(examples.tables(), gold)
    assert {row.table for row in scores if row.f1 == 1.0} == {
        *(f"documents.{f}" for f in ("kind", "municipality", "date", "reference", "body")),
        *("cases", "cases.title", "cases.reference", "cases.outcome", "cases.decided_by"),
        *("statements", "statements.text", "statements.persons", "positions", "votes"),
        *("ballots", "attendance", "attendance.serving", "referrals", "complete events"),
    }
    assert len(scores) == 20
    assert differences(examples.tables(), gold) == ()


def test_a_document_that_was_not_extracted_counts_as_missed(tmp_path: Path) -> None:
    scores = by_table(score({}, examples.write(tmp_path / "gold")))
    assert scores["statements"] == Score("statements", 0.0, 0.0, 0.0, hits=0, found=0, true=2)
    assert scores["complete events"].true == 1


def change(table: str, row: int, **values: Any) -> Callable[[Rows], None]:
    def apply(tables: Rows) -> None:
        tables[table][row].update(values)

    return apply


def drop(table: str, row: int) -> Callable[[Rows], None]:
    def apply(tables: Rows) -> None:
        del tables[table][row]

    return apply


@pytest.mark.parametrize(
    ("alter", "table", "expected"),
    [
        (change("documents", 0, kind="övrigt"), "documents.kind", (0, 1, 1)),
        (change("documents", 0, body="Nämnden för fritid"), "documents.body", (1, 1, 1)),
        (drop("cases", 1), "cases", (1, 1, 2)),
        (change("cases", 0, title="Ny lekplats och park"), "cases.title", (1, 2, 2)),
        (change("cases", 0, reference="Dnr FN 2021/7"), "cases.reference", (1, 1, 1)),
        (change("cases", 1, decided_by="enhälligt"), "cases.decided_by", (1, 1, 1)),
        (change("cases", 0, outcome="avslag"), "complete events", (0, 1, 1)),
        (change("cases", 1, outcome="avslag"), "complete events", (1, 1, 1)),
        (drop("statements", 0), "statements", (1, 1, 2)),
        (change("statements", 0, act="motion"), "statements", (1, 2, 2)),
        (change("statements", 1, by_substitute=True), "statements", (1, 2, 2)),
        (change("statements", 0, parties=["s"]), "statements", (2, 2, 2)),
        (change("statements", 0, text="Nämnden antar."), "statements.text", (1, 2, 2)),
        (change("statements", 0, text="Nämnden antar."), "statements", (2, 2, 2)),
        (change("statements", 0, persons=["A Vik"]), "statements.persons", (2, 2, 2)),
        (change("statements", 0, persons=[]), "statements.persons", (1, 2, 2)),
        (change("positions", 0, stance="against"), "positions", (1, 2, 2)),
        (change("positions", 0, stance="silent"), "positions", (1, 1, 2)),
        (change("positions", 0, stance="silent"), "complete events", (0, 1, 1)),
        (change("votes", 0, abstain=0), "votes", (1, 1, 1)),
        (change("votes", 0, no=2), "votes", (0, 1, 1)),
        (change("votes", 0, no=2), "complete events", (0, 1, 1)),
        (change("ballots", 0, choice="nej"), "ballots", (1, 2, 2)),
        (change("attendance", 1, substitutes_for=None), "attendance.serving", (1, 2, 2)),
        (change("attendance", 0, party="V"), "attendance", (1, 2, 2)),
        (change("referrals", 0, response="avstått"), "referrals", (0, 1, 1)),
    ],
)
def test_what_one_altered_row_costs(
    tmp_path: Path,
    alter: Callable[[Rows], None],
    table: str,
    expected: tuple[int, int, int],
) -> None:
    tables = examples.tables()
    alter(tables)
    assert counts(tables, examples.write(tmp_path / "gold"), table) == expected


def test_an_invented_statement_costs_precision(tmp_path: Path) -> None:
    tables = examples.tables()
    tables["statements"].append({**tables["statements"][0], "parties": ["V"]})
    gold = examples.write(tmp_path / "gold")
    row = by_table(score(tables, gold))["statements"]
    assert row.precision == pytest.approx(2 / 3)
    assert row.recall == 1.0
    assert [(d.fault, d.what) for d in differences(tables, gold)] == [
        ("invented", "4 · yrkande · V")
    ]


def test_two_statements_of_one_party_are_paired_by_their_words(tmp_path: Path) -> None:
    annotation = examples.gold()
    second = "yrkar att lekplatsen byggs nästa år."
    annotation["statements"][1] |= {
        **{"act": "yrkande", "parties": ["S"], "persons": ["Ada Vik"]},
        **{"starts": second, "ends": second},
    }
    tables = examples.tables()
    tables["statements"] = [
        {**tables["statements"][0], "text": second},
        tables["statements"][0],
    ]
    gold = examples.write(tmp_path / "gold", annotation)
    assert counts(tables, gold, "statements.text") == (2, 2, 2)


def test_a_written_paper_may_be_a_row_or_not(tmp_path: Path) -> None:
    annotation = examples.gold()
    paper = {**annotation["statements"][0], "parties": ["V"], "written_paper": True}
    annotation["statements"].append(paper)
    gold = examples.write(tmp_path / "gold", annotation)
    tables = examples.tables()
    assert counts(tables, gold, "statements") == (2, 2, 2)
    tables["statements"].append({**tables["statements"][0], "parties": ["V"]})
    assert counts(tables, gold, "statements") == (2, 2, 2)


def test_bodies_distinguish_rows_only_where_there_are_several(tmp_path: Path) -> None:
    annotation = examples.gold()
    tables = examples.tables()
    tables["positions"][0]["body"] = "Kommunstyrelsen"
    gold = examples.write(tmp_path / "gold", annotation)
    assert counts(tables, gold, "positions") == (2, 2, 2)
    annotation["positions"][1]["body"] = "Socialnämnden"
    gold = examples.write(tmp_path / "gold", annotation)
    assert counts(tables, gold, "positions") == (0, 2, 2)


def test_the_number_of_a_lone_case_is_a_matter_of_taste(tmp_path: Path) -> None:
    annotation = examples.gold()
    annotation["cases"].pop()
    tables = examples.tables()
    tables["cases"].pop()
    tables["cases"][0]["number"] = "FN 2021/7"
    gold = examples.write(tmp_path / "gold", annotation)
    assert counts(tables, gold, "cases") == (1, 1, 1)
    assert counts(tables, gold, "positions") == (2, 2, 2)


def test_ballots_count_only_in_votes_that_are_annotated(tmp_path: Path) -> None:
    tables = examples.tables()
    tables["votes"].append({**tables["votes"][0], "vote_id": "w", "order": 2})
    tables["ballots"].append({"vote_id": "w", "name": "Ada Vik", "choice": "nej"})
    gold = examples.write(tmp_path / "gold")
    assert counts(tables, gold, "ballots") == (2, 2, 2)
    assert counts(tables, gold, "votes") == (1, 2, 1)


def test_quotes_are_looked_up_in_the_texts_that_are_named(tmp_path: Path) -> None:
    gold = examples.write(tmp_path / "gold")
    tables = examples.tables()
    tables["documents"][0]["text"] = "en annan text"
    assert counts(tables, gold, "statements.text") == (0, 2, 2)
    (tmp_path / "lekplats.txt").write_text(examples.TEXT, encoding="utf-8")
    texts = by_table(score(tables, gold, [tmp_path]))
    assert texts["statements.text"].hits == 2


def test_a_missing_text_is_an_error(tmp_path: Path) -> None:
    gold = examples.write(tmp_path / "gold")
    with pytest.raises(FileNotFoundError, match=r"lekplats\.txt"):
        score(examples.tables(), gold, [tmp_path])


def test_list_marks_do_not_hide_a_quote(tmp_path: Path) -> None:
    annotation = examples.gold()
    annotation["statements"][1] |= {"starts": "1. att vänta", "ends": "2. att fråga"}
    tables = examples.tables()
    tables["documents"][0]["text"] = "yrkar bifall till förslaget.\natt vänta\natt fråga"
    tables["statements"][1]["text"] = "att vänta\natt fråga"
    gold = examples.write(tmp_path / "gold", annotation)
    assert counts(tables, gold, "statements.text") == (2, 2, 2)
