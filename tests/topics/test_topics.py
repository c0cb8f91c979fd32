"""The topics of a case: what decides, how much, and what does not."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reference import topics
from pipeline.topics import MOST, topics_of, with_topics
from tests.builders import case, document, extraction, statement


def keys(title: str | None, *said: str, **fields: object) -> list[str]:
    bare = {"decision": (), "body": None, "reference": None, "title": title}
    return [row.topic for row in topics_of(case(**{**bare, **fields}), said)]


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Nya lokaler för hemtjänsten i Sundby", ["äldreomsorg", "upphandling"]),
        ("Upphandling av matlådor till hemtjänsten", ["äldreomsorg"]),
        ("Ytterligare LSS-bostäder på Åsen", ["funktionsnedsättning", "bostad"]),
        ("Förskoleklassens lokaler", ["grundskola", "upphandling"]),
        ("Ledsagarservicen under sommaren", ["funktionsnedsättning"]),
        ("Återredovisning av uppdraget", []),
        (None, []),
    ],
)
def test_the_title_decides(title: str | None, found: list[str]) -> None:
    got = keys(title)
    assert got[: len(found)] == found
    assert len(got) >= len(found) > 0 or got == []


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"title": "Val av revisor", "item_type": "val"}, ["formalia"]),
        ({"title": "Anmälan om besök", "item_type": "anmälan"}, ["formalia"]),
        ({"title": "Protokollets justering"}, ["formalia"]),
        ({"title": "Delegationsbeslut i april"}, ["formalia"]),
        # only announced, but of a matter
        ({"title": "Information om slamtömning", "item_type": "anmälan"}, ["energi"]),
        ({"title": "Information från kansliet", "item_type": "anmälan"}, ["formalia"]),
        # of the openings that fit, the longest tells
        ({"title": "Justering av dagens protokoll"}, ["formalia"]),
        ({"title": "Justering av skolskjutsområde"}, ["grundskola"]),
        # not at the beginning
        ({"title": "Motion om val av skola", "item_type": "motion"}, ["grundskola"]),
        # a matter in substance, though its title begins like a formality
        (
            {
                "title": "Anmälningar om kränkande behandling i årskurs 4",
                "item_type": "anmälan",
            },
            ["grundskola"],
        ),
    ],
)
def test_formalities_are_no_subject(fields: dict[str, str], found: list[str]) -> None:
    assert keys(**fields) == found  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("Utökad budget för hemtjänsten", "äldreomsorg"),
        ("Budgetuppföljning för kvartal 1", "ekonomi"),
        # among topics of how things are done the points tell
        ("Delårsrapport för de kommunala bolagen", "upphandling"),
        ("Upphandling av arbetskläder", "personal"),
    ],
)
def test_how_comes_after_what(title: str, first: str) -> None:
    assert keys(title)[0] == first


def test_the_decision_tells_when_the_title_does_not() -> None:
    decision = ("att hemtjänsten i Norrby drivs vidare av kommunen",)
    assert keys("Svar på skrivelse", decision=decision) == ["äldreomsorg"]


def test_what_was_said_tells_when_nothing_else_does() -> None:
    said = "Eleverna och lärarna på högstadiet behöver klassrum, och rektorn en skolkurator."
    assert keys("Svar på skrivelse", said) == ["grundskola"]
    assert keys("Svar på skrivelse", "Eleverna behöver mer.") == []


def test_what_was_said_never_outweighs_the_title() -> None:
    said = (
        "Elever, lärare, rektor, skola, grundskola, högstadium, fritidshem, skolskjuts, betyg"
    )
    assert keys("Snöröjning vid busshållplatser", said)[0] == "trafik"


@pytest.mark.parametrize(
    "support", [{"body": "Grundskolenämnden"}, {"reference": "3.5.3-7/2024"}]
)
def test_body_and_diary_number_support_but_do_not_decide(support: dict[str, str]) -> None:
    title = "Skolskjuts"
    assert keys("Svar på uppdraget", **support) == []
    (alone,) = topics_of(case(title=title, decision=(), body=None, reference=None))
    (supported,) = topics_of(
        case(**{"title": title, "decision": (), "body": None, "reference": None, **support})
    )
    assert supported.score > alone.score


def test_a_topic_names_the_words_that_decided() -> None:
    (row, *_) = topics_of(case(title="Avgifter i hemtjänsten och för trygghetslarm"))
    assert (row.topic, row.rank) == ("äldreomsorg", 1)
    assert set(row.words) >= {"hemtjänsten", "trygghetslarm"}


def test_with_topics_fills_cases_and_rows() -> None:
    rows = extraction(
        document(),
        cases=[
            case(title="Ny simhall"),
            case(case_id="d1:2", title="Svar på skrivelse", decision=()),
        ],
        statements=[statement(text="Simhallen är för dyr.")],
    )
    found = with_topics(rows)
    assert [one.topics for one in found.cases] == [("fritid",), ()]
    assert [(one.case_id, one.topic, one.rank) for one in found.case_topics] == [
        ("d1:1", "fritid", 1)
    ]
    assert "simhall" in found.case_topics[0].words
    bare = tuple(replace(one, topics=()) for one in found.cases)
    assert replace(found, cases=bare, case_topics=()) == rows


WORDS = st.lists(
    st.sampled_from(["skola", "Hemtjänst", "budget", "i", "LSS-", "väg", "Ny", "val av", "."])
)


@given(WORDS.map(" ".join), st.lists(WORDS.map(" ".join), max_size=3))
def test_topics_are_few_known_ranked_and_reasoned(title: str, said: list[str]) -> None:
    rows = topics_of(case(title=title, decision=()), said)
    assert len(rows) <= MOST
    assert [row.rank for row in rows] == list(range(1, len(rows) + 1))
    scores = [row.score for row in rows if row.topic != "ekonomi"]
    assert scores == sorted(scores, reverse=True)
    assert {row.topic for row in rows} <= {topic.topic for topic in topics()}
    assert all(row.words for row in rows)
    assert len({row.topic for row in rows}) == len(rows)
