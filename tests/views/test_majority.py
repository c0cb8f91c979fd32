"""The page on majority and opposition: every part, known and unknown governing, permalinks."""

from pathlib import Path

import pytest

from tests.stores import add
from tests.views.stores import divided_meeting, many_meetings
from tests.views.test_pages import HOSTILE, _hostile, html, show, store
from views.language import LANGUAGES, texts
from views.opposition import PARTS

__all__ = ["store"]

GOVERNED = "Stockholm"
"""By the reference data S, V and MP govern from October 2022; the meetings are invented."""


def governed_meetings(store: Path, count: int = 12) -> None:
    """Meetings where the governing S and V carry decisions against M and L."""
    meetings = [
        divided_meeting(
            f"d{number}",
            municipality=GOVERNED,
            date=f"2023-{number + 1:02d}-04",
            body="Kommunfullmäktige",
        )
        for number in range(count)
    ]
    add(store, *meetings)


def test_a_party_that_governs_is_told_so_in_the_present(store: Path) -> None:
    governed_meetings(store)

    assert "styr sedan" in html(show("parties", which="S"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", PARTS)
def test_every_part_runs_where_it_is_known_who_governed(
    view: str, language: str, store: Path
) -> None:
    governed_meetings(store)

    app = show("majority", view=view, lang=language)

    assert not app.exception
    assert texts(language)["governing.none"] not in html(app)
    assert len(app.get("plotly_chart")) == (view == "gap")


@pytest.mark.parametrize("known", [True, False])
def test_who_tipped_and_felled_is_told_where_it_is_known_who_governed(
    known: bool, store: Path
) -> None:
    (governed_meetings if known else many_meetings)(store)

    power = html(show("majority", view="power"))

    assert (texts("sv")["power.felled"] in power) == known


def test_parties_in_and_outside_power_have_no_column_of_one_topic(store: Path) -> None:
    governed_meetings(store)

    headings = html(show("majority", view="tenure")).partition("</thead>")[0]

    assert texts("sv")["tenure.topic"] not in headings


@pytest.mark.parametrize("view", PARTS)
def test_where_it_is_not_known_who_governed_the_page_says_how_to_enter_it(
    view: str, store: Path
) -> None:
    many_meetings(store)

    app = show("majority", view=view)

    assert not app.exception
    told = any("correct propose mandates Tallvik --add" in code.value for code in app.code)
    assert told == (view != "lines")


def test_the_figures_of_a_united_majority(store: Path) -> None:
    governed_meetings(store)

    gap = html(show("majority", view="gap"))
    crossings = html(show("majority", view="crossings"))
    power = html(show("majority", view="power"))

    assert "(100)" in gap
    assert texts("sv")["crossings.nobody"] in crossings
    assert "12 av 12 ärenden med kända platser avgjordes med högst en plats." in power
    assert "4 platser mot 3<" in power, "those who could have turned it stand beside"
    assert "0 av 12 ärenden" in power


@pytest.mark.parametrize("view", ["power", "tenure"])
def test_behind_the_figures_each_decision_stands_once_with_all_its_parties(
    view: str, store: Path
) -> None:
    governed_meetings(store)

    behind = html(show("majority", view=view)).rpartition("<tbody>")[2]

    assert behind.count("<tr>") == 12
    assert behind.count('class="sp-party"') == 12 * 4


def test_below_ten_matters_no_share_is_shown(store: Path) -> None:
    governed_meetings(store, count=9)

    for view in ("gap", "crossings", "tenure"):
        assert texts("sv")["pairs.few"] in html(show("majority", view=view))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("d3:1|Kommunfullmäktige", "4 apr 2023"),
        ("finns-inte|Nämnden", texts("sv")["wordings.unknown"]),
    ],
)
def test_a_permalink_opens_its_decision_or_explains_itself(
    asked: str, said: str, store: Path
) -> None:
    governed_meetings(store)

    app = show("majority", decision=asked)

    assert not app.exception
    assert said in html(app)


def test_a_permalink_holds_outside_the_filters(store: Path) -> None:
    governed_meetings(store)

    app = show("majority", decision="d3:1|Kommunfullmäktige", words="finns inte")

    assert not app.exception
    assert "4 apr 2023" in html(app)


@pytest.mark.parametrize("view", PARTS)
def test_nothing_from_a_document_is_markup_in_any_part(view: str, store: Path) -> None:
    add(store, _hostile())

    app = show("majority", view=view)

    assert not app.exception
    assert "<img" not in html(app)
    assert HOSTILE not in html(app)
