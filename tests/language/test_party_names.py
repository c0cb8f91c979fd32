"""The letters a party goes by."""

import pytest

from pipeline.language.party_names import canonical


@pytest.mark.parametrize(
    ("letters", "today"),
    [
        ("S", "S"),
        (" s ", "S"),
        # parties that changed their letters
        ("fp", "L"),
        ("FP", "L"),
        ("F!", "FI"),
        ("vpk", "V"),
        ("kds", "KD"),
        # a local party that no list knows stays
        ("XYZ", "XYZ"),
        # an independent has no party
        ("-", None),
        ("–", None),
        ("", None),
    ],
)
def test_canonical(letters: str, today: str | None) -> None:
    assert canonical(letters) == today
