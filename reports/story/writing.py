"""The story's text, block by block: what was decided, who stood where in their own words, how
it is counted and what it does not say.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from pipeline.models import Position, Statement, Vote
from pipeline.words import Stance
from reports.citations import before_table, citation, flowing, page_of, word
from reports.order import in_order
from reports.sentences import day, listed
from reports.story.material import Chart, Origin, Told

Texts = Mapping[str, str]

CAVEATS = (
    "pack.caveat_silence",
    "pack.caveat_stance",
    "pack.caveat_contested",
    "pack.caveat_matter",
    "pack.caveat_coverage",
    "pack.caveat_reading",
)
UNSPOKEN = (Stance.SILENT, Stance.ABSENT)


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of text. ``style``: title · heading · subheading · text · quote · item ·
    note · picture. A picture's text is what it shows, and ``file`` its name in the pack."""

    style: str
    text: str
    file: str = ""


def story(
    told: Sequence[Told],
    charts: Sequence[Chart],
    origin: Origin,
    texts: Texts,
    *,
    pictured: bool = False,
) -> list[Block]:
    """The whole text in the language of ``texts``. ``pictured``: the charts have pictures."""
    return [
        *_opening(told, charts, origin, texts),
        *(block for one in told for block in _case(one, texts)),
        *_charts(charts, texts, pictured=pictured),
        Block("heading", texts["pack.caveats"]),
        *(Block("item", texts[key]) for key in CAVEATS),
    ]


def plain(note: str) -> str:
    """A chart's note as one line of text, where each of its lines is a sentence."""
    lines = (" ".join(line.split()) for line in note.split("<br>"))
    return " ".join(
        line if line.endswith((".", ":", "?")) else f"{line}." for line in lines if line
    )


def snapshot_line(origin: Origin, texts: Texts) -> str:
    """Which snapshot, and when it was built."""
    return texts["pack.snapshot"].format(number=origin.number, day=day(origin.day, texts))


def _opening(
    told: Sequence[Told], charts: Sequence[Chart], origin: Origin, texts: Texts
) -> Iterator[Block]:
    yield Block("title", texts["pack.title"])
    if origin.invented:
        yield Block("note", texts["frame.invented"])
    yield Block("text", snapshot_line(origin, texts))
    contested = sum(bool(one.contested) for one in told)
    documents = len({one.document.document_id for one in told})
    counts = {"cases": len(told), "contested": contested, "documents": documents}
    yield Block("text", texts["pack.counts"].format(charts=len(charts), **counts))


def _case(one: Told, texts: Texts) -> Iterator[Block]:
    case = one.case
    yield Block("heading", case.title or texts["case.untitled"].format(number=case.number))
    yield Block("text", citation(case, one.document, texts, address=one.address))
    went = [word("outcome", case.outcome, texts), word("decided_by", case.decided_by, texts)]
    if one.contested is not None:
        went.append(texts["pack.contested" if one.contested else "pack.uncontested"])
    if any(went):
        yield Block("text", texts["pack.went"].format(went=", ".join(filter(None, went))))
    if case.decision:
        yield Block("subheading", texts["case.decision"])
        yield from (Block("quote", flowing(point)) for point in case.decision)
    yield from _votes(one.votes, texts)
    yield from _positions(one, texts)
    yield from _statements(one, texts)


def _votes(votes: Sequence[Vote], texts: Texts) -> Iterator[Block]:
    if votes:
        yield Block("subheading", texts["case.votes"])
    for vote in votes:
        counts = {"yes": vote.yes, "no": vote.no, "abstain": vote.abstain}
        figures = ", ".join(
            texts[f"votes.{name}"].format(count=count)
            for name, count in counts.items()
            if count is not None
        )
        meant = (
            f"{word('vote_outcome', side, texts)}: {means or texts['votes.unknown']}"
            for side, means in (("ja", vote.yes_means), ("nej", vote.no_means))
        )
        kind = word("vote_kind", vote.kind, texts)
        yield Block("item", f"{kind}: {figures}. {'. '.join(meant)}.")


def _positions(one: Told, texts: Texts) -> Iterator[Block]:
    spoken = sorted((row for row in one.positions if row.stance not in UNSPOKEN), key=_shared)
    silent = in_order(row.party for row in one.positions if row.stance == Stance.SILENT)
    if spoken or silent:
        yield Block("subheading", texts["case.positions"])
    for _, rows in groupby(spoken, key=_words):
        yield from _said(list(rows), one, texts)
    if silent:
        yield Block("item", f"{', '.join(silent)}: {word('stance', Stance.SILENT, texts)}.")


def _words(row: Position) -> tuple[str, int, str]:
    return row.body or "", row.start or -1, row.quote or ""


def _shared(row: Position) -> tuple[tuple[str, int, str], int, str]:
    return _words(row), list(Stance).index(Stance(row.stance)), row.basis


def _said(rows: list[Position], one: Told, texts: Texts) -> Iterator[Block]:
    """Everybody who stood as the same words tell, and the words once."""
    for _, alike in groupby(rows, key=_shared):
        yield _stood(list(alike), one, texts)
    quote = rows[0].quote
    told = flowing(before_table(quote)) if quote else texts["quote.none"]
    yield Block("quote" if quote else "text", told)


def _stood(rows: list[Position], one: Told, texts: Texts) -> Block:
    first = rows[0]
    stood = texts["pack.stood"].format(
        parties=listed(in_order(row.party for row in rows), texts),
        body=first.body or one.case.body or "",
        stance=word("stance", first.stance, texts),
        basis=word("basis", first.basis, texts),
    )
    page = first.page or page_of(one.document.page_starts, first.start)
    where = f" ({texts['quote.page'].format(page=page)})" if page else ""
    return Block("item", stood + where)


def _statements(one: Told, texts: Texts) -> Iterator[Block]:
    if one.statements:
        yield Block("subheading", texts["case.statements"])
    for row in one.statements:
        marks = [
            word("act", row.act, texts),
            texts["quote.joint"] if row.joint else "",
            texts["quote.by_substitute"] if row.by_substitute else "",
            texts["quote.page"].format(page=row.page) if row.page else "",
        ]
        yield Block("item", f"{_speakers(row)}: {', '.join(filter(None, marks))}")
        yield Block("quote", flowing(row.text))


def _speakers(row: Statement) -> str:
    parties = ", ".join(in_order(row.parties))
    persons = ", ".join(row.persons)
    return f"{parties} ({persons})" if parties and persons else parties or persons or "–"


def _charts(charts: Sequence[Chart], texts: Texts, *, pictured: bool) -> Iterator[Block]:
    if charts:
        yield Block("heading", texts["pack.charts"])
    if charts and not pictured:
        yield Block("text", texts["pack.no_pictures"])
    for place, chart in enumerate(charts, 1):
        yield Block("item", f"{chart.title} ({chart_file(chart, place)})")
        if pictured:
            yield Block("picture", chart.title, chart_file(chart, place, "png"))
        yield Block("text", plain(chart.note))
        yield Block("text", chart.address)


def chart_file(chart: Chart, place: int, ending: str = "html") -> str:
    """What the chart's page, or a picture of it, is called in the pack."""
    return f"charts/{place:02d}-{chart.name}.{ending}"
