"""Who decided, said in one sentence."""

import pandas as pd
import pytest

from analytics.lines import lines
from views import timeline
from views.matter import verdict


def board(
    *, seats: dict[str, int], governing: tuple[str, ...] = (), **sides: str
) -> pd.DataFrame:
    """The lines of a board: ``board(seats={"S": 3}, S="for")``."""
    stances = pd.DataFrame(sorted(sides.items()), columns=["party", "stance"])
    known = stances["party"].isin(governing) if governing else None
    there = pd.DataFrame(sorted(seats.items()), columns=["party", "seats"])
    there = there.assign(
        decision=0, by_ballots=False, side=[sides.get(p, "silent") for p in there["party"]]
    )
    return lines(stances.assign(decision=0, governing=known), there)


CARRIED = {"S": "for", "V": "for", "SD": "for", "M": "against"}


@pytest.mark.parametrize(
    ("table", "decided_by", "sentence"),
    [
        # one seat outside the government
        (
            board(seats={"S": 3, "V": 2, "SD": 1, "M": 5}, governing=("S", "V"), **CARRIED),
            "acklamation",
            "6 platser mot 5; SD:s enda plats avgjorde.",
        ),
        (
            board(seats={"S": 3, "V": 2, "SD": 2, "M": 4}, governing=("S", "V"), **CARRIED),
            "votering",
            "7 platser mot 4; SD:s 2 platser avgjorde.",
        ),
        # nobody is known to govern: say only what would have turned the outcome
        (
            board(seats={"S": 3, "V": 2, "SD": 1, "M": 5}, **CARRIED),
            "acklamation",
            "6 platser mot 5; hade V, S eller SD bytt sida hade utgången blivit en annan.",
        ),
        (
            board(seats={"S": 3, "V": 3, "SD": 3, "M": 1}, **CARRIED),
            "votering",
            "9 platser mot 1; inget enskilt parti avgjorde.",
        ),
        (
            board(seats={"S": 3, "M": 3}, S="for", M="against"),
            "utslagsröst",
            "3 platser mot 3; ordförandens utslagsröst avgjorde.",
        ),
        (
            board(seats={"S": 2, "M": 4}, S="for", M="against"),
            "minoritet",
            "2 platser mot 4; en minoritet har rätt att få ärendet uppskjutet.",
        ),
        # C served, and nothing of what C thought is recorded
        (
            board(seats={"S": 3, "M": 2, "C": 2}, S="for", M="against"),
            "acklamation",
            "3 platser mot 2; ytterligare 2 platser utan antecknad ställning.",
        ),
        (
            board(seats={"S": 3, "M": 2, "C": 1}, S="for", M="against"),
            "acklamation",
            "3 platser mot 2; ytterligare 1 plats utan antecknad ställning.",
        ),
        # nobody against, or no seats known: nothing to say
        (board(seats={"S": 3}, S="for"), "enhälligt", ""),
        (board(seats={}, S="for", M="against"), "acklamation", ""),
    ],
)
def test_verdict(table: pd.DataFrame, decided_by: str, sentence: str) -> None:
    assert verdict(table, decided_by) == sentence


def step(stage: str, date: str | None, body: str) -> dict[str, object]:
    """A step of a matter's way, told by one document."""
    told = {"case_id": f"d:{stage}{date}", "document_id": "d", "document_kind": "utlåtande"}
    empty = ("number", "outcome", "decided_by", "opinion", "parties_for", "parties_against")
    return {
        **{"stage": stage, "date": date, "body": body, "response": "svar", **told},
        **{"place_start": 0, "place_end": 1, **dict.fromkeys(empty)},
    }


@pytest.mark.parametrize(
    ("answered", "steps"),
    [
        # the body's own round says more than that its answer was sent
        (("2024-04-23", "Hamnnämnden"), 2),
        (("2024-04-22", "Hamnnämnden"), 3),
        (("2024-04-23", "Sjöbolaget"), 3),
        ((None, "Hamnnämnden"), 3),
    ],
)
def test_an_answer_and_the_round_it_came_of_are_one_step(
    answered: tuple[str | None, str], steps: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(timeline, "show", shown.append)
    way = [
        step("referral", *answered),
        step("retold", "2024-04-23", "Hamnnämnden"),
        step("decision", "2024-05-29", "Kommunstyrelsen"),
    ]

    timeline.timeline(pd.DataFrame(way), "d:none")

    assert "".join(shown).count("<li") == steps


def test_what_those_asked_thought(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(timeline, "show", shown.append)
    answer = step("referral", "2024-04-22", "Hamnnämnden") | {"opinion": "negativ"}
    decided = step("decision", "2024-05-29", "Kommunstyrelsen")

    timeline.timeline(pd.DataFrame([answer, decided]), "d:none")

    assert "avstyrkte" in "".join(shown)
