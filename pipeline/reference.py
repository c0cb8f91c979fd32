"""What the program knows beforehand, read from ``data/reference``: parties, mandates,
places, phrases.

Nothing here is code. A user adds rows in files of the same names in a folder of their own
(``settings.own_reference()``): lists grow by the rows there, texts by the lines there.
"""

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from pipeline.errors import UsageError
from pipeline.models import Mandate, Meeting, Party, Topic
from pipeline.settings import EXTRACTOR_VERSION, data_dir, own_reference

FILES = (
    "acts",
    "demands",
    "headings",
    "items",
    "mandates",
    "municipalities",
    "papers",
    "parties",
    "references",
    "topics",
    "words",
)


@dataclass(frozen=True, slots=True)
class TopicWords:
    """What speaks for a topic: words by their weight, phrases, names of bodies, and what
    speaks against it. The forms are told in ``data/reference/topics.toml``."""

    topic: str
    strong: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()


@cache
def table(name: str) -> dict[str, Any]:
    """The parsed file ``data/reference/<name>.toml``, with the user's own rows added.

    Raises UsageError when a file of the user's cannot be read as TOML.
    """
    shipped = tomllib.loads((data_dir() / "reference" / f"{name}.toml").read_text("utf-8"))
    own = own_reference() / f"{name}.toml"
    return _added(shipped, _own(own)) if own.is_file() else shipped


def _own(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{path}: filen är inte giltig TOML ({error}); rätta eller ta bort den."
        ) from error


def _added(shipped: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """Lists and texts joined, key by key; anything else is the user's."""
    both = dict(shipped)
    for key, value in own.items():
        known = shipped.get(key)
        same = type(known) is type(value) and isinstance(value, list | str)
        both[key] = known + value if same and known is not None else value
    return both


@cache
def extractor_version() -> str:
    """The version of the program and of what it knows beforehand: when either changes,
    documents are read anew."""
    known = repr([table(name) for name in FILES]).encode()
    return f"{EXTRACTOR_VERSION}-{sha256(known).hexdigest()[:8]}"


@cache
def parties() -> tuple[Party, ...]:
    """All parties, national first, in the file's order."""
    rows = [_party(row) for row in table("parties")["party"]]
    return tuple(sorted(rows, key=lambda party: party.municipality is not None))


def _party(row: dict[str, Any]) -> Party:
    place = row.get("municipality")
    return Party(
        party_id=f"{row['short']}@{place}" if place else row["short"],
        short=row["short"],
        name=row["name"],
        municipality=place,
        former=tuple(row.get("former", ())),
        words=tuple(row.get("words", ())),
    )


@cache
def mandates() -> tuple[Mandate, ...]:
    """Who governed where and when, in the file's order."""
    return tuple(
        Mandate(
            municipality=row["municipality"],
            start=row["start"],
            end=row.get("end"),
            governing=tuple(row["governing"]),
            supporting=tuple(row.get("supporting", ())),
            source=row["source"],
        )
        for row in table("mandates")["mandate"]
    )


@cache
def meetings() -> tuple[Meeting, ...]:
    """Meetings known from a list, in the file's order."""
    return tuple(
        Meeting(row["municipality"], row["body"], row["date"], ("lista",))
        for row in table("meetings").get("meeting", ())
    )


@cache
def topics() -> tuple[Topic, ...]:
    """What cases can be about, in the file's order; ``formalia`` is no subject.

    Raises UsageError when a row has no key or no name.
    """
    return tuple(_topic(row) for row in table("topics")["topic"])


def _topic(row: dict[str, Any]) -> Topic:
    if not (row.get("key") and row.get("name")):
        raise UsageError("topics.toml: ett ämne saknar ”key” eller ”name”; lägg till det.")
    return Topic(
        topic=row["key"],
        name=row["name"],
        name_english=row.get("name_english", row["name"]),
        klassa=tuple(row.get("klassa", ())),
        rs=row.get("rs"),
        cap=tuple(row.get("cap", ())),
    )


@cache
def topic_words() -> tuple[TopicWords, ...]:
    """The words of the topics, then those that were added to one.

    Raises UsageError when words are added to a topic that does not exist, or are no list.
    """
    known = sorted(topic.topic for topic in topics())
    added = table("topics").get("word", ())
    for row in added:
        if row.get("topic") not in known:
            raise UsageError(
                f"topics.toml: ämnet ”{row.get('topic')}” finns inte; ord kan läggas till"
                f" under {', '.join(known)}."
            )
    rows = [(row["key"], row) for row in table("topics")["topic"]]
    rows += [(row["topic"], row) for row in added]
    return tuple(_topic_words(topic, row) for topic, row in rows)


def _topic_words(topic: str, row: dict[str, Any]) -> TopicWords:
    lists = {field.name: row.get(field.name, []) for field in fields(TopicWords)[1:]}
    for name, words in lists.items():
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise UsageError(
                f"topics.toml: ”{name}” under ämnet ”{topic}” ska vara en lista av ord,"
                ' till exempel ["padel"]; rätta raden.'
            )
    lowered = {name: tuple(word.lower() for word in words) for name, words in lists.items()}
    return TopicWords(topic, **lowered)


@cache
def municipalities() -> frozenset[str]:
    """Names of the municipalities, without ``kommun`` or ``stad``."""
    return frozenset(table("municipalities")["names"]) | frozenset(invented())


@cache
def invented() -> frozenset[str]:
    """Municipalities that do not exist and are used for demonstration."""
    return frozenset(table("municipalities")["invented"])
