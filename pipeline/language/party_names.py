"""What the parties are called: their letters, former ones too, and their words."""

import re
from functools import cache

from pipeline.reference import parties

# Party letters in parentheses; lower case in older minutes. Words that stand so are no party.
LETTERS = (
    r"(?!(?:ej|se|nr|kl|bil|sid|del|tf|ca|ej|red|vik|tjg|ers|ordf|sekr|"
    r"just)\b)[A-Za-zÅÄÖåäöÁÉáé]{1,4}!?"
)


def canonical(letters: str) -> str | None:
    """The letters a party goes by today: "fp" → "L", "F!" → "FI", "-" → None."""
    bare = letters.strip().upper()
    return _former().get(bare, bare) if bare not in ("-", "–", "") else None


@cache
def _former() -> dict[str, str]:
    return {old: party.short for party in parties() for old in party.former}


@cache
def known_letters() -> frozenset[str]:
    """Every letter combination of the reference list, former ones included."""
    return frozenset(
        letters for party in parties() for letters in (party.short, *party.former)
    )


@cache
def _party_words() -> dict[str, str]:
    return {
        word: party.short
        for party in parties()
        for word in (party.name.casefold(), *(w.casefold() for w in party.words))
    }


@cache
def party_words() -> re.Pattern[str]:
    """The words that name a party of the reference list, in the genitive too."""
    longest_first = sorted(_party_words(), key=len, reverse=True)
    first = "".join(sorted({re.escape(word[0]) for word in longest_first}))
    words = "|".join(map(re.escape, longest_first))
    return re.compile(rf"\b(?=[{first}])(?:{words})s?\b", re.IGNORECASE)


def party_of_word(word: str) -> str:
    """The letters of the party that a word of ``party_words`` names."""
    bare = " ".join(word.casefold().split())
    return _party_words().get(bare) or _party_words()[bare.removesuffix("s")]
