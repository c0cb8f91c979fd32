"""Who puts a paper, as the lines above its words tell: its heading, or a line that says so.

Who stands after "till" is asked, not asking. A party may be named alone ("Motion från
Centerpartiet"), or with who puts the paper for it ("Liberalerna genom Eva Ek").
"""

import re
from collections.abc import Iterator

from pipeline.extraction.comments import BY_PARTIES
from pipeline.extraction.outline import lines_of
from pipeline.extraction.signatures import NAME, NO_NAME, ROLE, named_with_party
from pipeline.language.mention import Mention
from pipeline.language.mentions import find_people
from pipeline.language.names import fold
from pipeline.language.party_names import LETTERS, canonical, known_letters
from pipeline.models import Span

_ROLE_OF = re.compile(r"\b(?P<word>till|av|från|svar)\b", re.IGNORECASE)
# "Motion (L) Fler bryggor"
_LETTERS = re.compile(
    r"^\W*(?:motion|interpellation|(?:\w+\s+)?fråga|skrivelse)\s+\((?P<party>[A-ZÅÄÖ]{1,4})\)",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:av|från)\s+(?P<who>[^.:]+?)(?=\s+(?:om|till|angående|rörande|gällande|avseende|att)\b|"
    r"[.:]|\s*$)",
    re.IGNORECASE | re.DOTALL,
)
_ASKING = re.compile(
    r"^(?:inlämna[dt]\s+av|motionär(?:er)?|från|av|interpellant|frågeställare)\s*:?\s+(?P<who>.+)$",
    re.IGNORECASE,
)
_PUTS = re.compile(r"^(?:interpellant|frågeställare)\s*:?\s+(?P<who>.+)$", re.IGNORECASE)
_ANSWERS = re.compile(r"^(?:svarande|besvaras\s+av)\s*:?\s+(?P<who>.+)$", re.IGNORECASE)
# "Interpellationssvar till Eva Ek (L)"
_TO_ASKER = re.compile(r"^\W*(?:interpellations)?svar\s+till\s", re.IGNORECASE)
_ADDRESSED = re.compile(r"^(?:till|ställd\s+till)\s*:?\s+(?P<who>.+)$", re.IGNORECASE)
_WRITES = re.compile(r"^(?:från|av)\s*:?\s+(?P<who>.+)$", re.IGNORECASE)


def announced(content: str, heading: Span, begins: int) -> list[Mention]:
    """The authors that a paper names above its words."""
    text = heading.of(content)
    people = [one for word, one in _placed(text) if word != "till"]
    told = people or _parties_of(text) or list(labelled(content, begins, _ASKING))
    return told or list(_of_headings(content, begins))


def _of_headings(content: str, begins: int) -> Iterator[Mention]:
    """The parties that another line announcing the paper names: "Yttrande från
    Liberalerna", below "Yttrande"."""
    for line in lines_of(content, Span(0, begins)):
        if BY_PARTIES.match(line.text):
            yield from _parties_of(line.text)


def _placed(heading: str) -> Iterator[tuple[str, Mention]]:
    """The people of a heading, each with the word that tells what part they have."""
    for one in find_people(heading):
        if NO_NAME.search(one.name or ""):
            continue
        words = [m["word"].casefold() for m in _ROLE_OF.finditer(heading, 0, one.start)]
        yield (words[-1] if words else ""), one


def _parties_of(heading: str) -> list[Mention]:
    """The parties a heading names as authors, without a person."""
    lettered = _LETTERS.match(heading)
    party = canonical(lettered["party"]) if lettered else None
    if party in known_letters():
        return [Mention(0, 0, None, (party,))]
    match = _BY.search(heading)
    if match and (alone := match["who"].strip()) in known_letters():
        return [Mention(0, 0, None, (canonical(alone) or alone,))]
    return named_with_party(match["who"]) if match else []


