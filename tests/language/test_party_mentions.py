"""Parties by letters and by word in running text."""

import pytest

from pipeline.language.party_mentions import find_parties
from pipeline.language.party_names import known_letters


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        # by word, also in the genitive and by the party's old name
        ("Liberalerna och Centern yrkar", [("L",), ("C",)]),
        ("Liberalernas yrkande", [("L",)]),
        ("VÄNSTERPARTIET", [("V",)]),
        ("Miljöpartiet de gröna", [("MP",)]),
        ("den socialdemokratiska gruppen", [("S",)]),
        ("den liberala gruppen, den moderata gruppen", [("L",), ("M",)]),
        ("den kristdemokratiska gruppen", [("KD",)]),
        ("liberala idéer", []),
        ("L-ledamöter", [("L",)]),
        ("Folkpartiet liberalernas förslag", [("L",)]),
        ("Feministiskt initiativ", [("FI",)]),
        ("Demokraterna", [("D",)]),
        # with the letters behind the word
        ("Moderaterna (M) och Liberalerna (L) yrkar", [("M",), ("L",)]),
        # by letters of a group, in lower case in older minutes
        ("ledamöter i s-gruppen, v-gruppen samt mp-gruppen", [("S",), ("V",), ("MP",)]),
        ("s- och v-ledamöterna", [("S", "V")]),
        ("i-landsledamöterna", []),
        # by letters, after a word that only a party can follow
        ("från S, V och MP", [("S", "V", "MP")]),
        ("Enligt yrkande från C, S\noch MP:", [("C", "S", "MP")]),
        ("å M och L vägnar", [("M", "L")]),
        ("partigrupperna KD och M", [("KD", "M")]),
        ("Partigruppen MP avstår", [("MP",)]),
        ("Partiet SD reserverar sig", [("SD",)]),
        ("Partigrupp KD och partigrupp M avstår", [("KD",), ("M",)]),
        ("ledamöterna från SD", [("SD",)]),
        ("för KD", [("KD",)]),
        # by whose a paper is
        ("enligt M:s reviderade budgetförslag", [("M",)]),
        ("i enlighet med S-förslaget", [("S",)]),
        ("bifall till M- och L-förslaget", [("M", "L")]),
        ("C-körkort och S:t Olofs väg", []),
        # several together need no such word
        ("(S) (V) (MP)", [("S", "V", "MP")]),
        ("S+V+MP", [("S", "V", "MP")]),
        ("S/V", [("S", "V")]),
        ("M och KD reserverar sig", [("M", "KD")]),
        # alone only where a sentence begins
        ("SD yrkar avslag", [("SD",)]),
        ("Så är det. SD yrkar avslag", [("SD",)]),
        ("F! yrkar", [("FI",)]),
        ("FP:s yrkande", [("L",)]),
        # letters that are something else
        ("Det kostar 5 M kronor", []),
        ("Vecka V 12", []),
        ("plan C gäller", []),
        ("C-avsnittet i skolan", []),
        ("från SL och SBAB", []),
        ("MPK yrkar", []),
        # after a name the letters belong to the person
        ("Eva Ek (S)", []),
        ("Liberalism är ett ord", []),
        ("", []),
    ],
)
def test_find_parties(text: str, parties: list[tuple[str, ...]]) -> None:
    assert [m.parties for m in find_parties(text, known_letters())] == parties


def test_find_parties_takes_the_letters_of_the_document() -> None:
    text = "från ÖP och S"
    assert [m.parties for m in find_parties(text, known_letters() | {"ÖP"})] == [("ÖP", "S")]


def test_a_party_ends_behind_its_letters() -> None:
    (one,) = find_parties("Moderaterna (M) yrkar", known_letters())
    assert (one.start, one.end) == (0, len("Moderaterna (M)"))
