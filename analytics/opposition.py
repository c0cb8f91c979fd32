"""Which alternatives the parties outside the governing ones stood behind."""

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from analytics.lines import codes, words

Numbers = npt.NDArray[np.int64]


def groups(stances: pd.DataFrame, alternatives: pd.DataFrame) -> pd.DataFrame:
    """The dissenting parties outside the governing ones: ``decision``, ``party``, ``group``
    and ``alternatives``.

    Parties behind one and the same proposal or statement are one group, and so are those that
    a third party holds together. ``group`` numbers them within the decision, 0, 1 …;
    ``alternatives`` is how many texts the party stands behind: with 0 it has a group of its
    own because nothing says whom it stood with. ``stances`` and ``alternatives`` are as in
    ``analytics.agreement``.
    """
    outside = (stances["governing"] == False).fillna(False).astype(bool)  # noqa: E712
    rows = stances.loc[outside & (stances["stance"] == "against"), ["decision", "party"]]
    among = words(rows["party"], alternatives["party"])
    own, backed = (_owners(table, among) for table in (rows, alternatives))
    order = np.argsort(own, kind="stable")
    rows, own = rows.iloc[order].reset_index(drop=True), own[order]
    place = np.minimum(np.searchsorted(own, backed), max(len(own) - 1, 0))
    valid = own[place] == backed if len(own) else np.zeros(len(backed), dtype=bool)
    texts = _of_decision(alternatives)
    joined = _joined(place[valid], texts[valid], len(own))
    group = _renumbered(rows["decision"].to_numpy(dtype=np.int64), joined)
    return rows.assign(group=group, alternatives=np.bincount(place[valid], minlength=len(own)))


def _owners(table: pd.DataFrame, among: "pd.Index[str]") -> Numbers:
    decision = table["decision"].to_numpy(dtype=np.int64)
    return decision * max(len(among), 1) + codes(table["party"], among)


def _of_decision(alternatives: pd.DataFrame) -> Numbers:
    """A number per alternative of a decision; one text may stand in several rounds."""
    number = alternatives["alternative"].to_numpy(dtype=np.int64)
    key = alternatives["decision"].to_numpy(dtype=np.int64) * (number.max(initial=0) + 1)
    found: Numbers = pd.factorize(key + number)[0].astype(np.int64)
    return found


def _joined(parties: Numbers, texts: Numbers, size: int) -> Numbers:
    """Which parties hang together through the texts that they stand behind."""
    nodes = size + int(texts.max(initial=-1)) + 1
    links = coo_array((np.ones(len(parties)), (parties, size + texts)), shape=(nodes, nodes))
    found: Numbers = connected_components(links, directed=False)[1][:size].astype(np.int64)
    return found


def _renumbered(decision: Numbers, joined: Numbers) -> Numbers:
    """Groups as 0, 1 … within each decision, in the order of their first party."""
    pairs = pd.DataFrame({"decision": decision, "joined": joined})
    first = ~pairs.duplicated()
    number = first.astype("int64").groupby(pairs["decision"]).cumsum() - 1
    known = pairs.assign(number=number)[first]
    made: Numbers = pairs.merge(known, on=["decision", "joined"])["number"].to_numpy()
    return made
