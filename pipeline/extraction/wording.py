"""The words of a statement: what stands beside or below the clause that opens it, without the
signers' line, the heading and the secretary's remarks."""

import re

from pipeline.extraction.clauses import Clause
from pipeline.extraction.context import folded, trimmed
from pipeline.language.mentions import find_people
from pipeline.models import Span
from pipeline.words import Act

_POINTS_ON = re.compile(
    r"(?::|\bföljande\.?|\bbeslutar?|\byrk(?:ar|ade)(?:\s+(?:att|på))?|,\s+att|"
    r"\benligt nedan\.?)\s*$",
    re.IGNORECASE,
)
# Sentences of the secretary that follow an entry and are no words of the party.
_CLERICAL = re.compile(
    r"^(?:se\s+(?:bilaga|protokollsbilaga|vidare)|(?:reservationen|yttrandet|yrkandet|"
    r"uttalandet|"
    r"protokollsanteckningen|skrivelsen)\s+(?:i sin helhet\s+)?(?:biläggs|bifogas|"
    r"läggs|framgår|finns)|"
    r"(?:paragrafen|beslutet|ärendet|punkten)\s+(?:\w+\s+){1,3}justera\w*\.?$|"
    r"(?:paragrafen|beslutet|ärendet|punkten)\s+justeras\b|"
    r"protokollsutdrag\s+(?:skickas|sänds|expedieras|till)\b|bilaga\s+\w{1,3}\.?$|"
    r"skriftlig(?:t|a)?\s+(?:reservation|yttrande|uttalande|motivering)\w*\b[^.:\n]{0,60}\.?$|_{3,}|(?:-\s?){3,}$|\*+$)",
    re.IGNORECASE,
)
_POINT = re.compile(
    r"^[ \t]*(?:(?:\d{1,2}|[a-zåäö])[.)]|[-–•]|(?=att\s))[ \t]*(.+?)(?=\n[ "
    r"\t]*(?:(?:\d{1,2}|[a-zåäö])[.)]|[-–•]|att\s)|\n\s*\n|\Z)",
    re.MULTILINE | re.DOTALL | re.IGNORECASE,
)
# Acts whose words stand in the sentence that tells of them.
_IN_A_SENTENCE = frozenset({Act.YRKANDE, Act.FRÅGA})
_SOME_WORDS = 2
_SHORT_LINE = 40


def words_of(content: str, lead: Clause, end: int, act: Act) -> Span:
    """The span of what was said: the text below the lead, or the lead from its verb on."""
    if lead.place == "below":
        return trimmed(content, lead.said if act == Act.YRKANDE else lead.start, lead.end)
    colon = _TEXT_BELOW.search(content, lead.start, lead.end) if act != Act.YRKANDE else None
    if colon and (text := below(content, colon.end(), end)):
        return text
    said = trimmed(content, lead.said, lead.end)
    said = trimmed(content, said.start + _leading(said.of(content)), said.end)
    tail = said.of(content)
    noun_lead = lead.place == "after" and lead.act != "yrkande"
    opens = _POINTS_ON.search(content[lead.start : lead.end]) or (
        noun_lead and len(tail.strip(" .,:")) < 12
    )
    under = below(content, lead.end, end)
    whole = _TOLD.match(tail) or (under and _is_of_others(under.of(content), lead))
    if whole and not opens:
        under = None
    if under and (
        opens
        or (act not in _IN_A_SENTENCE and not noun_lead and not _only_records(under, content))
    ):
        listed = _LISTED.search(tail)
        if act == Act.YRKANDE and listed:
            return Span(said.start + listed.end(), under.end)
        begun = _NAMES_OBJECT.search(tail) or _quotes_on(tail)
        return Span(said.start, under.end) if act == Act.YRKANDE and begun else under
    quoted = _QUOTED.search(tail) if act != Act.YRKANDE else None
    if quoted:
        return trimmed(content, said.start + quoted.end(), end)
    if noun_lead and not opens and not under:
        return _some_words(said, lead, content)
    if lead.place == "after" and lead.act == "yrkande" and under and opens:
        return under
    if tail.startswith(":"):
        return trimmed(content, said.start + 1, said.end)
    return _some_words(said, lead, content)


# "föreslår⏎att …, samt⏎att därutöver anföra följande": points on lines of their own
_LISTED = re.compile(r"\n[ \t]*(?=(?:[-–•][ \t]*)?att\s)", re.IGNORECASE)
# "antecknar att hon hade röstat nej": what was said stands in the sentence
_TOLD = re.compile(
    r"(?:anteckna|meddela|framför|uppge|uppgav|förklara|anför|påpeka)\w*\s+"
    r"(?:till\s+protokollet\s+)?att\s",
    re.IGNORECASE,
)
# "… och Bo Alm (M):" with the words on the lines below, "… enligt följande: Vi anser"
_TEXT_BELOW = re.compile(
    r"(?::[ \t]*\n|\bföljande(?:\s\w+){0,2}:|\bmotivering(?:en)?:|\bföljande\.[ \t]*\n)"
    r"\s*(?=[”\"“]?[A-ZÅÄÖ]\w*\s)"
)


def _is_of_others(text: str, lead: Clause) -> bool:
    """Whether what stands below a whole sentence is no text of those who act in it: a heading
    whose words we do not know, or a sentence about somebody else."""
    first = text.partition("\n")[0]
    people = find_people(first)
    named = bool(people) and people[0].start == 0 and people[0].name not in lead.persons
    return named or bool(_ACTS.match(first)) or _opens_with_heading(text)


