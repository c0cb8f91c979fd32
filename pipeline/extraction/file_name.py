"""What the name of a file tells of a document that does not say it itself."""

import re
from functools import cache

from pipeline.language.names import plain
from pipeline.reference import municipalities

# "ale", "lund" and "vara" begin names of other things, too.
_SHORTEST = 5


def municipality_in(source: str) -> str | None:
    """The municipality that a file's name begins with ("tallvik-ks-2024-03-04.pdf"); the
    longest where several do. A name of a few letters is too often something else."""
    words = "-".join(re.findall(r"[^\W_]+", plain(source.rpartition("/")[2])))
    fits = [name for name in _plain_names() if words.startswith(f"{name}-")]
    return _plain_names()[max(fits, key=len)] if fits else None


@cache
def _plain_names() -> dict[str, str]:
    """Municipalities as file names spell them: no capitals, no å, ä and ö."""
    names = {re.sub(r"\W+", "-", plain(name)): name for name in municipalities()}
    return {spelled: name for spelled, name in names.items() if len(spelled) >= _SHORTEST}
