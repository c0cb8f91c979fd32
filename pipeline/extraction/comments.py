"""What a party hands in on a paper of its own, to be put with the minutes: a reservation, a
comment, a proposal in a matter, an initiative. Its heading says which.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extraction.entry import Entry
from pipeline.extraction.meeting import SHORT_BODIES, body_line, nominative
from pipeline.extraction.outline import lines_of
from pipeline.extraction.positions import Evidence
from pipeline.extraction.statements import HYPOTHETICAL
from pipeline.language.party_names import canonical, known_letters
from pipeline.models import Span, Statement
from pipeline.reference import parties
from pipeline.words import Act, Basis

# The word at the end of the label tells the act.
_ACTS = {
    "remissvar": Act.REMISSVAR,
    "reservation": Act.RESERVATION,
    "mening": Act.RESERVATION,
    "ersättar": Act.ERSÄTTARYTTRANDE,
    "uttalande": Act.SÄRSKILT_UTTALANDE,
    "yttrande": Act.SÄRSKILT_YTTRANDE,
    "röstförklaring": Act.SÄRSKILT_YTTRANDE,
    "anteckning": Act.PROTOKOLLSANTECKNING,
    "yrkande": Act.YRKANDE,
    "budget": Act.YRKANDE,
    "initiativ": Act.SKRIVELSE,
    "förslag": Act.YRKANDE,
    "skrivelse": Act.SKRIVELSE,
}
_LETTERS = "|".join(sorted(known_letters()))
_NAMES = "|".join(re.escape(one.name) for one in parties())
_PARTY = rf"(?:(?-i:{_LETTERS})|{_NAMES})\b"
_FROM_PARTY = rf"från\s+{_PARTY}"
# "(S), (V)", "Liberalerna och Moderaterna i Vik": a line of parties and nobody else
PARTIES_ALONE = re.compile(
    rf"^[ \t|]*\(?{_PARTY}\)?(?:(?:[,/+]|\s+och\b)?\s*\(?{_PARTY}\)?)*"
    r"(?:\s+i\s+(?-i:[A-ZÅÄÖ])[\wåäö-]+)?[ \t|]*$",
    re.I | re.M,
)
COMMENT = (
    r"(?:(?:skriftlig|gemensam|blank|bifogad)t?\s+)*"
    r"(?:(?:budget)?reservation|(?:avvikande|skiljaktig)\s+mening|särskilt\s+(?:yttrande|uttalande)|protokollsanteckning|"
    r"ersättaryttrande|(?:yttrande|anteckning)\s+till\s+protokollet|"
    r"röstförklaring|remissvar|\w*yrkande(?:\s+om\s+(?:återremiss|bordläggning|avslag|bifall)\b)?|"
    r"(?:skugg)?budget(?:förslag|alternativ)|"
    r"(?:nämnd|ledamots|utskotts)?initiativ(?:ärende)?|"
    r"(?:yttrande|skrivelse|beslutsförslag|förslag\s+till\s+(?:beslut|budget)(?:\s+(?:för\s+)?\d{4})?|"
    rf"budget(?:förslag)?\s+(?:för\s+)?\d{{4}})(?=\s+{_FROM_PARTY})|yttrande)"
)
_ANYBODYS = re.compile(rf"\W*yttrande\b(?!\s+(?:till\s+protokollet|{_FROM_PARTY}))", re.I)
# A question to somebody, put and answered like an interpellation.
QUESTION = r"(?:(?:enkel|skriftlig|muntlig)\s+)?fråga"
# What goes on in the same line: whose paper it is, about what, for which meeting.
_GOES_ON = (
    r"(?:från|av|för|mot|(?:i\s+)?ärende|till|avseende|angående|gällande|rörande|om|över|\(|"
    r"\w*(?:nämnden|styrelsen|utskottet|fullmäktige)\b|KSAU\b|KS\b|KF\b|\d{4}-\d\d|[–-]\s|"
    rf"(?:{_PARTY}(?:[,/ \t]|och\b)*)+$)"
)
HEADED = re.compile(rf"^[ \t\W]*{COMMENT}(?:[^\w\n]*$|,?\s+{_GOES_ON})", re.I | re.M)
_OF_LABEL = re.compile(rf"^\W*{COMMENT}\s*", re.I)
BY_PARTIES = re.compile(rf"^\W*{COMMENT}\s+{_FROM_PARTY}", re.I)
# At the beginning of a line, a cell or a column.
_LABEL = re.compile(rf"(?:^\W*|[ \t]{{3,}}|\|\s*)(?P<label>{COMMENT})\b", re.I | re.M)
_SHORT_BODY = re.compile(rf"\b(?:{'|'.join(SHORT_BODIES)})\b")
_AGAINST = re.compile(
    r"\bmot\s+(?P<body>(?:kommun|region)(?:styrelsen|fullmäktige)|\w{4,}nämnden)s\s+beslut\b",
    re.I,
)
# "Därför reserverar vi oss mot beslutet": the sentence
_RESERVED = re.compile(
    r"(?:(?<=[.:]\s)|(?<=\n\n)|\A)[^.:\n](?:[^.:\n]|\n(?!\n))*\breserver(?:ar|ade)\s+(?:\w+\s+)?(?:oss|mig|sig)\b(?:[^.:\n]|\n(?!\n))*"
    r"\b(?:beslut\w*|förmån\s+för)(?:[^.:\n]|\n(?!\n))*\.?",
    re.I,
)
_HELD = re.compile(
    r"^\W*(?P<body>\w+(?:nämnden|styrelsen|utskottet|fullmäktige)),?\s+(?:den\s+)?"
    r"(?:\d{4}-\d\d-\d\d|\d{1,2}\s+[a-zåäö]{3,9}\s+\d{4})\W*$",
    re.M,
)
_AROUND = re.compile(
    rf"^(?:\w+:\s+)?(?:(?:{COMMENT}|skrivelse)(?:er)?\s+(?:[–-]\s+)?)?(?:(?:till|vid)\s+)?"
    rf"(?:mot\s+beslut(?:et)?\s+(?:i|av)\s+)?|(?:\s+§\s*\d+|\s+ärende\s+\d\S*|"
    r"(?<=[en])s\s+(?:sammanträde|möte)\b).*$",
    re.I,
)
_REMARKS = (Act.SÄRSKILT_UTTALANDE, Act.SÄRSKILT_YTTRANDE, Act.PROTOKOLLSANTECKNING)
_BESIDE = re.compile(r"[ \t]{3,}|\||,\s|\s+i\s+(?=[A-ZÅÄÖ])")


def handed_in(opening: str) -> list[re.Match[str]]:
    """The headings at the top of a document that announce such a paper. "Yttrande" may be
    anybody's: a party's has a line of nothing but parties beside it, or says whose it is."""
    found = list(HEADED.finditer(opening))
    own = PARTIES_ALONE.search(opening) or any(
        not _ANYBODYS.match(opening, one.start()) for one in found
    )
    return found if own else []


def lettered(cells: Sequence[str]) -> tuple[str, ...]:
    """The parties that the head of such a paper names by bare letters, behind its label or in
    a cell of their own a few cells below: "Yrkande", "D"."""
    label = next((n for n, cell in enumerate(cells) if HEADED.match(cell)), len(cells))
    beside = (_OF_LABEL.sub("", cell) for cell in cells[label : label + 5])
    below = (cell for cell in beside if PARTIES_ALONE.match(cell))
    named = (
        canonical(one) or one for one in re.findall(rf"\b(?:{_LETTERS})\b", next(below, ""))
    )
    return tuple(dict.fromkeys(named))


def comment_act(heading: str) -> Act | None:
    """The act that a heading calls the paper; None when it is no such paper."""
    told = _LABEL.search(heading)
    label = told["label"].casefold() if told else ""
    return next((act for word, act in _ACTS.items() if word in label), None)


def meeting_of(content: str, begins: int) -> str | None:
    """The body that a comment is handed in to: the first that a line above the words names
    alone or with a date, else by its letters, else the one with its date in a line further
    down, else whose decision it is against."""
    for line in lines_of(content, Span(0, begins)):
        for cell in _BESIDE.split(line.text):
            bare = _AROUND.sub("", cell).strip()
            named = body_line(bare[:1].upper() + bare[1:])
            if named:
                return named
    short = _SHORT_BODY.search(content, 0, begins)
    if short:
        return SHORT_BODIES[short[0]]
    told = _HELD.search(content) or _AGAINST.search(content)
    return nominative(told["body"]) if told else None


def as_substitute(said: Entry, words: str, closing: str) -> Entry:
    """A comment by those who say that they did not serve is a substitute's opinion."""
    if said.act == Act.ERSÄTTARYTTRANDE:
        return replace(said, by_substitute=True)
    if said.act not in (*_REMARKS, Act.RESERVATION):
        return said
    signed = re.findall(r"\b(?:tjänstgörande\s+)?ersättare\b", closing, re.I)
    named = bool(signed) and all(len(one.split()) == 1 for one in signed)
    everyone = named and len(signed) >= len(said.persons) > 0
    if everyone or HYPOTHETICAL.search(words):
        return replace(said, act=Act.ERSÄTTARYTTRANDE, by_substitute=True)
    return said


def reserved(rows: Sequence[Statement]) -> list[Evidence]:
    """What the written reservations of a paper say of their parties: those that say in a
    sentence against what body's decision they are."""
    return [
        Evidence(party, "reservation", Basis.RESERVATION, span, row.persons, row.statement_id)
        for row in rows
        if row.act == Act.RESERVATION and row.body and (told := _RESERVED.search(row.text))
        for span in [Span(row.start + told.start(), row.start + told.end())]
        for party in row.parties
    ]
