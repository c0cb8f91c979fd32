"""Who acts in sentences of other word orders."""

import pytest

from tests.extraction.test_clauses import acting


@pytest.mark.parametrize(
    ("sentence", "act", "persons", "parties"),
    [
        # between the reason and the verb
        (
            "På grund av jäv deltar Siv Ryd (L) och Nils Ask (KD) inte i handläggningen.",
            "jäv",
            ("Siv Ryd", "Nils Ask"),
            ("L", "KD"),
        ),
        # a comment that is announced, and those who join a proposal, in the passive
        (
            "Göran Ek (M) anmäler följande anteckning till protokollet:",
            "protokollsanteckning",
            ("Göran Ek",),
            ("M",),
        ),
        (
            "Siv Ryd (L) yrkar bifall till förslaget, vilket biträds av Göran Ek (M).",
            "yrkande",
            ("Siv Ryd", "Göran Ek"),
            ("L", "M"),
        ),
        # a group by the letters behind it
        ("Ledamöterna (M) reserverar sig mot beslutet.", "reservation", (), ("M",)),
        (
            "Siv Ryd (L) anmäler för samtliga ledamöter (L) reservation mot beslutet.",
            "reservation",
            ("Siv Ryd",),
            ("L",),
        ),
        # the name inside the act's words
        ("Mot beslutet anmäler Siv Ryd (L) reservation.", "reservation", ("Siv Ryd",), ("L",)),
        # those on whose behalf, before the verb
        (
            "Göran Ek å M och KD vägnar reserverar sig.",
            "reservation",
            ("Göran Ek",),
            ("M", "KD"),
        ),
        # support after a bare "bifall" or "avslag"
        (
            "Siv Ryd (L) yrkar bifall med instämmande från S, V och MP.",
            "yrkande",
            ("Siv Ryd",),
            ("L", "S", "V", "MP"),
        ),
        # the last name of a sentence, without its party
        (
            "Mot beslutet reserverar sig Göran Ek, Siv Ryd och Tore Gran.",
            "reservation",
            ("Göran Ek", "Siv Ryd", "Tore Gran"),
            ("M", "L", "SD"),
        ),
        (
            "Därefter antecknar Siv Ryd (L) som yttrande en skrivelse.",
            "särskilt yttrande",
            ("Siv Ryd",),
            ("L",),
        ),
        (
            "På grund av jäv deltar Siv Ryd (L) inte i beslutet.",
            "deltar ej",
            ("Siv Ryd",),
            ("L",),
        ),
        (
            "På grund av jäv deltar inte Siv Ryd (L) i handläggningen.",
            "deltar ej",
            ("Siv Ryd",),
            ("L",),
        ),
        # who hands it in, behind the noun
        ("Skriftlig reservation lämnas av Siv Ryd (L).", "reservation", ("Siv Ryd",), ("L",)),
        # who seconds, before the verb or after it
        ("I yrkandet instämmer Tore Gran (SD).", "instämmande", ("Tore Gran",), ("SD",)),
        ("Tore Gran (SD) instämmer.", "instämmande", ("Tore Gran",), ("SD",)),
        # a party between commas
        ("Siv Ryd, L, reserverar sig.", "reservation", ("Siv Ryd",), ("L",)),
        # parties in brackets, and by their groups
        ("Ledamöterna i (M) och (L) reserverar sig.", "reservation", (), ("M", "L")),
        ("Ledamöterna från (m) och (fp) reserverar sig.", "reservation", (), ("M", "L")),
        ("S- och V-ledamöterna reserverar sig.", "reservation", (), ("S", "V")),
        ("M-gruppen reserverar sig.", "reservation", (), ("M",)),
        ("M-gruppen och L reserverar sig.", "reservation", (), ("M", "L")),
        (
            "Siv Ryd (L) och Göran Ek (M), samtliga för sina partigrupper, reserverar sig.",
            "reservation",
            ("Siv Ryd", "Göran Ek"),
            ("L", "M"),
        ),
        ("Mot beslutet reserverar sig (V) och (MP).", "reservation", (), ("V", "MP")),
        (
            "Beslut\n(M) och (L) meddelar att man ej deltar i beslutet.",
            "deltar ej",
            (),
            ("M", "L"),
        ),
        # beside a party whose letters nobody knows
        (
            "Siv Ryd (L) samt samtliga närvarande ledamöter i Hamnpartiet reserverar sig.",
            "reservation",
            ("Siv Ryd",),
            ("L",),
        ),
        (
            "Siv Ryd (L) vill ha antecknat att hon är emot.",
            "protokollsanteckning",
            ("Siv Ryd",),
            ("L",),
        ),
        # the chair first in a list
        (
            "Ordföranden och Ulla Rask (V) yrkar bifall.",
            "yrkande",
            ("Berit Sjöholm", "Ulla Rask"),
            ("S", "V"),
        ),
        # below a colon, with nothing beside the names
        (
            "Mot beslutet reserverar sig:\n- Göran Ek (M)\n- Siv Ryd (L)\n",
            "reservation",
            ("Göran Ek", "Siv Ryd"),
            ("M", "L"),
        ),
        ("Vice ordföranden yrkar avslag.", "yrkande", ("Göran Ek",), ("M",)),
        (
            "Siv Ryd (L) yrkar bifall, vilket även Göran Ek (M) gör.",
            "yrkande",
            ("Siv Ryd", "Göran Ek"),
            ("L", "M"),
        ),
        ("Siv Ryd (L) yrkar som Göran Ek (M).", "instämmande", ("Siv Ryd",), ("L",)),
    ],
)
def test_clauses_of_other_word_orders(
    sentence: str, act: str, persons: tuple[str, ...], parties: tuple[str, ...]
) -> None:
    assert acting(sentence) == [(act, persons, parties)]
