"""What parties did together: reservations, comments, yrkanden and motions that several signed.

``signed`` has one row per statement and signer: ``statement_id``, ``matter_id``, ``act`` and
the signer (``party`` or ``person``). One matter passes through many bodies and is retold in
many documents, so what is counted is matters.
"""

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.sampling import HIDDEN_BELOW, levels, wilson

Words = npt.NDArray[np.object_]

PAIR = ["kind", "first", "second"]

KINDS = {
    "reservation": ("reservation",),
    "comment": ("särskilt uttalande", "särskilt yttrande", "protokollsanteckning"),
    "yrkande": ("yrkande",),
    "motion": ("motion",),
}
"""The kinds of act that are counted, and the acts of each."""


def joint_acts(signed: pd.DataFrame) -> pd.DataFrame:
    """One row per kind of act and pair of parties that signed something of it together.

    Columns: ``kind`` (one of KINDS), ``first``, ``second``, ``joint`` (matters with a
    statement that both signed), ``first_total`` and ``second_total`` (matters in which each
    signed any), ``either`` (matters in which any of them did), ``jaccard`` (joint / either;
    missing when ``level`` is "few"), ``low`` and ``high`` (95 % Wilson), ``level`` (by
    ``either``) and ``statements`` (the ids behind ``joint``).
    """
    rows, words = _coded(with_kinds(signed), "party")
    table = _with_totals(_edges(rows, words), rows)
    either = table["first_total"] + table["second_total"] - table.pop("both")
    low, high = wilson(table["joint"], either)
    share = (table["joint"] / either).where(either >= HIDDEN_BELOW)
    figures = {"either": either, "jaccard": share, "low": low, "high": high}
    ids = table.pop("statements")
    made = [_named(table, words), pd.DataFrame(figures).assign(level=levels(either)), ids]
    return pd.concat(made, axis=1)


def with_kinds(signed: pd.DataFrame) -> pd.DataFrame:
    """The rows whose act is of one of KINDS, with ``kind``."""
    kind = {act: name for name, acts in KINDS.items() for act in acts}
    names = pd.Index(sorted(KINDS))
    codes, acts = pd.factorize(signed["act"])
    places = np.append(
        names.get_indexer(pd.Index([kind.get(str(act), "") for act in acts])), -1
    )
    named = signed.assign(kind=pd.Categorical.from_codes(places[codes], names))
    return _only(named, places[codes] >= 0)


def signers_and_edges(acts: pd.DataFrame, *, by: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The signers ``by`` name, with the ``matters`` and ``statements`` that they signed, of
    any kind; and pairs of signers of one statement: ``first``, ``second``, ``joint`` (matters)
    and ``statements`` (ids, in order)."""
    rows, words = _coded(acts.assign(kind=""), by)
    each = {"matters": rows.drop_duplicates(["matter", "signer"]), "statements": rows}
    counts = {
        name: np.bincount(signed["signer"].to_numpy(np.int64), minlength=len(words["signer"]))
        for name, signed in each.items()
    }
    table = pd.DataFrame({by: words["signer"], **counts})
    pairs = _named(_edges(rows, words), words).drop(columns="kind")
    return table[table["statements"] > 0].reset_index(drop=True), pairs


def _edges(rows: pd.DataFrame, words: dict[str, Words]) -> pd.DataFrame:
    """Pairs, still as numbers, with their matters and the ids behind."""
    pairs = _together(rows)
    keys = (pairs[name].to_numpy() for name in ("statement", "second", "first", "kind"))
    pairs = pairs.iloc[np.lexsort(tuple(keys))]
    groups = pairs.groupby(PAIR, sort=True)
    made = groups["matter"].nunique().rename("joint").reset_index()
    chunks = np.split(pairs["statement"].to_numpy(), np.cumsum(groups.size())[:-1])
    ids = [tuple(words["statement"][chunk]) for chunk in chunks[: len(made)]]
    return made.assign(statements=pd.Series(ids, index=made.index, dtype=object))


def _with_totals(table: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """The matters in which each of a pair, and ``both``, signed any act of the kind."""
    place = rows["kind"] * (rows["matter"].max() + 1) + rows["matter"]
    once = _once(rows.assign(statement=place))
    total = once.groupby(["kind", "signer"]).size()
    both = _together(once).groupby(PAIR).size()
    counts = {
        f"{side}_total": total.reindex(pd.MultiIndex.from_frame(table[["kind", side]]))
        for side in ("first", "second")
    }
    counts["both"] = both.reindex(pd.MultiIndex.from_frame(table[PAIR]))
    return table.assign(**{name: n.to_numpy().astype(np.int64) for name, n in counts.items()})


def _named(table: pd.DataFrame, words: dict[str, Words]) -> pd.DataFrame:
    """Words for the numbers of a pair."""
    signer = words["signer"]
    return table.assign(
        kind=words["kind"][table["kind"]],
        first=signer[table["first"]],
        second=signer[table["second"]],
    )


def _coded(acts: pd.DataFrame, by: str) -> tuple[pd.DataFrame, dict[str, Words]]:
    """Numbers for words, in the order of the words, and the words; many times faster to group.

    A signer is once in each statement.
    """
    columns = {
        "kind": "kind",
        "matter": "matter_id",
        "statement": "statement_id",
        "signer": by,
    }
    known = _only(acts, acts[by].notna().to_numpy())
    made = {name: _numbered(known[column]) for name, column in columns.items()}
    rows = pd.DataFrame({name: codes for name, (codes, _) in made.items()})
    words = {name: np.asarray(values, dtype=object) for name, (_, values) in made.items()}
    return _once(rows), words


def _numbered(column: pd.Series) -> tuple[npt.NDArray[np.int64], "pd.Index[str]"]:
    if isinstance(column.dtype, pd.CategoricalDtype):
        column = column.cat.set_categories(sorted(column.cat.categories))
        return column.cat.codes.to_numpy().astype(np.int64), column.cat.categories
    codes, words = pd.factorize(column.astype(str), sort=True)
    return codes, pd.Index(words)


def _only(rows: pd.DataFrame, chosen: npt.NDArray[np.bool_]) -> pd.DataFrame:
    """The chosen rows; all of many rows are not copied."""
    return rows if chosen.all() else rows[chosen]


def _once(rows: pd.DataFrame) -> pd.DataFrame:
    """Each signer of each statement once, in that order."""
    width = rows["signer"].max() + 1
    keys = (rows["statement"] * width + rows["signer"]).to_numpy()
    return rows.iloc[np.unique(keys, return_index=True)[1]]


def _together(rows: pd.DataFrame) -> pd.DataFrame:
    """A row per statement and pair of its signers, first before second."""
    statement, signer = rows["statement"].to_numpy(), rows["signer"].to_numpy()
    found = [rows.iloc[:0].assign(first=0, second=0)]
    for step in range(1, len(rows)):  # signers of one statement lie next to each other
        near = np.flatnonzero(statement[step:] == statement[:-step])
        if not len(near):
            break
        pair = {"first": signer[near], "second": signer[near + step]}
        found.append(rows.iloc[near].assign(**pair))
    return pd.concat(found)
