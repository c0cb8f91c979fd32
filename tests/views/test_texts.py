"""The two languages hold the same texts, all used, with the same places to fill in."""

import re
import string
import tomllib
from enum import StrEnum

import pytest

from analytics.contested import MONTHS
from analytics.leads import KIND_NAMES
from analytics.majority import DIVIDED
from analytics.power import SPECIAL
from pipeline import corrections, words
from pipeline.settings import ROOT
from views.colours import SHARE_COLOURS
from views.conflict import MEASURES
from views.language import LANGUAGES, text_files, texts
from views.reader import KINDS
from views.seats import CHOICES
from views.votes import ORDERS

BREAKS = ("election", "majority")
CODE = [
    ROOT / "dashboard.py",
    *sorted(path for room in ("views", "reports") for path in (ROOT / room).rglob("*.py")),
]
SOURCE = "\n".join(path.read_text("utf-8") for path in CODE)
# Values of closed lists that the code never writes out; every one has a text.
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
    "mark": KINDS,
    "lead": KIND_NAMES,
    "lead_kind": KIND_NAMES,
    "step": (*MONTHS, "half", "term"),
    "measure": MEASURES,
    "break": BREAKS,
    "break_at": BREAKS,
    "choice": CHOICES,
    "choice_letter": CHOICES,
    "votes_view": ("list", "time", "parties"),
    "votes_order": ORDERS,
    "correction_state": corrections.State,
    "correction_operation": corrections.Operation,
    "level": ("few", "uncertain", "firm"),
    "settled": (*SPECIAL.values(), "unknown"),
    "standing": (DIVIDED,),
    "wording": ("decision", "adopted", "alternative"),
}


def asked_for() -> set[str]:
    """Every key that the code writes out."""
    asked = set(re.findall(r"""\btext\(\s*["']([^"']+)["']""", SOURCE))
    plural = {
        f"{key}_{form}"
        for key in re.findall(r"""plural\(\s*["']([^"']+)["']""", SOURCE)
        for form in ("one", "many")
    }
    codes = {
        f"{section}.{str(code).replace(' ', '_')}"
        for section, values in WORDS.items()
        for code in values
    }
    return asked | plural | codes


def composed() -> list[re.Pattern[str]]:
    """Keys that the code puts together: anything may stand where the braces are."""
    found = re.findall(r"""\b(?:text|plural)\(\s*f["']([^"']+)["']""", SOURCE)
    return [
        re.compile(re.sub(r"\\\{.+?\\\}", r"\\w+", re.escape(key)) + "(_one|_many)?")
        for key in found
    ]


def used() -> set[str]:
    """Every text that the code can come to show."""
    plain = set(re.findall(r"""["']([a-z_]+\.[a-z_]+)["']""", SOURCE))
    sections = set(re.findall(r"""\bword\(\s*["']([^"']+)["']""", SOURCE)) | set(WORDS)
    patterns = composed()
    return {
        key
        for key in texts("sv")
        if key in plain | asked_for()
        or key.split(".")[0] in sections
        or any(pattern.fullmatch(key) for pattern in patterns)
    }


def test_both_languages_have_the_same_keys() -> None:
    assert set(texts("sv")) == set(texts("en"))


def test_every_key_that_is_asked_for_exists() -> None:
    assert asked_for() - set(texts("sv")) == set()


def test_every_key_is_asked_for() -> None:
    assert set(texts("sv")) - used() == set()


@pytest.mark.parametrize("pattern", composed(), ids=lambda pattern: pattern.pattern)
def test_a_composed_key_can_be_found(pattern: re.Pattern[str]) -> None:
    assert any(pattern.fullmatch(key) for key in texts("sv"))


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
def test_text_files_have_two_levels_and_no_section_twice(language: str) -> None:
    files = [tomllib.loads(path.read_text("utf-8")) for path in text_files(language)]
    sections = [name for one in files for name in one]

    assert len(set(sections)) == len(sections)
    assert all(
        isinstance(text, str)
        for one in files
        for names in one.values()
        for text in names.values()
    )
