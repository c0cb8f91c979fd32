"""Titles that their text follows on the same line, as texts are that have lost their layout:
"… om fler bryggor Det är hög tid att …".
"""

import re

# Words that open a sentence; in the middle of a title they are not printed with a capital.
_OPENERS = (
    "det|den|de|denna|detta|dessa|dagens|en|ett|vi|jag|man|många|flera|alla|varje|var|vart|idag|"
    "i|på|under|för|efter|sedan|när|om|att|med|av|enligt|genom|trots|inom|vid|från|till|hur|"
    "vad|vilka|varför|som|utifrån|mot|nu|redan|även|inför|bland|allt|både|så|där|inte|ingen"
)
_VERBS = (
    "är|har|ska|skall|kan|bör|måste|vill|behöver|var|hade|finns|fanns|får|blir|blev|saknas|"
    "innebär|visar|pågår|står|går|ser|anser|föreslår|skulle|kommer|antog|beslutade|fick"
)
# A word after these goes on with the phrase, capital or not.
_LEADS = (
    "av|för|om|och|till|i|med|på|från|samt|att|gällande|angående|avseende|rörande|mellan|den|"
    "det|de|en|ett|enligt|under|vid|över|som|inom|kring|mot|hos|eller|genom|bakom|runt"
)
_NO_VERBS = "för|under|över|efter|eller|per|inför|utanför|framför|nedanför|innanför|mer|fler"
# "Det är", "I Vik har"
_OPENS = re.compile(
    rf"(?i:{_OPENERS})\b(?!-)\s+(?:[a-zåäö]|\d|(?<=\bI\s)[A-ZÅÄÖ]|[A-ZÅÄÖ]\w+s\s+[a-zåäö])|"
    # "Viksdemokraterna anser": no name ends so
    rf"[A-ZÅÄÖ][a-zåäö]+(?:erna|arna|orna)\s+(?:{_VERBS})\b"
)
_TELLS = re.compile(
    # "Viks bryggor är slitna", "Planen för hamnen har"
    rf"[A-ZÅÄÖ][a-zåäö]+(?:\s+(?!(?:om|angående|gällande)\b)[a-zåäö-]+){{0,4}}?\s+(?:{_VERBS})\b|"
    # "Hamnbolaget redogör"
    rf"[A-ZÅÄÖ][a-zåäö-]+(?:en|et|na)\s+(?!(?:{_NO_VERBS})\b)[a-zåäö]+r\b"
)
# A heading that its text follows, glued to the title above it
_HEADS = re.compile(
    r"(?:Förslag till beslut|Sammanfattning|Motionen|Yttrandet|Yrkandet|Bakgrund|"
    r"Beskrivning av ärendet)\s+(?=[A-ZÅÄÖ\d])"
)
# "N7-0909/23 Hamnförvaltningen Norr har"
_OFFICE = re.compile(rf"[A-ZÅÄÖ][a-zåäö]+(?:\s[A-ZÅÄÖ][a-zåäö]+)?\s+(?:{_VERBS})\b")
_PLACE = re.compile(r"(?P<before>[^\s–-]*[\wåäö)”\"])\s+(?=[A-ZÅÄÖ])")
_LEAD = re.compile(rf"[\W_]*(?:{_LEADS})", re.IGNORECASE)
_NAME = re.compile(r"(?!(?:Stad|Kommun|AB)$)[A-ZÅÄÖ].*")
_NUMBERED = re.compile(r"\S*\d[/-]\d+")
_SENTENCE = re.compile(r"[a-zåäö\d)”\"][.?!](?:\s|$)")
_LEAST = 3


def title_end(line: str) -> int | None:
    """Where the title in a line ends and its text begins; None where the line has no
    sentence, or none that plainly begins."""
    if not (_SENTENCE.search(line) or _HEADS.search(line)):
        return None
    for match in _PLACE.finditer(line):
        enough = len(line[: match.end()].split()) >= _LEAST
        if enough and not _LEAD.fullmatch(match["before"]) and _begins(line, match):
            return match.end("before")
    return None


def _begins(line: str, match: re.Match[str]) -> bool:
    """Whether a sentence begins after a word that may be the last of a title."""
    place, before = match.end(), match["before"]
    if _OPENS.match(line, place) or _HEADS.match(line, place):
        return True
    if _NUMBERED.fullmatch(before):
        return bool(_OFFICE.match(line, place) or _TELLS.match(line, place))
    return not _NAME.match(before) and bool(_TELLS.match(line, place))
