"""Points of a proposal that somebody wants to refuse, or that were refused; proposals that a
decision refuses.

"Bifall till punkt 1 och 2 samt avslag på punkt 3" is neither for nor against the whole.
"""

import re

_NUMBERS = r"(?P<numbers>\d{1,2}(?:\s*(?:,|och|samt|respektive|-|–)\s*\d{1,2})*)\b"
_POINT = rf"(?:besluts?|att-)?(?:punkt|sats)(?:en|er|erna)?\s+{_NUMBERS}"
_REFUSED = (
    # "avslag på punkt 3", "avslår förslaget i punkt 3", "undantag av punkt 3", "utgår punkt 3"
    re.compile(
        rf"(?:\bavslag\s+(?:på|till|av)|\bavslå[rs]?|\bavslog|\bundanta(?:g\s+av|get)|\butgår)\s+"
        rf"(?:\w+\s+){{0,3}}?{_POINT}",
        re.IGNORECASE,
    ),
    # "punkt 3 avslås", "att punkt 3 utgår"
    re.compile(
        rf"\b{_POINT}[^.;:\d]{{0,30}}?\b(?:avslås|avslogs|utgår|utgå|stryks|strykas)\b",
        re.IGNORECASE,
    ),
)
# "avslår yrkandet om avslag på punkt 3"
_NOT_REFUSED = re.compile(r"\b(?:avslå[rs]?|avslog|inte|ej)\b[^.;]{0,60}$", re.IGNORECASE)


def refused_points(text: str) -> frozenset[str]:
    """The numbers of the points that a text refuses; none where it refuses to refuse them."""
    return frozenset(
        number
        for pattern in _REFUSED
        for match in pattern.finditer(text)
        if not _NOT_REFUSED.search(text[: match.start()])
        for number in _listed(match["numbers"])
    )


_NAMED = re.compile(_POINT, re.IGNORECASE)


def points_named(text: str) -> frozenset[str]:
    """The numbers of the points that a text names."""
    return frozenset(n for match in _NAMED.finditer(text) for n in _listed(match["numbers"]))


def _listed(numbers: str) -> list[str]:
    """ "1, 3–5 och 7" → 1, 3, 4, 5, 7."""
    found: list[str] = []
    for first, last in re.findall(r"(\d+)(?:\s*[-–]\s*(\d+))?", numbers):
        found += [str(n) for n in range(int(first), int(last or first) + 1)]
    return found


# "att avslå yrkandet om återremiss och att anta planen": what somebody moved, refused
_REFUSED_PAPER = re.compile(
    r"\b(?:att\s+)?avslå[rs]?\s+(?:(?!motion|förslag|ansök|ärende|med\b|till\b|enligt\b|och\b)"
    r"[^\s.;:]+\s+){0,6}?\w*yrkande\w*(?:\s+(?:om|från|av)\s+[^\s.;:]+(?:\s+\([A-ZÅÄÖ]+\))?)?",
    re.IGNORECASE,
)
_AND_DOES = (
    r"\s*,?\s+(?:och|samt)\s+(?=(?:att\s+)?(?:anta|godkänn|fastställ|bifall|bevilja|"
    r"ställ\w+\s+sig|upp(?:drar?|dra\s+åt)|lämna|överlämna|besluta|teckna|utse|avge)\w*\b)"
)
_REFUSES_AND = re.compile(_REFUSED_PAPER.pattern + _AND_DOES, re.IGNORECASE)


def refused_papers(decided: str) -> list[str]:
    """The words by which a decision refuses what somebody moved."""
    return [match[0] for match in _REFUSED_PAPER.finditer(decided)]


def without_refused_papers(decided: str) -> str:
    """A decision without the words that refuse what somebody moved and go on to adopt."""
    return _REFUSES_AND.sub("", decided)
