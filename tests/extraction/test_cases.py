"""The matters of minutes: number, title, dnr and type."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extraction.cases import items
from pipeline.extraction.item_types import item_type
from pipeline.models import Span
from tests.extraction.texts import text

BELOW = "\n\nBeslut\nKöpa bryggan."


def found(content: str) -> list[tuple[str, str | None, str | None]]:
    return [(one.number, one.title, one.reference) for one in items(text(content))]


@pytest.mark.parametrize(
    ("head", "item"),
    [
        # forms of the §
        ("§ 4 Ny brygga", ("4", "Ny brygga", None)),
        ("§4 Ny brygga", ("4", "Ny brygga", None)),
        # the code of its class beside the dnr; the title below it, after an empty line
        ("§ 4          Dnr 234-05   101\n\nNy brygga", ("4", "Ny brygga", "234-05")),
        ("§ 4  Dnr HN-2021-611   Dpl 05\nNy brygga", ("4", "Ny brygga", "HN-2021-611")),
        ("§ 4 Ny brygga\nHn/2021:97 759", ("4", "Ny brygga", "Hn/2021:97 759")),
        ("§ 4\nDnr 16HN382\n\nNy brygga", ("4", "Ny brygga", "16HN382")),
        # the letters of a board and its committee before it
        ("RS AU § 4 Ny brygga", ("4", "Ny brygga", None)),
        ("Ks Au § 4\n\nNy brygga", ("4", "Ny brygga", None)),
        # the number that another body gave the matter
        ("KS § 4     Au § 84     Dnr 2016/123\n\nNy brygga", ("4", "Ny brygga", "2016/123")),
        ("§ 4 Ny brygga\nDnr 2011/KS 0193 10", ("4", "Ny brygga", "2011/KS 0193 10")),
        # the code of its class glued to the dnr
        (
            "§ 4        Diarienummer 00123/20211.2.3.\nNy brygga",
            ("4", "Ny brygga", "00123/2021"),
        ),
        ("§ 4        Diarienummer 00123/2021\nNy brygga", ("4", "Ny brygga", "00123/2021")),
        # years are no dnr; one in brackets is
        ("§ 4\nVEP 2021-2023\nDnr 20HN5", ("4", "VEP 2021-2023", "20HN5")),
        ("§ 4 Ny brygga (2023/455)", ("4", "Ny brygga", "2023/455")),
        ("§ 4  VoO.2012.0123\n\nNy brygga", ("4", "Ny brygga", "VoO.2012.0123")),
        ("§ 4 Ny brygga (förslag 7)\nLS 1302-0214", ("4", "Ny brygga", "LS 1302-0214")),
        ("§ 4 Budget för läsåret (2023/2024)", ("4", "Budget för läsåret (2023/2024)", None)),
        ("§ 4\tNy brygga", ("4", "Ny brygga", None)),
        # a part of a paragraph
        ("Del av § 4\nNy brygga", ("4", "Ny brygga", None)),
        ("Del av § 4 Ny brygga", ("4", "Ny brygga", None)),
        ("KS del av § 4 Ny brygga", ("4", "Ny brygga", None)),
        ("§ 4 (del av) Ny brygga", ("4", "Ny brygga", None)),
        ("§ 4, del 2 Ny brygga", ("4", "Ny brygga", None)),
        ("§ 4. Ny brygga", ("4", "Ny brygga", None)),
        ("§ 4 - Ny brygga", ("4", "Ny brygga", None)),
        ("§ 4: Ny brygga", ("4", "Ny brygga", None)),
        # the title above a § with only its dnr, and a dnr without its word before the title
        ("Ny brygga\n\n§ 27, 0188/24", ("27", "Ny brygga", "0188/24")),
        (
            "Svar om en ny brygga § 27, HN-2024-00188",
            ("27", "Svar om en ny brygga", "HN-2024-00188"),
        ),
        (
            "Svar om en ny brygga § 27 Ärendenummer HN-2024-00188",
            ("27", "Svar om en ny brygga", "HN-2024-00188"),
        ),
        ("§ 4 HN 2021/17 Ny brygga", ("4", "Ny brygga", "HN 2021/17")),
        ("§ 4 HN 2021/17, Ny brygga", ("4", "Ny brygga", "HN 2021/17")),
        ("§ 4 2021/00017 Ny brygga", ("4", "Ny brygga", "2021/00017")),
        # a public report that begins a title is no dnr
        ("§ 4 SOU 2021:17 Ny brygga", ("4", "SOU 2021:17 Ny brygga", None)),
        ("§ 4/21 Ny brygga", ("4", "Ny brygga", None)),
        ("§ 4a Ny brygga", ("4a", "Ny brygga", None)),
        ("§ 4 b Ny brygga", ("4b", "Ny brygga", None)),
        ("§ 1204 Ny brygga", ("1204", "Ny brygga", None)),
        ("KS § 4 Ny brygga", ("4", "Ny brygga", None)),
        ("Paragraf § 4\nNy brygga", ("4", "Ny brygga", None)),
        ("Ärende § 4 Ny brygga", ("4", "Ny brygga", None)),
        ("§ 4\nBeslut i fråga om ny brygga", ("4", "Beslut i fråga om ny brygga", None)),
        # the title below, over two lines, and torn by an empty line
        ("§ 4\nNy brygga", ("4", "Ny brygga", None)),
        ("§ 4\n\nNy brygga", ("4", "Ny brygga", None)),
        ("§ 4 Ny brygga i\ngästhamnen", ("4", "Ny brygga i gästhamnen", None)),
        ("§ 4 Svar på motion om\n\nny brygga", ("4", "Svar på motion om ny brygga", None)),
        # … before a name, and before the letters of a party
        ("§ 4 Svar på motion från\nEva Ek", ("4", "Svar på motion från Eva Ek", None)),
        (
            "§ 4 Motion från Eva Ek\n(SD) om bryggor\nÄrendenummer: Ks 17/2021",
            ("4", "Motion från Eva Ek (SD) om bryggor", "Ks 17/2021"),
        ),
        # the title before the §
        (
            "Svar på motion om brygga § 27, 0188/24",
            ("27", "Svar på motion om brygga", "0188/24"),
        ),
        (
            "Svar på motion om brygga\n§ 27, 0188/24",
            ("27", "Svar på motion om brygga", "0188/24"),
        ),
        # dnr: with its word, alone on a line, at the end of the title
        ("§ 4\nNy brygga\nDnr HN 2021/17", ("4", "Ny brygga", "HN 2021/17")),
        ("§ 4 Dnr 2021/17\nNy brygga", ("4", "Ny brygga", "2021/17")),
        ("HN § 4 DNR: HU.2021.17\n\nNy brygga", ("4", "Ny brygga", "HU.2021.17")),
        ("§ 4 Ny brygga Dnr: 21/0044", ("4", "Ny brygga", "21/0044")),
        ("§ 4 Ny brygga\nDiarienummer HN 2021/17", ("4", "Ny brygga", "HN 2021/17")),
        ("§ 4 Ny brygga\nÄrendenr: HN 2021-00017", ("4", "Ny brygga", "HN 2021-00017")),
        ("Paragraf 4 Ny brygga\n\nDnr 2021-17", ("4", "Ny brygga", "2021-17")),
        ("§ 4 Ny brygga\nÄrende HN 2021-00017", ("4", "Ny brygga", "HN 2021-00017")),
        ("§ 4 Ny brygga\nHN/2021:17", ("4", "Ny brygga", "HN/2021:17")),
        ("§ 4 Ny brygga\nHN2021.0017-1", ("4", "Ny brygga", "HN2021.0017-1")),
        ("§ 4 Ny brygga (Hn/2021:17)", ("4", "Ny brygga", "Hn/2021:17")),
        ("§ 4 Ny brygga\n(HN 2021/17)", ("4", "Ny brygga", "HN 2021/17")),
        ("§ 4\n\nNy brygga\n\n2021/17", ("4", "Ny brygga", "2021/17")),
        ("§ 4\n2021/17\nNy brygga", ("4", "Ny brygga", "2021/17")),
        ("§ 4 Ny brygga HN 2021/17", ("4", "Ny brygga", "HN 2021/17")),
        ("§ 4 Ny brygga (HN 2021/17)", ("4", "Ny brygga", "HN 2021/17")),
        ("§ 4 Ny brygga, dnr HN 2021/17", ("4", "Ny brygga", "HN 2021/17")),
        # a public report is part of the title
        ("§ 4 Ny brygga (SOU 2021:17)", ("4", "Ny brygga (SOU 2021:17)", None)),
        # the report behind it
        ("§ 4\nNy brygga\n(Utlåtande 2021:17)", ("4", "Ny brygga", None)),
        # running text below a title does not belong to it
        (
            "§ 4 Ny brygga\nNämnden såg på saken. Det tog tid.",
            ("4", "Ny brygga", None),
        ),
    ],
)
def test_item(head: str, item: tuple[str, str | None, str | None]) -> None:
    assert found(head + BELOW) == [item]


@pytest.mark.parametrize(
    "content",
    [
        # a § of running text or of a range is no matter
        "Enligt\n§ 19, att ordna saken",
        "§ 1-4 justeras",
        "§ 1–§ 4 justeras",
        "§§ 1, 2 och 3",
        # a sentence that goes on
        "Enligt ordningen, antagen den 26 februari 2021,\n§ 51.\nBesluten finns i rådhuset.",
        # above the columns of ballots
        "§ 1          § 2",
        "Enligt kommunallagen § 4 gäller annat",
        "§ 4:12 hamnordningen",
        "Ingen alls",
        "",
        "Del av § 4 justeras omedelbart.",
    ],
)
def test_no_item(content: str) -> None:
    assert found(content) == []


@pytest.mark.parametrize(
    ("content", "numbers"),
    [
        ("§ 1 Upprop\n\n§ 2 Ny brygga\n\n§ 3 Ny kaj" + BELOW, ["1", "2", "3"]),
        # a § of another text that a matter quotes
        (
            "§ 1 Upprop\n\n§ 2 Ny brygga\n\nBeslut\nKöpa.\n\nYrkande\n”Ändras till:\n"
            "§22 punkt 12 "
            "utgår”\n\n§ 3 Ny kaj" + BELOW,
            ["1", "2", "3"],
        ),
        # a list of contents with leaders, and a matter that is only there
        ("§ 1 Upprop ....... 3\n§ 2 Brygga . . . . . 4\n\n§ 2 Brygga" + BELOW, ["2"]),
        # a heading inside a matter that opens with a lower-case § line
        ("§ 1 Upprop\n§ 19, att ordna saken\n\n§ 2 Brygga" + BELOW, ["1", "2"]),
    ],
)
def test_items_in_order(content: str, numbers: list[str]) -> None:
    assert [number for number, _, _ in found(content)] == numbers


def test_a_list_of_contents_with_the_same_numbers() -> None:
    content = (
        "§ 1 Upprop\n§ 2 Ny brygga\n\n§ 1 Upprop\nAlla svarar och är på plats.\n\n"
        "§ 2 Ny brygga\n\nBeslut\nNämnden köper en ny brygga av trä."
    )
    first, second = items(text(content))
    assert (first.number, second.number) == ("1", "2")
    assert content[first.body_start : first.end].strip() == "Alla svarar och är på plats."
    assert "Nämnden köper en ny brygga" in content[second.body_start : second.end]


def test_a_list_of_contents_with_titles_below_the_signs() -> None:
    content = (
        "Innehållsförteckning\n§ 4 Dnr 00012/2021\nNy brygga ........ 3\n"
        "§ 5 Diarienummer 00013/2021\nHamnplan ........ 4\n\n"
        "§ 4      Dnr 00012/2021\nNy brygga\nBeslut\nKöpa bryggan.\n\n"
        "§ 5      Diarienummer 00013/2021\nHamnplan\nBeslut\nPlanen antas."
    )
    assert found(content) == [
        ("4", "Ny brygga", "00012/2021"),
        ("5", "Hamnplan", "00013/2021"),
    ]


def test_items_of_a_stretch() -> None:
    content = "§ 1 Upprop\n\n§ 2 Ny brygga\n\n§ 3 Ny kaj\n"
    inside = Span(content.index("§ 2"), content.index("§ 3"))
    (only,) = items(text(content), inside)
    assert (only.number, only.end) == ("2", inside.end)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Valärenden", "val"),
        ("Upprop", "formalia"),
        ("Val av justerare", "formalia"),
        ("Protokollsjustering", "formalia"),
        ("Godkännande av dagordning", "formalia"),
        ("Övriga frågor", "formalia"),
        ("Anmälan av jäv", "formalia"),
        ("Fråga om mötet är i laga ordning utlyst", "formalia"),
        ("Motion om brygga", "motion"),
        ("Yttrande över motion om båtar", "motion"),  # a referred motion is still a motion
        ("Svar på interpellation om kajen", "interpellation"),
        ("Fråga om båtar", "fråga"),
        ("Enkel fråga om båtar", "fråga"),
        ("Val av ordförande", "val"),
        ("Avsägelse från Eva Ek", "val"),
        ("Val till hamnstyrelsen", "val"),
        ("Befrielse från uppdrag som revisor", "val"),
        ("Remiss om hamnordning", "remiss"),
        ("Yttrande över ny kajplan", "remiss"),
        ("Anmälan av beslut", "anmälan"),
        ("Delegationsbeslut", "anmälan"),
        ("Information om kajen", "anmälan"),
        ("Skrivelse från M", "skrivelse"),
        ("Årsredovisning 2020", "redovisning"),
        ("Delårsrapport", "redovisning"),
        ("Ny brygga", "förslag"),
        ("Valborgsfirande i hamnen", "förslag"),
        (None, "förslag"),
    ],
)
def test_item_type(title: str | None, kind: str) -> None:
    assert item_type(title) == kind


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["§ 1 Upprop", "§ 2", "Ny brygga", "Dnr 2021/17", "Beslut", ""])
        | st.text("§ 12,-/a\n", max_size=12)
    )
)
def test_items_lie_in_order_with_every_number_once(lines: list[str]) -> None:
    content = "\n".join(lines)
    rows = items(text(content))
    assert all(0 <= r.start <= r.body_start <= r.end <= len(content) for r in rows)
    assert [r.start for r in rows] == sorted(r.start for r in rows)
    assert len({r.number for r in rows}) == len(rows)


@pytest.mark.xfail(strict=True, reason="a § at the beginning of a line hides the title above")
def test_titles_above_and_beside_the_sign() -> None:
    content = (
        f"Ny brygga i hamnen\n§ 27, 0188/24{BELOW}\n\nKajens framtid § 28, 0190/24{BELOW}"
    )
    assert found(content) == [
        ("27", "Ny brygga i hamnen", "0188/24"),
        ("28", "Kajens framtid", "0190/24"),
    ]


@pytest.mark.parametrize(
    ("content", "numbers"),
    [
        # the number before the §, or without one where none has any
        ("33 § Mötets öppnande\n\n34 § Ny brygga\n\n35 § Ny kaj\n", ["33", "34", "35"]),
        (
            "35. Mötets öppnande\n\n36. Ny brygga\nNämnden beslutar:\n1. Bryggan byggs.\n"
            "2. Den målas.\n\n37. Ny kaj\n",
            ["35", "36", "37"],
        ),
        # the body's whole name before it, where nothing has a bare §; alone it tells a round
        (
            "Kommunstyrelsen § 33\nNy brygga\n\nKommunstyrelsen § 34 Ny kaj\n\n"
            "Kommunstyrelsen § 35\nNy hamn\n",
            ["33", "34", "35"],
        ),
        ("§ 4 Ny brygga\n\nHandlingar\nKommunstyrelsen § 97\n", ["4"]),
        ("Ny brygga\n\nHandlingar\nKommunstyrelsen § 97\n", []),
        # the round of a committee that the heading already names
        ("Sn § 52  Au § 86  Dnr 2016/112\n\nNy brygga\n\nAu § 86\nFörslag", ["52"]),
        # a list that is no row of matters, or stands beside some
        ("1. Bryggan byggs\n\n4. Kajen rivs\n\n9. Hamnen fylls\n", []),
        ("§ 4 Ny brygga\n\n1. Bryggan byggs\n2. Den målas\n3. Den rivs\n", ["4"]),
    ],
)
def test_numbers_before_or_without_the_sign(content: str, numbers: list[str]) -> None:
    assert [number for number, _, _ in found(content)] == numbers


def test_titles_behind_the_sign_where_lines_are_lost() -> None:
    content = (
        "3 Sida 3 (9) Ks § 4 Dnr KS 2014/12 Ny brygga i hamnen Styrelsens beslut Köpa.\n\n"
        "4 Sida 4 (9) Ks § 5 Dnr KS 2014/13 Ny kaj Styrelsens beslut Sälja.\n"
    )
    assert found(content) == [
        ("4", "Ny brygga i hamnen", "KS 2014/12"),
        ("5", "Ny kaj", "KS 2014/13"),
    ]
