"""What a vote was about: the substance, an addition, which proposal is put against another."""

import re

from pipeline.words import VoteKind

# "För att utse motförslag godkänns följande voteringsproposition"
_CHOOSES_COUNTER = re.compile(
    r"\b(?:utse|utses|välja|om|förberedande)\b[^.:]{0,60}\b(?:motförslag|"
    r"votering)[^.]{0,120}$",
    re.I,
)

# "Votering 1, motförslag:", "Omröstning – motförslag i huvudvoteringen"
_FOR_COUNTER = re.compile(
    r"\n(?![^.\n]*\b(?:är|blir|utgör|utses)\b)[^.\n]{0,40}\bmotförslag\w*(?:\s+(?:i|till|inför)\s+\w+)?\W*\Z",
    re.IGNORECASE,
)


# "… utses till motförslag genom acklamation och följande ordning": that is done already
_CHOSEN = re.compile(
    r"\bmotförslag\s+(?:genom\s+acklamation|utan\s+(?:omröstning|votering))\b", re.IGNORECASE
)
_ASIDE = re.compile(r"återremi|bordlägg", re.IGNORECASE)
_ADOPTS = re.compile(
    r"(?:att\s+)?(?:bifall\w*|anta\w*|enligt)\b(?!.*(?:avgör|i\s?dag|avslag|tillägg))"
    r".*\bförslag(?:et)?\b",
    re.IGNORECASE | re.DOTALL,
)


def about(yes: str | None, no: str | None) -> str:
    """What the two sides of a vote tell of its subject: where one is to adopt the proposal, so
    that nothing is left to decide, it alone tells, though the other is to send it back."""
    for one, other in ((yes, no), (no, yes)):
        sends_back = other and _ASIDE.search(other) and one and not _ASIDE.search(one)
        if sends_back and _ADOPTS.match(one or ""):
            return str(one)
    return f"{yes} {no}"


def vote_kind(meanings: str, label: str, before: str) -> VoteKind:
    """What a vote was about, by the words of its proposition, then by its heading."""
    text = meanings.casefold()
    choosing = _CHOOSES_COUNTER.search(before[-200:]) or _FOR_COUNTER.search(before[-60:])
    choosing = None if _CHOSEN.search(before[-200:]) else choosing
    named = re.search(r"motförslag", label if _MAIN.search(text) else text + label)
    if named or "förberedande" in label or choosing:
        return VoteKind.FÖRBEREDANDE
    if re.search(r"återremi", text):
        return VoteKind.ÅTERREMISS
    if re.search(r"bordlägg", text):
        return VoteKind.BORDLÄGGNING
    on_addition = _BARE.fullmatch(text) and _ON_ADDITION.search(f"{before[-200:]}\n{label}")
    if (
        re.search(r"tilläggsyrkande|tilläggsförslag|tillägg(?:et)?\b", text)
        or on_addition
        or _amends(text, before)
    ):
        return VoteKind.TILLÄGGSYRKANDE
    if re.search(r"avgöra|ordning|\bfå\w*\s+(?:fram)?ställas", text):
        return VoteKind.ORDNING
    return VoteKind.HUVUDVOTERING


# "Votering begärs om tilläggsyrkandet", where the sides are only told as bifall and avslag
_BARE = re.compile(r"(?:(?:bifall|avslag|none)\W*){2}")
_ON_ADDITION = re.compile(
    r"(?:votering|omröstning)\w*\s+(?:\w+\s+)?(?:om|angående|gällande|beträffande|över|för)\s+"
    r"(?:[^.:\n]{0,60}\s)?tilläggs(?:yrkande|förslag)",
    re.IGNORECASE,
)
# "bifalla styrelsens förslag" against "bifalla motförslaget"
_MAIN = re.compile(
    r"(?:(?:styrelsens|nämndens|utskottets|förvaltningens|kontorets|bolagets|liggande)\s+(?:\w+\s+)?"
    r"förslag|huvudförslaget)\b.*(?<!till )(?<!som )\bmotförslaget\W*\Z",
    re.DOTALL,
)
# "avslag på Bo Eks yrkande"
_WHOSE = re.compile(
    r"\b(?:på|till)\s+(?P<whose>[\w -]{3,60}?(?:\s\([a-zåäö]{1,4}\))?)\s+yrkande"
)
_BASE = re.compile(
    r"(?:styrelsens|nämndens|utskottets|förvaltningens|kontorets|bolagets|liggande)\s"
)


def _amends(meanings: str, before: str) -> bool:
    """Whether both sides only speak of one amendment: "avslag på ändringsyrkandet" against
    "bifall till ändringsyrkandet", or of a yrkande that the chair calls one right above."""
    if _BASE.search(meanings):
        return False
    if len(re.findall(r"ändrings(?:yrkande|förslag)", meanings)) > 1:
        return True
    whose = {match["whose"] for match in _WHOSE.finditer(meanings)}
    called = rf"\b{re.escape(''.join(whose))}\s+(?:ändrings|tilläggs)yrkande"
    return len(whose) == 1 and bool(re.search(called, before, re.IGNORECASE))
