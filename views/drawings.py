"""The charts that can stand alone in another page's frame, by the name in their address."""

from collections.abc import Callable
from dataclasses import replace

from analytics.agreement import agreement
from analytics.contested import per_period
from reports.choice import Choice
from views import data, pairs, summary
from views.asked import asked
from views.data import Snapshot


def draw_agreement(snapshot: Snapshot, choice: Choice) -> None:
    """The agreement matrix."""
    silence = asked().get("silence") == "true"
    table = agreement(
        data.stances(snapshot, choice),
        data.alternatives(snapshot, choice),
        contested_only=choice.contested,
        silence=silence,
    )
    pairs.matrix(snapshot, table, choice, silence=silence)


def draw_decisions(snapshot: Snapshot, choice: Choice) -> None:
    """Decisions over time."""
    every = data.decisions(snapshot, replace(choice, contested=False))
    summary.over_time(snapshot, per_period(every))


DRAWINGS: dict[str, Callable[[Snapshot, Choice], None]] = {
    "agreement": draw_agreement,
    "decisions": draw_decisions,
}
