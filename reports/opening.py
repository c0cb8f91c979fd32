"""The way from a row to what stands behind it: the case, the body and the day."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from reports.reader import Reader


def opened(rows: pd.DataFrame, reader: Reader) -> pd.DataFrame:
    """Rows with ``decision``, newest first, with ``date``, ``body`` and ``title`` before and
    ``case_id`` and ``decision`` after; only decisions of the reader's choice."""
    heads = reader.headings
    place = _places(rows["decision"].to_numpy(np.int64), heads["decision"].to_numpy(np.int64))
    order = np.argsort(place, kind="stable")
    order = order[np.searchsorted(place[order], 0) :]
    told = heads.take(place[order]).reset_index(drop=True)
    own = rows.take(order).reset_index(drop=True).drop(columns="decision")
    parts = [told[["date", "body", "title"]], own, told[["case_id", "decision"]]]
    return pd.concat(parts, axis=1)


def _places(
    asked: npt.NDArray[np.int64], among: npt.NDArray[np.int64]
) -> npt.NDArray[np.int64]:
    """Where each decision stands among others; -1 where it does not."""
    most = max(asked.max(initial=-1), among.max(initial=-1))
    place = np.full(most + 1, -1)
    place[among] = np.arange(len(among))
    return place[asked]
