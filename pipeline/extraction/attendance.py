"""Who was there: one row per person, from the lists at the top of minutes."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.extraction.attendance_lines import joined
from pipeline.extraction.attendance_lists import (
    ALL_BUT,
    PERSON,
    STOP,
    Group,
    headings_above,
    labelled,
    opens,
    parted,
    serving_substitutes,
    unmarked,
)
from pipeline.extraction.attendance_marks import marks_before
from pipeline.extraction.attendance_offices import by_offices
from pipeline.extraction.attendance_officials import listed_officials, struck
from pipeline.extraction.attendance_parties import (
    letters_first,
    party_heading,
    unlettered,
    without_letters,
)
from pipeline.extraction.attendance_seats import table_attendance
from pipeline.extraction.attendance_table import CHAIR, NAME, VICE
from pipeline.extraction.outline import Line
from pipeline.extraction.ranges import items_of
from pipeline.extraction.whole_names import letters_of, locally_named, with_whole_names
from pipeline.language.names import fold
from pipeline.language.party_names import LETTERS, canonical
from pipeline.models import Attendance, Text
from pipeline.words import MEMBERS, Role

_FOR = re.compile(
    rf"(?:(?i:tjänstgör(?:ande)?\s+(?:för|i\s*stället\s+för|istället\s+för)|ersätter|"
    rf"ersättare\s+för|"
    rf"i\s*stället\s+för|istället\s+för|träder\s+in\s+för|"
    rf"för))\s+(?P<name>{NAME})(?:\s*\((?P<party>{LETTERS}|-)\))?"
)
_ROLE = re.compile(
    r"(?:(?:1:e|2:e|förste|andre|första|andra)\s+)?(?:vice\s+)?(?:ordförande|ordf\.?|"
    r"ledamot|ersättare|(?:region|kommunal|borgar|opposition\w*)råd(?:et)?)\s+",
    re.IGNORECASE,
)
_ABSENT_NOTE = re.compile(
    r"\b(?:frånvarande|frånv|frv|ej närvarande|förhinder|förhindrad|förfall|(?:tjänst)?ledig|"
    r"sjuk|ej tjänstgörande)\b",
    re.I,
)
# "Bo Alm (M) ersätts av Nils By (M)": the next name sits there instead.
_REPLACED_BY = re.compile(r"\bersätt(?:s|es|ts)\s+av\s*$", re.I)
# "Bo Alm (M), ersättare Nils By (M)": the next name is a substitute, who may not serve.
# "Eva Ek (S), tjg ers", "Eva Ek (S) tjänstgörande §§ 12-20" among the members
_STANDS_IN = re.compile(
    r"(?<!ej )(?<!icke )\b(?:tjg\.?|tj\.?\s*ers|tj\.|tjänstgörande)(?!\w)", re.I
)
_SUBSTITUTE = re.compile(r"\b(?:ersättare|ers)\b\.?(?!\s+för)", re.I)
# "Bo Alm (M), ersättare" in a list of all who were there
_ONLY_SUBSTITUTE = re.compile(
    r"[\s,(–-]*(?:(?:ej|icke|inte) tjänstgörande )?(?:ersättare|ers\.?)"
    r"(?:,? \(?(?:ej|icke|inte) tjänstgörande)?[\s).]*",
    re.IGNORECASE,
)
_SUBSTITUTE_NEXT = re.compile(r"\bers(?:ättare|\.)\s*:?\s*$", re.I)


# Companies have "suppleanter"; the word is as long as the one for it, so that offsets stay.
_SUPPLEANT = re.compile(r"\bsuppleant(?P<end>en|erna|er)?\b", re.IGNORECASE)
_ENDS = {"en": "n", "erna": "na"}


def _as_substitute(found: re.Match[str]) -> str:
    ends = _ENDS.get((found["end"] or "").casefold(), "")
    word = ("ersättar" if ends == "na" else "ersättare") + ends
    return (word.capitalize() if found[0][0].isupper() else word).ljust(len(found[0]))


def attendance(document_id: str, text: Text, end: int) -> tuple[Attendance, ...]:
    """The people listed before offset ``end`` (where the first matter begins).

    Names outside a list (signatures, who checks the minutes) do not count. A name struck out
    is absent. Somebody listed both as substitute and as serving is one row, the serving one.
    Names without letters count where a party is their heading, or where none has any.
    """
    text = replace(text, content=_SUPPLEANT.sub(_as_substitute, text.content))
    headings = headings_above(text.content, end)
    tabled, places = table_attendance(document_id, text.content, end, headings)
    lines = parted(text.content, joined(text.content, end, places))
    rows, hints = _listed(document_id, text, lines, bare=False)
    if not any(row.role in MEMBERS for row in (*tabled, *rows)):
        rows, hints = _listed(document_id, text, lines, bare=True)
    return with_whole_names(text.content, _merged([*tabled, *rows], hints))


def _listed(
    document_id: str, text: Text, lines: Sequence[Line], *, bare: bool
) -> tuple[list[Attendance], list[Attendance]]:
    """The people of the lists, and the members named only as those somebody serves for.
    ``bare``: members are listed without letters."""
    rows: list[Attendance] = []
    hints: list[Attendance] = []
    group: Group | None = None
    serving = serving_substitutes(lines)
    before = letters_first(text.content[: lines[-1].end]) if lines else None
    marks = marks_before(lines)
    local = frozenset(locally_named(text.content).values()) if bare else frozenset[str]()
    begun = signing = False
    for line in lines:
        told = marks.told(line, group) if marks and group else None
        if told is not None:
            rows.extend(row for one in told for row in _rows(document_id, text, *one))
            continue
        line = unmarked(line)
        opened = opens(line) or labelled(line, group)
        listing = opened is not None and opened[0].role in MEMBERS
        signing = not listing and (signing or bool(_SIGNATURES.match(line.text)))
        if signing and _SIGNER.fullmatch(line.text):
            continue
        begun = begun or opened is not None or STOP.match(line.text) is not None
        if opened is not None:
            group, line = opened
            there = group.present and not ALL_BUT.match(line.text)
            group = replace(group, present=there, bare=bare, local=local)
            if serving is not None and line.start == serving:
                group = replace(group, role=Role.TJÄNSTGÖRANDE_ERSÄTTARE)
        elif STOP.match(line.text):
            group = None
        elif group is not None and (headed := party_heading(line)):
            group, line = replace(group, party=headed[0], bare=True), headed[1]
        elif group is not None and before and (named := before.match(line.text)):
            alone = replace(group, party=canonical(named["party"]), bare=True)
            rest = Line(line.start + named.end(), line.end, line.text[named.end() :])
            rows.extend(_rows(document_id, text, rest, alone))
            hints.extend(_replaced(document_id, rest))
            continue
        elif not begun and _CHAIRS_LINE.match(line.text):
            rows.extend(_rows(document_id, text, line, Group(Role.LEDAMOT, True)))
        if group is not None and line.text:
            for part, own in by_offices(line, group):
                rows.extend(_rows(document_id, text, part, own))
            hints.extend(_replaced(document_id, line))
    return rows, hints


# "Underskrifter", and below it "Sekreterare" above the one who signs
_SIGNATURES = re.compile(r"underskrift(?:er)?\b", re.IGNORECASE)
_SIGNER = re.compile(r"(?:nämnd)?sekreterare:?", re.IGNORECASE)

# "Ordförande: Eva Ek (S)", "Förste vice ordförande    Bo Alm (M)" above the lists
_CHAIRS_LINE = re.compile(
    rf"(?:(?:\d:e|förste|andre|första|andra)\s)?(?:vice\s)?ordförande(?::[ \t]*|[ \t]{{2,}})"
    rf"(?-i:{PERSON.pattern})[ \t]*$",
    re.IGNORECASE,
)


def _rows(document_id: str, text: Text, line: Line, group: Group) -> Iterable[Attendance]:
    stands_in = _FOR.search(line.text)
    own = line.text[: stands_in.start()] if stands_in else line.text
    # "S Eva Ek tjänstgör för Bo Alm (S)": only the member has letters behind the name
    lone = bool(group.party or group.bare) and not PERSON.search(own)
    people = [] if lone else list(PERSON.finditer(line.text))
    people = people or unlettered(own if lone else line.text, group)
    if stands_in and stands_in["party"] and lone and not group.party:
        people = [one for one in people if one["party"]]
    if not people:
        return listed_officials(document_id, text, line, group)
    replaced = [m.start("name") for m in _FOR.finditer(line.text)]
    listed = [
        m for m in people if not any(m.start("name") <= at < m.end("name") for at in replaced)
    ]
    if not listed:
        return []
    return [
        _row(document_id, text, line, (match, following, group))
        for match, following in zip(
            listed, [m.start() for m in listed[1:]] + [len(line.text)], strict=True
        )
    ]


def _row(
    document_id: str, text: Text, line: Line, found: tuple[re.Match[str], int, Group]
) -> Attendance:
    match, following, group = found
    note = line.text[match.end() : following]
    title = _ROLE.match(match["name"])
    first = not match.re.search(line.text, 0, match.start())
    before = (line.text[: match.start()] if first else "") + (title[0] if title else "")
    stands_in = _FOR.search(note)
    own_note = note[: stands_in.start()] if stands_in else note
    items = items_of(note[stands_in.end() :] if stands_in else note, bool(stands_in))
    items = items or items_of(own_note)
    cut = title.end() if title else 0
    start, end = line.start + match.start() + cut, line.start + match.end()
    role = _role(own_note + " " + before, group, bool(stands_in))
    above = _person_before(line, match)
    replaces = above and _REPLACED_BY.search(line.text[: match.start()])
    only = group.anyone and not stands_in and bool(_ONLY_SUBSTITUTE.fullmatch(own_note))
    role = Role.ERSÄTTARE if only else role
    if replaces:
        role = Role.TJÄNSTGÖRANDE_ERSÄTTARE
    elif above and group.role in MEMBERS and _substitute_next(line.text[: match.start()]):
        role = Role.ERSÄTTARE
    return Attendance(
        document_id=document_id,
        name=" ".join(match["name"][cut:].split()),
        party=_party(match, group),
        role=role,
        present=group.present
        and not struck(text, start, end)
        and (
            bool(items or only)
            or _away_for_some(own_note, line.text[following:])
            or not _is_away(own_note, alone=first and not (stands_in or line.text[following:]))
        ),
        substitutes_for=_served_for(stands_in, above if replaces else None),
        items=items,
        start=start,
        end=end,
    )


def _party(match: re.Match[str], group: Group) -> str | None:
    """The party beside a name: its letters, its whole name, or the one the list is of."""
    local = match.groupdict().get("local")
    if local:
        return letters_of(" ".join(local.split()))
    return canonical(match["party"]) if match["party"] else group.party


def _is_away(note: str, *, alone: bool) -> bool:
    """Whether a note says that somebody was not there. A dash says so only beside the one
    name of a line: elsewhere it parts names."""
    dash = alone and note.strip() in ("-", "–", "—")
    return dash or bool(_ABSENT_NOTE.search(note) or _REPLACED_BY.search(note))


def _away_for_some(note: str, rest: str) -> bool:
    """Whether somebody is replaced only for the matters named behind who replaces them."""
    other = PERSON.match(rest)
    return bool(_REPLACED_BY.search(note) and other and items_of(rest[other.end() :], True))


def _person_before(line: Line, match: re.Match[str]) -> re.Match[str] | None:
    """The last person named before somebody on the same line."""
    return next(reversed(list(match.re.finditer(line.text, 0, match.start()))), None)


def _substitute_next(before: str) -> bool:
    return bool(_SUBSTITUTE_NEXT.search(before))


def _served_for(stands_in: re.Match[str] | None, above: re.Match[str] | None) -> str | None:
    found = stands_in or above
    return without_letters(found["name"])[0] if found else None


def _role(note: str, group: Group, stands_in: bool) -> Role:
    if stands_in:
        return Role.TJÄNSTGÖRANDE_ERSÄTTARE
    if group.role == Role.LEDAMOT and VICE.search(note):
        return Role.VICE_ORDFÖRANDE
    if group.role == Role.LEDAMOT and CHAIR.search(note):
        return Role.ORDFÖRANDE
    if group.role in (Role.LEDAMOT, Role.ERSÄTTARE) and _STANDS_IN.search(note):
        return Role.TJÄNSTGÖRANDE_ERSÄTTARE
    if group.role == Role.ÖVRIG and _SUBSTITUTE.search(note) and _STANDS_IN.search(note):
        return Role.TJÄNSTGÖRANDE_ERSÄTTARE
    if group.role == Role.ÖVRIG and _SUBSTITUTE.search(note):
        return Role.ERSÄTTARE
    return group.role or Role.ÖVRIG


def _merged(rows: list[Attendance], hints: list[Attendance]) -> tuple[Attendance, ...]:
    """One row per person; serving beats substitute, and a replaced member is absent if all of
    the meeting was served by the substitute."""
    by_name: dict[str, Attendance] = {}
    for row in rows:
        known = by_name.get(fold(row.name))
        by_name[fold(row.name)] = row if known is None else _stronger(known, row)
    replaced = {fold(r.substitutes_for) for r in rows if r.substitutes_for and not r.items}
    for hint in hints:
        by_name.setdefault(fold(hint.name), hint)
    return tuple(
        replace(row, present=False)
        if fold(row.name) in replaced and row.role in MEMBERS
        else row
        for row in by_name.values()
    )


def _replaced(document_id: str, line: Line) -> list[Attendance]:
    """Members named only as those somebody serves for: absent, of the party printed there."""
    return [
        Attendance(
            document_id,
            name,
            canonical(match["party"]) if match["party"] else letters,
            Role.LEDAMOT,
            present=False,
            start=line.start + match.start("name"),
            end=line.start + match.end(),
        )
        for match in _FOR.finditer(line.text)
        for name, letters in [without_letters(match["name"])]
        if match["party"] or letters
    ]


_STRENGTH = [Role.ORDFÖRANDE, Role.VICE_ORDFÖRANDE, Role.LEDAMOT, Role.TJÄNSTGÖRANDE_ERSÄTTARE]


def _stronger(one: Attendance, other: Attendance) -> Attendance:
    def rank(row: Attendance) -> tuple[int, int]:
        role = Role(row.role)
        return (_STRENGTH.index(role) if role in _STRENGTH else len(_STRENGTH), 0)

    best, second = sorted((one, other), key=rank)
    both = {one.role, other.role} == {Role.LEDAMOT, Role.ERSÄTTARE}
    return replace(
        best,
        role=Role.TJÄNSTGÖRANDE_ERSÄTTARE if both and best.present else best.role,
        substitutes_for=best.substitutes_for or second.substitutes_for,
        items=best.items or second.items,
        present=best.present or (second.present and best.role not in MEMBERS),
    )
