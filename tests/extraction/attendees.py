"""Reading a list of attendance, and telling its rows in short."""

from pipeline.extraction.attendance import attendance
from pipeline.models import Attendance
from tests.extraction.texts import text


def there(content: str) -> tuple[Attendance, ...]:
    return attendance("d1", text(content), len(content))


def brief(rows: tuple[Attendance, ...]) -> list[str]:
    """Each row as "Eva Ek S ledamot", with "borta" for somebody absent."""
    return [
        " ".join(
            [row.name, row.party or "–", str(row.role)] + ([] if row.present else ["borta"])
        )
        for row in rows
    ]
