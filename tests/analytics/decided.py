"""Decisions for tests of the lines and of who decided: a party's side and seats in a word.

``{"S": "for 3", "M": "against 2", "C": "silent"}``; a party with its seats on several sides is
``"split: for 2, against 1"``: the stance, then what the ballots show. Letters before a slash
say that the party governs: ``"governing/for 3"``, ``"unknown/for"``.
"""

from collections.abc import Mapping
from typing import Any

import pandas as pd

GOVERNING = {"governing": True, "outside": False, "unknown": None}
Board = Mapping[str, str]


def stances(*boards: Board, **fields: Any) -> pd.DataFrame:
    """One row per decision and party, as the snapshot hands them out; ``fields`` are columns
    with a value per decision."""
    rows = [
        {
            "decision": decision,
            "matter": decision,
            "rank": 0,
            "day": pd.Timestamp("2021-01-01") + pd.Timedelta(days=decision),
            "contested": True,
            "party": party,
            "stance": _words(text)[0],
            "governing": GOVERNING[_known(text)],
            "municipality": "Tallvik",
            "topic": None,
        }
        | {name: values[decision] for name, values in fields.items()}
        for decision, board in enumerate(boards)
        for party, text in sorted(board.items())
    ]
    table = pd.DataFrame(rows, columns=[*COLUMNS, *sorted(set(fields) - set(COLUMNS))])
    words = {"party": "category", "stance": "category"}
    return table.astype({"day": "datetime64[us]", "governing": "boolean", **words})


def seats(*boards: Board, by_ballots: bool = False) -> pd.DataFrame:
    """The seats that the boards name."""
    rows = [
        (decision, party, side, number, by_ballots)
        for decision, board in enumerate(boards)
        for party, text in sorted(board.items())
        for side, number in _seats(text)
    ]
    table = pd.DataFrame(rows, columns=["decision", "party", "side", "seats", "by_ballots"])
    return table.astype({"decision": int, "seats": "Int64", "by_ballots": bool})


COLUMNS = [
    "decision",
    "matter",
    "rank",
    "day",
    "contested",
    "party",
    "stance",
    "governing",
    "municipality",
    "topic",
]


def _known(text: str) -> str:
    return text.split("/")[0] if "/" in text else "outside"


def _words(text: str) -> list[str]:
    return text.split("/")[-1].replace(":", "").split()


def _seats(text: str) -> list[tuple[str, int]]:
    said = text.split("/")[-1].split(":")[-1]
    pairs = [part.split() for part in said.split(",")]
    return [(pair[0], int(pair[1])) for pair in pairs if len(pair) == 2]
