"""Who was there, from the rows of tables."""

import pytest

from tests.extraction.attendees import brief, there


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        # X or – in a column
        (
            "| Namn | Parti | Närvarande |\n|---|---|---|\n| Eva Ek | S | X |\n"
            "| Bo Alm | M | – |\n| Nils Ask | KD | T |\n| Lena Vik | | X |",
            [
                "Eva Ek S ledamot",
                "Bo Alm M ledamot borta",
                "Nils Ask KD tjänstgörande ersättare",
                "Lena Vik – tjänsteperson",
            ],
        ),
        # a column for the role, another for whom somebody serves
        (
            "| Ledamot | Parti | Uppdrag | Närvaro | Tjänstgör för |\n"
            "| Eva Ek | S | Ordförande | X | |\n| Bo Alm | M | 1:e vice ordförande | - | |\n"
            "| Nils Ask | M | Ersättare | X | Bo Alm |\n| Pia Lo | V | ersättare | § 3-5 | |",
            [
                "Eva Ek S ordförande",
                "Bo Alm M vice ordförande borta",
                "Nils Ask M tjänstgörande ersättare",
                "Pia Lo V ersättare",
            ],
        ),
        # for which matters a member was away, and who served instead
        (
            "Ledamöter                    Frånvarande följande     Tjänstgörande ersättare\n"
            "                             paragrafer\n"
            "Eva Ek (S), Ordförande\n"
            "Bo Alm (M)                   1-2                      Nils Ask (M)\n"
            "Pia Lo (V)                   Samtliga                 Siv Ryd (MP)\n"
            "Kaj Lind (L)\n",
            [
                "Eva Ek S ordförande",
                "Bo Alm M ledamot",
                "Nils Ask M tjänstgörande ersättare",
                "Pia Lo V ledamot borta",
                "Siv Ryd MP tjänstgörande ersättare",
                "Kaj Lind L ledamot",
            ],
        ),
        # a table about something else
        ("| Brygga | Pris |\n| Norra Piren | 5 |", []),
    ],
)
def test_attendance_tables(content: str, rows: list[str]) -> None:
    assert brief(there(content)) == rows


@pytest.mark.parametrize(
    ("table", "whom"),
    [
        ("| Namn | Parti | Ersätter |\n| Nils By | KD | Per Sol (V) |", "Per Sol"),
        (
            "| Namn | Parti | Uppdrag | Närvaro |\n"
            "| Nils By | KD | Tjänstgörande ersättare för Per Sol | Ja |",
            "Per Sol",
        ),
        (
            "| Namn | Parti | Kommentar |\n| Nils By | KD | ersätter Per Sol (V) §§ 4-7 |",
            "Per Sol",
        ),
        # somebody's personal substitute who does not serve
        (
            "| Namn | Parti | Uppdrag | Närvaro |\n"
            "| Nils By | KD | Personlig ersättare för Per Sol | Ja |",
            None,
        ),
    ],
)
def test_for_whom_a_table_tells_that_somebody_serves(table: str, whom: str | None) -> None:
    rows = there(f"Beslutande\n{table}\n")
    assert [row.substitutes_for for row in rows] == [whom]
