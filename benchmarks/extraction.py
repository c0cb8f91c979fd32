"""Reading and extracting a text, beside only cutting it into tokens."""

from collections.abc import Sequence

import spacy

from benchmarks.records import Comparison
from benchmarks.timing import fastest
from pipeline.extraction import extract
from pipeline.reading import read

ROUNDS = 3
MOST_CHARACTERS = 10_000_000
TARGET = 1.0


def measure(texts: Sequence[str], *, what: str) -> Comparison:
    """Bytes to rows with this program (first), text to tokens with bare spaCy (second)."""
    nlp = spacy.blank("sv")
    nlp.max_length = MOST_CHARACTERS
    contents = [text.encode() for text in texts]

    def ours() -> None:
        for content in contents:
            extract(read(content, "a.txt"), document_id="a", source="a.txt")

    def theirs() -> None:
        for text in texts:
            nlp.make_doc(text)

    first, second = fastest(ours, theirs, rounds=ROUNDS)
    megabytes = sum(map(len, contents)) / 1e6
    return Comparison(what, first, second, megabytes, "MB", TARGET)
