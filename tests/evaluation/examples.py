"""One small invented case as annotation and as rows that repeat it exactly."""

import copy
import json
from pathlib import Path
from typing import Any

TEXT = """§ 4 Ny lekplats
Ada Vik (S) yrkar bifall till förslaget.
Bo Ek (M) yrkar att lekplatsen byggs nästa år.
Nämnden antar förslaget.
Bo Ek (M) reserverar sig mot beslutet.
"""

GOLD: dict[str, Any] = {
    "source": "lekplats.txt",
    "document": {
        "kind": "protokoll",
        "municipality": "Ekby",
        "body": "Fritidsnämnden",
        "date": "2021-02-03",
        "reference": None,
    },
    "attendance": [
        {"name": "Ada Vik", "party": "S", "present": True, "substitutes_for": None},
        {"name": "Bo Ek", "party": "M", "present": True, "substitutes_for": "Cia Ask"},
    ],
    "cases": [
        {
            "number": "4",
            "title": "Ny lekplats",
            "reference": "FN 2021/7",
            "outcome": "bifall",
            "decided_by": "votering",
        },
        {
            "number": "5",
            "title": "Meddelanden",
            "reference": None,
            "outcome": "noterad",
            "decided_by": None,
        },
    ],
    "statements": [
        {
            "case": "4",
            "act": "yrkande",
            "parties": ["S"],
            "persons": ["Ada Vik"],
            "body": "Fritidsnämnden",
            "starts": "yrkar bifall till förslaget.",
            "ends": "yrkar bifall till förslaget.",
        },
        {
            "case": "4",
            "act": "reservation",
            "parties": ["M"],
            "persons": ["Bo Ek"],
            "body": "Fritidsnämnden",
            "starts": "reserverar sig",
            "ends": "mot beslutet.",
        },
    ],
    "positions": [
        {"case": "4", "party": "S", "stance": "for", "body": "Fritidsnämnden"},
        {"case": "4", "party": "M", "stance": "against", "body": "Fritidsnämnden"},
    ],
    "votes": [{"case": "4", "order": 1, "yes": 1, "no": 1, "abstain": None}],
    "ballots": [
        {"case": "4", "order": 1, "name": "Ada Vik", "choice": "ja"},
        {"case": "4", "order": 1, "name": "Bo Ek", "choice": "nej"},
    ],
    "referrals": [{"case": "4", "instance": "Ungdomsrådet", "response": "svar"}],
}


def gold() -> dict[str, Any]:
    """A fresh copy of the annotation."""
    return copy.deepcopy(GOLD)


def tables() -> dict[str, list[dict[str, Any]]]:
    """Rows that agree with the annotation in everything."""
    said = {
        "yrkande": "yrkar bifall till förslaget.",
        "reservation": "reserverar sig mot beslutet.",
    }
    return {
        "documents": [
            {**GOLD["document"], "document_id": "d", "source": "in/lekplats.pdf", "text": TEXT}
        ],
        "cases": [
            {**row, "case_id": row["number"], "document_id": "d"} for row in GOLD["cases"]
        ],
        "statements": [
            {**row, "case_id": "4", "document_id": "d", "text": said[row["act"]]}
            for row in GOLD["statements"]
        ],
        "positions": [
            {**row, "case_id": "4", "document_id": "d"} for row in GOLD["positions"]
        ],
        "votes": [{**row, "case_id": "4", "vote_id": "v"} for row in GOLD["votes"]],
        "ballots": [{**row, "vote_id": "v"} for row in GOLD["ballots"]],
        "attendance": [{**row, "document_id": "d"} for row in GOLD["attendance"]],
        "referrals": [{**row, "document_id": "d"} for row in GOLD["referrals"]],
    }


def write(folder: Path, *annotations: dict[str, Any]) -> Path:
    """A folder of annotation files."""
    folder.mkdir(exist_ok=True)
    for annotation in annotations or (GOLD,):
        path = folder / f"{Path(annotation['source']).stem}.json"
        path.write_text(json.dumps(annotation, ensure_ascii=False), encoding="utf-8")
    return folder
