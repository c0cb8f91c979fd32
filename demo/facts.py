"""What the demo's makers know: seats, matters and their steps, and the planted leads."""

import json
import tomllib
from collections.abc import Sequence
from pathlib import Path

from demo.matters import matters
from demo.people import rosters, split_label
from demo.records import BODIES, GOVERNING, INVENTED, Fact, Paper
from demo.wording import SPELLINGS

FILE = Path(__file__).parent / "leads.toml"
PERIODS = {1: ("2018-10-15", "2022-10-17"), 2: ("2022-10-17", None)}


# A case of a document: the paper, the case, its matter and the leads planted in it.
Place = tuple[Paper, Fact, str, tuple[str, ...]]


def _places(papers: Sequence[Paper]) -> list[Place]:
    return [
        (paper, section.case, section.matter, section.leads)
        for paper in papers
        for section in paper.sections
        if section.matter
    ]


def _place(paper: Paper, case: Fact) -> Fact:
    return {
        "source": paper.name,
        "case": case["number"],
        "body": case["body"],
        "date": case["date"],
        "outcome": case["outcome"],
        "decided_by": case["decided_by"],
    }


def _seats() -> list[Fact]:
    rows: list[Fact] = []
    for (body, period), roster in rosters().items():
        counts: dict[str, int] = {}
        for label in roster["members"]:
            party = str(split_label(label)[1])
            counts[party] = counts.get(party, 0) + 1
        rows.append({"body": BODIES[body], "period": period, "seats": counts})
    return rows


def _periods() -> list[Fact]:
    return [
        {"period": number, "from": start, "to": end, "governing": list(GOVERNING[number])}
        for number, (start, end) in PERIODS.items()
    ]


def facts(papers: Sequence[Paper]) -> Fact:
    """Everything, with references to source and case; ValueError on a lead without a place."""
    places = _places(papers)
    return {
        "note": INVENTED,
        "periods": _periods(),
        "seats": _seats(),
        "spellings": SPELLINGS,
        "matters": _matters(places),
        "leads": _leads(places),
    }


def _matters(places: Sequence[Place]) -> list[Fact]:
    return [
        {
            "key": matter.key,
            "dnr": matter.dnr,
            "title": matter.title,
            "topic": matter.topic,
            "item_type": matter.item_type,
            "steps": [
                _place(paper, case) for paper, case, key, _ in places if key == matter.key
            ],
        }
        for matter in matters()
    ]


def _leads(places: Sequence[Place]) -> list[Fact]:
    leads = tomllib.loads(FILE.read_text(encoding="utf-8"))["lead"]
    known = {lead["key"] for lead in leads}
    used = {lead for _, _, _, found in places for lead in found}
    if known != used:
        raise ValueError(f"Uppslag utan plats eller beskrivning: {sorted(known ^ used)}.")
    return [
        {
            **lead,
            "cases": [
                _place(paper, case) for paper, case, _, found in places if lead["key"] in found
            ],
        }
        for lead in leads
    ]


def facts_text(papers: Sequence[Paper]) -> str:
    """The facts as indented JSON."""
    return json.dumps(facts(papers), ensure_ascii=False, indent=1) + "\n"
