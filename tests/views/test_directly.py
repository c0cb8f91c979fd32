"""A search for a paragraph, a diary number, a day or a person leads straight there."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.stores import add
from tests.views.stores import divided_meeting
from tests.views.test_agenda import addresses
from tests.views.test_pages import HOSTILE, html, show
from views.language import texts

SV = texts("sv")


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STANDPUNKT_STORE", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    ("words", "page", "parameters"),
    [
        ("§ 1", "case", {"case": ["d1:1"]}),
        ("dnr HN d1", None, {}),
        ("4 mars 2021", "meetings", {"meeting": ["2021-03-04|Hamnnämnden|Tallvik"]}),
        ("Ingen Alls", None, {}),
    ],
)
def test_the_way_to_what_is_named(
    words: str, page: str | None, parameters: dict[str, list[str]], store: Path
) -> None:
    add(store, divided_meeting())

    shown = html(show("search", q=words))

    if page is None:
        assert SV["search.directly"] not in shown
    else:
        block = shown.split(SV["search.directly"])[1].split("</section>")[0]
        assert addresses(block, page) == [parameters]
        assert SV["search.none"] not in shown


def test_what_is_not_there_is_still_said(store: Path) -> None:
    add(store, divided_meeting())

    shown = html(show("search", q="§ 999"))

    assert SV["search.directly"] not in shown
    assert SV["search.none"] in shown


def test_what_is_named_is_escaped(store: Path) -> None:
    meeting = divided_meeting()
    cases = tuple(replace(one, title=HOSTILE, reference=HOSTILE) for one in meeting.cases)
    add(store, replace(meeting, cases=cases))

    shown = html(show("search", q="§ 1"))

    assert "&lt;img" in shown.split(SV["search.directly"])[1].split("</section>")[0]
    assert "<img" not in shown
