"""Which body met, and when: read from the top of a document."""

import re

from pipeline.extraction.companies import company_of
from pipeline.language.dates import find_dates, first_date
from pipeline.reference import table

# "KS" → "Kommunstyrelsen"
SHORT_BODIES: dict[str, str] = dict(
    row.split(" ", 1) for row in table("papers")["short_bodies"]
)
_TOP = 6_000
_NEAR_TOP = 300
_ENDINGS = (
    r"nämnden|nämnd|styrelsen|utskottet|utskott|fullmäktige|beredningen|delegationen|presidiet|"
    r"irektionen"
)
_FIRST = r"[A-ZÅÄÖ][\wåäöé-]*"
BODY = re.compile(
    rf"\b(?:Nämnden\s+för\s+[\wåäö-]+(?:\s+och\s+[\wåäö-]+)?|"
    rf"(?:Social|Stadsdels|Byggn)nämnd(?:en)?\s+[A-ZÅÄÖ]\w+|"
    rf"(?:{_FIRST}(?:,\s[a-zåäö-]+)?(?:-|\s)(?:och\s)?)?"
    rf"[A-ZÅÄÖa-zåäö][\wåäöé-]*(?:{_ENDINGS})|"
    r"Fullmäktige|Kommunfullmäktige|Nämnden)(?:s\b)?"
)
# A body alone on its line: "Äldre samt vård- och omsorgsnämnden", "Viks stads kulturnämnd".
# "Tekniska utskottet", "Hamnnämndens allmänna utskott", "Programnämnd social välfärd".
_BODY_LINE = re.compile(
    rf"(?:{_FIRST}(?:,?\s(?:och|samt|[\wåäö-]+)){{0,5}}?\s)?[\wåäöÅÄÖé-]+(?:{_ENDINGS})|"
    rf"{_FIRST}\s(?:{_ENDINGS})|{_FIRST}s\s[\wåäöé-]+\s(?:utskott|beredning)|(?:{_FIRST}\sn|N)ämnden\sför\s[\wåäö-]+(?:,?\s[\wåäö-]+){{0,4}}|[A-ZÅÄÖ][a-zåäö]*nämnd(?:en)?(?:\s(?:och|för|[\wåäö-]+)){{1,4}}"
)
_OWNER = re.compile(
    r"^[A-ZÅÄÖ][\wåäö-]+s\s+(?:(?:[Ss]tads?|[Kk]ommuns?)\s+|(?=kommun(?:fullmäktige|styrelse)))"
)
# "Protokoll Byggnadsnämnden 2023-02-15 1 (8)": what the line says beside the body.
_BESIDE_BODY = re.compile(
    r"^(?:(?:sammanträdes)?protokoll(?:sutdrag)?(?:\s+(?:för|från))?\s+(?=[A-ZÅÄÖ]))|"
    r"^(?:organ|nämnd/styrelse|forum|(?:besluts)?instans)\s*:?\s+(?=[A-ZÅÄÖ])|"
    # "Arbetsutskottet 2019-2022 Sammanträdesdatum: …"
    r"\s+\d{4}[-–]\d{4}\b.*|\s+sammanträdesdatum\b.*|\s+(?:sammanträdes)?protokoll\s*$|"
    r"\s{2,}\S.*|\s+i\s+(?-i:[A-ZÅÄÖ])\w+(?:\s(?:kommun|stad))?\s*$|,?\s+(?:\d{4}-\d\d-\d\d|(?:[a-zåäö]{2,4}dag(?:en)?\s+)?(?:den\s+)?\d{1,2}\s+[a-zåäö]{3,9}\s+\d{4}|"
    r"\d{1,3}\s*\(\d{1,3}\)|§.*)\s*$",
    re.IGNORECASE,
)
# Words of headings and sentences, which no body bears in its name.
_NO_BODY = re.compile(
    r"\b(?:förslag|besluta?r?|protokoll|yttrande|yrkande\w*|skrivelse|remiss|svar|motion|val|"
    r"till|från|vid|i|har|att|av|om|ett|för\s+\w+(?:nämnden|styrelsen|fullmäktige))\b",
    re.IGNORECASE,
)


