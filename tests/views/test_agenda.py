"""A meeting: what parted the parties, what was decided besides, and the text to paste."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pytest

from tests.stores import add
from tests.views.stores import divided_meeting, many_meetings
from tests.views.test_pages import HOSTILE, html, show
from views.brief import paragraph, result
from views.language import texts
from views.links import ADDRESSES

SV = texts("sv")


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STANDPUNKT_STORE", str(tmp_path))
    return tmp_path


def addresses(shown: str, page: str) -> list[dict[str, list[str]]]:
    """The parameters of all links to a page."""
    found = [part.split('"')[0] for part in shown.split('href="')[1:]]
    return [
        parse_qs(urlparse(one.replace("&amp;", "&")).query)
        for one in found
        if one.startswith(ADDRESSES[page] + "?")
    ]


def test_the_overview_leads_to_the_meeting_and_leaves_the_filters_alone(store: Path) -> None:
    add(store, divided_meeting())

    ways = addresses(html(show("overview")), "meetings")

    assert {way["meeting"][0] for way in ways} == {"2021-03-04|Hamnnämnden|Tallvik"}
    assert all(way.keys() == {"meeting"} for way in ways)


def test_every_meeting_is_listed_and_leads_to_its_decisions(store: Path) -> None:
    many_meetings(store)

    shown = html(show("meetings"))
    ways = addresses(shown, "meetings")

    assert len(ways) == 12
    assert ways[0]["meeting"] == ["2022-06-04|Hamnnämnden|Tallvik"]


def test_the_list_keeps_to_the_filters(store: Path) -> None:
    many_meetings(store)

    assert len(addresses(html(show("meetings", body="Hamnnämnden")), "meetings")) == 6


def test_a_meeting_tells_who_stood_where_in_what_words(store: Path) -> None:
    add(store, divided_meeting())

    app = show("meetings", meeting="2021-03-04|Hamnnämnden|Tallvik")
    shown = html(app)

    assert "Hamnnämnden 4 mars 2021" in shown
    assert "4 platser mot 3" in shown
    assert addresses(shown, "case")[0]["case"] == ["d1:1"]
    assert SV["meetings.words"] in shown
    assert "start" in addresses(shown, "sources")[-1]


def test_what_can_be_pasted_names_sides_source_and_address(store: Path) -> None:
    add(store, divided_meeting())

    [code] = [
        one.value
        for one in show("meetings", meeting="2021-03-04|Hamnnämnden|Tallvik").code
        if "Hamnnämnden 4 mars 2021" in one.value
    ]
    lines = code.splitlines()

    assert lines[0] == "Hamnnämnden 4 mars 2021"
    assert "För beslutet: V, S. Emot: L, M." in lines
    assert lines[-1].startswith("Källa: Tallvik, Hamnnämnden, ")
    assert "arende?case=d1%3A1" in lines[-1]


def test_all_matters_of_a_meeting_go_into_the_basket_at_once(store: Path) -> None:
    add(store, divided_meeting())

    app = show("meetings", meeting="2021-03-04|Hamnnämnden|Tallvik")
    app.button(key="basket cases").click().run()

    assert app.query_params["basket"] == "d1:1"
    assert app.button(key="basket cases").disabled


@pytest.mark.parametrize("asked", ["finns-inte", "2021-03-04|Ingen nämnd|Tallvik", "||"])
def test_an_unknown_meeting_explains_itself(asked: str, store: Path) -> None:
    add(store, divided_meeting())

    app = show("meetings", meeting=asked)

    assert not app.exception
    assert SV["meetings.unknown"] in html(app)


def test_a_meeting_is_escaped(store: Path) -> None:
    meeting = divided_meeting(body=HOSTILE, source=HOSTILE)
    cases = tuple(
        replace(one, title=HOSTILE, body=HOSTILE, decision=(HOSTILE,)) for one in meeting.cases
    )
    positions = tuple(replace(one, body=HOSTILE, quote=HOSTILE) for one in meeting.positions)
    add(store, replace(meeting, cases=cases, positions=positions))

    shown = html(show("meetings", meeting=f"2021-03-04|{HOSTILE}|Tallvik"))

    assert "<img" not in shown
    assert "&lt;img" in shown


@pytest.mark.parametrize(
    ("number", "told"), [("39", "§ 39"), ("KS 2024/12", ""), (None, ""), ("", "")]
)
def test_only_a_number_is_a_paragraph(number: str | None, told: str) -> None:
    assert paragraph({"number": number}) == told


@pytest.mark.parametrize(
    ("yes", "no", "abstain", "told"),
    [
        (11, 10, None, "11 ja, 10 nej"),
        (6, 3, 12, "6 ja, 3 nej, 12 avstod"),
        (5, 4, 0, "5 ja, 4 nej"),
        (None, None, None, ""),
        (float("nan"), float("nan"), 2, "2 avstod"),
    ],
)
def test_a_result_tells_what_is_printed(
    yes: object, no: object, abstain: object, told: str
) -> None:
    assert result({"yes": yes, "no": no, "abstain": abstain}) == told


def test_a_meeting_in_the_list_names_what_parted_the_parties(store: Path) -> None:
    add(store, divided_meeting())

    assert "Ny brygga i gästhamnen" in html(show("meetings"))


def test_a_case_leads_to_its_meeting(store: Path) -> None:
    add(store, divided_meeting())

    [way] = addresses(html(show("case", case="d1:1")), "meetings")

    assert way["meeting"] == ["2021-03-04|Hamnnämnden|Tallvik"]
