"""Choices that look free and are always the same: drawn from a hash of their keys."""

import hashlib
from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")


def number(*keys: object) -> int:
    """A large number that depends on nothing but ``keys``."""
    text = "|".join(str(key) for key in keys)
    return int.from_bytes(hashlib.sha256(text.encode("utf-8")).digest()[:6], "big")


def share(*keys: object) -> float:
    """A number from 0 up to 1."""
    return number(*keys) / 2**48


def pick(options: Sequence[Item], *keys: object) -> Item:
    """One of ``options``."""
    return options[number(*keys) % len(options)]
