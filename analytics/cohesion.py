"""How united a party votes, where every member's vote is on record.

``ballots`` has one row per vote and member: ``decision``, ``matter``, ``rank`` (numbers),
``day``, ``vote_id``, ``main`` (whether the vote is about the substance), ``party``, ``name``
and ``choice`` ("ja", "nej", "avstår", "frånvarande", "deltar ej"). Below three voters there is
no cohesion to speak of, and the measures are missing.
"""

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.intervals import ROUNDS, SEED, clustered_mean
from analytics.matters import codes_of, first_of, last_of_matter
from analytics.sampling import HIDDEN_BELOW, levels, wilson

VOTED = {"yes": "ja", "no": "nej", "abstain": "avstår"}
AWAY = {"absent": "frånvarande", "aside": "deltar ej"}
ABLE = 3
"""The fewest voters for whom cohesion is told."""
KEYS = ["vote_id", "decision", "matter", "rank", "day", "main", "party"]
MEASURES = ("rice", "agreement_index")


def cohesion(ballots: pd.DataFrame) -> pd.DataFrame:
    """One row per vote and party: the ballots' keys; ``yes``, ``no``, ``abstain``, ``absent``,
    ``aside`` (did not take part); ``voters`` (the first three); ``rice``,
    ``agreement_index``, ``line`` (a choice, or missing) and ``breakers``.

    Rice = |Y − N| / (Y + N) (Rice 1925), on three or more yes and no. AI =
    (max(Y, N, A) − (Y + N + A − max) / 2) / (Y + N + A) (Hix, Noury and Roland 2005), on three
    or more voters. The line is the one most common choice, if at least half of those who voted
    made it.
    """
    group, first = _groups(ballots)
    counts = _counts(ballots["choice"], group, len(first))
    table = ballots[KEYS].iloc[first].reset_index(drop=True)
    return table.assign(**counts, **_measures(*(counts[name] for name in VOTED)))


def breaks(ballots: pd.DataFrame) -> pd.DataFrame:
    """The ballots cast against the own party's line: the ballots' columns and ``line``."""
    group, first = _groups(ballots)
    counts = _counts(ballots["choice"], group, len(first))
    lines = _measures(*(counts[name] for name in VOTED))["line"]
    lined = ballots.assign(line=lines.take(group).array)
    voted = lined["choice"].isin(list(VOTED.values())) & lined["line"].notna()
    return lined[voted & (lined["choice"].astype(object) != lined["line"].astype(object))]


def person_breaks(ballots: pd.DataFrame, *, main: bool = True) -> pd.DataFrame:
    """One row per party and person: ``votes``, ``breaks``, ``share`` (missing when ``level``
    is "few"), ``low``, ``high`` (95 % Wilson) and ``level``.

    Counted are votes where at least three of the party voted and it had a line; main votes,
    one per matter and person, or with ``main`` false the others. The rows behind:
    ``person_ballots``.
    """
    taken = person_ballots(ballots, main=main)
    person = codes_of(taken, ["party", "name"])
    votes = np.bincount(person)
    table = taken[["party", "name"]].iloc[first_of(person)].reset_index(drop=True)
    hits = np.bincount(person, weights=taken["broke"]).astype(int)
    low, high = wilson(hits, votes)
    share = pd.Series(hits / np.maximum(votes, 1)).where(votes >= HIDDEN_BELOW)
    return table.assign(
        votes=votes, breaks=hits, share=share, low=low, high=high, level=levels(votes)
    )


def person_ballots(ballots: pd.DataFrame, *, main: bool = True) -> pd.DataFrame:
    """The ballots behind ``person_breaks``: the ballots' columns, ``line`` and ``broke``."""
    rows = counted(ballots, main=main)
    group, first = _groups(rows)
    counts = _counts(rows["choice"], group, len(first))
    measures = _measures(*(counts[name] for name in VOTED))
    line = measures["line"].take(group).astype(object).to_numpy()
    able = (measures["voters"] >= ABLE).to_numpy()[group] & pd.notna(line)
    voted = rows["choice"].isin(list(VOTED.values())).to_numpy()
    broke = rows["choice"].astype(object).to_numpy() != line
    return rows.assign(line=line, broke=broke)[able & voted]


