"""Cached reads of the published snapshot. The SQL stands in ``reports/queries.py``; nothing is
computed here.

Every read takes the snapshot as its cache key: a new snapshot, or a changed file, is read
afresh without a restart. Only this module, ``searched`` and ``caching`` know the cache and the
database.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import streamlit as st

from analytics.lines import lines
from pipeline import errands, models
from pipeline.correctable import CORRECTABLE
from pipeline.errors import ReadingError
from pipeline.settings import default_store
from pipeline.storage.corrections import Log, read_log
from pipeline.storage.locating import values_of
from pipeline.storage.snapshot import check_form, snapshot_path
from reports import issue_queries, patterns, queries
from reports.catalogue import make
from reports.choice import Choice
from reports.fetching import fetched
from reports.polls import polled
from reports.reader import Reader
from views.caching import cursor, shared, shelf
from views.formats import records

TABLES, LARGE = 128, 16
"""How many tables of a kind are kept."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A published snapshot: the store, the file and when the file was changed (ns)."""

    store: str
    path: str
    changed: int


def current() -> Snapshot | None:
    """The snapshot to show now; None when nothing is published in the store.

    Raises StoreError when another version of the program built it.
    """
    store = default_store()
    path = snapshot_path(store)
    if path is None or not path.is_file():
        return None
    snapshot = Snapshot(str(store), str(path), path.stat().st_mtime_ns)
    _checked(snapshot)
    return snapshot


@lru_cache(maxsize=4)
def _checked(snapshot: Snapshot) -> bool:
    with _cursor(snapshot) as connection:
        check_form(connection, Path(snapshot.store))
    return True


@st.cache_data(show_spinner=False)
def meta(snapshot: Snapshot) -> dict[str, Any]:
    """``number``, ``built_at``, ``extractor_version``, ``invented``."""
    return records(_table(snapshot, queries.META))[0]


@shared(TABLES)
def places(snapshot: Snapshot) -> pd.DataFrame:
    """Municipality and body of every decision, with dates and counts, most contested first."""
    return _table(snapshot, queries.PLACES)


@st.cache_data(show_spinner=False)
def party_letters(snapshot: Snapshot, municipality: str | None) -> list[str]:
    """The letters of all parties with a position, in one municipality or in all."""
    return list(_table(snapshot, queries.LETTERS, {"municipality": municipality})["party"])


@shared(TABLES)
def kinds(snapshot: Snapshot, municipality: str | None) -> pd.DataFrame:
    """``topic`` and ``item_type`` as they occur together, in one municipality or in all."""
    return _table(snapshot, queries.KINDS, {"municipality": municipality})


@st.cache_data(show_spinner=False)
def home(snapshot: Snapshot, person: str) -> str | None:
    """The municipality of a person; None where it is not known."""
    found = list(_table(snapshot, queries.HOME, {"person": person})["municipality"])
    return str(found[0]) if found and isinstance(found[0], str) else None


@lru_cache(maxsize=4)
def homes(snapshot: Snapshot) -> Mapping[str, str]:
    """The municipality of each case by its id; asked for every row on a page."""
    table = _table(snapshot, queries.HOMES)
    return dict(zip(table["case_id"], table["municipality"], strict=True))


@lru_cache(maxsize=4)
def topic_names(snapshot: Snapshot, language: str) -> Mapping[str, str]:
    """What each topic is called in a language, by its code; asked for every name on a page."""
    column = "name_english" if language == "en" else "name"
    table = _table(snapshot, queries.TOPIC_NAMES)
    return dict(zip(table["topic"], table[column], strict=True))


@shared(TABLES)
def report(snapshot: Snapshot, choice: Choice, name: str, **options: Any) -> pd.DataFrame:
    """A table of ``reports.catalogue`` by its name."""
    with _cursor(snapshot) as connection:
        return make(name, _reader(snapshot, connection, choice), **options)


@shared(LARGE)
def decisions(snapshot: Snapshot, choice: Choice) -> pd.DataFrame:
    """One row per case and body that decided, newest first; columns as in
    ``queries.DECISIONS``.
    """
    return _table(snapshot, queries.DECISIONS, choice.parameters())


@shared(TABLES)
def first_decisions(snapshot: Snapshot, choice: Choice, most: int) -> pd.DataFrame:
    """The newest of the same decisions."""
    asked = {**choice.parameters(), "most": most}
    return _table(snapshot, queries.FIRST_DECISIONS, asked)


@shared(TABLES)
def dissenting(snapshot: Snapshot, choice: Choice, most: int) -> pd.DataFrame:
    """The newest decisions that a party was against."""
    return _table(snapshot, queries.DISSENTING, {**choice.parameters(), "most": most})


@shared(TABLES)
def governed(snapshot: Snapshot, choice: Choice) -> pd.DataFrame:
    """Of how many decisions it is known who governed; see ``queries.GOVERNED``."""
    return _table(snapshot, queries.GOVERNED, choice.parameters())


