"""Lists of who was there with a mark before each name: "X  Eva Ek (S)", "–  Bo Alm (M)"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.extraction.attendance_lists import PERSON, Group
from pipeline.extraction.outline import Line
from pipeline.words import Role

_SOME = 3  # so many marked names make a list of marks
_DASHES = frozenset({"-", "–", "—"})
# What marks mean where the document does not tell.
_KNOWN = {
    **dict.fromkeys(("x", "×", "n", "nv"), "närvarande"),
    **dict.fromkeys(("f", "fr", *_DASHES), "frånvarande"),
    **dict.fromkeys(("t", "tj"), "tjänstgörande ersättare"),
}
# "X = närvarande ledamot, – = frånvarande ledamot"
_MEANING = re.compile(
    r"(?:^|(?<=[\s,;(]))(?P<mark>\S{1,2})\s*=\s*"
    r"(?P<words>[^,;=\n]*(?:närvar|frånvar|förhind|tjänstgör|ersättare)[^,;=\n]*)",
    re.IGNORECASE,
)
_MARKED = re.compile(rf"(?:(?P<mark>\S{{1,2}})[ \t]+|(?P<star>\*))(?={PERSON.pattern})")
_MARKED_ROLES = (Role.LEDAMOT, Role.ERSÄTTARE)
_NOT = re.compile(r"\b(?:inte|ej|icke)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Marks:
    """What each mark before a name says of who bears it. ``everywhere``: all bear one, so that
    a name without any tells nothing."""

    meanings: Mapping[str, str]
    everywhere: bool = True

    def told(self, line: Line, group: Group) -> list[tuple[Line, Group]] | None:
        """A line without its mark, and its list as the mark tells of this one person; nothing
        where the mark is missing, for that may mean anything. None for any other line."""
        found = _MARKED.match(line.text)
        words = self.meanings.get(_mark(found)) if found else None
        if found is None or words is None:
            open_row = self.everywhere and (
                PERSON.match(line.text) and group.present and group.role in _MARKED_ROLES
            )
            return [] if open_row else None
        rest = Line(line.start + found.end(), line.end, line.text[found.end() :])
        return [(rest, _group(group, words))]


def marks_before(lines: Sequence[Line]) -> Marks | None:
    """The marks that the names of a list stand behind; None where hardly any do. A dash alone
    is a bullet."""
    told = [m for line in lines for m in _MEANING.finditer(line.text)]
    known = {m["mark"].casefold(): m["words"].casefold() for m in told}
    meanings = _KNOWN | known
    found = [_mark(m) for line in lines if (m := _MARKED.match(line.text))]
    if sum(mark in meanings and mark not in _DASHES | {"*"} for mark in found) >= _SOME:
        return Marks(meanings)
    starred = {mark: words for mark, words in known.items() if mark == "*"}
    return Marks(starred, everywhere=False) if starred else None


def _mark(found: re.Match[str]) -> str:
    return (found["mark"] or found["star"]).casefold()


def _group(group: Group, words: str) -> Group:
    """A list as it is of one whose mark means so."""
    if re.search(r"\b(?:frånvar|förhind)", words):
        return replace(group, present=False)
    if "tjänstgör" in words and not _NOT.search(words):
        return replace(group, role=Role.TJÄNSTGÖRANDE_ERSÄTTARE)
    return replace(group, role=Role.ERSÄTTARE) if "ersättare" in words else group
