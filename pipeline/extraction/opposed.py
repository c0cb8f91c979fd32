"""What the proposal before the body was, where it is put against the motion's fate: "bifall
till förvaltningens förslag och avstyrkande av motionen mot varandra"."""

import re
from collections.abc import Iterable

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
