"""The quote card: what was said, what kind of act it was, by whom, on which page, and the way
there.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from pipeline.models import Position, Proposal, Statement
from reports.citations import before_table, flowing
from reports.order import in_order
from views import correcting, data, links
from views.formats import given, whole
from views.language import text, word
from views.markup import anchor, facts, parties, safe, stance, tag

LONGEST_QUOTE = 400

Following = Mapping[Any, str]
"""What is said right after a quote, by the document and where the quote ends in it."""


def position_cards(positions: Sequence[Position]) -> str:
    """Positions with the sentences they rest on; parties that share one share a card, whatever
    it says of each."""
    after = following((one.quote, one.document_id, one.end) for one in positions)
    groups: dict[tuple[object, ...], list[Position]] = {}
    for one in positions:
        alone = () if given(one.quote) else _stood(one)
        key = (one.body, one.start, one.end, one.quote, *alone)
        groups.setdefault(key, []).append(one)
    cards = "".join(_position_card(group, after) for group in groups.values())
    return f'<div class="sp-cards">{cards}</div>'


def statement_cards(statements: Sequence[Statement]) -> str:
    """Statements in full, in the order given."""
    return f'<div class="sp-cards">{"".join(map(_statement_card, statements))}</div>'


def proposal_cards(proposals: Sequence[Proposal], document_id: str) -> str:
    """Proposals with their points, and whether they became the decision."""
    cards = "".join(_proposal_card(one, document_id) for one in proposals)
    return f'<div class="sp-cards">{cards}</div>'


def _proposal_card(proposal: Proposal, document_id: str) -> str:
    head = f"<b>{safe(proposal.label[:1].upper() + proposal.label[1:])}</b>"
    if proposal.adopted is not None:
        fate = "parties.adopted_yes" if proposal.adopted else "parties.adopted_no"
        head += tag(text(fate))
    written = "\n\n".join(proposal.points) or proposal.text
    body = f'<div class="sp-statement">{_paragraphs(written)}</div>'
    where = place(document_id, proposal.start, proposal.end, None)
    return _card(head, body=body, foot=(proposal.persons, [where]))


def _position_card(shared: Sequence[Position], after: Following) -> str:
    first = shared[0]
    heads = [list(alike) for _, alike in groupby(shared, key=_stood)]
    # below several stances nobody could tell whose names they are
    named = shared if len(heads) == 1 else ()
    persons = tuple(dict.fromkeys(name for one in named for name in one.persons))
    where = place(first.document_id, first.start, first.end, first.page)
    ways = [_way(one, alone=len(shared) == 1) for one in shared]
    body = quoted(first.quote, after.get((first.document_id, first.end)))
    return _card(*map(_head, heads), body=body, foot=(persons, [where, *ways]))


def _stood(position: Position) -> tuple[str, str]:
    return position.stance, position.basis


def _head(alike: Sequence[Position]) -> str:
    """Who stood the same way, and what tells it."""
    first = alike[0]
    letters = in_order(one.party for one in alike)
    return (
        f"{parties(letters)}{stance(first.stance)}<b>{safe(word('stance', first.stance))}</b>"
        f"{tag(text('quote.basis', basis=word('basis', first.basis)))}"
    )


def _statement_card(statement: Statement) -> str:
    kind = word("act", statement.act)
    head = f"{parties(statement.parties)}<b>{safe(kind[:1].upper() + kind[1:])}</b>"
    head += tag(text("quote.joint") if statement.joint else "")
    head += tag(text("quote.by_substitute") if statement.by_substitute else "")
    where = place(statement.document_id, statement.start, statement.end, statement.page)
    ways = [where, correcting.way("statements", statement.statement_id)]
    body = f'<div class="sp-statement">{_paragraphs(statement.text)}</div>'
    return _card(head, body=body, foot=(statement.persons, ways))


def _way(position: Position, *, alone: bool) -> str:
    """The link that corrects a position, with the party's letters where a card has several."""
    way = correcting.way("positions", position.position_id)
    return f"{way} {safe(position.party)}" if way and not alone else way


def _card(*heads: str, body: str, foot: tuple[Sequence[str], Sequence[str]]) -> str:
    """A card; its foot names people, and has the ways on."""
    persons, ways = foot
    told = facts([safe(", ".join(persons)), *ways])
    head = "".join(f"<header>{one}</header>" for one in heads)
    inside = f"{head}{body}<footer>{told}</footer>"
    return f'<article class="sp-card">{inside}</article>'


def following(quotes: Iterable[tuple[object, object, object]]) -> Following:
    """What is said right after the quotes that only announce it ("with these reasons:"), by
    document and end; each quote is given with both."""
    announced = tuple(
        dict.fromkeys(
            (given(document), whole(end))
            for quote, document, end in quotes
            if given(quote).rstrip().endswith(":") and given(end)
        )
    )
    snapshot = data.current() if announced else None
    return data.following(snapshot, announced) if snapshot else {}


def quoted(quote: str | None, after: str | None = None) -> str:
    """A quote as HTML, cut where it is long, and ``after`` it what it announces; what to say
    where there is none."""
    if not given(quote):
        return f'<p class="sp-quiet">{safe(text("quote.none"))}</p>'
    written = before_table(str(quote))
    told = f"<p>{safe(shortened(after))}</p>" if after else ""
    return f"<blockquote>{safe(shortened(written))}{told}</blockquote>"


def shortened(said: str) -> str:
    """What was said as one line; its first words, where it is long."""
    written = " ".join(said.split())
    if len(written) <= LONGEST_QUOTE:
        return written
    first = written[:LONGEST_QUOTE]
    return f"{first.rpartition(' ')[0] or first}\N{NO-BREAK SPACE}…"


def _paragraphs(written: str) -> str:
    blocks = [block.strip() for block in flowing(written).split("\n\n")]
    return "".join(f"<p>{safe(block)}</p>" for block in blocks if block)


def place(document_id: str, start: int | None, end: int | None, page: int | None) -> str:
    """The page of a quote, and the way to it in the source; HTML."""
    where = text("quote.page", page=page) if page else ""
    way = anchor(links.source(document_id, start=start, end=end), safe(text("quote.open")))
    return facts([safe(where), way])
