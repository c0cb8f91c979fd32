"""Invented rows in any number, to measure what grows with them."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from pipeline.models import Attendance, Case, Document, Extraction, Position, Statement
from pipeline.reference import extractor_version

Numbers = TypeVar("Numbers", int, npt.NDArray[np.int64])

PARTIES = ("S", "M", "SD", "C", "V", "KD", "MP", "L")
FIRST_NAMES = ("Alva", "Bror", "Disa", "Egil", "Fride", "Gerda", "Hjalle", "Idun", "Jorun")
LAST_NAMES = ("Almkvist", "Bergdahl", "Dalevik", "Ekhult", "Fagerlid", "Granmo", "Hedby")
STANCES = ("for", "for", "against", "abstained", "silent", "silent")
CASES = 5
MEETINGS_A_YEAR = 250
MATTERS = 100
LAST_BOARD = 40


def extractions(count: int) -> Iterator[Extraction]:
    """``count`` minutes: five cases each, eight parties, nine members, of ten
    municipalities."""
    return (_extraction(number) for number in range(count))


def stances(decisions: int) -> pd.DataFrame:
    """A stance per party in each of so many decisions, as the snapshot hands them out."""
    count = decisions * len(PARTIES)
    decision = np.arange(count, dtype=np.int32) // len(PARTIES)
    months = np.datetime64("2000-01") + decision * 300 // decisions
    return pd.DataFrame(
        {
            "decision": decision,
            "matter": decision // 2,
            "rank": (decision % 4).astype(np.uint8),
            "day": months.astype("datetime64[D]").astype("datetime64[us]"),
            "contested": decision % 3 > 0,
            "party": words(np.arange(count), PARTIES),
            "stance": words(mixed(np.arange(count)), STANCES),
            "governing": pd.array(np.arange(count) % len(PARTIES) < 3, dtype="boolean"),
            "municipality": words(decision % 10, [f"Provköping {n}" for n in range(10)]),
            "body": words(decision % LAST_BOARD, [f"Nämnd {n}" for n in range(LAST_BOARD)]),
            "item_type": words(decision % 5 // 4, ("förslag", "motion")),
            "topic": words(decision % 26, [f"ämne {n}" for n in range(26)]),
            "mandate": _mandates(months),
        }
    )


def mixed(number: Numbers) -> Numbers:
    """Knuth's multiplicative hash: evenly spread, and the same in every run."""
    return (number * 2654435761 & 0xFFFFFFFF) >> 8


def alternatives(stances: pd.DataFrame) -> pd.DataFrame:
    """What each dissenting party stands behind: one or two alternatives in each decision."""
    against = stances.loc[stances["stance"] == "against", ["decision", "party"]]
    side = against["party"].cat.codes.to_numpy() % 2
    return against.assign(alternative=against["decision"] * 2 + side).reset_index(drop=True)


def signed(statements: int) -> pd.DataFrame:
    """Two parties' names under each of so many reservations, two to a matter."""
    number = np.arange(statements)
    names = [f"d{one:08}:s1" for one in number]
    one = pd.DataFrame(
        {
            "statement_id": names,
            "matter_id": [f"m{place:08}" for place in number // 2],
            "act": "reservation",
        }
    )
    pairs = number % len(PARTIES), (number * 3 + 1) % len(PARTIES)
    return pd.concat([one.assign(party=words(place, PARTIES)) for place in pairs])


def seats(stances: pd.DataFrame) -> pd.DataFrame:
    """Serving members of every party in every decision, by attendance."""
    there = stances[["decision", "party", "stance"]].rename(columns={"stance": "side"})
    count = 1 + there["party"].cat.codes.to_numpy() % 5
    return there.assign(seats=count.astype(np.int32), by_ballots=False)


def words(codes: npt.NDArray[Any], among: Sequence[str]) -> "pd.Categorical[Any]":
    """The word of each number, beginning anew after the last word."""
    named = list(dict.fromkeys(among))
    numbers = np.array([named.index(word) for word in among])[codes % len(among)]
    return pd.Categorical.from_codes(numbers, categories=pd.Index(named))


def _mandates(months: npt.NDArray[np.datetime64]) -> npt.NDArray[np.datetime64]:
    """A change of majority every fourth October."""
    since = (months - np.datetime64("1998-10")).astype(int) // 48 * 48
    return (np.datetime64("1998-10") + since).astype("datetime64[D]").astype("datetime64[us]")


def document(document_id: str, number: int = 0) -> Document:
    """The minutes of one meeting; ``number`` gives the board and the date."""
    return Document(
        document_id=document_id,
        source=f"protokoll-{number:08}.txt",
        kind="protokoll",
        title="Protokoll",
        municipality=f"Provköping {number % 10}",
        body=f"Nämnd {number % LAST_BOARD}",
        date=_date(number),
        reference=None,
        pages=12,
        text="Nämnden beslutar att bifalla förslaget. " * 50,
        extractor_version=extractor_version(),
    )


def _extraction(number: int) -> Extraction:
    minutes = document(f"d{number:08}", number)
    cases = tuple(_case(minutes, place) for place in range(1, CASES + 1))
    return Extraction(
        minutes,
        attendance=tuple(_member(minutes, place) for place in range(9)),
        cases=cases,
        statements=tuple(_statement(case) for case in cases),
        positions=tuple(_position(case, party) for case in cases for party in PARTIES),
    )


def _case(minutes: Document, place: int) -> Case:
    number = int(minutes.document_id[1:]) * CASES + place
    return Case(
        case_id=f"{minutes.document_id}:{place}",
        document_id=minutes.document_id,
        number=str(place),
        title=f"Plan {mixed(number) % MATTERS} för område {number % 997}",
        reference=f"PN {2000 + number % 25}/{number % 9973}",
        body=minutes.body,
        date=minutes.date,
        item_type="förslag",
        outcome="bifall",
        decided_by="acklamation",
        decision=("bifalla förslaget",),
    )


def _statement(case: Case) -> Statement:
    number = mixed(int(case.document_id[1:]) + int(case.number))
    return Statement(
        statement_id=f"{case.case_id}:s1",
        document_id=case.document_id,
        case_id=case.case_id,
        body=case.body,
        date=case.date,
        act="reservation",
        parties=() if number % 10 == 0 else (PARTIES[number % len(PARTIES)],),
        persons=(_name(number),),
        text="Planen borde ha prövats en gång till. " * 5,
        start=0,
        end=190,
    )


def _member(minutes: Document, place: int) -> Attendance:
    name = _name(int(minutes.document_id[1:]) % LAST_BOARD + place)
    party = PARTIES[len(name) % len(PARTIES)]
    return Attendance(minutes.document_id, name, party, "ledamot", present=True)


def _position(case: Case, party: str) -> Position:
    number = mixed(int(case.document_id[1:]) * CASES + int(case.number) + ord(party[-1]))
    return Position(
        position_id=f"{case.case_id}:{party}",
        document_id=case.document_id,
        case_id=case.case_id,
        body=case.body,
        date=case.date,
        party=party,
        stance=STANCES[number % len(STANCES)],
        basis="yrkande",
        quote="yrkar bifall till förslaget",
    )


def _name(number: int) -> str:
    first = FIRST_NAMES[number % len(FIRST_NAMES)]
    return f"{first} {LAST_NAMES[number // len(FIRST_NAMES) % len(LAST_NAMES)]}"


def _date(number: int) -> str:
    year, day = 2000 + number // MEETINGS_A_YEAR % 25, number % MEETINGS_A_YEAR
    return f"{year}-{day // 28 + 1:02}-{day % 28 + 1:02}"
