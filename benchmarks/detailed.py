"""A store of many invented documents with everything a page shows: topics, proposals, votes
with ballots, demands, and who governed.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path
from unittest.mock import patch

from benchmarks.synthetic import CASES, PARTIES, extractions
from pipeline.models import Ballot, Case, CaseTopic, Demand, Extraction, Proposal, Vote
from pipeline.storage.lock import writing
from pipeline.storage.parts import append
from pipeline.storage.publishing import publish
from pipeline.storage.schema import SourceRecord

BATCH = 500
VOTED, DEMANDED = 11, 4
"""One case in so many has a vote, a demand."""
POSITIONS = CASES * len(PARTIES)
"""In each document."""
TOPICS = ("grundskola", "äldreomsorg", "bostad", "trafik", "kultur", "miljö", "ekonomi")
BODIES = ("Kommunfullmäktige", "Kommunstyrelsen", "Barnnämnden", "Plannämnden")
THINGS = ("lekplats", "cykelväg", "gångbro", "simhall", "bygdegård", "ängsmark", "torghandel")
KINDS = ("krav", "kritik", "stöd", "oro", "fråga")
GOVERNING = ('["S", "V", "MP"]', '["M", "C", "KD", "L"]')


def fill(store: Path, documents: int) -> int:
    """Publish so many documents, and give the number of positions in them."""
    rows = map(_detailed, extractions(documents))
    positions = 0
    with _governed(store), writing(store):
        while batch := tuple(islice(rows, BATCH)):
            positions += sum(len(one.positions) for one in batch)
            told = [one.document for one in batch]
            records = [
                SourceRecord(f"/{one.source}", one.source, one.document_id, None)
                for one in told
            ]
            append(store, batch, records, municipality=None)
        publish(store)
    return positions


@contextmanager
def _governed(store: Path) -> Iterator[None]:
    """Within, the invented municipalities have majorities that change every fourth year."""
    folder = store / "reference"
    folder.mkdir(parents=True, exist_ok=True)
    rows = [
        f'[[mandate]]\nmunicipality = "Provköping {place}"\nstart = "{year}-10-15"\n'
        f'end = "{year + 4}-10-15"\ngoverning = {GOVERNING[(year // 4 + place) % 2]}\n'
        'source = "påhittat"\n'
        for place in range(10)
        for year in range(1998, 2026, 4)
    ]
    (folder / "mandates.toml").write_text("\n".join(rows), "utf-8")
    with patch.dict(os.environ, {"STANDPUNKT_REFERENCE": str(folder)}):
        yield


def _detailed(plain: Extraction) -> Extraction:
    number = int(plain.document.document_id[1:])
    body = BODIES[number // 10 % len(BODIES)]
    cases = tuple(_topical(case, body) for case in plain.cases)
    voted = [case for case in cases if _number(case) % VOTED == 0]
    return replace(
        plain,
        document=replace(plain.document, body=body),
        cases=cases,
        case_topics=tuple(
            CaseTopic(case.case_id, case.topics[0], 1, 3.0, ("plan",)) for case in cases
        ),
        proposals=tuple(_proposal(case) for case in cases),
        statements=tuple(replace(one, body=body) for one in plain.statements),
        positions=tuple(replace(one, body=body) for one in plain.positions),
        votes=tuple(_vote(case) for case in voted),
        ballots=tuple(one for case in voted for one in _ballots(case, plain)),
        demands=tuple(_demand(case) for case in cases if _number(case) % DEMANDED == 0),
    )


def _number(case: Case) -> int:
    return int(case.document_id[1:]) * CASES + int(case.number)


def _topical(case: Case, body: str) -> Case:
    return replace(case, body=body, topics=(TOPICS[_number(case) % len(TOPICS)],))


def _proposal(case: Case) -> Proposal:
    party = PARTIES[_number(case) % len(PARTIES)]
    name, text = f"{case.case_id}:p1", "att avslå förslaget"
    return Proposal(name, case.case_id, "yrkande", (), (party,), (text,), text, 40, 60, False)


def _vote(case: Case) -> Vote:
    name = f"{case.case_id}:v1"
    told = ("bifall", "avslag", 5, 4, 0, 0, "ja", "majoritet", None, 80, 120, case.body)
    return Vote(name, case.case_id, 1, "huvudvotering", *told, case.date)


def _ballots(case: Case, plain: Extraction) -> Iterator[Ballot]:
    for place, member in enumerate(plain.attendance):
        choice = "ja" if place < 5 else "nej"
        yield Ballot(f"{case.case_id}:v1", member.name, member.party, choice)


def _demand(case: Case) -> Demand:
    number = _number(case)
    place = number * 2654435761 >> 8
    quote = f"bygga en {THINGS[place % len(THINGS)]} i område {place % 4999} senast {number}"
    return Demand(
        demand_id=f"{case.case_id}:d1",
        document_id=case.document_id,
        case_id=case.case_id,
        statement_id=f"{case.case_id}:s1",
        body=case.body,
        date=case.date,
        kind=KINDS[place % len(KINDS)],
        quote=quote,
        start=0,
        end=len(quote),
        addressee="majoriteten" if place % 3 == 0 else None,
    )
