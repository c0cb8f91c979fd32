"""Where a party stands by the evidence: the rules in their order."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extraction.positions import Evidence, seats, standings
from pipeline.models import Span
from pipeline.words import Basis, Choice, Stance

BASES = {
    "reservation": Basis.RESERVATION,
    "moved won": Basis.YRKANDE,
    "moved lost": Basis.YRKANDE,
    "named": Basis.YRKANDE,
    "voted for": Basis.VOTERING,
    "voted against": Basis.VOTERING,
    "abstained": Basis.VOTERING,
    "remark": Basis.SÄRSKILT_UTTALANDE,
    "deltar ej": Basis.DELTAR_EJ,
    "jäv": Basis.JÄV,
}


def evidence(what: str, *, party: str = "S", person: str = "Eva Ek") -> Evidence:
    return Evidence(party, what, BASES[what], Span(0, 1), (person,))


def stance(*whats: str, serving: int | None = 2, voted: bool = False) -> str | None:
    """The stance of one party with this evidence and so many serving members."""
    there = None if serving is None else Counter({"S": serving, "M": 1})
    found = standings([evidence(one) for one in whats], serving=there, voted=voted)
    return found[0].stance if found else None


@pytest.mark.parametrize(
    ("whats", "stood"),
    [
        # one piece of evidence
        (["deltar ej"], "not_participating"),
        (["reservation"], "against"),
        (["moved lost"], "against"),
        (["moved won"], "for"),
        (["named"], "for"),
        (["remark"], "remark"),
        # the first rule that fits
        (["deltar ej", "reservation"], "not_participating"),
        (["reservation", "deltar ej", "remark"], "not_participating"),
        (["reservation", "moved won"], "against"),
        (["reservation", "remark"], "against"),
        (["moved lost", "remark"], "against"),
        (["moved won", "remark"], "for"),
        # an addition that lost does not count beside what was adopted
        (["moved won", "moved lost"], "for"),
        (["moved lost", "reservation"], "against"),
    ],
)
def test_stance_without_a_vote(whats: list[str], stood: str) -> None:
    assert stance(*whats) == stood
    assert stance(*reversed(whats)) == stood


@pytest.mark.parametrize(
    ("whats", "stood"),
    [
        (["voted for"], "for"),
        (["voted against"], "against"),
        (["abstained"], "abstained"),
        # reserved though it abstained or voted for
        (["abstained", "reservation"], "against"),
        (["voted for", "reservation"], "against"),
        # the vote counts before what was moved
        (["moved lost", "voted for"], "for"),
        (["moved won", "voted against"], "against"),
        # moved what lost and then abstained
        (["moved lost", "abstained"], "against"),
        (["moved won", "abstained"], "abstained"),
        (["abstained", "remark"], "abstained"),
        # some for and some against
        (["voted for", "voted against"], "split"),
        (["voted for", "voted against", "abstained"], "split"),
        # two yes and one abstention are no abstention; beside no it is not support either
        (["voted for", "voted for", "abstained"], "split"),
        (["voted against", "abstained"], "against"),
        (["voted for", "abstained", "reservation"], "against"),
        (["deltar ej", "voted for"], "not_participating"),
    ],
)
def test_stance_with_a_main_vote(whats: list[str], stood: str) -> None:
    assert stance(*whats, voted=True) == stood
    assert stance(*reversed(whats), voted=True) == stood


@pytest.mark.parametrize(
    ("whats", "serving", "stood"),
    [
        # all are disqualified, or one of two
        (["jäv"], 1, "not_participating"),
        (["jäv"], 2, None),
        (["jäv", "reservation"], 2, "against"),
        # whose only member left: nobody serves, and still it was jäv
        (["jäv"], 0, "not_participating"),
        # how many serve is not known
        (["jäv"], None, None),
        # a party without a serving member has no position
        (["reservation"], 0, None),
        (["remark"], 0, None),
        (["reservation"], None, "against"),
        ([], 2, None),
    ],
)
def test_serving_members(whats: list[str], serving: int | None, stood: str | None) -> None:
    assert stance(*whats, serving=serving) == stood


def test_one_of_two_who_stays_out_does_not_speak_for_the_other() -> None:
    out, other = evidence("deltar ej"), evidence("reservation", person="Bo Alm")
    (one,) = standings([out, other], serving=Counter({"S": 2}), voted=False)
    assert one.stance == "against"


def test_two_disqualified_of_two() -> None:
    rows = [evidence("jäv", person="Eva Ek"), evidence("jäv", person="Bo Alm")]
    (one,) = standings(rows, serving=Counter({"S": 2}), voted=False)
    assert one.stance == "not_participating"


@pytest.mark.parametrize(
    ("whats", "rests_on"),
    [
        (["remark", "reservation"], "reservation"),
        (["voted against", "reservation"], "reservation"),
        (["voted for", "moved won"], "voted for"),
        (["moved lost", "abstained"], "moved lost"),
        (["deltar ej", "jäv"], "deltar ej"),
    ],
)
def test_the_evidence_it_rests_on(whats: list[str], rests_on: str) -> None:
    rows = [evidence(one) for one in whats]
    (one,) = standings(rows, serving=None, voted=True)
    assert one.evidence.what == rests_on


def test_the_first_of_equal_evidence_is_shown() -> None:
    rows = [evidence("reservation", person="Eva Ek"), evidence("reservation", person="Bo Alm")]
    (one,) = standings(rows, serving=None, voted=False)
    assert one.evidence.persons == ("Eva Ek",)


@pytest.mark.parametrize(
    ("choices", "counted"),
    [
        ([("S", Choice.JA), ("S", Choice.NEJ), ("M", Choice.AVSTÅR)], {"S": 2, "M": 1}),
        ([("S", Choice.JA), ("M", Choice.FRÅNVARANDE)], {"S": 1}),
        # somebody's party is not known: nobody can be counted
        ([("S", Choice.JA), (None, Choice.JA)], None),
        ([], None),
    ],
)
def test_seats(
    choices: list[tuple[str | None, Choice]], counted: dict[str, int] | None
) -> None:
    assert seats(choices) == counted


PIECES = st.lists(
    st.tuples(st.sampled_from(["S", "M", "V"]), st.sampled_from(sorted(BASES))), max_size=8
)


@settings(max_examples=80, deadline=None)
@given(PIECES, st.randoms(use_true_random=False), st.booleans())
def test_a_stance_does_not_depend_on_the_order_of_evidence(
    pieces: list[tuple[str, str]], chance: Any, voted: bool
) -> None:
    rows = [evidence(what, party=party) for party, what in pieces]
    mixed = list(rows)
    chance.shuffle(mixed)
    one, other = (
        {s.party: s.stance for s in standings(order, serving=None, voted=voted)}
        for order in (rows, mixed)
    )
    assert one == other


@settings(max_examples=80, deadline=None)
@given(PIECES, st.booleans())
def test_a_party_does_not_depend_on_the_others(
    pieces: list[tuple[str, str]], voted: bool
) -> None:
    rows = [evidence(what, party=party) for party, what in pieces]
    together = {s.party: s for s in standings(rows, serving=None, voted=voted)}
    for party in {row.party for row in rows}:
        alone = standings(
            [row for row in rows if row.party == party], serving=None, voted=voted
        )
        assert [together[party]] if party in together else alone == []
    assert all(s.stance in Stance for s in together.values())


@pytest.mark.parametrize("what", ["voted for", "moved won"])
def test_split_where_one_reserves_by_name_and_another_is_for(what: str) -> None:
    rows = [
        evidence(what, person="Eva Ek"),
        evidence("reservation", person="Bo Alm"),
    ]
    (one,) = standings(rows, serving=Counter({"S": 2}), voted=what == "voted for")
    assert one.stance == "split"
