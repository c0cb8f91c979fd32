"""From the text of one document to its rows. Pure: the same text gives the same rows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from pipeline.extraction.ballot_list import ballot_list
from pipeline.extraction.brackets import as_printed, with_parentheses
from pipeline.extraction.bundle import first_matter
from pipeline.extraction.committee import committee
from pipeline.extraction.committee_report import committee_report, of_the_riksdag
from pipeline.extraction.context import Context, folded, gather
from pipeline.extraction.demands import demands
from pipeline.extraction.file_name import municipality_in
from pipeline.extraction.kind import kind_of
from pipeline.extraction.members_motion import is_members_motion, members_motion
from pipeline.extraction.members_question import (
    is_answer_to_member,
    is_members_question,
    members_question,
)
from pipeline.extraction.minutes import extracted, minutes
from pipeline.extraction.municipality import municipality_of, named_alone
from pipeline.extraction.papers import paper
from pipeline.extraction.parliament import states_opinion
from pipeline.extraction.report import report
from pipeline.extraction.rows import Matter
from pipeline.extraction.wrapped import with_whole_lines
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
    readable = with_whole_lines(with_parentheses(text))
    kind = kind_of(readable)
    found = _found(kind, gather(document_id, readable), source)
    if readable is not text:
        found = found.as_in(text)
    said = found.context.municipality or _municipality(readable)
    place = municipality or said or municipality_in(source)
    document = _document(found, kind, source=source, municipality=place)
    if place and not (municipality or said):
        told = f"kommunen ({place}) framgår bara av filens namn"
        document = replace(document, findings=(*document.findings, told))
    rows = {name: found.rows(name) for name in _OF_MATTERS}
    return Extraction(
        document=document,
        attendance=found.attendance,
        cases=tuple(one.case for one in found.matters),
        referrals=found.referrals,
        demands=demands(found.context, rows["statements"]),
        **rows,
    )


_OF_MATTERS = ("proposals", "statements", "positions", "votes", "ballots")
_PAPERS = (Kind.MOTION, Kind.INTERPELLATION, Kind.INTERPELLATIONSSVAR, Kind.SKRIVELSE)


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found in a document, with the context that has learned its body and date."""

    context: Context
    matters: Sequence[Matter] = ()
    attendance: tuple[Attendance, ...] = ()
    referrals: tuple[Referral, ...] = ()

    def rows(self, name: str) -> tuple[Any, ...]:
        """The rows of all matters in one of their tables."""
        return tuple(row for one in self.matters for row in getattr(one, name))

    def as_in(self, text: Text) -> "_Found":
        """The same with every quote as it is printed."""
        matters = [as_printed(one, text) for one in self.matters]
        return replace(self, context=replace(self.context, text=text), matters=matters)


def _found(kind: Kind, context: Context, source: str) -> _Found:
    """What the reader of a kind of document finds."""
    if kind == Kind.PROTOKOLLSUTDRAG:
        context, matters = extracted(context)
        if matters:
            return _Found(context, matters)
    if kind in (Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG):
        known, present, matters = minutes(context)
        return _Found(known, matters, attendance=present)
    if kind == Kind.BETÄNKANDE and not of_the_riksdag(context.content):
        return _Found(*committee_report(context))
    if kind == Kind.BETÄNKANDE or (kind == Kind.UTLÅTANDE and states_opinion(context.content)):
        known, present, matters = committee(context)
        return _Found(known, matters, attendance=present)
    if kind == Kind.UTLÅTANDE:
        first = first_matter(context.text)
        known, matters, asked = report(replace(context, text=first))
        whole = replace(first, content=context.content)
        return _Found(replace(known, text=whole), matters, referrals=asked)
    if kind == Kind.MOTION and is_members_motion(context.content):
        return _Found(*members_motion(context))
    if _of_a_member(kind, context.content):
        return _Found(*members_question(context))
    if kind in _PAPERS:
        return _Found(*paper(context, kind, source))
    if kind == Kind.VOTERINGSLISTA:
        return _Found(*ballot_list(context))
    return _Found(context)


def _of_a_member(kind: Kind, content: str) -> bool:
    """Whether a paper is a question of a member of the Riksdag, or the answer to one."""
    asks = kind == Kind.INTERPELLATION and is_members_question(content)
    return asks or (kind == Kind.INTERPELLATIONSSVAR and is_answer_to_member(content))


def _municipality(text: Text) -> str | None:
    return municipality_of(text.content) or named_alone(text.around)


def _document(found: _Found, kind: Kind, *, source: str, municipality: str | None) -> Document:
    context, matters, text = found.context, found.matters, found.context.text
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
