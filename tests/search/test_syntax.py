"""The query language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.search.dates import first_day, last_day
from pipeline.search.syntax import Clause, Phrase, Restriction, Term, read


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Bostad skola", [Term("bostad"), Term("skola")]),
        ('"en ny Brygga"', [Phrase(("en", "ny", "brygga"))]),
        ("LSS-bostäder", [Term("lss-bostäder")]),
        ("cykel*", [Term("cykel", prefix=True)]),
        ("-ridhus", [Term("ridhus", negated=True)]),
        ('-"en ny"', [Phrase(("en", "ny"), negated=True)]),
        ("parti:SD", [Restriction("party", "SD")]),
        ("Parti:SD", [Restriction("party", "SD")]),
        ("-typ:yrkande", [Restriction("act", "yrkande", negated=True)]),
        ('typ:"särskilt yttrande"', [Restriction("act", "särskilt yttrande")]),
        ("från:2022-05", [Restriction("start", "2022-05")]),
        ("ställning:mot", [Restriction("stance", "mot")]),
        # not well-formed, and so words
        ("från:igår", [Term("från"), Term("igår")]),
        ("till:2024-13", [Term("till"), Term("2024-13")]),
        ("klockan:10", [Term("klockan"), Term("10")]),
        ("parti:", [Term("parti")]),
        ('parti:""', [Term("parti")]),
        ('"halv fras', [Term("halv"), Term("fras")]),
        ('""', []),
        ("- -- :: *", []),
        ("", []),
        ("bil-", [Term("bil")]),
    ],
)
def test_read(text: str, clauses: list[Clause]) -> None:
    assert list(read(text)) == clauses


@given(st.text(alphabet='abåä :"-*()[]{}^~\\/+0.\n\x00', max_size=40))
def test_nothing_is_an_error(text: str) -> None:
    assert all(isinstance(one, Term | Phrase | Restriction) for one in read(text))


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024", 20240101, 20241231),
        ("2024-02", 20240201, 20240229),
        ("2023-02-28", 20230228, 20230228),
        ("20240529", 20240529, 20240529),
        ("2023-02-29", None, None),
        ("2023-00", None, None),
        ("0000", None, None),
        ("igår", None, None),
    ],
)
def test_days(value: str, first: int | None, last: int | None) -> None:
    assert (first_day(value), last_day(value)) == (first, last)
