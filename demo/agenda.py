"""The agenda of a meeting: formal items, routine items and the matters, numbered in order."""

import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from demo.choice import number as draw
from demo.choice import pick
from demo.meetings import meetings, planned
from demo.questions import question_count, question_items
from demo.records import Block, Meeting, Seat, Section
from demo.sections import heading, points_block, section
from demo.truth import case
from demo.wording import MONTHS, day, style

HERE = Path(__file__).parent
TARGET = 8
ADJUSTED_AFTER = {"KF": 10, "KS": 7, "SN": 6, "BN": 6}
ROUTINE_NUMBERS_FROM = 301


@cache
def _routine() -> dict[str, list[dict[str, Any]]]:
    text = (HERE / "matters" / "rutin.toml").read_text(encoding="utf-8")
    found: dict[str, list[dict[str, Any]]] = {}
    for row in tomllib.loads(text)["routine"]:
        found.setdefault(row["body"], []).append(row)
    return found


def adjuster(meeting: Meeting) -> Seat:
    """Who checks the minutes with the chair: the second vice chair, else another member."""
    others = [seat for seat in meeting.serving if seat != meeting.chair]
    vices = [seat for seat in others if seat.role == "vice ordförande"]
    return vices[-1] if vices else others[0]


def _plain(
    meeting: Meeting,
    number: str,
    title: str,
    *,
    decision: Block,
    outcome: str,
    background: str = "",
    reference: str | None = None,
) -> Section:
    words = style(meeting)
    decided = [Block("head", words["decision_heading"]), decision]
    if decision.kind == "points" and words["decides"]:
        decided.insert(1, Block("text", words["decides"]))
    told = (
        [Block("head", words["background_heading"]), Block("text", background)]
        if background
        else []
    )
    last = words.get("decision") == "last"
    middle = [*told, *decided] if last else [*decided, *told]
    return Section(
        blocks=(*heading(meeting, number, title, reference), *middle),
        case=case(
            number,
            title,
            reference,
            outcome=outcome,
            decided_by="enhälligt",
            body=meeting.body_name,
            date=meeting.date,
        ),
    )


def _agenda_item(meeting: Meeting, number: str) -> Section:
    text = pick(
        ("Dagordningen fastställs enligt kallelsen.", "Föredragningslistan godkänns."),
        meeting.code,
    )
    return _plain(
        meeting,
        number,
        "Godkännande av dagordningen",
        decision=Block("text", text),
        outcome="bifall",
    )


def _adjusting(meeting: Meeting, number: str) -> Section:
    seat = adjuster(meeting)
    later = ADJUSTED_AFTER[meeting.body]
    when = day(meeting.date, weekday=True, earlier=-later)
    text = f"{seat.label} utses att tillsammans med ordföranden justera protokollet {when}."
    return _plain(
        meeting, number, "Val av justerare", decision=Block("text", text), outcome="övrigt"
    )


INFORMATION = {
    "SN": (
        "Socialchefen informerar om sommarens bemanning och om läget på korttidsboendet.",
        "Förvaltningen berättar om arbetet med välfärdsteknik och om en brandövning.",
        "Verksamhetschefen redogör för kön till särskilt boende och för rekryteringar.",
    ),
    "BN": (
        "Bildningschefen informerar om antagningen till gymnasiet och om lokalsituationen.",
        "En rektor berättar om skolans arbete med närvaro och om höstens studiedag.",
        "Förvaltningen informerar om kulturveckan och om besökstalen på huvudbiblioteket.",
    ),
    "KS": (
        "Kommundirektören informerar om krisberedskap, rekryteringar och företagsbesök.",
        "Ekonomichefen redogör för prognosen över skatteunderlaget och för investeringar.",
        "Kommunledningskontoret informerar om bredbandsutbyggnaden i kommunens ytterområden.",
    ),
}


