"""Citations: what leads a reader back to the paper, and nothing that is not known."""

from typing import Any

import pytest

from reports.citations import citation, file_name, flowing, page_of
from reports.texts import texts
from tests import builders

BASE = {"municipality": "Tallvik", "body": "Hamnnämnden", "date": "2023-03-04"}


def cited(language: str, case: dict[str, Any], document: dict[str, Any], **more: str) -> str:
    """A citation of a case and a document with these fields."""
    made = builders.document(kind="protokoll", source="in/hn.pdf", **(BASE | document))
    there = {"body": None, "date": None, "start": 60, "number": "4", "title": "Ny brygga"}
    return citation(builders.case(**(there | case)), made, texts(language), **more)


@pytest.mark.parametrize(
    ("language", "case", "document", "expected"),
    [
        (
            "sv",
            {},
            {"page_starts": (0, 50)},
            "Tallvik, Hamnnämnden, protokoll 4 mars 2023, § 4, s. 2: ”Ny brygga”."
            " Dokument: hn.pdf.",
        ),
        (
            "en",
            {},
            {"page_starts": (0, 50)},
            "Tallvik, Hamnnämnden, minutes 4 March 2023, § 4, p. 2: “Ny brygga”."
            " Document: hn.pdf.",
        ),
        (
            "sv",
            {"title": None, "number": "HN 2023/1", "start": None},
            {"municipality": None, "page_starts": (0,), "date": None},
            "Hamnnämnden, protokoll, HN 2023/1. Dokument: hn.pdf.",
        ),
        (
            "sv",
            {"body": "Kommunstyrelsen", "date": "2023-05-06"},
            {},
            "Tallvik, Kommunstyrelsen, protokoll 6 maj 2023, § 4: ”Ny brygga”."
            " Dokument: hn.pdf.",
        ),
    ],
)
def test_a_citation_says_what_is_known(
    language: str, case: dict[str, Any], document: dict[str, Any], expected: str
) -> None:
    assert cited(language, case, document) == expected


def test_an_invented_document_says_so_before_the_address() -> None:
    made = cited("sv", {}, {"invented": True}, address="http://x/arende?case=1")

    assert made.endswith(f"[{texts('sv')['frame.invented']}] http://x/arende?case=1")


@pytest.mark.parametrize(
    ("starts", "start", "page"),
    [((), 5, None), ((0, 10), None, None), ((0, 10), 9, 1), ((0, 10), 10, 2), ((3,), 0, 1)],
)
def test_a_page_is_the_one_that_began_last(
    starts: tuple[int, ...], start: int | None, page: int | None
) -> None:
    assert page_of(starts, start) == page


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("/a/b/kf.pdf", "kf.pdf"),
        (r"C:\a\kf.pdf", "kf.pdf"),
        ("https://x.se/a/kf.pdf", "https://x.se/a/kf.pdf"),
    ],
)
def test_a_file_is_named_without_its_folders(source: str, name: str) -> None:
    assert file_name(source) == name


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        (
            "yrkar bifall till\nhamnkontorets förslag.",
            "yrkar bifall till hamnkontorets förslag.",
        ),
        ("om bryggan \n  och kajen", "om bryggan och kajen"),
        # a new sentence, a point, a list and a paragraph keep their place
        ("Bryggan är dyr.\nsedan kom kajen", "Bryggan är dyr.\nsedan kom kajen"),
        ("Nämnden beslutar\natt bygga bryggan", "Nämnden beslutar\natt bygga bryggan"),
        ("Vi vill ha\n1. en brygga", "Vi vill ha\n1. en brygga"),
        ("Vi yrkar\nBifall", "Vi yrkar\nBifall"),
        ("en brygga\n\nen kaj", "en brygga\n\nen kaj"),
        ("till\nattraktiva kajer", "till attraktiva kajer"),
    ],
)
def test_line_ends_in_the_middle_of_a_sentence_are_not_the_quotes(
    printed: str, told: str
) -> None:
    assert flowing(printed) == told
