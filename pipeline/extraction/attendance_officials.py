"""Those without a party in the lists of who was there: officials, guests."""

import re
from dataclasses import replace

from pipeline.extraction.attendance_lists import Group
from pipeline.extraction.attendance_table import NAME
from pipeline.extraction.outline import Line
from pipeline.models import Attendance, Text
from pipeline.words import Role

_OFFICIAL = re.compile(
    rf"^(?P<name>{NAME}?)(?P<title>[ \t]+(?=VD\b)|[ \t]*[,–-][ \t]*|"
    r"[ \t]+(?:t\.\s?f\.|bitr\.?)[ \t]*|[ \t]{2,}(?=[a-zåäö]{4})|"
    r"[ \t]+\((?=[^()]{5,}\)))(?P<rest>\S.*)$"
)
# "Ordförande      Eva Ek", "NÄRVAROLISTA OCH VOTERINGSLISTA": a label before it, a heading
_NO_NAME = re.compile(r"[ \t]{3,}|\bOCH\b")
_OFFICE = (
    r"\w*(?:direktör|chef|jurist|sekreterare|strateg|ekonom|controller|utredare|handläggare|"
    r"samordnare|kommunikatör|ingenjör|arkitekt|administratör|registrator|inspektör|rektor|"
    r"planerare)(?:en)?"
)
_TITLES = re.compile(rf"^{_OFFICE}\s+(?=[A-ZÅÄÖ])", re.IGNORECASE)
# "Eva Ek, kommundirektör"; but "politisk sekreterare"
_IN_OFFICE = re.compile(
    rf"(?:(?:tf|t\.f|bitr)\.?\s+)?(?:{_OFFICE}\b|(?-i:VD)\b|verkställande\s)", re.IGNORECASE
)

# "Övriga       Eva Ek, kommundirektör" above "närvarande   Bo Alm, ekonomichef"
_LABEL_GOES_ON = re.compile(r"[a-zåäö]{4,}[ \t]{3,}")


# "hamnchef Lena Vik, ekonom Ulf By och sekreterare Mia Stig"
_HELD_BY = re.compile(rf"(?:(?:tf|t\.f|bitr)\.?\s+)?(?i:{_OFFICE})\s+(?P<name>{NAME})\.?")
_FULL_STOP = re.compile(r"\w{2}\.$")  # the end of a sentence, no initial
_PARTED = re.compile(r",\s+|,?\s+(?:och|samt)\s+")


def _in_a_row(line: Line) -> list[Line]:
    """The names on a line that names officials, each behind the office held; none where it
    names anything else."""
    cuts = [(0, 0), *(one.span() for one in _PARTED.finditer(line.text))]
    ends = [start for start, _ in cuts[1:]] + [len(line.text)]
    spans = [(start, end) for (_, start), end in zip(cuts, ends, strict=True)]
    held = [_HELD_BY.fullmatch(line.text, start, end) for start, end in spans]
    names = [one.span("name") for one in held if one and all(held)]
    return [Line(line.start + a, line.start + b, line.text[a:b]) for a, b in names]


def listed_officials(
    document_id: str, text: Text, line: Line, group: Group
) -> list[Attendance]:
    """Those without a party on one line of a list of others than members."""
    if group.role not in (Role.TJÄNSTEPERSON, Role.ÖVRIG):
        return []
    held = _in_a_row(line)
    group = replace(group, role=Role.TJÄNSTEPERSON) if held else group
    apart = (_official(document_id, text, one, group) for one in held or _pieces(line))
    return [official for official in apart if official]


# "Lena Vik, hamnchef; Ulf By, sekreterare", also with a comma between the two
_BETWEEN = re.compile(rf";\s*|,\s+(?={NAME},\s+[a-zåäö])")


def _pieces(line: Line) -> list[Line]:
    """A line parted where the next official is named behind the office of one."""
    cuts = [(0, 0), *(one.span() for one in _BETWEEN.finditer(line.text))]
    ends = [start for start, _ in cuts[1:]] + [len(line.text)]
    spans = [(start, end) for (_, start), end in zip(cuts, ends, strict=True)]
    return [Line(line.start + a, line.start + b, line.text[a:b]) for a, b in spans if a < b]


def _official(document_id: str, text: Text, line: Line, group: Group) -> Attendance | None:
    """Somebody without a party: officials, guests."""
    if label := _LABEL_GOES_ON.match(line.text):
        line = Line(line.start + label.end(), line.end, line.text[label.end() :])
    match = _OFFICIAL.match(line.text) or re.fullmatch(rf"(?P<name>{NAME})", line.text)
    if match is None:
        return None
    title = _TITLES.match(match["name"])
    start = line.start + match.start("name") + (title.end() if title else 0)
    end = line.start + match.end("name")
    end -= bool(_FULL_STOP.search(match["name"]))
    if _NO_NAME.search(text.content[start:end]):
        return None
    return Attendance(
        document_id,
        text.content[start:end],
        None,
        Role.TJÄNSTEPERSON if _in_office(match) else group.role or Role.ÖVRIG,
        not struck(text, start, end),
        start=start,
        end=end,
    )


def _in_office(match: re.Match[str]) -> bool:
    """Whether somebody among others present is told to hold an office."""
    return bool(_IN_OFFICE.match(match.groupdict().get("rest") or ""))


def struck(text: Text, start: int, end: int) -> bool:
    """Whether most of a stretch of the text is struck out."""
    covered = sum(max(0, min(end, s.end) - max(start, s.start)) for s in text.struck)
    return covered > (end - start) / 2
