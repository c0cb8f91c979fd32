"""The parties' own words beside each other, and demands one by one."""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from pipeline.words import DemandKind
from reports.issues import EVERY
from reports.order import in_order
from views import choices, links
from views.formats import given, number, records, short_day, whole
from views.held import held
from views.language import plural, text, texts, word
from views.lists import title_of
from views.markup import STACKED, anchor, facts, parties, party, safe, show, table, tag
from views.quotes import place, quoted

Row = Mapping[str, object]


def columns(rows: pd.DataFrame) -> None:
    """A column per party with the newest of its demands and statements; ``rows`` as
    ``issue_queries.FIRST_WORDS``. What parties said together stands once, in a column of its
    own; what is repeated stands once, with the way to the earlier times."""
    held = {str(name): _grouped(records(own)) for name, own in rows.groupby("party")}
    together = _together(group for groups in held.values() for group in groups)
    columns = [_joint_column(together)] if together else []
    columns += [_column(name, held[name]) for name in in_order(held)]
    show(f'<div class="sp-voices">{"".join(columns)}</div>')


def demand_table(rows: pd.DataFrame, *, shown: int) -> None:
    """Demands, newest first, each once; ``rows`` as the report ``demands``."""
    names = ("demand", "parties", "kind", "date")
    show(
        table(
            [safe(text(f"voices.{name}")) for name in names],
            [_demand_row(group) for group in _grouped(_first(rows, shown))],
            caption=text("voices.caption"),
            kind=f"sp-demands {STACKED}",
        )
    )


def sentences(rows: Iterable[Row]) -> str:
    """Quotes in a fold, each with the day and the way to the source; HTML."""
    items = [
        f"<li>{safe(short_day(row['date']))} {quoted(given(row['quote']))}{_way(row)}</li>"
        for row in rows
    ]
    label = safe(plural("voices.sentences", len(items)))
    told = f"<summary>{label}</summary><ul>{''.join(items)}</ul>"
    return f'<details class="sp-fold">{told}</details>'


def kind_name(code: object) -> str:
    """What a demand does, or the act of a statement without one."""
    known = texts("sv").get(f"demand.{given(code)}")
    return word("demand", given(code)) if known else word("act", given(code))


def kind_asked(codes: Iterable[str], *, start: str | None = None) -> str:
    """A choice of what the sentences do; ``start`` is the one to begin with."""
    plain = [str(code) for code in codes]
    return choices.segmented("kind", plain, kind_told, label=text("voices.kind"), start=start)


def kind_told(code: str) -> str:
    """What the sentences of a choice do."""
    return text("voices.every_kind") if code == EVERY else word("demand", code)


def kind_in_address(default: str) -> str:
    """The kind that the address asks for."""
    return choices.asked("kind", (str(default), *map(str, DemandKind)))


def step_name(code: str) -> str:
    """What a length of periods is called."""
    return text(f"voices.by_{code}")


def period_name(period: object) -> str:
    """A period of ``analytics.demands`` as it is read: "2023-Q2" is "kv 2 2023"."""
    year, mark, quarter = given(period).partition("-Q")
    return text("format.quarter", quarter=quarter, year=year) if mark else year


def addressee_name(code: object) -> str:
    """Whom a demand is aimed at; a party's letters stand as they are."""
    return word("addressee", given(code))


def _first(rows: pd.DataFrame, shown: int) -> list[Row]:
    """All rows of the ``shown`` newest demands."""
    return list(records(rows[rows["wish"].isin(rows["wish"].unique()[:shown])]))


