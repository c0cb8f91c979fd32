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
    Part,
    Section,
    Step,
)
from demo.spoken import RESERVE_FORM
from demo.truth import case, statement
from demo.wording import day, decision_points, people, series

FILE = Path(__file__).parent / "opinions.toml"
SAME = "Bildningsnämnden"
TAILS = {
    "same": "som är likalydande med reservationen i bildningsnämnden.",
    "-": "till förmån för eget yrkande.",
}


def _texts(text: str) -> tuple[Block, ...]:
    return tuple(Block("text", piece) for piece in text.split("\n\n"))


def _quoted(lead: str, text: str) -> tuple[Block, ...]:
    """A line that says who, and their words below it."""
    return Block("text", lead), *(Block("quote", piece) for piece in text.split("\n\n"))


def _said(
    matter: Matter, place: Meeting, step: Step, *, act: str, parties: Any, key: str
) -> Part:
    """One reservation or remark of a body."""
    form = "lead" if act != "reservation" else RESERVE_FORM[place.body]
    who, persons = people(place, step, parties, key=matter.key, form=form)
    lead = f"{act.capitalize()} av {who} "
    own = matter.texts.get(key)
    row = statement(
        str(matter.dnr),
        act,
        [own or TAILS[key]],
        parties=parties,
        persons=persons,
        body=place.body_name,
        **({"same_as": SAME} if key == "same" else {}),
    )
    blocks = _quoted(f"{lead}enligt följande.", own) if own else _texts(lead + TAILS[key])
    return Part(blocks, (row,), _stands(matter, place, act=act, parties=parties))


def _stands(matter: Matter, place: Meeting, *, act: str, parties: Any) -> tuple[Fact, ...]:
    """Where those who reserve themselves, or remark, stood."""
    return tuple(
        {
            "case": matter.dnr,
            "party": party,
            "stance": "against" if act == "reservation" else "remark",
            "basis": act,
            "body": place.body_name,
        }
        for party in parties
    )


def _acts(matter: Matter, code: str, *, remarks: bool) -> Part:
    """The reservations (and remarks) of one body, as the utlåtande retells them."""
    place = meeting(code)
    step = _step(matter, code)
    acts = [("reservation", parties, key) for parties, key in step.reserve]
    if remarks:
        acts += list(step.remarks)
    said = (
        _said(matter, place, step, act=act, parties=parties, key=key)
        for act, parties, key in acts
    )
    return sum(said, Part())


def _step(matter: Matter, code: str) -> Step:
    """What one meeting did with the matter."""
    return next(step for step in matter.steps if step.at == code)


def _inside(name: str) -> str:
    """A name inside a sentence: boards and councils take a small letter."""
    common = name.split()[0].endswith(("nämnden", "rådet", "vården", "center", "föreningen"))
    return name[0].lower() + name[1:] if common or name.startswith("Kommunala") else name


def _preparation(answers: list[dict[str, str]]) -> Part:
    """Who was asked, who did not answer, and the answers in short."""
    names = [_inside(answer["instance"]) for answer in answers]
    text = f"Ärendet har remitterats till {series(names)}."
    away = [a["instance"] for a in answers if a.get("response") == "avstått"]
    silent = [a["instance"] for a in answers if a.get("response") == "inte svarat"]
    if away:
        text += f" {series(away)} har avstått från att svara."
    if silent:
        text += f" {series(silent)} har inte kommit in med något svar."
    short = [Block("text", answer["short"]) for answer in answers if answer["short"]]
    return Part((Block("head", "Beredning"), Block("text", text), *short))


def _answers(row: dict[str, Any], matter: Matter) -> Part:
    """The answers in full, each with what was said in the board that gave it."""
    given = (_answer(row, matter, one) for one in row["answers"] if one["short"])
    return sum(given, Part((Block("head", "Remissammanställning"),)))


