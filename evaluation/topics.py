"""How well the topics of cases are found: invented titles, titles in the form of real ones,
facts on real matters, the demo.

python -m evaluation.topics [--documents DIR] [--misses]

A third of the annotated rows, and half of the titles, is held out: never looked at when the
words of ``data/reference/topics.toml`` were chosen, and never listed by ``--misses``.
"""

import argparse
import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.corpus import extract_file
from pipeline.extraction.item_types import item_type
from pipeline.models import Case, Extraction
from pipeline.settings import ROOT
from pipeline.topics import topics_of, with_topics

ANNOTATED = ROOT / "evaluation" / "topic_cases"
SHARED = ROOT.parent / "shared"
DEMO = ROOT / "data" / "demo"
ONLY = "*"
"""The number that stands for the only matter of a document."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A case with the topic that a reader gives it (None: nothing decides), further topics
    that the reader accepts beside it, and the topics found, the main one first."""

    name: str
    topic: str | None
    also: tuple[str, ...]
    found: tuple[str, ...]
    held_out: bool = False

    @property
    def main(self) -> str | None:
        return self.found[0] if self.found else None

    @property
    def right(self) -> bool:
        return self.main == self.topic

    @property
    def among(self) -> bool:
        """Whether the reader's topic is among those found, or none is where none is due."""
        return self.topic in self.found if self.topic else not self.found


@dataclass(frozen=True, slots=True)
class TopicScore:
    """Precision, recall and F1 of one topic as the main topic; ``hits`` of ``found`` and of
    ``true`` cases. A share without cases is 0."""

    topic: str
    hits: int
    found: int
    true: int

    @property
    def precision(self) -> float:
        return self.hits / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.hits / self.true if self.true else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall: 2·hits / (found + true)."""
        return 2 * self.hits / (self.found + self.true)


def scores(rows: Iterable[Judged]) -> tuple[TopicScore, ...]:
    """A score for each topic that a reader gave or that was found, by name."""
    rows = tuple(rows)
    hits = Counter(row.topic for row in rows if row.right)
    found = Counter(row.main for row in rows)
    true = Counter(row.topic for row in rows)
    names = sorted(name for name in found | true if name is not None)
    return tuple(TopicScore(name, hits[name], found[name], true[name]) for name in names)


def macro_f1(rows: Iterable[Judged]) -> float:
    """The mean of the topics' F1, each topic counting the same."""
    each = [score.f1 for score in scores(rows)]
    return sum(each) / len(each)


def accuracy(rows: Sequence[Judged]) -> float:
    """The share of cases whose main topic is right."""
    return sum(row.right for row in rows) / len(rows)


def coverage(rows: Sequence[Judged]) -> float:
    """The share of cases with the reader's topic among the topics found."""
    return sum(row.among for row in rows) / len(rows)


def invented(name: str = "invented") -> tuple[Judged, ...]:
    """The invented titles and decisions; "titles" are in the form of real ones."""
    rows = tomllib.loads((ANNOTATED / f"{name}.toml").read_text("utf-8"))["case"]
    return tuple(_invented(row) for row in rows)


def real(documents: Path = SHARED) -> tuple[Judged, ...]:
    """The annotated matters of the documents that lie in ``documents`` or its folders."""
    rows = tomllib.loads((ANNOTATED / "real.toml").read_text("utf-8"))["case"]
    names = {row["document"] for row in rows}
    read = {
        path.name: with_topics(extract_file(path))
        for path in sorted(documents.rglob("*"))
        if path.name in names
    }
    return tuple(_real(row, read[row["document"]]) for row in rows if row["document"] in read)


def demo() -> tuple[Judged, ...]:
    """The matters of the demo, wherever one is treated, with what its makers call their
    topic."""
    matters = json.loads((DEMO / "facts.json").read_text("utf-8"))["matters"]
    places = [(matter["topic"], step) for matter in matters for step in matter["steps"]]
    read = {
        name: with_topics(extract_file(DEMO / "documents" / name))
        for name in sorted({step["source"] for _, step in places})
    }
    return tuple(
        _real(
            {"document": step["source"], "number": step["case"], "topic": topic},
            read[step["source"]],
        )
        for topic, step in places
    )


def _invented(row: dict[str, Any]) -> Judged:
    case = Case(
        case_id="",
        document_id="",
        number="",
        title=row["title"],
        reference=row.get("reference"),
        body=row.get("body"),
        date=None,
        item_type=item_type(row["title"]),
        decision=tuple(row.get("decision", ())),
    )
    return _judged(row["title"], row, tuple(one.topic for one in topics_of(case)))


def _real(row: dict[str, Any], read: Extraction) -> Judged:
    name = f"{row['document']} § {row['number']}"
    case = next((one for one in read.cases if row["number"] in (ONLY, one.number)), None)
    return _judged(name, row, case.topics if case else ())


def _judged(name: str, row: dict[str, Any], found: tuple[str, ...]) -> Judged:
    also = tuple(row.get("also", ()))
    return Judged(name, row.get("topic"), also, found, row.get("held_out", False))


def report(name: str, rows: Sequence[Judged]) -> str:
    """One line for a set of cases."""
    shares = f"{macro_f1(rows):9.3f}{accuracy(rows):8.3f}{coverage(rows):8.3f}"
    return f"{name:28}{len(rows):6}{shares}"


def table(rows: Sequence[Judged]) -> str:
    """A line for each topic."""
    lines = [f"{'ämne':22}{'precision':>10}{'recall':>8}{'F1':>8}{'träff':>7}{'sanna':>7}"]
    for one in scores(rows):
        shares = f"{one.precision:10.3f}{one.recall:8.3f}{one.f1:8.3f}"
        lines.append(f"{one.topic:22}{shares}{one.hits:7}{one.true:7}")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the scores."""
    options = _options(arguments)
    sets = {
        "påhittade": invented(),
        "rubriker": invented("titles"),
        "verkliga": real(options.documents),
    }
    both = tuple(row for rows in sets.values() for row in rows)
    planted = demo()
    lines = [table(both), "", f"{'':28}{'n':>6}{'makro-F1':>9}{'rätt':>8}{'bland 3':>8}"]
    for name, rows in (*sets.items(), ("alla", both)):
        for part, held_out in (("inställda", False), ("undanhållna", True)):
            chosen = [row for row in rows if row.held_out == held_out]
            lines += [report(f"{name}, {part}", chosen)] if chosen else []
    lines.append(report("demo", planted))
    if options.misses:
        shown = (*both, *planted)
        lines += ["", *(_miss(row) for row in shown if not (row.held_out or row.right))]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def _miss(row: Judged) -> str:
    return f"{row.name}: {row.topic or '–'}, fann {', '.join(row.found) or '–'}"


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evaluation.topics")
    parser.add_argument("--documents", type=Path, default=SHARED, metavar="MAPP")
    parser.add_argument("--misses", action="store_true", help="visa varje miss")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
