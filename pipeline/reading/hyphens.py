"""Words that a line end broke, made whole again."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.models import Span
from pipeline.reading.assembly import Line

# Example: "tjäns-" before "teutlåtande"
BROKEN_WORD = re.compile(r"(?<=[^\W\d_])-$")
WORD_END = re.compile(r"[a-zåäöéü]{2,}")
# Example: "barn-" before "och ungdomsnämnden"
ELLIPSIS_WORD = re.compile(r"(?:och|eller|samt|respektive|resp|till|kontra|men|inte|som)\b")


def hyphen_join(before: str, after: str) -> tuple[str, str] | None:
    """What becomes of two lines when the first ends in a hyphen; None when nothing does.

    A word broken at the line end is made whole ("tjäns-", "teutlåtande"); its own hyphen
    stays ("EU-", "policy"; "Enskede-", "Årsta"; "2022-", "12-14"); "barn-" before
    "och" is left alone.
    """
    if not before.endswith("-") or before.endswith((" -", "--")) or len(before) < 2:
        return None
    word, _, rest = after.partition(" ")
    if not word or not (word[0].isalpha() or word[0].isdigit()) or ELLIPSIS_WORD.match(after):
        return None
    first = before.rpartition(" ")[2]
    if word[0].isdigit():
        return (before + word, rest) if before[-2].isdigit() else None
    broken = bool(BROKEN_WORD.search(before)) and bool(WORD_END.match(word))
    # A capital before the hyphen is an abbreviation with a tail: EU-policy, LSS-bostad.
    keeps = not broken or first[-2:-1].isupper() or len(first) <= 2 or "/" in first
    return (before if keeps else before[:-1]) + word, rest


def join_hyphens(lines: Sequence[Line]) -> list[Line]:
    """``lines`` with words that a line end broke made whole on the first of the two lines."""
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last is None or not last.text.endswith("-") or line.gap or last.struck:
            joined.append(line)
            continue
        pair = None if last.heading != line.heading else hyphen_join(last.text, line.text)
        if pair is None:
            joined.append(line)
            continue
        joined[-1] = replace(last, text=pair[0])
        if pair[1]:
            joined.append(_shortened(line, pair[1]))
    return joined


def _shortened(line: Line, rest: str) -> Line:
    """``line`` without its first characters."""
    cut = len(line.text) - len(rest)
    struck = (Span(max(s.start - cut, 0), s.end - cut) for s in line.struck if s.end > cut)
    return replace(line, text=rest, struck=tuple(struck))
