"""What the proposal before the body was, where it is put against the motion's fate ("bifall
till förvaltningens förslag och avstyrkande av motionen mot varandra"), or where it is
told what the body whose proposal it is would do with the motion."""

import re
from collections.abc import Iterable, Sequence

from pipeline.extraction.context import Context
from pipeline.extraction.outline import Section
from pipeline.words import Outcome

_PUT = re.compile(r"\bmot\s+varandra\b|\btvå\s+(?:förslag|yrkanden)\b", re.IGNORECASE)
_PROPOSAL = re.compile(
    r"\bbif\w*\s+(?:till\s+)?(?:\w*(?:förvaltningens|kontorets|bolagets)\s+)?"
    r"(?:tjänsteutlåtande\w*|förslag(?:et)?)\b(?!\s+(?:om\s+)?att\b)",
    re.IGNORECASE,
)
_MOTION = re.compile(
    r"\b(?:(?P<no>avstyrk|avslå|avslag)|tillstyrk|bif)\w*\s+(?:av\s+|på\s+|till\s+)?motionen\b|"
    r"\bmotionen\s+(?:ska\s+|skulle\s+)?(?:(?P<denied>avstyrk|avslå)|tillstyrk|bif)\w*s\b",
    re.IGNORECASE,
)
_SIGNS = {Outcome.BIFALL: 1, Outcome.AVSLAG: -1}


def opposed(texts: Iterable[str], outcome: Outcome | None) -> int:
    """Whether the proposal before the body won (+1) or lost (-1), where a sentence puts it
    against granting or rejecting the motion; 0 where none does."""
    sign = _SIGNS.get(outcome, 0) if outcome else 0
    found = {told for text in texts for told in _told(text)}
    if not sign or len(found) != 1:
        return 0
    return -1 if found.pop() == sign else 1


def _told(text: str) -> Iterable[int]:
    """What fate of the motion each sentence puts against the proposal."""
    for sentence in re.split(r"(?<=\.)\s", text):
        fates = {-1 if m["no"] or m["denied"] else 1 for m in _MOTION.finditer(sentence)}
        if _PUT.search(sentence) and _PROPOSAL.search(sentence) and len(fates) == 1:
            yield fates.pop()


# "Styrelsen har föreslagit att motionen avslås", "styrelsens förslag att avslå motionen"
_BODY = r"\b(?P<body>\w*(?:styrelsen|nämnden|utskottet|beredningen|förvaltningen|kontoret))"
_PROPOSES = re.compile(
    rf"{_BODY}(?:\s+(?:\w+\s+){{0,4}}?(?:föreslår|föreslog|föreslagit)|"
    r"s\s+förslag\s+(?:om\s+)?att)\b",
    re.IGNORECASE,
)
_OF_BODY = re.compile(rf"{_BODY}s\s+förslag\b", re.IGNORECASE)
_SAID_IN = ("bakgrund", "förslag", "början", "okänd", "yrkande", "överläggning", "beslutsgång")


def as_proposed(
    context: Context,
    parts: Sequence[Section],
    outcome: Outcome | None,
    moved: Iterable[str],
) -> int:
    """Whether the proposal before the body won (+1) or lost (-1), where the minutes tell what
    the body whose proposal somebody ``moved`` would do with the motion; 0 where they do not,
    or tell different things."""
    sign = _SIGNS.get(outcome, 0) if outcome else 0
    bodies = {m["body"].casefold() for text in moved for m in _OF_BODY.finditer(text)}
    texts = (context.content[one.start : one.end] for one in parts if one.kind in _SAID_IN)
    fates = {fate for text in texts for fate in _proposed(text, bodies)}
    if not sign or len(bodies) != 1 or len(fates) != 1:
        return 0
    return 1 if fates.pop() == sign else -1


def _proposed(text: str, bodies: set[str]) -> Iterable[int]:
    """What each sentence says that one of some bodies proposes to do with the motion."""
    for sentence in re.split(r"(?<=\.)\s", text):
        for proposes in _PROPOSES.finditer(sentence):
            if proposes["body"].casefold() in bodies:
                told = _MOTION.finditer(sentence, proposes.start())
                yield from (-1 if m["no"] or m["denied"] else 1 for m in told)
