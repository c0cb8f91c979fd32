"""Reports on who stands near whom: a tree, a map, the parties that neither can hold, and means
within and between the governing parties and the others."""

import pandas as pd

from analytics import blocs
from analytics.means import (
    governing_decisions,
    governing_means_of,
    governing_pairs,
    group_means_of,
    party_decisions,
    party_means_of,
    party_pairs,
)
from pipeline.errors import UsageError
from reports.opening import opened
from reports.reader import Reader
from reports.report import CONTESTED, SILENCE, Option, report

FIRST = Option(
    "first", (), "den ena gruppens partier, t.ex. S,V.", "the parties of one group."
)
SECOND = Option("second", (), "den andra gruppens partier.", "the parties of the other.")
RELATIONS = {"first": "governing", "second": "others", "between": "between"}
OF = Option(
    "of",
    "between",
    "vilket medelvärde: ett partis bokstäver, governing, others eller between.",
    "which mean: the letters of a party, governing, others or between.",
)
ONE = Option("one", None, "bara ett par: det ena partiet.", "one pair only: the one party.")
OTHER = Option("other", None, "och det andra.", "and the other.")
CODES = {code: relation for relation, code in RELATIONS.items()}
COUNTS = {"n": "mean_rows", "pairs": "mean_pairs:used", "left_out": "mean_pairs:left_out"}
RELATION = "relation pairs left_out n share low high level"


@report(
    "tree",
    sv="Vilka partier som står närmast varandra, som ett träd; beskriver och bevisar inget.",
    en="Which parties stand nearest each other, as a tree; it describes and proves nothing.",
    columns="left right members agreement support n level cophenetic use",
    shown="left right agreement support n level",
    options=(CONTESTED, SILENCE),
    behind="agreement",
)
def tree(reader: Reader, *, contested_only: bool, silence: bool) -> pd.DataFrame:
    """See ``analytics.blocs.tree``; a row per join, nearest first."""
    made = blocs.tree_of(reader.gathered(contested_only=contested_only, silence=silence))
    reader.kept(_outside(reader, contested_only, silence), lambda: made.left_out)
    return made.joins.assign(cophenetic=made.cophenetic)[list(tree.columns)]


@report(
    "plane",
    sv="Partierna på en karta där avståndet är ett minus samsyn; beskriver och bevisar inget.",
    en="The parties on a map where distance is one minus agreement; it proves nothing.",
    columns="party x y n level stress use",
    shown="party x y n level stress",
    options=(CONTESTED, SILENCE),
    behind="agreement",
)
def plane(reader: Reader, *, contested_only: bool, silence: bool) -> pd.DataFrame:
    """See ``analytics.blocs.plane``; the largest governing party stands to the left."""
    made = blocs.plane_of(
        reader.gathered(contested_only=contested_only, silence=silence),
        anchor=blocs.largest_governing(reader.stances, reader.seats),
    )
    return made.positions.assign(stress=made.stress)[list(plane.columns)]


@report(
    "outside",
    sv="Partier som inte får plats i trädet och på kartan: för få beslut med något annat.",
    en="Parties that the tree and the map leave out: too few decisions with another.",
    columns="party n",
    options=(CONTESTED, SILENCE),
    behind="agreement",
)
def outside(reader: Reader, *, contested_only: bool, silence: bool) -> pd.DataFrame:
    """``left_out`` of ``analytics.blocs.plane``."""

    def made() -> pd.DataFrame:
        # the same parties as on the map, without placing them
        found = reader.gathered(contested_only=contested_only, silence=silence)
        return blocs.tree_of(found, resamples=0).left_out

    return reader.kept(_outside(reader, contested_only, silence), made)


