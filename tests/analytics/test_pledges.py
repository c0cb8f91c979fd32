"""Words that were not kept: what a party wrote should be unchanged, and was for changing."""

from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.pledges import against_own_words

DIRECTIONS = {
    "unchanged": ["oförändra"],
    "more": ["höj"],
    "less": ["sänk"],
    "form": ["att", "fastställa", "till", "för"],
}
RATE = "att fastställa skattesatsen till {}"


def point(number: int, text: str, **change: Any) -> dict[str, Any]:
    """A point decided on 1 January 2000 + ``number``, C and S for."""
    return {
        **{"decision": number, "matter": number, "rank": 3, "municipality": "Tallvik"},
        **{"day": pd.Timestamp(2000 + number, 1, 1), "mandate": "2000-01-01"},
        **{"parties_for": ["C", "S"], "text": text},
        **change,
    }


def found(
    quote: str, *points: dict[str, Any], party: str = "C", matter: int = 1
) -> list[tuple[Any, ...]]:
    said = pd.DataFrame([{"decision": 1, "matter": matter, "party": party, "quote": quote}])
    made = against_own_words(said, pd.DataFrame(points), DIRECTIONS)
    assert set(made["kind"]) <= {"against_own_words"}
    columns = ["decision_before", "decision_after", "party", "phrase"]
    return [tuple(row) for row in made[columns].to_numpy()]


FIRST, SECOND = point(1, RATE.format("20:10")), point(2, RATE.format("20:40"))
TOLD = [(1, 2, "C", "oförändrad skatt")]


@pytest.mark.parametrize(
    ("quote", "points", "expected"),
    [
        ("Vi värnar oförändrad skatt.", [FIRST, SECOND], TOLD),
        ("Oförändrad\nskatt är vårt avtryck.", [FIRST, SECOND], TOLD),
        ("Vi värnar en oförändrad taxa.", [FIRST, SECOND], []),
        ("Vi värnar inte oförändrad skatt.", [FIRST, SECOND], []),
        ("Skatten ska höjas.", [FIRST, SECOND], []),
        # the same figure again, or another thing
        ("Oförändrad skatt.", [FIRST, point(2, RATE.format("20:10"))], []),
        ("Oförändrad skatt.", [FIRST, point(2, "att fastställa avgiften till 40 kr")], []),
        # only the next other figure
        ("Oförändrad skatt.", [FIRST, SECOND, point(3, RATE.format("20:90"))], TOLD),
        # it was not for it, the first or the second time
        ("Oförändrad skatt.", [FIRST | {"parties_for": ["S"]}, SECOND], []),
        ("Oförändrad skatt.", [FIRST, SECOND | {"parties_for": ["S"]}], []),
        # others govern, or it is not known who does
        ("Oförändrad skatt.", [FIRST, SECOND | {"mandate": "2002-01-01"}], []),
        ("Oförändrad skatt.", [FIRST | {"mandate": None}, SECOND | {"mandate": None}], []),
        ("Oförändrad skatt.", [FIRST, SECOND | {"municipality": "Granby"}], []),
        # a year is no figure; two figures tell nothing
        (
            "Oförändrad skatt.",
            [
                point(1, "att fastställa skattesatsen för 2001 till 20:10"),
                point(2, "att fastställa skattesatsen för 2002 till 20:40"),
            ],
            TOLD,
        ),
        (
            "Oförändrad skatt.",
            [FIRST, point(2, "att fastställa skattesatsen till 20:40 eller 20:50")],
            [],
        ),
        # the board decided otherwise than the council
        (
            "Oförändrad skatt.",
            [FIRST, SECOND, point(4, RATE.format("9"), matter=2)],
            [(1, 4, "C", "oförändrad skatt")],
        ),
    ],
)
def test_against_own_words(
    quote: str, points: list[dict[str, Any]], expected: list[tuple[Any, ...]]
) -> None:
    assert found(quote, *points) == expected
    assert found(quote, *reversed(points)) == expected


def test_the_words_of_another_party_or_matter_bind_nobody() -> None:
    assert found("Oförändrad skatt.", FIRST, SECOND, party="M") == []
    assert found("Oförändrad skatt.", FIRST, SECOND, matter=7) == []


DECIDED = st.tuples(
    st.sampled_from(["skattesatsen", "skattesatsen", "vattentaxan"]),
    st.sampled_from(["20:10", "20:40", "20:90"]),
    st.sampled_from(["2000-01-01", "2004-01-01", None]),
    st.sampled_from([["C"], ["S"], ["C", "S"]]),
)


@settings(max_examples=80, deadline=None)
@given(st.lists(DECIDED, min_size=1, max_size=6), st.sampled_from(["C", "S"]))
def test_words_are_held_against_the_next_other_figure(
    decided: list[tuple[Any, ...]], party: str
) -> None:
    """In a plain second look: C or S wrote "oförändrad skatt" in the first matter."""
    points = [
        point(
            number, f"att fastställa {about} till {figure}", mandate=mandate, parties_for=who
        )
        for number, (about, figure, mandate, who) in enumerate(decided, start=1)
    ]
    about, figure, mandate, who = decided[0]
    expected = []
    if about == "skattesatsen" and mandate is not None and party in who:
        others = [
            (number, later[3])
            for number, later in enumerate(decided[1:], start=2)
            if (later[0], later[2]) == (about, mandate) and later[1] != figure
        ]
        if others and party in others[0][1]:
            expected = [(1, others[0][0], party, "oförändrad skatt")]

    assert found("Oförändrad skatt.", *points, party=party) == expected
