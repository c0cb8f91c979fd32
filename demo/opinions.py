"""Utlåtanden: one matter retold for fullmäktige, each act under the body where it happened."""

import tomllib
from pathlib import Path
from typing import Any

from demo.acts import decide
from demo.matters import matter
from demo.meetings import meeting
from demo.people import split_label
from demo.records import (
    INVENTED,
    MUNICIPALITY,
    Block,
    Fact,
    Matter,
    Meeting,
    Paper,
    Section,
    Step,
)
from demo.spoken import RESERVE_FORM
from demo.truth import case, statement
from demo.wording import day, decision_points, people, series

FILE = Path(__file__).parent / "opinions.toml"
Part = tuple[list[Block], list[Fact], list[Fact]]


def _texts(text: str) -> list[Block]:
    return [Block("text", piece) for piece in text.split("\n\n")]


def _stated(act: str, who: str, tail: str) -> str:
    return f"{act.capitalize()} av {who} {tail}"


def _said(
    matter: Matter, place: Meeting, step: Step, *, act: str, parties: Any, key: str
) -> Part:
    form = "lead" if act != "reservation" else RESERVE_FORM[place.body]
    who, persons = people(place, step, parties, key=matter.key, form=form)
    more: dict[str, object] = {}
    if key in matter.texts:
        text = matter.texts[key]
        blocks = [Block("text", _stated(act, who, "enligt följande."))]
        blocks += [Block("quote", piece) for piece in text.split("\n\n")]
    else:
        text = {
            "same": "som är likalydande med reservationen i bildningsnämnden.",
            "-": "till förmån för eget yrkande.",
        }[key]
        if key == "same":
            more["same_as"] = "Bildningsnämnden"
        blocks = [Block("text", _stated(act, who, text))]
    row = statement(
        str(matter.dnr),
        act,
        [text],
        parties=parties,
        persons=persons,
        body=place.body_name,
        **more,
    )
    stance = "against" if act == "reservation" else "remark"
    stands = [
        {
            "case": matter.dnr,
            "party": party,
            "stance": stance,
            "basis": act,
            "body": place.body_name,
        }
        for party in parties
    ]
    return blocks, [row], stands


def _acts(matter: Matter, code: str, *, remarks: bool) -> Part:
    """The reservations (and remarks) of one body, as the utlåtande retells them."""
    place = meeting(code)
    step = next(step for step in matter.steps if step.at == code)
    acts = [("reservation", parties, key) for parties, key in step.reserve]
    if remarks:
        acts += list(step.remarks)
    blocks: list[Block] = []
    rows: list[Fact] = []
    stands: list[Fact] = []
    for act, parties, key in acts:
        part = _said(matter, place, step, act=act, parties=parties, key=key)
        blocks += part[0]
        rows += part[1]
        stands += part[2]
    return blocks, rows, stands


def _inside(name: str) -> str:
    """A name inside a sentence: boards and councils take a small letter."""
    common = name.split()[0].endswith(("nämnden", "rådet", "vården", "center", "föreningen"))
    return name[0].lower() + name[1:] if common or name.startswith("Kommunala") else name


def _preparation(answers: list[dict[str, str]]) -> list[Block]:
    names = [_inside(answer["instance"]) for answer in answers]
    text = f"Ärendet har remitterats till {series(names)}."
    away = [a["instance"] for a in answers if a.get("response") == "avstått"]
    silent = [a["instance"] for a in answers if a.get("response") == "inte svarat"]
    if away:
        text += f" {series(away)} har avstått från att svara."
    if silent:
        text += f" {series(silent)} har inte kommit in med något svar."
    short = [Block("text", answer["short"]) for answer in answers if answer["short"]]
    return [Block("head", "Beredning"), Block("text", text), *short]


def _answers(row: dict[str, Any], matter: Matter) -> Part:
    blocks: list[Block] = [Block("head", "Remissammanställning")]
    rows: list[Fact] = []
    stands: list[Fact] = []
    for answer in row["answers"]:
        if not answer["short"]:
            continue
        name = answer["instance"]
        blocks.append(Block("head", name))
        blocks.append(
            Block("text", f"{name} har lämnat ett yttrande daterat den {day(answer['date'])}.")
        )
        blocks.append(Block("text", answer["long"]))
        if row.get("board") and meeting(row["board"]).body_name == name:
            part = _acts(matter, row["board"], remarks=True)
            blocks += part[0]
            rows += part[1]
            stands += part[2]
    return blocks, rows, stands


