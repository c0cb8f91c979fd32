"""What every extractor of one document needs to know, gathered once."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from pipeline.extraction.groups import without_excepted
from pipeline.extraction.local_parties import find_local, local_parties, named_alone
from pipeline.extraction.ranges import within
from pipeline.extraction.whole_names import wholly_named
from pipeline.language.mention import Mention, merge
from pipeline.language.mentions import find_mentions, find_people
from pipeline.language.names import fold, same_person
from pipeline.language.party_names import known_letters
from pipeline.models import Attendance, Span, Text
from pipeline.words import MEMBERS, SERVING, Role

Roster = dict[str, str | None]


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """One document under extraction, equal to itself alone: what is read with it is
    remembered.

    ``roster`` maps folded names to party letters (None: named, party unknown). ``letters`` are
    the combinations that mean a party here: the reference list and what stands in parentheses
    after names. ``municipality``, ``reference`` and ``title`` are the document's where its
    form tells them; ``findings`` are about the document as a whole. ``local`` maps the names
    of local parties, in lower case, to their letters. ``numbered`` maps the numbers under
    which proposals are listed in a matter to who moved them; ``makers`` the kinds of bodies
    whose proposals stand against each other in it, likewise.
    """

    document_id: str
    text: Text
    roster: Roster
    letters: frozenset[str]
    attendance: tuple[Attendance, ...] = ()
    chair: str | None = None
    vice_chair: str | None = None
    body: str | None = None
    date: str | None = None
    municipality: str | None = None
    reference: str | None = None
    title: str | None = None
    findings: tuple[str, ...] = ()
    local: Mapping[str, str] = field(default_factory=dict)
    numbered: Mapping[str, tuple[Mention, ...]] = field(default_factory=dict)
    makers: Mapping[str, tuple[Mention, ...]] = field(default_factory=dict)

    @property
    def content(self) -> str:
        """The document's text."""
        return self.text.content


_NAME = r"[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+){1,2}"
_AND = r"(?:,\s|\s(?:och|samt)\s)"
# "Eva Ek (S), Bo Alm och Siv Ryd röstar ja": the last of a list may stand without a party.
_UNPARTIED = re.compile(
    rf"\)(?:{_AND}|\s)(?P<names>{_NAME}(?:{_AND}{_NAME})*)\s+"
    r"(?:röstar|röstade|yrkar|yrkade|reserverar|reserverade|avstår|avstod|deltar)\b"
)


