"""Markdown: marks become layout, glued lines come apart."""

import pytest

from pipeline.reading import read
from tests.reading.files import headings, struck


@pytest.mark.parametrize(
    ("source", "content"),
    [
        # a section number glued to its title
        ("**§ 3****Avtal om bad**", "§ 3\nAvtal om bad\n"),
        ("**§ 7****Övrigt****Nämndens beslut**", "§ 7\nÖvrigt\nNämndens beslut\n"),
        # struck-out names glued to each other and to what follows
        ("~~Ada Ek (C)~~~~Bo Al (KD)~~**Ersättare**", "Ada Ek (C)\nBo Al (KD)\nErsättare\n"),
        ("**Ledamöter**~~Ada Ek (C)~~", "Ledamöter\nAda Ek (C)\n"),
        ("Cia Dal (S)~~Ada Ek (C)~~", "Cia Dal (S)\nAda Ek (C)\n"),
        # bold that only splits a word is not glued lines
        ("**Social****nämnden** beslutar", "Socialnämnden beslutar\n"),
        ("**Tid:** Kl. 18", "Tid: Kl. 18\n"),
        ("**Plats:**Stadshuset", "Plats: Stadshuset\n"),
        # a hard break is a line break
        ("Ada Ek (L)  \nOrdförande", "Ada Ek (L)\nOrdförande\n"),
        # nested and stray emphasis
        ("***Med anledning av detta***", "Med anledning av detta\n"),
        ("*Vi vill **inte** vänta.", "Vi vill inte vänta.\n"),
        ("**Beslut** är 2 * 3 kronor", "Beslut är 2 * 3 kronor\n"),
        # a footnote's star, and italics that end at a bracket
        ("**Med** Ada Ek (C)*, Bo Al (KD)*.", "Med Ada Ek (C)*, Bo Al (KD)*.\n"),
        ("**Med** Ada Ek (C) *, Bo Al (KD) *.", "Med Ada Ek (C) *, Bo Al (KD) *.\n"),
        ("**Med** *Ada Ek (C)*, *Bo Al (KD)*", "Med Ada Ek (C), Bo Al (KD)\n"),
        # lists
        ("**Beslut**\n\n1. Ja\n2. Nej\n  * under", "Beslut\n\n1. Ja\n2. Nej\n- under\n"),
        ("**Beslut**\n\n• Ja\n– Nej", "Beslut\n\n- Ja\n- Nej\n"),
        # underscores and escapes
        ("**Post** till ada_ek@ort.se", "Post till ada_ek@ort.se\n"),
        ("**A** _kursiv_ och \\*stjärna", "A kursiv och *stjärna\n"),
        ("**Se** [svaret](https://ort.se/a)", "Se svaret\n"),
        ("# Rubrik\n***\nText", "Rubrik\n\nText\n"),
        ("#\nMotivering\n\nText", "Motivering\n\nText\n"),
        # a table keeps its pipes
        ("| Namn | Röst |\n| --- | --- |\n| **Ada** | Ja |",
         "| Namn | Röst |\n| --- | --- |\n| Ada | Ja |\n"),
        # a page break in the source cuts a sentence in two
        ("# R\n\nNämnden har under flera år arbetat med att ge bättre stöd som\n\nnår alla",
         "R\n\nNämnden har under flera år arbetat med att ge bättre stöd som\nnår alla\n"),
    ],
)  # fmt: skip
def test_markdown_content(source: str, content: str) -> None:
    assert read(source.encode(), "a.md").content == content


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# **Protokoll**\n\ntext", ["Protokoll"]),
        ("**§ 3****Avtal om bad**\n\ntext", ["§ 3", "Avtal om bad"]),
        # broken over two lines by the source: one heading
        ("**§ 4****Medel för  \nutveckling**", ["§ 4", "Medel för\nutveckling"]),
        ("**Beslut**\nNämnden beslutar", ["Beslut"]),
        # bold inside a running text is none
        ("Nämnden **beslutar** idag", []),
        ("Nämnden fattade\n**ett viktigt beslut**\nigår", []),
        ("**Tid:** Kl. 18", []),
        ("~~**Ada Ek (S)**~~", []),
        ("**" + "Ett långt stycke i fetstil. " * 20 + "**", []),
    ],
)
def test_markdown_headings(source: str, expected: list[str]) -> None:
    assert headings(read(source.encode(), "a.md")) == expected


def test_markdown_struck_names_keep_their_place() -> None:
    text = read(
        "**Ledamöter**~~Åsa Ek (S), ordf.~~\n\n- ~~Bo Al (M)~~\n\nCia (V)".encode(), "a"
    )
    assert struck(text) == ["Åsa Ek (S), ordf.", "Bo Al (M)"]
    assert "~" not in text.content