def labelled(content: str, begins: int, label: re.Pattern[str]) -> Iterator[Mention]:
    """Those whom lines above the words name under a label."""
    for line in lines_of(content, Span(0, begins)):
        matches = (label.match(part.strip("#* ")) for part in line.text.split("|"))
        for match in filter(None, matches):
            yield from find_people(match["who"]) or named_with_party(match["who"])


def asker(content: str, heading: Span, begins: int) -> list[Mention]:
    """Whose question an answer is about: who is labelled so, in its heading, else to whom it
    is written."""
    putting = _one(labelled(content, begins, _PUTS))
    placed = list(_placed(heading.of(content)))
    if _TO_ASKER.match(heading.of(content)):
        return putting or [one for _, one in placed]
    asking = [one for word, one in placed if word in ("av", "från")]
    first = [one for word, one in placed if word not in ("till", "")]
    return putting or asking or first or _one(labelled(content, begins, _ADDRESSED))


def answerer(content: str, heading: Span, begins: int) -> list[Mention]:
    """Who answers, where nobody signed: who is labelled so, who is asked by the heading, or
    writes the answer."""
    answering = _one(labelled(content, begins, _ANSWERS))
    placed = list(_placed(heading.of(content)))
    to_asker = _TO_ASKER.match(heading.of(content))
    asked = [one for word, one in placed if word in ("till", "") and not to_asker]
    writing = answering or asked[:1] or _one(labelled(content, begins, _WRITES))
    return writing or _above(content, heading)


def _one(found: Iterator[Mention]) -> list[Mention]:
    people = [one for one in found if one.name]
    return people if len(people) == 1 else []


def _above(content: str, heading: Span) -> list[Mention]:
    """The one person that stands alone in the letterhead."""
    above = content[: heading.start]
    people = find_people(above)
    lines = [one for line in above.splitlines() for one in named_with_party(line)]
    names = {one.name for one in [*people, *lines] if one.name}
    return people if len(people) == len(names) == 1 else []


# "Eva Ek, hamnnämndens ordförande (S)"
_ROLE_THEN_LETTERS = re.compile(
    rf"(?P<name>{NAME}),\s+[a-zåäö][\w åäö-]{{4,60}}?\s\((?P<party>{LETTERS})\)"
)
# "Regionrådet Eva Eks (S) svar på interpellation"
_WHOSE = re.compile(r"\s+(?:skriftliga\s+)?svar\b")


def titled(content: str, heading: Span) -> dict[str, str]:
    """The party of those whom the head of a paper names with it, by folded name: behind their
    office, or in the lines that stand together with it above the heading."""
    text = heading.of(content)
    found = {m["name"]: canonical(m["party"]) for m in _ROLE_THEN_LETTERS.finditer(text)}
    whose = [one for one in find_people(text) if _WHOSE.match(text, one.end) and one.parties]
    found |= {(one.name or "").removesuffix("s"): one.parties[0] for one in whose}
    for block in re.split(r"\n\s*\n", content[: heading.start]):
        found |= _of_block(block)
    known = known_letters()
    return {fold(name): party for name, party in found.items() if party in known}


def _of_block(block: str) -> dict[str, str | None]:
    """The one person of some lines with the one party in them, where they tell an office."""
    lines = [cell for line in block.splitlines() for cell in re.split(r"[ \t]{3,}|\|", line)]
    if not any(ROLE.search(line) for line in lines) or _ADDRESSES.search(block):
        return {}
    named = [one for line in lines for one in _of_line(line)]
    names = {one.name for one in named if one.name}
    parties = {p for one in named for p in one.parties}
    return {names.pop(): parties.pop()} if len(names) == len(parties) == 1 else {}


_ADDRESSES = re.compile(r"^\W*(?:till|interpellant|frågeställare)\b", re.I | re.M)


def _of_line(line: str) -> list[Mention]:
    """Who is named in a line of an office: "Regionråd (S)", "Regionråd Eva Ek", "Eva Ek"."""
    bare = re.sub(r"\(\s*([A-ZÅÄÖ]{1,3})\s*\)", r", från \1, ", line)
    return named_with_party(ROLE.sub(",", bare))
