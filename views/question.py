"""What the pages on agreement are asked: the choice, and how silence counts."""

from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from reports.choice import Choice
from views import asked as address
from views import data
from views.data import Snapshot
from views.formats import number
from views.language import text


@dataclass(frozen=True, slots=True)
class Question:
    """A snapshot, a choice, and whether silence counts as support."""

    snapshot: Snapshot
    choice: Choice
    silence: bool

    def table(self, name: str, **options: Any) -> pd.DataFrame:
        """A report that counts decisions as the question says."""
        counting = {"contested_only": self.choice.contested, "silence": self.silence}
        return data.report(self.snapshot, self.choice, name, **counting, **options)

    def wide(self) -> Choice:
        """The choice with all parties."""
        return replace(self.choice, parties=())

    def decisions(self) -> int:
        """How many decisions count."""
        return data.compared(self.snapshot, self.choice, silence=self.silence)

    def told(self, n: int | None = None) -> str:
        """What is counted, for a chart's note, and how many where the chart itself does not
        say; HTML."""
        kind = text("chart.contested_only" if self.choice.contested else "chart.all_decisions")
        how = text("chart.silence_counts" if self.silence else "chart.silence_apart")
        return f"{kind}. {how}" if n is None else f"{kind}, n = {number(n)}. {how}"


def from_address(snapshot: Snapshot, choice: Choice) -> Question:
    """The question of a chart that stands alone."""
    return Question(snapshot, choice, address.asked().get("silence") == "true")
