"""Counts in figures or in words."""

WORDS = {
    word: number
    for number, word in enumerate(
        [
            "noll",
            "en",
            "två",
            "tre",
            "fyra",
            "fem",
            "sex",
            "sju",
            "åtta",
            "nio",
            "tio",
            "elva",
            "tolv",
            "tretton",
            "fjorton",
            "femton",
            "sexton",
            "sjutton",
            "arton",
            "nitton",
            "tjugo",
        ]
    )
} | {"ett": 1, "ingen": 0, "inga": 0}
NUMBER = rf"(?:\d{{1,3}}|{'|'.join(WORDS)})"


def number(text: str | None) -> int | None:
    """The count a word or figure stands for; None when it is neither."""
    if text is None:
        return None
    bare = text.strip().casefold()
    return int(bare) if bare.isdecimal() else WORDS.get(bare)
