"""Proposals that the chair and the decision name by a number, or by the body they are of."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extraction.context import Context
from pipeline.extraction.entry import Entry
from pipeline.extraction.makers import maker_of
from pipeline.extraction.wishes import wish
from pipeline.language.mention import Mention
from pipeline.words import Act

_NUMBERED = re.compile(
    r"(?:\|[ \t]*)?(?:(?:förslag|yrkande)[ \t]+)?(?:nr\.?[ \t]*)?(?P<number>\d)"
    r"(?:[.):]|[ \t]*\|)[ \t]*",
    re.IGNORECASE,
)


def with_numbers(context: Context, found: Sequence[Entry]) -> Context:
    """The context, knowing under which number each proposal is listed ("1) Eva Ek (S) föreslår
    …"); numbers under which two stand tell nothing."""
    numbered: dict[str, tuple[Mention, ...]] = {}
    for entry in found:
        line = context.content.rfind("\n", 0, entry.lead.start) + 1
        match = _NUMBERED.match(context.content, line)
        if match is None or entry.act != Act.YRKANDE:
            continue
        again = match["number"] in numbered
        numbered[match["number"]] = () if again else _movers(entry)
    return replace(context, numbered=numbered)


def with_makers(context: Context, found: Sequence[Entry]) -> Context:
    """The context, knowing who moved which body's proposal, where members moved those of
    several ("arbetsutskottets förslag", "förvaltningens förslag"): they are not the same."""
    made: defaultdict[str, tuple[Mention, ...]] = defaultdict(tuple)
    for entry in found:
        words = entry.span.of(context.content)
        maker = maker_of(words) if entry.act == Act.YRKANDE else None
        if maker and wish(context, words).base > 0:
            made[maker] += _movers(entry)
    return replace(context, makers=made) if len(made) > 1 else context


def _movers(entry: Entry) -> tuple[Mention, ...]:
    names = tuple(Mention(0, 0, name, ()) for name in entry.persons)
    return names or (Mention(0, 0, None, entry.parties),)
