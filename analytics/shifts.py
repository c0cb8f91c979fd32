"""Where a party stood on an issue earlier and later, with a quote of each; shifts and kept
words.

``rows`` are those of ``analytics.timeline``. ``asked`` has what was decided and proposed in
words: ``decision``, ``kind`` ("decision" or "proposal"), ``parties`` (lists), ``adopted``,
``text``.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pandas as pd

from analytics.issues import LIKE, Directions, Neighbours, matters, neighbours, unnumbered
from analytics.matters import last_of_matter
from analytics.proposals import put, same_proposals
from analytics.wishes import wishes

QUOTED = ["matter", "decision", "day", "body", "title", "outcome", "stance", "governing"]
QUOTED += ["wish", "quote", "document_id", "start", "end", "page", "id"]
PAIRED = ["municipality", "party", "link", "like", "opposite", "recurring", "place_changed"]
SIDED = [f"{side}_{name}" for side in ("first", "second") for name in QUOTED]
KEYS = ["municipality", "party"]

Stand = dict[Any, Any]


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
    stands, known = _stands(rows), matters(rows, asked, directions)
    near = neighbours(known, like=like)
    ways = {matter: about.way or 1 for matter, about in known.items()}
    by_title = stands.assign(issue=stands["matter"], way=stands["matter"].map(ways))
    worded = put(stands, asked, directions)
    codes, texts = pd.factorize(worded["proposed"])
    by_words = worded.assign(issue=codes, way=1)
    same = same_proposals(list(texts), directions)
    titled = pd.DataFrame(_pairs(by_title, near, "title"), columns=[*PAIRED, *SIDED])
    put_again = pd.DataFrame(_pairs(by_words, same, "proposal"), columns=[*PAIRED, *SIDED])
    # what the titles can tell, single points are not asked
    pairs = zip(put_again["first_matter"], put_again["second_matter"], strict=True)
    apart = [one not in near.get(two, {}) for one, two in pairs]
    table = pd.concat([titled, put_again[apart]]).infer_objects()
    firm = table.sort_values("opposite", ascending=False, kind="stable")
    single = firm.drop_duplicates([*KEYS, "second_decision"])
    return single.sort_values(["second_day", "second_decision", "party"]).reset_index(
        drop=True
    )


def shifts(
    rows: pd.DataFrame, asked: pd.DataFrame, directions: Directions, *, like: float = LIKE
) -> pd.DataFrame:
    """The comparisons where a party wanted one thing and later its opposite."""
    table = comparisons(rows, asked, directions, like=like)
    return table[table["opposite"].astype(bool)].reset_index(drop=True)


def kept_words(
    rows: pd.DataFrame, asked: pd.DataFrame, directions: Directions, *, like: float = LIKE
) -> pd.DataFrame:
    """The comparisons where a party came to govern, or left, and still wanted the same."""
    table = comparisons(rows, asked, directions, like=like)
    kept = ~table["opposite"].astype(bool) & table["place_changed"].fillna(False).astype(bool)
    return table[kept].reset_index(drop=True)


def _stands(rows: pd.DataFrame) -> pd.DataFrame:
    """What each party wanted, with a quote: once per matter, party and wish."""
    wanted = rows.assign(wish=wishes(rows))
    told = wanted["wish"].notna() & wanted["day"].notna() & wanted["quote"].fillna("").ne("")
    return last_of_matter(wanted[told], ["party", "wish"])


def _pairs(stands: pd.DataFrame, near: Neighbours, link: str) -> Iterator[list[Any]]:
    for _, own in stands.groupby(KEYS, observed=True, dropna=False, sort=False):
        earlier: defaultdict[int, list[tuple[int, Stand]]] = defaultdict(list)
        ordered = own.sort_values(["day", "rank", "decision"]).to_dict("records")
        for place, later in enumerate(ordered):
            issue = later["issue"]
            likes = {issue: 100.0, **near.get(issue, {})}
            before = _nearest(earlier, later, likes, within=link == "title")
            earlier[issue].append((place, later))
            if before is not None:
                yield _row(before, later, link, likes[before["issue"]])


def _nearest(
    earlier: dict[int, list[tuple[int, Stand]]],
    later: Stand,
    likes: dict[int, float],
    *,
    within: bool,
) -> Stand | None:
    """The last stand on the issue on an earlier day (and unless ``within``, in another
    matter)."""
    found = [
        next((one for one in reversed(earlier[issue]) if _before(one[1], later, within)), None)
        for issue in likes
        if issue in earlier
    ]
    near = [one for one in found if one is not None]
    return max(near, key=lambda one: one[0])[1] if near else None


def _before(one: Stand, later: Stand, within: bool) -> bool:
    return bool(one["day"] < later["day"] and (within or one["matter"] != later["matter"]))


def _row(one: Stand, two: Stand, link: str, like: float) -> list[Any]:
    places = one["governing"], two["governing"]
    known = not any(pd.isna(place) for place in places)
    changed = bool(places[0] != places[1]) if known else None
    kind = "matter" if one["matter"] == two["matter"] else link
    opposite = one["wish"] * one["way"] != two["wish"] * two["way"]
    recurring = unnumbered(one["title"]) == unnumbered(two["title"])
    shared = [two["municipality"], two["party"], kind, like, opposite, recurring, changed]
    return [*shared, *(stand[name] for stand in (one, two) for name in QUOTED)]
