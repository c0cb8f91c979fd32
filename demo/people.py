"""Who sat in which body, and who came to a meeting."""

import re
import tomllib
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from pathlib import Path

from demo.choice import share
from demo.records import Seat

HERE = Path(__file__).parent
AWAY_SHARE = 0.35
CHAIRS = ("ordförande", "vice ordförande", "vice ordförande")


@cache
def rosters() -> dict[tuple[str, int], dict[str, tuple[str, ...]]]:
    """Rosters by (body, period): ``members``, ``substitutes`` and ``officials`` as printed."""
    rows = tomllib.loads((HERE / "roster.toml").read_text(encoding="utf-8"))["roster"]
    return {
        (row["body"], row["period"]): {
            key: tuple(row[key]) for key in ("members", "substitutes", "officials")
        }
        for row in rows
    }


def split_label(label: str) -> tuple[str, str | None]:
    """``"Anna Ek (S)"`` → ``("Anna Ek", "S")``; a name without brackets has no party."""
    found = re.fullmatch(r"(.+) \((\w+)\)", label)
    return (found.group(1), found.group(2)) if found else (label, None)


def _serving(
    roster: Mapping[str, tuple[str, ...]],
    substitutes: Sequence[tuple[str, str | None]],
    *,
    absent: Collection[str],
    stand_ins: Mapping[str, str],
) -> dict[str, str]:
    """Who serves for whom: substitute → absent member."""
    serving: dict[str, str] = {}
    for name, party in map(split_label, roster["members"]):
        if name not in absent:
            continue
        own = [
            n for n, p in substitutes if p == party and n not in absent and n not in serving
        ]
        stand_in = stand_ins.get(name, own[0] if own else "")
        if stand_in:
            serving[stand_in] = name
    return serving


def seats(
    code: str,
    roster: Mapping[str, tuple[str, ...]],
    *,
    absent: Collection[str],
    present: Collection[str],
    stand_ins: Mapping[str, str],
) -> tuple[Seat, ...]:
    """Everybody on the attendance list of meeting ``code``.

    ``absent`` members are replaced by ``stand_ins``, else by a substitute of their own party,
    else by nobody. ``present`` substitutes are there whatever the draw says.
    """
    substitutes = [split_label(label) for label in roster["substitutes"]]
    serving = _serving(roster, substitutes, absent=absent, stand_ins=stand_ins)
    there = {
        name
        for name, _ in substitutes
        if name in serving
        or name in present
        or (name not in absent and share(code, name) > AWAY_SHARE)
    }
    members = []
    for position, (name, party) in enumerate(map(split_label, roster["members"])):
        role = "ledamot" if position > len(CHAIRS) - 1 else CHAIRS[position]
        members.append(Seat(name, party, role, name not in absent))
    rest = [
        Seat(
            name,
            party,
            "tjänstgörande ersättare" if name in serving else "ersättare",
            name in there,
            serving.get(name),
        )
        for name, party in substitutes
    ]
    officials = [
        Seat(label.split(",")[0], None, "tjänsteperson") for label in roster["officials"]
    ]
    rest.sort(key=lambda seat: seat.role == "ersättare")
    return (*members, *rest, *officials)
