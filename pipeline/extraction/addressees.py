"""Who a sentence is aimed at: the majority, the government, the officials, another party."""

import re
from functools import cache

from pipeline.extraction.context import Context
from pipeline.language.mention import Mention, merge
from pipeline.language.mentions import find_listed_names, find_people
from pipeline.language.party_mentions import find_parties
from pipeline.models import Statement
from pipeline.reference import table


def addressees(
    context: Context, statement: Statement, sentence: str
) -> list[tuple[int, int, str]]:
    """Start, end and name of everybody but the signers whom a sentence names, in order.

    A person stands for the party that the document gives; one of the signers' own parties is
    no addressee.
    """
    found = [
        (match.start(), match.end(), name)
        for name, pattern in _patterns().items()
        for match in pattern.finditer(sentence)
        if not _elsewhere().search(sentence[: match.start()])
    ]
    found += [
        (one.start, one.end, one.parties[0])
        for one in _mentions(context, sentence)
        if len(one.parties) == 1 and one.parties[0] not in statement.parties
    ]
    return sorted(found)


def addressee(named: list[tuple[int, int, str]]) -> str | None:
    """The one who is named; None where nobody or several are."""
    names = {name for _, _, name in named}
    return names.pop() if len(names) == 1 else None


def _mentions(context: Context, sentence: str) -> list[Mention]:
    people = find_people(sentence)
    listed = find_listed_names(sentence, people, context.roster)
    return merge(people, listed, find_parties(sentence, context.letters))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
        for name, words in table("demands")["addressees"].items()
    }


@cache
def _elsewhere() -> re.Pattern[str]:
    return re.compile(rf"\b{table('demands')['addressees_not']['before']}", re.IGNORECASE)
