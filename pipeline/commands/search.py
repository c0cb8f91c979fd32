"""``standpunkt search``: words found in titles, decisions, proposals and statements."""

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import asdict, replace
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.console import hand_out, tell, tell_found
from pipeline.errors import UsageError
from pipeline.options import (
    Many,
    PartiesOption,
    SinceSnapshotOption,
    StoreOption,
    TopicsOption,
    chosen_store,
)

if TYPE_CHECKING:
    from pipeline.search import Hits, Query, Row, SearchIndex

FORMATS = ("text", "csv", "jsonl")
SHOWN = 20
KINDS = {"title": "rubrik", "decision": "beslut", "proposal": "förslag"}
CHOSEN = {"party": "partier", "body": "organ", "act": "typer", "topic": "ämnen"}
# A spreadsheet takes a cell that begins so for a formula, and runs it.
_FORMULA = re.compile(r"[=+\-@\t\r]")

BodiesOption = Annotated[
    Many, typer.Option("--body", metavar="ORGAN", help="Organet, t.ex. Socialnämnden.")
]
FromOption = Annotated[
    str | None,
    typer.Option("--from", metavar="DATUM", help="Från och med: 2022, 2022-05 eller en dag."),
]
ToOption = Annotated[str | None, typer.Option("--to", metavar="DATUM", help="Till och med.")]
ActsOption = Annotated[
    Many, typer.Option("--act", metavar="TYP", help="Till exempel reservation eller motion.")
]
SortOption = Annotated[
    str, typer.Option("--sort", metavar="ORDNING", help="relevans, aktuellt eller datum.")
]
LimitOption = Annotated[
    int | None,
    typer.Option(
        "--limit", metavar="ANTAL", min=1, help=f"Utelämnat: {SHOWN} som text, annars alla."
    ),
]
FormatOption = Annotated[
    str, typer.Option("--format", metavar="FORMAT", help="text, csv eller jsonl.")
]


def search(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="ORD", help="Ord att söka; flera ord ska alla finnas."),
    ] = None,
    store: StoreOption = None,
    party: PartiesOption = None,
    body: BodiesOption = None,
    start: FromOption = None,
    end: ToOption = None,
    act: ActsOption = None,
    topic: TopicsOption = None,
    since: SinceSnapshotOption = None,
    sort: SortOption = "relevans",
    limit: LimitOption = None,
    file_format: FormatOption = "text",
) -> None:
    """Sök i rubriker, beslut, förslag och inlägg.

    Ett ord hittas i alla böjningar och inne i sammansatta ord. "En fras" söks som den står,
    och efter -- kan ett minus före ett ord välja bort det. Fälten kommun:, organ:, parti:,
    person:, typ:, ställning:, ämne:, vad:, från: och till: kan stå bland orden.

    För att bevaka ett ord: sist skrivs numret på det läge som söktes. Ange det nästa gång med
    --since-snapshot, så visas bara det som har kommit sedan dess.
    """
    from pipeline.search import SORTS, Query

    _require_one_of("--sort", sort, SORTS)
    _require_one_of("--format", file_format, FORMATS)
    query = Query(
        _as_typed(words or []),
        party=tuple(party or ()),
        body=tuple(body or ()),
        act=tuple(act or ()),
        topic=tuple(topic or ()),
        start=_date("--from", start),
        end=_date("--to", end),
        since=since,
        sort=sort,
    )
    from pipeline.storage.snapshot import open_search

    index = open_search(chosen_store(store))
    if file_format == "text":
        _tell_hits(index, replace(query, limit=limit or SHOWN))
    else:
        _tell_notes(index, query)
        _hand_out(_rows(index, query, limit), file_format)


def _as_typed(words: list[str]) -> str:
    # The shell has taken the quotes: an argument of several words was a phrase.
    return " ".join(_quoted(word) for word in words)


def _quoted(word: str) -> str:
    if '"' in word or not any(sign.isspace() for sign in word):
        return word
    field, colon, value = word.partition(":")
    if colon and not any(sign.isspace() for sign in field):
        return f'{field}:"{value}"'
    return f'"{word}"' if not word.startswith("-") else f'-"{word[1:]}"'


def _require_one_of(option: str, given: str, known: tuple[str, ...]) -> None:
    if given not in known:
        raise UsageError(f"{option} {given} finns inte; välj {', '.join(known)}.")


def _date(option: str, given: str | None) -> str | None:
    from pipeline.search.dates import first_day

    if given is not None and first_day(given) is None:
        raise UsageError(
            f"{option} {given} är ingen dag; skriv 2022, 2022-05 eller 2022-05-29."
        )
    return given


def _rows(index: "SearchIndex", query: "Query", limit: int | None) -> Iterator["Row"]:
    from pipeline.search import all_rows

    return islice(all_rows(index, query), limit)


def _tell_notes(index: "SearchIndex", query: "Query") -> None:
    from pipeline.search import search as find

    # Among the errors, so that the rows stay rows.
    for line in _notes(find(index, replace(query, limit=0), facets=())):
        tell(line, style="red")


def _tell_hits(index: "SearchIndex", query: "Query") -> None:
    from pipeline.search import search as find

    hits = find(index, query, facets=())
    for line in _notes(hits):
        tell(line, style="yellow")
    for row in hits.rows:
        tell_found(_place(row), [(piece.text, piece.is_hit) for piece in row.pieces])
    if not hits.total:
        unknown = list(_unknown(index, query))
        for line in unknown or ["Inget hittades. Prova färre eller andra ord och val."]:
            tell(line, style="yellow")
    shown = f", de {len(hits.rows)} första visade" if len(hits.rows) < hits.total else ""
    found = "1 träff" if hits.total == 1 else f"{hits.total} träffar"
    tell(f"{found}{shown}. Läge {index.snapshot}.")


def _unknown(index: "SearchIndex", query: "Query") -> Iterator[str]:
    """What was chosen that nothing in the store has, and what there is instead."""
    for name, called in CHOSEN.items():
        there = index.values(name)
        for value in getattr(query, name):
            if value not in there:
                yield f"{value} finns inte bland lagrets {called}: {', '.join(sorted(there))}."


def _notes(hits: "Hits") -> Iterator[str]:
    for change in hits.corrected:
        yield f"Ingen träff på {change.typed}: visar träffar för {change.used}."
    if hits.loosened:
        yield "Inget har alla orden: visar det som har något av dem."


def _place(row: "Row") -> str:
    what = row.act or KINDS.get(row.what, "inlägg")
    parties = f" ({', '.join(row.party)})" if row.party else ""
    place = (row.municipality, row.body, row.date, f"§ {row.number}" if row.number else None)
    known = ", ".join(part for part in place if part)
    title = f": {row.title}" if row.title and row.what != "title" else ""
    return f"{known} – {what}{parties}{title}"


def _hand_out(rows: Iterator["Row"], file_format: str) -> None:
    records = map(_record, rows)
    if file_format == "jsonl":
        for record in records:
            hand_out(json.dumps(record, ensure_ascii=False) + "\n")
        return
    for number, record in enumerate(records):
        if not number:
            hand_out(_csv_line(record))
        hand_out(_csv_line(map(_cell, record.values())))


def _record(row: "Row") -> dict[str, Any]:
    record = asdict(row)
    pieces = record.pop("pieces")
    return record | {"snippet": "".join(piece["text"] for piece in pieces)}


def _cell(value: Any) -> Any:
    if isinstance(value, tuple):
        return json.dumps(value, ensure_ascii=False)
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value


def _csv_line(values: Any) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(values)
    return line.getvalue()
