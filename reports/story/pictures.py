"""Charts as pictures: a page that a browser draws them in, and what it drew.

Plotly draws in a browser only. The page needs no network and writes what it drew into itself,
so that any Chromium that can print a page's content is enough.
"""

import json
import re
from base64 import b64decode
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote

import plotly.graph_objects as go
from plotly.offline import get_plotlyjs

from reports.story.material import Chart

WIDTH, HEIGHT, FINE = 900, 450, 2
"""Of a picture in pixels, and how much finer than a screen a PNG is, for print."""

_PAGE = """<!doctype html>
<html><head><meta charset="utf-8"></head><body><div id="chart"></div>
<script>{library}</script>
<script>
const figures = {figures};
async function drawn() {{
  const found = [];
  for (const {{figure, height}} of figures) {{
    const size = {{width: {width}, height}};
    const svg = await Plotly.toImage(figure, {{format: "svg", ...size}});
    const png = await Plotly.toImage(figure, {{format: "png", scale: {fine}, ...size}});
    found.push(svg, png);
  }}
  const told = document.createElement("pre");
  told.id = "pictures";
  told.textContent = found.join("\\n");
  document.body.append(told);
}}
drawn();
</script></body></html>
"""
_FOUND = re.compile(r'<pre id="pictures">(.*?)</pre>', re.DOTALL)
_SVG, _PNG = "data:image/svg+xml,", "data:image/png;base64,"


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as it was drawn."""

    svg: bytes
    png: bytes


def picture_page(charts: Sequence[Chart]) -> bytes:
    """The page for a browser."""
    figures = ",".join(map(_figure, charts))
    sizes = {"width": WIDTH, "fine": FINE}
    return _PAGE.format(library=get_plotlyjs(), figures=f"[{figures}]", **sizes).encode()


def pictures_in(page: str) -> list[Picture]:
    """What the browser drew, a picture per chart; nothing where it did not come so far."""
    found = _FOUND.search(page)
    lines = found.group(1).split("\n") if found else []
    pairs = list(zip(lines[::2], lines[1::2], strict=False))
    if not all(svg.startswith(_SVG) and png.startswith(_PNG) for svg, png in pairs):
        return []
    return [
        Picture(unquote(_unescaped(svg[len(_SVG) :])).encode(), b64decode(png[len(_PNG) :]))
        for svg, png in pairs
    ]


def _figure(chart: Chart) -> str:
    """The figure as JSON that no text in it can break out of."""
    figure = go.Figure(chart.figure).update_layout(
        template="plotly_white", paper_bgcolor="#ffffff", plot_bgcolor="#ffffff"
    )
    about = {"height": figure.layout.height or HEIGHT, "figure": json.loads(figure.to_json())}
    return json.dumps(about).replace("<", "\\u003c")


def _unescaped(written: str) -> str:
    """The browser writes its content with entities for the three marks of HTML."""
    return written.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
