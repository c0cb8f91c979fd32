"""What won and what lost, by everything that says so."""

from dataclasses import replace

import pytest

from pipeline.extraction.contest import contest_of, with_movers
from pipeline.extraction.decisions import decision_of
from pipeline.extraction.verdicts import Contest
from pipeline.extraction.votes import counts
from pipeline.extraction.wishes import Reference, Wish
from pipeline.words import Outcome
from tests.extraction.texts import BOARD, context, cut

FINDS = "Beslutsgång\nOrdföranden finner att nämnden "
VOTE = "Votering\nJa för förvaltningens förslag. Nej för yrkandet från L.\n\n"


def contest(content: str) -> Contest:
    board, parts = context(content, *BOARD), cut(content)
    return contest_of(
        board,
        parts,
        decision_of(content, parts),
        counts=counts(board, parts),
        outcome=Outcome.BIFALL,
        is_motion=False,
    )


def named(references: tuple[Reference, ...]) -> list[str]:
    return [" ".join(sorted(r.parties)) or " ".join(r.persons) for r in references]


@pytest.mark.parametrize(
    ("content", "base", "won", "lost"),
    [
        # what the chair finds
        (FINDS + "beslutar enligt förvaltningens förslag.", 1, [], []),
        (FINDS + "avslår förvaltningens förslag.", -1, [], []),
        (FINDS + "bifaller yrkandet från L.", 0, ["L"], []),
        (FINDS + "avslår yrkandet från L.", 0, [], ["L"]),
        (FINDS + "bifaller förvaltningens förslag och avslår yrkandet från L.", 1, [], ["L"]),
        (FINDS + "beslutar enligt förslaget och tilläggsyrkandet från SD.", 1, ["SD"], []),
        # about what was put before
        (
            "Beslutsgång\nOrdföranden ställer bifall mot avslag på yrkandet från L och finner "
            "att det avslås.",
            0,
            [],
            ["L"],
        ),
        # one proposal after the other
        (
            "Beslutsgång\nOrdföranden frågar om Siv Ryds (L) förslag kan antas och finner "
            "att så sker.\nOrdföranden frågar sedan om Göran Eks (M) förslag kan antas och "
            "finner att förslaget avslås.",
            0,
            ["L"],
            ["M"],
        ),
        # a group of parties by its name, whose proposal is the one before the body
        (
            FINDS + "antar Samling för Tallviks förslag, som också är kommunstyrelsens.",
            1,
            ["Samling för Tallvik"],
            [],
        ),
        # the chair's own
        (FINDS + "beslutar enligt det egna yrkandet.", 0, ["Berit Sjöholm"], []),
        (
            "Beslutsgång\nOrdföranden Göran Ek (M) finner att nämnden beslutar enligt eget "
            "yrkande.",
            0,
            ["M"],
            [],
        ),
        # who proposes to grant one and to reject another
        (
            "Beslutsgång\nOrdföranden föreslår att bifalla yrkandet från S och avslå yrkandet "
            "från L och finner att nämnden beslutar i enlighet med ordförandens förslag.",
            0,
            ["S"],
            ["L"],
        ),
        # what is found on the way decides nothing
        ("Beslutsgång\nOrdföranden finner att ärendet ska avgöras i dag.", 0, [], []),
        ("Beslutsgång\nOrdföranden finner att yrkandet från L är motförslag.", 0, [], []),
        # what the body stands behind, and what the decision says it follows
        ("Nämnden ställer sig bakom yrkandet från S och V.", 0, ["S V"], []),
        ("Beslut\nEnligt yrkande från C och S:\n1. Köpa.\n", 0, ["C S"], []),
        # a vote, either way
        (VOTE + "7 ja och 4 nej.", 1, [], ["L"]),
        (VOTE + "4 ja och 7 nej.", -1, ["L"], []),
        # which overrules what the chair found
        (FINDS + "beslutar enligt förslaget.\n\n" + VOTE + "4 ja och 7 nej.", -1, ["L"], []),
        # Ja was for rejection
        (
            "Votering\nJa för avslag på förvaltningens förslag. Nej för bifall till förslaget."
            "\n\n7 ja och 4 nej.",
            -1,
            [],
            [],
        ),
        # nothing said
        ("Beslut\nKöpa båten.", 0, [], []),
        ("", 0, [], []),
    ],
)
def test_contest(content: str, base: int, won: list[str], lost: list[str]) -> None:
    found = contest(content)
    assert (found.base, named(found.won), named(found.lost)) == (base, won, lost)


L, S = Reference(1, frozenset({"L"}), ()), Reference(1, frozenset({"S"}), ())
UNKNOWN = Contest(Outcome.BIFALL, is_motion=False)


@pytest.mark.parametrize(
    ("known", "moved", "base"),
    [
        # the winner had moved the proposal before the body, or its rejection
        (replace(UNKNOWN, won=(L,)), [(L, Wish(base=1))], 1),
        (replace(UNKNOWN, won=(L,)), [(L, Wish(base=-1))], -1),
        # the loser had
        (replace(UNKNOWN, lost=(L,)), [(L, Wish(base=1))], -1),
        (replace(UNKNOWN, lost=(L,)), [(L, Wish(base=-1))], 1),
        # another's proposal won over the one somebody moved
        (replace(UNKNOWN, won=(L,)), [(S, Wish(base=1))], -1),
        # nobody won or nobody moved: still unknown
        (UNKNOWN, [(L, Wish(base=1))], 0),
        (replace(UNKNOWN, won=(L,)), [], 0),
        # movers that speak against each other tell nothing
        (replace(UNKNOWN, won=(L, S), base=1), [(L, Wish(base=1)), (S, Wish(base=-1))], 1),
    ],
)
def test_with_movers(known: Contest, moved: list[tuple[Reference, Wish]], base: int) -> None:
    assert with_movers(known, moved).base == base