@report(
    "means",
    sv="Varje partis medelsamsyn med de andra.",
    en="Each party's mean agreement with the others.",
    columns="party pairs left_out n share low high level",
    options=(CONTESTED, SILENCE),
    behind="mean_rows",
    keys="party=of",
    counts=COUNTS,
)
def means(reader: Reader, *, contested_only: bool, silence: bool) -> pd.DataFrame:
    """See ``analytics.means.party_means``; the highest first."""
    made = party_means_of(reader.gathered(contested_only=contested_only, silence=silence))
    named = made.rename(columns={"mean": "share"})
    return named.sort_values("share", ascending=False, na_position="last")


@report(
    "governing_means",
    sv="Medelsamsyn inom de styrande partierna, inom de övriga och mellan dem.",
    en="Mean agreement within the governing parties, within the others and between them.",
    columns=RELATION,
    options=(CONTESTED, SILENCE),
    behind="mean_rows",
    keys="relation=of",
    counts=COUNTS,
)
def governing_means(reader: Reader, *, contested_only: bool, silence: bool) -> pd.DataFrame:
    """See ``analytics.means.governing_means``."""
    made = governing_means_of(reader.gathered(contested_only=contested_only, silence=silence))
    named = made.assign(relation=made["relation"].map(RELATIONS))
    return named.rename(columns={"mean": "share"})


@report(
    "mean_rows",
    sv="Besluten bakom ett partis medelsamsyn, eller bakom ett av styrets; välj med --set of.",
    en="The decisions behind the mean of one party or relation; choose it by --set of.",
    columns="date body title case_id decision",
    options=(OF, ONE, OTHER, CONTESTED, SILENCE),
)
def mean_rows(
    reader: Reader,
    *,
    of: str,
    one: str | None,
    other: str | None,
    contested_only: bool,
    silence: bool,
) -> pd.DataFrame:
    """The ``n`` decisions of a row of ``means`` or ``governing_means``, or of one of its pairs
    in ``mean_pairs``, newest first."""
    made = reader.gathered(contested_only=contested_only, silence=silence)
    pair = (one, other) if one and other else None
    if of in CODES:
        numbers = governing_decisions(made, CODES[of], pair)
    else:
        numbers = party_decisions(made, of, pair)
    return opened(pd.DataFrame({"decision": numbers}), reader)


@report(
    "mean_pairs",
    sv="Paren bakom ett partis medelsamsyn, eller bakom ett av styrets; välj med --set of.",
    en="The pairs behind the mean of one party or relation; choose it by --set of.",
    columns="of first second n share level used left_out",
    shown="first second n share level used",
    options=(OF, CONTESTED, SILENCE),
    behind="mean_rows",
    keys="of first=one second=other",
    counts={"n": "mean_rows"},
)
def mean_pairs(
    reader: Reader, *, of: str, contested_only: bool, silence: bool
) -> pd.DataFrame:
    """See ``analytics.means.party_pairs``; the pairs that agree most come first."""
    made = reader.gathered(contested_only=contested_only, silence=silence)
    found = governing_pairs(made, CODES[of]) if of in CODES else party_pairs(made, of)
    told = found.assign(of=of)[list(mean_pairs.columns)]
    return told.sort_values(["share", "n"], ascending=False, na_position="last")


@report(
    "group_means",
    sv="Medelsamsyn inom två grupper av partier och mellan dem; ange dem med --set.",
    en="Mean agreement within two groups of parties and between them; name them by --set.",
    columns=RELATION,
    options=(FIRST, SECOND, CONTESTED, SILENCE),
    behind="agreement",
)
def group_means(
    reader: Reader, *, first: tuple[str, ...], second: tuple[str, ...], **counting: bool
) -> pd.DataFrame:
    """See ``analytics.means.group_means``. Raises UsageError where a group is missing or a
    party is in both."""
    if not first or not second or set(first) & set(second):
        raise UsageError(
            "Ange två grupper utan gemensamt parti: --set first=S,V --set second=M."
        )
    made = group_means_of(reader.gathered(**counting), first=first, second=second)
    return made.rename(columns={"mean": "share"})


def _outside(reader: Reader, *counting: bool) -> tuple[object, ...]:
    """The key under which the parties left out are kept; the tree tells them too."""
    return "outside", reader.choice, *counting
