"""Proposals that those who moved them take back."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extraction.clauses import Clause, clauses
from pipeline.extraction.context import Context
from pipeline.extraction.entry import Entry
from pipeline.extraction.outline import Section
from pipeline.language.names import same_person
from pipeline.words import Act


def with_taken_back(
    context: Context, parts: Sequence[Section], found: Sequence[Entry]
) -> list[Entry]:
    """The entries, those marked that were taken back before the body decided: they tell
    nothing of those who moved them."""
    takes = [
        clause
        for part in parts
        for clause in clauses(context, part.start, part.end, ("återtar",))
    ]
    return [
        replace(entry, withdrawn=any(_takes_back(clause, entry) for clause in takes))
        for entry in found
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
