"""Which matters ``analytics.shifts`` has to look at: those that may be about one issue, told
before anything is read of who wanted what.

``titles`` has, per municipality, the ``name`` of matters (a title without its numbers) and
the ``matters`` (lists) that have it; ``texts`` the ``text`` of proposals and decided points
and the ``matters`` that have it.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from analytics.issues import LIKE, Directions, contents
from analytics.likeness import COMMON, alike_pairs
from analytics.proposals import LIKE as PROPOSALS_LIKE
from analytics.proposals import telling


def candidates(titles: pd.DataFrame, texts: pd.DataFrame, directions: Directions) -> set[int]:
    """The matters whose title, or one of whose texts, is like that of another one in the same
    municipality, or the same."""
    names, words = (
        pd.Series(contents(pd.Index(told), directions), told.index, dtype=object)
        for told in (titles["name"], texts["text"])
    )
    tells = telling(pd.Index(texts["text"]), words.tolist())
    groups = (
        (titles.assign(words=names), LIKE),
        (texts.assign(words=words)[tells], PROPOSALS_LIKE),
    )
    return {
        matter
        for rows, like in groups
        for _, own in rows.groupby("municipality", dropna=False, observed=True, sort=False)
        for matters in _alike(own, like)
        for matter in matters
    }


def _alike(rows: pd.DataFrame, like: float) -> Iterator[Sequence[int]]:
    """The matters of texts that several matters have, or that are like another text."""
    words = rows["words"].tolist()
    matters = [[int(matter) for matter in own] for own in rows["matters"]]
    # what very many matters are called singles nothing out
    kept = [place for place, own in enumerate(matters) if words[place] and len(own) <= COMMON]
    yield from (matters[place] for place in kept if len(matters[place]) > 1)
    one, two, _ = alike_pairs([words[place] for place in kept], like=like)
    yield from (matters[kept[place]] for place in np.union1d(one, two))
