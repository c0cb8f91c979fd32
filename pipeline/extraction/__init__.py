"""From the text of one document to its rows. Pure: the same text gives the same rows."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extraction.ballot_list import ballot_list
from pipeline.extraction.brackets import as_printed, with_parentheses
from pipeline.extraction.committee import committee
from pipeline.extraction.context import Context, folded, gather
from pipeline.extraction.demands import demands
from pipeline.extraction.file_name import municipality_in
from pipeline.extraction.kind import kind_of
from pipeline.extraction.meeting import municipality_of, named_alone
from pipeline.extraction.minutes import extracted, minutes
from pipeline.extraction.papers import paper
from pipeline.extraction.report import report
from pipeline.extraction.rows import Matter
from pipeline.models import Attendance, Document, Extraction, Referral, Text
from pipeline.reference import extractor_version, invented
from pipeline.words import Kind

__all__ = ["extract"]


def extract(
    text: Text, *, document_id: str, source: str, municipality: str | None = None
) -> Extraction:
    """All rows of one document.

    ``source`` is the file's name as given, ``municipality`` overrules what the text says.
    What crosses documents (a party known from another one) is left open here.
    """
    printed, text = text, with_parentheses(text)
    kind = kind_of(text)
    context = gather(document_id, text)
    present: tuple[Attendance, ...] = ()
    asked: tuple[Referral, ...] = ()
    matters: list[Matter] = []
    if kind == Kind.PROTOKOLLSUTDRAG:
        context, matters = extracted(context)
    if kind == Kind.PROTOKOLL or (kind == Kind.PROTOKOLLSUTDRAG and not matters):
        context, present, matters = minutes(context)
    if kind == Kind.UTLÅTANDE:
        context, matters, asked = report(context)
    if kind in (Kind.MOTION, Kind.INTERPELLATION, Kind.INTERPELLATIONSSVAR, Kind.SKRIVELSE):
        context, matters = paper(context, kind, source)
    if kind == Kind.BETÄNKANDE:
        context, present, matters = committee(context)
    if kind == Kind.VOTERINGSLISTA:
        context, matters = ballot_list(context)
    said = context.municipality or municipality_of(text.content) or named_alone(text.around)
    place = municipality or said or municipality_in(source)
    if printed is not text:
        context = replace(context, text=printed)
        matters = [as_printed(one, printed) for one in matters]
    document = _document(context, kind, matters, source=source, municipality=place)
    if place and not (municipality or said):
        told = f"kommunen ({place}) framgår bara av filens namn"
        document = replace(document, findings=(*document.findings, told))
    statements = tuple(row for m in matters for row in m.statements)
    return Extraction(
        document=document,
        attendance=present,
        cases=tuple(m.case for m in matters),
        proposals=tuple(row for m in matters for row in m.proposals),
        statements=statements,
        positions=tuple(row for m in matters for row in m.positions),
        votes=tuple(row for m in matters for row in m.votes),
        ballots=tuple(row for m in matters for row in m.ballots),
        referrals=asked,
        demands=demands(context, statements),
    )


def _document(
    context: Context,
    kind: Kind,
    matters: Sequence[Matter],
    *,
    source: str,
    municipality: str | None,
) -> Document:
    text = context.text
    document = Document(
        document_id=context.document_id,
        source=source,
        kind=kind,
        title=_title(context, matters),
        municipality=municipality,
        body=context.body,
        date=context.date,
        reference=context.reference or _reference(kind, matters),
        pages=text.pages[-1].number if text.pages else None,
        text=text.content,
        extractor_version=extractor_version(),
        findings=text.findings
        + context.findings
        + tuple(f for m in matters for f in m.findings),
        page_starts=tuple(page.start for page in text.pages),
        invented=municipality in invented(),
    )
    return replace(document, findings=document.findings + _gaps(document, matters))


def _reference(kind: Kind, matters: Sequence[Matter]) -> str | None:
    """The dnr of the one matter a document is about; of several extracts, the first."""
    alone = len(matters) == 1 or (matters and kind == Kind.PROTOKOLLSUTDRAG)
    return matters[0].case.reference if alone else None


def _title(context: Context, matters: Sequence[Matter]) -> str | None:
    """The document's own title, or that of its only matter, else its first line."""
    if context.title:
        return context.title
    if len(matters) == 1 and matters[0].case.title:
        return matters[0].case.title
    first = next((line for line in context.content.splitlines() if line.strip()), None)
    return folded(first)[:200] if first else None


def _gaps(document: Document, matters: Sequence[Matter]) -> tuple[str, ...]:
    """What a reader would miss: said once, so that nobody takes a gap for a nothing."""
    gaps = []
    if document.kind == Kind.ÖVRIGT:
        gaps.append("dokumentslaget är inte känt: inget lästes ut")
    if document.municipality is None:
        gaps.append("kommunen framgår inte: ange den med --municipality")
    if document.kind == Kind.PROTOKOLL and not matters:
        gaps.append("inga paragrafer hittades")
    if document.date is None:
        gaps.append("datum framgår inte")
    return tuple(gaps)
