"""Which meetings are known and how, and which paragraphs no document has."""

from pathlib import Path
from typing import Any

import pytest

from pipeline.models import Extraction, Meeting, Referral
from pipeline.storage import meetings, publishing
from tests.builders import case, document, extraction, position, statement
from tests.stores import add, rows

OWN, OTHER = ("Hamnnämnden", "2021-03-04"), ("Fiskenämnden", "2021-02-11")
KNOWN = (
    "SELECT body, date, sources, document_ids, mentioned_in, cases, findings, read"
    " FROM meetings WHERE body = 'Fiskenämnden'"
)


def test_minutes_are_a_meeting_that_was_read(tmp_path: Path) -> None:
    made = document(body=OTHER[0], date=OTHER[1], findings=("§ 1: något",))
    add(tmp_path, extraction(made, cases=[case(), case(case_id="d1:2")]))
    assert rows(tmp_path, KNOWN) == [(*OTHER, ["protokoll"], ["d1"], [], 2, 1, True)]


def test_minutes_without_matters_were_not_read(tmp_path: Path) -> None:
    add(tmp_path, extraction(document(body=OTHER[0], date=OTHER[1])))
    assert rows(tmp_path, KNOWN) == [(*OTHER, ["protokoll"], ["d1"], [], 0, 0, False)]


def test_an_extract_is_not_the_minutes(tmp_path: Path) -> None:
    made = document(body=OTHER[0], date=OTHER[1], kind="protokollsutdrag")
    add(tmp_path, extraction(made, cases=[case()]))
    assert rows(tmp_path, KNOWN) == [(*OTHER, ["utdrag"], ["d1"], [], 1, 0, False)]


def _referral(**fields: Any) -> Referral:
    defaults: dict[str, Any] = {
        "document_id": "d1",
        "case_id": "d1:1",
        "instance": OTHER[0],
        "date": OTHER[1],
        "response": "svar",
        "stance": None,
    }
    return Referral(**{**defaults, **fields})


ELSEWHERE: dict[str, Any] = {"body": OTHER[0], "date": OTHER[1]}


@pytest.mark.parametrize(
    ("told", "known"),
    [
        ({"positions": [position(**ELSEWHERE)]}, True),
        ({"statements": [statement(**ELSEWHERE)]}, True),
        ({"cases": [case(**ELSEWHERE)]}, True),
        ({"referrals": [_referral()]}, True),
        # worked out, not told
        ({"positions": [position(stance="silent", **ELSEWHERE)]}, False),
        # a paper is written on a day when nobody meets
        ({"statements": [statement(act="motion", **ELSEWHERE)]}, False),
        # not decided
        ({"cases": [case(outcome=None, **ELSEWHERE)]}, False),
        # asked and not heard from; a company; an authority
        ({"referrals": [_referral(response="inte svarat")]}, False),
        ({"referrals": [_referral(instance="Fiskenämndens Hus AB")]}, False),
        ({"referrals": [_referral(instance="Länsstyrelsen")]}, False),
        # later than the paper that tells of it, without a day, without a body
        ({"statements": [statement(body=OTHER[0], date="2021-06-01")]}, False),
        ({"statements": [statement(body=OTHER[0], date="2021-02")]}, False),
        ({"statements": [statement(body=OTHER[0], date=None)]}, False),
        ({"statements": [statement(body=None, date=OTHER[1])]}, False),
    ],
)
def test_another_document_tells_of_a_meeting(
    tmp_path: Path, told: dict[str, Any], known: bool
) -> None:
    add(tmp_path, extraction(document(kind="utlåtande"), **told))
    told_of = [(*OTHER, ["omnämnt"], [], ["d1"], 0, 0, False)]
    assert rows(tmp_path, KNOWN) == (told_of if known else [])


def test_what_is_printed_for_a_meeting_does_not_show_that_it_was_held(tmp_path: Path) -> None:
    add(tmp_path, extraction(document(kind="utlåtande"), cases=[case()]))
    assert rows(tmp_path, "FROM meetings") == []


def test_one_meeting_known_in_several_ways(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = (Meeting("Tallvik", *OTHER, ("lista",)), Meeting("Tallvik", *OWN, ("lista",)))
    for room in (meetings, publishing):
        monkeypatch.setattr(room, "meetings", lambda: listed)
    add(
        tmp_path,
        extraction(document(kind="utlåtande"), positions=[position(**ELSEWHERE)]),
        extraction(
            document(document_id="d2", source="b.md", body=OTHER[0], date=OTHER[1]),
            cases=[case(case_id="d2:1", **ELSEWHERE)],
        ),
    )
    assert rows(tmp_path, "SELECT body, sources, read FROM meetings") == [
        ("Fiskenämnden", ["protokoll", "omnämnt", "lista"], True),
        ("Hamnnämnden", ["lista"], False),
    ]


def _minutes(name: str, date: str, numbers: range, **fields: Any) -> Extraction:
    cases = [case(case_id=f"{name}:{n}", number=str(n), date=date) for n in numbers]
    made = document(document_id=name, source=name, date=date, **fields)
    return extraction(made, cases=cases)


def test_missing_paragraphs_between_minutes(tmp_path: Path) -> None:
    add(
        tmp_path,
        _minutes("a", "2021-02-04", range(11, 21)),
        _minutes("b", "2021-03-04", range(21, 41)),
        _minutes("c", "2021-05-06", range(58, 63), text="Paragrafer: §§ 56-62"),
    )
    assert rows(tmp_path, "FROM gaps") == [
        ("Tallvik", "Hamnnämnden", "2021-03-04", "2021-05-06", 41, 55)
    ]


def test_no_gaps_are_told_where_the_municipality_is_not_known(tmp_path: Path) -> None:
    add(
        tmp_path,
        _minutes("a", "2021-02-04", range(11, 21), municipality=None),
        _minutes("b", "2021-03-04", range(21, 41), municipality=None),
        _minutes("c", "2021-05-06", range(58, 63), municipality=None),
    )
    assert rows(tmp_path, "SELECT meetings, gaps FROM meta") == [(3, 0)]


def test_matters_of_an_earlier_round_do_not_count_among_the_numbers(tmp_path: Path) -> None:
    made = _minutes("c", "2021-05-06", range(58, 63))
    appended = case(case_id="c:b", number="45", body="Fiskenämnden", date="2021-04-01")
    add(
        tmp_path,
        _minutes("a", "2021-02-04", range(11, 21)),
        _minutes("b", "2021-03-04", range(21, 41)),
        extraction(made.document, cases=[*made.cases, appended]),
    )
    assert rows(tmp_path, "SELECT first_missing, last_missing FROM gaps") == [(41, 57)]
