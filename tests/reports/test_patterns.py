"""The SQL of votes, conflict, proposals and motions, on stores of a few rows."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from pipeline.models import Extraction, Mandate
from pipeline.storage import building
from pipeline.storage.snapshot import open_snapshot
from reports import patterns, queries
from reports.choice import Choice
from reports.polls import polled
from reports.reader import Reader
from tests.builders import (
    ballot,
    case,
    document,
    extraction,
    position,
    proposal,
    statement,
    vote,
)
from tests.stores import add, answer

MANDATES = (
    Mandate("Tallvik", "2018-10-15", "2022-10-17", ("S", "V"), (), "protokoll"),
    Mandate("Tallvik", "2022-10-17", None, ("M", "L"), (), "protokoll"),
)


@pytest.fixture(autouse=True)
def _mandates(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "mandates", lambda: MANDATES)


def meeting(
    number: int, body: str = "Hamnnämnden", about: dict[str, Any] | None = None, **rows: Any
) -> Extraction:
    """Minutes of a body on a day of its own, with one case; ``about`` are fields of it."""
    held = {"body": body, "date": f"2021-03-{number:02}"}
    return extraction(
        document(document_id=f"d{number}", source=f"{number}.md", **held),
        cases=[case(**(held | (about or {})))],
        **rows,
    )


def column(rows: list[dict[str, Any]], *names: str) -> list[Any]:
    if len(names) == 1:
        return [row[names[0]] for row in rows]
    return [tuple(row[name] for name in names) for row in rows]


# conflict


@pytest.mark.parametrize(
    ("fields", "series"),
    [
        ({"title": "Budget 2022 med plan"}, "budget"),
        ({"title": "Ny brygga"}, "förslag"),
        # what is only named after the budget is no budget
        ({"title": "Budgetuppföljning per mars"}, "förslag"),
        (
            {"title": "Motion av Bo Ek (M) om budget för hamnen", "item_type": "motion"},
            "motion",
        ),
        ({"title": "Skrivelse", "item_type": "skrivelse"}, "skrivelse"),
        ({"title": "BUDGET 2022"}, "budget"),
    ],
)
def test_budgets_are_a_series_of_their_own(
    fields: dict[str, Any], series: str, tmp_path: Path
) -> None:
    """Mistake 9: every opposition party votes for its own budget."""
    store = add(tmp_path, meeting(4, about=fields, positions=[position()]))

    assert column(answer(store, patterns.CONFLICT), "series") == [series]
    assert column(answer(store, queries.STANCES), "item_type") == [series]


def test_conflict_has_every_decision_that_was_chosen(tmp_path: Path) -> None:
    store = add(
        tmp_path,
        meeting(4, positions=[position()]),
        meeting(5, "Kommunstyrelsen", about={"decided_by": "votering"}),
        meeting(6, about={"decided_by": None, "outcome": None, "decision": ()}),
    )

    rows = answer(store, patterns.CONFLICT)
    assert column(rows, "body", "rank", "dissent", "contested", "decided_by")[:2] == [
        ("Hamnnämnden", 0, True, True, "enhälligt"),
        ("Kommunstyrelsen", 2, False, True, "votering"),
    ]
    assert len(answer(store, patterns.CONFLICT, Choice(body="Kommunstyrelsen"))) == 1
    assert len(answer(store, patterns.CONFLICT, Choice(contested=True))) == 2
    assert len(answer(store, patterns.CONFLICT, Choice(parties=("M",)))) == 1
    assert answer(store, patterns.CONFLICT, Choice(start="2022-01-01")) == []


# proposals


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("bygga en brygga i trä", True),
        ("bifall till förslaget", False),
        ("Yrkar bifall till kontorets förslag", False),
        ("att avslå motionen", False),
        ("yrkar att bifalla motionen", False),
        ("avslag", False),
        # a longer word that begins alike, and a proposal that only mentions the word
        ("avslagna ansökningar prövas på nytt", True),
        ("utreda hamnen och sedan bifalla", True),
        # the same in other words, and what only puts the matter off
        ("yrkar att motionen ska avstyrkas", False),
        ("yrkade att motionen skulle avstyrkas samt avslag på tillägget", False),
        ("Vidare yrkar Ylva Ek-Ström (Q) avslag på yrkandet från Z", False),
        ("yrkar att hamnnämnden bifaller motionen", False),
        ("yrkar att motionen ska anses besvarad", False),
        ("Ärendet bordläggs till sammanträdet den 3 maj", False),
        ("yrkar i första hand att ärendet ska återremitteras enligt Z", False),
        ("yrkar att ärendet återremitteras för att räkna på bryggan", True),
        ("yrkar att fullmäktige beslutar att bifalla Q:s budget", True),
        ("yrkar att bygga bryggan och avslå resten", True),
        # what the party has put on paper itself, alone or with others
        ("yrkar bifall till yrkande från L, M och KD den 3 maj 2021", True),
        ("yrkar bifall till yrkandet från (L) (M) och avslag på det från S", True),
        ("yrkar bifall till förslaget från M i kommunstyrelsen.", True),
        ("Yrkar bifall till eget skriftligt yrkande.", True),
        ("yrkar bifall till yrkande från S och V den 3 maj 2021", False),
        ("yrkar bifall till kontorets förslag och avslag på yrkande från M", False),
        # what was told first is what was adopted or not
        ("yrkar bifall till kontorets förslag och tilläggsyrkande från M", False),
        ("yrkar bifall till yrkande från M om att avslå förslaget", False),
        ("yrkar avslag på yrkande från M", False),
        ("Enligt yrkandena från S och V samt L, M och KD:", True),
        ("Enligt yrkande från S och V:", False),
    ],
)
def test_own_proposals_ask_for_more_than_bifall_or_avslag(
    text: str, own: bool, tmp_path: Path
) -> None:
    made = proposal(text=text, points=(), parties=("M",), adopted=False)
    store = add(tmp_path, meeting(4, proposals=[made]))

    (row,) = answer(store, patterns.PROPOSALS)
    assert (row["own"], row["adopted"], row["text"]) == (own, False, text)


@pytest.mark.parametrize(
    "text", ["yrkar bifall till yrkande från M", "Enligt yrkandena från S och M:"]
)
def test_a_paper_on_a_motion_may_want_no_more_than_bifall(text: str, tmp_path: Path) -> None:
    made = proposal(text=text, points=(), parties=("M",))
    store = add(tmp_path, meeting(4, about={"item_type": "motion"}, proposals=[made]))

    assert column(answer(store, patterns.PROPOSALS), "own") == [False]


def test_a_joint_proposal_is_a_row_for_each_party(tmp_path: Path) -> None:
    store = add(
        tmp_path,
        meeting(
            4,
            proposals=[
                proposal(proposal_id="d1:1:p1", parties=("S", "L"), adopted=None),
                proposal(proposal_id="d1:1:p2", parties=()),
            ],
        ),
    )

    rows = answer(store, patterns.PROPOSALS)
    assert column(rows, "party", "governing", "adopted") == [
        ("L", False, None),
        ("S", True, None),
    ]
    assert column(answer(store, patterns.PROPOSALS, Choice(parties=("S",))), "party") == ["S"]
    assert {row["document_id"] for row in rows} == {"d4"}


# motions

COUNCIL = "Kommunfullmäktige"


def motion(number: int, title: str, **fields: Any) -> Extraction:
    about = {
        "title": title,
        "item_type": "motion",
        "outcome": "avslag",
        "reference": "KS 7/21",
    }
    return meeting(number, COUNCIL, about={**about, **fields})


@pytest.mark.parametrize(
    ("title", "parties"),
    [
        ("Motion av Göran Ek (M) om nya bryggor", ["M"]),
        ("Motion från Göran Ek (M) och Eva Alm (L) om nya bryggor", ["L", "M"]),
        ("Svar på motion av Göran Ek m.fl. (KD) angående nya bryggor", ["KD"]),
        # former letters are those of today
        ("Motion av Göran Ek (fp) om nya bryggor", ["L"]),
        # letters after the subject are nobody's
        ("Motion om nya bryggor (hamnen)", []),
        ("Motion av Göran Ek om nya bryggor (M)", []),
    ],
)
def test_a_title_tells_who_wrote_a_motion(
    title: str, parties: list[str], tmp_path: Path
) -> None:
    store = add(tmp_path, motion(4, title))

    assert column(answer(store, patterns.MOTIONS), "party") == parties


def test_the_motion_itself_tells_better_than_the_title(tmp_path: Path) -> None:
    about = {"title": "Bryggor", "item_type": "motion", "reference": "KS 7/21"}
    paper = extraction(
        document(document_id="d9", source="motion.md", kind="motion", body=COUNCIL),
        cases=[case(**about, outcome=None, decided_by=None, decision=(), body=COUNCIL)],
        statements=[statement(act="motion", parties=("V", "MP"))],
    )
    answered = motion(4, "Svar på motion av Bo Ek (V) om bryggor", outcome="besvarad")
    store = add(tmp_path, paper, answered)

    rows = answer(store, patterns.MOTIONS)
    assert column(rows, "party", "outcome", "governing") == [
        ("MP", "besvarad", False),
        ("V", "besvarad", True),
    ]


def test_only_motions_are_motions(tmp_path: Path) -> None:
    store = add(tmp_path, motion(4, "Fråga av Bo Ek (V) om bryggor", item_type="fråga"))

    assert answer(store, patterns.MOTIONS) == []


# votes and ballots


def test_the_last_main_vote_of_a_decision_is_the_main_one(tmp_path: Path) -> None:
    votes = [
        vote(vote_id="d1:1:v1", order=1, kind="förberedande", yes=6, no=5),
        vote(vote_id="d1:1:v2", order=2, yes=5, no=6),
        vote(vote_id="d1:1:v3", order=3, yes=7, no=4),
    ]
    store = add(tmp_path, meeting(4, votes=votes, ballots=[ballot(vote_id="d1:1:v3")]))

    rows = answer(store, patterns.VOTES)
    assert column(rows, "order", "kind", "main", "named") == [
        (1, "förberedande", False, False),
        (2, "huvudvotering", False, False),
        (3, "huvudvotering", True, True),
    ]
    (row,) = answer(store, patterns.BALLOTS)
    assert (row["main"], row["party"], row["choice"]) == (True, "S", "ja")


def test_a_vote_retold_by_another_document_is_one_vote(tmp_path: Path) -> None:
    """Mistake 2: a party's reservation and its losing vote are one piece of evidence; so are
    two papers that tell of one vote."""
    told = {"votes": [vote()]}
    held = {"body": "Hamnnämnden", "date": "2021-03-04"}
    again = extraction(
        document(document_id="d9", source="utdrag.md", kind="protokollsutdrag", **held),
        cases=[case(**held, item_type="motion")],
        votes=[vote()],
    )
    store = add(tmp_path, meeting(4, **told), again)

    assert len(answer(store, patterns.VOTES)) == 1
    # where the meeting's own paper is not chosen, the one that retells it tells of the vote
    (row,) = answer(store, patterns.VOTES, Choice(item_type="motion"))
    assert row["document_id"] == "d9"


def test_who_abstained_is_counted_where_no_figure_is_printed(tmp_path: Path) -> None:
    cast = [
        ballot(name="A", choice="avstår"),
        ballot(name="B", choice="frånvarande"),
        ballot(name="C", party=None),
    ]
    store = add(tmp_path, meeting(4, votes=[vote(abstain=None, absent=None)], ballots=cast))

    (row,) = answer(store, patterns.VOTES)
    assert (row["abstain"], row["absent"]) == (1, 1)
    # the ballot without a party stands on the page of the vote, but counts for nobody
    assert column(answer(store, patterns.BALLOTS), "name") == ["A", "B"]
    own = answer(store, patterns.VOTE_BALLOTS, vote=row["vote_id"])
    assert column(own, "name", "party") == [("A", "S"), ("B", "S"), ("C", None)]


def test_one_vote_is_told_with_what_its_ballots_add_up_to(tmp_path: Path) -> None:
    cast = [ballot(name="A"), ballot(name="B"), ballot(name="C", choice="nej")]
    store = add(tmp_path, meeting(4, votes=[vote(yes=3, no=1)], ballots=cast))

    (row,) = answer(store, patterns.VOTE, vote="d4:1:v1")
    assert (row["ballots"], row["listed_yes"], row["listed_no"]) == (3, 2, 1)
    assert (row["yes"], row["quote"], row["date"]) == (3, "Hamnnämnden", "2021-03-04")
    assert answer(store, patterns.VOTE, vote="x") == []


def test_votes_of_a_party_are_those_of_decisions_where_it_has_a_position(
    tmp_path: Path,
) -> None:
    store = add(
        tmp_path,
        meeting(4, votes=[vote()], positions=[position()]),
        meeting(5, votes=[vote()]),
    )

    rows = answer(store, patterns.VOTES, Choice(parties=("M",)))
    assert column(rows, "document_id") == ["d4"]


@pytest.mark.parametrize(
    "choice",
    [
        Choice(),
        Choice(parties=("M",)),
        Choice(parties=("V",)),
        Choice(start="2021-03-05"),
        Choice(contested=True),
        Choice(body="Nämnden"),
    ],
)
def test_votes_are_the_same_however_much_of_them_is_read(
    tmp_path: Path, choice: Choice
) -> None:
    votes = [vote(order=1), vote(vote_id="d1:1:v2", order=2, kind="tilläggsyrkande", yes=5)]
    store = add(
        tmp_path,
        meeting(4, votes=votes, positions=[position()]),
        meeting(5, votes=[vote(no=None)], about={"decided_by": "votering"}),
    )

    names = ["decision", "day", "topic", "main", "yes", "no", "abstain", "absent"]
    with open_snapshot(store) as connection:
        reader = Reader(connection, choice)
        whole = reader.table(patterns.VOTES, choice.parameters())
        pd.testing.assert_frame_equal(polled(reader)[names], whole[names], check_dtype=False)


# what was said and asked for


def test_a_timeline_has_positions_and_statements_but_no_silence(tmp_path: Path) -> None:
    quiet = position(position_id="d1:1:C", party="C", stance="silent", statement_id=None)
    joint = statement(parties=("M", "L"))
    store = add(tmp_path, meeting(4, positions=[position(), quiet], statements=[joint]))

    rows = answer(store, patterns.TIMELINE)
    assert sorted(column(rows, "party", "source", "act", "stance")) == [
        ("L", "statement", "reservation", None),
        ("M", "position", "reservation", "against"),
        ("M", "statement", "reservation", None),
    ]
    assert column(answer(store, patterns.TIMELINE, Choice(parties=("L",))), "party") == ["L"]


def test_a_stance_in_a_vote_tells_what_the_vote_was_about(tmp_path: Path) -> None:
    """Mistake 1: No to a proposal is not opposition to the issue."""
    put_off = vote(kind="återremiss")
    stood = position(basis="votering", vote_id="d1:1:v1", statement_id=None)
    store = add(tmp_path, meeting(4, votes=[put_off], positions=[stood]))

    (row,) = answer(store, patterns.TIMELINE)
    assert row["vote_kind"] == "återremiss"


def test_what_was_asked_for_is_points_decided_and_proposals(tmp_path: Path) -> None:
    lost = proposal(
        proposal_id="d1:1:p2", parties=("M",), points=(), text="vänta", adopted=False
    )
    store = add(tmp_path, meeting(4, proposals=[proposal(parties=("S",)), lost]))

    rows = answer(store, patterns.ASKED)
    assert column(rows, "kind", "parties", "adopted", "text") == [
        ("decision", [], True, "bygga en ny brygga"),
        ("proposal", ["S"], True, "bygga en ny brygga"),
        ("proposal", ["M"], False, "vänta"),
    ]
