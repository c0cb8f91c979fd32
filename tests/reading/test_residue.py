"""Heads and feet of pages in the middle of the text."""

from dataclasses import replace

import pytest

from pipeline.reading.assembly import Line
from pipeline.reading.residue import without_residue

TOP = [
    "Sjöby kommun   SAMMANTRÄDESPROTOKOLL   Sida 1 (9)",
    "Kommunstyrelsen   Sammanträdesdatum",
    "2031-05-04",
    "§ 7",
    "Bro över ån",
    *(f"Rad {number} om bron." for number in range(12)),
    "Vi tycker att bron behövs och att",
]
REST = "kommunen ska betala den."
HEAD = ["SJÖBY KOMMUN   SAMMANTRÄDESPROTOKOLL   Sida 2 (9)", "Kommunstyrelsen", "2031-05-04"]


def lines(*texts: str) -> list[Line]:
    return [Line(text, gap=True) for text in texts]


@pytest.mark.parametrize(
    "between",
    [
        ["Justerandes sign          Utdragsbestyrkande"],
        ["Justerandes signatur", "Utdragsbestyrkande"],
        ["Justerandes sign          Utdragsbestyrkande", "_________   _________"],
        ["Ordförandes sign.   Justerandes sign.   Utdragsbestyrkande", *HEAD],
        ["Justerares signatur: ______", "SJÖBY KOMMUN  Protokoll", "Sida 2 av 9"],
        HEAD,
        ["4 (9)"],
        ["SJÖBY STAD          PROTOKOLL          3/9", "Kommunstyrelsen     2031-05-04"],
        ["Sjöby Stad Kommunstyrelsen protokoll", "4 (9)", *HEAD],
        ["Kommunstyrelsen", "Sammanträdesdatum: 2031-05-04", "Blad nr 4"],
        ["Justerandes sign", "Kommunstyrelsen  2031-05-04  Sida 4", "Ks § 7 forts."],
        ["Forts. § 7"],
        ["§ 7 (forts.) Bro över ån"],
        ["§ 7 1379/22 forts."],
        ["§ 7 KS-2031-00012 (forts.)"],
        [*HEAD, "§ 7"],
    ],
)
def test_a_sentence_torn_by_a_page_is_whole(between: list[str]) -> None:
    kept = without_residue(lines(*TOP, *between, REST))
    assert [line.text for line in kept] == [*TOP, REST]
    assert (kept[-1].gap, kept[-1].continues) == (False, True)


@pytest.mark.parametrize(
    "text",
    [
        "Kommunstyrelsen beslutar",
        "Kommunstyrelsens beslut",
        "Kommunstyrelsen",
        "2031-05-04",
        "Justerande  ______________",
        "§ 8",
        "Protokoll från årsmötet",
        "Signaturen har bytts ut.",
        "Utdragsbestyrkande",
        "34/24",
        "Datum 2031-05-04 4/124",
    ],
)
def test_other_lines_stay(text: str) -> None:
    read = lines(*TOP, text, "Nytt stycke.")
    assert [line.text for line in without_residue(read)] == [line.text for line in read]


def test_a_head_that_only_repetition_tells() -> None:
    heads = [f"Sjölyan   Byrådsprotokoll   {page} (9)" for page in range(1, 5)]
    torn = [*TOP, heads[0], REST, "Nytt.", heads[1], "Mer.", heads[2]]
    kept = [line.text for line in without_residue(lines(*torn))]
    assert kept == [*TOP, REST, "Nytt.", "Mer."]
    # a line that stands twice, or has another text each time, is no head
    twice = [*TOP, heads[0], REST, heads[1]]
    assert [line.text for line in without_residue(lines(*twice))] == twice


def test_the_first_head_stays_and_that_of_another_meeting() -> None:
    other = ["Socialnämnden", "Sammanträdesdatum: 2031-06-01", "Sida 1 (2)"]
    kept = [line.text for line in without_residue(lines(*TOP, *HEAD, *other, "§ 3"))]
    assert kept == [*TOP, *HEAD, *other, "§ 3"]


def test_the_first_date_of_a_meeting_stays_below_the_first_paragraph() -> None:
    read = ["Kommunstyrelsen", "2031-05-04", "§ 7", "Beslut", "Bron byggs.", *["En rad."] * 9]
    head = ["Kommunstyrelsen", "Sammanträdesdatum: 2031-05-04"]
    kept = [line.text for line in without_residue(lines(*read, *head, "§ 8", *head, "Slut."))]
    assert kept == [*read, *head, "§ 8", "Slut."]


@pytest.mark.parametrize(("page", "stays"), [("Sid 1 (2)", True), ("Sid 2 (2)", False)])
def test_the_head_of_an_extract_goes_where_its_page_is_a_later_one(
    page: str, stays: bool
) -> None:
    head = ["Protokollsutdrag", f"Kommunstyrelsen   2031-05-04   {page}"]
    kept = [line.text for line in without_residue(lines(*TOP, *head, REST))]
    assert (kept == [*TOP, *head, REST]) is stays


def test_a_paragraph_listed_among_the_contents_begins_below_the_head() -> None:
    contents = ["§ 7 Bro över ån", *HEAD, "§ 7 Bro över ån", "Beslut"]
    kept = [line.text for line in without_residue(lines(*TOP[:3], *TOP[5:17], *contents))]
    assert kept[-3:] == ["§ 7 Bro över ån", "§ 7 Bro över ån", "Beslut"]


@pytest.mark.parametrize(("page", "stays"), [(2, False), (1, True)])
def test_a_matter_printed_again_at_the_head_of_a_page(page: int, stays: bool) -> None:
    matter = lines("§ 7 1379/22", "Bro över ån", "Beslut", "Bron byggs.", *TOP[5:7])
    first = [replace(line, page=1) for line in matter]
    again = replace(Line("§ 7 1379/22", gap=True), page=page)
    kept = without_residue([*first, again, replace(Line("Reservation"), page=page)])
    assert (again in kept) is stays


def test_a_list_of_ballots_that_goes_on_over_the_page_keeps_its_matter() -> None:
    head = lines("Omröstningslista nr. 1", "§ 7. Bro över ån")
    names = lines(*(f"Ledamot {number} X" for number in range(12)))
    pages = [[replace(one, page=page) for one in [*head, *names]] for page in (3, 4)]
    assert without_residue([*pages[0], *pages[1]]) == [*pages[0], *pages[1]]
