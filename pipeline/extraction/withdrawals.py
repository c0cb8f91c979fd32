"""Proposals that those who moved them take back."""

from collections.abc import Sequence

from pipeline.extraction.clauses import Clause, clauses
from pipeline.extraction.context import Context
from pipeline.extraction.entry import Entry
from pipeline.extraction.outline import Section
from pipeline.language.names import same_person
from pipeline.words import Act


def taken_back(
    context: Context,
    parts: Sequence[Section],
    found: Sequence[Entry],
    judged: Sequence[bool | None],
) -> list[bool | None]:
    """The verdicts, where what was taken back tells nothing of those who moved it."""
    takes = [
        clause
        for part in parts
        for clause in clauses(context, part.start, part.end, ("återtar",))
    ]
    return [
        None if any(_takes_back(clause, entry) for clause in takes) else verdict
        for entry, verdict in zip(found, judged, strict=True)
    ]


def _takes_back(clause: Clause, entry: Entry) -> bool:
    """Whether somebody takes back what they, or their party, moved before."""
    if entry.act != Act.YRKANDE or entry.lead.start >= clause.start:
        return False
    if clause.persons and entry.persons:
        return any(
            same_person(one, other) for one in clause.persons for other in entry.persons
        )
    return bool({*clause.parties} & {*entry.parties})
