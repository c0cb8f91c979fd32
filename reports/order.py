"""The order that parties and people stand in wherever they are listed."""

from collections.abc import Iterable

LEFT_TO_RIGHT = ("V", "S", "MP", "FI", "C", "L", "M", "KD", "SD")


def in_order(parties: Iterable[object]) -> list[str]:
    """Parties from left to right in the national order, then the local ones by letter."""
    known = {party: place for place, party in enumerate(LEFT_TO_RIGHT)}
    distinct = {str(party) for party in parties}
    return sorted(distinct, key=lambda party: (known.get(party, len(LEFT_TO_RIGHT)), party))


def by_surname(name: str) -> str:
    """What SQL orders people by, as Swedish lists do; ``name`` is a column. The surname is the
    last word, so that "von", "af" and "de" before it do not count; then the whole name."""
    return f"{_swedish(_last_word(name))}, {_swedish(name)}"


def _last_word(words: str) -> str:
    return f"split_part(trim({words}), ' ', -1)"


def _swedish(words: str) -> str:
    """Words as Swedish orders them: å, ä, ö after z, é with e, no case."""
    return f"strip_accents(translate(lower({words}), 'åäæöøü', '{{||}}}}y'))"
