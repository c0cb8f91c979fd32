"""Votes that reports retell in sentences."""

import pytest

from pipeline.extraction.told_votes import told_votes
from tests.extraction.texts import BOARD, context, cut, read_matter, recorded

WON = "Nämnden beslutade med fyra röster mot en att avslå tilläggsyrkandet från SD.\n"
TOLD = (
    "Vid omröstning beträffande bifall respektive avslag på tilläggsyrkandet från SD röstade "
    "Göran Ek (M), Ulla Rask (V), Kaj Lind (MP) och ordföranden Berit Sjöholm (S) för "
    "avslag.\n\nTore Gran (SD) röstade för bifall.\n\nSiv Ryd (L) avstod från att rösta.\n\n"
)


def test_a_vote_about_an_addition() -> None:
    content = TOLD + WON
    (vote,) = told_votes(context(content, *BOARD), cut(content))
    assert (vote.kind, vote.yes, vote.no, vote.abstain) == ("tilläggsyrkande", 4, 1, 1)
    assert (vote.yes_means, vote.no_means) == (
        "avslag på tilläggsyrkandet från SD",
        "bifall till tilläggsyrkandet från SD",
    )
    assert (vote.outcome, vote.decided_by, vote.finding) == ("ja", "majoritet", None)
    assert [name for name, _, _ in vote.ballots][-2:] == ["Tore Gran", "Siv Ryd"]


@pytest.mark.parametrize(
    ("content", "meant", "outcome", "finding"),
    [
        # the sides are told whole
        (
            "Vid omröstning röstade Ulla Rask (V) för bifall till Kaj Linds yrkande.\n\n"
            "Göran Ek (M) och Siv Ryd (L) röstade för bifall till Siv Ryds yrkande.\n",
            ("bifall till Kaj Linds yrkande", "bifall till Siv Ryds yrkande"),
            "nej",
            None,
        ),
        # the names do not add up to what the decision tells
        (
            "Vid omröstning röstade Göran Ek (M) och Siv Ryd (L) för avslag. Ulla Rask (V) "
            "röstade för bifall. Nämnden beslutade med tre röster mot en att avslå det.\n",
            ("avslag", "bifall"),
            "ja",
            "3 ja och 1 nej anges, men 2 ja och 1 nej kan räknas",
        ),
    ],
)
def test_sides_and_figures(
    content: str, meant: tuple[str, str], outcome: str, finding: str | None
) -> None:
    (vote,) = told_votes(context(content, *BOARD), cut(content))
    assert (vote.yes_means, vote.no_means) == meant
    assert (vote.outcome, vote.finding) == (outcome, finding)


@pytest.mark.parametrize(
    "content",
    [
        "Vid omröstning röstade Göran Ek (M) för avslag.\n",
        "Vid omröstning röstade alla för avslag. Ingen röstade för bifall.\n",
        "Omröstning begärdes inte.\n",
    ],
)
def test_no_vote_without_both_sides(content: str) -> None:
    assert told_votes(context(content, *BOARD), cut(content)) == []


def test_where_the_parties_stood() -> None:
    read = read_matter(
        f"Beslut\nNämnden godkänner förvaltningens förslag.\n\nBeslutsgång\n{TOLD}{WON}",
        *BOARD,
    )
    told = {party: stance for party, (stance, _) in recorded(read).items()}
    against = {"SD": "against", "L": "abstained"}
    assert told == dict.fromkeys(("S", "M", "V", "MP"), "for") | against
