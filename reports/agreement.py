"""Reports on pairs of parties."""

import pandas as pd

from analytics.agreement import agreement_of, kinds_of
from pipeline.errors import UsageError
from reports.opening import opened
from reports.reader import Reader
from reports.report import CONTESTED, PAIR, SILENCE, report


@report(
    "agreement",
    sv="Hur ofta två partier stod på samma sida, i beslut där båda tog ställning.",
    en="How often two parties stood on the same side, where both took a stand.",
    columns="first second n same different one neither agree share low high level",
    shown="first second n share low high same different one neither level",
    options=(CONTESTED, SILENCE),
    behind="pair",
)
def agreement(reader: Reader, *, contested_only: bool, silence: bool) -> pd.DataFrame:
    """See ``analytics.agreement.agreement``; the pairs that agree most come first."""
    pairs = agreement_of(reader.gathered(contested_only=contested_only, silence=silence))
    return pairs.sort_values(["share", "n"], ascending=False, na_position="last")


@report(
    "pair",
    sv="Besluten bakom två partiers samsyn, senaste först; ange partierna med --pair S,M.",
    en="The decisions behind the agreement of two parties, newest first; name them by --pair.",
    columns="date body title first_stance second_stance kind agree case_id decision",
    options=(PAIR, CONTESTED, SILENCE),
)
def pair(
    reader: Reader, *, pair: tuple[str, ...], contested_only: bool, silence: bool
) -> pd.DataFrame:
    """See ``analytics.agreement.pair_decisions``."""
    if len(pair) != 2:
        raise UsageError("Ange två partier, till exempel --pair S,M.")
    counted = reader.gathered(contested_only=contested_only, silence=silence).rows
    return opened(kinds_of(counted, reader.alternatives, (pair[0], pair[1])), reader)
