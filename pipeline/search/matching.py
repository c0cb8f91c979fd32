"""Clauses and filters as queries of the index."""

import re
from collections.abc import Callable, Iterable, Sequence

import tantivy
from tantivy import Occur

from pipeline.reference import parties, table
from pipeline.search.dates import first_day, last_day
from pipeline.search.index import SearchIndex
from pipeline.search.query import MANY, Query
from pipeline.search.syntax import Clause, Phrase, Restriction, Term, stopwords
from pipeline.search.words import Forms, forms

EXACT, LEMMA, STEM, PART, RELATED = 2.0, 1.5, 1.0, 0.6, 0.3
"""How much a match of each kind weighs."""

_WORDED = {"stance": "stances", "what": "whats"}
"""Fields whose values are codes, and where the words for them are."""


def matching(
    index: SearchIndex, clauses: Sequence[Clause], query: Query, *, loosened: bool = False
) -> tantivy.Query:
    """Entries that have all words (``loosened``: any), and pass every filter."""
    wanted = wanted_words(clauses)
    said = [_word(index, clause) for clause in wanted]
    musts = [_any(said)] if loosened and said else said
    musts += filters(index, query)
    restrictions = [clause for clause in clauses if isinstance(clause, Restriction)]
    musts += _restricted(index, [one for one in restrictions if not one.negated], query)
    refused = [clause for clause in clauses if clause.negated]
    return _all(musts, unless=[_refused(index, clause) for clause in refused])


def wanted_words(clauses: Sequence[Clause]) -> list[Term | Phrase]:
    """The words and phrases asked for; small words only when there is nothing else."""
    found = [one for one in clauses if isinstance(one, Term | Phrase) and not one.negated]
    telling = [one for one in found if isinstance(one, Phrase) or one.word not in stopwords()]
    return telling or found


def filters(index: SearchIndex, query: Query) -> list[tantivy.Query]:
    """What the filters of a query ask for, its words aside."""
    chosen = {name: getattr(query, name) for name in MANY if getattr(query, name)}
    found = _chosen(index, chosen)
    found += _dated(index, query.start, first_day, lower=True)
    found += _dated(index, query.end, last_day, lower=False)
    if query.since is not None:
        found.append(_range(index, "arrival", query.since + 1, None))
    if query.contested:
        asked = tantivy.Query.term_query(index.schema, "contested", True)
        found.append(tantivy.Query.const_score_query(asked, 0.0))
    return found


def is_known(index: SearchIndex, word: str) -> bool:
    """Whether any entry has the word, in whatever form."""
    known = forms(word)
    found = {"words": word, "lemmas": known.lemma, "parts": known.lemma, "stems": known.stem}
    return any(form and index.searcher.doc_freq(field, form) for field, form in found.items())


def _word(index: SearchIndex, clause: Term | Phrase) -> tantivy.Query:
    if isinstance(clause, Phrase):
        return _phrase(index, clause.words)
    if clause.prefix:
        pattern = re.escape(clause.word) + ".*"
        return tantivy.Query.regex_query(index.schema, "words", pattern)
    return _form_query(index, clause.word, forms(clause.word))


def _form_query(index: SearchIndex, word: str, known: Forms) -> tantivy.Query:
    """The word by any of its forms; the closest of them counts."""
    exact = _phrase(index, tuple(word.split("-")))
    found = [(EXACT, exact), (LEMMA, _term(index, "lemmas", known.lemma))]
    found += [(PART, _term(index, "parts", form)) for form in {known.lemma, word}]
    near = [(field, form) for form in known.related for field in ("lemmas", "parts")]
    found += [(RELATED, _term(index, field, form)) for field, form in near]
    if known.stem:
        found.append((STEM, _term(index, "stems", known.stem)))
    weighed = [tantivy.Query.boost_query(query, weight) for weight, query in found]
    return tantivy.Query.disjunction_max_query(weighed)


def _phrase(index: SearchIndex, words: tuple[str, ...]) -> tantivy.Query:
    words = tuple(word for word in words if word)
    if len(words) == 1:
        return _term(index, "words", words[0])
    return tantivy.Query.phrase_query(index.schema, "words", list(words))


