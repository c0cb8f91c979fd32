"""Reports on parties and people."""

from collections.abc import Sequence

import pandas as pd

from analytics.contested import stance_counts as counts_of
from reports import queries
from reports.reader import Reader
from reports.report import report


@report(
    "counts",
    sv="Hur ofta varje parti intog varje slags ställning i de valda besluten.",
    en="How often each party took each kind of stand in the chosen decisions.",
    columns="party for against abstained split remark not_participating n",
    behind="stances",
)
def counts(reader: Reader) -> pd.DataFrame:
    """See ``analytics.contested.stance_counts``."""
    return counts_of(reader.stances).reset_index()


@report(
    "mandates",
    sv="Vilka partier som styrde, från och till ett datum, med källan.",
    en="Which parties governed, from and to a date, with the source.",
    columns="municipality start end governing supporting source",
)
def mandates(reader: Reader) -> pd.DataFrame:
    """The mandates of the chosen municipality, or of all."""
    return reader.mandates


@report(
    "parties",
    sv="Vad partibokstäverna betyder, och var.",
    en="What the letters of the parties mean, and where.",
    columns="party name municipality former",
)
def parties(reader: Reader) -> pd.DataFrame:
    """National parties, and the local ones of the chosen municipality."""
    return reader.parties


@report(
    "people",
    sv="Personerna med sina namnformer, partier och roller.",
    en="The people with their spellings, parties and roles.",
    columns="municipality name parties roles name_variants person_id",
)
def people(reader: Reader) -> pd.DataFrame:
    """The people of the chosen municipality, or of all."""
    return reader.people[list(people.columns)]


def meant(letters: Sequence[str], reader: Reader) -> tuple[str, ...]:
    """The parties that somebody means: letters without a place are all that have them in the
    reader's municipality, or in all."""
    known = reader.table(queries.LETTERS, {"municipality": reader.choice.municipality})[
        "party"
    ]
    return tuple(
        party
        for given in letters
        for party in [one for one in known if one == given or one.startswith(f"{given} (")]
        or [given]
    )
