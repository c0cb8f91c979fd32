"""Documents that a reader uploads: chosen, kept in the store, read by the ordinary ingest.

Drawn only where the dashboard may be written in (``pipeline.settings.editable``).
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from pipeline import errands, uploads
from pipeline.errors import StandpunktError
from pipeline.settings import MAX_UPLOAD_MEGABYTES, MAX_UPLOADS, default_store
from views import data, frame, links, sections
from views.language import plural, text
from views.markup import anchor, safe, show

ENDINGS = ["pdf", "docx", "html", "htm", "md", "txt"]
TOLD = "told of uploads"


def section() -> None:
    """The form, and what became of the files that were sent last."""
    # Streamlit has no texts of ours for these; what the button may hold stands in the label
    own = "".join(f'--sp-{k}: "{safe(text(f"upload.{k}"))}";' for k in ("choose", "refused"))
    show(f"<style>.stApp {{ {own} }}</style>")
    with st.form("upload", clear_on_submit=True, border=False, width=720):
        files = st.file_uploader(
            text("upload.files", most=MAX_UPLOADS, megabytes=MAX_UPLOAD_MEGABYTES),
            type=ENDINGS,
            accept_multiple_files=True,
            max_upload_size=MAX_UPLOAD_MEGABYTES,
            key="upload files",
        )
        municipality = st.text_input(text("upload.municipality"), key="upload municipality")
        sent = st.form_submit_button(text("upload.send"), type="primary")
    if sent and files:
        st.session_state[TOLD] = receive(files, municipality.strip() or None)
        # where this was the first, the page has its other parts now
        st.query_params[sections.KEY] = "upload"
        st.rerun()
    _tell(st.session_state.get(TOLD, ()))
    frame.method("upload.method")


def first() -> None:
    """Where nothing is read yet: the page is the form alone, and stops. Otherwise nothing."""
    if data.current() is None:
        frame.title("sources")
        show(f'<p class="sp-lead">{safe(text("upload.first"))}</p>')
        section()
        st.stop()


def receive(files: Iterable[UploadedFile], municipality: str | None) -> list[str]:
    """Keep files in the store and read them in, with a bar; what to tell, a line each.

    Raises UsageError where nothing may be written.
    """
    errands.demand_editable()
    sent, told, kept = list(files), [], []
    if len(sent) > MAX_UPLOADS:
        return [text("upload.too_many", count=len(sent), most=MAX_UPLOADS)]
    for file in sent:
        try:
            kept.append(uploads.keep(default_store(), file.name, file.getvalue()))
        except StandpunktError as error:
            told.append(str(error))
    return [*told, *_read(kept, municipality)] if kept else told


def _read(kept: list[Path], municipality: str | None) -> list[str]:
    told = []
    bar = st.progress(0.0, text("upload.starting"))
    for line in errands.take_in(default_store(), kept, municipality=municipality):
        if "done" in line:
            bar.progress(_share(line), text("upload.progress", **line))
        elif "failed" in line:
            told.append(str(line["failed"]))
        else:
            told += _counted(line)
    bar.empty()
    return told


def _share(line: dict[str, Any]) -> float:
    return float(min(line["done"] / max(line["total"], 1), 1.0))


def _counted(line: dict[str, Any]) -> list[str]:
    return [plural(f"upload.{name}", line[name]) for name in ("read", "skipped") if line[name]]


def _tell(lines: Iterable[str]) -> None:
    items = "".join(f"<li>{safe(line)}</li>" for line in lines)
    if items:
        show(f'<ul class="sp-told" role="status">{items}</ul>')
    if items and data.current():
        way = anchor(links.href("sources", view="documents"), safe(text("upload.see")))
        show(f"<p>{way}</p>")
