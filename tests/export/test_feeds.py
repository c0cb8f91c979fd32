"""Feeds: well-formed, with what RFC 4287 asks for, the same bytes every time, all escaped."""

import re
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from pipeline import cli
from pipeline.errors import UsageError
from pipeline.export import atom, feeds
from pipeline.export.feeds import Addresses, Wanted, write_feeds
from tests.builders import case, document, extraction, position, statement
from tests.stores import add
from views.links import ADDRESSES

ATOM = f"{{{atom.NAMESPACE}}}"
EVIL = '<script>alert("x")</script> & ]]>'
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
TAG = re.compile(r"tag:[a-z.]+,\d{4}:[A-Za-z0-9/:._~-]+")
SEARCH = "brygga"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("store")
    vote = position(
        position_id="d1:1:Hamnnämnden:V",
        party="V",
        stance="against",
        basis="votering",
        statement_id=None,
        quote=f"Nej: Åsa {EVIL}",
    )
    silent = position(position_id="d1:1:Hamnnämnden:C", party="C", stance="silent")
    add(
        folder,
        extraction(
            document(),
            cases=[case(topics=("fritid",), decision=("Bryggan byggs.",))],
            statements=[statement(text=f"Bryggan är för dyr. {EVIL}")],
            positions=[position(), vote, silent],
        ),
    )
    newer = document(document_id="d2", source="d2.md", date=None)
    undated = statement(
        statement_id="d2::s1", document_id="d2", case_id=None, date=None, text="Kranen."
    )
    return add(folder, extraction(newer, statements=[undated]))


DECIDED = ("decision", "Beslut (bifall) – Ny brygga i gästhamnen")
UNDATED = ("statement", "M: reservation – ärende utan rubrik")


def _written(store: Path, out: Path, **wanted: object) -> dict[str, ElementTree.Element]:
    addresses = Addresses("https://panel.example/s/", "https://panel.example/floden/")
    paths = write_feeds(store, out, Wanted(**wanted), addresses)  # type: ignore[arg-type]
    assert {path.name for path in paths} == {path.name for path in out.iterdir()}
    return {
        path.name: ElementTree.fromstring(path.read_bytes())
        for path in paths
        if path.suffix in (".atom", ".opml")
    }


def _entries(root: ElementTree.Element) -> list[tuple[str, str]]:
    return [
        (_text(entry, "id").removeprefix(feeds.AUTHORITY).split("/")[0], _text(entry, "title"))
        for entry in root.iterfind(f"{ATOM}entry")
    ]


def _text(element: ElementTree.Element, name: str) -> str:
    (found,) = element.findall(f"{ATOM}{name}")
    assert found.text
    return found.text


def test_every_feed_has_what_the_standard_asks_for(store: Path, tmp_path: Path) -> None:
    files = _written(store, tmp_path, search=(SEARCH,), party=("M", "V"), topic=("fritid",))
    roots = [root for name, root in files.items() if name.endswith(".atom")]
    assert len(roots) == 4
    assert len({_text(root, "id") for root in roots}) == 4
    for root in roots:
        assert root.tag == f"{ATOM}feed"
        assert root.find(f"{ATOM}author/{ATOM}name") is not None
        relations = [link.get("rel") for link in root.iterfind(f"{ATOM}link")]
        assert relations == ["alternate", "self"]
        entries = root.findall(f"{ATOM}entry")
        ids = [_text(entry, "id") for entry in entries]
        assert entries
        assert len(set(ids)) == len(ids)
        for element in (root, *entries):
            assert TAG.fullmatch(_text(element, "id"))
            assert _text(element, "title")
            assert RFC_3339.fullmatch(_text(element, "updated"))
            assert datetime.fromisoformat(_text(element, "updated")).tzinfo is not None


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (
            {"party": ("V",)},
            [
                DECIDED,
                ("position", "V: emot beslutet – Ny brygga i gästhamnen"),
            ],
        ),
        (
            # the reservation is told once: by the statement, not by its position too
            {"party": ("M",)},
            [
                DECIDED,
                ("statement", "M: reservation – Ny brygga i gästhamnen"),
                UNDATED,
            ],
        ),
        ({"search": ("kran",)}, [UNDATED]),
        ({"search": ("finnsinte",)}, []),
        ({"search": ("bryga",)}, []),  # a watch is never for other words than those given
        ({"party": ("V",), "since": 1}, []),
        (
            {"party": ("M",), "since": 1},
            [UNDATED],
        ),
        (
            {"party": ("M",), "most": 1},
            [DECIDED],
        ),
    ],
)
def test_what_is_in_a_feed(
    store: Path, tmp_path: Path, wanted: dict[str, object], expected: list[tuple[str, str]]
) -> None:
    (root,) = (
        root
        for name, root in _written(store, tmp_path, **wanted).items()
        if "feeds" not in name
    )
    assert _entries(root) == expected


