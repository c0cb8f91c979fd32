"""When and where a row's meeting was held: also in which municipality, where all are shown."""

from pathlib import Path

import pytest

from tests.stores import add
from tests.views.stores import divided_meeting
from tests.views.test_pages import html, show


@pytest.fixture(autouse=True)
def _two_towns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STANDPUNKT_STORE", str(tmp_path))
    add(
        tmp_path,
        divided_meeting("d1"),
        divided_meeting("d2", municipality="Sjövik", date="2021-04-08"),
    )


@pytest.mark.parametrize(
    ("page", "asked"),
    [
        ("issues", {"part": "stances"}),
        ("majority", {}),
        ("parties", {"party": "M"}),
    ],
)
def test_the_municipality_is_told_where_all_are_shown(
    page: str, asked: dict[str, str]
) -> None:
    told = "Hamnnämnden · Sjövik"
    every, one = (html(show(page, municipality=place, **asked)) for place in ("all", "Sjövik"))

    assert told in every
    assert told not in one
