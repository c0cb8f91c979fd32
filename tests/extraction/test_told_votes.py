"""Votes that reports retell in sentences."""

import pytest

from pipeline.extraction.told_votes import told_votes, votes_by_side
from tests.extraction.texts import (
    ADOPTED,
    BOARD,
    computed,
    context,
    cut,
    read_matter,
    recorded,
)

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


@pytest.mark.parametrize(
    ("content", "meant", "abstain"),
    [
        (
            "Omröstning begärs. Göran Ek (M) och Siv Ryd (L) röstar för avslag. Ulla Rask (V) "
            "röstar för bifall.\n",
            ("avslag", "bifall"),
            None,
        ),
        (
            "Omröstning begärs. För avgörande i dag röstar Göran Ek (M) och Siv Ryd (L). För "
            "återremiss röstar Ulla Rask (V). Tore Gran (SD) avstår från att rösta.\n",
            ("avgörande i dag", "återremiss"),
            1,
        ),
        (
            "Omröstning begärs.\nFör Göran Eks förslag röstade Göran Ek (M) och Siv Ryd (L) "
            "och för Ulla Rasks förslag röstade Ulla Rask (V).\n",
            ("Göran Eks förslag", "Ulla Rasks förslag"),
            None,
        ),
    ],
)
def test_who_was_for_what(content: str, meant: tuple[str, str], abstain: int | None) -> None:
    (vote,) = votes_by_side(context(content, *BOARD), cut(f"Beslutsgång\n{content}"))
    assert (vote.yes_means, vote.no_means) == meant
    assert (vote.yes, vote.no, vote.abstain) == (2, 1, abstain)


@pytest.mark.parametrize(
    "content",
    [
        "Resultatet blir 5 röster för avslag och 2 röster för bifall.\n",
        "Vid voteringen röstar fem för avslag och två för bifall.\n",
        "Omröstningen sker öppet. 5 ledamöter röstar för avslag, 2 röstar för bifall.\n",
        "Vid voteringen röstade 5 ledamöter för avslag, medan 2 röstade för bifall.\n",
    ],
)
def test_how_many_were_for_what(content: str) -> None:
    (vote,) = votes_by_side(context(content, *BOARD), cut(f"Beslutsgång\n{content}"))
    assert (vote.yes_means, vote.no_means, vote.outcome) == ("avslag", "bifall", "ja")
    assert (vote.yes, vote.no, vote.ballots) == (5, 2, ())


def test_how_many_were_for_whom_is_no_vote_on_a_proposal() -> None:
    read = read_matter(
        "Beslut\nSiv Ryd (L) väljs.\n\nBeslutsgång\nSluten omröstning verkställs. Resultatet "
        "blir 5 röster för Siv Ryd och 2 röster för Göran Ek.\n",
        *BOARD,
    )
    assert read.votes == ()


@pytest.mark.parametrize(
    "content",
    [
        "Den som röstar för avslag röstar ja. Den som röstar för bifall röstar nej.\n",
        "Göran Ek (M) röstar för avslag.\n",
        "Göran Ek (M) röstar för att rösta i morgon. Siv Ryd (L) röstar för att rösta nu.\n",
    ],
)
def test_nobody_is_told_to_be_for_anything(content: str) -> None:
    assert votes_by_side(context(content, *BOARD), cut(f"Beslutsgång\n{content}")) == []


def test_who_voted_is_not_silent_where_the_vote_cannot_be_read() -> None:
    read = read_matter(f"{ADOPTED}Beslutsgång\nOmröstning begärs och verkställs.\n", *BOARD)
    assert computed(read) == {}
    quiet = read_matter(f"{ADOPTED}Beslutsgång\nOmröstning begärs inte.\n", *BOARD)
    assert set(computed(quiet).values()) == {"silent"}


def test_where_the_parties_stood() -> None:
    read = read_matter(
        f"Beslut\nNämnden godkänner förvaltningens förslag.\n\nBeslutsgång\n{TOLD}{WON}",
        *BOARD,
    )
    told = {party: stance for party, (stance, _) in recorded(read).items()}
    against = {"SD": "against", "L": "abstained"}
    assert told == dict.fromkeys(("S", "M", "V", "MP"), "for") | against
