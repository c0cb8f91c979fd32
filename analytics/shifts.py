"""Where a party stood on an issue earlier and later, with a quote of each; shifts and kept
words.

``rows`` are those of ``analytics.timeline``; ``stood`` what each party wanted
(``analytics.stands``); ``issues`` which matters are about one issue (``analytics.issues``);
``moved`` who stood where on proposals that are worded alike (``analytics.proposals``).
"""

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.issues import Issues, unnumbered
from analytics.likeness import joined
from analytics.matters import codes_of, firsts
from analytics.nearest import itself, latest, nearest, nearest_same
from analytics.proposals import Proposals

QUOTED = ["matter", "decision", "day", "body", "title", "outcome", "stance", "governing"]
QUOTED += ["wish", "quote", "document_id", "start", "end", "page", "id"]
KEYS = ["municipality", "party"]
SIDES = ("first", "second")
LINKS = ("matter", "title", "proposal")


def comparisons(
    rows: pd.DataFrame, stood: pd.DataFrame, issues: Issues, moved: Proposals
) -> pd.DataFrame:
    """Every stand of a party beside its nearest earlier one on the same issue.

    ``municipality``, ``party``; ``link`` ("matter": the same matter; "title": titles alike
    with a direction each, or the same yearly matter, or both motions; "proposal": a proposal
    is worded as an earlier one), ``like`` (0 to 100), ``opposite`` (it wanted opposite
    things), ``recurring`` (titles equal but for numbers), ``place_changed`` (governing one
    time only; missing where not known), and ``first_`` and ``second_`` of ``matter``,
    ``decision``, ``day``, ``body``, ``title``, ``outcome``, ``stance``, ``governing``,
    ``wish``, ``quote``, ``document_id``, ``start``, ``end``, ``page``, ``id``. Where a
    direction cannot be told, two stands are not compared.
    """
    return _told(rows, stood, _pairs(stood, issues, moved))


def shifts(compared: pd.DataFrame) -> pd.DataFrame:
    """The comparisons where a party wanted one thing and later its opposite."""
    return compared[compared["opposite"]].reset_index(drop=True)


def kept_words(compared: pd.DataFrame) -> pd.DataFrame:
    """The comparisons where a party came to govern, or left, and still wanted the same."""
    changed = compared["place_changed"].fillna(False)
    return compared[~compared["opposite"] & changed].reset_index(drop=True)


def _pairs(stood: pd.DataFrame, issues: Issues, moved: Proposals) -> pd.DataFrame:
    """What is compared, each later one once and in order: ``first`` and ``second`` (places in
    ``stood``), ``first_wish``, ``second_wish``, ``like``, ``link`` (a place in ``LINKS``) and
    ``opposite``."""
    kind = issues.kinds.reindex(stood["matter"]).to_numpy(dtype=np.int64)
    numbers = stood[["matter", "day", "wish"]].assign(
        own=codes_of(stood, KEYS), kind=kind, stand=np.arange(len(stood))
    )
    titled = _titled(numbers.assign(way=issues.ways[kind]), issues)
    worded = _worded(numbers.assign(way=1), moved)
    # what the titles can tell, single points are not asked
    kinds = kind[worded[list(SIDES)]]
    (one, two, _), size = issues.near, len(issues.ways)
    pair = pd.Series(kinds.min(axis=1) * size + kinds.max(axis=1), worded.index)
    table = pd.concat([titled, worded[~pair.isin(one * size + two)]])
    occasion = codes_of(stood, ["decision", *KEYS])
    firm = np.argsort(~table["opposite"].to_numpy(), kind="stable")
    chosen = firm[firsts(occasion[table["second"].to_numpy()[firm]])]
    order = np.argsort(table["second"].to_numpy()[chosen], kind="stable")
    found: pd.DataFrame = table.take(chosen[order]).reset_index(drop=True)
    return found


def _titled(numbers: pd.DataFrame, issues: Issues) -> pd.DataFrame:
    """Stands in the same matter, or in matters with like titles."""
    same = nearest_same(numbers.assign(issue=numbers["matter"]))
    found = nearest(numbers.assign(issue=numbers["kind"]), issues.near)
    return _ends(numbers, latest(pd.concat([same, found])), "title")


def _worded(numbers: pd.DataFrame, moved: Proposals) -> pd.DataFrame:
    """Stands on proposals in other matters that are worded alike."""
    stand, issue, wish = (moved.stood[name].to_numpy() for name in ("stand", "issue", "wish"))
    there = numbers.take(stand).assign(issue=issue, wish=wish.astype(np.int64))
    near = joined(itself(issue), moved.near)
    return _ends(there, nearest(there, near, within=False), "proposal")


def _ends(numbers: pd.DataFrame, found: pd.DataFrame, link: str) -> pd.DataFrame:
    """Both sides of what was found, and whether they are opposite."""
    first, second = (found[side].to_numpy() for side in SIDES)
    stand, matter, wish, way = (
        numbers[name].to_numpy() for name in ("stand", "matter", "wish", "way")
    )
    links = np.array([LINKS.index(link), LINKS.index("matter")])
    return pd.DataFrame(
        {
            "first": stand[first],
            "second": stand[second],
            "first_wish": wish[first],
            "second_wish": wish[second],
            "like": found["like"].to_numpy(),
            "link": links[(matter[first] == matter[second]).astype(np.int64)],
            "opposite": (wish * way)[first] != (wish * way)[second],
        }
    )


def _told(rows: pd.DataFrame, stood: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    """The pairs with all that is told of each side."""
    row, governing = stood["row"].to_numpy(), stood["governing"].array
    told = rows[[name for name in QUOTED if name != "wish"]]
    first, second = (
        told.take(row[pairs[side]])
        .reset_index(drop=True)
        .assign(wish=pairs[f"{side}_wish"])[QUOTED]
        .add_prefix(f"{side}_")
        for side in SIDES
    )
    links = pd.DataFrame(
        {
            "link": pd.array(LINKS, dtype="str").take(pairs["link"].to_numpy()),
            "like": pairs["like"],
            "opposite": pairs["opposite"],
            "recurring": _recurring(first["first_title"], second["second_title"]),
            "place_changed": governing[pairs["first"]] != governing[pairs["second"]],
        }
    )
    own = rows[KEYS].take(row[pairs["second"]]).reset_index(drop=True)
    return pd.concat([own, links, first, second], axis=1)


def _recurring(first: pd.Series, second: pd.Series) -> npt.NDArray[np.bool_]:
    """Whether two titles are the same without their numbers; none that is missing is."""
    codes, every = pd.factorize(pd.concat([first, second]))
    names = pd.factorize(np.array([*map(unnumbered, every)], dtype=object))[0]
    one, two = np.split(np.append(names, -1)[codes], 2)
    same: npt.NDArray[np.bool_] = (one == two) & (one >= 0)
    return same
