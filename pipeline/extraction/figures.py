"""The printed figures of a vote."""

import re

from pipeline.extraction.propositions import NO, YES
from pipeline.language.numbers import NUMBER, number

Pair = tuple[int | None, int | None]
_SEP = r"\s*(?:,|\.|;|mot|och|samt|-|–)?\s*(?:och\s+)?"
# "29 ledamöter röstar ja", "5 ledamöter (S, V) röstade ja"
_VOTERS = (
    r"(?:ledam[oö]t(?:er)?\s+)?(?:\([^()\n]{1,90}\)\s+)?"
    r"(?:röstar\s+|röstade\s+|ha(?:r|de)?\s+röstat\s+)?"
)
_FIGURES = (
    re.compile(
        rf"\b(?P<yes>{NUMBER})\s+{_VOTERS}{YES}\b[^.\n]{{0,40}}?{_SEP}"
        rf"(?P<no>{NUMBER})\s+{_VOTERS}{NO}\b",
        re.I,
    ),
    re.compile(rf"\b(?P<no>{NUMBER})\s+{NO}\b{_SEP}(?P<yes>{NUMBER})\s+{YES}\b", re.I),
    re.compile(
        r"\bja(?:-?röster)?\s*:\s*(?P<yes>\d+)(?:\s*\([^()]*\))?\D{0,12}"
        r"nej(?:-?röster)?\s*:\s*(?P<no>\d+)",
        re.I,
    ),
    re.compile(
        rf"\b(?P<yes>{NUMBER})\s+röst(?:er)?\s+ja\b{_SEP}(?P<no>{NUMBER})\s+röst(?:er)?"
        rf"\s+nej\b",
        re.I,
    ),
    # "5 ja-röster för avslag (Eva Ek (M) …) mot 3 nej-röster"
    re.compile(
        rf"\b(?P<yes>{NUMBER})\s+ja-?röst(?:er)?\b(?:[^.]|\.(?!\s)){{0,900}}?\s(?:mot|"
        rf"och|samt)\s+"
        rf"(?P<no>{NUMBER})\s+nej-?röst",
        re.I,
    ),
    # "3 ja (Eva Ek, Bo Alm …) och 2 nej (Siv Ro …)"
    re.compile(
        rf"\b(?P<yes>{NUMBER})\s+ja\s*\((?=[A-ZÅÄÖ])(?:[^.]|\.(?!\s)){{3,900}}?\)\s*,?\s*"
        rf"(?:mot|och|samt)?\s*(?P<no>{NUMBER})\s+nej\s*\(",
    ),
    # A table of two rows: "Ja | Nej | Avstår" above "31 | 18 | 2"
    re.compile(
        r"\bja(?:-röster)?[ \t|*]+nej(?:-röster)?\b[^\n]*\n(?:[|\s:-]+\n)?[|\s*]*(?P<yes>\d+)"
        r"[ \t|*]+(?P<no>\d+)\b",
        re.I,
    ),
    # "Ja (7): S, V⏎Nej (4): M"
    re.compile(
        r"^[ \t]*ja\s*\((?P<yes>\d+)\)\s*:[^\n]*\n+[ \t]*nej\s*\((?P<no>\d+)\)", re.I | re.M
    ),
    # "Ja (för bifall): 7⏎Nej (för avslag): 4"
    re.compile(
        r"\bja(?:-?röst(?:er)?)?[ \t]*\([a-zåäö][^()\n]{2,80}\)[ \t]*:?[ \t]*(?P<yes>\d+)"
        r"(?:[ \t]+röst(?:er)?)?\s*[,;\n]\s*(?:och\s+)?nej(?:-?röst(?:er)?)?[ \t]*"
        r"\([a-zåäö][^()\n]{2,80}\)[ \t]*:?[ \t]*(?P<no>\d+)",
        re.I,
    ),
    # "Ja 7, nej 4", "Ja (7), nej (4)", "Ja 7 röster⏎Nej 4 röster"
    re.compile(
        r"\bja\s*\(?(?P<yes>\d+)\)?(?:\s+röster)?\s*[,;\n]\s*(?:och\s+)?nej\s*\(?(?P<no"
        r">\d+)\b",
        re.I,
    ),
)
# "med sju röster mot sex", "röstsiffrorna 23-21": the winner first
_WON_BY = re.compile(
    rf"\bmed\s+(?P<won>{NUMBER})\s+röster\b[^.]{{0,160}}?\b(?:mot|"
    rf"och)\s+(?P<lost>{NUMBER})\b(?:\s+röster)?|\bröstsiffrorna\s+(?P<won2>\d+)\s*[-–]\s*"
    rf"(?P<lost2>\d+)|\butfaller\s+lika\s*,\s*(?P<won3>\d+)\s*[-–]\s*(?P<lost3>\d+)",
    re.I,
)
_ABSTAIN = re.compile(
    rf"(?<!: )(?<!:)\b(?P<n>{NUMBER})\s+(?:ledam[oö]t(?:er)?\s+)?(?:som\s+)?"
    rf"(?:ha(?:r|de)\s+)?(?:avstår|avstod|avstått|"
    rf"lade ned|avstående)|\bavstår(?:\s+från\s+att\s+rösta)?\s*\((?P<n2>\d+)\)|"
    rf"\bavst(?:år|od|ående)[ \t]*:?[ \t]*(?P<n3>\d+)\b|\b(?P<n4>{NUMBER})\s+(?:nedlagd|"
    rf"blank)a?\s+röst",
    re.I,
)
_ABSENT = re.compile(
    rf"(?<!: )(?<!:)\b(?P<n>{NUMBER})\s+(?:ledam[oö]t(?:er)?\s+)?(?:är|var)?\s*frånvarande|"
    rf"\bfrånvarande\s*:?\s*(?P<n2>\d+)\b",
    re.I,
)
_AFTER_NAMES = re.compile(
    r"\br[öo]st(?:ar|ade|at)\s+(?P<choice>ja|nej|blankt)\s*\((?P<n>\d+)\)", re.I
)


