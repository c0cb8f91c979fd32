"""The forms under which a word is found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.search.compounds import lemma, parts
from pipeline.search.words import chosen, folded, forms, words


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("bostäderna", "bostad"),
        ("böckernas", "bok"),
        # the dictionary has only the verb plana for this form
        ("plan", "plan"),
        ("nämnd", "nämnd"),
        ("uppdragen", "uppdrag"),
        ("yrkar", "yrka"),
        ("yrkandet", "yrkande"),
        # unknown to the dictionary, taken apart by the lemmatizer
        ("gymnasienämnden", "gymnasienämnd"),
        # an unknown compound of a noun as it is, no form of plana
        ("kajmiljöplan", "kajmiljöplan"),
        ("bryggavgift", "bryggavgift"),
        # the verb, not the school
        ("ska", "ska"),
        ("lss-bostäder", "lss-bostad"),
        ("2024", "2024"),
    ],
)
def test_lemma(word: str, expected: str) -> None:
    assert lemma(word) == expected


@pytest.mark.parametrize(
    ("word", "held"),
    [
        ("lss-bostäder", {"lss", "bostad"}),
        ("hyresbostäder", {"hyra", "bostad"}),
        ("socialtjänstlagen", {"socialtjänst", "lag"}),
        ("bostadsbolag", {"bostad", "bolag"}),
        ("skolgårdar", {"skola", "gård"}),
        # three, of which the first two and the last two are words as well
        ("vindkraftverk", {"vindkraft", "kraftverk", "verk"}),
        ("avgiftsfria", {"avgift"}),
        ("ridvägen", {"rida", "väg"}),
        # a first part that lost its vowel
        ("läxhjälpen", {"läxa", "hjälp"}),
        ("förskollärarna", {"förskola", "lärare"}),
        ("solcellerna", {"sol", "cell"}),
        # the name before is no word, the last part still is
        ("björklundabiblioteket", {"bibliotek"}),
    ],
)
def test_compound_holds(word: str, held: set[str]) -> None:
    assert held <= forms(word).parts


@pytest.mark.parametrize(
    "word",
    [
        "bostad",
        "förskola",
        "förslag",
        "avslag",
        "underlag",
        "ordförande",
        "kontroll",
        "rapport",
        "redovisning",
        "reservation",
        "ändring",
        "medborgare",
        "kostnad",
    ],
)
def test_simple_word_has_no_parts(word: str) -> None:
    assert parts(word) == frozenset()


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("funktionsnedsatta", {"funktionsnedsättning"}),
        ("funktionsnedsättningen", {"funktionsnedsatt"}),
        ("flyttar", {"flytt", "flyttning"}),
        # not the end of any other word
        ("hamn", set()),
    ],
)
def test_related_words(word: str, others: set[str]) -> None:
    assert forms(word).related == others


@pytest.mark.parametrize("choice", [set(), {"kajen"}, {"kajen", "lss-bostäder", "stor"}])
def test_chosen_words_are_those_of_the_text(choice: set[str]) -> None:
    text = "Kajen och LSS‑bostäder vid kajen"
    wanted = [word for word in words(text) if word.text in choice]
    assert chosen(text, choice.__contains__) == wanted


def test_hyphenated_words_stay_whole_and_know_their_place() -> None:
    text = "Nya LSS‑bostäder, § 7"
    found = list(words(text))
    assert [word.text for word in found] == ["nya", "lss-bostäder", "7"]
    assert [text[word.start : word.end] for word in found] == ["Nya", "LSS‑bostäder", "7"]


def test_folded() -> None:
    assert folded("åtgärdsövning") == "atgardsovning"


@given(st.text(alphabet="abdeghiklmnoprstuvyåäöÅ-_1 ½", max_size=40))
def test_any_word_has_forms(text: str) -> None:
    for word in words(text):
        assert "" not in forms(word.text).all
        assert word.text not in parts(word.text)
