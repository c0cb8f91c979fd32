"""Corrections by people: proposed, applied, rejected, undone, listed."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.console import tell
from pipeline.errors import UsageError
from pipeline.options import StoreOption, chosen_store

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.corrections import CorrectionRecord

correct = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Rätta det som lästes fel.\n\nEn rättelse säger vem, när, varför, vilken rad och"
    " vilket värde. Den föreslås, och gäller när den har tillämpats. Den gäller också när"
    " dokumenten läses om, och kan ångras. Träffar den inte längre sägs det av status.",
    epilog="Exempel: standpunkt correct propose positions 3f2a91c07b44d0e1:10:Nämnden:M"
    ' stance=against --who "Ada Lund" --why "reservationen gäller M"',
)
IdArgument = Annotated[
    str, typer.Argument(metavar="ID", help="Rättelsens id, som list visar det.")
]
WhoOption = Annotated[str, typer.Option("--who", metavar="NAMN", help="Vem som rättar.")]
WhyOption = Annotated[str, typer.Option("--why", metavar="SKÄL", help="Varför, med källa.")]


@correct.command("list", epilog="Exempel: standpunkt correct list --state föreslagen")
def list_corrections(
    store: StoreOption = None,
    state: Annotated[
        str | None,
        typer.Option(
            metavar="LÄGE", help="Bara de som är föreslagen, tillämpad, avvisad eller ångrad."
        ),
    ] = None,
) -> None:
    """Visa rättelserna, med vem, när och varför, och om de gäller."""
    from pipeline.corrections import State
    from pipeline.storage.corrections import read_log

    known = tuple(State)
    if state is not None and state not in known:
        raise UsageError(f"Okänt läge: {state}; välj bland {', '.join(known)}.")
    chosen = chosen_store(store)
    log, missed = read_log(chosen), _missed(chosen)
    for record in log.records:
        if state in (None, record.state):
            _tell(record, missed.get(record.correction_id))
    for failure in log.failures:
        tell(failure.reason, style="red")


@correct.command(
    epilog="Exempel: standpunkt correct propose mandates Tallvik --add from=2022-10-17"
    ' governing=S,V source="kommunens webbplats" --who "Ada Lund" --why "saknades"'
)
def propose(
    table: Annotated[
        str,
        typer.Argument(
            metavar="TABELL",
            help="documents, attendance, cases, statements, positions eller mandates.",
        ),
    ],
    row: Annotated[
        str,
        typer.Argument(
            metavar="RAD",
            help="Radens id. För närvaro dokumentets id, kolon och namnet; för mandates"
            " kommunen, kolon och from. För en ny ställning ärendets id; för ett nytt styre"
            " kommunen.",
        ),
    ],
    who: WhoOption,
    why: WhyOption,
    values: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="KOLUMN=VÄRDE",
            help="Det nya värdet; flera i en lista skiljs åt med komma, tomt tar bort värdet.",
        ),
    ] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Ta bort hela raden.")] = False,
    add: Annotated[bool, typer.Option("--add", help="Lägg till en ny rad.")] = False,
    at_once: Annotated[
        bool, typer.Option("--apply", help="Tillämpa rättelsen genast.")
    ] = False,
    store: StoreOption = None,
) -> None:
    """Föreslå en rättelse. Inget ändras förrän den tillämpas."""
    from pipeline.corrections import Correction, Operation
    from pipeline.storage import corrections

    if remove and (add or values):
        raise UsageError("Med --remove tas hela raden bort; ange inga värden och inte --add.")
    operation = Operation.REMOVE if remove else Operation.ADD if add else Operation.CHANGE
    new = _values(table, values or [], added=add)
    draft = Correction(table, row, operation, new, who=who, when=_now(), why=why)
    record = corrections.propose(chosen_store(store), draft)
    if at_once:
        apply(record.correction_id, who, why, store)
    else:
        _tell(record)


@correct.command(
    epilog='Exempel: standpunkt correct apply 3f2a91c07b44 --who "Ada Lund" --why "stämmer"'
)
def apply(
    identifier: IdArgument, who: WhoOption, why: WhyOption, store: StoreOption = None
) -> None:
    """Tillämpa en föreslagen rättelse; tabellerna byggs om, inget dokument läses om."""
    from pipeline.storage import corrections

    _decide(corrections.apply, identifier, (who, why), store)


@correct.command(
    epilog='Exempel: standpunkt correct reject 3f2a91c07b44 --who "Ada Lund" --why "fel §"'
)
def reject(
    identifier: IdArgument, who: WhoOption, why: WhyOption, store: StoreOption = None
) -> None:
    """Avvisa en föreslagen rättelse; den står kvar med skälet."""
    from pipeline.storage import corrections

    _decide(corrections.reject, identifier, (who, why), store)


@correct.command(
    epilog='Exempel: standpunkt correct undo 3f2a91c07b44 --who "Ada Lund" --why "felläst"'
)
def undo(
    identifier: IdArgument, who: WhoOption, why: WhyOption, store: StoreOption = None
) -> None:
    """Ångra en rättelse; raden blir som dokumentet säger, och rättelsen står kvar som
    ångrad."""
    from pipeline.storage import corrections

    _decide(corrections.withdraw, identifier, (who, why), store)


_AS_WRITTEN = {"from": "start", "to": "end"}
"""Columns of mandates, as they are handed out and as they are stored."""


def _values(table: str, written: list[str], *, added: bool) -> dict[str, Any]:
    from pipeline.correctable import Form, correctable, parsed

    known = correctable(table)
    forms = known.added if added else known.changed
    new = {}
    for one in written:
        name, equals, value = one.partition("=")
        if not equals:
            raise UsageError(f"Skriv kolumnen, likhetstecken och värdet: {one}.")
        column = _AS_WRITTEN.get(name, name) if table == "mandates" else name
        new[column] = parsed(column, value, forms.get(column, Form()))
    return new


def _now() -> str:
    return datetime.now().isoformat(timespec="milliseconds")


def _decide(
    decision: "Callable[..., CorrectionRecord]",
    identifier: str,
    said: tuple[str, str],
    store: Path | None,
) -> None:
    """Take a decision about a correction, build the tables anew and show what came of it."""
    from pipeline.storage.publishing import republish

    chosen, (who, why) = chosen_store(store), said
    record = decision(chosen, identifier, who=who, when=_now(), why=why)
    republish(chosen)
    _tell(record, _missed(chosen).get(record.correction_id))


def _missed(store: Path) -> dict[str, str]:
    """Why corrections that should be applied are not."""
    from pipeline.storage.snapshot import open_snapshot

    with open_snapshot(store) as connection:
        rows = connection.execute(
            "SELECT correction_id, finding FROM corrections WHERE finding IS NOT NULL"
        )
        return dict(rows.fetchall())


def _tell(record: "CorrectionRecord", finding: str | None = None) -> None:
    one = record.correction
    tell(f"{record.correction_id}  {record.state}  {one.operation} {one.table} {one.row}")
    for column in one.new or one.old:
        before, after = (_shown(side.get(column)) for side in (one.old, one.new))
        tell(f"    {column}: {f'{before} → ' if one.old else ''}{after}")
    tell(f"    {one.who} {one.when}: {one.why}")
    for decision in record.decisions:
        tell(f"    {decision.state} av {decision.who} {decision.when}: {decision.why}")
    if finding:
        tell(f"    {finding}", style="yellow")


def _shown(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "–"
    return "–" if value is None else str(value)
