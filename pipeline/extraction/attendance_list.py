"""Who was there, by a list in an appendix: seats with their member, and who sat there instead.

Rows come one per line or one cell per line. A page break may tear a column off; then a cell
belongs to the first row above that lacks it, and a substitute torn from the row is placed by
the seat that the lists of ballots print beside the name. What cannot be placed is left open,
and a list that the ballots contradict says nothing of who served.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.extraction.appendices import Appendix, listed_votes
from pipeline.extraction.cells import Piece, pieces
from pipeline.extraction.context import Context, party_of
from pipeline.language.names import fold, same_person
from pipeline.language.party_names import canonical
from pipeline.models import Attendance
from pipeline.words import Choice, Role

_MEMBER = re.compile(r"(?:ordinarie\s+)?ledam(?:öter|ot)|namn|(?:beslutande\s+)?person", re.I)
_COLUMNS = re.compile(
    r"plats|nr|stol|parti|(?:tjänstgörande\s+)?ersättare|ankom|utgick|kom|gick|in|ut|"
    r"tid\s+in|tid\s+ut|uppdrag|funktion",
    re.I,
)
_OF_VOTES = re.compile(r"resultat|röst(?:at)?|ja|nej|antal\s+ja\b.*|avstår", re.I)
# Columns of marks that this reading does not understand.
_MARKS = re.compile(r"närvar(?:o|ande)|närv?\.?|deltar|§.*|jäv|tjänstgör(?:ing)?", re.I)
_ABSENT = re.compile(
    r"frånvarande|frånv\.?|ej\s+närvarande|förhinder|anmält\s+förhinder", re.I
)
_FUNCTIONS = (
    (re.compile(r"\b(?:v|vice)\.?\s*ordf", re.I), Role.VICE_ORDFÖRANDE),
    (re.compile(r"^ordf", re.I), Role.ORDFÖRANDE),
)
_HEAD = 30


@dataclass(slots=True)
class _Row:
    """A row while it is put together."""

    line: int
    seat: str | None = None
    member: Piece | None = None
    substitute: Piece | None = None
    party: str | None = None
    substitute_party: str | None = None
    timed: bool = False
    words: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Voter:
    """Somebody in a list of ballots that prints seats."""

    name: str
    party: str | None
    seat: str
    function: str | None


@dataclass(frozen=True, slots=True)
class Listed:
    """The people of an attendance list. ``trusted`` is False where the list cannot tell who
    served, and ``findings`` say why."""

    rows: tuple[Attendance, ...] = ()
    findings: tuple[str, ...] = ()
    trusted: bool = True


def listed_attendance(context: Context, printed: Sequence[Appendix]) -> Listed:
    """The attendance that an appendix prints, checked against the lists of ballots."""
    for appendix in printed:
        cells = pieces(context.content, appendix.span, context.letters)
        if _is_attendance(cells):
            others = [other for other in printed if other is not appendix]
            return _listed(context, appendix, cells, others)
    return Listed()


def _is_attendance(cells: Sequence[Piece]) -> bool:
    """A header with a column for members and at least one more, and none for votes."""
    head = [cell.text.rstrip(":") for cell in cells[:_HEAD] if cell.kind == "word"]
    columns = [word for word in head if _COLUMNS.fullmatch(word)]
    members = [word for word in head if _MEMBER.fullmatch(word)]
    return bool(members and columns) and not any(_OF_VOTES.fullmatch(word) for word in head)


def _listed(
    context: Context, appendix: Appendix, cells: list[Piece], others: Sequence[Appendix]
) -> Listed:
    if any(_MARKS.fullmatch(cell.text) for cell in cells[:_HEAD]):
        unread = f"bilaga {appendix.name}: närvarolistan har kolumner som inte kan läsas"
        return Listed((), (unread,), trusted=False)
    rows, torn = _rows(cells)
    voters = [
        voter
        for other in others
        for voter in _voters(pieces(context.content, other.span, context.letters))
    ]
    lost = _placed(rows, torn, voters)
    people = _people(context, rows, lost, voters)
    findings = [f"bilaga {appendix.name}: {text}" for text in _doubts(lost, len(rows))]
    ballots = [listed_votes(context, other) for other in others]
    findings += [
        f"bilaga {appendix.name}: {name} röstar men är inte närvarande enligt listan"
        for name in _unlisted(people, ballots)
    ]
    return Listed(people, tuple(findings), trusted=bool(people) and not findings)


def _rows(cells: Sequence[Piece]) -> tuple[list[_Row], list[Piece]]:
    """The rows of a list, and the names that stand in no row."""
    rows: list[_Row] = []
    torn: list[Piece] = []
    numbered = sum(cell.kind == "seat" for cell in cells) > 1
    partied = {cell.line for cell in cells if cell.kind == "party"}
    for cell in cells:
        if cell.kind == "seat":
            rows.append(_Row(cell.line, seat=cell.text))
        elif cell.kind == "name":
            new = not numbered and cell.line in partied and _last_line(rows) != cell.line
            if new:
                rows.append(_Row(cell.line))
            if not _name_in_row(rows, cell):
                torn.append(cell)
        elif rows:
            _fill(rows, cell)
    return [row for row in rows if row.member], torn


def _last_line(rows: Sequence[_Row]) -> int | None:
    return rows[-1].line if rows else None


def _name_in_row(rows: list[_Row], cell: Piece) -> bool:
    """Put a name where it belongs: the first row without a member, else the last row's
    substitute if that row is still open."""
    nameless = next((row for row in rows if row.member is None), None)
    if nameless is not None:
        nameless.member = cell
        return True
    last = rows[-1] if rows else None
    if last is None or last.substitute or (last.party and last.line != cell.line):
        return False
    last.substitute = cell
    return True


def _fill(rows: list[_Row], cell: Piece) -> None:
    """Put a party, a time or a word where it belongs; the last row first, if it is whole."""
    last = rows[-1]
    if cell.kind == "party":
        lacking = [row for row in rows if row.party is None]
        if last.line == cell.line:
            lacking = [last] if last.party is None else []
        if lacking:
            lacking[0].party = cell.text
        elif last.substitute and last.line == cell.line:
            last.substitute_party = cell.text
    elif cell.kind == "time":
        whole = last if last.member and last.party else None
        row = whole or next((row for row in rows if row.party and not row.timed), None)
        if row is not None:
            row.timed = True
    elif last.line == cell.line:
        last.words.append(cell.text)


def _voters(cells: Sequence[Piece]) -> Iterator[_Voter]:
    """Name, party and seat in a row, with the function that follows."""
    for place in range(len(cells) - 2):
        name, party, seat = cells[place : place + 3]
        if (name.kind, party.kind, seat.kind) == ("name", "party", "seat"):
            after = cells[place + 3] if place + 3 < len(cells) else None
            function = after.text if after and after.kind == "word" else None
            yield _Voter(name.text, canonical(party.text), seat.text, function)


def _placed(
    rows: Sequence[_Row], torn: Sequence[Piece], voters: Sequence[_Voter]
) -> list[Piece]:
    """Tie torn substitutes to a row of the seat they voted from; what is left has no place."""
    lost = []
    for cell in torn:
        voted = {v.seat for v in voters if fold(v.name) == fold(cell.text)}
        known = {
            row.seat
            for row in rows
            if row.substitute and fold(row.substitute.text) == fold(cell.text)
        }
        seats = voted - known or voted
        free = [row for row in rows if row.seat in seats and row.substitute is None]
        if len(seats) == 1 and free:
            # Of several rows of one seat the last: a member who leaves sat there before.
            free[-1].substitute = cell
        else:
            lost.append(cell)
    return lost


def _people(
    context: Context, rows: Sequence[_Row], lost: Sequence[Piece], voters: Sequence[_Voter]
) -> tuple[Attendance, ...]:
    """One row per person: members in the order of the list, then those who sat for them."""
    functions = {fold(v.name): v.function for v in voters if v.function}
    found: dict[str, Attendance] = {}
    timed = any(row.timed for row in rows)
    for member in {fold(row.member.text): row.member for row in rows if row.member}.values():
        own = [
            row for row in rows if row.member and fold(row.member.text) == fold(member.text)
        ]
        there = any(_sat(row, timed=timed) for row in own)
        party = next((row.party for row in own if row.party), None)
        role = _role(functions.get(fold(member.text)))
        found[fold(member.text)] = _person(context, member, party, (role, there, None))
    for row in rows:
        if row.substitute and row.member and fold(row.substitute.text) not in found:
            party = row.substitute_party or row.party
            found[fold(row.substitute.text)] = _person(
                context, row.substitute, party, _serving(row.member.text)
            )
    for cell in lost:
        found.setdefault(fold(cell.text), _person(context, cell, None, _serving(None)))
    return tuple(found.values())


def _serving(member: str | None) -> tuple[Role, bool, str | None]:
    return Role.TJÄNSTGÖRANDE_ERSÄTTARE, True, member


def _sat(row: _Row, *, timed: bool) -> bool:
    """Whether the member of a row sat there: nobody else did, and the row has a time where
    rows have times."""
    excused = any(_ABSENT.fullmatch(word) for word in row.words)
    return row.substitute is None and not excused and (row.timed or not timed)


def _role(function: str | None) -> Role:
    return next(
        (role for form, role in _FUNCTIONS if form.search(function or "")), Role.LEDAMOT
    )


def _person(
    context: Context,
    cell: Piece,
    party: str | None,
    standing: tuple[Role, bool, str | None],
) -> Attendance:
    role, present, substitutes_for = standing
    return Attendance(
        context.document_id,
        cell.text,
        canonical(party) if party else party_of(context, cell.text),
        role,
        present,
        substitutes_for=substitutes_for,
        start=cell.start,
        end=cell.end,
    )


def _doubts(lost: Sequence[Piece], rows: int) -> Iterator[str]:
    if not rows:
        yield "närvarolistan kunde inte läsas"
    if lost:
        names = ", ".join(cell.text for cell in lost)
        yield f"det framgår inte vem {names} tjänstgjorde för"


def _unlisted(
    people: Sequence[Attendance],
    ballots: Iterable[tuple[tuple[str, str | None, Choice], ...]],
) -> list[str]:
    """Names that vote in some list though the attendance does not have them as present."""
    there = [row.name for row in people if row.present]
    exact = {fold(name) for name in there}
    voting = Counter(
        name for votes in ballots for name, _, choice in votes if choice != Choice.FRÅNVARANDE
    )
    return [
        name
        for name in voting
        if fold(name) not in exact and not any(same_person(name, other) for other in there)
    ]
