"""The story pack: the same bytes from the same material, quotes that stay quotes, marks."""

import csv
import io
import shutil
import zipfile
from base64 import b64decode
from dataclasses import replace
from xml.etree import ElementTree

import docx
import plotly.graph_objects as go
import pytest

from pipeline.errands import BROWSERS, browsed
from reports.story.archive import archive, repacked
from reports.story.markdown import escaped, markdown
from reports.story.material import Chart, Origin, Told
from reports.story.pack import pack
from reports.story.pictures import Picture, picture_page, pictures_in
from reports.story.word_file import word_file
from reports.story.writing import Block
from reports.texts import LANGUAGES, texts
from tests import builders
from tests.views.stores import divided_meeting

REAL = Origin(7, "2024-05-06", invented=False)
INVENTED = replace(REAL, invented=True)
CHART = Chart("agreement", "Samsyn <i>", "n 12<br>Källa", go.Figure(), "http://x/diagram?a=1")
FILES = [
    *("story.md", "story.docx", "positions.csv", "statements.csv", "votes.csv"),
    *("charts/01-agreement.html", "charts/plotly.min.js"),
]


def told(**changes: object) -> Told:
    """The divided meeting's case; M and L against, C silent."""
    made = divided_meeting()
    silent = builders.position(position_id="d1:1:C", party="C", stance="silent", quote=None)
    one = Told(
        case=made.cases[0],
        document=made.document,
        positions=(*made.positions, silent),
        statements=made.statements,
        votes=(),
        contested=True,
        address="http://x/arende?case=d1",
    )
    return replace(one, **changes)  # type: ignore[arg-type]


def opened(origin: Origin = REAL, language: str = "sv") -> dict[str, bytes]:
    """The files of a pack of one case and one chart."""
    made = pack([told()], [CHART], origin, texts(language), language=language)
    with zipfile.ZipFile(io.BytesIO(made)) as found:
        return {name: found.read(name) for name in found.namelist()}


PIXEL = Picture(
    b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
    ),
)


def test_pictures_are_in_the_pack_and_in_the_text() -> None:
    made = pack([told()], [CHART], REAL, texts("sv"), language="sv", pictures=[PIXEL])
    with zipfile.ZipFile(io.BytesIO(made)) as found:
        files = {name: found.read(name) for name in found.namelist()}
    document = docx.Document(io.BytesIO(files["story.docx"]))

    assert files["charts/01-agreement.png"] == PIXEL.png
    assert files["charts/01-agreement.svg"] == PIXEL.svg
    assert r"![Samsyn \<i\>](charts/01-agreement.png)" in files["story.md"].decode()
    assert len(document.inline_shapes) == 1


def test_a_pack_without_pictures_says_why() -> None:
    assert texts("sv")["pack.no_pictures"] in words_of(opened()["story.docx"])


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<body></body>", []),
        ('<pre id="pictures"></pre>', []),
        (
            '<pre id="pictures">data:image/svg+xml,%3Csvg%3E&amp;%3C/svg%3E\n'
            "data:image/png;base64,AAEC</pre>",
            [Picture(b"<svg>&</svg>", b"\x00\x01\x02")],
        ),
    ],
)
def test_what_a_browser_drew_is_read_from_its_page(page: str, expected: list[Picture]) -> None:
    assert pictures_in(page) == expected


def test_no_text_of_a_chart_ends_the_script_it_stands_in() -> None:
    figure = go.Figure(go.Bar(x=["</script><b>"], y=[1]))
    hostile = replace(CHART, figure=figure)

    assert b"</script><b>" not in picture_page([hostile])


@pytest.mark.browser
@pytest.mark.skipif(not any(map(shutil.which, BROWSERS)), reason="Chromium saknas")
def test_a_browser_draws_every_chart() -> None:
    titled = replace(CHART, figure=go.Figure(layout={"title": "Så <b>röstade</b> de"}))

    first, second = pictures_in(browsed(picture_page([CHART, titled])))

    assert first.png.startswith(b"\x89PNG") and second.png != first.png
    assert "röstade" in ElementTree.tostring(ElementTree.fromstring(second.svg), "unicode")


