"""What each party wanted in each matter, with a quote: what is compared over time.

``rows`` are those of ``analytics.timeline``.
"""

import pandas as pd

from analytics.matters import last_of_matter
from analytics.wishes import wished

NAMES = ["municipality", "party", "matter", "decision", "day", "rank", "stance", "governing"]


def stands(rows: pd.DataFrame) -> pd.DataFrame:
    """The dated positions with a quote that tell what a party wanted, in order of time: of
    each matter, party and wish those of the highest and last body.

    Columns: ``municipality``, ``party``, ``matter``, ``decision``, ``day``, ``rank``,
    ``stance``, ``governing``, ``wish`` (+1 it wanted the matter, -1 it did not) and
    ``row`` (the place in ``rows``).
    """
    row, wish = wished(rows)
    told = (rows["day"].notna() & rows["quote"].fillna("").ne("")).to_numpy(dtype=bool)[row]
    wanted = rows[NAMES].take(row[told]).assign(wish=wish[told], row=row[told])
    wanted = wanted.assign(governing=wanted["governing"].astype("boolean"))
    single = last_of_matter(wanted, ["party", "wish"])
    return single.sort_values(["day", "rank", "decision", "party"], ignore_index=True)
