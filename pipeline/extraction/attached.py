"""Papers attached to another in one file: below "Bilaga 2", in the same matter."""

import re
from collections.abc import Iterable
from dataclasses import replace

from pipeline.extraction.rows import Matter
from pipeline.models import Span

# "Bilaga 2" alone on its line
APPENDIX = re.compile(r"\W*(?:protokolls)?bilaga\s+(?:nr\s+)?\w{1,3}\W*", re.IGNORECASE)
_ABOVE = re.compile(rf"(?:^|\n){APPENDIX.pattern}\Z", re.IGNORECASE)


def stands_attached(content: str, span: Span) -> bool:
    """Whether a paper stands right below the word for an appendix."""
    return _ABOVE.search(content, max(0, span.start - 60), span.start) is not None


def in_one_matter(read: Iterable[tuple[Matter, bool]]) -> list[Matter]:
    """The matters of some papers, each told whether it is ``attached`` and names no matter of
    its own: what such a paper says is said in the matter of the paper before it."""
    result: list[Matter] = []
    for found, attached in read:
        if attached and result:
            result[-1] = _with(result[-1], found)
        else:
            result.append(found)
    return result


def _with(first: Matter, other: Matter) -> Matter:
    """A matter with what another paper says in it; a party stands where the first paper put
    it."""
    case_id, begins = first.case.case_id, len(first.statements) + 1
    ids = {
        row.statement_id: f"{case_id}:s{number}"
        for number, row in enumerate(other.statements, begins)
    }
    said = (
        replace(row, statement_id=ids[row.statement_id], case_id=case_id)
        for row in other.statements
    )
    placed = {row.party for row in first.positions}
    stood = (
        replace(
            row,
            position_id=f"{case_id}:{row.body or ''}:{row.party}",
            case_id=case_id,
            statement_id=ids.get(row.statement_id or ""),
        )
        for row in other.positions
        if row.party not in placed
    )
    return replace(
        first,
        case=replace(first.case, end=other.case.end),
        statements=(*first.statements, *said),
        positions=(*first.positions, *stood),
    )