def words_of(document: bytes) -> str:
    """The text of a Word file, the head of its pages first."""
    found = docx.Document(io.BytesIO(document))
    head = found.sections[0].header.paragraphs
    return "\n".join(one.text for one in [*head, *found.paragraphs])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_material_gives_the_same_bytes(language: str) -> None:
    made = [
        pack([told()], [CHART], REAL, texts(language), language=language) for _ in range(2)
    ]

    assert made[0] == made[1]


def test_a_pack_holds_text_tables_and_charts() -> None:
    assert list(opened()) == FILES
    assert (
        "charts/plotly.min.js"
        not in zipfile.ZipFile(
            io.BytesIO(pack([told()], [], REAL, texts("sv"), language="sv"))
        ).namelist()
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_has_quotes_citations_snapshot_and_caveats(language: str) -> None:
    files = opened(language=language)
    code = texts(language)

    for text in (files["story.md"].decode().replace("\\", ""), words_of(files["story.docx"])):
        assert "reserverar sig mot beslutet: bryggan är för dyr." in text
        assert "http://x/arende?case=d1" in text
        assert code["pack.caveat_silence"] in text
        assert f"C: {code['stance.silent']}" in text
        assert "7" in text and "2024" in text
        assert "n 12. Källa" in text


@pytest.mark.parametrize(("origin", "marked"), [(REAL, False), (INVENTED, True)])
def test_invented_data_say_so_in_every_file(origin: Origin, marked: bool) -> None:
    files = opened(origin)
    said = texts("sv")["frame.invented"]
    files["story.docx"] = words_of(files["story.docx"]).encode()

    for name in ("story.md", "story.docx", "positions.csv", "charts/01-agreement.html"):
        assert (said in files[name].decode()) == marked


def test_tables_have_a_row_per_position_with_where_it_stands() -> None:
    rows = list(csv.DictReader(io.StringIO(opened()["positions.csv"].decode("utf-8-sig"))))

    assert [row["party"] for row in rows] == ["S", "V", "M", "L", "C"]
    assert {row["address"] for row in rows} == {"http://x/arende?case=d1"}
    assert {row["source"] for row in rows} == {"d1.md"}


def test_a_chart_stands_alone_with_its_title_escaped() -> None:
    page = opened()["charts/01-agreement.html"].decode()

    assert "<title>Samsyn &lt;i&gt;</title>" in page
    assert 'src="plotly.min.js"' in page
    assert "https://cdn" not in page


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("§ 4 *fet* [länk](javascript:x)", r"§ 4 \*fet\* \[länk\](javascript:x)"),
        ("<img src=x>", r"\<img src=x\>"),
        ("1. att avslå", r"1\. att avslå"),
        ("- att avslå", r"\- att avslå"),
        ("se http://x/a_b?c=1", "se http://x/a_b?c=1"),
    ],
)
def test_nothing_quoted_is_markup(written: str, shown: str) -> None:
    assert escaped(written) == shown


def test_a_quote_keeps_its_lines_and_its_marks() -> None:
    blocks = [Block("title", "T"), Block("quote", "rad ett\n\n# rad två")]

    assert markdown(blocks) == "# T\n\n> rad ett\n>\n> \\# rad två\n"


def test_the_line_above_a_quote_stands_on_its_page() -> None:
    blocks = [Block("text", "Först."), Block("item", "L: emot"), Block("quote", "Nej.")]

    written = docx.Document(io.BytesIO(word_file(blocks, day="2024-05-06"))).paragraphs

    assert [line.paragraph_format.keep_with_next for line in written] == [None, True, None]


def test_a_word_file_takes_letters_that_its_format_does_not_allow() -> None:
    assert "ab" in words_of(word_file([Block("text", "a\x00\x0bb")], day="2024-05-06"))


def test_an_archive_bears_its_day_and_is_the_same_repacked() -> None:
    made = archive({"a.txt": b"a", "b.txt": b"b"}, day="2024-05-06")

    assert repacked(made, day="2024-05-06") == made
    assert zipfile.ZipFile(io.BytesIO(made)).infolist()[0].date_time[:3] == (2024, 5, 6)


def test_a_case_without_a_decision_is_not_called_united() -> None:
    made = pack([told(contested=None)], [], REAL, texts("sv"), language="sv")
    text = zipfile.ZipFile(io.BytesIO(made)).read("story.md").decode()

    (went,) = (line for line in text.splitlines() if line.startswith("Så gick det"))
    assert texts("sv")["pack.uncontested"] not in went
    assert texts("sv")["pack.contested"] not in went
