"""``standpunkt analyse``: what can be asked for; the work is in ``tables.py``."""

from pathlib import Path
from typing import Annotated, Any

import typer

from pipeline.options import StoreOption, chosen_store, iso_day


def analyse(
    name: Annotated[
        str | None,
        typer.Argument(metavar="NAMN", help="Tabellen; utelämnad: alla räknas upp."),
    ] = None,
    store: StoreOption = None,
    municipality: Annotated[
        str | None, typer.Option(metavar="NAMN", help="Bara en kommun.")
    ] = None,
    body: Annotated[str | None, typer.Option(metavar="NAMN", help="Bara ett organ.")] = None,
    start: Annotated[
        str | None, typer.Option("--from", metavar="DATUM", help="Från och med, ÅÅÅÅ-MM-DD.")
    ] = None,
    end: Annotated[
        str | None, typer.Option("--to", metavar="DATUM", help="Till och med, ÅÅÅÅ-MM-DD.")
    ] = None,
    party: Annotated[
        list[str] | None,
        typer.Option(metavar="PARTI", help="Bara dessa partier; kan anges flera gånger."),
    ] = None,
    topic: Annotated[str | None, typer.Option(metavar="ÄMNE", help="Bara ett ämne.")] = None,
    item_type: Annotated[
        str | None, typer.Option(metavar="SLAG", help="Bara ett slags ärenden, som motion.")
    ] = None,
    words: Annotated[
        str | None, typer.Option(metavar="ORD", help="Bara ärenden med orden i rubriken.")
    ] = None,
    contested: Annotated[
        bool, typer.Option("--contested/--all", help="Bara omstridda beslut, eller alla.")
    ] = True,
    silence: Annotated[
        bool, typer.Option("--silence", help="Räkna tystnad som stöd för beslutet.")
    ] = False,
    pair: Annotated[
        str | None, typer.Option(metavar="PARTI,PARTI", help="Två partier, som S,M.")
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATUM", help="Uppslag från och med ett datum.")
    ] = None,
    options: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="VAL=VÄRDE", help="Andra val; se --columns."),
    ] = None,
    file_format: Annotated[
        str,
        typer.Option("--format", metavar="FORMAT", help="table, csv, jsonl, parquet, xlsx."),
    ] = "table",
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FIL", help="Filen som tabellen skrivs i.")
    ] = None,
    columns: Annotated[
        bool, typer.Option("--columns", help="Visa vad kolumnerna och valen betyder.")
    ] = False,
) -> None:
    """Visa eller spara en analys.

    Samma tabeller som i instrumentpanelen: partiernas samsyn, ställningar, linjer, uppslag
    och flera till. Utan namn räknas alla upp. csv och jsonl skrivs ut om ingen fil anges.
    """
    from pipeline.commands import tables
    from reports.choice import Choice

    if name is None or columns:
        return tables.describe(name) if name else tables.list_reports()
    choice = Choice(
        municipality,
        body,
        start=iso_day(start, "--from"),
        end=iso_day(end, "--to"),
        parties=tuple(party or ()),
        topic=topic,
        item_type=item_type,
        contested=contested,
        words=words,
    )
    switches: dict[str, Any] = {"contested_only": contested, "silence": silence}
    written = [
        f"{key}={value}"
        for key, value in (("pair", pair), ("since", iso_day(since, "--since")))
        if value
    ]
    asked = tables.Asked(
        chosen_store(store),
        choice,
        options=switches,
        written=(*written, *(options or ())),
        file_format=file_format,
        out=out,
    )
    return tables.analyse(name, asked)
