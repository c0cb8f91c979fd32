"""Motions as their authors wrote them."""

from typing import Any

from demo.letters import paper
from demo.matters import matters
from demo.people import split_label
from demo.records import Block, Matter, Paper
from demo.truth import statement
from demo.wording import day


def _motion(matter: Matter) -> Paper:
    written: dict[str, Any] = matter.papers
    authors = [split_label(label) for label in written["authors"]]
    text = written["text"].strip()
    points = tuple(f"{point}." for point in written["points"])
    who = "Vi" if len(authors) > 1 else "Jag"
    blocks = [
        Block("meta", "Till kommunfullmäktige"),
        *[Block("text", piece) for piece in text.split("\n\n")],
        Block("text", f"{who} föreslår att kommunfullmäktige beslutar"),
        Block("points", items=points),
        Block("meta", f"Lindvattna den {day(written['date'])}"),
        *[Block("meta", label) for label in written["authors"]],
    ]
    said = statement(
        str(matter.dnr),
        "motion",
        [text, points[-1]],
        parties=sorted({str(party) for _, party in authors}),
        persons=[name for name, _ in authors],
        body=None,
        points=len(points),
    )
    slug = str(matter.dnr).lower().replace(" ", "-").replace("/", "-")
    return paper(
        kind="motion",
        name=f"motion-{slug}.{written['format']}",
        title=f"Motion om {written['subject']}",
        date=written["date"],
        blocks=blocks,
        case_title=written["subject"],
        dnr=str(matter.dnr),
        statements=[said],
    )


def motion_papers() -> tuple[Paper, ...]:
    """Every motion that is a document of its own."""
    return tuple(_motion(matter) for matter in matters() if matter.papers)
