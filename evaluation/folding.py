"""How two spellings of one thing are made comparable: words, names, parties, bodies."""

import re
from collections import Counter

LONG_TEXT = 30
LONG_AGREEMENT = 0.85
SHORT_AGREEMENT = 0.5

ACCENTS = str.maketrans("éèáàíúüñ", "eeaaiuun")
SAME_PARTY = {"F!": "FI", "FP": "L", "FB": "F"}
SOFT_HYPHEN = "\u00ad"

BULLET = re.compile(r"^\s*[-•]\s+", re.MULTILINE)
NUMBERED = re.compile(r"^\s*\d{1,2}[.)]\s+", re.MULTILINE)
MARKUP = re.compile(r"[*_~#>|]")
SPACES = re.compile(r"\s+")
WORD = re.compile(r"[\wåäöé]+")
NUMBER_SIGNS = re.compile(r"[§\s]|^(dnr|nr)\b")
BODY_OWNER = re.compile(r"göteborgs? stads?|^stadens |nämnden för |för ")
BODY_ENDING = re.compile(r"s?(nämnden?|styrelsen?)?$")
NOT_A_LETTER = re.compile(r"[^a-zåäö]")


def plain(text: str) -> str:
    """The text without list marks and Markdown, white space folded: so quotes are compared."""
    unmarked = MARKUP.sub("", BULLET.sub("", text))
    return SPACES.sub(" ", unmarked).strip()


def unnumbered(text: str) -> str:
    """``plain`` without the numbers of numbered lists, which some formats do not keep."""
    return plain(NUMBERED.sub("", BULLET.sub("", text)))


def words(text: str | None) -> tuple[str, ...]:
    """The words of a text in lower case, without punctuation."""
    return tuple(WORD.findall(plain(text or "").casefold().replace(SOFT_HYPHEN, "")))


def agreement(wanted: tuple[str, ...], found: tuple[str, ...]) -> float:
    """F1 of the words, with their number of occurrences; 1.0 when both are empty."""
    if not wanted or not found:
        return float(wanted == found)
    shared = sum((Counter(wanted) & Counter(found)).values())
    return 2 * shared / (len(wanted) + len(found))


def same_text(wanted: tuple[str, ...], found: tuple[str, ...]) -> bool:
    """Long texts must agree nearly word for word, short ones by half: their cut is taste."""
    needed = LONG_AGREEMENT if len(wanted) >= LONG_TEXT else SHORT_AGREEMENT
    return agreement(wanted, found) >= needed


def party(code: str | None) -> str:
    """Party letters in upper case; a party that changed its letters counts as one."""
    letters = (code or "").strip().upper().replace(" ", "")
    return SAME_PARTY.get(letters, letters)


def number(value: object) -> str:
    """A paragraph number or dnr without sign, spaces and the word Dnr."""
    return NUMBER_SIGNS.sub("", str(value or "").casefold())


def body(value: str | None) -> str:
    """A body by its bare name: "Socialnämnden" and "socialnämnd" are one."""
    owned = BODY_OWNER.sub("", (value or "").casefold())
    return BODY_ENDING.sub("", NOT_A_LETTER.sub("", owned))


def name(value: str) -> str:
    """A person's name in natural order, lower case, without accents."""
    if "," in value:
        surname, given = value.split(",", 1)
        value = f"{given.strip()} {surname.strip()}"
    return " ".join(value.casefold().split()).translate(ACCENTS)


def same_person(one: str, other: str) -> bool:
    """Same surname, and one given name starts the other (Dan and Daniel)."""
    a, b = name(one).split(), name(other).split()
    if not a or not b:
        return False
    same_surname = a[-1] == b[-1] or bool(set(a[1:]) & set(b[1:]))
    return same_surname and (a[0].startswith(b[0]) or b[0].startswith(a[0]))
