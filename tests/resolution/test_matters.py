"""One matter through several bodies and documents."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.resolution.matters import CaseKey, link_matters

TITLE = "Ny brygga i gästhamnen"


def key(case_id: str, **fields: Any) -> CaseKey:
    defaults = {
        "municipality": "Tallvik",
        "reference": "KS 2021/17",
        "title": TITLE,
        "date": "2021-03-04",
    }
    return CaseKey(case_id, **{**defaults, **fields})


def linked(one: CaseKey, other: CaseKey) -> bool:
    found = link_matters([one, other])
    return found[one.case_id] == found[other.case_id]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        # the same dnr under like titles
        ({}, {}, True),
        ({}, {"title": "Ny brygga i gästhamnen, remiss"}, True),
        ({}, {"reference": "ks 2021/17"}, True),
        ({}, {"reference": "KS2021/17"}, True),
        # the document's own number within the matter
        ({}, {"reference": "KS 2021/17-4"}, True),
        # a dnr that runs all year
        ({"title": "Val av ledamöter"}, {"title": "Månadsrapport för mars"}, False),
        # other dnr, other place, no dnr
        ({}, {"reference": "KS 2021/18"}, False),
        ({}, {"municipality": "Vik"}, False),
        ({"municipality": None}, {"municipality": None}, False),
        ({"reference": None}, {"reference": None}, False),
        # the same motion under other numbers
        (
            {"title": "Motion av Siv Ryd (L) om fler bryggor i hamnen"},
            {"title": "Svar på motion om fler bryggor i hamnen", "reference": "HN 2021/4"},
            True,
        ),
        (
            {"title": "Motion om fler bryggor i hamnen", "reference": None},
            {"title": "Yttrande över motion om fler bryggor i Hamnen.", "reference": None},
            True,
        ),
        (
            {"title": "Interpellation om fler bryggor i hamnen", "reference": None},
            {
                "title": "Svar på interpellation angående fler bryggor i hamnen",
                "reference": None,
            },
            True,
        ),
        # a motion is no interpellation, and another motion is another matter
        (
            {"title": "Motion om fler bryggor i hamnen", "reference": None},
            {"title": "Interpellation om fler bryggor i hamnen", "reference": None},
            False,
        ),
        (
            {"title": "Motion om fler bryggor i hamnen", "reference": None},
            {"title": "Motion om färre bryggor i hamnen", "reference": None},
            False,
        ),
        # a subject too short to be anybody's own
        (
            {"title": "Motion om bryggor", "reference": None},
            {"title": "Motion om bryggor", "reference": None},
            False,
        ),
        # without titles a dnr alone is not enough
        ({"title": None}, {"title": None}, False),
    ],
)
def test_link_matters(first: dict[str, Any], second: dict[str, Any], same: bool) -> None:
    one, other = key("a", **first), key("b", **second)
    assert linked(one, other) is same
    assert linked(other, one) is same


def test_links_hang_together() -> None:
    motion = "Motion om fler bryggor i hamnen"
    found = link_matters(
        [
            key("a", title=motion, reference="KF 2021/1"),
            key("b", title=f"Svar på {motion.lower()}", reference="KS 2021/9"),
            key("c", title=f"Remiss: {motion.lower()}", reference="KS 2021/9"),
            key("d"),
        ]
    )
    assert found["a"] == found["b"] == found["c"] != found["d"]


def test_a_matter_keeps_its_id_when_a_case_is_added() -> None:
    first, later = key("a"), key("b", date="2021-04-05")
    assert link_matters([first])["a"] == link_matters([later, first])["a"]


def test_no_cases() -> None:
    assert link_matters([]) == {}


KEYS = st.lists(
    st.builds(
        CaseKey,
        st.sampled_from("abcdefgh"),
        st.sampled_from(["Tallvik", None]),
        st.sampled_from(["KS 1/21", "KS 2/21", None]),
        st.sampled_from([TITLE, "Val av ledamöter", None, "Motion om fler bryggor i hamnen"]),
        st.sampled_from(["2021-03-04", None]),
    ),
    unique_by=lambda one: one.case_id,
)


@settings(max_examples=60, deadline=None)
@given(KEYS)
def test_every_case_has_one_matter(keys: list[CaseKey]) -> None:
    found = link_matters(keys)
    assert set(found) == {one.case_id for one in keys}
    assert link_matters(keys) == found
