"""Addresses inside the dashboard, which carry the reader's filters and language along."""

from urllib.parse import urlencode, urljoin

import streamlit as st

from views.filters import KEYS, drawn_with
from views.language import language

ADDRESSES = {
    "overview": ".",
    "meetings": "moten",
    "issues": "sakfragor",
    "search": "sok",
    "parties": "partier",
    "agreement": "samsyn",
    "majority": "majoritet",
    "votes": "voteringar",
    "people": "personer",
    "case": "arende",
    "sources": "kallor",
    "story": "underlag",
    "method": "metod",
    "chart": "diagram",
}


def href(page: str, /, **parameters: object) -> str:
    """The address of a page with parameters; not yet escaped for HTML.

    A parameter takes the place of the reader's filter of that name; None drops it.
    """
    # asking Streamlit for each key costs more than all the rest of a link
    there = set(st.query_params)
    carried = [key for key in KEYS if key in there and key not in parameters]
    kept = [(key, value) for key in carried for value in st.query_params.get_all(key)]
    own = [(key, str(value)) for key, value in parameters.items() if value is not None]
    query = urlencode([*own, *kept])
    return f"{ADDRESSES[page]}?{query}" if query else ADDRESSES[page]


def embedded(chart: str, /, **chosen: str) -> str:
    """The full address of a chart alone, drawn with what is chosen on this page, defaults
    written out; ``chosen`` are its own parameters."""
    own = {"lang": language(), "chart": chart, "embed": "true"}
    query = urlencode([*own.items(), *drawn_with(**chosen)])
    return urljoin(str(st.context.url or ""), f"{ADDRESSES['chart']}?{query}")


def permanent(page: str, **parameters: object) -> str:
    """The full address of a page with these parameters and no filters: to be cited."""
    given = [(key, str(value)) for key, value in parameters.items() if value is not None]
    return urljoin(str(st.context.url or ""), f"{ADDRESSES[page]}?{urlencode(given)}")


def here() -> str:
    """The full address of this view, with everything that was chosen."""
    address = str(st.context.url or "")
    chosen = [
        (key, value) for key in st.query_params for value in st.query_params.get_all(key)
    ]
    return f"{address}?{urlencode(chosen)}" if chosen else address


def case(case_id: str) -> str:
    """The address of a case."""
    return href("case", case=case_id)


def meeting(date: str, body: str, municipality: str) -> str:
    """The address of a meeting; body and municipality are empty where they are not known."""
    return href("meetings", meeting=f"{date}|{body}|{municipality}")


def source(document_id: str, *, start: int | None = None, end: int | None = None) -> str:
    """The address of a document, opened at a span of its text."""
    return href("sources", document=document_id, start=start, end=end)


def correction(table: str, row: str) -> str:
    """The address of the form that corrects a row of a table."""
    return href("sources", view="corrections", correct=table, row=row)


def pair(first: str, second: str) -> str:
    """The address of two parties' agreement."""
    return href("agreement", first=first, second=second)


def two_lines(case_id: str, body: str) -> str:
    """The address of a decision's two lines side by side."""
    return href("majority", decision=f"{case_id}|{body}")


def vote(vote_id: str) -> str:
    """The address of a vote."""
    return href("votes", vote=vote_id)


def party(letters: str, **parameters: object) -> str:
    """The address of a party; ``parameters`` name the part of it that is asked for."""
    return href("parties", which=letters, **parameters)


def person(person_id: str) -> str:
    """The address of a person."""
    return href("people", person=person_id)


def view(name: str, pair: tuple[str, str] | None = None, **parameters: object) -> str:
    """The address of a part of the agreement page, of a pair of parties or people."""
    first, second = pair or (None, None)
    return href("agreement", view=name, first=first, second=second, **parameters)