# What every body has in its name: most lines name none.
_OF_BODIES = re.compile(
    r"nämnd|styrelse|irektion|utskott|fullmäktige|beredning|delegation|presidie"
)


def body_line(line: str) -> str | None:
    """The body a line names, if it names nothing else; without the municipality it belongs
    to."""
    if not _OF_BODIES.search(line.casefold()):
        return None
    alone = _without_rest(line.strip(" []"))
    bare = _OWNER.sub("", alone)
    if bare != alone:
        bare = re.sub(r"nämnd$", "nämnden", bare[:1].upper() + bare[1:])
    if len(bare) > 70 or bare.startswith("För ") or _NO_BODY.search(bare):
        return None
    if not (BODY.fullmatch(bare) or _BODY_LINE.fullmatch(bare)):
        return None
    return nominative(bare)


def _without_rest(line: str) -> str:
    """The line without the name of the paper before the body, and date and page after it."""
    previous = None
    while previous != line:
        previous, line = line, _BESIDE_BODY.sub("", line)
    return line.capitalize() if line.isupper() else line


_HELD = re.compile(
    rf"(?:fört\s+vid|från|för)\s+(?P<body>[\wåäöéÅÄÖ –-]*?(?:{_ENDINGS}|nämnd\s+\w+))s?\s+"
    r"(?:sammanträde|möte)|\bprotokoll\s+(?:för|från)\s+"
    r"(?:(?:sammanträde|möte)\s+(?:med|i)\s+)?(?P<held>[\wåäöéÅÄÖ –-]*?"
    rf"(?:{_ENDINGS}))(?:\s+i\s+[A-ZÅÄÖ]|\s*$|\s*\n)",
    re.IGNORECASE | re.MULTILINE,
)
_MEETING_DATE = (
    re.compile(r"sammanträdesda(?:tum|g)\s*:?\s*(?P<date>[^\n]*\n*[^\n]*)", re.I),
    re.compile(
        r"(?:sammanträde|möte|protokoll)\b[^§]{0,120}?(?P<date>\d{1,2}\s+\w+\s+\d{4}|"
        r"\d{4}-\d\d-\d\d)",
        re.I,
    ),
    re.compile(
        r"^\s*(?:datum|tid|tid och plats)\s*:?\s*(?P<date>[^\n]*\n?[^\n]*)", re.I | re.M
    ),
)
# What has a date beside it and is no place.
NO_PLACE = (
    r"(?!\w*(?i:skrivelse|utlåtande|yttrande|utdrag|protokoll|motion|rapport|kallelse|"
    r"handling(?:ar)?|förslag|bilaga|promemoria|tid|datum|daterad|sammanträde|möte|dag|dagen)\b)"
)
# "Vik den 5 januari 2022": where and when a paper is signed
SIGNED = re.compile(
    rf"^[ \t]*{NO_PLACE}(?P<place>[A-ZÅÄÖ][\wåäö-]+(?:\s[A-ZÅÄÖ][\wåäö-]+)?)"
    r"[ \t,]+(?:den\s+)?(?=\d{1,2}\s+[a-zåäö]+\s+\d{4}|\d{4}-\d\d-\d\d)",
    re.MULTILINE,
)


def meeting_date(content: str) -> str | None:
    """The date of the meeting, by the first of these that is printed: the field for it, the
    line that names the meeting, the field for time and place, any date at the top."""
    top = content[:_TOP]
    for pattern in _MEETING_DATE:
        for match in pattern.finditer(top):
            date = first_date(match["date"])
            if date:
                return date
    anywhere = re.search(_MEETING_DATE[0].pattern, content, re.I)
    return first_date(anywhere["date"]) if anywhere else first_date(top[:1_500])


