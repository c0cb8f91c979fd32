"""Minutes and extracts from minutes: the meeting, who was there, and its matters."""

from dataclasses import replace

from pipeline.extraction.appendices import appendices, listed_votes, minutes_end
from pipeline.extraction.attendance import attendance
from pipeline.extraction.cases import Item, items
from pipeline.extraction.context import Context, with_attendance
from pipeline.extraction.extracts import Extract, extracts, without_page_heads
from pipeline.extraction.matter import Matter, matter, quoted
from pipeline.extraction.meeting import meeting_body, meeting_date
from pipeline.extraction.printed import papers, with_papers
from pipeline.extraction.votes import Lists
from pipeline.models import Attendance, Span


def minutes(context: Context) -> tuple[Context, tuple[Attendance, ...], list[Matter]]:
    """Everything in minutes, with the context that now knows body, date and attendance."""
    listed = items(context.text)
    end = listed[0].start if listed else len(context.content)
    present = attendance(context.document_id, context.text, end)
    context = with_attendance(context, present)
    context = replace(
        context, body=meeting_body(context.content), date=meeting_date(context.content)
    )
    lists, listed = _with_appendices(context, listed)
    read = [matter(context, item, lists) for item in listed]
    if listed and listed[-1].end < len(context.content):
        after = Span(listed[-1].end, len(context.content))
        read = with_papers(context, read, papers(context, after))
    return context, present, read


def _with_appendices(context: Context, listed: list[Item]) -> tuple[Lists, list[Item]]:
    """The ballots printed in appendices, and the matters without the appendices' text."""
    if not listed:
        return {}, []
    close = minutes_end(context.text, listed[-1].start)
    last = replace(listed[-1], end=min(listed[-1].end, close))
    printed = appendices(context.text, close)
    lists = {a.name: votes for a in printed if (votes := listed_votes(context, a))}
    return lists, [*listed[:-1], last]


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
    starts = [piece.span.start for piece in found[1:]] + [len(context.content)]
    for piece, following in zip(found, starts[: len(found)], strict=True):
        whole = replace(context.text, content=without_page_heads(context.content, piece.span))
        own = replace(
            context,
            text=whole,
            body=piece.body or context.body,
            date=piece.date or context.date,
        )
        for item in items(whole, piece.span):
            if own.body and (own.body, item.number) not in result:
                read = matter(own, item, {})
                result[own.body, item.number] = quoted(read, context.content)
        printed = papers(context, Span(min(piece.span.end, following), following))
        own_keys = [key for key in result if key[0] == own.body]
        told = with_papers(context, [result[key] for key in own_keys], printed)
        result |= dict(zip(own_keys, told, strict=True))
    return list(result.values())
