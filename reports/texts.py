"""The texts that readers see, from the files in ``views/texts/<language>``, for pages and
command line alike."""

import tomllib
from functools import cache
from pathlib import Path

LANGUAGES = {"sv": "Svenska", "en": "English"}
DEFAULT = "sv"
FOLDER = Path(__file__).parent.parent / "views" / "texts"


@cache
def texts(code: str) -> dict[str, str]:
    """All texts of a language, flat: ``{"section.name": text}``."""
    files = (tomllib.loads(path.read_text("utf-8")) for path in text_files(code))
    return {
        f"{section}.{name}": value
        for sections in files
        for section, names in sections.items()
        for name, value in names.items()
    }


def text_files(code: str) -> list[Path]:
    """The files of a language, one per page or kind of words."""
    return sorted((FOLDER / code).glob("*.toml"))
