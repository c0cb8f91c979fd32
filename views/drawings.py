"""The charts that can stand alone in another page's frame, by the name in their address."""

from collections.abc import Callable
from dataclasses import replace

from analytics.contested import per_period
from reports.choice import Choice
from views import blocs, data, groups, pairs, signing, summary, trends
from views.choices import asked
from views.data import Snapshot
from views.question import Question, from_address


def draw_agreement(snapshot: Snapshot, choice: Choice) -> None:
    """The agreement matrix."""
    question = from_address(snapshot, choice)
    table = question.table("agreement")
    if not table.empty:
        pairs.matrix(question, table)


def draw_pair_over_time(snapshot: Snapshot, choice: Choice) -> None:
    """The agreement of the named pair over time."""
    question = from_address(snapshot, choice)
    pair = pairs.asked(question.table("agreement"))
    if pair:
        trends.over_time(question, pair, asked("step", trends.STEPS))


def draw_pair_topics(snapshot: Snapshot, choice: Choice) -> None:
    """The agreement of the named pair by topic."""
    question = from_address(snapshot, choice)
    pair = pairs.asked(question.table("agreement"))
    if pair:
        trends.by_topic(question, pair)


def draw_network(snapshot: Snapshot, choice: Choice) -> None:
    """The network of those who signed together."""
    by, act = asked("by", signing.SIGNERS), asked("act", signing.ACTS)
    signing.draw_network(from_address(snapshot, choice), by, act)


def _of_question(draw: Callable[[Question], None]) -> Callable[[Snapshot, Choice], None]:
    """The drawing of a chart that only a question tells about."""
    return lambda snapshot, choice: draw(from_address(snapshot, choice))


def draw_decisions(snapshot: Snapshot, choice: Choice) -> None:
    """Decisions over time."""
    every = data.decisions(snapshot, replace(choice, contested=False))
    summary.over_time(snapshot, per_period(every))


DRAWINGS: dict[str, Callable[[Snapshot, Choice], None]] = {
    "agreement": draw_agreement,
    "decisions": draw_decisions,
    "pair_over_time": draw_pair_over_time,
    "pair_topics": draw_pair_topics,
    "tree": _of_question(blocs.draw_tree),
    "plane": _of_question(blocs.draw_plane),
    "network": draw_network,
    "means": _of_question(groups.draw_means),
    "governing_means": _of_question(groups.draw_governing),
}
