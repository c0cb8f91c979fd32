"""Reports on votes: the same figures from the list down to the ballots behind them."""

from collections.abc import Iterator

import pytest

from pipeline.errors import UsageError
from pipeline.storage.snapshot import open_snapshot
from reports.catalogue import make
from reports.choice import Choice
from reports.reader import Reader
from tests.stores import add
from tests.views.test_votes import voted


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    meetings = [voted("d1"), voted("d2", yes=5, abstain=0), voted("d3", named=False)]
    with open_snapshot(add(tmp_path_factory.mktemp("store"), *meetings)) as connection:
        yield Reader(connection, Choice())


def test_ballots_parties_and_breakers_tell_the_same(reader: Reader) -> None:
    ballots = make("ballots", reader, vote="d1:1:v1")
    parties = make("vote_parties", reader, vote="d1:1:v1").set_index("party")

    assert len(ballots) == parties[["yes", "no", "abstain"]].to_numpy().sum() == 9
    assert list(ballots[ballots["broke"]]["name"]) == ["S Ledamot 3"]
    assert parties.loc["S", "breakers"] == 1
    assert parties.loc["S", "rice"] == 0.5
    assert parties["rice"].isna().to_dict() == {"L": True, "M": False, "S": False, "V": True}


def test_cohesion_below_ten_votes_has_n_but_no_mean(reader: Reader) -> None:
    means = make("cohesion", reader).set_index(["party", "measure"])

    counted = make("vote_parties", reader, counted_only=True)
    own = counted[counted["party"] == "S"]
    assert means.loc[("S", "rice"), "n"] == own["rice"].notna().sum() > 0
    assert means["mean"].isna().all()


def test_votes_tell_which_have_names(reader: Reader) -> None:
    votes = make("votes", reader, closest=True)

    assert votes["margin"].tolist() == sorted(votes["margin"])
    assert votes.set_index("vote_id")["named"].to_dict()["d3:1:v1"] is False


def test_periods_count_votes_where_somebody_abstained(reader: Reader) -> None:
    [period] = make("vote_periods", reader).to_dict("records")

    assert period["with_abstentions"] <= period["told"] <= period["n"]
    assert period["period"] == "2021-01-01"
    assert period["level"] == "few"


def test_an_unknown_vote_is_refused_in_a_sentence(reader: Reader) -> None:
    with pytest.raises(UsageError, match="Ingen votering har nyckeln x"):
        make("ballots", reader, vote="x")
