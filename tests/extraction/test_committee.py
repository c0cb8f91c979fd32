"""Reports of parliamentary committees: points, reservations, separate opinions."""

import pytest

from pipeline.extraction import extract
from pipeline.models import Extraction
from tests.extraction.texts import text

REPORT = """Hamnutskottets betänkande
2021/22:HaU3

Bryggor och kajer

Utskottet föreslår att riksdagen avslår motionerna. Det finns två reservationer (S, V).

Innehåll

Bryggor, punkt 1 (S)
Kajer i norr, punkterna 2 och 3 (S, V)

Utskottets förslag till riksdagsbeslut

1. Bryggor
Riksdagen avslår motion 2021/22:17 av Siv Ryd (L).
Reservation 1 (S)

2. Kajer i norr
Riksdagen antar regeringens förslag till lag om kajer och bifaller proposition 2021/22:9.
Reservation 2 (S, V)

3. Kajer i söder
Riksdagen bifaller motion 2021/22:18 och avslår motion 2021/22:19.

Tallvik den 4 mars 2022
På hamnutskottets vägnar

Berit Sjöholm

Följande ledamöter har deltagit i beslutet: Berit Sjöholm (M), Göran Ek (S), Ulla Rask (V)
och Tore Gran (SD).

Reservationer

1. Bryggor, punkt 1 (S)
av Göran Ek (S).

Vi vill ha fler bryggor i landet.

2. Kajer i norr, punkterna 2 och 3 (S, V)
av Göran Ek (S) och Ulla Rask (V).

Kajerna ska vara längre.

Särskilda yttranden

1. Bryggor, punkt 1 (SD)
Tore Gran (SD) anför:

Frågan bereds redan.

Bilaga
Förteckning över behandlade förslag

Motion 2021/22:17
"""


@pytest.fixture(scope="module")
def report() -> Extraction:
    return extract(text(REPORT), document_id="d1", source="betankande.txt")


def test_the_document(report: Extraction) -> None:
    found = report.document
    assert (found.kind, found.title, found.reference) == (
        "betänkande",
        "Bryggor och kajer",
        "2021/22:HaU3",
    )
    assert (found.municipality, found.body, found.date) == (
        "Riksdagen",
        "Hamnutskottet",
        "2022-03-04",
    )


def test_points_are_cases(report: Extraction) -> None:
    assert [(c.number, c.title, c.item_type, c.outcome) for c in report.cases] == [
        ("1", "Bryggor", "motion", "avslag"),
        ("2", "Kajer i norr", "förslag", "bifall"),
        ("3", "Kajer i söder", "motion", "delvis bifall"),
    ]
    assert report.cases[0].decision == ("Riksdagen avslår motion 2021/22:17 av Siv Ryd (L).",)


def test_who_took_part(report: Extraction) -> None:
    assert [(a.name, a.party) for a in report.attendance] == [
        ("Berit Sjöholm", "M"),
        ("Göran Ek", "S"),
        ("Ulla Rask", "V"),
        ("Tore Gran", "SD"),
    ]


def test_acts_end_where_the_next_heading_stands(report: Extraction) -> None:
    """Mistake 13: the last reservation swallows the rest of the document."""
    assert [(s.case_id, s.act, " ".join(s.parties), s.text) for s in report.statements] == [
        ("d1:1", "reservation", "S", "Vi vill ha fler bryggor i landet."),
        ("d1:1", "särskilt yttrande", "SD", "Frågan bereds redan."),
        ("d1:2", "reservation", "S V", "Kajerna ska vara längre."),
    ]


@pytest.mark.parametrize(
    ("point", "stances"),
    [
        ("d1:1", {"S": "against", "SD": "remark", "M": "silent", "V": "silent"}),
        ("d1:2", {"S": "against", "V": "against", "M": "silent", "SD": "silent"}),
        # a reservation on two points counts on both
        ("d1:3", {"S": "against", "V": "against", "M": "silent", "SD": "silent"}),
    ],
)
def test_positions(report: Extraction, point: str, stances: dict[str, str]) -> None:
    assert {p.party: p.stance for p in report.positions if p.case_id == point} == stances


