"""Decisions, stances and alternatives, worked out from a few rows."""

from pathlib import Path
from typing import Any

import pytest

from pipeline.models import Mandate
from pipeline.storage import building
from tests.builders import (
    case,
    document,
    extraction,
    proposal,
    referral,
    statement,
)
from tests.storage.councils import held, stands
from tests.stores import add, rows


@pytest.mark.parametrize(
    ("decided_by", "stance", "expected"),
    [
        ("enhälligt", "for", (False, False)),
        ("enhälligt", "against", (True, True)),
        ("enhälligt", "split", (True, True)),
        ("acklamation", "for", (False, True)),
        ("votering", "silent", (False, True)),
        ("utslagsröst", "for", (False, True)),
        ("lottning", "for", (False, True)),
        ("minoritet", "for", (False, True)),
        # a party that abstains or only remarks does not dissent
        ("enhälligt", "abstained", (False, False)),
        ("enhälligt", "remark", (False, False)),
        (None, "for", (False, False)),
    ],
)
def test_a_decision_is_contested_by_dissent_or_by_another_proposal(
    tmp_path: Path, decided_by: str | None, stance: str, expected: tuple[bool, bool]
) -> None:
    read = extraction(cases=[case(decided_by=decided_by)], positions=[stands("M", stance)])

    assert held(tmp_path, "SELECT dissent, contested FROM decisions", read) == [expected]


@pytest.mark.parametrize(
    ("body", "rank"),
    [
        ("Kommunfullmäktige", 3),
        ("Kommunstyrelsen", 2),
        ("Stadsberedningen", 1),
        ("Hamnnämnden", 0),
        (None, 0),
    ],
)
def test_rank_of_a_body(tmp_path: Path, body: str | None, rank: int) -> None:
    read = extraction(document(body=body), cases=[case(body=body)])

    assert held(tmp_path, "SELECT body, rank FROM decisions", read) == [(body or "", rank)]


def test_a_case_that_retells_earlier_rounds_is_a_decision_in_each_body(tmp_path: Path) -> None:
    read = extraction(
        document(body="Kommunstyrelsen"),
        cases=[case(body="Kommunstyrelsen", decided_by="votering")],
        positions=[
            stands("M", "against", body="Hamnnämnden", date="2021-02-02"),
            stands("S", "for", body="Kommunstyrelsen"),
        ],
    )
    query = "SELECT body, own, date, outcome, decided_by, contested, parties FROM decisions"

    assert held(tmp_path, query, read) == [
        ("Hamnnämnden", False, "2021-02-02", None, None, True, ["M"]),
        ("Kommunstyrelsen", True, "2021-03-04", "bifall", "votering", True, ["S"]),
    ]


@pytest.mark.parametrize(
    ("answered", "date"),
    [
        ((), None),
        (("2021-02-02",), "2021-02-02"),
        (("2021-02-02", "2021-02-09"), None),
        ((None,), None),
    ],
)
def test_a_round_retold_without_its_day_has_that_of_the_answer_or_none(
    tmp_path: Path, answered: tuple[str | None, ...], date: str | None
) -> None:
    read = extraction(
        document(body="Kommunstyrelsen"),
        cases=[case(body="Kommunstyrelsen")],
        positions=[stands("M", "remark", body="Hamnnämnden", date=None)],
        referrals=[
            referral(instance="Hamnnämnden", date=day, response="svar") for day in answered
        ],
    )
    query = "SELECT body, date FROM decisions ORDER BY body"

    assert held(tmp_path, query, read) == [
        ("Hamnnämnden", date),
        ("Kommunstyrelsen", "2021-03-04"),
    ]


@pytest.mark.parametrize(
    ("item_type", "counted"),
    [("förslag", 1), ("motion", 1), ("val", 0), ("formalia", 0), ("interpellation", 0)],
)
def test_elections_questions_and_formalities_are_no_decisions(
    tmp_path: Path, item_type: str, counted: int
) -> None:
    read = extraction(cases=[case(item_type=item_type)], positions=[stands("M", "for")])

    assert len(held(tmp_path, "FROM decisions", read)) == counted


def test_a_case_without_decision_and_without_positions_is_no_decision(tmp_path: Path) -> None:
    read = extraction(cases=[case(outcome=None, decided_by=None)])

    assert held(tmp_path, "FROM decisions", read) == []


def test_parties_are_listed_by_where_they_stood(tmp_path: Path) -> None:
    stances = {"V": "for", "S": "for", "M": "against", "C": "remark", "L": "silent"}
    read = extraction(
        cases=[case()], positions=[stands(party, stance) for party, stance in stances.items()]
    )
    query = "SELECT parties_for, parties_against, parties_other, list_sort(parties)"

    assert held(tmp_path, f"{query} FROM decisions", read) == [
        (["S", "V"], ["M"], ["C"], ["C", "M", "S", "V"])
    ]


MANDATES = (
    Mandate("Tallvik", "2018-10", "2022-10-17", ("M", "C"), ("SD",), "protokoll"),
    Mandate("Tallvik", "2022-10-17", None, ("S", "V"), (), "protokoll"),
)


