"""Proposals listed under numbers, by which the chair and the decision name them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extraction.context import Context
from pipeline.extraction.entry import Entry
from pipeline.language.mention import Mention
from pipeline.words import Act

_NUMBERED = re.compile(
    r"(?:(?:förslag|yrkande)[ \t]+)?(?:nr\.?[ \t]*)?(?P<number>\d)[.):][ \t]*", re.IGNORECASE
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
        names = tuple(Mention(0, 0, name, ()) for name in entry.persons)
        movers = names or (Mention(0, 0, None, entry.parties),)
        again = match["number"] in numbered
        numbered[match["number"]] = () if again else movers
    return replace(context, numbered=numbered)
