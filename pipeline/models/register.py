"""What is known across documents: people, parties, mandates, meetings and the whole of the
tables."""

from dataclasses import dataclass, field

from pipeline.models.document import (
    Attendance,
    Ballot,
    Case,
    CaseTopic,
    Demand,
    Document,
    Position,
    Proposal,
    Referral,
    Statement,
    Vote,
)


@dataclass(frozen=True, slots=True)
class PartyPeriod:
    """A party that a person is seen with, from the first to the last date seen."""

    party: str
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """Table ``people``: one person under all spellings, within one municipality."""

    person_id: str
    municipality: str | None
    name: str
    name_variants: tuple[str, ...]
    parties: tuple[PartyPeriod, ...]
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """Table ``parties``: letters mean a party within a municipality (None: national)."""

    party_id: str
    short: str
    name: str
    municipality: str | None = None
    former: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mandate:
    """Table ``mandates``: who governed a municipality, from and to a date, with the source."""

    municipality: str
    start: str
    end: str | None
    governing: tuple[str, ...]
    supporting: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """Table ``meetings``: a body that met on a day, and how that is known.

    ``sources``: protokoll (its minutes are here), utdrag (an extract of them is), omnämnt
    (another document tells of it), lista (it stands in a list of meetings). ``document_ids``
    are its minutes and extracts with their ``kinds``, ``mentioned_in`` those that tell of it.
    ``read``: its minutes are here and matters were found in them. ``findings`` counts what
    looked wrong in them.
    """

    municipality: str | None
    body: str
    date: str
    sources: tuple[str, ...]
    document_ids: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    mentioned_in: tuple[str, ...] = ()
    cases: int = 0
    findings: int = 0
    read: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """Table ``gaps``: paragraphs of a body's yearly numbering that no document here holds.

    They were decided from ``after_date`` (None: from New Year) to ``before_date``, counting
    the rest of those meetings.
    """

    municipality: str | None
    body: str
    after_date: str | None
    before_date: str
    first_missing: int
    last_missing: int


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """Table ``corrections``: what somebody says a row should be, and what came of it.

    ``table_name`` and ``row_id`` name the row as it stands now: document_id, case_id,
    statement_id or position_id; for attendance document_id and name, for mandates
    municipality and start, with a colon between. ``old_values`` and ``new_values`` are JSON
    objects. ``applied``: the tables show it; ``finding``: why they do not although it should
    be applied. ``shared``: it came with the program.
    """

    correction_id: str
    table_name: str
    row_id: str
    document_id: str | None
    operation: str
    columns: tuple[str, ...]
    old_values: str
    new_values: str
    proposed_by: str
    proposed_at: str
    reason: str
    state: str
    decided_by: str | None
    decided_at: str | None
    decision_reason: str | None
    applied: bool
    finding: str | None
    shared: bool


@dataclass(frozen=True, slots=True)
class Topic:
    """Table ``topics``: what a case can be about, with the chapters of KLASSA 2.1, the cost
    block of the yearly accounts (RS, None: several) and the codes of the Comparative Agendas
    Project (CAP) that it answers to."""

    topic: str
    name: str
    name_english: str
    klassa: tuple[str, ...] = ()
    rs: str | None = None
    cap: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Tables:
    """Every table of a snapshot, in the order in which they are exported."""

    documents: tuple[Document, ...] = ()
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
    people: tuple[Person, ...] = ()
    parties: tuple[Party, ...] = ()
    mandates: tuple[Mandate, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    gaps: tuple[Gap, ...] = ()
    corrections: tuple[CorrectionRow, ...] = ()
    topics: tuple[Topic, ...] = ()
    failures: tuple["Failure", ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that could not be read, and why, in one sentence for its sender."""

    source: str
    reason: str
