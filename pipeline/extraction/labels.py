"""Acts without a verb: names beside a colon, a label or a list, below a heading for them."""

import re
from collections.abc import Iterable
from dataclasses import replace

from pipeline.extraction.clauses import Clause
from pipeline.extraction.context import Context, mentioned, resolve_mention
from pipeline.extraction.listed import BETWEEN, list_before
from pipeline.language.mention import Mention
from pipeline.language.party_names import canonical
from pipeline.models import Span

# "Eva Ek (S) och Bo Alm (M): Bifall till motionen", "Eva Ek (S), avslag": who and what.
# Several may be told on one line: "Eva Ek (S) bifall, Bo Alm (M) avslag".
_NEXT = (
    r"(?-i:[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+){1,3} \([A-ZÅÄÖ]{1,4}\)),?:? "
    r"(?:bifall|avslag|återremiss|bordläggning)\b"
)
_LABELLED = re.compile(
    rf"(?:^[ \t]*|(?<=[,;.] )(?={_NEXT}))"
    r"(?:(?:\d{1,2}[.)]|[-–•])[ \t]+)?(?P<who>[^\s:](?:[^:\n]|\n(?!\s*\n)){0,400}?)"
    r"(?::[ \t]*\n?[ \t]*|[ \t]+[-–](?:[ \t]+|[ \t]*\n[ \t]*)|"
    r",?[ \t]+(?=bifall(?!\s+av\b)|avslag(?!s)|avslår\b|återremiss(?!y)|bordläggning(?!s)))"
    r"(?P<said>(?:i\s+första\s+hand\s+)?(?:bifall|avslag|avslår|återremi|bordlägg|besvara|"
    r"tillägg|ändring|yrk\w+\s+(?:bifall|avslag)|(?:motionen|ärendet)\s+ska\b|"
    rf"att\s)(?:(?![,;.] {_NEXT})[^\n])*(?:\n[ \t]*"
    # a line that goes on, also with the surname of somebody named: "till Eva⏎Eks (S) yrkande"
    r"(?-i:[a-zåäö(]|(?<![.:;]\n)[A-ZÅÄÖ][\w-]+ \([A-ZÅÄÖ]{1,4}\)\s)[^\n:]*(?=\n|\Z))*)",
    re.IGNORECASE | re.MULTILINE,
)


# "Eva Ek (S) och Bo Alm (M): Skolan ska vara kvar.", and perhaps one more on the same line
_ONE = r"[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+){1,3} \([A-ZÅÄÖ]{1,4}\):"
_AFTER_NAMES = re.compile(
    rf"(?:^[ \t]*|(?<=[.;] )(?={_ONE}))(?P<who>[^\s:][^:\n]{{3,300}}?\)):[ \t]*"
    rf"(?P<said>[A-ZÅÄÖa-zåäö](?:(?!(?<=[.;]) {_ONE})[^\n])*"
    r"(?:\n[ \t]*[a-zåäö(][^\n:]*(?=\n|\Z))*)",
    re.MULTILINE,
)


# "| Eva Ek (S) | Bifall till förslaget |": a row of a table
_ROW = re.compile(
    r"^[ \t]*\|[ \t]*(?:\d{1,2}[.)]?[ \t]*\|[ \t]*)?(?P<who>[^|\n]{3,300}?)[ \t]*\|[ \t]*"
    r"(?P<said>(?:i\s+första\s+hand\s+)?"
    r"(?:bifall|avslag|återremi|bordlägg|yrkar|tillägg|ändring|att\s|\w*nämnden\s+ska\s)"
    r"[^|\n]*?)[ \t]*\|",
    re.IGNORECASE | re.MULTILINE,
)


# "| 1 | Bifall till förslaget | Eva Ek (S), Bo Alm (M) |"
_ROW_OF_WISH = re.compile(
    r"^[ \t]*\|[ \t]*(?:\d{1,2}[.)]?[ \t]*\|[ \t]*)?"
    r"(?P<said>(?:bifall|avslag|återremi|bordlägg|tillägg|ändring|att\s)[^|\n]*?)[ \t]*\|"
    r"[ \t]*(?P<who>(?-i:[A-ZÅÄÖ])[^|\n]{1,300}?)[ \t]*\|",
    re.IGNORECASE | re.MULTILINE,
)