@pytest.mark.parametrize(
    ("told", "findings"),
    [
        ("två reservationer", ()),
        ("tre reservationer", ("3 reservationer anges, men 2 hittades",)),
        ("inga bilder", ()),
    ],
)
def test_reservations_are_counted(told: str, findings: tuple[str, ...]) -> None:
    content = REPORT.replace("två reservationer", told)
    found = extract(text(content), document_id="d1", source="betankande.txt")
    assert found.document.findings == findings


HEAD = "| Hamnutskottet s betänkande 2021/22 : HaU3 |\n\nBryggor och kajer\n\n"
SIGNED = """
Tallvik den 4 mars 2022

På hamnutskottets vägnar

Berit Sjöholm

Följande ledamöter har deltagit i beslutet: Berit Sjöholm (M){mark}, Göran Ek (S){mark},
Ulla Rask (V) och Tore Gran (SD).

{note}

Utskottets överväganden
"""


def laid_out(points: str, acts: str = "", *, mark: str = "", note: str = "") -> Extraction:
    proposed = f"Utskottets förslag till riksdagsbeslut\n\n{points}\n"
    content = HEAD + proposed + SIGNED.format(mark=mark, note=note) + acts
    return extract(text(content), document_id="d1", source="betankande.txt")


FILED = "Riksdagen lägger skrivelsen till handlingarna.\n\n"
LAWS = "Riksdagen antar regeringens förslag till\n\n1. Lag om kajer,\n\n2. Lag om bojar.\n\n"


@pytest.mark.parametrize(
    ("points", "titles"),
    [
        (f"| 1. | Bryggor |\n\n{FILED}| 2. | Kajer |\n\n{FILED}", ["Bryggor", "Kajer"]),
        # whatever a row's second cell says is a title
        (f"| 1. | 24-timmarskajer |\n\n{FILED}", ["24-timmarskajer"]),
        (f"| 1. | ”Fria” bryggor |\n\n{FILED}", ["”Fria” bryggor"]),
        # set apart letter by letter
        (f"| 1 . | Bryggor |\n\n{FILED}| 2 . | Kajer |\n\n{FILED}", ["Bryggor", "Kajer"]),
        # the head of a page
        (
            f"| 1. | Bryggor |\n\n{FILED}UTSKOTTETS FÖRSLAG TILL RIKSDAGSBESLUT\n\n"
            f"| 2. | Kajer |\n\n{FILED}",
            ["Bryggor", "Kajer"],
        ),
        # the number in a line of its own
        (f"1.\n\nBryggor\n\n{FILED}2.\n\nKajer\n\n{FILED}", ["Bryggor", "Kajer"]),
        # one point that is not numbered
        (f"| Bryggor |\n\n{FILED}", ["Bryggor"]),
        # a numbered list inside a point
        (f"| 1. | Kajer |\n\n{LAWS}| 2. | Bojar |\n\n{FILED}", ["Kajer", "Bojar"]),
        (f"| Kajer |\n\n{LAWS}", ["Kajer"]),
    ],
)
def test_points_in_tables(points: str, titles: list[str]) -> None:
    assert [case.title for case in laid_out(points).cases] == titles


@pytest.mark.parametrize(
    "below",
    [
        "Reservation 1 (S)\n",
        "Reservation (S)\n",
        "Utskottet föreslår att ärendet avgörs trots att det är sent.\n",
    ],
)
def test_what_stands_below_a_point_is_not_proposed(below: str) -> None:
    (case,) = laid_out(f"| Bryggor |\n\n{FILED}{below}").cases
    assert case.decision == (FILED.strip(),)


def test_an_announcement_is_one_case() -> None:
    content = HEAD + "Utskottets anmälan\n\nUtskottet anmäler sin uppföljning.\n" + SIGNED
    found = extract(text(content), document_id="d1", source="betankande.txt")
    assert [(c.number, c.title, c.outcome) for c in found.cases] == [
        ("1", "Bryggor och kajer", None)
    ]
    assert found.document.municipality == "Riksdagen"


