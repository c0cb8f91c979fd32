"""An annotated document beside the rows extracted from it, with the keys that both share."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation import folding
from evaluation.comparison import Row

Tables = Mapping[str, Sequence[Row]]
PER_DOCUMENT = (
    "cases",
    "statements",
    "positions",
    "votes",
    "ballots",
    "attendance",
    "referrals",
)


@dataclass(frozen=True, slots=True)
class Annotation:
    """``gold`` is one annotation file, ``rows`` the extracted rows of its document by table.

    ``document`` is None when the document was not extracted. Quotes are looked up in ``text``.
    ``numbers`` gives the case number of each extracted case_id.
    """

    gold: Mapping[str, Any]
    text: str
    document: Row | None
    rows: Tables
    numbers: Mapping[str, str]

    @property
    def source(self) -> str:
        """The file name of the annotated document."""
        return str(self.gold["source"])

    def true(self, table: str) -> Sequence[Row]:
        """The annotated rows of a table, empty when the file has none."""
        rows: Sequence[Row] = self.gold.get(table) or ()
        return rows

    def found(self, table: str) -> Sequence[Row]:
        """The extracted rows of a table."""
        return self.rows[table]

    def true_case(self, row: Row) -> str:
        """The case number that an annotated row names."""
        return folding.number(row["case"])

    def found_case(self, row: Row) -> str:
        """The case number of an extracted row, empty when it belongs to no case."""
        return self.numbers.get(row.get("case_id") or "", "")

    def where(self, row: Row) -> str:
        """The body of a row; empty in a document of one body, where it tells nothing apart."""
        named = row.get("body")
        return folding.body(named) if named and self._several_bodies() else ""

    def _several_bodies(self) -> bool:
        rows = [*self.true("positions"), *self.true("statements")]
        return len({folding.body(row["body"]) for row in rows if row.get("body")}) > 1

    def quote(self, statement: Row) -> tuple[str, ...] | None:
        """The words of an annotated statement, None when the annotation quotes none.

        A quote that the text does not hold gives no words: whatever was extracted is wrong.
        """
        if not statement.get("starts"):
            return None
        for fold in (folding.plain, folding.unnumbered):
            text = fold(self.text)
            start = text.find(fold(statement["starts"]))
            end = text.find(fold(statement["ends"]), start) if start >= 0 else -1
            if end >= 0:
                return folding.words(text[start : end + len(fold(statement["ends"]))])
        return ()


def annotations(
    tables: Tables, gold: Path, texts: Sequence[Path] | None = None
) -> Iterator[Annotation]:
    """Every annotation file of a folder with the extracted rows of the document of that name.

    A document is found by its stem: X.pdf is compared with the annotation of X.txt. Raises
    FileNotFoundError when ``texts`` is given and holds no file of that name.
    """
    documents = {Path(row["source"]).stem: row for row in tables.get("documents", ())}
    for path in sorted(gold.glob("*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        document = documents.get(Path(content["source"]).stem)
        rows = _rows_of(tables, document)
        text = _text(content["source"], document, texts)
        yield Annotation(content, text, document, rows, _numbers(content, rows["cases"]))


def _text(source: str, document: Row | None, texts: Sequence[Path] | None) -> str:
    if texts is None:
        return str(document["text"]) if document else ""
    for folder in texts:
        if (folder / source).exists():
            return (folder / source).read_text(encoding="utf-8")
    raise FileNotFoundError(f"{source} finns inte i {', '.join(map(str, texts))}")


def _rows_of(tables: Tables, document: Row | None) -> dict[str, list[Row]]:
    if document is None:
        return {table: [] for table in PER_DOCUMENT}
    by_case = {row["case_id"]: row["document_id"] for row in tables.get("cases", ())}
    by_vote = {row["vote_id"]: by_case.get(row["case_id"]) for row in tables.get("votes", ())}

    def owner(row: Row) -> str | None:
        named = row.get("document_id") or by_case.get(row.get("case_id") or "")
        return named or by_vote.get(row.get("vote_id") or "")

    return {
        table: [r for r in tables.get(table, ()) if owner(r) == document["document_id"]]
        for table in PER_DOCUMENT
    }


def _numbers(gold: Mapping[str, Any], cases: Sequence[Row]) -> dict[str, str]:
    """Where a document treats one matter only, its number is a matter of taste."""
    found = {row["case_id"]: folding.number(row.get("number")) for row in cases}
    true = _distinct(folding.number(row["number"]) for row in gold["cases"])
    if len(true) == 1 and len(set(found.values())) == 1:
        return dict.fromkeys(found, true[0])
    return found


def _distinct(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))