# "Eva Ek (S) till förmån för eget förslag.", "S-gruppen till förmån för …", one below the
# other under "Reservation"
_IN_FAVOUR = re.compile(
    r"^[ \t]*(?P<who>[^\s:|][^:\n|]{3,200}?(?:\)|(?<=[a-zåäö]))),?[ \t]+"
    r"(?P<said>(?:mot[ \t]+beslutet[ \t]+)?till[ \t]+förmån[ \t]+för\b[^\n]*"
    r"(?:\n[ \t]*[a-zåäö(][^\n:]*(?=\n|\Z))*)",
    re.MULTILINE,
)
# "S reserverar sig för sitt yrkande, Centerpartiet till förmån för …": the verb goes for all.
_CHAINED = re.compile(
    r"(?:[,;]|\boch\b|\bsamt\b|\bmedan\b)\s+(?:liksom\s+|"
    r"även\s+)*(?P<who>[A-ZÅÄÖ][^,;.:]{0,80}?)\s+"
    r"(?P<said>(?:mot\s+beslutet|till\s+förmån\s+för)\b(?:[^,;.]|,(?!\s+[A-ZÅÄÖ]))*?)"
    r"(?=[,;]?\s+(?:(?:och|samt|medan)\s+)?[A-ZÅÄÖ][^,;.]{0,80}?\s+"
    r"(?:mot\s+beslutet|till\s+förmån)|[;.]|,\s|\Z)"
)
# "Bifall till förslaget: Eva Ek (S), Bo Alm (V)", one below the other
_NAMES_BESIDE = re.compile(
    r"^[ \t]*(?:(?:\d{1,2}[.)]|[-–•])[ \t]+)?(?P<said>(?:(?:yrkande\s+om|för)\s+)?"
    r"(?:bifall|avslag|återremiss|bordläggning)[^\n:]{0,200}?)[ \t]*:[ \t]*\n?[ \t]*"
    r"(?P<who>(?-i:[A-ZÅÄÖ])[^\n:]{2,300}?(?:,\n[^\n:]{2,300}?)*)[ \t.]*$",
    re.IGNORECASE | re.MULTILINE,
)
_MOVED = (_LABELLED, _AFTER_NAMES, _ROW, _ROW_OF_WISH, _NAMES_BESIDE)
# "Kristdemokraterna: Lokalerna är små.", "Sverigedemokraternas särskilda yttrande"
_WHOSE = (
    re.compile(
        r"^[ \t]*(?P<who>[^\s:|][^:\n|]{0,120}?):[ \t]*(?P<said>\S[^\n]*)", re.MULTILINE
    ),
    re.compile(
        r"^[ \t]*(?P<who>[^\s:|][^:\n|]{0,120}?)(?<=[a-zåäöA-Z)])s[ \t]+"
        r"(?P<said>(?:(?:särskilda|skriftliga|gemensamma)[ \t]+)*(?:yttrande|uttalande|"
        r"reservation|"
        r"anteckning|protokollsanteckning|röstförklaring)[ \t]*:?)[ \t]*$",
        re.MULTILINE,
    ),
)


def moved_by(context: Context, start: int, end: int) -> list[Clause]:
    """What is moved without a verb, under a heading for it: names, a colon, the proposal."""
    stretch = Span(start, end)
    forms = (
        (_BELOW_NAMES, *_MOVED) if _NAMES_FIRST.match(stretch.of(context.content)) else _MOVED
    )
    return _without_verb(context, stretch, "yrkande", forms) + _behind(context, stretch)


# "Eva Ek (S)" on a line of its own, and below it "– avslag på punkt 2" and "– bifall i övrigt"
_NAMED = r"[A-ZÅÄÖ][^\n:.]{3,200}?\([A-ZÅÄÖ]{1,4}\)"
_LINE = (
    rf"[ \t]*(?:(?:[-–•*]|\d{{1,2}}[.)])[ \t]+(?!{_NAMED}[ \t]*:?$)|"
    r"(?=(?:bifall|avslag|återremi|bordlägg|att[ \t]|yrkar[ \t])))"
)
_BELOW_NAMES = re.compile(
    rf"^[ \t]*(?:[-–•][ \t]+)?(?P<who>{_NAMED})[ \t]*:?[ \t]*\n\s*{_LINE}"
    rf"(?P<said>[^\n]+(?:\n(?:{_LINE}|[ \t]*(?-i:[a-zåäö(]))[^\n]+)*)",
    re.IGNORECASE | re.MULTILINE,
)
# Who moved stands above what, where the section opens with a name: else it may be the
# other way round.
_NAMES_FIRST = re.compile(rf"\s*{_BELOW_NAMES.pattern.removeprefix('^')}", _BELOW_NAMES.flags)


