"""Signatures whose names and parties stand apart: "För Liberalerna i Vik" above two names, or
a name with the party on the line below."""

import re
from dataclasses import dataclass

from pipeline.extraction.context import Context, folded
from pipeline.extraction.outline import lines_of
from pipeline.language.mentions import Mention, find_parties
from pipeline.models import Span

_NAME = r"[A-ZÅÄÖ][\w-]+(?:[ ](?:(?:von|af|de)[ ])?[A-ZÅÄÖ][\w-]+){1,3}"
_NAMES = re.compile(rf"{_NAME}(?:(?:\s*,\s*|\s+och\s+|\s{{2,}}|\t+){_NAME})*")
_BETWEEN = re.compile(r"\s*,\s*|\s+och\s+|\s{2,}|\t+")
# "För Liberalerna", "Liberalerna i nämnden"
_BEHALF = re.compile(r"^(?:för\s+|[\wåäö]+(?:partiet|erna)\s+i\s+\S+$)", re.IGNORECASE)
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class _Signed:
    """One line of a signature: who is named, and of which parties."""

    names: tuple[str, ...]
    parties: tuple[str, ...]


def on_behalf(context: Context, line: str) -> bool:
    """Whether a line says for which party a paper is signed: "För Liberalerna i Vik"."""
    short = len(line) < _LONGEST and line[-1:].isalpha()
    return short and bool(_BEHALF.match(line)) and bool(_parties(context, line))


def signed_apart(context: Context, signature: Span) -> list[Mention]:
    """The signers, each with the party of its line, of the line below, or the only one."""
    lines = [_signed(context, x.text) for x in lines_of(context.content, signature) if x.text]
    every = dict.fromkeys(party for one in lines for party in one.parties)
    below = [*lines[1:], _Signed((), ())]
    found = []
    for one, following in zip(lines, below, strict=True):
        beside = one.parties or (() if following.names else following.parties)
        parties = tuple(every) if len(every) == 1 else beside
        found += [Mention(signature.start, signature.end, n, parties) for n in one.names]
    if not found and len(every) == 1:
        return [Mention(signature.start, signature.end, None, tuple(every))]
    return found


def _signed(context: Context, line: str) -> _Signed:
    """What a line of a signature names: people, a party, or people with their party."""
    parties = _parties(context, line)
    rest = line
    for one in reversed(find_parties(line, context.letters)):
        rest = rest[: one.start] + rest[one.end :]
    rest = rest.strip(" ,()/-–")
    if _BEHALF.match(line) or not _NAMES.fullmatch(rest):
        return _Signed((), parties)
    return _Signed(tuple(folded(name) for name in _BETWEEN.split(rest)), parties)


def _parties(context: Context, line: str) -> tuple[str, ...]:
    named = find_parties(line, context.letters)
    return tuple(dict.fromkeys(party for one in named for party in one.parties))
