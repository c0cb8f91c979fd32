"""What the program knows beforehand, read from ``data/reference``: parties, mandates,
places, phrases.

Nothing here is code: a user can add rows to the files.
"""

import tomllib
from functools import cache
from typing import Any

from pipeline.models import Mandate, Party
from pipeline.settings import data_dir


@cache
def table(name: str) -> dict[str, Any]:
    """The parsed file ``data/reference/<name>.toml``."""
    return tomllib.loads((data_dir() / "reference" / f"{name}.toml").read_text("utf-8"))


@cache
def parties() -> tuple[Party, ...]:
    """All parties, national first, in the file's order."""
    rows = [_party(row) for row in table("parties")["party"]]
    return tuple(sorted(rows, key=lambda party: party.municipality is not None))


def _party(row: dict[str, Any]) -> Party:
    place = row.get("municipality")
    return Party(
        party_id=f"{row['short']}@{place}" if place else row["short"],
        short=row["short"],
        name=row["name"],
        municipality=place,
        former=tuple(row.get("former", ())),
        words=tuple(row.get("words", ())),
    )


@cache
def mandates() -> tuple[Mandate, ...]:
    """Who governed where and when, in the file's order."""
    return tuple(
        Mandate(
            municipality=row["municipality"],
            start=row["start"],
            end=row.get("end"),
            governing=tuple(row["governing"]),
            supporting=tuple(row.get("supporting", ())),
            source=row["source"],
        )
        for row in table("mandates")["mandate"]
    )


@cache
def municipalities() -> frozenset[str]:
    """Names of the municipalities, without ``kommun`` or ``stad``."""
    return frozenset(table("municipalities")["names"]) | frozenset(invented())


@cache
def invented() -> frozenset[str]:
    """Municipalities that do not exist and are used for demonstration."""
    return frozenset(table("municipalities")["invented"])
