"""``standpunkt feeds``: what is new, as files that readers of feeds subscribe to."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.console import tell
from pipeline.errors import UsageError
from pipeline.options import (
    Many,
    PartiesOption,
    SinceSnapshotOption,
    StoreOption,
    TopicsOption,
    chosen_store,
)


def feeds(
    out: Annotated[
        Path, typer.Option("--out", metavar="MAPP", help="Mappen som flödena skrivs i.")
    ],
    store: StoreOption = None,
    search: Annotated[
        Many, typer.Option("--search", metavar="ORD", help="Ett flöde med det som ORD hittar.")
    ] = None,
    party: PartiesOption = None,
    topic: TopicsOption = None,
    municipality: Annotated[
        Many, typer.Option("--municipality", metavar="NAMN", help="Kommunen.")
    ] = None,
    base_url: Annotated[
        str | None,
        typer.Option(
            "--base-url",
            metavar="ADRESS",
            help="Instrumentpanelens adress, som länkarna leder till.",
        ),
    ] = None,
    feeds_url: Annotated[
        str, typer.Option("--feeds-url", metavar="ADRESS", help="Adressen som mappen får.")
    ] = "",
    since: SinceSnapshotOption = None,
    limit: Annotated[
        int | None,
        typer.Option("--limit", metavar="ANTAL", min=1, help="De nyaste; utelämnat: 200."),
    ] = None,
) -> None:
    """Bevaka partier, ämnen, kommuner och sökningar med flöden.

    Varje flöde är en Atomfil med beslut, inlägg och ställningar, det nyaste först, med citat
    och länk. Lägg mappen där ett läsprogram når den, och kör om kommandot när nya protokoll är
    inlästa. Utan val blir det ett flöde för varje parti, ämne och kommun. index.html och
    feeds.opml räknar upp flödena.
    """
    from pipeline.export.feeds import DASHBOARD, MOST, Addresses, Wanted, write_feeds

    wanted = Wanted(
        tuple(party or ()),
        tuple(topic or ()),
        tuple(municipality or ()),
        tuple(search or ()),
        since,
        limit or MOST,
    )
    addresses = Addresses(
        _folder("--base-url", base_url or DASHBOARD), _folder("--feeds-url", feeds_url)
    )
    written = list(write_feeds(chosen_store(store), out, wanted, addresses))
    for path in written:
        tell(str(path))
    count = sum(path.suffix == ".atom" for path in written)
    tell(f"{count} flöden är skrivna; börja i {out / 'index.html'}.")


def _folder(option: str, address: str) -> str:
    """The address with the stroke that makes it a folder."""
    if address and not address.startswith(("http://", "https://")):
        raise UsageError(f"{option} ska börja med http:// eller https://: {address}")
    return f"{address.rstrip('/')}/" if address else ""
