"""Options that several commands share, and what they mean when left out."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from pipeline import settings
from pipeline.errors import UsageError

StoreOption = Annotated[
    Path | None,
    typer.Option(
        "--store",
        metavar="MAPP",
        help="Mappen där det inlästa sparas. Utelämnad: en mapp bland dina programdata.",
    ),
]
MunicipalityOption = Annotated[
    str | None,
    typer.Option(
        metavar="NAMN", help="Kommunen som dokumenten hör till; gäller före vad de säger."
    ),
]
OcrOption = Annotated[
    bool,
    typer.Option(
        "--ocr/--no-ocr",
        help="Läs också inskannade sidor, med teckenigenkänning, om Tesseract är installerat.",
    ),
]
Many = list[str] | None
PartiesOption = Annotated[
    Many,
    typer.Option(
        "--party", metavar="PARTI", help="Partiets bokstäver; kan anges flera gånger."
    ),
]
TopicsOption = Annotated[
    Many, typer.Option("--topic", metavar="ÄMNE", help="Ämnet; kan anges flera gånger.")
]
SinceSnapshotOption = Annotated[
    int | None,
    typer.Option(
        "--since-snapshot",
        metavar="NUMMER",
        min=0,
        help="Bara ur dokument som har kommit efter det läge som har numret.",
    ),
]
PortOption = Annotated[
    int | None,
    typer.Option("--port", metavar="NUMMER", help="Port; utelämnad: första lediga från 8501."),
]


def iso_day(written: str | None, option: str) -> str | None:
    """The day as it was written, or None. Raises UsageError for what is no day."""
    if written is None:
        return None
    try:
        date.fromisoformat(written)
    except ValueError as error:
        raise UsageError(f"{option} ska vara ett datum, som 2024-05-29: {written}") from error
    return written


def chosen_store(store: Path | None) -> Path:
    """The store that was named, else the usual one."""
    return store or settings.default_store()
