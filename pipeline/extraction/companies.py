"""The company, foundation or federation whose board met: no board of a municipality."""

import re

_TOP = 1_500
_NEAR_TOP = 400
_WORD = r"(?:[A-ZÅÄÖ][\wåäöÅÄÖé-]*|och|&|i)"
_COMPANY = (
    rf"(?:(?:AB|Aktiebolaget|Stiftelsen|[A-ZÅÄÖ]\w+förbundet)\s+{_WORD}(?:[ ]{_WORD}){{0,4}}|"
    rf"[A-ZÅÄÖ][\wåäöÅÄÖé-]*(?:[ ]{_WORD}){{0,4}}?[ ](?:AB|Aktiebolag|aktiebolag))"
)
# "Styrelsemöte", "Protokoll fört vid styrelsens sammanträde"; a municipality has other boards
_BOARD = re.compile(
    r"\bstyrelse(?:möte|sammanträde|protokoll)\w*|\bstyrelsens\s+(?:möte|sammanträde)|"
    r"\bbolagsstyrelse\w*|\bprotokoll\s+(?:\S+\s+){0,4}styrelsen?\s+(?:för|i)\b",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"^[ \t|#*]*(?:(?:[Bb]olag(?:ets\s+namn)?|[Ff]öretag)\s*:\s+)?(?P<name>{_COMPANY})"
    r"(?:\s+\(publ\))?(?=[ \t]{3,}|[ \t]*(?:\||$))",
    re.MULTILINE,
)
_MET = re.compile(
    r"\bstyrelse(?:n|ns)?(?:möte|sammanträde)?(?:\s+(?:möte|sammanträde))?\s+"
    rf"(?:i|med|för|hos)\s+(?P<name>{_COMPANY})(?=[\s,.:(]|$)"
)
_MUNICIPAL = re.compile(r"\b(?:kommun|region)(?:styrelsen|fullmäktige)\b", re.IGNORECASE)


def company_of(content: str) -> str | None:
    """The company whose board met: named with the meeting, else alone on a line at the top.
    None where a body of a municipality stands at the top."""
    top = content[:_TOP]
    if not _BOARD.search(top) or _MUNICIPAL.search(content[:_NEAR_TOP]):
        return None
    named = _MET.search(top) or _ALONE.search(content[:_NEAR_TOP])
    return " ".join(named["name"].split()) if named else None
