"""How often two parties end up on the same side, over decisions where both have a recorded
side.

Input is one row per decision and party: ``case_id``, ``body``, ``date``, ``matter_id``,
``party``, ``stance``, ``contested`` and ``alternatives`` (the statements and proposals that
the party stands behind). Codes and numbers only; what they are called is for the views.
"""

import math

import pandas as pd

DECISION = ["case_id", "body"]
SIDES = ("for", "against", "abstained")
SHARES = ("same", "different", "one", "neither")
HIDDEN_BELOW = 10
UNCERTAIN_BELOW = 30
NORMAL_95 = 1.959964
# A matter climbs from a board through the drafting borgarråd to the executive and the council.
RANKS = (("fullmäktige", 3), ("styrelsen", 2), ("beredning", 1))


def agreement(
    positions: pd.DataFrame, *, contested_only: bool = True, silence: bool = False
) -> pd.DataFrame:
    """One row per pair of parties that share a decision.

    Columns: ``first``, ``second``, ``n``; the counts ``same`` (same side or same alternative),
    ``different`` (both dissent, with different alternatives), ``one`` (one of them dissents)
    and ``neither``; ``agree`` (decisions that count as agreement), ``share`` (agree / n;
    missing when ``level`` is "few"), ``low`` and ``high`` (95 % Wilson), ``level`` ("few",
    "uncertain" or "firm"). With ``silence``, a party that took part without a recorded opinion
    counts as supporting the decision.
    """
    rows = pair_decisions(positions, contested_only=contested_only, silence=silence)
    counts = pd.crosstab([rows["first"], rows["second"]], rows["kind"])
    counts = counts.reindex(columns=list(SHARES), fill_value=0)
    counts.insert(0, "n", counts.sum(axis=1))
    counts["agree"] = rows.groupby(["first", "second"])["agree"].sum().astype(int)
    return _with_shares(counts.reset_index().rename_axis(columns=None))


def pair_decisions(
    positions: pd.DataFrame, *, contested_only: bool = True, silence: bool = False
) -> pd.DataFrame:
    """The decisions behind the figures: one row per pair and decision that both took a side
    in.

    Columns: ``case_id``, ``body``, ``date``, ``first``, ``second`` (first < second),
    ``first_stance``, ``second_stance``, ``kind`` (one of SHARES) and ``agree``.
    """
    chosen = positions[positions["contested"]] if contested_only else positions
    wanted = (*SIDES, "silent") if silence else SIDES
    chosen = last_per_matter(chosen[chosen["stance"].isin(wanted)])
    left = chosen[[*DECISION, "date", "party", "stance"]]
    right = chosen[[*DECISION, "party", "stance"]]
    pairs = left.merge(right, on=DECISION, suffixes=("_left", "_right"))
    pairs = pairs[pairs["party_left"] < pairs["party_right"]].rename(
        columns={
            "party_left": "first",
            "party_right": "second",
            "stance_left": "first_stance",
            "stance_right": "second_stance",
        }
    )
    return _with_kinds(pairs, _shared_alternatives(chosen)).reset_index(drop=True)


def last_per_matter(positions: pd.DataFrame) -> pd.DataFrame:
    """The rows of the highest body, then the last date, of each matter; rows without one stay.

    A decision that only one party took a side in says nothing about pairs, so it does not push
    an earlier decision of the same matter aside.
    """
    sizes = positions.groupby(DECISION, dropna=False)["party"].transform("nunique")
    shared = positions[sizes > 1]
    matter = shared["matter_id"].where(shared["matter_id"].notna(), shared["case_id"])
    ranked = shared.assign(matter=matter, rank=shared["body"].map(body_rank))
    last = ranked.sort_values(["rank", "date", *DECISION], na_position="first")
    chosen = last.drop_duplicates("matter", keep="last")[DECISION]
    return shared.merge(chosen, on=DECISION)


def body_rank(body: object) -> int:
    """3 for a council, 2 for an executive board, 1 for a drafting body, 0 for the rest."""
    name = str(body).casefold()
    return next((rank for word, rank in RANKS if word in name), 0)


def wilson(agree: int, n: int) -> tuple[float, float]:
    """The 95 % Wilson interval of a share; (0, 1) when nothing was counted."""
    if n == 0:
        return 0.0, 1.0
    share, z2 = agree / n, NORMAL_95**2
    centre = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = NORMAL_95 / (1 + z2 / n) * math.sqrt(share * (1 - share) / n + z2 / (4 * n**2))
    return max(0.0, centre - half), min(1.0, centre + half)


def level(n: int) -> str:
    """How far a figure on ``n`` decisions can be trusted: "few", "uncertain" or "firm"."""
    if n < HIDDEN_BELOW:
        return "few"
    return "uncertain" if n < UNCERTAIN_BELOW else "firm"


def square(pairs: pd.DataFrame, parties: list[str], column: str) -> pd.DataFrame:
    """``column`` of ``agreement`` as a symmetric party × party table; missing: no pair."""
    both = pd.concat([pairs, pairs.rename(columns={"first": "second", "second": "first"})])
    table = both.pivot(index="first", columns="second", values=column)
    return table.reindex(index=parties, columns=parties)


def _shared_alternatives(chosen: pd.DataFrame) -> pd.DataFrame:
    """The pairs of dissenting parties that stand behind one statement or one proposal."""
    against = chosen.loc[chosen["stance"] == "against", [*DECISION, "party", "alternatives"]]
    single = against.explode("alternatives").dropna(subset="alternatives")
    pairs = single.merge(single, on=[*DECISION, "alternatives"], suffixes=("_left", "_right"))
    pairs = pairs.rename(columns={"party_left": "first", "party_right": "second"})
    return pairs[[*DECISION, "first", "second"]].drop_duplicates().assign(shared=True)


def _with_kinds(pairs: pd.DataFrame, shared: pd.DataFrame) -> pd.DataFrame:
    rows = pairs.merge(shared, on=[*DECISION, "first", "second"], how="left")
    one, two = rows["first_stance"], rows["second_stance"]
    dissents = (one == "against").astype(int) + (two == "against").astype(int)
    together = rows["shared"].notna() | ((one == two) & one.isin(["for", "abstained"]))
    kind = dissents.map({0: "neither", 1: "one", 2: "different"}).mask(together, "same")
    went_along = one.isin(["for", "silent"]) & two.isin(["for", "silent"])
    return rows.assign(kind=kind, agree=together | went_along).drop(columns="shared")


def _with_shares(counts: pd.DataFrame) -> pd.DataFrame:
    levels = [level(n) for n in counts["n"]]
    bounds = [wilson(agree, n) for agree, n in zip(counts["agree"], counts["n"], strict=True)]
    share = (counts["agree"] / counts["n"]).where(counts["n"] >= HIDDEN_BELOW)
    return counts.assign(
        share=share,
        low=[low for low, _ in bounds],
        high=[high for _, high in bounds],
        level=levels,
    )
