"""Party letters between strokes or brackets, or behind a comma."""

import pytest

from pipeline.extraction import extract
from pipeline.extraction.brackets import with_parentheses
from tests.extraction.texts import text


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("Eva Ek /S/ yrkar bifall.", "Eva Ek (S) yrkar bifall."),
        ("Eva Ek [SD] och Bo Alm /kd/", "Eva Ek (SD) och Bo Alm (kd)"),
        ("Eva Eks /M/ m.fl. /C/ yrkande", "Eva Eks (M) m.fl. (C) yrkande"),
        ("Eva Ek, KD\nBo Alm, S, ordförande\n", "Eva Ek(KD)\nBo Alm(S), ordförande\n"),
        # a list of parties
        ("Yttrande S, V\n", "Yttrande S, V\n"),
        # no letters of a party
        ("Barn- och/eller skola /nytt/", "Barn- och/eller skola /nytt/"),
        ("Huset Ek, C, ska säljas", "Huset Ek, C, ska säljas"),
        ("Se bilaga A/B/C", "Se bilaga A/B/C"),
    ],
)
def test_letters_in_parentheses(printed: str, read: str) -> None:
    made = with_parentheses(text(printed)).content
    assert made == read
    assert len(made) == len(printed)


def test_rows_are_told_as_printed() -> None:
    content = (
        "PROTOKOLL\nKommunstyrelsen 2031-05-04\n\nBeslutande\n"
        "Eva Ek /S/, ordförande\nBo Alm /M/\n\n"
        "§ 4\nMotion av Bo Alm /M/ om en bro\n\nBeslut\nMotionen av Bo Alm /M/ avslås.\n\n"
        "Yrkanden\nBo Alm /M/ yrkar bifall till motionen.\n"
    )
    rows = extract(text(content), document_id="d1", source="a.txt")
    (case,) = rows.cases
    assert rows.document.text == content
    assert (case.title, case.decision) == (
        "Motion av Bo Alm /M/ om en bro",
        ("Motionen av Bo Alm /M/ avslås.",),
    )
    assert [(row.name, row.party) for row in rows.attendance] == [
        ("Eva Ek", "S"),
        ("Bo Alm", "M"),
    ]
    assert [(row.party, row.stance) for row in rows.positions] == [
        ("M", "against"),
        ("S", "silent"),
    ]
    assert all(row.quote == content[row.start : row.end] for row in rows.positions)
