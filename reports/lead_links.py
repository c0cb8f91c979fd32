"""What leads rest on besides stances, read for the matters that it can concern and no others:
positions changed or kept, words left, seats that were empty."""

import pandas as pd

from analytics.absence import absences
from analytics.candidates import candidates
from analytics.changes import links
from analytics.issues import issues
from analytics.lead_links import COLUMNS
from analytics.likeness import COMMON
from analytics.lines import lines
from analytics.majority import standings
from analytics.pledges import against_own_words
from analytics.proposals import proposals
from analytics.shifts import comparisons
from analytics.stands import stands
from pipeline import reference
from reports import lead_queries, patterns, queries
from reports.reader import Reader


def links_of(reader: Reader) -> pd.DataFrame:
    """The links of a reader's whole choice, as ``analytics.lead_links`` wants them."""
    return reader.kept(("links", reader.choice), lambda: _links_of(reader))


def _links_of(reader: Reader) -> pd.DataFrame:
    found = [compared(reader), left_words(reader), empty_seats(reader)]
    rows = [table for table in found if len(table)]
    if not rows:
        return pd.DataFrame(columns=list(COLUMNS))
    return pd.concat(rows, ignore_index=True)[list(COLUMNS)]


def compared(reader: Reader) -> pd.DataFrame:
    """See ``analytics.changes``."""
    found = stood_twice(reader)
    both = pd.concat([found["first_decision"], found["second_decision"]]).unique().tolist()
    return links(found, reader.table(lead_queries.MANDATES, {"decisions": both}))


def stood_twice(reader: Reader) -> pd.DataFrame:
    """See ``analytics.shifts.comparisons``; kept, since several reports rest on it."""
    return reader.kept(("stood_twice", reader.choice), lambda: _stood_twice(reader))


def _stood_twice(reader: Reader) -> pd.DataFrame:
    # only what may be about one issue is read and compared
    decisions = of_one_issue(reader)
    if decisions:
        return _among(reader, decisions)
    return reader.kept("nobody stood twice", lambda: _among(reader, decisions))


def _among(reader: Reader, decisions: list[int]) -> pd.DataFrame:
    given = {**reader.choice.parameters(), "decisions": decisions}
    said = reader.table(patterns.timeline(patterns.AMONG, patterns.COMPARED), given)
    return beside_earlier(said, reader.table(patterns.asked(patterns.AMONG), given))


def beside_earlier(said: pd.DataFrame, asked: pd.DataFrame) -> pd.DataFrame:
    """The comparisons of a timeline; ``asked`` are the words of what was decided in it."""
    directions = reference.table("directions")
    stood, about = stands(said), issues(said, asked, directions)
    return comparisons(said, stood, about, proposals(stood, asked, directions))


def of_one_issue(reader: Reader) -> list[int]:
    """The decisions on matters that may be about one issue."""
    given = {**reader.choice.parameters(), "common": COMMON}
    titles, texts, returning = (
        reader.table(query, given)
        for query in (lead_queries.TITLES, lead_queries.TEXTS, lead_queries.RETURNING)
    )
    alike = candidates(titles, texts, reference.table("directions"))
    matters = sorted(alike | {*returning["matter"].tolist()})
    of_them = reader.table(lead_queries.OF_MATTERS, {"matters": matters})
    return [int(decision) for decision in of_them["decision"]]


def left_words(reader: Reader) -> pd.DataFrame:
    """See ``analytics.pledges``."""
    directions = reference.table("directions")
    given = reader.choice.parameters()
    unchanged = "|".join(directions["unchanged"])
    said = reader.table(lead_queries.SAID, {**given, "unchanged": unchanged})
    places = sorted(said["municipality"].dropna().unique().tolist())
    points = reader.table(lead_queries.POINTS, {**given, "municipalities": places})
    return against_own_words(said, points, directions)


def empty_seats(reader: Reader) -> pd.DataFrame:
    """Votes whose outcome would have been another with the absent members in their seats; see
    ``analytics.absence``."""
    given = reader.choice.parameters()
    decided = reader.table(lead_queries.DECIDED, given)
    absent = reader.table(queries.ABSENT, given) if len(decided) else decided
    asked = sorted({*decided["decision"].tolist()} & {*absent["decision"].tolist()})
    if not asked:
        return pd.DataFrame(columns=list(COLUMNS))
    among = {**given, "decisions": asked}
    stances, seats = (
        reader.table(query, among)
        for query in (lead_queries.STANCES_AMONG, lead_queries.SEATS_AMONG)
    )
    lines_ = lines(stances, seats)
    found = absences(lines_, decided, standings(stances, decided), absent)
    found = found[found["ends"] == "turned"]
    names = {"decision": "decision_after", "substitute": "other"}
    told = found.rename(columns=names)
    return told.assign(kind="absence_decided", decision_before=None, phrase=None)
