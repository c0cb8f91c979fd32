"""Who was asked for an opinion, and what came of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extraction.referrals import instances, referrals
from pipeline.models import Span

ASKED = "Ärendet har remitterats till Norra nämnden, Kajrådet samt hamnens vänner."


@pytest.mark.parametrize(
    ("content", "asked"),
    [
        (ASKED, ["Norra nämnden", "Kajrådet", "Hamnens vänner"]),
        ("Motionen remitterades för yttrande till fritidsnämnden.", ["Fritidsnämnden"]),
        ("Ärendet har skickats på remiss till Kajrådet.", ["Kajrådet"]),
        # over line ends
        (
            "Ärendet har remitterats till\nNorra nämnden och\nSödra nämnden.",
            ["Norra nämnden", "Södra nämnden"],
        ),
        # when, and a body that is not named, are no instances
        ("Motionen remitterades till Kajrådet den 4 mars 2021.", ["Kajrådet"]),
        ("Motionen remitterades till nämnden den 4 mars 2021.", []),
        # no sentence: those whom the table of answers names, but for a name torn apart
        (
            "Remissinstans       Beslut        Kommentar\n\n"
            "Norra nämnden       Avstyrker     Kajen räcker.\n2021-03-04\n\n"
            "Hamn- och           Tillstyrker   Bra.\nkajnämnden\n\n"
            "Södra nämnden       Inget svar\n",
            ["Norra nämnden", "Södra nämnden"],
        ),
        (
            "| Remissinstans | Beslut |\n| --- | --- |\n| Kajrådet | Tillstyrker |\n",
            ["Kajrådet"],
        ),
        ("Instans    Beslut\nNorra nämnden    Avstyrker\n", []),
        ("Ingen har tillfrågats.", []),
        ("", []),
    ],
)
def test_instances(content: str, asked: list[str]) -> None:
    assert instances(content) == asked
    assert [row.instance for row in referrals(content, "d1", "d1:1", {})] == asked


@pytest.mark.parametrize(
    ("after", "responses"),
    [
        ("", ["svar", "svar", "svar"]),
        (" Kajrådet har inte svarat.", ["svar", "inte svarat", "svar"]),
        (" Kajrådet har ej inkommit med svar.", ["svar", "inte svarat", "svar"]),
        (" Hamnens vänner har avstått från att svara.", ["svar", "svar", "avstått"]),
        (" Hamnens\nvänner har avstått från att svara.", ["svar", "svar", "avstått"]),
        (" Norra nämnden avstår från att yttra sig.", ["avstått", "svar", "svar"]),
        # another paragraph speaks of something else
        ("\n\nKajrådet har inte svarat.", ["svar", "svar", "svar"]),
    ],
)
def test_responses(after: str, responses: list[str]) -> None:
    assert [r.response for r in referrals(ASKED + after, "d1", "d1:1", {})] == responses


@pytest.mark.parametrize(
    ("answer", "stance"),
    [
        ("Vi tillstyrker förslaget.", "positiv"),
        ("Vi ställer oss positiva till bryggan.", "positiv"),
        ("Vi avstyrker förslaget.", "negativ"),
        ("Vi motsätter oss bryggan.", "negativ"),
        # both, neither, or another's words
        ("Vi tillstyrker bryggan. Vi avstyrker kajen.", None),
        ("Det blåser.", None),
        ("Kontoret tillstyrker förslaget.", None),
    ],
)
def test_stance_of_an_answer(answer: str, stance: str | None) -> None:
    content = f"{ASKED}\n\nKajrådet\n\nKajrådet svarade den 4 mars 2021: {answer}"
    place = content.index("Kajrådet svarade")
    rows = referrals(content, "d1", "d1:1", {"Kajrådet": Span(place, len(content))})
    row = next(row for row in rows if row.instance == "Kajrådet")
    assert (row.stance, row.date, row.start) == (stance, "2021-03-04", place)


def test_without_an_answer_the_place_is_the_question() -> None:
    content = "Om bryggan. " + ASKED
    rows = referrals(content, "d1", "d1:1", {})
    assert {content[r.start : r.end] for r in rows} == {
        "remitterats till Norra nämnden, Kajrådet samt hamnens vänner."
    }


@settings(max_examples=40, deadline=None)
@given(st.text("remitterats till Norra, och\n.", max_size=60))
def test_one_row_per_instance(content: str) -> None:
    assert len(referrals(content, "d1", "d1:1", {})) == len(instances(content))


def test_answers_that_a_table_tells() -> None:
    content = (
        "Remissinstans       Beslut\n\nNorra nämnden       Avstyrker\n\n"
        "Kajrådet            Tar inte ställning\n\nSödra nämnden       Inget svar\n"
    )
    rows = referrals(content, "d1", "d1:1", {})
    assert [(row.response, row.stance) for row in rows] == [
        ("svar", "negativ"),
        ("svar", "neutral"),
        ("inte svarat", None),
    ]
    assert content[rows[0].start : rows[0].end].startswith("Norra nämnden")
