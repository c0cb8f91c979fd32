"""A chart as a page of its own, which needs nothing but ``plotly.min.js`` beside it."""

from html import escape

import plotly.graph_objects as go
from plotly.offline import get_plotlyjs

from reports.story.material import Chart

LIBRARY = "charts/plotly.min.js"

_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>body {{ font: 15px/1.5 system-ui, sans-serif; margin: 24px auto; max-width: 900px;
padding: 0 16px; color: #1c2024; background: #fff }} .invented {{ background: #fff3d1;
color: #4c3a00; padding: 6px 12px; font-weight: 600 }} a {{ color: #1f5a8a }}</style>
</head>
<body>
{banner}{chart}
<p><a href="{address}">{link}</a></p>
</body>
</html>
"""


def chart_page(chart: Chart, *, language: str, link: str, invented: str = "") -> bytes:
    """The page. ``link`` is what the way to the view is called; ``invented`` is a warning."""
    figure = go.Figure(chart.figure).update_layout(template="plotly_white")
    drawn = figure.to_html(
        full_html=False,
        include_plotlyjs="directory",
        div_id="chart",
        config={"displaylogo": False, "responsive": True},
    )
    banner = f'<p class="invented">{escape(invented)}</p>\n' if invented else ""
    page = _PAGE.format(
        language=escape(language),
        title=escape(chart.title),
        banner=banner,
        chart=drawn,
        address=escape(chart.address, quote=True),
        link=escape(link),
    )
    return page.encode()


def library() -> bytes:
    """Plotly's script, once for all pages."""
    return str(get_plotlyjs()).encode()
