"""What the governing parties and the others did in each decision, and who left their line.

``stances`` is as in ``analytics.agreement`` with ``governing`` (missing where it is not known
who governed). ``decided`` has, per decision, ``governing_parties``: how many parties governed.
Decisions where it is not known who governed are left out; ``unknown`` counts them. A party
that only supports the governing ones does not govern, so it stands with the others here.
"""

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.agreement import counted
from analytics.lines import codes, runs
from analytics.sampling import HIDDEN_BELOW, levels, wilson

SIDES = ("for", "against", "abstained")
STANCES = (*SIDES, "split", "not_participating", "silent", "remark", "absent")
BLOCKS = ("governing", "opposition")
DIVIDED, SILENT = "divided", "silent"

Numbers = npt.NDArray[np.int64]


def standings(
    stances: pd.DataFrame, decided: pd.DataFrame, *, silence: bool = False
) -> pd.DataFrame:
    """One row per decision where it is known who governed.

    Columns: ``decision``; ``majority`` and ``opposition`` (what the recorded parties of each
    did: "for", "against" or "abstained" when they did the same, "divided", or "silent" when
    nothing is recorded); ``line`` (the side of more than half of the recorded governing
    parties, missing unless more than half of the governing parties are recorded); ``won``;
    and counts of parties: ``governing_for``, ``_against``, ``_abstained``, ``_split``,
    ``_recorded`` (their sum) and ``_present`` (of whom something could have been recorded),
    and the same for ``opposition``.

    ``won``: "majority" (the line carried), "opposition" (the line lost to others and no
    governing party may have been for), "mixed" (it lost to others with a governing party), or
    missing. With ``silence``, a party that took part without a recorded opinion is for.
    """
    known = stances[stances["governing"].notna()]
    decisions, place = runs(known["decision"].to_numpy(dtype=np.int64))
    counts = _counts(known, place, len(decisions), silence=silence)
    table = pd.DataFrame({"decision": decisions})
    for block, found in zip(BLOCKS, counts.transpose(1, 2, 0), strict=True):
        table = table.assign(**_named(block, found))
    table["governing_present"] = _present(table, counts, decided)
    table["line"] = _line(table)
    table["won"] = _won(table)
    table["majority"], table["opposition"] = (_summary(table, block) for block in BLOCKS)
    return table


def unknown(stances: pd.DataFrame) -> int:
    """How many decisions are left out because it is not known who governed."""
    return int(stances.loc[stances["governing"].isna(), "decision"].nunique())


def crossings(
    stances: pd.DataFrame,
    decided: pd.DataFrame,
    *,
    contested_only: bool = True,
    silence: bool = False,
) -> pd.DataFrame:
    """Who crossed the line in which decision: ``decision``, ``party``, ``stance``, ``line``
    and ``kind``.

    ``kind``: "left" (a governing party on another side than the majority's line) or "joined"
    (another party on its side). Decisions without a known line give no rows.
    """
    rows = beside_line(stances, decided, silence=silence)
    return crossings_of(rows[rows["contested"] | (not contested_only)])


def crossings_of(beside: pd.DataFrame) -> pd.DataFrame:
    """``crossings`` of rows of ``beside_line``."""
    rows = beside[beside["crossed"]]
    kind = np.where(rows["governing"].astype(bool), "left", "joined")
    columns = ["decision", "party", "stance", "line"]
    return rows[columns].assign(kind=kind).reset_index(drop=True)


def crossing_rates(
    stances: pd.DataFrame,
    decided: pd.DataFrame,
    *,
    contested_only: bool = True,
    silence: bool = False,
) -> pd.DataFrame:
    """How often each party crossed the line while it governed, and while it did not.

    Columns: ``party``, ``governing``, ``n`` (matters with a line where the party took a side,
    each once), ``crossed``, ``share`` (missing when ``level`` is "few"), ``low`` and ``high``
    (95 % Wilson), ``level``, ``unknown`` (matters left out: who governed is not known).
    """
    once = counted(stances, contested_only=contested_only, silence=silence)
    chosen = stances[stances["decision"].isin(once["decision"].unique())]
    return crossing_rates_of(beside_line(chosen, decided, silence=silence), once)


