"""A matter's way through the bodies, as a list of steps that lead to their cases."""

from collections.abc import Mapping
from itertools import groupby

import pandas as pd

from pipeline.words import Outcome
from reports.order import in_order
from views import links
from views.formats import given, records, short_day, whole
from views.language import text, word
from views.markup import anchor, facts, parties, safe, show, tag

Row = Mapping[str, object]


def timeline(steps: pd.DataFrame, case_id: str) -> None:
    """The steps of ``reports.matters.matter``, the shown case marked. What several documents
    tell of one day in one body is one step, also that its answer was sent. Nothing is shown of
    a matter with one step.
    """
    rows = records(steps)
    decided = [row for row in rows if row["stage"] != "referral" and given(row["date"])]
    met = {_turn(row)[1:] for row in decided}
    told = [row for row in rows if row["stage"] != "referral" or _turn(row)[1:] not in met]
    turns = [list(turn) for _, turn in groupby(told, _turn)]
    if len(turns) < 2:
        return
    items = "".join(_step(turn, case_id) for turn in turns)
    show(
        f'<section class="sp-way"><h2>{safe(text("case.way"))}</h2>'
        f'<ol aria-label="{safe(text("case.way_label"))}">{items}</ol></section>'
    )


def _turn(row: Row) -> tuple[str, ...]:
    kind = "answer" if row["stage"] == "referral" else "body"
    if row["stage"] == "motion":
        kind = "motion"
    return kind, given(row["date"]), given(row["body"])


def _step(turn: list[dict[str, object]], case_id: str) -> str:
    first = turn[0]
    here = any(row["case_id"] == case_id for row in turn) and first["stage"] != "referral"
    day = short_day(first["date"]) or text("case.undated")
    current = ' aria-current="step"' if here else ""
    body = given(first["body"]) or text("coverage.unknown_body")
    sources = facts(_source(row, case_id) for row in turn)
    return (
        f'<li class="sp-step sp-step-{safe(first["stage"])}"{current}>'
        f'<span class="sp-step-day">{safe(day)}</span><div><b>{safe(body)}</b> '
        f'<span class="sp-where">{sources}</span>{_went(turn)}</div></li>'
    )


def _went(turn: list[dict[str, object]]) -> str:
    """How it went: the outcome, how it was decided, and who stood where."""
    first = turn[0]
    if first["stage"] == "referral":
        answer = tag(word("response", given(first["response"])))
        return (
            f'<p class="sp-went">{answer}{tag(word("opinion", given(first["opinion"])))}</p>'
        )
    told = {
        name: next((given(row[name]) for row in turn if given(row[name])), "")
        for name in ("outcome", "decided_by")
    }
    tags = "".join(
        tag(word(name, code)) for name, code in told.items() if code != Outcome.ÖVRIGT
    )
    return f'<p class="sp-went">{tags}{_sides(turn)}</p>'


def _sides(turn: list[dict[str, object]]) -> str:
    for row in turn:
        sides = [(side, _letters(row[f"parties_{side}"])) for side in ("for", "against")]
        if any(letters for _, letters in sides):
            return "".join(
                f'<span class="sp-line"><span class="sp-side">{safe(text(f"lines.{side}"))}'
                f"</span>{parties(letters)}</span>"
                for side, letters in sides
                if letters
            )
    return ""


def _letters(found: object) -> list[str]:
    return in_order(found) if hasattr(found, "__iter__") else []


def _source(row: Row, case_id: str) -> str:
    """The document that tells of the step, as a link to its case or to its words."""
    number = given(row["number"])
    kind = "" if row["stage"] == "motion" else word("kind", given(row["document_kind"]))
    label = " ".join(
        part for part in (kind, f"§ {number}" if number.isdigit() else "") if part
    )
    if row["stage"] in ("referral", "retold"):
        label = text("case.retold", kind=kind)
        start, end = whole(row["place_start"]), whole(row["place_end"])
        return anchor(
            links.source(given(row["document_id"]), start=start, end=end), safe(label)
        )
    label = label or word("stage", given(row["stage"]))
    if row["case_id"] == case_id:
        return f"<span>{safe(label)} ({safe(text('case.shown_here'))})</span>"
    return anchor(links.case(given(row["case_id"])), safe(label))
