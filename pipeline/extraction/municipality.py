"""The municipality, region or federation of municipalities that a document comes from."""

import re
from collections import Counter
from functools import cache

from pipeline.extraction.companies import company_of
from pipeline.extraction.meeting import NO_PLACE, SIGNED, body_line
from pipeline.language.names import plain
from pipeline.reference import municipalities

_TOP = 6_000
_NEAR_TOP = 300
_PLACE = re.compile(
    r"\b(?!(?:En|Den|Denna|Varje|Ingen|Vår|Er|Hela|Samma|Annan|Alla)\s)(?P<name>[A-ZÅÄÖ][\wåäö-]+(?:\s[A-ZÅÄÖ][\wåäö-]+)?)\s+(?:[Kk]ommuns?|KOMMUN|"
    r"[Ss]tads?|STAD|kommunstyrelse)\b(?!\s*huset|\s\([A-ZÅÄÖ]{1,4}\))"
)
# "Vik den 5 januari 2022" alone on its line; a paper's date is no place.
_SIGNED_ALONE = re.compile(
    rf"^[ \t]*{NO_PLACE}(?P<place>[A-ZÅÄÖ][\wåäö-]+)[ \t]+"
    r"den\s+\d{1,2}\s+[a-zåäö]+\s+\d{4}[ \t]*$",
    re.M,
)
# "Plats och tid  Viks stadshus, klockan 9"
_HOUSE = re.compile(
    r"^[ \t|]*(?:tid\s+och\s+)?plats\b[^\n]{0,40}?\n?[^\n]{0,40}?"
    r"\b(?P<name>(?:(?:Norra|Södra|Östra|Västra|Stora|Lilla)[ ])?"
    r"(?-i:[A-ZÅÄÖ])[\wåäö-]+)\s+(?:stads|kommun|råd)hus\b",
    re.IGNORECASE | re.MULTILINE,
)
_REGION = re.compile(r"\b(?P<name>Region[ \t]+[A-ZÅÄÖ][\wåäö-]+(?:[ \t][A-ZÅÄÖ][\wåäö-]+)?)\b")
# A region's letterhead: its name alone on a line, or in a column
_CAPITAL = r"[A-ZÅÄÖ][\wåäöÅÄÖ-]+"
_REGION_HEAD = re.compile(
    rf"^[ \t|#*]*(?P<name>(?:Region|REGION)[ ]{_CAPITAL}(?:[ ]{_CAPITAL})?|"
    rf"(?:{_CAPITAL}[ ])?[A-ZÅÄÖ][\wåäöÅÄÖ]+(?:sregionen|SREGIONEN)|"
    rf"{_CAPITAL}[ ](?:läns[ ]landsting|LÄNS[ ]LANDSTING))(?=[ \t]{{3,}}|[ \t|*]*$)",
    re.MULTILINE,
)
_COUNCIL = re.compile(r"\bkommun(?:styrelse|fullmäktige)", re.IGNORECASE)
# What no paper of a region's own says at its top: there the region is addressed.
_MUNICIPAL = re.compile(
    r"\bkommun(?:styrelse|fullmäktige)|\b[A-ZÅÄÖ][\wåäö-]+\s+(?:[Kk]ommun|KOMMUN|STAD|stad)\b"
)
_UNLISTED_TIMES = 2
# "§ 7", "KS § 7" at the start of a line: below it other bodies are spoken of
_MATTER = re.compile(r"^[ \t]*(?:[A-ZÅÄÖ]\w{0,4}[ \t]+)?§[ \t]*\d", re.MULTILINE)
# A federation's letterhead: "Räddningstjänstförbundet Sjöås" alone on a line, and its board
_FEDERATION_HEAD = re.compile(
    rf"^[ \t|#*]*(?P<name>[A-ZÅÄÖ][\wåäöÅÄÖ]*(?i:förbundet)(?:[ ](?:{_CAPITAL}|och|i)){{1,5}}|"
    rf"{_CAPITAL}s[ ](?:[a-zåäö]+[ ]){{0,2}}[a-zåäö]*förbund)(?=[ \t]{{3,}}|[ \t|*]*$)",
    re.MULTILINE,
)
_DIRECTORATE = re.compile(
    r"\b(?:\w*direktion(?:ens?)?|förbunds(?:fullmäktige|styrelse\w*))\b", re.IGNORECASE
)


def municipality_of(content: str) -> str | None:
    """The municipality, region or federation a document comes from; None when none stands out.

    Counted are "X kommun", "Xs kommun", "X stad" and the place of the signature; the one named
    most wins, if it is named more than any other. A name that is on no list counts only if it
    is printed so at least twice, or at the very top.
    """
    known = municipalities()
    counts: Counter[str] = Counter()
    if headed := _letterhead(content):
        return headed
    for match in _PLACE.finditer(content):
        counts.update(name for name in [_known(match["name"], known)] if name)
    for match in _COUNCIL_OF.finditer(content):
        named = match["name"] or match["whose"]
        counts.update(name for name in [_known(named, known)] if name)
    for match in _DOMAIN.finditer(content):
        counts.update(name for name in [_domains().get(match["name"].casefold())] if name)
    for match in SIGNED.finditer(content):
        counts.update({name: 3 for name in [_known(match["place"], known)] if name})
    return _most_named(counts) or (None if counts else _beside(content)) or _unlisted(content)


