"""Word documents: order, lists, strike-outs, tables, tracked changes."""

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from pipeline.reading import read
from tests.reading.files import docx, headings, saved, struck


def test_docx_paragraphs_are_set_apart() -> None:
    text = read(docx("Ett.", "", "Två\nrader."), "a.docx")
    assert text.content == "Ett.\n\nTvå\nrader.\n"


def test_docx_lists_get_their_marks() -> None:
    document = Document()
    document.add_paragraph("Nämnden beslutar")
    for text, style in (
        ("bifalla", "List Number"),
        ("avslå", "List Number"),
        ("se", "List Bullet"),
    ):
        document.add_paragraph(text, style=style)
    document.add_paragraph("• skrivet för hand")
    assert read(saved(document), "a.docx").content == (
        "Nämnden beslutar\n\n1. bifalla\n2. avslå\n- se\n- skrivet för hand\n"
    )


def test_docx_each_list_counts_from_its_start() -> None:
    document = Document()
    numbering = document.part.numbering_part.element
    for start in (1, 4):
        number = numbering.add_num(
            numbering.num_having_numId(
                document.styles["List Number"].element.pPr.numPr.numId.val
            ).abstractNumId.val
        )
        number.add_lvlOverride(0).add_startOverride(start)
        for text in ("a", "b"):
            place = document.add_paragraph(text)._p.get_or_add_pPr().get_or_add_numPr()
            place.get_or_add_ilvl().val = 0
            place.get_or_add_numId().val = number.numId
    assert read(saved(document), "a.docx").content == "1. a\n2. b\n4. a\n5. b\n"


def test_docx_struck_and_bold() -> None:
    document = Document()
    document.add_heading("Protokoll", 1)
    paragraph = document.add_paragraph()
    paragraph.add_run("Ada Ek (S)").font.strike = True
    paragraph.add_run(", Bo Al (M)")
    title = document.add_paragraph().add_run("Beslut\nom bad")
    title.bold = True
    document.add_paragraph("Nämnden ").add_run("beslutar").bold = True
    text = read(saved(document), "a.docx")
    assert struck(text) == ["Ada Ek (S)"]
    assert headings(text) == ["Protokoll", "Beslut\nom bad"]


def test_docx_tables_keep_their_rows() -> None:
    document = Document()
    document.add_paragraph("Omröstning")
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("Ada Ek (S)", "Ja", "Bo Al (M)", "Nej"), strict=True):
        cell.text = text
    table._cells[2].paragraphs[0].runs[0].font.strike = True
    document.add_paragraph("Slut.")
    text = read(saved(document), "a.docx")
    assert text.content == "Omröstning\n\n| Ada Ek (S) | Ja |\n| Bo Al (M) | Nej |\n\nSlut.\n"
    assert struck(text) == ["Bo Al (M)"]


def test_docx_columns_of_the_page_stand_each_below_its_heading() -> None:
    document = Document()
    table = document.add_table(2, 2)
    lists = ("Ledamöter", "Ersättare", "Ada\nBo\nCia", "Dan\nEva")
    for cell, text in zip(table._cells, lists, strict=True):
        cell.text = text
    lines = read(saved(document), "a.docx").content.split()
    assert lines == ["Ledamöter", "Ada", "Bo", "Cia", "Ersättare", "Dan", "Eva"]


def test_docx_cells_with_many_lines_are_columns_of_the_page() -> None:
    document = Document()
    table = document.add_table(1, 2)
    for cell, names in zip(
        table._cells, (("Ledamöter", "Ada", "Bo"), ("Ersättare", "Cia")), strict=True
    ):
        cell.text = names[0]
        for name in names[1:]:
            cell.add_paragraph(name)
    words = read(saved(document), "a.docx").content.split()
    assert words == ["Ledamöter", "Ada", "Bo", "Ersättare", "Cia"]


def test_docx_tracked_deletions_are_dropped_and_insertions_kept() -> None:
    document = Document()
    paragraph = document.add_paragraph("Nämnden ")
    for tag, text in (("w:del", "avslår"), ("w:ins", "bifaller")):
        change = OxmlElement(tag)
        run = paragraph.add_run(text)._r
        change.append(run)
        paragraph._p.append(change)
    assert read(saved(document), "a.docx").content == "Nämnden bifaller\n"


def test_docx_what_heads_the_pages_stands_once_at_the_top() -> None:
    document = Document()
    header = document.sections[0].header
    header.paragraphs[0].text = "Hamnnämnden"
    header.add_paragraph("Tallviks kommun")
    header.add_paragraph("Sida 2 (7)")
    document.add_paragraph("Tallviks kommun")
    assert read(saved(document), "a.docx").content == "Hamnnämnden\n\nTallviks kommun\n"


def test_docx_the_first_page_may_be_headed_otherwise() -> None:
    document = Document()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = "Sida 2"
    section.first_page_header.paragraphs[0].text = "Hamnnämnden"
    document.add_paragraph("Ny brygga")
    assert read(saved(document), "a.docx").content == "Hamnnämnden\n\nNy brygga\n"


def test_docx_hidden_text_is_left_out() -> None:
    document = Document()
    paragraph = document.add_paragraph("Synligt")
    paragraph.add_run(" dolt").font.hidden = True
    properties = paragraph._p.get_or_add_pPr()
    assert properties.find(qn("w:numPr")) is None
    assert read(saved(document), "a.docx").content == "Synligt\n"


def test_docx_heads_between_the_paragraphs_are_left_out() -> None:
    """A PDF that was made into a Word document has the heads of its pages in the text."""
    head = ["Bynämnden", "Sammanträdesdatum: 2031-05-04"]
    pages = ("Ett.", "Två.", "Tre.", "Fyra.", "Fem.")
    content = read(docx(*(row for page in pages for row in (*head, page))), "a.docx").content
    assert content.split() == " ".join([*head, *pages]).split()
