"""The votes page: the list, one vote with its ballots, cohesion, and what is missing."""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from pipeline.models import Ballot, Extraction
from tests import builders
from tests.stores import add
from tests.views.stores import divided_meeting
from tests.views.test_pages import HOSTILE, html, show
from views.conflict import sentence
from views.language import LANGUAGES, texts
from views.votes import _every_year

CAST = {
    "S": ("ja", "ja", "ja", "nej"),
    "V": ("ja",),
    "M": ("nej", "nej", "nej"),
    "L": ("avstår",),
}


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STANDPUNKT_STORE", str(tmp_path))
    return tmp_path


def ballots(vote_id: str) -> list[Ballot]:
    return [
        builders.ballot(
            vote_id=vote_id, name=f"{party} Ledamot {number}", party=party, choice=choice
        )
        for party, choices in CAST.items()
        for number, choice in enumerate(choices)
    ]


def voted(document_id: str = "d1", *, named: bool = True, **fields: object) -> Extraction:
    """A divided meeting that voted: 4 yes, 4 no, one abstained, the chair decided."""
    meeting = divided_meeting(document_id)
    case_id, vote_id = meeting.cases[0].case_id, f"{document_id}:1:v1"
    figures = {"yes": 4, "no": 4, "abstain": 1, "absent": None, "decided_by": "utslagsröst"}
    vote = builders.vote(
        vote_id=vote_id, case_id=case_id, start=27, end=51, **(figures | fields)
    )
    cast = ballots(vote_id) if named else []
    return replace(meeting, votes=(vote,), ballots=tuple(cast))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", ["list", "time", "parties"])
def test_every_view_runs(view: str, language: str, store: Path) -> None:
    add(store, *(voted(f"d{number}") for number in range(3)))

    app = show("votes", view=view, lang=language)

    assert not app.exception
    assert texts(language)["votes.title"] in html(app)
    assert app.query_params.get("view") == (None if view == "list" else view) or (
        app.query_params["view"] == [view]
    )


@pytest.mark.parametrize("view", ["list", "time", "parties"])
def test_a_store_without_votes_says_so(view: str, store: Path) -> None:
    add(store, divided_meeting())

    app = show("votes", view=view)

    assert not app.exception
    if view != "time":
        assert texts("sv")["votes.none"] in html(app)


def test_votes_without_names_are_still_listed(store: Path) -> None:
    add(store, voted(named=False))

    shown = html(show("votes"))

    assert texts("sv")["votes.none_named"] in shown
    assert "4–4 (1 avstod)" in shown


def test_a_vote_says_what_yes_and_no_meant_and_who_decided(store: Path) -> None:
    add(store, voted())

    app = show("votes", vote="d1:1:v1")
    shown = html(app)

    assert "bifall till förslaget" in shown
    assert "avslag på förslaget" in shown
    assert "4 ja mot 4 nej, 1 avstod; ordförandens utslagsröst avgjorde, ja vann." in shown
    assert 'href="arende?case=d1%3A1"' in shown
    assert "kallor?document=d1&amp;start=27&amp;end=51" in shown
    (plot,) = app.get("plotly_chart")
    assert plot.proto.spec.count("S Ledamot") == 4


def test_who_left_the_line_is_named_and_a_party_of_one_has_no_cohesion(store: Path) -> None:
    add(store, voted())

    shown = html(show("votes", vote="d1:1:v1"))

    assert "S Ledamot 3 röstade nej; partiets linje var ja." in shown
    rows = shown.split("<tbody>")[1].split("</tbody>")[0].split("<tr>")
    [alone] = [row for row in rows if ">V<" in row]
    [united] = [row for row in rows if ">S<" in row]
    assert alone.count(">–</td>") == 2
    assert ">0,50</td>" in united


def test_parties_of_one_or_two_have_no_unity_and_no_empty_table(store: Path) -> None:
    cast = [
        ballot for ballot in ballots("d1:1:v1") if not ballot.name.startswith("S Ledamot 3")
    ]
    add(store, replace(voted(), ballots=tuple(cast[-2:])))

    shown = html(show("votes", view="parties"))

    assert "Ingen enighet att räkna på" in shown
    assert "0 / 0" not in shown


