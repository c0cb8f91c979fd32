"""PDF: order, paragraphs, running heads, strike-outs, headings, pages."""

import re

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from pipeline.reading import read
from pipeline.reading.assembly import Run
from pipeline.reading.hyphens import hyphen_join
from pipeline.reading.pdf_page import Segment
from pipeline.reading.rows import rows_of
from tests.reading.files import LEFT, Grid, headings, pdf, struck

LONG = "Nämnden har under flera år arbetat med att förbättra det stöd som ges till"
NAMES = [
    [(LEFT, "Ada Ek (S)"), (320, "Fia Gren (S)")],
    [(LEFT, "Bo Al (M)"), (320, "Gun Hult (V)")],
    [(LEFT, "Cia von Dal (V)"), (320, "Hans Idh (M)")],
    [(LEFT, "Dan Enn (MP)")],
]


def test_pdf_lines_and_paragraphs() -> None:
    text = read(pdf(["Ett stycke", "på två rader.", "", "Ett annat."]), "a.pdf")
    assert text.content == "Ett stycke\npå två rader.\n\nEtt annat.\n"
    assert text.media_type == "application/pdf"


def test_pdf_pages_begin_at_their_text() -> None:
    text = read(pdf(["Ett."], ["Två."], ["Tre."]), "a.pdf")
    assert [text.content[page.start :].split()[0] for page in text.pages] == [
        "Ett.",
        "Två.",
        "Tre.",
    ]


def test_pdf_sentence_goes_on_over_the_page() -> None:
    data = pdf([LONG], ["alla som bor här."], ["Nytt stycke."])
    assert read(data, "a.pdf").content == f"{LONG}\nalla som bor här.\n\nNytt stycke.\n"


def test_pdf_running_heads_feet_and_numbers_are_removed() -> None:
    pages = [[f"Punkt {word}.", "", "Mer text."] for word in ("ett", "två", "tre")]
    text = read(pdf(*pages, head="Torgets bänkar  Sida {n} (3)", foot="{n}"), "a.pdf")
    words = "Punkt ett. Mer text. Punkt två. Mer text. Punkt tre. Mer text."
    assert text.content.split() == words.split()


@pytest.mark.parametrize("head", ["Bynämnden 2031-05-04", "Ljungby kommun", "Ljungby stad"])
def test_pdf_telling_head_is_kept_once(head: str) -> None:
    pages = [["Text ett."], ["Text två."], ["Text tre."]]
    text = read(pdf(*pages, head=head, foot="- {n} -"), "a.pdf")
    assert text.content == f"{head}\n\nText ett.\n\nText två.\n\nText tre.\n"


def test_pdf_sections_at_the_top_are_no_heads() -> None:
    text = read(pdf(*([f"§ {n}", "Beslut", "Ja."] for n in range(1, 5))), "a.pdf")
    assert text.content.count("§") == text.content.count("Beslut") == 4


def test_pdf_names_in_columns_are_read_downwards() -> None:
    data = pdf([("b", "Närvarande"), "", *NAMES, "", "", "", LONG])
    lines = read(data, "a.pdf").content.split("\n")
    names = [line for line in lines if "(" in line]
    assert " ".join(name.split()[0] for name in names) == "Ada Bo Cia Dan Fia Gun Hans"
    assert lines[-2] == LONG


def test_pdf_labels_above_names_are_no_column_of_names() -> None:
    """Who stands beside a label comes before those below it, whom no room is left for."""
    rows = [
        [(LEFT, "Beslutande"), (320, "Ada Ek (S)")],
        *([(LEFT, f"{name} Al (M)")] for name in ("Bo", "Cia", "Dan")),
        [(LEFT, "Ersättare"), (320, "Eva By (V)")],
        [(LEFT, "Fia Ro (C)")],
    ]
    content = read(pdf(rows), "a.pdf").content
    names = re.findall(r"(\w+) \w+ \(", content)
    assert names == ["Ada", "Bo", "Cia", "Dan", "Eva", "Fia"]


def test_pdf_signature_row_is_read_along_the_row() -> None:
    rows = [
        [(LEFT, "Ada Ek (S)"), (320, "Bo Al (M)")],
        [(LEFT, "Ordförande"), (320, "Justerare")],
    ]
    lines = read(pdf(rows), "a.pdf").content.splitlines()
    assert [line.split("   ")[0] for line in lines] == ["Ada Ek (S)", "Ordförande"]
    assert lines[0].index("Bo Al (M)") == lines[1].index("Justerare")


