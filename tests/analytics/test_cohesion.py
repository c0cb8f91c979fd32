"""How united parties vote, on ballots small enough to count by hand."""

from collections import Counter, defaultdict

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.cohesion import breaks, cohesion, counted, party_cohesion, person_breaks

QUICK = settings(max_examples=40, deadline=None)
Ballot = tuple[int, str, str]
CHOICES = ("ja", "nej", "avstår", "frånvarande", "deltar ej")
BALLOTS = st.lists(
    st.tuples(st.integers(0, 3), st.sampled_from("SMQ"), st.sampled_from(CHOICES))
)


def ballots(rows: list[Ballot], *, rank: int = 3, main: bool = True) -> pd.DataFrame:
    """Ballots (vote, party, choice); each vote is a matter of its own."""
    table = pd.DataFrame(rows, columns=["vote", "party", "choice"])
    day = pd.Timestamp("2031-01-01") + pd.to_timedelta(table["vote"].astype(int), "D")
    return table.assign(
        decision=table["vote"].astype(int),
        matter=table["vote"].astype(int),
        rank=rank,
        day=day,
        vote_id="v" + table["vote"].astype(str),
        main=main,
        name=[f"Namn {number}" for number in range(len(table))],
    )


@pytest.mark.parametrize(
    ("choices", "rice", "index", "line", "breakers"),
    [
        ("jjjn", 0.5, 0.625, "ja", 1),
        ("jjnn", 0.0, 0.25, None, 0),
        ("jjna", 1 / 3, 0.25, "ja", 2),
        ("aaa", None, 1.0, "avstår", 0),
        # three ways: nobody has half of the votes
        ("jjnna", 0.0, 0.1, None, 0),
        # mistake 11: one or two members are always "united"
        ("j", None, None, "ja", 0),
        ("jj", None, None, "ja", 0),
        # absence is no vote
        ("jjff", None, None, "ja", 0),
    ],
)
def test_cohesion_by_hand(
    choices: str, rice: float | None, index: float | None, line: str | None, breakers: int
) -> None:
    words = {"j": "ja", "n": "nej", "a": "avstår", "f": "frånvarande"}
    table = ballots([(1, "S", words[letter]) for letter in choices])

    row = cohesion(table).iloc[0]

    assert (None if pd.isna(row["rice"]) else row["rice"]) == pytest.approx(rice)
    assert (None if pd.isna(row["agreement_index"]) else row["agreement_index"]) == (
        pytest.approx(index)
    )
    assert (None if pd.isna(row["line"]) else row["line"]) == line
    assert (row["breakers"], len(breaks(table))) == (breakers, breakers)


@QUICK
@given(BALLOTS, st.randoms())
def test_cohesion_is_as_counted_plainly_in_any_order(rows: list[Ballot], random) -> None:  # type: ignore[no-untyped-def]
    plain: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for vote, party, choice in rows:
        plain[f"v{vote}", party][choice] += 1
    mixed = random.sample(rows, len(rows))

    table = cohesion(ballots(mixed)).set_index(["vote_id", "party"])

    assert set(table.index) == set(plain)
    for key, counts in plain.items():
        yes, no, abstain = (counts[word] for word in CHOICES[:3])
        row = table.loc[key]
        assert (row["yes"], row["no"], row["abstain"]) == (yes, no, abstain)
        assert (row["absent"], row["aside"]) == (counts["frånvarande"], counts["deltar ej"])
        if yes + no >= 3:
            assert row["rice"] == pytest.approx(abs(yes - no) / (yes + no))
        else:
            assert pd.isna(row["rice"])
        if yes + no + abstain >= 3:
            most = max(yes, no, abstain)
            rest = yes + no + abstain - most
            expected = (most - rest / 2) / (yes + no + abstain)
            assert row["agreement_index"] == pytest.approx(expected)


def test_a_matter_counts_once_in_the_highest_body() -> None:
    """Mistake 8: the same matter in the executive and in the council."""
    lower = ballots([(1, "S", "nej")] * 3, rank=2)
    higher = ballots([(1, "S", "ja")] * 3).assign(decision=2, vote_id="v2")

    assert set(counted(pd.concat([lower, higher]))["vote_id"]) == {"v2"}