def _information(meeting: Meeting, number: str) -> Section:
    who = {"SN": "Nämnden", "BN": "Nämnden", "KS": "Kommunstyrelsen"}[meeting.body]
    return _plain(
        meeting,
        number,
        "Information från förvaltningen" if meeting.body != "KS" else "Aktuell information",
        decision=Block("text", f"{who} tackar för informationen."),
        outcome="noterad",
        background=pick(INFORMATION[meeting.body], meeting.code),
    )


def _delegated(meeting: Meeting, number: str) -> Section:
    title = pick(
        ("Anmälan av delegationsbeslut", "Redovisning av delegationsbeslut"), meeting.body
    )
    return _plain(
        meeting,
        number,
        title,
        decision=Block("text", "Redovisningen läggs till handlingarna."),
        outcome="noterad",
    )


def _messages(meeting: Meeting, number: str) -> Section:
    return _plain(
        meeting,
        number,
        "Meddelanden",
        decision=Block("text", "Meddelandena antecknas till protokollet."),
        outcome="noterad",
    )


def _reference(meeting: Meeting, place: int) -> str:
    codes = [
        m.code for m in meetings() if m.body == meeting.body and m.date[:4] == meeting.date[:4]
    ]
    number = ROUTINE_NUMBERS_FROM + 20 * codes.index(meeting.code) + place
    return f"{meeting.body} {meeting.date[:4]}/{number}"


def _routine_item(
    meeting: Meeting, row: dict[str, Any], *, number: str, place: int
) -> Section:
    year, month = int(meeting.date[:4]), int(meeting.date[5:7])
    words = {
        "year": year,
        "last_year": year - 1,
        "next_year": year + 1,
        "month": MONTHS[month - 2],
        "percent": 3 + draw(meeting.code, row["title"]) % 19,
        "amount": 110 + draw(row["title"], meeting.code) % 780,
    }
    return _plain(
        meeting,
        number,
        row["title"].format(**words),
        decision=points_block(row["points"], style(meeting)["points"]),
        outcome="bifall",
        background=row["background"].format(**words),
        reference=_reference(meeting, place),
    )


Maker = Callable[[Meeting, str], Section]


def _opening(meeting: Meeting) -> list[Maker]:
    if meeting.body == "KF":
        return [_adjusting]
    return [_adjusting, _agenda_item, _information]


def _routine_makers(meeting: Meeting, count: int) -> list[Maker]:
    rows = _routine()[meeting.body]
    codes = [m.code for m in meetings() if m.body == meeting.body and m.kind == "protokoll"]
    first = codes.index(meeting.code) * 3

    def maker(place: int) -> Maker:
        row = rows[(first + place) % len(rows)]
        return lambda meeting, number: _routine_item(meeting, row, number=number, place=place)

    return [maker(place) for place in range(count)]


def _matter_makers(meeting: Meeting) -> list[Maker]:
    def maker(matter: Any, step: Any) -> Maker:
        return lambda meeting, number: section(matter, meeting, step, number=number)

    return [maker(matter, step) for matter, step in planned(meeting.code)]


def _question_makers(meeting: Meeting) -> list[Maker]:
    def maker(place: int) -> Maker:
        return lambda meeting, number: question_items(meeting, int(number) - place)[place]

    return [maker(place) for place in range(question_count(meeting))]


def agenda(meeting: Meeting) -> tuple[Section, ...]:
    """Every § of the meeting; an extract holds its matters alone."""
    matters = _matter_makers(meeting)
    makers = matters
    if meeting.kind == "protokoll":
        opening, closing = (
            _opening(meeting),
            [_messages if meeting.body == "KF" else _delegated],
        )
        asked = _question_makers(meeting)
        missing = TARGET - len(opening) - len(matters) - len(asked) - len(closing)
        routine = _routine_makers(meeting, max(missing, 1 if len(matters) > 7 else 2))
        middle = [*routine[:1], *matters, *routine[1:], *asked]
        makers = [*opening, *middle, *closing]
    return tuple(
        make(meeting, str(meeting.first_item + place)) for place, make in enumerate(makers)
    )
