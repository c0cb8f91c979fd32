"""Who acts in a sentence, how, and where the words begin."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extraction.clauses import clauses
from tests.extraction.texts import BOARD, context

Acting = list[tuple[str, tuple[str, ...], tuple[str, ...]]]


def acting(content: str) -> Acting:
    found = clauses(context(content, *BOARD), 0, len(content))
    return [(one.act, one.persons, one.parties) for one in found]


@pytest.mark.parametrize(
    ("sentence", "act", "persons", "parties"),
    [
        # the name before the verb, and after it
        ("Siv Ryd (L) yrkar bifall.", "yrkande", ("Siv Ryd",), ("L",)),
        ("Vidare yrkar Siv Ryd (L) avslag.", "yrkande", ("Siv Ryd",), ("L",)),
        ("Mot beslutet reserverar sig Siv Ryd (L).", "reservation", ("Siv Ryd",), ("L",)),
        # a party known from the list of who was there
        ("Siv Ryd yrkar bifall.", "yrkande", ("Siv Ryd",), ("L",)),
        ("Siv Ryd m.fl. (L) yrkar avslag.", "yrkande", ("Siv Ryd",), ("L",)),
        # lists
        (
            "Siv Ryd (L), Tore Gran (SD) och Ulla Rask (V) yrkar avslag.",
            "yrkande",
            ("Siv Ryd", "Tore Gran", "Ulla Rask"),
            ("L", "SD", "V"),
        ),
        (
            "Mot beslutet reserverade sig Siv Ryd (L) samt Tore Gran (SD).",
            "reservation",
            ("Siv Ryd", "Tore Gran"),
            ("L", "SD"),
        ),
        # a party once, however many of it act
        (
            "Siv Ryd (L) och Bo Alm (L) yrkar avslag.",
            "yrkande",
            ("Siv Ryd", "Bo Alm"),
            ("L",),
        ),
        # parties without names
        ("Liberalerna yrkar avslag.", "yrkande", (), ("L",)),
        ("SD yrkar avslag.", "yrkande", (), ("SD",)),
        ("Ledamöterna från SD och L reserverar sig.", "reservation", (), ("SD", "L")),
        ("Mot beslutet reserverade sig ledamöterna från SD.", "reservation", (), ("SD",)),
        ("Socialdemokraternas ledamöter yrkar bifall.", "yrkande", (), ("S",)),
        # by role only, with and without the name
        ("Ordföranden yrkar bifall.", "yrkande", ("Berit Sjöholm",), ("S",)),
        ("Ordföranden Berit Sjöholm (S) yrkar bifall.", "yrkande", ("Berit Sjöholm",), ("S",)),
        (
            "Göran Ek (M) och ordföranden yrkar bifall.",
            "yrkande",
            ("Göran Ek", "Berit Sjöholm"),
            ("M", "S"),
        ),
        ("Ersättaren Nils Ask (KD) yrkar bifall.", "yrkande", ("Nils Ask",), ("KD",)),
        # on behalf of others, with support
        ("Siv Ryd (L) för partigruppen yrkar avslag.", "yrkande", ("Siv Ryd",), ("L",)),
        (
            "Göran Ek reserverar sig å M och KD vägnar.",
            "reservation",
            ("Göran Ek",),
            ("M", "KD"),
        ),
        (
            "Siv Ryd (L) yrkar, med instämmande av Tore Gran (SD) och Ulla Rask (V), "
            "att vi går.",
            "yrkande",
            ("Siv Ryd", "Tore Gran", "Ulla Rask"),
            ("L", "SD", "V"),
        ),
        (
            "Reservation anfördes av Siv Ryd (L) med instämmande av ledamoten Ulla Rask (V).",
            "reservation",
            ("Siv Ryd", "Ulla Rask"),
            ("L", "V"),
        ),
        (
            "Siv Ryd (L) antecknar ett yttrande till protokollet.",
            "särskilt yttrande",
            ("Siv Ryd",),
            ("L",),
        ),
        # what has been done
        (
            "Siv Ryd (L) har lämnat ett särskilt yttrande som biläggs protokollet.",
            "särskilt yttrande",
            ("Siv Ryd",),
            ("L",),
        ),
        (
            "Siv Ryd (L) har lämnat en protokollsanteckning, bilaga 2.",
            "protokollsanteckning",
            ("Siv Ryd",),
            ("L",),
        ),
        (
            "Siv Ryd (L) har avgivit ett särskilt uttalande.",
            "särskilt uttalande",
            ("Siv Ryd",),
            ("L",),
        ),
        # support before the verb
        (
            "Siv Ryd (L) med instämmande av Tore Gran (SD) yrkar avslag.",
            "yrkande",
            ("Siv Ryd", "Tore Gran"),
            ("L", "SD"),
        ),
        (
            "Siv Ryd (L) tillsammans med Göran Ek (M) yrkar avslag.",
            "yrkande",
            ("Siv Ryd", "Göran Ek"),
            ("L", "M"),
        ),
        # nouns
        ("Reservation av Siv Ryd (L)", "reservation", ("Siv Ryd",), ("L",)),
        (
            "Särskilt uttalande av Ulla Rask (V) och Kaj Lind (MP)",
            "särskilt uttalande",
            ("Ulla Rask", "Kaj Lind"),
            ("V", "MP"),
        ),
        ("På förslag av Siv Ryd (L) bordläggs ärendet.", "yrkande", ("Siv Ryd",), ("L",)),
        # other acts
        ("Siv Ryd (L) deltar inte i beslutet.", "deltar ej", ("Siv Ryd",), ("L",)),
        ("Siv Ryd (L) anmäler jäv.", "jäv", ("Siv Ryd",), ("L",)),
        ("Siv Ryd (L) röstar ja.", "röstar", ("Siv Ryd",), ("L",)),
        ("Siv Ryd (L) lägger ned sin röst.", "avstår", ("Siv Ryd",), ("L",)),
        ("Siv Ryd (L) yttrar sig.", "yttrar sig", ("Siv Ryd",), ("L",)),
        (
            "Siv Ryd (L) låter anteckna ett yttrande.",
            "särskilt yttrande",
            ("Siv Ryd",),
            ("L",),
        ),
        # somebody named in the words does not act
        ("Siv Ryd (L) yrkar att Tore Gran (SD) får ordet.", "yrkande", ("Siv Ryd",), ("L",)),
        # who stands behind a paper does not move it
        (
            "Siv Ryd (L) yrkar bifall till yrkandet från S med instämmande av V.",
            "yrkande",
            ("Siv Ryd",),
            ("L",),
        ),
    ],
)
def test_clause(
    sentence: str, act: str, persons: tuple[str, ...], parties: tuple[str, ...]
) -> None:
    assert acting(sentence) == [(act, persons, parties)]


@pytest.mark.parametrize(
    "sentence",
    [
        # nobody named acts
        "Nämnden beslutar att avslå yrkandet från Siv Ryd (L).",
        "Nämnden avstår från att yttra sig.",
        "Därför reserverar vi oss mot beslutet.",
        "Siv Ryd (L) hälsar alla välkomna.",
        "Nämnden noterar en reservation från Siv Ryd (L).",
        "",
    ],
)
def test_no_clause(sentence: str) -> None:
    assert acting(sentence) == []


@pytest.mark.parametrize(
    ("words", "movers"),
    [
        ("Siv Ryd (L) ser en risk. Hon yrkar avslag.", ["Siv Ryd"]),
        ("Siv Ryd (L) ser en risk. Därför yrkar hon avslag.", ["Siv Ryd"]),
        ("Siv Ryd (L) ser en risk. Kajen är dyr. Denna ledamot yrkar avslag.", []),
        (
            "Göran Ek (M) talar.\nSiv Ryd (L) ser en risk. Kajen är dyr. Hon yrkar avslag.",
            ["Siv Ryd"],
        ),
        # which of two, or nobody in the paragraph
        ("Siv Ryd (L) svarar Göran Ek (M). Han yrkar avslag.", []),
        ("Ordföranden tackar Siv Ryd (L). Hon yrkar avslag.", []),
        ("Siv Ryd (L) ser en risk.\n\nHon yrkar avslag.", []),
    ],
)
def test_who_is_named_in_the_sentence_before(words: str, movers: list[str]) -> None:
    found = acting(words)
    assert [name for _, persons, _ in found for name in persons] == movers


def test_two_people_in_one_sentence() -> None:
    assert acting("Göran Ek (M) yrkar bifall och Siv Ryd (L) yrkar avslag.") == [
        ("yrkande", ("Göran Ek",), ("M",)),
        ("yrkande", ("Siv Ryd",), ("L",)),
    ]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Siv Ryd (L) yrkar bifall och Göran Ek (M) yrkar avslag.",
            [("L", "yrkar bifall"), ("M", "yrkar avslag.")],
        ),
        (
            "Siv Ryd (L) yrkar bifall, medan Göran Ek (M) och Tore Gran (SD) yrkar avslag.",
            [("L", "yrkar bifall"), ("M SD", "yrkar avslag.")],
        ),
        (
            "Ledamöterna från L antecknar som yttrande en skrivelse från den 4 mars och\n"
            "ledamöterna från M antecknar som yttrande en skrivelse.",
            [
                ("L", "antecknar som yttrande en skrivelse från den 4 mars"),
                ("M", "antecknar som yttrande en skrivelse."),
            ],
        ),
        # whose proposal it is, and another who acts
        (
            "Siv Ryd (L) yrkar bifall till yrkandet från S och Ulla Rask (V) yrkar avslag.",
            [("L", "yrkar bifall till yrkandet från S"), ("V", "yrkar avslag.")],
        ),
    ],
)
def test_others_who_act_in_the_same_sentence(
    sentence: str, told: list[tuple[str, str]]
) -> None:
    found = clauses(context(sentence, *BOARD), 0, len(sentence))
    own = {one.said: one for one in found if one.act != "anför"}.values()
    assert [(" ".join(x.parties), sentence[x.said : x.end]) for x in own] == told


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        # from the verb on; the whole sentence where the verb comes first
        ("Siv Ryd (L) yrkar bifall.", "yrkar bifall."),
        ("Vidare yrkar Siv Ryd (L) avslag.", "Vidare yrkar Siv Ryd (L) avslag."),
        # behind a noun and its signers
        ("Reservation av Siv Ryd (L): Vi vill gå.", ": Vi vill gå."),
    ],
)
def test_where_the_words_begin(sentence: str, words: str) -> None:
    content = f"Först detta.\n\n{sentence}"
    (clause,) = clauses(context(content, *BOARD), 0, len(content))
    assert content[clause.said : clause.end] == words
    assert content[clause.start : clause.end] == sentence


def test_the_chair_without_a_list_has_no_name() -> None:
    content = "Ordföranden yrkar bifall."
    (clause,) = clauses(context(content), 0, len(content))
    assert (clause.persons, clause.parties) == ((), ())


@pytest.mark.parametrize(
    ("words", "acts"),
    [
        ("reserverar sig inte.", []),
        ("yrkar ej bifall.", []),
        # one subject, two verbs
        ("yrkar avslag och reserverar sig mot beslutet.", ["yrkande", "reservation"]),
        ("reserverar sig inte men lämnar ett särskilt yttrande.", ["särskilt yttrande"]),
        ("yrkar avslag samt vill till protokollet anföra sin oro.", ["yrkande", "protokolls"]),
        # handed in with a reservation, and so part of it
        ("reserverar sig och antecknar som yttrande en skrivelse.", ["reservation"]),
        # disqualified, and therefore out of it
        ("anmäler jäv och deltar inte i beslutet.", ["jäv"]),
        # another subject, unknown
        ("yrkar avslag och någon annan reserverar sig.", ["yrkande"]),
    ],
)
def test_verbs_denied_and_verbs_that_share_a_subject(words: str, acts: list[str]) -> None:
    content = f"Siv Ryd (L) {words}"
    found = clauses(context(content), 0, len(content))
    assert [clause.act.removesuffix("anteckning") for clause in found] == acts
    assert all(clause.persons == ("Siv Ryd",) for clause in found)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Siv Ryd (L)", "yrkar", "reserverar sig", "med instämmande av", "S, V"]
        )
        | st.text(" .,\n:aÅ(", max_size=6)
    )
)
def test_clauses_lie_in_the_text(words: list[str]) -> None:
    content = " ".join(words)
    for one in clauses(context(content, *BOARD), 0, len(content)):
        assert 0 <= one.start <= one.said <= len(content)
        assert one.start <= one.end <= len(content)
        assert one.actors