def crossing_rates_of(rows: pd.DataFrame, once: pd.DataFrame) -> pd.DataFrame:
    """``crossing_rates`` of rows of ``beside_line`` in the decisions that count, and of
    the rows ``counted``."""
    own = rows.groupby(["party", "governing"], observed=True)["crossed"].agg(["size", "sum"])
    table = own.rename(columns={"size": "n", "sum": "crossed"}).reset_index()
    low, high = wilson(table["crossed"], table["n"])
    share = (table["crossed"] / table["n"]).where(table["n"] >= HIDDEN_BELOW)
    left_out = once.loc[once["governing"].isna(), "party"].value_counts()
    return table.assign(
        share=share,
        low=low,
        high=high,
        level=levels(table["n"]),
        unknown=table["party"].map(left_out).fillna(0).astype(int),
    )


def beside_line(
    stances: pd.DataFrame, decided: pd.DataFrame, *, silence: bool
) -> pd.DataFrame:
    """Recorded sides in decisions with a line, and whether each crossed it."""
    table = standings(stances, decided, silence=silence).dropna(subset="line")
    wanted = stances["stance"].isin((*SIDES, SILENT) if silence else SIDES)
    rows = stances[wanted & stances["decision"].isin(table["decision"])]
    place = np.searchsorted(table["decision"].to_numpy(), rows["decision"].to_numpy())
    among = pd.Index(SIDES)
    side = np.maximum(codes(rows["stance"], among), 0)  # silence is here for, the first
    same = side == codes(table["line"], among)[place]
    crossed = same != rows["governing"].to_numpy(dtype=bool)
    return rows.assign(line=table["line"].array[place], crossed=crossed)


def _counts(known: pd.DataFrame, place: Numbers, size: int, *, silence: bool) -> Numbers:
    """Parties per decision, block (governing first) and stance."""
    stance = codes(known["stance"], pd.Index(STANCES))
    if silence:
        stance = np.where(stance == STANCES.index(SILENT), 0, stance)
    block = 1 - known["governing"].to_numpy(dtype=np.int64)
    width = len(BLOCKS) * len(STANCES)
    valid = stance >= 0
    cell = place * width + block * len(STANCES) + stance
    counted_ = np.bincount(cell[valid], minlength=size * width)
    return counted_.reshape(size, len(BLOCKS), len(STANCES)).astype(np.int64)


def _named(block: str, found: Numbers) -> dict[str, Numbers]:
    names = (*SIDES, "split")
    sides = {f"{block}_{name}": found[STANCES.index(name)] for name in names}
    recorded = {f"{block}_recorded": sum(sides.values(), np.zeros(found.shape[1], np.int64))}
    present = {f"{block}_present": found.sum(axis=0) - found[STANCES.index("absent")]}
    return sides | recorded | present


def _present(table: pd.DataFrame, counts: Numbers, decided: pd.DataFrame) -> Numbers:
    """How many governing parties sat there; all that govern, where the minutes do not say.

    Only minutes with attendance give rows to parties of whom nothing is recorded.
    """
    attended = counts[:, :, [STANCES.index(SILENT), STANCES.index("absent")]].sum(axis=(1, 2))
    every = decided.drop_duplicates("decision").set_index("decision")["governing_parties"]
    governing = table["decision"].map(every).to_numpy(dtype=np.float64, na_value=np.nan)
    seen = table["governing_present"].to_numpy()
    all_of_them = np.fmax(governing, seen).astype(np.int64)
    return np.where(attended > 0, seen, all_of_them)


def _line(table: pd.DataFrame) -> pd.Series:
    recorded = table["governing_recorded"]
    enough = 2 * recorded > table["governing_present"]
    line = pd.Series(None, index=table.index, dtype=object)
    for side in SIDES:
        line = line.mask(enough & (2 * table[f"governing_{side}"] > recorded), side)
    return line


def _won(table: pd.DataFrame) -> pd.Series:
    lost = table["line"] == "against"
    helped = table["governing_for"] > 0
    others = table["opposition_for"] > 0
    # a party of which nothing is recorded, or that was split, may have been for
    certain = table["governing_against"] + table["governing_abstained"]
    nobody = certain == table["governing_present"]
    won = pd.Series(None, index=table.index, dtype=object)
    won = won.mask(table["line"] == "for", "majority")
    won = won.mask(lost & others & helped, "mixed")
    return won.mask(lost & others & nobody, "opposition")


def _summary(table: pd.DataFrame, block: str) -> pd.Series:
    recorded = table[f"{block}_recorded"]
    summary = pd.Series(DIVIDED, index=table.index, dtype=object).mask(recorded == 0, SILENT)
    for side in SIDES:
        same = (recorded > 0) & (table[f"{block}_{side}"] == recorded)
        summary = summary.mask(same, side)
    return summary
