"""Headings of a matter, and what stands below each."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extraction.outline import Line, heading_kind, inline_heading, lines_of, sections
from pipeline.models import Span, Text
from tests.extraction.texts import cut, text

QUICK = settings(max_examples=40, deadline=None)
LINES = st.lists(
    st.sampled_from(
        ["Beslut", "Eva Ek (S) yrkar bifall", "", "Reservation (S)", "Yrkanden Eva"]
    )
    | st.text(max_size=20)
)


def line(content: str) -> Line:
    return Line(0, len(content), content)


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("Beslut", "beslut"),
        ("BESLUT", "beslut"),
        ("Beslut:", "beslut"),
        ("Hamnnämndens beslutsordning", "beslutsgång"),
        ("Ärendets behandling under mötet", "överläggning"),
        ("2. Beslut", "beslut"),  # numbered headings
        ("Kommunstyrelsens överläggningar", "överläggning"),
        ("Särskilt yttrande [M]", "särskilt yttrande"),
        ("Reservation (V, MP)", "reservation"),
        ("Hamnnämndens beslut", "beslut"),
        ("Socialnämnd Norrs beslut", "beslut"),
        ("Hamnnämnden beslutar följande", "beslut"),
        ("Nämnden beslutar att", "beslut"),
        ("Kommunstyrelsens förslag till kommunfullmäktige", "beslut"),
        ("Förslag till beslut", "förslag"),
        ("Yrkanden", "yrkande"),
        ("Ledamöternas förslag till beslut", "yrkande"),
        ("Yrkande/n", "yrkande"),
        ("Yrkanden på dagens sammanträde", "yrkande"),
        ("Återremissyrkande", "yrkande"),
        ("Propositionsordning", "beslutsgång"),
        ("Beslutsgång 2", "beslutsgång"),
        ("Omröstningsresultat", "votering"),
        ("Votering 2", "votering"),
        ("Voteringslista § 7", "votering"),
        ("Voteringslista till § 7: Ny brygga", "votering"),
        ("Voteringslista § 7 framgår av bilaga", None),
        ("Omröstningslista nr 2", "votering"),
        ("Reservation", "reservation"),
        ("Blank reservation", "reservation"),
        ("Reservation (S)", "reservation"),  # whose it is, in parentheses
        ("Särskilda uttalanden", "särskilt uttalande"),
        ("Särskilt yttrande", "särskilt yttrande"),
        ("Röstförklaring", "särskilt yttrande"),
        ("Protokollsanteckningar", "protokollsanteckning"),
        ("Ersättaryttrande", "ersättaryttrande"),
        ("Ersättares yttrande", "ersättaryttrande"),
        ("Jäv", "jäv"),
        ("Deltar ej i beslutet", "deltar ej"),
        ("Deltagande i beslut", "deltar ej"),
        ("Skrivelse från M om bryggan", "skrivelse"),
        ("Ärendet", "bakgrund"),
        ("Expedieras till", "slut"),
        ("Beslutet skickas till", "slut"),
        ("Beslut expedieras till:", "slut"),
        # as others print them
        ("Ställda yrkanden", "yrkande"),
        ("Framförda förslag", "yrkande"),
        ("Avslagsyrkande", "yrkande"),
        ("Yrkanden och beslutsgång", "yrkande"),
        ("Propositionsordning och omröstning", "beslutsgång"),
        ("Ordförandens proposition", "beslutsgång"),
        ("Omröstning nr 2", "votering"),
        ("Första omröstningen", "votering"),
        ("Huvudomröstning", "votering"),
        ("Sluten omröstning", "votering"),
        ("Resultat av omröstningen", "votering"),
        ("Omröstning och beslut", "votering"),
        ("Reservation och protokollsanteckning", "reservation"),
        ("Protokollsanteckningar och reservationer", "reservation"),
        ("Jävig", "jäv"),
        ("Deltar ej i beslut", "deltar ej"),
        ("Ledamöter som inte deltar i beslutet", "deltar ej"),
        ("Icke deltagande", "deltar ej"),
        ("Hamnnämndens beslut för egen del", "beslut"),
        ("Talarlista", "bakgrund"),
        # with whose words stand below
        ("Reservation från Moderaterna", "reservation"),
        ("Skriftlig reservation av Eva Ek (S) och Bo Alm (M)", "reservation"),
        ("Protokollsanteckning från M och L", "protokollsanteckning"),
        ("Särskilt yttrande från Moderaterna (M), Liberalerna (L)", "särskilt yttrande"),
        ("Reservation av Eva Ek (S) lämnas", None),
        ("Reservation från juni", None),
        # two in one
        ("Reservation/Särskilt yttrande", "reservation"),
        ("Yrkanden/Förslag", "yrkande"),
        ("Yrkanden/Nils", None),
        # running text that begins with a heading's word
        ("Beslut togs i går om bryggan", None),
        ("Yrkanden som lagts i dag", None),
        ("beslut", None),
        ("Beslut.", None),
        ("Reservation,", None),
        ("Beslut om " + "x" * 100, None),
        ("", None),
    ],
)
def test_heading_kind(printed: str, kind: str | None) -> None:
    assert heading_kind(line(printed)) == kind


@pytest.mark.parametrize(
    ("printed", "kind", "rest"),
    [
        ("Yrkanden Eva Ek (S) yrkar bifall", "yrkande", "Eva Ek (S) yrkar bifall"),
        ("Beslut: Nämnden köper en båt", "beslut", "Nämnden köper en båt"),
        ("BESLUT 1. Köpa båt", "beslut", "1. Köpa båt"),
        ("Beslut ”köpa båt”", "beslut", "”köpa båt”"),
        ("Votering Ja: 5", "votering", "Ja: 5"),
        ("Beslutsexpediering: akten, presidiet", "slut", "akten, presidiet"),
        ("Reservation (S) Eva Ek reserverar sig", "reservation", "Eva Ek reserverar sig"),
        ("Ärendet Förvaltningen skriver", "bakgrund", "Förvaltningen skriver"),
    ],
)
def test_inline_heading(printed: str, kind: str, rest: str) -> None:
    found = inline_heading(line(printed))
    assert found is not None
    assert (found[0], printed[found[1] :]) == (kind, rest)


@pytest.mark.parametrize(
    "printed",
    [
        # what follows is no capital that a heading explains
        "Yrkanden som lagts",
        "yrkanden Eva Ek (S)",
        "Motionen KS, bilaga",
        "Beslut S, V och M",
        "Beslut 2021-03-04 togs",
        "Beslut 2:1",
        # papers by whose they are
        "Yrkande (L).",
        "Yrkande (L), (MP) och (C).",
        "Yrkande 2, Siv Ryd",
        "Beslut",
    ],
)
def test_running_text_is_no_inline_heading(printed: str) -> None:
    assert inline_heading(line(printed)) is None


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (
            "Om bryggan.\n\nBeslut\nKöpa den.\n\nReservation\nEva Ek (S)",
            [
                ("början", "", "Om bryggan."),
                ("beslut", "Beslut", "Köpa den."),
                ("reservation", "Reservation", "Eva Ek (S)"),
            ],
        ),
        # glued to its text, at the beginning of a paragraph
        (
            "Beslut Köpa den.\n\nYrkanden Eva Ek (S) yrkar bifall.",
            [
                ("beslut", "Beslut", "Köpa den."),
                ("yrkande", "Yrkanden", "Eva Ek (S) yrkar bifall."),
            ],
        ),
        # and where a sentence ended above
        (
            "Beslut Köpa den.\nYrkanden Eva Ek (S) yrkar bifall.",
            [
                ("beslut", "Beslut", "Köpa den."),
                ("yrkande", "Yrkanden", "Eva Ek (S) yrkar bifall."),
            ],
        ),
        # in the middle of a paragraph the same words are running text
        (
            "Nämnden ser på\nBeslut Köpa den.",
            [("början", "", "Nämnden ser på\nBeslut Köpa den.")],
        ),
        ("Inga rubriker alls.", [("början", "", "Inga rubriker alls.")]),
        ("\n\n", []),
        # what a body proposes to a higher one: decided, or proposed
        (
            "Beslut\nHamnnämndens förslag till kommunfullmäktige\nKöpa den.",
            [
                ("beslut", "Beslut", ""),
                ("beslut", "Hamnnämndens förslag till kommunfullmäktige", "Köpa den."),
            ],
        ),
        (
            "Förslag till beslut\nHamnutskottets förslag till kommunstyrelsen\nSälja.",
            [
                ("förslag", "Förslag till beslut", ""),
                ("förslag", "Hamnutskottets förslag till kommunstyrelsen", "Sälja."),
            ],
        ),
        # what opens a proposal is no decision
        (
            "Förslag till beslut\nHamnnämnden beslutar att\n1. köpa den.\nBeslut\nSälja.",
            [
                ("förslag", "Förslag till beslut", ""),
                ("förslag", "Förslag till beslut", "1. köpa den."),
                ("beslut", "Beslut", "Sälja."),
            ],
        ),
        # a heading with nothing below it
        ("Beslut\nYrkanden\n", [("beslut", "Beslut", ""), ("yrkande", "Yrkanden", "")]),
    ],
)
def test_sections(content: str, found: list[tuple[str, str, str]]) -> None:
    parts = cut(content)
    assert [(s.kind, s.label, content[s.start : s.end].strip()) for s in parts] == found


def test_a_heading_known_by_layout_only() -> None:
    content = "Beslut\nKöpa den.\nHamnkaptenens ord\nDet blåser."
    place = content.index("Hamnkaptenens")
    laid_out = Text(content, headings=(Span(place, place + 17),))
    found = [(s.kind, s.label) for s in sections(laid_out, Span(0, len(content)))]
    assert found == [("beslut", "Beslut"), ("okänd", "Hamnkaptenens ord")]


def test_bold_running_text_is_no_heading() -> None:
    content = "Det här är viktigt.\nKöpa den."
    laid_out = Text(content, headings=(Span(0, 19),))
    assert [s.kind for s in sections(laid_out, Span(0, len(content)))] == ["början"]


def test_sections_of_a_stretch_stay_inside_it() -> None:
    content = "Beslut\nA.\nYrkanden\nB."
    (only,) = sections(text(content), Span(0, content.index("Yrkanden")))
    assert (only.kind, only.end) == ("beslut", content.index("Yrkanden"))


@QUICK
@given(LINES)
def test_sections_lie_in_order_without_gaps(lines: list[str]) -> None:
    parts = cut("\n".join(lines))
    assert all(s.heading.start <= s.heading.end <= s.start <= s.end for s in parts)
    assert all(a.end == b.heading.start for a, b in zip(parts, parts[1:], strict=False))


@QUICK
@given(LINES)
def test_lines_give_back_their_text(lines: list[str]) -> None:
    content = "\n".join(lines)
    for one in lines_of(content, Span(0, len(content))):
        assert content[one.start : one.end].strip(" \t\u00a0") == one.text


def test_heading_that_ends_in_an_abbreviation() -> None:
    assert heading_kind(line("Reservationer m.m.")) == "reservation"
