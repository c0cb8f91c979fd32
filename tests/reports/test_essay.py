"""Our own documents cut into parts."""

import pytest

from pipeline.settings import docs_dir
from reports.essay import Part, language_names, method_parts, word_lists
from reports.texts import LANGUAGES

DOCUMENT = """# Metod · Method

## På svenska

**Tystnad.** Inte ett ja.

1. ett

**Träd och karta** bevisar ingenting.

## In English

**Silence.** Not a yes, and **not** a no.
"""


def test_a_half_is_cut_at_its_bold_leads() -> None:
    assert method_parts(DOCUMENT, 0) == [
        Part("Tystnad", "Inte ett ja.\n\n1. ett"),
        Part("Träd och karta", "Träd och karta bevisar ingenting."),
    ]
    assert method_parts(DOCUMENT, 1) == [Part("Silence", "Not a yes, and **not** a no.")]


def test_a_glossary_is_cut_into_its_tables() -> None:
    (found,) = word_lists(
        "# O\n\ntext\n\n## Ord · Words\n\n| ord | en |\n|---|---|\n| a | b |"
    )

    assert (found.name, found.headings, found.rows) == (
        "Ord · Words",
        ("ord", "en"),
        (("a", "b"),),
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Ord · Words", {"sv": "Ord", "en": "Words"}), ("Ord", {"sv": "Ord", "en": "Ord"})],
)
def test_a_heading_has_a_name_in_each_language(name: str, expected: dict[str, str]) -> None:
    assert language_names(name, list(LANGUAGES)) == expected


@pytest.mark.parametrize("place", range(len(LANGUAGES)))
def test_the_method_as_shipped_has_parts_in_both_languages(place: int) -> None:
    parts = method_parts((docs_dir() / "method.md").read_text("utf-8"), place)

    assert len(parts) > 10
    assert all(part.name and part.text for part in parts)
    assert word_lists((docs_dir() / "glossary.md").read_text("utf-8"))
