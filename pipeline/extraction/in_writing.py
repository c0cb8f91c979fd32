"""Acts that are recorded in one place of a matter, and whose words stand further on in it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extraction.context import Context
from pipeline.extraction.entry import Entry
from pipeline.words import Act


def with_written(context: Context, found: Sequence[Entry]) -> list[Entry]:
    """The entries, those that only record a written text with its words, where they stand
    further on under the same parties and a heading of their own."""
    taken: set[int] = set()
    result = list(found)
    for place, entry in enumerate(found):
        if entry.act == Act.YRKANDE:
            continue
        written = [
            later
            for later in range(place + 1, len(found))
            if later not in taken and _written(context, entry, found[later])
        ]
        if len(written) == 1:
            text = found[written[0]]
            result[place] = replace(entry, span=text.span, points=text.points)
            taken.add(written[0])
    return [entry for place, entry in enumerate(result) if place not in taken]


_HANDED = re.compile(
    r"\bskriftlig\w*|\b(?:se\s+(?:nedan|vidare|bilag)|bilaga\b)|\bföljande\b|"
    r"\binkommer\s+med\s+(?:en\s+)?protokollsanteckning\b",
    re.IGNORECASE,
)
# "Liberalernas skriftliga reservation:"
_IN_WRITING = re.compile(r"\bskriftlig\w*\s+\w+\s*:?\s*$", re.IGNORECASE)
_RECORD = 25
_LEAST = 12  # words of a text


def _written(context: Context, record: Entry, text: Entry) -> bool:
    """Whether an entry is the text that another only records."""
    said = record.span.of(context.content)
    return (
        record.act == text.act
        and set(record.parties) == set(text.parties)
        and set(text.persons) <= set(record.persons)
        and len(said.split()) <= _RECORD
        and (
            bool(_HANDED.search(record.lead.of(context.content)))
            or bool(_IN_WRITING.search(text.lead.of(context.content)))
        )
        and len(text.span.of(context.content).split()) > max(_LEAST, len(said.split()))
    )
