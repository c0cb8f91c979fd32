"""``standpunkt analyse``: what can be asked for; the work is in ``tables.py``."""

from pathlib import Path
from typing import Annotated, Any

import typer

from pipeline.options import PartiesOption, StoreOption, chosen_store, iso_day

NameArgument = Annotated[
    str | None,
    typer.Argument(metavar="NAMN", help="Tabellen; utelämnad: alla räknas upp."),
]
OneMunicipalityOption = Annotated[
    str | None, typer.Option(metavar="NAMN", help="Bara en kommun.")
]
BodyOption = Annotated[str | None, typer.Option(metavar="NAMN", help="Bara ett organ.")]
FromOption = Annotated[
    str | None, typer.Option("--from", metavar="DATUM", help="Från och med, ÅÅÅÅ-MM-DD.")
]
ToOption = Annotated[
    str | None, typer.Option("--to", metavar="DATUM", help="Till och med, ÅÅÅÅ-MM-DD.")
]
TopicOption = Annotated[str | None, typer.Option(metavar="ÄMNE", help="Bara ett ämne.")]
ItemTypeOption = Annotated[
    str | None, typer.Option(metavar="SLAG", help="Bara ett slags ärenden, som motion.")
]
WordsOption = Annotated[
    str | None, typer.Option(metavar="ORD", help="Bara ärenden med orden i rubriken.")
]
ContestedOption = Annotated[
    bool, typer.Option("--contested/--all", help="Bara omstridda beslut, eller alla.")
]
SilenceOption = Annotated[
    bool, typer.Option("--silence", help="Räkna tystnad som stöd för beslutet.")
]
PairOption = Annotated[
    str | None, typer.Option(metavar="PARTI,PARTI", help="Två partier, som S,M.")
]
SinceOption = Annotated[
    str | None, typer.Option(metavar="DATUM", help="Uppslag från och med ett datum.")
]
SetOption = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="VAL=VÄRDE", help="Andra val; se --columns."),
]
FormatOption = Annotated[
    str,
    typer.Option("--format", metavar="FORMAT", help="table, csv, jsonl, parquet, xlsx."),
]
OutOption = Annotated[
    Path | None, typer.Option("--out", metavar="FIL", help="Filen som tabellen skrivs i.")
]
ColumnsOption = Annotated[
    bool, typer.Option("--columns", help="Visa vad kolumnerna och valen betyder.")
]


def analyse(
    name: NameArgument = None,
    store: StoreOption = None,
    municipality: OneMunicipalityOption = None,
    body: BodyOption = None,
    start: FromOption = None,
    end: ToOption = None,
    party: PartiesOption = None,
    topic: TopicOption = None,
    item_type: ItemTypeOption = None,
    words: WordsOption = None,
    contested: ContestedOption = True,
    silence: SilenceOption = False,
    pair: PairOption = None,
    since: SinceOption = None,
    options: SetOption = None,
    file_format: FormatOption = "table",
    out: OutOption = None,
    columns: ColumnsOption = False,
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
