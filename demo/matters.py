"""Matters as they stand in ``demo/matters/*.toml``, read into records.

In those files a line of parties is short for what was done: ``"avslag: S V"`` in ``moves``
means that S and V moved rejection, ``"S V: s1"`` in ``reserve`` that they reserved themselves
with the text ``s1`` of the matter.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from demo.records import Matter, Step, VotePlan

FOLDER = Path(__file__).parent / "matters"
REMARKS = {
    "uttalande": "särskilt uttalande",
    "yttrande": "särskilt yttrande",
    "anteckning": "protokollsanteckning",
}


def _pair(line: str) -> tuple[str, tuple[str, ...]]:
    label, _, parties = line.partition(":")
    return label.strip(), tuple(parties.split())


def _vote(row: dict[str, Any]) -> VotePlan:
    (yes, yes_parties), (no, no_parties) = _pair(row["yes"]), _pair(row["no"])
    return VotePlan(
        kind=row.get("kind", "huvudvotering"),
        yes=yes,
        no=no,
        yes_parties=yes_parties,
        no_parties=no_parties,
        abstain_parties=tuple(row.get("abstain", "").split()),
        own_way=dict(row.get("own_way", {})),
        listed=row.get("listed", "named"),
    )


def _reservation(line: str) -> tuple[tuple[str, ...], str]:
    parties, _, text = line.partition(":")
    return tuple(parties.split()), text.strip()


def _remark(line: str) -> tuple[str, tuple[str, ...], str]:
    act, parties, text = line.split(":")
    return REMARKS[act.strip()], tuple(parties.split()), text.strip()


def _step(row: dict[str, Any]) -> Step:
    plain = ("at", "win", "outcome", "proposal", "title", "background")
    lists = ("jäv", "points", "leads")
    given: dict[str, Any] = {key: row[key] for key in plain if key in row}
    given |= {key: tuple(row[key]) for key in lists if key in row}
    return Step(
        moves=tuple(_pair(line) for line in row.get("moves", ())),
        votes=tuple(_vote(vote) for vote in row.get("votes", ())),
        reserve=tuple(_reservation(line) for line in row.get("reserve", ())),
        remarks=tuple(_remark(line) for line in row.get("remarks", ())),
        substitutes=tuple(
            (line.partition(":")[0].strip(), line.partition(":")[2].strip())
            for line in row.get("substitutes", ())
        ),
        stay_out=tuple(row.get("stay_out", "").split()),
        move_style=row.get("move_style", ""),
        reserve_style=row.get("reserve_style", ""),
        **given,
    )


def _matter(row: dict[str, Any]) -> Matter:
    return Matter(
        key=row["key"],
        dnr=row.get("dnr"),
        title=row["title"],
        topic=row["topic"],
        item_type=row.get("type", "förslag"),
        background=row["background"].strip(),
        points=tuple(row.get("points", ())),
        alternatives={
            key: tuple([value] if isinstance(value, str) else value)
            for key, value in row.get("alternatives", {}).items()
        },
        texts={key: value.strip() for key, value in row.get("texts", {}).items()},
        steps=tuple(_step(step) for step in row.get("step", ())),
        papers=row.get("papers", {}),
    )


@cache
def matters() -> tuple[Matter, ...]:
    """Every matter, in the order of the files' names and within them."""
    found = [
        _matter(row)
        for path in sorted(FOLDER.glob("*.toml"))
        for row in tomllib.loads(path.read_text(encoding="utf-8")).get("matter", ())
    ]
    keys = [matter.key for matter in found]
    if len(set(keys)) != len(keys):
        raise ValueError("Två ärenden har samma nyckel i demo/matters.")
    return tuple(found)


@cache
def matter(key: str) -> Matter:
    """The matter called ``key``; raises KeyError when there is none."""
    return {found.key: found for found in matters()}[key]
