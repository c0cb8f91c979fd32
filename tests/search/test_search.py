"""What a search finds, in a small store of invented matters."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.models import Extraction
from pipeline.search import Correction, Piece, Query, SearchIndex, Value, all_rows, search
from pipeline.storage.snapshot import open_search
from tests.builders import case, document, extraction, position, proposal, statement
from tests.stores import add


def _meeting(name: str, date: str, body: str, said: str, **fields: Any) -> Extraction:
    """A meeting with one case on a pier, and one statement."""
    held = {"body": body, "date": date}
    return extraction(
        document(document_id=name, source=f"{name}.md", **held),
        cases=[case(case_id="d1:1", title=fields.pop("title", "Ny brygga"), **held)],
        proposals=fields.pop("proposals", []),
        statements=[statement(text=said, **held, **fields)],
        positions=[
            position(party="M", position_id="d1:1:M", stance="against", **held),
            position(party="L", position_id="d1:1:L", stance="for", **held),
        ],
    )


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    store: Path = tmp_path_factory.mktemp("store")
    add(
        store,
        _meeting("a", "2020-05-04", "Hamnnämnden", "Bostäderna vid hamnen är för dyra."),
        _meeting(
            "b",
            "2023-02-01",
            "Hamnnämnden i öster",
            "Fler hyresbostäder ger fler barn i skolan.",
            parties=("M", "L"),
            act="särskilt yttrande",
        ),
        _meeting(
            "c",
            "2024-09-09",
            "Kommunstyrelsen",
            "Socialtjänstlagen gäller alla. Äldreomsorgen är ingen brygga.",
            parties=("SD",),
            persons=("Åsa Björk",),
            title="Ändrad taxa",
            proposals=[
                proposal(text="höja taxan"),
                # moved by the act that is a statement of its own
                proposal(proposal_id="d1:1:p2", parties=("SD",), start=0, end=11),
            ],
        ),
    )
    return open_search(store)


def _found(index: SearchIndex, words: str, **choices: Any) -> list[str]:
    rows = search(index, Query(words, **choices)).rows
    return sorted(f"{row.document_id} {row.what}" for row in rows)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("bostad", ["a statement", "b statement"]),
        ("bostaden", ["a statement", "b statement"]),
        ("hyresbostad", ["b statement"]),
        ("socialtjänst", ["c statement"]),
        ("bostad skola", ["b statement"]),
        ("den bostad som hamn", ["a statement"]),
        ('"bostäderna vid"', ["a statement"]),
        ('"vid bostäderna"', []),
        ("bost*", ["a statement"]),
        ("bostad -skola", ["a statement"]),
        ('bostad -"fler barn"', ["a statement"]),
        ("taxa", ["c proposal", "c title"]),
        ("brygga vad:beslut", ["a decision", "b decision", "c decision"]),
        ("bostad organ:hamnnämnden", ["a statement"]),
        ('bostad organ:"hamnnämnden i öster"', ["b statement"]),
        ("vad:inlägg organ:öster", ["b statement"]),
        ("vad:inlägg person:björk", ["c statement"]),
        ("parti:sverigedemokraterna", ["c statement"]),
        ("parti:sd", ["c statement"]),
        ('typ:"Särskilt yttrande"', ["b statement"]),
        ("vad:inlägg från:2023", ["b statement", "c statement"]),
        ("vad:inlägg till:2023-02", ["a statement", "b statement"]),
        ("vad:inlägg från:2023 till:2023", ["b statement"]),
        ("vad:inlägg -parti:M", ["c statement"]),
        ("vad:inlägg kommun:tallvik organ:kommunstyrelsen", ["c statement"]),
        ("parti:finnsinte", []),
    ],
)
def test_found(index: SearchIndex, words: str, found: list[str]) -> None:
    assert _found(index, words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        # M was against and L for: the joint statement is no statement of L against
        ("vad:inlägg parti:M ställning:mot", ["a statement", "b statement"]),
        ("vad:inlägg parti:L ställning:mot", []),
        ("vad:inlägg parti:L ställning:för", ["b statement"]),
        # of the decision, which is nobody's own words
        ("vad:beslut parti:L ställning:för", ["a decision", "b decision", "c decision"]),
        # of SD nothing is known
        ("vad:inlägg parti:SD ställning:mot", []),
    ],
)
def test_stance_is_that_of_the_party(index: SearchIndex, words: str, found: list[str]) -> None:
    assert _found(index, words) == found


def test_stance_of_a_chosen_party(index: SearchIndex) -> None:
    assert _found(index, "", what=("statement",), party=("L",), stance=("against",)) == []
    assert _found(index, "ställning:mot", what=("statement",), party=("L",)) == []


def test_filters(index: SearchIndex) -> None:
    choices = {"what": ("statement",), "party": ("M", "SD"), "start": "2021", "end": "2023"}
    assert _found(index, "", **choices) == ["b statement"]
    # a date that is none is no filter
    assert _found(index, "bostad", start="snart") == ["a statement", "b statement"]


def test_slip_is_corrected_and_told(index: SearchIndex) -> None:
    hits = search(index, Query("aldreomsorg"))
    assert [row.document_id for row in hits.rows] == ["c"]
    assert hits.corrected == (Correction("aldreomsorg", "äldreomsorg"),)
    assert not hits.loosened


@pytest.mark.parametrize("words", ["hamen", "xqzwx", "barm"])
def test_no_correction_of_short_or_strange_words(index: SearchIndex, words: str) -> None:
    hits = search(index, Query(words))
    assert hits.corrected == (() if words != "hamen" else (Correction("hamen", "hamn"),))


def test_any_word_when_nothing_has_all(index: SearchIndex) -> None:
    hits = search(index, Query("socialtjänst hyresbostad"))
    assert hits.loosened
    assert {row.document_id for row in hits.rows} == {"b", "c"}


def test_pieces_join_to_the_text(index: SearchIndex) -> None:
    (row,) = search(index, Query("skola hyra")).rows
    assert "".join(piece.text for piece in row.pieces) == row.text
    hits = [piece.text for piece in row.pieces if piece.is_hit]
    assert hits == ["hyresbostäder", "skolan"]
    assert Piece("Fler ") == row.pieces[0]


def test_facets_count_all_hits_not_the_page(index: SearchIndex) -> None:
    hits = search(index, Query("vad:inlägg", limit=1))
    assert (hits.total, len(hits.rows)) == (3, 1)
    assert Value("M", 2) in hits.facets["party"]
    assert Value("L", 1) in hits.facets["party"]
    assert hits.facets["topic"] == ()


def test_pages_and_export_give_every_row_once(index: SearchIndex) -> None:
    whole = [(row.what, row.key) for row in all_rows(index, Query(sort="datum"))]
    pages = [
        (row.what, row.key)
        for offset in range(0, 20, 4)
        for row in search(index, Query(sort="datum", limit=4, offset=offset)).rows
    ]
    assert pages == whole
    assert len(set(whole)) == search(index, Query()).total == 10


@pytest.mark.parametrize("offset", [10, 10**9])
def test_page_past_the_end_is_empty(index: SearchIndex, offset: int) -> None:
    assert search(index, Query(offset=offset)).rows == ()


@pytest.mark.parametrize(("sort", "first"), [("datum", "c"), ("aktuellt", "c")])
def test_newest_first(index: SearchIndex, sort: str, first: str) -> None:
    assert search(index, Query("vad:rubrik", sort=sort)).rows[0].document_id == first


@pytest.mark.parametrize(
    ("words", "found"),
    [
        # the same words everywhere
        ("brygga vad:beslut", "cba"),
        # b is newer, but has the word only inside another
        ("bostad", "ab"),
    ],
)
def test_recency_only_weighs(index: SearchIndex, words: str, found: str) -> None:
    rows = search(index, Query(words, sort="aktuellt")).rows
    assert "".join(row.document_id for row in rows) == found


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(alphabet='abostdåä :"-*()[]{}^~\\/+0.partienå', max_size=30))
def test_no_query_raises(index: SearchIndex, words: str) -> None:
    hits = search(index, Query(words))
    assert len(hits.rows) <= hits.total


@pytest.mark.parametrize(
    ("stance", "contested", "found"),
    [("against", True, 2), ("for", True, 0), ("for", False, 2)],
)
def test_a_search_keeps_to_contested_matters_when_asked(
    stance: str, contested: bool, found: int, tmp_path: Path
) -> None:
    add(
        tmp_path,
        extraction(
            cases=[case(title="Ny brygga", decision=("bygga en brygga",))],
            positions=[position(stance=stance, statement_id=None)],
        ),
    )

    assert search(open_search(tmp_path), Query("brygga", contested=contested)).total == found
