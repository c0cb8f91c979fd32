"""What a party wanted with a matter: the whole truth table."""

import pytest

from analytics.wishes import ASIDE, asked_for, wish


@pytest.mark.parametrize(
    ("outcome", "stance", "asked", "wanted"),
    [
        ("bifall", "for", None, 1),
        ("bifall", "against", None, -1),
        # to be for the rejection of a motion is to be against the motion
        ("avslag", "for", None, -1),
        ("avslag", "against", None, 1),
        # own words that say the same, and words that speak against the stance
        ("avslag", "against", 1, 1),
        ("avslag", "against", -1, None),
        ("bifall", "for", -1, None),
        # against the rejection, but only for an answer or more time
        ("avslag", "against", ASIDE, None),
        ("bifall", "against", ASIDE, None),
        # first more time, then for
        ("bifall", "for", ASIDE, 1),
        # neither granted nor refused: only own words tell
        ("besvarad", "against", None, None),
        ("besvarad", "against", 1, 1),
        ("besvarad", "for", -1, -1),
        ("besvarad", "for", ASIDE, None),
        ("återremiss", "for", None, None),
        ("delvis bifall", "against", None, None),
        (None, "for", None, None),
        # no side, no wish
        ("bifall", "abstained", None, None),
        ("avslag", "remark", None, None),
        ("bifall", "split", None, None),
        ("besvarad", "abstained", 1, None),
        ("bifall", "not_participating", None, None),
        ("bifall", None, None, None),
    ],
)
def test_wish(
    outcome: str | None, stance: str | None, asked: int | None, wanted: int | None
) -> None:
    assert wish(outcome, stance, asked) == wanted


@pytest.mark.parametrize(
    ("yrkanden", "asked"),
    [
        (["yrkar bifall till motionen."], 1),
        (["yrkar avslag på förslaget."], -1),
        (["yrkar att motionen ska anses besvarad."], ASIDE),
        (["yrkar återremiss", "yrkar bifall till förslaget"], 1),
        # "bifall" to a body's proposal can be a rejection of the motion
        (["yrkar bifall till kommunstyrelsens förslag."], None),
        (["yrkar bifall till motionen", "yrkar avslag på motionen"], None),
        ([], None),
    ],
)
def test_asked_for(yrkanden: list[str], asked: int | None) -> None:
    assert asked_for(yrkanden) == asked
