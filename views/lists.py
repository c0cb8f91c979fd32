"""Lists and tables of decisions, as HTML. Each row leads to the case."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from reports.order import in_order
from views import links
from views.colours import SHARE_COLOURS
from views.formats import capital, given, interval, number, percent, records, whole
from views.held import held
from views.language import text, word
from views.markup import (
    STACKED,
    anchor,
    count,
    parties,
    party,
    safe,
    show,
    stance,
    table,
    tag,
)


def title_of(row: Mapping[str, object]) -> str:
    """A case's title, or what it is called without one."""
    title = given(row.get("title"))
    return capital(title) or text("case.untitled", number=given(row.get("number")))


def case_link(row: Mapping[str, object]) -> str:
    """The title as a link to the case; shortened by the style sheet only."""
    address = links.case(given(row["case_id"]))
    return f'<span class="sp-clamp">{anchor(address, safe(title_of(row)))}</span>'


def case_cell(row: Mapping[str, object]) -> str:
    """The case as a link, with its day and body below."""
    where = held(row)
    return f'{case_link(row)}<span class="sp-where">{where}</span>'


def by_decision(rows: pd.DataFrame, *, shown: int) -> list[list[dict[str, Any]]]:
    """The rows of the first ``shown`` decisions, those of one decision together."""
    first = rows[rows["decision"].isin(rows["decision"].unique()[:shown])]
    found: dict[Any, list[dict[str, Any]]] = {}
    for row in records(first):
        found.setdefault(row["decision"], []).append(row)
    return list(found.values())


def chips(found: Iterable[str]) -> str:
    """Parties (HTML), each with what is told of it, in a row that breaks between them."""
    return f'<span class="sp-stood">{"".join(f"<span>{one}</span>" for one in found)}</span>'


def decision_cards(decisions: Iterable[Mapping[str, Any]]) -> None:
    """Decisions as cards: when, where, what, how it went, and the two lines."""
    show("".join(_card(row) for row in decisions))


def stance_table(decisions: pd.DataFrame, table_of_stances: pd.DataFrame) -> None:
    """Party × case; ``table_of_stances`` as from ``analytics.contested.party_table``."""
    columns = in_order(table_of_stances.columns)
    known = {row["decision"]: row for row in records(decisions)}
    cells = table_of_stances[columns]
    show(
        table(
            [safe(text("stance_table.case")), *map(party, columns)],
            [
                [
                    case_cell(known[key]),
                    *_stances(found),
                ]
                for key, found in zip(cells.index, cells.to_numpy(), strict=True)
                if key in known
            ],
            caption=text("stance_table.caption"),
            kind=f"sp-stances {STACKED}",
        )
    )


def count_table(counts: pd.DataFrame) -> None:
    """How often each party took each stance; as from ``analytics.contested.stance_counts``."""
    codes = [code for code in counts.columns if code != "n"]
    headings = [safe(text("stance_table.party")), *map(stance, codes), "n"]
    rows = [
        [
            party(letters),
            *(count(whole(counts.loc[letters, code])) for code in codes),
            _all_of(letters, number(whole(counts.loc[letters, "n"]))),
        ]
        for letters in in_order(counts.index)
    ]
    show(
        table(
            headings,
            rows,
            caption=text("stance_table.counts"),
            kind=f"sp-numbers {STACKED}",
            labels=[*_stance_names(codes), "n"],
        )
    )


def _all_of(letters: str, n: str) -> str:
    """How many decisions a party has a position in, as a link to them."""
    way = links.href("issues", part="stances", party=letters)
    return anchor(way, n, name=text("frame.open_rows", figure=n, about=f"n, {letters}"))


def pair_table(pairs: pd.DataFrame, *, counts: bool = True, shares: bool = True) -> None:
    """Pairs of parties with their share, interval, n and four shares, and the counts of the
    four where there is room; leads to the pair. Without ``shares``, where a chart beside has
    them, n and what it is made of."""
    left_out = () if shares else ("share", "interval")
    names = [
        name for name in ("pair", "share", "interval", "n", "shares") if name not in left_out
    ]
    counted = [capital(word("share_short", code)) for code in SHARE_COLOURS] if counts else []
    headings = [*(text(f"pairs.{name}") for name in names), *counted]
    rows = [
        [
            _pair(row),
            *share_cells(row)[len(left_out) :],
            *(_share_counts(row) if counts else []),
        ]
        for row in records(pairs)
    ]
    show(
        table(
            list(map(safe, headings)),
            rows,
            caption=text("pairs.caption"),
            kind=f"{'sp-pairs' if shares else 'sp-made-of'} {STACKED}",
        )
    )


