"""A joint reservation or remark below which each party has words of its own: which are whose.

A text is parted only where it begins with a label, and where every label names nobody but
some of those who act, each of them once. Else it is everybody's, as it stands.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.extraction.context import Context, mentioned, party_of, resolve_mention, trimmed
from pipeline.extraction.entry import Entry
from pipeline.extraction.outline import Line, lines_of
from pipeline.extraction.wording import points, without_signers
from pipeline.language.mention import Mention
from pipeline.models import Span
from pipeline.words import Act

_MAX_LABEL = 90
# "Nils Ryd (M):", "M:s reservation:", "Liberalerna anför:", "Reservation från Liberalerna"
_BESIDE = re.compile(
    r"[\s,:()&]|\b(?:och|samt|från|av|för|genom|s|anför|anförde|skriver|lyder|enligt|följande|"
    r"motivering(?:en)?|(?:skriftlig\s+)?reservation(?:en)?|(?:särskilt\s+)?yttrande(?:t)?|"
    r"(?:särskilt\s+)?uttalande(?:t)?|protokollsanteckning(?:en)?)\b",
    re.IGNORECASE,
)
_COLON = re.compile(r":(?!s\b)")
_BRACKETED = re.compile(r"\([A-ZÅÄÖ]{1,4}\)\s+(?=[A-ZÅÄÖ])")


def shared_out(context: Context, entry: Entry) -> list[Entry]:
    """The entry, or one for each label in its text; who has none keeps the sentence that tells
    of the act."""
    labels = list(_labels(context, entry))
    named = [party for _, parties in labels for party in parties]
    if (
        entry.act == Act.YRKANDE
        or len(labels) < 2
        or labels[0][0].start != entry.span.start
        or len(set(named)) < len(named)
    ):
        return [entry]
    ends = [line.start for line, _ in labels[1:]] + [entry.span.end]
    parts = [
        _of(context, entry, parties, Span(line.end, end))
        for (line, parties), end in zip(labels, ends, strict=True)
    ]
    rest = tuple(party for party in entry.parties if party not in named)
    return parts + ([_of(context, entry, rest, entry.lead)] if rest else [])


def _labels(context: Context, entry: Entry) -> Iterator[tuple[Line, tuple[str, ...]]]:
    """The labels at the beginnings of lines, each with the parties of the act it names."""
    for line in lines_of(context.content, entry.span):
        label = _label(line)
        parties = _named(context, entry, label.text) if label else ()
        if label and parties:
            yield label, parties


def _label(line: Line) -> Line | None:
    """What a line begins with up to a colon, or in brackets, else all of a short line."""
    bracketed, colon = _BRACKETED.match(line.text), _COLON.search(line.text)
    edge = bracketed or colon
    end = edge.end() if edge else len(line.text)
    if end > _MAX_LABEL or line.text[:end].endswith((".", "?", "!")):
        return None
    return Line(line.start, line.start + end, line.text[:end])


def _named(context: Context, entry: Entry, label: str) -> tuple[str, ...]:
    """The parties a label names and nothing else; none where others than those who act."""
    found = [resolve_mention(context, one) for one in mentioned(context, label)]
    letters = rf"(?<!\w)(?:{'|'.join(map(re.escape, entry.parties))})(?!\w)"
    bare = _without(label, found)
    parties = [p for one in found for p in one.parties] + re.findall(letters, bare)
    beside = _BESIDE.sub("", re.sub(letters, "", bare))
    alone = not beside and all(one.parties for one in found)
    return tuple(dict.fromkeys(parties)) if alone and {*parties} <= {*entry.parties} else ()


def _without(text: str, found: Sequence[Mention]) -> str:
    edges = [0, *(edge for one in found for edge in (one.start, one.end)), len(text)]
    return " ".join(text[a:b] for a, b in list(pairwise(edges))[::2])


def _of(context: Context, entry: Entry, parties: tuple[str, ...], words: Span) -> Entry:
    """What some of those who act said."""
    span = without_signers(context.content, trimmed(context.content, words.start, words.end))
    persons = tuple(one for one in entry.persons if party_of(context, one) in parties)
    told = points(span.of(context.content))
    return replace(entry, parties=parties, persons=persons, span=span, points=told)


def told_apart(context: Context, found: Sequence[Entry]) -> list[Entry]:
    """The entries without the records of joint acts whose every party has its own text
    further on; who acted stands with each text."""
    result = list(found)
    for place, record in enumerate(found):
        if not _hands_in(context, record):
            continue
        texts = [one for one in found[place + 1 :] if _is_part(record, one)]
        named = [party for one in texts for party in one.parties]
        if sorted(named) != sorted(record.parties):
            continue
        result.remove(record)
        for one in texts:
            persons = tuple(
                who for who in record.persons if party_of(context, who) in one.parties
            )
            result[result.index(one)] = replace(one, persons=one.persons or persons)
    return result


_WRITTEN = re.compile(
    r"\bskriftlig\w*|\bbilag|\bnedan\b|\bvar\s+sin?\b|\bföljande\b", re.IGNORECASE
)


def _hands_in(context: Context, record: Entry) -> bool:
    joint = len(record.parties) > 1 and record.act != Act.YRKANDE
    return joint and bool(_WRITTEN.search(record.lead.of(context.content)))


def _is_part(record: Entry, text: Entry) -> bool:
    return record.act == text.act and {*text.parties} < {*record.parties}
