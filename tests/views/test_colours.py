"""Letters are readable on every colour, and parties keep their order."""

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.settings import ROOT
from reports.order import in_order
from views.colours import (
    LOCAL_COLOURS,
    NIGHT,
    PAPER,
    PARTY_COLOURS,
    contrast,
    party_colour,
    scale_colour,
    text_on,
)

READABLE = 4.5


@pytest.mark.parametrize("colour", [*PARTY_COLOURS.values(), *LOCAL_COLOURS])
def test_letters_are_readable_on_a_partys_colour(colour: str) -> None:
    assert contrast(text_on(colour), colour) >= READABLE


@settings(deadline=None)
@given(st.floats(0, 1))
def test_figures_are_readable_on_the_scale(share: float) -> None:
    assert contrast(text_on(scale_colour(share)), scale_colour(share)) >= READABLE


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#777777", 1.0), ("#767676", "#ffffff", 4.54)],
)
def test_contrast_is_that_of_the_guidelines(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)


def test_parties_stand_from_left_to_right_and_local_ones_last() -> None:
    assert in_order(["TP", "SD", "S", "BP", "V", "S"]) == ["V", "S", "SD", "BP", "TP"]


def test_a_local_party_keeps_its_colour() -> None:
    assert party_colour("TP") == party_colour("TP")
    assert party_colour("TP") in LOCAL_COLOURS
    assert party_colour("F!") == party_colour("FI")


def test_what_lies_under_a_chart_is_the_pages_colour() -> None:
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]

    assert (theme["light"]["backgroundColor"], theme["dark"]["backgroundColor"]) == (
        PAPER,
        NIGHT,
    )
