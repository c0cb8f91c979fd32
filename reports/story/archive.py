"""A zip file whose bytes depend on its contents and a day only."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date


def archive(files: Mapping[str, bytes], *, day: str) -> bytes:
    """The files in the order given, all dated ``day`` (ISO)."""
    stamp = date.fromisoformat(day)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for name, content in files.items():
            entry = zipfile.ZipInfo(
                name, (max(stamp.year, 1980), stamp.month, stamp.day, 0, 0, 0)
            )
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            packed.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def repacked(packed: bytes, *, day: str) -> bytes:
    """A zip file with the same contents, dated ``day``."""
    with zipfile.ZipFile(io.BytesIO(packed)) as opened:
        return archive({name: opened.read(name) for name in opened.namelist()}, day=day)
