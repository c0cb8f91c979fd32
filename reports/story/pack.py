"""The story pack: text, tables and charts in one zip file."""

from collections.abc import Mapping, Sequence

from reports.files import file_of
from reports.story.archive import archive
from reports.story.chart_page import LIBRARY, chart_page, library
from reports.story.markdown import markdown
from reports.story.material import Chart, Origin, Told, tables
from reports.story.pictures import Picture
from reports.story.word_file import word_file
from reports.story.writing import chart_file, story


def pack(
    told: Sequence[Told],
    charts: Sequence[Chart],
    origin: Origin,
    texts: Mapping[str, str],
    *,
    language: str,
    pictures: Sequence[Picture] = (),
) -> bytes:
    """``story.md``, ``story.docx``, ``positions.csv``, ``statements.csv``, ``votes.csv`` and
    a page per chart, with ``pictures`` of them, one per chart, or none. The same material
    gives the same bytes."""
    invented = texts["frame.invented"] if origin.invented else ""
    drawn = _files(charts, pictures)
    blocks = story(told, charts, origin, texts, pictured=bool(drawn))
    files = {
        "story.md": markdown(blocks).encode(),
        "story.docx": word_file(blocks, day=origin.day, running=invented, pictures=drawn),
    }
    for name, table in tables(told, invented).items():
        files[f"{name}.csv"] = file_of(table, "csv")
    for place, chart in enumerate(charts, 1):
        files[chart_file(chart, place)] = chart_page(
            chart, language=language, link=texts["pack.view"], invented=invented
        )
    if charts:
        files[LIBRARY] = library()
    return archive(files | drawn, day=origin.day)


def _files(charts: Sequence[Chart], pictures: Sequence[Picture]) -> dict[str, bytes]:
    """The pictures by their names in the pack; none unless every chart has one."""
    if len(charts) != len(pictures):
        return {}
    return {
        chart_file(chart, place, ending): content
        for place, (chart, picture) in enumerate(zip(charts, pictures, strict=True), 1)
        for ending, content in (("png", picture.png), ("svg", picture.svg))
    }
