"""Whose a proposal is, where only a surname tells: "Eks yrkande", "Eks och Alms förslag"."""

import re
from collections.abc import Iterator

from pipeline.extraction.context import Context, folded
from pipeline.language.mention import Mention
from pipeline.language.names import fold

_WORD = r"[A-ZÅÄÖÉ][\w’'-]+"
_LETTERS = r"(?:\s\([A-ZÅÄÖ]{1,4}\))?"
_OWNER = re.compile(
    rf"(?<![\w-])(?P<name>{_WORD})(?P<letters>{_LETTERS})"
    rf"(?=(?:(?:,|\s+(?:och|samt))\s+{_WORD}{_LETTERS})*\s+(?:m\.?\s?fl\.?\s+)?"
    r"(?:[a-zåäö]+\s)?\w*(?:yrkande|förslag))"
)


def owners_by_surname(context: Context, text: str) -> Iterator[Mention]:
    """Those whose surname stands in the genitive before a proposal, where one and only one in
    the document bears it."""
    for match in _OWNER.finditer(text):
        name = _bearer(context, match["name"])
        if name:
            party = context.roster[fold(name)]
            yield Mention(*match.span(), name, (party,) if party else ())


def _bearer(context: Context, genitive: str) -> str | None:
    """The whole name of the one who bears a surname, as the document spells it."""
    surnames = {fold(genitive), fold(genitive.removesuffix("s"))}
    bearers = [name for name in context.roster if name.rsplit(" ", 1)[-1] in surnames]
    if len(bearers) != 1 or " " not in bearers[0]:
        return None
    words = r"\s+".join(re.escape(word) for word in bearers[0].split())
    printed = re.search(rf"\b{words}\b", context.content, re.IGNORECASE)
    return folded(printed[0]) if printed else None