def test_pdf_room_on_a_line_is_kept_as_spaces() -> None:
    """What stands in line on the page does so in the text; a list mark is no cell."""
    rows = [
        [(LEFT, "Beslutande"), (240, "Ada Ek (S), ordförande")],
        [(LEFT, "1."), (LEFT + 40, "godkänna förslaget")],
    ]
    label, item = read(pdf(rows), "a.pdf").content.splitlines()
    assert re.fullmatch(r"Beslutande {20,40}Ada Ek \(S\), ordförande", label)
    assert item == "1. godkänna förslaget"


def test_pdf_ballots_keep_their_rows() -> None:
    table = [("Namn", "Ja", "Nej"), ("Ada Ek (S)", "X", ""), ("Bo Al (M)", "", "X"),
             ("Cia Dal (V)", "X", "")]  # fmt: skip
    rows = [[(LEFT + 120 * n, cell) for n, cell in enumerate(row) if cell] for row in table]
    assert read(pdf(rows), "a.pdf").content == (
        "| Namn | Ja | Nej |\n| Ada Ek (S) | X |  |\n| Bo Al (M) |  | X |\n"
        "| Cia Dal (V) | X |  |\n"
    )


def test_pdf_struck_is_not_underlined() -> None:
    data = pdf(["Ledamöter", ("s", "Ada Ek (S)"), ("u", "Bo Al (M)"), "Cia Dal (V)"])
    assert struck(read(data, "a.pdf")) == ["Ada Ek (S)"]


def test_pdf_bold_lines_are_headings() -> None:
    data = pdf([("b", "§ 4"), "", ("b", "Avtal om bad"), "", "Nämnden beslutar."])
    assert headings(read(data, "a.pdf")) == ["§ 4", "Avtal om bad"]


def test_pdf_bullets_become_list_marks() -> None:
    data = pdf(
        [
            "Nämnden beslutar",
            [
                (LEFT + 10, "•"),
                (LEFT + 30, "bifalla"),
            ],
            "1. avslå",
        ]
    )
    assert read(data, "a.pdf").content == "Nämnden beslutar\n- bifalla\n1. avslå\n"


def test_pdf_broken_words_are_joined() -> None:
    data = pdf(
        [
            "Ärendet redovisas i ett tjäns-",
            "teutlåtande om en EU-",
            "policy den 2031-",
            "05-04.",
        ]
    )
    words = read(data, "a.pdf").content.split()
    assert words[4:] == ["tjänsteutlåtande", "om", "en", "EU-policy", "den", "2031-05-04."]


def test_pdf_page_without_text_is_a_finding() -> None:
    text = read(pdf(["Text."], [], ["Slut."]), "a.pdf")
    assert len(text.findings) == 1
    assert text.findings[0].startswith("Sida 2 ")
    assert [page.number for page in text.pages] == [1, 2, 3]


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("ett tjäns-", "teutlåtande om", ("ett tjänsteutlåtande", "om")),
        ("Enskede-", "Årsta", ("Enskede-Årsta", "")),
        ("e-", "post", ("e-post", "")),
        ("3-", "åringar", ("3-åringar", "")),
        ("barn-", "och ungdom", None),
        ("Ja -", "nej", None),
        ("slut.", "Nytt", None),
    ],
)
def test_hyphen_join(before: str, after: str, joined: tuple[str, str] | None) -> None:
    assert hyphen_join(before, after) == joined


def test_pdf_letters_below_each_other_are_lines() -> None:
    """PDFium may take the short rows of a column for one line."""
    assert read(pdf(["M", "3", "S"]), "a.pdf").content.split() == ["M", "3", "S"]


def test_pdf_paragraphs_beside_long_lists_of_words() -> None:
    """The step of a list, however long, is not that of the running text."""
    prose = [f"Hamnen är gammal och bryggan behöver lagas i vår, punkt {n}" for n in "ABCDEF"]
    listed = [[row for n in range(25) for row in (f"Namn{m}{n}", "")] for m in "ABCDEFGH"]
    content = read(pdf([*prose, ""], *listed), "a.pdf").content
    assert "\n\nNamnB5\n\nNamnB6\n\n" in content
    assert f"{prose[0]}\n{prose[1]}\n" in content


EDGES = (LEFT, LEFT + 90, LEFT + 120, LEFT + 220, LEFT + 300)


