"""Where and how minutes tell what was moved, and by whom."""

import pytest

from tests.extraction.texts import ADOPTED, BOARD, computed, read_matter, recorded

MOVED = [
    ("S V", "bifall till förvaltningens förslag"),
    ("L", "avslag på förvaltningens förslag"),
]


@pytest.mark.parametrize(
    "told",
    [
        # led in, in the background or where the meeting is told
        "Ärendet\nBryggan är gammal. Följande yrkanden har kommit in:\n\n"
        "- Berit Sjöholm (S) och Ulla Rask (V): bifall till förvaltningens förslag\n"
        "- Siv Ryd (L): avslag på förvaltningens förslag\n",
        "Överläggning\nPå sammanträdet framställs följande yrkanden.\n"
        "Berit Sjöholm (S) och Ulla Rask (V): bifall till förvaltningens förslag\n"
        "Siv Ryd (L): avslag på förvaltningens förslag\n",
        # under a heading
        "Inkomna förslag\nBerit Sjöholm (S) och Ulla Rask (V): bifall till förvaltningens "
        "förslag\n\nSiv Ryd (L): avslag på förvaltningens förslag\n",
        "Förslag\nBerit Sjöholm (S) och Ulla Rask (V): Bifall till förvaltningens förslag\n"
        "Siv Ryd (L): Avslag på förvaltningens förslag\n\nBeslut till\nFörvaltningen\n",
        # who on a line of its own, and what below it
        "Yrkanden\nBerit Sjöholm (S) och Ulla Rask (V)\n– bifall till förvaltningens "
        "förslag\n\nSiv Ryd (L)\n– avslag på förvaltningens förslag\n",
        "Yrkanden\nBerit Sjöholm (S) och Ulla Rask (V):\nBifall till förvaltningens förslag\n"
        "Siv Ryd (L):\nAvslag på förvaltningens förslag\n",
        # … and the other way round
        "Yrkanden\nBifall till förvaltningens förslag:\nBerit Sjöholm (S) och Ulla Rask (V)\n"
        "Avslag på förvaltningens förslag:\nSiv Ryd (L)\n",
        # below a heading for the reasons
        "Motivering\nBerit Sjöholm (S) och Ulla Rask (V) yrkar bifall till förvaltningens "
        "förslag och Siv Ryd (L) yrkar avslag på förvaltningens förslag\n",
        # with the movers last: beside, below, or after a passive verb
        "Yrkanden\nFöljande ledamöter yrkar bifall till förvaltningens förslag: Berit Sjöholm "
        "(S), Ulla Rask (V).\n\nFöljande yrkar avslag på förvaltningens förslag: Siv Ryd "
        "(L).\n",
        "Yrkanden\nFöljande ledamöter yrkar bifall till förvaltningens förslag:\nBerit "
        "Sjöholm "
        "(S)\nUlla Rask (V)\n\nFöljande yrkar avslag på förvaltningens förslag:\n- Siv Ryd "
        "(L)\n",
        "Yrkanden\nBifall till förvaltningens förslag yrkas av Berit Sjöholm (S) och Ulla "
        "Rask "
        "(V).\nAvslag på förvaltningens förslag yrkades av Siv Ryd (L).\n",
    ],
)
def test_who_moved_what(told: str) -> None:
    read = read_matter(ADOPTED + told, *BOARD)
    said = [
        (" ".join(row.parties), row.text.removeprefix("yrkar ").lower())
        for row in read.statements
    ]
    assert said == MOVED
    assert recorded(read) == {
        "S": ("for", "yrkande"),
        "V": ("for", "yrkande"),
        "L": ("against", "yrkande"),
    }
    assert read.case.decided_by == "acklamation"


@pytest.mark.parametrize(
    "told",
    [
        # what was handed in is no proposal at the meeting
        "Ärendet\nFöljande handlingar har kommit in:\n- Berit Sjöholm (S): skrivelse\n",
        "Ärendet\nFöljande förslag prövades av förvaltningen:\n- en brygga av trä\n",
        # how to vote is told of nobody in particular
        "Beslutsgång\nOmröstning begärs, varvid den som biträder förslaget uppmanas rösta ja "
        "och den som biträder Siv Ryds förslag rösta nej. Det blir 5 ja och 2 nej.\n",
    ],
)
def test_what_is_not_moved(told: str) -> None:
    assert read_matter(ADOPTED + told, *BOARD).statements == ()