@shared(TABLES)
def named_decisions(snapshot: Snapshot, named: tuple[int, ...]) -> pd.DataFrame:
    """The decisions of these numbers."""
    return _table(snapshot, queries.NAMED_DECISIONS, {"named": list(named)})


@shared(TABLES)
def named_lines(snapshot: Snapshot, named: tuple[int, ...]) -> pd.DataFrame:
    """The two lines of the decisions of these numbers; see ``analytics.lines.lines``."""
    asked = {"named": list(named)}
    return lines(
        _table(snapshot, queries.NAMED_STANCES, asked),
        _table(snapshot, queries.NAMED_SEATS, asked),
    )


@st.cache_data(show_spinner=False)
def count(snapshot: Snapshot, choice: Choice) -> int:
    """How many decisions there are in a choice."""
    with _cursor(snapshot) as connection:
        return len(_reader(snapshot, connection, choice).numbers)


@st.cache_data(show_spinner=False)
def votes(snapshot: Snapshot, choice: Choice) -> int:
    """How many votes there are in a choice."""
    with _cursor(snapshot) as connection:
        return len(polled(_reader(snapshot, connection, choice)))


@shared(LARGE)
def stances(snapshot: Snapshot, choice: Choice) -> pd.DataFrame:
    """One row per decision and party, silence and absence too; see ``queries.STANCES``."""
    with _cursor(snapshot) as connection:
        return _reader(snapshot, connection, choice).stances


@st.cache_data(show_spinner=False)
def compared(snapshot: Snapshot, choice: Choice, *, silence: bool) -> int:
    """How many decisions agreement rests on; see ``analytics.sides.counted``."""
    with _cursor(snapshot) as connection:
        reader = _reader(snapshot, connection, choice)
        made = reader.gathered(contested_only=choice.contested, silence=silence)
        return len(made.sides.decisions)


@shared(LARGE)
def alternatives(snapshot: Snapshot, choice: Choice) -> pd.DataFrame:
    """The alternatives that dissenting parties stand behind; see ``queries.ALTERNATIVES``."""
    with _cursor(snapshot) as connection:
        return _reader(snapshot, connection, choice).alternatives


@st.cache_data(show_spinner=False)
def words(snapshot: Snapshot, choice: Choice, case: str | None = None) -> int:
    """How many demands and statements there are in the parties' own words."""
    asked = {**choice.parameters(), "case": case}
    return int(_table(snapshot, issue_queries.WORDS, asked)["n"].sum())


@shared(TABLES)
def first_words(
    snapshot: Snapshot, choice: Choice, case: str | None, most: int
) -> pd.DataFrame:
    """The newest of what each party said; see ``issue_queries.FIRST_WORDS``."""
    asked = {**choice.parameters(), "case": case, "most": most}
    return _table(snapshot, issue_queries.FIRST_WORDS, asked)


@shared(TABLES)
def cases_of_words(snapshot: Snapshot, choice: Choice, most: int) -> pd.DataFrame:
    """The cases whose words are the newest: case_id, title, number, date."""
    asked = {**choice.parameters(), "case": None, "most": most}
    return _table(snapshot, issue_queries.CASES_OF_WORDS, asked)


@st.cache_data(show_spinner=False)
def unplaced(snapshot: Snapshot, choice: Choice) -> int:
    """How many documents are left out because they do not say of which municipality they
    are; none where all municipalities are shown."""
    if choice.municipality is None:
        return 0
    return int(_table(snapshot, queries.UNPLACED, choice.place_and_time())["documents"].sum())


@st.cache_data(show_spinner=False)
def document(snapshot: Snapshot, document_id: str) -> models.Document | None:
    """One document with its text."""
    found = _records(snapshot, models.Document, "document_id", document_id)
    return found[0] if found else None


@shared(TABLES)
def spans(snapshot: Snapshot, document_id: str) -> pd.DataFrame:
    """What was found where in a document: ``start``, ``end``, ``kind``, ``parties``."""
    return _table(snapshot, queries.SPANS, {"document_id": document_id})


@st.cache_data(show_spinner=False)
def has_topics(snapshot: Snapshot, choice: Choice) -> bool:
    """Whether some decision has a topic; the filters on topic and dissent are left aside."""
    whole = replace(choice, topic=None, contested=False)
    with _cursor(snapshot) as connection:
        reader = _reader(snapshot, connection, whole)
        return bool(reader.table(queries.ANY_TOPIC, whole.parameters())["found"].iloc[0])


@st.cache_data(show_spinner=False)
def case(snapshot: Snapshot, case_id: str) -> models.Case | None:
    """One case."""
    found = _records(snapshot, models.Case, "case_id", case_id)
    return found[0] if found else None


@st.cache_data(show_spinner=False)
def document_cases(snapshot: Snapshot, document_id: str) -> list[models.Case]:
    """The cases of a document, in its order."""
    cases = _records(snapshot, models.Case, "document_id", document_id)
    return sorted(cases, key=lambda case: case.start or 0)


@st.cache_data(show_spinner=False)
def case_positions(snapshot: Snapshot, case_id: str) -> list[models.Position]:
    """The recorded positions of a case, in every body."""
    return _records(snapshot, models.Position, "case_id", case_id)


