"""Completing a correction from the published snapshot: the values it is made against, what
finds its row again, and for a new row all that follows from where it belongs."""

from dataclasses import replace

import duckdb

from pipeline.correctable import COMPUTED_STANCES, check, correctable
from pipeline.corrections import Correction, Operation, Values
from pipeline.errors import UsageError
from pipeline.storage.locating import IDENTITY, anchor_of, nameable, values_of


def completed(connection: duckdb.DuckDBPyConnection, draft: Correction) -> Correction:
    """The draft with ``old`` and ``anchor`` filled in, ready to be stored.

    A new position is drafted with its case as ``row``; body and date are the case's unless
    said, and the offsets are found when the quote stands in the document only once. A new
    mandate is drafted with its municipality as ``row``. Raises UsageError, in one sentence,
    when the row is not there, or a value cannot be.
    """
    known = correctable(draft.table)
    if draft.operation == Operation.ADD:
        adding = {"positions": _new_position, "mandates": _new_mandate}.get(draft.table)
        made = adding(connection, draft) if adding else draft
    else:
        draft = replace(draft, row=_whole_id(connection, draft.table, draft.row))
        columns = known.known_by if draft.operation == Operation.REMOVE else tuple(draft.new)
        made = _against(connection, draft, tuple(set(columns) & _columns(draft.table)))
    check(made, nameable(connection, made))
    if made.operation == Operation.CHANGE and made.old == made.new:
        raise UsageError(f"Raden {made.row} i {made.table} har redan det värdet.")
    return made


_LEAST_OF_ID = 8


def _whole_id(connection: duckdb.DuckDBPyConnection, table: str, row: str) -> str:
    """The id of a document, or of somebody at its meeting, of which only the beginning was
    given; other ids as they are."""
    begun, _, name = row.partition(":")
    if table not in ("documents", "attendance") or len(begun) < _LEAST_OF_ID:
        return row
    found = connection.execute(
        f"SELECT {IDENTITY[table]} AS id FROM {table}"
        " WHERE starts_with(document_id, ?) AND ends_with(id, ?)",
        [begun, f":{name}" if table == "attendance" else ""],
    ).fetchall()
    return str(found[0][0]) if len(found) == 1 else row


def _columns(table: str) -> set[str]:
    known = correctable(table)
    return {*known.changed, *known.known_by}


def _against(
    connection: duckdb.DuckDBPyConnection, draft: Correction, columns: tuple[str, ...]
) -> Correction:
    anchor = anchor_of(connection, draft.table, draft.row)
    old = values_of(connection, draft.table, draft.row, columns)
    if columns and not old:
        raise UsageError(f"Det finns ingen rad {draft.row} i {draft.table}; se dess id.")
    if draft.table == "documents":
        anchor = {"document_id": draft.row}
    if draft.table == "positions":
        _demand_recorded(connection, draft.row)
    return replace(draft, old=old, anchor=anchor)


def _demand_recorded(connection: duckdb.DuckDBPyConnection, row: str) -> None:
    stance = values_of(connection, "positions", row, ("stance",)).get("stance")
    if stance in COMPUTED_STANCES:
        raise UsageError(
            f"Raden {row} är uträknad ur närvaron ({stance}) och kan inte ändras; lägg till"
            " en ställning i ärendet i stället."
        )


def _new_position(connection: duckdb.DuckDBPyConnection, draft: Correction) -> Correction:
    case = values_of(connection, "cases", draft.row, ("document_id", "body", "date"))
    if not case:
        raise UsageError(f"Det finns inget ärende {draft.row}; ange dess case_id.")
    text = values_of(connection, "documents", case["document_id"], ("text",))["text"]
    new = {**case, "persons": [], **draft.new, "case_id": draft.row}
    new |= _place_of(new.get("quote") or "", text, new.get("start"))
    row = f"{draft.row}:{new['body'] or ''}:{new.get('party')}"
    return replace(draft, row=row, new=new, anchor={"document_id": case["document_id"]})


def _place_of(quote: str, text: str, start: int | None) -> Values:
    if not quote or quote not in text:
        raise UsageError("Citatet står inte ordagrant i dokumentet; kopiera det därifrån.")
    if start is None and text.count(quote) > 1:
        raise UsageError("Citatet står på flera ställen i dokumentet; ange start också.")
    start = text.index(quote) if start is None else start
    if text[start : start + len(quote)] != quote:
        raise UsageError(f"Citatet börjar inte vid tecken {start} i dokumentet.")
    return {"start": start, "end": start + len(quote)}


def _new_mandate(_: duckdb.DuckDBPyConnection, draft: Correction) -> Correction:
    new = {"end": None, "supporting": [], **draft.new, "municipality": draft.row}
    return replace(draft, row=f"{draft.row}:{new.get('start')}", new=new)