def _answer(row: dict[str, Any], matter: Matter, answer: dict[str, str]) -> Part:
    name = answer["instance"]
    dated = f"{name} har lämnat ett yttrande daterat den {day(answer['date'])}."
    told = Part((Block("head", name), Block("text", dated), Block("text", answer["long"])))
    ours = row.get("board") and meeting(row["board"]).body_name == name
    return told + _acts(matter, row["board"], remarks=True) if ours else told


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


def _proposal(row: dict[str, Any], matter: Matter, place: Meeting) -> Part:
    """What the board proposes, who presents it, and the matter in short."""
    step = _step(matter, place.code)
    decision = decide(matter, place, step)
    points = decision_points(matter, place, decision.winner, step=step)
    return Part(
        (
            Block("head", "Förslag till beslut"),
            Block("text", "Kommunstyrelsen föreslår att kommunfullmäktige beslutar"),
            Block("points", items=tuple(f"{point}." for point in points)),
            Block("text", f"Föredragande kommunalråd: {row['presenter']}"),
            Block("head", "Sammanfattning av ärendet"),
            Block("text", row["summary"]),
        )
    )


def _views(row: dict[str, Any], matter: Matter) -> Part:
    """What the presenting commissioner thinks."""
    name, party = split_label(row["presenter"])
    views = row["views"].strip()
    said = statement(
        str(matter.dnr),
        "föredragandes synpunkter",
        [views],
        parties=[str(party)],
        persons=[name],
        body="Kommunstyrelsen",
    )
    head = Block("head", "Föredragande kommunalrådets synpunkter")
    return Part((head, *_texts(views)), (said,))


def _decided(place: Meeting) -> Part:
    text = f"Kommunstyrelsen beslutade den {day(place.date)} enligt förslaget ovan."
    return Part((Block("head", "Kommunstyrelsen"), Block("text", text)))


def _request(row: dict[str, Any], matter: Matter) -> Part:
    """What the matter is about; in a matter of a motion its words and authors."""
    text = row["request"] or matter.background
    blocks = (Block("head", "Ärendet"), *_texts(text))
    if not row["request"]:
        return Part(blocks)
    authors = [split_label(label) for label in matter.papers["authors"]]  # type: ignore[attr-defined]
    said = statement(
        str(matter.dnr),
        "motion",
        [text],
        parties=sorted({str(party) for _, party in authors}),
        persons=[name for name, _ in authors],
        body=None,
    )
    return Part(blocks, (said,))


def _section(row: dict[str, Any], matter: Matter, place: Meeting) -> Section:
    """The body of an utlåtande, and what should be found in it."""
    whole = (
        _proposal(row, matter, place)
        + _preparation(row["answers"])
        + _views(row, matter)
        + _decided(place)
        + _acts(matter, row["at"], remarks=False)
        + _request(row, matter)
        + _answers(row, matter)
    )
    return Section(
        blocks=whole.blocks,
        case=case(
            str(matter.dnr),
            matter.title,
            matter.dnr,
            outcome=decide(matter, place, _step(matter, place.code)).outcome,
            decided_by=None,
            body=place.body_name,
            date=place.date,
        ),
        statements=whole.statements,
        positions=whole.positions,
        referrals=_referrals(row["answers"]),
        matter=matter.key,
    )


def _front(row: dict[str, Any], matter: Matter, place: Meeting) -> tuple[Block, ...]:
    origin = f"Utlåtande {row['number']} från kommunstyrelsen i Lindvattna kommun"
    return (
        Block("title", matter.title),
        Block("meta", origin),
        Block("meta", f"Dnr {matter.dnr}"),
        Block("meta", f"Datum: {place.date}"),
        Block("small", INVENTED),
    )


def _opinion(row: dict[str, Any]) -> Paper:
    found, place = matter(row["matter"]), meeting(row["at"])
    return Paper(
        name=f"utlatande-{row['number'].replace(':', '-')}.{row['format']}",
        running_head=f"Lindvattna kommun\tKommunstyrelsen\tUtlåtande {row['number']}",
        layout="headed",
        front=_front(row, found, place),
        sections=(_section(row, found, place),),
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
