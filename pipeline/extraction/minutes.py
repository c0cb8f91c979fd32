"""Minutes and extracts from minutes: the meeting, who was there, and its matters."""

from dataclasses import replace

from pipeline.extraction.appendices import appendices, listed_votes, minutes_end
from pipeline.extraction.attendance import attendance
from pipeline.extraction.cases import Item, items
from pipeline.extraction.context import Context, with_attendance
from pipeline.extraction.matter import Matter, matter
from pipeline.extraction.meeting import meeting_body, meeting_date
from pipeline.extraction.votes import Lists
from pipeline.models import Attendance


def minutes(context: Context) -> tuple[Context, tuple[Attendance, ...], list[Matter]]:
    """Everything in minutes, with the context that now knows body, date and attendance."""
    listed = items(context.text)
    end = listed[0].start if listed else len(context.content)
    present = attendance(context.document_id, context.text, end)
    context = with_attendance(context, present)
    context = replace(
        context, body=meeting_body(context.content), date=meeting_date(context.content)
    )
    lists: Lists = {}
    if listed:
        close = minutes_end(context.text, listed[-1].start)
        listed[-1] = replace(listed[-1], end=min(listed[-1].end, close))
        printed = appendices(context.text, close)
        lists = {a.name: votes for a in printed if (votes := listed_votes(context, a))}
    return context, present, [matter(context, item, lists) for item in listed]


def first_reference(matters: list[Matter], listed: list[Item]) -> str | None:
    """The dnr of a document that treats one matter only."""
    return matters[0].case.reference if len(matters) == 1 else None
