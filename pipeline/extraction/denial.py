"""What is denied: not to adopt something is to reject it, and the other way round; and who
says no in other words rejects it as well."""

import re
from functools import lru_cache

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

# what is put to a body, not what a proposal is called ("motionen Nej till buller")
_PUT = (
    r"(?=\s+(?:(?:det|den|detta|denna)\s+)?(?:\w+\s+)?(?:\w*förslag|motion|ansök|begär|hemställ|"
    r"framställ|initiativ|e-förslag))"
)
_PASSIVE = r"(?:ts|des|s)"
_REFUSED = re.compile(
    r"\b(?:säg(?:er|a)|sade)\s+nej\s+till\b|"
    rf"\b(?:säg(?:er|a)\s+)?nej\s+till{_PUT}|"
    rf"\b(?:förkasta|neka)(?:r|t|de)?(?P<was1>{_PASSIVE})?\b|"
    rf"\bavböj(?:er|a)?{_PUT}|\bmotsätt(?:er|a)\s+sig{_PUT}|"
    r"\bavråd(?:er|a)\s+från\b|\bställ(?:er|a|de)\s+sig\s+negativ\w*\s+till\b|"
    rf"\b{_NOT}\s+(?:ska\s+)?(?:genomför|arbeta|gå|pröva)\w*(?:\s+vidare)?(?:\s+med)?{_PUT}|"
    # "förslaget vinner inte nämndens bifall", "lämnas utan bifall"
    rf"\b(?P<was2>(?:vinner|vann|vunnit)\s+(?:\w+\s+)?{_NOT}\s+(?:[^.\n]{{0,40}}?\s)?"
    r"(?:bifall|gehör)|utan\s+bifall)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=64)
def affirmed(text: str) -> str:
    """The text in today's words, with what is denied said the other way: "avslå" for "inte
    bifalla", and for "säga nej till"."""
    text = _SAYS_YES.sub("bifalla", _OLD.sub("på", text))
    return _REFUSED.sub(_said, _DENIED.sub(_turned, text))


_SAYS_YES = re.compile(r"\bsäg(?:er|a)\s+ja\s+till\b", re.IGNORECASE)


# "avslag å förslaget"
_OLD = re.compile(r"(?<=\s)å(?=\s+(?!ena\b|andra\b|sin\b|\w+\s+(?:sida|vägnar)))")


def _turned(match: re.Match[str]) -> str:
    adopts = match["adopts1"] or match["adopts2"]
    verb = adopts or match["rejects1"] or match["rejects2"]
    passive = "s" if verb.casefold().endswith("s") else ""
    return f"avslå{passive}" if adopts else f"bifall{passive or 'a'}"


def _said(match: re.Match[str]) -> str:
    return "avslås" if match["was1"] or match["was2"] else "avslå"
