"""The list of topics: how much was decided, how much of it contested, and who dissented."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from views import links
from views.counted import Counted
from views.filters import topic_name
from views.formats import interval, number, percent, records, whole
from views.language import text
from views.markup import STACKED, anchor, party, safe, show, table

DISSENTERS = 3


def topic_table(topics: pd.DataFrame, counted: Counted) -> None:
    """``topics`` as the report of that name, ``counted`` of the report ``dissent``; each topic
    leads to its decisions."""
    dissent = counted.rows
    known = dissent[(dissent["level"] != "few") & (dissent["against"] > 0)]
    most = {str(topic): rows.head(DISSENTERS) for topic, rows in known.groupby("topic")}
    names: tuple[str, ...]
    names = ("topic", "n", "contested", "share", "interval", "dissenters")
    kind = f"sp-issues {STACKED}"
    if not shares_shown(topics):
        names, kind = names[:3], f"{kind} sp-counts"
    show(
        table(
            [safe(text(f"topics.{name}")) for name in names],
            [
                _row(row, most.get(row["topic"]), counted)[: len(names)]
                for row in records(topics)
            ],
            caption=text("topics.caption"),
            kind=kind,
        )
    )


def shares_shown(topics: pd.DataFrame) -> bool:
    """Whether a share can be told of any topic; else the table has only counts."""
    return bool((topics["level"] != "few").any())


def share(row: dict[str, object]) -> str:
    """A share in words: in parentheses when uncertain, hidden on too few."""
    if row["level"] == "few":
        return text("pairs.few")
    shown = percent(float(str(row["share"])))
    return f"({shown})" if row["level"] == "uncertain" else shown


def called(row: Mapping[str, Any], count: str) -> str:
    """What a figure of the report ``dissent`` is called."""
    return f"{row['party']}, {topic_name(str(row['topic']))}"


def _row(row: dict[str, object], most: pd.DataFrame | None, counted: Counted) -> list[str]:
    code = str(row["topic"])
    spread = ""
    if row["level"] != "few":
        spread = interval(float(str(row["low"])), float(str(row["high"])))
    return [
        anchor(links.href("issues", topic=code, part="stances"), safe(topic_name(code))),
        _count(code, row["n"], contested="false"),
        _count(code, row["contested"], contested="true"),
        safe(share(row)) if row["level"] != "few" else _few(),
        f'<span class="sp-quiet">{safe(spread)}</span>' if spread else "",
        "" if most is None else "".join(_dissenter(one, counted) for one in records(most)),
    ]


def _count(code: str, value: object, *, contested: str) -> str:
    """A count of matters; leads to their decisions."""
    n = whole(value)
    if not n:
        return f'<span class="sp-quiet">{number(n)}</span>'
    way = links.href("issues", topic=code, part="stances", contested=contested)
    return anchor(way, number(n), name=topic_name(code))


def _few() -> str:
    return f'<span class="sp-quiet">{safe(text("pairs.few"))}</span>'


def _dissenter(row: dict[str, object], counted: Counted) -> str:
    told = safe(f"{share(row)} ")
    n = f'<span class="sp-quiet">n {counted.link(row, "n")}</span>'
    return f'<span class="sp-dissenter">{party(str(row["party"]))}{told}{n}</span>'