# "1) Bifall till styrelsens förslag. (M, KD, C)": by which parties
_BEHIND = re.compile(
    r"^[ \t]*(?:(?:\d{1,2}[.)]|[-–•])[ \t]*)?"
    r"(?P<said>(?i:bifall|avslag|återremiss|bordläggning)"
    r"[^\n():]*?)[ \t]*\((?P<who>[A-ZÅÄÖ]{1,4}(?:,[ ]?[A-ZÅÄÖ]{1,4})*)\)[ \t]*\.?[ \t]*$",
    re.MULTILINE,
)


def _behind(context: Context, stretch: Span) -> list[Clause]:
    """Proposals with the letters of those who made them in brackets behind."""
    found = []
    for match in _BEHIND.finditer(context.content, stretch.start, stretch.end):
        letters = re.findall(r"[A-ZÅÄÖ]+", match["who"])
        by = Mention(*match.span("who"), None, tuple(filter(None, map(canonical, letters))))
        if {*letters} <= context.letters:
            said, ends = match.span("said")
            found.append(Clause("yrkande", "subject", (by,), said, said, ends))
    return found


# "Eva Ek (V), ersättare, ber att få antecknat: Jag hade röstat nej."
_REMARKS = re.compile(
    r"^[ \t]*(?P<who>[^\s:|][^:\n|]{0,120}?),?[ \t]+(?:(?-i:[a-zåäö]+),?[ \t]+){0,8}?"
    r"(?:anteckna|notera|anför|framför|uttala|påpeka|meddela)\w*"
    r"(?:[ \t]+till[ \t]+protokollet)?:[ \t]*(?P<said>\S[^\n]*)",
    re.IGNORECASE | re.MULTILINE,
)


def remarked_by(context: Context, start: int, end: int, *, told: bool = False) -> list[Clause]:
    """What is remarked without a verb, under a heading for it: names and a colon, or
    "Vänsterpartiets särskilda yttrande"; ``told``: also with a verb before the colon."""
    beside, above = _WHOSE
    forms = (_REMARKS, beside) if told else (beside,)
    said = _without_verb(context, Span(start, end), "anför", forms)
    # "Moderaterna: …" further down may be what somebody tells of them.
    opens = bool(said) and not context.content[start : said[0].start].strip()
    said = [one for one in said if one.persons or opens]
    return said + _without_verb(context, Span(start, end), "anför", (above,))


def reserved_by(context: Context, start: int, end: int) -> list[Clause]:
    """Who reserves themselves in favour of what, without a verb, under a heading for it."""
    return _without_verb(context, Span(start, end), "reservation", (_IN_FAVOUR,))


def chained(context: Context, clause: Clause) -> list[Clause]:
    """A clause, and after a reservation the others of its sentence that share its verb."""
    if clause.act != "reservation":
        return [clause]
    said = Span(clause.said, clause.end)
    others = [
        one
        for one in _without_verb(context, said, "reservation", (_CHAINED,))
        if {*one.parties, *one.persons} - {*clause.parties, *clause.persons}
    ]
    if not others:
        return [clause]
    own = context.content[clause.start : others[0].start]
    return [replace(clause, end=clause.start + len(_LINKED.sub("", own))), *others]


_LINKED = re.compile(r",?\s+(?:liksom|även)\s*\Z", re.IGNORECASE)


def _without_verb(
    context: Context, stretch: Span, act: str, forms: Iterable[re.Pattern[str]]
) -> list[Clause]:
    """What the forms find in a stretch, which may begin behind its heading on one line; each
    tells ``who`` and what is ``said``."""
    text = stretch.of(context.content)
    found: dict[int, Clause] = {}
    for match in (m for form in forms for m in form.finditer(text)):
        who = match["who"]
        listed = list_before(who, len(who), mentioned(context, who))
        actors = listed or _letters_alone(context, who)
        if actors and BETWEEN.fullmatch(who[: actors[0].start]):
            acting = tuple(resolve_mention(context, one) for one in actors)
            opens = stretch.start + min(match.start("who"), match.start("said"))
            said, ends = (stretch.start + edge for edge in match.span("said"))
            found.setdefault(said, Clause(act, "subject", acting, opens, said, ends))
    return list(found.values())


def _letters_alone(context: Context, who: str) -> list[Mention]:
    """The party whose letters are all that stands before a colon: "SD: återremiss"."""
    party = canonical(who.strip()) if who.strip() in context.letters else None
    return [Mention(0, len(who), None, (party,))] if party else []
