"""What the demo's model let happen is found again in its documents: who stood together before
and after the change of majority, and the alliance that was planted."""

from collections import defaultdict
from itertools import combinations
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analytics.agreement import agreement
from analytics.blocs import largest_governing, plane, tree
from analytics.joint import joint_acts
from analytics.means import governing_means
from analytics.slices import agreement_by, pair_over_time
from demo.generate import papers
from pipeline.storage.snapshot import open_snapshot
from reports import queries
from reports.choice import Choice
from tests.analytics.councils import Tables

CHANGE = "2022-10-17"
BEFORE, AFTER = {"M", "KD", "L", "C"}, {"S", "V", "MP", "C"}


def read(demo_store: Path, query: str, **choice: Any) -> pd.DataFrame:
    """A query's rows."""
    known = Choice(**choice).parameters()
    given = {name: value for name, value in known.items() if f"${name}" in query}
    with open_snapshot(demo_store) as connection:
        return connection.execute(query, given).df()


def tables(demo_store: Path, **choice: Any) -> Tables:
    """Stances and alternatives of some decisions."""
    return Tables(
        *(
            read(demo_store, query, **choice)
            for query in (queries.STANCES, queries.ALTERNATIVES)
        )
    )


PERIODS = pytest.mark.parametrize(
    ("period", "governing"),
    [({"end": "2022-10-16"}, BEFORE), ({"start": CHANGE}, AFTER)],
    ids=["before", "after"],
)


@PERIODS
def test_the_governing_parties_are_a_branch_of_the_tree(
    demo_store: Path, period: dict[str, str], governing: set[str]
) -> None:
    made = tree(*tables(demo_store, **period))
    joins = made.joins.set_index("members")

    assert tuple(sorted(governing)) in joins.index
    assert joins.loc[[tuple(sorted(governing))], "support"].item() > 0.9
    assert made.left_out.empty
    assert made.cophenetic > 0.9


@PERIODS
def test_the_governing_parties_stand_on_one_side_of_the_map(
    demo_store: Path, period: dict[str, str], governing: set[str]
) -> None:
    made = tables(demo_store, **period)
    largest = largest_governing(made.stances, read(demo_store, queries.SEATS, **period))
    placed = plane(*made, anchor=largest).positions.set_index("party")["x"]

    assert largest == ("S" if "S" in governing else "M")
    assert placed[list(governing)].max() < placed.drop(list(governing)).min()


@PERIODS
def test_those_who_govern_agree_more_than_they_do_with_others(
    demo_store: Path, period: dict[str, str], governing: set[str]
) -> None:
    means = governing_means(*tables(demo_store, **period)).set_index("relation")

    assert means.loc["first", "low"] > means.loc["between", "high"]
    assert means.loc["first", "pairs"] == len(governing) * (len(governing) - 1) / 2


def test_c_changes_sides_with_the_majority(demo_store: Path) -> None:
    """A majority can change inside a series (mistake 10): over all years C looks lukewarm."""
    made = tables(demo_store)
    by = agreement_by(*made, by="mandate").set_index(["mandate", "first", "second"])["share"]
    whole = agreement(*made).set_index(["first", "second"])["share"]
    old, new = by.index.levels[0]

    assert by[old, "C", "M"] > 0.8 > 0.5 > by[new, "C", "M"]
    assert by[new, "C", "S"] > 0.8 > 0.5 > by[old, "C", "S"]
    assert 0.3 < whole["C", "M"] < 0.8

    line = pair_over_time(*made, pair=("C", "S"))
    assert line.groupby("mandate")["n"].sum().tolist() == [22, 36]
    assert line["mandate"].dropna().nunique() == 2


def test_the_planted_alliance_is_the_only_reservation_of_v_and_sd(demo_store: Path) -> None:
    found = joint_acts(read(demo_store, queries.SIGNED)).set_index(["kind", "first", "second"])

    assert found.loc[("reservation", "SD", "V"), "joint"] == 1
    assert found.loc[("reservation", "KD", "M"), "joint"] > 10


def test_every_joint_reservation_of_the_truth_is_found(demo_store: Path) -> None:
    """The model's own rows, counted by matter, against what was read."""
    truth = defaultdict(set)
    for paper in papers():
        for section in paper.sections:
            for said in section.statements:
                if said["act"] == "reservation":
                    parties: Any = said["parties"]
                    for pair in combinations(sorted(parties), 2):
                        truth[pair].add(section.matter or section.case["reference"])
    found = joint_acts(read(demo_store, queries.SIGNED))
    read_pairs = found[found["kind"] == "reservation"].set_index(["first", "second"])["joint"]

    assert read_pairs.to_dict() == {pair: len(matters) for pair, matters in truth.items()}


def test_people_who_sign_have_the_party_of_the_day(demo_store: Path) -> None:
    rows = read(demo_store, queries.SIGNERS)

    assert rows["party"].notna().all()
    assert not rows.duplicated(["statement_id", "person"]).any()
    assert rows["decision"].notna().mean() > 0.9
