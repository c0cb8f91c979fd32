"""Which rows are of matters that parties take sides in: no formalia and, where they would
mislead, no budgets, of which every party puts forward its own."""

import pandas as pd

FORMALIA = "formalia"
BUDGET = "budget"


def of_substance(rows: pd.DataFrame, *, budgets: bool = True) -> pd.DataFrame:
    """Rows whose topic is not formalia; without ``budgets`` those of no budget either.

    The kind of item is ``series`` or, in stances, ``item_type``.
    """
    kept = (rows["topic"] != FORMALIA).fillna(True)
    if budgets:
        return rows[kept]
    kind = rows["series" if "series" in rows else "item_type"]
    return rows[kept & (kind != BUDGET).fillna(True)]