TWO = f"| 1. | Bryggor |\n\n{FILED}| 2. | Kajer |\n\n{FILED}"
REMARK = "Särskilda yttranden\n\n{title} (M)\n\nBerit Sjöholm (M) anför:\n\nVi väntar.\n\n"
ASIDE = "* Avstår från ställningstagande{}, se särskilda yttranden."


@pytest.mark.parametrize(
    ("title", "number"),
    [("1. Bryggor, punkt 1", "1"), ("Kajer", "2"), ("1. Kajer, punkt 2", "2")],
)
def test_a_remark_names_its_point_by_number_or_title(title: str, number: str) -> None:
    found = laid_out(TWO, REMARK.format(title=title))
    assert [s.case_id for s in found.statements] == [f"d1:{number}"]


@pytest.mark.parametrize(
    ("points", "note", "acts", "aside"),
    [
        (f"| Bryggor |\n\n{FILED}", ASIDE.format(""), "", {"1": ["M", "S"]}),
        (TWO, ASIDE.format(" under punkt 2"), "", {"2": ["M", "S"]}),
        # several points and no number: where the party tells why
        (TWO, ASIDE.format(""), REMARK.format(title="Kajer, punkt 2"), {"2": ["M"]}),
        (TWO, ASIDE.format(""), "", {}),
        (TWO, "* Ersättare.", "", {}),
    ],
)
def test_members_who_take_no_stand(
    points: str, note: str, acts: str, aside: dict[str, list[str]]
) -> None:
    found = laid_out(points, acts, mark="*", note=note)
    out = [p for p in found.positions if p.stance == "not_participating"]
    stood = {n: [p.party for p in out if p.case_id == f"d1:{n}"] for n in ("1", "2")}
    assert {n: parties for n, parties in stood.items() if parties} == aside


def test_another_committees_statement_is_not_the_reports() -> None:
    acts = (
        "Reservation\n\nBryggor, punkt 1 (V)\n\nav Ulla Rask (V).\n\nFler bryggor.\n\n"
        "Bilaga 2\n\nIsutskottets yttrande 2021/22:IsU2y\n\n"
        "Särskilt yttrande\n\nKajer (L)\n\nSiv Ryd (L) anför:\n\nIsen väntar.\n"
    )
    found = laid_out(TWO, acts)
    assert [(s.act, s.parties, s.text) for s in found.statements] == [
        ("reservation", ("V",), "Fler bryggor.")
    ]


TABLE = "| Anslag | Avvikelse (V) |\n| --- | --- |\n| 1:1 Kajer | −5 |"


@pytest.mark.parametrize(
    ("below", "text"),
    [
        # a heading whose signers cannot be read still ends what stands above it
        ("| 2. | Kajer, punkt 2 (SD) |\n\nav herr Gran.\n\nInga kajer.\n", "Fler bryggor."),
        (
            "RESERVATIONER\n\nOch fler kajer.\n",
            "Fler bryggor.\n\nRESERVATIONER\n\nOch fler kajer.",
        ),
        ("2.\n\nKajer, punkt 2 (M)\n\nav Berit Sjöholm (M).\n\nNej.\n", "Fler bryggor."),
        (
            "| 2 . | Kajer , punkt 2 ( M ) |\n\n| | Berit Sjöholm (M) anför : |\n\nNej.\n",
            "Fler bryggor.",
        ),
        # a table is no heading
        (f"{TABLE}\n", f"Fler bryggor.\n\n{TABLE}"),
    ],
)
def test_a_heading_ends_what_stands_above_it(below: str, text: str) -> None:
    heading = "Reservationer\n\n| 1. | Bryggor, punkt 1 (V) |\n\nav Ulla Rask (V) .\n\n"
    said = laid_out(TWO, f"{heading}Fler bryggor.\n\n{below}").statements[0]
    assert said.text == text


def test_a_position_shows_the_partys_own_signers() -> None:
    signed = "av Göran Ek (S) och Ulla Rask (V)."
    acts = f"Reservation\n\nBryggor, punkt 1 (S, V)\n\n{signed}\n\nNej.\n"
    against = [p for p in laid_out(TWO, acts).positions if p.stance == "against"]
    assert {p.party: p.persons for p in against} == {"S": ("Göran Ek",), "V": ("Ulla Rask",)}
