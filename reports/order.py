"""The order that parties stand in wherever they are listed."""

from collections.abc import Iterable

LEFT_TO_RIGHT = ("V", "S", "MP", "FI", "C", "L", "M", "KD", "SD")


def in_order(parties: Iterable[object]) -> list[str]:
    """Parties from left to right in the national order, then the local ones by letter."""
    known = {party: place for place, party in enumerate(LEFT_TO_RIGHT)}
    distinct = {str(party) for party in parties}
    return sorted(distinct, key=lambda party: (known.get(party, len(LEFT_TO_RIGHT)), party))
