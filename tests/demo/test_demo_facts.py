"""The planted leads stand where facts.json says, and say what it says."""

from collections import defaultdict

import pytest

from demo.facts import facts
from demo.generate import papers
from demo.records import Section

PAPERS = papers()
FACTS = facts(PAPERS)
PLACES: dict[tuple[str, str], Section] = {
    (paper.name, str(section.case["number"])): section
    for paper in PAPERS
    for section in paper.sections
}


def sections_of(lead: str) -> list[Section]:
    found = next(row for row in FACTS["leads"] if row["key"] == lead)  # type: ignore[attr-defined]
    return [PLACES[place["source"], place["case"]] for place in found["cases"]]


def stance(section: Section, party: str) -> object:
    return {row["party"]: row["stance"] for row in section.positions}.get(party)


def figures(section: Section) -> tuple[object, object]:
    return section.votes[-1]["yes"], section.votes[-1]["no"]


# Each lead: a party's stances in the order of the bodies and years.
@pytest.mark.parametrize(
    ("lead", "party", "stances"),
    [
        ("v-och-sd", "V", ["against", "against"]),
        ("v-och-sd", "SD", ["against", "against"]),
        ("c-byter-sida", "C", ["for", "for", "for", "for", "for"]),
        (
            "s-löfte-sörlida",
            "S",
            ["against", "against", "for", "for", "for", "for", "for"],
        ),
        ("majoriteten-delad-väg", "V", ["against", "against"]),
        ("majoriteten-delad-väg", "C", ["for", "for"]),
        ("m-splittrat-vindkraft", "M", ["split"]),
        ("frånvaro-avgör", "MP", [None]),
        ("solceller", "C", ["for", "for"]),
    ],
)
def test_a_party_stands_where_the_lead_says(
    lead: str, party: str, stances: list[str | None]
) -> None:
    found = [stance(section, party) for section in sections_of(lead)]
    assert [value for value in found if value or len(found) == 1] == stances


@pytest.mark.parametrize(
    ("lead", "votes"),
    [
        ("en-rösts-övervikt", {(11, 10)}),
        ("frånvaro-avgör", {(10, 11)}),
        ("utslagsröst", {(4, 4)}),
        ("minoritet", {(12, 9), (11, 10)}),
    ],
)
def test_votes_fall_out_as_the_lead_says(lead: str, votes: set[tuple[int, int]]) -> None:
    assert {figures(section) for section in sections_of(lead)} == votes


def test_every_vote_in_fullmäktige_decided_by_one_is_a_known_lead() -> None:
    close = {
        key
        for key, section in PLACES.items()
        if section.case["body"] == "Kommunfullmäktige"
        for vote in section.votes
        if vote["kind"] == "huvudvotering"
        and (vote["yes"], vote["no"]) in ((11, 10), (10, 11))
    }
    known = {
        (place["source"], place["case"])
        for row in FACTS["leads"]  # type: ignore[attr-defined]
        if row["key"] in ("en-rösts-övervikt", "frånvaro-avgör")
        for place in row["cases"]
    }
    assert close == known


def test_v_and_sd_reserve_together_in_no_other_matter() -> None:
    joint = {
        section.matter
        for section in PLACES.values()
        for said in section.statements
        if said["act"] == "reservation" and {"V", "SD"} <= set(said["parties"])  # type: ignore[call-overload]
    }
    assert joint == {"vattnakraft"}


def test_matters_pass_several_bodies_under_one_number() -> None:
    bodies = defaultdict(set)
    for section in PLACES.values():
        if section.matter:
            bodies[section.case["reference"]].add(section.case["body"])
    assert sum(len(found) >= 3 for found in bodies.values()) >= 10


def test_no_two_matters_share_a_number() -> None:
    numbers = [row["dnr"] for row in FACTS["matters"]]  # type: ignore[attr-defined]
    assert len(numbers) == len(set(numbers))
