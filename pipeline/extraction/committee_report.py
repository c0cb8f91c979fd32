"""Reports of a region's or a municipality's own committee: one matter, told as in minutes."""

import re
from dataclasses import replace

from pipeline.extraction.cases import Item
from pipeline.extraction.context import Context
from pipeline.extraction.matter import matter
from pipeline.extraction.meeting import meeting_body, meeting_date, signing_date
from pipeline.extraction.outline import heading_kind, lines_of
from pipeline.extraction.parliament import addressed, report_number
from pipeline.extraction.report_case import case_of, reference_of
from pipeline.extraction.rows import Matter
from pipeline.models import Span

_TOP = 1_500
# "För hälso- och sjukvårdsutskottet", "På utskottets vägnar"
_SIGNED = re.compile(
    r"^[ \t]*(?:För\s[\wåäö, -]*(?:utskottet|beredningen)|På\s[\wåäö, -]+s\s+vägnar)[ \t]*$",
    re.MULTILINE,
)


def of_the_riksdag(content: str) -> bool:
    """Whether a committee report is one of the Riksdag's."""
    return addressed(content) or report_number(content) is not None


def committee_report(context: Context) -> tuple[Context, list[Matter]]:
    """The one matter of a report, as the committee decided it. Signatures below it end it,
    unless reservations stand there."""
    content = context.content
    date = signing_date(content) or meeting_date(content)
    context = replace(context, body=meeting_body(content[:_TOP]), date=date)
    case = case_of(context, reference_of(content))
    begins = next(
        (x.start for x in lines_of(content, Span(0, len(content))) if heading_kind(x)), 0
    )
    signed = [m.start() for m in _SIGNED.finditer(content, begins)]
    below = content[signed[0] :] if signed else ""
    end = len(content) if not signed or re.search(r"\breserv", below, re.I) else signed[0]
    item = Item(case.number, case.title, case.reference, 0, end, begins)
    return context, [matter(context, item, {})]
