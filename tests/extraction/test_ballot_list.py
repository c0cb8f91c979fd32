"""A document that prints who voted how, and little else."""

import pytest

from pipeline.extraction import extract
from pipeline.models import Extraction
from tests.extraction.texts import text

HEAD = "Voteringslista\nHamnnämnden 2021-03-04, § 4\n"
MEANT = "Ja för bifall till förslaget, nej för avslag.\n\n"
FIGURES = "Ja: 2 Nej: 1 Avstår: 1 Frånvarande: 1\n\n"
TABLE = """| Namn | Parti | Röst |
|---|---|---|
| Sjöholm, Berit | S | Ja |
| Ulla Rask | V | Ja |
| Siv Ryd | L | Nej |
| Tore Gran | SD | Avstår |
| Bo Alm | C | Frånvarande |
"""


def read(content: str) -> Extraction:
    return extract(text(content), document_id="d1", source="lista.txt")


def test_figures_are_not_what_a_vote_meant() -> None:
    (vote,) = read(f"{HEAD}Ja: 203 Nej: 14 Avstår: 0 Frånvarande: 2\n\n{TABLE}").votes
    assert (vote.yes_means, vote.no_means) == (None, None)


def test_the_vote() -> None:
    found = read(HEAD + MEANT + FIGURES + TABLE)
    (vote,) = found.votes
    assert (vote.yes_means, vote.no_means) == ("bifall till förslaget", "avslag")
    assert (vote.yes, vote.no, vote.abstain, vote.absent) == (2, 1, 1, 1)
    assert (vote.kind, vote.outcome, vote.body, vote.date) == (
        "huvudvotering",
        "ja",
        "Hamnnämnden",
        "2021-03-04",
    )
    assert [(c.number, c.outcome, c.decided_by) for c in found.cases] == [
        ("4", "bifall", "votering")
    ]


def test_who_voted_how() -> None:
    found = read(HEAD + MEANT + FIGURES + TABLE)
    assert [(b.name, b.party, b.choice) for b in found.ballots] == [
        ("Berit Sjöholm", "S", "ja"),
        ("Ulla Rask", "V", "ja"),
        ("Siv Ryd", "L", "nej"),
        ("Tore Gran", "SD", "avstår"),
        ("Bo Alm", "C", "frånvarande"),
    ]
    assert {p.party: p.stance for p in found.positions} == {
        "S": "for",
        "V": "for",
        "L": "against",
        "SD": "abstained",
        "C": "absent",
    }


@pytest.mark.parametrize(
    ("content", "figures", "outcome"),
    [
        # not printed: counted
        (HEAD + MEANT + TABLE, (2, 1, 1, 1), "bifall"),
        # what Ja meant is not known: nor is what became of it
        (HEAD + FIGURES + TABLE, (2, 1, 1, 1), None),
        # in the chamber Ja is the committee's proposal
        ("Votering 2021/22:HaU3, punkt 2\n\n" + TABLE, (2, 1, 1, 1), "bifall"),
        # no names
        (HEAD + MEANT + FIGURES, (2, 1, 1, 1), "bifall"),
        # nothing
        ("Voteringslista\n", (None, None, None, None), None),
    ],
)
def test_figures(content: str, figures: tuple[int | None, ...], outcome: str | None) -> None:
    found = read(content)
    (vote,) = found.votes
    assert (vote.yes, vote.no, vote.abstain, vote.absent) == figures
    assert [c.outcome for c in found.cases] == [outcome]


@pytest.mark.parametrize(
    ("content", "finding"),
    [
        (
            HEAD + MEANT + "Ja: 3 Nej: 1\n\n" + TABLE,
            "voteringslistan: 3 ja anges, men 2 kan räknas",
        ),
        (HEAD + MEANT + FIGURES, "voteringslistan: inga röster kunde läsas"),
    ],
)
def test_a_mismatch_is_a_finding_and_gives_no_positions(content: str, finding: str) -> None:
    found = read(content)
    assert finding in found.document.findings
    assert found.positions == ()


def test_a_party_on_both_sides_is_split() -> None:
    found = read(HEAD + MEANT + TABLE.replace("| V |", "| L |"))
    assert {p.party: p.stance for p in found.positions}["L"] == "split"


def test_the_chamber_stands_for_the_municipality() -> None:
    found = read("Votering 2021/22:HaU3, punkt 2\n\n" + TABLE)
    assert (found.document.municipality, found.document.body) == ("Riksdagen", "Kammaren")
    assert [c.number for c in found.cases] == ["2"]


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        (
            "Utskottets förslag mot reservation 3 (S, V)",
            ("Utskottets förslag", "reservation 3 (S, V)"),
        ),
        (
            "Reservation 2 (M) mot reservation 3 (V).",
            ("Reservation 2 (M)", "reservation 3 (V)"),
        ),
        ("Avser: sakfrågan (huvud)", (None, None)),
    ],
)
def test_what_stands_against_what_is_what_a_vote_meant(
    told: str, meant: tuple[str | None, str | None]
) -> None:
    (vote,) = read(f"Votering 2021/22:HaU3, punkt 2\n\n{told}\n\n{TABLE}").votes
    assert (vote.yes_means, vote.no_means) == meant


def test_lists_side_by_side_are_a_matter_each() -> None:
    found = read(
        "Voteringslista\nHamnnämnden 2021-03-04\n\n                  § 4           § 7\n"
        "Ledamot    Parti    Ja   Nej     Ja   Nej\nSiv Ryd    L        X                X\n"
        "Bo Alm     M        X            X\nUlla Rask  V             X            X\n"
    )
    assert [(c.number, c.title) for c in found.cases] == [("4", None), ("7", None)]
    assert [(v.yes, v.no, v.outcome) for v in found.votes] == [(2, 1, "ja"), (1, 2, "nej")]
    assert {(p.case_id[-1], p.party): str(p.stance) for p in found.positions} == {
        ("4", "L"): "for",
        ("4", "M"): "for",
        ("4", "V"): "against",
        ("7", "L"): "for",
        ("7", "M"): "against",
        ("7", "V"): "for",
    }
