"""Leads worked out once more, slowly: dictionaries and loops, one decision at a time."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any

from analytics.lead_links import LINKED
from analytics.surprise import chance_of_as_many

VOTED = ("votering", "utslagsröst", "lottning")
SIDED = ("for", "against", "abstained")
Row = dict[str, Any]
Mark = Callable[[Row], bool]
Lead = tuple[Any, ...]


def plain_leads(tables: dict[str, list[Row]], *, least: int) -> set[Lead]:
    """(kind, parties, decision, decisions, k, n) of every lead, municipality by
    municipality; for what has risen (kind, parties, decision, decisions, k, n, now k, now
    n)."""
    every = sorted(tables["decisions"], key=lambda row: row["decision"])
    places = {row["municipality"] for row in every}
    made: set[Lead] = set()
    for place in places:
        here = [dict(row) for row in every if row["municipality"] == place]
        for row in here:
            _stand(row, tables)
        looked_at = {link["decision_after"] for link in tables["links"]}
        rows = [row for row in here if row["contested"] or row["decision"] in looked_at]
        made |= _in_one_place(rows, tables["links"], least)
        made |= set(_risen(here, least))
    return made


def _stand(row: Row, tables: dict[str, list[Row]]) -> None:
    """Who stood where in a decision, behind what, with how many seats."""
    own = {
        name: [one for one in tables[name] if one["decision"] == row["decision"]]
        for name in ("stances", "alternatives", "seats")
    }
    row["stance"] = {one["party"]: one["stance"] for one in own["stances"]}
    row["governs"] = {one["party"]: one["governing"] for one in own["stances"]}
    row["behind"] = {(one["party"], one["alternative"]) for one in own["alternatives"]}
    row["seats"] = defaultdict(int)
    for one in own["seats"]:
        row["seats"][one["side"]] += one["seats"]
    day = row["day"]
    month = day.year * 12 + day.month - 1 - (2022 * 12 + 9)
    row["history"] = row["mandate"] or month // 48
    row["late"] = (row["rank"], day, row["decision"])


def _stands(row: Row, *stances: str) -> list[str]:
    return sorted(party for party, stance in row["stance"].items() if stance in stances)


def _governing(row: Row, *stances: str) -> list[str]:
    return [party for party in _stands(row, *stances) if row["governs"][party] is True]


def _opposing(row: Row, *stances: str) -> list[str]:
    return [party for party in _stands(row, *stances) if row["governs"][party] is False]


def _happened(
    rows: list[Row], could: Mark, did: Mark, key: Callable[[Row], Any], least: int
) -> Iterator[tuple[Any, Row, list[int], int, int]]:
    """What happened seldom: history and matter, the last row, all rows, k and n."""
    able: dict[Any, set[int]] = defaultdict(set)
    had: dict[Any, dict[int, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if could(row):
            able[key(row)].add(row["matter"])
            if did(row):
                had[key(row)][row["matter"]].append(row)
    for history, matters in had.items():
        for matter, shown in matters.items():
            n, k = len(able[history]) - 1, len(matters) - 1
            if n >= least and 4 * (k + 0.5) <= n + 1:
                last = max(shown, key=lambda row: row["late"])
                decisions = sorted(row["decision"] for row in shown)
                yield (history, matter), last, decisions, k, n


def _in_one_place(rows: list[Row], links: list[Row], least: int) -> set[Lead]:
    made: set[Lead] = set()
    parties = sorted({party for row in rows for party in row["stance"]})

    def mandate(row: Row) -> Any:
        return row["history"]

    def body(row: Row) -> Any:
        return row["history"], row["body"]

    def whole(row: Row) -> Any:
        return None

    def add(
        kind: str, named: tuple[str, ...], could: Mark, did: Mark, key: Callable[[Row], Any]
    ) -> None:
        def contested(row: Row) -> bool:
            return bool(row["contested"]) and could(row)

        for _, last, decisions, k, n in _happened(rows, contested, did, key, least):
            made.add((kind, named, last["decision"], tuple(decisions), k, n))

    for party in parties:
        add("left_partners", (party,), _one_of_three(party), _alone(party), mandate)
        add("divided_party", (party,), _voted_in(party), _split(party), mandate)
    add("divided_majority", (), _two_governing, _both_sides, mandate)
    add("opposition_won", (), _governing_and_others, _government_lost, body)
    add("close_vote", (), _margin_known, _by_one, body)
    for kind, way in (
        ("casting_vote", "utslagsröst"),
        ("drawn_lot", "lottning"),
        ("minority", "minoritet"),
    ):
        add(kind, (), lambda row: True, lambda row, way=way: row["decided_by"] == way, body)
    made |= _pairs(rows, parties, least)
    for kind, link in LINKED.items():
        key = {"whole": whole, "by_mandate": mandate, "by_body": body}[link.within]
        mine = [one for one in links if one["kind"] == kind]
        groups: list[tuple[str, ...]] = (
            [(party,) for party in parties] if link.of_party else [()]
        )
        for named in groups:
            told = {
                one["decision_after"] for one in mine if not named or one["party"] == named[0]
            }

            def did(row: Row, told: set[int] = told) -> bool:
                return row["decision"] in told

            def could(row: Row, named: tuple[str, ...] = named, told: set[int] = told) -> bool:
                if row["decision"] in told:
                    return True
                if link.votes:  # noqa: B023
                    return bool(row["contested"]) and _margin_known(row)
                taken = not named or row["stance"].get(named[0]) in SIDED
                return bool(row["contested"]) and taken

            for _, last, decisions, k, n in _happened(rows, could, did, key, least):
                made.add((kind, named, last["decision"], tuple(decisions), k, n))
    return made


def _one_of_three(party: str) -> Mark:
    def could(row: Row) -> bool:
        sided = _governing(row, "for", "against")
        return party in sided and len(sided) > 2

    return could


def _alone(party: str) -> Mark:
    def did(row: Row) -> bool:
        return [party] in (_governing(row, "for"), _governing(row, "against"))

    return did


def _voted_in(party: str) -> Mark:
    def could(row: Row) -> bool:
        stance = row["stance"].get(party)
        return stance == "split" or (stance in SIDED and row["decided_by"] in VOTED)

    return could


def _split(party: str) -> Mark:
    return lambda row: row["stance"].get(party) == "split"


def _two_governing(row: Row) -> bool:
    return len(_governing(row, "for", "against")) > 1


def _both_sides(row: Row) -> bool:
    sizes = sorted((len(_governing(row, "for")), len(_governing(row, "against"))))
    return sizes[0] > 1 or sizes == [1, 1]


def _governing_and_others(row: Row) -> bool:
    both = _governing(row, "for", "against") and _opposing(row, "for", "against")
    return bool(both) and row["decided_by"] != "minoritet"


def _government_lost(row: Row) -> bool:
    more = len(_governing(row, "against")) > len(_governing(row, "for"))
    return more and bool(_opposing(row, "for"))


def _margin_known(row: Row) -> bool:
    seats = row["seats"]
    unrecorded = seats["silent"] + seats["remark"] + seats["split"]
    return row["decided_by"] in VOTED and seats["for"] > 0 and unrecorded == 0


def _by_one(row: Row) -> bool:
    return bool(row["seats"]["for"] - row["seats"]["against"] == 1)


def _pairs(rows: list[Row], parties: list[str], least: int) -> set[Lead]:
    """Allies that are unlikely or apart; of several pairs in a matter the least likely."""
    made: set[Lead] = set()
    for kind, marks in (("unlikely_allies", _allies(rows, parties)), ("allies_apart", None)):
        best: dict[Any, tuple[Any, Lead]] = {}
        for place, pair in enumerate(combinations(parties, 2)):
            could, did = marks[pair] if marks else (_both_sided(pair), _differ(pair))
            contested = [row for row in rows if row["contested"]]
            for group, last, decisions, k, n in _happened(
                contested, could, did, lambda row: row["history"], least
            ):
                lead = (kind, pair, last["decision"], tuple(decisions), k, n)
                rank = ((k + 0.5) / (n + 1), -n, place)
                best[group] = min(best.get(group, (rank, lead)), (rank, lead))
        made |= {lead for _, lead in best.values()}
    return made


def _both_sided(pair: tuple[str, str]) -> Mark:
    def could(row: Row) -> bool:
        governing = all(row["governs"].get(party) is True for party in pair)
        return set(pair) <= set(_stands(row, "for", "against")) and not governing

    return could


def _differ(pair: tuple[str, str]) -> Mark:
    return lambda row: row["stance"][pair[0]] != row["stance"][pair[1]]


def _allies(rows: list[Row], parties: list[str]) -> dict[tuple[str, str], tuple[Mark, Mark]]:
    pairs = list(combinations(parties, 2))
    near: dict[Any, float] = {}
    apart: dict[Any, float] = {}
    histories = {row["history"] for row in rows}
    for pair in pairs:
        for history in histories:
            own = [row for row in rows if row["history"] == history and _ally_could(row, pair)]
            same = sum(_same(row, pair) for row in own)
            opposed = sum(
                {row["stance"][party] for party in pair} == {"for", "against"} for row in own
            )
            near[pair, history] = (same + 0.5) / (len(own) + 1)
            apart[pair, history] = (opposed + 0.5) / (len(own) + 1)

    def did_of(pair: tuple[str, str]) -> Mark:
        def did(row: Row) -> bool:
            history = row["history"]
            if not _same(row, pair) or apart[pair, history] <= 0.5:
                return False
            return not any(
                near[other, history] > near[pair, history]
                and _ally_could(row, other)
                and _same(row, other)
                for other in pairs
                if len(set(other) & set(pair)) == 1
            )

        return did

    return {
        pair: (lambda row, pair=pair: _ally_could(row, pair), did_of(pair)) for pair in pairs
    }


def _ally_could(row: Row, pair: tuple[str, str]) -> bool:
    present = [party for party, stance in row["stance"].items() if stance != "absent"]
    few = _stands(row, "against")
    narrow = 3 * min(len(few), len(present) - len(few)) < len(present)
    both = set(pair) <= set(_stands(row, *SIDED))
    return bool(row["contested"]) and both and (not narrow or bool(set(few) & set(pair)))


def _same(row: Row, pair: tuple[str, str]) -> bool:
    one, other = pair
    if row["stance"][one] == row["stance"][other] == "for":
        return True
    if row["stance"][one] == row["stance"][other] == "against":
        behind = row["behind"]
        return any((one, what) in behind and (other, what) in behind for _, what in behind)
    return False


def _risen(every: list[Row], least: int) -> Iterator[Lead]:
    start = max(row["day"] for row in every).toordinal() - 365
    found = []
    for kind, named, rows, did in _series(every):
        late = [row for row in rows if row["day"].toordinal() >= start]
        shown = [row for row in late if did(row)]
        if not shown:
            continue
        latest = max(shown, key=lambda row: row["decision"])
        now = [row for row in late if row["history"] == latest["history"]]
        recent = {row["matter"] for row in now}
        before = [
            row
            for row in rows
            if row["history"] == latest["history"]
            and row not in now
            and row["matter"] not in recent
        ]
        counts = (
            len({row["matter"] for row in before if did(row)}),
            len({row["matter"] for row in before}),
            len({row["matter"] for row in now if did(row)}),
            len(recent),
        )
        decisions = tuple(sorted(row["decision"] for row in now if did(row)))
        if _enough(counts, least):
            k, n, now_k, now_n = counts
            probability = chance_of_as_many(now_k, now_n, before=(k, n))
            if probability <= 0.25:
                found.append(
                    (probability, (kind, named, latest["decision"], decisions, *counts))
                )
    said: list[set[int]] = []
    for _, lead in sorted(found, key=lambda one: one[0]):
        if lead[1] and any(set(lead[3]) <= other for other in said):
            continue
        said += [set(lead[3])] if lead[1] else []
        yield lead


def _enough(counts: tuple[int, int, int, int], least: int) -> bool:
    k, n, now_k, now_n = counts
    return n >= least and now_n >= 5 and now_k >= 3 and now_k * n > k * now_n


def _series(every: list[Row]) -> Iterator[tuple[str, tuple[str, ...], list[Row], Mark]]:
    for kind, column in (("rising_in_body", "body"), ("rising_in_topic", "topic")):
        for name in sorted({row[column] for row in every if row[column]}):
            rows = [row for row in every if row[column] == name]
            yield kind, (), rows, lambda row: bool(row["contested"])
    contested = [row for row in every if row["contested"]]
    parties = sorted({party for row in every for party in row["stance"]})
    for party in parties:
        rows = [
            row
            for row in contested
            if row["governs"].get(party) is True and row["stance"][party] != "absent"
        ]

        def left(row: Row, party: str = party) -> bool:
            return bool(
                row["stance"][party] == ("for" if _government_lost(row) else "against")
            )

        yield "rising_dissent", (party,), rows, left
    for pair in combinations(parties, 2):
        rows = [
            row for row in contested if set(pair) <= set(_governing(row, "for", "against"))
        ]
        yield "rising_between", pair, rows, _differ(pair)