def _grouped(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows of one demand together, in the order of the newest of each."""
    groups: dict[object, list[Row]] = {}
    for row in rows:
        groups.setdefault(row["wish"], []).append(row)
    return list(groups.values())


def _together(groups: Iterable[Sequence[Row]]) -> list[list[Row]]:
    """Those that several parties last said together, each once, newest first; the earlier
    times are those of all the parties."""
    found: dict[object, dict[object, Row]] = {}
    for group in filter(_is_joint, groups):
        same = found.setdefault((group[0]["wish"], group[0]["id"]), {})
        same.update({row["id"]: row for row in group})
    once = [sorted(rows.values(), key=_day, reverse=True) for rows in found.values()]
    return sorted(once, key=lambda group: _day(group[0]), reverse=True)


def _is_joint(group: Sequence[Row]) -> bool:
    return len(_members(group[0])) > 1


def _members(row: Row) -> list[str]:
    found = row["parties"]
    return list(found) if isinstance(found, Iterable) else []


def _day(row: Row) -> str:
    return given(row["date"])


def _joint_column(groups: Sequence[Sequence[Row]]) -> str:
    heading = safe(text("voices.together"))
    return _section(heading, len(groups), groups, "", kind="sp-voice sp-together")


def _column(name: str, groups: Sequence[Sequence[Row]]) -> str:
    own = [group for group in groups if not _is_joint(group)]
    wishes, joint = whole(groups[0][0]["wishes"]), len(groups) - len(own)
    left = wishes - len(groups)
    told = [
        text("voices.elsewhere", count=number(joint)) if joint else "",
        text("voices.left", left=number(left)) if left > 0 else "",
    ]
    return _section(party(name), wishes, own, facts(map(safe, told)))


def _section(
    heading: str,
    count: int,
    groups: Sequence[Sequence[Row]],
    rest: str,
    *,
    kind: str = "sp-voice",
) -> str:
    said = safe(plural("voices.sentences", count))
    return (
        f'<section class="{kind}"><h3>{heading} <span class="sp-quiet">{said}</span></h3>'
        f'{"".join(map(_voice, groups))}<p class="sp-where">{rest}</p></section>'
    )


def _voice(group: Sequence[Row]) -> str:
    newest = group[0]
    members = parties(in_order(_members(newest))) if _is_joint(group) else ""
    where = held(newest)
    title = anchor(links.case(given(newest["case_id"])), safe(title_of(newest)))
    case = title if given(newest["case_id"]) else ""
    return (
        f"<article><header>{_tags(newest)}{members}</header>{quoted(given(newest['quote']))}"
        f'<p class="sp-where">{where}</p><p class="sp-where sp-clamp">{case}</p>'
        f'<p class="sp-where">{facts([_way(newest), _repeated(group)])}</p></article>'
    )


def _demand_row(group: Sequence[Row]) -> list[str]:
    newest = group[0]
    title = anchor(links.case(given(newest["case_id"])), safe(title_of(newest)))
    case = title if given(newest["case_id"]) else ""
    about = facts([case, _way(newest), _repeated(group)])
    return [
        f'{quoted(given(newest["quote"]))}<span class="sp-where">{about}</span>',
        parties(in_order(_members(newest))),
        _tags(newest),
        safe(short_day(newest["date"])),
    ]


def _tags(row: Row) -> str:
    kind = kind_name(row["kind"])
    told = text("voices.not", kind=kind) if row["negated"] else kind
    to = addressee_name(row["addressee"])
    return tag(told) + (tag(text("voices.to", name=to)) if to else "")


def _repeated(group: Sequence[Row]) -> str:
    """How often and since when; the earlier times as links."""
    newest = group[0]
    times = whole(newest["times"])
    if times < 2:
        return ""
    said = safe(text("voices.repeated", times=times, year=given(newest["since"])[:4]))
    days = {given(row["date"]): row for row in reversed(group[1:])}
    earlier = ", ".join(
        anchor(_source(row), safe(short_day(day))) for day, row in days.items() if day
    )
    return f"{said}: {earlier}" if earlier else said


def _source(row: Row) -> str:
    return links.source(
        given(row["document_id"]), start=_int(row["start"]), end=_int(row["end"])
    )


def _way(row: Row) -> str:
    page = whole(row["page"]) or None
    return place(given(row["document_id"]), _int(row["start"]), _int(row["end"]), page)


def _int(value: object) -> int | None:
    return whole(value) if given(value) else None