def party_cohesion(
    ballots: pd.DataFrame, *, main: bool = True, seed: int = SEED, draws: int = ROUNDS
) -> pd.DataFrame:
    """One row per party and measure ("rice", "agreement_index"): ``n`` (votes with enough
    voters), ``matters``, ``mean``, ``low``, ``high`` and ``level``.

    Main votes count once per matter; the others (``main`` false) are drawn with their matter.
    The mean and its interval are missing when ``level`` is "few". The rows behind:
    ``cohesion`` of ``counted``.
    """
    table = cohesion(counted(ballots, main=main))[["party", "matter", *MEASURES]]
    rows = [
        _summary(str(party), measure, own[[measure, "matter"]].dropna(), seed, draws)
        for party, own in table.groupby("party", observed=True)
        for measure in MEASURES
    ]
    columns = ["party", "measure", "n", "matters", "mean", "low", "high", "level"]
    return pd.DataFrame(rows, columns=columns)


def counted(ballots: pd.DataFrame, *, main: bool = True) -> pd.DataFrame:
    """The ballots that count over matters: of the main votes the last one in the highest body
    of each matter; of the others all."""
    rows = ballots[ballots["main"].astype(bool) == main]
    return last_of_matter(rows) if main else rows


def _summary(
    party: str, measure: str, own: pd.DataFrame, seed: int, draws: int
) -> tuple[str, str, int, int, float, float, float, str]:
    few = len(own) < HIDDEN_BELOW
    kept = own.iloc[:0] if few else own
    mean, low, high = clustered_mean(kept[measure], kept["matter"], seed=seed, draws=draws)
    level = str(levels(len(own)))
    return party, measure, len(own), own["matter"].nunique(), mean, low, high, level


def _groups(ballots: pd.DataFrame) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The number of each ballot's vote and party, and the first ballot of each."""
    group = codes_of(ballots, ["vote_id", "party"])
    return group, first_of(group)


def _counts(
    choice: pd.Series, group: npt.NDArray[np.int64], size: int
) -> dict[str, npt.NDArray[np.int64]]:
    named = choice.astype("category")
    codes = {str(word): code for code, word in enumerate(named.cat.categories)}
    cell = group * (len(codes) + 1) + named.cat.codes.to_numpy() + 1
    table = np.bincount(cell, minlength=size * (len(codes) + 1)).reshape(size, len(codes) + 1)
    empty = np.zeros(size, dtype=np.int64)
    return {
        name: table[:, codes[word] + 1] if word in codes else empty
        for name, word in {**VOTED, **AWAY}.items()
    }


def _measures(
    yes: npt.NDArray[np.int64], no: npt.NDArray[np.int64], abstain: npt.NDArray[np.int64]
) -> dict[str, pd.Series]:
    """The measures of each row, and how many of its voters left the line."""
    cast, voters = yes + no, yes + no + abstain
    counts = np.stack([yes, no, abstain])
    most = counts.max(axis=0)
    rice = np.abs(yes - no) / np.maximum(cast, 1)
    index = (most - (voters - most) / 2) / np.maximum(voters, 1)
    lined = (2 * most >= voters) & (voters > 0) & ((counts == most).sum(axis=0) == 1)
    codes = np.where(lined, counts.argmax(axis=0), -1)
    words = pd.Categorical.from_codes(codes, categories=pd.Index(list(VOTED.values())))
    return {
        "voters": pd.Series(voters),
        "rice": pd.Series(rice).where(cast >= ABLE),
        "agreement_index": pd.Series(index).where(voters >= ABLE),
        "line": pd.Series(words),
        "breakers": pd.Series(np.where(lined, voters - most, 0)),
    }