@pytest.mark.parametrize(("yes", "differs"), [(4, False), (6, True)])
def test_ballots_that_do_not_add_up_are_told(yes: int, differs: bool, store: Path) -> None:
    add(store, voted(yes=yes, decided_by="majoritet"))

    shown = html(show("votes", vote="d1:1:v1"))

    assert ("bland namnen kan 4 ja och 4 nej räknas" in shown) == differs


def test_an_unknown_vote_explains_itself(store: Path) -> None:
    add(store, voted())

    assert texts("sv")["votes.no_vote"] in html(show("votes", vote="finns-inte"))


def test_the_closest_vote_comes_first_when_asked_for(store: Path) -> None:
    wide = voted("d1", yes=8, no=0, decided_by="majoritet")
    narrow = voted("d2", yes=5, no=4, decided_by="majoritet")
    add(store, wide, replace(narrow, document=replace(narrow.document, date="2020-01-02")))

    shown = html(show("votes", order="closest"))

    assert shown.index("vote=d2") < shown.index("vote=d1")


@pytest.mark.parametrize("query", [{"vote": "d1:1:v1"}, {"view": "parties"}, {}])
def test_nothing_from_a_vote_is_markup(query: dict[str, str], store: Path) -> None:
    meeting = voted(yes_means=HOSTILE, no_means=HOSTILE)
    hostile = replace(
        meeting,
        document=replace(meeting.document, text=HOSTILE * 4, body=HOSTILE),
        cases=tuple(replace(case, title=HOSTILE, body=HOSTILE) for case in meeting.cases),
        ballots=tuple(replace(one, name=HOSTILE + one.name) for one in meeting.ballots),
    )
    add(store, hostile)

    app = show("votes", **query)

    assert not app.exception
    assert "<img" not in html(app)


@pytest.mark.parametrize("chart", ["seats", "votes", "conflict"])
def test_charts_stand_alone(chart: str, store: Path) -> None:
    add(store, *(voted(f"d{number}") for number in range(3)))

    app = show("chart", chart=chart, vote="d1:1:v1", embed="true")

    assert not app.exception
    assert texts("sv")["chart.unknown"] not in html(app)


def test_a_single_period_has_no_chart_over_time(store: Path) -> None:
    add(store, *(voted(f"d{number}") for number in range(3)))

    app = show("votes", view="time")

    assert not app.get("plotly_chart")
    assert texts("sv")["votes.column_median"] in html(app)


def test_a_year_without_votes_has_its_place() -> None:
    rows = pd.DataFrame({"period": ["2020-01-01", "2023-01-01"], "n": [4, 1], "close": [1, 1]})

    every = _every_year(rows)

    assert list(every["period"].str[:4]) == ["2020", "2021", "2022", "2023"]
    assert list(every["n"]) == [4, 0, 0, 1]


TEST = {
    "body": "Hamnnämnden",
    "date": "2022-10-17",
    "kind": "majority",
    "n_before": 40,
    "n_after": 50,
    "before": 0.2,
    "after": 0.5,
}


@pytest.mark.parametrize(
    ("p", "level", "told", "not_told"),
    [
        (0.004, "firm", "ovanlig av en slump (p < 0,01)", "Osäkert"),
        (0.3, "firm", "vanlig av en slump (p = 0,30)", "ovanlig"),
        (0.02, "uncertain", "Osäkert", "vanlig av en slump (p = 0,30)"),
        (float("nan"), "few", "för få ärenden", "20 %"),
    ],
)
def test_a_test_is_told_in_one_careful_sentence(
    p: float, level: str, told: str, not_told: str
) -> None:
    said = sentence({**TEST, "p": p, "level": level}, "dissent")

    assert told in said
    assert not_told not in said
    assert "17 oktober 2022" in said


def test_votes_on_amendments_alone_are_not_said_to_lack_names(store: Path) -> None:
    add(store, voted(kind="tilläggsyrkande"))

    shown = html(show("votes", view="parties"))

    assert texts("sv")["votes.none_main"] in shown
    assert texts("sv")["votes.none_named"] not in shown
