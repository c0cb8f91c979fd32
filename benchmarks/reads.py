"""The reads that analyses are made of, on a store of many invented positions."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.records import Cost
from benchmarks.timing import A_MILLION, MILLION, ROUNDS, seconds
from pipeline.storage.snapshot import open_snapshot
from reports import issue_queries, patterns, queries, register
from reports.choice import Choice
from reports.reader import Reader

READS = {
    "beslut": queries.DECISIONS,
    "ställningar": queries.STANCES,
    "alternativ": queries.ALTERNATIVES,
    "platser": queries.SEATS,
    "hur beslut avgjordes": queries.DECIDED,
    "partiers underskrifter": queries.SIGNED,
    "personers underskrifter": queries.SIGNERS,
    "namngivna röster": patterns.BALLOTS,
    "voteringar": patterns.VOTES,
    "konflikt": patterns.CONFLICT,
    "yrkanden": patterns.PROPOSALS,
    "motioner": patterns.MOTIONS,
    "tidslinje": patterns.TIMELINE,
    "vad som beslutades": patterns.ASKED,
    "partiernas ställningar": register.STANDS,
    "ämnen": issue_queries.TOPICS,
    "avvikande mening per ämne": issue_queries.DISSENT,
    "krav": issue_queries.DEMANDS,
}


def measure(store: Path) -> Iterator[Cost]:
    """The cost of each read of everything in the store, the fastest of a few."""
    with open_snapshot(store) as connection:
        reader = Reader(connection, Choice())
        (positions,) = connection.execute("SELECT count(*) FROM stances").fetchall()[0]
        for what, sql in READS.items():
            read = partial(reader.table, sql, {**reader.choice.parameters(), "case": None})
            took = min(seconds(read) for _ in range(ROUNDS))
            target = A_MILLION * positions / MILLION
            yield Cost(f"läsning: {what}", took, positions, "ståndpunkter", target=target)
