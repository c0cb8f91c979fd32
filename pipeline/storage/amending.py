"""Applying corrections to the tables of a snapshot that is being built, last of all.

A correction holds for the row it was made for and the values it was made against. Where the
row is gone or reads otherwise now, nothing is done and a finding says so.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager

import duckdb

from pipeline.correctable import COMPUTED_STANCES, CORRECTABLE, check, correctable
from pipeline.corrections import (
    Correction,
    CorrectionRecord,
    Operation,
    State,
    Values,
    canonical,
)
from pipeline.errors import UsageError
from pipeline.models import CorrectionRow
from pipeline.storage.locating import IDENTITY, find_row, ids, nameable, values_of
from pipeline.storage.schema import record_table

_DEPENDENT = ("cases", "statements", "positions")
"""Tables whose rows have the body and date of their document, unless they say otherwise."""


class _MissError(Exception):
    """A correction that cannot be applied; the message is the rest of the finding."""


def amend_places(
    connection: duckdb.DuckDBPyConnection, records: Sequence[CorrectionRecord]
) -> None:
    """Correct municipality and date in ``chosen``, before people and matters are told
    apart."""
    for record in _applicable(records):
        one = record.correction
        for column in {"municipality", "date"} & set(one.new):
            if one.table == "documents":
                connection.execute(
                    f"UPDATE chosen SET {column} = ?"
                    f" WHERE document_id = ? AND {column} IS NOT DISTINCT FROM ?",
                    [one.new[column], one.row, one.old.get(column)],
                )
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE chosen AS SELECT * REPLACE (row_number() OVER"
        " (ORDER BY date NULLS LAST, source, document_id) AS place) FROM chosen"
    )


def amend(connection: duckdb.DuckDBPyConnection, records: Sequence[CorrectionRecord]) -> None:
    """Apply the corrections that are to be applied, in the order in which they were decided,
    and write the table ``corrections``."""
    ordered = sorted(records, key=lambda one: one.turn)
    with seated(connection, _touched(_applicable(records))):
        rows = [_told(connection, record) for record in ordered]
    _note(connection, [row for row in rows if row.finding])
    connection.register("content", record_table(CorrectionRow, rows))
    connection.execute("CREATE TABLE corrections AS FROM content")
    connection.unregister("content")


def _touched(records: Sequence[CorrectionRecord]) -> list[str]:
    tables = {record.correction.table for record in records} & set(CORRECTABLE)
    if "documents" in tables:
        tables |= set(_DEPENDENT)
    if "statements" in tables:
        tables.add("positions")
    return sorted(tables)


def _applicable(records: Sequence[CorrectionRecord]) -> list[CorrectionRecord]:
    applied = [record for record in records if record.state == State.APPLIED]
    return sorted(applied, key=lambda record: record.turn)


@contextmanager
def seated(connection: duckdb.DuckDBPyConnection, tables: Collection[str]) -> Iterator[None]:
    """Give each row a number in a column ``seat`` for a while, and put it back in its place
    afterwards: an update may move a row to the end of its table."""
    for table in tables:
        connection.execute(
            f"CREATE OR REPLACE TABLE {table} AS SELECT *, rowid::DOUBLE AS seat FROM {table}"
        )
    yield
    for table in tables:
        connection.execute(
            f"CREATE OR REPLACE TABLE {table} AS"
            f" SELECT * EXCLUDE (seat) FROM {table} ORDER BY seat, rowid"
        )


def _told(connection: duckdb.DuckDBPyConnection, record: CorrectionRecord) -> CorrectionRow:
    one = record.correction
    row_id, finding = one.row, None
    if record.state == State.APPLIED:
        try:
            row_id = _apply(connection, one)
        except (_MissError, UsageError) as miss:
            finding = f"rättelsen {record.correction_id} träffar inte längre: {miss}"
    latest = record.decisions[-1] if record.decisions else None
    return CorrectionRow(
        correction_id=record.correction_id,
        table_name=one.table,
        row_id=row_id,
        document_id=one.anchor.get("document_id"),
        operation=one.operation,
        columns=tuple(one.new),
        old_values=canonical(one.old),
        new_values=canonical(one.new),
        proposed_by=one.who,
        proposed_at=one.when,
        reason=one.why,
        state=record.state,
        decided_by=latest.who if latest else None,
        decided_at=latest.when if latest else None,
        decision_reason=latest.why if latest else None,
        applied=record.state == State.APPLIED and finding is None,
        finding=finding,
        shared=record.shared,
    )


def _note(connection: duckdb.DuckDBPyConnection, rows: Sequence[CorrectionRow]) -> None:
    # Also among the findings of the document, where they are looked for.
    if not rows:
        return
    with seated(connection, ["documents"]):
        for row in rows:
            connection.execute(
                "UPDATE documents SET findings = list_append(findings, ?)"
                " WHERE document_id = ?",
                [row.finding, row.document_id],
            )


def _apply(connection: duckdb.DuckDBPyConnection, one: Correction) -> str:
    """The id of the row that was corrected.

    Raises _MissError when it cannot be, UsageError when the correction makes no sense.
    """
    check(one, nameable(connection, one))
    if one.operation == Operation.ADD:
        adding = _add_position if one.table == "positions" else _add_mandate
        adding(connection, one.new)
        _insert(connection, one.table, one.row, new=one.new)
        return one.row
    row = find_row(connection, one)
    if row is None:
        raise _MissError(f"raden {one.row} i {one.table} finns inte")
    _demand(one, values_of(connection, one.table, row, tuple(one.old)))
    if one.operation == Operation.REMOVE:
        _remove(connection, one.table, row)
    else:
        _change(connection, one.table, row, old=one.old, new=one.new)
    return row


def _demand(one: Correction, current: Values) -> None:
    if one.new and current == one.new:
        raise _MissError("raden läses nu redan så ur dokumentet; ångra rättelsen")
    for column, value in current.items():
        if value != one.old[column]:
            raise _MissError(
                f"{column} är nu {_shown(value)}, men var {_shown(one.old[column])} när"
                " rättelsen skrevs"
            )


def _shown(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(value) or "tomt"
    return "tomt" if value is None else str(value)


def _change(
    connection: duckdb.DuckDBPyConnection, table: str, row: str, *, old: Values, new: Values
) -> None:
    for column, value in new.items():
        connection.execute(
            f'UPDATE {table} SET "{column}" = ? WHERE {IDENTITY[table]} = ?', [value, row]
        )
    if table == "statements" and "parties" in new:
        joint = len(new["parties"]) > 1
        connection.execute(
            "UPDATE statements SET joint = ? WHERE statement_id = ?", [joint, row]
        )
    if table == "documents":
        for column in {"body", "date"} & set(new):
            _follow(connection, row, column, old=old[column], new=new[column])


def _follow(
    connection: duckdb.DuckDBPyConnection,
    document_id: str,
    column: str,
    *,
    old: str | None,
    new: str | None,
) -> None:
    # Rows that took the value from their document take the new one; their ids stay.
    for table in _DEPENDENT:
        connection.execute(
            f"UPDATE {table} SET {column} = ?"
            f" WHERE document_id = ? AND {column} IS NOT DISTINCT FROM ?",
            [new, document_id, old],
        )


def _remove(connection: duckdb.DuckDBPyConnection, table: str, row: str) -> None:
    connection.execute(f"DELETE FROM {table} WHERE {IDENTITY[table]} = ?", [row])
    if table == "statements":  # what pointed to it points to nothing; its own words stay
        for other, column in (("statements", "same_as"), ("positions", "statement_id")):
            connection.execute(f"UPDATE {other} SET {column} = NULL WHERE {column} = ?", [row])
        connection.execute(
            "UPDATE statements SET endorses = list_filter(endorses, lambda one: one != ?)"
            " WHERE list_contains(endorses, ?)",
            [row, row],
        )


def _add_position(connection: duckdb.DuckDBPyConnection, new: Values) -> None:
    if not ids(connection, "cases", {"case_id": new["case_id"]}):
        raise _MissError(f"ärendet {new['case_id']} finns inte")
    text = values_of(connection, "documents", new["document_id"], ("text",)).get("text")
    if text is None or text[new["start"] : new["end"]] != new["quote"]:
        raise _MissError("citatet står inte längre på sin plats i dokumentet")
    there = connection.execute(
        "SELECT position_id, stance FROM positions"
        " WHERE case_id = ? AND body IS NOT DISTINCT FROM ? AND party = ?",
        [new["case_id"], new.get("body"), new["party"]],
    ).fetchall()
    for position_id, stance in there:
        if stance not in COMPUTED_STANCES:
            raise _MissError(f"{new['party']} har redan en ställning i ärendet")
        _remove(connection, "positions", position_id)


def _add_mandate(connection: duckdb.DuckDBPyConnection, new: Values) -> None:
    overlapping = connection.execute(
        "SELECT start FROM mandates WHERE municipality = ? AND start < coalesce(?, '9999')"
        " AND coalesce(\"end\", '9999') > ?",
        [new["municipality"], new.get("end"), new["start"]],
    ).fetchone()
    if overlapping:
        raise _MissError(
            f"ett styre från {overlapping[0]} gäller under samma tid; avsluta det först"
        )


def _insert(
    connection: duckdb.DuckDBPyConnection, table: str, row: str, *, new: Values
) -> None:
    forms = correctable(table).added
    values = {name: new.get(name, [] if form.many else None) for name, form in forms.items()}
    beside = "municipality"
    if table == "positions":
        beside = "case_id"
        values |= {"position_id": row, "page": _page(connection, new)}
    names = ", ".join(f'"{name}"' for name in values)
    connection.execute(
        f"INSERT INTO {table} ({names}, seat) VALUES ({', '.join('?' * len(values))}, (SELECT"
        f" coalesce(max(seat) FILTER ({beside} = ?), max(seat), 0) + 0.5 FROM {table}))",
        [*values.values(), values[beside]],
    )


def _page(connection: duckdb.DuckDBPyConnection, new: Values) -> int | None:
    known = values_of(connection, "documents", new["document_id"], ("page_starts",))
    return bisect_right(known["page_starts"], new["start"]) or None
