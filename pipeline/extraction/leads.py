"""Clauses that open a statement, and quoted words below them."""

import re
from dataclasses import replace

from pipeline.extraction.clauses import Clause

_QUOTE_BELOW = re.compile(r"\.[ \t]*\n\s*(?=[”\"“])")


def without_quote(content: str, lead: Clause) -> Clause:
    """Who stands behind a text, without the quoted text that begins below the sentence."""
    below = _QUOTE_BELOW.search(content, lead.said, lead.end)
    return replace(lead, end=below.end()) if below and lead.act == "instämmande" else lead


_ANNOUNCED = re.compile(r"\bföljande\s+\w+(?:\s+till\s+protokollet)?\W*$", re.IGNORECASE)


def backs(content: str, lead: Clause, following: Clause) -> bool:
    """Whether a clause tells who stands behind the text that the one right above it announces
    ("lägger följande anteckning"), so that the text is below both."""
    announced = _ANNOUNCED.search(content[lead.start : lead.end])
    apart = content[lead.end : following.start].strip()
    return following.act == "instämmande" and announced is not None and not apart


_QUOTE = re.compile(r"\s*[”\"“»]")


def quoted_below(content: str, lead: Clause, clause: Clause) -> bool:
    """Whether a clause stands in the quoted text that begins right below a lead."""
    between = content[lead.end : clause.start + 1]
    opened = _QUOTE.match(between)
    return opened is not None and not re.search(r"[”\"»]", between[opened.end() :])
