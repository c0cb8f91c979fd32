"""The page of sources and scrutiny: what is drawn, what is written, and what never is."""

import hashlib
import re
from pathlib import Path

import pytest
from streamlit.proto.Common_pb2 import FileURLs
from streamlit.runtime.uploaded_file_manager import UploadedFile, UploadedFileRec
from streamlit.testing.v1 import AppTest

from pipeline import errands
from pipeline.errors import UsageError
from pipeline.settings import MAX_UPLOADS
from pipeline.storage import corrections as stored
from pipeline.storage.layout import uploads_folder
from tests.stores import add, rows
from tests.views.stores import RESERVED, divided_meeting, many_meetings
from tests.views.test_pages import HOSTILE, html, show
from views import upload
from views.language import LANGUAGES, texts
from views.markup import safe

VIEWS = ("coverage", "documents", "accuracy", "corrections", "upload")
SV = texts("sv")
MINUTES = """# Protokoll

Tallviks kommun, Hamnnämnden, 2024-03-05

## § 4 Ny brygga

Berit Sjöholm (S) yrkar bifall till förslaget.

Hamnnämnden beslutar att bygga bryggan.
"""


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STANDPUNKT_STORE", str(tmp_path))
    monkeypatch.delenv("STANDPUNKT_EDIT", raising=False)
    monkeypatch.delenv("STANDPUNKT_LOGIN", raising=False)
    (tmp_path / "shared").mkdir()
    monkeypatch.setattr(stored, "shared_corrections", lambda: tmp_path / "shared")
    return tmp_path


@pytest.fixture
def editing(store: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STANDPUNKT_EDIT", "1")
    return store


def sent(name: str, content: bytes) -> UploadedFile:
    """A file as Streamlit hands it over."""
    return UploadedFile(UploadedFileRec(name, name, "", content), FileURLs())


def fields(app: AppTest) -> set[str]:
    return {field.label for field in [*app.text_input, *app.selectbox, *app.checkbox]}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("several", [False, True])
def test_every_section_runs(view: str, language: str, several: bool, editing: Path) -> None:
    if several:
        many_meetings(editing)
    else:
        add(editing, divided_meeting())

    app = show("sources", view=view, lang=language)

    assert not app.exception
    keys = {"coverage": "ledger.caption", "documents": "sources.method"}
    assert safe(texts(language)[keys.get(view, f"{view}.method")]) in html(app)


@pytest.mark.parametrize("view", VIEWS)
def test_no_section_takes_a_document_for_markup(view: str, editing: Path) -> None:
    hostile = divided_meeting(
        title=HOSTILE, text=HOSTILE, body=HOSTILE, source=HOSTILE, findings=(HOSTILE,)
    )
    add(editing, hostile)

    app = show("sources", view=view, of_body=HOSTILE)

    assert not app.exception
    assert "<img" not in html(app)


def test_a_body_opens_to_its_meetings_and_they_to_their_documents(store: Path) -> None:
    many_meetings(store)

    shown = html(show("sources"))
    opened = html(show("sources", of_body="Hamnnämnden"))

    assert "of_body=Hamnn%C3%A4mnden" in shown
    assert "kallor?document=d1" not in shown
    assert "kallor?document=d1" in opened
    assert SV["sources.failures"] in shown


@pytest.mark.parametrize(("kind", "missing"), [("protokoll", "0"), ("protokollsutdrag", "–")])
def test_extracts_alone_do_not_tell_that_nothing_is_missing(
    kind: str, missing: str, store: Path
) -> None:
    add(store, divided_meeting(kind=kind))

    label = SV["ledger.missing"]
    assert f'<td data-label="{label}">{missing}</td>' in html(show("sources"))


def test_an_unknown_body_explains_itself(store: Path) -> None:
    add(store, divided_meeting())

    assert SV["ledger.unknown"] in html(show("sources", of_body="Månrådet"))


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"view": "upload"},
        {"view": "corrections", "correct": "positions", "row": "d1:1:M"},
        {"document": "d1"},
    ],
    ids=["list", "upload", "correct", "document"],
)
def test_nothing_can_be_written_unless_asked_for(query: dict[str, str], store: Path) -> None:
    add(store, divided_meeting())

    app = show("sources", **query)

    assert not app.exception
    assert not app.get("file_uploader")
    assert fields(app).isdisjoint({SV["corrections.who"], SV["upload.municipality"]})
    assert "correct=" not in html(app)


def test_a_case_leads_to_its_corrections_only_when_editing(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store, divided_meeting())
    reading = html(show("case", case="d1:1"))
    monkeypatch.setenv("STANDPUNKT_EDIT", "1")
    editing = html(show("case", case="d1:1"))

    assert "correct=" not in reading
    for table in ("positions", "statements", "cases"):
        assert f"correct={table}" in editing


