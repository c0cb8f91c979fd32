"""Reports on what has been read."""

import pandas as pd

from reports.reader import Reader
from reports.report import report


@report(
    "coverage",
    sv="Hur mycket som är läst för varje organ: möten, dokument, ärenden och anmärkningar.",
    en="How much has been read of each body: meetings, documents, cases and findings.",
    columns="municipality body meetings documents cases with_findings first last",
    behind="documents",
)
def coverage(reader: Reader) -> pd.DataFrame:
    """Per municipality and body."""
    return reader.coverage[list(coverage.columns)]


@report(
    "documents",
    sv="De lästa dokumenten, senaste först, med vad som hittades och vad som såg fel ut.",
    en="The documents read, newest first, with what was found and what looked wrong.",
    columns="date municipality body kind title reference pages cases statements positions"
    " findings source document_id",
)
def documents(reader: Reader) -> pd.DataFrame:
    """The chosen documents."""
    return reader.documents[list(documents.columns)]


@report(
    "failures",
    sv="Filer som inte gick att läsa, och varför.",
    en="Files that could not be read, and why.",
    columns="source reason",
)
def failures(reader: Reader) -> pd.DataFrame:
    """Every source that failed."""
    return reader.failures