def figures(text: str) -> Pair | None:
    """Ja and Nej as printed; None where they are not."""
    found = (pattern.search(text) for pattern in _FIGURES)
    match = next((one for one in found if one), None)
    return (number(match["yes"]), number(match["no"])) if match else None


# "Ja: Avslag (5 röster)⏎Nej: Bifall (2 röster)"
_BEHIND_MEANING = re.compile(
    r"\Aja\b[^\n]{3,160}\((?P<yes>\d+)\s+röst(?:er)?\)[ \t.]*\n+"
    r"[ \t]*nej\b[^\n]{3,160}\((?P<no>\d+)\s+röst(?:er)?\)",
    re.IGNORECASE,
)


def figures_behind_meaning(proposition: str) -> Pair:
    """Ja and Nej as printed behind what each means; (None, None) where they are not."""
    match = _BEHIND_MEANING.match(proposition)
    return (number(match["yes"]), number(match["no"])) if match else (None, None)


def figure_behind_names(text: str, choice: str) -> int | None:
    """How many the text says voted so behind their names: "Eva Ek (S) … röstar ja (7)"."""
    told = {m["choice"].casefold(): int(m["n"]) for m in _AFTER_NAMES.finditer(text)}
    return told.get(choice)


def won_by(text: str) -> Pair | None:
    """The figures of who won and who lost, in "sju röster mot sex"; None where not told."""
    match = _WON_BY.search(text)
    if match is None:
        return None
    first, second = (one for one in match.groups() if one)
    return number(first), number(second)


def abstained(text: str) -> int | None:
    """How many abstained, as printed."""
    return _amount(_ABSTAIN, text)


def absent(text: str) -> int | None:
    """How many were absent, as printed."""
    return _amount(_ABSENT, text)


def _amount(pattern: re.Pattern[str], text: str) -> int | None:
    match = pattern.search(text)
    if match is None:
        return None
    return number(next(value for value in match.groups() if value))
