"""A user's own topics and words, in a file of the same name in a folder of their own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pipeline import reference
from pipeline.errors import UsageError
from pipeline.reference import topics
from pipeline.topics import topics_of
from pipeline.topics.lexicon import fits, lexicon
from tests.builders import case

Write = Callable[[str], None]
_KNOWN = (reference.table, topics, reference.topic_words, lexicon, fits)


def _forget() -> None:
    for known in _KNOWN:
        known.cache_clear()


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Write]:
    def write(content: str) -> None:
        (tmp_path / "topics.toml").write_text(content, encoding="utf-8")
        _forget()

    monkeypatch.setenv("STANDPUNKT_REFERENCE", str(tmp_path))
    yield write
    monkeypatch.undo()
    _forget()


def main_topic(title: str) -> str | None:
    rows = topics_of(case(title=title, decision=(), body=None, reference=None))
    return rows[0].topic if rows else None


def test_words_are_added_to_a_topic(own: Write) -> None:
    own("")
    assert main_topic("Mer om Varpakastning") is None
    own('[[word]]\ntopic = "fritid"\nstrong = ["Varpakastning"]')
    assert main_topic("Mer om varpakastning") == "fritid"


def test_a_topic_is_added(own: Write) -> None:
    own('[[topic]]\nkey = "sjöfart"\nname = "Sjöfart"\nphrases = ["farled till"]')
    assert main_topic("Ny farled till Tallvik") == "sjöfart"
    assert topics()[-1].name_english == "Sjöfart"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('[[word]]\ntopic = "fiske"\nwords = ["nät"]', "ämnet ”fiske” finns inte"),
        ('[[word]]\nwords = ["nät"]', "finns inte"),
        ('[[word]]\ntopic = "fritid"\nwords = "padel"', "ska vara en lista av ord"),
        ('[[topic]]\nkey = "sjöfart"', "saknar ”key” eller ”name”"),
    ],
)
def test_a_row_that_cannot_be_used_is_told(own: Write, content: str, reason: str) -> None:
    own(content)
    with pytest.raises(UsageError, match=reason):
        main_topic("Ny brygga")
