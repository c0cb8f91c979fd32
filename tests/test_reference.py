"""What the program knows beforehand, and that its files say what the code expects."""

import re

import pytest

from pipeline.extraction.outline import Line, heading_kind
from pipeline.extraction.statements import OPENERS
from pipeline.reference import (
    TopicWords,
    invented,
    mandates,
    municipalities,
    parties,
    table,
    topic_words,
    topics,
)

NATIONAL = {"S", "M", "SD", "C", "V", "KD", "MP", "L"}
NOT_SPOKEN = {"bakgrund", "förslag", "slut"}


def test_parties() -> None:
    by_short = {one.short: one for one in parties() if one.municipality is None}
    assert set(by_short) >= NATIONAL
    assert by_short["L"].former == ("FP",)
    assert "centern" in by_short["C"].words


def test_national_parties_come_first() -> None:
    local = [one.municipality is not None for one in parties()]
    assert local == sorted(local)


def test_party_ids_are_unique_and_name_the_place() -> None:
    ids = [one.party_id for one in parties()]
    assert len(ids) == len(set(ids))
    for one in parties():
        place = f"@{one.municipality}" if one.municipality else ""
        assert one.party_id == one.short + place


def test_no_word_means_two_parties() -> None:
    words = [word for one in parties() for word in (one.name.casefold(), *one.words)]
    doubled = {w for w in words if words.count(w) > 1}
    # the name of a party may be repeated among its words
    assert doubled <= {one.name.casefold() for one in parties()}
    assert all(word == word.casefold() for one in parties() for word in one.words)


def test_mandates_have_a_source_and_run_forward() -> None:
    assert mandates()
    for one in mandates():
        assert one.source
        assert one.governing
        assert one.end is None or one.start < one.end
        for day in (one.start, one.end):
            assert day is None or re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", day)


def test_mandates_of_a_place_follow_each_other() -> None:
    for place in {one.municipality for one in mandates()}:
        rows = [one for one in mandates() if one.municipality == place]
        assert all(
            a.end is not None and a.end <= b.start
            for a, b in zip(rows, rows[1:], strict=False)
        )


@pytest.mark.parametrize(
    ("place", "day", "governing"),
    [
        ("Stockholm", "2008-05-05", {"M", "FP", "KD"}),
        ("Stockholm", "2012-05-05", {"M", "FP", "KD", "C"}),
        ("Stockholm", "2016-05-05", {"S", "V", "MP", "FI"}),
        ("Stockholm", "2020-05-05", {"M", "MP", "L", "C", "KD"}),
        # the new majority begins at a meeting, not at New Year
        ("Stockholm", "2022-10-16", {"M", "MP", "L", "C", "KD"}),
        ("Stockholm", "2022-10-17", {"S", "V", "MP"}),
    ],
)
def test_who_governed(place: str, day: str, governing: set[str]) -> None:
    (one,) = [
        row
        for row in mandates()
        if row.municipality == place
        and row.start <= day
        and (row.end is None or day < row.end)
    ]
    assert set(one.governing) == governing


def test_municipalities() -> None:
    assert {"Göteborg", "Borås", "Upplands Väsby", "Överkalix"} <= municipalities()
    assert invented() == {"Lindvattna"}
    assert invented() <= municipalities()
    assert not any(name.endswith((" kommun", " stad")) for name in municipalities())


@pytest.mark.parametrize("row", table("headings")["heading"], ids=lambda row: row["kind"])
def test_headings_are_lower_case_and_known_to_the_code(row: dict[str, object]) -> None:
    assert row["kind"] in set(OPENERS) | NOT_SPOKEN
    for form in row["forms"]:
        re.compile(form)
        plain = re.sub(r"\[[^]]*\]|\\\w", "", form)
        assert plain == plain.lower()


@pytest.mark.parametrize("row", table("headings")["heading"], ids=lambda row: row["kind"])
def test_a_plain_heading_is_of_its_own_kind(row: dict[str, object]) -> None:
    plain = [form for form in row["forms"] if re.fullmatch(r"[a-zåäö ]+", form)]
    for form in plain:
        printed = form.capitalize()
        assert heading_kind(Line(0, len(printed), printed)) == row["kind"]


def test_acts_have_a_known_place_and_patterns() -> None:
    for row in table("acts")["act"]:
        assert row["place"] in ("subject", "after", "passive")
        assert row["patterns"]
        for pattern in row["patterns"]:
            assert pattern == pattern.lower()
            assert all(re.fullmatch(r"\*\d+|[^*]+", word) for word in pattern.split())


def test_topics_are_26_and_formalia_with_their_crosswalks() -> None:
    keys = [topic.topic for topic in topics()]
    assert len(keys) == len(set(keys)) == 27
    assert keys[-1] == "formalia"
    for topic in topics()[:-1]:
        assert topic.name
        assert topic.name_english
        assert topic.cap
        assert all(re.fullmatch(r"\d(\.\d+)+", chapter) for chapter in topic.klassa)
        assert topic.klassa


@pytest.mark.parametrize("row", topic_words(), ids=lambda row: row.topic)
def test_topic_words_are_forms_that_can_be_found(row: TopicWords) -> None:
    words = [*row.strong, *row.words, *row.weak]
    assert len(words) == len(set(words))
    for word in words:
        # dictionary words, letters with a hyphen for a part of one
        assert re.fullmatch(r"-?[a-zåäöéü]+(?:-[a-zåäöéü]+)*-?", word), word
    for phrase in row.phrases:
        assert " " in phrase or phrase.startswith("^"), phrase