def _refused(index: SearchIndex, clause: Clause) -> tantivy.Query:
    if isinstance(clause, Restriction):
        return _all(_restricted(index, [clause], Query()))
    return _word(index, clause)


def _restricted(
    index: SearchIndex, restrictions: Sequence[Restriction], query: Query
) -> list[tantivy.Query]:
    chosen: dict[str, tuple[str, ...]] = {}
    found: list[tantivy.Query] = []
    for one in restrictions:
        if one.field == "start":
            found += _dated(index, one.value, first_day, lower=True)
        elif one.field == "end":
            found += _dated(index, one.value, last_day, lower=False)
        else:
            values = values_meant(index, one.field, one.value)
            chosen[one.field] = (*chosen.get(one.field, ()), *values)
    if "stance" in chosen and "party" not in chosen and query.party:
        chosen["party"] = query.party
    if "party" in chosen and "stance" not in chosen and query.stance:
        chosen["stance"] = query.stance
    return found + _chosen(index, chosen)


def values_meant(index: SearchIndex, field: str, said: str) -> tuple[str, ...]:
    """The values of a field that a reader's word for one means: the same but for capitals,
    or else those that hold the word. None of them is no value at all."""
    said = _SAID.get(field, str)(said)
    values = index.values(field)
    same = tuple(value for value in values if value.casefold() == said.casefold())
    if field == "party":  # letters without a place are all parties that have them
        named = tuple(value for value in values if value.startswith(f"{said.upper()} ("))
        return (*same, *named) or (said,)
    if same:
        return same
    whole = re.compile(rf"\b{re.escape(said)}\b", re.IGNORECASE)
    return tuple(value for value in values if whole.search(value)) or (said,)


def _party(said: str) -> str:
    """The letters of a party that was named in words."""
    word = said.casefold()
    named = (one.short for one in parties() if word in (one.name.casefold(), *one.words))
    return next(named, said)


def _code(field: str) -> Callable[[str], str]:
    def code(said: str) -> str:
        for value, spoken in table("search")[_WORDED[field]].items():
            if said.casefold() in spoken:
                return str(value)
        return said

    return code


_SAID: dict[str, Callable[[str], str]] = {
    "party": _party,
    **{field: _code(field) for field in _WORDED},
}


def _chosen(index: SearchIndex, chosen: dict[str, tuple[str, ...]]) -> list[tantivy.Query]:
    """Any of the values of each field. A party and a stance together mean that this party
    took this stance, not that some other of the entry's parties did."""
    chosen = dict(chosen)
    if "party" in chosen and "stance" in chosen:
        pairs = [
            f"{party}:{stance}" for party in chosen["party"] for stance in chosen["stance"]
        ]
        chosen = {"party_stance": tuple(pairs)} | {
            name: values for name, values in chosen.items() if name not in ("party", "stance")
        }
    return [
        tantivy.Query.const_score_query(
            tantivy.Query.term_set_query(index.schema, name, list(values)), 0.0
        )
        for name, values in chosen.items()
    ]


def _dated(
    index: SearchIndex,
    value: str | None,
    day: Callable[[str], int | None],
    *,
    lower: bool,
) -> list[tantivy.Query]:
    bound = day(value) if value else None
    if bound is None:
        return []
    return [_range(index, "date", bound if lower else None, None if lower else bound)]


def _range(
    index: SearchIndex, field: str, lower: int | None, upper: int | None
) -> tantivy.Query:
    inside = tantivy.Query.range_query(
        index.schema, field, tantivy.FieldType.Integer, lower, upper
    )
    return tantivy.Query.const_score_query(inside, 0.0)


def _term(index: SearchIndex, field: str, form: str) -> tantivy.Query:
    return tantivy.Query.term_query(index.schema, field, form, "freq")


def _any(queries: Iterable[tantivy.Query]) -> tantivy.Query:
    return tantivy.Query.boolean_query([(Occur.Should, one) for one in queries])


def _all(
    queries: Sequence[tantivy.Query], *, unless: Sequence[tantivy.Query] = ()
) -> tantivy.Query:
    musts = list(queries) or [tantivy.Query.all_query()]
    clauses = [(Occur.Must, one) for one in musts]
    return tantivy.Query.boolean_query(clauses + [(Occur.MustNot, one) for one in unless])
