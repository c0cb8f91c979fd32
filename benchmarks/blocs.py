"""What is worked out from pairs of parties, over many invented positions."""

from collections.abc import Callable, Iterator
from functools import partial

import pandas as pd

from analytics.blocs import largest_governing, plane, tree
from analytics.comparison import compare
from analytics.joint import joint_acts
from analytics.means import governing_means, group_means, party_means
from analytics.network import network
from analytics.slices import agreement_by, pair_over_time, slice_decisions
from benchmarks.records import Cost
from benchmarks.synthetic import PARTIES, alternatives, seats, signed, stances
from benchmarks.timing import costs

PAIR = PARTIES[0], PARTIES[1]
SLICES = {
    "ämne": "topic",
    "organ": "body",
    "ärendetyp": "item_type",
    "majoritet": "mandate",
    "halvår": "half",
    "mandatperiod": "term",
}


def measure(count: int) -> Iterator[Cost]:
    """The cost of each over ``count`` positions of eight parties, and over
    their reservations."""
    table = stances(count // len(PARTIES))
    yield from costs(
        _works(table, alternatives(table)), table, "ståndpunkter", positions=count
    )
    acts = signed(count // len(PARTIES))
    signing: dict[str, Callable[[], object]] = {
        "gemensamma reservationer": partial(joint_acts, acts),
        "nätverk av undertecknare": partial(network, acts),
    }
    yield from costs(signing, acts, "undertecknare", positions=count)


def _works(table: pd.DataFrame, behind: pd.DataFrame) -> dict[str, Callable[[], object]]:
    sliced = {
        f"samsyn per {word}": partial(agreement_by, table, behind, by=by)
        for word, by in SLICES.items()
    }
    seated = seats(table)
    return sliced | {
        "besluten bakom ett par per ämne": partial(
            slice_decisions, table, behind, by="topic", pair=PAIR
        ),
        "ett par över tid": partial(pair_over_time, table, behind, pair=PAIR, step="half"),
        "partiernas medelsamsyn": partial(party_means, table, behind),
        "två gruppers medelsamsyn": partial(
            group_means, table, behind, first=PARTIES[:3], second=PARTIES[3:]
        ),
        "styre och opposition": partial(governing_means, table, behind),
        "träd med stöd": partial(tree, table, behind),
        "karta": partial(plane, table, behind),
        "största styrande parti": partial(largest_governing, table, seated),
        "sökning: A och B för, C emot": partial(compare, table, supports=PAIR, against=("V",)),
    }
