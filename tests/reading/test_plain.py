"""Plain text: encodings, characters, running heads, pages."""

from collections.abc import Callable
from unicodedata import normalize

import pytest

from pipeline.reading import read
from tests.reading.files import headings

SENTENCE = "Nämnden åt räksmörgås – och beslöt.\n"
HEAD = "Bynämnden\n\nProtokoll nr 7\nSammanträdesdatum: 2031-05-04\n\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_plain_encodings(encoding: str) -> None:
    text = read(SENTENCE.encode(encoding), "a.txt")
    assert (text.content, text.findings) == (SENTENCE, ())


def test_plain_broken_utf8_is_noted() -> None:
    text = read((SENTENCE * 5).encode() + b"\xc3", "a.txt")
    assert text.content.startswith(SENTENCE)
    assert text.findings


@pytest.mark.parametrize(
    ("source", "content"),
    [
        ("a\r\nb\rc", "a\nb\nc\n"),
        ("\n\n a\tb\u00a0c \n\n\n\nd", "a b c\n\nd\n"),
        ("o\ufb03ciell sam\u00adman\u200btra\u0308de\x07", "officiell sammanträde\n"),
        # stars and tildes of a text without marks stay
        ("Belopp* i kronor\n* exklusive moms", "Belopp* i kronor\n* exklusive moms\n"),
        ("ca ~~ 5 procent", "ca ~~ 5 procent\n"),
        ("Att:\n• ja\n– nej", "Att:\n- ja\n- nej\n"),
        ("den utför\n– på uppdrag – insatsen", "den utför\n– på uppdrag – insatsen\n"),
        ("Underskrift\n__________", "Underskrift\n__________\n"),
        # words broken at the line end
        ("ett tjäns-\nteutlåtande från nämnden", "ett tjänsteutlåtande\nfrån nämnden\n"),
        ("i Enskede-\nÅrsta", "i Enskede-Årsta\n"),
        ("en EU-\npolicy", "en EU-policy\n"),
        ("den 2022-\n12-14 sades", "den 2022-12-14\nsades\n"),
        ("barn-\noch ungdomsnämnden", "barn-\noch ungdomsnämnden\n"),
        ("Ja –\nnej", "Ja –\nnej\n"),
        # cells that tabs part, in rows that follow each other
        (
            "Ledamot\tJa\tNej\nEva Ek (S)\tX\t\nBo Alm (M)\t\tX\n\nSlut",
            "| Ledamot | Ja | Nej |\n| Eva Ek (S) | X |  |\n| Bo Alm (M) |  | X |\n\nSlut\n",
        ),
        ("§ 4\tDnr\t7\nNy brygga\nDnr\t8\t9", "§ 4 Dnr 7\nNy brygga\nDnr 8 9\n"),
        # rows of a list with marks stand to each other as printed
        (
            "     Namn         Ja   Nej\n   Bo Ek            X\nMaja Ek               "
            "  X\n\n   Slut",
            "     Namn         Ja   Nej\n   Bo Ek            X\nMaja Ek               "
            "  X\n\nSlut\n",
        ),
    ],
)  # fmt: skip
def test_plain_content(source: str, content: str) -> None:
    text = read(source.encode(), "a.txt")
    assert (text.content, text.media_type) == (content, "text/plain")
    assert headings(text) == []


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        ("811218-9876", True),
        ("19811218-9876", True),
        ("198112189876", True),
        ("811278-9873", True),  # a coordination number
        ("811218-9875", False),  # wrong check digit
        ("556036-0793", False),  # a company's number
        ("811318-9877", False),  # no such month
    ],
)
def test_plain_personal_numbers(number: str, masked: bool) -> None:
    text = read(f"Anmälan om {number} inkom.".encode(), "a.txt")
    assert (number not in text.content) is masked
    assert len(text.content) == len(f"Anmälan om {number} inkom.\n")
    assert bool(text.findings) is masked


def paged(*bodies: str, feed: str = "") -> str:
    return "".join(
        f"{number} ({len(bodies)})\n\n{feed}{HEAD}{body}\n\n"
        for number, body in enumerate(bodies, 1)
    )


def with_spaces(source: str) -> str:
    """Each line with white space at its end."""
    return source.replace("\n", "  \n")


def in_two_signs(source: str) -> str:
    """Å, ä and ö as a letter and a mark above it."""
    return normalize("NFD", source)


@pytest.mark.parametrize("feed", ["", "\f"])
@pytest.mark.parametrize("written", [str, with_spaces, in_two_signs])
def test_plain_running_heads_are_kept_once(feed: str, written: Callable[[str], str]) -> None:
    """Mistake 13: a running head becomes a sentence."""
    source = written(paged("Ett.", "Två.", "Tre.", "Fyra.", "Fem.", feed=feed))
    text = read(source.encode(), "a.txt")
    words = "Bynämnden Protokoll nr 7 Sammanträdesdatum: 2031-05-04 Ett. Två. Tre. Fyra. Fem."
    assert text.content.split() == words.split()


