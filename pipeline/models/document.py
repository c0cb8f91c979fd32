"""What one document gives: its text, and one frozen record per row of its tables.

Every record is plain data. Offsets are half-open character offsets into ``Document.text``;
dates are ISO 8601 strings; ``None`` means that the document does not say.
"""

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of a text."""

    start: int
    end: int

    def of(self, content: str) -> str:
        """The characters of the span."""
        return content[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Page:
    """Page ``number`` (1-based, as the file counts) begins at offset ``start`` of the text."""

    number: int
    start: int


@dataclass(frozen=True, slots=True)
class Text:
    """A document as text that remembers where it came from.

    ``content`` has lines ended by a newline and an empty line between paragraphs where the
    source shows one. ``pages`` is empty when the format has none (Markdown, HTML, DOCX).
    ``struck`` are
    struck-out spans (absent members). ``around`` is what the file shows beside the document
    (a page's title, navigation and foot, running heads) and no part of ``content``.
    ``headings`` are lines set apart by their layout (bold, larger, marked up); a source
    without layout has none. ``findings`` say what looked wrong.
    """

    content: str
    media_type: str = "text/plain"
    pages: tuple[Page, ...] = ()
    struck: tuple[Span, ...] = ()
    headings: tuple[Span, ...] = ()
    findings: tuple[str, ...] = ()
    around: str = ""

    def page_at(self, offset: int) -> int | None:
        """The number of the page that holds ``offset``; None when the format has no pages."""
        if not self.pages:
            return None
        place = bisect_right([page.start for page in self.pages], offset)
        return self.pages[max(place - 1, 0)].number


@dataclass(frozen=True, slots=True)
class Document:
    """Table ``documents``: one file as it was read."""

    document_id: str
    source: str
    kind: str
    title: str | None
    municipality: str | None
    body: str | None
    date: str | None
    reference: str | None
    pages: int | None
    text: str
    extractor_version: str
    findings: tuple[str, ...] = ()
    page_starts: tuple[int, ...] = ()
    invented: bool = False


@dataclass(frozen=True, slots=True)
class Attendance:
    """Table ``attendance``: one person at one meeting."""

    document_id: str
    name: str
    party: str | None
    role: str
    present: bool
    substitutes_for: str | None = None
    items: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """Table ``cases``: one matter as one document treats it."""

    case_id: str
    document_id: str
    number: str
    title: str | None
    reference: str | None
    body: str | None
    date: str | None
    item_type: str
    outcome: str | None = None
    decided_by: str | None = None
    decision: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    start: int | None = None
    end: int | None = None
    matter_id: str | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """Table ``proposals``: something the body could have decided."""

    proposal_id: str
    case_id: str
    label: str
    persons: tuple[str, ...]
    parties: tuple[str, ...]
    points: tuple[str, ...]
    text: str
    start: int
    end: int
    adopted: bool | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """Table ``statements``: one act with its words."""

    statement_id: str
    document_id: str
    case_id: str | None
    body: str | None
    date: str | None
    act: str
    parties: tuple[str, ...]
    persons: tuple[str, ...]
    text: str
    start: int
    end: int
    page: int | None = None
    joint: bool = False
    by_substitute: bool = False
    same_as: str | None = None
    endorses: tuple[str, ...] = ()
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """Table ``positions``: where one party stood on one decision of one body."""

    position_id: str
    document_id: str
    case_id: str
    body: str | None
    date: str | None
    party: str
    stance: str
    basis: str
    persons: tuple[str, ...] = ()
    statement_id: str | None = None
    vote_id: str | None = None
    quote: str | None = None
    start: int | None = None
    end: int | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Vote:
    """Table ``votes``: one vote, with what Ja and Nej meant."""

    vote_id: str
    case_id: str
    order: int
    kind: str
    yes_means: str | None
    no_means: str | None
    yes: int | None
    no: int | None
    abstain: int | None
    absent: int | None
    outcome: str | None
    decided_by: str | None
    appendix: str | None
    start: int
    end: int
    body: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Ballot:
    """Table ``ballots``: what one person did in one vote."""

    vote_id: str
    name: str
    party: str | None
    choice: str


@dataclass(frozen=True, slots=True)
class Referral:
    """Table ``referrals``: an instance that was asked for its opinion."""

    document_id: str
    case_id: str | None
    instance: str
    date: str | None
    response: str
    stance: str | None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class CaseTopic:
    """Table ``case_topics``: a topic of a case. ``rank`` 1 is what the case is mainly about;
    ``score`` are the points that ``words``, as they stand in the case, gave it."""

    case_id: str
    topic: str
    rank: int
    score: float
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Demand:
    """Table ``demands``: what a party wants, supports, criticises, fears or asks.

    ``kind``: krav · stöd · kritik · oro · fråga. ``negated``: a krav says what they do not
    want, a stöd what they do not support. ``addressee``, where the sentence names one:
    majoriteten · oppositionen · regeringen · förvaltningen · a party's letters. ``quote`` is
    ``Document.text[start:end]``. ``parties`` follow the statement and are filled in when a
    snapshot is built; so is ``group_id``, which the same demand bears wherever a party of one
    municipality repeats it.
    """

    demand_id: str
    document_id: str
    case_id: str | None
    statement_id: str
    body: str | None
    date: str | None
    kind: str
    quote: str
    start: int
    end: int
    parties: tuple[str, ...] = ()
    addressee: str | None = None
    negated: bool = False
    page: int | None = None
    group_id: str | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All rows of one document."""

    document: Document
    attendance: tuple[Attendance, ...] = ()
    cases: tuple[Case, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    statements: tuple[Statement, ...] = ()
    positions: tuple[Position, ...] = ()
    votes: tuple[Vote, ...] = ()
    ballots: tuple[Ballot, ...] = ()
    referrals: tuple[Referral, ...] = ()
    case_topics: tuple[CaseTopic, ...] = ()
    demands: tuple[Demand, ...] = ()