@pytest.mark.parametrize(
    ("asked", "stance"),
    [
        ("bifall till att-sats 1 och avslag på att-sats 2", "for"),
        # the whole, or another part: got in part
        ("bifall till motionen", None),
        ("bifall till att-sats 2 och avslag på att-sats 1", None),
    ],
)
def test_a_motion_granted_in_part(asked: str, stance: str | None) -> None:
    read = read_matter(
        "Beslut\nMotionens första att-sats bifalls, den andra avslås.\n\nYrkanden\n"
        f"Siv Ryd (L) yrkar {asked}.\n\nBeslutsgång\nOrdföranden finner att nämnden bifaller "
        "att-sats 1 och avslår att-sats 2.\n",
        *BOARD,
        title="Motion av Siv Ryd (L) om bryggan",
    )
    assert read.case.outcome == "delvis bifall"
    assert recorded(read).get("L", (None,))[0] == stance


IN_PART = (
    "Beslut\nMotionens första att-sats bifalls. Motionen avslås i övrigt.\n\nYrkanden\n"
    "Siv Ryd (L) yrkar bifall till motionen.\n\nBerit Sjöholm (S) yrkar att motionens första "
    "att-sats bifalls och att motionen i övrigt avslås.\n\nUlla Rask (V) yrkar att motionen "
    "bifalls delvis.\n\nBeslutsgång\n"
)


@pytest.mark.parametrize(
    ("told", "stood", "how"),
    [
        # whose proposal granted it in part: V may have wanted the same part, or another
        (
            "Ordföranden finner att nämnden beslutar enligt Berit Sjöholms (S) yrkande.\n",
            {"S": "for", "L": "against"},
            "acklamation",
        ),
        # nobody's
        ("Ordföranden finner att nämnden bifaller första att-satsen.\n", {}, "enhälligt"),
    ],
)
def test_what_the_whole_is_to_a_part(told: str, stood: dict[str, str], how: str) -> None:
    read = read_matter(IN_PART + told, *BOARD, title="Motion av Siv Ryd (L) om bryggan")
    assert {party: stance for party, (stance, _) in recorded(read).items()} == stood
    assert read.case.decided_by == how


TWO = (
    f"{ADOPTED}Punkt 1\nVotering: Ja för förvaltningens förslag. Nej för avslag.\n"
    "Ja: Berit Sjöholm (S), Ulla Rask (V), Siv Ryd (L)\nNej: Göran Ek (M)\n\n"
)


@pytest.mark.parametrize(
    ("told", "stood"),
    [
        # on another point: who was on both sides is on neither
        (
            f"{TWO}Punkt 2\nVotering: Ja för förvaltningens förslag. Nej för avslag.\n"
            "Ja: Berit Sjöholm (S), Göran Ek (M), Siv Ryd (L)\nNej: Ulla Rask (V)\n",
            {"S": "for", "L": "for"},
        ),
        # which proposal is to be put against the one before the body
        (
            f"{ADOPTED}Omröstning\nVotering 1, motförslag:\nJa för Siv Ryds förslag. Nej för "
            f"Göran "
            "Eks förslag.\nJa: Siv Ryd (L), Ulla Rask (V), Berit Sjöholm (S)\nNej: Göran Ek "
            "(M)\n\n"
            "Votering 2, huvudvotering:\nJa för förvaltningens förslag. Nej för Siv Ryds "
            "förslag.\n"
            "Ja: Berit Sjöholm (S), Göran Ek (M)\nNej: Siv Ryd (L)\nAvstår: Ulla Rask (V)\n",
            {"S": "for", "M": "for", "L": "against", "V": "abstained"},
        ),
        # by party, in brackets behind the figures
        (
            f"{ADOPTED}Omröstning\nJa för förvaltningens förslag. Nej för "
            f"avslag.\nOmröstningen ger "
            "4 ja-röster (S, M, L) och 2 nej-röster (V, SD).\n",
            {"S": "for", "M": "for", "L": "for", "V": "against", "SD": "against"},
        ),
    ],
)
def test_votes_on_several_things(told: str, stood: dict[str, str]) -> None:
    read = read_matter(told, *BOARD)
    assert {party: stance for party, (stance, _) in recorded(read).items()} == stood
    assert not {"M", "V"} & computed(read).keys()


