"""Writing an Excel workbook row by row, the same bytes for the same rows."""

import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

MAX_CELL = 32_000
MAX_ROWS = 1_048_575
_CHUNK = 1_000
_BEGINNING_OF_TIME = (1980, 1, 1, 0, 0, 0)
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def write_workbook(
    path: Path, *, header: Sequence[str], fetch: Callable[[int], list[Any]]
) -> None:
    """One sheet with a header; ``fetch(n)`` gives the next n rows, MAX_ROWS in all at most."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet()
    sheet.append(list(header))
    for row in _chunked(fetch):
        sheet.append([_cell(sheet, value) for value in row])
    dated = path.with_name(f"{path.name}.dated")
    workbook.save(dated)
    _copy_undated(dated, path)
    dated.unlink()


def _chunked(fetch: Callable[[int], list[Any]]) -> Iterator[Any]:
    while chunk := fetch(_CHUNK):
        yield from chunk


def _cell(sheet: Any, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    text = ILLEGAL_CHARACTERS_RE.sub("", value)
    cell = WriteOnlyCell(sheet, text if len(text) <= MAX_CELL else f"{text[: MAX_CELL - 1]}…")
    cell.data_type = "s"  # or a text that begins with = would be a formula
    return cell


def _copy_undated(dated: Path, path: Path) -> None:
    # openpyxl stamps the time into the file, which would make every export another one.
    with zipfile.ZipFile(dated) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _STAMP.sub(rb"\g<1>1980-01-01T00:00:00Z", content)
            member = zipfile.ZipInfo(name, _BEGINNING_OF_TIME)
            target.writestr(member, content, compress_type=zipfile.ZIP_DEFLATED)
