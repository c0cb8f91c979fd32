"""Where a report prints the motion it answers."""

import pytest

from pipeline.extraction.handling import printed_motion

TITLE = "Motion av Siv Ryd (L) och Tore Gran (SD) om en brygga för alla"
WORDS = " ".join(f"Bryggan ska vara öppen dag {day}." for day in range(12))
AUTHORS = ("Siv Ryd", "Tore Gran")


@pytest.mark.parametrize(
    ("content", "motion"),
    [
        # below its heading, above its authors
        (f"{TITLE}\n\n{WORDS}\n\nSiv Ryd (L)   Tore Gran (SD)", WORDS),
        # glued to its heading
        (f"{TITLE} {WORDS}\n\nSiv Ryd (L)   Tore Gran (SD)", WORDS),
        # retold before it is printed
        (
            f"{TITLE}\n\nKort sagt.\n\n{TITLE}\n\n{WORDS}\n\nSiv Ryd (L), Tore Gran (SD)",
            WORDS,
        ),
        # an extract that names the motion, and the signers of a reservation below
        (f"{TITLE}\n\nGöran Ek (M) yrkar avslag. {WORDS}\n\nGöran Ek (M)", None),
        # nobody signs
        (f"{TITLE}\n\n{WORDS}", None),
        # too short to be a motion
        (f"{TITLE}\n\nVi vill ha en brygga.\n\nSiv Ryd (L), Tore Gran (SD)", None),
    ],
)
def test_printed_motion(content: str, motion: str | None) -> None:
    span = printed_motion(content, 0, TITLE, AUTHORS)
    assert (span.of(content) if span else None) == motion
