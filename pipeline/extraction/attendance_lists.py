"""The lists at the top of minutes: which lines stand under which heading."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from pipeline.extraction.attendance_headings import headed_in_words
from pipeline.extraction.attendance_table import NAME, Heading
from pipeline.extraction.outline import Line, lines_of
from pipeline.language.party_names import LETTERS
from pipeline.models import Span, Text
from pipeline.words import MEMBERS, Role

# Headings of the lists; the role of those below, and whether they were there.
_GROUPS: tuple[tuple[re.Pattern[str], Role | None, bool], ...] = tuple(
    (re.compile(forms), role, present)
    for forms, role, present in (
        (
            r"(?:närvarande,? )?(?:ej|icke|inte)[ -](?:tjänstgörande|beslutande)"
            r"(?: ersättare)?|ej närvarande tjänstgörande ersättare|"
            r"(?:närvarande |övriga |\w*irektionens )?"
            r"ersättare(?: \(?(?:ej|icke) tjänstgörande\)?| närvarande| som (?:inte|ej) "
            r"tjänstgör(?:de)?)?",
            Role.ERSÄTTARE,
            True,
        ),
        (
            r"(?:frånvarande|förhindrade|ej närvarande) ersättare|ersättare frånvarande",
            Role.ERSÄTTARE,
            False,
        ),
        (
            r"tjänstgörande(?: ersättare)?|beslutande ersättare|"
            r"ersättare som tjänstgör(?:de)?",
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
            r"(?:närvarande |beslutande |tjänstgörande |\w*irektionens )?ledam(?:öter|ot)|"
            r"beslutande(?: ledamöter)?(?: och ersättare)?|närvarande(?: beslutande)?|"
            r"närvarolista|deltagare|"
            r"(?:närvarande )?ledamöter och (?:tjänstgörande )?ersättare",
            Role.LEDAMOT,
            True,
        ),
        (
            r"tjänste(?:personer|män|man)(?: och sekreterare)?|"
            r"(?:(?:övriga|närvarande) )*tjänste(?:personer|män)"
            r"(?: och övriga(?: närvarande)?)?|"
            r"förvaltningen|från \w*(?:förvaltningen|kontoret)|sekreterare|"
            r"föredragande(?: tjänstepersoner)?",
            Role.TJÄNSTEPERSON,
            True,
        ),
        (
            r"(?:övriga?|andra)(?: (?:närvarande|deltagare|deltagande|personer))*|"
            r"därutöver|dessutom(?: närvarande)?|"
            r"insynsplats(?:er)?|personalföreträdare|fackliga (?:företrädare|"
            r"representanter)",
            Role.ÖVRIG,
            True,
        ),
    )
)
STOP = re.compile(
    r"^(?:§\s*\d+\b|justering|justerade? |plats och tid för justering|underskrifter|"
    r"(?:ärende|innehålls)(?:lista|förteckning)|anslag|bevis|(?:utses|utsedda?)?\s*(?:till|att)\s+juster\w+|"
    r"juster(?:are|ande)\b|val av justerare|paragrafer|föredragningslista|dagordning)",
    re.IGNORECASE,
)
# "Eva Ek (S)", "Bo Alm (Viks Bästa)"; an office in brackets is no party
_LOCAL = (
    r"(?!(?i:\w*(?:ordf|ersätt|tjänst|ledamot|direktör|chef|sekreterare|strateg|ekonom|distans|"
    r"digital|teams|länk|frånvar|närvar|jurist|utredar|vice|via|del|kl|från|till|ej)))"
    r"[A-ZÅÄÖ][a-zåäö]{2,}(?:[ ](?:för[ ])?[A-ZÅÄÖ][a-zåäö]{2,}){0,3}"
)
PERSON = re.compile(
    rf"(?P<name>{NAME})[ \t]*\(\s*(?:(?P<party>{LETTERS}|-|–)|(?P<local>{_LOCAL}))\s*\)"
)
# Labels that stand before a name as its role and open no list.
_OWN_ROLE = frozenset({"ledamot", "sekreterare", "närvarande", "förvaltningen"})


@dataclass(frozen=True, slots=True)
class Group:
    """The people below a heading: their role, whether they were there, and the party that a
    heading of its own gives them. ``bare``: their names stand without letters; ``local``:
    local parties that stand behind them by their names. ``anyone``: the heading does not tell
    who decides."""

    role: Role | None
    present: bool
    party: str | None = None
    bare: bool = False
    local: frozenset[str] = frozenset()
    anyone: bool = False


_SOME = 3  # so many members named make a list
_ELSEWHERE = re.compile(
    r"\b(?:se|enligt|framgår\s+av)\s+(?:(?:bifogad|separat|särskild|nedanstående)\s+)?"
    r"(?:förteckning|bilaga|bilagd|närvaro|upprop|tjänstgörings)\w*",
    re.IGNORECASE,
)


# "Samtliga ledamöter med undantag av Bo Alm (M)": those named were away
ALL_BUT = re.compile(
    r"samtliga(?:\s+\w+)?\s+(?:med\s+undantag\s+(?:av|för)|utom|förutom)\b", re.IGNORECASE
)


def listed_elsewhere(text: Text, end: int) -> bool:
    """Whether the list at the top sends the reader to another, which is not printed below it
    there: whom it names are not all."""
    label, sent, below = None, False, 0
    for line in lines_of(text.content, Span(0, end)):
        opened = opens(line)
        label = opened[0] if opened else (label if not STOP.match(line.text) else None)
        here = opened[1].text if opened else line.text
        if label and label.role in MEMBERS:
            if ALL_BUT.match(here):
                return True
            sent = sent or bool(_ELSEWHERE.match(here))
            below += sent and len(PERSON.findall(here))
    return sent and below < _SOME


def serving_substitutes(lines: Sequence[Line]) -> int | None:
    """Where the list below "Ersättare" begins whose people serve: the one among those who
    decide, where further down other substitutes stand among others present."""
    lists = [opened for line in lines if (opened := opens(line) or labelled(line, None))]
    roles = [group.role for group, _ in lists if group.present]
    named = [role for role in roles if role in (Role.ERSÄTTARE, Role.ÖVRIG, Role.LEDAMOT)]
    told = [Role.LEDAMOT, Role.ERSÄTTARE, Role.ÖVRIG, Role.ERSÄTTARE]
    if [r for n, r in enumerate(named) if n == 0 or named[n - 1] != r][:4] != told:
        return None
    return next(rest.start for group, rest in lists if group.role == Role.ERSÄTTARE)


def headings_above(content: str, end: int) -> dict[int, Heading]:
    """What the heading of a list says of those below it, by where the next line begins; where
    it heads the names of a table, by where its own does."""
    lines = [line for line in lines_of(content, Span(0, end)) if line.text]
    found: dict[int, Heading] = {}
    for line, below in zip_longest(lines, lines[1:]):
        if first := _ABOVE_NAMES.match(line.text):
            start, stop = first.span("head")
            opened = opens(Line(line.start + start, line.start + stop, first["head"]))
            if opened:
                found[line.start] = Heading(opened[0].role, opened[0].present, True)
        elif below and (opened := opens(line)) and not opened[1].text:
            found[below.start] = Heading(opened[0].role, opened[0].present)
    return found


# "| Närvarande | Parti |", "Ej tjänstgörande ersättare      Parti"
_ABOVE_NAMES = re.compile(
    r"\|?\s*(?P<head>[A-ZÅÄÖ][a-zåäö ]+?)(?:\s*\||\s{3,})\s*parti(?=\s*(?:\||$)|\s{3,})",
    re.IGNORECASE,
)


# A heading of other words for those who are there without serving.
_NOT_SERVING = re.compile(
    r"[a-zåäö ]{0,30}\b(?:ej|icke|inte)\b[a-zåäö ]{0,30}\bersättare\b[a-zåäö ]{0,20}"
)


_ANYONE = frozenset(
    {
        *("närvarande", "närvarolista", "deltagare"),
        *("ledamöter och ersättare", "närvarande ledamöter och ersättare"),
    }
)


def opens(line: Line) -> tuple[Group, Line] | None:
    """The list a line opens, and what is left of the line after its heading."""
    head, rest = _head(line.text)
    bare = " ".join(head.replace(",", " ").split()).casefold()
    left = Line(line.end - len(rest.lstrip()), line.end, rest.strip())
    for pattern, role, present in _GROUPS:
        if pattern.fullmatch(bare):
            # "Närvarande      Ledamöter      Eva Ek (S)"
            group = Group(role, present, anyone=bare in _ANYONE)
            return (left.text and opens(left)) or (group, left)
    if worded := headed_in_words(bare):
        return Group(worded[0], True, anyone=worded[1]), left
    return (Group(Role.ERSÄTTARE, True), left) if _NOT_SERVING.fullmatch(bare) else None


# "ersättare      Bo Alm (M)" below "Tjänstgörande      Eva Ek (S)"
_LABEL_GOES_ON = re.compile(r"(?-i:[a-zåäö])+[ \t]{2,}(?=[A-ZÅÄÖ])")


def labelled(line: Line, group: Group | None) -> tuple[Group, Line] | None:
    """The list that the first words of a line open: "Beslutande ledamöter Eva Ek (S), …"."""
    if group and _LABEL_GOES_ON.match(line.text):
        return group, line
    gaps = list(re.finditer(r"(?<=\S)[ \t]+(?=[A-ZÅÄÖ])", line.text[:60]))
    for words in reversed(gaps):
        bare = " ".join(line.text[: words.start()].split()).casefold()
        inner = Line(line.start + words.end(), line.end, line.text[words.end() :])
        # "Övriga deltagande Ersättare: Eva Ek (S), …"
        if _label(bare) and (within := opens(inner)):
            return within
        lone = bare in _OWN_ROLE or (bare == "ersättare" and group and not group.present)
        if lone or not PERSON.match(line.text, words.end()):
            continue
        for pattern, role, present in _GROUPS:
            labels = re.fullmatch(rf"(?:beslutande\s+)?(?:{pattern.pattern})", bare)
            if labels:
                rest = line.text[words.end() :]
                start = line.start + words.end()
                return Group(role, present), Line(start, line.end, rest)
    return None


def _label(bare: str) -> bool:
    """Whether some words, in lower case, are the label of a list."""
    return any(pattern.fullmatch(bare) for pattern, _, _ in _GROUPS)


def parted(content: str, lines: list[Line]) -> list[Line]:
    """The lines with lists side by side ("Ledamöter      Ersättare" above two columns) one
    after the other."""
    parted: list[Line] = []
    heads: list[tuple[int, Line]] = []
    below: list[Line] = []
    for line in lines:
        cells = _cells_of(content, line)
        side_by_side = len(cells) > 1 and all(opens(cell) for _, cell in cells)
        if side_by_side or opens(line) or STOP.match(line.text) or len(line.text) > _WIDE:
            parted += _below_heads(content, heads, below)
            heads, below = (cells if side_by_side else []), []
            parted += [] if side_by_side else [line]
        else:
            (below if heads else parted).append(line)
    return parted + _below_heads(content, heads, below)


def _below_heads(
    content: str, heads: Sequence[tuple[int, Line]], below: Sequence[Line]
) -> list[Line]:
    """Each of several heads on one line with its list: the column below it, or, of as many
    lists that empty lines part, its own."""
    blocks = _blocks(content, below)
    rows = [_cells_of(content, line) for line in below]
    if len(blocks) == len(heads) > 1 and all(len(row) == 1 for row in rows):
        return [
            one
            for (_, head), block in zip(heads, blocks, strict=True)
            for one in (head, *block)
        ]
    columns = [(place, [head]) for place, head in heads]
    for place, cell in (cell for row in rows for cell in row):
        min(columns, key=lambda column: abs(column[0] - place))[1].append(cell)
    return [one for _, column in columns for one in column]


def _blocks(content: str, lines: Sequence[Line]) -> list[list[Line]]:
    """Lines that no empty line parts."""
    blocks: list[list[Line]] = []
    for line in lines:
        last = blocks[-1][-1].end if blocks else 0
        if blocks and content.count("\n", last, line.start) < _APART:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


_APART = 2  # line ends, with an empty line between them
_WIDE = 160


# What wide spaces part; a mark before a name belongs to it: "X  Eva Ek (S)"
_COLUMN = re.compile(r"(?:[XxTNF–—-][ ]{1,3}(?=[A-ZÅÄÖ]\w))?\S+(?:[ \n]\S+)*")


def _cells_of(content: str, line: Line) -> list[tuple[int, Line]]:
    """What wide spaces part on a line, each with how far in it begins."""
    begin = content.rfind("\n", 0, line.start) + 1
    return [
        (
            line.start + match.start() - begin,
            Line(line.start + match.start(), line.start + match.end(), match[0]),
        )
        for match in _COLUMN.finditer(line.text)
    ]


def unmarked(line: Line) -> Line:
    """A list item without its mark."""
    mark = re.match(r"(?:[-–•*]|\d{1,2}[.)]?)\s+(?=[A-ZÅÄÖ])|\*(?=[A-ZÅÄÖ])", line.text)
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
