"""Options that several commands share, and what they mean when left out."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline import settings

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
PortOption = Annotated[
    int | None,
    typer.Option("--port", metavar="NUMMER", help="Port; utelämnad: första lediga från 8501."),
]


def chosen_store(store: Path | None) -> Path:
    """The store that was named, else the usual one."""
    return store or settings.default_store()
