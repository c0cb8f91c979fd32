"""People, parties and the chair in running text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.language.mention import Mention, merge
from pipeline.language.mentions import (
    find_listed_names,
    find_mentions,
    find_people,
    find_roles,
    find_surnames,
)
from pipeline.language.party_mentions import find_parties
from pipeline.language.party_names import canonical, known_letters

QUICK = settings(max_examples=60, deadline=None)
TEXTS = st.text("Eva BoÖkS(MV)-.,och m.fl\nå", max_size=60) | st.text(max_size=60)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Eva Ek (S) yrkar bifall.", [("Eva Ek", ("S",), False)]),
        ("Eva Ek (S) Bo Alm (M)", [("Eva Ek", ("S",), False), ("Bo Alm", ("M",), False)]),
        # older minutes print small letters, and letters of old names
        ("Eva Ek (s) och Bo Alm (fp)", [("Eva Ek", ("S",), False), ("Bo Alm", ("L",), False)]),
        ("Eva Ek (F!)", [("Eva Ek", ("FI",), False)]),
        ("Eva Ek (SÁB)", [("Eva Ek", ("SÁB",), False)]),
        ("Gun Rask (-)", [("Gun Rask", (), False)]),
        ("Gun Rask (–)", [("Gun Rask", (), False)]),
        # a party's letter ends the sentence above: no initial
        ("från V och S.\nEva Ek (M) yrkar", [("Eva Ek", ("M",), False)]),
        ("från S. Eva Ek (M) yrkar", [("Eva Ek", ("M",), False)]),
        (
            "Bo Alm (S) och S. Eva Ek (M)",
            [("Bo Alm", ("S",), False), ("S. Eva Ek", ("M",), False)],
        ),
        # one party closes a list
        ("Eva Ek och Bo Alm (båda L)", [("Eva Ek", ("L",), False), ("Bo Alm", ("L",), False)]),
        (
            "Ada Ek, Bo Alm och Maj Ro (samtliga S) yrkar",
            [("Ada Ek", ("S",), False), ("Bo Alm", ("S",), False), ("Maj Ro", ("S",), False)],
        ),
        (
            "Eva Ek (M) och Ulf Ro och Bo Alm (alla L)",
            [("Eva Ek", ("M",), False), ("Ulf Ro", ("L",), False), ("Bo Alm", ("L",), False)],
        ),
        (
            "Ada Ek (M), Bo Alm, Maj Ro (båda S) och Ulf Ro (V) yrkar",
            [
                ("Ada Ek", ("M",), False),
                ("Bo Alm", ("S",), False),
                ("Maj Ro", ("S",), False),
                ("Ulf Ro", ("V",), False),
            ],
        ),
        # with others
        ("Ole-Jörgen Frid m.fl. (M)", [("Ole-Jörgen Frid", ("M",), True)]),
        ("Eva Ek m fl (M)", [("Eva Ek", ("M",), True)]),
        ("Eva Ek, m.fl. (M)", [("Eva Ek", ("M",), True)]),
        ("Eva Ek med flera (S)", [("Eva Ek", ("S",), True)]),
        # roles and sentence openers are no names
        ("Ordföranden Eva Ek (S)", [("Eva Ek", ("S",), False)]),
        ("Förste vice ordförande Eva Ek (S)", [("Eva Ek", ("S",), False)]),
        ("Motion av Eva Ek (S)", [("Eva Ek", ("S",), False)]),
        ("Härefter Eva Ek (S)", [("Eva Ek", ("S",), False)]),
        ("Vidare yrkar Eva Ek (S)", [("Eva Ek", ("S",), False)]),
        # torn by a line end
        ("Eva Ek\n(S)", [("Eva Ek", ("S",), False)]),
        ("Eva\nEk (S)", [("Eva Ek", ("S",), False)]),
        # shapes of names
        ("Ludvig von Ek (M)", [("Ludvig von Ek", ("M",), False)]),
        # a sentence that ends in a letter is no initial of the name below
        ("i grupp C.\nEva Ek (S) yrkar", [("Eva Ek", ("S",), False)]),
        ("J. P. Ek (KD)", [("J. P. Ek", ("KD",), False)]),
        ("Eva Ek-Alm (V)", [("Eva Ek-Alm", ("V",), False)]),
        ("Abd al Rahim (MP)", [("Abd al Rahim", ("MP",), False)]),
        ("Siv O’Hara (C)", [("Siv O’Hara", ("C",), False)]),
        # abbreviations in parentheses that are no party
        ("Eva Ek (ej tjg)", []),
        ("Eva Ek (tjg)", []),
        ("Eva Ek (ordf)", []),
        ("Se Bilaga Ett (nr 4)", []),
        ("Lag Om Hamnar (2021:17)", []),
        # one word is no full name, small letters are none at all
        ("Ek (S)", []),
        ("eva ek (s)", []),
        ("", []),
    ],
)
def test_find_people(text: str, people: list[tuple[str, tuple[str, ...], bool]]) -> None:
    assert [(m.name, m.parties, m.others) for m in find_people(text)] == people


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Ordföranden Eva Ek (S) yrkar", ["Eva Ek (S)"]),
        ("Eva Ek och Bo Alm (båda L)", ["Eva Ek", "Bo Alm (båda L)"]),
        ("från\n Eva Ek m.fl. (M)", ["Eva Ek m.fl. (M)"]),
    ],
)
def test_find_people_says_where(text: str, printed: list[str]) -> None:
    assert [text[m.start : m.end] for m in find_people(text)] == printed


ROSTER = {"eva ek": "S", "bo lunds": "M", "siv ryd": None, "per olof lund": "C"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Eva Ek yrkar", [("Eva Ek", ("S",), "Eva Ek")]),
        ("Härefter yttrar Eva Ek", [("Eva Ek", ("S",), "Eva Ek")]),
        ("Eva\nEk yrkar", [("Eva Ek", ("S",), "Eva\nEk")]),
        # genitive, and a surname that ends in s
        ("Eva Eks yrkande", [("Eva Ek", ("S",), "Eva Eks")]),
        ("Bo Lunds yrkande", [("Bo Lunds", ("M",), "Bo Lunds")]),
        ("Per Olof Lund frågar", [("Per Olof Lund", ("C",), "Per Olof Lund")]),
        # known, but without a party
        ("Siv Ryd yrkar", [("Siv Ryd", (), "Siv Ryd")]),
        # nobody known, or already found with a party
        ("Siv Alm yrkar", []),
        ("Eva Ek (S) yrkar", []),
    ],
)
def test_find_listed_names(text: str, found: list[tuple[str, tuple[str, ...], str]]) -> None:
    listed = find_listed_names(text, find_people(text), ROSTER)
    assert [(m.name, m.parties, text[m.start : m.end]) for m in listed] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ek (S) yrkar bifall", [("Ek", ("S",), False)]),
        ("Ek m.fl. (S) yrkar bifall", [("Ek", ("S",), True)]),
        # alone only where a sentence begins, and then without a guess at the party
        ("Ek yrkar bifall", [("Ek", (), False)]),
        ("Så blir det. Ek reserverar sig", [("Ek", (), False)]),
        ("Vi hör att Ek yrkar bifall", []),
        # nobody here bears it
        ("Vik (S) yrkar bifall", []),
    ],
)
def test_find_surnames(text: str, found: list[tuple[str, tuple[str, ...], bool]]) -> None:
    assert [(m.name, m.parties, m.others) for m in find_surnames(text, ROSTER)] == found


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Ordföranden yrkar bifall.", 1),
        ("Mötesordföranden frågar.", 1),
        ("Presidiet är ordföranden och vice ordföranden.", 1),
        ("Ordförandeskapet roterar.", 0),
        ("Nämnden beslutar.", 0),
    ],
)
def test_find_roles(text: str, times: int) -> None:
    assert [m.role for m in find_roles(text)].count("ordförande") == times


def test_merge_prefers_the_earlier_group() -> None:
    first = Mention(5, 9, "Eva Ek", ("S",))
    overlapping, apart = Mention(8, 12, None, ("V",)), Mention(0, 3, None, ("M",))
    assert merge([first], [overlapping, apart]) == [apart, first]


@QUICK
@given(TEXTS)
def test_mentions_lie_in_the_text_and_apart(text: str) -> None:
    found = merge(find_people(text), find_parties(text, known_letters()), find_roles(text))
    assert all(0 <= m.start < m.end <= len(text) for m in found)
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))


@QUICK
@given(
    st.sampled_from(["Eva Ek", "Bo von Alm", "Siv Ryd-Lo"]),
    st.sampled_from(sorted(known_letters())),
    st.sampled_from(["", " m.fl."]),
)
def test_find_people_reads_what_it_is_given(name: str, letters: str, others: str) -> None:
    (one,) = find_people(f"Därefter yrkar {name}{others} ({letters}) avslag.")
    assert (one.name, one.parties) == (name, (canonical(letters),))
    assert one.others is bool(others)


def test_chair_by_abbreviation() -> None:
    assert [m.role for m in find_roles("Ordf. yrkar bifall.")] == ["ordförande"]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Vice ordföranden yrkar bifall.", ["vice ordförande"]),
        ("Ordföranden och vice ordföranden yrkar bifall.", ["ordförande", "vice ordförande"]),
        # which of two is not known
        ("Andre vice ordföranden reserverar sig.", []),
        ("1:e vice ordförande reserverar sig.", []),
    ],
)
def test_vice_chair_is_not_the_chair(text: str, roles: list[str]) -> None:
    assert [one.role for one in find_roles(text)] == roles


def test_letters_with_spaces_in_parentheses() -> None:
    assert [m.parties for m in find_people("Eva Ek ( S ) yrkar")] == [("S",)]


def test_listed_name_that_ends_its_sentence() -> None:
    found = find_listed_names("Mot beslutet talar Eva Ek.", [], ROSTER)
    assert [m.name for m in found] == ["Eva Ek"]


def test_mentions_of_every_kind_in_order() -> None:
    text = "Siv Ryd, Eva Ek (S), Liberalerna och ordföranden"
    found = find_mentions(text, {"siv ryd": "C"}, known_letters())
    assert [(text[m.start : m.end], m.name, m.parties, m.role) for m in found] == [
        ("Siv Ryd", "Siv Ryd", ("C",), None),
        ("Eva Ek (S)", "Eva Ek", ("S",), None),
        ("Liberalerna", None, ("L",), None),
        ("ordföranden", None, (), "ordförande"),
    ]
