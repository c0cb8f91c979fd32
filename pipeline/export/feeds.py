"""What is new of a party, topic, municipality or search, as feeds: which feeds there are, and
the decisions, statements and positions in each."""

import re
import tempfile
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urljoin

import duckdb

from pipeline.errors import UsageError
from pipeline.export import atom
from pipeline.search import Query, SearchIndex, all_rows
from pipeline.search.query import DATE
from pipeline.storage.snapshot import open_search, open_snapshot

MOST = 200
LONGEST_QUOTE = 1_500
DASHBOARD = "http://localhost:8501/"
AUTHORITY = "tag:standpunkt,2026:"
"""What ids begin with (RFC 4151); it must never change, or readers see all as new."""
INVENTED = "Påhittad demokommun: inga riktiga partier, personer eller beslut avses."
CASE, SOURCES = "arende", "kallor"

KINDS = {"party": "parti", "topic": "amne", "municipality": "kommun", "search": "sokning"}
TITLES = {"party": "Parti", "topic": "Ämne", "municipality": "Kommun", "search": "Sökning"}
STANCES = {
    **{"for": "för beslutet", "against": "emot beslutet", "abstained": "avstod"},
    **{"split": "delat", "remark": "anmärkning", "not_participating": "deltog inte"},
}

# A position that a statement shows is told by the statement.
_EVENTS = """
WITH taken AS (
    SELECT case_id, list_sort(list_distinct(flatten(list(parties)))) AS parties
    FROM decisions GROUP BY case_id
), told AS (
    SELECT 'decision' AS kind, case_id AS id, case_id, document_id, body, date,
           coalesce(parties, []) AS parties, outcome AS word,
           array_to_string(decision, ' ') AS quote, start, "end"
    FROM cases LEFT JOIN taken USING (case_id) WHERE len(decision) > 0
    UNION ALL
    SELECT 'statement', statement_id, case_id, document_id, body, date, parties, act,
           coalesce(nullif(text, ''), array_to_string(points, ' ')), start, "end"
    FROM apart.statements WHERE same_as IS NULL
    UNION ALL
    SELECT 'position', position_id, case_id, document_id, body, date, [party], stance, quote,
           start, "end"
    FROM apart.positions WHERE stance NOT IN ('silent', 'absent') AND statement_id IS NULL
)
SELECT told.*, c.title, coalesce(c.topics, []) AS topics, d.municipality, d.invented
FROM told JOIN documents d USING (document_id) LEFT JOIN cases c USING (case_id)
WHERE ($since IS NULL OR document_id IN (SELECT document_id FROM arrivals
                                         WHERE snapshot > $since))
"""
_CHOSEN = {
    "party": "list_contains(told.parties, $value)",
    "topic": "list_contains(c.topics, $value)",
    "municipality": "d.municipality = $value",
    "search": "list_contains($value, told.kind || ' ' || told.id)",
}
_NEWEST = "ORDER BY told.date DESC NULLS LAST, told.case_id, told.kind, told.id LIMIT $most"
_KNOWN = {
    "party": "SELECT DISTINCT unnest(parties) AS value FROM decisions",
    "topic": "SELECT DISTINCT unnest(topics) AS value FROM cases",
    "municipality": "SELECT DISTINCT municipality AS value FROM documents",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which feeds: values of each kind (all there are, when nothing at all is named), only of
    documents that came after the snapshot ``since``, with at most ``most`` entries."""

    party: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    municipality: tuple[str, ...] = ()
    search: tuple[str, ...] = ()
    since: int | None = None
    most: int = MOST


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the dashboard is, and where the feeds will be; "" where that is not known."""

    dashboard: str = DASHBOARD
    feeds: str = ""

    def page(self, page: str, **parameters: object) -> str:
        """A page of the dashboard."""
        given = {name: value for name, value in parameters.items() if value is not None}
        return urljoin(self.dashboard, f"{page}?{urlencode(given)}")


def write_feeds(
    store: Path, out: Path, wanted: Wanted, addresses: Addresses
) -> tuple[Path, ...]:
    """Write the feeds to the folder ``out``, and ``index.html`` and ``feeds.opml``; the files.

    The same snapshot gives the same bytes. Raises UsageError for an unknown party, topic or
    municipality or a folder that cannot be written, StoreError when there is nothing to read.
    """
    with open_snapshot(store) as connection:
        index = open_search(store) if wanted.search else None
        feeds = [
            _feed(connection, index, kind, value, wanted=wanted, addresses=addresses)
            for kind, value in _chosen(connection, wanted)
        ]
        notice = INVENTED if _about(connection)[1] else ""
    title = "Flöden från Ståndpunkt"
    files = {feed.name: atom.atom(feed) for feed in feeds}
    files["feeds.opml"] = atom.opml(f"{title}. {notice}".strip(), feeds)
    files["index.html"] = atom.page(title, notice, feeds)
    return _put(out, files)


def file_of(kind: str, value: str) -> str:
    """The name of a feed's file; ``kind`` is one of KINDS."""
    return f"{KINDS[kind]}-{_slug(value)}.atom"


def _put(out: Path, files: dict[str, bytes]) -> tuple[Path, ...]:
    """The files in place, when all are written."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=out, prefix=".feeds-") as folder:
            for name, content in files.items():
                (Path(folder) / name).write_bytes(content)
            return tuple((Path(folder) / name).replace(out / name) for name in files)
    except OSError as error:
        raise UsageError(f"Det går inte att skriva i {out}: {error}") from error


def _chosen(
    connection: duckdb.DuckDBPyConnection, wanted: Wanted
) -> Iterator[tuple[str, str]]:
    """Kind and value of each feed, once and in order."""
    named = {kind: dict.fromkeys(getattr(wanted, kind)) for kind in KINDS}
    anything = any(named.values())
    for kind, values in named.items():
        if kind == "search":
            yield from ((kind, value) for value in values)
            continue
        rows = connection.execute(f"{_KNOWN[kind]} ORDER BY value").fetchall()
        known = [row[0] for row in rows if row[0]]
        for value in values if anything else known:
            if value not in known:
                there = ", ".join(known) or "inga"
                raise UsageError(
                    f"{TITLES[kind]} {value} finns inte i lagret; där finns {there}."
                )
            yield kind, value


def _feed(
    connection: duckdb.DuckDBPyConnection,
    index: SearchIndex | None,
    kind: str,
    value: str,
    *,
    wanted: Wanted,
    addresses: Addresses,
) -> atom.Feed:
    asked: Any = value if index is None or kind != "search" else _found(index, value, wanted)
    sql = f"{_EVENTS} AND {_CHOSEN[kind]} {_NEWEST}"
    given = {"value": asked, "since": wanted.since, "most": wanted.most}
    names = _topic_names(connection)
    built, invented = _about(connection)
    found = connection.execute(sql, given)
    columns = [column[0] for column in found.description or ()]
    rows = [dict(zip(columns, row, strict=True)) for row in found.fetchall()]
    name = file_of(kind, value)
    title = f"{TITLES[kind]}: {names.get(value, value) if kind == 'topic' else value}"
    return atom.Feed(
        name=name,
        id=f"{AUTHORITY}feed/{name.removesuffix('.atom')}",
        title=f"{title} (påhittat)" if invented else title,
        subtitle=INVENTED if invented else "Beslut, inlägg och ställningar ur protokoll.",
        updated=built,
        link=addresses.dashboard,
        address=urljoin(addresses.feeds, name),
        entries=tuple(_entry(row, names, built, addresses) for row in rows),
    )


def _found(index: SearchIndex, words: str, wanted: Wanted) -> list[str]:
    """Kind and id of what a search finds, as typed; a title or a proposal leads to its
    case's decision."""
    # Asked for what is new, a search never corrects the words: a watch must not change them.
    query = Query(words, sort=DATE, since=wanted.since or 0)
    hits = islice(all_rows(index, query), wanted.most * 4)
    return [
        f"statement {row.key}" if row.what == "statement" else f"decision {row.case_id}"
        for row in hits
    ]


def _entry(
    row: dict[str, Any], names: dict[str, str], built: str, addresses: Addresses
) -> atom.Entry:
    parties = ", ".join(row["parties"])
    word = STANCES.get(row["word"], row["word"]) or "utan utgång"
    lead = f"Beslut ({word})" if row["kind"] == "decision" else f"{parties or '–'}: {word}"
    place = (row["municipality"], row["body"], row["date"])
    topics = [names.get(topic, topic) for topic in row["topics"]]
    title = f"{lead} – {row['title'] or 'ärende utan rubrik'}"
    lines = (
        ", ".join(part for part in place if part),
        f"Partier: {parties}" if parties else "",
        INVENTED if row["invented"] else "",
    )
    span = {"document": row["document_id"], "start": row["start"], "end": row["end"]}
    source = addresses.page(SOURCES, **span)
    return atom.Entry(
        id=f"{AUTHORITY}{row['kind']}/{_tagged(row['id'])}",
        title=f"[påhittat] {title}" if row["invented"] else title,
        updated=f"{row['date']}T00:00:00Z" if _is_day(row["date"]) else built,
        link=addresses.page(CASE, case=row["case_id"]) if row["case_id"] else source,
        source=source,
        lines=tuple(line for line in lines if line),
        quote=_shortened(row["quote"] or ""),
        categories=(*row["parties"], *topics),
    )


def _about(connection: duckdb.DuckDBPyConnection) -> tuple[str, bool]:
    """When the snapshot was built, and whether anything in it is invented."""
    row = connection.execute("SELECT built_at, invented FROM meta").fetchone()
    return (str(row[0]), bool(row[1])) if row else ("1970-01-01T00:00:00Z", False)


def _topic_names(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    return dict(connection.execute("SELECT topic, name FROM topics").fetchall())


def _slug(value: str) -> str:
    """A name for a file, unlike that of any other value on every system."""
    plain = unicodedata.normalize("NFKD", value.lower()).encode("ascii", "ignore").decode()
    short = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40]
    return f"{short}-{sha256(value.encode()).hexdigest()[:6]}".strip("-")


def _tagged(key: str) -> str:
    """A key as a part of a tag: signs that a tag cannot hold are told by their number."""
    return re.sub(r"[^A-Za-z0-9:.~-]", lambda sign: f"_{ord(sign[0]):x}_", key)


def _is_day(date: str | None) -> bool:
    return bool(date and re.fullmatch(r"\d{4}-\d\d-\d\d", date))


def _shortened(quote: str) -> str:
    if len(quote) <= LONGEST_QUOTE:
        return quote
    return quote[:LONGEST_QUOTE].rsplit(maxsplit=1)[0] + " […]"
