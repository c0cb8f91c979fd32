"""What each case is about: one main topic and at most two more, with the words that decided.

Words of the title count most, then those of the decision, then what was said; the body and
the chapter of KLASSA in a diary number can only support what the words say. Where nothing
decides, a case has no topic. Val, anmälningar and other formalities are ``formalia``.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from pipeline.models import Case, CaseTopic, Extraction
from pipeline.reference import table, topic_words, topics
from pipeline.topics.evidence import distinct, plain
from pipeline.topics.lexicon import NOTHING, lexicon
from pipeline.words import ItemType

__all__ = ["topics_of", "with_topics"]

FORMALIA = "formalia"
MOST = 3
"""Topics per case."""

TITLE, DECISION, SPOKEN = 4.0, 2.0, 0.4
"""What a point is worth where its word stands."""
MOST_SPOKEN = 8.0
"""What is said can decide when the title does not, never outweigh a title that does."""
SUPPORT = 1.0
"""From the body, and from the diary number: to a topic that has words of its own."""

LEAST = 6.0
"""One plain word of the title, or one strong word of the decision."""
NEAR = 0.4
"""Further topics have at least this share of the main topic's points."""
MOST_WORDS = 8
SUBSTANCE = 3 * TITLE
"""One strong word of the title: what is only announced is a matter all the same."""

_FORMAL_TYPES = frozenset({ItemType.FORMALIA, ItemType.VAL, ItemType.ANMÄLAN})


def with_topics(extraction: Extraction) -> Extraction:
    """The rows of a document with the topics of its cases."""
    said: dict[str | None, list[str]] = defaultdict(list)
    for statement in extraction.statements:
        said[statement.case_id].append(statement.text)
    found = {case.case_id: topics_of(case, said[case.case_id]) for case in extraction.cases}
    return replace(
        extraction,
        cases=tuple(
            replace(case, topics=tuple(row.topic for row in found[case.case_id]))
            for case in extraction.cases
        ),
        case_topics=tuple(row for rows in found.values() for row in rows),
    )


def topics_of(case: Case, said: Iterable[str] = ()) -> tuple[CaseTopic, ...]:
    """The topics of a case, the main one first; ``said`` are the texts of its statements."""
    opening = _formality(case)
    if opening is not None:
        return (CaseTopic(case.case_id, FORMALIA, 1, LEAST, opening),)
    ranked = sorted(_tallies(case, said).items(), key=lambda item: -item[1].score)
    ranked = [(topic, tally) for topic, tally in ranked if tally.score >= LEAST]
    near = [row for row in ranked if row[1].score >= NEAR * ranked[0][1].score]
    return tuple(
        CaseTopic(case.case_id, topic, rank, round(tally.score, 1), tally.deciding())
        for rank, (topic, tally) in enumerate(_yielded(near)[:MOST], 1)
    )


@dataclass(slots=True)
class Tally:
    """The points of one topic in one case, and the words that gave them."""

    score: float = 0.0
    words: dict[str, float] = field(default_factory=dict)

    def add(self, word: str, points: float) -> None:
        self.score += points
        if points > 0:
            self.words[word] = max(points, self.words.get(word, 0.0))

    def deciding(self) -> tuple[str, ...]:
        """The words that gave most, at most eight; of equals the first in the case."""
        return tuple(sorted(self.words, key=lambda word: -self.words[word])[:MOST_WORDS])


def _yielded(ranked: list[tuple[str, Tally]]) -> list[tuple[str, Tally]]:
    """Topics in order of points, but one of how things are done (budget, procurement) comes
    after one of what is done that is near it: "utökad budget för skolan" is of the school."""
    if not ranked or ranked[0][0] not in _yielding():
        return ranked
    least = _yielding()[ranked[0][0]] * ranked[0][1].score
    ahead = [row for row in ranked if row[0] not in _yielding() and row[1].score >= least][:1]
    return [*ahead, *(row for row in ranked if row not in ahead)]


def _yielding() -> dict[str, float]:
    return {row["key"]: row["yields"] for row in table("topics")["topic"] if "yields" in row}


def _formality(case: Case) -> tuple[str, ...] | None:
    """The opening of the title that makes a case a formality, or none when its type does;
    None when it is no formality. Of the openings that fit, the longest tells."""
    title = plain(case.title or "").strip().lower()
    opening, weights = max(
        lexicon().opening_of(title), key=lambda row: len(row[0]), default=("", NOTHING)
    )
    if opening:
        return (opening,) if weights.get(FORMALIA, 0) > 0 else None
    if case.item_type == ItemType.ANMÄLAN and _points(title) >= SUBSTANCE:
        return None
    return () if case.item_type in _FORMAL_TYPES else None


def _points(title: str) -> float:
    """The points of the topic that a title gives most."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    _count(tallies, title, TITLE)
    return max((tally.score for tally in tallies.values()), default=0.0)


def _tallies(case: Case, said: Iterable[str]) -> dict[str, Tally]:
    """Points by topic, in the order in which the topics were first met."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    _count(tallies, plain(case.title or ""), TITLE)
    _count(tallies, "\n".join(case.decision), DECISION)
    spoken: dict[str, Tally] = defaultdict(Tally)
    _count(spoken, "\n".join(said), SPOKEN)
    for topic, tally in spoken.items():
        tallies[topic].score += min(tally.score, MOST_SPOKEN)
        for word, points in tally.words.items():
            tallies[topic].words.setdefault(word, points)
    for topic in (*_of_body(case.body), *_of_reference(case.reference)):
        if topic in tallies:
            tallies[topic].score += SUPPORT
    tallies.pop(FORMALIA, None)
    return tallies


def _count(tallies: dict[str, Tally], content: str, worth: float) -> None:
    for hit in distinct(content):
        for topic, points in hit.points.items():
            tallies[topic].add(hit.word, points * worth)


def _of_body(body: str | None) -> Sequence[str]:
    name = (body or "").lower()
    return [row.topic for row in topic_words() if any(part in name for part in row.bodies)]


def _of_reference(reference: str | None) -> Sequence[str]:
    """The topics of a chapter of KLASSA before a diary number (``3.7.5-118/2024``)."""
    chapter, dash, _ = (reference or "").partition("-")
    if not dash or "." not in chapter:
        return []
    return [
        topic.topic
        for topic in topics()
        if any(f"{chapter}.".startswith(f"{one}.") for one in topic.klassa)
    ]
