"""Headings of lists of who was there that say it in words of their own: "Ledamöter
(beslutande)", "Beslutande ledamöter och tjänstgörande ersättare"."""

import re

from pipeline.words import Role

# What such a heading is made of; a sentence has other words.
_WORDS = re.compile(
    r"(?:(?:närvarande|beslutande|deltagande|tjänstgörande|ordinarie|övriga|ledam(?:öter|ot)|"
    r"ersättare|förtroendevalda|politiker|ej|icke|inte|och|samt|som|tjänstgör|tjänstgjorde)\b,?"
    r"\s*)+"
)
_FOR_ABSENT = re.compile(
    r"\s*(?:för|i stället för|istället för)\s+(?:frånvarande\s+)?ledam(?:öter|ot)"
)
_MEMBERS = re.compile(r"\b(?:ledam(?:öter|ot)|beslutande|förtroendevalda|politiker)\b")
_ELECTED = re.compile(r"\b(?:förtroendevalda|politiker)\b")
_NOT = re.compile(r"\b(?:ej|icke|inte)\b")
_SERVING = re.compile(r"\btjänstg(?:örande|ör|jorde)\b")


def headed_in_words(heading: str) -> tuple[Role, bool] | None:
    """The role of those below a heading in lower case, and whether it leaves open who of them
    decides; None for any other line."""
    words = _FOR_ABSENT.sub("", re.sub(r"[()]", " ", heading)).strip()
    if not _WORDS.fullmatch(words):
        return None
    substitutes, members = "ersättare" in words, bool(_MEMBERS.search(words))
    if _NOT.search(words):
        return (Role.ERSÄTTARE, False) if substitutes or "beslutande" in words else None
    serving = bool(_SERVING.search(words))
    if "övriga" in words.split():
        return (Role.ERSÄTTARE, False) if substitutes and not (members or serving) else None
    if members:
        mixed = substitutes or bool(_ELECTED.search(words))
        return Role.LEDAMOT, mixed and not (serving or "beslutande" in words)
    if not substitutes:
        return None
    return (Role.TJÄNSTGÖRANDE_ERSÄTTARE if serving else Role.ERSÄTTARE), False
