"""One person under all spellings, and the party that goes with the name on a date.

People are told apart within a municipality. Two spellings are one person when they can be the
same name and nothing speaks against it: they never stand with different parties at the same
time, and no third person could be meant as well. Where more than one candidate remains, the
question is left open.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from pipeline.language.names import fold, same_person
from pipeline.models import PartyPeriod, Person


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name as printed, with the party and role beside it, between two dates."""

    municipality: str | None
    name: str
    party: str | None
    role: str | None = None
    first: str | None = None
    last: str | None = None


def resolve_people(sightings: Sequence[Sighting]) -> tuple[Person, ...]:
    """All people, sorted by municipality and name.

    Spellings that differ only in accents or spaces are always one person; others are joined to
    the fullest spelling they fit, if they fit only one.
    """
    places: dict[str | None, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        places[sighting.municipality].append(sighting)
    people = [
        _person(place, group) for place, rows in places.items() for group in _groups(rows)
    ]
    return tuple(
        sorted(people, key=lambda p: (p.municipality or "", fold(p.name), p.person_id))
    )


def _groups(rows: list[Sighting]) -> list[list[Sighting]]:
    """Sightings by person."""
    spelled: dict[str, list[Sighting]] = defaultdict(list)
    for row in rows:
        spelled[fold(row.name)].append(row)
    by_given = _index(spelled)
    joined: dict[str, str] = {}
    for key in sorted(spelled):
        fitting = [
            other for other in by_given[key[:2]] if other != key and _fits(spelled, key, other)
        ]
        if len(fitting) == 1 and fitting[0] not in joined:
            joined[key] = fitting[0]
    groups: dict[str, list[Sighting]] = defaultdict(list)
    for key, members in spelled.items():
        groups[joined.get(key, key)] += members
    return list(groups.values())


def _index(spelled: Iterable[str]) -> dict[str, list[str]]:
    """Spellings by their first two letters, which any two spellings of a name share."""
    index: dict[str, list[str]] = defaultdict(list)
    for key in spelled:
        index[key[:2]].append(key)
    return index


def _fits(spelled: dict[str, list[Sighting]], shorter: str, fuller: str) -> bool:
    """Whether the first spelling can be the second, which says as much or more."""
    if len(shorter) > len(fuller) or (len(shorter) == len(fuller) and shorter > fuller):
        return False
    if not same_person(shorter, fuller):
        return False
    one = {row.party for row in spelled[shorter] if row.party}
    other = {row.party for row in spelled[fuller] if row.party}
    return not one or not other or bool(one & other)


def _person(place: str | None, rows: list[Sighting]) -> Person:
    names = sorted({" ".join(row.name.split()) for row in rows}, key=lambda n: (-len(n), n))
    roles = sorted({row.role for row in rows if row.role})
    return Person(
        person_id=sha256(f"{place}|{fold(names[0])}".encode()).hexdigest()[:16],
        municipality=place,
        name=names[0],
        name_variants=tuple(names),
        parties=_periods(rows),
        roles=tuple(roles),
    )


def _periods(rows: list[Sighting]) -> tuple[PartyPeriod, ...]:
    """Each party a person is seen with, from the first to the last date, in that order."""
    seen: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row.party:
            seen[row.party] += [date for date in (row.first, row.last) if date]
    periods = [
        PartyPeriod(party, min(dates, default=None), max(dates, default=None))
        for party, dates in seen.items()
    ]
    return tuple(sorted(periods, key=lambda p: (p.first or "", p.party)))


class Register:
    """Looks up the party of a name in a municipality on a date."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._by_name: dict[tuple[str | None, str], list[Person]] = defaultdict(list)
        self._by_given: dict[tuple[str | None, str], list[Person]] = defaultdict(list)
        for person in people:
            for name in person.name_variants:
                self._by_name[person.municipality, fold(name)].append(person)
            self._by_given[person.municipality, fold(person.name)[:2]].append(person)

    def party(self, name: str, municipality: str | None, date: str | None) -> str | None:
        """The one party a name stands for; None when nobody, or more than one, can be
        meant."""
        people = self._by_name.get((municipality, fold(name))) or [
            person
            for person in self._by_given[municipality, fold(name)[:2]]
            if any(same_person(name, variant) for variant in person.name_variants)
        ]
        parties = {party for person in people for party in _parties_on(person, date)}
        return parties.pop() if len(parties) == 1 else None


def _parties_on(person: Person, date: str | None) -> set[str]:
    """The parties a person may belong to on a date: the one seen around it, else all."""
    if len(person.parties) < 2 or date is None:
        return {period.party for period in person.parties}
    around = {
        period.party
        for period in person.parties
        if (period.first or "") <= date <= (period.last or "9999")
    }
    return around or {period.party for period in person.parties}
