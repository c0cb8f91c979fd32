"""The two languages hold the same texts, all used, with the same places to fill in."""

import re
import string
import tomllib
from enum import StrEnum
from pathlib import Path

import pytest

from analytics.contested import MONTHS
from analytics.leads import KIND_NAMES
from pipeline import words
from pipeline.settings import ROOT
from views.colours import SHARE_COLOURS, STANCE_SIGNS
from views.language import FOLDER, LANGUAGES, texts
from views.reader import KINDS

CODE = [
    ROOT / "dashboard.py",
    *sorted(path for room in ("views", "reports") for path in (ROOT / room).rglob("*.py")),
]
PAGES = ("overview", "issues", "agreement", "sources", "case")

# Keys that the code puts together: what stands in the braces, and every value that it takes.
COMPOSED = {
    "{name}.title": PAGES,
    "{page}.title": PAGES,
    "{page}.lead": ("overview", "issues", "agreement", "sources"),
    "filters.{key}": ("from", "to"),
    "figures.{name}": ("meetings", "documents", "decisions", "contested"),
    "coverage.{name}": ("body", "meetings", "documents", "cases", "findings", "period"),
    "chart.{name}": ("contested", "other", "axis"),
    "pairs.{name}": ("pair", "n", "share", "interval", "shares"),
    "sources.column_{name}": (
        "document",
        "date",
        "cases",
        "statements",
        "positions",
        "findings",
    ),
    "sources.{kind}": ("vote", "position"),
    "mark.{kind}": KINDS,
    "lines.{side}": (*(set(STANCE_SIGNS) - {"absent"}), "other"),
    "agreement.{key}": ("first", "second"),
    "votes.{name}": ("yes", "no", "abstain", "absent"),
}
WORDS: dict[str, type[StrEnum] | tuple[str, ...]] = {
    "stance": words.Stance,
    "stance_letter": words.Stance,
    "basis": words.Basis,
    "act": words.Act,
    "outcome": words.Outcome,
    "decided_by": words.DecidedBy,
    "item_type": words.ItemType,
    "kind": words.Kind,
    "vote_kind": words.VoteKind,
    "vote_method": words.VoteMethod,
    "vote_outcome": ("ja", "nej"),
    "share": tuple(SHARE_COLOURS),
    "lead": KIND_NAMES,
    "lead_kind": KIND_NAMES,
    "level": ("few", "uncertain", "firm"),
    "step": tuple(MONTHS),
}


def used() -> set[str]:
    """Every key that the code asks for."""
    source = "\n".join(path.read_text("utf-8") for path in CODE)
    plain = set(re.findall(r"""["']([a-z_]+\.[a-z_]+)["']""", source)) & set(texts("sv"))
    asked = set(re.findall(r"""\btext\(\s*["']([^"']+)["']""", source))
    plural = {
        f"{key}_{form}"
        for key in re.findall(r"""plural\(\s*["']([^"']+)["']""", source)
        for form in ("one", "many")
    }
    composed = {
        re.sub(r"\{\w+\}", value, pattern)
        for pattern, values in COMPOSED.items()
        for value in values
    }
    words = {
        f"{section}.{str(code).replace(' ', '_')}"
        for section, codes in WORDS.items()
        for code in codes
    }
    return plain | asked | plural | composed | words


def test_both_languages_have_the_same_keys() -> None:
    assert set(texts("sv")) == set(texts("en"))


def test_every_key_that_is_asked_for_exists() -> None:
    assert used() - set(texts("sv")) == set()


def test_every_key_is_asked_for() -> None:
    assert set(texts("sv")) - used() == set()


def test_every_composed_key_is_known_here() -> None:
    source = "\n".join(path.read_text("utf-8") for path in CODE)
    found = set(re.findall(r"""\btext\(\s*f["']([^"']+)["']""", source))

    assert found == set(COMPOSED)


@pytest.mark.parametrize("key", sorted(texts("sv")))
def test_a_text_has_the_same_places_in_both_languages(key: str) -> None:
    def places(language: str) -> set[str | None]:
        return {
            name for _, name, _, _ in string.Formatter().parse(texts(language)[key]) if name
        }

    assert places("sv") == places("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_empty_and_letters_tell_stances_apart(language: str) -> None:
    assert all(
        value.strip() for name, value in texts(language).items() if name != "format.and"
    )
    letters = [texts(language)[f"stance_letter.{code}"] for code in words.Stance]
    assert len(set(letters)) == len(letters)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_file_has_two_levels(language: str) -> None:
    sections = tomllib.loads((Path(FOLDER) / f"{language}.toml").read_text("utf-8"))

    assert all(isinstance(text, str) for names in sections.values() for text in names.values())
