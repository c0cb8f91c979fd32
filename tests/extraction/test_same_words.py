"""Whether what was moved is what was decided, in words of their own."""

import pytest

from pipeline.extraction.same_words import says_the_same


@pytest.mark.parametrize(
    ("moved", "decided", "same"),
    [
        ("att initiativet lämnas utan åtgärd", "lämna initiativet utan åtgärd", True),
        ("att initiativet lämnas utan åtgärd", "Ärendet lämnas utan åtgärd.", True),
        ("att ärendet lämnas utan åtgärd", "Skrivelsen lämnas utan åtgärd.", True),
        ("att initiativet lämnas utan åtgärd", "Bryggan lämnas utan åtgärd.", False),
        (
            "föreslår nämnden välja Bo Alm (M) som revisor",
            "Bo Alm (M) väljs som revisor.",
            True,
        ),
        ("att avgiften sänks till 10 kronor", "avgiften sänks till 12 kronor", False),
        ("att skolan i Ås inte läggs ned", "skolan i Ås läggs ned", False),
        ("att skolan i Ås läggs ned i vår", "skolan i Ås läggs ned i höst", False),
        ("bryggan målas", "bryggan målas", False),
        # a longer word is made of the one that was moved, but not its opposite
        ("klubbarna redovisar deltagare", "båtklubbarna redovisar deltagare", True),
        ("att taxan för båtar är ändrad", "taxan för båtar är oförändrad", False),
    ],
)
def test_what_was_moved_is_what_was_decided(moved: str, decided: str, same: bool) -> None:
    assert says_the_same(moved, decided) == same
