"""What stands in a matter, before it is told what became of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.extraction.backing import behind
from pipeline.extraction.cases import Item
from pipeline.extraction.context import Context
from pipeline.extraction.decisions import Decision
from pipeline.extraction.earlier_rounds import without_earlier_rounds
from pipeline.extraction.entry import Entry
from pipeline.extraction.evidence import (
    acts_aside,
    unseated,
)
from pipeline.extraction.handed_in import handed_in
from pipeline.extraction.in_writing import with_written
from pipeline.extraction.item_types import item_type
from pipeline.extraction.marked_lists import own_lists
from pipeline.extraction.outline import Section, asked, sections
from pipeline.extraction.own_sections import of_this_body, own_rounds, without_earlier_acts
from pipeline.extraction.preparatory import with_preparatory
from pipeline.extraction.printed import Paper
from pipeline.extraction.questions import as_interpellation, questions
from pipeline.extraction.settlement import secret_ballot
from pipeline.extraction.shared import shared_out, told_apart
from pipeline.extraction.statements import entries
from pipeline.extraction.told_votes import told_votes, votes_by_side
from pipeline.extraction.votes import Count, Lists, counts
from pipeline.extraction.withdrawals import with_taken_back
from pipeline.models import Span
from pipeline.words import ItemType

# From the text, its sections and what stands aside in them to the decision.
Decider = Callable[[str, Sequence[Section], Sequence[Span]], Decision | None]


@dataclass(frozen=True, slots=True)
class Heard:
    """What stands in a matter, before it is told what became of it: the whole ``text``, its
    parts, what was moved and said, the decision, and what was counted."""

    item: Item
    text: str
    parts: Sequence[Section]
    entries: list[Entry]
    decision: Decision | None
    counted: list[Count]


# Matters in which a paper by members is printed below who hands it in.
_PUT = (ItemType.INTERPELLATION, ItemType.FRÅGA, ItemType.SKRIVELSE, ItemType.ANMÄLAN)


def heard_in(
    context: Context, item: Item, lists: Lists, decide: Decider, printed: Sequence[Paper]
) -> Heard:
    """Read what stands in a matter; the arguments are those of ``matter``."""
    headed = sections(context.text, Span(item.body_start, item.end))
    headed = without_earlier_rounds(context.content, headed, context.body, context.date)
    parts = own_rounds(context.content, headed, context.body)
    parts = without_earlier_acts(parts, context.body)
    parts = asked(context.content, item.title, parts)
    alone = own_lists(lists, f"§ {item.number}")
    told = told_votes(context, parts)
    counted = told or with_preparatory(counts(context, parts, lists, alone))
    if secret_ballot(item_text := context.content[item.start : item.end]):
        counted = [one for one in counted if one.yes_means]  # for people, not Ja and Nej
    elif not counted:
        counted = told = votes_by_side(context, parts)
    acts = (entry for part in parts for entry in entries(context, part))
    found = [unseated(entry, counted) for entry in acts if not _cast(entry, told)]
    found = told_apart(context, with_written(context, found))
    found = [part for one in found for part in shared_out(context, one)]
    found += handed_in(context, parts, found, printed)
    own = of_this_body(parts, context.body)
    decision = decide(context.content, own, acts_aside(context, parts, found))
    found += behind(context, decision, found)
    found = with_taken_back(context, parts, found)
    put = _put(context, item, parts)
    return Heard(item, item_text, parts, found + put, _unless_asked(decision, put), counted)


def _put(context: Context, item: Item, parts: Sequence[Section]) -> list[Entry]:
    """The questions that members put in a matter of that type."""
    kind = item_type(item.title)
    if kind not in _PUT:
        return []
    put = questions(context, item.title, parts)
    return [as_interpellation(one) for one in put] if kind == ItemType.INTERPELLATION else put


def _unless_asked(decision: Decision | None, put: Sequence[Entry]) -> Decision | None:
    """The decision, unless what was read as one is what is asked."""
    span = decision.span if decision else Span(0, 0)
    return None if any(span.start <= one.lead.start < span.end for one in put) else decision


def _cast(entry: Entry, told: Sequence[Count]) -> bool:
    """Whether an entry stands in a vote told in a sentence: "Eva Ek (S) för avslag"."""
    return any(one.span.start <= entry.lead.start < one.span.end for one in told)
