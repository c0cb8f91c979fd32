"""Who stands behind a decision by its own words."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extraction.context import Context, mentioned
from pipeline.extraction.decisions import Decision
from pipeline.extraction.denial import affirmed
from pipeline.extraction.entry import FOLLOWED, Entry
from pipeline.extraction.positions import Evidence
from pipeline.extraction.wishes import wish
from pipeline.models import Span
from pipeline.words import Act, Basis


def behind(context: Context, decision: Decision | None, found: Sequence[Entry]) -> list[Entry]:
    """Yrkanden that only the decision names ("Enligt yrkandena från S och V samt L:")."""
    if decision is None or not decision.follows or any(e.act == Act.YRKANDE for e in found):
        return []
    lead = Span(decision.span.start, decision.span.start + decision.text.find(":") + 1)
    text = lead.of(context.content)
    if "yrkande" not in text.casefold():
        return []
    groups = [
        parties
        for piece in re.split(r"\bsamt\b", text)
        if (parties := _parties_in(context, piece))
    ]
    return [Entry(Act.YRKANDE, (), group, lead, lead, FOLLOWED) for group in groups]


def _parties_in(context: Context, words: str) -> tuple[str, ...]:
    """The parties a stretch names by letters or words."""
    found = mentioned(context, f"från {words}")
    return tuple(dict.fromkeys(p for one in found if not one.name for p in one.parties))


def named_by(context: Context, decision: Decision | None) -> list[Evidence]:
    """Parties that the decision names as behind it: "Enligt yrkande från C och S:", "antar
    Centerns och Vänsterpartiets budgetförslag"."""
    if decision is None:
        return []
    followed = [decision.follows] if decision.follows else _followed(decision)
    return [
        Evidence(party, "named", Basis.YRKANDE, decision.span)
        for words in followed
        for party in dict.fromkeys(_owning(context, words))
    ]


_ADOPTS = re.compile(
    r"\b(?P<does>i\s+enlighet\s+med|enligt|bifall(?:er|a)|antar?)\s+(?P<what>(?:[^.:;\n]|:(?=s\b)){4,160})",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:avsl\w+|inte|ej)\b", re.IGNORECASE)
# "att avslå motionen och att anta yrkandet från S"
_AND = re.compile(r"\b(?:och|samt)\s+att\b", re.IGNORECASE)


def _followed(decision: Decision) -> Iterator[str]:
    """What a decision, by the first of its points, is said to adopt."""
    text = affirmed(decision.points[0] if decision.points else decision.text)
    for match in _ADOPTS.finditer(text):
        whole = match["does"].casefold().startswith(("i", "enligt"))
        clause = max((m.end() for m in _AND.finditer(text, 0, match.start())), default=0)
        if whole or not _NOT.search(text, clause, match.start()):
            yield match["what"]


# "majoritetens (S och V) budgetförslag", "det förslag som lagts fram av S och V"
_BRACKETED = re.compile(
    r"\w+s\s+\((?P<who>[^()]{3,60})\)\s+(?:\w+\s+){0,2}\w*(?:förslag|yrkande|budget)"
)
_LAID = re.compile(
    r"\b\w*(?:förslag|budget)\w*\s+som\s+(?:har\s+)?(?:lagts|lämnats|presenterats)\s+"
    r"(?:fram\s+)?av\s+(?P<who>.+)"
)


def _owning(context: Context, words: str) -> list[str]:
    """The parties whose proposal it is that is named."""
    named = _BRACKETED.match(words) or _LAID.search(words)
    if named:
        return list(_parties_in(context, named["who"]))
    return [
        party
        for reference in wish(context, f"enligt {words}").references
        if reference.sign > 0 and not reference.persons and not reference.changed
        for party in sorted(reference.parties)
    ]
