"""Where two texts differ, word by word."""

from difflib import SequenceMatcher

Difference = tuple[str, list[str], list[str]]

_AROUND = ".,;:!?\"'”“’()[]*–-"


def differences(left: str, right: str) -> list[Difference]:
    """The stretches of words of two texts in order: what was done, the words to the left and
    those to the right.

    What was done is "equal", "replace", "delete" (only to the left) or "insert" (only to the
    right). Words are what stands between white space; they are the same when they differ in
    capitals and surrounding punctuation only, so an equal stretch still has the words of both.
    The longest common stretches are found as in Ratcliff and Metzener (1988), Pattern
    matching: the gestalt approach (``difflib``).
    """
    ours, theirs = left.split(), right.split()
    # difflib takes words that are common in a long text for noise unless told otherwise
    matcher = SequenceMatcher(
        None, list(map(_bare, ours)), list(map(_bare, theirs)), autojunk=False
    )
    return [
        (done, ours[start:end], theirs[begin:stop])
        for done, start, end, begin, stop in matcher.get_opcodes()
    ]


def likeness(found: list[Difference]) -> float:
    """How much of two texts is the same, from 0 to 1: twice the equal words / all words of
    both (as Ratcliff and Metzener); 0 for two empty texts. ``found`` is from
    ``differences``."""
    every = sum(len(left) + len(right) for _, left, right in found)
    same = sum(len(left) for done, left, _ in found if done == "equal")
    return 2 * same / every if every else 0.0


def _bare(word: str) -> str:
    # punctuation that stands alone, such as a dash, is a word of its own
    return word.strip(_AROUND).casefold() or word
