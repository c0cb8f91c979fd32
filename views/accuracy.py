"""How right the reading is, per kind of document, and what that was measured on."""

from reports.choice import Choice
from reports.ledger import measured
from views import data, downloads, frame
from views.data import Snapshot
from views.formats import capital, interval, number, percent, records, whole
from views.language import plural, text, word
from views.markup import safe, show, table

FEW, UNCERTAIN = 10, 30
NAMES = ("kind", "table", "share", "interval", "recall", "rows")


def section(snapshot: Snapshot) -> None:
    """Share of what was found that is right, and of what is there that was found."""
    rows = data.report(snapshot, Choice(), "accuracy")
    counts = measured()["corpora"]
    told = plural("accuracy.count", sum(counts.values()))
    show(f'<p class="sp-selection">{safe(told)}</p>')
    show(
        table(
            [safe(text(f"accuracy.{name}")) for name in NAMES],
            _rows(records(rows)),
            caption=text("accuracy.caption"),
            kind="sp-ledger sp-accuracy sp-stacked",
        )
    )
    downloads.table(snapshot, "accuracy", rows)
    places = {"demo": counts.get("demo", 0), "own": counts.get("egna", 0)}
    show(f'<p class="sp-method">{safe(text("accuracy.measured_on", **places))}</p>')
    frame.method("accuracy.method")


def _rows(rows: list[dict[str, object]]) -> list[list[str]]:
    """A row per kind and table; how many documents a kind has stands at its first."""
    before = [None, *(row["kind"] for row in rows)]
    pairs = zip(rows, before, strict=False)
    return [_row(row, first=row["kind"] != kind) for row, kind in pairs]


def _row(row: dict[str, object], *, first: bool) -> list[str]:
    heading = safe(capital(word("kind", str(row["kind"]))))
    if first:
        documents = plural("count.documents", whole(row["documents"]))
        heading += f' <span class="sp-quiet">{safe(documents)}</span>'
    rows = text(
        "accuracy.of",
        hits=number(whole(row["hits"])),
        found=number(whole(row["found"])),
        expected=number(whole(row["expected"])),
    )
    low, high = row["low"], row["high"]
    spread = interval(float(str(low)), float(str(high))) if whole(row["found"]) >= FEW else ""
    return [
        heading,
        safe(word("measured", str(row["table_name"]))),
        safe(_share(row["share"], whole(row["found"]))),
        safe(spread),
        safe(_share(row["recall"], whole(row["expected"]))),
        safe(rows),
    ]


def _share(share: object, n: int) -> str:
    """The share; in parentheses when it rests on little, none when on next to nothing."""
    if n < FEW:
        return text("accuracy.few")
    told = percent(float(str(share)))
    return f"({told})" if n < UNCERTAIN else told
