"""One person under all spellings, and the party of a name on a date."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.models import Person
from pipeline.resolution.people import Register, Sighting, resolve_people


def seen(line: str, *, place: str | None = "Tallvik", date: str | None = None) -> Sighting:
    """A sighting from "Eva Ek (S)"; "Eva Ek" is a name without a party."""
    name, _, party = line.removesuffix(")").partition(" (")
    return Sighting(place, name, party or None, "ledamot", date, date)


def people(*lines: str) -> list[tuple[str, tuple[str, ...]]]:
    """Each person's name and parties."""
    found = resolve_people([seen(line) for line in lines])
    return [(one.name, tuple(p.party for p in one.parties)) for one in found]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        # the same spelling, accents and spaces aside
        (["Eva Ek (S)", "Eva Ek (S)"], [("Eva Ek", ("S",))]),
        (["María Sol (V)", "Maria Sol (V)"], [("Maria Sol", ("V",))]),
        (["Eva  Ek (S)", "EVA EK (S)"], [("EVA EK", ("S",))]),
        # a short form, a double surname, a middle name: the fullest spelling names the person
        (["Dan Hjelte (M)", "Daniel Hjelte (M)"], [("Daniel Hjelte", ("M",))]),
        (
            ["Siv Mattsson (L)", "Siv Mattsson Åkerblom (L)"],
            [("Siv Mattsson Åkerblom", ("L",))],
        ),
        # without a party it can be the one there is
        (["Dan Hjelte", "Daniel Hjelte (M)"], [("Daniel Hjelte", ("M",))]),
        # different parties: two people
        (
            ["Dan Hjelte (S)", "Daniel Hjelte (M)"],
            [("Dan Hjelte", ("S",)), ("Daniel Hjelte", ("M",))],
        ),
        # two who could be meant: left open
        (
            ["Siv Ek (S)", "Siv Ek Alm (S)", "Siv Ek Berg (S)"],
            [("Siv Ek", ("S",)), ("Siv Ek Alm", ("S",)), ("Siv Ek Berg", ("S",))],
        ),
        # relatives
        (["Eva Ek (S)", "Eva Alm (S)"], [("Eva Alm", ("S",)), ("Eva Ek", ("S",))]),
        # one name, two parties: one person who changed party, or two; one row either way
        (["Eva Ek (S)", "Eva Ek (M)"], [("Eva Ek", ("M", "S"))]),
        ([], []),
    ],
)
def test_resolve_people(lines: list[str], found: list[tuple[str, tuple[str, ...]]]) -> None:
    assert people(*lines) == found


def test_the_same_name_in_two_municipalities_is_two_people() -> None:
    found = resolve_people([seen("Eva Ek (S)"), seen("Eva Ek (S)", place="Vik")])
    assert [one.municipality for one in found] == ["Tallvik", "Vik"]
    assert len({one.person_id for one in found}) == 2


def test_variants_and_roles_are_kept() -> None:
    (one,) = resolve_people(
        [
            Sighting("Tallvik", "Dan Hjelte", "M", "ledamot"),
            Sighting("Tallvik", "Daniel Hjelte", "M", "ordförande"),
            Sighting("Tallvik", "Daniel  Hjelte", "M", None),
        ]
    )
    assert one.name_variants == ("Daniel Hjelte", "Dan Hjelte")
    assert one.roles == ("ledamot", "ordförande")


def changed() -> tuple[Person, ...]:
    return resolve_people(
        [
            seen("Eva Ek (S)", date="2015-03-01"),
            seen("Eva Ek (S)", date="2018-06-01"),
            seen("Eva Ek (M)", date="2019-01-01"),
            seen("Eva Ek (M)", date="2021-01-01"),
        ]
    )


def test_a_change_of_party_in_time() -> None:
    (one,) = changed()
    assert [(p.party, p.first, p.last) for p in one.parties] == [
        ("S", "2015-03-01", "2018-06-01"),
        ("M", "2019-01-01", "2021-01-01"),
    ]


@pytest.mark.parametrize(
    ("date", "party"),
    [
        ("2016-05-05", "S"),
        ("2015-03-01", "S"),  # first and last day included
        ("2018-06-01", "S"),
        ("2020-05-05", "M"),
        # between, before, after, or without a date: either can be meant
        ("2018-09-01", None),
        ("2010-01-01", None),
        (None, None),
    ],
)
def test_the_party_on_a_date(date: str | None, party: str | None) -> None:
    assert Register(changed()).party("Eva Ek", "Tallvik", date) == party


@pytest.mark.parametrize(
    ("name", "place", "party"),
    [
        ("Daniel Hjelte", "Tallvik", "M"),
        ("daniel  hjelte", "Tallvik", "M"),
        ("Dan Hjelte", "Tallvik", "M"),  # a spelling never seen that fits one
        ("Siv Ryd", "Tallvik", None),  # two of them, of different parties
        ("Siv Ryd Alm", "Tallvik", "L"),
        ("Bo Alm", "Tallvik", "C"),  # two of them, of one party
        ("Ulla Rask", "Tallvik", None),  # seen without a party
        ("Daniel Hjelte", "Vik", None),  # another place
        ("Nobody Known", "Tallvik", None),
    ],
)
def test_register(name: str, place: str, party: str | None) -> None:
    known = resolve_people(
        [
            seen("Daniel Hjelte (M)"),
            seen("Siv Ryd Alm (L)"),
            seen("Siv Ryd Berg (S)"),
            seen("Bo Alm Ek (C)"),
            seen("Bo Alm Gran (C)"),
            seen("Ulla Rask"),
        ]
    )
    assert Register(known).party(name, place, "2021-03-04") == party


NAMES = st.sampled_from(["Eva Ek", "Ev Ek", "Eva Ek Alm", "Bo Alm", "Bo Alm Ek", "María Sol"])
PARTIES = st.sampled_from(["S", "M", None])
SIGHTINGS = st.lists(
    st.builds(Sighting, st.sampled_from(["Tallvik", None]), NAMES, PARTIES), max_size=10
)


@settings(max_examples=60, deadline=None)
@given(SIGHTINGS, st.randoms(use_true_random=False))
def test_people_do_not_depend_on_the_order_of_sightings(
    sightings: list[Sighting], chance: object
) -> None:
    mixed = list(sightings)
    chance.shuffle(mixed)
    assert resolve_people(sightings) == resolve_people(mixed)


@settings(max_examples=60, deadline=None)
@given(SIGHTINGS)
def test_every_sighting_belongs_to_one_person(sightings: list[Sighting]) -> None:
    found = resolve_people(sightings)
    assert len({one.person_id for one in found}) == len(found)
    for row in sightings:
        holders = [
            one
            for one in found
            if one.municipality == row.municipality and row.name in one.name_variants
        ]
        assert len(holders) == 1
