"""What a reader has chosen to look at."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Choice:
    """The filters of every page and table; None and () mean everything. Dates are ISO."""

    municipality: str | None = None
    body: str | None = None
    start: str | None = None
    end: str | None = None
    parties: tuple[str, ...] = ()
    topic: str | None = None
    item_type: str | None = None
    contested: bool = False
    words: str | None = None

    def place_and_time(self) -> dict[str, Any]:
        """The parameters of queries about documents."""
        return {
            "municipality": self.municipality,
            "body": self.body,
            "start": self.start,
            "end": self.end,
        }

    def parameters(self) -> dict[str, Any]:
        """The parameters of queries about decisions."""
        return self.place_and_time() | {
            "parties": list(self.parties),
            "topic": self.topic,
            "item_type": self.item_type,
            "contested": self.contested,
            "words": self.words,
        }
