"""The list of topics."""

import pandas as pd
import pytest

from reports.choice import Choice
from views import topics
from views.counted import Counted
from views.data import Snapshot

NOBODY = Counted(
    Snapshot("", "", 0),
    Choice(),
    "dissent",
    pd.DataFrame({"topic": [], "level": [], "against": []}),
    "issues",
    topics.called,
)


@pytest.mark.parametrize(
    ("levels", "columns"),
    [
        (("few", "few"), 3),
        (("few", "uncertain"), 6),
        (("firm",), 6),
    ],
)
def test_where_no_share_can_be_told_there_are_counts_alone(
    levels: tuple[str, ...], columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(topics, "show", shown.append)
    counted = {"n": 40, "contested": 20, "share": 0.5, "low": 0.4, "high": 0.6}
    rows = [{"topic": f"ämne {level}", "level": level, **counted} for level in levels]

    topics.topic_table(pd.DataFrame(rows), NOBODY)

    assert topics.shares_shown(pd.DataFrame(rows)) == (columns == 6)
    assert shown[0].count('scope="col"') == columns
    assert shown[0].count("<td") == (columns - 1) * len(levels)
