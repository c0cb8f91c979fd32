"""People whose national party stands beside them by its whole name, without letters."""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.language.mentions import find_parties, known_letters
from pipeline.reference import parties

_WORD = r"[A-ZÀ-ÖØ-ÞŠŽČ][\w'’´-]+"
_NAME = (
    rf"(?P<name>{_WORD}(?:[^\S\n]+(?:von|van|de|af|al|el)(?=\s))?(?:[^\S\n]+{_WORD}){{1,3}})"
)


def wholly_named(content: str) -> Iterator[tuple[str, str]]:
    """Names with the letters of the party beside them: "Eva Ek (Moderaterna)", and "Eva Ek,
    Moderaterna" where a line begins so. Of several parties in a row none is the person's."""
    for match in _beside().finditer(content):
        name, word = match["name"] or match["listed"], match["party"] or match["member"]
        yield " ".join(name.split()), find_parties(word, known_letters())[0].parties[0]


@cache
def _beside() -> re.Pattern[str]:
    party = "|".join(re.escape(one.name) for one in parties() if " " not in one.name)
    return re.compile(
        rf"(?:\b{_NAME}[^\S\n]+\((?P<party>{party})\)|"
        rf"^[ \t]*(?:(?:[-–•*]|\d{{1,2}}[.)])[ \t]+)?{_NAME.replace('<name>', '<listed>')},"
        rf"[^\S\n]+(?P<member>{party})(?!\w|,?\s+(?:(?:och|samt)\s+)?(?:{party})\b))",
        re.MULTILINE,
    )
