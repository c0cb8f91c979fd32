"""Whether two proposals say the same, in words of their own."""

import re

from pipeline.reference import table

_SMALL = frozenset(table("words")["of_proposals"].split())
_STEM = 5  # letters that inflected forms of a word share; of a short one all but the last
_SHORTEST = 3
LEAST = 3  # words that two proposals must share to say the same
_NOT = re.compile(
    r"\b(?:inte|ej|ingen|inga|avslå\w*|stryk\w*|utgå\w*|avstå\w*|avbryt\w*|neka\w*)\b",
    re.IGNORECASE,
)
# what is put to a body, which is the matter itself
_PUT = re.compile(
    r"\b(?:(?:\w*initiativ|medborgarförslag|e-förslag)et|(?:motion|skrivels)en|"
    r"(?:framställ|hemställ|ansök|begär)an)\b",
    re.IGNORECASE,
)

# "50 000 kronor av sökta 80 000 kronor": what was asked for, and not granted
_SOUGHT = r"(?:(?:de|det|den)\s+)?(?:(?:an)?sökta|begärda|äskade|yrkade|önskade|föreslagna)\s+"
_INSTEAD = r"(?:i\s?stället\s+för|och\s+inte)\s+(?:(?:de|det|den)\s+)?"
_ASKED_FOR = re.compile(
    # "i punkt 2", "i stället för den 31 januari 2025"
    rf"\bi\s+punkt(?:en)?\s+\d{{1,2}}\b|\b{_INSTEAD}\d{{1,2}}\s+[a-zåäö]{{3,9}}\s+\d{{4}}|"
    rf"\b(?:av\s+{_SOUGHT}|{_INSTEAD}(?:{_SOUGHT})?)"
    r"\d[\d ]*(?:\s*(?:kronor\w*|kr|tkr|mnkr|miljoner))*",
    re.IGNORECASE,
)


def says_the_same(moved: str, decided: str, least: int = LEAST) -> bool:
    """Whether all that was moved stands in what was decided: each longer word in some form,
    each number, and no less denied. ``least`` is how many words must be shared."""
    moved, decided = (
        _PUT.sub("ärendet", _ASKED_FOR.sub("", words)) for words in (moved, decided)
    )
    words = [w for w in re.findall(r"[^\W\d]{3,}", moved.casefold()) if w not in _SMALL]
    known = set(re.findall(r"[^\W\d]{3,}", decided.casefold()))
    told = all(any(_alike(word, other) for other in known) for word in words)
    numbers = set(re.findall(r"\d+", moved)) - set(re.findall(r"\d+", decided))
    denied = bool(_NOT.search(moved)) == bool(_NOT.search(decided))
    return len({w[:_STEM] for w in words}) >= least and told and not numbers and denied


def _alike(one: str, other: str) -> bool:
    """Whether two words can be forms of one, "väljs" and "välja", or the other is made of it:
    "förbunden" and "studieförbunden"."""
    shared = min(_STEM, max(_SHORTEST, min(len(one), len(other)) - 1))
    return one[:shared] == other[:shared] or _made_of(other, one)


def _made_of(whole: str, last: str) -> bool:
    """Whether a word is a longer one and another: not "oförändrad" of "ändrad"."""
    first = whole.removesuffix(last)
    joined = _SHORTEST <= len(first) < len(whole) and len(last) > _STEM
    return joined and not first.startswith("o")
