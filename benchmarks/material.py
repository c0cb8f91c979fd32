"""What is measured on: the demo's documents, and larger texts made of them."""

import re
from functools import cache
from pathlib import Path

from pipeline.reading import read
from pipeline.settings import data_dir

LARGEST = 10
_ITEM = re.compile(r"^§[ \t]*\d+", re.MULTILINE)


@cache
def demo_files() -> tuple[Path, ...]:
    """The demo's documents, by name."""
    folder = data_dir() / "demo" / "documents"
    return tuple(path for path in sorted(folder.iterdir()) if path.is_file())


@cache
def demo_texts() -> tuple[str, ...]:
    """The text of each of the demo's documents, whatever its format."""
    return tuple(read(path.read_bytes(), path.name).content for path in demo_files())


@cache
def large_texts(times: int) -> tuple[str, ...]:
    """The largest minutes of the demo, their matters ``times`` over with running numbers."""
    minutes = [text for text in demo_texts() if len(_ITEM.findall(text)) > 1]
    chosen = sorted(minutes, key=len, reverse=True)[:LARGEST]
    return tuple(_enlarged(text, times) for text in chosen)


def _enlarged(text: str, times: int) -> str:
    begin = next(_ITEM.finditer(text)).start()
    numbers = iter(range(1, 1_000_000))
    matters = _ITEM.sub(lambda _match: f"§ {next(numbers)}", text[begin:] * times)
    return text[:begin] + matters
