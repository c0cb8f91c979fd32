"""Where a party stood on an issue earlier and later, with a quote of each; shifts and kept
words.

``rows`` are those of ``analytics.timeline``. ``asked`` has what was decided and proposed in
words: ``decision``, ``kind`` ("decision" or "proposal"), ``parties`` (lists), ``adopted``,
``text``.
"""

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.issues import LIKE, Directions, matters, neighbours, unnumbered
from analytics.likeness import Alike, joined
from analytics.matters import codes_of, first_of, last_of_matter
from analytics.nearest import itself, latest, nearest
from analytics.proposals import put, same_proposals
from analytics.wishes import wishes

QUOTED = ["matter", "decision", "day", "body", "title", "outcome", "stance", "governing"]
QUOTED += ["wish", "quote", "document_id", "start", "end", "page", "id"]
KEYS = ["municipality", "party"]
SIDES = ("first", "second")


def comparisons(
    rows: pd.DataFrame, asked: pd.DataFrame, directions: Directions, *, like: float = LIKE
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
    return _told(rows, _pairs(rows, asked, directions, like))


def shifts(
    rows: pd.DataFrame, asked: pd.DataFrame, directions: Directions, *, like: float = LIKE
) -> pd.DataFrame:
    """The comparisons where a party wanted one thing and later its opposite."""
    pairs = _pairs(rows, asked, directions, like)
    return _told(rows, pairs[pairs["opposite"]])


def kept_words(
    rows: pd.DataFrame, asked: pd.DataFrame, directions: Directions, *, like: float = LIKE
) -> pd.DataFrame:
    """The comparisons where a party came to govern, or left, and still wanted the same."""
    rows = rows[rows["municipality"].isin(_changed(rows))]
    pairs = _pairs(rows, asked, directions, like)
    return _told(rows, pairs[~pairs["opposite"] & pairs["place_changed"].fillna(False)])


def _changed(rows: pd.DataFrame) -> pd.Series:
    """The municipalities where a party is known to have governed, and not to have."""
    single = rows[[*KEYS, "governing"]].take(first_of(codes_of(rows, [*KEYS, "governing"])))
    known = single.loc[single["governing"].notna(), KEYS]
    changed: pd.Series = known["municipality"][known.duplicated()]
    return changed


def _pairs(
    rows: pd.DataFrame, asked: pd.DataFrame, directions: Directions, like: float
) -> pd.DataFrame:
    """The places in ``rows`` of what is compared, each later one once, with ``link``,
    ``like``, ``opposite``, ``place_changed`` and what each side wanted."""
    stands = _stands(rows)
    kind, known = matters(rows, asked, directions)
    near = neighbours(known, np.bincount(kind, minlength=len(known)), like=like)
    numbers = stands[["matter", "decision", "day", "wish", "row", "governing"]].assign(
        own=codes_of(stands, KEYS),
        kind=stands["matter"].map(kind).to_numpy(dtype=np.int64),
    )
    ways = np.array([about.way or 1 for about in known], dtype=np.int64)
    titled = _titled(numbers.assign(way=ways[numbers["kind"]]), near)
    worded = _worded(numbers.assign(way=1), put(stands, asked, directions), directions)
    # what the titles can tell, single points are not asked
    kinds = worded[[f"{side}_kind" for side in SIDES]]
    pair = kinds.min(axis=1) * len(known) + kinds.max(axis=1)
    table = pd.concat([titled, worded[~pair.isin(near[0] * len(known) + near[1])]])
    firm = table.sort_values("opposite", ascending=False, kind="stable")
    single = firm.drop_duplicates(["second_own", "second_decision"])
    changed = single["first_governing"] != single["second_governing"]
    found: pd.DataFrame = single.assign(place_changed=changed)
    return found


def _titled(numbers: pd.DataFrame, near: Alike) -> pd.DataFrame:
    """Stands in the same matter, or in matters with like titles."""
    matter = numbers.assign(issue=numbers["matter"])
    same = nearest(matter, itself(matter["issue"].to_numpy()))
    found = nearest(numbers.assign(issue=numbers["kind"]), near)
    return _ends(numbers, latest(pd.concat([same, found])), "title")


def _worded(
    numbers: pd.DataFrame, stood: pd.DataFrame, directions: Directions
) -> pd.DataFrame:
    """Stands on proposals in other matters that are worded alike."""
    issue, texts = pd.factorize(stood["proposed"])
    there = numbers.take(stood["stand"].to_numpy()).reset_index(drop=True)
    there = there.assign(issue=issue, wish=stood["wish"].to_numpy(dtype=np.int64))
    near = joined(itself(issue), same_proposals(list(texts), directions))
    return _ends(there, nearest(there, near, within=False), "proposal")


def _ends(numbers: pd.DataFrame, found: pd.DataFrame, link: str) -> pd.DataFrame:
    """Both sides of what was found, and whether they are opposite."""
    sides = [
        numbers.take(found[side].to_numpy()).reset_index(drop=True).add_prefix(f"{side}_")
        for side in SIDES
    ]
    table = pd.concat([*sides, found["like"]], axis=1)
    same = table["first_matter"] == table["second_matter"]
    wanted = [table[f"{side}_wish"] * table[f"{side}_way"] for side in SIDES]
    return table.assign(link=np.where(same, "matter", link), opposite=wanted[0] != wanted[1])


def _stands(rows: pd.DataFrame) -> pd.DataFrame:
    """What each party wanted, with a quote, in order of time: once per matter, party and wish;
    ``row`` is the place in ``rows``."""
    wish = wishes(rows)
    told = wish.notna() & rows["day"].notna() & rows["quote"].fillna("").ne("")
    row = np.flatnonzero(told.to_numpy())
    names = [*KEYS, "matter", "decision", "day", "rank", "stance", "governing"]
    wanted = rows[names].take(row).assign(wish=wish.array[row].astype(np.int64), row=row)
    wanted = wanted.assign(governing=wanted["governing"].astype("boolean"))
    single = last_of_matter(wanted, ["party", "wish"])
    return single.sort_values(["day", "rank", "decision"], ignore_index=True)


def _told(rows: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    """The pairs with all that is told of each side, in order of the later one."""
    columns = [*KEYS, *(name for name in QUOTED if name != "wish")]
    first, second = (
        rows[columns]
        .take(pairs[f"{side}_row"].to_numpy())
        .reset_index(drop=True)
        .assign(wish=pairs[f"{side}_wish"].to_numpy())
        for side in SIDES
    )
    names = np.split(_unnumbered(pd.concat([first["title"], second["title"]])), 2)
    links = pairs[["link", "like", "opposite", "place_changed"]].reset_index(drop=True)
    table = pd.concat(
        [
            second[KEYS],
            links.assign(recurring=(names[0] == names[1]) & (names[0] >= 0)),
            first[QUOTED].add_prefix("first_"),
            second[QUOTED].add_prefix("second_"),
        ],
        axis=1,
    )
    return table.sort_values(["second_day", "second_decision", "party"], ignore_index=True)


def _unnumbered(titles: pd.Series) -> npt.NDArray[np.int64]:
    """A number for each title without its numbers; -1 where it is missing."""
    codes, every = pd.factorize(titles)
    names = pd.factorize(np.array([*map(unnumbered, every)], dtype=object))[0]
    return np.append(names, -1)[codes]