def _letterhead(content: str) -> str | None:
    """The region, or the federation with a board, whose name stands alone at the top."""
    near = content[:_NEAR_TOP]
    federation = _FEDERATION_HEAD.search(near)
    if federation and _DIRECTORATE.search(near) and not _COUNCIL.search(near):
        return " ".join(map(_cased, federation["name"].split()))
    region = _REGION_HEAD.search(near)
    if region is None or _MUNICIPAL.search(_MATTER.split(content[:_TOP], maxsplit=1)[0]):
        return None
    words = [_cased(word) for word in region["name"].split()]
    return " ".join(w.lower() if w in ("Läns", "Landsting") else w for w in words)


# "Miljöpartiet de gröna i Vik", "Centerpartiet Vik"; and a place alone on its line
_BRANCH = re.compile(
    r"^\W*(?:[A-ZÅÄÖ][a-zåäö]+(?:partiet|erna)|Miljöpartiet de gröna)\s+(?:i\s+)?"
    r"(?P<name>[A-ZÅÄÖ][\wåäö-]+)\W*$|^[ \t]*(?P<alone>[A-ZÅÄÖ][\wåäö-]+)[ \t]*$",
    re.MULTILINE,
)


def _beside(content: str) -> str | None:
    """The known place that a company has in its name, or where the meeting was held, else the
    one and only that a branch of a party is of or that stands alone on a line."""
    company = company_of(content)
    owner = _known(company.split()[0], municipalities()) if company else None
    if owner:
        return owner
    house = _HOUSE.search(content[:_TOP])
    if house and (held := _known(house["name"], municipalities())):
        return held
    named = {_cased(one["name"] or one["alone"]) for one in _BRANCH.finditer(content)}
    places = named & municipalities()
    return places.pop() if len(places) == 1 else None


def named_alone(around: str) -> str | None:
    """The municipality that stands beside a document, where one and only one does; else the
    region, where a body of a region does."""
    known = municipalities()
    named = {_known(match["name"], known) for match in _PLACE.finditer(around)} - {None}
    if not named and _REGIONAL.search(around):
        named = {match["name"] for match in _REGION.finditer(around)}
    return named.pop() if len(named) == 1 else None


_REGIONAL = re.compile(r"\bregion(?:styrelse|fullmäktige)", re.IGNORECASE)
# "Motion till kommunfullmäktige i Vik", "Viks kommunfullmäktige"
_COUNCIL_OF = re.compile(
    r"\b[Kk]ommun(?:fullmäktige|styrelsen)(?:s\s+(?:sammanträde|möte))?\s+i\s+(?P<name>[A-ZÅÄÖ][\wåäö-]+)|"
    r"\b(?P<whose>[A-ZÅÄÖ][\wåäö-]+)\s+kommun(?:fullmäktige|styrelse)\b"
)
# "kansliet@byggkontoret.vik.se": the last part before .se, without å, ä and ö
_DOMAIN = re.compile(r"@(?:[\w-]+\.)*(?P<name>[\w-]+)\.se\b", re.I)


@cache
def _domains() -> dict[str, str]:
    return {plain(name).replace(" ", ""): name for name in municipalities()}


def _most_named(counts: Counter[str]) -> str | None:
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _unlisted(content: str) -> str | None:
    """A place that is on no list, if the document says it plainly."""
    counts: Counter[str] = Counter()
    for match in _PLACE.finditer(content):
        counts[_bare_name(match["name"].split()[-1], content)] += 1
    if not _COUNCIL.search(content):
        for match in _REGION.finditer(content):
            counts[_bare_name(match["name"], content)] += 1
    for match in _SIGNED_ALONE.finditer(content):
        if not (body_line(match["place"]) or match["place"].casefold().endswith("dagen")):
            counts[match["place"]] += _UNLISTED_TIMES
    name = _most_named(counts) or _first_named(counts, content[:_NEAR_TOP])
    house = None if name else _HOUSE.search(content[:_TOP])
    if house:
        return _bare_name(house["name"], content)
    at_top = name is not None and name.casefold() in content[:_NEAR_TOP].casefold()
    return name if name and (counts[name] >= _UNLISTED_TIMES or at_top) else None


def _cased(name: str) -> str:
    """ "ÄLGÅS", as a letterhead prints it, is Älgås."""
    return name.title() if name.isupper() else name


def _first_named(counts: Counter[str], top: str) -> str | None:
    found = [name for name in counts if name.casefold() in top.casefold()]
    return found[0] if len(found) == 1 else None


# "Tallfors kommun", "Viknäs kommun": place names end so, and are their own genitive
_OWN_S = re.compile(r"[a-zåäö](?:fors|näs|hus)$")


def _bare_name(name: str, content: str) -> str:
    """A name without its genitive s; the s stays when the name never stands without it, or
    its last part ends in one. In capitals it goes only where the name stands without it, or
    in small letters too."""
    capitals, name = name.isupper() and _cased(name) not in content, _cased(name)
    bare = name if _OWN_S.search(name) else name.removesuffix("s")
    alone = bare != name and re.search(rf"\b{re.escape(bare)}\b(?!\s*-)", content)
    if capitals:
        return bare if alone else name
    with_s = re.search(
        rf"\b(?:i|från|till)\s+{re.escape(name)}(?=[.,;:)]|\s+och\b|\s*$)|"
        rf"\b{re.escape(name)}\s+den\b",
        content,
    )
    return name if with_s and not alone else bare


def _known(words: str, known: frozenset[str]) -> str | None:
    """The municipality that a name or its genitive means, whole or by its last word."""
    for form in (words, words.split()[-1]):
        form = form.title() if form.isupper() else form
        for name in (form, form.removesuffix("s"), f"{form}n"):  # "Falu kommun"
            if name in known:
                return name
    return None
