"""What kind of matter a title announces."""

import re

from pipeline.reference import table
from pipeline.words import ItemType

_TYPES = tuple(
    (ItemType(row["type"]), re.compile(row["form"])) for row in table("items")["item"]
)


def item_type(title: str | None) -> ItemType:
    """What kind of matter a title announces."""
    bare = (title or "").casefold()
    return next((kind for kind, form in _TYPES if form.search(bare)), ItemType.FÖRSLAG)
