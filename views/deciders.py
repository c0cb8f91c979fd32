"""Who decided: close decisions in a sentence each, what the opposition won, influence."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from analytics.lines import tallies
from reports.order import in_order
from views import links, matter, rates
from views.counted import Counted
from views.formats import given, number, percent, records, whole
from views.language import text, word
from views.lists import by_decision, case_cell, chips
from views.markup import anchor, parties, party, safe, show, table, tag
from views.rates import figure

ROLES = ("tipped", "felled")


def close_table(close: pd.DataFrame, lines: pd.DataFrame) -> None:
    """Close decisions and who decided; ``close`` is of the report ``power``, ``lines`` of
    ``analytics.lines.lines``, of the same decisions."""
    sides, counted = dict(list(lines.groupby("decision"))), tallies(lines).to_dict("index")
    names = ("case", "verdict", "deciders")
    show(
        table(
            [safe(text(f"power.{name}")) for name in names],
            [
                _close(row, sides.get(row["decision"]), counted.get(row["decision"]))
                for row in records(close)
            ],
            caption=text("power.close"),
            kind="sp-reading sp-stacked",
        )
    )


def won_table(won: pd.DataFrame) -> None:
    """Decisions that went against those who govern; ``won`` is of the report ``majority``
    with ``parties_for``, ``parties_against`` and ``decided_by``."""
    names = ("case", "winners", "losers", "how")
    show(
        table(
            [safe(text(f"power.{name}")) for name in names],
            [
                [
                    case_cell(row),
                    parties(in_order(row["parties_for"])),
                    parties(in_order(row["parties_against"])),
                    _won(row),
                ]
                for row in records(won)
            ],
            caption=text("power.won"),
            kind="sp-reading sp-stacked",
        )
    )


def influence_table(counted: Counted, *, governed: bool) -> None:
    """Per party: the winning line, alone decisive, and Banzhaf's mean; ``counted`` is of the
    report ``influence``. Without knowing who ``governed`` nobody can be said to have tipped
    or felled anything."""
    found = {row["party"]: row for row in records(counted.rows)}
    roles = ROLES if governed else ()
    names = ("party", "n", "winning", "interval", "decisive", "interval", *roles)
    headings = [
        *(text(f"power.{name}") for name in names),
        text("power.power"),
        rates.interval_name(),
    ]
    rows = [_influence(found[letters], roles, counted) for letters in in_order(found)]
    show(
        table(
            list(map(safe, headings)),
            rows,
            caption=text("power.influence"),
            kind="sp-numbers sp-stacked",
            labels=rates.labels(headings[1:]),
        )
    )


def deciding_table(deciding: pd.DataFrame, *, shown: int) -> None:
    """The matters behind the influence, each once with who won and who lost, their power and
    who decided; ``deciding`` is the report of that name."""
    sides = (("won_power", True), ("lost_power", False))
    show(
        table(
            [safe(text("power.case")), *(safe(text(f"power.{name}")) for name, _ in sides)],
            [
                [case_cell(own[0]), *(_side(own, winning=winning) for _, winning in sides)]
                for own in by_decision(deciding, shown=shown)
            ],
            caption=text("power.behind", n=deciding["decision"].nunique()),
            kind="sp-reading sp-stacked",
        )
    )


def _close(
    row: dict[str, Any], sides: pd.DataFrame | None, tally: dict[Any, Any] | None
) -> list[str]:
    way = links.two_lines(row["case_id"], given(row["body"]))
    told = anchor(way, safe(_seats(row, sides, tally)))
    return [case_cell(row), told, parties(in_order(row["deciders"]))]


def _seats(
    row: dict[str, Any], sides: pd.DataFrame | None, tally: dict[Any, Any] | None
) -> str:
    """The seats of the two lines; what decided only where those beside do not tell it."""
    how = {"casting": "utslagsröst", "lot": "lottning", "minority": "minoritet"}
    settled = how.get(given(row["settled"]))
    if sides is not None and (settled or len(row["outside"]) == 1):
        return matter.verdict(sides, settled, tally)
    counts = number(whole(row["seats_for"])), number(whole(row["seats_against"]))
    return text("lines.seats", seats_for=counts[0], against=counts[1])


def _won(row: dict[str, Any]) -> str:
    """Who won, and how: that a minority had the matter put off is no majority's win."""
    way = links.two_lines(row["case_id"], given(row["body"]))
    how = tag(word("decided_by", given(row["decided_by"])))
    return f"{anchor(way, safe(word('won', given(row['won']))))} {how}"


def called(row: Mapping[str, Any], count: str) -> str:
    """What a figure of the report ``influence`` is called."""
    letters = str(row["party"])
    return letters if count == "n" else f"{letters}, {text(f'power.{count}').lower()}"


def _influence(row: dict[str, Any], roles: Sequence[str], counted: Counted) -> list[str]:
    address = links.href("majority", view="power", who=row["party"])
    opened = anchor(address, party(row["party"]), name=text("power.open", party=row["party"]))
    cells = [counted.link(row, "n")]
    for name in ("winning", "decisive"):
        cells += figure(row, f"{name}_share", low=f"{name}_low", high=f"{name}_high")
    cells += [counted.link(row, name) for name in roles]
    return [opened, *cells, *figure(row, "power", low="power_low", high="power_high")]


def _side(own: list[dict[str, Any]], *, winning: bool) -> str:
    found = {row["party"]: row for row in own if bool(row["winning"]) == winning}
    return chips(
        f'{party(one)}<span class="sp-quiet">{safe(percent(found[one]["power"]))}</span> '
        f"{_what(found[one])}"
        for one in in_order(found)
    )


def _what(row: dict[str, Any]) -> str:
    told = [name for name in ROLES if row[name]]
    if not told and row["decisive"]:
        told = ["decisive"]
    return "".join(tag(text(f"power.was_{name}")) for name in told)