# "Byalistan deltar inte i beslutet": somebody acts whom we do not know.
_ACTS = re.compile(
    r"(?!(?:Vi|Jag|Därför|Med|Mot|Då|Som)\b)[A-ZÅÄÖ][\w-]*(?:\s[\w(),-]+){0,6}?\s(?:del"
    r"tar\s+(?:inte|ej)|"
    r"deltog\s+(?:inte|ej)|reserverar\s+sig|reserverade\s+sig|yrkar|avstår\s+från|avser|"
    r"inkommer|ansluter\s+sig)\b"
)


def _opens_with_heading(text: str) -> bool:
    """Whether a text begins with a short line without a stop, and goes on below it."""
    first, _, rest = text.partition("\n")
    return bool(rest.strip()) and len(first) < _SHORT_LINE and first.rstrip()[-1:].isalpha()


def _some_words(said: Span, lead: Clause, content: str) -> Span:
    """What was said; the whole lead when a single word, or none, is left of it, or only where
    the words stand."""
    words = said.of(content)
    told = len(words.split()) >= _SOME_WORDS and not _STANDS_IN.fullmatch(words)
    return said if told else Span(lead.start, lead.end)


# "Yttrande från M, se bilaga 2."
_STANDS_IN = re.compile(r"(?:se|enligt)\s+(?:protokolls)?bilaga\s+\w{1,3}\W*", re.IGNORECASE)


# "yrkar bifall till yrkande från M och L: …": what stands before the colon is part of it.
_NAMES_OBJECT = re.compile(
    r"\b(?:bifalla?|avslag|avslå|återremi\w*|bordlägg\w*)\b[^:]*:$", re.IGNORECASE
)


def _quotes_on(tail: str) -> bool:
    """Whether the words that are quoted begin before the sentence ends."""
    return tail.count('"') % 2 == 1 or tail.rfind("”") > -1 and tail.count("”") % 2 == 1


# "lämnar följande protokollsanteckning: ”Om jag …”": the words begin after the colon.
_QUOTED = re.compile(r":\s*(?=[”\"»]?\w+\s+\w+\s+\w+)")


def _leading(text: str) -> int:
    """How many commas and spaces a text begins with."""
    return len(text) - len(text.lstrip(" ,\n\t"))


def _only_records(under: Span, content: str) -> bool:
    """What follows is a date, a number or a line of the secretary, not an argument."""
    return len(under.of(content).split()) < 4


# "Reservationen lyder:"
_READS = re.compile(
    r"(?:reservationen|yttrandet|uttalandet|protokollsanteckningen|anteckningen|yrkandet)\s+"
    r"(?:lyder|löd|har\s+följande\s+lydelse)(?:\s+(?:enligt\s+följande|som\s+följer))?\s*:\s*",
    re.IGNORECASE,
)


# "Moderaterna" and "Reservation avseende ärende 84" above the words
_HEADED = re.compile(
    r"(?:[A-ZÅÄÖ][a-zåäö]+(?:partiet|erna)[ \t]*\n\s*)?"
    r"(?i:(?:skriftlig\s+)?reservation|särskilt\s+(?:yttrande|uttalande)|protokollsanteckning)"
    r"[ \t]+(?:avseende|angående|gällande|rörande|i\s+ärende|ärende)\b[^.:\n]{0,120}\n"
    r"(?=\s*[A-ZÅÄÖ]\w*\s)"
)


def below(content: str, start: int, end: int) -> Span | None:
    """The text after a lead, cut before sentences of the secretary at its end."""
    span = trimmed(content, start, end)
    reads = _READS.match(content, span.start, span.end)
    span = trimmed(content, reads.end(), end) if reads else span
    headed = _HEADED.match(content, span.start, span.end)
    span = trimmed(content, headed.end(), end) if headed else span
    while span.end > span.start:
        last = content.rfind("\n", span.start, span.end) + 1
        line = content[max(last, span.start) : span.end].strip()
        if not (_CLERICAL.match(line) or (last > span.start and _signs(line))):
            break
        span = trimmed(content, span.start, max(last, span.start))
        if last == 0 or last <= span.start:
            break
    if span.end <= span.start or _CLERICAL.match(span.of(content)):
        return None
    return span


# "För Vänsterpartiet        För Miljöpartiet", "Eva Ek        Bo Alm"
_SIGNED = re.compile(
    r"(?:[Ff]ör\s+)?[A-ZÅÄÖ][a-zåäö]+(?:partiet|erna|na)(?:(?:,|\s+och|"
    r"\s{2,})\s*(?:[Ff]ör\s+)?"
    r"[A-ZÅÄÖ][a-zåäö]+(?:partiet|erna|na))*|"
    r"[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+){1,3}(?:(?:,|\s+och|\s{2,})\s*[A-ZÅÄÖ][\w-]+"
    r"(?: [A-ZÅÄÖ][\w-]+){1,3})*"
)


def without_signers(content: str, span: Span) -> Span:
    """A text without the lines at its end that only name who signs."""
    while "\n" in span.of(content):
        last = content.rfind("\n", span.start, span.end) + 1
        if not _signs(content[last : span.end].strip()):
            return span
        span = trimmed(content, span.start, last)
    return span


def _signs(line: str) -> bool:
    """Whether a line only names who signs: "Eva Ek (S), gruppledare"."""
    if _SIGNED.fullmatch(line):
        return True
    people = find_people(line)
    rest = re.sub(r"\b(?:ledamot|ersättare|gruppledare|för|och|vice|ordförande)\b", "", line)
    return bool(people) and people[0].start == 0 and not re.search(r"\b[a-zåäö]{3,}\b", rest)


def points(text: str) -> tuple[str, ...]:
    """Numbered, dashed or att-clauses of a statement, each as one line."""
    return tuple(folded(m[1]).rstrip(",;") for m in _POINT.finditer(text) if len(m[1]) > 3)
