"""Interpellations, questions and letters printed in minutes, with their answers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extraction.context import Context, mentioned, resolve_mention, trimmed
from pipeline.extraction.entry import Entry
from pipeline.extraction.outline import Section
from pipeline.extraction.wording import points
from pipeline.models import Span
from pipeline.words import Act

_PAPER = (
    r"(?:interpellation|skrivelse|(?:enkel\s+|enkla\s+|skriftlig\s+|"
    r"muntlig\s+)?fråg(?:a|or))"
)
# "Eva Ek (S) har lämnat in följande interpellation till Bo Alm (M):"
_LEAD = re.compile(
    r"^[ \t]*(?P<who>[A-ZÅÄÖ][^:\n]{2,160}?)\s+(?:har\s+)?(?:"
    rf"(?P<asks>(?:lämna|ställ|framställ|inkom|väck)\w*\s+(?:in\s+)?(?:med\s+)?(?:en\s+"
    rf"|följande\s+)*{_PAPER})|"
    rf"(?P<answers>(?:lämna|avge|avgav|anför|inkom)\w*\s+(?:ett\s+|följande\s+|"
    rf"skriftligt\s+|muntligt\s+)*svar\b|"
    rf"besvara(?:r|de|t)\s+(?:interpellationen|frågan|frågorna)|svara(?:r|de)\b))"
    r"[^:\n.]{0,160}(?:\n[a-zåäö][^:\n.]{0,120})?(?::|följande\.)",
    re.MULTILINE,
)
# "Eva Ek (S) har anmält en interpellation, ställd till Bo Alm (M). Frågorna är:"
_TOLD_APART = re.compile(
    rf"^[ \t]*(?P<who>[A-ZÅÄÖ][^:]{{2,160}}?)\s+har\s+(?P<asks>anmält\s+en\s+{_PAPER})\b"
    r"[^:]{0,400}?\b[Ff]råg(?:an|orna)\s+(?:i\s+\w+\s+)?(?:är|lyder)\s*:",
    re.MULTILINE,
)
# "Interpellationens frågor", "Frågan ställs till nämndens ordförande Bo Alm (M):": the one
# named in the title of the matter asks
_BELOW_TITLE = re.compile(
    r"^[ \t]*(?P<asks>Interpellationens\s+frågor|Fråg(?:an|orna)\s+(?:är\s+ställda?|ställs)\s+"
    r"till\s[^:\n.]{3,120})[ \t]*:?[ \t]*$",
    re.MULTILINE,
)
_ASKER = re.compile(
    r"(?:svar\s+på\s+)?(?:interpellation(?:en)?|(?:enkel\s+|skriftlig\s+|muntlig\s+)?fråga)\s+"
    r"(?:av|från)\s+(?P<who>.+?)(?=\s+(?:till|om|angående|gällande|kring)\s)",
    re.IGNORECASE | re.DOTALL,
)
# "Svar av hamnrådet Eva Ek (S)" above the answer
_ANSWER_HEAD = re.compile(
    r"^[ \t]*(?P<answers>Svar\s+(?:av|från))\s+(?P<who>[^:\n.]{3,120}\([A-ZÅÄÖ]{1,4}\))"
    r"[ \t]*:?[ \t]*$",
    re.MULTILINE,
)
_QUOTED = re.compile(r"\s*[\"”“»](?P<words>[^\"”“»«]{20,})[\"”“«»]")
# Where the debate, or somebody else's turn, begins: "Moa Brink (MP) menar att …"
_TURN = re.compile(
    r"\n(?=[ \t]*(?:Ordföranden?\b|I\s+(?:överläggningen|debatten)\s+(?:delt|yttra)|"
    r"Fråga\s+\d+\W*\n|"
    r"(?:Interpellationen|Frågan)\s+(?:har\s+)?besvara|"
    r"[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+){1,3}\s\([A-ZÅÄÖ]{1,4}\)\s+[a-zåäö]|"
    r"[A-ZÅÄÖ][^\n.?!(]{2,80}\([A-ZÅÄÖ]{1,4}\)\s+besvara))"
)
_LEAST = 4  # words
_ACTS = {
    "interpellation": Act.INTERPELLATION,
    "skrivelse": Act.SKRIVELSE,
    "fråg": Act.FRÅGA,
}
ASKED = "fråga"  # the kind of these entries


def questions(context: Context, title: str | None, parts: Sequence[Section]) -> list[Entry]:
    """What was asked and answered in the matter of a title, as far as the words are printed
    below who says them."""
    spoken = (part for part in parts if part.kind not in ("beslut", "slut", "förslag"))
    asker = _ASKER.match(title or "")
    return [
        entry
        for part in spoken
        for entry in _of_part(
            context, Span(part.heading.start, part.end), asker["who"] if asker else ""
        )
    ]


def as_interpellation(entry: Entry) -> Entry:
    """An entry of a matter about an interpellation: "har ställt följande frågor" is it."""
    return replace(entry, act=Act.INTERPELLATION) if entry.act == Act.FRÅGA else entry


def _of_part(context: Context, span: Span, asker: str) -> Iterator[Entry]:
    forms = (_LEAD, _TOLD_APART, _BELOW_TITLE, _ANSWER_HEAD)
    found = [m for form in forms for m in form.finditer(context.content, span.start, span.end)]
    leads = sorted(found, key=lambda lead: lead.start())
    ends = [*(lead.start() for lead in leads[1:]), span.end]
    for lead, end in zip(leads, ends[: len(leads)], strict=True):
        who_says = lead.groupdict().get("who") or asker
        named = [one for one in mentioned(context, who_says) if one.name]
        words = _words(context.content, lead.end(), end)
        if not named or len(words.of(context.content).split()) < _LEAST:
            continue
        act = _act(lead)
        asking = named[:1] if act == Act.INTERPELLATIONSSVAR else named
        who = [resolve_mention(context, one) for one in asking]
        yield Entry(
            act,
            tuple(one.name or "" for one in who),
            tuple(dict.fromkeys(party for one in who for party in one.parties)),
            words,
            Span(lead.start(), lead.end()),
            ASKED,
            points=points(words.of(context.content)),
        )


def _act(lead: re.Match[str]) -> Act:
    if lead.groupdict().get("answers"):
        return Act.INTERPELLATIONSSVAR
    asks = lead["asks"].casefold()
    return next(act for word, act in _ACTS.items() if word in asks)


def _words(content: str, start: int, end: int) -> Span:
    """The words below a lead: between quotation marks, else up to somebody else's turn."""
    quoted = _QUOTED.match(content, start, end)
    if quoted:
        return trimmed(content, *quoted.span("words"))
    turn = _TURN.search(content, start, end)
    return trimmed(content, start, turn.start() if turn else end)
