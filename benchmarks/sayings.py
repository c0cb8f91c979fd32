"""What parties wanted, demanded and said over time, over many invented rows."""

from collections.abc import Callable, Iterator
from functools import partial

import numpy as np
import pandas as pd

from analytics.demands import criticism, criticism_edges, demands_over_time
from analytics.issues import issues
from analytics.proposals import proposals
from analytics.shifts import comparisons, kept_words, shifts
from analytics.stands import stands
from analytics.timeline import timeline
from analytics.wishes import wishes
from benchmarks.records import Cost
from benchmarks.synthetic import PARTIES, mixed, stances, words
from benchmarks.timing import costs

KINDS = ("krav", "stöd", "kritik", "fråga")
OUTCOMES = ("bifall", "bifall", "avslag", "besvarad", "återremiss")
YRKANDEN = (
    "yrkar bifall till förslaget.",
    "yrkar avslag på motionen.",
    "yrkar återremiss.",
    "yrkar enligt eget förslag.",
)
NAMES = ("hamnen", "skolan", "biblioteket", "torget", "badhuset", "vägen", "parken", "bron")
VERBS = ("Bygga", "Riva", "Ändra", "Förslag om")
DIRECTIONS = {
    "more": ("bygg", "öka"),
    "less": ("riv", "minska"),
    "free": ("avgiftsfri",),
    "fee": ("avgift",),
    "unclear": ("ändra",),
    "form": ("om", "att", "i", "motion", "förslag"),
}
WORDS = ("party", "stance", "outcome", "source", "act", "vote_kind")
ISSUES = 5_000
"""Different titles: what comes back has the title that it had."""


def measure(count: int) -> Iterator[Cost]:
    """The cost over what a store of ``count`` positions holds: a demand in every fourth, and
    as many positions and statements."""
    wanted = _demands(count // 4)
    yield from costs(_of_demands(wanted), wanted, "krav", positions=count)
    rows = said(count)
    asked = _asked(rows)
    stood, about = stands(rows), issues(rows, asked, DIRECTIONS)
    moved = proposals(stood, asked, DIRECTIONS)
    compared = comparisons(rows, stood, about, moved)
    works: dict[str, Callable[[], object]] = {
        "vad partier ville": partial(wishes, rows),
        "tidslinje": partial(timeline, rows, party="M", words="hamn"),
        "vad partier ville i varje ärende": partial(stands, rows),
        "ärenden om samma sak": partial(issues, rows, asked, DIRECTIONS),
        "förslag om samma sak": partial(proposals, stood, asked, DIRECTIONS),
        "samma parti tidigare och senare": partial(comparisons, rows, stood, about, moved),
        "ändrade lägen och hållna ord, allt": partial(_from_the_rows, rows, asked),
        "ändrade lägen": partial(shifts, compared),
        "hållna ord": partial(kept_words, compared),
    }
    yield from costs(works, rows, "ställningar och inlägg", positions=count)


def _from_the_rows(rows: pd.DataFrame, asked: pd.DataFrame) -> tuple[object, object]:
    """All steps from a timeline to what changed and what was kept."""
    stood, about = stands(rows), issues(rows, asked, DIRECTIONS)
    found = comparisons(rows, stood, about, proposals(stood, asked, DIRECTIONS))
    return shifts(found), kept_words(found)


def said(count: int) -> pd.DataFrame:
    """So many positions, every sixth followed by the yrkande of the same party; half-way
    through the others come to govern. Each column lies in one piece, as those that are
    fetched."""
    table = stances(count * 6 // 7 // len(PARTIES))
    later = table.index >= len(table) // 2
    table["governing"] = table["governing"] ^ later
    matter = table["matter"].to_numpy()
    issue = mixed(matter.astype(np.int64)) % ISSUES
    places = np.array(NAMES, dtype=object)
    titles = pd.Index([_title(number) for number in range(ISSUES)])
    plain = table.assign(
        title=titles[issue],
        outcome=words(matter, OUTCOMES),
        source="position",
        act="yrkande",
        vote_kind=None,
        quote=places[issue % len(NAMES)],
        document_id="d1",
        start=0,
        end=10,
        page=1,
        case_id="d1:1",
        id=np.arange(len(table)),
    )
    every = np.arange(len(plain))
    made = plain.take(np.append(every, every[::6])).reset_index(drop=True)
    spoken = made.index >= len(plain)
    texts = np.asarray(words(np.arange(spoken.sum()), YRKANDEN))
    made.loc[spoken, "source"] = "statement"
    made.loc[spoken, "stance"] = None
    made["quote"] = np.append(plain["quote"], texts)
    return made.astype(dict.fromkeys(WORDS, "category"))


def _title(number: int) -> str:
    """Four titles of each thing, of which two go opposite ways; things have words that are no
    more alike than those of other places are."""
    thing = number // len(VERBS)
    about = f"{NAMES[thing % len(NAMES)]} {_word(mixed(thing))} {_word(mixed(thing + ISSUES))}"
    return f"{VERBS[number % len(VERBS)]} {about}"


def _word(number: int) -> str:
    syllables = [one + other for one in "bdfgklmnprstv" for other in "aeiouyåäö"]
    size = len(syllables)
    return "".join(syllables[number // size**place % size] for place in range(3))


def _asked(rows: pd.DataFrame) -> pd.DataFrame:
    single = rows.drop_duplicates("decision")
    return pd.DataFrame(
        {
            "decision": single["decision"],
            "kind": "decision",
            "parties": [[] for _ in range(len(single))],
            "adopted": True,
            "text": single["title"],
        }
    )


def _of_demands(rows: pd.DataFrame) -> dict[str, Callable[[], object]]:
    mandates = pd.DataFrame(
        {
            "municipality": ["Provköping"] * 2,
            "start": ["2000-01-01", "2012-10-15"],
            "end": ["2012-10-15", None],
            "governing": [["S", "V"], ["M", "L"]],
        }
    )
    told = criticism(rows, mandates=mandates)
    return {
        "krav över tid": partial(demands_over_time, rows),
        "kritik mellan partier": partial(criticism, rows, mandates=mandates),
        "kritikens nätverk": partial(criticism_edges, told),
    }


def _demands(count: int) -> pd.DataFrame:
    number = np.arange(count)
    days = np.datetime64("2000-01-01") + number % 9000
    own, aimed = words(mixed(number), PARTIES), words(number, (*PARTIES, "majoriteten"))
    return pd.DataFrame(
        {
            "demand_id": [f"d{one}" for one in number],
            "municipality": "Provköping",
            "date": days.astype(str),
            "parties": [[party] for party in np.asarray(own)],
            "kind": np.asarray(words(mixed(number + 1), KINDS)),
            "addressee": np.asarray(aimed),
            "group_id": [f"g{one // 3}" for one in number],
        }
    )
