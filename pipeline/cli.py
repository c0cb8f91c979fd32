"""The command line. Its commands load the heavy modules; only they print."""

import contextlib
import signal
import sys
import webbrowser
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from pipeline import serving, settings
from pipeline.commands.analyse import analyse
from pipeline.commands.correct import correct
from pipeline.commands.feeds import feeds
from pipeline.commands.search import search
from pipeline.commands.status import status
from pipeline.console import errors, headed_table, output, printable, tell, tell_indented
from pipeline.errors import StandpunktError, UsageError
from pipeline.models import Failure
from pipeline.options import (
    MunicipalityOption,
    OcrOption,
    PortOption,
    StoreOption,
    chosen_store,
)

if TYPE_CHECKING:
    from pipeline.ledger import Progress, Summary

SOME_FAILED = 1
WRONG_USE = 2


class Commands(TyperGroup):
    """Turns an error that explains itself into one red line and an exit status."""

    def invoke(self, ctx: Any) -> Any:
        """Run the chosen command."""
        try:
            return super().invoke(ctx)
        except StandpunktError as error:
            tell(str(error), style="red")
            raise typer.Exit(WRONG_USE) from error


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Läser svenska politiska protokoll och visar vilket parti som tyckte vad, i vilket"
    " beslut, med citat och källa.",
    epilog="Börja med: standpunkt demo",
)


@app.command(epilog="Exempel: standpunkt ingest protokoll/ --municipality Tallvik")
def ingest(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="SÖKVÄG", help="Filer, mappar eller zip-arkiv med dokument."),
    ] = None,
    store: StoreOption = None,
    municipality: MunicipalityOption = None,
    ocr: OcrOption = True,
) -> None:
    """Läs in protokoll och andra dokument.

    PDF, Word, HTML, Markdown och ren text går bra. Det som redan är inläst och inte har
    ändrats hoppas över, så kommandot kan köras om när nya dokument har kommit. Dokument som
    inte går att läsa räknas upp med orsak; resten läses in ändå.
    """
    if not paths:
        raise UsageError("Ange minst en fil, mapp eller ett arkiv att läsa in.")
    summary = _ingest(paths, store=chosen_store(store), municipality=municipality, ocr=ocr)
    if summary.failed or summary.interrupted:
        raise typer.Exit(SOME_FAILED)


@app.command(epilog="Exempel: standpunkt explain protokoll/2024-05-29.pdf")
def explain(
    path: Annotated[
        Path | None, typer.Argument(metavar="FIL", help="Dokumentet som ska förklaras.")
    ] = None,
    municipality: MunicipalityOption = None,
    ocr: OcrOption = True,
) -> None:
    """Visa hur ett dokument förstods.

    Visar avsnitten och vad de togs för, vem som gjorde vad, vilka ord som avgjorde, och vad
    som inte lästes och varför. Inget sparas. Stämmer det inte har dokumentet en form som
    programmet inte känner: skicka med utskriften när du rapporterar det.
    """
    from pipeline import run

    if path is None:
        raise UsageError("Ange det dokument som ska förklaras.")
    if not path.is_file():
        raise UsageError(f"Det finns ingen fil {path}; ange ett enda dokument att förklara.")
    told = run.explain(path, municipality=municipality, ocr=ocr)
    if isinstance(told, Failure):
        tell(f"Gick inte att läsa: {told.reason}", style="red")
        raise typer.Exit(SOME_FAILED)
    for line in told:
        tell_indented(line)


@app.command(epilog="Exempel: standpunkt export --out tabeller --format csv")
def export(
    out: Annotated[
        Path, typer.Option("--out", metavar="MAPP", help="Mappen som filerna skrivs i.")
    ],
    store: StoreOption = None,
    file_format: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="jsonl, csv, parquet eller xlsx.")
    ] = "jsonl",
) -> None:
    """Spara tabellerna som filer.

    Varje tabell blir en fil: dokument, närvaro, ärenden, förslag, inlägg, ståndpunkter,
    omröstningar och flera till. csv och xlsx är för kalkylprogram, parquet och jsonl för
    statistikprogram och egen kod.
    """
    from pipeline.export import export as export_tables

    for path in export_tables(chosen_store(store), out, file_format):
        tell(str(path))


