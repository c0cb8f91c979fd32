"""One matter through several bodies: cases that treat the same thing get the same matter id.

Cases of one municipality are one matter when they print the same dnr under like titles (a dnr
that is used all year, for elections or monthly reports, covers many matters), or when their
titles name the same motion or interpellation.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise

from rapidfuzz.fuzz import token_set_ratio

from pipeline.language.names import fold
from pipeline.resolution.components import components


@dataclass(frozen=True, slots=True)
class CaseKey:
    """What a case can be linked by."""

    case_id: str
    municipality: str | None
    reference: str | None
    title: str | None
    date: str | None


_INITIATIVE = re.compile(
    r"\b(?P<kind>motion|interpellation|medborgarförslag)\b.*?\b(?:om|angående|"
    r"rörande)\s+(?P<subject>.{12,})",
    re.IGNORECASE | re.DOTALL,
)


def link_matters(keys: Sequence[CaseKey]) -> dict[str, str]:
    """The matter id of every case id.

    A matter's id is made from the first of its keys, so that it stays when cases are added.
    """
    handles: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, key in enumerate(keys):
        for handle in _handles(key):
            handles[handle].append(place)
    alike = (part for group in handles.values() for part in _alike(keys, group))
    labels = components(len(keys), (link for part in alike for link in pairwise(part)))
    groups: dict[int, list[CaseKey]] = defaultdict(list)
    for label, key in zip(labels, keys, strict=True):
        groups[label].append(key)
    return {
        key.case_id: matter_id
        for group in groups.values()
        for matter_id in [_matter_id(group)]
        for key in group
    }


def _handles(key: CaseKey) -> list[tuple[str, ...]]:
    place = key.municipality or ""
    found: list[tuple[str, ...]] = []
    if key.reference and key.municipality:
        found.append((place, "dnr", _plain_reference(key.reference)))
    initiative = _INITIATIVE.search(key.title or "")
    if initiative and key.municipality:
        subject = re.sub(r"[^\wåäö]+", " ", fold(initiative["subject"])).strip()
        found.append((place, initiative["kind"].casefold(), subject))
    return found


LIKE_TITLES = 70


def _alike(keys: Sequence[CaseKey], group: list[int]) -> list[list[int]]:
    """A group cut into parts whose titles resemble the first of their part (percent, by
    words)."""
    parts: list[list[int]] = []
    for place in group:
        title = fold(keys[place].title or "")
        fitting = [
            part
            for part in parts
            if token_set_ratio(title, fold(keys[part[0]].title or "")) >= LIKE_TITLES
        ]
        fitting[0].append(place) if fitting else parts.append([place])
    return parts


def _plain_reference(reference: str) -> str:
    """Without spaces, and without the document's own number within the matter ("…/5-1")."""
    bare = re.sub(r"\s+", "", reference).casefold()
    return re.sub(r"(\d{4}/\d+)-\d+$", r"\1", bare)


def _matter_id(group: list[CaseKey]) -> str:
    first = min(group, key=lambda key: (key.date or "9999", key.case_id))
    named = first.reference or first.title or first.case_id
    return sha256(f"{first.municipality}|{first.case_id}|{named}".encode()).hexdigest()[:16]
