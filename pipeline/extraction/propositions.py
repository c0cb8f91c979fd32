"""What Ja and Nej meant in a vote: the proposition ("Ja för …, Nej för …") and other ways to
say it."""

import re

from pipeline.extraction.context import folded
from pipeline.language.mentions import find_people
from pipeline.language.numbers import NUMBER
from pipeline.models import Span

YES = r"ja(?:[\s-]*(?:röst(?:er)?|svar|proposition(?:en)?))?"
NO = r"nej(?:[\s-]*(?:röst(?:er)?|svar|proposition(?:en)?))?"
# "Ja-röster: Eva Ek" lists names and proposes nothing.
_ONE_YES, _ONE_NO = (word.replace("röst(?:er)?", "röst(?!er)") for word in (YES, NO))
_MEANS = (
    r"[\"”’]?\s*(?:är\s+(?:en\s+)?röst\s+för|är|avser|innebär(?:\s+att)?|betyder(?:\s+att)?|för|till|"
    r"att\b|=|:|\s[-–]\s|(?=(?:bifaller|avslår|godkänner)\b))\s*"
)
_END = (
    r"[\"”]|(?<!fl)(?<!\sm)\.(?=\s|$|[\"”])|\n\s*\n|"
    r"\n(?=[ \t]*(?:omröstning|votering|resultat|utfall|antal\b|avstå\w*\b|ja\b|vid\s|"
    r"med\s+\w+\s+(?:ja|röst)|\d))"
)
# "Ja för bifall till förslaget. Nej för avslag.", "JA = …; NEJ = …"
_PROPOSITION = re.compile(
    rf"\b{_ONE_YES}{_MEANS}(?P<yes>.{{3,400}}?)[\s,.;\"”]*(?:\boch\b|\bsamt\b|"
    rf"\bmedan\b|\b(?:den|ledamot)\s+som\s+röstar\b)?[\s\"”]*\b(?<!/){_ONE_NO}{_MEANS}"
    rf"(?P<no>.{{3,400}}?)(?={_END}|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_VOTES = r"(?:röstar|röstade|(?:ska(?:ll)?\s+|skulle\s+|uppmanas\s+(?:att\s+)?)?rösta)"
# "Den som vill bifalla förslaget röstar ja, den som vill avslå det röstar nej"
_WHO_WANTS = re.compile(
    rf"\b(?:den?|ledam(?:ot|öter))\s+som\s+(?:vill(?:e)?|önskar|stöd(?:j)?er|biträder|röstar(?:\s+(?:för|på))?|"
    rf"bifaller)?\s*(?P<yes>.{{3,300}}?)\s*,?\s*{_VOTES}\s+[\"”“']?ja\b.{{0,60}}?\b(?:den?|ledam(?:ot|öter))\s+(?:som|"
    rf"det\s+ej\s+vill)\b"
    rf"\s*(?:vill(?:e)?|önskar|stöd(?:j)?er|biträder|röstar(?:\s+(?:för|på))?|bifaller)?\s*(?P<no>.{{0,300}}?)\s*,?\s*{_VOTES}\s+[\"”“']?nej\b|"
    rf"\bja-?röst\s+(?:ges|avges|läggs)\s+för\s+(?P<yes2>.{{3,200}}?)\s*(?:,|och|"
    rf"samt)\s*nej-?röst\s+(?:(?:ges|avges|läggs)\s+)?för\s+(?P<no2>.{{3,200}}?)(?={_END}"
    rf"|\Z)|"
    # "Bifall till förslaget röstar ja, avslag röstar nej."
    rf"(?P<yes3>\b(?:bifall|avslag)\b[^.,;\n]{{0,120}}?)\s+röstar\s+ja\b[.,;\s]+(?:och\s+)?"
    rf"(?P<no3>\b(?:bifall|avslag)\b[^.;\n]{{0,120}}?)\s+röstar\s+nej\b",
    re.IGNORECASE | re.DOTALL,
)
# "Utskottets förslag: JA" above "Bo Alms förslag: NEJ"
_MEANT_FIRST = re.compile(
    r"^[ \t]*(?P<yes>[^\n:]{3,160}?)[ \t]*:[ \t]*ja[ \t.]*\n+"
    r"[ \t]*(?P<no>[^\n:]{3,160}?)[ \t]*:[ \t]*nej[ \t.]*$",
    re.IGNORECASE | re.MULTILINE,
)
# "Ja (bifall)" and "Nej (avslag)" before those who voted so
_BRACKETED = (
    r"{}(?:-?röst(?:er)?)?[ \t]*\((?:för[ \t]+)?(?P<{}>(?:bifall|avslag|återremiss)[^()\n]*)\)"
)
_BESIDE_NAMES = re.compile(
    rf"^(?=(?:[^\n|]{{0,20}}\||[ \t])*{_BRACKETED.format('ja', 'yes')}"
    rf"(?:(?:[^\n]*\n){{1,12}}?)?[ \t|]*{_BRACKETED.format('nej', 'no')})",
    re.IGNORECASE | re.MULTILINE,
)
_NAME_ROOM = 12
# "S 24, V 7 och MP 3"
_PARTIES = re.compile(
    r"(?:\s*(?:[A-ZÅÄÖ]{1,4}|\w+(?:erna|partiet))[ \t]*\(?\d*\)?(?:\s*,|\s+och\b|\s*\Z))+"
)


def propositions(content: str, span: Span) -> list[re.Match[str]]:
    """The propositions in a stretch, in the order of the text."""
    found = [
        match
        for pattern in (_PROPOSITION, _WHO_WANTS, _MEANT_FIRST, _BESIDE_NAMES)
        for match in pattern.finditer(content, span.start, span.end)
        if not _is_result(match)
    ]
    return sorted(found, key=lambda match: match.start())


def _is_result(match: re.Match[str]) -> bool:
    """ "Ja: 25, Nej: 20", "Ja: Eva Ek (S)" and "Ja: S 24, V 7" are results and no
    propositions."""
    groups = match.groupdict()
    yes = groups.get("yes") or groups.get("yes2") or ""
    listed = re.match(r"\s*\d+\b", yes) or _PARTIES.fullmatch(yes)
    return bool(listed) or _opens_with_name(yes)


# "Eva Eks (S) förslag"
_PAPER = re.compile(r"yrkande|\bförslag", re.IGNORECASE)


def _opens_with_name(words: str) -> bool:
    """ "Ja: Eva Ek (S), Bo Ek (S)" lists names and proposes nothing."""
    if re.match(r"\s*[A-ZÅÄÖ]\w+ [A-ZÅÄÖ][\w-]+\s*(?:,|\n|och\b)", words):
        return True
    people = find_people(words)
    return bool(people) and people[0].start < _NAME_ROOM and not _PAPER.search(words)


def meanings(match: re.Match[str] | None, text: str) -> tuple[str | None, str | None]:
    """What Ja and Nej meant by a proposition with the ``text`` below it; without one, what the
    figures are said to be for."""
    if match is None:
        return _told_with_figures(text)
    groups = match.groupdict()
    yes = groups.get("yes") or groups.get("yes2") or groups.get("yes3") or ""
    no = groups.get("no") or groups.get("no2") or groups.get("no3") or ""
    return _meaning(yes), _meaning(no) or _if_no_wins(text)


# "5 ja-röster för bifall och 4 nej-röster för avslag"
_WITH_FIGURES = re.compile(
    rf"\b{NUMBER}\s+ja-?röster\s+för\s+(?P<yes>[^.\n]{{3,160}}?)\s*,?\s+(?:och|mot|samt)\s+"
    rf"{NUMBER}\s+nej-?röster\s+för\s+(?P<no>[^.\n]{{3,160}}?)(?=,|\.(?:\s|$)|\n|$)",
    re.IGNORECASE,
)


def _told_with_figures(text: str) -> tuple[str | None, str | None]:
    match = _WITH_FIGURES.search(text)
    return (_meaning(match["yes"]), _meaning(match["no"])) if match else (None, None)


# "Vinner nej har nämnden bifallit motionen.": what Nej meant, where only Ja was put
_NO_WINS = re.compile(
    r"\bvinner\s+nej,?\s+har\s+\S*(?:nämnden|styrelsen|utskottet|fullmäktige)\s+"
    r"(?:därmed\s+|således\s+)?(?:beslutat\s+(?:att\s+|enligt\s+)?)?(?P<no>[^.\n]{3,200})",
    re.IGNORECASE,
)


def _if_no_wins(text: str) -> str | None:
    match = _NO_WINS.search(text)
    return _meaning(match["no"]) if match else None


# "avslag på motionen (5 röster)"
_VOTES_BEHIND = re.compile(rf"\s*\({NUMBER}\s+röst(?:er)?\)\W*\Z", re.IGNORECASE)


def _meaning(words: str) -> str | None:
    bare = folded(_VOTES_BEHIND.sub("", words)).strip(' ,.;"”−–')
    return f"{bare}." if bare.endswith(("m.fl", "m. fl")) else bare or None