def test_without_a_choice_there_is_a_feed_for_every_party_topic_and_place(
    store: Path, tmp_path: Path
) -> None:
    files = _written(store, tmp_path)
    titles = [_text(root, "title") for name, root in files.items() if name.endswith("atom")]
    assert titles == [
        *("Parti: M", "Parti: V"),
        "Ämne: Idrott och fritid",
        "Kommun: Tallvik",
    ]


def test_links_lead_into_the_dashboard(store: Path, tmp_path: Path) -> None:
    assert (ADDRESSES["case"], ADDRESSES["sources"]) == (feeds.CASE, feeds.SOURCES)
    root = next(iter(_written(store, tmp_path, party=("V",)).values()))
    entry = root.findall(f"{ATOM}entry")[1]
    links = {link.get("rel"): link.get("href") or "" for link in entry.iterfind(f"{ATOM}link")}
    assert links["alternate"].startswith("https://panel.example/s/arende?")
    assert parse_qs(urlsplit(links["alternate"]).query) == {"case": ["d1:1"]}
    assert parse_qs(urlsplit(links["via"]).query).keys() == {"document", "start", "end"}


def test_what_is_shown_is_escaped_twice_and_read_back_as_written(
    store: Path, tmp_path: Path
) -> None:
    root = next(iter(_written(store, tmp_path, party=("V",)).values()))
    content = _text(root.findall(f"{ATOM}entry")[1], "content")
    seen: list[str] = []
    tags: set[str] = set()
    parser = HTMLParser()
    parser.handle_data = seen.append  # type: ignore[method-assign]
    parser.handle_starttag = lambda tag, _: tags.add(tag)  # type: ignore[method-assign]
    parser.feed(content)
    parser.close()
    assert f"Nej: Åsa {EVIL}" in "".join(seen)
    assert tags == {"p", "blockquote"}


def test_lists_name_every_feed(store: Path, tmp_path: Path) -> None:
    files = _written(store, tmp_path, search=(EVIL,), party=("M",))
    outlines = files["feeds.opml"].findall("body/outline")
    assert [line.get("xmlUrl") for line in outlines] == [
        f"https://panel.example/floden/{name}" for name in files if name.endswith(".atom")
    ]
    page = (tmp_path / "index.html").read_text("utf-8")
    assert all(f'href="{name}"' in page for name in files if name.endswith(".atom"))
    assert "<script>" not in page


def test_the_same_snapshot_gives_the_same_bytes(store: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        _written(store, tmp_path / name, search=(SEARCH,), party=("M",))
    one, two = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()}
        for name in ("one", "two")
    )
    assert one == two


def test_invented_rows_say_so(tmp_path: Path) -> None:
    store = add(
        tmp_path / "store",
        extraction(document(invented=True), cases=[case()], positions=[position()]),
    )
    root = next(iter(_written(store, tmp_path / "out", party=("M",)).values()))
    assert _text(root, "subtitle") == feeds.INVENTED
    assert all(title.startswith("[påhittat] ") for _, title in _entries(root))
    assert feeds.INVENTED in (tmp_path / "out" / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("kind", "value", "told"),
    [
        ("party", "XX", "Parti XX finns inte i lagret; där finns M, V."),
        (
            "municipality",
            "Annanvik",
            "Kommun Annanvik finns inte i lagret; där finns Tallvik.",
        ),
    ],
)
def test_unknown_values_are_refused(
    store: Path, tmp_path: Path, kind: str, value: str, told: str
) -> None:
    with pytest.raises(UsageError, match=re.escape(told)):
        _written(store, tmp_path, **{kind: (value,)})


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--party", "M"], 0),
        (["--party", "M", "--base-url", "javascript:alert(1)"], 2),
    ],
)
def test_command(store: Path, tmp_path: Path, arguments: list[str], code: int) -> None:
    command = ["feeds", "--out", str(tmp_path / "out"), "--store", str(store), *arguments]
    assert CliRunner().invoke(cli.app, command).exit_code == code
    assert (tmp_path / "out" / "index.html").is_file() == (code == 0)


@given(st.lists(st.text(), min_size=5, max_size=5))
def test_any_text_gives_a_well_formed_feed(texts: list[str]) -> None:
    title, line, quote, category, link = texts
    entry = atom.Entry("tag:a,2026:x", title, "x", link, link, (line,), quote, (category,))
    feed = atom.Feed("a.atom", "tag:a,2026:y", title, line, "x", link, link, (entry,))
    for made in (atom.atom(feed), atom.opml(title, [feed])):
        assert ElementTree.fromstring(made).tag in (f"{ATOM}feed", "opml")


@given(st.lists(st.text(min_size=1), unique=True, max_size=5))
def test_different_values_have_different_names_and_tags(values: list[str]) -> None:
    assert len({feeds._slug(value).lower() for value in values}) == len(values)
    assert len({feeds._tagged(value) for value in values}) == len(values)
    assert all(re.fullmatch(r"[a-z0-9-]+", feeds._slug(value)) for value in values)
