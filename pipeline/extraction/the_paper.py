"""What is moved of the paper before the body, where it is not told whose proposal it is:
"bifall", "avslag på taxan", "att planen antas".

A sign is +1 (adopt), -1 (reject), or 0 where the words say neither.
"""

import re

from pipeline.extraction.denial import affirmed

# "avslag, vilket får stöd av Bo Alm (M)", "avslag med hänvisning till kostnaden"
_WHY = (
    r"(?:,?\s+(?:vilket|eftersom|då|och\s+får|på\s+grund\s+av|"
    r"med\s+(?:motiveringen|hänvisning|anledning))\b.*)?"
)
# "yrkar bifall.", "avslag på ärendet", "instämmer i avslagsyrkandet"
_BARE = re.compile(
    rf"(?:^|[\s,:])(?:(?P<plus>bifall)|avslag)(?:\s+(?:(?:till|på)\s+ärendet|härtill|därtill))?{_WHY}\W*\Z|"
    r"\b(?:i|till|bakom|biträder|stöd(?:j)?er)\s+(?:det\s+)?(?:(?P<joined>bifall)|avslag)"
    r"syrkandet\W*\Z",
    re.IGNORECASE | re.DOTALL,
)
# "bifall till punkterna 1 och 2": points of the proposal before the body
_SOME_POINTS = re.compile(
    r"\bbifall\s+(?:till|på)\s+(?:besluts|del)?punkt(?:en|erna)?\s+\d"
    r"(?:[\d\s,–-]|och|samt)*\W*\Z",
    re.IGNORECASE,
)
# A paper, by what kind it is: "planen", and nothing of what members hand in, nor one among
# several ("namnet Almvägen").
_KIND = (
    r"(?!\w*(?:yrkande|förslag|motion|reservation|initiativ|skrivelse|tillägg|ändring|punkt|"
    r"del|sats|remiss|läggning|(?<=\w)budget)\w*)(?-i:[a-zåäö])\w{2,}(?:en|et|an|na)\b"
    r"(?!\s+(?-i:[A-ZÅÄÖ]))"
)
_OF_KIND = re.compile(
    rf"\b(?:(?P<plus>bifall(?:a|er)?\s+(?:till\s+)?)|(?:avslag\s+på\s+|avslå\w*\s+)){_KIND}"
    rf"(?!\s+(?:från|av)\b)|"
    # "att planen antas"; denied, "att planen inte antas" is to reject it
    rf"\batt\s+{_KIND}\s+(?:(?P<adopted>antas|godkänns|bifalls)|avslås)\W*\Z|"
    r"(?P<unchanged>\b(?:antas?|avges?|bifalls?|godkänns?)\s+(?:i\s+)?oförändrat\b)",
    re.IGNORECASE,
)


def bare_sign(text: str) -> int:
    """What is said without naming anything: "yrkar avslag"."""
    bare = _BARE.search(text)
    return 0 if bare is None else 1 if bare["plus"] or bare["joined"] else -1


def paper_sign(text: str) -> int:
    """What is said of a paper that is named by what kind it is: "bifall till planen"."""
    named = _OF_KIND.search(affirmed(text))
    if named is None:
        return 0
    return 1 if named["plus"] or named["adopted"] or named["unchanged"] else -1


def points_sign(text: str) -> int:
    """What is said of some of the proposal's points: "bifall till punkterna 1 och 2"."""
    return 1 if _SOME_POINTS.search(text) else 0
