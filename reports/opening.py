"""The way from a row to what stands behind it: the case, the body and the day."""

import pandas as pd

from reports.reader import Reader


def opened(rows: pd.DataFrame, reader: Reader) -> pd.DataFrame:
    """Rows with ``decision``, newest first, with ``date``, ``body`` and ``title`` before and
    ``case_id`` and ``decision`` after; only decisions of the reader's choice."""
    found = reader.headings.merge(rows, on="decision", how="inner")
    middle = [name for name in rows.columns if name != "decision"]
    return found[["date", "body", "title", *middle, "case_id", "decision"]]