def test_means_are_hidden_below_ten_votes_and_have_intervals_above() -> None:
    few = ballots([(vote, "S", "ja") for vote in range(9) for _ in range(3)])
    split = [(vote, "S", choice) for vote in range(12) for choice in ("ja", "ja", "ja", "nej")]

    assert party_cohesion(few)["mean"].isna().all()
    found = party_cohesion(ballots(split)).set_index("measure").loc["rice"]
    assert (found["n"], found["level"]) == (12, "uncertain")
    assert (found["mean"], found["low"], found["high"]) == pytest.approx((0.5, 0.5, 0.5))


def test_preparatory_votes_are_counted_apart() -> None:
    side = ballots([(vote, "S", "ja") for vote in range(12) for _ in range(3)], main=False)

    assert party_cohesion(side).empty
    assert party_cohesion(side, main=False).set_index("measure").loc["rice", "n"] == 12


def test_persons_who_leave_the_line() -> None:
    rows = [(vote, "S", choice) for vote in range(10) for choice in ("ja", "ja", "nej")]
    table = ballots(rows)
    table["name"] = ["Eva Al", "Bo Ek", "Siv Rönn"] * 10

    found = person_breaks(table).set_index("name")

    assert found.loc["Siv Rönn", ["votes", "breaks", "share"]].tolist() == [10, 10, 1.0]
    assert found.loc["Bo Ek", ["votes", "breaks", "share"]].tolist() == [10, 0, 0.0]


CAST = st.dictionaries(
    st.tuples(st.integers(0, 3), st.sampled_from("SM"), st.sampled_from("abcd")),
    st.sampled_from(CHOICES),
    max_size=24,
)
Cast = dict[tuple[int, str, str], str]


def plain_lines(cast: Cast) -> dict[tuple[int, str], tuple[str | None, int]]:
    """The line of each party in each vote, and how many of it voted."""
    voted: defaultdict[tuple[int, str], Counter[str]] = defaultdict(Counter)
    for (vote, party, _), choice in cast.items():
        voted[vote, party][choice] += choice in CHOICES[:3]
    found = {}
    for key, counts in voted.items():
        first, second = [*sorted(counts.values(), reverse=True), 0][:2]
        voters = sum(counts.values())
        lined = 2 * first >= voters > 0 and first > second
        found[key] = (counts.most_common(1)[0][0] if lined else None), voters
    return found


@QUICK
@given(CAST, st.randoms(use_true_random=False))
def test_who_left_the_line_is_as_counted_plainly_in_any_order(cast: Cast, random) -> None:  # type: ignore[no-untyped-def]
    rows = random.sample(list(cast.items()), len(cast))
    table = ballots([(vote, party, choice) for (vote, party, _), choice in rows])
    table["name"] = [name for (_, _, name), _ in rows]
    lines = plain_lines(cast)
    voted = {key: choice for key, choice in cast.items() if choice in CHOICES[:3]}
    left = {key for key, choice in voted.items() if lines[key[:2]][0] not in (None, choice)}

    found = breaks(table)
    assert set(zip(found["decision"], found["party"], found["name"], strict=True)) == left

    able = [key for key in voted if lines[key[:2]][1] >= 3 and lines[key[:2]][0]]
    times, breaking = (
        Counter(key[1:] for key in able),
        Counter(key[1:] for key in able if key in left),
    )
    persons = person_breaks(table)
    keys = list(zip(persons["party"], persons["name"], strict=True))
    assert dict(zip(keys, persons["votes"], strict=True)) == times
    assert dict(zip(keys, persons["breaks"], strict=True)) == {
        key: breaking[key] for key in times
    }


@QUICK
@given(
    st.lists(
        st.lists(st.sampled_from("jna"), min_size=3, max_size=4), min_size=10, max_size=14
    )
)
def test_a_partys_mean_is_that_of_its_votes(votes: list[list[str]]) -> None:
    words = {"j": "ja", "n": "nej", "a": "avstår"}
    rows = [(vote, "S", words[one]) for vote, cast in enumerate(votes) for one in cast]
    rice = [
        abs(cast.count("j") - cast.count("n")) / (cast.count("j") + cast.count("n"))
        for cast in votes
        if cast.count("j") + cast.count("n") >= 3
    ]

    found = party_cohesion(ballots(rows), draws=50).set_index("measure").loc["rice"]

    assert found["n"] == found["matters"] == len(rice)
    if len(rice) < 10:
        assert pd.isna(found["mean"])
    else:
        assert found["mean"] == pytest.approx(sum(rice) / len(rice))
        assert 0 <= found["low"] <= found["high"] <= 1
