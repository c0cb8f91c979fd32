"""Colours of parties and stances. Colour never stands alone: letters and signs are always
printed.

Text on a party's colour is black or white, whichever has the higher contrast.
"""

from functools import cache

PARTY_COLOURS = {
    "V": "#9b1c1c",
    "S": "#e8112d",
    "MP": "#5fa527",
    "C": "#00753a",
    "L": "#0063a8",
    "M": "#7cc4ea",
    "KD": "#231f74",
    "SD": "#f2d600",
    "FI": "#c2185b",
}
"""Close to the parties' own; V darker than S so that the two reds can be told apart."""

LOCAL_COLOURS = (
    "#6b4e9b",
    "#8a6d3b",
    "#2f7f86",
    "#a0527a",
    "#5c6b7a",
    "#b0692c",
    "#4f7a4f",
    "#7d5a50",
)
"""For parties that only exist locally; the same letters always get the same one."""

STANCE_SIGNS = {
    "for": "+",
    "against": "\N{MINUS SIGN}",
    "abstained": "\N{WHITE CIRCLE}",
    "split": "\N{PLUS-MINUS SIGN}",
    "remark": "\N{RIGHT DOUBLE QUOTATION MARK}",
    "not_participating": "\N{MULTIPLICATION SIGN}",
    "silent": "\N{MIDDLE DOT}",
    "absent": "",
}

LINE_COLOURS = {"for": "#2b6ca3", "against": "#c2571a"}
SHARE_COLOURS = {
    "same": "#2b6ca3",
    "neither": "#a9c4d9",
    "different": "#e3b48f",
    "one": "#c2571a",
}
SCALE = ((0.0, "#c2571a"), (0.5, "#f3efe6"), (1.0, "#2b6ca3"))
"""Agreement: orange apart, blue together; told apart by every common colour blindness."""

EDGE = "#8a9097"
"""Around what has a party's colour: some are as dark as night and some as light as paper."""
BLACK, WHITE = "#000000", "#ffffff"
PAPER, NIGHT = "#fcfbf9", "#15181b"
"""What lies under a chart in light and in dark; as ``.streamlit/config.toml`` has it."""
QUIET_INK, QUIET_AT_NIGHT = "#5f666d", "#9aa3ab"
"""Small print in charts on paper, also that of a saved picture, and on a dark page: no one
grey can be read on both."""


def party_colour(party: str) -> str:
    """The colour of a party's letters."""
    known = PARTY_COLOURS.get(party.upper().replace("F!", "FI"))
    return known or LOCAL_COLOURS[sum(map(ord, party)) % len(LOCAL_COLOURS)]


@cache
def text_on(colour: str) -> str:
    """Black or white, whichever reads better on ``colour``."""
    return max((BLACK, WHITE), key=lambda ink: contrast(ink, colour))


def scale_colour(share: float) -> str:
    """The colour of an agreement between 0 and 1."""
    low, high = (SCALE[0], SCALE[1]) if share < SCALE[1][0] else (SCALE[1], SCALE[2])
    part = (share - low[0]) / (high[0] - low[0])
    pairs = zip(_channels(low[1]), _channels(high[1]), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * part):02x}" for a, b in pairs)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG defines it, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    shares = [channel / 255 for channel in _channels(colour)]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