PAINT = "Siv Ryd (L) föreslår att nämnden målar kajen.\n\n"


@pytest.mark.parametrize(
    ("told", "stood"),
    [
        # where the meeting is told, and the chair's question is its finding
        (
            f"Överläggning\n{PAINT}Ordföranden frågar om nämnden bifaller Siv Ryds förslag "
            f"och "
            "finner att nämnden gör det.\n",
            {"L": "for"},
        ),
        (
            f"Överläggning\n{PAINT}Ordföranden frågar om nämnden avslår Siv Ryds förslag och "
            "finner att så sker.\n",
            {"L": "against"},
        ),
        (
            "Beslutsgång\nSiv Ryd (L) yrkar på ett tillägg om kajen.\n\nOrdföranden frågar om "
            "nämnden beslutar enligt förvaltningens förslag med Siv Ryds tillägg och finner "
            "att "
            "så är fallet.\n",
            {"L": "for"},
        ),
        # under a heading of one word
        (
            f"Förslag\n{PAINT}Göran Ek (M) tillstyrker förvaltningens "
            f"förslag.\n\nBeslutsgång\n"
            "Ordföranden ställer bifall till förvaltningens förslag mot Siv Ryds förslag och "
            "finner "
            "att nämnden bifaller förvaltningens förslag.\n",
            {"L": "against", "M": "for"},
        ),
        # how the chair wants to go on is no proposal
        ("Överläggning\nOrdföranden föreslår att nämnden tar en paus.\n", {}),
    ],
)
def test_what_members_propose(told: str, stood: dict[str, str]) -> None:
    read = read_matter(ADOPTED + told, *BOARD)
    assert {party: stance for party, (stance, _) in recorded(read).items()} == stood


TODAY = (
    f"{ADOPTED}Yrkanden\nSiv Ryd (L) yrkar återremiss.\n\nBerit Sjöholm (S) yrkar bifall till "
    "förvaltningens förslag.\n\nOmröstning\nJa för att ärendet avgörs idag. Nej för "
    "återremiss.\n"
)


def test_a_vote_to_decide_today_tells_nothing_of_what_was_decided() -> None:
    named = (
        "Ja: Berit Sjöholm (S), Ulla Rask (V), Kaj Lind (MP)\nNej: Siv Ryd (L), Göran Ek (M)\n"
    )
    read = read_matter(TODAY + named, *BOARD)
    assert {party: stance for party, (stance, _) in recorded(read).items()} == {
        "S": "for",
        "L": "against",
    }
    assert set(computed(read)) == {"SD"}  # the others were heard, of something else
    unnamed = read_matter(f"{TODAY}3 ja-röster och 2 nej-röster.\n", *BOARD)
    assert computed(unnamed) == {}


def test_several_wishes_below_one_name() -> None:
    read = read_matter(
        f"{ADOPTED}Yrkanden\nSiv Ryd (L)\n– avslag på punkt 2\n– bifall i övrigt\n\n"
        "Ulla Rask (V)\n– avslag på samtliga punkter\n",
        *BOARD,
    )
    assert [" ".join(row.text.split()) for row in read.statements] == [
        "avslag på punkt 2 – bifall i övrigt",
        "avslag på samtliga punkter",
    ]


def test_points_on_lines_of_their_own_and_the_words_below_them() -> None:
    read = read_matter(
        f"{ADOPTED}Yrkanden\nGöran Ek m.fl. (M) föreslår att nämnden beslutar\n\n"
        "att uppdra åt förvaltningen att måla bryggan, samt\n\natt därutöver anföra "
        "följande\n\nEn röd brygga syns. Den är vår.\n",
        *BOARD,
    )
    (row,) = read.statements
    assert row.text.startswith("att uppdra") and row.text.endswith("Den är vår.")


def test_members_propose_where_the_chair_puts_it() -> None:
    read = read_matter(
        f"{ADOPTED}Beslutsgång\nBerit Sjöholm (S) föreslår bifall till förslaget.\nSiv Ryd "
        "(L) föreslår avslag på förslaget.\nOrdföranden föreslår att propositionsordningen "
        "godkänns.\nOrdföranden finner att förslaget bifalls.\n",
        *BOARD,
    )
    assert [row.parties for row in read.statements] == [("S",), ("L",)]
    assert recorded(read) == {"S": ("for", "yrkande"), "L": ("against", "yrkande")}
