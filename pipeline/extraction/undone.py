"""Acts that are named and not done: denied, told of in a paper, of nobody in particular."""

import re

from pipeline.language.mention import word_before

# "reserverar sig inte", "som inte stöder yrkandet", "har ingen avvikande mening"
_DENIED = re.compile(r"\s+(?:sig\s+)?(?:inte|ej|aldrig)\b", re.IGNORECASE)
_DENIED_BEFORE = re.compile(r"\b(?:inte|ej|aldrig)\s+\Z", re.IGNORECASE)
_DENIED_WITHIN = re.compile(r"\b(?:inte|ej|aldrig|ing(?:en|et|a))\b", re.IGNORECASE)
_DENIABLE = frozenset({"reservation", "yrkande", "instämmande"})
# "lämnar ett yttrande där Liberalerna reserverar sig mot skrivningen"
_TOLD = re.compile(
    r"\w*(?:yttrande|anteckning|skrivelse|uttalande)\w*,?\s+(?:där|vari|i\s+vilk(?:en|et))\s+\Z"
)
# "de 80 000 kronor som Bo Alm (M) yrkat"
_THAT = re.compile(r"\w\s+som\s+\Z")
# "den som biträder Eva Eks förslag röstar ja": nobody in particular
_WHOEVER = re.compile(r"\b(?:den|de|dem)\s+som\s+\Z", re.IGNORECASE)


def undone(text: str, name: str, act: tuple[int, int], who: tuple[int, int]) -> bool:
    """Whether an act of this ``name`` is not done. ``act`` is where its words begin and end,
    ``who`` where the sentence and the first of those it names begin."""
    if name in _DENIABLE and (_denied(text, act) or _TOLD.search(text, *who)):
        return True
    if name in ("yrkande", "förslag") and _THAT.search(text, *who):
        return True
    two_words = word_before(text, word_before(text, act[0]))
    return name == "instämmande" and _WHOEVER.search(text, two_words, act[0]) is not None


def _denied(text: str, act: tuple[int, int]) -> bool:
    before = _DENIED_BEFORE.search(text, word_before(text, act[0]), act[0])
    return bool(_DENIED_WITHIN.search(text, *act) or before or _DENIED.match(text, act[1]))