@st.cache_data(show_spinner=False, max_entries=TABLES)
def following(
    snapshot: Snapshot, places: tuple[tuple[str, int], ...]
) -> dict[tuple[str, int], str]:
    """What is said right after these places, each a document and where a quote ends there."""
    documents, ends = zip(*places, strict=True)
    asked = {"documents": list(documents), "ends": list(ends)}
    rows = records(_table(snapshot, queries.FOLLOWING, asked))
    return {(row["document_id"], row["ended"]): row["text"] for row in rows}


@st.cache_data(show_spinner=False)
def case_statements(snapshot: Snapshot, case_id: str) -> list[models.Statement]:
    """The statements of a case, in the order of the document."""
    found: list[models.Statement] = _records(snapshot, models.Statement, "case_id", case_id)
    return sorted(found, key=lambda statement: statement.start)


@st.cache_data(show_spinner=False)
def case_proposals(snapshot: Snapshot, case_id: str) -> list[models.Proposal]:
    """What the body of a case could have decided, in the order of the document."""
    found: list[models.Proposal] = _records(snapshot, models.Proposal, "case_id", case_id)
    return sorted(found, key=lambda proposal: proposal.start)


@st.cache_data(show_spinner=False)
def statement(snapshot: Snapshot, statement_id: str) -> models.Statement | None:
    """One statement."""
    found = _records(snapshot, models.Statement, "statement_id", statement_id)
    return found[0] if found else None


@st.cache_data(show_spinner=False)
def case_votes(snapshot: Snapshot, case_id: str) -> list[models.Vote]:
    """The votes of a case in order."""
    found: list[models.Vote] = _records(snapshot, models.Vote, "case_id", case_id)
    return sorted(found, key=lambda vote: (vote.body or "", vote.order))


@shared(TABLES)
def case_decisions(snapshot: Snapshot, case_id: str) -> pd.DataFrame:
    """The decisions of a case, body by body; see ``queries.CASE_DECISIONS``."""
    return _table(snapshot, queries.CASE_DECISIONS, {"case_id": case_id})


@st.cache_data(show_spinner=False)
def vote(snapshot: Snapshot, vote_id: str) -> dict[str, Any] | None:
    """One vote with its case and what its ballots add up to; see ``patterns.VOTE``."""
    found = records(_table(snapshot, patterns.VOTE, {"vote": vote_id}))
    return found[0] if found else None


@shared(TABLES)
def case_lines(snapshot: Snapshot, case_id: str) -> pd.DataFrame:
    """The two lines of each decision of a case; see ``analytics.lines.lines``."""
    asked = {"case_id": case_id}
    return lines(
        _table(snapshot, queries.CASE_STANCES, asked),
        _table(snapshot, queries.CASE_SEATS, asked),
    )


@st.cache_data(show_spinner=False, max_entries=64, ttl=600)
def page_image(store: str, document_id: str, page: int) -> tuple[bytes | None, str]:
    """A page of a document as PNG, rendered by another process; or None, and why not."""
    try:
        return errands.page_image(Path(store), document_id, page), ""
    except ReadingError as error:
        return None, str(error)


def corrections(snapshot: Snapshot) -> tuple[Log, dict[str, str]]:
    """The corrections as they stand in their files now, and why some do not hold in the
    snapshot, by id."""
    found = report(snapshot, Choice(), "corrections").dropna(subset=["finding"])
    log = read_log(Path(snapshot.store))
    return log, dict(zip(found["correction_id"], found["finding"], strict=True))


@st.cache_data(show_spinner=False)
def row(snapshot: Snapshot, table: str, row_id: str) -> dict[str, Any]:
    """The values that can be corrected of a row of a table; empty when there is no such."""
    columns = tuple(CORRECTABLE[table].changed) if table in CORRECTABLE else ()
    if not columns:
        return {}
    with _cursor(snapshot) as connection:
        return values_of(connection, table, row_id, columns)


def _reader(
    snapshot: Snapshot, connection: duckdb.DuckDBPyConnection, choice: Choice
) -> Reader:
    return Reader(connection, choice, shelf(snapshot.path, snapshot.changed))


def _cursor(snapshot: Snapshot) -> duckdb.DuckDBPyConnection:
    return cursor(snapshot.path, snapshot.changed)


def _table(
    snapshot: Snapshot, sql: str, parameters: Mapping[str, Any] | None = None
) -> pd.DataFrame:
    with _cursor(snapshot) as connection:
        return fetched(connection, sql, parameters or {})


def _records(snapshot: Snapshot, record: Any, column: str, value: str) -> list[Any]:
    """The rows of a record's table where ``column`` is ``value``, as records."""
    names = list(record.__dataclass_fields__)
    sql = queries.records_of(record, names, column)
    with _cursor(snapshot) as connection:
        rows = connection.execute(sql, {"value": value}).fetchall()
    return [record(**dict(zip(names, map(_frozen, row), strict=True))) for row in rows]


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
