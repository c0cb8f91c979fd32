"""The way from a row to the form that corrects it."""

from pipeline.settings import editable
from views import links
from views.language import text
from views.markup import anchor, safe


def way(table: str, row: str) -> str:
    """A link to the form that corrects a row; empty where nothing may be written."""
    if not editable():
        return ""
    return anchor(links.correction(table, row), safe(text("corrections.way")))
