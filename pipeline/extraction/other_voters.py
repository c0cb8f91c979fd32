"""Those who a vote tells of only as the others: "Nej röstar Bo Alm (M). Övriga röstar ja." """

import re

from pipeline.extraction.context import Context
from pipeline.language.names import same_person
from pipeline.words import SERVING, Choice

BallotRow = tuple[str, str | None, Choice]
_OTHERS = r"(?:övriga|resterande|alla\s+andra)(?:\s+(?:närvarande\s+)?ledamöter(?:na)?)?"
_REST = re.compile(
    rf"\b{_OTHERS}\s+(?:röstar|röstade|avger|avgav)\s+(?P<choice>ja|nej)\b|"
    rf"\b(?P<said>ja|nej)(?:-röst(?:er)?)?\s+(?:röstar|röstade|avges\s+av|avgavs\s+av)\s+{_OTHERS}",
    re.IGNORECASE,
)


def with_others(
    context: Context, text: str, ballots: tuple[BallotRow, ...], figures: dict[Choice, int]
) -> tuple[BallotRow, ...]:
    """The ballots, with those of everybody else who serves where the text says what they
    voted and as many of them did so as the printed ``figures`` say; else as they are."""
    told = _REST.search(text)
    if told is None or not ballots:
        return ballots
    choice = Choice((told["choice"] or told["said"]).casefold())
    others = [
        (row.name, row.party, choice)
        for row in context.attendance
        if row.present and row.role in SERVING and not _voted(row.name, ballots)
    ]
    alone = all(one != choice for _, _, one in ballots)
    return (*ballots, *others) if alone and len(others) == figures[choice] else ballots


def _voted(name: str, ballots: tuple[BallotRow, ...]) -> bool:
    return any(same_person(name, other) for other, _, _ in ballots)
