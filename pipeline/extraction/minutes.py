"""Minutes and extracts from minutes: the meeting, who was there, and its matters."""

from dataclasses import replace

from pipeline.extraction.appendices import (
    Appendix,
    appendices,
    listed_votes,
    lists_begin,
    minutes_end,
)
from pipeline.extraction.attendance import attendance
from pipeline.extraction.attendance_list import Listed, listed_attendance
from pipeline.extraction.attendance_lists import listed_elsewhere
from pipeline.extraction.attendance_seats import table_attendance
from pipeline.extraction.cases import Item, items
from pipeline.extraction.context import (
    Context,
    at_item,
    attended,
    lettered,
    named_chair,
    with_attendance,
)
from pipeline.extraction.extracts import Extract, extracts, goes_on, without_page_heads
from pipeline.extraction.marked_lists import marked_lists
from pipeline.extraction.matter import matter
from pipeline.extraction.meeting import meeting_body, meeting_date
from pipeline.extraction.printed import papers, with_papers
from pipeline.extraction.rows import Matter, quoted
from pipeline.extraction.stand_ins import with_stand_ins
from pipeline.extraction.votes import BallotRow, Lists
from pipeline.extraction.worded_lists import worded_lists
from pipeline.language.names import fold
from pipeline.models import Attendance, Span
from pipeline.words import MEMBERS, SERVING, Role


def minutes(context: Context) -> tuple[Context, tuple[Attendance, ...], list[Matter]]:
    """Everything in minutes, with the context that now knows body, date and attendance."""
    listed = items(context.text, Span(0, lists_begin(context.text)))
    end = listed[0].start if listed else len(context.content)
    present = attendance(context.document_id, context.text, end)
    context = with_attendance(context, present)
    context = replace(
        context, body=meeting_body(context.content), date=meeting_date(context.content)
    )
    printed, listed = _without_appendices(context, listed)
    lists = {a.name: votes for a in printed if (votes := listed_votes(context, a))}
    for outside in (
        Span(0, end),
        Span(listed[-1].end if listed else end, len(context.content)),
    ):
        lists |= _by_item(context, outside)
    elsewhere = listed_elsewhere(context.text, end) or _chairs_alone(context, present)
    if elsewhere:
        context = replace(context, attendance=())
    context, present = _with_listed(context, present, printed, elsewhere=elsewhere)
    present = with_stand_ins(present, context.content, listed)
    attending = with_stand_ins(context.attendance, context.content, listed)
    context = replace(context, attendance=attending)
    read = [matter(at_item(context, item.number), item, lists) for item in listed]
    if listed and listed[-1].end < len(context.content):
        after = Span(listed[-1].end, len(context.content))
        read = with_papers(context, read, papers(context, after))
    return context, lettered(context, present), read


def _chairs_alone(context: Context, present: tuple[Attendance, ...]) -> bool:
    """Whether of a council only the chairs are named: the others are listed elsewhere."""
    council = (context.body or "").casefold().endswith("fullmäktige")
    chairs = (Role.ORDFÖRANDE, Role.VICE_ORDFÖRANDE)
    return council and all(row.role in chairs for row in present if row.role in SERVING)


def _by_item(context: Context, outside: Span) -> Lists:
    """The ballots of lists outside the matters, above the first and below the last, by the
    paragraph printed in them ("§ 55")."""
    content = outside.of(context.content)
    found = marked_lists(context, content) or worded_lists(context, content)
    return {
        f"§ {number}": tuple(_seated(context, row) for row in rows)
        for number, rows in found.items()
        if number
    }


def _seated(context: Context, ballot: BallotRow) -> BallotRow:
    """A ballot on the line of a member who was away, as that of the one who sat there."""
    name, _, choice = ballot
    member = attended(context, name)
    if member is None or member.present:
        return ballot
    seated = [
        row for row in context.attendance if fold(row.substitutes_for or "") == fold(name)
    ]
    return (seated[0].name, seated[0].party, choice) if len(seated) == 1 else ballot