# "Barn- och hamnnämnden" in running text.
_NAMED = re.compile(
    r"\b(?:[A-ZÅÄÖ][\wåäö]*-(?:,\s[\wåäö]+-?)*\s(?:och|samt)\s)?"
    r"[\wåäö-]+(?:nämnden|styrelsen|fullmäktige|utskottet|irektionen)\b"
)


# "Direktionens protokoll 4 mars 2021"
_OWN_MINUTES = re.compile(
    rf"^\W*(?P<body>[\wåäöÅÄÖ -]*?(?:{_ENDINGS}))s\s+protokoll\b", re.IGNORECASE | re.MULTILINE
)


def meeting_body(content: str) -> str | None:
    """The body that met: named in the heading of the minutes, else alone on a line; of a
    company its name."""
    company = company_of(content)
    if company:
        return company
    held = _HELD.search(content[:_TOP])
    if held:
        return nominative(held["body"] or held["held"])
    candidates = dict.fromkeys(
        body
        for line in content.splitlines()
        if len(" ".join(line.split())) < 80 and (body := body_line(line))
    )
    ranked = [*candidates]
    if len(ranked) > 1:
        ranked.sort(key=lambda body: -_decisions_of(body, content))
    own = _OWN_MINUTES.search(content[:_NEAR_TOP])
    chosen = ranked[0] if ranked else own and own["body"].strip()
    if chosen is None:
        named = _NAMED.search(content[:_NEAR_TOP])
        chosen = named[0] if named else None
    return _owned(nominative(chosen), content) if chosen else None


_ABOVE_COMMITTEE = re.compile(
    r"^[ \t|]*(?P<owner>[A-ZÅÄÖ][\w -]*(?:nämnden|styrelsen))[ \t|]*\n[ \t|]*\n?[ \t|]*"
    r"arbetsutskottet\b",
    re.IGNORECASE | re.MULTILINE,
)


def _owned(body: str, content: str) -> str:
    """A committee that its heading names without whose it is, as it is called where it
    acts: "Socialnämndens arbetsutskott beslutar"; one of many such below the line that names
    whose it is."""
    if " " in body or not body.endswith("utskottet"):
        return body
    bare = body.lower().removesuffix("et")
    above = _ABOVE_COMMITTEE.search(content[:_TOP]) if body == "Arbetsutskottet" else None
    owner = body_line(above["owner"]) if above else None
    if owner:
        return f"{owner}s {bare}"
    acting = rf"^[ \t]*([A-ZÅÄÖ][\wåäö-]*(?:nämnd|styrels)ens {bare})\s+\w+(?:ar|er|år)\b"
    whose = set(re.findall(acting, content, re.MULTILINE))
    return whose.pop() if len(whose) == 1 else body


def _decisions_of(body: str, content: str) -> int:
    """How many sentences say that a body decides; the first named wins a tie."""
    acts = (
        r"(?:beslut|godkänn|tillstyrk|avstyrk|föreslår|remitter|återremitter|lägger|"
        r"antar|fastställ|ställ)"
    )
    return len(re.findall(rf"^[ \t\d.]*{re.escape(body)}\s+{acts}", content, re.M | re.I))


def nominative(body: str) -> str:
    """ "socialnämndens" and "Socialnämnd" → "Socialnämnden", "Socialnämnd Nordost" as it
    is."""
    bare = " ".join(body.split())
    if re.search(r"(?:en|et|ige)s$", bare):
        bare = bare[:-1]
    bare = re.sub(r"^(\w+)nämnd$", r"\1nämnden", bare)
    return bare[:1].upper() + bare[1:]


def signing_date(content: str) -> str | None:
    """The date beside the signature: "Vik den 5 januari 2022", else the only date at the
    end."""
    signed = [find_dates(content[m.end() :][:30]) for m in SIGNED.finditer(content)]
    dates = [found[0][1] for found in signed if found]
    return dates[-1] if dates else None
