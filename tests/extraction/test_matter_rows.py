"""The rows of one matter: ids, places, who is silent, and what hangs on what."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extraction.texts import (
    ADOPTED,
    AGAINST,
    BOARD,
    FOR,
    NO,
    PUT,
    REJECTED,
    VOTE,
    YES,
    computed,
    read_matter,
    recorded,
)


@pytest.mark.parametrize(
    ("content", "title", "stances"),
    [
        (ADOPTED, "Ny brygga", {"S": "silent", "M": "silent", "C": "absent"}),
        # who is recorded is not silent
        (
            f"{ADOPTED}Reservation\nSiv Li (M) reserverar sig.",
            "Ny brygga",
            {"S": "silent", "C": "absent"},
        ),
        # who stays out of one point is neither silent nor out of the rest
        (
            f"{ADOPTED}Siv Li (M) deltar inte i beslutet i punkt 2.",
            "Ny brygga",
            {"S": "silent", "C": "absent"},
        ),
        # what was moved could not be read, so that anybody may have moved it
        (f"{ADOPTED}Yrkanden\nSe bilaga 2.", "Ny brygga", {}),
        # no decision, or a formality: nobody stands anywhere
        ("Ärendet utgår.", "Ny brygga", {}),
        ("Beslut\nDagordningen godkänns.", "Godkännande av dagordning", {}),
    ],
)
def test_silent_and_absent_parties(content: str, title: str, stances: dict[str, str]) -> None:
    one = read_matter(
        content,
        "Eva Ek (S) ordförande",
        "Bo Alm (M) frånvarande",
        "Siv Li (M)",
        "Lo By (C) frånvarande",
        "Ulla Ro (V) ersättare",
        "Gun Rask (-)",
        title=title,
    )
    assert computed(one) == stances


def test_a_vote_without_figures_is_a_finding() -> None:
    one = read_matter(f"{ADOPTED}Votering\nVotering genomförs.\n", *BOARD)
    assert one.findings == ("§ 7: text under ”Votering” utan siffror eller namn",)


@pytest.mark.parametrize(
    ("below", "findings"),
    [
        (
            "Reservation\nHon höll inte med om det.\n",
            ("§ 7: text under ”Reservation” som inte kunde läsas som handling",),
        ),
        ("Reservation\nSiv Ryd (L) reserverar sig mot beslutet.\n", ()),
        ("Yttranden\nVid behandlingen yttrar sig\nSiv Ryd (L) och Göran Ek (M).\n", ()),
        ("Jäv\nSiv Ryd (L) deltar inte på grund av jäv.\n", ()),
    ],
)
def test_a_heading_for_an_act_without_one_is_a_finding(
    below: str, findings: tuple[str, ...]
) -> None:
    assert read_matter(f"{ADOPTED}{below}", *BOARD).findings == findings


def test_proposals_and_whether_they_were_adopted() -> None:
    one = read_matter(f"{ADOPTED}Yrkanden\n{AGAINST}{FOR}{PUT}", *BOARD)
    assert [(p.proposal_id, p.parties, p.adopted) for p in one.proposals] == [
        ("d1:7:p1", ("L",), False),
        ("d1:7:p2", ("S",), True),
    ]


def test_ids_and_places() -> None:
    content = f"{ADOPTED}Yrkanden\n{AGAINST}{VOTE}{YES}{NO}"
    one = read_matter(content, *BOARD)
    assert [s.statement_id for s in one.statements] == ["d1:7:s1"]
    assert [v.vote_id for v in one.votes] == ["d1:7:v1"]
    assert {b.vote_id for b in one.ballots} == {"d1:7:v1"}
    assert all(content[s.start : s.end] == s.text for s in one.statements)
    assert all(content[p.start : p.end] == p.quote for p in one.positions)
    assert len({p.position_id for p in one.positions}) == len(one.positions)
    assert {(p.body, p.date) for p in one.positions} == {("Hamnnämnden", "2021-03-04")}


def test_an_endorsement_is_tied_to_what_it_joins() -> None:
    one = read_matter(
        f"{ADOPTED}Särskilt uttalande\nUlla Rask (V) lämnar ett särskilt uttalande:\n"
        "Mer båt åt "
        "alla.\n\nKaj Lind (MP) instämmer i Vänsterpartiets uttalande.",
        *BOARD,
    )
    first, second = one.statements
    assert second.endorses == (first.statement_id,)
    assert recorded(one)["MP"] == ("remark", "särskilt uttalande")


def test_a_joint_reservation_counts_for_each_party() -> None:
    one = read_matter(
        f"{ADOPTED}Reservation\nMot beslutet reserverar sig Siv Ryd (L) och Tore Gran (SD).",
        *BOARD,
    )
    (statement,) = one.statements
    assert (statement.joint, statement.parties) == (True, ("L", "SD"))
    assert set(recorded(one)) == {"L", "SD"}


SENTENCES = st.lists(
    st.sampled_from(
        [ADOPTED, REJECTED, "Yrkanden\n", AGAINST, FOR, PUT, VOTE, YES, NO, "Reservation\n"]
    )
    | st.text(max_size=8)
)


@settings(max_examples=30, deadline=None)
@given(SENTENCES)
def test_every_matter_keeps_its_promises(pieces: list[str]) -> None:
    content = "".join(pieces)
    one = read_matter(content, *BOARD)
    keys = [(p.case_id, p.body, p.party) for p in one.positions]
    assert len(keys) == len(set(keys))
    assert all(content[p.start : p.end] == p.quote for p in one.positions)
    assert all(content[s.start : s.end] == s.text for s in one.statements)
    assert {p.statement_id for p in one.positions if p.statement_id} <= {
        s.statement_id for s in one.statements
    }
    assert {b.vote_id for b in one.ballots} <= {v.vote_id for v in one.votes}
