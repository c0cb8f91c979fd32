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
        # behind a dash, in a list of several
        (
            "Eva Ek - S, ordförande\nBo Alm – KD\nUlla Ro - M\n",
            "Eva Ek (S), ordförande\nBo Alm (KD)\nUlla Ro (M)\n",
        ),
        ("Bo Alm – M\n", "Bo Alm – M\n"),
        # a list of parties
        ("Yttrande S, V\n", "Yttrande S, V\n"),
        # with roles behind them, and wherever somebody is named
        (
            "Eva Ek, KD, Ordförande\nBo Alm, S, 2:e vice ordförande\nUlla Ro, M, via länk\n\n"
            "Bo Alm, S, yrkar och Eva Ek, KD: bifall",
            "Eva Ek (KD) Ordförande\nBo Alm (S) 2:e vice ordförande\nUlla Ro (M) via länk\n\n"
            "Bo Alm (S) yrkar och Eva Ek(KD): bifall",
        ),
        (
            "Eva Ek, s, ordförande\nBo Alm, fp\nUlla Ro, m\n\nBo Alm, fp och Eva Ek, s, yrkar",
            "Eva Ek (s) ordförande\nBo Alm(fp)\nUlla Ro(m)\n\nBo Alm(fp) och Eva Ek (s) yrkar",
        ),
        (
            "Eva Ek, s 4\nBo Alm, m fl\nUlla Ro, v 12",
            "Eva Ek, s 4\nBo Alm, m fl\nUlla Ro, v 12",
        ),
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


def test_letters_behind_commas_in_lower_case() -> None:
    content = (
        "PROTOKOLL\nKommunstyrelsen 2006-05-23\n\nBeslutande\n"
        "Eva Ek, s, ordförande\nBo Alm, m\nUlla Ro, fp\n\n"
        "§ 4\nMotion av Bo Alm, m, om en bro\n\n"
        "Yrkanden\nBo Alm, m, yrkar bifall till motionen.\n"
        "Eva Ek, s, yrkar avslag på motionen.\n\nBeslut\nMotionen avslås.\n\n"
        "Reservation\nBo Alm, m och Ulla Ro, fp, reserverar sig mot beslutet.\n"
    )
    rows = extract(text(content), document_id="d1", source="a.txt")
    assert [case.title for case in rows.cases] == ["Motion av Bo Alm, m, om en bro"]
    assert {row.party: row.stance for row in rows.positions} == {
        "S": "for",
        "M": "against",
        "L": "against",
    }
    assert all(row.quote == content[row.start : row.end] for row in rows.positions)
