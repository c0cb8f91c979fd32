"""Leads as sentences: every kind in both languages, with its n, and never a why."""

import re

import pytest

from analytics.leads import KIND_NAMES
from reports.sentences import day, listed, sentence
from reports.texts import LANGUAGES, texts

LEAD = {
    **{"parties": ["L", "M"], "others": ["S"], "body": "Hamnnämnden", "topic": "hamnar"},
    **{"date": "2021-03-04", "k": 1, "n": 20, "now_k": 4.0, "now_n": 12.0},
    **{"low": 0.01, "high": 0.24, "earlier": "2019-02-01", "phrase": "oförändrad avgift"},
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KIND_NAMES)
def test_every_kind_has_a_sentence_with_its_figures(kind: str, language: str) -> None:
    told = sentence(LEAD | {"kind": kind}, texts(language))

    assert re.search(r"\b1\b.*\b20\b", told)
    assert "1–24" in told
    assert not re.search(r"\{|\b(därför|eftersom|because|nan)\b", told)


def test_a_sentence() -> None:
    told = sentence(LEAD | {"kind": "casting_vote", "others": []}, texts("sv"))
    assert told == (
        "Ordförandens utslagsröst avgjorde i Hamnnämnden 4 mars 2021: L och M. Det hände i"
        " 1 av 20 andra omstridda ärenden i organet."
        " (95\N{NO-BREAK SPACE}%-intervall för den andelen: 1–24\N{NO-BREAK SPACE}%.)"
    )


@pytest.mark.parametrize(
    ("kind", "others", "begins"),
    [
        (
            "against_own_words",
            [],
            "L och M skrev ”oförändrad avgift” 1 februari 2019 men stod i Hamnnämnden 4 mars"
            " 2021, under samma styre, för ett beslut som ändrade det.",
        ),
        (
            "kept_promise",
            ["S"],
            "L och M var i opposition emot beslutet 1 februari 2019 och stod som styrande för"
            " ett beslut åt andra hållet i Hamnnämnden 4 mars 2021.",
        ),
        (
            "new_outcome",
            ["S"],
            "Det som L och M ville och som föll 1 februari 2019 blev beslut i Hamnnämnden"
            " 4 mars 2021.",
        ),
        (
            "absence_decided",
            ["S"],
            "Med ordinarie ledamot från L och M på plats hade utgången blivit en annan i"
            " Hamnnämnden 4 mars 2021 (platsen hade S).",
        ),
        (
            "absence_decided",
            [],
            "Med ordinarie ledamot från L och M på plats hade utgången blivit en annan i"
            " Hamnnämnden 4 mars 2021.",
        ),
    ],
)
def test_a_sentence_says_what_is_compared(kind: str, others: list[str], begins: str) -> None:
    told = sentence(LEAD | {"kind": kind, "others": others}, texts("sv"))
    assert told.startswith(begins)


@pytest.mark.parametrize(
    ("items", "told"), [([], ""), (["S"], "S"), (["S", "V", "MP"], "S, V och MP")]
)
def test_listed(items: list[str], told: str) -> None:
    assert listed(items, texts("sv")) == told


@pytest.mark.parametrize(
    ("iso", "told"), [("2022-12-14", "14 december 2022"), ("2022", "2022"), (None, "")]
)
def test_day(iso: str | None, told: str) -> None:
    assert day(iso, texts("sv")) == told
