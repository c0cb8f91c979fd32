"""Groups that act without names ("hela oppositionen"), and those they leave out ("utom SD").

Nobody is told to have done what such a group did, as its members change with place and time;
nor is somebody silent where a group acted. Only all parties but those named are known, by who
serves at the meeting.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from pipeline.language.mention import Mention

# "alla utom S och V", "oppositionen, dock ej V": who comes next did not act.
_EXCEPT = re.compile(
    r"\b(?:för)?utom\s+|\bmed\s+undantag\s+(?:av|för)\s+|\bundantaget\s+|\bexklusive\s+|"
    r"\b(?:dock|men)\s+(?:ej|inte)\s+",
    re.IGNORECASE,
)
# What may stand before the one excepted, or between two.
_AMONG = re.compile(
    r"(?:[\s,]|och\b|samt\b|från\b|för\b|av\b|i\b|ledam\w+|ersättar\w+|representant\w+|parti\w+|"
    r"grupp\w*|ordföranden?|vice)*",
    re.IGNORECASE,
)
_GROUP = (
    r"(?:opposition(?:en|spartierna|sgruppen)|allians(?:en|partierna|gruppen)|"
    r"majoritet(?:en|spartierna|sgruppen)|minoriteten|koalitionen|"
    r"(?:samtliga|alla|övriga)\s+(?:partier(?:na)?|ledamöter(?:na)?|partigrupper(?:na)?)|"
    r"de\s+(?:rödgröna|borgerliga)(?:\s+partierna)?|vice\s+ordföranden?)\b"
)
_VERB = r"\b(?:yrka\w*|reserver\w*|delt(?:ar|og)\s+(?:ej|inte))"
_ACTS = re.compile(
    rf"\b(?:samtliga|alla|övriga)\s[^.\n]{{0,20}}\butom\b[^.\n]{{0,80}}?{_VERB}|"
    rf"\b{_GROUP}(?!,?\s*(?:\(|genom\b|(?-i:[A-ZÅÄÖ])))[^.\n]{{0,80}}?{_VERB}|"
    rf"{_VERB}\s+(?:sig\s+|även\s+|också\s+)*{_GROUP}"
    r"(?!,?\s*(?:\(|genom\b|(?:från|i|för|inom|ur)\b|(?-i:[A-ZÅÄÖ])))",
    re.IGNORECASE,
)


# "samtliga partier utom S", "alla ledamöter utom de från S och V"
_ALL = re.compile(
    r"\b(?:samtliga|alla)\s+(?:partier(?:na)?|(?:parti)?grupper(?:na)?|ledamöter(?:na)?)[\s,]+\Z",
    re.IGNORECASE,
)


def without_excepted(
    text: str, mentions: Sequence[Mention], serving: Sequence[str] = ()
) -> list[Mention]:
    """The mentions of ``text`` without those that an exception leaves out; the others of the
    parties ``serving`` where it leaves parties out of all."""
    left = list(mentions)
    for match in _EXCEPT.finditer(text):
        place, out = match.end(), list[Mention]()
        for one in mentions:
            if one.start >= place and _AMONG.fullmatch(text, place, one.start):
                out.append(one)
                place = one.end
        among = _ALL.search(text, 0, match.start())
        left = [one for one in left if one not in out]
        if among and out and not any(one.name or one.role for one in out):
            left += _others(among.start(), out, serving)
    return sorted(left, key=lambda one: one.start)


def _others(start: int, out: Sequence[Mention], serving: Sequence[str]) -> list[Mention]:
    """The parties serving but for those left out, as one mention."""
    named = {party for one in out for party in one.parties}
    others = tuple(dict.fromkeys(party for party in serving if party not in named))
    return [Mention(start, out[-1].end, None, others)] if others else []


@lru_cache(maxsize=4)
def acts_as_group(text: str) -> bool:
    """Whether a group without names moves, reserves itself or stays out somewhere in
    ``text``."""
    return _ACTS.search(text) is not None
