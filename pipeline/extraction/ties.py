"""How a tie was broken by the vote of the chair."""

import re
from collections.abc import Iterable, Mapping

from pipeline.language.mentions import find_people
from pipeline.language.names import same_person
from pipeline.words import Choice

_SAID = re.compile(r"utslagsröst[^.]{0,80}?\b(?P<side>ja|nej)\b", re.IGNORECASE)
_OBJECT = r"(?:\w*(?:yrkandet|förslaget|motionen|utlåtandet|tillägget)|att-sats \d+|punkt \d+)"
# "Ordförandens röst är utslagsgivande och nämnden avslår därmed tilläggsyrkandet", "… har
# utslagsröst och motionen bifalls"
_DECISIVE = re.compile(
    rf"(?:\butslag|\bavgör\b|\bordförandens\s+mening)[^.]{{0,120}}?(?:\.\s+)?\b(?:"
    rf"(?P<does>bif|avsl)\w*\s+(?:därmed\s+)?(?P<what>{_OBJECT})|(?P<object>{_OBJECT})\s+(?:\w+\s+)?(?P<done>bif|avsl))",
    re.IGNORECASE,
)
# "Ordföranden Eva Ek (S) har utslagsröst"
_CHAIR = re.compile(
    r"\b[Oo]rdförande(?:n|ns)?,?\s+([A-ZÅÄÖ][^.,;]{3,60}?)\s+(?:utslag|(?:\w+\s+){1,3}utslag)"
)
Ballots = Iterable[tuple[str, str | None, Choice]]


def cast_for(text: str, sides: Mapping[str, str | None], ballots: Ballots) -> str | None:
    """The side, ja or nej, that the chair's casting vote decided for: as the text says
    outright, by the ballot of the chair it names, or by what it says was decided with it."""
    said = _SAID.search(text)
    if said:
        return said["side"].casefold()
    return _by_ballot(text, ballots) or _by_decision(text, sides) or _on_today(text, sides)


def _by_ballot(text: str, ballots: Ballots) -> str | None:
    """How the chair named with the casting vote voted; the one of the meeting may have handed
    over the chair."""
    named = (people for match in _CHAIR.finditer(text) if (people := find_people(match[1])))
    name = next((people[0].name for people in named), None)
    cast = {
        str(choice) for voter, _, choice in ballots if name and same_person(voter, name)
    } & {"ja", "nej"}
    return cast.pop() if len(cast) == 1 else None


def _by_decision(text: str, sides: Mapping[str, str | None]) -> str | None:
    """The side that wanted what was decided, where both are about it ("avslag på" it and
    "bifall till" it) or only one is: the other then stands for that it was refused."""
    told = _DECISIVE.search(text)
    if told is None:
        return None
    about = told["what"] or told["object"]
    does = (told["does"] or told["done"]).casefold()
    asked = {
        side: re.match(
            rf"(?:att\s+)?(bif|avsl)\w*\s+(?:på\s+|till\s+)?{about}\b", words or "", re.I
        )
        for side, words in sides.items()
    }
    wants = {side: match[1].casefold() for side, match in asked.items() if match}
    agree = [side for side, what in wants.items() if what == does]
    others = [side for side in sides if side not in wants]
    if (
        len(others) == 1
        and about[:-2].casefold() not in (sides[others[0]] or about).casefold()
    ):
        return (agree or others)[0]
    return agree[0] if len(agree) == 1 == len(wants) - 1 else None


# "med ordförandens utslagsröst att ärendet ska avgöras idag", "… att återremittera ärendet"
_TODAY = re.compile(r"utslag[^.]{0,140}?\b(?P<what>avgör|återremitt|bordlägg)", re.IGNORECASE)


def _on_today(text: str, sides: Mapping[str, str | None]) -> str | None:
    """The side that wanted what was decided on whether to decide today."""
    told = _TODAY.search(text)
    fits = [
        side
        for side, words in sides.items()
        if told and re.search(rf"\b{told['what'][:7]}", words or "", re.IGNORECASE)
    ]
    return fits[0] if len(fits) == 1 else None
