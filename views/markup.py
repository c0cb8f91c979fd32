"""Small pieces of HTML: chips, links, tables. Everything that comes from a document is
escaped.

All HTML goes through ``show``, which reads no Markdown and runs no script. The only scripts
are those of ``bring_into_view``, ``written_in`` and ``in_reading_order``, with nothing from a
document in them.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path

import streamlit as st

from views.colours import STANCE_SIGNS, party_colour, text_on
from views.formats import given, number
from views.language import text, word

STANCES = tuple(STANCE_SIGNS)
STACKED = "sp-stacked"
"""The class of tables that are read row by row on a narrow screen."""
_SCROLL = """<script>
document.getElementById("passage")?.scrollIntoView({ block: "nearest" });
</script>"""
_NAMES = """<script>
document.documentElement.lang = LANGUAGE;
(function name(left) {
  for (const [place, told] of Object.entries(NAMES))
    for (const one of document.querySelectorAll(place)) one.setAttribute("aria-label", told);
  if (left) setTimeout(name, 250, left - 1);
})(40);
</script>"""
"""What is drawn late gets its name too: the script looks for ten seconds."""
_ORDER = f"<script>{(Path(__file__).parent / 'reading_order.js').read_text('utf-8')}</script>"
_TAG = re.compile(r"<[^>]*>")


def show(html: str) -> None:
    """Put HTML on the page."""
    st.html(html)


def bring_into_view() -> None:
    """Scroll as far as needed to the element with the id ``passage``."""
    st.html(_SCROLL, unsafe_allow_javascript=True)


def written_in(language: str, names: Mapping[str, str]) -> None:
    """Tell the browser which language the page is in, and what parts of it are called by those
    who listen, by their selectors: Streamlit's own words for both are English."""
    given_names = json.dumps(names).replace("<", "\\u003c")
    script = _NAMES.replace("LANGUAGE", json.dumps(language)).replace("NAMES", given_names)
    st.html(script, unsafe_allow_javascript=True)


def in_reading_order() -> None:
    """Let Tab go where the eye does: into what was just opened, and past what is folded away.
    Streamlit draws what pops up at the end of the page."""
    st.html(_ORDER, unsafe_allow_javascript=True)


def safe(value: object) -> str:
    """A value from a document as HTML text; empty when there is none."""
    return escape(given(value), quote=True)


def anchor(address: str, label: str, *, name: str = "") -> str:
    """A link; ``label`` is HTML already. ``name`` says where it leads where the label does
    not.
    """
    said = f' title="{safe(name)}" aria-label="{safe(name)}"' if name else ""
    return f'<a href="{safe(address)}"{said}>{label}</a>'


def among(html: str) -> str:
    """Words with links among them (HTML), which more than their colour then tells apart."""
    return f'<span class="sp-among">{html}</span>'


def party(letters: str, *, seats: int | None = None) -> str:
    """A party's letters on its colour, with its seats where they are known."""
    colour = party_colour(letters)
    style = f"background:{colour};color:{text_on(colour)}"
    count = f'<span class="sp-seats">{seats}</span>' if seats else ""
    return f'<span class="sp-party"><b style="{style}">{safe(letters)}</b>{count}</span>'


def parties(letters: Iterable[str]) -> str:
    """Several parties' chips in a row."""
    return f'<span class="sp-parties">{"".join(map(party, letters))}</span>'


def stance(code: str) -> str:
    """A stance as letter, sign and colour; its meaning for a screen reader and on hover."""
    meaning, letter = safe(word("stance", code)), safe(word("stance_letter", code))
    sign = safe(STANCE_SIGNS.get(code, ""))
    return (
        f'<span class="sp-stance sp-{safe(code)}" title="{meaning}" role="img" '
        f'aria-label="{meaning}">{letter}<i aria-hidden="true">{sign}</i></span>'
    )


def legend(codes: Sequence[str] = STANCES) -> str:
    """Every stance with its meaning."""
    items = "".join(f"<li>{stance(code)} {safe(word('stance', code))}</li>" for code in codes)
    return (
        f'<ul class="sp-legend" aria-label="{safe(text("stance_table.legend"))}">{items}</ul>'
    )


def tag(label: str, kind: str = "") -> str:
    """A quiet label, such as how a case was decided."""
    return f'<span class="sp-tag {safe(kind)}">{safe(label)}</span>' if label else ""


def facts(items: Iterable[str]) -> str:
    """Short facts (HTML) on one line with dots between; empty ones are left out."""
    return f'<span class="sp-facts">{" · ".join(item for item in items if item)}</span>'


def table(
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    caption: str,
    kind: str = "",
    labels: Sequence[str] = (),
) -> str:
    """A table that scrolls within itself. Headings and cells are HTML; the caption is text.

    The first cell of each row heads it. With ``STACKED`` in ``kind`` a narrow screen shows
    each row as a paragraph, where every cell says what it is, instead of scrolling: by
    ``labels`` (text), else by the headings.
    """
    head = "".join(f'<th scope="col">{heading}</th>' for heading in headings)
    told = [_TAG.sub("", heading).strip() for heading in headings[1:]]
    called = [safe(label) for label in labels] or told
    body = "".join(_row(row, called if STACKED in kind.split() else ()) for row in rows)
    return (
        f'<div class="sp-scroll" tabindex="0" role="region" aria-label="{safe(caption)}">'
        f'<table class="sp-table {safe(kind)}"><caption>{safe(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def count(value: int) -> str:
    """A count in a table; one of nothing is quiet."""
    shown = number(value)
    return shown if value else f'<span class="sp-quiet sp-zero">{shown}</span>'


def _row(cells: Sequence[str], labels: Sequence[str]) -> str:
    first, *rest = cells
    marks = [f' data-label="{label}"' for label in labels] or [""] * len(rest)
    told = "".join(f"<td{mark}>{cell}</td>" for mark, cell in zip(marks, rest, strict=True))
    return f'<tr><th scope="row">{first}</th>{told}</tr>'
