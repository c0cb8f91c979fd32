"""Who was there in one sentence, by office: "Ordföranden Eva Ek (S), ledamöterna Bo Alm (M)
och Siv Ryd (L) samt ersättarna …"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.extraction.attendance_lists import PERSON, Group
from pipeline.extraction.outline import Line
from pipeline.words import MEMBERS, Role

_OFFICE = re.compile(
    r"(?<!\w)(?i:(?P<vice>(?:(?:förste|andre|första|andra|\d:e)\s+)?vice\s+ordförandena?)|"
    r"(?P<chair>ordföranden)|(?P<member>ledam(?:oten|öterna))|"
    r"(?P<idle>(?:ej|icke)\s+tjänstgörande\s+ersättar(?:en|na))|"
    r"(?P<serving>tjänstgörande\s+ersättar(?:en|na))|(?P<substitute>ersättar(?:en|na)))\s+"
    rf"(?={PERSON.pattern})"
)
_ROLES = {
    "vice": Role.VICE_ORDFÖRANDE,
    "chair": Role.ORDFÖRANDE,
    "member": Role.LEDAMOT,
    "idle": Role.ERSÄTTARE,
    "serving": Role.TJÄNSTGÖRANDE_ERSÄTTARE,
    "substitute": Role.ERSÄTTARE,
}


def by_offices(line: Line, group: Group) -> Sequence[tuple[Line, Group]]:
    """A line of a list of members cut where it names another office, each part with the list
    it is; the whole line where it names none."""
    offices = list(_OFFICE.finditer(line.text)) if group.role in MEMBERS else []
    if not offices:
        return [(line, group)]
    before = Line(line.start, line.start + offices[0].start(), line.text[: offices[0].start()])
    ends = [following.start() for _, following in pairwise(offices)] + [len(line.text)]
    parts = [(before, group)] if PERSON.search(before.text) else []
    for office, end in zip(offices, ends, strict=True):
        part = Line(line.start + office.end(), line.start + end, line.text[office.end() : end])
        role = next(role for name, role in _ROLES.items() if office[name])
        parts.append((part, replace(group, role=role)))
    return parts