def gather(document_id: str, text: Text) -> Context:
    """The context before anything else is known: who is named with which party."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    times: Counter[str] = Counter()
    for one in find_people(text.content):
        if one.name:
            seen[fold(one.name)].update(one.parties)
            times.update(one.parties)
    for name, party in wholly_named(text.content):
        seen[fold(name)].update((party,))
    # "Västra Regionen (VGR)" once is an abbreviation; letters that recur after names are a
    # party.
    letters = known_letters() | {party for party, n in times.items() if n > 1}
    roster: Roster = {
        name: _only(parties) for name, parties in seen.items() if set(parties) <= letters
    }
    for match in _UNPARTIED.finditer(text.content):
        for name in re.split(_AND, match["names"]):
            roster.setdefault(fold(name), None)
    local = local_parties(text.content, {*letters, *times}, {*seen, *roster})
    return Context(document_id, text, roster, letters, local=local)


def _only(parties: Counter[str]) -> str | None:
    """The one party a name stands with; None when the document gives two."""
    return next(iter(parties)) if len(parties) == 1 else None


def with_attendance(context: Context, attendance: tuple[Attendance, ...]) -> Context:
    """Add who was there; the attendance list overrules what stands after names elsewhere."""
    attendance = lettered(context, attendance)
    listed = {fold(row.name): row.party for row in attendance}
    chairs = [row.name for row in attendance if row.role == Role.ORDFÖRANDE and row.present]
    vice = [row.name for row in attendance if row.role == Role.VICE_ORDFÖRANDE and row.present]
    absent = any(row.role == Role.ORDFÖRANDE and not row.present for row in attendance)
    chair = chairs[0] if len(chairs) == 1 else None
    if chair is None and absent and len(vice) == 1:
        chair = vice[0]
    chair = chair or named_chair(context.content)
    return replace(
        context,
        attendance=attendance,
        roster={**context.roster, **listed},
        local={**context.local, **named_alone(row.party for row in attendance)},
        chair=context.chair or chair,
        vice_chair=vice[0] if len(vice) == 1 and vice[0] != chair else None,
    )


# "Ordföranden Eva Ek (S) yrkar": where no list tells who chairs
_NAMED_CHAIR = re.compile(
    rf"(?<![Vv]ice )\bOrdföranden?\s+(?P<name>{_NAME})\s\([A-ZÅÄÖ]{{1,4}}\)"
)


def named_chair(content: str) -> str | None:
    """The one person whom the text calls its chair; None where it calls two so."""
    named = {" ".join(match["name"].split()) for match in _NAMED_CHAIR.finditer(content)}
    return named.pop() if len(named) == 1 else None


def lettered(context: Context, rows: tuple[Attendance, ...]) -> tuple[Attendance, ...]:
    """The rows, a local party given by its name by the letters that the document tells."""
    return tuple(
        replace(row, party=context.local.get((row.party or "").casefold(), row.party))
        for row in rows
    )


def party_of(context: Context, name: str) -> str | None:
    """The party of a name by the document itself, under any of its spellings."""
    if fold(name) in context.roster:
        return context.roster[fold(name)]
    candidates = {
        party for other, party in context.roster.items() if party and same_person(name, other)
    }
    return candidates.pop() if len(candidates) == 1 else None


def attended(context: Context, name: str) -> Attendance | None:
    """The attendance row of a name, under any of its spellings; None when not listed alone."""
    exact = [row for row in context.attendance if fold(row.name) == fold(name)]
    rows = exact or [row for row in context.attendance if same_person(row.name, name)]
    return rows[0] if len(rows) == 1 else None


def serves(context: Context, name: str) -> bool | None:
    """Whether a person serves at the meeting; None when the document has no list or not
    them."""
    row = attended(context, name)
    if row is None:
        return None
    return row.present and row.role in SERVING


def at_item(context: Context, number: str) -> Context:
    """The context as it was at one matter: who served only for others ("§§ 12–18", "ej
    § 14") was not there as a member."""
    if not number.isdecimal() or not any(row.items for row in context.attendance):
        return context
    served = {
        fold(row.substitutes_for)
        for row in context.attendance
        if row.substitutes_for and row.items and within(row.items, int(number))
    }
    rows = tuple(_row_at(row, int(number), served) for row in context.attendance)
    return replace(context, attendance=rows)


def _row_at(row: Attendance, number: int, served: set[str]) -> Attendance:
    if row.items and row.role in SERVING and not within(row.items, number):
        stood_in = row.role == Role.TJÄNSTGÖRANDE_ERSÄTTARE
        return replace(row, role=Role.ERSÄTTARE) if stood_in else replace(row, present=False)
    replaced = not row.items and row.role in MEMBERS and fold(row.name) in served
    return replace(row, present=False) if replaced else row


def has_serving_member(context: Context, party: str) -> bool | None:
    """Whether a party has a serving member; None when the document lists no members."""
    if not any(row.role in MEMBERS for row in context.attendance):
        return None
    return any(
        row.party == party and row.present and row.role in SERVING
        for row in context.attendance
    )


@lru_cache(maxsize=64)
def mentioned(context: Context, text: str) -> tuple[Mention, ...]:
    """Everybody named in a stretch of the document's words, in order, but for those whom it
    excepts ("alla utom S"); "alla partier utom S" names the others that serve."""
    found = find_mentions(text, context.roster, context.letters or known_letters())
    if local := find_local(text, context.local):
        found = merge(local, found)
    rows = context.attendance
    serving = [row.party for row in rows if row.party and row.present and row.role in SERVING]
    return tuple(without_excepted(text, found, serving))


def resolve_mention(context: Context, mention: Mention) -> Mention:
    """A mention with its party, and a chair by name, where the document tells."""
    if mention.role:
        vice = mention.role.startswith("vice")
        name = context.vice_chair if vice else context.chair
        party = party_of(context, name) if name else None
        if not mention.parties or party in mention.parties:
            mention = replace(mention, name=name)
    mention = _nominative(context, mention)
    if mention.name and " " not in mention.name:
        return _by_surname(context, mention)
    if mention.name and not mention.parties:
        party = party_of(context, mention.name)
        return replace(mention, parties=(party,) if party else ())
    return mention


def _nominative(context: Context, mention: Mention) -> Mention:
    """ "Göran Eks (M) yrkande": the name without its genitive s, where that is somebody."""
    name = mention.name or ""
    bare = fold(name[:-1])
    known = name.endswith("s") and bare in context.roster
    if not known or (mention.parties and context.roster[bare] not in (None, *mention.parties)):
        return mention
    return replace(mention, name=name[:-1])


def _by_surname(context: Context, mention: Mention) -> Mention:
    """Somebody named by surname: the one member who bears it, of that party if one is printed.
    More than one, and neither the whole name nor the party is guessed."""
    bearers = [
        row
        for row in context.attendance
        if fold(row.name).endswith(f" {fold(mention.name or '')}")
        and (not mention.parties or row.party in mention.parties)
    ]
    if len(bearers) != 1:
        return mention
    one = bearers[0]
    return replace(mention, name=one.name, parties=(one.party,) if one.party else ())


def folded(text: str) -> str:
    """White space folded to single spaces."""
    return " ".join(text.split())


def trimmed(content: str, start: int, end: int) -> Span:
    """The span without white space at its ends."""
    raw = content[start:end]
    left = len(raw) - len(raw.lstrip())
    return Span(start + left, max(start + left, start + len(raw.rstrip())))
