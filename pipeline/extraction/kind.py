"""What kind of document a text is, from how it opens."""

import re

from pipeline.extraction.comments import QUESTION, handed_in
from pipeline.extraction.members_motion import is_members_motion
from pipeline.extraction.members_question import is_answer_to_member, is_members_question
from pipeline.extraction.officials import written_by_official
from pipeline.extraction.openings import letterhead, preliminary
from pipeline.extraction.outline import Line
from pipeline.extraction.parliament import states_opinion
from pipeline.extraction.retold import course, retold
from pipeline.models import Text
from pipeline.words import Kind

_HEAD = 2_500
_OPENING = 400
# A letterhead is often a table or set in columns: what a cell begins with stands like a line.
_CELL = re.compile(r"[ \t]*\|[ \t]*|(?<=\S)[ \t]{3,}(?=\S)")
# "§ 7", "KS § 7"
_ITEM = re.compile(
    r"^[ \t]*(?:[Dd]el[ \t]+av[ \t]+|[A-ZÅÄÖ][A-Za-zåäöÅÄÖ]{0,4}[ \t]+)?§[ \t]*\d+",
    re.MULTILINE,
)
_ANSWER = re.compile(
    rf"(?<!till\s)(?<!över\s)(?<!av\s)\b(?:svar\s+på|besvarande\s+av)\s+(?:en\s+)?(?:interpellation|{QUESTION})|"
    r"\binterpellationssvar\b|\btack\s+för\s+(?:din|er)\s+(?:interpellation|enkla\s+fråga)\b",
    re.I,
)
# A question is put and answered like an interpellation.
_INTERPELLATION = re.compile(
    r"^\W*(?:interpellation\b|(?:enkel|skriftlig|muntlig)\s+fråga\b|fråga\s+(?:till|ställd|av|från|om)\b|fråga\W*$)",
    re.I | re.MULTILINE,
)
_ON_MOTION = re.compile(
    r"^\W*remiss\w*(?:\s*:|\s+av)\s+motion|"
    r"^\W*(?:[\w, -]{3,60}s\s+)?(?:(?:förslag\s+till\s+)?"
    r"(?:svar\s+på|yttrande\s+(?:över|gällande|angående)|besvarande\s+av)|"
    r"remissvar\W)\s*[^\n]{0,40}?\b(?:motion|medborgarförslag|remiss)",
    re.I | re.MULTILINE,
)
_EXTRACT = re.compile(
    r"\butdrag\s+ur\s+protokoll|^\W*protokollsutdrag\s*$|"
    r"^\W*protokollsutdrag\s+sammanträdesdatum",
    re.I | re.MULTILINE,
)
# "Hamnnämnden Protokollsutdrag" at the head or the foot of every page
_EXTRACT_PAGES = re.compile(
    r"^(?:[^\n.|]{3,60}\s)?(?:protokollsutdrag|utdrag\s+ur\s+protokoll)"
    r"(?:\s+sammanträdesdatum\b[^\n]*)?\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_REPORT = re.compile(
    r"^\W*remissammanställning\b|^\W*föredragande\s+(?:borgarråd|kommunalråd)|"
    r"^\W*(?:utlåtande|handling)\s+(?:nr\s+|\d{4}:|\d{4}\s+nr\s+)|"
    r"^\W*utlåtande(?:\s+dnr\b|\W*$)",
    re.I | re.MULTILINE,
)
_COMMITTEE = re.compile(
    r"^\W*betänkande\b|\w*utskottet\s?s\s+betänkande\b", re.I | re.MULTILINE
)
_BALLOT_LIST = re.compile(r"^\W*(?:voteringslista|voteringsresultat|votering)\b", re.I)
_MINUTES = re.compile(
    r"\bprotokoll\s+(?:fört|från|nr)\b|\bsammanträdesprotokoll\b|^\W*protokoll\b|"
    r"^\W*[\w -]+s\s+protokoll\s+(?:den\s+)?\d",
    re.I | re.MULTILINE,
)
# What minutes say of themselves when they are signed and posted.
_POSTED = re.compile(
    r"\bANSLAG\s*/\s*BEVIS\b|\bprotokollet\s+är\s+justerat\b[^.]*\.\s*justeringen\b", re.I
)
_MOTION = re.compile(r"^\W*motion\b", re.I | re.MULTILINE)
_MOTION_ALONE = re.compile(r"^\W*motion(?:\s+till\s+\w*fullmäktige)?\W*$", re.I | re.MULTILINE)
# What minutes have, and no paper of a party's own.
_DECIDED = re.compile(r"^\W*(?:\w+s\s+)?beslut\W*$", re.I | re.M)
# Running text of some length that does not announce a paper.
_TOLD = re.compile(
    r"^(?!(?i:[^\n]*(?:motion|interpellation|fråga)))"
    r"[^\n]{20,}[a-zåäö]{3}\.[ \t]+[A-ZÅÄÖ][^\n]{10,}\.[ \t]*$",
    re.M,
)
# What a party answers when it is asked for its opinion has the party's name above it.
_REFERRED = re.compile(r"^\W*remissvar\b", re.I | re.MULTILINE)
# "Handling 2024 nr 41", below it "Motion av Eva Ek (S) om …": the motion as it was handed in
_NUMBERED = re.compile(
    r"^\W*handling\s+\d{4}\s+nr\s+\d+\s+motion\s+(?:av|från)\s", re.IGNORECASE | re.MULTILINE
)
_PROPOSED = re.compile(r"\b\w+styrelsen(?:s\s+förslag|\s+(?:föreslår|tillstyrker))\b", re.I)
_LETTER = re.compile(r"^\W*skrivelse\b", re.I | re.MULTILINE)


