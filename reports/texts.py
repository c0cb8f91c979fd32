"""The texts that readers see, from ``views/texts/<language>.toml``, for pages and command
line alike."""

import tomllib
from functools import cache
from pathlib import Path

LANGUAGES = {"sv": "Svenska", "en": "English"}
DEFAULT = "sv"
FOLDER = Path(__file__).parent.parent / "views" / "texts"


@cache
def texts(code: str) -> dict[str, str]:
    """All texts of a language, flat: ``{"section.name": text}``."""
    sections = tomllib.loads((FOLDER / f"{code}.toml").read_text("utf-8"))
    return {
        f"{section}.{name}": value
        for section, names in sections.items()
        for name, value in names.items()
    }
