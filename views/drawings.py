"""The charts that can stand alone in another page's frame, by the name in their address."""

from collections.abc import Callable
from dataclasses import replace

from reports.choice import Choice
from views import asked as address
from views import (
    ballots,
    blocs,
    conflict,
    criticism,
    data,
    gap,
    groups,
    issues,
    pairs,
    party_tabs,
    signing,
    summary,
    trends,
    usage,
    votes,
)
from views.choices import asked
from views.data import Snapshot
from views.frame import explain
from views.language import text
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
    summary.over_time(snapshot, choice, data.report(snapshot, choice, "periods"))


def draw_gap(snapshot: Snapshot, choice: Choice) -> None:
    """The distance between those who govern and the others, per year or per mandate."""
    by_year = address.asked().get("by_year")
    counting = {
        "contested_only": choice.contested,
        "silence": address.asked().get("silence") == "true",
    }
    yearly = (
        gap.by_year(snapshot, choice, **counting) if by_year is None else by_year == "true"
    )
    rows = data.report(snapshot, choice, "gap", by_year=yearly, **counting)
    if rows.empty or rows["municipality"].nunique() > 1:
        explain(text("gap.several"), text("gap.several_how"))
        return
    gap.chart(snapshot, choice, rows, yearly=yearly, silence=counting["silence"])


def draw_votes(snapshot: Snapshot, choice: Choice) -> None:
    """Votes per year or term."""
    step = asked("step", votes.STEPS)
    rows = data.report(snapshot, choice, "vote_periods", step=step)
    votes.chart(snapshot, choice, rows, step)


def draw_conflict(snapshot: Snapshot, choice: Choice) -> None:
    """The level of conflict in each body over time."""
    measure, step = asked("measure", conflict.MEASURES), asked("step", votes.STEPS)
    series = data.report(snapshot, choice, "conflict_series", measure=measure, step=step)
    conflict.draw_series(snapshot, choice, series, measure)


def draw_allies(snapshot: Snapshot, choice: Choice) -> None:
    """How often one party, that of the address, stood with each other."""
    letters = address.asked().get("which") or ""
    party_tabs.agreement_bars(snapshot, replace(choice, parties=(letters,)))


DRAWINGS: dict[str, Callable[[Snapshot, Choice], None]] = {
    "agreement": draw_agreement,
    "allies": draw_allies,
    "decisions": draw_decisions,
    "gap": draw_gap,
    "votes": draw_votes,
    "conflict": draw_conflict,
    ballots.SEATS: ballots.draw_seats,
    issues.DEMANDS: issues.draw_demands,
    criticism.CRITICISM: criticism.draw_criticism,
    usage.USAGE: usage.draw_usage,
    "pair_over_time": draw_pair_over_time,
    "pair_topics": draw_pair_topics,
    "tree": _of_question(blocs.draw_tree),
    "plane": _of_question(blocs.draw_plane),
    "network": draw_network,
    "means": _of_question(groups.draw_means),
    "governing_means": _of_question(groups.draw_governing),
}
