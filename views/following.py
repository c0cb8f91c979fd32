"""Following what is new: the command that writes the feeds of what is shown, and where they
lie when they are published.
"""

import shlex
from collections.abc import Iterator

import streamlit as st

from pipeline.export.feeds import file_of
from pipeline.settings import default_store, feeds_address
from reports.choice import Choice
from views.language import text
from views.markup import anchor, safe, show


def follow(choice: Choice, words: str = "") -> None:
    """A fold with the feed of a search, or else of the parties and the topic, or of the
    municipality, that are chosen. Nothing where nothing is."""
    wanted = list(_wanted(choice, words))
    if not wanted:
        return
    with st.popover(text("following.open"), icon=":material/rss_feed:", type="tertiary"):
        st.caption(text("following.help"))
        st.code(command(wanted), language=None, wrap_lines=True)
        address = feeds_address()
        if address:
            links = [
                f"<li>{anchor(address + file_of(kind, value), safe(value))}</li>"
                for kind, value in wanted
            ]
            st.caption(text("following.published"))
            show(f'<ul class="sp-left-out">{"".join(links)}</ul>')


def command(wanted: list[tuple[str, str]]) -> str:
    """The command that writes these feeds."""
    named = [part for kind, value in wanted for part in (f"--{kind}", value)]
    store = str(default_store())
    return shlex.join(
        ["standpunkt", "feeds", "--store", store, "--out", text("following.folder"), *named]
    )


def _wanted(choice: Choice, words: str) -> Iterator[tuple[str, str]]:
    if words:
        yield "search", words
        return
    yield from (("party", letters) for letters in choice.parties)
    if choice.topic:
        yield "topic", choice.topic
    if choice.municipality and not (choice.parties or choice.topic):
        yield "municipality", choice.municipality
