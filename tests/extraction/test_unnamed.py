"""Proposals named without whose they are, and requests that the body's own proposal "
"answers."""

import pytest

from pipeline.extraction.unnamed import adds, names_unnamed, resolved
from pipeline.extraction.wishes import Reference, Wish
from tests.extraction.texts import BOARD, read_matter, recorded


def moved(text: str, *parties: str) -> tuple[Reference, Wish]:
    return Reference(1, frozenset(parties), ()), Wish(text=text)


PATH = moved("yrkar att stigen breddas", "L")
LIGHT = moved("yrkar som tillägg att stigen lyses upp", "V")
BENCH = moved("yrkar att en bänk ställs där", "M")


@pytest.mark.parametrize(
    ("said", "known", "meant"),
    [
        ("bifall till yrkandet", [PATH], ("L", 1)),
        ("avslag på det gemensamma yrkandet", [PATH], ("L", -1)),
        ("ändringsförslaget avslås", [PATH, LIGHT], ("L", -1)),
        # an addition is one of its own
        ("bifall till tilläggsyrkandet", [PATH, LIGHT], ("V", 1)),
        # several can be meant, or none
        ("bifall till yrkandet", [PATH, BENCH], None),
        ("bifall till tilläggsyrkandet", [PATH], None),
        ("att stigen breddas", [PATH], None),
        ("bifall till yrkandet från L", [BENCH], None),
    ],
)
def test_resolved(
    said: str, known: list[tuple[Reference, Wish]], meant: tuple[str, int] | None
) -> None:
    found = resolved(Wish(text=said), known)
    told = [(" ".join(one.parties), one.sign) for one in found.references]
    assert told == ([meant] if meant else [])


@pytest.mark.parametrize(
    ("said", "unnamed", "added"),
    [
        ("bifall till yrkandet", True, False),
        ("bifall till tilläggsyrkandet", True, True),
        ("att stigen breddas", False, False),
        ("ett tilläggsyrkande om bänkar", False, True),
    ],
)
def test_what_is_unnamed(said: str, unnamed: bool, added: bool) -> None:
    assert (names_unnamed(Wish(text=said)), adds(Wish(text=said))) == (unnamed, added)


OWN = "Berit Sjöholm (S) yrkar bifall till förvaltningens förslag.\n\n"


@pytest.mark.parametrize(
    ("content", "stood"),
    [
        # one that the chair named right before
        (
            f"Beslut\nKajen byggs.\n\nYrkanden\n{OWN}Siv Ryd (L) yrkar att kajen breddas.\n\n"
            "Göran Ek (M) yrkar att kajen målas.\n\nBeslutsgång\nOrdföranden ställer "
            "förvaltningens förslag mot Siv Ryds ändringsyrkande och finner att nämnden "
            "bifaller "
            "ändringsyrkandet.\n",
            {"S": "against", "L": "for", "M": "against"},
        ),
        # an addition leaves the proposal before the body as it is
        (
            f"Beslut\nKajen byggs.\n\nYrkanden\n{OWN}Siv Ryd (L) yrkar som tillägg att kajen "
            "målas.\n\nBeslutsgång\nOrdföranden finner att nämnden bifaller förvaltningens "
            "förslag. Därefter ställs Siv Ryds tilläggsyrkande mot avslag och ordföranden "
            "finner "
            "att tilläggsyrkandet bifalls.\n",
            {"S": "for", "L": "for"},
        ),
        # the one proposal of several parties, and who stands behind it
        (
            f"Beslut\nKajen byggs.\n\nYrkanden\n{OWN}Siv Ryd (L) och Göran Ek (M) lämnar ett "
            "gemensamt yrkande, se bilaga 1.\n\nTore Gran (SD) yrkar bifall till det "
            "gemensamma "
            "yrkandet.\n\nBeslutsgång\nOrdföranden finner att nämnden beslutar enligt det "
            "gemensamma yrkandet.\n",
            {"S": "against", "L": "for", "M": "for", "SD": "for"},
        ),
        # it cannot be told which of two won
        (
            f"Beslut\nKajen byggs.\n\nYrkanden\n{OWN}Siv Ryd (L) yrkar att kajen breddas.\n\n"
            "Göran Ek (M) yrkar att kajen målas.\n\nBeslutsgång\nOrdföranden finner att "
            "nämnden "
            "bifaller yrkandet.\n",
            {},
        ),
        # by the decision's own words, without a colon
        (
            "Beslut\nNämnden beslutar i enlighet med Liberalernas och Moderaternas gemensamma "
            f"förslag.\n\nYrkanden\n{OWN}Siv Ryd (L) och Göran Ek (M) yrkar att kajen "
            f"målas.\n",
            {"S": "against", "L": "for", "M": "for"},
        ),
        # an initiative is granted or refused as a motion is
        (
            "Beslut\nNämnden avslår Ulla Rasks initiativ.\n\nYrkanden\nSiv Ryd (L) yrkar "
            "avslag "
            "på initiativet.\n\nUlla Rask (V) yrkar bifall till initiativet.\n",
            {"L": "for", "V": "against"},
        ),
        # who does not want to wait lost where the matter was put off
        (
            "Beslut\nÄrendet bordläggs.\n\nYrkanden\nSiv Ryd (L) yrkar "
            "bordläggning.\n\nGöran Ek (M) "
            "yrkar avslag på bordläggningsyrkandet.\n",
            {"L": "for", "M": "against"},
        ),
        # who wants no stand taken is neither for nor against the request
        (
            "Beslut\nNämnden tar inte ställning till motionen.\n\nYrkanden\nSiv Ryd (L) "
            "yrkar att "
            "nämnden inte tar ställning till motionen.\n\nGöran Ek (M) yrkar bifall till "
            "förvaltningens förslag.\n\nBeslutsgång\nOrdföranden finner att nämnden beslutar "
            "enligt Siv Ryds yrkande.\n",
            {"L": "for", "M": "against"},
        ),
        # nothing tells what became of it
        (
            "Beslut\nNämnden bereder frågan.\n\nYrkanden\nUlla Rask (V) yrkar bifall till "
            "initiativet.\n",
            {},
        ),
    ],
)
def test_where_parties_stood(content: str, stood: dict[str, str]) -> None:
    read = read_matter(content, *BOARD)
    assert {party: stance for party, (stance, _) in recorded(read).items()} == stood


@pytest.mark.parametrize(
    ("other", "how"),
    [
        ("Berit Sjöholm (S) yrkar bifall till förvaltningens förslag.", "acklamation"),
        ("Berit Sjöholm (S) yrkar avslag på återremissen.", "acklamation"),
        ("Berit Sjöholm (S) instämmer.", "enhälligt"),
    ],
)
def test_who_wants_it_sent_back_and_who_wants_it_decided(other: str, how: str) -> None:
    read = read_matter(
        f"Beslut\nÄrendet återremitteras.\n\nYrkanden\nSiv Ryd (L) yrkar "
        f"återremiss.\n\n{other}\n",
        *BOARD,
    )
    assert read.case.decided_by == how
