"""Who makes proposals but members: bodies, and groups of parties under a name of their own."""

import re
from collections.abc import Iterator

from pipeline.language.mention import Mention

# The kinds of bodies that make proposals, by the name of the group.
_MAKER = (
    r"\b(?:(?P<office>\w*(?:förvaltning(?:en)?s|kontorets|kansliets|direktörens|chefens)|"
    r"tjänste(?:utlåtandets|skrivelsens|männens))|"
    r"(?P<committee>\w*(?:utskottets|beredningens|presidiets))|"
    r"(?P<board>\w*styrelsens)|(?P<nämnd>\w*nämndens))\s+(?:\w+\s+)?"
)
_MADE = re.compile(rf"{_MAKER}\w*förslag", re.IGNORECASE)
_MAKER_BEFORE = re.compile(rf"{_MAKER}\Z", re.IGNORECASE)


def maker_of(text: str) -> str | None:
    """Which kind of body made the proposal that a text names first; None where none is
    named."""
    made = _MADE.search(text)
    return made.lastgroup if made else None


def maker_before(text: str, paper: re.Match[str]) -> re.Match[str] | None:
    """The body named right before a paper: "arbetsutskottets"."""
    return _MAKER_BEFORE.search(text, 0, paper.start())


# "Samling för Tallviks förslag": several parties under a name of their own
_GROUP = re.compile(
    r"\b(?P<name>[A-ZÅÄÖ][a-zåäö]+\s+för\s+[A-ZÅÄÖ][a-zåäö]+)s(?=\s+(?:\w+\s+)?\w*"
    r"(?:yrkande|förslag))"
)


def named_groups(text: str) -> Iterator[Mention]:
    """Groups of parties that what they propose is named after."""
    for match in _GROUP.finditer(text):
        name = " ".join(match["name"].split())
        yield Mention(match.start(), match.end("name"), name, ())
