"""What is denied: not to adopt something is to reject it, and the other way round."""

import re

_ADOPTS = (
    r"(?:bif(?:all(?:er|as?|s|es|its)?|ölls?)|tillstyrk\w*|godkänn\w*|anta(?:r|s|gits)?|"
    r"ställ\w+\s+sig\s+bakom)"
)
_REJECTS = r"(?:avsl(?:å[rs]?|ogs?|agits)|avstyrk\w*)"
_VERB = rf"(?:(?P<adopts{{0}}>{_ADOPTS})|(?P<rejects{{0}}>{_REJECTS}))"
_NOT = r"(?:inte|ej)"
_DENIED = re.compile(
    # "att inte bifalla", "inte ska antas"
    rf"\b{_NOT}\s+(?:(?:ska(?:ll)?|skulle|bör|måtte|får|kan|heller|längre)\s+)?"
    rf"{_VERB.format(1)}\b|"
    # "bifalls inte", "antar därmed inte"
    rf"\b{_VERB.format(2)}\s+(?:(?:därför|därmed|alltså|således)\s+)?{_NOT}\b",
    re.IGNORECASE,
)


def affirmed(text: str) -> str:
    """The text with what is denied said the other way: "avslå" for "inte bifalla"."""
    return _DENIED.sub(_turned, text)


def _turned(match: re.Match[str]) -> str:
    adopts = match["adopts1"] or match["adopts2"]
    verb = adopts or match["rejects1"] or match["rejects2"]
    passive = "s" if verb.casefold().endswith("s") else ""
    return f"avslå{passive}" if adopts else f"bifall{passive or 'a'}"
