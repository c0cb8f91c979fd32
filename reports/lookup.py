"""What a search names outright: a paragraph, a diary number, a day, a person."""

import re
from dataclasses import dataclass
from datetime import date

import pandas as pd

from reports.order import by_surname
from reports.queries import PLACED
from reports.reader import Reader
from reports.report import report
from reports.searching import WORDS

MOST = 6
"""Of each sort; a search narrows down to the others."""

LETTERS = 4
"""No body is called by so few letters: they are its initials."""

_ASIDE = re.compile(r'(?<!\S)-\S+|\b[^\W\d]+:(?:"[^"]*"|\S+)')
_PARAGRAPH = re.compile(
    r"(?:§+|\bparagraf)\s*(\d{1,4})(?!\d)(?:[\s/]+((?:19|20)\d\d)(?![\d/:-]))?"
    r"|(?<![\w/:-])(\d{1,4})\s*§(?:[\s/]+((?:19|20)\d\d)(?![\d/:-]))?",
    re.IGNORECASE,
)
_DAY = re.compile(r"\b(?:(\d{4})-(\d\d)-(\d\d)|(\d{1,2})\.? ([a-zåäö]{3,9}) (\d{4}))\b")
_MONTH = re.compile(r"\b(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?![\w/:-])")
_REFERENCE = re.compile(r"(?:\b([^\W\d_]{1,7})[\s/.-]?)?(?<!\d)(\d{1,5}(?:[-/:.]\d{1,6})+)\b")
_MONTHS = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
_ENGLISH = {"may": "maj", "oct": "okt"}

_KEY = """array_to_string(list_transform(regexp_extract_all({}, '[0-9]+'),
    lambda one: ltrim(one, '0')), '/')"""

CASES = f"""
WITH named AS (
    SELECT c.case_id, c.number, c.title, c.reference, coalesce(c.body, d.body) AS body,
           coalesce(c.date, d.date) AS date, d.municipality,
           {_KEY.format("c.reference")} AS key
    FROM cases c JOIN documents d USING (document_id)
    WHERE CASE WHEN $paragraph IS NOT NULL THEN c.number = $paragraph
          ELSE contains(c.reference, $last) END
)
SELECT 'case' AS sort, title, number, reference, body, date, municipality, case_id AS id
FROM named
WHERE {PLACED} AND ($year IS NULL OR starts_with(date, $year))
  AND ($paragraph IS NOT NULL OR key = $reference)
-- with the letters of the number, or in the body, where some have what was asked for
QUALIFY rank() OVER (ORDER BY
    $code IS NOT NULL AND starts_with(lower(reference), $code) DESC,
    len(list_filter($bodies::VARCHAR[], lambda one: regexp_matches(lower(body), one))) DESC
) = 1
ORDER BY date DESC NULLS LAST, case_id LIMIT {MOST}
"""

MEETINGS = f"""
SELECT DISTINCT 'meeting' AS sort, body AS title, body, date, municipality
FROM decisions WHERE date = $day AND {PLACED} ORDER BY body LIMIT {MOST}
"""

PEOPLE = f"""
WITH spelled AS (
    SELECT person_id, name, municipality, parties,
           list_transform(name_variants, lambda one: string_split(lower(one), ' ')) AS parts
    FROM apart.people WHERE $municipality IS NULL OR municipality = $municipality
)
SELECT 'person' AS sort, name AS title, municipality, person_id AS id
FROM spelled
WHERE len(list_filter(parts, lambda one: list_has_all(one, $words::VARCHAR[]))) > 0
ORDER BY {by_surname("name")}, person_id LIMIT {MOST}
"""


@dataclass(frozen=True, slots=True)
class Named:
    """What the words name. ``reference`` is a diary number's figures without zeros before
    them, ``code`` its letters; ``words`` are the others, in lower case."""

    paragraph: str | None = None
    year: str | None = None
    reference: str | None = None
    code: str | None = None
    day: str | None = None
    words: tuple[str, ...] = ()


@report(
    "lookup",
    sv="Ärenden, möten och personer som en sökning nämner vid paragraf, dnr, dag eller namn.",
    en="Cases, meetings and people that a search names by paragraph, number, day or name.",
    columns="sort title number reference body date municipality id",
    options=(WORDS,),
)
def lookup(reader: Reader, *, search: str) -> pd.DataFrame:
    """Of the choice, place and time hold; whether a decision was contested does not."""
    named = named_in(search)
    place = reader.choice.place_and_time()
    asked = place | {
        "paragraph": named.paragraph,
        "year": named.year,
        "reference": named.reference,
        "last": named.reference.rsplit("/", 1)[-1] if named.reference else None,
        "code": named.code,
        "words": list(named.words),
        "bodies": list(map(_as_body, named.words)),
        "day": named.day,
    }
    found = []
    if named.paragraph or named.reference:
        found.append(reader.table(CASES, asked))
    if named.day:
        found.append(reader.table(MEETINGS, asked))
    if named.words and not found:
        found.append(reader.table(PEOPLE, asked))
    columns = list(lookup.columns)
    return pd.concat([pd.DataFrame(columns=columns), *found])[columns]


def named_in(search: str) -> Named:
    """What the words of a search name; what stands after a field or a minus is left aside."""
    rest = _ASIDE.sub(" ", search)
    given: dict[str, str | None] = {}
    if found := _PARAGRAPH.search(rest):
        given["paragraph"] = found[1] or found[3]
        given["year"] = found[2] or found[4]
        rest = _without(rest, found)
    if (found := _DAY.search(rest.casefold())) and (day := _day(found)):
        given["day"] = day
        rest = _without(rest, found)
    rest = _MONTH.sub(" ", rest)
    if "paragraph" not in given and (found := _REFERENCE.search(rest.casefold())):
        given["reference"] = "/".join(one.lstrip("0") for one in re.findall(r"\d+", found[2]))
        given["code"] = found[1]
        rest = _without(rest, found)
    words = tuple(re.findall(r"[^\W\d_]{2,}(?:-[^\W\d_]+)*", rest.casefold()))
    return Named(**given, words=words)


def _as_body(word: str) -> str:
    """The pattern of a body that a word is in, or that it is short for: "kf", "ks", "bun"."""
    return f"^{'.*'.join(word)}" if len(word) <= LETTERS else word


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"


def _day(found: re.Match[str]) -> str | None:
    year, month, day, written_day, name, written_year = found.groups()
    if name:
        short = _ENGLISH.get(name[:3], name[:3])
        number = _MONTHS.index(short) + 1 if short in _MONTHS else 0
        year, month, day = written_year, str(number), written_day
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
