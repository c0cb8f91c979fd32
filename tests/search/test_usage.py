"""How much each party speaks of something."""

from pathlib import Path

import pytest

from pipeline.search import Query, SearchIndex, Usage, usage
from pipeline.storage.snapshot import open_search
from tests.builders import document, extraction, statement
from tests.stores import add

SAID = (
    # party, date, text
    (("S",), "2022-01-10", "Bryggan är ny."),
    (("S", "V"), "2022-05-10", "Hamnen är gammal."),
    (("S",), "2022-05-30", "Bryggorna är fina."),
    (("V",), "2023-12-31", "En brygga till."),
    (("V",), None, "En brygga utan dag."),
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    store: Path = tmp_path_factory.mktemp("store")
    said = [
        statement(statement_id=f"d1:1:s{number}", parties=party, date=date, text=text)
        for number, (party, date, text) in enumerate(SAID)
    ]
    add(store, extraction(document(), statements=said))
    return open_search(store)


@pytest.mark.parametrize(
    ("query", "period", "expected"),
    [
        (
            Query("brygga"),
            "year",
            [Usage("S", "2022", 2, 3), Usage("V", "2022", 0, 1), Usage("V", "2023", 1, 1)],
        ),
        (
            Query("brygga", party=("S",)),
            "quarter",
            # the joint statement is V's too
            [
                Usage("S", "2022-Q1", 1, 1),
                Usage("S", "2022-Q2", 1, 2),
                Usage("V", "2022-Q2", 0, 1),
            ],
        ),
        # a field among the words narrows the statements that are counted against
        (Query("brygga från:2023"), "month", [Usage("V", "2023-12", 1, 1)]),
        (Query("segelbåt", party=("V",), start="2023"), "year", [Usage("V", "2023", 0, 1)]),
    ],
)
def test_usage(index: SearchIndex, query: Query, period: str, expected: list[Usage]) -> None:
    assert list(usage(index, query, period=period)) == expected


def test_share() -> None:
    assert Usage("S", "2022", 1, 4).share == 0.25
