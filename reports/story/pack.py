"""The story pack: text, tables and charts in one zip file."""

from collections.abc import Mapping, Sequence

from reports.files import file_of
from reports.story.archive import archive
from reports.story.chart_page import LIBRARY, chart_page, library
from reports.story.markdown import markdown
from reports.story.material import Chart, Origin, Told, tables
from reports.story.word_file import word_file
from reports.story.writing import chart_file, story


def pack(
    told: Sequence[Told],
    charts: Sequence[Chart],
    origin: Origin,
    texts: Mapping[str, str],
    *,
    language: str,
) -> bytes:
    """``story.md``, ``story.docx``, ``positions.csv``, ``statements.csv``, ``votes.csv`` and
    a page per chart. The same material gives the same bytes."""
    invented = texts["frame.invented"] if origin.invented else ""
    blocks = story(told, charts, origin, texts)
    files = {
        "story.md": markdown(blocks).encode(),
        "story.docx": word_file(blocks, day=origin.day, running=invented),
    }
    for name, table in tables(told, invented).items():
        files[f"{name}.csv"] = file_of(table, "csv")
    for place, chart in enumerate(charts, 1):
        files[chart_file(chart, place)] = chart_page(
            chart, language=language, link=texts["pack.view"], invented=invented
        )
    if charts:
        files[LIBRARY] = library()
    return archive(files, day=origin.day)
