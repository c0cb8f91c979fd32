"""Who was there: one row per person, from the lists at the top of minutes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from pipeline.extraction.attendance_table import CHAIR, NAME, VICE, table_attendance
from pipeline.extraction.outline import Line, lines_of
from pipeline.extraction.ranges import items_of
from pipeline.language.mentions import LETTERS, canonical
from pipeline.language.names import fold
from pipeline.models import Attendance, Span, Text
from pipeline.words import MEMBERS, Role

# Headings of the lists; the role of those below, and whether they were there.
_GROUPS: tuple[tuple[re.Pattern[str], Role | None, bool], ...] = tuple(
    (re.compile(forms), role, present)
    for forms, role, present in (
        (
            r"(?:närvarande )?(?:ej|icke|inte)[ -](?:tjänstgörande|beslutande)"
            r"(?: ersättare)?|ej närvarande tjänstgörande ersättare|(?:närvarande |övriga )?"
            r"ersättare(?: \(?(?:ej|icke) tjänstgörande\)?| närvarande)?",
            Role.ERSÄTTARE,
            True,
        ),
        (
            r"(?:frånvarande|förhindrade|ej närvarande) ersättare|ersättare frånvarande",
            Role.ERSÄTTARE,
            False,
        ),
        (
            r"tjänstgörande(?: ersättare)?|beslutande ersättare",
            Role.TJÄNSTGÖRANDE_ERSÄTTARE,
            True,
        ),
        (
            r"(?:frånvarande|förhindrade|anmält förhinder|förhinder|förfall|(?:ej|inte) "
            r"närvarande)(?: ledam(?:öter|ot)| förtroendevalda)?",
            Role.LEDAMOT,
            False,
        ),
        (
            r"(?:närvarande |beslutande |tjänstgörande )?ledam(?:öter|ot)|"
            r"beslutande(?: ledamöter)?(?: och ersättare)?|närvarande(?: beslutande)?|"
            r"närvarolista|deltagare|ledamöter och (?:tjänstgörande )?ersättare",
            Role.LEDAMOT,
            True,
        ),
        (
            r"tjänste(?:personer|män|man)(?: och sekreterare)?|(?:övriga |närvarande "
            r")?tjänstepersoner|förvaltningen|sekreterare|föredragande(?: "
            r"tjänstepersoner)?",
            Role.TJÄNSTEPERSON,
            True,
        ),
        (
            r"(?:övriga?|andra)(?: (?:närvarande|deltagare|deltagande|personer))*|"
            r"insynsplats(?:er)?|personalföreträdare|fackliga (?:företrädare|"
            r"representanter)",
            Role.ÖVRIG,
            True,
        ),
    )
)
_STOP = re.compile(
    r"^(?:§\s*\d+\b|justering|justerade? |plats och tid för justering|underskrifter|"
    r"(?:ärende|innehålls)(?:lista|förteckning)|anslag|bevis|utses att justera|"
    r"justerare\b|val av justerare|paragrafer|föredragningslista|dagordning)",
    re.IGNORECASE,
)
_PERSON = re.compile(rf"(?P<name>{NAME})\s*\(\s*(?P<party>{LETTERS}|-|–)\s*\)")
_FOR = re.compile(
    rf"(?:(?i:tjänstgör(?:ande)?\s+(?:för|i\s*stället\s+för|istället\s+för)|ersätter|"
    rf"ersättare\s+för|"
    rf"i\s*stället\s+för|istället\s+för|träder\s+in\s+för|"
    rf"för))\s+(?P<name>{NAME})(?:\s*\((?P<party>{LETTERS}|-)\))?"
)
_OFFICIAL = re.compile(
    rf"^(?P<name>{NAME})(?P<title>[ \t]*[,–-][ \t]*|[ \t]+(?:t\.\s?f\.|bitr\.?)[ "
    rf"\t]*)(?P<rest>\S.*)$"
)
_TITLES = re.compile(
    r"^\w*(?:direktör|chef|jurist|sekreterare|strateg|ekonom|controller|utredare|handläggare|"
    r"samordnare|kommunikatör|ingenjör|arkitekt)(?:en)?\s+(?=[A-ZÅÄÖ])",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"(?:(?:1:e|2:e|förste|andre|första|andra)\s+)?(?:vice\s+)?(?:ordförande|ordf\.?|ledamot|ersättare)\s+",
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
_SUBSTITUTE_NEXT = re.compile(r"\bers(?:ättare|\.)\s*:?\s*$", re.I)
# Labels that stand before a name as its role and open no list.
_OWN_ROLE = frozenset({"ledamot", "sekreterare", "närvarande", "förvaltningen"})
# "ersätter Bo Alm (M)", "§§ 4-9" at the start of a line: the line above goes on.
_GOES_ON = re.compile(
    r"(?:\(?(?:ersätter|ersättare\s+för|tjänstgör(?:ande)?\s+för|i\s*stället\s+för|för)\s+[A-ZÅÄÖ]|"
    r"§+\s*\d+(?:\s*[-–,]\s*\d+)*\s*(?:,|$)|(?:fr|t)\.?\s?o\.?\s?m\.?\s*§)"
)


@dataclass(frozen=True, slots=True)
class _Group:
    role: Role | None
    present: bool


def attendance(document_id: str, text: Text, end: int) -> tuple[Attendance, ...]:
    """The people listed before offset ``end`` (where the first matter begins).

    Names outside a list (signatures, who checks the minutes) do not count. A name struck
    out is
    absent. Somebody listed both as substitute and as serving is one row, the serving one.
    """
    rows, tabled = table_attendance(document_id, text.content, end)
    hints: list[Attendance] = []
    group: _Group | None = None
    for line in _parted(text.content, _joined(text.content, end, tabled)):
        line = _unmarked(line)
        opened = _opens(line) or _labelled(line, group)
        if opened is not None:
            group, line = opened
        elif _STOP.match(line.text):
            group = None
        if group is not None and line.text:
            rows.extend(_rows(document_id, text, line, group))
            hints.extend(_replaced(document_id, line))
    return _merged(rows, hints)


_ELSEWHERE = re.compile(
    r"\b(?:se|enligt|framgår\s+av)\s+(?:(?:bifogad|separat|särskild|nedanstående)\s+)?"
    r"(?:bilaga|bilagd|närvaro|upprop|tjänstgörings)\w*",
    re.IGNORECASE,
)


def listed_elsewhere(text: Text, end: int) -> bool:
    """Whether the list at the top sends the reader to another: whom it names are not all."""
    label = None
    for line in lines_of(text.content, Span(0, end)):
        opened = _opens(line)
        label = opened[0] if opened else (label if not _STOP.match(line.text) else None)
        here = opened[1].text if opened else line.text
        if label and label.role in MEMBERS and _ELSEWHERE.match(here):
            return True
    return False


def _opens(line: Line) -> tuple[_Group, Line] | None:
    """The list a line opens, and what is left of the line after its heading."""
    head, rest = _head(line.text)
    bare = " ".join(head.split()).casefold().strip()
    for pattern, role, present in _GROUPS:
        if pattern.fullmatch(bare):
            start = line.end - len(rest.lstrip())
            return _Group(role, present), Line(start, line.end, rest.strip())
    return None


def _labelled(line: Line, group: _Group | None) -> tuple[_Group, Line] | None:
    """The list that the first words of a line open: "Beslutande ledamöter Eva Ek (S), …"."""
    gaps = list(re.finditer(r"(?<=\S)[ \t]+(?=[A-ZÅÄÖ])", line.text[:60]))
    for words in reversed(gaps):
        bare = " ".join(line.text[: words.start()].split()).casefold()
        lone = bare in _OWN_ROLE or (bare == "ersättare" and group and not group.present)
        if lone or not _PERSON.match(line.text, words.end()):
            continue
        for pattern, role, present in _GROUPS:
            labels = re.fullmatch(rf"(?:beslutande\s+)?(?:{pattern.pattern})", bare)
            if labels:
                rest = line.text[words.end() :]
                start = line.start + words.end()
                return _Group(role, present), Line(start, line.end, rest)
    return None


def _parted(content: str, lines: list[Line]) -> list[Line]:
    """The lines with lists side by side ("Ledamöter      Ersättare" above two columns) one
    after the other."""
    parted: list[Line] = []
    columns: list[tuple[int, list[Line]]] = []
    for line in lines:
        cells = _cells_of(content, line)
        if len(cells) > 1 and all(_opens(cell) for _, cell in cells):
            parted += [one for _, column in columns for one in column]
            columns = [(place, [cell]) for place, cell in cells]
        elif columns and (_opens(line) or _STOP.match(line.text) or len(line.text) > _WIDE):
            parted += [one for _, column in columns for one in column] + [line]
            columns = []
        elif columns:
            for place, cell in cells:
                min(columns, key=lambda column: abs(column[0] - place))[1].append(cell)
        else:
            parted.append(line)
    return parted + [one for _, column in columns for one in column]


_WIDE = 160


def _cells_of(content: str, line: Line) -> list[tuple[int, Line]]:
    """What wide spaces part on a line, each with how far in it begins."""
    begin = content.rfind("\n", 0, line.start) + 1
    return [
        (
            line.start + match.start() - begin,
            Line(line.start + match.start(), line.start + match.end(), match[0]),
        )
        for match in re.finditer(r"\S+(?:[ \n]\S+)*", line.text)
    ]


def _joined(content: str, end: int, tabled: set[int]) -> list[Line]:
    """The lines outside tables, with those that go on a line above joined to it."""
    lines: list[Line] = []
    for line in lines_of(content, Span(0, end)):
        if not line.text or line.text.startswith("|") or line.start in tabled:
            continue
        above = lines[-1] if lines else None
        if above and _GOES_ON.match(line.text) and _PERSON.search(above.text):
            lines[-1] = Line(above.start, line.end, content[above.start : line.end])
        else:
            lines.append(line)
    return lines


def _unmarked(line: Line) -> Line:
    """A list item without its mark."""
    mark = re.match(r"(?:[-–•*]|\d{1,2}[.)]?)\s+(?=[A-ZÅÄÖ])", line.text)
    if mark is None:
        return line
    return Line(line.start + mark.end(), line.end, line.text[mark.end() :])


def _head(text: str) -> tuple[str, str]:
    """A label and what follows it: after a colon, or in the next column."""
    columns = re.match(
        r"(?P<head>[A-ZÅÄÖ][a-zåäö ]+?)(?::\s*|\s{3,}|\t+)(?P<rest>\S.*)$", text
    )
    if columns:
        return columns["head"], columns["rest"]
    return text.rstrip(":"), ""


def _rows(document_id: str, text: Text, line: Line, group: _Group) -> Iterable[Attendance]:
    people = list(_PERSON.finditer(line.text))
    if not people:
        official = _official(document_id, text, line, group)
        return [official] if official else []
    replaced = {m.start("name") for m in _FOR.finditer(line.text)}
    listed = [m for m in people if m.start("name") not in replaced]
    if not listed:
        return []
    return [
        _row(document_id, text, line, (match, following, group))
        for match, following in zip(
            listed, [m.start() for m in listed[1:]] + [len(line.text)], strict=True
        )
    ]


def _row(
    document_id: str, text: Text, line: Line, found: tuple[re.Match[str], int, _Group]
) -> Attendance:
    match, following, group = found
    note = line.text[match.end() : following]
    title = _ROLE.match(match["name"])
    first = not _PERSON.search(line.text, 0, match.start())
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
    if replaces:
        role = Role.TJÄNSTGÖRANDE_ERSÄTTARE
    elif above and group.role in MEMBERS and _substitute_next(line.text[: match.start()]):
        role = Role.ERSÄTTARE
    return Attendance(
        document_id=document_id,
        name=" ".join(match["name"][cut:].split()),
        party=canonical(match["party"]),
        role=role,
        present=group.present
        and not _struck(text, start, end)
        and (bool(items) or not _is_away(own_note, alone=first and not line.text[following:])),
        substitutes_for=_served_for(stands_in, above if replaces else None),
        items=items,
        start=start,
        end=end,
    )


def _is_away(note: str, *, alone: bool) -> bool:
    """Whether a note says that somebody was not there. A dash says so only beside the one
    name of a line: elsewhere it parts names."""
    dash = alone and note.strip() in ("-", "–", "—")
    return dash or bool(_ABSENT_NOTE.search(note) or _REPLACED_BY.search(note))


def _person_before(line: Line, match: re.Match[str]) -> re.Match[str] | None:
    """The last person named before somebody on the same line."""
    return next(reversed(list(_PERSON.finditer(line.text, 0, match.start()))), None)


def _substitute_next(before: str) -> bool:
    return bool(_SUBSTITUTE_NEXT.search(before))


def _served_for(stands_in: re.Match[str] | None, above: re.Match[str] | None) -> str | None:
    found = stands_in or above
    return " ".join(found["name"].split()) if found else None


def _role(note: str, group: _Group, stands_in: bool) -> Role:
    if stands_in:
        return Role.TJÄNSTGÖRANDE_ERSÄTTARE
    if group.role == Role.LEDAMOT and VICE.search(note):
        return Role.VICE_ORDFÖRANDE
    if group.role == Role.LEDAMOT and CHAIR.search(note):
        return Role.ORDFÖRANDE
    return group.role or Role.ÖVRIG


def _official(document_id: str, text: Text, line: Line, group: _Group) -> Attendance | None:
    """Somebody without a party: officials, guests."""
    if group.role not in (Role.TJÄNSTEPERSON, Role.ÖVRIG):
        return None
    match = _OFFICIAL.match(line.text) or re.fullmatch(rf"(?P<name>{NAME})", line.text)
    if match is None:
        return None
    title = _TITLES.match(match["name"])
    start = line.start + match.start("name") + (title.end() if title else 0)
    end = line.start + match.end("name")
    return Attendance(
        document_id,
        text.content[start:end],
        None,
        group.role,
        not _struck(text, start, end),
        start=start,
        end=end,
    )


def _struck(text: Text, start: int, end: int) -> bool:
    covered = sum(max(0, min(end, s.end) - max(start, s.start)) for s in text.struck)
    return covered > (end - start) / 2


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
            " ".join(match["name"].split()),
            canonical(match["party"]),
            Role.LEDAMOT,
            present=False,
            start=line.start + match.start("name"),
            end=line.start + match.end(),
        )
        for match in _FOR.finditer(line.text)
        if match["party"]
    ]


_STRENGTH = [Role.ORDFÖRANDE, Role.VICE_ORDFÖRANDE, Role.LEDAMOT, Role.TJÄNSTGÖRANDE_ERSÄTTARE]


def _stronger(one: Attendance, other: Attendance) -> Attendance:
    def rank(row: Attendance) -> tuple[int, int]:
        role = Role(row.role)
        return (_STRENGTH.index(role) if role in _STRENGTH else len(_STRENGTH), 0)

    best, second = sorted((one, other), key=rank)
    return replace(
        best,
        substitutes_for=best.substitutes_for or second.substitutes_for,
        items=best.items or second.items,
        present=best.present or (second.present and best.role not in MEMBERS),
    )
