"""Members of the Riksdag as its papers list them: "Eva Ek i Tallvik (S) och Bo Ek (M)"."""

import re
from collections.abc import Iterator

from pipeline.extraction.context import folded
from pipeline.language.party_names import LETTERS, canonical
from pipeline.models import Span

WORD = r"[A-ZÀ-ÖØ-ÞŠŽČ][\w'’´]*(?:-[\w'’]+)*"
_LINK = r"(?:von|van|der|den|de|del|af|ben|bin|el|al|la)"
# "Eva Ek i Tallvik (S)": the place tells namesakes apart and belongs to the name.
MEMBER = (
    rf"{WORD}(?:\s+(?:{_LINK}|{WORD})){{1,4}}(?:\s+i\s+{WORD}(?:\s{WORD})?)?"
    rf"\s*\((?:{LETTERS}|[-–])\)"
)
_PARTED = re.compile(r"(?P<name>.+?)\s*\((?P<party>[^()]+)\)$", re.DOTALL)


def members(content: str, span: Span) -> Iterator[tuple[str, str | None, Span]]:
    """The people of a list, each with party and place."""
    for match in re.finditer(MEMBER, span.of(content)):
        parted = _PARTED.match(match[0])
        if parted:
            place = Span(span.start + match.start(), span.start + match.end())
            yield folded(parted["name"]), canonical(parted["party"]), place