def _without_appendices(
    context: Context, listed: list[Item]
) -> tuple[list[Appendix], list[Item]]:
    """The appendices, and the matters without the appendices' text."""
    if not listed:
        return [], []
    close = minutes_end(context.text, listed[-1].start)
    last = replace(listed[-1], end=min(listed[-1].end, close))
    return appendices(context.text, close), [*listed[:-1], last]


def _with_listed(
    context: Context,
    present: tuple[Attendance, ...],
    printed: list[Appendix],
    *,
    elsewhere: bool,
) -> tuple[Context, tuple[Attendance, ...]]:
    """The attendance that an appendix prints, where the top of the minutes names no members
    or sends the reader on.
    Where it cannot be trusted its people are told, but nobody counts as serving by it."""
    if any(row.role in MEMBERS for row in present) and not elsewhere:
        return context, present
    found = listed_attendance(context, printed)
    if not found.rows:
        found = _tabled(context, printed) or _below_label(context, printed) or found
    named = {fold(row.name) for row in found.rows}
    everyone = (*(row for row in present if fold(row.name) not in named), *found.rows)
    if found.rows and found.trusted:
        context = with_attendance(context, everyone)
    return replace(context, findings=context.findings + found.findings), everyone


def _tabled(context: Context, printed: list[Appendix]) -> Listed | None:
    """The attendance that an appendix prints as a table of marks; None where none does."""
    if not printed:
        return None
    content, start = context.content, printed[0].span.start
    rows, _ = table_attendance(context.document_id, content, len(content))
    rows = [row for row in rows if (row.start or 0) >= start]
    people: dict[str, Attendance] = {}
    for row in rows:
        people.setdefault(fold(row.name), row)
    return Listed(tuple(people.values())) if len(rows) > _SOME else None


def _below_label(context: Context, printed: list[Appendix]) -> Listed | None:
    """The attendance that an appendix prints as names below "Beslutande"; None where none
    does."""
    for one in printed:
        alone = " " * one.span.start + one.span.of(context.content)
        text = replace(context.text, content=alone)
        rows = attendance(context.document_id, text, one.span.end)
        if sum(row.role in MEMBERS for row in rows) > _SOME:
            return Listed(rows)
    return None


_SOME = 3


def extracted(context: Context) -> tuple[Context, list[Matter]]:
    """The matters of extracts, each with the body and date of its own extract; the document's
    are those of the first. An extract printed twice counts once."""
    found = extracts(context.content)
    own = replace(
        context,
        body=(found[0].body if found else None) or meeting_body(context.content),
        date=(found[0].date if found else None) or meeting_date(context.content),
    )
    return own, matters_of(own, found)


def matters_of(context: Context, found: list[Extract]) -> list[Matter]:
    """The matters of some extracts; ``context`` tells the body and date they leave out."""
    result: dict[tuple[str | None, str], Matter] = {}
    for place, piece in enumerate(found):
        later = (one.span.start for one in found[place + 1 :] if not goes_on(piece, one))
        following = next(later, len(context.content))
        whole = replace(context.text, content=without_page_heads(context.content, piece.span))
        own = replace(
            context,
            text=whole,
            body=piece.body or context.body,
            date=piece.date or context.date,
            chair=named_chair(piece.span.of(whole.content)),
        )
        printed = papers(context, Span(min(piece.span.end, following), following))
        found_items = items(whole, piece.span)
        below = printed if len(found_items) == 1 else []
        for item in found_items:
            if own.body and (own.body, item.number) not in result:
                read = matter(own, item, {}, printed=below)
                result[own.body, item.number] = quoted(read, context.content)
        own_keys = [key for key in result if key[0] == own.body]
        told = with_papers(context, [result[key] for key in own_keys], printed)
        result |= dict(zip(own_keys, told, strict=True))
    return list(result.values())
