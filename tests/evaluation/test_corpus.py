"""The annotations themselves: sound words, quotes that stand there, ballots that add up."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from evaluation.annotation import annotations
from evaluation.corpus import CORPORA, Corpus
from pipeline.words import Act, DecidedBy, Kind, Outcome, Role, Stance, VoteKind

OWN = CORPORA[0]
GOLD = sorted(OWN.gold.glob("*.json"))


def load(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content


def test_every_document_is_annotated() -> None:
    assert {path.stem for path in OWN.documents.iterdir()} == {path.stem for path in GOLD}
    assert len(GOLD) >= 14


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_words_are_of_the_closed_lists(path: Path) -> None:
    gold = load(path)
    used = {
        Kind: {gold["document"]["kind"]},
        Outcome: {row["outcome"] for row in gold["cases"]} - {None},
        DecidedBy: {row["decided_by"] for row in gold["cases"]} - {None},
        Act: {row["act"] for row in gold["statements"]},
        Stance: {row["stance"] for row in gold["positions"]},
        Role: {row["role"] for row in gold["attendance"]},
        VoteKind: {row["kind"] for row in gold["votes"]},
    }
    for words, values in used.items():
        assert values <= {str(word) for word in words}


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_rows_belong_to_annotated_cases_and_positions_are_unique(path: Path) -> None:
    gold = load(path)
    cases = {row["number"] for row in gold["cases"]}
    for table in ("statements", "positions", "votes", "ballots", "referrals"):
        assert {row["case"] for row in gold[table]} <= cases
    keys = Counter((row["case"], row["body"], row["party"]) for row in gold["positions"])
    assert max(keys.values(), default=1) == 1


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_ballots_add_up_to_the_printed_figures(path: Path) -> None:
    gold = load(path)
    cast = Counter((row["case"], row["order"], row["choice"]) for row in gold["ballots"])
    named = {(row["case"], row["order"]) for row in gold["ballots"]}
    for vote in gold["votes"]:
        key = (vote["case"], vote["order"])
        if key in named:
            printed = (vote["yes"], vote["no"], vote["abstain"] or 0)
            assert tuple(cast[*key, choice] for choice in ("ja", "nej", "avstår")) == printed


def test_every_quote_stands_in_its_document() -> None:
    missing = [
        (annotation.source, statement["starts"])
        for annotation in annotations({}, OWN.gold, [OWN.documents])
        for statement in annotation.true("statements")
        if annotation.quote(statement) == ()
    ]
    assert missing == []


def test_the_fingerprint_follows_documents_and_annotations(tmp_path: Path) -> None:
    corpus = Corpus("prov", tmp_path / "documents", tmp_path / "gold")
    corpus.documents.mkdir()
    corpus.gold.mkdir()
    document, annotation = corpus.documents / "a.txt", corpus.gold / "a.json"
    seen = set()
    for text, facit in (("x", "{}"), ("y", "{}"), ("y", "{} ")):
        document.write_text(text, encoding="utf-8")
        annotation.write_text(facit, encoding="utf-8")
        seen.add(corpus.fingerprint())
    (corpus.documents / "utan facit.txt").write_text("z", encoding="utf-8")
    seen.add(corpus.fingerprint())
    assert len(seen) == 3
