"""Empty and exchanged seats that may have decided."""

from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.absence import absences
from analytics.lines import lines
from analytics.majority import standings
from tests.analytics.decided import Board, seats, stances

LOST = {
    "S": "governing/against 3",
    "V": "governing/against 1",
    "MP": "governing/absent",
    "M": "for 4",
    "L": "for 1",
}
TIED = {"S": "governing/for 2", "V": "governing/absent", "M": "against 2"}


def found(
    board: Board, party: str, substitute: str | None, *, way: str = "votering", **fields: Any
) -> list[Any]:
    """Side, basis, margin without the absence, and how it would have ended."""
    rows = stances(board)
    settled = pd.DataFrame({"decision": [0], "decided_by": [way], "governing_parties": [2]})
    absent = {"decision": 0, "party": party, "substitute": substitute, "seats": 1}
    governing = "governing" in board.get(party, "")
    table = pd.DataFrame([absent | {"governing": governing} | fields])
    columns = ["side", "basis", "without", "ends"]
    made = absences(lines(rows, seats(board)), settled, standings(rows, settled), table)
    found_rows: list[Any] = made[columns].to_numpy().tolist()
    return found_rows


@pytest.mark.parametrize(
    ("board", "party", "substitute", "way", "expected"),
    [
        # 5 to 4 with M in MP's seat: 4 to 5 without
        (LOST, "MP", "M", "votering", ["against", "line", -1, "turned"]),
        # an empty seat would have made it 5 to 5
        (LOST, "MP", None, "votering", ["against", "line", 0, "tied"]),
        # the substitute stood where the absent would have
        (LOST, "MP", "S", "votering", None),
        # its other members were there, on the losing line
        (LOST, "S", "L", "votering", ["against", "party", -1, "turned"]),
        # nobody knows where a party outside the governing ones would have stood
        (LOST, "KD", "M", "votering", None),
        # nor where the substitute stood
        (LOST, "MP", "KD", "votering", None),
        # the absent belonged to the winners
        (LOST, "M", "S", "votering", None),
        (TIED, "V", None, "utslagsröst", ["for", "line", 1, "untied"]),
        # within one party nothing changes
        (LOST, "S", "S", "votering", None),
    ],
)
def test_what_an_absence_may_have_decided(
    board: Board, party: str, substitute: str | None, way: str, expected: list[Any] | None
) -> None:
    assert found(board, party, substitute, way=way) == ([] if expected is None else [expected])


def test_nothing_is_said_without_a_line_of_the_majority() -> None:
    divided = {**LOST, "V": "governing/for 1", "M": "for 3"}

    assert found(divided, "MP", "M") == []


STOOD = st.builds(
    "{}/{} {}".format,
    st.sampled_from(["governing", "outside"]),
    st.sampled_from(["for", "against", "abstained"]),
    st.integers(1, 3),
)
WEIGHT = {"for": 1, "against": -1, "abstained": 0}


def plain(board: Board, party: str, substitute: str | None) -> list[Any]:
    """What one empty or exchanged seat of a vote came to."""
    words = {own: text.replace("/", " ").split() for own, text in board.items()}
    margin = sum(WEIGHT[side] * int(number) for _, side, number in words.values())
    given_ = any(side == "for" for _, side, _ in words.values())
    if party == substitute or margin <= 0 or not given_ or (substitute or party) not in words:
        return []
    side = words[party][1] if party in words else None
    taken = WEIGHT[words[substitute][1]] if substitute else 0
    if side is None:  # only of a governing party it is known, and none is asked for here
        return []
    without = margin + WEIGHT[side] - taken
    ends = "turned" if without < 0 else "tied" if without == 0 else None
    return [[side, "party", without, ends]] if ends else []


@settings(max_examples=80, deadline=None)
@given(
    st.dictionaries(st.sampled_from("MSV"), STOOD, min_size=2),
    st.sampled_from("CMSV"),
    st.sampled_from(["M", "S", None]),
)
def test_an_absence_is_as_reckoned_plainly(
    board: Board, party: str, substitute: str | None
) -> None:
    assert found(board, party, substitute) == plain(board, party, substitute)