@pytest.mark.parametrize(
    ("municipality", "date", "governing", "of_m"),
    [
        ("Tallvik", "2018-09-30", None, None),
        # known to the month only: in that month it is not known who governed
        ("Tallvik", "2018-10-01", None, None),
        ("Tallvik", "2018-10-31", None, None),
        ("Tallvik", "2018-11-01", ["M", "C"], True),
        ("Tallvik", "2022-10-16", ["M", "C"], True),
        ("Tallvik", "2022-10-17", ["S", "V"], False),
        ("Tallvik", None, None, None),
        ("Granby", "2019-01-01", None, None),
    ],
)
def test_who_governed_on_the_day_of_a_decision(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    municipality: str,
    date: str | None,
    governing: list[str] | None,
    of_m: bool | None,
) -> None:
    monkeypatch.setattr(building, "mandates", lambda: MANDATES)
    read = extraction(
        document(municipality=municipality, date=date),
        cases=[case(date=date)],
        positions=[stands("M", "for", date=date)],
    )
    store = add(tmp_path, read)

    assert rows(store, "SELECT governing FROM decisions") == [(governing,)]
    assert rows(store, "SELECT governing FROM stances") == [(of_m,)]


def test_decisions_are_numbered_by_date_and_matters_are_shared(tmp_path: Path) -> None:
    later = document(document_id="d2", source="b.md", date="2021-04-01")
    read = [
        extraction(later, cases=[case(date="2021-04-01")]),
        extraction(
            cases=[
                case(),
                case(case_id="d1:2", number="2", reference=None, title="Ny simhall"),
            ]
        ),
    ]
    query = "SELECT decision, case_id, dense_rank() OVER (ORDER BY matter) FROM decisions"

    numbered = held(tmp_path, f"{query} ORDER BY decision", *read)

    assert [row[:2] for row in numbered] == [(0, "d1:1"), (1, "d1:2"), (2, "d2:1")]
    assert numbered[0][2] == numbered[2][2] != numbered[1][2]


# stances


def test_a_stance_belongs_to_the_decision_of_its_body(tmp_path: Path) -> None:
    read = extraction(
        cases=[case()],
        positions=[
            stands("M", "against"),
            stands("L", "absent"),
            stands("M", "for", position_id="d1:1:M2", body="Kommunstyrelsen"),
        ],
    )
    query = (
        "SELECT e.body, s.party::TEXT, s.stance::TEXT, s.basis::TEXT"
        " FROM stances s JOIN decisions e USING (decision) ORDER BY ALL"
    )

    assert held(tmp_path, query, read) == [
        ("Hamnnämnden", "L", "absent", "reservation"),
        ("Hamnnämnden", "M", "against", "reservation"),
        ("Kommunstyrelsen", "M", "for", "reservation"),
    ]


# alternatives


@pytest.mark.parametrize(
    ("statements", "proposals", "expected"),
    [
        # its reservation, and what that one is word for word the same as
        ([statement(same_as="d1:1:s9")], [], ["d1:1:s1", "d1:1:s9"]),
        ([statement(endorses=("d1:1:s8",))], [], ["d1:1:s1", "d1:1:s8"]),
        # a proposal that lost, or of which nothing is said
        ([], [proposal(parties=("M",), adopted=False)], ["d1:1:p1"]),
        ([], [proposal(parties=("M",), adopted=None)], ["d1:1:p1"]),
        ([], [proposal(parties=("M",), adopted=True)], []),
        ([], [proposal(parties=("S",), adopted=False)], []),
        # a comment is no alternative, and another body's statement not of this decision
        ([statement(act="särskilt uttalande")], [], []),
        ([statement(body="Kommunstyrelsen")], [], []),
    ],
)
def test_alternatives_of_a_party_that_dissented(
    tmp_path: Path, statements: list[Any], proposals: list[Any], expected: list[str]
) -> None:
    read = extraction(
        cases=[case()],
        statements=statements,
        proposals=proposals,
        positions=[stands("M", "against"), stands("S", "for")],
    )
    query = "SELECT party::TEXT, id FROM alternatives ORDER BY ALL"

    assert held(tmp_path, query, read) == [("M", one) for one in expected]


def moved(number: int, body: str) -> tuple[Any, Any]:
    """A losing proposal by M and the act of moving it in a body."""
    place = {"start": 10 * number, "end": 10 * number + 9, "parties": ("M",)}
    act = statement(statement_id=f"d1:1:s{number}", act="yrkande", body=body, **place)
    return proposal(proposal_id=f"d1:1:p{number}", adopted=False, **place), act


def test_a_proposal_is_an_alternative_in_the_body_where_it_was_moved(tmp_path: Path) -> None:
    proposals, acts = zip(moved(1, "Hamnnämnden"), moved(2, "Kommunstyrelsen"), strict=True)
    against = [
        stands("M", "against", position_id=body, body=body)
        for body in ("Hamnnämnden", "Kommunstyrelsen")
    ]
    read = extraction(
        cases=[case(body="Kommunstyrelsen")],
        statements=acts,
        proposals=proposals,
        positions=against,
    )
    query = (
        "SELECT e.body::TEXT, a.id FROM alternatives a JOIN decisions e USING (decision)"
        " WHERE contains(a.id, ':p') ORDER BY ALL"
    )

    assert held(tmp_path, query, read) == [
        ("Hamnnämnden", "d1:1:p1"),
        ("Kommunstyrelsen", "d1:1:p2"),
    ]


def test_two_parties_behind_one_reservation_share_its_number(tmp_path: Path) -> None:
    joint = statement(parties=("M", "L"), joint=True)
    own = statement(statement_id="d1:1:s2", parties=("V",))
    read = extraction(
        cases=[case()],
        statements=[joint, own],
        positions=[stands(party, "against") for party in ("M", "L", "V")],
    )

    found = dict(held(tmp_path, "SELECT party::TEXT, alternative FROM alternatives", read))

    assert found["M"] == found["L"] != found["V"]
