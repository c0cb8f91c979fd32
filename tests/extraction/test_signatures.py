"""Who signed a paper, and for which party."""

import pytest

from pipeline.extraction.context import gather
from pipeline.extraction.signatures import (
    named_with_party,
    party_line,
    signature,
    signed_date,
    signers_with_party,
)
from tests.extraction.texts import text

WORDS = "Hamnen har få bryggor. Bo Tegel (S) säger att det räcker.\n\n"


@pytest.mark.parametrize(
    ("closing", "letterhead", "signers"),
    [
        ("Siv Ryd (L)", (), [("Siv Ryd", "L")]),
        # lower case in older papers
        ("Siv Ryd (fp)", (), [("Siv Ryd", "L")]),
        ("Siv Ryd, Liberalerna\nTore Gran, SD", (), [("Siv Ryd", "L"), ("Tore Gran", "SD")]),
        ("Siv Ryd/Liberalerna", (), [("Siv Ryd", "L")]),
        ("Siv Ryd\nLiberalerna i Tallvik", (), [("Siv Ryd", "L")]),
        ("Siv Ryd\nGruppledare (L)", (), [("Siv Ryd", "L")]),
        ("För Liberalernas fullmäktigegrupp\n\nSiv Ryd\nGruppledare", (), [("Siv Ryd", "L")]),
        # each party below its own name
        (
            "Siv Ryd\nLiberalerna\n\nTore Gran\nSverigedemokraterna",
            (),
            [("Siv Ryd", "L"), ("Tore Gran", "SD")],
        ),
        # several parties on one line belong to no name
        ("Siv Ryd\nTore Gran\nLiberalerna och Sverigedemokraterna", (), [
            ("Siv Ryd", ""), ("Tore Gran", ""), (None, "L SD"),
        ]),
        # columns far apart, with dotted lines to sign on
        (
            "För Liberalerna                                För Moderaterna                 "
            "     "
            "          För Kristdemokraterna\n…………………………            ………………………\n"
            "Siv Ryd                Göran Ek                  Nils Ask",
            (),
            [("Siv Ryd", ""), ("Göran Ek", ""), ("Nils Ask", ""), (None, "L M KD")],
        ),
        # columns that lost their space: names above roles, or no names at all
        (
            "Siv Ryd Tore Gran\nGruppledare (L) Gruppledare (SD)",
            (),
            [("Siv Ryd", "L"), ("Tore Gran", "SD")],
        ),
        ("För Liberalerna\nSiv Ryd Tore Gran", (), [(None, "L")]),
        # a role on a line of its own inside a cell
        ("| Siv Ryd Gruppledare (L) | Tore Gran Ledamot (SD) |", (), [
            ("Siv Ryd", "L"), ("Tore Gran", "SD"),
        ]),
        ("Ordförande hamnnämnden\nSiv Ryd (L)", (), [("Siv Ryd", "L")]),
        (
            "Liberalerna genom Siv Ryd och Maj Ek\nModeraterna genom Tore Gran",
            (),
            [("Siv Ryd", "L"), ("Maj Ek", "L"), ("Tore Gran", "M")],
        ),
        ("Siv Ryd   Tore Gran", ("M",), [("Siv Ryd", "M"), ("Tore Gran", "M")]),
        # which party of two in the letterhead is hers, is not known
        ("Siv Ryd\nGruppledare", ("M", "KD"), [("Siv Ryd", "")]),
        ("Tallvik 2021-03-04\nLiberalerna", (), [(None, "L")]),
        ("Med vänlig hälsning\nSiv Ryd (L)\nOrdförande i hamnnämnden", (), [("Siv Ryd", "L")]),
        ("Tallvik dag som ovan\n\nSiv Ryd (L)", (), [("Siv Ryd", "L")]),
        ("Liberalerna\n/Siv Ryd", (), [("Siv Ryd", "L")]),
        ("Gruppledare Siv Ryd\nLiberalerna", (), [("Siv Ryd", "L")]),
        ("Siv Ryd (L) med instämmande av Maj Ek (L)", (), [("Siv Ryd", "L"), ("Maj Ek", "L")]),
    ],
)  # fmt: skip
def test_signers(
    closing: str, letterhead: tuple[str, ...], signers: list[tuple[str | None, str]]
) -> None:
    context = gather("d1", text(WORDS + closing + "\n"))
    signed = signature(context, 0)
    assert signed is not None
    assert signed.span.of(context.content) == closing
    found = signers_with_party(context, signed, letterhead)
    assert [(one.name, " ".join(one.parties)) for one in found] == signers