@app.command(epilog="Exempel: standpunkt evaluate facit/")
def evaluate(
    gold: Annotated[
        Path, typer.Argument(metavar="FACITMAPP", help="Mappen med de annoterade dokumenten.")
    ],
    store: StoreOption = None,
) -> None:
    """Jämför det inlästa med ett facit.

    Facit är dokument som en människa har gått igenom och antecknat innehållet i. För varje
    tabell visas hur stor del av det funna som är rätt (precision), hur stor del av det rätta
    som är funnet (täckning) och de två sammanvägda (F1).
    """
    from evaluation.score import score
    from pipeline.export.tables import read_tables
    from pipeline.storage.snapshot import open_snapshot

    if not gold.is_dir():
        raise UsageError(
            f"Det finns ingen mapp {gold}; ange mappen med de annoterade dokumenten."
        )
    with open_snapshot(chosen_store(store)) as connection:
        scores = score(read_tables(connection), gold)
    table = headed_table("Tabell", "Precision", "Täckning", "F1", "Träffar", "Funna", "Sanna")
    for row in scores:
        shares = (f"{share:.3f}" for share in (row.precision, row.recall, row.f1))
        table.add_row(row.table, *shares, str(row.hits), str(row.found), str(row.true))
    output.print(table)


app.command(epilog="Exempel: standpunkt status --store protokollager")(status)
app.add_typer(correct, name="correct")


app.command(
    epilog="Exempel: standpunkt analyse agreement --body Kommunfullmäktige --format csv"
)(analyse)


@app.command(epilog="Exempel: standpunkt dashboard --port 8600")
def dashboard(
    store: StoreOption = None,
    port: PortOption = None,
    edit: Annotated[
        bool,
        typer.Option(
            "--edit", help="Låt läsaren ladda upp dokument och rätta; annars skrivs inget."
        ),
    ] = False,
) -> None:
    """Öppna instrumentpanelen i webbläsaren.

    Den visar det som är inläst, även medan mer läses in. Avsluta med Ctrl-C.
    """
    _serve(chosen_store(store), port, edit=edit)


@app.command(epilog="Exempel: standpunkt demo")
def demo(
    port: PortOption = None,
    no_serve: Annotated[
        bool, typer.Option("--no-serve", help="Läs bara in, öppna inte instrumentpanelen.")
    ] = False,
) -> None:
    """Prova med en påhittad kommun.

    Kommunen har ett eget lager, så dess rader blandas aldrig med dina egna dokument.
    """
    documents = settings.data_dir() / "demo" / "documents"
    if not documents.is_dir():
        raise UsageError(
            f"Demokommunens dokument saknas i {documents}; installera om programmet."
        )
    summary = _ingest([documents], store=settings.demo_store(), municipality=None)
    if not no_serve:
        _serve(settings.demo_store(), port)
    if summary.failed or summary.interrupted:
        raise typer.Exit(SOME_FAILED)


app.command(epilog="Exempel: standpunkt search skolskjuts parti:V --from 2022")(search)
app.command(epilog="Exempel: standpunkt feeds --out floden --party V --search skolskjuts")(
    feeds
)


def _ingest(
    paths: list[Path], *, store: Path, municipality: str | None, ocr: bool = True
) -> "Summary":
    from pipeline import run

    with _progress_bar() as on_progress:
        summary = run.ingest(
            paths, store=store, municipality=municipality, ocr=ocr, on_progress=on_progress
        )
    _tell_summary(summary, store)
    return summary


@contextlib.contextmanager
def _progress_bar() -> Iterator[Callable[["Progress"], None]]:
    from rich import progress

    shown = progress.Progress(
        progress.BarColumn(),
        progress.MofNCompleteColumn(),
        progress.TextColumn("{task.description}", markup=False),
        console=errors,
        transient=True,
    )
    with shown:
        task = shown.add_task("Letar efter dokument", total=None)

        def on_progress(now: "Progress") -> None:
            text = printable(now.source) if now.source else "Bygger tabellerna"
            shown.update(task, completed=now.done, total=now.total, description=text)

        yield on_progress


def _tell_summary(summary: "Summary", store: Path) -> None:
    table = headed_table("Inläsning", "Antal")
    for name, number in (
        ("Inlästa dokument", summary.read),
        ("Oförändrade, överhoppade", summary.skipped),
        ("Ersatta av ny version", summary.replaced),
        ("Gick inte att läsa", len(summary.failed)),
        ("Anmärkningar i det inlästa", summary.findings),
        ("Dokument i lagret", summary.documents),
    ):
        table.add_row(name, str(number))
    output.print(table)
    for failure in summary.failed:
        tell(f"Gick inte att läsa: {failure.reason}", style="red")
    if summary.interrupted:
        tell("Avbrutet. Det som hann läsas är sparat; kör om för resten.", style="yellow")
    tell(f"Lagret: {store}")


def _serve(store: Path, port: int | None, *, edit: bool = False) -> None:
    chosen = serving.choose_port(port)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # so that the server is ended too
    process = serving.start(store, chosen, edit=edit)
    try:
        serving.wait_until_ready(process, chosen)
        tell(f"Instrumentpanelen finns på {serving.address(chosen)}  (avsluta med Ctrl-C)")
        if serving.has_desktop():
            webbrowser.open(serving.address(chosen))
        process.wait()
    except KeyboardInterrupt:
        tell("Avslutat.")
    finally:
        serving.stop(process)


if __name__ == "__main__":
    app(prog_name="standpunkt")
