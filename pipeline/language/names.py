"""Spellings of one name: folding, comparing, and the genitive."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

# Swedish letters are letters of their own; every other accent is only a way of writing.
_KEEP = str.maketrans({"å": "\ue000", "ä": "\ue001", "ö": "\ue002"})
_BACK = str.maketrans({"\ue000": "å", "\ue001": "ä", "\ue002": "ö"})


@lru_cache(maxsize=100_000)
def fold(name: str) -> str:
    """A name in lower case, single spaces, without accents other than å, ä and ö."""
    spaced = " ".join(name.casefold().split()).translate(_KEEP)
    bare = unicodedata.normalize("NFKD", spaced)
    return "".join(c for c in bare if not unicodedata.combining(c)).translate(_BACK)


def plain(name: str) -> str:
    """A name as addresses and files spell it: in lower case, with no accent at all."""
    bare = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in bare if not unicodedata.combining(c))


def same_person(one: str, other: str) -> bool:
    """Whether two spellings can be one person.

    The first given names start each other (Dan, Daniel) and the last names agree, or the
    longer
    name holds every part of the shorter one (Alexandra Mattsson Åkerström, Alexandra Mattson).
    """
    a, b = fold(one).split(), fold(other).split()
    if len(a) < 2 or len(b) < 2 or not _start_each_other(a[0], b[0]):
        return False
    return _same_surname(a[-1], b[-1]) or _share_surname(a[1:], b[1:])


def _start_each_other(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _same_surname(one: str, other: str) -> bool:
    return one == other or one.replace("ss", "s") == other.replace("ss", "s")


def _share_surname(one: list[str], other: list[str]) -> bool:
    """Whether one row of surnames lies inside the other (double surnames)."""
    shorter, longer = sorted((one, other), key=len)
    return len(longer) > len(shorter) and all(
        any(_same_surname(a, b) for b in longer) for a in shorter
    )


def without_genitive(name: str, known: Iterable[str]) -> str:
    """``name`` without a genitive s, if that is how somebody known is called."""
    folded = {fold(one) for one in known}
    if fold(name) not in folded and name.endswith("s") and fold(name[:-1]) in folded:
        return name[:-1]
    return name