def _referrals(answers: list[dict[str, str]]) -> tuple[Fact, ...]:
    return tuple(
        {
            "instance": answer["instance"],
            "date": answer.get("date"),
            "response": answer.get("response", "svar"),
            "stance": answer.get("stance"),
        }
        for answer in answers
    )


def _proposal(matter: Matter, place: Meeting, step: Step) -> list[Block]:
    decision = decide(matter, place, step)
    points = decision_points(matter, place, decision.winner, step=step)
    return [
        Block("head", "Förslag till beslut"),
        Block("text", "Kommunstyrelsen föreslår att kommunfullmäktige beslutar"),
        Block("points", items=tuple(f"{point}." for point in points)),
    ]


def _views(row: dict[str, Any], matter: Matter) -> tuple[list[Block], Fact]:
    name, party = split_label(row["presenter"])
    blocks = [
        Block("head", "Föredragande kommunalrådets synpunkter"),
        *_texts(row["views"].strip()),
    ]
    said = statement(
        str(matter.dnr),
        "föredragandes synpunkter",
        [row["views"].strip()],
        parties=[str(party)],
        persons=[name],
        body="Kommunstyrelsen",
    )
    return blocks, said


def _request(row: dict[str, Any], matter: Matter) -> tuple[list[Block], list[Fact]]:
    text = row["request"] or matter.background
    blocks = [Block("head", "Ärendet"), *_texts(text)]
    if not row["request"]:
        return blocks, []
    authors = [split_label(label) for label in matter.papers["authors"]]  # type: ignore[attr-defined]
    said = statement(
        str(matter.dnr),
        "motion",
        [text],
        parties=sorted({str(party) for _, party in authors}),
        persons=[name for name, _ in authors],
        body=None,
    )
    return blocks, [said]


def _opinion(row: dict[str, Any]) -> Paper:
    found, place = matter(row["matter"]), meeting(row["at"])
    step = next(step for step in found.steps if step.at == row["at"])
    views, presented = _views(row, found)
    own, own_rows, own_stands = _acts(found, row["at"], remarks=False)
    request, requested = _request(row, found)
    answers, answer_rows, answer_stands = _answers(row, found)
    blocks = [
        *_proposal(found, place, step),
        Block("text", f"Föredragande kommunalråd: {row['presenter']}"),
        Block("head", "Sammanfattning av ärendet"),
        Block("text", row["summary"]),
        *_preparation(row["answers"]),
        *views,
        Block("head", "Kommunstyrelsen"),
        Block(
            "text", f"Kommunstyrelsen beslutade den {day(place.date)} enligt förslaget ovan."
        ),
        *own,
        *request,
        *answers,
    ]
    section = Section(
        blocks=tuple(blocks),
        case=case(
            str(found.dnr),
            found.title,
            found.dnr,
            outcome=decide(found, place, step).outcome,
            decided_by=None,
            body=place.body_name,
            date=place.date,
        ),
        statements=(*requested, presented, *own_rows, *answer_rows),
        positions=(*own_stands, *answer_stands),
        referrals=_referrals(row["answers"]),
        matter=found.key,
    )
    return Paper(
        name=f"utlatande-{row['number'].replace(':', '-')}.{row['format']}",
        running_head=f"Lindvattna kommun\tKommunstyrelsen\tUtlåtande {row['number']}",
        layout="headed",
        front=(
            Block("title", found.title),
            Block(
                "meta", f"Utlåtande {row['number']} från kommunstyrelsen i Lindvattna kommun"
            ),
            Block("meta", f"Dnr {found.dnr}"),
            Block("meta", f"Datum: {place.date}"),
            Block("small", INVENTED),
        ),
        sections=(section,),
        document={
            "kind": "utlåtande",
            "municipality": MUNICIPALITY,
            "body": place.body_name,
            "date": place.date,
            "reference": found.dnr,
        },
    )


def opinion_papers() -> tuple[Paper, ...]:
    """Every utlåtande."""
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))["opinion"]
    return tuple(_opinion(row) for row in rows)
