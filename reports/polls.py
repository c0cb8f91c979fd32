"""The votes that a choice leaves, each once, with which of them settled its decision."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from reports import patterns
from reports.reader import Reader

Numbers = npt.NDArray[np.int64]
COLUMNS = (
    *("decision", "matter", "rank", "day", "municipality", "topic", "vote", "main"),
    *("yes", "no", "abstain", "absent"),
)


def polled(reader: Reader) -> pd.DataFrame:
    """The votes of ``patterns.VOTES`` in order, with no more than is counted: decision,
    matter, rank, day, municipality, topic, vote (a number), main (the last main vote of its
    decision), yes, no, abstain, absent."""
    return reader.kept(("polled", reader.choice), lambda: _polled(reader))


def _polled(reader: Reader) -> pd.DataFrame:
    held = reader.widened(parties=()).rows(patterns.HELD)
    once = held.take(_first_places(held))
    decision = once["decision"].to_numpy(dtype=np.int64)
    turn = once["turn"].to_numpy(dtype=np.int64, na_value=-1)
    latest = np.full(decision.max(initial=-1) + 1, -1)
    np.maximum.at(latest, decision, turn)
    main = (turn >= 0) & (turn == latest[decision])
    told = once.assign(main=main)[list(COLUMNS)]
    if reader.choice.parties:
        told = told[told["decision"].isin(reader.numbers)]
    return told.reset_index(drop=True)


def _first_places(held: pd.DataFrame) -> Numbers:
    """Of votes that are the same, the rows with the one to show."""
    same = held["same"].to_numpy(dtype=np.int64)
    place = held["place"].to_numpy(dtype=np.int64)
    first = np.full(same.max(initial=-1) + 1, np.iinfo(np.int64).max)
    np.minimum.at(first, same, place)
    return np.flatnonzero(place == first[same])
