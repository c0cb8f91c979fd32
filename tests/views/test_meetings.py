"""Leads and coverage on the first page, in one number and in several."""

import pandas as pd
import pytest

from views import meetings
from views.language import plural


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The HTML that was drawn."""
    shown: list[str] = []
    monkeypatch.setattr(meetings, "show", shown.append)
    return shown


def lead(case: str, sentence: str, *decisions: int) -> dict[str, object]:
    told = {"title": f"Ärende {case}", "number": "1", "decisions": list(decisions)}
    return {"case_id": case, "sentence": sentence, **told}


DECISIONS = pd.DataFrame(
    [
        {"decision": number, "case_id": case, "title": f"Ärende {case}", "number": "1"}
        | {"date": "2024-05-06", "body": "Hamnnämnden"}
        for number, case in enumerate("abc")
    ]
)


def test_a_case_stands_once_with_its_other_leads_folded(drawn: list[str]) -> None:
    rows = [lead("a", "Först"), lead("b", "Sedan"), lead("a", "Dessutom"), lead("a", "Också")]

    meetings.leads(pd.DataFrame(rows), DECISIONS)

    first, second = drawn[0].split("<li><h3>")[1:]
    places = [first.index(told) for told in ("Först", "<details>", "Dessutom", "Också")]
    assert places == sorted(places)
    assert plural("overview.more_leads", 2) in first
    assert "Sedan" in second
    assert "<details>" not in second


@pytest.mark.parametrize(
    ("decisions", "counted"), [((0,), None), ((0, 1), 1), ((0, 1, 2), 2), ((0, 7), None)]
)
def test_only_other_cases_stand_behind_a_lead(
    decisions: tuple[int, ...], counted: int | None, drawn: list[str]
) -> None:
    meetings.leads(pd.DataFrame([lead("a", "Först", *decisions)]), DECISIONS)

    if counted is None:
        assert "<details>" not in drawn[0]
    else:
        assert plural("overview.behind", counted) in drawn[0]
        assert drawn[0].count("6 maj 2024") == counted


@pytest.mark.parametrize(
    ("first", "last", "span"),
    [
        ("2024-05-06", "2024-05-06", "6 maj 2024"),
        ("2024-05-06", "2024-06-07", "6 maj 2024 – 7 jun 2024"),
        (None, None, None),
    ],
)
def test_a_single_day_is_no_span(
    first: str | None, last: str | None, span: str | None, drawn: list[str]
) -> None:
    coverage = {"documents": [1], "body": ["Hamnnämnden"], "first": [first], "last": [last]}

    meetings.coverage_line(pd.DataFrame(coverage, dtype=object), 0)

    if span is None:
        assert "maj" not in drawn[0]
    else:
        assert f" · {span} · " in drawn[0]


@pytest.mark.parametrize(
    ("key", "one", "many"),
    [
        ("count.documents", "1 dokument", "2 dokument"),
        ("count.decisions", "1 beslut", "2 beslut"),
        ("count.people", "1 person", "2 personer"),
        ("count.sayings", "1 uttalande", "2 uttalanden"),
    ],
)
def test_one_is_told_in_the_singular(key: str, one: str, many: str) -> None:
    assert (plural(key, 1), plural(key, 2)) == (one, many)
