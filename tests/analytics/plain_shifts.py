"""What ``analytics.shifts`` and ``analytics.likeness`` give, worked out pair by pair."""

from collections import Counter, defaultdict
from typing import Any

import pandas as pd
from rapidfuzz import fuzz

from analytics.issues import LIKE, Directions, content, direction, unnumbered
from analytics.likeness import COMMON, PREFIX
from analytics.proposals import _AMOUNT, _in_order, telling
from analytics.proposals import LIKE as PROPOSALS_LIKE
from analytics.wishes import wishes

Row = dict[str, Any]
Words = tuple[str, ...]


def likeness(first: Words, second: Words) -> float:
    """The best match of each word of the shorter list, weighted by its length."""
    short, long = sorted((first, second), key=lambda words: (len(words), words))
    letters = sum(len(word) for word in short)
    best = sum(len(word) * max(fuzz.ratio(word, one) for one in long) for word in short)
    return best / letters if letters else 0.0


def alike(texts: dict[Any, Words], like: float) -> dict[tuple[Any, Any], float]:
    """Both ways, the texts that share a quarter of the beginnings that few share, and are
    alike."""
    held = Counter(start for words in texts.values() for start in _beginnings(words))
    rare = {
        one: {start for start in _beginnings(words) if held[start] <= COMMON}
        for one, words in texts.items()
    }
    found = {}
    for one, first in texts.items():
        for two, second in texts.items():
            shared = len(rare[one] & rare[two])
            if one != two and 4 * shared >= max(min(len(rare[one]), len(rare[two])), 1):
                share = likeness(first, second)
                if share >= like - 1e-9:
                    found[one, two] = share
    return found


def _beginnings(words: Words) -> set[str]:
    return {word[:PREFIX] for word in words}


def comparisons(
    rows: pd.DataFrame, asked: pd.DataFrame, directions: Directions
) -> set[tuple[Any, ...]]:
    """``analytics.shifts.comparisons``: party, both decisions, link, opposite and what each
    side wanted."""
    about = _matters(rows, asked, directions)
    stands = _stands(rows)
    near = {
        pair: share
        for place in {one["place"] for one in about.values()}
        for pair, share in alike(
            {m: one["words"] for m, one in about.items() if one["place"] == place}, LIKE
        ).items()
        if _comparable(about[pair[0]], about[pair[1]])
    }
    titled = [
        {**stand, "issue": stand["matter"], "way": about[stand["matter"]]["way"] or 1}
        for stand in stands
    ]
    worded = list(_put(stands, asked, directions))
    texts = {stand["issue"]: content(stand["issue"], directions) for stand in worded}
    same = {
        pair: share
        for pair, share in alike(texts, PROPOSALS_LIKE).items()
        if _asks_the_same(pair, texts, directions)
    }
    pairs = [(*pair, "title") for pair in _pairs(titled, near, within=True)]
    pairs += [
        (one, two, "proposal")
        for one, two in _pairs(worded, same, within=False)
        if (one["matter"], two["matter"]) not in near
    ]
    chosen: dict[tuple[Any, ...], tuple[Any, ...]] = {}
    for one, two, link in sorted(pairs, key=lambda pair: not _opposite(*pair[:2])):
        key = two["municipality"], two["party"], two["decision"]
        kind = "matter" if one["matter"] == two["matter"] else link
        ends = one["decision"], two["decision"], kind, _opposite(one, two)
        chosen.setdefault(key, (*key, *ends, one["wish"], two["wish"]))
    return set(chosen.values())


def _opposite(one: Row, two: Row) -> bool:
    return bool(one["wish"] * one["way"] != two["wish"] * two["way"])


def _stands(rows: pd.DataFrame) -> list[Row]:
    told = rows.assign(wish=wishes(rows)).to_dict("records")
    known = [row for row in told if not pd.isna(row["wish"]) and row["quote"]]
    last: dict[tuple[Any, ...], tuple[Any, ...]] = {}
    for row in known:
        key = row["matter"], row["party"], row["wish"]
        late = row["rank"], row["day"], row["decision"]
        last[key] = max(late, last.get(key, late))
    kept = [
        row
        for row in known
        if last[row["matter"], row["party"], row["wish"]][2] == row["decision"]
    ]
    return sorted(kept, key=lambda row: (row["day"], row["rank"], row["decision"]))


def _matters(
    rows: pd.DataFrame, asked: pd.DataFrame, directions: Directions
) -> dict[int, Row]:
    found: dict[int, Row] = {}
    for row in rows.sort_values("decision", kind="stable").to_dict("records"):
        if row["matter"] in found:
            continue
        own = set(rows.loc[rows["matter"] == row["matter"], "decision"])
        points = [
            one["text"]
            for one in asked.to_dict("records")
            if one["decision"] in own and one["kind"] == "decision" and one["adopted"] is True
        ]
        title = row["title"]
        told = title if direction(title, directions) != 0 else " ".join([title, *points])
        found[row["matter"]] = {
            "place": row["municipality"],
            "words": content(title, directions),
            "way": direction(told, directions),
            "fee": any(word in told.lower() for word in directions["fee"]),
            "name": unnumbered(title),
            "motion": row["item_type"] == "motion",
        }
    return found


def _comparable(one: Row, two: Row) -> bool:
    if None in (one["way"], two["way"]):
        return False
    if one["way"] == two["way"] == 0:
        return bool(one["name"] == two["name"] or (one["motion"] and two["motion"]))
    return 0 not in (one["way"], two["way"]) and bool(one["fee"] == two["fee"])


def _put(stands: list[Row], asked: pd.DataFrame, directions: Directions) -> list[Row]:
    found = []
    for stand in stands:
        for one in asked.to_dict("records"):
            text = pd.Index([one["text"]])
            tells = telling(text, [content(one["text"], directions)])[0]
            if one["decision"] != stand["decision"] or not tells:
                continue
            put = {**stand, "issue": one["text"], "way": 1}
            if one["kind"] == "decision":
                found += [put] * (one["adopted"] is True)
            elif one["adopted"] is False and stand["party"] in one["parties"]:
                found.append({**put, "wish": 1})
            elif one["adopted"] is False and stand["stance"] == "for":
                found.append({**put, "wish": -1})
    return found


def _asks_the_same(
    pair: tuple[str, str], texts: dict[str, Words], directions: Directions
) -> bool:
    one, two = sorted(pair, key=list(texts).index)
    ways = [direction(text, directions) for text in (one, two)]
    amounts = [sorted(_AMOUNT.findall(text)) for text in (one, two)]
    told = ways[0] is not None and ways[0] == ways[1] and amounts[0] == amounts[1]
    return told and _in_order(texts[one], texts[two])


def _pairs(
    stands: list[Row], near: dict[tuple[Any, Any], float], *, within: bool
) -> list[tuple[Row, Row]]:
    found = []
    earlier: defaultdict[tuple[Any, Any], list[Row]] = defaultdict(list)
    for later in stands:
        own = earlier[later["municipality"], later["party"]]
        before = [
            one
            for one in own
            if one["day"] < later["day"]
            and (one["issue"] == later["issue"] or (one["issue"], later["issue"]) in near)
            and (within or one["matter"] != later["matter"])
        ]
        if before:
            found.append((before[-1], later))
        own.append(later)
    return found
