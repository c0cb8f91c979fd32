"""The order that people stand in."""

import duckdb

from reports.order import by_surname

IN_ORDER = (
    "Lisa Alm",
    "Eva af Berg",
    "Eva Berg",
    "Cher",
    "Anna-Karin Ek Dal",
    "Ivar de la Dal",
    "Bo Ek",
    "Åke Ek",
    "Göran Ek-Lund",
    "Carl von Elm",
    "Inga Élm Fors",
    "karin fors",
    "Ada Zorn",
    "Ada Åby",
    "Zelda Ängs",
    "Bo Öst",
)


def test_people_are_ordered_by_surname_as_in_swedish_lists() -> None:
    rows = duckdb.connect()
    rows.execute(
        "CREATE TABLE people AS SELECT unnest($names) AS name", {"names": sorted(IN_ORDER)}
    )
    sql = f"SELECT name FROM people ORDER BY {by_surname('name')}"

    assert tuple(name for (name,) in rows.execute(sql).fetchall()) == IN_ORDER
