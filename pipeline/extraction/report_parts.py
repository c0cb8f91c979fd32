"""The parts of a report: what its headings say a body, its presenter or a motion says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.extraction.context import Context
from pipeline.extraction.meeting import body_line, meeting_date
from pipeline.extraction.outline import Line, heading_kind, lines_of
from pipeline.models import Span

_PREPARING = re.compile(
    r"^(?P<body>(?:Borgarråds|Kommunalråds|Region(?:råds)?)?beredningen)\s+(?:till|av|"
    r"före|besl|god)",
    re.I,
)
_EXECUTIVE = re.compile(
    r"^(?P<body>(?:Kommun|Region)styrelsen)\s+(?:delar|föreslår|beslutar|beslutade|"
    r"tillstyrk|avstyrk|för egen del)",
    re.I,
)
_VIEWS = re.compile(
    r"^(?:föredragande\s+(?:borgarråde|kommunalråde|regionråde)ts?\s+(?:synpunkter|överväganden|förslag)|"
    r"mina\s+synpunkter)$",
    re.I,
)
_MATTER = re.compile(r"^(?:ärendet|motionen|ärendets innehåll)$", re.I)

# Bodies that prepare and decide themselves; others are asked.
_OWN = ("ommunstyrelsen", "egionstyrelsen", "beredningen", "fullmäktige")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a report. ``kind`` is "body" (acts of ``body``), "views" (of the
    presenter), "matter" (what the motion asks) or "other"."""

    kind: str
    body: str | None
    span: Span


def own_date(content: str, parts: list[Part]) -> str | None:
    """The date at the top; one further down is that of an earlier round."""
    told = [part.span.start for part in parts if part.kind in ("answer", "matter")]
    return meeting_date(_UNTIL.sub("", content[: min(told, default=len(content))]))


# "Remisstid den 1 september 2016": when an answer is asked for
_UNTIL = re.compile(r"^\W*remisstid\b[^\n]*", re.I | re.M)


def parts_of(context: Context, asked: list[str]) -> Iterator[Part]:
    """The report cut at its headings."""
    marks = [
        (line, kind, body)
        for line in lines_of(context.content, Span(0, len(context.content)))
        if line.text
        for kind, body in _opens(line, asked)
    ]
    appendix = False
    for place, (line, kind, body) in enumerate(marks):
        end = marks[place + 1][0].start if place + 1 < len(marks) else len(context.content)
        start = line.start if kind == "running" else line.end
        # in older reports the answers of those who were asked come after the reservations
        appendix = (appendix or kind == "appendix") and line.bare != "remissammanställning"
        kind = "body" if kind == "running" or (kind == "answer" and appendix) else kind
        yield Part(kind, body, Span(start, end))


def _opens(line: Line, asked: list[str]) -> Iterator[tuple[str, str | None]]:
    """What a line opens, if anything."""
    bare = line.bare
    running = _PREPARING.match(line.text) or _EXECUTIVE.match(line.text)
    if _VIEWS.match(bare):
        yield "views", None
    elif _MATTER.match(bare):
        yield "matter", None
    elif re.match(
        r"^(?:reservationer|särskilda uttalanden)\s+m\.?\s?m\.?$|^reservationer och "
        r"särskilda uttalanden$",
        bare,
    ):
        yield "appendix", None
    elif running and len(line.text) > len(running["body"]) + 3:
        yield "running", running["body"][:1].upper() + running["body"][1:]
    elif line.text in asked or line.text.rstrip(":") in asked:
        yield "answer", line.text.rstrip(":")
    elif (alone := body_line(line.text)) and line.text.endswith(alone):
        yield ("body" if alone.endswith(_OWN) else "answer"), alone
    elif heading_kind(line) in ("bakgrund", "förslag", "slut") or bare in (
        "remissammanställning",
        "bilaga",
        "bilagor",
    ):
        yield "other", None


def executive_of(parts: list[Part]) -> str | None:
    """The executive board that a report comes from: the last one that acts in it."""
    bodies = [
        p.body for p in parts if p.kind == "body" and p.body and p.body.endswith("styrelsen")
    ]
    return bodies[-1] if bodies else None
