"""Lists of ballots: a document that prints who voted how in one vote, and little else.

The list becomes one matter with one vote. What each party chose follows from the ballots, but
only where the ballots add up to the printed figures.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.extraction.appendices import Appendix, listed_votes
from pipeline.extraction.context import Context, folded, trimmed
from pipeline.extraction.item_types import item_type
from pipeline.extraction.marked_lists import marked_lists
from pipeline.extraction.meeting import meeting_body, meeting_date
from pipeline.extraction.outline import lines_of
from pipeline.extraction.parliament import CHAMBER, PARLIAMENT, report_number
from pipeline.extraction.positions import Evidence, Standing
from pipeline.extraction.rows import Matter, position_rows
from pipeline.extraction.titles import REFERENCE
from pipeline.language.party_names import canonical
from pipeline.models import Ballot, Case, Span, Vote
from pipeline.words import Basis, Choice, DecidedBy, Outcome, Stance, VoteKind, VoteMethod

_LABELS = {
    Choice.JA: r"ja(?:-?röster)?",
    Choice.NEJ: r"nej(?:-?röster)?",
    Choice.AVSTÅR: r"(?:avst(?:år|od|ående|åenden)|nedlagda)",
    Choice.FRÅNVARANDE: r"(?:frånvarande|frånv\.?)",
}
_FIGURES = {
    choice: re.compile(rf"\b(?:antal\s+)?{form}\s*:?\s*(?P<n>\d+)\b(?!\s*[-/.]\s*\d)", re.I)
    for choice, form in _LABELS.items()
}
_WORDS = {
    "ja": Choice.JA,
    "nej": Choice.NEJ,
    "avstår": Choice.AVSTÅR,
    "avstod": Choice.AVSTÅR,
    "avstående": Choice.AVSTÅR,
    "frånvarande": Choice.FRÅNVARANDE,
    "frånv": Choice.FRÅNVARANDE,
    "deltar ej": Choice.DELTAR_EJ,
}
_COLUMNS = {
    "name": re.compile(r"namn|ledamot|person"),
    "party": re.compile(r"parti"),
    "choice": re.compile(r"röst|resultat|val"),
}
_POINT = re.compile(r"\b(?:förslags)?punkt(?:en)?\s+(?P<n>\d+)|§\s*(?P<item>\d+)", re.I)
_MEANT = re.compile(
    r"\bja[\s-]*(?:röst)?\s*(?:för|innebär|betyder|=|:)\s*(?P<yes>[^\s,;.\d][^\n,;.]{2,200}?)"
    r"[,;.\s]+(?:och\s+|samt\s+)?nej[\s-]*(?:röst)?\s*(?:för|innebär|betyder|=|:)\s*"
    r"(?P<no>[^\s,;.\d][^\n;.]{2,200})",
    re.IGNORECASE,
)
# "Utskottets förslag mot reservation 3 (S, V)": Ja is what is named first.
_AGAINST = re.compile(
    r"^[ \t]*(?P<yes>(?:utskottets\s+förslag|reservation)[^\n]*?)\s+mot\s+"
    r"(?P<no>reservation[^\n]*?|utskottets\s+förslag[^\n]*?)\.?[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_RIKSDAG = re.compile(rf"^[ \t#*]*{PARLIAMENT}(?:,?[ \t]+(?:den[ \t]+)?\d|[ \t*]*$)", re.M)
_KINDS = (
    (VoteKind.FÖRBEREDANDE, r"förberedande|motförslag"),
    (VoteKind.ÅTERREMISS, r"återremi|återförvis"),
    (VoteKind.BORDLÄGGNING, r"bordlägg"),
    (VoteKind.TILLÄGGSYRKANDE, r"tilläggs?(?:yrkande|förslag)"),
    (VoteKind.ORDNING, r"\bavgöra|\bordningsfråga"),
)
_STANCES = {Choice.AVSTÅR: Stance.ABSTAINED, Choice.DELTAR_EJ: Stance.NOT_PARTICIPATING}
Row = tuple[str, str | None, Choice]


@dataclass(frozen=True, slots=True)
class Figures:
    """The printed numbers of a vote (None: not printed), and the lines they stand in."""

    counts: dict[Choice, int]
    span: Span


def ballot_list(context: Context) -> tuple[Context, list[Matter]]:
    """The one matter of a list of ballots, with its vote; of lists side by side, each that a
    paragraph stands above."""
    content = context.content
    heading = next((x for x in lines_of(content, Span(0, len(content))) if x.text), None)
    if heading is None:
        return context, []
    report = report_number(content)
    riksdag = report is not None or _RIKSDAG.search(_head(content)) is not None
    context = replace(
        context,
        body=CHAMBER if riksdag else meeting_body(content),
        date=meeting_date(content),
        municipality=PARLIAMENT if riksdag else None,
        reference=report,
    )
    several = {n: rows for n, rows in marked_lists(context, content).items() if n}
    if len(several) > 1:
        return context, [_one_of(context, n, tuple(rows)) for n, rows in several.items()]
    rows = _table(content) or listed_votes(context, Appendix("", Span(0, len(content))))
    head = _head(content)
    figures = _figures(content, head)
    case = _case(context, heading.text.strip("# "), head)
    return context, [_matter(context, case, rows=rows, figures=figures)]


def _one_of(context: Context, number: str, rows: Sequence[Row]) -> Matter:
    """One of the lists of a document; its figures are what it counts."""
    top = Span(0, max(context.content.find("\n"), 1))
    case = replace(_case(context, f"§ {number}", ""), number=number, title=None)
    case = replace(case, case_id=f"{context.document_id[:16]}:{number}")
    return _matter(context, case, rows=rows, figures=Figures({}, top))


def _head(content: str) -> str:
    """What stands above the list itself."""
    table = re.search(r"^\|.*\|[ \t]*$|^[ \t]*namn\b", content, re.M | re.I)
    return content[: table.start()] if table else content[:2_000]


def _figures(content: str, head: str) -> Figures:
    """The figures as printed above the list, else anywhere: a label with its number."""
    for place in (head, content):
        found = {
            choice: match for choice, form in _FIGURES.items() if (match := form.search(place))
        }
        if {Choice.JA, Choice.NEJ} <= found.keys():
            start = min(match.start() for match in found.values())
            end = max(match.end() for match in found.values())
            counts = {choice: int(match["n"]) for choice, match in found.items()}
            return Figures(counts, trimmed(content, start, end))
    return Figures({}, trimmed(content, 0, max(content.find("\n"), 1)))


def _table(content: str) -> tuple[Row, ...]:
    """The rows of a table with columns for name, party and vote. Namesakes are two rows."""
    columns: dict[str, int] = {}
    found: list[Row] = []
    for line in lines_of(content, Span(0, len(content))):
        cells = [cell.strip() for cell in line.text.strip("|").split("|")]
        header = _header(cells) if line.text.startswith("|") else {}
        if header.keys() == _COLUMNS.keys():
            columns = header
        elif columns and line.text.startswith("|") and len(cells) > max(columns.values()):
            choice = _WORDS.get(cells[columns["choice"]].casefold().rstrip("."))
            if choice:
                party = canonical(cells[columns["party"]].strip("()"))
                found.append((_natural(cells[columns["name"]]), party, choice))
    return tuple(found)


def _header(cells: Sequence[str]) -> dict[str, int]:
    return {
        key: place
        for key, form in _COLUMNS.items()
        for place, cell in enumerate(cells)
        if form.fullmatch(cell.casefold())
    }


def _natural(name: str) -> str:
    """ "Ek, Eva" → "Eva Ek"."""
    surname, comma, given = name.partition(",")
    return folded(f"{given} {surname}") if comma else folded(name)


def _case(context: Context, title: str, head: str) -> Case:
    point = _POINT.search(head)
    named = REFERENCE.search(head)
    reference = context.reference or (folded(named["reference"]) if named else None)
    return Case(
        case_id=f"{context.document_id[:16]}:1",
        document_id=context.document_id,
        number=(point["n"] or point["item"]) if point else reference or "1",
        title=folded(title),
        reference=reference,
        body=context.body,
        date=context.date,
        item_type=item_type(title),
        decided_by=DecidedBy.VOTERING,
        start=0,
        end=len(context.content),
    )


def _matter(context: Context, case: Case, *, rows: Sequence[Row], figures: Figures) -> Matter:
    vote = _vote(context, case, rows, figures)
    findings = _findings(rows, figures)
    outcome = _outcome(context, vote)
    case = replace(case, outcome=outcome, decided_by=case.decided_by if outcome else None)
    told = vote.outcome and not findings and vote.kind != VoteKind.FÖRBEREDANDE
    stood = _standings(rows, vote) if told else []
    return Matter(
        case,
        positions=position_rows(context, case, stood),
        votes=(vote,),
        ballots=tuple(Ballot(vote.vote_id, *row) for row in rows),
        findings=findings,
    )


def _vote(context: Context, case: Case, rows: Sequence[Row], figures: Figures) -> Vote:
    """The vote with its printed figures; those not printed are counted."""
    counted = Counter(choice for _, _, choice in rows)
    counts = {
        choice: figures.counts.get(choice, counted[choice] if rows else None)
        for choice in _FIGURES
    }
    yes, no = counts[Choice.JA], counts[Choice.NEJ]
    won = None if yes is None or no is None or yes == no else ("ja" if yes > no else "nej")
    head = _head(context.content)
    meant = _MEANT.search(head) or _AGAINST.search(head)
    return Vote(
        vote_id=f"{case.case_id}:v1",
        case_id=case.case_id,
        order=1,
        kind=_kind(head),
        yes_means=folded(meant["yes"]).strip(' ”"') if meant else None,
        no_means=folded(meant["no"]).strip(' ”"') if meant else None,
        yes=yes,
        no=no,
        abstain=counts[Choice.AVSTÅR],
        absent=counts[Choice.FRÅNVARANDE],
        outcome=won,
        decided_by=VoteMethod.MAJORITET if won else None,
        appendix=None,
        start=figures.span.start,
        end=figures.span.end,
        body=case.body,
        date=case.date,
    )


def _kind(head: str) -> VoteKind:
    return next(
        (kind for kind, form in _KINDS if re.search(form, head, re.I)), VoteKind.HUVUDVOTERING
    )


def _outcome(context: Context, vote: Vote) -> Outcome | None:
    """What became of the proposal: in the chamber Ja is always the committee's; elsewhere the
    list must say what the winning side meant."""
    if vote.outcome is None or vote.kind != VoteKind.HUVUDVOTERING:
        return None
    if context.municipality == PARLIAMENT and context.reference:
        return Outcome.BIFALL if vote.outcome == "ja" else Outcome.AVSLAG
    meant = (vote.yes_means if vote.outcome == "ja" else vote.no_means) or ""
    if re.search(r"\bbifall", meant, re.I):
        return Outcome.BIFALL
    return Outcome.AVSLAG if re.search(r"\bavslag|\bavslå", meant, re.I) else None


def _standings(rows: Sequence[Row], vote: Vote) -> list[Standing]:
    """Each party by the choice of its voters; split where they part ways, absent where none
    of its members was there."""
    by_party: dict[str, Counter[Choice]] = defaultdict(Counter)
    for _, party, choice in rows:
        if party:
            by_party[party][choice] += 1
    return [_standing(party, choices, vote) for party, choices in by_party.items()]


def _standing(party: str, choices: Counter[Choice], vote: Vote) -> Standing:
    voted = [choice for choice in choices if choice != Choice.FRÅNVARANDE]
    span = Span(vote.start, vote.end)
    if not voted:
        absent = Evidence(party, "närvaro", Basis.NÄRVARO, span)
        return Standing(party, Stance.ABSENT, absent)
    side = Stance.FOR if voted[0] == vote.outcome else Stance.AGAINST
    stance = Stance.SPLIT if len(voted) > 1 else _STANCES.get(voted[0], side)
    return Standing(
        party, stance, Evidence(party, "voted", Basis.VOTERING, span, vote=vote.vote_id)
    )


def _findings(rows: Sequence[Row], figures: Figures) -> tuple[str, ...]:
    """Ballots are counted against the printed figures."""
    if not rows:
        return ("voteringslistan: inga röster kunde läsas",)
    counted = Counter(choice for _, _, choice in rows)
    wrong = [
        f"{printed} {choice} anges, men {counted[choice]} kan räknas"
        for choice, printed in figures.counts.items()
        if counted[choice] != printed
    ]
    return ("voteringslistan: " + "; ".join(wrong),) if wrong else ()
