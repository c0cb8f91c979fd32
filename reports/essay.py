"""Our own documents, cut into the parts that a page shows: the method and the glossary."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_HALF = re.compile(r"^## (.+)$", re.MULTILINE)
_LEAD = re.compile(r"^\*\*(.+?)\*\*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a document: its name, its Markdown."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class WordList:
    """A table of the glossary: its name, its headings and its rows."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def method_parts(document: str, place: int) -> list[Part]:
    """The parts of a half of the method, each begun by words in bold; ``place`` 0 is the
    Swedish half, 1 the English."""
    half = _HALF.split(document)[2 * (place + 1)]
    leads = list(_LEAD.finditer(half))
    ends = [lead.start() for lead in leads[1:]] + [len(half)]
    return [
        _part(lead[1], half[lead.end() : end]) for lead, end in zip(leads, ends, strict=True)
    ]


def word_lists(document: str) -> list[WordList]:
    """The tables of the glossary."""
    cut = _HALF.split(document)[1:]
    made = [_word_list(name, text) for name, text in zip(cut[::2], cut[1::2], strict=True)]
    return [one for one in made if one.rows]


def _part(lead: str, text: str) -> Part:
    """A lead that begins a sentence stays in it; one that is a heading does not."""
    if lead.endswith("."):
        return Part(lead[:-1], text.strip())
    return Part(lead, f"{lead}{text.rstrip()}")


def _word_list(name: str, text: str) -> WordList:
    rows = [_cells(line) for line in text.splitlines() if line.startswith("|")]
    # below the headings stands a row of dashes
    return WordList(name, rows[0] if rows else (), tuple(rows[2:]))


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))


def language_names(name: str, languages: Sequence[str]) -> dict[str, str]:
    """The heading "Handlingar · Acts" as a name in each language."""
    names = name.split(" · ")
    return {code: names[min(place, len(names) - 1)] for place, code in enumerate(languages)}
