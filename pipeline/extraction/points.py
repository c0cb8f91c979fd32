"""The points of a decision."""

import re

from pipeline.extraction.context import folded

_POINT = re.compile(
    r"^[ \t]*(?:(?P<mark>\d{1,2})[.)]?|[-–•]|[a-zåäö][.)])[ \t]+(?P<text>\S)", re.MULTILINE
)
_ATT = re.compile(r"^[ \t]*(?P<text>att)\s", re.MULTILINE | re.IGNORECASE)


def decision_points(text: str) -> tuple[str, ...]:
    """The numbered or dashed points of a decision; else its paragraphs. Sub-points stay with
    the point they belong to."""
    marks = (
        _in_a_row(text)
        or [m for m in _POINT.finditer(text) if m["mark"]]
        or list(_POINT.finditer(text))
        or list(_ATT.finditer(text))
    )
    if not marks:
        return tuple(folded(p) for p in re.split(r"\n\s*\n", text) if p.strip())
    ends = [m.start() for m in marks[1:]] + [len(text)]
    pieces = (text[m.start("text") : end] for m, end in zip(marks, ends, strict=True))
    return tuple(folded(_LEADS.split(piece, maxsplit=1)[0]) for piece in pieces)


# "Kommunstyrelsen beslutar för egen del" between two lists of points
_LEADS = re.compile(
    r"\n[ \t]*\n[ \t]*\w*(?:nämnden|styrelsen|utskottet|fullmäktige)\s+"
    r"(?:beslutar?|föreslår)\b[^.\n]{0,60}[:,]?[ \t]*(?:\n|\Z)",
    re.IGNORECASE,
)


# "1. Motionen avslås. 2. Yttrandet översänds."
_IN_A_ROW = re.compile(
    r"(?:\A\s*|(?<=[.;!?])\s+)(?P<mark>\d{1,2})[.)][ \t]+(?P<text>[A-ZÅÄÖ])"
)


def _in_a_row(text: str) -> list[re.Match[str]]:
    """The marks 1, 2, 3 of points that go on in running text; none where any is at the
    beginning of a line."""
    found: list[re.Match[str]] = []
    for match in _IN_A_ROW.finditer(text):
        if int(match["mark"]) == len(found) + 1:
            found.append(match)
    glued = [one for one in found[1:] if "\n" not in one[0]]
    return found if found and len(glued) == len(found) - 1 > 0 else []
