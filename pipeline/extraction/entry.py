"""One act of a section, before it is a row."""

from dataclasses import dataclass, replace

from pipeline.extraction.context import Context, has_serving_member, serves
from pipeline.models import Span
from pipeline.words import Act

FOLLOWED = "följt"
"""The kind of a proposal that the decision itself says it follows."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One act before it gets its id: who, which act, and the span of the words. ``kind`` is
    the act by its verb, or ``FOLLOWED``; ``withdrawn`` what was taken back before the body
    decided."""

    act: Act
    persons: tuple[str, ...]
    parties: tuple[str, ...]
    span: Span
    lead: Span
    kind: str
    by_substitute: bool = False
    endorses: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    withdrawn: bool = False

    @property
    def moves(self) -> bool:
        """Whether it is an yrkande that stood when the body decided."""
        return self.act == Act.YRKANDE and not self.withdrawn


def with_substitute(context: Context, entry: Entry) -> Entry:
    """A comment by somebody who does not serve is an ersättaryttrande, whatever its
    heading."""
    if entry.act == Act.ERSÄTTARYTTRANDE:
        return replace(entry, by_substitute=True)
    serving = [serves(context, name) for name in entry.persons]
    nobody = bool(serving) and all(one is False for one in serving)
    unseated = (
        not entry.persons
        and entry.parties
        and all(has_serving_member(context, party) is False for party in entry.parties)
    )
    if not (nobody or unseated) or entry.act == Act.SKRIVELSE:
        return entry
    return replace(
        entry, act=Act.ERSÄTTARYTTRANDE if nobody else entry.act, by_substitute=True
    )