def test_plain_pages_from_printed_numbers() -> None:
    text = read(paged("Ett.", "Två.", "Tre.", "Fyra.").encode(), "a.txt")
    assert [page.number for page in text.pages] == [1, 2, 3, 4]
    assert text.page_at(text.content.index("Tre.")) == 3


def test_plain_pages_from_form_feeds() -> None:
    text = read(b"Ett.\n\x0cTv\xc3\xa5.\n\x0cTre.\n", "a.txt")
    assert [(page.number, page.start) for page in text.pages] == [(1, 0), (2, 6), (3, 12)]


def test_plain_heading_between_head_lines_is_kept() -> None:
    pages = [
        paged("Ett.", "Två.", "Tre.", "Fyra."),
        "Bynämnden\n\nOmröstning\n\nProtokoll nr 7\n",
    ]
    text = read(("".join(pages) + "Sammanträdesdatum: 2031-05-04\n\nFem.").encode(), "a.txt")
    assert text.content.split()[-3:] == ["Fyra.", "Omröstning", "Fem."]


def test_plain_heads_of_different_bodies_are_kept() -> None:
    source = "\n\n".join(
        f"{body}\n\nUtdrag ur protokoll Sammanträdesdatum: 2031-05-04\n\nText."
        for body in ("Skolnämnden", "Bynämnden", "Bynämnden", "Kulturnämnden")
    )
    content = read(source.encode(), "a.txt").content
    assert content.count("Sammanträdesdatum") == 3
    assert content.count("Bynämnden") == 1


def test_plain_repeated_lines_that_are_no_heads_stay() -> None:
    source = "".join(f"§ {number}\n\nBeslut\n\nNämnden bifaller.\n\n" for number in range(9))
    content = read(source.encode(), "a.txt").content
    assert content.count("Beslut") == 9


@pytest.mark.parametrize("feed", ["", "\f"])
def test_plain_a_vote_at_the_foot_of_a_page_is_no_foot(feed: str) -> None:
    """The last ballot of every page is Ja in a long list."""
    bodies = [
        f"Ada Ek{number}\nS\nLedamot\nJa\nBo Al{number}\nM\nLedamot\nJa" for number in range(6)
    ]
    content = read(paged(*bodies, feed=feed).encode(), "a.txt").content
    assert content.count("Ja") == 12


def test_plain_lone_list_marks_join_their_items() -> None:
    source = (
        "Kravet gäller om\n\n-\nansökan görs inom den tid som anges,\n\nAda Ek\n\n-\n\nNej"
    )
    content = read(source.encode(), "a.txt").content
    assert "- ansökan görs inom den tid som anges,\n" in content
    assert "\n-\n\nNej" in content


def test_plain_keeps_running_heads_apart() -> None:
    pages = [
        f"Lindvattna kommun\nSida {page} (4)\n\nRad {page} om bryggan.\n"
        for page in range(1, 5)
    ]
    found = read("\f".join(pages).encode(), "a.txt")
    assert "Lindvattna" in found.content + found.around
    assert "Sida 3 (4)" not in found.content
    assert "Sida 3 (4)" in found.around


def test_soft_hyphens() -> None:
    text = "Utdrag ur proto\u00adkoll\n\nNämnden bygger en sim\u00ad\nhall."
    assert read(text.encode(), "a.txt").content.split() == [
        *("Utdrag", "ur", "protokoll", "Nämnden", "bygger", "en", "simhall.")
    ]


def test_plain_one_dated_head_is_left_out_below_whatever_its_page_begins_with() -> None:
    head = "Utdrag ur protokoll Sammanträdesdatum: 2031-05-04"
    source = f"Bygg\n\n{head}\n\nEtt ord.\n\n{head}\n\nTvå ord. {head}\n\nTre\n\n{head} Fyra."
    content = read(source.encode(), "a.txt").content
    assert content.count("\nUtdrag ur protokoll") == 1
    assert content.split()[-1] == "Fyra."


LIST = "Eva Ekström (S), Bo Almgren (V), Siv Rydén (MP), Tore Gran (C) och ordföranden"


def test_plain_a_head_that_tears_the_first_list_stands_at_the_top() -> None:
    content = read(
        f"§ 4 Brygga\n\n{LIST}\n\n{HEAD}Ulla Rask (S) röstar Ja (5).".encode(), "a.txt"
    ).content
    assert content == (
        "Bynämnden\nProtokoll nr 7\nSammanträdesdatum: 2031-05-04\n\n§ 4 Brygga\n\n"
        f"{LIST}\nUlla Rask (S) röstar Ja (5).\n"
    )


def test_plain_a_repeated_head_leaves_no_gap_in_a_list() -> None:
    pages = (
        f"{HEAD}§ 4 Brygga\n\n{LIST}\n\n{HEAD}Ulla Rask (S) röstar Ja (5).\n\n{HEAD}§ 5 Kaj"
    )
    content = read(pages.encode(), "a.txt").content
    assert f"{LIST}\nUlla Rask (S) röstar Ja (5).\n\n" in content
    assert content.count("Bynämnden") == 1
