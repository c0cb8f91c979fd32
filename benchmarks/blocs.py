"""What is worked out from pairs of parties, over many invented positions."""

from collections.abc import Callable, Iterator

import pandas as pd

from analytics.blocs import plane, tree
from analytics.comparison import compare
from analytics.joint import joint_acts
from analytics.means import governing_means, party_means
from analytics.slices import agreement_by, pair_over_time
from benchmarks.records import Cost
from benchmarks.synthetic import PARTIES, alternatives, signed, stances
from benchmarks.timing import seconds

ROUNDS = 3
PAIR = PARTIES[0], PARTIES[1]


def measure(count: int) -> Iterator[Cost]:
    """The cost of each over ``count`` positions of eight parties, the fastest of a few."""
    table = stances(count // len(PARTIES))
    for what, work in _works(table, alternatives(table)).items():
        work()
        took = min(seconds(work) for _ in range(ROUNDS))
        yield Cost(what, took, len(table), "ståndpunkter")
    acts = signed(count // len(PARTIES))
    took = min(seconds(lambda: joint_acts(acts)) for _ in range(ROUNDS))
    yield Cost("gemensamma reservationer", took, len(acts), "undertecknare")


def _works(table: pd.DataFrame, behind: pd.DataFrame) -> dict[str, Callable[[], object]]:
    return {
        "samsyn per ämne": lambda: agreement_by(table, behind, by="topic"),
        "samsyn per organ": lambda: agreement_by(table, behind, by="body"),
        "ett par över tid": lambda: pair_over_time(table, behind, pair=PAIR, step="half"),
        "partiernas medelsamsyn": lambda: party_means(table, behind),
        "styre och opposition": lambda: governing_means(table, behind),
        "träd med stöd": lambda: tree(table, behind),
        "karta": lambda: plane(table, behind),
        "sökning: A och B för, C emot": lambda: compare(table, supports=PAIR, against=("V",)),
    }
