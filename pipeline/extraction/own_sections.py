"""Which of the sections of a matter are of the body that meets, and which of earlier ones."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extraction.outline import Line, Section, heading_kind

# "Yrkanden i kommunstyrelsen": an earlier round in the council, its own in the board.
# "Kommunstyrelsens behandling": an earlier round in the council, the meeting in the board.
_TREATED = re.compile(r"(?P<body>\w+)s (?:behandling|yrkanden?)\b.*", re.IGNORECASE)
_ROUND = re.compile(r"(?P<act>.+?) i (?P<body>\S+)", re.IGNORECASE)


def own_rounds(content: str, parts: list[Section], body: str | None) -> list[Section]:
    """The sections, those of rounds in this body as what stands below them. What members
    propose is moved; what a body proposes to a higher one is its decision, where it has told
    no other."""
    told = [_own_round(part, (body or "").casefold()) for part in parts]
    told = [_moved(content, part) for part in told]
    if any(part.kind == "beslut" for part in told):
        return told
    return [
        replace(part, kind="beslut") if _own_proposal(part, body or "") else part
        for part in told
    ]


# "1) Ordföranden Eva Ek m.fl. (S) och Bo Alm (V) föreslår att …", "Eva Ek (S): Avslag": moved,
# not proposed before.
_MEMBERS_PROPOSE = re.compile(
    r"^[ \t]*(?:(?:\d{1,2}[.)]|[-–•])[ \t]*)?(?:(?:[Vv]ice[ \t]+)?[Oo]rdföranden?[ \t]+)?"
    r"[A-ZÅÄÖ][\w-]+(?:[ \t][A-ZÅÄÖ][\w-]+){1,2}(?:[ \t]m\.?[ \t]?fl\.?)?[ "
    r"\t]\([A-ZÅÄÖ]{1,4}\)"
    r"(?:[^.:]{0,200}?\b(?:föreslår|föreslog|yrkar|yrkade|lägger|lade)\b|"
    r"[^.:\n]{0,160}:[ \t]*(?i:bifall|avslag|återremi|bordlägg|att[ \t]))",
    re.MULTILINE,
)


def _moved(content: str, part: Section) -> Section:
    """A section of proposals as one of what was moved, where members make them."""
    if part.kind != "förslag" or not _MEMBERS_PROPOSE.search(content, part.start, part.end):
        return part
    return replace(part, kind="yrkande")


def _own_proposal(part: Section, body: str) -> bool:
    """ "Arbetsutskottets förslag till beslut" in the minutes of that committee."""
    whose = re.match(r"(?P<body>\w+)s förslag\b", part.label, re.IGNORECASE)
    return (
        part.kind == "förslag"
        and whose is not None
        and re.sub(r"e[nt]$", "", body.casefold()).endswith(
            re.sub(r"e[nt]$", "", whose["body"].casefold())
        )
    )


def _own_round(part: Section, body: str) -> Section:
    own = _TREATED.fullmatch(part.label) if part.kind == "bakgrund" else None
    if own and body.endswith(own["body"].casefold()):
        return replace(part, kind="yrkande")
    told = _ROUND.fullmatch(part.label) if part.kind == "bakgrund" else None
    if told is None or told["body"].casefold() not in body:
        return part
    head = told["act"].strip()
    kind = heading_kind(Line(0, len(head), head))
    return replace(part, kind=kind or "överläggning")


_BODY_OF = re.compile(
    r"(?P<body>.*?(?:nämnden|styrelsen|utskottet|fullmäktige|beredningen))s?\b", re.IGNORECASE
)


_RIGHT_BELOW = 5  # white space between two headings


def of_this_body(sections: Sequence[Section], body: str | None) -> list[Section]:
    """Without decisions that an earlier body is named for, where one of this body's own is
    told ("Arbetsutskottet beslutar", "Kommunstyrelsen beslutar")."""
    named = {
        place: match["body"].casefold() in (body or "").casefold()
        for place, one in enumerate(sections)
        if one.kind == "beslut" and (match := _BODY_OF.match(one.label))
    }
    if not any(named.values()):
        return list(sections)
    for place in range(1, len(sections)):
        # "Styrelsens förslag till fullmäktige", and right below it "Fullmäktige beslutar"
        gap = sections[place].heading.start - sections[place - 1].heading.end
        if named.get(place - 1) and 0 <= gap < _RIGHT_BELOW:
            named[place] = True
    return [one for place, one in enumerate(sections) if named.get(place, True)]


# What is handed in when a decision has been taken, and what opens a debate.
_HANDED_IN = frozenset(
    {
        *("reservation", "deltar ej", "jäv", "särskilt uttalande", "särskilt yttrande"),
        *("protokollsanteckning", "ersättaryttrande"),
    }
)
_DEBATED = frozenset({"yrkande", "överläggning", "beslutsgång", "votering"})


# "Arbetsutskottets beslut 2024-02-03"
_DECIDED_EARLIER = re.compile(r"\ws\s+beslut\b.*\d{4}", re.IGNORECASE)


def without_earlier_acts(sections: Sequence[Section], body: str | None) -> list[Section]:
    """Without what was handed in right below the decision of an earlier body."""
    own = of_this_body(sections, body)
    kept: list[Section] = []
    earlier = False
    for one in sections:
        if one.kind == "beslut" or _DECIDED_EARLIER.search(one.label):
            earlier = one not in own or one.kind != "beslut"
        elif one.kind in _DEBATED:
            earlier = False
        if not (earlier and one.kind in _HANDED_IN):
            kept.append(one)
    return kept
