"""Who won a tie that the chair's vote broke."""

import pytest

from pipeline.extraction.ties import cast_for
from pipeline.words import Choice

SIDES = {"ja": "avslag på motionen", "nej": "bifall till motionen"}
BALLOTS = (("Eva Ek", "S", Choice.NEJ), ("Bo Alm", "M", Choice.JA))


@pytest.mark.parametrize(
    ("said", "side"),
    [
        # told outright, which goes before what the chair's ballot was
        ("Ordföranden använder sin utslagsröst och röstar ja.", "ja"),
        # the ballot of the chair named with the casting vote
        ("Ordföranden Bo Alm (M) har utslagsröst.", "ja"),
        ("Ordförandens utslagsröst avgör.", None),
        # another person near the chair is not the chair
        (
            "Ordföranden finner på Bo Alms (M) begäran att utslagsrösten avgör.",
            None,
        ),
        # what was decided with it, in either order of the words
        ("Ordförandens utslagsröst avgör, varför motionen bifalls.", "nej"),
        ("Vid lika röstetal avgör ordförandens röst. Motionen bifalls.", "nej"),
        ("Med utslagsröst avslår nämnden därmed motionen.", None),
        ("Rösten är utslagsgivande och nämnden avslår därmed motionen.", "ja"),
        # a chair without a ballot
        ("Ordföranden Siv Ryd (V) har utslagsröst.", None),
    ],
)
def test_the_side_of_the_chair(said: str, side: str | None) -> None:
    assert cast_for(said, SIDES, BALLOTS) == side


def test_the_chair_decides_whether_to_decide_today() -> None:
    sides = {"ja": "att ärendet avgörs i dag", "nej": "att ärendet återremitteras"}
    told = "Med ordförandens utslagsröst beslutar nämnden att ärendet ska {}."
    assert cast_for(told.format("avgöras i dag"), sides, ()) == "ja"
    assert cast_for(told.format("återremitteras"), sides, ()) == "nej"
    assert cast_for(told.format("vänta"), sides, ()) is None


@pytest.mark.parametrize(
    ("yes", "no", "said", "side"),
    [
        # only one side is about what was decided on
        ("bifall till tjänsteutlåtandet", "bifall till motionen", "bifaller utlåtandet", None),
        (
            "bifall till tjänsteutlåtandet",
            "bifall till motionen",
            "bifaller tjänsteutlåtandet",
            "ja",
        ),
        ("bifall till nämndens förslag", "bifall till motionen", "avslår motionen", "ja"),
        # both may be meant
        ("bifall till Bo Alms yrkande", "bifall till yrkandet", "bifaller yrkandet", None),
    ],
)
def test_the_chair_decides_between_two_proposals(
    yes: str, no: str, said: str, side: str | None
) -> None:
    told = f"Ordföranden finner med sin utslagsröst att nämnden {said}."
    assert cast_for(told, {"ja": yes, "nej": no}, ()) == side
