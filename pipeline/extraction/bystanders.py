"""Members who took part in a committee's decision without taking a stand.

The list of those who took part marks them with stars, and a line below it says what a star
means: "* Avstår från ställningstagande under punkt 1, se särskilda yttranden."
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.extraction.parliament import ON_POINTS, point_numbers
from pipeline.extraction.positions import Evidence
from pipeline.models import Attendance, Span
from pipeline.words import Basis

_MARKED = re.compile(r"[ \t]?(?P<stars>\*+)")
# Where Markdown is read a star that opens a line has become the dash of a list.
_NOTE = re.compile(
    r"^[ \t]*(?P<mark>-|\*+)[ \t]*"
    r"(?:avstår\s+från\s+(?:ställningstagande|att\s+delta)|deltar\s+(?:inte|ej)\s+i\s+beslutet)"
    r"\b(?P<rest>[^\n]*)",
    re.MULTILINE | re.IGNORECASE,
)


def standing_aside(
    content: str, present: Sequence[Attendance], points: Sequence[str]
) -> Iterator[tuple[tuple[str, ...], Evidence]]:
    """Each party all of whose members a note sets aside, with the points it is said of; none
    where the note names none and there are several."""
    if not present:
        return
    serving = Counter(one.party for one in present)
    for note in _NOTE.finditer(content, present[-1].end or 0):
        own = [one for one in present if _stars(content, one.end) == len(note["mark"])]
        on_points = re.search(ON_POINTS, note["rest"])
        alone = tuple(points) if len(points) == 1 else ()
        about = point_numbers(on_points["points"]) if on_points else alone
        for party, count in Counter(one.party for one in own).items():
            if party and count == serving[party]:
                names = tuple(one.name for one in own if one.party == party)
                span = Span(note.start(), note.end())
                yield about, Evidence(party, "deltar ej", Basis.DELTAR_EJ, span, names)


def _stars(content: str, end: int | None) -> int:
    """How many stars stand behind a name that ends at a place."""
    marked = _MARKED.match(content, end or 0)
    return len(marked["stars"]) if marked else 0
