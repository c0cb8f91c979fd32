"""The numbers and marks that Word draws before list paragraphs and keeps out of their text."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

ABSTRACT, LEVEL, NUMBER = qn("w:abstractNum"), qn("w:lvl"), qn("w:num")
ABSTRACT_ID, NUMBER_ID, LEVEL_ID = qn("w:abstractNumId"), qn("w:numId"), qn("w:ilvl")
VALUE = qn("w:val")
PROPERTIES, LIST_PLACE = qn("w:pPr"), qn("w:numPr")
FALLBACK_STYLES = {"list bullet": "bullet", "punktlista": "bullet", "list number": "decimal"}
ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list counts: format, first number, pattern such as "%1."."""

    kind: str = "decimal"
    start: int = 1
    pattern: str = "%1."


class ListMarks:
    """Counts on from paragraph to paragraph; each list (numId) has its own count."""

    def __init__(self, document: Any) -> None:
        self.styles = {style.style_id: style for style in document.styles}
        self.levels = _levels(document)
        self.counts: dict[str, dict[int, int]] = {}

    def mark(self, paragraph: Any) -> str:
        """The mark before ``paragraph`` with a space after it; empty when it is in no list."""
        number_id, level = self._place(paragraph)
        if number_id is None:
            number_id = self._style_kind(paragraph)
        if number_id in (None, "0"):
            return ""
        look = self.levels.get((number_id, level), _Level(kind=number_id))
        if look.kind == "none":
            return ""
        return "- " if look.kind == "bullet" else self._counted(number_id, level)

    def _counted(self, number_id: str, level: int) -> str:
        """The next number of the list, in the list's own shape."""
        counts = self.counts.setdefault(number_id, {})
        for deeper in [place for place in counts if place > level]:
            del counts[deeper]
        look = self.levels.get((number_id, level), _Level())
        counts[level] = counts.get(level, look.start - 1) + 1
        text = look.pattern
        for place in range(level + 1):
            above = self.levels.get((number_id, place), _Level())
            shown = _written(counts.get(place, above.start), above.kind)
            text = text.replace(f"%{place + 1}", shown)
        return text.strip() + " " if text.strip() else ""

    def _place(self, paragraph: Any) -> tuple[str | None, int]:
        """The list and level of a paragraph, its own or its style's."""
        found = _list_place(paragraph.find(PROPERTIES))
        style = self.styles.get(paragraph.style) if paragraph.style else None
        level = None if found is None else found[1]
        while style is not None and (found is None or found[0] is None):
            inherited = _list_place(style.element.find(PROPERTIES))
            if inherited is not None:
                found = inherited
            style = style.base_style
        if found is None:
            return None, 0
        return found[0], (level if level is not None else found[1]) or 0

    def _style_kind(self, paragraph: Any) -> str | None:
        """A list style without a list behind it: its name tells."""
        style = self.styles.get(paragraph.style) if paragraph.style else None
        name = (style.name or "").casefold() if style is not None else ""
        return next(
            (kind for start, kind in FALLBACK_STYLES.items() if name.startswith(start)), None
        )


def _list_place(properties: Any) -> tuple[str | None, int | None] | None:
    place = properties.find(LIST_PLACE) if properties is not None else None
    if place is None:
        return None
    number, level = place.find(NUMBER_ID), place.find(LEVEL_ID)
    return (
        None if number is None else number.get(VALUE),
        None if level is None else int(level.get(VALUE)),
    )


def _levels(document: Any) -> dict[tuple[str, int], _Level]:
    """The look of every list's levels, by list and level."""
    part = next(
        (
            r.target_part
            for r in document.part.rels.values()
            if r.reltype.endswith("/numbering")
        ),
        None,
    )
    if part is None:
        return {}
    abstract = {
        element.get(ABSTRACT_ID): [_level(level) for level in element.findall(LEVEL)]
        for element in part.element.findall(ABSTRACT)
    }
    levels: dict[tuple[str, int], _Level] = {}
    for number in part.element.findall(NUMBER):
        number_id, of = number.get(NUMBER_ID), number.find(ABSTRACT_ID)
        for place, look in abstract.get(of.get(VALUE) if of is not None else None, []):
            levels[number_id, place] = look
        for override in number.findall(qn("w:lvlOverride")):
            place = int(override.get(LEVEL_ID))
            _override(levels, (number_id, place), override)
    return levels


def _override(
    levels: dict[tuple[str, int], _Level], key: tuple[str, int], override: Any
) -> None:
    own, start = override.find(LEVEL), override.find(qn("w:startOverride"))
    look = _level(own)[1] if own is not None else levels.get(key, _Level())
    first = look.start if start is None else int(start.get(VALUE))
    levels[key] = _Level(look.kind, first, look.pattern)


def _level(element: Any) -> tuple[int, _Level]:
    def value(name: str, default: str) -> str:
        found = element.find(qn(name))
        return default if found is None else found.get(VALUE, default)

    kind, start = value("w:numFmt", "decimal"), int(value("w:start", "1"))
    return int(element.get(LEVEL_ID)), _Level(kind, start, value("w:lvlText", ""))


def _written(number: int, kind: str) -> str:
    """``number`` as the list's format writes it."""
    writers: dict[str, Callable[[int], str]] = {
        "lowerLetter": _letter,
        "upperLetter": lambda n: _letter(n).upper(),
        "lowerRoman": _roman,
        "upperRoman": lambda n: _roman(n).upper(),
        "decimalZero": lambda n: f"{n:02}",
    }
    return writers.get(kind, str)(number)


def _letter(number: int) -> str:
    place = (number - 1) % 26
    return chr(ord("a") + place) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    text = ""
    for value, sign in ROMAN:
        text, number = text + sign * (number // value), number % value
    return text