def test_errands_that_write_are_refused_when_only_reading(store: Path) -> None:
    add(store, divided_meeting())

    with pytest.raises(UsageError, match="--edit"):
        errands.correct(store, "propose", "positions", "d1:1:M", who="Ada", why="fel")
    with pytest.raises(UsageError, match="--edit"):
        list(errands.take_in(store, [store / "a.md"], municipality=None))
    with pytest.raises(UsageError, match="--edit"):
        upload.receive([sent("a.md", b"text")], None)
    assert not uploads_folder(store).exists()
    assert not (store / "corrections").exists()


def test_a_correction_is_proposed_applied_and_undone(editing: Path) -> None:
    add(editing, divided_meeting())
    stance = "SELECT stance FROM positions WHERE position_id = 'd1:1:M'"

    app = show("sources", view="corrections", correct="positions", row="d1:1:M")
    assert {SV["corrections.who"], SV["corrections.remove"]} <= fields(app)
    assert "bryggan är för dyr" in html(app)  # the words that the row rests on
    (chosen,) = [one for one in app.selectbox if one.label == SV["column.stance"]]
    chosen.set_value("abstained")
    sign(app, "Ada Lund", "<b>avstod</b>")
    app.button[-1].click().run(timeout=120)

    assert not app.exception
    assert SV["corrections.done_propose"] in html(app)
    assert "&lt;b&gt;avstod&lt;/b&gt;" in html(app)
    assert rows(editing, stance) == [("against",)]
    (record,) = stored.read_corrections(editing)

    decided = show("sources", view="corrections", correction=record.correction_id)
    sign(decided, "Bo Ek", "stämmer")
    decided.button[-1].click().run(timeout=120)
    assert SV["corrections.done_apply"] in html(decided)
    assert rows(editing, stance) == [("abstained",)]

    undone = show("sources", view="corrections", correction=record.correction_id)
    sign(undone, "Bo Ek", "nej")
    undone.button[-1].click().run(timeout=120)
    assert rows(editing, stance) == [("against",)]
    assert "ångrad" in html(undone)


def test_a_missing_position_is_added_on_the_page_of_its_document(editing: Path) -> None:
    add(editing, divided_meeting())
    count = "SELECT count(*) FROM positions WHERE party = 'KD'"

    app = show("sources", document="d1")
    filled = {"stance": "against", "basis": "reservation"}
    for name, value in filled.items():
        (field,) = [one for one in app.selectbox if one.label == SV[f"column.{name}"]]
        field.set_value(value)
    (party,) = [one for one in app.text_input if one.label == SV["column.party"]]
    party.set_value("KD")
    (quote,) = app.text_area
    quote.set_value(RESERVED)
    sign(app, "Ada Lund", "missades")
    app.button[-1].click().run(timeout=120)

    assert not app.exception
    assert SV["corrections.done_propose"] in html(app)
    (record,) = stored.read_corrections(editing)
    decided = show("sources", view="corrections", correction=record.correction_id)
    sign(decided, "Bo Ek", "stämmer")
    decided.button[-1].click().run(timeout=120)
    assert rows(editing, count) == [(1,)]


def test_what_a_new_position_lacks_is_said_in_a_sentence(editing: Path) -> None:
    add(editing, divided_meeting())
    app = show("sources", document="d1")
    sign(app, "Ada Lund", "missades")
    app.button[-1].click().run(timeout=120)

    assert not app.exception
    assert "Citatet står inte ordagrant" in html(app)
    assert stored.read_corrections(editing) == ()


def test_who_governed_is_entered_where_it_is_missing(editing: Path) -> None:
    add(editing, divided_meeting(municipality="Obygden"))

    app = show("majority", view="gap")
    asked = {"start": "2020-01-01", "governing": "S, V", "source": "kommunens webbplats"}
    for name, value in asked.items():
        (field,) = [one for one in app.text_input if one.label == SV[f"column.{name}"]]
        field.set_value(value)
    sign(app, "Ada Lund", "saknades")
    app.button[-1].click().run(timeout=120)

    assert not app.exception
    assert SV["corrections.done_propose"] in html(app)
    (record,) = stored.read_corrections(editing)
    assert record.correction.row == "Obygden:2020-01-01"
    assert record.correction.new["governing"] == ["S", "V"]


def test_who_governed_is_told_by_command_when_only_reading(store: Path) -> None:
    add(store, divided_meeting(municipality="Obygden"))
    app = show("majority", view="gap")

    assert any("mandates Obygden --add" in one.value for one in app.code)
    assert SV["column.governing"] not in fields(app)


