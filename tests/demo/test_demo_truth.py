"""The truth agrees with the printed text and with itself."""

import re
from collections import Counter

import pytest

from demo.generate import papers
from demo.layout_text import text_of
from demo.records import PARTY_NAMES, Paper
from demo.truth import first_words, last_words, truth

PAPERS = papers()
MINUTES = [paper for paper in PAPERS if paper.document["kind"] == "protokoll"]
each_paper = pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
each_minutes = pytest.mark.parametrize("paper", MINUTES, ids=lambda paper: paper.name)


def folded(paper: Paper) -> str:
    return re.sub(r"\s+", " ", text_of(paper))


@each_paper
def test_quotes_are_in_the_text_of_their_own_item(paper: Paper) -> None:
    text = folded(paper)
    for section in paper.sections:
        for said in section.statements:
            start = text.index(str(said["starts"]))
            end = text.index(str(said["ends"]), start) + len(str(said["ends"]))
            assert end > start


@each_paper
def test_titles_and_references_are_printed(paper: Paper) -> None:
    text = folded(paper)
    for section in paper.sections:
        assert str(section.case["title"]) in text
        assert not section.case["reference"] or str(section.case["reference"]) in text


@each_paper
def test_each_party_has_one_position_per_item_and_body(paper: Paper) -> None:
    rows = [
        (row["case"], row["body"], row["party"])
        for section in paper.sections
        for row in section.positions
    ]
    assert len(rows) == len(set(rows))
    assert {party for _, _, party in rows} <= PARTY_NAMES.keys()


@each_paper
def test_ballots_add_up_to_the_printed_figures(paper: Paper) -> None:
    for section in paper.sections:
        for vote in section.votes:
            cast = Counter(
                ballot["choice"]
                for ballot in section.ballots
                if ballot["order"] == vote["order"]
            )
            if cast:
                printed = (vote["yes"], vote["no"], vote["abstain"] or 0)
                assert printed == (cast["ja"], cast["nej"], cast["avstår"])


@each_minutes
def test_only_parties_with_serving_members_have_positions(paper: Paper) -> None:
    serving = {
        row["party"]
        for row in paper.attendance
        if row["present"] and row["role"] not in ("ersättare", "tjänsteperson")
    }
    stands = {row["party"] for section in paper.sections for row in section.positions}
    assert stands <= serving


@each_minutes
def test_substitutes_who_comment_do_not_serve(paper: Paper) -> None:
    roles = {row["name"]: row["role"] for row in paper.attendance if row["present"]}
    for section in paper.sections:
        for said in section.statements:
            if said["act"] == "ersättaryttrande":
                assert all(roles[name] == "ersättare" for name in said["persons"])  # type: ignore[attr-defined]


@each_minutes
def test_items_are_numbered_without_gaps(paper: Paper) -> None:
    numbers = [int(str(section.case["number"])) for section in paper.sections]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    assert 6 <= len(numbers) <= 14


@each_minutes
def test_a_party_that_reserved_itself_is_against(paper: Paper) -> None:
    for section in paper.sections:
        against = {
            row["party"] for row in section.positions if row["stance"] in ("against", "split")
        }
        out = {
            row["party"] for row in section.positions if row["stance"] == "not_participating"
        }
        for said in section.statements:
            if said["act"] == "reservation":
                assert set(said["parties"]) <= against | out  # type: ignore[call-overload]


# A short statement is quoted whole; a long one by whole words from each end.
@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("reserverar sig mot beslutet.", "reserverar sig mot beslutet.", "sig mot beslutet."),
        ("ett " * 80 + "slut.", "ett " * 14 + "ett", "ett " * 8 + "slut."),
    ],
)
def test_quotes_are_cut_at_whole_words(text: str, first: str, last: str) -> None:
    assert first_words(text) == first
    assert last_words(text).endswith(last)
    assert len(last_words(text)) <= 40


def test_truth_has_the_tables_of_annotated_documents() -> None:
    assert truth(PAPERS[0]).keys() == {
        *("source", "document", "attendance", "cases", "statements"),
        *("positions", "votes", "ballots", "referrals"),
    }