@pytest.mark.parametrize(
    "closing",
    [
        # a name in running text signs nothing
        "",
        "Därför yrkar jag att Siv Ryd (L) svarar.",
        # two words with capitals may be a place
        "Norra Hamnen",
        "Vad säger Siv Ryd (L)?",
        "- att Siv Ryd (L) bygger en brygga",
    ],
)
def test_nobody_signed(closing: str) -> None:
    assert signature(gather("d1", text(WORDS + closing)), 0) is None


@pytest.mark.parametrize(
    "after",
    [
        # the foot of every page, an address, a footnote, what a page of the web goes on with
        "Hamnpartiet | Kajgatan 1",
        "hamn@example.org",
        "[1] Se Hamnarkivet.",
        "Senaste nytt\n- Möt oss på kajen",
    ],
)
def test_what_stands_below_a_signature(after: str) -> None:
    content = f"Hamnpartiet | Kajgatan 1\n\n{WORDS}Siv Ryd (L)\n\n{after}\n"
    signed = signature(gather("d1", text(content)), 0)
    assert signed is not None
    assert signed.span.of(content).startswith("Siv Ryd (L)")
    assert [one.name for one in signed.signers] == ["Siv Ryd"]


def test_a_short_sentence_with_a_date_is_no_signature() -> None:
    context = gather("d1", text(WORDS + "Hamnen byggdes den 1 maj 1999.\n\nSiv Ryd (L)"))
    signed = signature(context, 0)
    assert signed is not None
    assert signed.span.of(context.content) == "Siv Ryd (L)"


def test_the_name_of_a_group_is_nobodys() -> None:
    content = "Hamnens Vänner\n\nMotion\n\nFler bryggor.\n\nSiv Ryd\nHamnens Vänner\n"
    signed = signature(gather("d1", text(content)), content.index("Fler"))
    assert signed is not None
    assert [(one.name, one.parties) for one in signed.signers] == [("Siv Ryd", ())]


@pytest.mark.parametrize(
    ("closing", "date"),
    [
        ("Tallvik den 4 mars 2021\nSiv Ryd (L)", "2021-03-04"),
        # day before month
        ("Tallvik 4/3 2021\nSiv Ryd (L)", "2021-03-04"),
        ("Siv Ryd (L)", None),
    ],
)
def test_the_date_of_a_signature(closing: str, date: str | None) -> None:
    context = gather("d1", text(WORDS + closing))
    signed = signature(context, 0)
    assert signed is not None
    assert signed_date(signed, context.content) == date


@pytest.mark.parametrize(
    ("line", "parties"),
    [
        ("Liberalerna", ("L",)),
        ("Liberalerna i Tallviks kommun", ("L",)),
        ("För Miljöpartiet de gröna", ("MP",)),
        ("Liberalerna, Moderaterna och Kristdemokraterna", ("L", "M", "KD")),
        ("Liberalerna vill bygga bryggor", ()),
        ("Tallviks kommun", ()),
        ("", ()),
    ],
)
def test_a_line_of_a_party(line: str, parties: tuple[str, ...]) -> None:
    assert party_line(line) == parties


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Liberalerna genom Siv Ryd", [("Siv Ryd", "L")]),
        ("Siv Ryd, Liberalerna", [("Siv Ryd", "L")]),
        ("Liberalerna och Moderaterna", [(None, "L M")]),
        # who speaks for which is not said
        ("Siv Ryd, Tore Gran, Liberalerna och Moderaterna", [
            ("Siv Ryd", ""), ("Tore Gran", ""), (None, "L M"),
        ]),
        ("hamnen", []),
    ],
)  # fmt: skip
def test_names_with_a_party_in_words(words: str, named: list[tuple[str | None, str]]) -> None:
    assert [(one.name, " ".join(one.parties)) for one in named_with_party(words)] == named