def kind_of(text: Text) -> Kind:
    """The kind of a document; ``övrigt`` when nothing says what it is.

    The order matters: an answer names its interpellation, a report retells minutes, and
    minutes name motions.
    """
    head, opening = (_CELL.sub("\n", text.content[:size]) for size in (_HEAD, _OPENING))
    announced = _TOLD.split(opening, maxsplit=1)[0]
    answers = bool(_REFERRED.search(announced))
    party = answers and bool(letterhead(opening, len(opening)))
    headings = handed_in(announced)
    comments = bool(headings) and not _DECIDED.search(text.content)
    comments = comments and (party or not answers)
    first = comments and _letterhead_only(opening[: headings[0].start()])
    items = len(_ITEM.findall(text.content)) - len(list(course(text.content)))
    begun = _ITEM.match(text.content.lstrip())  # below no head but that of each page
    headed = bool(begun and _EXTRACT_PAGES.search(text.around))
    minuted = bool(_EXTRACT.search(opening) or (items and _MINUTES.search(opening)))
    paper = items < 2 and not minuted
    rounds = () if minuted or items else retold(text.content)
    rules = (
        (Kind.MOTION, is_members_motion(text.content)),
        (Kind.INTERPELLATION, is_members_question(text.content) and paper),
        (Kind.INTERPELLATIONSSVAR, is_answer_to_member(text.content) and paper),
        (Kind.UTLÅTANDE, written_by_official(text.content) and paper),
        (Kind.SKRIVELSE, comments and paper and party),
        (Kind.UTLÅTANDE, not items and not _MINUTES.search(opening) and bool(rounds)),
        (Kind.SKRIVELSE, paper and first),
        (Kind.INTERPELLATIONSSVAR, _answers(opening) and paper),
        (Kind.INTERPELLATION, bool(_INTERPELLATION.search(opening)) and paper),
        (Kind.UTLÅTANDE, states_opinion(opening)),
        (Kind.BETÄNKANDE, bool(_COMMITTEE.search(opening))),
        (Kind.VOTERINGSLISTA, bool(_BALLOT_LIST.search(opening.strip()))),
        (Kind.PROTOKOLLSUTDRAG, bool(_EXTRACT.search(opening)) or headed),
        (Kind.MOTION, bool(_NUMBERED.search(opening)) and not _PROPOSED.search(head)),
        (Kind.UTLÅTANDE, bool(_REPORT.search(_above_items(opening)))),
        (Kind.UTLÅTANDE, bool(_REPORT.search(head)) and items < 3 and not minuted),
        (Kind.PROTOKOLL, items >= 2 or bool(_MINUTES.search(opening))),
        (Kind.UTLÅTANDE, bool(_REPORT.search(text.content))),
        (Kind.UTLÅTANDE, bool(_ON_MOTION.search(opening)) and not items),
        (Kind.MOTION, bool(_MOTION.search(announced))),
        (Kind.SKRIVELSE, bool(_LETTER.search(opening))),
        (Kind.PROTOKOLL, items >= 1),
        (Kind.MOTION, bool(_MOTION_ALONE.search(head))),
        (Kind.SKRIVELSE, comments),
        (Kind.PROTOKOLL, bool(_POSTED.search(text.content))),
    )
    return next((kind for kind, fits in rules if fits), Kind.ÖVRIGT)


def _letterhead_only(above: str) -> bool:
    """Whether lines say nothing but whose paper it is, to whom, when and under which number,
    and announce no other paper."""
    lines = (line.strip() for line in above.splitlines())
    other = _MOTION.search(above) or _INTERPELLATION.search(above)
    return not other and all(preliminary(Line(0, len(x), x)) for x in lines if x)


def _above_items(opening: str) -> str:
    """What stands above the first paragraph: below it minutes name the report they decide on,
    "§ 14 … (Utlåtande 2023:88)"."""
    return _ITEM.split(opening, maxsplit=1)[0]


def _answers(opening: str) -> bool:
    """Whether a paper opens as an answer: not where the question stands above it."""
    match = _ANSWER.search(opening)
    above = opening[: match.start()] if match else ""
    return bool(match) and not ("?" in above and _INTERPELLATION.search(above))