def sign(app: AppTest, who: str, why: str) -> None:
    """Fill in the signature of the form."""
    for field in app.text_input:
        if field.label == SV["corrections.who"]:
            field.set_value(who)
        elif field.label == SV["corrections.why"]:
            field.set_value(why)


def test_an_unsigned_correction_is_refused_in_a_sentence(editing: Path) -> None:
    add(editing, divided_meeting())
    app = show("sources", view="corrections", correct="positions", row="d1:1:M")
    app.button[-1].click().run(timeout=120)

    assert not app.exception
    assert "sp-told" in html(app)
    assert stored.read_corrections(editing) == ()


@pytest.mark.parametrize(
    "row", [("positions", "d9:9:X"), ("meta", "1"), ("positions; DROP TABLE cases", "1")]
)
def test_a_row_that_cannot_be_corrected_explains_itself(
    row: tuple[str, str], editing: Path
) -> None:
    add(editing, divided_meeting())

    app = show("sources", view="corrections", correct=row[0], row=row[1])

    assert not app.exception
    assert SV["corrections.no_row"] in html(app)


def test_an_uploaded_document_is_read_and_trouble_told_in_a_line_each(editing: Path) -> None:
    files = [
        sent("../../<b>prot okoll.md", MINUTES.encode()),
        sent("bild.pdf", b"\x89PNG\r\n\x1a\n"),
        sent("tom.txt", b""),
    ]

    told = upload.receive(files, None)

    (name,) = rows(editing, "SELECT source FROM documents")[0]
    digest = hashlib.sha256(MINUTES.encode()).hexdigest()
    assert Path(name) == uploads_folder(editing) / digest[:16] / "b_prot_okoll.md"
    assert [line for line in told if "tom.txt" in line and "tom;" in line]
    assert [line for line in told if "bild.pdf" in line and "bild (PNG)" in line]
    assert told[-1] == SV["upload.read_one"].format(count=1)
    assert len(told) == 3
    assert len(list(uploads_folder(editing).iterdir())) == 1
    assert upload.receive(files[:1], None) == [SV["upload.skipped_one"].format(count=1)]


def test_too_many_files_are_refused_whole(editing: Path) -> None:
    files = [sent(f"{n}.md", b"text") for n in range(MAX_UPLOADS + 1)]

    (line,) = upload.receive(files, None)

    assert str(MAX_UPLOADS) in line
    assert not uploads_folder(editing).exists()


def test_an_empty_store_offers_the_upload_when_editing(editing: Path) -> None:
    app = show("sources")

    assert not app.exception
    assert SV["upload.municipality"] in fields(app)


@pytest.mark.parametrize(
    ("municipality", "told"), [("Tallvik", True), ("all", False)], ids=["one", "every"]
)
@pytest.mark.parametrize("view", ["coverage", "documents"])
def test_documents_of_no_municipality_are_told_of_where_one_is_chosen(
    view: str, municipality: str, told: bool, store: Path
) -> None:
    add(store, divided_meeting(), divided_meeting("d2", municipality="Granby"))
    add(store, divided_meeting("d3", municipality=None))

    shown = html(show("sources", view=view, municipality=municipality))

    line = safe(SV["sources.unplaced_one"].format(count=1))
    assert (line in shown) == told
    assert (f">{safe(SV['sources.everywhere'])}</a>" in shown) == told


def test_a_correction_is_told_of_its_case_and_in_the_readers_language(editing: Path) -> None:
    add(editing, divided_meeting())

    app = show("sources", view="corrections", correct="positions", row="d1:1:M")
    assert "Ny brygga i gästhamnen" in html(app)
    (chosen,) = [one for one in app.selectbox if one.label == SV["column.stance"]]
    chosen.set_value("abstained")
    sign(app, "Ada Lund", "avstod")
    app.button[-1].click().run(timeout=120)
    shown = html(show("sources", view="corrections", lang="en"))

    assert '<span class="sp-tag ">proposed</span>' in shown
    assert "föreslagen" not in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_ledger_says_how_many_of_its_meetings_stand_under_meetings(
    language: str, demo_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STANDPUNKT_STORE", str(demo_store))
    label = texts(language)["ledger.decided_many"]

    said = html(show("sources", view="coverage", lang=language))
    listed = html(show("meetings", lang=language))

    pattern = re.escape(label).replace(r"\{count\}", r"(\d+)")
    (told,) = re.findall(rf'<a href="moten[^"]*">{pattern}</a>', said)
    (known,) = re.findall(r"<b>(\d+) ", said.split("sp-selection")[1])
    assert texts(language)["meetings.count_many"].format(count=told) in listed
    assert int(told) < int(known)
