"""Votes that only choose what is put against the main proposal."""

import pytest

from pipeline.extraction.preparatory import with_preparatory
from tests.extraction.test_votes import counted

BOARD, EK, BO = "bifall till nämndens förslag", "yrkandet från Eva Ek m.fl.", "Bo Alms yrkande"
FOR_EK, FOR_BO = f"bifall till {EK}", f"bifall till {BO}"


def _vote(yes: str, no: str, figures: str) -> str:
    return f"Ja för {yes}. Nej för {no}.\n\n{figures}."


@pytest.mark.parametrize(
    ("votes", "kinds"),
    [
        # what won meets the main proposal
        (
            [(FOR_BO, FOR_EK, "2 ja och 7 nej"), (BOARD, EK, "7 ja och 4 nej")],
            ["förberedande", "huvudvotering"],
        ),
        # what lost does not
        (
            [(FOR_EK, FOR_BO, "2 ja och 7 nej"), (BOARD, FOR_EK, "7 ja och 4 nej")],
            ["huvudvotering", "huvudvotering"],
        ),
        # the main proposal meets one after another
        (
            [(BOARD, FOR_EK, "7 ja och 4 nej"), (BOARD, FOR_BO, "8 ja och 3 nej")],
            ["huvudvotering", "huvudvotering"],
        ),
        ([(BOARD, FOR_EK, "7 ja och 4 nej")], ["huvudvotering"]),
    ],
)
def test_kinds(votes: list[tuple[str, str, str]], kinds: list[str]) -> None:
    found = counted("Votering\n" + "\n\n".join(_vote(*one) for one in votes))
    assert [vote.kind for vote in with_preparatory(found)] == kinds