def test_pdf_a_drawn_table_has_one_line_for_each_row() -> None:
    """However many lines its cells are broken into, and however near its columns stand."""
    rows = (
        ("Namn", "Parti", "Valkrets", "Röst"),
        ("Ada von Ek\nLindfors", "S", "Hamnens norra\ndel", "Ja"),
        ("Bo Gustafsson A", "M", "Ön", "Nej"),
        ("Cia Dal-\nHolm", "V", "Ön", ""),
        ("~Dan Enn", "C", "Ön", "Nej"),
    )
    text = read(pdf(["Röstlista.", Grid(EDGES, rows), "Slut på listan."]), "a.pdf")
    assert text.content == (
        "Röstlista.\n\n| Namn | Parti | Valkrets | Röst |\n"
        "| Ada von Ek Lindfors | S | Hamnens norra del | Ja |\n"
        "| Bo Gustafsson A | M | Ön | Nej |\n| Cia Dal-Holm | V | Ön |  |\n"
        "| Dan Enn | C | Ön | Nej |\n\nSlut på listan.\n"
    )
    assert struck(text) == ["Dan Enn"]


def test_pdf_a_drawn_table_with_long_texts_is_read_as_text() -> None:
    long = "\n".join(f"Rad {n} av texten" for n in "ABCDEF")
    wide = (LEFT, LEFT + 50, LEFT + 200, LEFT + 250)
    data = pdf([Grid(wide, (("§ 1", long, ""), ("§ 2", long, "")))])
    assert "|" not in read(data, "a.pdf").content


def test_pdf_a_line_stretched_to_its_column_is_no_row_of_cells() -> None:
    words = ["Ordföranden", "ställer", "förslagen", "mot", "varandra"]
    row: list[tuple[float, str]] = []
    x = LEFT
    for word in words:
        row.append((x, word))
        x += stringWidth(word, "Helvetica", 11) + 20
    assert read(pdf([row, row, row]), "a.pdf").content == f"{' '.join(words)}\n" * 3


def test_a_hyphen_drawn_by_itself_belongs_to_its_word() -> None:
    def segment(text: str, x0: float, x1: float) -> Segment:
        return Segment((Run(text),), x0, x1, y=500.0, size=11.0, bold=False)

    word, hyphen, far = segment("tjäns", 70, 98), segment("-", 98, 102), segment("-", 130, 134)
    assert [row.text for row in rows_of([(word,), (hyphen,)])] == ["tjäns-"]
    assert [row.text for row in rows_of([(word,), (far,)])] == ["tjäns -"]


def test_pdf_cells_broken_into_lines_are_one_row_of_a_table() -> None:
    """Without drawn lines, where the rows stand further apart than the lines of one row."""
    gap: list[object] = [""]
    rows: list[object] = [
        [(LEFT, "Namn"), (200, "Valkrets"), (320, "Röst")], *gap,
        [(LEFT, "Ada Ek"), (200, "Ön"), (320, "Ja")], *gap,
        [(200, "Hamnens")],
        [(LEFT, "Bo Al"), (200, "norra del"), (320, "Nej")], *gap,
        [(LEFT, "Cia Dal"), (200, "Ön"), (320, "Ja")],
    ]  # fmt: skip
    assert read(pdf(rows), "a.pdf").content == (
        "| Namn | Valkrets | Röst |\n| Ada Ek | Ön | Ja |\n"
        "| Bo Al | Hamnens norra del | Nej |\n| Cia Dal | Ön | Ja |\n"
    )


def test_a_cell_of_more_lines_between_the_cells_of_a_row() -> None:
    def segment(text: str, x0: float, y: float) -> Segment:
        return Segment((Run(text),), x0, x0 + 40, y=y, size=11.0, bold=False)

    drawn = [
        (segment("Ada Ek", 70, 530), segment("S", 150, 530)),
        (segment("Bo Al", 70, 500), segment("M", 150, 500)),
        (segment("Hamnens", 200, 512),),
        (segment("norra del", 200, 500), segment("Nej", 320, 500)),
        (segment("Cia", 70, 482),),
        (segment("Dal", 70, 470), segment("V", 150, 470)),
        (segment("Hamnens", 200, 482),),
        (segment("södra del", 200, 470), segment("Ja", 320, 470)),
    ]
    assert [row.text for row in rows_of(drawn)] == [
        "Ada Ek S",
        "Hamnens",
        "Bo Al M norra del Nej",
        "Cia Hamnens",
        "Dal V södra del Ja",
    ]