def share_legend() -> str:
    """What the four colours of the share bars mean."""
    items = "".join(
        f'<li><i class="sp-swatch" style="background:{colour}"></i>'
        f"{safe(word('share', code))}</li>"
        for code, colour in SHARE_COLOURS.items()
    )
    return f'<ul class="sp-legend">{items}</ul>'


def pair_decisions(
    rows: pd.DataFrame, decisions: pd.DataFrame, pair: tuple[str, str], *, shown: int
) -> None:
    """The decisions behind a pair's figure with both stances, the first ``shown`` of them."""
    found = rows.head(shown).merge(decisions, on="decision", suffixes=("", "_decision"))
    first, second = pair
    headings = [safe(text("stance_table.case")), party(first), party(second)]
    show(
        table(
            [*headings, safe(text("pairs.outcome"))],
            [
                [
                    case_cell(row),
                    stance(row["first_stance"]),
                    stance(row["second_stance"]),
                    safe(word("share", row["kind"])),
                ]
                for row in records(found)
            ],
            caption=text("pairs.behind", first=first, second=second, n=len(rows)),
            kind="sp-stances sp-behind",
        )
    )


def share_cells(row: Mapping[str, object]) -> list[str]:
    """Share, interval, n and the bar of the four shares; no figure on too few decisions."""
    n = whole(row["n"])
    if row["level"] == "few":
        few = f'<span class="sp-quiet">{safe(text("pairs.few"))}</span>'
        return [few, "", number(n), ""]
    share = percent(float(str(row["share"])))
    shown = f"({share})" if row["level"] == "uncertain" else share
    spread = interval(float(str(row["low"])), float(str(row["high"])))
    return [safe(shown), safe(spread), number(n), share_bar(row)]


def _pair(row: Mapping[str, object]) -> str:
    first, second = str(row["first"]), str(row["second"])
    name = text("pairs.open", first=first, second=second)
    return anchor(links.pair(first, second), parties([first, second]), name=name)


def _share_counts(row: Mapping[str, object]) -> list[str]:
    if row["level"] == "few":
        return [""] * len(SHARE_COLOURS)
    return [number(whole(row[code])) for code in SHARE_COLOURS]


def share_bar(row: Mapping[str, object]) -> str:
    """The four shares of a pair as one bar, which a screen reader hears as counts."""
    n = whole(row["n"])
    counts = {code: whole(row[code]) for code in SHARE_COLOURS}
    said = ", ".join(f"{word('share', code)}: {count}" for code, count in counts.items())
    parts = "".join(
        f'<i style="width:{count / n * 100:.1f}%;background:{SHARE_COLOURS[code]}"></i>'
        for code, count in counts.items()
        if count
    )
    name = f'role="img" title="{safe(said)}" aria-label="{safe(said)}"'
    return f'<span class="sp-bar" {name}>{parts}</span>'


def _stance_names(codes: Iterable[str]) -> list[str]:
    return [word("stance", code) for code in codes]


def _stances(cells: Iterable[object]) -> list[str]:
    return [stance(code) if isinstance(code, str) else "" for code in cells]


def _card(row: Mapping[str, object]) -> str:
    where = held(row)
    return (
        f'<article class="sp-decision"><div class="sp-where">{where}</div>'
        f"<h3>{case_link(row)}</h3>"
        f'<div class="sp-lines">{both_sides(row)}</div></article>'
    )


def both_sides(row: Mapping[str, object]) -> str:
    """The parties for and against a decision, and how it went."""
    sides = "".join(_line(side, row) for side in ("for", "against", "other"))
    return f'{sides}<span class="sp-tags">{how_it_went(row)}</span>'


def how_it_went(row: Mapping[str, object]) -> str:
    """The outcome of a decision and how it was taken, as tags."""
    outcome, decided_by = given(row["outcome"]), given(row["decided_by"])
    return tag(word("outcome", outcome)) + tag(word("decided_by", decided_by))


def _line(side: str, row: Mapping[str, object]) -> str:
    letters = row[f"parties_{side}"]
    members = in_order(letters) if isinstance(letters, Iterable) else []
    if not members:
        return ""
    label = safe(text(f"lines.{side}"))
    return (
        f'<span class="sp-line"><span class="sp-side">{label}</span>{parties(members)}</span>'
    )
