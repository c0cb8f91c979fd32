"""Tables: what heads a row, and what a cell says of itself on a narrow screen."""

from pathlib import Path

import pytest

from views.documents import name_of
from views.markup import STACKED, table

HEADINGS = ["Namn", '<b title="x">Ja</b>', "A &amp; B"]


def test_a_stacked_table_says_in_each_cell_what_it_is() -> None:
    html = table(HEADINGS, [["Ada", "3", "4"]], caption="Röster", kind=f"sp-x {STACKED}")

    assert '<th scope="row">Ada</th>' in html
    assert '<td data-label="Ja">3</td><td data-label="A &amp; B">4</td>' in html


def test_other_tables_are_plain() -> None:
    html = table(HEADINGS, [["Ada", "3", "4"]], caption="Röster", kind="sp-x")

    assert "<td>3</td><td>4</td>" in html


def test_a_row_that_does_not_fit_its_headings_is_refused() -> None:
    with pytest.raises(ValueError):
        table(HEADINGS, [["Ada", "3"]], caption="Röster", kind=STACKED)


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("Protokoll för nämnden", "Hamnnämnden", "Protokoll för nämnden"),
        ("§ 474 Ärendenummer HN-2021", "Hamnnämnden", "Hamnnämnden, 4 mars 2021"),
        ("2021-03-04", "Hamnnämnden", "Hamnnämnden, 4 mars 2021"),
        ("2021-03-04", None, "2021-03-04"),
        (None, None, "protokoll.txt"),
    ],
)
def test_a_document_is_called_by_its_title_or_body_and_day(
    title: str | None, body: str | None, expected: str
) -> None:
    source = str(Path("mapp", "protokoll.txt"))

    assert name_of(title, source, body, "2021-03-04") == expected
