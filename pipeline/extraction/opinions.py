"""What those asked for an opinion thought, or that they did not answer, where a table tells
it in a word beside each."""

import re
from collections.abc import Mapping, Sequence
from itertools import zip_longest

# A cell begins with a capital; in running text an official's proposal is worded the same.
VERDICT = re.compile(
    r"(?:[^\S\n]{2,}|[^\S\n]*[|\t][^\S\n]*|\n)(?!\w+\s+(?:delvis|i\s+del))"
    r"(?:(?P<positiv>Tillstyrk(?:er|s|t)|Positiv)|(?P<negativ>Avstyrk(?:er|s|t)|Negativ)|"
    r"(?P<neutral>Anses\s+besvarad|Besvara[ds]|Tar\s+(?:inte|ej)\s+ställning|Neutral)|"
    r"(?P<unanswered>(?:Inget|Ej)\s+(?:svar(?:at)?|yttrande)|Har\s+(?:inte|ej)\s+svarat)|"
    r"(?P<declined>Avstår|Avstått|Har\s+avstått))\b"
)
_LONGEST_ROW = 1_500


def opinions(content: str, asked: Sequence[str]) -> Mapping[str, str]:
    """By instance what the table says: "positiv", "negativ", "neutral", "unanswered" or
    "declined"."""
    cells = list(VERDICT.finditer(content))
    told: dict[str, set[str]] = {}
    for cell, following in zip_longest(cells, cells[1:]):
        rest = content[cell.end() : following.start() if following else None][:_LONGEST_ROW]
        of = [name for name in asked if _is_of(name, content[: cell.start()], rest)]
        if len(of) == 1:
            told.setdefault(of[0], set()).add(str(cell.lastgroup))
    return {name: said.pop() for name, said in told.items() if len(said) == 1}


def _is_of(name: str, before: str, rest: str) -> bool:
    """Whether a row begins with a name, or with the first words of it where the cell was too
    narrow: then the others stand further down in the row."""
    words = name.casefold().split()
    above = before[-len(name) - 1 :].casefold().split()
    begun = next((n for n in range(len(words), 0, -1) if above[-n:] == words[:n]), 0)
    return begun > 0 and set(words[begun:]) <= set(rest.casefold().split())
