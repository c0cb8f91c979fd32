"""What every extractor of a document needs to know."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.context import (
    at_item,
    attended,
    folded,
    gather,
    has_serving_member,
    party_of,
    resolve_mention,
    serves,
    trimmed,
    with_attendance,
)
from pipeline.language.mention import Mention
from tests.builders import attendance
from tests.extraction.texts import BOARD, context, seat, text


@pytest.mark.parametrize(
    ("content", "is_party"),
    [
        # letters once after a capital name are an abbreviation, twice a party
        ("Västra Hamnregionen (VHR) svarar.", False),
        ("Eva Ek (VHR) och Bo Alm (VHR) svarar.", True),
        ("Inget om den saken.", False),
    ],
)
def test_letters_of_the_document(content: str, is_party: bool) -> None:
    found = gather("d1", text(content))
    assert ("VHR" in found.letters) is is_party
    assert ("VHR" in found.roster.values()) is is_party
    assert "S" in found.letters


@pytest.mark.parametrize(
    ("content", "party"),
    [
        ("Daniel Hjelte (M) yrkar.", "M"),
        # named with two parties: left open
        ("Daniel Hjelte (M) och Daniel Hjelte (S)", None),
        # two who could be meant
        ("Dan Hjelte Ek (M) och Dan Hjelte Alm (S)", None),
        ("Dan Hjelte Ek (M) och Dan Hjelte Alm (M)", "M"),
        ("Eva Ek (S)", None),
    ],
)
def test_party_of_a_name_spelled_otherwise(content: str, party: str | None) -> None:
    assert party_of(context(content), "Dan Hjelte") == party


def test_the_attendance_list_overrules_what_stands_after_names() -> None:
    assert party_of(context("Siv Ryd (M) yrkar.", *BOARD), "Siv Ryd") == "L"


@pytest.mark.parametrize(
    ("seats", "chair"),
    [
        (("Eva Ek (S) ordförande", "Bo Alm (M) vice ordförande"), "Eva Ek"),
        # the vice chair stands in for an absent chair, not for nobody
        (("Eva Ek (S) ordförande frånvarande", "Bo Alm (M) vice ordförande"), "Bo Alm"),
        (("Bo Alm (M) vice ordförande",), None),
        (("Eva Ek (S) ordförande", "Bo Alm (M) ordförande"), None),
        ((), None),
    ],
)
def test_the_chair(seats: tuple[str, ...], chair: str | None) -> None:
    assert context("", *seats).chair == chair


@pytest.mark.parametrize(
    ("name", "is_serving"),
    [
        ("Siv Ryd", True),
        ("Berit Sjöholm", True),
        ("Nils Ask", False),  # a substitute
        ("Olle Frid", False),  # absent
        ("Pia Lo", True),  # a substitute who serves
        ("Lena Vik", None),  # not listed
    ],
)
def test_serves(name: str, is_serving: bool | None) -> None:
    there = context(
        "", *BOARD, "Olle Frid (C) frånvarande", "Pia Lo (MP) tjänstgörande ersättare"
    )
    assert serves(there, name) is is_serving


def test_attended_under_another_spelling() -> None:
    row = attended(context("", "Daniel Hjelte (M)", "Eva Ek (S)"), "Dan Hjelte")
    assert row is not None
    assert row.name == "Daniel Hjelte"
    assert (
        attended(context("", "Dan Hjelte Ek (M)", "Dan Hjelte Alm (S)"), "Dan Hjelte") is None
    )


@pytest.mark.parametrize(
    ("seats", "party", "has"),
    [
        (BOARD, "L", True),
        (BOARD, "KD", False),  # a substitute only
        (BOARD, "C", False),
        ((*BOARD, "Olle Frid (C) frånvarande"), "C", False),
        ((), "L", None),
    ],
)
def test_has_serving_member(seats: tuple[str, ...], party: str, has: bool | None) -> None:
    assert has_serving_member(context("", *seats), party) is has


@pytest.mark.parametrize(
    ("mention", "name", "parties"),
    [
        (Mention(0, 1, "Siv Ryd", ()), "Siv Ryd", ("L",)),
        (Mention(0, 1, None, (), role="ordförande"), "Berit Sjöholm", ("S",)),
        (Mention(0, 1, "Lena Vik", ()), "Lena Vik", ()),
        (Mention(0, 1, "Siv Ryd", ("M",)), "Siv Ryd", ("M",)),
        # by surname: the one who bears it
        (Mention(0, 1, "Gran", ()), "Tore Gran", ("SD",)),
        (Mention(0, 1, "Gran", ("SD",)), "Tore Gran", ("SD",)),
        (Mention(0, 1, "Gran", ("M",)), "Gran", ("M",)),
        (Mention(0, 1, "Vik", ()), "Vik", ()),
    ],
)
def test_resolve_mention(mention: Mention, name: str, parties: tuple[str, ...]) -> None:
    found = resolve_mention(context("", *BOARD), mention)
    assert (found.name, found.parties) == (name, parties)


@pytest.mark.parametrize(
    ("items", "number", "serves_there"),
    [
        ("§§ 3–5, 8", "4", True),
        ("§§ 3–5, 8", "8", True),
        ("§§ 3–5, 8", "6", False),
        ("§ 3-§ 5", "5", True),
        ("ej § 4", "4", False),
        ("ej § 4", "5", True),
        (None, "4", True),
        # a number that is no number
        ("§§ 3–5", "6b", True),
    ],
)
def test_who_serves_at_one_matter(items: str | None, number: str, serves_there: bool) -> None:
    rows = tuple(replace(seat(line), items=items) for line in ("Siv Ryd (L)",))
    there = at_item(with_attendance(context("Text"), rows), number)
    assert has_serving_member(there, "L") is serves_there


def test_a_substitute_for_some_matters_takes_the_place_of_the_member() -> None:
    member = seat("Siv Ryd (L)")
    substitute = replace(
        seat("Bo Alm (KD) tjänstgörande ersättare"), substitutes_for="Siv Ryd", items="§ 4"
    )
    board = with_attendance(context("Text"), (member, substitute))
    seats = {
        number: [has_serving_member(at_item(board, number), party) for party in ("L", "KD")]
        for number in ("3", "4")
    }
    assert seats == {"3": [True, False], "4": [False, True]}


@given(st.text(" \n\tab", max_size=20))
def test_folded_and_trimmed(content: str) -> None:
    assert folded(content) == " ".join(content.split())
    assert trimmed(content, 0, len(content)).of(content) == content.strip()


def test_a_party_by_its_name_in_the_list_and_its_letters_elsewhere() -> None:
    gathered = gather("d1", text("Siv Ryd (BYL) och Bo Ek (BYL) hör till Byalistan (BYL)."))
    listed = (attendance(name="Siv Ryd", party="Byalistan"),)
    assert party_of(with_attendance(gathered, listed), "Siv Ryd") == "BYL"
