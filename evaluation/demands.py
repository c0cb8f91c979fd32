"""How well demands are read: annotated sentences, and a score per kind.

python -m evaluation.demands [FOLDER]             scores of the invented sentences, and of the
                                                  real documents that lie in FOLDER
python -m evaluation.demands --misses [FOLDER]    and every sentence that is read otherwise

``gold_demands/invented.tsv`` holds sentences made up for the purpose, ``real.tsv`` facts on
sentences of real documents: file, offsets, a digest of the words, and what they say. A third
of each is held out: rules are never made to fit it.
"""

import csv
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from evaluation.corpus import extract_file
from pipeline.extraction.context import gather
from pipeline.extraction.demands import demands
from pipeline.models import Demand, Statement, Text
from pipeline.words import Act, DemandKind

FOLDER = Path(__file__).with_name("gold_demands")
HELD_OUT = "held-out"


@dataclass(frozen=True, slots=True)
class Sentence:
    """An annotated sentence and what was read of it. ``kind`` None: nothing to read."""

    where: str
    part: str
    kind: str | None
    negated: bool
    addressee: str | None
    read: Demand | None = None


@dataclass(frozen=True, slots=True)
class KindScore:
    """Sentences read as a kind: right, read in all, and annotated."""

    kind: str
    hits: int
    found: int
    true: int

    @property
    def precision(self) -> float:
        """Share of what was read that is right; 1 where nothing was read."""
        return self.hits / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of what is there that was read; 1 where nothing is there."""
        return self.hits / self.true if self.true else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def invented() -> list[Sentence]:
    """The made-up sentences, each read as a statement of its own."""
    return [_read_invented(row) for row in _rows("invented")]


def real(folder: Path) -> list[Sentence]:
    """The sentences of real documents under ``folder``; a document that is not there, or reads
    otherwise than when it was annotated, is left out."""
    files = {path.name: path for path in sorted(folder.rglob("*")) if path.is_file()}
    rows = [row for row in _rows("real") if row["file"] in files]
    read = {name: extract_file(files[name]) for name in sorted({row["file"] for row in rows})}
    found = []
    for row in rows:
        extraction = read[row["file"]]
        start, end = int(row["start"]), int(row["end"])
        words = " ".join(extraction.document.text[start:end].split())
        if sha256(words.encode()).hexdigest()[:12] == row["digest"]:
            inside = [one for one in extraction.demands if start < one.end and one.start < end]
            found.append(_sentence(row, words, inside[0] if inside else None))
    return found


def scores(sentences: Sequence[Sentence]) -> list[KindScore]:
    """A score per kind, and last of all kinds together."""
    each = [_score(kind, sentences, {str(kind)}) for kind in DemandKind]
    return [*each, _score("alla", sentences, {str(kind) for kind in DemandKind})]


def share_right(sentences: Iterable[Sentence], field: str) -> tuple[int, int]:
    """How many of the rightly read sentences have the right ``field``, and of how many."""
    pairs = [(s, s.read) for s in sentences if s.read and s.read.kind == s.kind]
    right = sum(getattr(gold, field) == getattr(row, field) for gold, row in pairs)
    return right, len(pairs)


def misses(sentences: Iterable[Sentence]) -> list[str]:
    """Every sentence that is read otherwise than annotated, on a line."""
    return [
        f"{s.part:9}{s.kind or '-'}→{s.read.kind if s.read else '-'}  {_marks(s)}  {s.where}"
        for s in sentences
        if (s.kind, s.negated, s.addressee) != _told(s.read)
    ]


def _told(read: Demand | None) -> tuple[str | None, bool, str | None]:
    return (read.kind, read.negated, read.addressee) if read else (None, False, None)


def _marks(sentence: Sentence) -> str:
    _, negated, addressee = _told(sentence.read)
    return f"{sentence.negated}→{negated} {sentence.addressee}→{addressee}"


def _score(kind: str, sentences: Sequence[Sentence], kinds: set[str]) -> KindScore:
    found = [s for s in sentences if s.read and s.read.kind in kinds]
    hits = sum(1 for s in found if s.read and s.read.kind == s.kind)
    return KindScore(kind, hits, len(found), sum(s.kind in kinds for s in sentences))


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _read_invented(row: dict[str, str]) -> Sentence:
    words = row["text"]
    statement = Statement(
        statement_id="s",
        document_id="d",
        case_id=None,
        body=None,
        date=None,
        act=Act.YRKANDE if words.startswith("att ") else Act.SÄRSKILT_YTTRANDE,
        parties=tuple(row["parties"].split(",")),
        persons=("Kim Ek",),
        text=words,
        start=0,
        end=len(words),
    )
    read = demands(gather("d", Text(words)), [statement])
    return _sentence(row, words, read[0] if read else None)


def _sentence(row: dict[str, str], where: str, read: Demand | None) -> Sentence:
    return Sentence(
        where,
        row["part"],
        row["kind"] or None,
        bool(row["negated"]),
        row["addressee"] or None,
        read,
    )


def report(name: str, sentences: Sequence[Sentence]) -> str:
    """The scores as lines of text: those the rules were made with, and those held out."""
    lines = []
    for part in sorted({s.part for s in sentences}):
        some = [s for s in sentences if s.part == part]
        head = f"{name}, {part} ({len(some)})"
        lines.append(
            f"{head:28}{'precision':>10}{'recall':>8}{'F1':>8}{'funna':>7}{'sanna':>7}"
        )
        lines += [
            f"{s.kind:28}{s.precision:10.3f}{s.recall:8.3f}{s.f1:8.3f}{s.found:7}{s.true:7}"
            for s in scores(some)
        ]
        for field in ("addressee", "negated"):
            right, n = share_right(some, field)
            lines.append(f"{field:28}{right / n if n else 1:10.3f}  ({right} av {n})")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the scores; always 0, since the floor is held by a test."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    sources = {"påhittade": invented()}
    for folder in (one for one in given if not one.startswith("--")):
        sources[f"verkliga i {Path(folder).name}"] = real(Path(folder))
    for name, sentences in sources.items():
        sys.stdout.write(report(name, sentences) + "\n\n")
        if "--misses" in given:
            sys.stdout.write("\n".join(misses(sentences)) + "\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
